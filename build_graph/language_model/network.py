"""Runs the trained networks with NumPy: table look-ups and bidirectional LSTM layers over the sentences of a document.

The weights come from `training/` as a NumPy archive without pickles. Sentences of one document go through together,
longest first, so that one matrix product serves them all at each step.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Rows = Sequence[tuple[int, ...]]
# Tokens that go through together; bounds memory (about 60 MB) whatever the document's length.
BATCH = 6_000
# Up to so many sentences, a product of a vector and the matrix for each is faster than one of two matrices.
FEW = 6


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
            _halved(*(_floats(weights[f"layer.{at}.{part}"]) for part in ("input", "state", "bias")))
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
        lengths = [len(sentences[at]) for at in batch]
        steps = Steps(lengths)
        rows = np.array([row for at in batch for row in sentences[at]], np.int64)
        # A word that comes often is looked up and weighed once.
        distinct, places = np.unique(rows, axis=0, return_inverse=True)
        states = self._look_up(distinct)
        for layer in self._layers:
            states = _bidirectional(states, places, steps, *layer)
            places = np.arange(len(rows))
        for at, part in zip(batch, np.split(states, np.cumsum(lengths)[:-1]), strict=True):
            found[at] = part

    def _look_up(self, rows: NDArray[np.int64]) -> Floats:
        columns = [self._vectors[rows[:, 0]].astype(np.float32) * self._scale]
        columns += [table[rows[:, at]] for at, table in enumerate(self._tables, 1)]
        return np.concatenate(columns, 1)


class Steps:
    """Sentences that go through side by side, a token of each at a time: the order of their tokens in both directions.

    `forward` and `backward` number the tokens in the order in which they are read; step after step, and in each the
    sentences that still go on. Iterating gives each step as a slice of that order; as the longest sentences stand first,
    a step's sentences are the first of the step before.
    """

    def __init__(self, lengths: Sequence[int]) -> None:
        """
        Args:
            lengths: tokens of each sentence, in the order in which the sentences stand.
        """
        sizes = np.array(lengths)
        order = np.argsort(-sizes, kind="stable")
        starts = (np.cumsum(sizes) - sizes)[order]
        ends = starts + sizes[order] - 1
        self.running: list[int] = np.searchsorted(-sizes[order], -np.arange(sizes.max()), "left").tolist()
        self.forward = np.concatenate([starts[:count] + step for step, count in enumerate(self.running)])
        self.backward = np.concatenate([ends[:count] - step for step, count in enumerate(self.running)])

    def __iter__(self) -> Iterator[tuple[int, int]]:
        end = 0
        for count in self.running:
            start, end = end, end + count
            yield start, end


def _bidirectional(inputs: Floats, places: NDArray[np.int64], steps: Steps, weight: Floats, recurrent: Floats, bias: Floats) -> Floats:
    """One layer over tokens that stand sentence after sentence.

    Args:
        inputs: rows of features.
        places: the row of each token.
        steps: the tokens' order.
        weight, recurrent, bias: the layer, its two directions along the first axis, gates in the order input, forget, output, cell;
            with `_halved` gates.
    """
    hidden = recurrent.shape[1]
    half = np.float32(0.5)
    gates = inputs @ weight.reshape(-1, weight.shape[2]).T
    gates += bias.reshape(-1)
    split = gates.reshape(len(inputs), 2, 4 * hidden)
    scores_of = np.stack([split[places[steps.forward], 0], split[places[steps.backward], 1]])
    # Twice the states, as a sigmoid is half of one more than a tanh; halved where they are multiplied and at the end.
    states = np.empty((2, len(places), hidden), np.float32)
    state = memory = np.zeros((2, steps.running[0], hidden), np.float32)
    product = np.empty((2, steps.running[0], 4 * hidden), np.float32)
    for start, end in steps:
        scores = scores_of[:, start:end]
        if start:
            if end - start > FEW:
                scores += np.matmul(state[:, : end - start], recurrent, out=product[:, : end - start])
            else:
                scores += np.matmul(state[:, : end - start, None], recurrent[:, None])[:, :, 0]
        np.tanh(scores, out=scores)
        opened = scores[:, :, : 3 * hidden]
        opened += 1
        kept = opened[:, :, hidden : 2 * hidden]
        kept *= memory[:, : end - start]
        added = opened[:, :, :hidden]
        added *= scores[:, :, 3 * hidden :]
        added += kept
        added *= half
        memory = added
        state = np.multiply(opened[:, :, 2 * hidden :], np.tanh(memory), out=states[:, start:end])
    states *= half
    outputs = np.empty((len(places), 2 * hidden), np.float32)
    outputs[steps.forward, :hidden] = states[0]
    outputs[steps.backward, hidden:] = states[1]
    return outputs


def _halved(weight: Floats, recurrent: Floats, bias: Floats) -> tuple[Floats, Floats, Floats]:
    """The layer for `_bidirectional`: half the scores of the three sigmoid gates, and half of what is multiplied with a state.

    Halves are exact, so nothing is rounded.
    """
    hidden = recurrent.shape[1]
    weight, recurrent, bias = weight.copy(), recurrent * np.float32(0.5), bias.copy()
    weight[:, : 3 * hidden] *= np.float32(0.5)
    recurrent[:, :, : 3 * hidden] *= np.float32(0.5)
    bias[:, : 3 * hidden] *= np.float32(0.5)
    return weight, recurrent, bias


def _floats(values: NDArray[np.generic]) -> Floats:
    return values.astype(np.float32)


def _count(weights: Mapping[str, NDArray[np.generic]], prefix: str) -> int:
    return sum(name.startswith(prefix) for name in weights)
