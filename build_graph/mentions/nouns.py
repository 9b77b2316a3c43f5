"""Common nouns with their forms from a word list, and the phrases that they head."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from build_graph.lexicon.tables import rows, words
from build_graph.mentions.draft import Draft
from build_graph.model import Mention, Span

ACTORS = frozenset({"person", "organisation", "body", "collaboration"})
GROUPS = frozenset({"organisation", "body", "collaboration"})
STOPS = re.compile(r"\.(?!\d|\s[a-zæøå])|[;:!?()\n«»\"*]|–(?!\d)|,(?!\d| \d)| - | / | \| |https?:")


@dataclass(frozen=True, slots=True)
class Noun:
    """A form in a word list: møtet is the definite form of the family møte."""

    word: str
    family: str
    definite: bool
    plural: bool
    row: tuple[tuple[str, str], ...]

    def get(self, column: str) -> str:
        """Another column of the noun's row in the word list."""
        return dict(self.row).get(column, "")


@cache
def _table(file: str) -> dict[str, Noun]:
    table = {}
    for row in rows(file):
        form = row["form"]
        table[row["word"]] = Noun(row["word"], row["family"], form.startswith("definite"), "plural" in form, tuple(sorted(row.items())))
    return table


@cache
def noun_of(word: str, file: str) -> Noun | None:
    """The noun that a word is, or ends in where the list lets it form compounds; the longest that fits."""
    table, lower = _table(file), word.lower()
    for cut in range(len(lower) - 2):
        noun = table.get(lower[cut:])
        if noun and (cut == 0 or (noun.get("compounds") == "yes" and cut > 1)):
            return noun
    return None


@cache
def barred(word: str, file: str) -> bool:
    """Whether a list of exceptions has the word, or the beginning of the compound that it is."""
    lower = word.lower()
    return lower in words(file) or any(lower.startswith(w[:-1]) for w in words(file) if w.endswith("-"))


@cache
def alternatives(file: str, kind: str) -> re.Pattern[str]:
    """The words of one kind in a list of context words, as whole words, longest first."""
    found = sorted((row["word"] for row in rows(file) if row["kind"] == kind), key=lambda w: (-len(w), w))
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(w) for w in found) + r")(?!\w)", re.IGNORECASE)


class Mentions:
    """The mentions found so far, to be looked up by place."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._all = sorted(mentions, key=lambda m: (m.span.start, -m.span.end))
        self._starts = [m.span.start for m in self._all]

    def between(self, start: int, end: int) -> list[Mention]:
        """Those that lie in a stretch of text, the longer first where two begin alike."""
        inside = self._all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        kept: list[Mention] = []
        for mention in inside:
            if mention.span.end <= end and (not kept or mention.span.start >= kept[-1].span.end):
                kept.append(mention)
        return kept

    def before(self, end: int, reach: int) -> Mention | None:
        """The mention that ends last at or before a place, at most `reach` characters away."""
        near = [m for m in self.between(max(0, end - reach - 80), end) if end - m.span.end <= reach]
        return near[-1] if near else None


def plain(text: str) -> str:
    """A phrase on one line, without marks of emphasis and quotation around it."""
    return re.sub(r"\s+", " ", re.sub(r"[*_]", "", text)).strip(" \n«»\"“”")


def line_at(text: str, position: int) -> Span:
    """The line of text that a place is on."""
    end = text.find("\n", position)
    return Span(text.rfind("\n", 0, position) + 1, len(text) if end < 0 else end)


def phrase_end(text: str, start: int, limit: int, most: int = 9) -> int:
    """Where a noun phrase that begins at `start` ends at the latest: at a mark, a verb or another clause.

    Without a parser the words of `lexicon/phrase_ends.csv` (finite verbs, conjunctions) tell; at most `most` words.
    """
    stop = STOPS.search(text, start, limit)
    end = stop.start() if stop else limit
    count, position = 0, start
    for match in re.finditer(r"\S+", text[start:end]):
        word = match[0].strip("*_").lower()
        if count == most or (count and word in words("phrase_ends.csv")):
            break
        count, position = count + 1, start + match.end()
    found = text[start:position].rstrip(" ,")
    # "om lønn og" has lost its second half
    while re.search(r"\s(?:og|eller|samt|i|på|for|av|med|til|om|ved|fra|frå|en|et|ein|eit|den|det|de|dei)$", found):
        found = found.rpartition(" ")[0]
    return start + len(found)


def sentence_span(draft: Draft, number: int) -> Span:
    """The sentence's place in the text."""
    return draft.annotated.sentences[number].span
