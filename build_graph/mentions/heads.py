"""Head nouns of groups: what the end of a word tells of the organisation or body it names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ontology.lexicon import kinds

STANDING = frozenset({"governingBody", "board", "committee", "council", "assembly", "commission", "workingGroup", "panel", "secretariat"})
"""Kinds of bodies that a common noun names by itself; "avdelingen" or "senteret" needs an owner or a name."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the head noun of a group tells: its kind, and whether the form is definite."""

    noun: str
    kind: str
    is_body: bool
    definite: bool


@cache
def heads() -> dict[str, Head]:
    """Every head noun of ontology/kinds.ttl, lower-case; its ending tells whether it is definite."""
    nouns = {noun.lower(): kind for kind in sorted(kinds(), key=lambda k: k.key) for noun in kind.head_nouns}
    return {noun: Head(noun, kind.key, kind.is_body, noun.endswith(DEFINITE)) for noun, kind in nouns.items()}


DEFINITE = ("et", "en", "ene", "a")
"""Endings of a definite noun in either written form; no head noun of a group ends so in the indefinite."""


@cache
def _suffixes() -> dict[str, tuple[str, ...]]:
    """Head nouns by their last three letters, longest first, to look a word's ending up."""
    table: dict[str, list[str]] = {}
    for noun in heads():
        table.setdefault(noun[-3:], []).append(noun)
    return {end: tuple(sorted(nouns, key=lambda n: (-len(n), n))) for end, nouns in table.items()}


@cache
def head_of(word: str) -> Head | None:
    """The head noun that a word ends in: "arbeidsgruppen" → gruppen; the longest that fits. None if it ends in none."""
    lower = word.lower()
    for noun in _suffixes().get(lower[-3:], ()):
        if lower == noun or (lower.endswith(noun) and len(noun) > 2 and len(lower) - len(noun) > 1):
            return heads()[noun]
    return None
