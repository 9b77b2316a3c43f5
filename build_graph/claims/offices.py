"""Where an office is held that a sentence leaves unsaid: "Nestleder blir Kari Testdatter" in an article about one association's election.

Only for offices of an organisation (leader, deputy, secretary), never for professions, and only where the article leaves one reading:
every other office in it is of the same organisation, or the nearest one said before in the same paragraph is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from build_graph.claims.roles import led
from build_graph.lexicon.tables import rows, words
from build_graph.model import Claim, Evidence, Membership, Mentioned, Relation
from ontology.lexicon import institution_by_id, roles

CONFIDENCE = 0.75
TOP = 500  # characters from the top in which an article says whose meeting it reports
GOVERNING = frozenset({"governingBody", "assembly", "board", "council"})
NO_OFFICES = frozenset({"party", "media", "government", "parliament", "ministry", "international", "military", "municipality", "county"})
"""Kinds whose offices have titles of their own, or that an article names for other reasons than who leads them."""
OWNED = frozenset({"governingBody", "board"})


@cache
def _leading() -> frozenset[str]:
    return frozenset(role.iri for role in roles() if role.is_leading)


@cache
def _elsewhere() -> frozenset[str]:
    """Roles that belong to one organisation by their own meaning, as a minister's does: never filled in from the article."""
    return frozenset(role.iri for role in roles() if role.implies_organisation)


def place_offices(doc: Mentioned, claims: list[Claim]) -> list[Claim]:
    """The claims, with the organisation of an office filled in where the article leaves no other reading."""
    said = sorted(_said(doc, claims))
    stated, held = _stated(claims), _held(claims)
    placed = [each for claim in claims for each in _place(doc, claim, said, stated, held)]
    rivals = _rivals(placed)
    lost = {(each.member, each.organisation) for each in placed if isinstance(each, Membership) and _key(each) in rivals}
    return [
        _unplaced(each) if _key(each) in rivals else each
        for each in placed
        if not (isinstance(each, Relation) and each.evidence[0].rule == "office-in-context" and (each.subject, each.object) in lost)
    ]


def _key(claim: Claim) -> tuple[str, str] | None:
    in_context = isinstance(claim, Membership) and claim.evidence[0].rule == "office-in-context" and claim.status == "current"
    return (claim.role or "", claim.organisation or "") if isinstance(claim, Membership) and in_context else None


def _rivals(claims: list[Claim]) -> set[tuple[str, str]]:
    """Offices that several people would hold at once by the same reading: three party leaders are not all of one party."""
    holders: dict[tuple[str, str], set[str]] = {}
    for claim in claims:
        if isinstance(claim, Membership) and claim.concept in _leading() and claim.status == "current" and claim.role and claim.organisation:
            holders.setdefault((claim.role, claim.organisation), set()).add(claim.member)
    return {office for office, people in holders.items() if len(people) > 1}


def _unplaced(claim: Claim) -> Claim:
    return replace(claim, organisation=None) if isinstance(claim, Membership) else claim


def _said(doc: Mentioned, claims: list[Claim]) -> Iterator[tuple[int, str]]:
    """Where which organisation's office is spoken of."""
    for claim in claims:
        group = claim.object if isinstance(claim, Relation) and claim.predicate == "leads" else None
        if isinstance(claim, Membership) and claim.organisation and _is_office(claim):
            group = claim.organisation
        if group and doc.referents[group].kind in {"organisation", "body"}:
            referent = doc.referents[group]
            if referent.kind == "body" and referent.classification in OWNED and referent.owner:
                group = referent.owner
            if doc.referents[group].kind == "organisation" and doc.referents[group].classification not in NO_OFFICES:
                yield from ((e.span.start, group) for e in claim.evidence)


def _stated(claims: list[Claim]) -> dict[str, set[str]]:
    """The organisations and bodies where the article itself says that an office is held."""
    stated: dict[str, set[str]] = {}
    for claim in claims:
        if isinstance(claim, Membership) and claim.role and claim.organisation and not claim.organisation.startswith("place:"):
            stated.setdefault(claim.role, set()).add(claim.organisation)
    return stated


def _held(claims: list[Claim]) -> dict[str, set[str]]:
    """Where each person has a role by the article's own words."""
    held: dict[str, set[str]] = {}
    for claim in claims:
        if isinstance(claim, Membership) and claim.role and claim.organisation:
            held.setdefault(claim.member, set()).add(claim.organisation)
    return held


def _is_office(claim: Membership) -> bool:
    return claim.concept not in _elsewhere() and _kinds(claim.role or "") is not None


