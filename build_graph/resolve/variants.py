"""Joins people across spellings: initials, middle names, slips of the pen, family names alone.

A pair is joined if its score reaches the threshold and no rival comes within the margin: "A. Prøve" may be Anne Prøve or Arne Prøve.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from build_graph.resolve.blocking import candidates, personal_keys
from build_graph.resolve.comparing import compare
from build_graph.resolve.constraints import Constraints
from build_graph.resolve.personal_names import is_full, parts
from build_graph.resolve.profiles import Profile
from build_graph.resolve.scoring import Score, thresholds


@dataclass(frozen=True, slots=True)
class _Pair:
    one: int
    other: int
    score: Score


def join_variants(
    nodes: Sequence[Profile], constraints: Constraints, doubt: Callable[[Profile, Profile, Score], None]
) -> list[Profile]:
    """The nodes after those have been joined that two spellings of one name stand for.

    :param nodes: in a fixed order.
    :param doubt: told of every pair that may be one and is left apart.
    """
    limits = thresholds("person")
    pairs = sorted(_scored(nodes, constraints), key=lambda pair: (-pair.score.value, pair.one, pair.other))
    of: defaultdict[int, list[_Pair]] = defaultdict(list)
    for pair in pairs:
        of[pair.one].append(pair)
        of[pair.other].append(pair)
    now = list(range(len(nodes)))  # each node's cluster
    whole = dict(enumerate(nodes))
    for pair in pairs:
        one, other = now[pair.one], now[pair.other]
        if one == other:
            continue
        found = compare(whole[one], whole[other])
        if found is None or constraints.forbid(whole[one].places, whole[other].places):
            continue
        tied = any(
            rival.score.value > pair.score.value - limits.margin and not _agree(rival, pair, now, whole)
            for rival in (*of[pair.one], *of[pair.other])
        )
        if pair.score.value >= limits.join and not tied:
            whole[one] |= whole.pop(other)
            now = [one if cluster == other else cluster for cluster in now]
        else:
            doubt(whole[one], whole[other], pair.score)
    return [whole[cluster] for cluster in sorted(set(now))]


def _scored(nodes: Sequence[Profile], constraints: Constraints) -> Iterator[_Pair]:
    limits = thresholds("person")
    numbered = list(enumerate(nodes))
    for (i, one), (j, other) in candidates(numbered, lambda node: [key for name in sorted(node[1].names) for key in personal_keys(parts(name))]):
        names = one.names | other.names
        if not any(is_full(name) for name in names) or len(names) == 1:
            continue  # two family names alone tell nothing, and one name was settled, and listed, before
        found = compare(one, other)
        if found and found.value >= limits.review and not constraints.forbid(one.places, other.places):
            yield _Pair(i, j, found)


def _agree(rival: _Pair, pair: _Pair, now: Sequence[int], whole: dict[int, Profile]) -> bool:
    """Whether both pairs can be true: the one whom the rival brings in may be the same person too."""
    third = now[rival.other if rival.one in (pair.one, pair.other) else rival.one]
    for number in (pair.one, pair.other):
        if third != now[number]:
            found = compare(whole[third], whole[now[number]])
            if found is None or found.value < thresholds("person").join:
                return False
    return True
