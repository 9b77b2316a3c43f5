"""Extracts and their resolution → quads, in the terms and named graphs of the graph contract.

Here alone IRIs are minted and quads written.

    nodes       terms and literals as RDF nodes, safe by construction
    context     what every quad needs to know: base, register, roles, run
    facts       claims → memberships, decisions, quotations, direct triples
    evidence    where the text states a fact (Web Annotation)
    article     an article's graph: metadata, photos, facts, whom it mentions
    entities    the graph of identity: types, names, parts
    curation    the graph of people's decisions (PROV)
    dataset     the graph that describes the others (VoID, DCAT, PROV)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from pyoxigraph import Quad

from build_graph.iris import article_slugs
from build_graph.model import Extract, Resolution
from build_graph.quads.article import article_quads, mentioned
from build_graph.quads.context import Context
from build_graph.quads.curation import curation_quads
from build_graph.quads.dataset import dataset_quads
from build_graph.quads.entities import entity_quads
from ontology.lexicon import ontology_quads

if TYPE_CHECKING:
    from build_graph.curation.curate import Applied

__all__ = ["Context", "article_quads", "canonical", "mentioned", "quads"]


def quads(
    extracts: Sequence[Extract], resolution: Resolution, context: Context, applied: Sequence[Applied] = ()
) -> Iterator[Quad]:
    """Every quad of the graph of these articles, each once and in no order.

    :param applied: the decisions that hold.
    :raises UnsafeText: where a text holds characters that RDF stores cannot keep.
    """
    slugs = article_slugs(extract.article.identifier for extract in extracts)
    told: set[Quad] = set()
    for graph in (
        *(article_quads(extract, resolution, context, slugs[extract.article.identifier]) for extract in extracts),
        entity_quads(extracts, resolution, context),
        curation_quads(applied, context),
        ontology_quads(context.iris.base),
    ):
        told.update(graph)
    yield from told
    yield from dataset_quads(extracts, len(told), context)


def canonical(graph: Iterable[Quad]) -> list[str]:
    """The quads as lines of N-Quads, sorted, each once; since no node is blank, this form is canonical."""
    return sorted({f"{quad} .\n" for quad in graph})
