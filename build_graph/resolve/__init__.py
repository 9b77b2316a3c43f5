"""Which referents of which articles are one entity: by name, alias, register and context.

Conservative: what is uncertain stays apart. The result depends on what the articles say and not on their order, and
every key is made from content.

    fold            names as they are compared
    identity        what each referent is, as a text that is equal for those who are the same
    aliases         organisations and collaborations that one article calls by the short name of another's
    groups          organisations and bodies of other spellings or owners (group_names)
    people          people of one name who are one, and namesakes who are not
    variants        people under several spellings (personal_names, blocking)
    profiles        what the articles say of a person; comparing: the features of two profiles
    scoring         features.csv and thresholds.toml
    constraints     what people decided about who is who
    entities        the best name, the aliases and the key of each entity
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from build_graph.model import Extract, Resolution, Uncertain
from build_graph.resolve.constraints import Constraints
from build_graph.resolve.entities import entities
from build_graph.resolve.identity import Occurrence, identities, occurrences
from ontology.lexicon import Institution

__all__ = ["Constraints", "Occurrence", "identities", "occurrences", "resolve"]


def resolve(
    extracts: Sequence[Extract], institutions: Mapping[str, Institution], constraints: Constraints | None = None
) -> Resolution:
    """Joins the referents of all articles into entities.

    :param extracts: what the articles say, in any order; identifiers are unique.
    :param institutions: the register by id.
    :param constraints: what people decided.
    """
    ordered = sorted(extracts, key=lambda extract: extract.article.identifier)
    found = occurrences(ordered)
    identity, doubts = identities(ordered, found, institutions, constraints or Constraints())
    resolution = entities(found, identity, institutions)
    uncertain: dict[tuple[str, str], Uncertain] = {}
    for doubt in doubts:
        one, other = sorted((resolution.of[doubt.one], resolution.of[doubt.other]))
        if one != other and ((one, other) not in uncertain or uncertain[one, other].score < doubt.score.value):
            uncertain[one, other] = Uncertain(one, other, doubt.score.value, doubt.score.features)
    listed = sorted(uncertain.values(), key=lambda each: (-each.score, each.one, each.other))
    return replace(resolution, uncertain=tuple(listed))
