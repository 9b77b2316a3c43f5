"""Trains the names model, a conditional random field, on the training split with augmentation."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from build_graph.language_model.features import sentence_features
from training.augment import Generator, Labelled, read_names
from training.data import Sentence, read

LEAST_WORD = 4  # occurrences in the training split that give a word a learned row of its own


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
    sentences = list(sentences)
    generator = Generator(read_names(names), settings.seed, common_nouns(sentences))
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


def common_nouns(sentences: Iterable[Sentence]) -> list[str]:
    """Nouns of the training split, of a length that surnames have."""
    counts = Counter(lemma for one in sentences for lemma, tag in zip(one.lemmas, one.pos, strict=True) if tag == "subst")
    return sorted(noun for noun, count in counts.items() if count > 1 and 4 <= len(noun) <= 9 and noun.isalpha() and noun.islower())


def train(data: list[Labelled], out: Path, settings: Settings) -> None:
    """Writes the field in CRFsuite's format."""
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


def learned_words(sentences: Iterable[Sentence]) -> dict[str, int]:
    """Word in lower case → row from 1 on."""
    counts = Counter(form.lower() for sentence in sentences for form in sentence.forms)
    return {word: at for at, word in enumerate(sorted(word for word, count in counts.items() if count >= LEAST_WORD), 1)}
