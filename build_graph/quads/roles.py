"""Roles: those of the concept scheme, and those that articles add."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from build_graph.iris import slug
from build_graph.model import Extract, Membership
from build_graph.quads.context import Context
from build_graph.quads.nodes import label, term
from ontology.terms import ORG, RDF, RDFS, ROLE, SKOS


def role_iri(name: str | None, concept: str | None, context: Context) -> NamedNode:
    """The role's concept where the scheme has it, otherwise a role minted from its label.

    :param name: base-form label, without organisation.
    :param concept: IRI of the concept, where extraction knew it.
    """
    if concept:
        return NamedNode(concept)
    known = context.roles.get((name or "").lower())
    return NamedNode(known.iri if known else ROLE + slug(name or ""))


def minted_quads(extracts: Iterable[Extract], context: Context) -> Iterator[Quad]:
    """The roles that the scheme lacks, with the commonest label in each language, under the role that heads them."""
    graph = context.iris.graph("entities")
    scheme = {role.iri for role in context.roles.values()}
    labels: defaultdict[NamedNode, defaultdict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for extract in extracts:
        for claim in extract.claims:
            if isinstance(claim, Membership) and claim.role:
                role = role_iri(claim.role, claim.concept, context)
                if role.value not in scheme:
                    labels[role][extract.article.language][claim.role] += 1
    for role, by_language in labels.items():
        yield Quad(role, term(RDF.type), term(ORG.Role), graph)
        yield Quad(role, term(RDF.type), term(SKOS.Concept), graph)
        for language, counts in by_language.items():
            best, *others = sorted(counts, key=lambda text: (-counts[text], text))
            yield Quad(role, term(SKOS.prefLabel), label(best, language), graph)
            yield Quad(role, term(RDFS.label), label(best, language), graph)
            for other in others:
                yield Quad(role, term(SKOS.altLabel), label(other, language), graph)
            if head := _head(best, context):
                yield Quad(role, term(SKOS.broader), head, graph)


def _head(name: str, context: Context) -> NamedNode | None:
    """The longest role that ends a compound or begins a phrase: direktør of "prøvedirektør" or of "direktør i staben"."""
    lower = name.lower()
    found = [
        (len(form), role.iri)
        for form, role in context.roles.items()
        if form != lower and (role.compound_head and lower.endswith(form) or lower.startswith(f"{form} "))
    ]
    return NamedNode(max(found)[1]) if found else None
