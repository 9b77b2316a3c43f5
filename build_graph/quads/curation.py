"""The graph of people's decisions (PROV-O): what was decided about whom, by whom, when; nothing about who is forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad

from build_graph.iris import digest
from build_graph.quads.context import Context
from build_graph.quads.nodes import day, label, term
from ontology.terms import DCTERMS, OWL, PROV, RDF, RDFS

if TYPE_CHECKING:
    from build_graph.curation.curate import Applied


def curation_quads(applied: Iterable[Applied], context: Context) -> Iterator[Quad]:
    """One prov:Activity for each decision that holds; owl:sameAs from each IRI that is no more to the one that stands for it."""
    graph = context.iris.graph("curation")

    def say(subject: NamedNode, predicate: str, object_: NamedNode | Literal) -> Quad:
        return Quad(subject, term(predicate), object_, graph)

    for each in applied:
        decision = each.decision
        node = context.iris.of(f"curation/{digest('|'.join([decision.verb, decision.what, decision.other]), 16)}")
        yield say(node, RDF.type, term(PROV.Activity))
        yield say(node, DCTERMS.type, label(decision.verb))
        yield say(node, RDFS.label, label(str(decision)))
        for path in each.about:
            yield say(node, PROV.used, context.iris.of(path.removeprefix(context.iris.base)))
        if decision.verb != "forget":
            if decision.note:
                yield say(node, RDFS.comment, label(decision.note))
            if decision.by:
                yield say(node, DCTERMS.creator, label(decision.by))
        if (date := _date(decision.date)) is not None:
            yield say(node, DCTERMS.date, date)
        for old, new in each.was:
            yield say(context.iris.of(old), OWL.sameAs, context.iris.of(new))


def _date(text: str) -> Literal | None:
    """The date, where a person's hand wrote one."""
    try:
        return day(text)
    except (ValueError, KeyError):
        return None
