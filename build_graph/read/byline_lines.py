"""Which lines of a page are its by-line: those that say so, and names that their place tells – above an address, a date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_graph.lexicon.tables import is_given_name
from build_graph.lexicon.tables import words as word_list
from build_graph.model import Span, Stated
from build_graph.read import cues
from build_graph.read.byline import (
    EMAIL,
    Byline,
    function_mark,
    is_department,
    is_email_line,
    is_job_title,
    is_name_line,
    masked,
    names_in,
    only_photographers,
    stated_byline,
)
from build_graph.read.dates import FoundDate, find_dates
from build_graph.read.lines import Line, ends_sentence, has_verb
from build_graph.read.person import in_capitals, looks_like_person, ordinary_case, sentence_case
from build_graph.read.publication import date_line, is_record, parts_of

_LONGEST = 160
_LONGEST_GROUP = 5  # words
_SHORTEST_TITLE, _SHORTEST_PROSE = 3, 6  # words
_LONGEST_TITLED = 14  # words of a name with its title and office
_WHOLE_DAY = 10  # characters of YYYY-MM-DD
# By-lines stand in the head of the page or, in some journals, as its last lines.
_HEAD, _TAIL = 12, 3


def mark_bylines(text: str, lines: Sequence[Line]) -> Byline:
    """Set `kind` to "byline" on every line that is part of one, and gather what they state."""
    whole = Byline()
    words = [line.text.strip("*_ ") for line in lines]
    last_body = max((at for at, line in enumerate(lines) if line.kind is None), default=0)
    for at, line in enumerate(lines):
        if line.kind is not None or _HEAD <= at <= last_body - _TAIL:
            continue
        behind = at > 0 and lines[at - 1].kind == "byline"
        part = stated_byline(text, Span(line.start, line.end)) or _between_bars(text, line) or _behind_photo(text, line)
        if part is None and at < _HEAD:
            part = _plain_byline(line, words, at, behind) or _below_cue(lines, words, at) or _beside_date(lines, words, at)
        if part is not None:
            line.kind = "byline"
            line.titled = next(iter(part.titled), None)
            whole.add(part)
    if not whole.names:
        _published_by(text, lines, whole)
    if not whole.names:
        _agency(text, lines, whole)
    return whole


def _behind_photo(text: str, line: Line) -> Byline | None:
    """"Foto: Ola Prøve. Tekst: Kari Testdatter": a by-line behind the credit."""
    behind = re.match(rf"(?:{cues.alternatives('photo credit')})\s*:\s*[^:]{{3,60}}?[\s,./;–-]+(?=(?:{cues.alternatives('text credit')})\s*:)", line.text, re.IGNORECASE)
    return stated_byline(text, Span(line.start + behind.end(), line.end)) if behind else None


def _between_bars(text: str, line: Line) -> Byline | None:
    """"Av Kari Testdatter | 3. mai 2024", "3. mai 2024 | Kommunikasjonsavdelingen v/ Kari Testdatter"."""
    parts = parts_of(line.text)
    if len(parts) < 2 or len(line.text) > _LONGEST:
        return None
    found, date = Byline(), date_line(line.text)
    named = False
    for start, end in parts:
        span = Span(line.start + start, line.start + end)
        part = stated_byline(text, span) or (_on_behalf(text, span) if date else None)
        if part:
            named = True
            found.add(part)
    if not named:
        return None
    if date:
        found.published = Stated(date[0].first, Span(line.start + date[0].start, line.start + date[0].end))
    return found


def _on_behalf(text: str, span: Span) -> Byline | None:
    """"Kommunikasjonsavdelingen v/ Kari Testdatter": a department, and who writes for it."""
    both = re.fullmatch(r"(?P<place>[^|,;:]{3,80}?)\s*(?:\bv/|\bved\b)\s*(?P<name>[^|,;:]+)", text[span.start : span.end])
    if not both or not is_department(both["place"]) or not looks_like_person(both["name"], capitals=True):
        return None
    name = Span(span.start + both.start("name"), span.start + both.end("name"))
    place = Span(span.start + both.start("place"), span.start + both.end("place"))
    return Byline(names=[Stated(ordinary_case(both["name"]), name)], departments=[Stated(both["place"], place)])


def _below_cue(lines: Sequence[Line], words: Sequence[str], at: int) -> Byline | None:
    """A name below a line that only says "Tekst:"; and that line itself."""
    alone = re.compile(rf"(?:{cues.alternatives('text and photo credit', 'byline')})\s*:?", re.IGNORECASE)
    if alone.fullmatch(words[at]) and words[at + 1 : at + 2] and looks_like_person(words[at + 1], capitals=True):
        return Byline()
    if at and lines[at - 1].kind == "byline" and alone.fullmatch(words[at - 1]) and looks_like_person(words[at], capitals=True):
        return _of_names([(words[at], lines[at])])
    return None


def _of_names(named: Sequence[tuple[str, Line]]) -> Byline:
    found = Byline()
    for name, line in named:
        begin = line.start + line.text.index(name)
        found.names.append(Stated(ordinary_case(name), Span(begin, begin + len(name))))
    return found


def _beside_date(lines: Sequence[Line], words: Sequence[str], at: int) -> Byline | None:
    """Names that only their place tells: above "Publisert …", a date or a photographer, or on one line with the date.

    The title must stand above, the given name be a known one, and nobody of that name be spoken of in the article.
    """
    titled = any(_is_title(above, word) for above, word in zip(lines[:at], words, strict=False))
    if not titled or is_record(lines) or not any(ends_sentence(below) and len(below.split()) >= _SHORTEST_PROSE for below in words[at + 1 :]):
        return None
    if marked := _marked_names(lines[at]):
        return marked
    if not words[at]:
        return None
    others = " ".join(word for line, word in zip(lines, words, strict=True) if line is not lines[at] and line.kind is None).casefold()
    bare = words[at]
    if (dated := _name_and_date(bare)) and dated[0].casefold() not in others:
        # Where several have a date, they are birthdays or appointments.
        if sum(_name_and_date(word) is not None for word in words) > 1:
            return None
        name, date = dated
        found = _of_names([(name, lines[at])])
        begin = lines[at].start + lines[at].text.index(bare) + date.start
        found.published = Stated(date.first, Span(begin, begin + date.end - date.start))
        return found
    named = _known_names(bare)
    if not named or any(name.casefold() in others for name in named):
        return _in_opinion(lines, words, at, others)
    below = at + 1
    while below < len(lines) and below <= at + 2 and (looks_like_person(words[below], capitals=True) or words[below].lower() in word_list("media_titles.csv")):
        below += 1
    if below >= len(lines):
        return None
    if words[at + 1].lower() in word_list("media_titles.csv"):
        return _of_names([(name, lines[at]) for name in named])
    if (lines[below].kind == "footer" and find_dates(lines[below].text)) or date_line(words[below]) or _marked_names(lines[below]):
        return _of_names([(name, lines[at]) for name in named])
    return _in_opinion(lines, words, at, others)


def _in_opinion(lines: Sequence[Line], words: Sequence[str], at: int, others: str) -> Byline | None:
    """The writer of a letter or comment, between its title and its text: "Kari Testdatter, leder i Foreningen Eksempel"."""
    genre = re.compile(rf"\W*(?:{cues.alternatives('genre signed below')})\W*", re.IGNORECASE)
    if not any(genre.fullmatch(word) for word in words[:at]) or len(words[at].split()) > _LONGEST_TITLED:
        return None
    name, comma, title = words[at].partition(",")
    if not _is_known_name(name) or name.casefold() in others or ends_sentence(title) or has_verb(title):
        return None
    found = _of_names([(name, lines[at])])
    start = found.names[0].span.start if found.names[0].span else 0
    found.titled = [Span(start, start + len(words[at]))] if comma else []
    return found


def _name_and_date(bare: str) -> tuple[str, FoundDate] | None:
    """A known name and a day that are all of the line: "Kari Testdatter | 3. mai 2024"."""
    dates = [date for date in find_dates(bare) if date.first == date.last and len(date.first) == _WHOLE_DAY] if len(bare) <= _LONGEST else []
    if len(dates) != 1:
        return None
    before = bare[: dates[0].start].strip(" ,|–-/")
    after = re.sub(r"^\W*(?:kl\.?\s*)?(?:\d\d?[.:]\d\d)?\W*", "", bare[dates[0].end :]).strip(" ,|–-/")
    name = before if not after else after if not before else ""
    return (name, dates[0]) if _is_known_name(name) else None


def _is_title(line: Line, word: str) -> bool:
    """Whether the line may be the page's title: a section ("Minneord") or name above another name is none."""
    return line.kind is None and len(word.split()) >= _SHORTEST_TITLE and not looks_like_person(word, capitals=True)


