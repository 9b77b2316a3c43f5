"""The features that hold of two people (features.csv)."""

from __future__ import annotations

from collections.abc import Iterator

from build_graph.resolve.personal_names import frequency, parts, relation
from build_graph.resolve.profiles import Profile
from build_graph.resolve.scoring import Score, meanings, score

_PARTY_YEARS = 4  # a term: who changes party seldom does so within one


def compare(one: Profile, other: Profile) -> Score | None:
    """How much speaks for two profiles being one person; None where their names cannot be."""
    found = names(one, other)
    if found is None:
        return None
    return score("person", [*found, *_posts(one, other), *_time(one, other), *_others(one, other)])


def names(one: Profile, other: Profile) -> list[str] | None:
    """The best relation between names of the one and of the other, if all of them can be one person's."""
    relations = [relation(a, b) for a in sorted(one.names) for b in sorted(other.names)]
    if None in relations and not one.names & other.names:
        return None  # with a name in common, what else they are called was decided before
    order = [feature for kind, feature in meanings() if kind == "person"]
    best = min((each for each in relations if each), key=order.index)
    if best in ("family_name_only", "given_name_and_initial"):
        return [best]
    often = frequency(min(one.names | other.names, key=lambda name: (len(parts(name)), name)))
    # That few bear a name speaks for a bearer being the same, not for a like name being the same.
    return [best, often] if often == "common_name" or often and best == "same_name" else [best]


def _posts(one: Profile, other: Profile) -> Iterator[str]:
    shared = one.organisations & other.organisations
    linked = bool(one.organisations & other.surroundings or other.organisations & one.surroundings)
    if shared:
        yield "shared_organisation"
        if any(group in shared for _, group in one.posts & other.posts):
            yield "shared_post"
    elif linked:
        yield "linked_organisation"
    elif one.organisations and other.organisations:
        yield "other_organisations"
        if any(a[1] == b[1] for a in one.led for b in other.led):
            yield "two_offices_at_once"
    if one.roles & other.roles:
        yield "shared_role"
    elif one.roles and other.roles and not shared:
        yield "other_roles"


def _time(one: Profile, other: Profile) -> Iterator[str]:
    if one.years and other.years:
        apart = max(0, min(one.years) - max(other.years), min(other.years) - max(one.years))
        if apart > 40:
            yield "decades_apart"
        elif apart > 15:
            yield "years_apart"
    near = {(a, b) for a, year in one.parties for b, then in other.parties if abs(year - then) <= _PARTY_YEARS}
    if near and all(a != b for a, b in near):
        yield "other_party"


def _others(one: Profile, other: Profile) -> Iterator[str]:
    if one.companions & other.companions:
        yield "shared_companion"
    if one.genders and other.genders and not one.genders & other.genders:
        yield "other_gender"
    if one.articles & other.articles:
        yield "named_together"
