"""Who wrote the article, by a line's own words: "Av …", "Tekst: …", "Skrevet av …". `byline_lines` finds the lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from build_graph.lexicon.tables import is_given_name
from build_graph.lexicon.tables import words as word_list
from build_graph.model import Author, Span, Stated
from build_graph.read import cues
from build_graph.read.dates import find_dates
from build_graph.read.lines import has_verb
from build_graph.read.person import (
    in_capitals,
    looks_like_organisation,
    looks_like_person,
    ordinary_case,
    sentence_case,
)
from build_graph.read.publication import publication_date, published_within

EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")  # lengths as in RFC 5321
# "Av Kari Testdatter og Ola Prøve, Foreningen Eksempel, 07.11.2019" is about as long as a by-line gets.
_LONGEST = 160
_LONGEST_DEPARTMENT = 8  # words
_LONGEST_GROUP = 5  # words
_LONGEST_TITLE = 4  # words before a name
_YEAR = 4  # characters


@dataclass(slots=True)
class Byline:
    """What the by-line's units have said so far."""

    names: list[Stated] = field(default_factory=list)
    emails: list[Stated] = field(default_factory=list)
    departments: list[Stated] = field(default_factory=list)
    published: Stated | None = None
    titled: list[Span] = field(default_factory=list)
    """A name with the title beside it ("redaktør Kari Testdatter", "Ola Prøve, leder i …"), to be read as running text."""

    def add(self, other: Byline) -> None:
        """Take over what another unit of the by-line states; a name counts once."""
        known = {name.value.casefold() for name in self.names}
        self.names += [name for name in other.names if name.value.casefold() not in known]
        self.emails += other.emails
        self.departments += other.departments
        self.titled += other.titled
        self.published = self.published or other.published

    def authors(self) -> tuple[Author, ...]:
        """Each name with its own e-mail address, and the department that stands below."""
        one = len(self.names) == 1
        taken: list[Author] = []
        for name in self.names:
            own = [email for email in self.emails if _matches(name.value, email.value)] or (self.emails if one else [])
            below = [place for place in self.departments if place.span and name.span and (place.span.start > name.span.start or one and place.span.end < name.span.start)]
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
    """Where the photographers begin: "Foto: Ola Prøve", also without a colon before a name ("FOTO OLA PRØVE")."""
    cue = cues.alternatives("photo credit")
    return re.compile(rf"[\s,;/|–-]*(?<!\w)\(?(?:og\s+)?(?:{cue})(?:\s*:|\s+(?=(?-i:[^\W\d_a-zæøå])\w+\s+(?-i:[^\W\d_a-zæøå])))", re.IGNORECASE)


@cache
def function_mark() -> re.Pattern[str]:
    """What a name did, behind it: "Kari Testdatter (tekst) og Ola Prøve (foto)", "Av Kari Testdatter Tekst og foto"."""
    both, photo = cues.alternatives("text and photo credit"), cues.alternatives("photo credit")
    return re.compile(
        rf"[\s,/–-]*[\s,/(–-](?:(?P<both>{both})|(?P<photo>{photo})|(?P<text>{cues.alternatives('text credit')}))\)?(?=\s*(?:$|[,;|/)]|og\s|&\s))", re.IGNORECASE
    )


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
    names = names_in(part, offset)
    if not names and only_photographers(part):
        return byline
    by_whom = cue["cue"].split()[-1].lower() in ("av", "ved", "fra", "frå")
    if not names and not (colon or by_whom):
        return None
    if not names:
        group = _short_name(part, offset)
        published_by = cues.values("published").keys() & {cue["cue"].rsplit(None, 1)[0].lower()}
        if group is None or published_by or not (colon or find_dates(part) or looks_like_organisation(group.value)):
            return None
        names = [group]
    rest = masked(part)[max(name.span.end for name in names if name.span) - offset :]
    if re.match(r"\s*[^\W\d]", rest):  # "Av Kari Testdatter får vi vite at …"
        return None
    if not colon and (has_verb(rest) or len(rest.split()) > _LONGEST_DEPARTMENT):  # "Journalist Kari Testdatter, som følger …"
        return None
    byline.names.extend(names)
    _details(part, offset, byline)
    byline.published = byline.published or published_within(text, span)
    _titled(part, offset, byline)
    return byline


