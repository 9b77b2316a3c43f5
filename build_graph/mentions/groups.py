"""Organisations, bodies and places that have a proper name; what a common noun names is found by `common_groups`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from build_graph.annotate.names import known_places
from build_graph.lexicon.tables import words
from build_graph.mentions.draft import Draft, fold
from build_graph.mentions.heads import STANDING, Head, head_of, heads
from build_graph.mentions.persons import is_collective
from build_graph.mentions.roles import register_referent
from build_graph.model import Name, Referent, ReferentKind, Span, Stated
from ontology.lexicon import institution_by_id, institutions

MEETINGS = ("konferansen", "kongressen", "seminaret", "symposiet", "toppmøtet", "folkemøtet", "høringen", "høyringa")
ACRONYM = re.compile(r"\s*\((?P<short>[A-ZÆØÅ][\w-]{0,11})\)")


def find_named_groups(draft: Draft) -> None:
    """Adds every organisation, body and place that has a proper name, and those that the metadata names."""
    for name in draft.annotated.names:
        if name.type in {"ORG", "GPE", "LOC"} and not draft.taken(name.span):
            _named(draft, name)
    _named_by_place(draft)
    _metadata(draft)


CLUB = re.compile(r"(?!(?:for|inn|ut|an|opp|på|over|fra|frå|til|under|grunn|neder|ved|mot|av|ned|om|til|sam|bei|gjen)s?lag$)[a-zæøå]{4,}lag")
"""Nouns for clubs that end in -lag: "legelag", no "nederlag"."""


def _named_by_place(draft: Draft) -> None:
    """Organisations that are a place and a noun: "Tysfjord kirkelige fellesråd", "Skafså sokneråd"."""
    nouns = {n for n, head in heads().items() if not head.definite and len(n) > 3 and n not in words("not_groups.csv")}
    for mention in [m for m in draft.mentions if m.kind == "place"]:
        match = re.compile(r" (?:[a-zæøå]+(?:e|sk|ig) )?([a-zæøå]+)(?![\w-])").match(draft.text, mention.span.end)
        head = head_of(match[1]) if match else None
        if match is None or head is None or head.noun not in nouns and not CLUB.fullmatch(match[1]) or (len(match[1]) <= 4):
            continue
        span = Span(mention.span.start, match.end())
        value = re.sub(r"\s+", " ", draft.text[span.start : span.end])
        draft.mentions.remove(mention)
        kind: ReferentKind = "body" if head.is_body and head.kind in STANDING and not head.noun.endswith("fellesråd") else "organisation"
        draft.mention(span, draft.refer(Referent(f"{kind}:{fold(value)}", kind, value, classification=head.kind)))


# --- names ------------------------------------------------------------------------------------------------


def _named(draft: Draft, name: Name) -> None:
    text = draft.text
    if name.register:
        referent = register_referent(draft, name.register)
        known = draft.referents[referent]
        surface = text[name.span.start : name.span.end]
        if fold(surface) != fold(known.name):
            draft.refer(Referent(referent, known.kind, known.name, (re.sub(r"\s+", " ", surface),)))
        draft.mention(name.span, referent)
        _owner_inside(draft, name)
        return
    if name.type in {"GPE", "LOC"}:
        span, value = _place_without_genitive(draft, name.span)
        draft.mention(span, draft.refer(Referent(f"place:{fold(value)}", "place", value)))
        return
    span, value = _without_genitive(draft, name.span)
    if not any(c.isalpha() for c in value) or "@" in value:
        return
    if value.isupper() and head_of(value.removesuffix("S")) and " " not in value:
        return  # a common noun in capitals: "SENTRALSTYRETS MØTE"
    if " " not in value and value.lower().endswith(MEETINGS):
        return  # "Fastlegekonferansen": a meeting's name
    entry = _by_exact_name().get(value) or _party_in_capitals(value)
    if entry:
        _named(draft, Name(span, "ORG", name.confidence, "register", entry))
        return
    head = head_of(value.split()[-1]) or head_of(value.split()[0]) or _head_before_purpose(value)
    kind: ReferentKind = "body" if head and head.is_body else "organisation"
    known_as = draft.called(value, "organisation", "body")
    referent = known_as or draft.refer(Referent(f"{kind}:{fold(value)}", kind, value, classification=head.kind if head else None))
    draft.mention(span, referent)
    after = ACRONYM.match(text, span.end)
    if after and _abbreviates(after["short"], value):
        short = draft.called(after["short"], "organisation") is None
        if short:
            draft.refer(Referent(referent, kind, value, (after["short"],)))


def _head_before_purpose(name: str) -> Head | None:
    """ "Nasjonalt fagråd for prøver" is a fagråd."""
    purpose = re.match(r"(?:[\w-]+ ){1,3}?([\w-]+) (?:for|mot|om) ", name)
    return head_of(purpose[1]) if purpose else None


def _owner_inside(draft: Draft, name: Name) -> None:
    """The organisation that opens the name of its own body in the register: "Foreningens sentralstyre"."""
    surface = draft.text[slice(*name.span)]
    owners = institution_by_id()[name.register].parents if name.register else ()
    word = re.match(r"[^\s]+?(?=s\s)", surface)
    entry = _by_exact_name().get(word.group()) if word else None
    if word and entry and entry in owners:
        draft.mention(Span(name.span.start, name.span.start + word.end()), register_referent(draft, entry))


def _place_without_genitive(draft: Draft, span: Span) -> tuple[Span, str]:
    value = draft.text[span.start : span.end]
    for ending in ("’s", "'s", "'", "’", "s"):
        base = value[: -len(ending)]
        if value.endswith(ending) and value not in known_places() and len(base) > 1:
            elsewhere = re.search(rf"(?<!\w){re.escape(base)}(?!\w)", draft.text)
            if base in known_places() or elsewhere or re.match(r" [a-zæøå]+", draft.text[span.end :]) and ending == "s" and not base.endswith(("e", "o", "u", "å", "i", "ne")) or len(ending) == 2:
                return Span(span.start, span.end - len(ending)), base
    return span, value


def _without_genitive(draft: Draft, span: Span) -> tuple[Span, str]:
    value = re.sub(r"\s+", " ", draft.text[span.start : span.end])
    for ending in ("’s", "'s", "'", "’", "s"):
        base = value[: -len(ending)]
        if not value.endswith(ending) or len(base) < 2:
            continue
        if base in _by_exact_name():
            return Span(span.start, span.end - len(ending)), base
        elsewhere = re.search(rf"(?<!\w){re.escape(base)}(?!\w)", draft.text)
        if elsewhere or (ending == "s" and re.search(r"(et|en|a|forbund|forening|lag|[A-ZÆØÅ])$", base) and re.match(r" [a-zæøå]", draft.text[span.end :])) or ending != "s":
            return Span(span.start, span.end - len(ending)), base
    return span, value


def _abbreviates(short: str, name: str) -> bool:
    """Whether the letters of `short` stand in this order in `name`, the first at its start: NSF, Norsk Sykepleierforbund."""
    letters, position = name.casefold(), 0
    for n, letter in enumerate(short.casefold()):
        position = letters.find(letter, position)
        if position < 0 or (n == 0 and position > 0):
            return False
        position += 1
    return True


def _metadata(draft: Draft) -> None:
    article = draft.annotated.article
    for stated in (article.journal, article.publisher):
        if stated:
            _organisation_by_name(draft, stated.value, stated.span)
    for photo in article.photos:
        if photo.agency:
            for value, span in _parts(photo.agency):
                _organisation_by_name(draft, value, span, as_agency=True)
    for author in article.authors:
        if author.name.span and is_collective(author.name.value):
            _organisation_by_name(draft, author.name.value, author.name.span)
        owner = _mail_owner(author.email.value) if author.email else None
        if owner:
            owner = register_referent(draft, owner)
        if author.department and author.department.span:
            value = author.department.value
            known = draft.called(value, "body", "organisation")
            referent = known or draft.refer(Referent(f"body:{fold(value)}", "body", value, classification=_kind_key(value), owner=owner))
            if owner and not draft.referents[referent].owner and referent != owner:
                draft.refer(Referent(referent, draft.referents[referent].kind, draft.referents[referent].name, owner=owner))
            draft.mention(author.department.span, referent)


def _parts(agency: Stated) -> Iterator[tuple[str, Span | None]]:
    """The agencies of a credit: "Reuters/Scanpix" are two."""
    for match in re.finditer(r"[^/]*[^/\s]", agency.value):
        value = match.group().strip()
        at = match.start() + match.group().index(value)
        yield value, Span(agency.span.start + at, agency.span.start + at + len(value)) if agency.span else None


def organisation_named(draft: Draft, value: str, *, as_agency: bool = False) -> str:
    """The referent of an organisation that metadata names: by register, by the article's own names, else a new one."""
    known = draft.called(value, "organisation", "body")
    if known:
        return known
    entry = _by_name().get(value.casefold())
    if entry and not (as_agency and institution_by_id()[entry].kind == "party"):  # "AP" under a picture is no party
        return register_referent(draft, entry)
    return draft.refer(Referent(f"organisation:{fold(value)}", "organisation", value, classification=_kind_key(value)))


