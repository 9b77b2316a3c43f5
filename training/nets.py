"""Trains the networks: names, and grammar (parts of speech, heads, labels)."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from build_graph.language_model.lookup import Lookup
from build_graph.language_model.names import LABELS
from training.augment import Labelled
from training.data import Sentence
from training.network import Embedding, Encoder, GrammarNet, NamesNet
from training.vectors import CLIP

IGNORED = -100
LEAST_WORD = 4  # occurrences in the training split that give a word a learned row of its own
Row = tuple[int, ...]
Batch = TypeVar("Batch")
Columns = TypeVar("Columns")


@dataclass(frozen=True, slots=True)
class NetSettings:
    """How a network is trained; `tokens` is a batch's size."""

    epochs: int
    hidden: int
    layers: int
    dropout: float
    seed: int = 1
    tokens: int = 1200
    rate: float = 2e-3


NAMES = NetSettings(epochs=8, hidden=128, layers=2, dropout=0.4)
GRAMMAR = NetSettings(epochs=7, hidden=192, layers=2, dropout=0.33)


def learned_words(sentences: Iterable[Sentence]) -> dict[str, int]:
    """Word in lower case → row from 1 on."""
    counts = Counter(form.lower() for sentence in sentences for form in sentence.forms)
    return {word: at for at, word in enumerate(sorted(word for word, count in counts.items() if count >= LEAST_WORD), 1)}


def encoder(vectors: NDArray[np.int8], words: int, settings: NetSettings) -> Encoder:
    """A fresh encoder over the given vectors."""
    table = torch.from_numpy(vectors.astype(np.float32) * (CLIP / 127))
    return Encoder(Embedding(table, words, settings.dropout), settings.hidden, settings.layers, settings.dropout)


def train_names(lookup: Lookup, fresh: Encoder, data: Callable[[int], list[Labelled]], settings: NetSettings) -> NamesNet:
    """Trains the names network.

    Args:
        lookup: the tables' rows.
        fresh: an encoder.
        data: epoch → its examples, so that each epoch sees other names.
        settings: how.
    """
    net = NamesNet(fresh, len(LABELS))
    chance = random.Random(settings.seed)

    def epochs() -> Iterator[tuple[int, list[list[tuple[list[Row], list[int]]]]]]:
        for epoch in range(settings.epochs):
            rows = [(lookup.rows(forms), [LABELS.index(label) for label in labels]) for forms, labels in data(epoch) if forms]
            yield epoch, _batches(rows, settings.tokens, chance)

    def loss(batch: list[tuple[list[Row], list[int]]]) -> Tensor:
        rows, lengths, (labels,) = _padded([row for row, _ in batch], [[labels] for _, labels in batch])
        return nn.functional.cross_entropy(net(rows, lengths).flatten(0, 1), labels.flatten(), ignore_index=IGNORED, label_smoothing=0.03)

    _train(net, epochs(), loss, settings)
    return net


def train_grammar(lookup: Lookup, fresh: Encoder, sentences: Sequence[Sentence], tags: Sequence[str], deps: Sequence[str], settings: NetSettings) -> GrammarNet:
    """Trains the grammar network on the treebank's own tokens."""
    net = GrammarNet(fresh, len(tags), len(deps), 200, 80, settings.dropout)
    for part in (net.arc, net.label):
        nn.init.normal_(part.weight, std=0.02)
    nn.init.normal_(net.root, std=0.1)
    chance = random.Random(settings.seed)
    rows = [
        (lookup.rows(one.forms), [[tags.index(tag) for tag in one.pos], list(one.heads), [deps.index(dep) for dep in one.deps]])
        for one in sentences
    ]
    batches = _batches(rows, settings.tokens, chance)

    def epochs() -> Iterator[tuple[int, list[list[tuple[list[Row], list[list[int]]]]]]]:
        for epoch in range(settings.epochs):
            chance.shuffle(batches)
            yield epoch, batches

    def loss(batch: list[tuple[list[Row], list[list[int]]]]) -> Tensor:
        inputs, lengths, (tag, head, dep) = _padded([row for row, _ in batch], [columns for _, columns in batch])
        scores = net(inputs, lengths, head.clamp(min=0))
        losses = [nn.functional.cross_entropy(score.flatten(0, 1), gold.flatten(), ignore_index=IGNORED) for score, gold in zip(scores, (tag, head, dep), strict=True)]
        return 0.5 * losses[0] + losses[1] + losses[2]

    _train(net, epochs(), loss, settings)
    return net


def _train(net: nn.Module, epochs: Iterator[tuple[int, list[list[Batch]]]], loss: Callable[[list[Batch]], Tensor], settings: NetSettings) -> None:
    """Adam with a short warm-up and a rate that falls to a fiftieth."""
    parameters = [parameter for parameter in net.parameters() if parameter.requires_grad]
    adam = torch.optim.Adam(parameters, lr=settings.rate, betas=(0.9, 0.95))
    step = total = 0
    for epoch, batches in epochs:
        total = total or len(batches) * settings.epochs
        net.train()
        sums = 0.0
        for batch in batches:
            for group in adam.param_groups:
                group["lr"] = settings.rate * min(1, (step + 1) / 200) * max(0.02, 1 - step / total)
            value = loss(batch)
            adam.zero_grad()
            value.backward()
            nn.utils.clip_grad_norm_(parameters, 5.0)
            adam.step()
            step += 1
            sums += float(value.detach())
        print(f"  epoch {epoch + 1}/{settings.epochs}: loss {sums / len(batches):.4f}", flush=True)
    net.eval()


def _batches(rows: list[tuple[list[Row], Columns]], tokens: int, chance: random.Random) -> list[list[tuple[list[Row], Columns]]]:
    """Examples of about the same length together, in an order drawn by chance."""
    found: list[list[tuple[list[Row], Columns]]] = [[]]
    for example in sorted(rows, key=lambda one: len(one[0]) + chance.random() * 3):
        if found[-1] and len(example[0]) * (len(found[-1]) + 1) > tokens:
            found.append([])
        found[-1].append(example)
    chance.shuffle(found)
    return found


def _padded(rows: list[list[Row]], columns: list[list[list[int]]]) -> tuple[Tensor, Tensor, list[Tensor]]:
    """(rows, lengths, one tensor for each column of answers)."""
    longest = max(map(len, rows))
    inputs = np.zeros((len(rows), longest, len(rows[0][0])), np.int64)
    answers = np.full((len(columns[0]), len(rows), longest), IGNORED, np.int64)
    for at, row in enumerate(rows):
        inputs[at, : len(row)] = row
        answers[:, at, : len(row)] = columns[at]
    return torch.from_numpy(inputs), torch.tensor([len(row) for row in rows]), [torch.from_numpy(answer) for answer in answers]
