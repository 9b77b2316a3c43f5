"""What the articles say of one person, or of several referents taken to be one: the ground on which people are compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from build_graph.model import Authorship, Extract, Membership, Relation
from build_graph.resolve.constraints import Place
from build_graph.resolve.fold import fold, is_full_name
from ontology.lexicon import role_by_form

if TYPE_CHECKING:
    from build_graph.resolve.identity import Identity, Occurrence

_NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything that the articles say of someone; all of it sets, so that the union of two is what both together say."""

    places: frozenset[Place]
    names: frozenset[str]
    articles: frozenset[str]
    posts: frozenset[tuple[str, Identity]] = frozenset()  # role and organisation
    roles: frozenset[str] = _NOBODY
    organisations: frozenset[Identity] = _NOBODY  # where there is a post or seat; with those that a body belongs to
    led: frozenset[tuple[Identity, int]] = frozenset()  # organisation and year
    parties: frozenset[tuple[Identity, int]] = frozenset()
    surroundings: frozenset[Identity] = _NOBODY  # all organisations that the articles speak of
    companions: frozenset[str] = _NOBODY  # other people's full names
    years: frozenset[int] = frozenset()
    genders: frozenset[str] = _NOBODY

    def __or__(self, other: Profile) -> Profile:
        return Profile(*(getattr(self, f.name) | getattr(other, f.name) for f in fields(self)))

    @property
    def has_context(self) -> bool:
        """Whether anything is said that can tell namesakes apart."""
        return bool(self.organisations or self.roles)


def profiles(
    found: Sequence[Occurrence], extracts: Sequence[Extract], identity: Mapping[Place, Identity], parties: frozenset[Identity]
) -> dict[Place, Profile]:
    """The profile of each person's occurrence.

    :param identity: of all that are not people.
    :param parties: which organisations are political parties.
    """
    by_article: defaultdict[str, list[Occurrence]] = defaultdict(list)
    for occurrence in found:
        by_article[occurrence.article].append(occurrence)
    made: dict[Place, Profile] = {}
    for extract in extracts:
        made.update(_of_article(extract, by_article[extract.article.identifier], identity, parties))
    return made


def _of_article(
    extract: Extract, found: Sequence[Occurrence], identity: Mapping[Place, Identity], parties: frozenset[Identity]
) -> dict[Place, Profile]:
    article = extract.article.identifier
    people = [o for o in found if o.referent.kind == "person"]
    groups = {o.referent.id: identity[o.place] for o in found if o.referent.kind in ("organisation", "body", "collaboration") and ":" in o.referent.id and not o.referent.id.startswith("stated:")}
    years = frozenset({int(found[0].published[:4])} if found and found[0].published else set[int]())
    said = _said(extract, {**groups}, years, parties)
    names = {fold(o.referent.name) for o in people if is_full_name(o.referent.name)}
    return {
        o.place: Profile(
            frozenset({o.place}), frozenset({fold(o.referent.name)}), frozenset({article}),
            surroundings=frozenset(groups.values()), companions=frozenset(names - {fold(o.referent.name)}), years=years,
            genders=frozenset({o.referent.gender} if o.referent.gender else set()), **said.get(o.referent.id, {}),
        )
        for o in people
    }  # fmt: skip


def _said(extract: Extract, groups: Mapping[str, Identity], years: frozenset[int], parties: frozenset[Identity]) -> dict[str, dict[str, frozenset]]:  # type: ignore[type-arg]
    """Posts, roles, organisations, what is led, and parties, of each person by referent id."""
    found: defaultdict[str, defaultdict[str, set]] = defaultdict(lambda: defaultdict(set))  # type: ignore[type-arg]
    for claim in extract.claims:
        if isinstance(claim, Membership):
            of = found[claim.member]
            group = groups.get(claim.organisation or "")
            role = _role(claim)
            if group in parties and group:
                of["parties"] |= {(group, year) for year in years}
            elif group:
                of["organisations"] |= set(_with_owners(claim.organisation, extract, groups))
            if role:
                of["roles"].add(role)
                if group:
                    of["posts"].add((role, group))
        elif isinstance(claim, Relation) and claim.predicate == "leads" and claim.object in groups:
            of = found[claim.subject]
            of["organisations"] |= set(_with_owners(claim.object, extract, groups))
            of["led"] |= {(groups[claim.object], year) for year in years}
        elif isinstance(claim, Authorship):
            found[claim.person]["roles"].add("author" if claim.photo is None else "photographer")
    return {person: {part: frozenset(values) for part, values in parts.items()} for person, parts in found.items()}


def _role(claim: Membership) -> str | None:
    if claim.concept:
        return claim.concept
    known = role_by_form().get((claim.role or "").lower())
    return known.iri if known else (claim.role or "").lower() or None


def _with_owners(referent: str | None, extract: Extract, groups: Mapping[str, Identity]) -> list[Identity]:
    """The organisation or body, and those that it belongs to."""
    chain: list[str] = []
    while referent and referent in groups and referent not in chain:
        chain.append(referent)
        referent = extract.referents[referent].owner if referent in extract.referents else None
    return [groups[each] for each in chain]
