"""Attendance lists: "Til stede: …", "Møtte fra sekretariatet: …", and who is marked absent."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from build_graph.lexicon.tables import rows
from build_graph.mentions.meetings import minutes_meetings
from build_graph.mentions.nouns import line_at
from build_graph.model import Evidence, Mention, Mentioned, Relation, Span

NAMES_PER_LINE = 0.5  # a line below a label belongs to the list when names fill so much of it


def attendance_claims(doc: Mentioned) -> list[Relation]:
    """Who the lists of an article name as present at its meeting."""
    spans = {m.span: m.referent for m in doc.mentions if m.kind == "meeting"}
    if not spans:
        return []
    parts = minutes_meetings(doc.annotated.article.text, spans)
    return [
        Relation("attends", mention.referent, meeting, (Evidence(mention.span, "attendance-list", 0.93),))
        for label, chunk in _lists(doc)
        for meeting in [_meeting_of(doc.annotated.article.text, label, parts, spans)]
        if meeting is not None
        for mention in _people(doc, chunk)
    ]


@cache
def _label() -> re.Pattern[str]:
    present = _labels("present")
    came = r"[^:\n.]{0,60}\b(?:møtte|deltok|var til stede|var tilstede|var til stades|tok sete)\b[^:\n.]{0,60}:"  # "Tre personer møtte for foreningen:"
    those = r"[^\n]{0,200}\b(?:følgende|følgjande|disse|desse) [^:\n.]{0,40}\b(?:møter|møte|møtte|deltar|delta|deltek|deltok|stiller)\b[^:\n.]{0,60}:(?=[ \t]*$)"
    return re.compile(rf"^[ \t*•·–_-]*(?:(?:{present})(?![\w])[^:\n.]{{0,70}}\**:\**|{came}|{those})", re.IGNORECASE | re.MULTILINE)


@cache
def _other_label() -> re.Pattern[str]:
    """Any label: the list before it ends here."""
    return re.compile(r"^[ \t*•·–_-]*[A-ZÆØÅ][\wæøå/ -]{2,60}:", re.MULTILINE)


def _lists(doc: Mentioned) -> Iterator[tuple[int, Span]]:
    """Each label of people present, and the stretch of text that its names are in."""
    text = doc.annotated.article.text
    for match in _label().finditer(text):
        line = line_at(text, match.end())
        end = line.end
        if text[match.end() : line.end].strip(" *_"):
            yield match.end(), Span(match.end(), end)
            continue
        position = line.end + 1
        while position < len(text):
            following = line_at(text, position)
            content = text[following.start : following.end]
            if content.strip():
                if _other_label().match(content) or not _is_names(doc, following):
                    break
                end = following.end
            elif end > line.end:
                after = line_at(text, following.end + 1) if following.end + 1 < len(text) else following
                if not _is_names(doc, after) or not re.match(r"\s*[*•·–-]|\s*\d+\.", text[after.start : after.end]):
                    break
            position = following.end + 1
        yield match.end(), Span(match.end(), end)


def _is_names(doc: Mentioned, line: Span) -> bool:
    """Whether a line is an item of a list of people: a name opens it, perhaps behind a title."""
    people = [m for m in doc.mentions if m.kind == "person" and line.start <= m.span.start < line.end]
    if not people:
        return False
    before = doc.annotated.article.text[line.start : people[0].span.start]
    return len(before) < 40 and "." not in re.sub(r"^\s*\d+\.", "", before)


@cache
def _labels(kind: str) -> str:
    return "|".join(row["label"] for row in rows("attendance_labels.csv") if row["kind"] == kind)


def _people(doc: Mentioned, chunk: Span) -> list[Mention]:
    """The people named in a list, without those whom it marks as absent or who are named inside brackets."""
    text = doc.annotated.article.text
    mentions = [m for m in doc.mentions if m.kind == "person"]
    first = bisect_left([m.span.start for m in mentions], chunk.start)
    absent, instead = _labels("absent"), _labels("instead")
    found = []
    for mention in mentions[first:]:
        if mention.span.end > chunk.end:
            break
        behind = text[mention.span.end : chunk.end]
        if re.search(rf"\b(?:{instead})\s+(?:[a-zæøå.]+ ){{0,2}}(?:nr\.? ?\d+,? )?$", text[chunk.start : mention.span.start], re.IGNORECASE):
            continue
        if not re.match(rf"\s*(?:\([^)]*\)\s*)?[(–,-]\s*(?:{absent})", behind, re.IGNORECASE):
            found.append(mention)
    return found


def _meeting_of(text: str, position: int, parts: list[tuple[int, str]], spans: dict[Span, str]) -> str | None:
    """The meeting whose minutes a list stands in; without minutes, the one that the text before is about."""
    headed = [meeting for start, meeting in parts if start <= position]
    if headed:
        return headed[-1]
    return topic_meeting(text, spans, position)


def topic_meeting(text: str, spans: dict[Span, str], position: int) -> str | None:
    """The meeting that the text before a place is about: the first named in the nearest paragraph that names one."""
    near = [span for span in sorted(spans) if span.start < position]
    if not near:
        return None
    line = line_at(text, near[-1].start)
    return next(spans[span] for span in near if span.start >= line.start)
