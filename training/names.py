"""Trains the names model, a conditional random field, on the training split with augmentation."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from build_graph.language_model.features import sentence_features
from training.augment import Generator, Labelled, read_names
from training.data import Sentence, read


@dataclass(frozen=True, slots=True)
class Settings:
    """How the names model is trained; the values are the shipped ones."""

    seed: int = 1
    c1: float = 0.15
    c2: float = 0.02
    iterations: int = 110
    replaced: float = 0.5
    lines: int = 5000
    capitals: float = 0.02


def examples(sentences: Iterable[Sentence], names: Path, settings: Settings) -> list[Labelled]:
    """The training sentences, their copies under other names, and made lines."""
    generator = Generator(read_names(names), settings.seed)
    chance = random.Random(settings.seed)
    found: list[Labelled] = []
    for sentence in sentences:
        found.append((list(sentence.forms), list(sentence.labels)))
        named = any(label[2:] in ("PER", "ORG", "GPE") for label in sentence.labels)
        if named and chance.random() < settings.replaced:
            found.append(generator.replaced(sentence))
        if named and chance.random() < settings.capitals:
            found.append(([form.upper() for form in sentence.forms], list(sentence.labels)))
    found += [generator.line() for _ in range(settings.lines)]
    return found


def train(data: list[Labelled], out: Path, settings: Settings) -> None:
    """Writes the model file."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.select("lbfgs")
    trainer.set_params({"c1": settings.c1, "c2": settings.c2, "max_iterations": settings.iterations, "feature.minfreq": 2})
    for forms, labels in data:
        if forms:
            trainer.append(sentence_features(forms), labels)
    trainer.train(str(out))


def training_sentences(norne: Path) -> list[Sentence]:
    """Both written forms' training sentences."""
    return [sentence for form in ("nob", "nno") for document in read(norne / f"{form}-train.jsonl") for sentence in document.sentences]
