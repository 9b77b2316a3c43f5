"""The graph that describes the others: what the data set is (VoID, DCAT) and how it was made (PROV-O).

Without the hour of the build: the same articles give the same graph.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pyoxigraph import Literal, NamedNode, Quad

from build_graph.iris import slug
from build_graph.model import Extract
from build_graph.quads.context import Context
from build_graph.quads.nodes import integer, label, term
from ontology.terms import DCAT, DCTERMS, FOAF, ORG, PAV, PROV, RDF, RDFS, RULE, SCHEMA, SKOS, VOID

_VOCABULARIES = (
    "https://w3id.org/aktorkart/ontology#", str(ORG), str(FOAF), str(SCHEMA), str(DCTERMS), str(SKOS), str(PROV),
    "http://www.w3.org/2006/time#", "http://purl.org/pav/", "http://www.w3.org/ns/oa#",
)  # fmt: skip


def dataset_quads(extracts: Sequence[Extract], triples: int, context: Context) -> Iterator[Quad]:
    """The description of the data set and of the extraction run.

    :param triples: quads in all other graphs.
    """
    graph = context.iris.graph("dataset")
    dataset, run, program = context.iris.of("dataset"), context.run, context.iris.of(f"program/{context.version}-{context.program}")

    def say(subject: NamedNode, predicate: str, *objects: NamedNode | Literal) -> Iterator[Quad]:
        for object_ in objects:
            yield Quad(subject, term(predicate), object_, graph)

    yield from say(dataset, RDF.type, term(VOID.Dataset), term(DCAT.Dataset), term(PROV.Entity))
    titles = label("Aktørkart: aktører og institusjoner", "nb"), label("Aktørkart: aktørar og institusjonar", "nn"), label("Aktørkart: actors and institutions", "en")
    yield from say(dataset, DCTERMS.title, *titles)
    yield from say(dataset, RDFS.label, *titles)
    yield from say(dataset, DCTERMS.language, Literal("nb"), Literal("nn"))
    yield from say(dataset, VOID.triples, integer(triples))
    yield from say(dataset, VOID.documents, integer(len(extracts)))
    yield from say(dataset, VOID.uriSpace, Literal(context.iris.base))
    yield from say(dataset, VOID.vocabulary, *(NamedNode(iri) for iri in _VOCABULARIES))
    yield from say(dataset, PROV.wasGeneratedBy, run)
    dates = sorted(extract.article.published.value for extract in extracts if extract.article.published)
    if dates:
        yield from say(dataset, SCHEMA.temporalCoverage, Literal(f"{dates[0]}/{dates[-1]}"))
    yield from say(run, RDF.type, term(PROV.Activity))
    yield from say(run, RDFS.label, label(f"Aktørkart {context.version}, {context.program}"))
    yield from say(run, PROV.wasAssociatedWith, program)
    yield from say(program, RDF.type, term(PROV.SoftwareAgent))
    yield from say(program, RDFS.label, label(f"Aktørkart {context.version}"))
    yield from say(program, PAV.version, Literal(context.version))
    for rule in sorted({evidence.rule for extract in extracts for claim in extract.claims for evidence in claim.evidence}):
        node = NamedNode(RULE + slug(rule))
        yield from say(node, RDF.type, term(PROV.SoftwareAgent))
        yield from say(node, RDFS.label, label(rule))
        yield from say(node, PAV.version, Literal(context.version))
        yield from say(node, PROV.actedOnBehalfOf, program)
