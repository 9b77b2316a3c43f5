"""Who wrote the article: by-lines in capitals with e-mail and department, "Av …", "Tekst: …", "Skrevet av …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from build_graph.model import Author, Span, Stated
from build_graph.read import cues
from build_graph.read.dates import find_dates
from build_graph.read.lines import Line, has_verb
from build_graph.read.person import (
    in_capitals,
    looks_like_organisation,
    looks_like_person,
    ordinary_case,
    sentence_case,
)

EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")  # lengths as in RFC 5321
# "Av Kari Testdatter og Ola Prøve, Foreningen Eksempel, 07.11.2019" is about as long as a by-line gets.
_LONGEST = 160
_LONGEST_DEPARTMENT = 8  # words
_LONGEST_GROUP = 5  # words


@dataclass(slots=True)
class Byline:
    """What the by-line's units have said so far."""

    names: list[Stated] = field(default_factory=list)
    emails: list[Stated] = field(default_factory=list)
    departments: list[Stated] = field(default_factory=list)
    published: Stated | None = None

    def authors(self) -> tuple[Author, ...]:
        """Each name with its own e-mail address, and the department that stands below."""
        one = len(self.names) == 1
        taken: list[Author] = []
        for name in self.names:
            own = [email for email in self.emails if _matches(name.value, email.value)] or (self.emails if one else [])
            below = [place for place in self.departments if place.span and name.span and place.span.start > name.span.start]
            taken.append(Author(name, own[0] if own else None, below[0] if below else None))
        return tuple(taken)


_FOLDING = str.maketrans("åøæéöäü", "aoeeoeu")


def _folded(text: str) -> str:
    """Without diacritics and with one letter for what addresses spell with two: Wærnes, waernes and wernes are one."""
    return text.lower().translate(_FOLDING).replace("ae", "e").replace("oe", "o").replace("aa", "a")


def _matches(name: str, email: str) -> bool:
    """Whether the address spells a part of the name: "kari.testdatter@…"."""
    local = _folded(email.split("@")[0])
    return any(len(part) > 2 and part in local for part in re.split(r"[\s-]+", _folded(name)))


@cache
def _cue() -> re.Pattern[str]:
    # "Av" and "Tekst" need no colon, but a name right behind them.
    return re.compile(rf"(?P<cue>{cues.alternatives('text and photo credit', 'byline')})(?P<colon>\s*:\s*|\s+)", re.IGNORECASE)


@cache
def _photo_cue() -> re.Pattern[str]:
    return re.compile(rf"[\s,;/|–-]*(?<!\w)\(?(?:og\s+)?(?:{cues.alternatives('photo credit')})\s*:", re.IGNORECASE)


def stated_byline(text: str, span: Span) -> Byline | None:
    """The by-line that the unit at `span` is by its own words ("Av Kari Testdatter, 07.11.2019"); None where it isn't."""
    line = text[span.start : span.end]
    cue = _cue().match(line)
    if not cue or len(line) > _LONGEST:
        return None
    colon = ":" in cue["colon"]
    stop = _photo_cue().search(line, cue.end())
    part = line[cue.end() : stop.start() if stop else len(line)]
    byline = Byline()
    offset = span.start + cue.end()
    names = _names(part, offset)
    by_whom = cue["cue"].split()[-1].lower() == "av"
    if not names and not (colon or by_whom):
        return None
    if not names:
        group = _short_name(part, offset)
        if group is None or not (colon or find_dates(part) or looks_like_organisation(group.value)):
            return None
        names = [group]
    rest = part[max(name.span.end for name in names if name.span) - offset :]
    if re.match(r"\s*[^\W\d]", rest):  # "Av Kari Testdatter får vi vite at …"
        return None
    if not colon and (has_verb(rest) or len(rest.split()) > _LONGEST_DEPARTMENT):  # "Journalist Kari Testdatter, som følger …"
        return None
    byline.names.extend(names)
    _details(part, offset, byline)
    return byline


def _short_name(part: str, offset: int) -> Stated | None:
    """A group in the author's place: "Av NSF, 07.11.2019", "Av Prøvebladets redaksjon"."""
    name = re.split(r"[,;|(]", part)[0].strip().rstrip(".")
    if not 0 < len(name.split()) <= _LONGEST_GROUP or not name[0].isupper() or part.rstrip().endswith((":", "?", "!")):
        return None
    begin = offset + part.index(name)
    return Stated(sentence_case(name) if len(name.split()) > 1 else name, Span(begin, begin + len(name)))


