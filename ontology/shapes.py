"""Checking a graph against shapes.ttl (SHACL Core, https://www.w3.org/TR/shacl/) and graph_rules.py."""
from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pyoxigraph as ox

from ontology.graph_rules import Index, Violation, graph_rules
from ontology.turtle import read_data

if TYPE_CHECKING:
    import rdflib

__all__ = ["Violation", "validate"]

_ID = "https://w3id.org/aktorkart/id/"
_PREFIXES = {
    "https://w3id.org/aktorkart/ontology#": "akt",
    "http://www.w3.org/ns/org#": "org",
    "http://www.w3.org/ns/oa#": "oa",
    "http://www.w3.org/ns/prov#": "prov",
    "http://www.w3.org/2000/01/rdf-schema#": "rdfs",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.w3.org/2004/02/skos/core#": "skos",
    "http://www.w3.org/2006/time#": "time",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/pav/": "pav",
    "http://xmlns.com/foaf/0.1/": "foaf",
    "https://schema.org/": "schema",
}


def validate(triples: Iterable[ox.Triple | ox.Quad], base: str = _ID) -> list[Violation]:
    """Everything that is wrong with a graph, sorted; empty when it conforms.

    Args:
        triples: the union of all named graphs, as triples or quads (whose graph name is ignored).
        base: the base of the graph's own data IRIs.
    """
    unique = dict.fromkeys(each.triple if isinstance(each, ox.Quad) else each for each in triples)
    found = {_short(each) for each in graph_rules(Index(unique), base)}
    found |= set(_shacl(unique))
    return sorted(found)


def _shacl(triples: Iterable[ox.Triple]) -> list[Violation]:
    # Imported here: pySHACL takes longer to import than most commands to run.
    import rdflib
    from pyshacl import validate as pyshacl_validate
    from rdflib.namespace import RDF, SH

    shapes = rdflib.Graph().parse(data=read_data("shapes.ttl"), format="turtle")
    conforms, report, _ = pyshacl_validate(_rdflib_graph(triples), shacl_graph=shapes, inplace=True, inference="none")
    if conforms or not isinstance(report, rdflib.Graph):
        return []
    # Property shapes are blank nodes in shapes.ttl: name the node shape that each belongs to.
    owner = {prop: shape for shape, prop in shapes.subject_objects(SH.property)}
    made = []
    for result in report.subjects(RDF.type, SH.ValidationResult):
        source = report.value(result, SH.sourceShape)
        shape = owner.get(source, source) if source is not None else source
        message = str(report.value(result, SH.resultMessage) or "does not conform")
        value = report.value(result, SH.value)
        shown = f" (is {value.n3()[:200]})" if value is not None else ""
        path = report.value(result, SH.resultPath)
        made.append(
            Violation(
                focus=str(report.value(result, SH.focusNode)),
                path=_path(report, path) if path is not None else "",
                message=message + shown,
                shape=str(shape).rsplit("#", 1)[-1],
            )
        )
    return made


def _path(report: rdflib.Graph, path: rdflib.term.Node) -> str:
    """A SHACL property path in SPARQL's notation, shortened: predicate, ^inverse or sequence."""
    from rdflib.namespace import RDF, SH

    inverse = report.value(path, SH.inversePath)
    if inverse is not None:
        return f"^{_curie(str(inverse))}"
    if report.value(path, RDF.first) is not None:
        return "/".join(_curie(str(step)) for step in report.items(path))
    return _curie(str(path))


def _curie(iri: str) -> str:
    for namespace, prefix in _PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace):]}"
    return iri


def _short(violation: Violation) -> Violation:
    path = violation.path
    shortened = f"^{_curie(path[1:])}" if path.startswith("^") else _curie(path)
    return Violation(violation.focus, shortened, violation.message, violation.shape)


def _rdflib_graph(triples: Iterable[ox.Triple]) -> rdflib.Graph:
    import rdflib

    graph = rdflib.Graph()

    def term(value: ox.NamedNode | ox.BlankNode | ox.Literal) -> rdflib.term.Node:
        if isinstance(value, ox.NamedNode):
            return rdflib.URIRef(value.value)
        if isinstance(value, ox.BlankNode):
            return rdflib.BNode(value.value)
        if value.language:
            return rdflib.Literal(value.value, lang=value.language)
        if value.datatype.value == str(rdflib.XSD.string):
            return rdflib.Literal(value.value)  # in RDF 1.1 the same; in rdflib another literal, which sh:in would miss
        return rdflib.Literal(value.value, datatype=rdflib.URIRef(value.datatype.value))

    for triple in triples:
        if isinstance(triple.subject, ox.Triple) or isinstance(triple.object, ox.Triple):
            continue  # reported by graph_rules; SHACL can't see them
        graph.add((term(triple.subject), term(triple.predicate), term(triple.object)))
    return graph