def _organisation_by_name(draft: Draft, value: str, span: Span | None, *, as_agency: bool = False) -> None:
    referent = organisation_named(draft, value, as_agency=as_agency)
    if fold(draft.referents[referent].name) != fold(value):
        known = draft.referents[referent]
        draft.refer(Referent(referent, known.kind, known.name, (value,)))
    if span and not draft.taken(span):
        draft.mention(span, referent)


@cache
def _by_name() -> dict[str, str]:
    table: dict[str, str] = {}
    for institution in institutions():
        for name in (*institution.labels.values(), *institution.short_names, *institution.former_names, institution.website):
            if name:
                table.setdefault(name.casefold(), institution.id)
    return table


@cache
def _by_exact_name() -> dict[str, str]:
    return {n: i.id for i in institutions() for n in (*i.labels.values(), *i.short_names, *i.former_names) if len(n) > 2}


@cache
def _parties() -> dict[str, str]:
    return {name.upper(): i.id for i in institutions() if i.kind == "party" for name in i.short_names if 1 < len(name) < 5}


def _party_in_capitals(value: str) -> str | None:
    """The party whose short name minutes write in capitals: "SP", "KRF"."""
    return _parties().get(value) if value.isupper() else None


@cache
def _mail_domains() -> dict[str, str]:
    return {domain.casefold(): i.id for i in institutions() for domain in (*i.mail_domains, i.website) if domain}


def _mail_owner(address: str) -> str | None:
    return _mail_domains().get(address.rpartition("@")[2].casefold())


def _kind_key(name: str) -> str | None:
    head = head_of(name.split()[-1]) or head_of(name.split()[0])
    return head.kind if head else None
