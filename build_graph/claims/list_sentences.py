"""Sentences that go on into a list: "I valgkomiteen sitter A (leder), B og C", "Med seg i styret får hun A og B"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from build_graph.claims.list_entries import Context, entries, is_board
from build_graph.claims.patterns import LONGEST_LINE, Line, render
from build_graph.claims.roles import DENIED
from build_graph.lexicon.tables import rows
from build_graph.model import Claim, Mention, Mentioned, Span

TITLE = r"(?:(?:[a-zæøå]+ ){0,2}⟨R\d+⟩ |[A-ZÆØÅ]?[a-zæøå]+ )?"
ASIDE = r"(?: \([^()]{1,60}\)| ?, ⟨R\d+⟩(?: (?:i|ved|for|hos|på|av|fra|frå) ⟨[GL]\d+⟩|, ⟨G\d+⟩)?(?=[,.;]| og )| (?:fra|frå|i) ⟨[GL]\d+⟩|, ⟨[GL]\d+⟩(?=[,.;]| og )|, \d\d)*"
ONE = rf"{TITLE}⟨P\d+⟩{ASIDE}"
CHAIN = rf" ?(?P<chain>{ONE}(?:(?:,? og |, | samt |; ){ONE})*)"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?<![\w⟩]){row['before']}{CHAIN}") for row in rows("list_sentences.csv"))


def list_sentences(doc: Mentioned) -> Iterator[Claim]:
    """Memberships and offices from lists inside sentences."""
    for sentence in doc.annotated.sentences:
        line = render(doc, sentence.span)
        if "⟨P" in line.text and len(line.text) <= LONGEST_LINE:
            for pattern in _patterns():
                for found in pattern.finditer(line.text):
                    if not DENIED.search(found.group()):
                        yield from _members(doc, line, found, sentence.span)


def _members(doc: Mentioned, line: Line, found: re.Match[str], sentence: Span) -> Iterator[Claim]:
    group = line.signs[int(found[1])] if found[1] else _spoken_of(doc, sentence.start)
    if isinstance(group, Mention) and group.kind == "body" and is_board(doc, group.referent):
        yield from entries(doc, line, Context(group.referent, group.span), found.start("chain"), found.end("chain"))


def _spoken_of(doc: Mentioned, position: int) -> Mention | None:
    """The board or committee spoken of last, in the same paragraph or the one before."""
    bodies = [m for m in doc.mentions if m.kind == "body" and m.span.end <= position]
    last = max(bodies, key=lambda m: m.span.end, default=None)
    return last if last and doc.annotated.article.text[last.span.end : position].count("\n\n") <= 1 else None
