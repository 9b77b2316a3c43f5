"""Photo credits: "Foto: Kari Testdatter/Foreningen Eksempel" names a photographer and an agency."""

from __future__ import annotations

import re
from functools import cache

from build_graph.model import Photo, Span, Stated
from build_graph.read import cues
from build_graph.read.person import looks_like_person, ordinary_case

# A credit is a few names; what is longer is prose that happens to begin with "Foto".
_LONGEST = 160
_FLAGS = re.IGNORECASE | re.MULTILINE


@cache
def _credit() -> re.Pattern[str]:
    cue = cues.alternatives("text and photo credit", "photo credit")
    # With a colon anywhere behind a space or bracket; "foto av" is a credit only where it opens the line.
    return re.compile(rf"(?:(?<![^\s(/|*_])(?:{cue})\s*[:©]|^\W*(?:{cue})\s+(?:av|by)\b)\s*(?P<names>[^\r\n]+)", _FLAGS)


@cache
def _bare_credit() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=[.!?)]\s))(?:{cues.alternatives('photo credit')})\s+(?P<names>[^\r\n:]+)", _FLAGS)


def find_credit(text: str, start: int, end: int) -> Span | None:
    """Where a photo credit stands in `text[start:end]`, from its cue to the last name; None where there is none."""
    found = _credit().search(text, start, end)
    names = found["names"] if found else ""
    if not found:
        found = _bare_credit().search(text, start, end)
        if not found:
            return None
        names = found["names"].rstrip(" .")
        # "Foto Kari Testdatter / Byrået", but not "Foto var hennes store interesse."
        parts = _parts(names)
        if not looks_like_person(names[slice(*parts[0])], capitals=True) or names[parts[0][1]:].strip()[:1] not in ("", "/", ",", "|"):
            return None
    bracketed = found.start() > 0 and text[found.start() - 1] == "("
    stop = names.find(")") if bracketed and ")" in names else len(names)
    names = re.split(r"(?<=[a-zæøå)]{2})\.\s", names[:stop], maxsplit=1)[0].rstrip(" .*_|")
    if not names or len(names) > _LONGEST:
        return None
    return Span(found.start(), found.start("names") + len(names))


def _parts(names: str) -> list[tuple[int, int]]:
    """The stretches between slashes, commas, bars and dashes that stand free."""
    parts = []
    for match in re.finditer(r"(?:(?!\s[-–—]\s)[^/,|;])+", names):
        begin = match.start() + len(match[0]) - len(match[0].lstrip(" -–—"))
        stop = match.end() - (len(match[0]) - len(match[0].rstrip(" -–—")))
        if begin < stop:
            parts.append((begin, stop))
    return parts


def read_credit(text: str, span: Span, caption: Span | None = None) -> Photo:
    """A photo from the credit at `span`: names that look like persons' are photographers, the rest the agency."""
    found = _credit().match(text, span.start, span.end) or _bare_credit().match(text, span.start, span.end)
    begin = found.start("names") if found else span.start
    names = text[begin : span.end]
    capitals = names.upper() == names
    photographers: list[Stated] = []
    agency: Stated | None = None
    unnamed = cues.forms("no photographer")
    for start, stop in _parts(names):
        part = names[start:stop].strip("() ").lower()
        if part in unnamed:
            continue
        people = _people(names, start, stop, capitals)
        if people and not agency:
            photographers.extend(Stated(ordinary_case(names[a:b]), Span(begin + a, begin + b)) for a, b in people)
        else:
            agency = Stated(names[start:].rstrip(" ()"), Span(begin + start, begin + start + len(names[start:].rstrip(" ()"))))
            break
    return Photo(Stated(names, span), tuple(photographers), agency, caption)


def _people(names: str, start: int, stop: int, capitals: bool) -> list[tuple[int, int]]:
    """The persons in "Kari Testdatter og Ola Prøve"; none where one of them does not look like a person."""
    people = []
    for match in re.finditer(r"(?:(?!\s(?:og|and|&)\s).)+", names[start:stop], re.IGNORECASE):
        name = match[0].strip()
        name = re.sub(r"^(?:og|and|&)\s+", "", name, flags=re.IGNORECASE)
        name = re.sub(r"\s*\([^)]*\)$", "", name)
        if not looks_like_person(name, capitals=capitals):
            return []
        begin = names.index(name, start + match.start())
        people.append((begin, begin + len(name)))
    return people
