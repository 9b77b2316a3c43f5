"""Pronouns and titles that take up someone already named: "hun", "ministeren", "foreningen"."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from build_graph.lexicon.tables import rows, words
from build_graph.mentions.bearers import Bearers
from build_graph.mentions.binding import Binding
from build_graph.mentions.draft import Draft
from build_graph.mentions.heads import head_of
from build_graph.mentions.things import thing_before
from build_graph.model import Span

SHE = frozenset({"hun", "ho", "henne", "hennar", "hennes"})
HE = frozenset({"han", "ham", "honom", "hans"})
NAMED_NEXT = re.compile(r" [«\"“]?[A-ZÆØÅ]")  # "forbundet Eksempel": the noun belongs to the name behind it
REACH = 3  # sentences back that a pronoun may reach; a paragraph's worth of news prose


def resolve_anaphora(draft: Draft) -> None:
    """Adds the mentions that pronouns and definite nouns make of people, works and groups named before, in text order: one leads to the next."""
    people = _People(draft)
    bearers = Bearers(draft, people.binding)
    titles = {role.span.start: role for role in draft.roles if role.definite and not role.plural}
    roles = [role.span for role in draft.roles]
    for number, sentence in enumerate(draft.annotated.sentences):
        for position in range(sentence.first, sentence.last):
            token = draft.tokens[position]
            bearers.learn(position)
            span, referent = Span(token.start, token.end), None
            if (role := titles.get(token.start)) and not draft.taken(role.span):
                span, referent = role.span, bearers.titled(role)
            elif (gender := gender_of_pronoun(token.text)) and not draft.taken(span):
                referent = people.meant(number, position, gender)
            elif token.text.lower() in {"den", "det"} and not draft.taken(span):
                referent = thing_before(draft, people.binding, number, position)
            elif token.text[-1] in "na" and (referent := bearers.called(position)):
                referent = None if draft.taken(span) or any(r.start <= token.start < r.end for r in roles) else referent
            if referent:
                draft.mention(span, referent, anaphoric=True)


def gender_of_pronoun(word: str) -> Literal["f", "m"] | None:
    """ "f" for forms of "hun" and "ho", "m" for forms of "han"; None for any other word."""
    return "f" if word.lower() in SHE else "m" if word.lower() in HE else None


class _People:
    """Whom "hun" and "han" mean, by gender, grammar and who is spoken of."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.binding = draft, Binding(draft)
        self._genders = {each.id: each.gender for each in draft.referents.values() if each.kind == "person" and each.gender}
        self._learned: dict[str, str] = {}  # whom a "hun" has taken up, a "han" does not, where another fits

    def meant(self, number: int, position: int, gender: Literal["f", "m"]) -> str | None:
        """The person that the pronoun at a token means.

        :param number: of its sentence.
        :param position: of its token.
        """
        token, sentence = self.draft.tokens[position], self.draft.annotated.sentences[number]
        barred = self.binding.barred(position) | {each for each, known in self._genders.items() if known != gender}
        unlikely = {each for each, known in self._learned.items() if known != gender}
        referent = self._before(number, token.start, barred | unlikely) or self._before(number, token.start, barred)
        if referent is None and self.draft.annotated.article.blocks[sentence.block].kind == "title":
            behind = sorted((m for m in self.draft.mentions if m.span.start > token.start and self._genders.get(m.referent) == gender), key=lambda m: m.span)
            referent = behind[0].referent if behind else None  # a headline looks ahead
        if referent:
            self._learned.setdefault(referent, gender)
        return referent

    def _before(self, number: int, start: int, barred: set[str]) -> str | None:
        """In the nearest sentence that names one who fits, the first subject, else the first.

        Grammatical subjects are what the next sentence goes on about (centering: Grosz, Joshi and Weinstein 1995).
        """
        for step in range(min(REACH, number) + 1):
            sentence = self.draft.annotated.sentences[number - step].span
            people = [m for m in self.draft.mentions if m.kind == "person" and sentence.start <= m.span.start < min(sentence.end, start)]
            if able := [m for m in people if m.referent not in barred]:
                return min(able, key=lambda m: (not self.binding.is_subject(m), m.span)).referent
        return None


def resolve_definite_groups(draft: Draft) -> None:
    """"Foreningen", "sykehuset", "partiet" after a group of that kind has been named; "bedriften" after one of no kind that is known."""
    for number, token in enumerate(draft.tokens):
        lower = token.text.lower()
        if lower in words("noun_participles.csv") and number and draft.tokens[number - 1].text.lower() in words("auxiliaries.csv"):
            continue
        base = lower[:-1] if lower.endswith("s") else lower
        head = head_of(base)
        kinds = _general_nouns().get(base)
        if kinds is None and (head is None or head.is_body or head.noun != base or not head.definite):
            continue
        span = Span(token.start, token.start + len(base))
        if draft.taken(span) or NAMED_NEXT.match(draft.text, span.end):
            continue
        before = [m for m in draft.mentions if m.kind == "organisation" and m.span.start < token.start]
        able = [m for m in before if head and _is_kind(draft, m.referent, head.noun, head.kind)]
        able = able or [m for m in before if kinds and draft.referents[m.referent].classification in {None, *kinds} and _near(draft, m.span, span)]
        if able:
            draft.mention(span, max(able, key=lambda m: m.span.start).referent, anaphoric=True)


@cache
def _general_nouns() -> dict[str, tuple[str, ...]]:
    return {row["word"]: tuple(row["kinds"].split()) for row in rows("general_nouns.csv")}


def _near(draft: Draft, one: Span, other: Span) -> bool:
    """Whether no more than `REACH` sentences begin between two places."""
    return sum(one.start < s.span.start <= other.start for s in draft.annotated.sentences) <= REACH


def _is_kind(draft: Draft, referent: str, noun: str, kind: str) -> bool:
    group = draft.referents[referent]
    if group.classification == kind or {group.classification, kind} == {"association", "union"}:
        return True
    stem = re.sub(r"(et|en|a)$", "", noun)
    return any(n.lower().endswith((noun, stem)) for n in (group.name, *group.aliases))
