"""Runs the trained conditional random field with NumPy: sums of feature weights, then forward and backward over a document's sentences.

What a form says by itself or as a neighbour is summed once and kept; the sums of a sentence are then look-ups.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from build_graph.language_model.features import DISTANCES, around, near, own, reaching
from build_graph.language_model.network import Floats, Steps

# Sums kept from one document to the next at most; each takes 60 bytes.
KEPT = 300_000
_LEAST = 1e-6
_NEAR = re.compile(r"(-?[123])([a-z]=.*)", re.DOTALL)
_COLUMNS = tuple(enumerate(DISTANCES))


class Field:
    """The conditional random field, as a table of label probabilities."""

    def __init__(self, features: Sequence[str], states: NDArray[np.generic], moves: NDArray[np.generic]) -> None:
        """
        Args:
            features: the features' names.
            states: their weights, features × labels.
            moves: the weight of a label (column) after another (row).
        """
        self._weights = np.vstack([np.zeros((1, states.shape[1])), states]).astype(np.float32)
        self._numbers = {feature: at for at, feature in enumerate(features, 1)}
        # A neighbour's features: mark → its number at each of the distances, 0 for none.
        self._marks: dict[str, list[int]] = {}
        for feature, at in self._numbers.items():
            found = _NEAR.match(feature)
            if found:
                self._marks.setdefault(found[2], [0] * len(DISTANCES))[DISTANCES.index(int(found[1]))] = at
        moves = np.exp(moves.astype(np.float64))
        self._moves = np.stack([moves, moves.T])
        self._sums = self._weights
        self._kept = len(self._weights)
        self._own: dict[str, int] = {}
        self._near: dict[str, list[int]] = {}

    def probabilities(self, sentences: Sequence[Sequence[str]]) -> Floats:
        """Tokens × labels, sentence after sentence; none is empty."""
        if self._kept > KEPT:
            self._kept, self._own, self._near = len(self._weights), {}, {}
        scores = self._scores(sentences).astype(np.float64)
        scores = np.exp(scores - scores.max(1, keepdims=True))
        steps = Steps([len(sentence) for sentence in sentences])
        given = np.stack([scores[steps.forward], scores[steps.backward]])
        # Before a token's own scores: what the tokens on its one side (first) and on its other (second) leave of each label.
        before = np.ones_like(given)
        state = np.ones((2, steps.running[0], scores.shape[1]))
        for start, end in steps:
            if start:
                state = np.matmul(state[:, : end - start], self._moves, out=before[:, start:end])
            state = state * given[:, start:end]
            state /= state.sum(2, keepdims=True)
        belief = scores
        belief[steps.forward] *= before[0]
        belief[steps.backward] *= before[1]
        belief /= belief.sum(1, keepdims=True)
        floats: Floats = np.maximum(belief, _LEAST).astype(np.float32)
        return floats

    def _scores(self, sentences: Sequence[Sequence[str]]) -> Floats:
        """The sum of the weights of each token's features."""
        fresh: list[list[int]] = []
        of_own, of_near, marks, number = self._own, self._near, self._marks, self._numbers.get
        kept = self._kept

        def add(known: list[int]) -> int:
            if len(known) < 2:
                return known[0] if known else 0
            fresh.append(known)
            return kept + len(fresh) - 1

        def add_near(form: str) -> list[int]:
            rows = [marks.get(mark) for mark in near(form)]
            return [add([row[at] for row in reaching(rows, distance) if row and row[at]]) for at, distance in enumerate(DISTANCES)]

        terms: list[int] = []
        starts: list[int] = []
        for sentence in sentences:
            seen, others = around(sentence)
            neighbours: list[list[int]] = []
            for form in seen:
                found = of_near.get(form)
                if found is None:
                    found = of_near[form] = add_near(form)
                neighbours.append(found)
            count = len(seen)
            for at, form in enumerate(seen):
                starts.append(len(terms))
                term = of_own.get(form)
                if term is None:
                    term = of_own[form] = add([known for feature in own(form) if (known := number(feature))])
                terms.append(term)
                terms += [neighbours[at + distance][column] for column, distance in _COLUMNS if 0 <= at + distance < count]
                terms += [known for feature in others[at] if (known := number(feature))]
        if fresh:
            ends = np.cumsum([len(one) for one in fresh])
            sums = np.add.reduceat(self._weights[[at for one in fresh for at in one]], ends - [len(one) for one in fresh])
            self._kept += len(sums)
            if self._kept > len(self._sums):
                self._sums = np.concatenate([self._sums[:kept], np.empty((self._kept, sums.shape[1]), np.float32)])
            self._sums[kept : self._kept] = sums
        return np.add.reduceat(self._sums[terms], starts)
