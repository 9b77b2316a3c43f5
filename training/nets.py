"""Trains the networks: names, and grammar (parts of speech, heads, labels)."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from build_graph.language_model.lookup import Lookup
from build_graph.language_model.names import LABELS
from training.data import Sentence
from training.network import Embedding, Encoder, GrammarNet, NamesNet
from training.vectors import CLIP

SMOOTHING = 0.03
Row = tuple[int, ...]
Lesson = tuple[list[str], list[str] | NDArray[np.float16]]
Batch = TypeVar("Batch")
Columns = TypeVar("Columns")
Answers = TypeVar("Answers")


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


TEACHER = NetSettings(epochs=8, hidden=128, layers=2, dropout=0.4)
NAMES = NetSettings(epochs=8, hidden=128, layers=2, dropout=0.4)
GRAMMAR = NetSettings(epochs=10, hidden=128, layers=2, dropout=0.33)


def encoder(vectors: NDArray[np.int8], words: int, settings: NetSettings) -> Encoder:
    """A fresh encoder over the given vectors."""
    table = torch.from_numpy(vectors.astype(np.float32) * (CLIP / 127))
    return Encoder(Embedding(table, words, settings.dropout), settings.hidden, settings.layers, settings.dropout)


def train_names(lookup: Lookup, fresh: Encoder, data: Callable[[int], Iterable[Lesson]], settings: NetSettings) -> NamesNet:
    """Trains the names network.

    Args:
        lookup: the tables' rows.
        fresh: an encoder.
        data: epoch → its examples, so that each epoch sees other names. Labels are given as such, or as a teacher's belief.
        settings: how.
    """
    net = NamesNet(fresh, len(LABELS))
    chance = random.Random(settings.seed)
    sure = np.eye(len(LABELS), dtype=np.float32) * (1 - SMOOTHING) + SMOOTHING / len(LABELS)

    def epochs() -> Iterator[tuple[int, list[list[tuple[list[Row], NDArray[np.generic]]]]]]:
        for epoch in range(settings.epochs):
            rows = [
                (lookup.rows(forms), said if isinstance(said, np.ndarray) else np.array([LABELS.index(label) for label in said]))
                for forms, said in data(epoch)
                if forms
            ]
            yield epoch, _batches(rows, settings.tokens, chance)

    def loss(batch: list[tuple[list[Row], NDArray[np.generic]]]) -> Tensor:
        wanted = torch.from_numpy(np.stack([sure[said] if said.ndim == 1 else said.astype(np.float32) for _, said in batch]))
        return -(wanted * nn.functional.log_softmax(net(_inputs([row for row, _ in batch])), -1)).sum(-1).mean()

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

    def epochs() -> Iterator[tuple[int, list[list[tuple[list[Row], list[list[int]]]]]]]:
        for epoch in range(settings.epochs):
            yield epoch, _batches(rows, settings.tokens, chance)

    def loss(batch: list[tuple[list[Row], list[list[int]]]]) -> Tensor:
        tag, head, dep = (torch.tensor([columns[at] for _, columns in batch]) for at in range(3))
        scores = net(_inputs([row for row, _ in batch]), head)
        losses = [nn.functional.cross_entropy(score.flatten(0, 1), gold.flatten()) for score, gold in zip(scores, (tag, head, dep), strict=True)]
        return 0.5 * losses[0] + losses[1] + losses[2]

    _train(net, epochs(), loss, settings)
    return net


def _train(net: nn.Module, epochs: Iterator[tuple[int, list[list[Batch]]]], loss: Callable[[list[Batch]], Tensor], settings: NetSettings) -> None:
    """Adam with a short warm-up and a rate that falls to a fiftieth."""
    parameters = [parameter for parameter in net.parameters() if parameter.requires_grad]
    adam = torch.optim.Adam(parameters, lr=settings.rate, betas=(0.9, 0.95), foreach=True)
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


def _batches(rows: list[tuple[Sequence[Columns], Answers]], tokens: int, chance: random.Random) -> list[list[tuple[Sequence[Columns], Answers]]]:
    """Examples of the same length together, in an order drawn by chance."""
    lengths: dict[int, list[tuple[Sequence[Columns], Answers]]] = {}
    for example in chance.sample(rows, len(rows)):
        lengths.setdefault(len(example[0]), []).append(example)
    found = [own[at : at + max(1, tokens // length)] for length, own in lengths.items() for at in range(0, len(own), max(1, tokens // length))]
    chance.shuffle(found)
    return found


def _inputs(rows: Sequence[Sequence[Row]]) -> Tensor:
    return torch.from_numpy(np.array(rows, np.int64))
