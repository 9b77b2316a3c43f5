"""How the names of two organisations or bodies relate."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from build_graph.resolve.fold import fold, stem
from build_graph.resolve.personal_names import near
from build_graph.resolve.scoring import setting


@cache
def bokmal(name: str) -> str:
    """The name as compared across Bokmål and Nynorsk: cognates.csv applied, no definite ending.

    >>> bokmal("Legeforeininga") == bokmal("Legeforeningen")
    True
    """
    folded = fold(name)
    for nynorsk, ours in _cognates():
        if ours not in folded:
            folded = folded.replace(nynorsk, ours)
    words = folded.split()
    return " ".join([*(_bare(word) for word in words[:-1]), stem(words[-1])]) if words else ""


def _bare(word: str) -> str:
    """The first words are definite too: "Foreininga Eksempel"."""
    return stem(word) if len(word) > 6 else word


@cache
def _cognates() -> tuple[tuple[str, str], ...]:
    text = files(__package__).joinpath("cognates.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return tuple((row["nn"], row["nb"]) for row in rows)


def relation(one: str, other: str) -> str | None:
    """The feature that says how two names of groups relate (features.csv); None where they do not."""
    if fold(one) == fold(other) or stem(one) == stem(other):
        return "same_name"
    if bokmal(one) == bokmal(other):
        return "other_language"
    first, second = fold(one), fold(other)
    if not near(first, second, int(setting("shortest_misspelt"))):
        return None
    words = list(zip(first.split(), second.split(), strict=False))
    slipped = [pair for pair in words if pair[0] != pair[1]]
    # In a short word another letter is another word: Helse Nord, Helse Ford.
    return "one_letter_apart" if all(min(map(len, pair)) >= 6 for pair in slipped) else None
