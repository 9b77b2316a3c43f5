"""When the page came out: "Publisert 3. mai 2024" before all; else a date that stands alone in the page's head.

A date that another word claims ("Oppdatert", "Mottatt", "Lastet ned") is not the date of publication, and neither is a date
in the head of minutes, invitations and programmes: it states when the meeting is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from build_graph.model import Span, Stated
from build_graph.read import cues
from build_graph.read.dates import FoundDate, find_dates
from build_graph.read.lines import Line, bullet, ends_sentence, has_verb, opening_dash
from build_graph.read.person import in_capitals

# "Pressemelding | Nr: 12/24 | Dato: 03.05.2024 | Kunnskapsdepartementet" is about as long as such a line gets.
_LONGEST = 160
_LONGEST_PART = 8  # words
_LONGEST_PLACE = 3  # words
_HEAD, _TITLED = 12, 3
# Above the date there may be a lead; where more running text stands, the page's head is over.
_LONGEST_LEAD = 700
_SHORTEST_PROSE = 6  # words
_WHOLE_DAY = 10  # characters of YYYY-MM-DD
BAR = re.compile(r"\s*[|¦·•●]\s*|\s+/\s+|\t+|\s{3,}")
_TIME = r"(?:\W*(?:kl\.?|klokka|klokken)?\s*(?:[01]?\d|2[0-3])[.:][0-5]\d(?:[.:][0-5]\d)?)"
_PLACE = re.compile(rf"(?:[^\W\d_a-zæøå][\w.-]*\s?(?:i\s)?){{1,{_LONGEST_PLACE}}}(?:,|,?\s+den|\s(?=\d))\s*")
_CUES = ("published", "updated", "received", "retrieved")


@cache
def _cue(*kinds: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{cues.alternatives(*kinds)})(?!\w)", re.IGNORECASE)


@cache
def _before_date() -> re.Pattern[str]:
    """What may stand before a date on a line of its own: "Dato:", "Pressemelding,", a number."""
    label = rf"(?:{cues.alternatives('document date')})\s*:?\s*"
    kind = rf"(?:{cues.alternatives('kind of page')})\s*[,:.–-]?\s*"
    return re.compile(rf"(?:{kind})?(?:{label})?(?:den\s+)?", re.IGNORECASE)


@cache
def _plain_part() -> re.Pattern[str]:
    """Parts of such a line that say neither who nor when: "Pressemelding", "Nr: 12/24", "3 min lesetid"."""
    return re.compile(
        rf"(?:{cues.alternatives('kind of page')})|(?:nr\.?|nummer)\s*:?\s*[\d/–-]+|\W*(?:ca\.?\s*)?\d+\s+min\w*\.?(?:\s+(?:{cues.alternatives('reading time')}))?"
        rf"|(?:{cues.alternatives('reading time')})\s*:?\s*\d+\s+min\w*\.?",
        re.IGNORECASE,
    )


def publication_date(words: str) -> FoundDate | None:
    """The date in the words that says when the page came out: behind "Publisert", else the first that no other word claims."""
    dates = [date for date in find_dates(words) if date.first == date.last]
    free = None
    place = 0
    for date in dates:
        before = list(_cue(*_CUES).finditer(words, place, date.start))
        place = date.end
        if before and _cue("published").fullmatch(before[-1][0]):
            return date
        if not before and free is None:
            free = date
    return free


def published_within(text: str, span: Span) -> Stated | None:
    """The date behind "Publisert" within the span, where other dates stand first: "Mottatt 1.5.2024. Publisert 3. mai 2024"."""
    words = text[span.start : span.end]
    for cue in _cue("published").finditer(words):
        date = next(iter(find_dates(words[cue.end() :])), None)
        if date and date.first == date.last and re.fullmatch(r"\W*(?:(?:den|på nett|på)\W*)?", words[cue.end() : cue.end() + date.start]):
            return Stated(date.first, Span(span.start + cue.start(), span.start + cue.end() + date.end))
    return None


def date_alone(words: str) -> FoundDate | None:
    """The day that the words consist of, with at most a label, a place, a kind of page and the time of day beside it."""
    if len(words) > _LONGEST:
        return None
    if later := _cue("updated").search(words):  # "3. mai 2024 (oppdatert 4. mai 2024)"
        words = words[: later.start()].rstrip(" ,(–-/.")
    dates = [date for date in find_dates(words) if date.first == date.last and len(date.first) == _WHOLE_DAY]
    if len(dates) != 1 or not re.fullmatch(rf"{_TIME}?\W*", words[dates[0].end :]):
        return None
    before = re.sub(rf"^{_TIME}\W*", "", words[: dates[0].start].lstrip("*_( ")) if dates[0].start else ""
    label = _before_date().match(before)
    rest = before[label.end() :] if label else before
    if not rest or _PLACE.fullmatch(rest) or (_PLACE.fullmatch(before) and not in_capitals(before)):
        return dates[0]
    return None


def parts_of(line: str) -> list[tuple[int, int]]:
    """The stretches between the line's bars; the whole line where it has none."""
    parts, begin = [], 0
    for bar in [*BAR.finditer(line), None]:
        end = bar.start() if bar else len(line)
        if line[begin:end].strip():
            parts.append((begin, end))
        begin = bar.end() if bar else end
    return parts