@cache
def _offices() -> dict[str, frozenset[str]]:
    """Offices, each with the kinds of organisations that have it; an empty set for any."""
    return {row["role"]: frozenset(row["kinds"].split()) for row in rows("offices.csv")}


def _kinds(role: str) -> frozenset[str] | None:
    """The kinds of organisations that have an office, an empty set for any; None for what is no office. "-sjef" stands for all that end so."""
    listed = _offices().get(role)
    return listed if listed is not None else next((kinds for name, kinds in _offices().items() if name.startswith("-") and role.endswith(name[1:])), None)


def _has(doc: Mentioned, group: str, role: str) -> bool:
    kinds = _kinds(role)
    classification = doc.referents[group].classification
    return classification in kinds if kinds else classification not in {*NO_OFFICES, None}


def _place(doc: Mentioned, claim: Claim, said: list[tuple[int, str]], stated: dict[str, set[str]], held: dict[str, set[str]]) -> Iterator[Claim]:
    if not isinstance(claim, Membership) or not claim.role or claim.organisation or not _is_office(claim):
        yield claim
        return
    first = claim.evidence[0]
    committee = _committee_before(doc, first) if claim.role in {"leder", "nestleder"} else None
    if committee:
        evidence = tuple(replace(e, rule="office-in-committee", confidence=min(e.confidence, 0.85)) for e in claim.evidence)
        yield replace(claim, organisation=committee, evidence=evidence)
        if claim.concept in _leading():
            yield Relation("leads", claim.member, committee, evidence)
        return
    if _elsewhere_said(doc, first, claim.role):
        yield claim
        return
    group = _only_party(doc) if claim.role in {"partileder", "partiformann"} else _reading(doc, first, said, claim.role, stated.get(claim.role, set()), held.get(claim.member, set())) if first.rule in words("office_rules.csv") else None
    if group is None:
        yield claim
        return
    evidence = tuple(replace(e, rule="office-in-context", confidence=min(e.confidence, CONFIDENCE)) for e in claim.evidence)
    yield replace(claim, organisation=group, evidence=evidence)
    if claim.concept in _leading():
        yield Relation("leads", claim.member, led(doc, claim.concept, group), evidence)


def _elsewhere_said(doc: Mentioned, evidence: Evidence, label: str) -> bool:
    """Whether the words themselves say where, though of something that was not recognised: "direktør i Prøve-rederiet, Kari Testdatter"."""
    words_said = doc.annotated.article.text[evidence.span.start : evidence.span.end + 40]
    role = next((r for r in doc.roles if evidence.span.start <= r.span.start < evidence.span.end and r.label == label), None)
    behind = words_said[role.span.end - evidence.span.start :] if role else ""
    after = doc.annotated.article.text[evidence.span.end : evidence.span.end + 40]
    return bool(re.match(r" (?:i|ved|hos) [A-ZÆØÅ][\w-]+", behind) or re.match(r" i [A-ZÆØÅ][\w-]+", after))


def _electing(doc: Mentioned, evidence: Evidence) -> str | None:
    """The organisation whose body elects or appoints in the sentence: "Landsmøtet i Foreningen valgte Kari Testdatter til leder"."""
    sentence = next((s.span for s in doc.annotated.sentences if s.span.start <= evidence.span.start < s.span.end), None)
    if sentence is None or evidence.rule not in {"elect", "elect-again", "elect-and", "elected", "elected-again"}:
        return None
    for mention in doc.mentions:
        if mention.kind == "body" and sentence.start <= mention.span.start < evidence.span.end:
            owner = _owner(doc, mention.referent)
            if owner:
                return owner
    return None


def _beside(doc: Mentioned, evidence: Evidence, role: str, own: set[str]) -> str | None:
    """The only organisation of its paragraph, if it was named before the office."""
    block = next((b.span for b in doc.annotated.article.blocks if b.span.start <= evidence.span.start < b.span.end), None)
    if block is None:
        return None
    named = [m for m in doc.mentions if m.kind == "organisation" and block.start <= m.span.start < block.end]
    able = {m.referent for m in named}
    if len(able) != 1 or able <= own or named[0].span.start > evidence.span.start:
        return None
    group = able.pop()
    return group if _has(doc, group, role) else None


def _just_before(doc: Mentioned, evidence: Evidence, role: str, own: set[str]) -> str | None:
    """The organisation with such an office that the sentence, or the one before it in the paragraph, has named last."""
    sentences = [s for s in doc.annotated.sentences if s.span.start <= evidence.span.start]
    if not sentences:
        return None
    start = sentences[-2].span.start if len(sentences) > 1 and sentences[-2].block == sentences[-1].block else sentences[-1].span.start
    named = [m for m in doc.mentions if m.kind == "organisation" and start <= m.span.start < evidence.span.start and _has(doc, m.referent, role)]
    able = {m.referent for m in named}
    return max(named, key=lambda m: m.span).referent if len(able) == 1 and not able <= own else None


