"""Who held an office before or after whom: "Kari Testdatter overtar etter Ola Prøve" tells Ola's office when Kari's is known."""

from __future__ import annotations

from collections.abc import Iterator

from build_graph.claims.patterns import Found, matches, patterns, render
from build_graph.claims.roles import denied
from build_graph.model import Claim, Evidence, Membership, Mentioned, Relation
from ontology.lexicon import roles

FILE = "succession_patterns.csv"


def succession_claims(doc: Mentioned, claims: list[Claim]) -> list[Claim]:
    """The offices of predecessors, from what the article says of their successors' offices.

    :param claims: what is known so far; only an office that is stated with its organisation is passed on.
    """
    leading = {role.iri for role in roles() if role.is_leading}
    return [
        claim
        for sentence in doc.annotated.sentences
        for found in matches(render(doc, sentence.span), patterns(FILE))
        if not denied(found)
        for claim in _passed_on(doc, found, claims, leading)
    ]


def _passed_on(doc: Mentioned, found: Found, claims: list[Claim], leading: set[str]) -> Iterator[Claim]:
    successor, predecessor = found.one("person") or _subject(doc, found), found.one("person2")
    if successor is None or predecessor is None or successor == predecessor:
        return
    office = _office(successor, claims, leading)
    if office is None or any(isinstance(c, Membership) and c.member == predecessor and c.role == office.role for c in claims):
        return
    evidence = (Evidence(found.span, found.rule, found.confidence),)
    # whoever is about to be followed still holds the office; whoever was followed does not
    status = "outgoing" if office.status == "incoming" and found.states != "past" else "former"
    yield Membership(predecessor, office.organisation, office.role, office.concept, status, evidence)
    if office.concept in leading and office.organisation:
        yield Relation("leads", predecessor, office.organisation, evidence)


def _office(person: str, claims: list[Claim], leading: set[str]) -> Membership | None:
    """The office of a person that a successor would take over: one that leads, rather one to come than one held."""
    able = [c for c in claims if isinstance(c, Membership) and c.member == person and c.organisation and c.concept in leading
            and c.status in {"incoming", "current", "acting"}]
    return min(able, key=lambda c: (c.status != "incoming", c.evidence[0].span.start), default=None)


def _subject(doc: Mentioned, found: Found) -> str | None:
    before = [m for m in doc.mentions if m.kind == "person" and m.span.end <= found.span.start]
    return max(before, key=lambda m: m.span.end).referent if before else None
