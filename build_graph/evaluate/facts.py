"""A fact as gold and graph are compared: a kind, and for each field the labels that it goes by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from build_graph.evaluate.names import fold

Labels = frozenset[str]
NONE: Labels = frozenset()


@dataclass(frozen=True, slots=True)
class Fact:
    """What somebody states. An empty field of the gold leaves it open; `optional` gold is neither a miss nor, found, surplus.

    `evidence` are the rules that found a stated fact, each with the confidence that it gave.
    """

    fields: Mapping[str, Labels] = field(hash=False)
    status: str | None = None
    optional: bool = False
    evidence: tuple[tuple[str, float], ...] = ()

    @property
    def identity(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Equal for statements of one fact: all but its status and whether it is optional."""
        return tuple(sorted((name, tuple(sorted(map(fold, labels)))) for name, labels in self.fields.items()))

    def __str__(self) -> str:
        return "; ".join(f"{name}: {' | '.join(sorted(labels))}" for name, labels in self.fields.items() if labels)


Facts = dict[str, list[Fact]]


def unique(facts: Iterable[Fact]) -> list[Fact]:
    """Each fact once: a fact said twice counts once, and what is said plainly is not optional. The evidence is joined."""
    first: dict[object, Fact] = {}
    evidence: defaultdict[object, set[tuple[str, float]]] = defaultdict(set)
    for each in sorted(facts, key=lambda fact: fact.optional):
        first.setdefault(each.identity, each)
        evidence[each.identity].update(each.evidence)
    return [Fact(each.fields, each.status, each.optional, tuple(sorted(evidence[key]))) for key, each in first.items()]