def _names(part: str, offset: int) -> list[Stated]:
    """Persons' names from the start of the part, parted by commas and "og"."""
    found: list[Stated] = []
    for match in re.finditer(r"(?:(?!\s+(?:og|&)\s+)[^,;/|(@])+", part):
        piece = re.sub(r"^(?:og|&)\s+", "", match[0].strip())
        piece = re.sub(r"\s+[\w.+-]+$", "", piece) if part[match.end() : match.end() + 1] == "@" else piece
        piece = piece.rstrip(".*_ ").lstrip("*_ ")
        if not looks_like_person(piece, capitals=True):
            if found or match.start() > 0:
                break
            return []
        begin = part.index(piece, match.start())
        found.append(Stated(ordinary_case(piece), Span(offset + begin, offset + begin + len(piece))))
    return found


def _details(part: str, offset: int, byline: Byline) -> None:
    for email in EMAIL.finditer(part):
        byline.emails.append(Stated(email[0], Span(offset + email.start(), offset + email.end())))
    dates = [date for date in find_dates(part) if date.first == date.last]
    if dates:
        byline.published = Stated(dates[0].first, Span(offset + dates[0].start, offset + dates[0].end))
    for piece in re.finditer(r"[^,;|()]+", part):
        words = piece[0].strip().rstrip(".")
        if is_department(words):
            begin = offset + part.index(words, piece.start())
            byline.departments.append(Stated(words, Span(begin, begin + len(words))))


def is_email_line(line: str) -> bool:
    """Whether the line is an e-mail address, with at most a word like "E-post:" before it."""
    email = EMAIL.search(line)
    return bool(email) and len(EMAIL.sub("", line).strip(" <>()[]:|,").split()) <= 2 and len(line) <= _LONGEST


def is_department(line: str) -> bool:
    """Whether a line below a by-line names a department: short, no sentence, with a word of cues.csv for one."""
    words = line.split()
    if not 0 < len(words) <= _LONGEST_DEPARTMENT or line[-1] in ".!?:" or EMAIL.search(line):
        return False
    endings = tuple(cues.forms("department word"))
    return any(re.sub(r"\W", "", word.lower()).endswith(endings) for word in words) and not looks_like_person(line)


def is_job_title(line: str) -> bool:
    """Whether a line below a by-line only says what the author does ("Journalist", "Lege og spaltist i …")."""
    words = re.findall(r"[^\W\d_]+", line.lower())
    return 0 < len(words) <= _LONGEST_DEPARTMENT and line[-1] not in ".!?:" and words[0] in cues.forms("job title")


def is_name_line(line: str, following: Sequence[str], behind_section: bool) -> bool:
    """Whether the line is an author's name alone.

    In ordinary case an e-mail address must follow directly; in capitals also a section line before it, a department or a
    job title behind it will do, since "AKTUELT I FORENINGEN" looks no different.
    """
    if not looks_like_person(line, capitals=True):
        # A group that signs as a person does: capitals and an address of its own.
        return in_capitals(line) and len(line.split()) <= _LONGEST_GROUP and any(map(is_email_line, following[:1]))
    nearest = following[0] if following else ""
    addressed = any(is_email_line(after) for after in following[:1]) or (
        len(following) > 1 and is_email_line(following[1]) and looks_like_person(nearest, capitals=True)
    )
    if addressed:
        return True
    if not in_capitals(line) or set(re.findall(r"[^\W\d_]+", line.lower())) & cues.forms("section word"):
        return False
    return behind_section or is_department(nearest) or is_job_title(nearest)


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
        part = stated_byline(text, Span(line.start, line.end))
        behind = at > 0 and lines[at - 1].kind == "byline"
        if part is None and at < _HEAD:
            part = _plain_byline(line, words, at, behind)
        if part is not None:
            line.kind = "byline"
            whole.names += part.names
            whole.emails += part.emails
            whole.departments += part.departments
            whole.published = whole.published or part.published
    return whole


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
        person = looks_like_person(bare, capitals=True)
        return Byline(names=[Stated(ordinary_case(bare) if person else sentence_case(bare), stated.span)])
    name, comma, title = bare.partition(", ")
    if comma and looks_like_person(name, capitals=True) and is_job_title(title):  # "Kari Testdatter, journalist"
        return Byline(names=[Stated(ordinary_case(name), Span(begin, begin + len(name)))])
    if behind and bare and (is_department(bare) or _is_third_line(bare, words, at)):
        return Byline(departments=[stated])
    if behind and bare and is_job_title(bare):
        return Byline()
    return None


def _is_third_line(bare: str, words: Sequence[str], at: int) -> bool:
    """The print layout's third by-line: what stands below a name in capitals and its address, if short and no sentence."""
    printed = at > 1 and in_capitals(words[at - 2]) and is_email_line(words[at - 1])
    return printed and len(bare.split()) <= _LONGEST_GROUP and bare[-1] not in ".!?:" and not has_verb(bare) and at + 1 < len(words)
