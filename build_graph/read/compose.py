"""Text out of converted files: what the file states of itself as front matter, then its main text.

The result goes through the same reader as a text file, so that every value has its place in the text as read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from build_graph.read.text import FORBIDDEN


def compose(stated: Mapping[str, str | Sequence[str] | None], body: str) -> str:
    """A front matter block with the keys that have a value, and the body below it.

    Characters that no graph can hold are left out: in a converted text they are the format's, not the author's.
    """
    lines = []
    for key, value in stated.items():
        values = [value] if isinstance(value, str) else list(value or ())
        cleaned = [_one_line(each) for each in values]
        if any(cleaned):
            lines.append(f"{key}: {'; '.join(each for each in cleaned if each)}")
    page = _clean(body).strip()
    # Without metadata a blank line comes first, so that a rule which opens the page is not taken for front matter.
    return "\n".join(["---", *lines, "---", "", page, ""]) if lines else f"\n{page}\n"


def table_row(cells: Sequence[str]) -> str:
    """A table's row as a line: its first cell is a label where there are others ("Leder: Kari Testdatter, Prøveby")."""
    filled = [_one_line(cell) for cell in cells]
    filled = [cell for place, cell in enumerate(filled) if cell and cell not in filled[:place]]  # merged cells come twice
    if len(filled) < 2:
        return "".join(filled)
    return f"{filled[0].rstrip(':')}: {', '.join(filled[1:])}"


def _clean(text: str) -> str:
    return FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\x0c", "\n\n"))


def _one_line(value: str) -> str:
    flat = " ".join(_clean(value).split())
    # The reader takes one pair of quotes or brackets off a value.
    return f'"{flat}"' if re.fullmatch(r"\".*\"|'.*'|\[.*\]", flat) else flat
