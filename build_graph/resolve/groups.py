"""Which organisations, and which bodies, of different names or owners are one: by what they are called and who has posts there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING

from build_graph.model import Extract, Membership, Relation
from build_graph.resolve.blocking import candidates, misspelling_keys
from build_graph.resolve.constraints import Constraints, Place
from build_graph.resolve.fold import fold, is_full_name
from build_graph.resolve.group_names import bokmal, relation
from build_graph.resolve.people import Doubt
from build_graph.resolve.scoring import meanings, score, thresholds

if TYPE_CHECKING:
    from build_graph.resolve.identity import Identity, Occurrence


@dataclass
class Group:
    """What the articles say of one organisation or body."""

    places: set[Place] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    owners: set[Identity] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    posts: set[tuple[str, str]] = field(default_factory=set)  # person, role


def join(
    found: Sequence[Occurrence], extracts: Sequence[Extract], identity: Mapping[Place, Identity], kind: str, constraints: Constraints
) -> tuple[dict[Identity, Identity], list[Doubt]]:
    """Which identities of a kind become which others, and the pairs that may be one.

    :param kind: organisation or body.
    """
    groups = _groups(found, extracts, identity, kind)
    order = sorted(one for one in groups if "@article:" not in one)
    limits, target, doubts = thresholds("group"), dict[str, str](), list[Doubt]()
    scored = []
    for one, other in candidates(order, lambda each: _keys(groups[each])):
        places = frozenset(groups[one].places), frozenset(groups[other].places)
        if not all(places) or constraints.forbid(*places):
            continue
        if one.startswith("register:") and other.startswith("register:"):
            continue
        if (features := _features(groups[one], groups[other])) and (value := score("group", features)).value >= limits.review:
            scored.append((-value.value, one, other, value))
    taken: set[Identity] = set()
    for negative, one, other, found_score in sorted(scored, key=lambda item: item[:3]):
        if -negative >= limits.join and not {one, other} & taken:
            kept, lost = (other, one) if other.startswith("register:") else (one, other)
            target[lost] = kept
            taken |= {one, other}
        elif not constraints.judged(frozenset(groups[one].places), frozenset(groups[other].places)):
            doubts.append(Doubt(min(groups[one].places), min(groups[other].places), found_score))
    return target, doubts


def _groups(found: Sequence[Occurrence], extracts: Sequence[Extract], identity: Mapping[Place, Identity], kind: str) -> dict[Identity, Group]:
    groups: defaultdict[Identity, Group] = defaultdict(Group)
    of: dict[Place, Group] = {}
    names: dict[Place, str] = {}
    for occurrence in found:
        referent, place = occurrence.referent, occurrence.place
        if referent.kind == "person" and is_full_name(referent.name):
            names[place] = fold(referent.name)
        if referent.kind != kind or not (referent.named or referent.register) or place not in identity:
            continue
        group = of[place] = groups[identity[place]]
        group.places.add(place)
        group.names.add(referent.name)
        group.articles.add(occurrence.article)
        if referent.classification:
            group.kinds.add(referent.classification)
        if owner := identity.get((occurrence.article, referent.owner or "")):
            group.owners.add(owner)
    for extract in extracts:
        for who, where, role in _posts(extract):
            person, place = names.get((extract.article.identifier, who)), (extract.article.identifier, where)
            if person and place in of:
                of[place].people.add(person)
                of[place].posts.add((person, role))
    return groups


def _posts(extract: Extract) -> Iterator[tuple[str, str, str]]:
    for claim in extract.claims:
        if isinstance(claim, Membership) and claim.organisation:
            yield claim.member, claim.organisation, claim.concept or (claim.role or "").lower()
        elif isinstance(claim, Relation) and claim.predicate == "leads":
            yield claim.subject, claim.object, "leads"


def _keys(group: Group) -> Iterator[str]:
    for name in sorted(group.names):
        yield f"same {bokmal(name)}"
        yield from misspelling_keys(fold(name))


def _features(one: Group, other: Group) -> list[str]:
    relations = {relation(a, b) for a, b in product(sorted(one.names), sorted(other.names))} - {None}
    order = [feature for kind, feature in meanings() if kind == "group"]
    if not relations:
        return []
    found = [min((each for each in relations if each), key=order.index)]
    if one.owners and other.owners:
        found.append("shared_owner" if one.owners & other.owners else "other_owner")
    elif one.owners or other.owners:
        found.append("owner_left_out")
    if people := one.people & other.people:
        found += ["shared_person", *(["shared_people"] if len(people) > 1 else []), *(["shared_post"] if one.posts & other.posts else [])]
    if one.kinds and other.kinds and not one.kinds & other.kinds:
        found.append("other_kind")
    if one.articles & other.articles:
        found.append("named_together")
    return found
