"""Lists and quotations: both may open with a dash, so that the neighbours decide as much as the line itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from build_graph.read.lines import (
    Line,
    bullet,
    ends_sentence,
    is_introduction,
    is_label_line,
    is_sentence,
    mostly_names,
    number,
    opening_dash,
    starts_with_name,
)  # fmt: skip

# Short lines without final punctuation that stand close together are a list from this many on.
_SHORT_LINES, _SHORT_LINE_WORDS = 3, 12
_NAMED_LINE_WORDS = 25  # "Kari Testdatter, overlege ved … og medlem av …"
# A paragraph below "Resten av styret:" is a list of names where so many of its words are capitalised.
_NAME_LIST_SHARE = 0.6


def mark_lists(lines: Sequence[Line]) -> None:
    """Set `kind` to "item" or "quote" on the lines still without a kind that are one; an item starts behind its marker."""
    _mark_bullets(lines)
    _mark_numbered(lines)
    for run in _runs(lines, lambda line: line.kind is None and opening_dash(line.text) > 0):
        _mark_dashes(lines, run)
    for at, line in enumerate(lines):
        if line.kind is not None:
            continue
        introduced = at > 0 and is_introduction(lines[at - 1].text) and lines[at - 1].kind in (None, "heading")
        if is_label_line(line.text) or (introduced and mostly_names(line.text, _NAME_LIST_SHARE)):
            line.kind = "item"
    _mark_numbered(lines)
    _mark_short_lines(lines)


def _runs(lines: Sequence[Line], wanted: Callable[[Line], bool]) -> Iterator[range]:
    """Maximal runs of neighbouring lines that are wanted, as ranges of places."""
    for good, places in groupby(range(len(lines)), key=lambda at: wanted(lines[at])):
        if good:
            found = list(places)
            yield range(found[0], found[-1] + 1)


def _tight(lines: Sequence[Line], run: range) -> Iterator[range]:
    """The run cut where a blank line stands."""
    first = run.start
    for at in run:
        if at > first and lines[at].unit.gap:
            yield range(first, at)
            first = at
    yield range(first, run.stop)


def _mark_bullets(lines: Sequence[Line]) -> None:
    for line in lines:
        if line.kind is None and (length := bullet(line.text)):
            line.kind = "item"
            line.start += length


def _mark_numbered(lines: Sequence[Line]) -> None:
    """A numbered line is an item where a neighbour has the number before or after it, or is an item itself."""
    places = [number(line.unit.text) for line in lines]
    for at, line in enumerate(lines):
        own = places[at]
        if line.kind is not None or own is None:
            continue
        before = places[at - 1] if at else None
        after = places[at + 1] if at + 1 < len(lines) else None
        in_order = (before and before[0] == own[0] - 1) or (after and after[0] == own[0] + 1)
        if in_order or (at and lines[at - 1].kind == "item"):
            line.kind = "item"
            line.start += own[1]


def _mark_dashes(lines: Sequence[Line], run: range) -> None:
    for group in _tight(lines, run):
        spoken = [is_sentence(lines[at].text[opening_dash(lines[at].text) :]) for at in group]
        if len(group) == 1:
            alone = lines[group.start]
            beside = [at for at in (group.start - 1, group.stop) if at in run]
            # Beside another dashed line that's no sentence either it is an item; alone it may be a heading.
            if spoken[0]:
                alone.kind = "quote"
            elif any(not is_sentence(lines[at].text[opening_dash(lines[at].text) :]) for at in beside):
                _make_item(alone)
            continue
        introduced = group.start > 0 and is_introduction(lines[group.start - 1].text)
        listed = introduced or sum(spoken) * 2 < len(spoken)
        for at, speech in zip(group, spoken, strict=True):
            if listed:
                _make_item(lines[at])
            elif speech:
                lines[at].kind = "quote"


def _make_item(line: Line) -> None:
    line.start += opening_dash(line.text)
    line.kind = "item"


def _is_short(line: Line) -> bool:
    text = line.text
    return (
        line.kind is None
        and not text.startswith("#")
        and not opening_dash(text)
        and len(text.split()) <= (_NAMED_LINE_WORDS if starts_with_name(text) else _SHORT_LINE_WORDS)
        and not ends_sentence(text)
        and not text.endswith(":")
    )


def _mark_short_lines(lines: Sequence[Line]) -> None:
    """Short lines close together, or each with a person's name first; a first line that is no name is their heading."""
    for at, line in enumerate(lines):
        if at and _is_short(line) and not line.unit.gap and lines[at - 1].kind == "item" and number(lines[at - 1].unit.text) is None:
            line.kind = "item"
    for run in _runs(lines, _is_short):
        for group in _tight(lines, run):
            named = [starts_with_name(lines[at].text) for at in group]
            headed = not named[0] and all(named[1:]) and len(group) > 1
            if len(group) >= _SHORT_LINES or (len(group) > 1 and all(named[1:])):
                for at in group[headed:]:
                    lines[at].kind = "item"
    for run in _runs(lines, lambda line: _is_short(line) and starts_with_name(line.text)):
        if len(run) >= _SHORT_LINES:
            for at in run:
                lines[at].kind = "item"
