"""Attendance lists: "Til stede: …", "Møtte fra sekretariatet: …", "Vara: …", and who is absent.

A list has a label and, behind it or on the lines below, names. The label tells what they are to the meeting (`Part`): a member
of what met, a deputy, staff, or absent.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from build_graph.claims.list_groups import OWNED, board_of
from build_graph.claims.programmes import programme_claims
from build_graph.lexicon.tables import rows
from build_graph.mentions.meetings import minutes_meetings
from build_graph.mentions.minutes import is_minutes_title
from build_graph.mentions.nouns import line_at
from build_graph.model import Evidence, Mention, Mentioned, Referent, Relation, Span

Part = Literal["present", "staff", "deputy", "absent"]
LABEL_TAIL = r"(?![\w])[^:\n.]{0,70}\**:\**"


@dataclass(frozen=True, slots=True)
class Attendance:
    """A list of who was at a meeting, or who was not."""

    label: Span
    names: Span  # the stretch of text that its names are in
    part: Part
    meeting: str


def attendance_claims(doc: Mentioned) -> list[Relation]:
    """Who the lists of an article name as present at its meeting, and its programme as taking part in its event."""
    listed = [
        Relation("attends", mention.referent, listed.meeting, (Evidence(mention.span, "attendance-list", 0.93),))
        for listed in attendance_lists(doc)
        for mention in _people(doc, listed)
    ]
    told = {(r.subject, r.object) for r in listed}
    return listed + [r for r in programme_claims(doc) if (r.subject, r.object) not in told]


def attendance_lists(doc: Mentioned) -> list[Attendance]:
    """The attendance lists of an article that tells of a meeting, in text order."""
    spans = {m.span: m.referent for m in doc.mentions if m.kind == "meeting"}
    if not spans:
        return []
    text = doc.annotated.article.text
    parts = minutes_meetings(text, spans)
    found: list[Attendance] = []
    for label, part, alone in _labels_in(text):
        if found and label.start < found[-1].names.end:
            continue
        beside = bool(found) and not text[found[-1].names.end : label.start].strip(" \t\n.*_•·–-")
        in_minutes = any(start <= label.start for start, _ in parts)
        if not (alone or beside or part == "staff" and in_minutes):
            continue
        meeting = _meeting_of(text, label.end, parts, spans)
        if meeting is not None:
            found.append(Attendance(label, _names(doc, label.end), part, meeting))
    return found


def session_of(doc: Mentioned, meeting: str) -> str | None:
    """The body whose members meet: a meeting's own, or the board at a board meeting of an organisation."""
    referent = doc.referents[meeting]
    owner = doc.referents[referent.owner] if referent.owner else None
    if owner is not None and owner.kind == "body":
        return owner.id if _sits(owner) else None
    text = doc.annotated.article.text
    lines = [line_at(text, m.span.start) for m in doc.mentions if m.referent == meeting]
    titled = {m.referent for m in doc.mentions if m.kind == "body" and _sits(doc.referents[m.referent])
              for line in lines if line.start <= m.span.start < line.end and is_minutes_title(text[line.start : line.end])}  # fmt: skip
    if len(titled) == 1:
        return titled.pop()
    if not re.search(r"(?i)styremøte", referent.name):
        return None
    if owner is not None:
        return board_of(doc, owner.id)
    boards = {r.id for r in doc.referents.values() if r.kind == "body" and r.classification in OWNED}
    return boards.pop() if len(boards) == 1 else None


def _sits(body: Referent) -> bool:
    """Whether those who meet are members of a body between its meetings too: not of an annual meeting."""
    gathering = body.classification == "assembly" and re.search(r"(?i)(?:møtet?|forsamling(?:en|a)?)$", body.name.split(" ")[0])
    return not gathering and body.classification not in {"department", "secretariat"}


def _labels_in(text: str) -> Iterator[tuple[Span, Part, bool]]:
    """The labels, what their lists are, and whether they are such without another list beside them: "Vara: …" alone is of any list."""
    found = [*_label().finditer(text), *_heading().finditer(text)]
    for match in sorted(found, key=lambda m: (m.start(), -m.end())):
        kinds, words = match.groupdict(), match.group()
        deputies = kinds.get("deputy") or re.search(r"\bvara", words, re.IGNORECASE)
        came = re.search(r"møt|til ?sted|til ?stad", words, re.IGNORECASE)
        part: Part = "present"
        if kinds.get("absent"):
            part = "absent"
        elif kinds.get("staff") or kinds.get("beside") or re.search(_labels("outside"), words, re.IGNORECASE):
            part = "staff"
        elif deputies:
            part = "deputy"
        yield Span(match.start(), match.end()), part, bool(came or kinds.get("present") or kinds.get("absent"))


