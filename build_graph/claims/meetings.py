"""Meetings held and planned: that they were, when and where, who took part."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from build_graph.claims.attendance import attendance_claims, topic_meeting
from build_graph.claims.frames import FrameReader
from build_graph.claims.patterns import Found, matches_by_sentence
from build_graph.mentions.clauses import NEGATED
from build_graph.mentions.meetings import PUBLIC, minutes_meetings
from build_graph.mentions.minutes import is_transcript
from build_graph.mentions.nouns import noun_of
from build_graph.model import Claim, Evidence, Held, Mention, Mentioned, Referent, Relation, Sentence, Span
from build_graph.read.dates import find_dates

REACH = 700  # characters back that "i innledningen" may reach for its meeting: two or three paragraphs
OPENING = 1200  # characters from the top within which an article names the hearing or debate that it is about
TOP = 600  # characters from the top within which an article names the meeting that it reports
WIDEST_GAP = 45  # characters between a meeting and the date or place that its evidence takes in


def meeting_claims(doc: Mentioned, reader: FrameReader) -> list[Claim]:
    """That each meeting was or will be held, and who is said to have been there."""
    claims: list[Claim] = [*_held(doc), *attendance_claims(doc)]
    meetings = sorted((m for m in doc.mentions if m.kind == "meeting"), key=lambda m: m.span)
    if not meetings:
        return claims
    for sentence, line, found in matches_by_sentence(doc, "meeting_patterns.csv"):
        if not NEGATED.search(line.text, found.start, found.end):  # "deltok ikke på møtet"
            claims += _taking_part(doc, found, meetings, sentence)
    told = {(c.subject, c.object) for c in claims if isinstance(c, Relation)}
    topic = _topic(doc, meetings)
    return [*claims, *(c for c in reader.meetings(topic) if (c.subject, c.object) not in told)]


def _topic(doc: Mentioned, meetings: list[Mention]) -> Mention | None:
    """The first mention of the meeting that the article reports: the only one it speaks of near the top, and most of all."""
    top = [m for m in meetings if m.span.start <= TOP]
    counts = Counter(m.referent for m in meetings)
    if len({m.referent for m in top}) != 1 or any(n >= counts[top[0].referent] for r, n in counts.items() if r != top[0].referent):
        return None
    return top[0]


def _held(doc: Mentioned) -> Iterator[Held]:
    sentences = doc.annotated.sentences
    starts = [s.span.start for s in sentences]
    for mention in doc.mentions:
        if mention.kind != "meeting":
            continue
        meeting = doc.referents[mention.referent]
        sentence = sentences[max(0, bisect_right(starts, mention.span.start) - 1)].span
        span = _with_date_and_place(doc, meeting, mention, sentence)
        yield Held(mention.referent, (Evidence(span, "meeting-spoken-of" if mention.anaphoric else "meeting", 0.75 if mention.anaphoric else 0.85),))


def _with_date_and_place(doc: Mentioned, meeting: Referent, mention: Mention, sentence: Span) -> Span:
    """The words that state the meeting, with its date and place where the sentence has them."""
    text = doc.annotated.article.text
    start, end = mention.span
    published = doc.annotated.article.published
    year = int(published.value[:4]) if published and published.value[:4].isdigit() else None
    for date in find_dates(text[sentence.start : sentence.end], year):
        gap = max(sentence.start + date.start - end, start - sentence.start - date.end)
        if meeting.start == date.first and gap < WIDEST_GAP:
            start, end = min(start, sentence.start + date.start), max(end, sentence.start + date.end)
            break
    if meeting.location:
        place = re.compile(re.escape(meeting.location)).search(text, mention.span.end, sentence.end)
        if place and place.start() - end < WIDEST_GAP:
            end = max(end, place.end())
    return Span(start, end)


def _taking_part(doc: Mentioned, found: Found, meetings: list[Mention], sentence: Sentence) -> Iterator[Relation]:
    """The relations that a pattern states; where it names no meeting, the one spoken of last is meant."""
    stated = found.all("meeting")
    if stated:
        meeting = stated[0].referent
    elif found.states == "attends in minutes":
        text = doc.annotated.article.text
        parts = [p for p in minutes_meetings(text, {m.span: m.referent for m in meetings}) if p[0] <= found.span.start]
        if not parts:
            return
        meeting = parts[-1][1]
    elif found.states == "attends debate":
        debate = _debate(doc, meetings)
        if debate is None:
            return
        meeting = debate
    else:
        spans = {m.span: m.referent for m in meetings if sentence.span.start - REACH < m.span.start}
        topic = topic_meeting(doc.annotated.article.text, spans, found.span.start)
        if topic is None:
            return
        meeting = topic
    for slot, mentions in found.slots.items():
        if slot.startswith(("person", "actor", "group")):
            for mention in mentions if not slot.endswith("9") else ():  # where they come from, not who came
                if isinstance(mention, Mention) and mention.referent != meeting:
                    yield Relation("attends", mention.referent, meeting, (Evidence(found.span, found.rule, found.confidence),))


def _debate(doc: Mentioned, meetings: list[Mention]) -> str | None:
    """The only hearing, question hour or debate that the article is about: it is named near the top, and no other is."""
    public = dict.fromkeys(m.referent for m in meetings if _is_public(doc.referents[m.referent]))
    reach = len(doc.annotated.article.text) if is_transcript(doc.annotated.article.text) else OPENING
    opening = next((m for m in meetings if m.referent in public and m.span.start < reach), None)
    return opening.referent if opening and len(public) == 1 else None


def _is_public(meeting: Referent) -> bool:
    nouns = [noun_of(word, "meeting_nouns.csv") for name in (meeting.name, *meeting.aliases) for word in re.findall(r"[\w-]+", name)]
    return any(noun is not None and noun.family in PUBLIC - {"forhandlinger"} for noun in nouns)
