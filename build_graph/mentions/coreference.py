"""Pronouns and titles that take up someone already named: "hun", "ministeren", "foreningen"."""

from __future__ import annotations

import re
from typing import Literal

from build_graph.lexicon.tables import words
from build_graph.mentions.bearers import Bearers
from build_graph.mentions.binding import Binding
from build_graph.mentions.draft import Draft
from build_graph.mentions.heads import head_of
from build_graph.mentions.things import thing_before
from build_graph.model import Span

SHE = frozenset({"hun", "ho", "henne", "hennar", "hennes"})
HE = frozenset({"han", "ham", "honom", "hans"})
REACH = 3  # sentences back that a pronoun may reach; a paragraph's worth of news prose


def resolve_anaphora(draft: Draft) -> None:
    """Adds the mentions that pronouns and definite nouns make of people named before them, in text order: one leads to the next."""
    binding = Binding(draft)
    bearers = Bearers(draft, binding)
    known = {each.id: each.gender for each in draft.referents.values() if each.kind == "person" and each.gender}
    learned: dict[str, str] = {}  # whom a "hun" has taken up, a "han" does not, where another fits
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
                barred = binding.barred(position) | {each for each in known if known[each] != gender}
                unlikely = {each for each in learned if learned[each] != gender}
                referent = _person_before(draft, binding, number, token.start, barred | unlikely) or _person_before(draft, binding, number, token.start, barred)
                if referent:
                    learned.setdefault(referent, gender)
            elif token.text.lower() in {"den", "det"} and not draft.taken(span):
                referent = thing_before(draft, binding, number, position)
            elif token.text[-1:] in "na" and not draft.taken(span) and not any(r.start <= token.start < r.end for r in roles):
                referent = bearers.called(position)
            if referent:
                draft.mention(span, referent, anaphoric=True)


def gender_of_pronoun(word: str) -> Literal["f", "m"] | None:
    """ "f" for forms of "hun" and "ho", "m" for forms of "han"; None for any other word."""
    return "f" if word.lower() in SHE else "m" if word.lower() in HE else None


def _person_before(draft: Draft, binding: Binding, number: int, start: int, barred: set[str]) -> str | None:
    """The person a pronoun most likely means: in the nearest sentence that names one who fits, the first subject, else the first.

    Grammatical subjects are what the next sentence goes on about (centering: Grosz, Joshi and Weinstein 1995).
    """
    for step in range(min(REACH, number) + 1):
        sentence = draft.annotated.sentences[number - step].span
        people = [m for m in draft.mentions if m.kind == "person" and sentence.start <= m.span.start < min(sentence.end, start)]
        if able := [m for m in people if m.referent not in barred]:
            return min(able, key=lambda m: (not binding.is_subject(m), m.span)).referent
    return None


def resolve_definite_groups(draft: Draft) -> None:
    """"Foreningen", "sykehuset", "partiet" after a group of that kind has been named."""
    for number, token in enumerate(draft.tokens):
        lower = token.text.lower()
        if lower in words("noun_participles.csv") and number and draft.tokens[number - 1].text.lower() in words("auxiliaries.csv"):
            continue
        base = lower[:-1] if lower.endswith("s") else lower
        head = head_of(base)
        if head is None or head.is_body or head.noun != base or not head.definite:
            continue
        span = Span(token.start, token.start + len(base))
        if draft.taken(span):
            continue
        able = [m for m in draft.mentions if m.kind == "organisation" and m.span.start < token.start
                and _is_kind(draft, m.referent, head.noun, head.kind)]
        if able:
            draft.mention(span, max(able, key=lambda m: m.span.start).referent, anaphoric=True)


def _is_kind(draft: Draft, referent: str, noun: str, kind: str) -> bool:
    group = draft.referents[referent]
    if group.classification == kind or {group.classification, kind} == {"association", "union"}:
        return True
    stem = re.sub(r"(et|en|a)$", "", noun)
    return any(n.lower().endswith((noun, stem)) for n in (group.name, *group.aliases))
