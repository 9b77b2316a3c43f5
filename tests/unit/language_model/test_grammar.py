"""The parser's tree and the labels' path, on scores made by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_graph.language_model.grammar import tree


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([[0, -9, 5], [9, 1, -9]], [2, 0]),
        # Each token's best head is the other: the cycle is broken where it costs least.
        ([[1, -9, 5], [3, 5, -9]], [2, 0]),
        ([[0, -9, 9, 0], [0, 9, -9, 0], [5, 0, 0, -9]], [2, 3, 0]),
    ],
)
def test_tree(scores: list[list[float]], expected: list[int]) -> None:
    found = list(tree(np.array(scores, np.float32)))
    assert found == expected or _total(scores, found) == _total(scores, expected)


def _total(scores: list[list[float]], heads: list[int]) -> float:
    return sum(row[head] for row, head in zip(scores, heads, strict=True))


@given(st.integers(1, 7).flatmap(lambda n: st.lists(st.lists(st.integers(-9, 9), min_size=n + 1, max_size=n + 1), min_size=n, max_size=n)))
def test_every_token_leads_to_the_root(scores: list[list[int]]) -> None:
    values = np.array(scores, np.float32)
    values[np.arange(len(scores)), np.arange(1, len(scores) + 1)] = -np.inf
    heads = tree(values)
    for first in range(1, len(heads) + 1):
        at, steps = first, 0
        while at:
            at, steps = int(heads[at - 1]), steps + 1
            assert steps <= len(heads)
