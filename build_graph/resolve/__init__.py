"""Which referents of which articles are one entity: by name, alias, register and context.

Conservative: what is uncertain stays apart. The result depends on what the articles say and not on their order, and
every key is made from content.

    fold        names as they are compared
    identity    what each referent is, as a text that is equal for those who are the same
    leaning     the same for bodies, meetings and works, which need their owner's first
    aliases     organisations and collaborations that one article calls by the short name of another's
    namesakes   people of one name who cannot be one person
    entities    the best name, the aliases and the key of each entity
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from build_graph.model import Extract, Resolution
from build_graph.resolve.entities import entities
from build_graph.resolve.identity import Occurrence, identities, occurrences
from ontology.lexicon import Institution

__all__ = ["Occurrence", "identities", "occurrences", "resolve"]


def resolve(extracts: Sequence[Extract], institutions: Mapping[str, Institution]) -> Resolution:
    """Joins the referents of all articles into entities.

    :param extracts: what the articles say, in any order; identifiers are unique.
    :param institutions: the register by id.
    """
    found = occurrences(extracts)
    identity = identities(found, institutions)
    return entities(found, identity, institutions)
