"""Pronouns and titles that take up someone already named: "hun", "ministeren", "foreningen"."""

from __future__ import annotations

import re

from build_graph.lexicon.tables import words
from build_graph.mentions.draft import Draft
from build_graph.mentions.heads import head_of
from build_graph.model import Mention, RoleMention, Sentence, Span

SHE = frozenset({"hun", "ho", "henne", "hennar", "hennes"})
HE = frozenset({"han", "ham", "hans"})
REACH = 3  # sentences back that a pronoun may reach; a paragraph's worth of news prose


def resolve_anaphora(draft: Draft) -> None:
    """Adds the mentions that pronouns and definite nouns make of people and groups named before them."""
    for role in draft.roles:
        if role.definite and not role.plural:
            holder = person_titled(draft, role)
            if holder:
                draft.mention(role.span, holder, anaphoric=True)
    for number, sentence in enumerate(draft.annotated.sentences):
        for token in draft.tokens[sentence.first : sentence.last]:
            gender = "f" if token.text.lower() in SHE else "m" if token.text.lower() in HE else None
            if gender:
                referent = _person_before(draft, number, token.start, gender)
                if referent:
                    draft.mention(Span(token.start, token.end), referent, anaphoric=True)


def _person_before(draft: Draft, number: int, position: int, gender: str) -> str | None:
    """The person a pronoun most likely means: the first named in the nearest sentence that names one who fits.

    Grammatical subjects come first in a Norwegian sentence and are what the next one goes on about (centering).
    """
    sentences = draft.annotated.sentences
    for step in range(REACH + 1):
        if number - step < 0:
            break
        sentence = sentences[number - step]
        people = [m for m in _people(draft, sentence) if m.span.start < position and _fits(draft, m.referent, gender)]
        if people:
            return people[0].referent
    return None


def _people(draft: Draft, sentence: Sentence) -> list[Mention]:
    inside = [m for m in draft.mentions if m.kind == "person" and sentence.span.start <= m.span.start < sentence.span.end]
    return sorted(inside, key=lambda m: m.span)


def _fits(draft: Draft, referent: str, gender: str) -> bool:
    known = draft.referents[referent].gender
    return known is None or known == gender


def person_titled(draft: Draft, role: RoleMention) -> str | None:
    """The person whom a bare definite title takes up: "statsråden", "presidenten"; the latest person with such a title."""
    if re.match(r",?\s*[A-ZÆØÅ]|\s+(?:i|ved|for|av)\s+[A-ZÆØÅ]", draft.text[role.span.end :]):
        return None  # a name follows: the title introduces someone
    best: tuple[int, str] | None = None
    for earlier in draft.roles:
        if earlier.span.start >= role.span.start or not _same_title(earlier, role):
            continue
        near = [m for m in draft.mentions if m.kind == "person" and not m.anaphoric and 0 <= m.span.start - earlier.span.end < 60]
        if near:
            first = min(near, key=lambda m: m.span.start)
            if "\n" not in draft.text[earlier.span.end : first.span.start]:
                best = max(best or (-1, ""), (earlier.span.start, first.referent))
    return best[1] if best else None


def _same_title(earlier: RoleMention, later: RoleMention) -> bool:
    return earlier.label == later.label or earlier.label.endswith(later.label)


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