@cache
def _label() -> re.Pattern[str]:
    kinds = "|".join(rf"(?P<{kind}>{_labels(kind)}){LABEL_TAIL}" for kind in ("absent", "staff", "deputy", "present", "beside"))
    came = r"[^:\n.]{0,60}\b(?:møtte|deltok|var til stede|var tilstede|var til stades|tok sete)\b[^:\n.]{0,60}:"  # "Tre personer møtte for foreningen:"
    those = r"[^\n]{0,200}\b(?:følgende|følgjande|disse|desse) [^:\n.]{0,40}\b(?:møter|møte|møtte|deltar|delta|deltek|deltok|stiller)\b[^:\n.]{0,60}:(?=[ \t]*$)"
    return re.compile(rf"^[ \t*•·–_-]*(?:{kinds}|{came}|{those})", re.IGNORECASE | re.MULTILINE)


@cache
def _heading() -> re.Pattern[str]:
    """The same labels on lines of their own, without a colon."""
    kinds = "|".join(rf"(?P<{kind}>{_labels(kind)})" for kind in ("absent", "deputy", "present", "beside"))
    return re.compile(rf"^[ \t*#]*(?:{kinds})(?: (?:medlemm?er|representant[ae]r|til stede|fr[aå] \w+|\w+medlemm?er))?[ \t*]*$", re.IGNORECASE | re.MULTILINE)


@cache
def _other_label() -> re.Pattern[str]:
    """Any label: the list before it ends here."""
    return re.compile(r"^[ \t*•·–_-]*[A-ZÆØÅ][\wæøå/ -]{2,60}:", re.MULTILINE)


def _names(doc: Mentioned, position: int) -> Span:
    """The stretch of text that a label's names are in: the rest of its line, or the lines of names below."""
    text = doc.annotated.article.text
    line = line_at(text, position)
    end = line.end
    if text[position : line.end].strip(" *_"):
        return Span(position, end)
    below = line.end + 1
    while below < len(text):
        following = line_at(text, below)
        content = text[following.start : following.end]
        if content.strip():
            if _other_label().match(content) and not _of_party(doc, following):
                break
            if not _is_names(doc, following):
                if end > line.end and _short(content) and text[following.start - 2 : following.start - 1] != "\n":
                    below = following.end + 1  # a name that nobody knows, or the head of a table
                    continue
                if not (end == line.end and "\t" in content):
                    break
            else:
                end = following.end
        elif end > line.end:
            after = line_at(text, following.end + 1) if following.end + 1 < len(text) else following
            if not _is_names(doc, after) or not re.match(r"\s*[*•·–-]|\s*\d+\.", text[after.start : after.end]):
                break
        below = following.end + 1
    return Span(position, end)


def _short(line: str) -> bool:
    return len(line) < 60 and not line.rstrip().endswith((".", ":", "?"))


def _of_party(doc: Mentioned, line: Span) -> bool:
    """Whether a label is a party's name: "Eks: Kari Testdatter, Ola Prøve"."""
    return any(m.span.start <= line.start + 2 and doc.referents[m.referent].classification == "party" for m in doc.mentions if line.start <= m.span.start < line.end)


def _is_names(doc: Mentioned, line: Span) -> bool:
    """Whether a line is an item of a list of people: a name opens it, perhaps behind a title."""
    people = [m for m in doc.mentions if m.kind == "person" and line.start <= m.span.start < line.end]
    if not people:
        return False
    before = doc.annotated.article.text[line.start : people[0].span.start]
    return len(before) < 40 and "." not in re.sub(r"^\s*\d+\.", "", before)


@cache
def _labels(kind: str) -> str:
    return "|".join(sorted((row["label"] for row in rows("attendance_labels.csv") if row["kind"] == kind), key=lambda w: (-len(w), w)))


def _people(doc: Mentioned, listed: Attendance) -> list[Mention]:
    """The people whom a list names as present: without those whom it marks as absent, or who are named inside brackets.

    Of a list of absentees those who came instead: "For henne møtte vara Kari Testdatter".
    """
    text, chunk = doc.annotated.article.text, listed.names
    mentions = [m for m in doc.mentions if m.kind == "person"]
    first = bisect_left([m.span.start for m in mentions], chunk.start)
    absent, instead = _labels("absent"), _labels("instead")
    found = []
    for mention in mentions[first:]:
        if mention.span.end > chunk.end:
            break
        before, behind = text[chunk.start : mention.span.start], text[mention.span.end : chunk.end]
        if listed.part == "absent" and not re.search(r"(?:\bmøtte|\bmøter|\bvara(?:medlem)?:?|\bstilte)(?: [a-zæøå]+){0,2} $", before):
            continue
        if mention.anaphoric or re.search(rf"\b(?:{instead})\s+(?:[a-zæøå.]+ ){{0,2}}(?:nr\.? ?\d+,? )?$", before, re.IGNORECASE):
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
