"""Who holds which role where, who leads and who sits in what: patterns over each sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from build_graph.claims.patterns import Found, Line, matches, patterns, render
from build_graph.claims.respectively import pairs
from build_graph.lexicon.tables import words
from build_graph.mentions.frames import NEGATIONS
from build_graph.model import Claim, Evidence, Membership, Mention, Mentioned, Relation, RoleMention
from ontology.lexicon import Role, roles

FILE = "role_patterns.csv"


@cache
def _concepts() -> dict[str, Role]:
    return {role.iri: role for role in roles()}


@cache
def member_concept() -> tuple[str, str]:
    """Label and IRI of plain membership, "medlem"."""
    role = next(r for r in roles() if r.labels.get("nb") == "medlem")
    return role.labels["nb"], role.iri


DENIED = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(NEGATIONS))})(?!\w)")
NO_LONGER = re.compile(r"(?<!\w)(?:ikke|ikkje) (?:lenger|lengre)(?!\w)")
CONDITION = re.compile(r"(?<!\w)(?:dersom|hvis|viss|ifall) $", re.IGNORECASE)
MEETING_OF = re.compile(r"⟨M\d+⟩ (?:i|for|til) $")
CHAIN = re.compile(r"(?<!⟩ )⟨P\d+⟩(?: \([^()]*\))?, $")  # "Kari Testdatter, leder, Ola Prøve": the title is hers; but "biskop Kari Testdatter, prost Ola Prøve"
A_LEADER = re.compile(r"\b(?:en|ein) (?:\w+ )?(?:leder|leiar)\b")


def role_claims(doc: Mentioned) -> list[Claim]:
    """Roles, leadership, membership and affiliation stated in running text."""
    claims: list[Claim] = []
    for sentence in doc.annotated.sentences:
        line = render(doc, sentence.span)
        if "⟨P" in line.text:
            paired = list(pairs(line))
            for pair in paired:
                claims += hold(doc, pair.person.referent, pair.role, pair.place, pair.status, Evidence(pair.span, "respectively", 0.93))
            for found in matches(line, patterns(FILE)):
                if any(m is pair.role for pair in paired for mentions in found.slots.values() for m in mentions):
                    continue
                if not denied(found):
                    claims += _claims(doc, found)
                elif found.states.startswith("role") and NO_LONGER.search(line.text, found.start, found.end):
                    claims += _claims(doc, replace(found, states="role:former"))
    return claims


def denied(found: Found) -> bool:
    """Whether the words that a pattern found are negated, the condition of something else, or another's."""
    before = found.line.text[: found.start]
    of_meeting = found.rule == "led-by" and MEETING_OF.search(before)  # "Møtet i styret ble ledet av …"
    chained = found.rule in {"title-comma-name", "title-two-name"} and CHAIN.search(before)
    return bool(DENIED.search(found.line.text, found.start, found.end) or CONDITION.search(before) or of_meeting or chained)


def _claims(doc: Mentioned, found: Found) -> Iterator[Claim]:
    states, _, rest = found.states.partition("@")
    kind, _, status = states.partition(":")
    people = [m.referent for m in (*found.all("persons"), *found.all("person"))]
    if rest == "subject":
        subject = _subject(found.line, found.start)
        people = [subject] if subject else []
    evidence = Evidence(found.span, found.rule, found.confidence)
    group = found.one("group") or (_body_before(doc, found.span.start, int(kind in {"member-listed", "members-are"})) if rest == "group" else None)
    title = found.role()
    if kind == "role-local" and title and title.label not in words("local_titles.csv"):
        return
    if kind in {"role", "role-local"}:
        yield from _several(doc, people, found, status, evidence)
        for number in ("", "2"):
            role = found.role(f"role{number}")
            if role is None:
                continue
            where = found.one(f"group{number}") or found.one(f"place{number}")
            if role.plural and len(people) < 2:
                continue
            if role.label == "leder" and where is None and A_LEADER.search(doc.annotated.article.text[slice(*found.span)]):
                continue  # "er en trygg leder" praises, and names no office
            for person in people if role.plural else _nearest(found, people, role):
                yield from hold(doc, person, role, where, status, evidence)
    elif kind == "leads-organisation" and group:
        if doc.referents[group].kind == "organisation":
            leader = next(r for r in roles() if r.labels["nb"] == "leder")
            yield Membership(people[0], group, leader.labels["nb"], leader.iri, "current", (evidence,))
    elif kind == "leads" and group or kind == "leads-government" and group and doc.referents[group].classification in {"government", "ministry"}:
        for person in people:
            yield Relation("leads", person, group, (evidence,))
    elif kind == "member-listed" and group or kind in {"among-members", "members-are"} and group and _is_member(found):
        label, concept = member_concept()
        for person in people:
            yield Membership(person, group, label, concept, status or "current", (evidence,))
    elif kind in {"member", "affiliation", "member-of-party", "member-or-affiliation"} and group:
        party = doc.referents[group].classification == "party"
        if kind == "member-of-party" and not party:
            return
        if kind == "member-or-affiliation":
            if doc.referents[group].kind != "organisation":
                return
            kind = "member" if party else "affiliation"
        if kind == "affiliation":
            yield from (Membership(person, group, None, None, None, (evidence,)) for person in people)
            return
        label, concept = member_concept()
        for person in people:
            yield Membership(person, group, label, concept, status or "current", (evidence,))


