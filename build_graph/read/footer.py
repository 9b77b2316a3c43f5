"""What a page says of itself below the text: "Publisert: 3. mai 2020. Eksempeltidsskr.", "Lastet ned fra …"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from build_graph.model import Span, Stated
from build_graph.read import cues
from build_graph.read.dates import find_dates
from build_graph.read.lines import ends_sentence, has_verb
from build_graph.read.publication import published_within

# A footer is a line or two; a longer paragraph that begins with "Publisert" is prose.
_LONGEST = 240
_LONGEST_JOURNAL = 8  # words: "Tidsskrift for Den norske legeforening" has five


@dataclass(frozen=True, slots=True)
class Footer:
    """What one footer line states; all None for a line that only is one ("Kilde: …")."""

    published: Stated | None = None
    updated: Stated | None = None
    retrieved: Stated | None = None
    journal: Stated | None = None


@cache
def _opening(*kinds: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{cues.alternatives(*kinds)})(?!\w)", re.IGNORECASE)


@cache
def _periodical() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, cues.forms("periodical word"))))
    endings = "|".join(sorted(map(re.escape, cues.forms("periodical ending"))))
    return re.compile(rf"\b(?:(?:{words})|\w+(?:{endings}))\b", re.IGNORECASE)


def read_footer(text: str, span: Span) -> Footer | None:
    """What the line or paragraph at `span` states as a footer; None where it isn't one."""
    opening_marks = re.match(r"[(*_\s]*", text[span.start : span.end])
    if opening_marks:
        span = Span(span.start + opening_marks.end(), span.end)
    line = text[span.start : span.end]
    if len(line) > _LONGEST:
        return None
    for kind in ("published", "updated", "retrieved"):
        if opening := _opening(kind).match(line):
            return _dated(text, span, kind, opening.end())
    if _opening("received").match(line) and (stated := published_within(text, span)):
        return Footer(published=stated)
    if _opening("footer line").match(line) or line.startswith("©"):
        return Footer(retrieved=_retrieved_within(text, span), journal=_copyright(line, span.start))
    return None


def _dated(text: str, span: Span, kind: str, behind: int) -> Footer | None:
    """"Publisert" counts as a footer alone or with a colon or date behind it: "Publisert forskning viser …" is prose."""
    line = text[span.start : span.end]
    rest = line[behind:]
    dates = [date for date in find_dates(rest) if date.first == date.last]
    near = dates and re.fullmatch(r"\W*(?:(?:den|fra|frå|på|i|av|kl\.?|[012]?\d[.:][0-5]\d|[\w.-]+\.(?:no|com|org|net))\W*)*", rest[: dates[0].start])
    if not near:
        bare = re.fullmatch(r"[:.\s]*", rest) or re.match(r"\s*:", rest)
        # "Dato: …" without a date is an item of some list.
        return Footer() if bare and kind != "published" or not rest.strip(" :.") else None
    if ends_sentence(rest) and has_verb(rest[dates[0].end :]):  # "Publisert 3. mai viser rapporten at …"
        return None
    stated = Stated(dates[0].first, Span(span.start, span.start + behind + dates[0].end))
    if kind == "published":
        later = _opening("updated", "retrieved").search(rest, dates[0].end)
        behind_date = rest[dates[0].end : later.start() if later else len(rest)]
        retrieved = _retrieved_within(text, Span(span.start + behind + later.start(), span.end)) if later else None
        return Footer(published=stated, retrieved=retrieved, journal=_journal(behind_date, span.start + behind + dates[0].end))
    published = published_within(text, Span(stated.span.end, span.end)) if stated.span else None
    return Footer(published, updated=stated) if kind == "updated" else Footer(published, retrieved=stated)


def _retrieved_within(text: str, span: Span) -> Stated | None:
    line = text[span.start : span.end]
    opening = _opening("retrieved").search(line)
    if not opening:
        return None
    dates = [date for date in find_dates(line[opening.end() :]) if date.first == date.last]
    if not dates:
        return None
    return Stated(dates[0].first, Span(span.start + opening.start(), span.start + opening.end() + dates[0].end))


def _journal(words: str, offset: int) -> Stated | None:
    """The periodical's name in its place behind the date, as it stands: "Publisert: 3. mai 2020. Eksempeltidsskr."."""
    name = re.match(r"(?:\s*kl\.?\s*\d\d?[.:]\d\d)?\s*[.,;|–-]\s*(?:i\s+)?(?P<name>[^\W\d_][^.,;:|\d()]*)(?P<colon>:?)", words)
    if not name or name["colon"] or not name["name"][0].isupper() or len(name["name"].split()) > _LONGEST_JOURNAL:
        return None
    value = name["name"].strip()
    begin = offset + name.start("name")
    return Stated(value, Span(begin, begin + len(value)))


def _copyright(line: str, offset: int) -> Stated | None:
    """The periodical that a © line names: "© Tidsskrift for Foreningen Eksempel 2026."."""
    name = re.match(r"(?:©|Copyright)\s*(?:©\s*)?(?:\d{4}\s*)?(?P<name>[^.,;|\d]+)", line, re.IGNORECASE)
    if not name or not _periodical().search(name["name"]):
        return None
    value = name["name"].strip()
    begin = offset + line.index(value, name.start("name"))
    return Stated(value, Span(begin, begin + len(value)))
