"""A line of a list as its rules see it: one comma for every mark that parts fields, and the titles that only lists have.

    Kari Testdatter · leder · Foreningen Eksempel      middle dots, bars and columns part fields as commas do
    Familiekontakt  Kari Testdatter                    a noun before a name that ends as offices of boards do
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from build_graph.claims.patterns import Line, render
from build_graph.lexicon.tables import words
from build_graph.model import Mentioned, RoleMention, Span

DIVIDER = re.compile(r"(?<=[⟩)\w]) [·|•] (?=[⟨\w(])")
COLUMN = re.compile(r"(?<=[⟩)\w]) (?=[⟨\w(])")
UNKNOWN = re.compile(r"^(?:[•*·–-] )?(?P<title>[A-ZÆØÅ][a-zæøå]{3,}(?:-[a-zæøå]+)?)(?= ?(?:[:–-] )?(?:⟨P| ⟨P|⟨R\d+⟩ ⟨P))")


def list_line(doc: Mentioned, span: Span) -> Line:
    """The line, rendered as by `patterns.render`."""
    return _titled(_columns(doc, _evened(render(doc, span))))


def _evened(line: Line) -> Line:
    """Every " · " and " | " between fields as a comma."""
    while found := DIVIDER.search(line.text):
        line = _put(line, found.start(), found.end(), ", ")
    return line


def _columns(doc: Mentioned, line: Line) -> Line:
    """Every gap of a table's columns as a comma; behind the title that opens the line as a dash is."""
    text = doc.annotated.article.text
    for found in reversed(list(COLUMN.finditer(line.text))):
        gap = text[line.offsets[found.start()] : line.offsets[found.end()]]
        opening = re.fullmatch(r"(?:⟨R\d+⟩|[A-ZÆØÅ][\wæøå-]+)", line.text[: found.start()]) and line.text.startswith("⟨P", found.end())
        if (gap.startswith("\t") or len(gap) > 2) and gap.isspace() and not opening:
            line = _put(line, found.start(), found.end(), ", ")
    return line


def _put(line: Line, start: int, end: int, new: str) -> Line:
    offsets = (*line.offsets[:start], *([line.offsets[start]] * len(new)), *line.offsets[end:])
    return replace(line, text=line.text[:start] + new + line.text[end:], offsets=offsets)


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(words("list_office_endings.csv")))


def board_title(label: str) -> bool:
    """Whether a title is one that boards and committees give to one of their own: "økonomiansvarlig", "familiekontakt"."""
    return label.endswith(_endings())


def _titled(line: Line) -> Line:
    """The line with the title before its first name as a sign, where no list of titles has it."""
    found = UNKNOWN.match(line.text)
    if found is None or not board_title(found["title"].lower()):
        return line
    number = max(line.signs, default=-1) + 1
    start, end = found.span("title")
    span = Span(line.offsets[start], line.offsets[end - 1] + 1)
    sign = f"⟨R{number}⟩"
    offsets = (*line.offsets[:start], *([span.start] * (len(sign) - 1)), span.end - 1, *line.offsets[end:])
    label = found["title"].lower()
    return Line(line.text[:start] + sign + line.text[end:], {**line.signs, number: RoleMention(span, label, None)}, offsets)