def _is_member(found: Found) -> bool:
    role = found.role()
    return role is not None and role.membership and role.plural


def _nearest(found: Found, people: list[str], role: RoleMention) -> list[str]:
    """Of several people in a row the one beside a title in the singular: the first after it, the last before it."""
    placed = [*found.all("persons"), *found.all("person")]
    before = bool(placed) and placed[-1].span.end <= role.span.start
    return people[-1:] if before else people[:1]


def _body_before(doc: Mentioned, position: int, breaks: int) -> str | None:
    """The body spoken of last before a place, no more than so many paragraphs up: what "det" is in "Kari Testdatter leder det"."""
    text = doc.annotated.article.text
    bodies = [m for m in doc.mentions if m.kind == "body" and m.span.end <= position]
    if not bodies:
        return None
    last = max(bodies, key=lambda m: m.span.end)
    return last.referent if text[last.span.end : position].count("\n\n") <= breaks else None


def _several(doc: Mentioned, people: list[str], found: Found, status: str, evidence: Evidence) -> Iterator[Claim]:
    """Titles in a row: the place named behind them is the last one's; the words of status before the first hold for all."""
    titles = [r for r in found.slots.get("roles", ()) if isinstance(r, RoleMention)]
    for title in titles:
        where = (found.one("group") or found.one("place")) if title is titles[-1] else None
        if title.plural and len(people) < 2:
            continue
        if title.label == "leder" and where is None and A_LEADER.search(doc.annotated.article.text[slice(*found.span)]):
            continue
        inherited = titles[0].status if titles[0].status == "former" else status
        for person in people if title.plural else _nearest(found, people, title):
            yield from hold(doc, person, title, where, inherited, evidence)


def _subject(line: Line, position: int) -> str | None:
    """The person named last before a place in the line."""
    before = [sign for n, sign in line.signs.items() if isinstance(sign, Mention) and sign.kind == "person" and -1 < line.text.find(f"⟨P{n}⟩") < position]
    return before[-1].referent if before else None


def hold(doc: Mentioned, person: str, role: RoleMention, group: str | None, status: str, evidence: Evidence) -> Iterator[Claim]:
    """The claims that follow from a title: the membership, and that its holder leads where the title means that.

    :param group: where the sentence says the role is held; the title itself may name another organisation.
    :param status: what the pattern tells; the title's own words of status go before it.
    """
    named = role.organisation
    if group and doc.referents[group].classification == "media" and not role.label.endswith(tuple(words("media_titles.csv"))):
        group = None
    if group and doc.referents[group].classification == "party" and _of_party(doc, evidence):
        # "stortingsrepresentant Kari Testdatter (Eksempelpartiet)": of the party, not its representative
        label, concept = member_concept()
        yield Membership(person, group, label, concept, status or "current", (evidence,))
        group = None
    if named and role.label.endswith("politiker") and doc.referents[named].classification == "party":  # "Ap-politiker"
        label, concept = member_concept()
        yield Membership(person, named, label, concept, "current", (evidence,))
        return
    if group and named and evidence.rule == "title-name-bracket":  # "sametingsråd Kari Testdatter (EKS)": EKS is her list
        yield Membership(person, group, None, None, None, (evidence,))
        group = None
    if group and named and role.membership:  # "SV-medlem i utvalget"
        label, concept = member_concept()
        yield Membership(person, named, label, concept, "current", (evidence,))
        named = None
    where = group or named or _hinted(doc, role) or _named_body(doc, role) or _ministry(doc, role)
    state = role.status if role.status != "current" else status or "current"
    if role.label in words("candidacies.csv") and state == "current":
        state = "candidate"
    yield Membership(person, where, role.label, role.concept, state, (evidence,))
    if role.leading and where and doc.referents[where].kind != "place":
        yield Relation("leads", person, led(doc, role.concept, where), (evidence,))


