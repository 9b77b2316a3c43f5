"""An article's grammar with its mentions in place: which person, group or title a word belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from build_graph.mentions.frames import Grammar, frames
from build_graph.mentions.nouns import ACTORS
from build_graph.model import Mention, Mentioned, RoleMention, Span


class Parsed:
    """Looks up mentions and titles by token; `frames` are those of the article."""

    def __init__(self, doc: Mentioned) -> None:
        self.doc = doc
        self.tokens = doc.annotated.tokens
        self.grammar = Grammar(self.tokens)
        self.frames = tuple(frames(doc.annotated, self.grammar))
        self._starts = {token.start: number for number, token in enumerate(self.tokens)}
        self._mentions: dict[int, list[Mention]] = defaultdict(list)
        for mention in doc.mentions:
            for number in self.within(mention.span):
                self._mentions[number].append(mention)

    def within(self, span: Span) -> range:
        """The tokens of a span that begins with one; none for another."""
        first = self._starts.get(span.start)
        if first is None:
            return range(0)
        last = first
        while last < len(self.tokens) and self.tokens[last].start < span.end:
            last += 1
        return range(first, last)

    def all(self, number: int) -> list[Mention]:
        """The mentions that use a token, the shortest first."""
        return sorted(self._mentions.get(number, ()), key=lambda m: m.span.end - m.span.start)

    def one(self, number: int | None, kinds: Iterable[str]) -> Mention | None:
        """The shortest mention of these kinds that uses a token."""
        return next((m for m in self.all(number) if m.kind in kinds), None) if number is not None else None

    def actors(self, head: int) -> list[Mention]:
        """Who a phrase names: the person or group at its head, else the one in apposition to its title."""
        found = self.one(head, ACTORS)
        above = self.tokens[head].head
        for near in (*self.grammar.children(head, "APP", "FLAT"), *((above,) if self.tokens[head].dep == "APP" else ())) if found is None else ():
            found = found or self.one(near, {"person"})
        return [found] if found else []

    def head(self, role: RoleMention) -> int | None:
        """The noun of a title: the token of its span that hangs on none of the others."""
        inside = self.within(role.span)
        return next((n for n in reversed(inside) if self.tokens[n].head not in inside or self.tokens[n].head == n), None)
