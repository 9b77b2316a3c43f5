"""Programmes: who speaks at the event that a page announces, "10.15 Skolebygg. Professor Kari Testdatter, Universitetet i Prøveby"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_graph.lexicon.tables import words
from build_graph.mentions.nouns import line_at
from build_graph.model import Evidence, Mention, Mentioned, Relation, Span

TIMED = re.compile(r"^[ \t*•·|–-]*(?:[Kk]l\.? ?)?(?:[01]?\d|2[0-3])[.:][0-5]\d(?: ?[–-] ?(?:[01]?\d|2[0-3])[.:][0-5]\d)?[: \t|*–-]+(?=\S)(?!\d|januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)", re.MULTILINE)
SPOKEN_OF = re.compile(r"(?<!\w)(?:om|av|til|etter|mot|over|in memoriam)(?: [a-zæøå]+)? $")
FEWEST = 2  # lines that open with a time of day make a programme


def programme_claims(doc: Mentioned) -> Iterator[Relation]:
    """Who is named in the lines of a programme as taking part in the page's event."""
    text = doc.annotated.article.text
    timed = programme_lines(doc)
    event = _event(doc, timed[0].start) if timed else None
    if event is None:
        return
    for mention in doc.mentions:
        line = line_at(text, mention.span.start)
        if mention.kind == "person" and not mention.anaphoric and _in_programme(text, line, timed) and _takes_part(text, line, mention):
            yield Relation("attends", mention.referent, event, (Evidence(mention.span, "programme", 0.88),))


def programme_lines(doc: Mentioned) -> list[Span]:
    """The lines of a programme that open with a time of day."""
    timed = [line_at(doc.annotated.article.text, m.start()) for m in TIMED.finditer(doc.annotated.article.text)]
    return timed if len(timed) >= FEWEST else []


def _event(doc: Mentioned, first: int) -> str | None:
    """The gathering that the page announces above its programme: the title's, else the only one dated, else the only one."""
    text = doc.annotated.article.text
    above = [m for m in doc.mentions if m.kind == "meeting" and m.span.start < first]
    title = line_at(text, next((b.span.start for b in doc.annotated.article.blocks if b.kind == "title"), 0))
    titled = dict.fromkeys(m.referent for m in above if title.start <= m.span.start < title.end)
    dated = dict.fromkeys(m.referent for m in above if doc.referents[m.referent].start)
    for able in (titled, dated, dict.fromkeys(m.referent for m in above)):
        if len(able) == 1:
            return next(iter(able))
    return None


def _in_programme(text: str, line: Span, timed: list[Span]) -> bool:
    """Whether a line is one with a time, or goes on under such: no blank line stands between, or it opens as a chair's does."""
    before = [t for t in timed if t.start <= line.start]
    if not before:
        return False
    if before[-1] == line:
        return True
    between = text[before[-1].end : line.start]
    return "\n\n" not in between.replace("\n \n", "\n\n") and len(between) < 400 and len(text[line.start : line.end]) < 200


def _takes_part(text: str, line: Span, mention: Mention) -> bool:
    """Whether a person is there, not only spoken of: "om Kari Testdatter", "Kari Testdatters arv", whom to write to."""
    before, behind = text[line.start : mention.span.start], text[mention.span.end : line.end]
    if SPOKEN_OF.search(before) or re.match(r"['’]?s? [a-zæøå]+", behind) and re.match(r"['’]|s ", behind):
        return False
    return not set(re.findall(r"[a-zæøå]+", before.lower())) & words("sign_up.csv")
