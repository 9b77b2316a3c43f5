"""Nouns that a person has borne, taken up later: "jordmor Kari Prøve … jordmoren", "hun var los … losen", "statsråden" after a minister."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from build_graph.lexicon.tables import words
from build_graph.mentions.binding import Binding
from build_graph.mentions.draft import Draft
from build_graph.mentions.heads import head_of
from build_graph.model import Mention, RoleMention, Span

SHORTEST = 5  # letters of a noun that may take up a longer compound: "minister" of "kulturminister", but not "mann" of "formann"
DEPUTY = re.compile(r"(?:nest|vise|vara|stedfortredende )$")
NAMED_BEHIND = re.compile(r",?\s*[A-ZÆØÅ]|\s+(?:i|ved|for|av)\s+(?:\w+\s){0,3}[A-ZÆØÅ]")
NEAR = 60  # characters between a title and the name behind it
STATED = re.compile(r",? (?:som )?(?:\w+ )?\w* ?(?:den |det )?")


class Borne(NamedTuple):
    """A noun that a person bears at a place; `status` where it is a title."""

    position: int
    nouns: tuple[str, ...]
    person: str
    status: str | None


class Bearers:
    """Who bears which noun, as far as the text has been read."""

    def __init__(self, draft: Draft, binding: Binding) -> None:
        self.draft, self.binding = draft, binding
        self._roles = {role.span.start: role for role in draft.roles}
        self._borne = sorted([*self._titles(), *self._appositions()], key=lambda each: each.position)
        self._ends = {noun[-SHORTEST:] for each in self._borne for noun in each.nouns}

    def learn(self, number: int) -> None:
        """Takes in a noun that is said of a subject, which may be a pronoun resolved just now: "hun er rektor"."""
        token = self.draft.tokens[number]
        if token.dep == "SPRED" and token.pos in {"subst", "adj"} and not self.draft.taken(Span(token.start, token.end)):
            for subject in self.binding.subjects(self.binding.verbs(number)):
                if person := self.binding.person_at(subject):
                    role = self._roles.get(token.start)
                    borne = Borne(token.start, _nouns(token.text, role), person, role.status if role else None)
                    self._borne.append(borne)
                    self._ends |= {noun[-SHORTEST:] for noun in borne.nouns}

    def titled(self, role: RoleMention) -> str | None:
        """The person whom a bare definite title takes up: "statsråden", "presidenten"; the latest person with such a title."""
        if NAMED_BEHIND.match(self.draft.text, role.span.end):
            return None  # a name follows: the title introduces someone
        return self._bearer(role.span, {role.label, *bases(self.draft.text[slice(*role.span)])}, role.status)

    def called(self, number: int) -> str | None:
        """The person whom a definite noun takes up: "losen", "søsteren"."""
        token = self.draft.tokens[number]
        if token.pos not in {"subst", "prop"} or token.dep in {"APP", "FLAT"} or head_of(token.text):
            return None
        found = bases(token.text)
        if self._ends.isdisjoint(noun[-SHORTEST:] for noun in found):
            return None
        if NAMED_BEHIND.match(self.draft.text, token.end) and self.draft.text[token.end] != ",":
            return None
        return self._bearer(Span(token.start, token.end), found, None)

    def _bearer(self, span: Span, nouns: set[str], status: str | None) -> str | None:
        fits = [b for b in self._borne if any(_same(n, m) for n in b.nouns for m in nouns) and status in {None, "current", b.status}]
        before = [b for b in fits if b.position < span.start]
        behind = [b for b in fits if span.start < b.position < self._looked_ahead(span)]
        if before:
            return max(before, key=lambda each: each.position).person
        return min(behind, key=lambda each: each.position).person if behind else None

    def _looked_ahead(self, span: Span) -> int:
        """Where the first bearer may stand at the latest if there is none before: a headline looks ahead, a sentence to the next."""
        sentences = self.draft.annotated.sentences
        number = bisect_right(sentences, span.start, key=lambda s: s.span.start) - 1
        if self.draft.annotated.article.blocks[sentences[number].block].kind == "title":
            return len(self.draft.text)
        return sentences[min(number + 1, len(sentences) - 1)].span.end

    def _titles(self) -> Iterator[Borne]:
        """Titles of the scheme of roles with the name behind them, or before them in apposition or as their subject."""
        draft = self.draft
        named = [m for m in draft.mentions if m.kind == "person" and not m.anaphoric]
        for role in draft.roles:
            behind = [m for m in named if 0 <= m.span.start - role.span.end < NEAR and self._one_sentence(role.span, m)]
            before = [m for m in named if 0 <= role.span.start - m.span.end < NEAR and self._one_sentence(m.span, role)] if not role.definite else []
            apposed = [m for m in before if STATED.fullmatch(draft.text, m.span.end, role.span.start)]
            if apposed and not (behind and behind[0].span.start - role.span.end < 2):
                holder = apposed[-1]
            elif behind:
                holder = min(behind, key=lambda m: m.span)
            else:
                continue
            if not role.plural:
                yield Borne(role.span.start, _nouns(draft.text[slice(*role.span)], role), holder.referent, role.status)

    def _one_sentence(self, one: Span, other: Mention | RoleMention) -> bool:
        between = self.draft.text[one.end : other.span.start]
        return "\n" not in between and not re.search(r"[.!?:;] [A-ZÆØÅ–]", between)

    def _appositions(self) -> Iterator[Borne]:
        tokens = self.draft.tokens
        for token in tokens:
            if token.dep == "APP" and token.pos == "subst" and token.head is not None and token.start not in self._roles:
                if tokens[token.head].dep == "FRAG":
                    continue  # a heading or a tag: "Reindrift Kari Prøve"
                if person := self.binding.person_at(token.head):
                    yield Borne(token.start, _nouns(token.text, None), person, None)


def _nouns(text: str, role: RoleMention | None) -> tuple[str, ...]:
    return (text.lower().split()[-1], *((role.label,) if role else ()))


def bases(word: str) -> set[str]:
    """The indefinite forms that a definite singular may come from, and itself: "losen" → los, lose; none for another word."""
    lower = word.lower().split()[-1]
    cut = [ending for ending in ("en", "n", "a") if lower.endswith(ending) and len(lower) - len(ending) > 2]
    return {lower, *(lower[: -len(ending)] for ending in cut)} if cut and lower not in words("function_words.csv") else set()


def _same(borne: str, taken_up: str) -> bool:
    """Whether a noun takes up another: the same, the end of a compound unless that is a deputy's, or "statsråd" for a minister."""
    if borne == taken_up or taken_up == "statsråd" and borne.endswith("minister"):
        return True
    return borne.endswith(taken_up) and len(taken_up) >= SHORTEST and not DEPUTY.search(borne.removesuffix(taken_up))
