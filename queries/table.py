"""Rows as a table for people: columns as wide as they need, wrapped to the terminal, measured in cells and not characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pyoxigraph import Literal, NamedNode
from wcwidth import wcswidth, wrap

_GAP = "  "
_NARROWEST = 8
# Text from articles must not steer the terminal: controls, and marks that turn the direction of writing.
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


def table(
    columns: Sequence[str], rows: Iterable[Sequence[object | None]], prefixes: Mapping[str, str], width: int | None = None
) -> Iterator[str]:
    """The lines of a table: names of columns, a rule, the rows, how many rows. `width` in terminal cells; None: unlimited."""
    by_namespace = sorted(((namespace, prefix) for prefix, namespace in prefixes.items()), reverse=True)
    cells = [[cell(term, by_namespace) for term in row] for row in rows]
    if columns:
        widths = _widths([list(columns), *cells], width)
        yield from _lines(columns, widths)
        yield _GAP.join("─" * columns_width for columns_width in widths)
        for row in cells:
            yield from _lines(row, widths)
    yield f"({len(cells)} {'row' if len(cells) == 1 else 'rows'})"


def cell(term: object | None, by_namespace: Sequence[tuple[str, str]]) -> str:
    """A term as a person reads it: the words of a literal, an IRI with its prefix, nothing where unbound."""
    if term is None:
        return ""
    if isinstance(term, NamedNode):
        return _UNSAFE.sub(" ", shorten(term.value, by_namespace))
    if isinstance(term, Literal):
        return " ".join(_UNSAFE.sub(" ", term.value).split())
    return _UNSAFE.sub(" ", str(term))


def shorten(iri: str, by_namespace: Sequence[tuple[str, str]]) -> str:
    """`akt:former` for an IRI in a known namespace (`by_namespace`: (namespace, prefix), longest first); else `<IRI>`."""
    for namespace, prefix in by_namespace:
        if iri.startswith(namespace) and len(iri) > len(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return f"<{iri}>"


def _cells(text: str) -> int:
    width = wcswidth(text)
    return width if width >= 0 else len(text)


def _widths(rows: Sequence[Sequence[str]], width: int | None) -> list[int]:
    """As wide as the widest cell; where that is too wide for the terminal, the widest columns give way first."""
    widths = [max(1, *(_cells(row[index]) for row in rows)) for index in range(len(rows[0]))]
    if width is None:
        return widths
    room = max(width - len(_GAP) * (len(widths) - 1), len(widths) * _NARROWEST)
    while sum(widths) > room:
        widest = max(widths)
        if widest <= _NARROWEST:
            break
        next_widest = max([_NARROWEST, *(other for other in widths if other < widest)])
        several = widths.count(widest)
        cut = min(widest - next_widest, -(-(sum(widths) - room) // several))
        widths = [each - cut if each == widest else each for each in widths]
    return widths


def _lines(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    wrapped = [
        wrap(text, width) if _cells(text) > width else [text] for text, width in zip(row, widths, strict=True)
    ]
    for index in range(max(map(len, wrapped))):
        parts = [lines[index] if index < len(lines) else "" for lines in wrapped]
        padded = [part + " " * (width - _cells(part)) for part, width in zip(parts, widths, strict=True)]
        yield _GAP.join(padded).rstrip()
