"""Identity across articles measured with B³ (Bagga and Baldwin 1998, "Algorithms for Scoring Coreference Chains").

For every mention, which of those that share its cluster should, and which of those that should do; averaged over mentions.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeVar

from build_graph.model import Extract, Resolution
from build_graph.resolve.fold import fold, stem

Key = TypeVar("Key", bound=Hashable)


class Named(NamedTuple):
    """A name in an article, as an identity set lists it."""

    article: str
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class BCubed:
    """B³ precision and recall, and over how many mentions; `missed` of them were not found in the graph at all."""

    precision: float
    recall: float
    mentions: int
    missed: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def b_cubed(gold: Mapping[Key, Hashable], said: Mapping[Key, Hashable]) -> BCubed:
    """B³ of two clusterings, given as the cluster of each mention. A mention that `said` lacks is a cluster of its own.

    >>> b_cubed({1: "a", 2: "a", 3: "b"}, {1: "x", 2: "y", 3: "y"})
    BCubed(precision=0.6666666666666666, recall=0.6666666666666666, mentions=3, missed=0)
    """
    wanted, got = _clusters(gold), _clusters({key: said.get(key, ("missed", key)) for key in gold})
    precision = recall = 0.0
    for key in gold:
        right = len(wanted[key] & got[key])
        precision += right / len(got[key])
        recall += right / len(wanted[key])
    number = len(gold) or 1
    return BCubed(precision / number, recall / number, len(gold), sum(key not in said for key in gold))


def _clusters(of: Mapping[Key, Hashable]) -> dict[Key, set[Key]]:
    members: defaultdict[Hashable, set[Key]] = defaultdict(set)
    for key, cluster in of.items():
        members[cluster].add(key)
    return {key: members[cluster] for key, cluster in of.items()}


def read_identities(path: Path) -> dict[Named, str]:
    """An identity set: a CSV file with the columns article, kind (person, organisation, body), name and entity."""
    with path.open(encoding="utf-8", newline="") as file:
        return {Named(row["article"], row["kind"], row["name"]): row["entity"] for row in csv.DictReader(file)}


def located(names: Iterable[Named], extracts: Sequence[Extract], resolution: Resolution) -> dict[Named, str]:
    """The entity's path for each name that is found in its article: by its name or alias, in any inflection, organisations and bodies alike."""
    by_article = {extract.article.identifier: extract for extract in extracts}
    found: dict[Named, str] = {}
    for named in names:
        if (extract := by_article.get(named.article)) is None:
            continue
        person = named.kind == "person"
        for fitting in (fold, stem):
            bearers = [
                referent
                for referent in sorted(extract.referents.values(), key=lambda each: (each.kind != named.kind, each.id))
                if (referent.kind == "person") == person
                and referent.kind in ("person", "organisation", "body", "collaboration")
                and fitting(named.name) in {fitting(name) for name in (referent.name, *referent.aliases)}
            ]
            if bearers:
                found[named] = resolution.of[named.article, bearers[0].id]
                break
    return found
