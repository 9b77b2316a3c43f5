"""The sentence around the words that state a fact, for reading; not for analysis."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…]['\"»”)]*(?=\s+[-–—«\"“(]?\s*[A-ZÆØÅ])|\n")
LONGEST = 420  # characters: what a reader takes in beside a map


def sentence_around(text: str, start: int, end: int) -> tuple[str, int, int]:
    """The sentence (or line) that holds text[start:end], and where in it those words stand.

    >>> sentence_around("Hei. Kari leder styret. Ola nikket.", 5, 15)
    ('Kari leder styret.', 0, 10)
    """
    first = 0
    for match in _END.finditer(text, max(0, start - LONGEST)):
        if match.end() > start:
            break
        first = match.end()
    first = max(first, start - LONGEST)
    after = _END.search(text, max(start, end - 1))
    last = min(after.end() if after else len(text), end + LONGEST)
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return text[first:last], start - first, end - first
