"""Scores as a table: each feature that holds adds its weight (features.csv), and thresholds.toml says what it takes."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Kind = Literal["person", "group"]


@dataclass(frozen=True, slots=True)
class Score:
    """How much speaks for two being one, and what; `features` in the table's order."""

    value: float
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From `join` on two are one; from `review` on a person should look; rivals closer than `margin` are a tie."""

    join: float
    review: float
    margin: float


def score(kind: Kind, features: Iterable[str]) -> Score:
    """The sum of the features' weights.

    :raises KeyError: for a feature that the table lacks.
    """
    weights = _weights(kind)
    held = set(features)
    if unknown := held - set(weights):
        raise KeyError(f"features.csv has no {kind} feature {sorted(unknown)[0]!r}")
    return Score(sum(weights[name] for name in held), tuple(name for name in weights if name in held))


@cache
def thresholds(kind: Kind) -> Thresholds:
    """The thresholds for people or for groups."""
    return Thresholds(**_settings()[kind])


@cache
def setting(name: str) -> float:
    """A number under [names]."""
    return _settings()["names"][name]


@cache
def meanings() -> dict[tuple[str, str], str]:
    """What each feature means, by kind and name."""
    return {(row["kind"], row["feature"]): row["meaning"] for row in _rows("features.csv")}


@cache
def _weights(kind: Kind) -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in _rows("features.csv") if row["kind"] == kind}


@cache
def _settings() -> dict[str, dict[str, float]]:
    return tomllib.loads(files(__package__).joinpath("thresholds.toml").read_text(encoding="utf-8"))


@cache
def shares(part: Literal["given", "family"]) -> dict[str, float]:
    """Of the commonest names, the share of people who bear each, by case-folded name."""
    return {row["name"].casefold(): float(row["per_10000"]) / 10_000 for row in _rows("common_names.csv") if row["part"] == part}


def _rows(name: str) -> list[dict[str, str]]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))
