"""Runs the trained networks with NumPy: table look-ups and bidirectional LSTM layers over the sentences of a document.

The weights come from `training/` as a NumPy archive without pickles. Sentences of one document go through together,
longest first, so that one matrix product serves them all at each step.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Rows = Sequence[tuple[int, ...]]
# Tokens that go through together; bounds memory (about 60 MB) whatever the document's length.
BATCH = 6_000


class Encoder:
    """Vectors for tokens in the light of their sentences."""

    def __init__(self, weights: Mapping[str, NDArray[np.generic]], vectors: NDArray[np.int8], scale: float) -> None:
        """
        Args:
            weights: `table.1` … for the look-ups, and for each layer `layer.0.input`, `.state`, `.bias`, with the two
                directions along the first axis.
            vectors: the word vectors, as whole numbers.
            scale: what a whole number is worth.
        """
        self._vectors = vectors
        self._scale = np.float32(scale)
        self._tables = [_floats(weights[f"table.{at}"]) for at in range(1, _count(weights, "table.") + 1)]
        self._layers = [
            tuple(_floats(weights[f"layer.{at}.{part}"]) for part in ("input", "state", "bias"))
            for at in range(_count(weights, "layer.") // 3)
        ]

    def encode(self, sentences: Sequence[Rows]) -> list[Floats]:
        """One matrix a sentence, tokens × features.

        Args:
            sentences: `Lookup.rows` of each; none is empty.
        """
        order = sorted(range(len(sentences)), key=lambda at: (-len(sentences[at]), at))
        found: list[Floats] = [np.zeros((0, 0), np.float32)] * len(sentences)
        batch: list[int] = []
        for at in order:
            if batch and (len(batch) + 1) * len(sentences[batch[0]]) > BATCH:
                self._batch(sentences, batch, found)
                batch = []
            batch.append(at)
        if batch:
            self._batch(sentences, batch, found)
        return found

    def _batch(self, sentences: Sequence[Rows], batch: Sequence[int], found: list[Floats]) -> None:
        lengths = np.array([len(sentences[at]) for at in batch])
        rows = np.array([row for at in batch for row in sentences[at]], np.int64)
        # A word that comes often is looked up and weighed once.
        distinct, places = np.unique(rows, axis=0, return_inverse=True)
        states = self._look_up(distinct)
        for layer in self._layers:
            states = _bidirectional(states, places, lengths, *layer)
            places = np.arange(len(rows))
        for at, part in zip(batch, np.split(states, np.cumsum(lengths)[:-1]), strict=True):
            found[at] = part

    def _look_up(self, rows: NDArray[np.int64]) -> Floats:
        columns = [self._vectors[rows[:, 0]].astype(np.float32) * self._scale]
        columns += [table[rows[:, at]] for at, table in enumerate(self._tables, 1)]
        return np.concatenate(columns, 1)


def _bidirectional(
    inputs: Floats, places: NDArray[np.int64], lengths: NDArray[np.int64], weight: Floats, recurrent: Floats, bias: Floats
) -> Floats:
    """One layer over tokens that stand sentence after sentence, the longest sentence first.

    Args:
        inputs: rows of features.
        places: the row of each token.
        lengths: the sentences' lengths, falling.
        weight, recurrent, bias: the layer, its two directions along the first axis.
    """
    hidden = recurrent.shape[1]
    # Steps one after the other, and in each the sentences that still go on: the longest come first, so they are a slice.
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    running = [int(np.searchsorted(-lengths, -step, "left")) for step in range(int(lengths[0]))]
    forward = np.concatenate([starts[:count] + step for step, count in enumerate(running)])
    backward = np.concatenate([starts[:count] + lengths[:count] - 1 - step for step, count in enumerate(running)])
    gates = inputs @ weight.reshape(-1, weight.shape[2]).T
    gates += bias.reshape(-1)
    split = gates.reshape(len(inputs), 2, 4 * hidden)
    scores_of = np.stack([split[places[forward], 0], split[places[backward], 1]])
    states = np.empty((2, len(places), hidden), np.float32)
    state = np.zeros((2, len(lengths), hidden), np.float32)
    memory = np.zeros_like(state)
    at = 0
    for count in running:
        scores = scores_of[:, at : at + count]
        scores += np.matmul(state[:, :count], recurrent)
        # Order of the gates: input, forget, output, cell. A sigmoid is a tanh of half the score, which NumPy does faster.
        opened = np.tanh(scores[:, :, : 3 * hidden] * np.float32(0.5))
        opened += 1
        opened *= np.float32(0.5)
        memory = memory[:, :count] * opened[:, :, hidden : 2 * hidden]
        memory += opened[:, :, :hidden] * np.tanh(scores[:, :, 3 * hidden :])
        state = np.multiply(opened[:, :, 2 * hidden :], np.tanh(memory), out=states[:, at : at + count])
        at += count
    outputs = np.empty((len(places), 2 * hidden), np.float32)
    outputs[forward, :hidden] = states[0]
    outputs[backward, hidden:] = states[1]
    return outputs


def _floats(values: NDArray[np.generic]) -> Floats:
    return values.astype(np.float32)


def _count(weights: Mapping[str, NDArray[np.generic]], prefix: str) -> int:
    return sum(name.startswith(prefix) for name in weights)
