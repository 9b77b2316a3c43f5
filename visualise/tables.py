"""Everything that the page can show, as plain rows for JSON. `assets/js/data.js` reads exactly these columns.

Rows and numbers instead of objects with names keep a page of 300 actors well below a megabyte; evidence is a table of its own, which the
browser parses when a reader first asks for it.
"""

from __future__ import annotations

from typing import Any

import networkx as nx

from visualise import legend
from visualise.layout import Layout, node_size
from visualise.network import facts_of
from visualise.opening import Opening, cluster_size
from visualise.options import MapOptions
from visualise.records import Actor, Evidence, Fact, Rows
from visualise.sentences import sentence_around

Json = dict[str, Any]


def local_name(iri: str) -> str:
    """What stands after the last "/" or "#"."""
    return iri.rstrip("/#").replace("#", "/").rsplit("/", 1)[-1]


class Numbers:
    """Gives each distinct value a number, in order of first use."""

    def __init__(self) -> None:
        self.values: list[Any] = []
        self._number: dict[Any, int] = {}

    def __call__(self, value: Any) -> int:
        """The value's number; -1 for None."""
        if value is None:
            return -1
        if value not in self._number:
            self._number[value] = len(self.values)
            self.values.append(value)
        return self._number[value]


def build_tables(rows: Rows, graph: nx.MultiDiGraph, layout: Layout, opening: Opening, options: MapOptions) -> tuple[Json, Json]:
    """The page's two data blocks: the network, and the evidence."""
    number = {iri: n for n, iri in enumerate(graph.nodes)}
    concepts, evidence, texts, articles, rules = Numbers(), Numbers(), Numbers(), Numbers(), Numbers()
    classes = [cls.key for cls in legend.classes()]
    nodes = [
        [
            iri, actor.name, classes.index(actor.cls), *layout.positions[n], node_size(layout.importance[n]), layout.rank[n],
            layout.community[n], layout.spans[n], concepts(actor.kind), list(actor.aliases), _others(actor),
        ]
        for n, (iri, actor) in enumerate(graph.nodes(data="actor"))
    ]  # fmt: skip
    relations = list(legend.relations())
    facts = [_fact(fact, number, relations, concepts, evidence, texts) for fact in facts_of(graph)]
    proof = [_proof(e, texts, articles, rules, options) for e in evidence.values]
    network = {
        "title": options.title,
        "view": options.view or "",
        "nodes": nodes,
        "facts": facts,
        "concepts": [rows.concepts.get(iri) or {"nb": local_name(iri).replace("-", " ")} for iri in concepts.values],
        "conceptIris": concepts.values,
        "opening": {
            "mode": opening.mode,
            "backbone": [[n, x, y] for n, (x, y) in opening.backbone.items()],
            "names": [opening.names.get(c, -1) for c in range(max(opening.names, default=-1) + 1)],
            "clusters": [[c.community, c.size, c.name, c.x, c.y, cluster_size(c.size)] for c in opening.clusters],
            "links": [list(link) for link in opening.links],
        },
    }
    listed = [rows.articles.get(iri) for iri in articles.values]
    stated = {
        "texts": texts.values,
        "evidence": proof,
        "articles": [
            [iri, a.title, a.date or "", a.url or "", a.journal or ""] if a else [iri, local_name(iri), "", "", ""]
            for iri, a in zip(articles.values, listed, strict=True)
        ],
        "rules": rules.values,
    }
    return network, stated


def legend_json() -> Json:
    """Looks and labels, as lists where their order matters."""
    return {
        "classes": [{"key": c.key, "shape": c.shape, "light": c.light, "dark": c.dark, "labels": c.labels} for c in legend.classes()],
        "families": [
            {"key": f.key, "dash": list(f.dash), "light": f.light, "dark": f.dark, "width": f.width, "labels": f.labels}
            for f in legend.families()
        ],
        "relations": [
            {"key": r.key, "family": r.family, "predicate": r.predicate, "reverse": r.reverse, "labels": r.labels}
            for r in legend.relations().values()
        ],
        "statuses": legend.statuses(),
        "messages": legend.messages(),
    }  # fmt: skip


def _others(actor: Actor) -> dict[str, str]:
    """Labels in other languages where they differ from the name."""
    return {language: label for language, label in actor.labels.items() if label != actor.name and language in legend.LANGUAGES}


def _fact(
    fact: Fact, number: dict[str, int], relations: list[str], concepts: Numbers, evidence: Numbers, texts: Numbers
) -> list[Any]:
    return [
        number[fact.subject], -1 if fact.object is None else number[fact.object], relations.index(fact.relation),
        concepts(fact.role), local_name(fact.status) if fact.status else "", (fact.date or "")[:10], fact.since or "",
        fact.until or "", round(fact.confidence * 100), [evidence(e) for e in fact.evidence], texts(fact.text), fact.node or "",
    ]  # fmt: skip


def _proof(evidence: Evidence, texts: Numbers, articles: Numbers, rules: Numbers, options: MapOptions) -> list[Any]:
    text = options.texts.get(evidence.article)
    sentence, start, end = evidence.exact, 0, len(evidence.exact)
    if text is not None and text[evidence.start : evidence.end] == evidence.exact:
        sentence, start, end = sentence_around(text, evidence.start, evidence.end)
    rule = local_name(evidence.rule) if evidence.rule else None
    return [texts(sentence), start, end, articles(evidence.article), round(evidence.confidence * 100), rules(rule)]


def describe(rows: Rows) -> str:
    """One line for the page's description."""
    people = sum(actor.cls == "person" for actor in rows.actors.values())
    return f"{len(rows.actors)} aktører og saker, {people} personer, {len(rows.facts)} fakta med kilde"


