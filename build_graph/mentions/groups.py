"""Organisations, bodies and collaborations: named ones, and those that a common noun names ("styret", "en arbeidsgruppe")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from build_graph.annotate.names import known_places
from build_graph.lexicon.tables import words
from build_graph.mentions.draft import Draft, fold
from build_graph.mentions.heads import STANDING, Head, head_of, heads
from build_graph.mentions.minutes import labels_people, of_minutes
from build_graph.mentions.persons import is_collective
from build_graph.mentions.roles import register_referent
from build_graph.model import Mention, Name, Referent, ReferentKind, Span, Stated
from ontology.lexicon import institution_by_id, institutions

ACRONYM = re.compile(r"\s*\((?P<short>[A-ZÆØÅ][\w-]{0,11})\)")


def find_named_groups(draft: Draft) -> None:
    """Adds every organisation, body and place that has a proper name, and those that the metadata names."""
    for name in draft.annotated.names:
        if name.type in {"ORG", "GPE", "LOC"} and not draft.taken(name.span):
            _named(draft, name)
    _named_by_place(draft)
    _metadata(draft)


def _named_by_place(draft: Draft) -> None:
    """Organisations that are a place and a noun: "Tysfjord kirkelige fellesråd", "Skafså sokneråd"."""
    nouns = {n for n, head in heads().items() if not head.definite and len(n) > 3 and n not in words("not_groups.csv")}
    for mention in [m for m in draft.mentions if m.kind == "place"]:
        match = re.compile(r" (?:[a-zæøå]+(?:e|sk|ig) )?([a-zæøå]+)(?![\w-])").match(draft.text, mention.span.end)
        head = head_of(match[1]) if match else None
        if match is None or head is None or head.noun not in nouns or (len(match[1]) <= 4):
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


# --- common nouns -----------------------------------------------------------------------------------------

ADMINISTRATION = frozenset({"administrasjonen", "administrasjona"})
MEETINGS = ("konferansen", "kongressen", "seminaret", "symposiet", "toppmøtet", "folkemøtet", "høringen", "høyringa")
ARTICLES = frozenset({"en", "ei", "et", "ein", "eit", "eitt", "eget", "eige", "egen", "eigen"})


def find_common_groups(draft: Draft) -> None:
    """Adds bodies and collaborations that are nouns: definite ("landsstyret"), or introduced ("en arbeidsgruppe").

    To be called when titles are known: "styreleder" is no board.
    """
    tokens = draft.tokens
    for number, token in enumerate(tokens):
        lower = token.text.lower()
        if not token.text[0].isalpha() or draft.taken(Span(token.start, token.end)):
            continue
        if lower.endswith(("samarbeidet", "samarbeid", "koalisjonen", "alliansen")):
            _collaboration(draft, number)
            continue
        if lower in ADMINISTRATION and of_minutes(draft, token.start):
            draft.mention(Span(token.start, token.end), draft.refer(Referent(f"body:{lower}", "body", lower, classification="secretariat", named=False)))
            continue
        base, genitive = (lower[:-1], 1) if lower.endswith("s") and not head_of(lower) else (lower, 0)
        head = head_of(base)
        if head is None or not head.is_body or _no_group(base) or _no_group(lower):
            continue
        if any(r.span.start <= token.start < r.span.end for r in draft.roles):
            continue
        _body(draft, number, head, Span(token.start, token.end - genitive))


def _no_group(word: str) -> bool:
    """Whether a word only looks like a body; an entry with a hyphen before it stands for every word that ends so."""
    listed = words("not_groups.csv")
    return word in listed or word.endswith(tuple(w[1:] for w in listed if w.startswith("-")))


def _body(draft: Draft, number: int, head: Head, span: Span) -> None:
    tokens, text = draft.tokens, draft.text
    truncated = re.search(r"(?:[\wæøå]+-(?:,| og)? )+(?:og )?$", text[max(0, span.start - 60) : span.start])
    if truncated:
        span = Span(span.start - len(truncated.group()), span.end)
    word = text[span.start : span.end]
    owner, phrase = _owner_after(draft, number)
    before = _owner_before(draft, number)
    if truncated and head.definite:
        referent = draft.refer(Referent(f"body:{fold(word)}", "body", word, classification=head.kind, owner=owner or before))
        draft.mention(span, referent)
        return
    specific = len(word) > len(head.noun) or "-" in word
    capital = word[:1].isupper() and not _opens(draft, number)
    named = (capital or ("-" in word and word[:1].isupper())) and (head.definite or head.kind in STANDING) or labels_people(draft, span, head)
    before_it = tokens[number - 1].text.lower() if number else ""
    renewed = head.kind == "board" and before_it in {"nytt", "følgende", "følgjande"} or word.lower() in words("introduced_bodies.csv") and before_it == "ny"  # "valgte nytt styre"
    introduced = number > 0 and tokens[number - 1].text.lower() in ARTICLES or (number > 1 and tokens[number - 2].text.lower() in ARTICLES and tokens[number - 1].text.islower())
    complement = _complement(draft, number)
    modifier = _modifier(draft, number) if not head.definite else None
    committee = complement and head.kind == "committee" and not head.definite and re.search(r"(?<!\w)(?:i|av|til)\s+$", text[max(0, span.start - 5) : span.start])
    if modifier:
        span = Span(modifier, span.end)
        word, named = text[span.start : span.end], True
    elif complement and not owner and (word[:1].isupper() or head.kind == "department" or committee):  # "møte i utval for oppvekst"
        span, named = Span(span.start, complement), True
        word = text[span.start : span.end]
    if owner is None:
        owner = before
    if not (head.definite or named or owner or modifier or renewed or (introduced and word.lower() in words("introduced_bodies.csv") and not re.match(r" av ", text[span.end :]))):
        return
    if head.kind not in STANDING and not (named or owner or modifier) and not _antecedent(draft, head, word, span.start):
        return
    if owner is None and not named and not renewed:
        earlier = _antecedent(draft, head, word, span.start)
        if earlier:
            draft.mention(span, earlier, anaphoric=True)
            return
        if word.lower() in words("weak_bodies.csv"):
            return
    name = word if named else word.lower()
    if owner:
        inside = draft.referents[owner].name
        identity = f"body:{fold(owner)}/{_stem(fold(word))}"
        label = f"{name} {phrase} {inside}" if phrase and not specific else name
        referent = draft.refer(Referent(identity, "body", label, (name,) if label != name else (), classification=head.kind, owner=owner, named=named))
    else:
        known = draft.called(word, "body") or _same_stem(draft, word)
        referent = known or draft.refer(Referent(f"body:{_stem(fold(word))}", "body", name, classification=head.kind, named=named))
        if known and fold(draft.referents[known].name) != fold(name):
            draft.refer(Referent(known, "body", draft.referents[known].name, (name,)))
    draft.mention(span, referent)


def _opens(draft: Draft, number: int) -> bool:
    return any(s.first == number for s in draft.annotated.sentences)


def _stem(name: str) -> str:
    for ending in ("ene", "et", "en", "a", "e"):
        if name.endswith(ending) and len(name) - len(ending) > 3:
            return name[: -len(ending)]
    return name


def _same_stem(draft: Draft, word: str) -> str | None:
    able = [r.id for r in draft.referents.values() if r.kind == "body" and _stem(fold(r.name)) == _stem(fold(word))]
    return able[0] if len(able) == 1 else None


def _owner_after(draft: Draft, number: int) -> tuple[str | None, str | None]:
    """The group behind a preposition: "styret i Foreningen Eksempel"."""
    tokens = draft.tokens
    if number + 2 < len(tokens) and tokens[number + 1].text.lower() in {"i", "for", "ved", "av", "til", "hos"}:
        following = tokens[number + 2].start
        for mention in draft.mentions:
            if mention.span.start == following and mention.kind in {"organisation", "body", "collaboration"}:
                return mention.referent, tokens[number + 1].text.lower()
    return None, None


def _owner_before(draft: Draft, number: int) -> str | None:
    """The group in the genitive before the noun: "Foreningens styre", "foreninga sitt styre"."""
    tokens = draft.tokens
    start = tokens[number].start
    for mention in reversed(draft.mentions):
        if mention.kind not in {"organisation", "body"} or mention.span.end > start:
            continue
        between = draft.text[mention.span.end : start]
        if re.search(r"\b(?:egne|eigne|mange|alle|to|tre|fire|lokale|ulike|forskjellige|øvrige|andre)\s+$", between):
            return None  # "partiets egne lokallag" are several
        if re.fullmatch(r"(s|['’]s?|-?)\s+([a-zæøå]+\s+)?|\s+(sin|sitt|si|sine)\s+([a-zæøå]+\s+)?", between) and between.strip():
            return mention.referent
    return None


def _complement(draft: Draft, number: int) -> int | None:
    """Where "avdeling for X og Y" or "utvalget for X" ends; None if no complement follows."""
    match = re.compile(r"\w[\w-]* for (?!øvrig)((?:(?:nytt|ny|nye|felles|bedre|betre|økt|auka) )?(?:\w+-? (?:og|,) )?[a-zæøå][\w-]+(?: og [a-zæøå][\w-]+)?)").match(draft.text, draft.tokens[number].start)
    return match.end() if match else None


def _modifier(draft: Draft, number: int) -> int | None:
    """Where a named unit with an adjective begins: "Samfunnspolitisk avdeling", "Medisinsk klinikk"."""
    if number == 0:
        return None
    before = draft.tokens[number - 1]
    same_line = "\n" not in draft.text[before.end : draft.tokens[number].start]
    if same_line and re.fullmatch(r"[A-ZÆØÅ][a-zæøå-]+(sk|ig|al|iv|ell)", before.text) and not draft.taken(Span(before.start, before.end)):
        return before.start
    return None


def _antecedent(draft: Draft, head: Head, word: str, position: int) -> str | None:
    """The body that a bare or shorter noun takes up: "gruppen" after "en arbeidsgruppe"; the latest that fits."""
    tail = _stem(word.lower())
    bodies = []
    for mention in draft.mentions:
        if mention.kind != "body" or mention.span.start >= position:
            continue
        names = [draft.referents[mention.referent].name, *draft.referents[mention.referent].aliases]
        if any(_stem(n.lower().split()[0]).endswith(tail) or _stem(n.lower().split()[-1]).endswith(tail) for n in names):
            bodies.append(mention)
    same = [m for m in bodies if _stem(fold(draft.referents[m.referent].name)) == tail]  # "styret" is no bystyre where a styre was named
    return max(same or bodies, key=lambda m: m.span.start).referent if bodies else None


PARTIES = {"top": 2, "tre": 3, "fir": 4}  # "topartssamarbeidet", "trepartssamarbeidet", "firpartssamarbeidet"


def _collaboration(draft: Draft, number: int) -> None:
    token = draft.tokens[number]
    lower = token.text.lower()
    known = [m for m in draft.mentions if m.kind == "collaboration" and m.span.start < token.start]
    span = Span(token.start, token.end)
    bare = lower in {"samarbeidet", "samarbeid", "koalisjonen", "alliansen"}
    between = re.compile(r"\w+ (?:mellom|mellan) ").match(draft.text, token.start)
    if bare and not between:
        if known and lower.endswith(("et", "en")):
            draft.mention(span, max(known, key=lambda m: m.span.start).referent, anaphoric=True)
        return
    if between:
        parties = _list_from(draft, between.end())
        if len(parties) < 2:
            return
        name = re.sub(r"\s+", " ", draft.text[token.start : parties[-1].span.end])
        same = {m.referent for m in known}
        if len(same) == 1 and bare and PARTIES.get(draft.referents[min(same)].name.lower()[:3], len(parties)) == len(parties):
            one = draft.referents[min(same)]
            draft.mention(span, draft.refer(Referent(one.id, one.kind, one.name, (name,))), anaphoric=True)
            return
        referent = draft.refer(Referent(f"collaboration:{fold(name)}", "collaboration", name, (), named=False))
        draft.mention(span, referent)
        return
    referent = draft.called(lower, "collaboration") or draft.refer(
        Referent(f"collaboration:{_stem(lower)}", "collaboration", lower, named=False))
    draft.mention(span, referent)


def _list_from(draft: Draft, position: int) -> list[Mention]:
    """Mentions of organisations that follow one another from `position`, joined by commas and "og"."""
    found = []
    by_start = {m.span.start: m for m in draft.mentions if m.kind in {"organisation", "body"}}
    while position in by_start:
        found.append(by_start[position])
        joint = re.compile(r"(?:, og|,| og| samt)\s+").match(draft.text, found[-1].span.end)
        if not joint:
            break
        position = joint.end()
    return found