def _host(doc: Mentioned, role: str) -> str | None:
    """The organisation whose congress, board or council the top of the article speaks of: its offices are what it goes on about."""
    bodies = [m for m in doc.mentions if m.span.start < TOP and (m.kind == "body" and doc.referents[m.referent].classification in GOVERNING or m.kind == "meeting")]
    owners = {_owner(doc, doc.referents[m.referent].owner or "") if m.kind == "meeting" else _owner(doc, m.referent) for m in bodies}
    owners = {o for o in owners if o and _has(doc, o, role)}
    return owners.pop() if len(owners) == 1 else None


def _owner(doc: Mentioned, body: str) -> str | None:
    referent = doc.referents.get(body)
    if referent is None or referent.kind == "organisation":
        return referent.id if referent else None
    if referent.owner:
        return referent.owner if doc.referents[referent.owner].kind == "organisation" else _owner(doc, referent.owner)
    parents = institution_by_id()[referent.register].parents if referent.register else ()
    return next((r.id for r in doc.referents.values() if r.register and r.register in parents and r.kind == "organisation"), None)


def _committee_before(doc: Mentioned, evidence: Evidence) -> str | None:
    """The committee that "Kari Testdatter er leder" goes on about: the group spoken of last, in the same paragraph."""
    if evidence.rule not in {"is", "was", "title-becomes-name", "new-title-is-name", "becomes", "is-subject", "elected"}:
        return None
    groups = [m for m in doc.mentions if m.kind in {"organisation", "body"} and m.span.end <= evidence.span.start]
    last = max(groups, key=lambda m: m.span.end, default=None)
    if last is None or last.kind != "body" or "\n\n" in doc.annotated.article.text[last.span.end : evidence.span.start]:
        return None
    return last.referent if doc.referents[last.referent].classification in {"committee", "commission", "workingGroup", "panel", "council"} else None


def _reading(doc: Mentioned, evidence: Evidence, said: list[tuple[int, str]], role: str, stated: set[str], own: set[str]) -> str | None:
    """The organisation that an office is held in, by the surest sign that the article gives.

    :param said: where in the text which organisation's offices are spoken of.
    :param stated: where the article says that this very office is held.
    :param own: where the article says that the holder has another role: of "Kari Testdatter, lege ved Sykehuset, blir sjef" it is not there.
    """
    subject = _subject_of_article(doc, role)
    if len(stated) == 1 and stated <= {subject or _most_named(doc, role)}:  # who went before a "generalsekretær i Foreningen" was that too
        return next(iter(stated))
    electing = _electing(doc, evidence)
    beside = None if electing or subject and subject not in own else _beside(doc, evidence, role, own)
    if electing or beside:
        return electing or beside
    if subject and subject not in own:
        return subject
    near, host = _just_before(doc, evidence, role, own), _host(doc, role)
    if near or host:
        return near or host
    able = {group for _, group in said if _has(doc, group, role)}
    if len(able) == 1:
        return able.pop()
    if not able:
        return subject or _most_named(doc, role)
    text = doc.annotated.article.text
    before = [(start, group) for start, group in said if start <= evidence.span.start and group in able]
    if before and "\n\n" not in text[before[-1][0] : evidence.span.start].strip():
        return before[-1][1]
    return next((g for g in (subject, _most_named(doc, role)) if g in able), None)


def _most_named(doc: Mentioned, role: str) -> str | None:
    """The organisation with such an office that the article names most, at least twice and more than any other."""
    counts = Counter(m.referent for m in doc.mentions if m.kind == "organisation" and _has(doc, m.referent, role)).most_common(2)
    return counts[0][0] if counts and counts[0][1] > 1 and (len(counts) == 1 or counts[0][1] > counts[1][1]) else None


def _only_party(doc: Mentioned) -> str | None:
    """The party of a party leader, where the article names just one."""
    able = {m.referent for m in doc.mentions if doc.referents[m.referent].classification == "party"}
    return able.pop() if len(able) == 1 else None


def _subject_of_article(doc: Mentioned, role: str) -> str | None:
    """The only organisation that headline and lead name, where it is one that has offices."""
    blocks = [b.span for b in doc.annotated.article.blocks if b.kind in {"title", "lead"}]
    named = {m.referent for m in doc.mentions if m.kind == "organisation" and any(b.start <= m.span.start < b.end for b in blocks)}
    able = {r for r in named if _has(doc, r, role)}
    return able.pop() if len(able) == 1 else None
