"""Gold facts paired one to one with stated facts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from build_graph.evaluate.facts import Fact, Facts, unique
from build_graph.evaluate.names import fold, test_of

_METADATA = ("published", "author", "photographer")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found of one kind in one article: the pairs, the gold that was missed, and what was stated beside it."""

    pairs: Sequence[tuple[Fact, Fact]] = field(hash=False, default=())
    missed: Sequence[Fact] = ()
    surplus: Sequence[Fact] = ()


def compare(gold: Facts, said: Facts) -> Iterator[tuple[str, Outcome]]:
    """Every kind that the gold or the graph has. Metadata that the gold leaves out is not compared."""
    for kind in sorted(set(gold) | set(said) - {"plain member"}):
        wanted, got = gold.get(kind, []), unique(said.get(kind, []))
        if kind in _METADATA and all(fact.optional for fact in wanted):
            continue
        yield kind, _outcome(kind, wanted, got, gold, said)


def _outcome(kind: str, wanted: list[Fact], got: list[Fact], gold: Facts, said: Facts) -> Outcome:
    if kind == "member":  # any stated tie satisfies it, and precision is counted on roles
        ties = [fact for each in ("member", "affiliation", "leads") for fact in said.get(each, [])]
        found = pair(kind, wanted, unique(ties))
        return Outcome(found.pairs, found.missed)
    if kind == "affiliation":
        found = pair(kind, wanted, unique([*said.get("affiliation", []), *said.get("member", [])]))
        roles = [Fact({"who": fact.fields["who"], "group": fact.fields["group"]}, optional=fact.optional) for fact in gold.get("role", []) if fact.fields["group"]]
        return Outcome(found.pairs, found.missed, pair(kind, [*wanted, *gold.get("member", []), *roles], got).surplus)
    if kind == "role":  # "styremedlem" may be stated as membership of the board: right, and never surplus
        plain = unique(said.get("plain member", []))
        found = pair(kind, wanted, [*got, *plain])
        return Outcome(found.pairs, found.missed, [fact for fact in found.surplus if not any(fact is each for each in plain)])
    found = pair(kind, wanted, got)
    if kind == "leads":  # that someone leads follows from a role there
        held = [Fact({"who": fact.fields["who"], "group": fact.fields["group"]}) for fact in gold.get("role", [])]
        return Outcome(found.pairs, found.missed, [fact for fact in found.surplus if not any(agrees(kind, role, fact) for role in held)])
    return found


def pair(kind: str, wanted: Sequence[Fact], got: Sequence[Fact]) -> Outcome:
    """Greedy and one to one: what the gold asks for before what is optional, the exact before the vague, the closest first."""
    left, pairs, missed = list(got), [], []
    for fact in sorted(wanted, key=lambda each: (each.optional, sum(not labels for labels in each.fields.values()))):
        able = [each for each in left if agrees(kind, fact, each)]
        if able:
            hit = max(able, key=lambda each: _closeness(fact, each))
            left = [each for each in left if each is not hit]
            if not fact.optional:
                pairs.append((fact, hit))
        elif not fact.optional:
            missed.append(fact)
    return Outcome(pairs, missed, left)


def agrees(kind: str, gold: Fact, said: Fact) -> bool:
    """Whether a stated fact says what the gold does, in every field that the gold fills."""
    for name, labels in gold.fields.items():
        got = said.fields.get(name)
        if labels and not (got and test_of(kind, name)(labels, got)):
            return False
    return True


def _closeness(gold: Fact, said: Fact) -> int:
    def folded(labels: Collection[str]) -> set[str]:
        return {fold(each) for each in labels}

    spelt = sum(bool(folded(labels) & folded(said.fields.get(name, ()))) for name, labels in gold.fields.items())
    return 2 * spelt + (gold.status == said.status)
