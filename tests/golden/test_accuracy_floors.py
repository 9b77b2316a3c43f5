"""The accuracy gate: what the sample corpus reached once, it keeps reaching."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

import pytest

from tests.golden.raise_floors import FLOORS, corpus_digest, figures, measured

PINNED: dict[str, Any] = tomllib.loads(FLOORS.read_text(encoding="utf-8"))


@cache
def reached() -> dict[str, dict[str, float]]:
    return figures(measured())


def test_the_floors_are_those_of_this_corpus() -> None:
    assert corpus_digest() == PINNED["corpus"], "articles or gold changed: run python3 -m tests.golden.raise_floors and look at what it writes"


@pytest.mark.parametrize("kind", sorted(PINNED["floors"]))
def test_no_figure_falls_below_its_floor(kind: str) -> None:
    below = {name: (round(reached()[kind][name], 4), floor) for name, floor in PINNED["floors"][kind].items() if reached()[kind][name] < floor}
    assert not below, f"{kind} fell (reached, floor): {below}"


def test_every_kind_has_a_floor() -> None:
    assert set(reached()) == set(PINNED["floors"])


def test_who_lowers_a_floor_says_why() -> None:
    assert all(len(reason) > 10 for reason in PINNED["lowered"].values())
    assert set(PINNED["lowered"]) <= set(PINNED["floors"])
