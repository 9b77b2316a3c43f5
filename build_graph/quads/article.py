"""An article's graph: its metadata, photos, facts, and whom it mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from pyoxigraph import Literal, NamedNode, Quad

from build_graph.iris import digest
from build_graph.model import (
    Authorship,
    Claim,
    Decision,
    Extract,
    Held,
    Membership,
    Photo,
    Quotation,
    Relation,
    Resolution,
)
from build_graph.quads.context import Context
from build_graph.quads.facts import Facts
from build_graph.quads.nodes import day, label, term
from build_graph.resolve.identity import JOURNAL, PUBLISHER
from ontology.terms import DCTERMS, PAV, RDF, RDFS, SCHEMA


def article_quads(extract: Extract, resolution: Resolution, context: Context, slug: str) -> Iterator[Quad]:
    """All that the article states, in the named graph that bears its own IRI.

    :param slug: the article's, as `article_slugs` gives it.
    """
    article = context.iris.article(slug)
    photos = photo_nodes(extract, context, slug)
    for subject, predicate, object_ in (*_metadata(extract, resolution, context, article), *_photos(extract, photos, article)):
        yield Quad(subject, term(predicate), object_, article)
    for path in mentioned(extract, resolution):
        yield Quad(article, term(SCHEMA.mentions), context.iris.of(path), article)
    yield from Facts(extract, resolution, context, slug, photos).quads()


def photo_nodes(extract: Extract, context: Context, slug: str) -> tuple[NamedNode, ...]:
    """The article's photos, in their order on the page."""
    return tuple(context.iris.of(f"photo/{slug}--{_mark(photo)}") for photo in extract.article.photos)


def _metadata(
    extract: Extract, resolution: Resolution, context: Context, node: NamedNode
) -> Iterator[tuple[NamedNode, str, NamedNode | Literal]]:
    article = extract.article
    title = label(article.headline.value, article.language) if article.headline else None
    yield node, RDF.type, term(SCHEMA.NewsArticle)
    yield node, DCTERMS.identifier, label(article.identifier)
    yield node, SCHEMA.inLanguage, Literal(article.language)
    yield node, RDFS.label, title or label(article.identifier)
    if title:
        yield node, SCHEMA.headline, title
    if article.section:
        yield node, SCHEMA.articleSection, label(article.section.value, article.language)
    if article.published:
        yield node, SCHEMA.datePublished, day(article.published.value)
    if article.retrieved:
        yield node, PAV.retrievedOn, day(article.retrieved.value)
    if article.url and (address := web_address(article.url.value)):
        yield node, SCHEMA.url, address
    for referent, predicate in ((JOURNAL, SCHEMA.isPartOf), (PUBLISHER, SCHEMA.publisher)):
        if path := resolution.of.get((article.identifier, referent)):
            yield node, predicate, context.iris.of(path)


def web_address(address: str) -> NamedNode | None:
    """The IRI of an http(s) address, percent-encoded; None for anything else (javascript:, a bare word)."""
    safe = quote(address.strip(), safe="%/:?#[]@!$&'()*+,;=~-._")
    safe = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", safe)
    try:
        parts = urlsplit(safe)
        host = parts.hostname
    except ValueError:
        return None
    return NamedNode(safe) if parts.scheme in ("http", "https") and host and not re.search(r"[\[\]]", parts.path) else None


def _mark(photo: Photo) -> str:
    """Where the photo's credit stands; without a place, a digest of the credit."""
    return str(photo.credit.span.start) if photo.credit.span else digest(photo.credit.value)


def _photos(extract: Extract, photos: tuple[NamedNode, ...], article: NamedNode) -> Iterator[tuple[NamedNode, str, NamedNode | Literal]]:
    text, language = extract.article.text, extract.article.language
    for node, photo in zip(photos, extract.article.photos, strict=True):
        yield node, RDF.type, term(SCHEMA.ImageObject)
        yield node, SCHEMA.creditText, label(photo.credit.value)
        yield node, RDFS.label, label(f"Foto: {photo.credit.value}", language)
        yield node, SCHEMA.isPartOf, article
        if photo.caption:
            yield node, SCHEMA.caption, label(text[photo.caption.start : photo.caption.end], language)


def mentioned(extract: Extract, resolution: Resolution) -> list[str]:
    """The paths of all entities that the article mentions or states facts about, and of those that these belong to."""
    spoken = {mention.referent for mention in extract.mentions if mention.kind != "place" and mention.kind != "meeting"}
    spoken |= {referent for claim in extract.claims for referent in claim_referents(claim) if referent in extract.referents}
    for referent in list(spoken):
        while (owner := extract.referents[referent].owner) in extract.referents and owner not in spoken:
            if not extract.referents[owner].register:
                spoken.add(owner)
            referent = owner
    stated = {JOURNAL, PUBLISHER}
    found = {resolution.of.get((extract.article.identifier, referent)) for referent in spoken | stated}
    return sorted(path for path in found if path)


def claim_referents(claim: Claim) -> tuple[str, ...]:
    """The referents (and photos, "photo:0") that a claim speaks of."""
    match claim:
        case Membership():
            return (claim.member, *([claim.organisation] if claim.organisation else []))
        case Decision():
            return (claim.about, *claim.decided_by, *([claim.meeting] if claim.meeting else []))
        case Quotation():
            return (claim.speaker,)
        case Relation():
            return (claim.subject, claim.object)
        case Held():
            return (claim.meeting,)
        case Authorship():
            return (claim.person,)
