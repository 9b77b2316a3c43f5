"""Meetings that no noun names: "landsrådet møttes i Bergen", "Protokoll fra styret 3. mai"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from build_graph.lexicon.tables import rows
from build_graph.mentions.draft import Draft
from build_graph.mentions.meeting_phrases import NOUNS, Candidate
from build_graph.mentions.minutes import MINUTES, MINUTES_BEHIND, TIME_AND_PLACE, dates_in, labels_below, likely_year
from build_graph.mentions.nouns import GROUPS, Mentions, line_at, noun_of, plain
from build_graph.model import Sentence, Span

TITLE_LINES = 3  # lines above "Tid: … Sted: …" in which it may stand where no title says that these are minutes
HEAD_LINES = 4  # lines below a title of minutes in which the body that met may stand


def unnamed(draft: Draft) -> Iterator[Candidate]:
    """Bodies that meet, and minutes whose title names the body only."""
    look = Mentions(draft.mentions)
    year = likely_year(draft)
    for sentence in draft.annotated.sentences:
        yield from _verbs(draft, sentence, look, year)
        yield from _minutes(draft, sentence, look, year)
        yield from _time_and_place(draft, sentence, look, year)


def _minutes(draft: Draft, sentence: Sentence, look: Mentions, year: int | None) -> Iterator[Candidate]:
    text = draft.text
    line = line_at(text, sentence.span.start)
    title = MINUTES.match(text[line.start : line.end]) or MINUTES_BEHIND.match(text[line.start : line.end])
    words = re.findall(r"[\w-]+", text[line.start : line.end])
    if title is None or sentence.span.start > line.start + 4 or len(words) > 12 or any(noun_of(w, NOUNS) for w in words if not re.match("(?i)møte(?:bok|prot|ref|inn)", w)):
        return
    end = line.end
    for _ in range(HEAD_LINES):
        end = line_at(text, min(end + 1, len(text))).end
    bodies = list(dict.fromkeys(m.referent for m in look.between(line.start, end) if m.kind == "body" and draft.referents[m.referent].classification != "secretariat"))
    stated, place = labels_below(draft, line.end)
    date = next(iter(dates_in(text, line, year)), None) or stated
    if len(bodies) == 1 and date:
        name = f"møte i {draft.referents[bodies[0]].name}"
        yield Candidate(
            Span(line.start + title.end() - len(title[0].split()[-1]), line.start + title.end()), "møte", "møte", "", False, False, name,
            (f"{name} {plain(text[date.start : date.end])}",) if date is not stated else (), owner=bodies[0], place=place,
            start=date.first, end=date.last if date.last != date.first else None, header=True, verbal=True,
        )


def _time_and_place(draft: Draft, sentence: Sentence, look: Mentions, year: int | None) -> Iterator[Candidate]:
    """Minutes with no title but the body's name: "Tid: 3. mai 2020 Sted: Prøveby" on the line below it."""
    text = draft.text
    line = line_at(text, sentence.span.start)
    stated = TIME_AND_PLACE.match(text[line.start : line.end])
    start = line.start
    for _ in range(TITLE_LINES):
        start = line_at(text, max(0, start - 1)).start
    bodies = {m.referent for m in look.between(start, line.start) if m.kind in GROUPS}
    titled = any(MINUTES.match(above) or any(noun_of(w, NOUNS) for w in re.findall(r"[\w-]+", above)) for above in text[start : line.start].split("\n"))
    if stated is None or titled or sentence.span.start > line.start + 4 or len(bodies) != 1:
        return
    date = next(iter(dates_in(text, Span(line.start + stated.start("date"), line.start + stated.end("date")), year)), None)
    if date:
        owner = bodies.pop()
        yield Candidate(
            Span(line.start + len(stated[0]) - len(stated[0].lstrip()), line.start + stated.start("date") - 1), "møte", "møte", "", False, False,
            f"møte i {draft.referents[owner].name}", (), owner=owner, place=plain(stated["place"]), start=date.first,
            end=date.last if date.last != date.first else None, header=True, verbal=True,
        )


@cache
def _verbs_of_meeting() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?<!\w){row['verb']}(?!\w)") for row in rows("meeting_verbs.csv"))


def _verbs(draft: Draft, sentence: Sentence, look: Mentions, year: int | None) -> Iterator[Candidate]:
    """Bodies and collaborations that meet: "landsrådet møttes i Bergen", "partene møttes igjen i februar"."""
    text = draft.text
    dates = dates_in(text, sentence.span, year)
    for pattern in _verbs_of_meeting():
        for verb in pattern.finditer(text, sentence.span.start, sentence.span.end):
            owner = _who_meets(draft, look, sentence, verb.start())
            if owner is None:
                continue
            near = [m for m in look.between(verb.end(), sentence.span.end) if m.kind == "place"]
            place = next((m for m in near if re.fullmatch(r"\s+(?:\w+\s+)?(?:i|på)\s+", text[verb.end() : m.span.start])), None)
            date = next((d for d in dates if d.start >= verb.end() and not re.search(r"[.;:!?,]", text[verb.end() : d.start])), None)
            if place is None and date is None:
                continue
            name = f"møte i {draft.referents[owner].name}"
            yield Candidate(
                Span(*verb.span()), "møte", "møte", "", False, False, name, owner=owner, verbal=True,
                place=plain(text[place.span.start : place.span.end]) if place else None, start=date.first if date else None,
                end=date.last if date and date.last != date.first else None,
            )


def _who_meets(draft: Draft, look: Mentions, sentence: Sentence, position: int) -> str | None:
    text = draft.text
    near = look.before(position, 2)
    if near and near.kind in {"body", "collaboration"}:
        return near.referent
    if re.search(r"(?:^|\W)part(?:ene|ane) $", text[sentence.span.start : position], re.IGNORECASE):
        known = {m.referent for m in look.between(0, position) if m.kind == "collaboration"}
        return known.pop() if len(known) == 1 else None
    return None
