"""Joins organisations, and collaborations, where one is called by a short name of exactly one other.

An alias never joins two institutions of the register, and one that two claim joins neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from build_graph.resolve.fold import fold, stem
from build_graph.resolve.group_names import bokmal
from ontology.lexicon import kinds

if TYPE_CHECKING:
    from build_graph.resolve.constraints import Place
    from build_graph.resolve.identity import Identity, Occurrence
    from ontology.lexicon import Institution

_KINDS = ("organisation", "collaboration")


def join(
    found: Sequence[Occurrence], identity: Mapping[Place, Identity], institutions: Mapping[str, Institution]
) -> dict[Place, Identity]:
    """The identities after those have been joined whose name is an alias of one other."""
    claims = _claims(found, identity, institutions)
    existing = set(identity.values())
    target: dict[Identity, Identity] = {}
    for name, owners in sorted(claims.items()):
        for kind in _KINDS:
            called = f"{kind}:{name}"
            others = owners - {called}
            if called in existing and len(others) == 1:
                target[called] = next(iter(others))
    target.update(_other_language(existing - set(target), institutions))
    target.update(_short_forms(existing - set(target), institutions))
    return {place: _follow(own, target) for place, own in identity.items()}


def _claims(
    found: Sequence[Occurrence], identity: Mapping[Place, Identity], institutions: Mapping[str, Institution]
) -> dict[str, set[Identity]]:
    """For each folded alias, the identities that bear it as a short name."""
    claims: defaultdict[str, set[Identity]] = defaultdict(set)
    for occurrence in found:
        referent = occurrence.referent
        if referent.kind in _KINDS and (referent.named or referent.register):
            for alias in referent.aliases:
                if is_proper(alias):
                    claims[fold(alias)].add(identity[occurrence.place])
    for key, institution in institutions.items():
        for name in (*institution.labels.values(), *institution.short_names, *institution.former_names):
            if name not in institution.everyday_names:
                claims[fold(name)].add(f"register:{key}")
    return claims


def _other_language(existing: Set[Identity], institutions: Mapping[str, Institution]) -> dict[Identity, Identity]:
    """Organisations that bear a name of exactly one institution in the other written standard: "Legeforeininga"."""
    owners: defaultdict[str, set[Identity]] = defaultdict(set)
    for key, institution in institutions.items():
        if institution.type == "organisation":
            for name in institution.names:
                owners[bokmal(name)].add(f"register:{key}")
    target = {}
    for one in existing:
        kind, _, name = one.partition(":")
        held = owners.get(bokmal(name), set()) if kind == "organisation" and "@article:" not in one else set()
        if len(held) == 1:
            target[one] = next(iter(held))
    return target


def _short_forms(existing: Set[Identity], institutions: Mapping[str, Institution]) -> dict[Identity, Identity]:
    """Definite short forms of exactly one organisation's name: Norsk Prøveforbund is Prøveforbundet."""
    owners: defaultdict[str, set[Identity]] = defaultdict(set)
    named = [(one, one.partition(":")[2]) for one in existing if one.startswith("organisation:")]
    named += [(f"register:{key}", fold(name)) for key, each in institutions.items() if each.type == "organisation" for name in each.names]
    for one, name in named:
        head, _, last = name.rpartition(" ")
        if head in _national_words():
            owners[stem(last)].add(one)
    return {
        one: next(iter(owners[stem(name)]))
        for one, name in named
        if one in existing and " " not in name and stem(name) != name and len(owners.get(stem(name), ())) == 1 and is_proper(name.capitalize())
    }


@cache
def _national_words() -> frozenset[str]:
    text = files(__package__).joinpath("national_words.csv").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines()[2:])


def is_proper(alias: str) -> bool:
    """Whether an alias is a name ("Prøveforeningen", "PF"), not a common noun ("foreningen", "Styret")."""
    return any(character.isupper() for character in alias) and alias.lower() not in _common_nouns()


@cache
def _common_nouns() -> frozenset[str]:
    return frozenset(noun for kind in kinds() for noun in kind.head_nouns)


def _follow(identity: Identity, target: Mapping[Identity, Identity]) -> Identity:
    """The end of a chain of aliases; of a ring, its first member in sort order."""
    seen = [identity]
    while seen[-1] in target:
        following = target[seen[-1]]
        if following in seen:
            return min(seen[seen.index(following) :])
        seen.append(following)
    return seen[-1]
