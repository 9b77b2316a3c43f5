"""Whether an extract keeps the promises that the later stages rely on, so that one faulty article stops no other."""

from __future__ import annotations

from collections.abc import Iterator

from build_graph.model import Decision, Extract, Membership, Quotation, Span
from build_graph.quads.article import claim_referents
from build_graph.quads.nodes import day, verbatim


class FaultyExtract(ValueError):
    """An extract contradicts itself or its text; the message says how."""


def verify(extract: Extract) -> Extract:
    """The extract itself.

    :raises FaultyExtract: a claim speaks of nobody, has no evidence, or points outside the text; a date is none; the words it
        quotes hold control characters.
    """
    try:
        for date in _dates(extract):
            day(date)
        for claim in extract.claims:
            if not claim.evidence:
                raise FaultyExtract(f"a {type(claim).__name__} has no evidence")
            spans = [evidence.span for evidence in claim.evidence]
            if isinstance(claim, Quotation):
                spans.append(claim.text)
            for span in spans:
                _check_span(span, extract.article.text)
        for name in _spoken_of(extract):
            if name not in extract.referents and not _is_photo(name, extract):
                raise FaultyExtract(f"a claim speaks of {name!r}, whom the article does not know")
    except ValueError as error:
        raise error if isinstance(error, FaultyExtract) else FaultyExtract(str(error)) from error
    return extract


def _check_span(span: Span, text: str) -> None:
    if not 0 <= span[0] < span[1] <= len(text):
        raise FaultyExtract(f"evidence at {span[0]}-{span[1]} lies outside a text of {len(text)} characters")
    verbatim(text[span[0] : span[1]])


def _is_photo(name: str, extract: Extract) -> bool:
    kind, _, number = name.partition(":")
    return kind == "photo" and number.isdecimal() and int(number) < len(extract.article.photos)


def _dates(extract: Extract) -> Iterator[str]:
    article = extract.article
    stated = [article.published, article.retrieved]
    dates = [each.value for each in stated if each]
    dates += [date for referent in extract.referents.values() for date in (referent.start, referent.end) if date]
    for claim in extract.claims:
        if isinstance(claim, Membership):
            dates += [date for date in (claim.since, claim.until) if date]
        elif isinstance(claim, Decision) and claim.date:
            dates.append(claim.date)
    yield from dates


def _spoken_of(extract: Extract) -> Iterator[str]:
    for mention in extract.mentions:
        yield mention.referent
    for claim in extract.claims:
        yield from claim_referents(claim)
