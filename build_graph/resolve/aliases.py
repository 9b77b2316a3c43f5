"""Joins organisations, and collaborations, where one is called by a short name of exactly one other.

An alias never joins two institutions of the register, and one that two claim joins neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from build_graph.resolve.fold import fold
from ontology.lexicon import kinds

if TYPE_CHECKING:
    from build_graph.resolve.identity import Identity, Occurrence, Place
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
