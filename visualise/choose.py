"""What goes into one map: Rows → Rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from visualise import legend
from visualise.options import MapError, MapOptions
from visualise.records import Actor, Fact, Rows

ARTICLE = "article"


def choose(rows: Rows, options: MapOptions) -> Rows:
    """The part of the rows that the options ask for.

    Actors that no fact speaks of are left out: the register that ships with the product holds institutions that no article mentions.

    Raises:
        MapError: nothing is left, no actor has the name in `around`, or several actors have it.
    """
    facts: Iterable[Fact] = rows.facts
    if options.chosen is not None:
        facts = _among(facts, options.chosen)
    facts = _in_period(facts, options.since, options.until)
    if options.around is not None:
        kept = _near(facts, find_actor(rows, options.around), options.hops)
        facts = [fact for fact in facts if _touches_only(rows, fact, kept)]
    if not options.articles:
        facts = [_without_article(rows, fact) for fact in facts if not _only_mentions(rows, fact)]
    facts = _grounded(facts)
    used = {iri for fact in facts for iri in (fact.subject, fact.object) if iri}
    actors = {iri: actor for iri, actor in rows.actors.items() if iri in used}
    if not actors:
        raise MapError("The map would be empty: no fact in the graph fits these choices.")
    return Rows(actors, rows.articles, tuple(facts), rows.concepts)


def find_actor(rows: Rows, name: str) -> str:
    """The IRI of the one actor with this IRI, name or alias, compared without case.

    Raises:
        MapError: no actor has the name, or several have it; the message lists up to five.
    """
    if name in rows.actors:
        return name
    wanted = name.casefold().strip()
    actors = [a for a in rows.actors.values() if a.cls != ARTICLE]
    found = [a for a in actors if wanted in {v.casefold() for v in (*a.labels.values(), *a.aliases)}]
    if not found:
        near = sorted({a.name for a in actors if wanted in a.name.casefold()})[:5]
        raise MapError(f"No actor is called {name!r}." + (f" Did you mean {', '.join(near)}?" if near else ""))
    if len(found) > 1:
        listed = ", ".join(sorted(a.iri for a in found)[:5])
        raise MapError(f"{len(found)} actors are called {name!r}; give the IRI of one: {listed}")
    return found[0].iri


def chosen_by(triples: Iterable[tuple[object, object, object]]) -> frozenset[str]:
    """The IRIs that a CONSTRUCT query's triples name as subject or object."""
    terms = (term for s, _, o in triples for term in (s, o))
    return frozenset(getattr(term, "value", str(term)) for term in terms)


def _among(facts: Iterable[Fact], chosen: frozenset[str]) -> list[Fact]:
    """Facts whose own node is chosen, and direct triples between chosen actors; where no node is chosen, all facts between chosen actors."""
    facts = list(facts)
    own = [fact.node is not None and fact.relation != "organises" for fact in facts]
    by_node = any(has and fact.node in chosen for has, fact in zip(own, facts, strict=True))
    return [
        fact
        for has, fact in zip(own, facts, strict=True)
        if (fact.node in chosen if has and by_node else fact.subject in chosen and (fact.object is None or fact.object in chosen))
    ]


def bounds(date: str) -> tuple[str, str]:
    """First and last day of an ISO 8601 date of any exactness.

    >>> bounds("2018-02")
    ('2018-02-01', '2018-02-31')
    """
    day = date[:10]
    return day + "0000-01-01"[len(day) :], day + "9999-12-31"[len(day) :]


def within(fact: Fact, since: str | None, until: str | None) -> bool:
    """Whether a fact holds or was stated at some time in the period; facts without a date (parts of institutions) always do."""
    if not fact.date and not fact.since:
        return True
    first = bounds(fact.since or fact.date or "")[0]
    last = bounds(max(fact.until or "", fact.date or "", fact.since or ""))[1]
    return (until is None or first <= bounds(until)[1]) and (since is None or last >= bounds(since)[0])


def _in_period(facts: Iterable[Fact], since: str | None, until: str | None) -> list[Fact]:
    """Facts of the period, and those without a date whose two ends have some other fact in it."""
    kept = [fact for fact in facts if within(fact, since, until)]
    if since is None and until is None:
        return kept
    touched = {iri for fact in kept if fact.date or fact.since for iri in (fact.subject, fact.object)}
    structure = {key for key, relation in legend.relations().items() if relation.family == "structure"}
    return [f for f in kept if f.date or f.since or f.relation in structure or {f.subject, f.object} <= touched]


def _near(facts: Iterable[Fact], start: str, hops: int) -> set[str]:
    relations = legend.relations()
    neighbours: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        if fact.object and relations[fact.relation].family != ARTICLE:
            neighbours[fact.subject].add(fact.object)
            neighbours[fact.object].add(fact.subject)
    kept, edge = {start}, {start}
    for _ in range(max(0, hops)):
        edge = {other for one in edge for other in neighbours[one]} - kept
        kept |= edge
    return kept


def _touches_only(rows: Rows, fact: Fact, kept: set[str]) -> bool:
    return fact.subject in kept and (fact.object is None or fact.object in kept or _is_article(rows, fact.object))


def _is_article(rows: Rows, iri: str | None) -> bool:
    return rows.actors.get(iri or "", Actor("", "", {})).cls == ARTICLE


def _only_mentions(rows: Rows, fact: Fact) -> bool:
    """Facts that say nothing once the articles are not drawn."""
    return _is_article(rows, fact.subject) or (_is_article(rows, fact.object) and fact.relation != "quoted")


def _without_article(rows: Rows, fact: Fact) -> Fact:
    return replace(fact, object=None) if _is_article(rows, fact.object) else fact


def _grounded(facts: Iterable[Fact]) -> list[Fact]:
    """Facts without those that only say how the register's unmentioned institutions hang together."""
    facts = list(facts)
    relations = legend.relations()
    structure = [f for f in facts if relations[f.relation].family == "structure" and not f.evidence]
    rest = {id(f) for f in structure}
    spoken = {iri for f in facts if id(f) not in rest for iri in (f.subject, f.object) if iri}
    grown = True
    while grown:  # up the chain of owners: department → ministry → government
        more = {f.object for f in structure if f.subject in spoken and f.object} - spoken
        spoken |= more
        grown = bool(more)
    return [f for f in facts if id(f) not in rest or f.subject in spoken]
