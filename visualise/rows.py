"""SELECT rows of the store → records. All queries see the union of the named graphs.

Each SELECT joins only what hangs on one node; joins between entities are dictionary look-ups here, because types and labels
joined in one query ruin the store's plans.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

import pyoxigraph as ox

from visualise import legend
from visualise.records import Actor, Article, Evidence, Fact, Rows
from visualise.selects import (
    ARTICLES,
    CLASSIFICATIONS,
    DECISIONS,
    EVIDENCE,
    LABELS,
    MEETINGS,
    MEMBERSHIPS,
    PHOTOS,
    QUOTATIONS,
    STATEMENTS,
    TYPES,
    direct_triples,
)

Row = dict[str, str]
Triple = tuple[str, str, str]
PREFERRED = ("prefLabel", "name", "headline", "label")


def read_rows(store: ox.Store) -> Rows:
    """Read every actor, article and fact of the store.

    The order of everything returned depends on the graph's content only.
    """
    labels, aliases = _labels(store)
    kinds = {row["s"]: row["kind"] for row in _select(store, CLASSIFICATIONS)}
    actors = {
        iri: Actor(iri, cls, labels.get(iri, {}), tuple(sorted(aliases.get(iri, ()))), kinds.get(iri))
        for iri, cls in sorted(_classes(store).items())
    }
    articles = _articles(store, actors, labels)
    facts = _facts(store, actors, articles)
    used = {c for f in facts for c in (f.role, f.status) if c} | set(kinds.values())
    concepts = {iri: labels[iri] for iri in sorted(used) if iri in labels}
    return Rows(actors, articles, facts, concepts)


def _select(store: ox.Store, query: str) -> Iterator[Row]:
    solutions = store.query(query, use_default_graph_as_union=True)
    assert isinstance(solutions, ox.QuerySolutions)
    names = [variable.value for variable in solutions.variables]
    for solution in solutions:
        yield {name: term.value for name in names if (term := solution[name]) is not None}


def _classes(store: ox.Store) -> dict[str, str]:
    """The class of each entity: the first in the legend's order of which it has the type."""
    order = {iri: (n, cls.key) for n, cls in enumerate(legend.classes()) for iri in cls.types}
    found: dict[str, tuple[int, str]] = {}
    for row in _select(store, TYPES % " ".join(f"<{iri}>" for iri in order)):
        candidate = order[row["type"]]
        if row["s"] not in found or candidate < found[row["s"]]:
            found[row["s"]] = candidate
    return {iri: key for iri, (_, key) in found.items()}


def _labels(store: ox.Store) -> tuple[dict[str, legend.Labels], dict[str, set[str]]]:
    """Preferred labels by language, and all other names, of everything that has any."""
    labels: dict[str, legend.Labels] = defaultdict(dict)
    weight: dict[tuple[str, str], tuple[int, str]] = {}
    aliases: dict[str, set[str]] = defaultdict(set)
    solutions = store.query(LABELS, use_default_graph_as_union=True)
    assert isinstance(solutions, ox.QuerySolutions)
    for solution in solutions:
        subject, name, value = solution["s"].value, solution["p"].value, solution["o"]
        if not isinstance(value, ox.Literal):
            continue
        local = name.replace("#", "/").rsplit("/", 1)[-1]
        if local == "altLabel":
            aliases[subject].add(value.value)
            continue
        language = (value.language or "").split("-")[0]
        candidate = (PREFERRED.index(local), value.value)
        if (subject, language) not in weight or candidate < weight[subject, language]:
            weight[subject, language] = candidate
            labels[subject][language] = value.value
    return {iri: dict(sorted(own.items())) for iri, own in labels.items()}, aliases


def _articles(store: ox.Store, actors: dict[str, Actor], labels: dict[str, legend.Labels]) -> dict[str, Article]:
    found: dict[str, Row] = {}
    for row in _select(store, ARTICLES):
        merged = found.setdefault(row["s"], row)
        for key, value in row.items():
            merged[key] = min(merged.get(key, value), value)
    articles = {}
    for iri, row in sorted(found.items()):
        journal = Actor("", "", labels.get(row.get("journal", ""), {})).name if row.get("journal") in labels else None
        title = actors[iri].name if iri in actors else iri
        articles[iri] = Article(iri, title, row.get("date"), row.get("url"), journal)
    return articles


def _evidence(store: ox.Store) -> dict[str, tuple[Evidence, ...]]:
    """Evidence by the body of its annotation, in order of article and place."""
    found: dict[str, set[Evidence]] = defaultdict(set)
    for row in _select(store, EVIDENCE):
        confidence = float(row.get("confidence", "1"))
        found[row["body"]].add(
            Evidence(row["article"], int(row["start"]), int(row["end"]), row["exact"], confidence, row.get("rule"))
        )
    return {body: tuple(sorted(items, key=lambda e: (e.article, e.start, e.end))) for body, items in found.items()}


