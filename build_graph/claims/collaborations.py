"""Collaborations and their parties."""

from __future__ import annotations

from collections.abc import Iterator

from build_graph.claims.patterns import Found, matches_by_sentence
from build_graph.mentions.clauses import NEGATED
from build_graph.model import Claim, Evidence, Membership, Mention, Mentioned

PART = "part"
PARTY_ROLE = "https://w3id.org/aktorkart/role/part"
MEMBER = "medlem"
MEMBER_ROLE = "https://w3id.org/aktorkart/role/medlem"
MEMBERS = frozenset({"organisation", "body"})


def collaboration_claims(doc: Mentioned) -> list[Claim]:
    """Who the parties of each collaboration are: memberships of organisations with the role of a party."""
    claims: list[Claim] = []
    for _, line, found in matches_by_sentence(doc, "collaboration_patterns.csv"):
        if not NEGATED.search(line.text, found.start, found.end):
            claims += _parties(doc, found)
    return claims


def _parties(doc: Mentioned, found: Found) -> Iterator[Membership]:
    if found.states == "member":
        yield from _member(doc, found)
        return
    collaboration = _collaboration(doc, found)
    members = [m for slot, mentions in sorted(found.slots.items()) if slot.startswith("groups") or slot in {"group2", "group3"}
               for m in mentions if isinstance(m, Mention) and m.kind in MEMBERS]
    if collaboration is None or len({m.referent for m in members}) < 2 and found.states != "one party":
        return
    for member in members:
        yield Membership(member.referent, collaboration, PART, PARTY_ROLE, "current", (Evidence(found.span, found.rule, found.confidence),))


def _member(doc: Mentioned, found: Found) -> Iterator[Membership]:
    """An organisation that belongs to another is a member there; one that belongs to a collaboration is a party."""
    group, title = found.one("group"), found.role()
    if title and title.label != MEMBER:
        return
    party = group is not None and doc.referents[group].kind == "collaboration"
    role, concept = (PART, PARTY_ROLE) if party else (MEMBER, MEMBER_ROLE)
    for member in found.all("groups2") if group else ():
        if doc.referents[member.referent].kind == "organisation" and member.referent != group and doc.referents[group or ""].kind != "body":
            yield Membership(member.referent, group, role, concept, "current", (Evidence(found.span, found.rule, found.confidence),))


def _collaboration(doc: Mentioned, found: Found) -> str | None:
    """The collaboration in the slot {group}, or where the pattern has none, the only one that the article speaks of."""
    stated = next((m for m in found.all("group")), None)
    if stated is not None:
        return stated.referent if stated.kind == "collaboration" else None
    known = {m.referent for m in doc.mentions if m.kind == "collaboration"}
    return known.pop() if len(known) == 1 else None
