"""Parts people of one name who cannot be one person.

The same full name is taken to mean the same person unless the contexts clearly conflict; for now that is where the
articles speak of a woman and of a man. More features belong in `_conflict`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from build_graph.resolve.identity import Identity, Occurrence, Place


def part(found: Sequence[Occurrence], identity: Mapping[Place, Identity]) -> dict[Place, Identity]:
    """The identities after namesakes have been parted.

    Where a name is borne by women and by men, an occurrence whose gender is unknown is uncertain: it stays by itself.
    """
    namesakes: defaultdict[Identity, list[Occurrence]] = defaultdict(list)
    for occurrence in found:
        if occurrence.referent.kind == "person":
            namesakes[identity[occurrence.place]].append(occurrence)
    parted = dict(identity)
    for one, bearers in namesakes.items():
        if _conflict(bearers):
            for bearer in bearers:
                parted[bearer.place] = f"{one}@{bearer.referent.gender or 'article:' + bearer.slug}"
    return parted


def _conflict(bearers: Sequence[Occurrence]) -> bool:
    return len({bearer.referent.gender for bearer in bearers} - {None}) > 1