def _is_known_name(name: str) -> bool:
    return looks_like_person(name, capitals=True) and is_given_name(name.split()[0].split("-")[0]) and not _has_section_word(name)


def _known_names(bare: str) -> list[str]:
    """The names that the line consists of: "Kari Testdatter", "Kari Testdatter og Ola Prøve"; none where one is not known."""
    names = re.split(r",\s+|\s+(?:og|OG|&)\s+", bare)
    return names if all(_is_known_name(name) for name in names) else []


def _has_section_word(name: str) -> bool:
    return in_capitals(name) and bool(set(re.findall(r"[^\W\d_]+", name.lower())) & cues.forms("section word"))


def _marked_names(line: Line) -> Byline | None:
    """A line of names with what each did: "OLA PRØVE (FOTO)", "Kari Testdatter (tekst), Ola Prøve (foto)"."""
    if len(line.text) > _LONGEST or not function_mark().search(line.text):
        return None
    names = names_in(line.text, line.start)
    if not names:
        return Byline() if only_photographers(line.text) else None
    last = names[-1].span
    assert last is not None
    return Byline(names=names) if not re.search(r"[a-zæøå]{3}", masked(line.text)[last.end - line.start :]) or function_mark().search(line.text, last.end - line.start) else None


def _published_by(text: str, lines: Sequence[Line], whole: Byline) -> None:
    """"Publisert 3. mai 2024 av Kari Testdatter" names an author where nothing else does."""
    for line in lines:
        if line.kind != "footer" or len(line.text) > _LONGEST:
            continue
        for match in re.finditer(r"\b[Aa]v:?\s+", line.text):
            names = names_in(line.text[match.end() :], line.start + match.end())
            if names and is_given_name(names[0].value.split()[0]):
                whole.add(Byline(names=names))
                return