def _of_party(doc: Mentioned, evidence: Evidence) -> bool:
    """Whether the words name the holder's party rather than where the role is held: "ordfører Kari Testdatter (Eks)", "… fra Eks"."""
    text = doc.annotated.article.text[slice(*evidence.span)]
    return evidence.rule == "title-name-bracket" or (evidence.rule == "title-name-group" and bool(re.search(r" (?:fra|frå) ", text)))


def led(doc: Mentioned, concept_iri: str | None, where: str) -> str:
    """What the holder of a role at an organisation leads: a chair its board, where the article speaks of one, else the organisation."""
    concept = _concepts().get(concept_iri or "")
    if concept and concept.body_hint:
        boards = [r for r in doc.referents.values() if r.kind == "body" and r.classification in {"board", "governingBody"}]
        own = [r.id for r in boards if r.owner == where] or [r.id for r in boards if r.owner is None and len(boards) == 1]
        if len(own) == 1:
            return own[0]
    return where


def _named_body(doc: Mentioned, role: RoleMention) -> str | None:
    """The body that the first part of a title names: utvalgsmedlem, utvalgsleder → the only utvalg of the article."""
    part = re.sub(r"(?:nest)?(?:medlem|leder|leiar|formann)$", "", role.label).rstrip("s")
    if part == role.label or len(part) < 4 or part in {"styre", "nest", "vara"}:
        return None
    ends = re.compile(rf"{re.escape(part)}(?:et|en|a|i|ene|ane)?(?= |$)")  # forbundsleder does not lead the forbundsstyre
    member = role.label.endswith("medlem")
    able = [r.id for r in doc.referents.values() if r.kind == "body" and any(part in n.lower() if member else ends.search(n.lower()) for n in (r.name, *r.aliases))]
    return able[0] if len(able) == 1 else None


def _ministry(doc: Mentioned, role: RoleMention) -> str | None:
    """The ministry that a minister's title names, where the article speaks of it: arbeidsminister → Arbeidsdepartementet."""
    if not role.label.endswith("minister") or role.label in {"minister", "statsminister"}:
        return None
    field = role.label.removesuffix("minister").lower()
    able = [r.id for r in doc.referents.values() if r.classification == "ministry" and any(n.lower().startswith(f"{field}departement") for n in (r.name, *r.aliases))]
    return able[0] if len(able) == 1 else None


def _hinted(doc: Mentioned, role: RoleMention) -> str | None:
    """The body that a title names: sentralstyremedlem → the article's sentralstyret."""
    concept = _concepts().get(role.concept or "")
    if concept is None or concept.body_hint in {None, "styret"}:  # "styret" may be anyone's
        return None
    able = [r.id for r in doc.referents.values() if r.kind == "body" and concept.body_hint in {n.lower() for n in (r.name, *r.aliases)}]
    return able[0] if len(able) == 1 else None


def settle(claims: list[Claim]) -> list[Claim]:
    """What stands when several patterns read one title: the reading that tells more.

    A role without organisation gives way to the same role with one, "current" to a status that the text states; that someone is from
    an organisation to the role that they hold there.
    """
    held: dict[tuple[str, str | None], list[Membership]] = defaultdict(list)
    others: list[Claim] = []
    for claim in claims:
        if isinstance(claim, Membership) and claim.role:
            held[claim.member, claim.concept or claim.role].append(claim)
        else:
            others.append(claim)
    for memberships in held.values():
        placed = [m for m in memberships if m.organisation]
        for membership in memberships:
            if membership.organisation is None and placed:
                continue
            if _in_place(membership) and any(not _in_place(m) and _overlap(m, membership) for m in placed):
                continue  # "Senterpartiets førstekandidat i Prøveby": of the party, in the town
            stated = [m for m in memberships if m.organisation == membership.organisation and m.status not in {"current", None}]
            if membership.status == "current" and stated and any(_overlap(m, membership) for m in stated):
                continue
            others.append(membership)
    roles_at = {(m.member, m.organisation) for memberships in held.values() for m in memberships}
    return [c for c in others if not (isinstance(c, Membership) and c.role is None and (c.member, c.organisation) in roles_at)]


def _in_place(membership: Membership) -> bool:
    return bool(membership.organisation and membership.organisation.startswith("place:"))


def _overlap(a: Membership, b: Membership) -> bool:
    return any(x.span.overlaps(y.span) for x in a.evidence for y in b.evidence)
