"""Where an article's text states a fact, as Web Annotations (https://www.w3.org/TR/annotation-model/)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from build_graph.iris import digest, slug
from build_graph.model import Evidence, Span
from build_graph.quads.context import Context
from build_graph.quads.nodes import decimal, integer, term, verbatim
from ontology.terms import AKT, OA, PROV, RDF, RULE


class WrongSpan(ValueError):
    """Evidence points outside the article's text."""


def evidence_quads(
    fact: NamedNode, evidence: Iterable[Evidence], text: str, article: NamedNode, context: Context
) -> Iterator[Quad]:
    """One annotation for each place and rule that states the fact.

    :param fact: the membership, decision, quotation, meeting or statement.
    :raises WrongSpan: for a place that the text does not have.
    """
    surest: dict[tuple[Span, str], float] = {}
    for each in evidence:
        key = (Span(*each.span), each.rule)
        surest[key] = max(each.confidence, surest.get(key, 0.0))
    for (span, rule), confidence in sorted(surest.items()):
        place = f"{article.value}/evidence/{span.start}-{span.end}"
        annotation = NamedNode(f"{place}-{slug(rule)}-{digest(fact.value)}")
        target = NamedNode(f"{place}#target")
        yield Quad(annotation, term(RDF.type), term(OA.Annotation), article)
        yield Quad(annotation, term(OA.hasBody), fact, article)
        yield Quad(annotation, term(OA.hasTarget), target, article)
        yield Quad(annotation, term(AKT.confidence), decimal(confidence), article)
        yield Quad(annotation, term(AKT.extractedBy), NamedNode(RULE + slug(rule)), article)
        yield Quad(annotation, term(PROV.wasGeneratedBy), context.run, article)
        yield from _target(target, place, span, text, article)


def _target(target: NamedNode, place: str, span: Span, text: str, article: NamedNode) -> Iterator[Quad]:
    if not 0 <= span.start < span.end <= len(text):
        raise WrongSpan(f"evidence at {span.start}-{span.end} lies outside a text of {len(text)} characters")
    position, quote = NamedNode(f"{place}#position"), NamedNode(f"{place}#quote")
    yield Quad(target, term(RDF.type), term(OA.SpecificResource), article)
    yield Quad(target, term(OA.hasSource), article, article)
    yield Quad(target, term(OA.hasSelector), position, article)
    yield Quad(target, term(OA.hasSelector), quote, article)
    yield Quad(position, term(RDF.type), term(OA.TextPositionSelector), article)
    yield Quad(position, term(OA.start), integer(span.start), article)
    yield Quad(position, term(OA.end), integer(span.end), article)
    yield Quad(quote, term(RDF.type), term(OA.TextQuoteSelector), article)
    yield Quad(quote, term(OA.exact), verbatim(text[span.start : span.end]), article)
