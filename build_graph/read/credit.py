"""Photo credits: "Foto: Kari Testdatter/Foreningen Eksempel" names a photographer and an agency."""

from __future__ import annotations

import re
from functools import cache

from build_graph.model import Photo, Span, Stated
from build_graph.read import cues
from build_graph.read.person import looks_like_person, ordinary_case

# A credit is a few names; what is longer is prose that happens to begin with "Foto".
_LONGEST = 160
_LONGEST_PART = 6  # words of one person's or agency's name
_TURNED = re.compile(r"(?P<family>[^\W\d_a-zæøå][^\W\d_]+), (?P<given>[^\W\d_a-zæøå][^\W\d_]+(?: [^\W\d_a-zæøå][^\W\d_]+){0,2})\s*/\s*(?=\S*[A-ZÆØÅ]{2})")
_FLAGS = re.IGNORECASE | re.MULTILINE


@cache
def _credit() -> re.Pattern[str]:
    cue = cues.alternatives("text and photo credit", "photo credit")
    # With a colon anywhere behind a space or bracket; "foto av" is a credit only where it opens the line.
    return re.compile(rf"(?:(?<![^\s(/|*_])(?:{cue})(?:\s*\([^()\r\n]{{1,20}}\))?\s*[:©]|^\W*(?:{cue})\s+(?:av|by)\b)\s*(?P<names>[^\r\n]+)", _FLAGS)


@cache
def _bare_credit() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=[.!?)]\s))(?:{cues.alternatives('photo credit')})\s+(?P<names>[^\r\n:]+)", _FLAGS)


@cache
def _marked() -> re.Pattern[str]:
    """A name and behind it that its bearer took the pictures: "OLA PRØVE (FOTO)", "fotograf Ola Prøve"."""
    cue, particles = cues.alternatives("text and photo credit", "photo credit"), cues.alternatives("name particle")
    name = rf"(?:[^\W\d_a-zæøå][\w.'’-]*)(?:\s+(?:(?:{particles})\s+)?[^\W\d_a-zæøå][\w.'’-]*){{1,4}}?"
    return re.compile(rf"(?P<names>{name})[\s,/–-]*[\s,/(–-](?i:{cue})\)?(?=\s*(?:$|[,;|/)]|og\s|&\s))|(?:fotograf|foto)\s+(?P<behind>{name})(?=\W|$)")


def byline_credit(text: str, start: int, end: int) -> Span | None:
    """The photo credit within a by-line: behind "Foto", or a name that says it behind itself ("Ola Prøve (foto)")."""
    found = find_credit(text, start, end)
    if found:
        return found
    line = text[start:end]
    cue = re.match(rf"(?:{cues.alternatives('byline')})\s*:?\s+", line, re.IGNORECASE)
    marked = _marked().search(line, cue.end() if cue else 0)
    if marked and looks_like_person(marked["names"] or marked["behind"], capitals=True):
        return Span(start + marked.start(), start + marked.end())
    bare = re.search(rf"(?<=\s)(?:{cues.alternatives('photo credit')})\s+(?P<names>[^\r\n:|(]+)", line, re.IGNORECASE)
    if bare and looks_like_person(bare["names"].strip(), capitals=True):
        return Span(start + bare.start(), start + bare.start() + len(bare[0].rstrip()))
    return None


def name_alone(above: str, line: str) -> bool:
    """Whether the line is the photographer's name that the line above leads up to: "… på møtet. Foto:"."""
    leads_up = re.search(rf"(?:^|[\s(])(?:{cues.alternatives('photo credit')})\s*:\W*$", above, re.IGNORECASE)
    return bool(leads_up) and looks_like_person(line.split("/")[0].strip(), capitals=True)


def find_credit(text: str, start: int, end: int) -> Span | None:
    """Where a photo credit stands in `text[start:end]`, from its cue to the last name; None where there is none."""
    found = _credit().search(text, start, end)
    if found:
        names = re.split(rf"\s(?:{cues.alternatives('text credit')})\s*:", found["names"], maxsplit=1, flags=re.IGNORECASE)[0]
        bracketed = found.start() > 0 and text[found.start() - 1] == "("
        stop = names.find(")") if bracketed and ")" in names else len(names)
        names = re.split(r"(?<=[a-zæøå)]{2})\.\s", names[:stop], maxsplit=1)[0].rstrip(" .*_|")
        names = _without_prose(names)
        if not names or len(names) > _LONGEST:
            return None
        return Span(found.start(), found.start("names") + len(names))
    return _bare(text, start, end) or _unmarked(text, start, end)


def _bare(text: str, start: int, end: int) -> Span | None:
    """"Foto Kari Testdatter / Byrået", but not "Foto var hennes store interesse."."""
    found = _bare_credit().search(text, start, end)
    names = found["names"].rstrip(" .") if found else ""
    parts = _parts(names)
    if not found or not parts or not looks_like_person(names[slice(*parts[0])], capitals=True):
        return None
    if names[parts[0][1] :].strip()[:1] not in ("", "/", ",", "|") or len(names) > _LONGEST:
        return None
    return Span(found.start(), found.start("names") + len(names))