def _facts(store: ox.Store, actors: dict[str, Actor], articles: dict[str, Article]) -> tuple[Fact, ...]:
    evidence = _evidence(store)
    facts = [
        *_memberships(store, actors, evidence),
        *_decisions(store, actors, evidence),
        *_meetings(store, actors, evidence),
        *_quotations(store, articles, evidence),
        *_photographers(store, articles),
    ]
    facts += _direct(store, actors, evidence, facts)
    dated = [_dated(fact, articles) for fact in facts if fact.subject in actors]
    return tuple(sorted(set(dated), key=_order))


def _order(fact: Fact) -> tuple[str, ...]:
    parts = (fact.subject, fact.relation, fact.object, fact.role, fact.date, fact.node, fact.text, fact.status)
    return tuple(part or "" for part in parts)


def _dated(fact: Fact, articles: dict[str, Article]) -> Fact:
    """The fact with the date of the first article that states it, where it has no date of its own."""
    if fact.date:
        return fact
    dates = sorted(filter(None, (articles[e.article].date for e in fact.evidence if e.article in articles)))
    if not dates and fact.object in articles:
        dates = [date for date in [articles[fact.object].date] if date]
    return replace(fact, date=dates[0]) if dates else fact


def _memberships(store: ox.Store, actors: dict[str, Actor], evidence: dict[str, tuple[Evidence, ...]]) -> Iterator[Fact]:
    for row in _select(store, MEMBERSHIPS):
        body = row.get("organisation")
        joint = body in actors and actors[body].cls == "collaboration" and actors.get(row["member"], Actor("", "", {})).cls != "person"
        yield Fact(
            "party" if joint else "member",
            row["member"],
            body if body in actors else None,
            row["fact"],
            None if joint else row.get("role"),
            row.get("status"),
            row.get("attested"),
            row.get("since"),
            row.get("until"),
            row.get("place"),  # where the text names a place and no organisation: "prest i Tokke"
            evidence.get(row["fact"], ()),
        )


def _decisions(store: ox.Store, actors: dict[str, Actor], evidence: dict[str, tuple[Evidence, ...]]) -> Iterator[Fact]:
    for row in _select(store, DECISIONS):
        about, by, node = row.get("about"), row.get("by"), row["fact"]
        proof, date = evidence.get(node, ()), row.get("date") or row.get("attested")
        stated = {"status": row.get("outcome"), "date": date, "text": row.get("method"), "evidence": proof}
        if by in actors:
            yield Fact("decided", by, about if about in actors else None, node, **stated)  # type: ignore[arg-type]
        if about in actors and (row.get("meeting") in actors or by not in actors):
            yield Fact("decided_at", about, row.get("meeting"), node, **stated)  # type: ignore[arg-type]


def _meetings(store: ox.Store, actors: dict[str, Actor], evidence: dict[str, tuple[Evidence, ...]]) -> Iterator[Fact]:
    for row in _select(store, MEETINGS):
        proof = evidence.get(row["fact"], ())
        if row.get("by") in actors:
            yield Fact(
                "organises", row["by"], row["fact"], row["fact"], date=row.get("start"), until=row.get("end"),
                text=row.get("place"), evidence=proof,
            )  # fmt: skip


def _quotations(store: ox.Store, articles: dict[str, Article], evidence: dict[str, tuple[Evidence, ...]]) -> Iterator[Fact]:
    for row in _select(store, QUOTATIONS):
        article = row.get("article")
        yield Fact(
            "quoted", row["speaker"], article if article in articles else None, row["fact"],
            text=row.get("text"), evidence=evidence.get(row["fact"], ()),
        )  # fmt: skip


def _photographers(store: ox.Store, articles: dict[str, Article]) -> Iterator[Fact]:
    for row in _select(store, PHOTOS):
        if row["article"] in articles:
            yield Fact("photographed", row["creator"], row["article"], row["fact"])


def _direct(
    store: ox.Store, actors: dict[str, Actor], evidence: dict[str, tuple[Evidence, ...]], known: list[Fact]
) -> list[Fact]:
    """Facts that are one triple. org:headOf beside a membership of the same pair, and a meeting's organiser, say nothing new."""
    statements: dict[Triple, tuple[Evidence, ...]] = defaultdict(tuple)
    for row in _select(store, STATEMENTS):
        statements[row["s"], row["p"], row["o"]] += evidence.get(row["fact"], ())
    said = {(f.subject, f.object) for f in known if f.relation == "member"}
    held = {(f.subject, f.object) for f in known if f.relation == "organises"}
    spoken = {(f.subject, f.object) for f in known if f.relation in ("quoted", "photographed")}
    by_predicate = {r.predicate: r for r in legend.relations().values() if r.predicate}
    facts = []
    triples = {(row["s"], row["p"], row["o"]) for row in _select(store, direct_triples(list(by_predicate)))}
    wrote = {(o, s) for s, p, o in triples if by_predicate[p].key == "wrote"}
    for s, p, o in sorted(triples):
        relation = by_predicate[p]
        subject, target = (o, s) if relation.reverse else (s, o)
        pair = (subject, target)
        if subject not in actors or target not in actors:
            continue
        if (relation.key == "leads" and pair in said) or (relation.key == "organises" and pair in held):
            continue
        if relation.key == "mentioned" and (pair in spoken or pair in wrote):
            continue
        facts.append(Fact(relation.key, subject, target, evidence=statements.get((s, p, o), ())))
    return facts
