"""Extracts and decisions → what quads are made of, and a line for each decision that no longer applies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from build_graph.curation.decisions import Decision
from build_graph.curation.forget import forget
from build_graph.curation.references import NotFound, References
from build_graph.curation.wrong import without_wrong
from build_graph.model import Extract, Resolution
from build_graph.quads.context import Context
from build_graph.resolve import Constraints, resolve
from build_graph.resolve.constraints import Pair, Place


@dataclass(frozen=True, slots=True)
class Applied:
    """A decision that holds, and the paths of the entities that it is about, as they are called in the graph.

    `was` are paths that the program alone would have given, and that somebody said are another's.
    """

    decision: Decision
    about: tuple[str, ...] = ()
    was: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Curated:
    """What is left of the extracts, how they resolve, and what became of each decision."""

    extracts: tuple[Extract, ...]
    resolution: Resolution
    applied: tuple[Applied, ...] = ()
    notes: tuple[str, ...] = ()


def curate(extracts: Sequence[Extract], context: Context, decisions: Sequence[Decision]) -> Curated:
    """Applies the decisions: first who is forgotten, then who is who, what is called how, and what is wrong."""
    by_verb = {verb: [each for each in decisions if each.verb == verb] for verb in ("same", "not same", "rename", "wrong", "forget")}
    kept, unmet = forget(extracts, by_verb["forget"], context.institutions)
    applied = [Applied(each) for each in by_verb["forget"] if each not in {decision for decision, _ in unmet}]
    alone = resolve(kept, context.institutions)
    if not any(by_verb[verb] for verb in ("same", "not same", "rename", "wrong")):
        return Curated(tuple(kept), alone, tuple(applied), _notes(unmet))
    references = References(kept, alone, context.iris)
    constraints, judged, missing = _constraints([*by_verb["same"], *by_verb["not same"]], references)
    resolution = resolve(kept, context.institutions, constraints) if judged else alone
    for decision, (one, other) in judged:
        paths = tuple(sorted({resolution.of[place] for place in one | other}))
        held = len(paths) == 1 if decision.verb == "same" else {resolution.of[p] for p in one}.isdisjoint(resolution.of[p] for p in other)
        if not held:
            missing.append((decision, "contradicts another decision, the register, or what they are"))
            continue
        was = {alone.of[place] for place in one | other} - set(paths) if decision.verb == "same" else set[str]()
        # An old path that somebody else bears now is no other name of this one.
        applied.append(Applied(decision, paths, tuple((path, paths[0]) for path in sorted(was - set(resolution.entities)))))
    resolution, renamed, unnamed = _renamed(resolution, by_verb["rename"], references)
    kept, unfound = without_wrong(kept, resolution, context, by_verb["wrong"])
    applied += renamed
    applied += [Applied(each, (each.what,)) for each in by_verb["wrong"] if each not in {decision for decision, _ in unfound}]
    return Curated(tuple(kept), resolution, tuple(applied), _notes([*unmet, *missing, *unnamed, *unfound]))


def _constraints(
    decisions: Sequence[Decision], references: References
) -> tuple[Constraints, list[tuple[Decision, Pair]], list[tuple[Decision, str]]]:
    judged: list[tuple[Decision, Pair]] = []
    missing: list[tuple[Decision, str]] = []
    for decision in decisions:
        try:
            one, other = references.places(decision.what), references.places(decision.other)
        except NotFound as error:
            missing.append((decision, str(error)))
            continue
        if decision.verb == "not same" and one & other:
            missing.append((decision, "both are the same places; add @ and an article to each"))
        else:
            judged.append((decision, (one, other)))
    pairs = {verb: tuple(pair for decision, pair in judged if decision.verb == verb) for verb in ("same", "not same")}
    return Constraints(pairs["same"], pairs["not same"]), judged, missing


def _renamed(
    resolution: Resolution, decisions: Sequence[Decision], references: References
) -> tuple[Resolution, list[Applied], list[tuple[Decision, str]]]:
    entities, applied, missing = dict(resolution.entities), list[Applied](), list[tuple[Decision, str]]()
    for decision in decisions:
        try:
            places: frozenset[Place] = references.places(decision.what)
        except NotFound as error:
            missing.append((decision, str(error)))
            continue
        path = resolution.of[min(places)]
        entity = entities[path]
        if entity.register:
            missing.append((decision, "stands in the register of institutions: its name is changed there"))
            continue
        aliases = tuple(sorted({*entity.aliases, entity.name} - {decision.other}))
        entities[path] = replace(entity, name=decision.other, aliases=aliases)
        applied.append(Applied(decision, (path,)))
    return replace(resolution, entities=entities), applied, missing


def _notes(unmet: Sequence[tuple[Decision, str]]) -> tuple[str, ...]:
    return tuple(f"decision on line {decision.line} does not apply: {decision}: {reason}" for decision, reason in sorted(unmet, key=lambda item: item[0].line))
