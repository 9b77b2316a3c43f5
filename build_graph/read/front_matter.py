"""Front matter: `key: value` lines between two lines of exactly `---` at the very top of a file.

Only a first line that is exactly `---` opens it: a page that merely begins with a horizontal rule has none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from build_graph.model import Span, Stated
from build_graph.read import cues

_LINE = re.compile(r"(?P<line>[^\r\n]*)(?:\r\n|\r|\n|\Z)")
_ENTRY = re.compile(r"(?P<key>[^\W\d][\w .-]{0,40}?)\s*:(?:\s+(?P<value>.*?))?\s*$")
_MORE = re.compile(r"(?:\s+(?:-\s+)?|-\s+)(?P<value>.*?)\s*$")

# A block that has not closed after so many lines is no front matter.
_MOST_LINES = 200
# Keys whose value is a list: "Kari Testdatter; Ola Prøve".
_LISTS = ("authors", "photographer")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the block states. `span` covers it with both rules; `end` is where the page begins."""

    span: Span
    end: int
    values: dict[str, tuple[Stated, ...]] = field(hash=False)

    def one(self, key: str) -> Stated | None:
        """The key's first value, None where it isn't stated."""
        return self.values.get(key, (None,))[0]

    def every(self, key: str) -> tuple[Stated, ...]:
        """All values of a key that may hold several."""
        return self.values.get(key, ())


def front_matter(text: str) -> FrontMatter | None:
    """The front matter at the top of the text (a byte order mark may stand before it), None where there is none."""
    begin = 1 if text.startswith("\ufeff") else 0
    opening = _LINE.match(text, begin)
    if not opening or opening["line"].rstrip() != "---":
        return None
    keys = cues.values("front matter key")
    values: dict[str, list[Stated]] = {}
    key: str | None = None
    entries = 0
    place = opening.end()
    for _ in range(_MOST_LINES):
        line = _LINE.match(text, place)
        if not line or line.end() == place:
            return None
        words = line["line"]
        if words.rstrip() == "---":
            if not entries:
                return None
            return FrontMatter(Span(begin, place + 3), line.end(), {name: tuple(found) for name, found in values.items()})
        entry, more = _ENTRY.match(words), _MORE.match(words)
        if more and entries:
            if key in _LISTS and more["value"]:
                values.setdefault(key, []).extend(_stated(more["value"], place + more.start("value"), key))
        elif entry:
            entries += 1
            key = keys.get(entry["key"].strip().lower())
            if key and entry["value"]:
                values.setdefault(key, []).extend(_stated(entry["value"], place + entry.start("value"), key))
        elif words.strip() and not words.startswith("#"):
            return None
        place = line.end()
    return None


def _stated(value: str, offset: int, key: str) -> list[Stated]:
    """The value without YAML's quotes and brackets, cut at ";" (else "," and "og") where the key takes several."""
    inner = value.strip()
    offset += value.index(inner)
    if len(inner) > 1 and (inner[0], inner[-1]) in {('"', '"'), ("'", "'"), ("[", "]")}:
        inner, offset = inner[1:-1], offset + 1
    if key not in _LISTS:
        pieces = [(inner, 0)]
    else:
        parting = r"[^;]+" if ";" in inner else r"(?:(?!\s+(?:og|&)\s+)[^,])+"
        pieces = [(match[0], match.start()) for match in re.finditer(parting, inner)]
    found = []
    for piece, start in pieces:
        name = re.sub(r"^\s*(?:(?:og|&)\s+)?[\"']?|[\"']?\s*$", "", piece) if key in _LISTS else piece.strip()
        if name:
            begin = offset + start + piece.index(name)
            found.append(Stated(name, Span(begin, begin + len(name))))
    return found
