"""Titles and functions in the text: "avtroppende sentralstyremedlem", "Senterparti-leiar", "helse- og omsorgsministeren"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from build_graph.lexicon.tables import rows, words
from build_graph.mentions.draft import Draft, fold
from build_graph.mentions.heads import head_of
from build_graph.mentions.inflect import INDEFINITE, Form, forms
from build_graph.model import Referent, ReferentKind, RoleMention, Span
from ontology.lexicon import Role, institution_by_id, institutions, roles, statuses

ROLE = "https://w3id.org/aktorkart/role/"

KINDS: dict[str, ReferentKind] = {"organisation": "organisation", "body": "body", "collaboration": "collaboration"}

LONGEST = 6  # tokens of the longest title looked for


@dataclass(frozen=True, slots=True)
class _Title:
    role: Role
    label: str
    form: Form


@cache
def _titles() -> dict[str, _Title]:
    """Every inflected form of every role, lower-case."""
    table: dict[str, _Title] = {}
    for role in sorted(roles(), key=lambda r: r.iri):
        if role.iri == f"{ROLE}part":
            continue
        for form in sorted(role.forms, key=lambda f: (f != role.labels.get("nb", ""), f)):
            for spelling, what in forms(form).items():
                if spelling in words("not_titles.csv"):
                    continue
                known = table.get(spelling)
                # an indefinite form is a safer reading than another word's inflection
                if known is None or (known.form != INDEFINITE and what == INDEFINITE):
                    table[spelling] = _Title(role, form, what)
    return table


@cache
def _heads() -> tuple[tuple[str, _Title], ...]:
    """The forms that end new titles by compounding, longest first: "-direktøren", "-leiar"."""
    heads = [(s, t) for s, t in _titles().items() if t.role.compound_head and " " not in s]
    return tuple(sorted(heads, key=lambda h: (-len(h[0]), h[0])))


@cache
def _head_pattern() -> re.Pattern[str]:
    """A compound: something, perhaps a hyphen, and a head; the longest head decides."""
    return re.compile(rf"(?P<first>.+?)(?P<hyphen>-?)(?P<head>{'|'.join(re.escape(s) for s, _ in _heads())})")


@cache
def _status_cues() -> dict[str, str]:
    return {cue.lower(): status.key for status in statuses() for cue in status.cues}


@cache
def _institution_names() -> dict[str, str]:
    """Names by which an institution stands as the first part of a compound: "Venstre-", "UNN-", "Senterparti-"."""
    table: dict[str, str] = {}
    for institution in institutions():
        for name in (*institution.labels.values(), *institution.short_names):
            for form in {name, re.sub(r"(et|en|a)$", "", name)}:
                if len(form) > 1 and " " not in form:
                    table.setdefault(form.casefold(), institution.id)
    return table


@cache
def _nationalities() -> dict[str, str]:
    return {row["adjective"]: row["country"] for row in rows("nationalities.csv")}


@cache
def _municipalities() -> dict[str, str]:
    """Names of places as the first part of a compound: "Prøvedal-ordførar", "prøvedalordførar"."""
    named = [name.removesuffix(" kommune") for i in institutions() if i.kind == "municipality" for name in i.labels.values() if name.endswith(" kommune")]
    return {name.casefold(): name for name in named if len(name) > 2}


def find_roles(draft: Draft) -> None:
    """Adds every title in the running text that is not part of a name, the longest reading of each."""
    tokens, position = draft.tokens, 0
    while position < len(tokens):
        found = _title_at(draft, position)
        if found is None:
            position += 1
            continue
        role, last = found
        draft.roles.append(role)
        position = last + 1


def _title_at(draft: Draft, position: int) -> tuple[RoleMention, int] | None:
    tokens = draft.tokens
    if tokens[position].pos == "verb" and tokens[position].dep in {"FINV", "ATR"} and tokens[position].text.lower() in words("role_verbs.csv"):
        return None
    if tokens[position].text.lower() in words("role_verbs.csv") and _is_verb(draft, position):
        return None
    for length in range(min(LONGEST, len(tokens) - position), 0, -1):
        first, last = tokens[position], tokens[position + length - 1]
        phrase = re.sub(r"\s+", " ", draft.text[first.start : last.end])
        title = _titles().get(phrase.lower())
        if title is None or not _same_line(draft.text[first.start : last.end]):
            continue
        span = Span(first.start, last.end)
        if _inside_name(draft, span):
            return None
        return _mention(draft, title, span, position, organisation=_implied(draft, title.role)), position + length - 1
    return _compound_at(draft, position)


def _is_verb(draft: Draft, position: int) -> bool:
    """Whether "leder" is what someone does: right behind a person or a pronoun, with an object and no preposition after."""
    tokens = draft.tokens
    if position == 0 or position + 1 >= len(tokens):
        return False
    before, after = tokens[position - 1], tokens[position + 1]
    if "\n" in draft.text[before.end : tokens[position].start]:
        return False  # a title below its holder's name
    if _relative(draft, position):
        return True
    someone = before.text.lower() in {"som", "han", "hun", "ho", "jeg", "eg"} or any(
        m.kind == "person" and m.span.end == before.end for m in draft.mentions)
    earlier = any(m.kind == "person" and m.span.end <= before.end and "\n" not in draft.text[m.span.end : before.end] and before.end - m.span.end < 80 for m in draft.mentions)
    head = head_of(after.text)
    takes_object = after.text.lower() in {"det", "den", "dette", "arbeidet", "hele", "heile"} or (head is not None and head.definite) or any(
        m.kind == "organisation" and m.span.start == after.start for m in draft.mentions)
    if earlier and takes_object and before.text not in {",", ".", ":", "og", "som", "er", "ny"}:
        return True
    return someone and after.text.lower() not in {"i", "for", "ved", "av", "på", "til", "hos", ",", ".", ")", ":", "og", "–", "-"}


def _relative(draft: Draft, position: int) -> bool:
    """Whether "som" and someone stand before: "kurset som hun leder, …", "foreningen som Kari Testdatter leder, …"."""
    tokens = draft.tokens
    subject = tokens[position - 1]
    first = next((m.span.start for m in draft.mentions if m.kind == "person" and m.span.end == subject.end), None)
    if first is None and subject.text.lower() not in {"han", "hun", "ho", "jeg", "eg", "vi", "de", "dei"}:
        return False
    return bool(re.search(r"(?<!\w)som $", draft.text[max(0, (subject.start if first is None else first) - 5) : subject.start if first is None else first]))


def _same_line(text: str) -> bool:
    return "\n" not in text


def _inside_name(draft: Draft, span: Span) -> bool:
    return any(n.span.start < span.end and span.start < n.span.end and n.span != span for n in draft.annotated.names
               if n.type in {"PER", "ORG"})


def _compound_at(draft: Draft, position: int) -> tuple[RoleMention, int] | None:
    token = draft.tokens[position]
    word = token.text
    if len(word) < 6 or word[0] in "-–" or word.lower() in words("not_titles.csv"):
        return None
    match = _head_pattern().fullmatch(word.lower())
    if match is None:
        return None
    title = dict(_heads())[match["head"]]
    first = word[: len(match["first"])]
    span = Span(token.start, token.end)
    register = _institution_names().get(first.casefold())
    organisation = register_referent(draft, register) if register and (match["hyphen"] or word[:1].isupper()) else draft.called(first, "organisation")
    if match["hyphen"] and organisation and title.label not in words("compound_titles.csv"):
        draft.mention(Span(token.start, token.start + len(first)), organisation)
        return _mention(draft, title, span, position, organisation=organisation), position
    place = _municipalities().get(first.casefold())
    if place and title.role.labels.get("nb", title.label) in words("local_titles.csv"):
        return _mention(draft, title, span, position, organisation=draft.refer(Referent(f"place:{fold(place)}", "place", place))), position
    if word[:1].isupper() and not match["hyphen"] and not _opens_sentence(draft, position) or not re.fullmatch(r"[\w-]+", first):
        return None
    if len(first) < 2 or _inside_name(draft, span):
        return None
    truncated = re.search(r"(?:\w+-,? )*\w+- (?:og|eller) $", draft.text[max(0, token.start - 50) : token.start])
    if truncated and "\n" not in truncated.group():  # "helse- og sosialsjef"
        span = Span(token.start - len(truncated.group()), token.end)
        first = truncated.group().lower() + first
    # an unlisted compound is a title of its own: "klinikksjef", with the head's own ending taken off
    label = (first + match["hyphen"] if match["hyphen"] else first.lower()) + title.label
    mention = _mention(draft, title, span, position, organisation=None)
    return RoleMention(
        mention.span, label, None, mention.status, None, title.role.is_leading and match["first"] in {"styre", "parti"},
        title.role.is_membership, mention.definite, mention.plural,
    ), position


def _opens_sentence(draft: Draft, position: int) -> bool:
    return any(s.first == position or s.first == position - 1 for s in draft.annotated.sentences)


def _mention(draft: Draft, title: _Title, span: Span, position: int, organisation: str | None) -> RoleMention:
    status, start = "current", span.start
    before = position - 1
    # "den nyvalgte", "tidligere mangeårige": a word of status may stand one word away
    for step in range(2):
        if before - step < 0:
            break
        token = draft.tokens[before - step]
        if draft.text[token.end : span.start].count("\n"):
            break
        cue = _status_cues().get(token.text.lower())
        if cue:
            status, start = cue, token.start
            if cue == "current":
                continue  # "tidligere mangeårige": what is said before weighs more
            break
        country = _nationalities().get(token.text.lower().removesuffix("e")) or _nationalities().get(token.text.lower())
        if country and organisation is None and title.role.labels.get("nb", "").endswith(tuple(words("state_titles.csv"))):
            organisation = draft.refer(Referent(f"place:{fold(country)}", "place", country))
        elif country:
            continue
        elif not token.text.islower() or not token.text.endswith("e"):
            break  # only an adjective may stand between: "tidligere mangeårige leder", not "tidligere vært leder"
    field = re.search(r"(\w+politisk)e? $", draft.text[max(0, span.start - 40) : span.start])
    if field:  # "helsepolitisk talsmann" is a title of its own
        return RoleMention(Span(min(start, span.start - len(field.group())), span.end), f"{field[1].lower()} {title.label}", None, status,
                           organisation, False, False, title.form.definite, title.form.plural)
    return RoleMention(
        Span(start, span.end), title.role.labels.get("nb", title.label), title.role.iri, status, organisation,
        title.role.is_leading, title.role.is_membership, title.form.definite, title.form.plural,
    )


def _implied(draft: Draft, role: Role) -> str | None:
    """The organisation that a title itself implies, where the article names it: helseminister → the ministry."""
    return next((r.id for r in draft.referents.values() if r.register and r.register == role.implies_organisation), None)


def register_referent(draft: Draft, institution: str) -> str:
    """The referent of an institution in the register, added where the article has none yet."""
    entry = institution_by_id()[institution]
    name = entry.labels.get(draft.annotated.article.language) or next(iter(entry.labels.values()))
    kind = KINDS[entry.type]
    return draft.refer(Referent(f"{kind}:{entry.id}", kind, name, register=entry.id, classification=entry.kind))