def _agency(text: str, lines: Sequence[Line], whole: Byline) -> None:
    """A news agency's opening: "Prøveby (NTB – Kari Testdatter): …"."""
    opening = re.compile(r"(?:[^\W\d_a-zæøå][\w/ -]{0,60})?\((?P<agency>[^()\W]+(?: [^()\W]+)?)\s?[-–]\s?(?P<names>[^()\d:]{5,80})\)\s?:")
    for line in lines[:_HEAD]:
        found = opening.match(line.text)
        if line.kind is None and found and found["agency"].lower() in cues.forms("agency word"):
            whole.add(Byline(names=names_in(found["names"], line.start + found.start("names"))))
            return


def _plain_byline(line: Line, words: Sequence[str], at: int, behind: bool) -> Byline | None:
    """A name, e-mail address, department or job title that stands alone on its line, without a word that says so."""
    bare = words[at]
    begin = line.start + line.text.index(bare) if bare else line.start
    stated = Stated(bare, Span(begin, begin + len(bare)))
    if email := EMAIL.search(bare):
        if not is_email_line(bare):
            return None
        name = bare[: email.start()].rstrip(" ,<([–-")
        found = Byline(emails=[Stated(email[0], Span(begin + email.start(), begin + email.end()))])
        if looks_like_person(name, capitals=True):
            found.names.append(Stated(ordinary_case(name), Span(begin, begin + len(name))))
        return found
    section_before = at > 0 and in_capitals(words[at - 1])
    if bare and is_name_line(bare, words[at + 1 : at + 3], section_before):
        return Byline(names=names_in(bare, begin) or [Stated(sentence_case(bare), stated.span)])
    name, comma, title = bare.partition(", ")
    contact = at > 0 and words[at - 1].endswith(":")
    if comma and not contact and looks_like_person(name, capitals=True) and is_job_title(title):  # "Kari Testdatter, journalist"
        return Byline(names=[Stated(ordinary_case(name), Span(begin, begin + len(name)))], titled=[stated.span] if stated.span else [])
    if behind and bare and (is_department(bare) or _is_third_line(bare, words, at)):
        return Byline(departments=[stated])
    if behind and bare and is_job_title(bare):
        return Byline()
    return None


def _is_third_line(bare: str, words: Sequence[str], at: int) -> bool:
    """The print layout's third by-line: what stands below a name in capitals and its address, if short and no sentence."""
    printed = at > 1 and in_capitals(words[at - 2]) and is_email_line(words[at - 1])
    return printed and len(bare.split()) <= _LONGEST_GROUP and bare[-1] not in ".!?:" and not has_verb(bare) and at + 1 < len(words)