def masked(part: str) -> str:
    """The part with bars in place of dates and of what each name did, so that only names and titles are left."""
    marks = [match.span() for match in function_mark().finditer(part)] + [(date.start, date.end) for date in find_dates(part) if len(date.first) > _YEAR]
    for start, end in marks:
        part = part[:start] + "|" * (end - start) + part[end:]
    later = re.search(rf"(?<!\w)(?:(?:{cues.alternatives('published', 'updated')})(?!\w)|(?:{cues.alternatives('document date')})\s*:)", part, re.IGNORECASE)
    return part[: later.start()] + "|" * (len(part) - later.start()) if later else part


def only_photographers(part: str) -> bool:
    """Whether every name of the part took pictures only: "Av: Ola Prøve (foto)"."""
    marks = list(function_mark().finditer(part))
    return bool(marks) and all(mark["photo"] for mark in marks) and looks_like_person(part[: marks[0].start()].strip(), capitals=True)


def _titled(part: str, offset: int, byline: Byline) -> None:
    """Note where a title stands beside the names: "redaktør Kari Testdatter", "Kari Testdatter, leder i Foreningen Eksempel"."""
    spans = [name.span for name in byline.names if name.span]
    if not spans or not all(looks_like_person(name.value) for name in byline.names):
        return
    start, end = spans[0].start, spans[-1].end
    words_before = re.search(r"(?:[a-zæøå][\w.-]*\s+)+$", part[: start - offset])
    behind = re.match(r"(?:\s*\([^)]{1,20}\))?,\s+(?P<title>[a-zæøå][^|;@\d]*)", masked(part)[end - offset :])
    if behind and EMAIL.search(part, end - offset, end - offset + behind.end() + 1):
        behind = None
    if words_before or behind:
        last = end + len(behind[0].rstrip(" ,.–-")) if behind else end
        byline.titled.append(Span(offset + words_before.start() if words_before else start, last))


def _short_name(part: str, offset: int) -> Stated | None:
    """A group in the author's place: "Av NSF, 07.11.2019", "Av Prøvebladets redaksjon"."""
    name = re.split(r"[,;|(]", part)[0].strip().rstrip(".")
    if not 0 < len(name.split()) <= _LONGEST_GROUP or not name[0].isupper() or part.rstrip().endswith((":", "?", "!")):
        return None
    begin = offset + part.index(name)
    return Stated(sentence_case(name) if len(name.split()) > 1 else name, Span(begin, begin + len(name)))


def names_in(part: str, offset: int) -> list[Stated]:
    """Persons' names from the start of the part, parted by commas and "og"; a title may stand before a name."""
    found: list[Stated] = []
    apart = False
    bare = masked(part)
    for match in re.finditer(r"(?:(?!\s+(?:[Oo]g|OG|&)\s+)[^,;/|(@])+", bare):
        piece = re.sub(r"^(?:[Oo]g|OG|&)\s+", "", match[0].strip())
        if not piece:
            continue
        piece = re.sub(r"\s+[\w.+-]+$", "", piece) if bare[match.end() : match.end() + 1] == "@" else piece
        piece = _without_title(piece.rstrip(".*_–- ").lstrip("*_–- "))
        if not looks_like_person(piece, capitals=True):
            if not found:
                return []
            apart = True  # behind a title or an organisation, only what surely names a person goes on
            continue
        begin = part.index(piece, match.start())
        mark = function_mark().match(part, begin + len(piece))
        if (mark and mark["photo"]) or re.search(rf"\b(?:{cues.alternatives('photo credit')})\s*$", part[match.start() : begin], re.IGNORECASE):
            continue
        if apart and not is_given_name(piece.split()[0]):
            continue
        found.append(Stated(ordinary_case(piece), Span(offset + begin, offset + begin + len(piece))))
    return found


def _without_title(piece: str) -> str:
    """The name behind a title: "redaktør Kari Testdatter"; the piece itself where none stands before."""
    title = re.match(rf"(?:[a-zæøå][\w.-]*\s+){{1,{_LONGEST_TITLE}}}(?=[^\W\d_a-zæøå])", piece)
    if title and not set(title[0].lower().split()) & word_list("function_words.csv") and not has_verb(title[0]):
        return piece[title.end() :]
    first, _, others = piece.partition(" ")
    return others if first.lower() in cues.forms("job title") and looks_like_person(others, capitals=True) else piece


def _details(part: str, offset: int, byline: Byline) -> None:
    for email in EMAIL.finditer(part):
        byline.emails.append(Stated(email[0], Span(offset + email.start(), offset + email.end())))
    if date := publication_date(part):
        byline.published = Stated(date.first, Span(offset + date.start, offset + date.end))
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
