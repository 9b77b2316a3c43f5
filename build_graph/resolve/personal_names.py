"""How two personal names relate, and how many may bear one."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files

from build_graph.lexicon.tables import is_given_name, is_surname
from build_graph.resolve.fold import fold
from build_graph.resolve.scoring import setting, shares

_POPULATION = 5_500_000  # Norway
_RARER = 1e-4  # the share taken for a name that the table of common names lacks


@cache
def parts(name: str) -> tuple[str, ...]:
    """The folded words of a name, initials without their full stop."""
    return tuple(word.rstrip(".") for word in fold(name).replace(".", ". ").split() if word.rstrip("."))


def is_full(name: str) -> bool:
    """Whether it has a given name, or its initial, and a family name."""
    words = parts(name)
    return len(words) >= 2 and len(words[-1]) > 1


@cache
def relation(one: str, other: str) -> str | None:
    """The feature that says how two names relate (features.csv); None where they cannot be one person's.

    >>> relation("Kari Testdatter", "Kari Prøve-Testdatter"), relation("Kari P. Testdatter", "Kari Prøve Testdatter")
    ('shortened', 'initial')
    >>> relation("Kari Testdatter", "Ola Testdatter")
    """
    short, long = sorted((parts(one), parts(other)), key=lambda words: (len(words), words))
    if not short or short == long:
        return "same_name" if short else None
    if len(short) == 1:
        return "family_name_only" if len(short[0]) > 1 and short[0] == long[-1] else None
    if len(short) == 2 and len(short[1]) == 1:
        return "given_name_and_initial" if short[0] == long[0] and any(word[0] == short[1] for word in long[1:]) else None
    if len(short) == len(long) and near(" ".join(short), " ".join(long), int(setting("shortest_misspelt"))):
        # An initial is a choice, not a slip: Kari A. and Kari B. are two.
        slipped = [(a, b) for a, b in zip(short, long, strict=True) if a != b]
        first = short[0] != long[0]
        if all(min(len(a), len(b)) > 2 and not _are_two(a, b, given=first) for a, b in slipped):
            return "one_letter_apart"
    if not _agree(short[0], long[0]):
        return None
    if _agree(short[-1], long[-1]) and len(short[-1]) > 1:
        if not _within(short[1:-1], long[1:-1]):
            return None
        initials = any(len(word) == 1 for word in (*short, *long))
        return "initial" if initials else "shortened"
    return "family_name_left_out" if len(long) == len(short) + 1 >= 3 and long[: len(short)] == short else None


def _agree(one: str, other: str) -> bool:
    """Whether two words are equal, or one is the other's initial."""
    return one == other or (len(one) == 1 or len(other) == 1) and one[0] == other[0]


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether all words of the one stand in the other, in order, initials for names."""
    rest = iter(long)
    return all(any(_agree(word, candidate) for candidate in rest) for word in short)


def _are_two(one: str, other: str, *, given: bool) -> bool:
    """Whether two words are names of their own that sound different: Anne and Arne, but not Mathilde and Matilde."""
    known = is_given_name if given else is_surname
    return known(one) and known(other) and sound(one) != sound(other)


@cache
def sound(word: str) -> str:
    """The word as it sounds, roughly (sounds.csv).

    >>> sound("mathilde") == sound("matilde"), sound("anne") == sound("arne")
    (True, False)
    """
    for written, sounds in _sounds():
        word = word.replace(written, sounds)
    return re.sub(r"(.)\1", r"\1", word)


@cache
def _sounds() -> tuple[tuple[str, str], ...]:
    text = files(__package__).joinpath("sounds.csv").read_text(encoding="utf-8")
    return tuple((row["written"], row["sounds"]) for row in csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


def near(one: str, other: str, shortest: int) -> bool:
    """Whether exactly one letter differs, is missing, or is swapped with its neighbour, in words of at least so many letters."""
    if one == other or min(len(one), len(other)) < shortest or abs(len(one) - len(other)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    if any(character.isdigit() for text in (one, other) for character in text[max(0, start - 1) : start + 2]):
        return False
    head, tail = one[start:], other[start:]
    return head[1:] == tail[1:] or head[1:] == tail or head == tail[1:] or (head[:2] == tail[1::-1] and head[2:] == tail[2:])


@cache
def bearers(name: str) -> float:
    """How many people in Norway can be expected to bear the name: given and family names taken as independent."""
    words = parts(name)
    if len(words) < 2:
        return float(_POPULATION)
    share = shares("given").get(words[0], _RARER) * shares("family").get(words[-1], _RARER)
    for middle in words[1:-1]:
        share *= max(shares("given").get(middle, _RARER), shares("family").get(middle, _RARER))
    return _POPULATION * share


@cache
def frequency(name: str) -> str | None:
    """The feature that says whether a name is rare or common."""
    expected = bearers(name)
    if len(parts(name)) >= 3 or expected < setting("rare_below"):
        return "rare_name"
    return "common_name" if expected > setting("common_above") else None