def date_line(line: str) -> tuple[FoundDate, bool] | None:
    """The day that a line of the head states, alone or between bars; and whether the line says nothing else."""
    parts = parts_of(line) if len(line) <= _LONGEST else []
    dated = [(start, date) for start, end in parts if (date := date_alone(line[start:end]))]
    if len(dated) != 1:
        return None
    others = [line[start:end] for start, end in parts if start != dated[0][0]]
    if any(len(other.split()) > _LONGEST_PART or ends_sentence(other) or has_verb(other) for other in others):
        return None
    start, date = dated[0]
    return FoundDate(start + date.start, start + date.end, date.first, date.last), all(_plain_part().fullmatch(other) for other in others)


def is_record(lines: Sequence[Line]) -> bool:
    """Whether the head is that of minutes, an invitation or a programme: its date is the meeting's."""
    label = re.compile(rf"\W*(?:{cues.alternatives('label of a meeting')})\s*(?::|$)", re.IGNORECASE)
    for at, line in enumerate(lines[:_HEAD]):
        if label.match(line.text):
            return True
        titled = at < _TITLED and len(line.text) <= _LONGEST and not ends_sentence(line.text)
        if titled and set(re.findall(r"[^\W\d_]+", line.text.lower())) & cues.forms("record of a meeting"):
            return True
    return False


def mark_dates(lines: Sequence[Line]) -> Stated | None:
    """Set `kind` to "footer" on the head's line that only states the day, and give that day; None where it may be another's."""
    if is_record(lines):
        return None
    prose, found = 0, []
    for at, line in enumerate(lines[:_HEAD]):
        if line.kind in ("byline", "credit", "footer", "caption"):
            continue
        read = None if opening_dash(line.text) or bullet(line.text) else date_line(line.text.strip("*_ "))
        if read is None:
            prose += ends_sentence(line.text) and len(line.text.split()) >= _SHORTEST_PROSE
            if prose > 1 or len(line.text) > _LONGEST_LEAD:
                break
            continue
        found.append((at, *read))
    # A page with several such lines is a chronicle or a calendar, whether the others stand in its head or below.
    if len(found) != 1 or any(date_alone(line.text) for line in lines[found[0][0] + 1 :] if line.kind is None):
        return None
    at, date, complete = found[0]
    beside = {near.kind for near in (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2])}
    labelled = bool(re.search(rf"(?:{cues.alternatives('document date', 'kind of page')})\W", lines[at].text[: date.start], re.IGNORECASE))
    if not labelled and not beside & {"byline", "credit", "footer"} and _of_a_meeting(lines[:at], lines[at + 1 :]):
        return None
    if not labelled and at + 1 >= len(lines):
        return None
    line = lines[at]
    begin = line.start + line.text.index(line.text.strip("*_ ")) + date.start
    if complete:
        line.kind = "footer"
    return Stated(date.first, Span(begin, begin + date.end - date.start))


def _of_a_meeting(above: Sequence[Line], below: Sequence[Line]) -> bool:
    """Whether what stands by the date names a meeting, so that the day may be the meeting's."""
    near = [*above[-2:], *below[: 1 if not above else 0]]
    endings = tuple(cues.forms("meeting in a title"))
    return any(word.endswith(endings) for line in near if not ends_sentence(line.text) for word in re.findall(r"[^\W\d_]+", line.text.lower()))
