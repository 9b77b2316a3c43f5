"""A page cut into units: paragraphs and lines that stand alone, each with its place in the text.

A text either has a paragraph on each line or is hard-wrapped at some width; only in the latter are lines joined.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_RULE = re.compile(r"(?:[-*_=–—]\s*){3,}")
_OPENING = re.compile(r"[-–—•●▪◦·*+>#|]|\d{1,3}[.)]\s|[a-zæøå]\)\s|(?:Foto|FOTO|Tekst|Publisert|Oppdatert|©|Av|AV)\b|\*\*")
_ENDED = re.compile(r"[.!?:;…][\"'»”’)*_]*$")
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"

# A line longer than this is a whole paragraph: nobody wraps a text at such a width.
_WIDEST_WRAP = 120
# Shorter lines than this are verse, addresses and lists rather than wrapped prose.
_NARROWEST_WRAP = 45
# So many of the line breaks inside paragraphs must lie where the next word would have passed the width.
_WRAPPED_SHARE = 0.6
# A line must be about this long to go on, in a text that isn't hard-wrapped, in a next line that begins in lower case.
_RUNS_ON = 40


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph or line, `text[start:end]`, without surrounding white space; `gap`: a blank line or rule before it."""

    start: int
    end: int
    gap: bool
    text: str


def units(text: str, start: int = 0) -> list[Unit]:
    """The paragraphs and lines from `start` to the end of the text; rules (`---`) only part them."""
    lines = _lines(text, start)
    width = _wrap_width(lines)
    joined: list[Unit] = []
    last_line = ""
    for line in lines:
        if joined and not line.gap and _goes_on(last_line, line.text, width):
            first = joined.pop()
            joined.append(Unit(first.start, line.end, first.gap, text[first.start : line.end]))
        else:
            joined.append(line)
        # Two spaces at the end of a line are Markdown's hard break.
        last_line = line.text + ("  " if text[line.end : line.end + 2] == "  " else "")
    return joined


def _lines(text: str, start: int) -> list[Unit]:
    """Each line that has something on it; only the three line ends of plain text count, not form feeds and their kin."""
    found: list[Unit] = []
    gap = True
    for match in re.compile(r"[^\r\n]+|\r\n|\r|\n").finditer(text, start):
        line = match[0]
        if line in ("\r\n", "\r", "\n"):
            continue
        # A gap is an empty line: two line ends between this line and the one before.
        before = text[found[-1].end : match.start()] if found else ""
        if len(re.findall(r"\r\n|\r|\n", before)) > 1:
            gap = True
        bare = line.strip().strip(_INVISIBLE).strip()
        if not bare:
            continue
        if _RULE.fullmatch(bare):
            gap = True
            continue
        begin = match.start() + line.index(bare)
        found.append(Unit(begin, begin + len(bare), gap, bare))
        gap = False
    return found


def _first_word(line: str) -> str:
    return line.split(None, 1)[0]


def _breaks_at(width: int, line: str, following: str) -> bool:
    """Whether the next line's first word would not have fitted on this line."""
    return len(line.rstrip()) + 1 + len(_first_word(following)) > width


def _wrap_width(lines: list[Unit]) -> int:
    """The width at which the text is hard-wrapped; 0 where it isn't."""
    tight = [(line.text, following.text) for line, following in zip(lines, lines[1:], strict=False) if not following.gap]
    width = max((len(line.text) for line in lines), default=0)
    if not tight or not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return 0
    wrapped = sum(_breaks_at(width, line, following) for line, following in tight)
    return width if wrapped >= _WRAPPED_SHARE * len(tight) else 0


def _goes_on(line: str, following: str, width: int) -> bool:
    if line.endswith("  ") or line.startswith("#") or _OPENING.match(following):
        return False
    if width and _breaks_at(width, line, following):
        return True
    if _ENDED.search(line):
        return False
    return (bool(width) or len(line) >= _RUNS_ON) and following[0].islower()
