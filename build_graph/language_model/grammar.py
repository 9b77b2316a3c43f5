"""Parts of speech and dependencies: a biaffine parser over the encoder's vectors (Dozat and Manning, 2017)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from build_graph.language_model.network import Floats

Grammatical = tuple[list[str], list[int], list[str]]


class Grammar:
    """Tags, heads and labels of the Norwegian Dependency Treebank."""

    def __init__(self, weights: Mapping[str, NDArray[np.generic]], tags: Sequence[str], deps: Sequence[str]) -> None:
        self._tags, self._deps = tags, deps
        self._weights = {name: values.astype(np.float32) for name, values in weights.items() if name.startswith("head.")}
        labels, size, _ = self._weights["head.label"].shape
        self._label = self._weights["head.label"].transpose(1, 0, 2).reshape(size, labels * size)

    def parse(self, sentences: Sequence[Floats]) -> list[Grammatical]:
        """A part of speech, a head and a label for each token.

        Args:
            sentences: the encoder's matrices, tokens × features.

        Returns:
            For each sentence its tags; its heads, counted from 1, 0 for the root; its labels.
        """
        if not sentences:
            return []
        weights = self._weights
        every = np.concatenate(sentences)
        root = weights["head.root"][None]
        tags = (every @ weights["head.tag.weight"] + weights["head.tag.bias"]).argmax(1)
        arcs = self._part("arc_dependant", every) @ weights["head.arc"][0]
        arc_heads, arc_root = self._part("arc_head", every), self._part("arc_head", root)
        labels = (self._part("label_dependant", every) @ self._label).reshape(len(every), len(self._deps), -1)
        label_heads, label_root = self._part("label_head", every), self._part("label_head", root)
        found: list[Grammatical] = []
        end = 0
        for sentence in sentences:
            start, end = end, end + len(sentence)
            scores = arcs[start:end] @ np.concatenate([arc_root, arc_heads[start:end]]).T
            scores[np.arange(end - start), np.arange(1, end - start + 1)] = -np.inf
            heads = tree(scores)
            governors = np.concatenate([label_root, label_heads[start:end]])[heads]
            best = np.matmul(labels[start:end], governors[:, :, None])[:, :, 0].argmax(1)
            found.append(([self._tags[at] for at in tags[start:end]], heads.tolist(), [self._deps[at] for at in best]))
        return found

    def _part(self, name: str, values: Floats) -> Floats:
        """A layer with leaky rectification, and the constant 1 that gives the product its linear terms."""
        weight = self._weights[f"head.{name}.weight"]
        product = np.ones((len(values), weight.shape[1] + 1), np.float32)
        product[:, :-1] = values @ weight + self._weights[f"head.{name}.bias"]
        return np.maximum(product, product * np.float32(0.1), out=product)


def tree(scores: Floats) -> NDArray[np.int64]:
    """The heads of the best tree, by Chu, Liu and Edmonds.

    Args:
        scores: of token i (row) hanging on token j (column); column 0 is the root.

    Returns:
        The head of each token, counted from 1, 0 for the root.
    """
    best: NDArray[np.int64] = scores.argmax(1)
    if not _cycle(best):
        return best
    size = len(scores) + 1
    square = np.full((size, size), -np.inf)
    square[1:] = scores
    return np.array(_edmonds(square)[1:], np.int64)


def _cycle(heads: Sequence[int] | NDArray[np.int64]) -> list[int]:
    """One cycle among the heads of tokens 1, 2, …; empty when there is none."""
    state = [0] * (len(heads) + 1)
    for first in range(1, len(heads) + 1):
        path: list[int] = []
        at = first
        while at and not state[at]:
            state[at] = first
            path.append(at)
            at = int(heads[at - 1])
        if at and state[at] == first:
            return path[path.index(at) :]
    return []


def _edmonds(scores: NDArray[np.float64]) -> list[int]:
    """Heads of nodes 0, 1, … (the root's is -1) of the best tree; row i holds the scores of node i's heads."""
    size = len(scores)
    np.fill_diagonal(scores, -np.inf)
    heads = scores.argmax(1)
    cycle = _cycle(heads[1:])
    if not cycle:
        return [-1, *(int(head) for head in heads[1:])]
    inside = set(cycle)
    outside = [node for node in range(size) if node not in inside]
    number = {node: at for at, node in enumerate(outside)}
    joined = len(outside)
    smaller = np.full((joined + 1, joined + 1), -np.inf)
    total = sum(scores[node, heads[node]] for node in cycle)
    enters, leaves = {}, {}
    for node in outside:
        for other in outside:
            smaller[number[node], number[other]] = scores[node, other]
        gains = [total - scores[member, heads[member]] + scores[member, node] for member in cycle]
        at = int(np.argmax(gains))
        enters[node] = cycle[at]
        smaller[joined, number[node]] = gains[at]
        if node:
            at = int(np.argmax([scores[node, member] for member in cycle]))
            leaves[node] = cycle[at]
            smaller[number[node], joined] = scores[node, cycle[at]]
    smaller[0] = -np.inf
    found = _edmonds(smaller)
    result = [-1] * size
    for node in outside[1:]:
        head = found[number[node]]
        result[node] = leaves[node] if head == joined else outside[head]
    for member in cycle:
        result[member] = int(heads[member])
    head = outside[found[joined]]
    result[enters[head]] = head
    return result
