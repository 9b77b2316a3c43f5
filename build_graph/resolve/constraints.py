"""What people decided about who is who, in terms of the places where referents stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

Place = tuple[str, str]
"""An article's identifier and a referent's id in it."""

Pair = tuple[frozenset[Place], frozenset[Place]]


@dataclass(frozen=True, slots=True)
class Constraints:
    """`same` are pairs of one entity, `apart` pairs of two; where they contradict each other, `apart` wins."""

    same: tuple[Pair, ...] = ()
    apart: tuple[Pair, ...] = ()

    def forbid(self, one: frozenset[Place], other: frozenset[Place]) -> bool:
        """Whether somebody decided that these two, or parts of them, are not the same."""
        return any(a & one and b & other or a & other and b & one for a, b in self.apart)

    def judged(self, one: frozenset[Place], other: frozenset[Place]) -> bool:
        """Whether somebody decided anything about these two: then there is nothing left to review."""
        return any(a & one and b & other or a & other and b & one for a, b in (*self.same, *self.apart))

    def joined(self, places: frozenset[Place]) -> Iterator[frozenset[Place]]:
        """The sets of places, among these, that must be one."""
        for a, b in self.same:
            if (both := (a | b) & places) and len(both) > 1:
                yield both
