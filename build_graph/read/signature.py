"""Who signed below the text: the names under "Med vennlig hilsen" or "På vegne av …", and those below a letter or obituary."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from build_graph.lexicon.tables import is_given_name
from build_graph.model import Span, Stated
from build_graph.read import cues
from build_graph.read.byline import Byline, is_email_line
from build_graph.read.lines import Line, bullet, ends_sentence, has_verb, number, opening_dash
from build_graph.read.person import looks_like_person, ordinary_case
from build_graph.read.publication import date_alone, is_record

_MOST_LINES = 16
_LONGEST_CLOSING = 15  # words: "På vegne av venner og tidligere kolleger ved Prøveby sykehus"
_LONGEST_LINE = 12  # words: a name with its title and place
_MOST_UNNAMED = 4
"""So many names may sign without a closing formula; more are a list."""
_HEAD = 4


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(rf"(?:{cues.alternatives('closing')})(?!\w)", re.IGNORECASE)


def sign(lines: Sequence[Line], byline: Byline) -> None:
    """Add to the by-line who signed at the page's end. The lines stay running text: beside a name its title may stand.

    Below a closing formula every name signs. Without one, only the last lines of a page with no other by-line do, where the
    page calls itself a letter, a statement or an obituary, or its last words bid farewell.
    """
    end = next((at + 1 for at in range(len(lines) - 1, -1, -1) if lines[at].kind is None), 0)
    begin = end
    while begin > 0 and end - begin < _MOST_LINES and _may_sign(lines[begin - 1]):
        begin -= 1
    run = lines[begin:end]
    closing = next((at for at, line in enumerate(run) if _is_closing(line.text)), None)
    names = [stated for line in (run[closing:] if closing is not None else run) for stated in _signatories(line)]
    if not names or is_record(lines):
        return
    if closing is None and (byline.names or not begin or not _signed_below(lines, begin, run, names)):
        return
    byline.add(Byline(names=names))


def _may_sign(line: Line) -> bool:
    """A line of a signature: a closing formula, a name, a title, an office, an address, a place with a date."""
    if line.kind is not None or opening_dash(line.text) or bullet(line.text) or number(line.text):
        return False
    if _is_closing(line.text) or is_email_line(line.text) or date_alone(line.text):
        return True
    short = len(line.text.split()) <= _LONGEST_LINE and not has_verb(line.text)
    return short and not line.text.endswith((":", "?", "!")) and (not ends_sentence(line.text) or bool(_signatories(line)))


def _is_closing(text: str) -> bool:
    found = _closing().match(text)
    return bool(found) and len(text.split()) <= _LONGEST_CLOSING and not ends_sentence(text) and not has_verb(text)


def _signatories(line: Line) -> list[Stated]:
    """The name that the line opens with ("Kari Testdatter, leder"), and each that stands apart from it in a column of its own."""
    found = []
    for column in re.finditer(r"(?:(?!\t|\s{3})[^\r\n])+", line.text):
        name = re.split(r"[,(/]|\s[-–—]\s", column[0].strip("*_ "), maxsplit=1)[0].strip().rstrip(".")
        if looks_like_person(name, capitals=True) and not _closing().match(name):
            begin = line.start + line.text.index(name, column.start())
            found.append(Stated(ordinary_case(name), Span(begin, begin + len(name))))
    return found


def _signed_below(lines: Sequence[Line], begin: int, run: Sequence[Line], names: Sequence[Stated]) -> bool:
    """Whether names without a closing formula sign the text above them."""
    above = lines[begin - 1]
    if above.kind is not None or not ends_sentence(above.text) or opening_dash(above.text) or bullet(above.text):
        return False
    if len(names) != len(run) or len(names) > _MOST_UNNAMED or not all(_is_known(name) for name in names):
        return False
    earlier = {word.removesuffix("s") for line in lines[:begin] for word in re.findall(r"[\w-]+", line.text.casefold())}
    if any(name.value.split()[-1].casefold().removesuffix("s") in earlier for name in names):
        return False
    return _is_signed_genre(lines, above)


def _is_known(name: Stated) -> bool:
    return is_given_name(name.value.split()[0].split("-")[0])


def _is_signed_genre(lines: Sequence[Line], above: Line) -> bool:
    """A letter, statement or obituary by its head, or a farewell by its last words."""
    genre = re.compile(rf"(?<!\w)(?:{cues.alternatives('genre signed below')})(?!\w)", re.IGNORECASE)
    if any(genre.search(line.text) for line in lines[:_HEAD] if not ends_sentence(line.text) and len(line.text.split()) <= _LONGEST_LINE):
        return True
    farewell = re.compile(rf"(?<!\w)(?:{cues.alternatives('words of farewell')})(?!\w)", re.IGNORECASE)
    return len(above.text) > 0 and bool(farewell.search(above.text))