def _unmarked(text: str, start: int, end: int) -> Span | None:
    """A line that is only "Kari Testdatter / NTB": a person, a slash, an agency."""
    line = text[start:end]
    if "/" not in line or len(line.split()) > _LONGEST_PART * 2:
        return None
    parts = [line[slice(*part)] for part in _parts(line)]
    agency = set(re.findall(r"\w+", parts[-1].lower())) & cues.forms("agency word") if parts else set()
    return Span(start, end) if len(parts) > 1 and agency and looks_like_person(parts[0]) else None


def _without_prose(names: str) -> str:
    """The names without a caption that runs on behind them: an agency has few words, most of them known ones."""
    names = re.split(r"\s[–—-]\s(?=[a-zæøå])", names, maxsplit=1)[0]
    parts = _parts(names)
    if not parts:
        return ""
    first, last = parts[-1]
    words = list(re.finditer(r"\S+", names[first:last]))
    if len(words) <= _LONGEST_PART:
        return names
    known = cues.forms("agency word") | cues.forms("organisation word")
    kept = 0
    while kept < len(words) and words[kept][0].strip(".,").lower() in known:
        kept += 1
    return names[: first + words[kept - 1].end()] if kept else names[:first].rstrip(" /,|;–-")


def _parts(names: str) -> list[tuple[int, int]]:
    """The stretches between slashes, commas, bars and dashes that stand free."""
    parts = []
    for match in re.finditer(r"(?:(?!\s[-–—]\s)[^/,|;])+", names):
        begin = match.start() + len(match[0]) - len(match[0].lstrip(" -–—"))
        stop = match.end() - (len(match[0]) - len(match[0].rstrip(" -–—")))
        if begin < stop:
            both = re.match(r"(?P<person>.+?)\s+(?:og|and|&)\s+(?=(?P<other>.+))", names[begin:stop], re.IGNORECASE)
            if both and looks_like_person(both["person"]) and not looks_like_person(both["other"].split(" og ")[0]):
                parts.append((begin, begin + both.end("person")))  # "Kari Testdatter og Byrået AS"
                begin += both.end()
            parts.append((begin, stop))
    return parts


def read_credit(text: str, span: Span, caption: Span | None = None) -> Photo:
    """A photo from the credit at `span`: names that look like persons' are photographers, the rest the agency."""
    found = _credit().match(text, span.start, span.end) or _bare_credit().match(text, span.start, span.end)
    begin, end = (found.start("names") if found else span.start), span.end
    if not found:
        begin, end = _named_in(text, span)
    names = text[begin:end]
    photographers: list[Stated] = []
    agencies: list[tuple[int, int]] = []
    unnamed = cues.forms("no photographer")
    parts = [part for part in _parts(names) if names[slice(*part)].strip("() ").lower() not in unnamed and not _is_title(names[slice(*part)])]
    if turned := _TURNED.match(names):
        # "Testdatter, Kari / NTB", as a news agency's archive has it.
        photographers.append(Stated(f"{turned['given']} {turned['family']}", Span(begin, begin + turned.end("given"))))
        parts = [part for part in parts if part[0] >= turned.end()]
    for place, (start, stop) in enumerate(parts):
        people = _people(names, start, stop)
        # Between the photographer and the last agency others may stand; the last alone may be a second person.
        person_here = not agencies and (place == 0 or place == len(parts) - 1 or names[:start].rstrip().endswith(","))
        if people and (person_here or (place == len(parts) - 1 == 1 and not photographers)):
            photographers.extend(Stated(ordinary_case(names[a:b]), Span(begin + a, begin + b)) for a, b in people)
        else:
            agencies.append((start, stop))
    agency = None
    if agencies:
        first, last = agencies[0][0], agencies[-1][1]
        value = names[first:last].strip(" ()")
        first = names.index(value, first)
        agency = Stated(value, Span(begin + first, begin + first + len(value)))
    return Photo(Stated(names, span), tuple(photographers), agency, caption)


def _named_in(text: str, span: Span) -> tuple[int, int]:
    """Where the name stands in a credit that `byline_credit` found by other means than a colon."""
    credit = text[span.start : span.end]
    if cue := re.match(rf"(?:{cues.alternatives('photo credit')})\s+(?=\S)", credit, re.IGNORECASE):
        return span.start + cue.end(), span.end
    if marked := _marked().match(credit):
        return span.start + marked.start("names"), span.start + marked.end("names")
    return span.start, span.end


def _is_title(words: str) -> bool:
    """Whether a part of a credit says what the photographer does: "kommunikasjonsrådgiver"."""
    return words[:1].islower() and words.split()[0].strip("() ") in cues.forms("job title")


def _people(names: str, start: int, stop: int) -> list[tuple[int, int]]:
    """The persons in "Kari Testdatter og Ola Prøve"; none where one of them does not look like a person."""
    people = []
    for match in re.finditer(r"(?:(?!\s(?:og|and|&)\s).)+", names[start:stop], re.IGNORECASE):
        name = match[0].strip()
        name = re.sub(r"^(?:og|and|&)\s+", "", name, flags=re.IGNORECASE)
        name = re.sub(r"\s*\([^)]*\)$", "", name)
        # Capitals name a person too ("KARI TESTDATTER / Byrået") unless some word is a short form ("KS BEDRIFT").
        if not looks_like_person(name, capitals=all(len(word) > 2 and re.search("[AEIOUYÆØÅ]", word) for word in name.split())):
            return []
        begin = names.index(name, start + match.start())
        people.append((begin, begin + len(name)))
    return people
