"""Which people of all articles are one, a name at a time; variants.py then goes across spellings.

Greedy agglomeration: what speaks most for is joined first, and a joined pair is compared anew as one. What does not
reach the threshold, or could as well be another, stays apart and is listed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from build_graph.resolve.comparing import compare
from build_graph.resolve.constraints import Constraints, Place
from build_graph.resolve.personal_names import is_full
from build_graph.resolve.profiles import Profile
from build_graph.resolve.scoring import Score, thresholds
from build_graph.resolve.variants import join_variants

_MOST = 60  # profiles of one name that are compared all with all
_FEW = 8  # profiles of one name with which one of whom little is said is compared


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two that may be one: a place of each, and how much speaks for it."""

    one: Place
    other: Place
    score: Score


@dataclass
class People:
    """The clusters so far; `doubts` fills as they form."""

    constraints: Constraints
    doubts: list[Doubt] = field(default_factory=list)

    def cluster(self, profiles: Mapping[Place, Profile]) -> list[Profile]:
        """Everybody, each once, in the order of their first places."""
        full: defaultdict[str, list[Profile]] = defaultdict(list)
        partial: list[Profile] = []
        for profile in self._decided(profiles):
            named = [name for name in profile.names if is_full(name)]
            full[min(named)].append(profile) if named else partial.append(profile)
        clusters = [profile for name in sorted(full) for profile in self._of_one_name(full[name])]
        joined = join_variants(in_order([*clusters, *partial]), self.constraints, self.doubt)
        return in_order(joined)

    def doubt(self, one: Profile, other: Profile, found: Score) -> None:
        """Lists two who may be one, unless somebody decided about them already."""
        if found.value >= thresholds("person").review and not self.constraints.judged(one.places, other.places):
            self.doubts.append(Doubt(min(one.places), min(other.places), found))

    def _decided(self, profiles: Mapping[Place, Profile]) -> list[Profile]:
        """The occurrences, those joined that somebody decided are the same."""
        made = dict(profiles)
        for group in self.constraints.joined(frozenset(profiles)):
            parts: list[Profile] = []
            for profile in unique(made[place] for place in sorted(group)):
                at = next((i for i, part in enumerate(parts) if not self.constraints.forbid(part.places, profile.places)), None)
                if at is None:
                    parts.append(profile)
                else:
                    parts[at] |= profile
            for part in parts:
                made.update(dict.fromkeys(part.places, part))
        return unique(made.values())

    def _of_one_name(self, bearers: list[Profile]) -> list[Profile]:
        telling = self._agglomerate(self._one_pass([each for each in bearers if each.has_context], organised=True))
        silent = [each for each in bearers if not each.has_context]
        if not telling:
            genders = {gender for each in silent for gender in each.genders}
            # Nothing is said of them but the name: they are one, unless there is a woman and a man among them.
            return self._one_pass(silent, organised=False) if len(genders) < 2 else self._by_gender(silent)
        rest = [each for each in in_order(silent) if not self._place(each, telling)]
        self._list(telling[:_MOST])
        return telling + rest

    def _list(self, namesakes: list[Profile]) -> None:
        """Each with the likeliest other: to decide about those settles the rest."""
        for i, one in enumerate(namesakes):
            scored = [(-found.value, j, found) for j, other in enumerate(namesakes) if i != j and (found := compare(one, other))]
            if scored:
                _, j, found = min(scored, key=lambda item: item[:2])
                self.doubt(one, namesakes[j], found)

    def _by_gender(self, silent: list[Profile]) -> list[Profile]:
        known = [part for gender in ("f", "m") for part in self._one_pass([each for each in silent if gender in each.genders], organised=False)]
        return known + [each for each in silent if not each.genders]

    def _one_pass(self, bearers: list[Profile], *, organised: bool) -> list[Profile]:
        """Joins each to the first that it fits, so that a name in ten thousand articles takes no longer than its articles.

        :param organised: only those who share an organisation are compared.
        """
        merged: list[Profile] = []
        seen: defaultdict[str, list[int]] = defaultdict(list)
        for each in in_order(bearers):
            keys = sorted(each.organisations) if organised else [""]
            tried = sorted({number for key in keys for number in seen[key]})
            at = next((number for number in tried if self._fits(merged[number], each)), len(merged))
            if at == len(merged):
                merged.append(each)
            else:
                merged[at] |= each
            for key in keys:
                if at not in seen[key]:
                    seen[key].append(at)
        return merged

    def _fits(self, one: Profile, other: Profile) -> bool:
        value = self._value(one, other)
        return value is not None and value >= thresholds("person").join

    def _agglomerate(self, clusters: list[Profile]) -> list[Profile]:
        if not 1 < len(clusters) <= _MOST:
            return in_order(clusters)
        live = dict(enumerate(in_order(clusters)))
        scores = {pair: value for pair in combinations(live, 2) if (value := self._value(live[pair[0]], live[pair[1]])) is not None}
        while scores:
            (i, j), best = min(scores.items(), key=lambda item: (-item[1], item[0]))
            if best < thresholds("person").join:
                break
            live[i] |= live.pop(j)
            scores = {pair: value for pair, value in scores.items() if not {i, j} & set(pair)}
            for other in live:
                if other != i and (value := self._value(live[i], live[other])) is not None:
                    scores[min(i, other), max(i, other)] = value
        return list(live.values())

    def _value(self, one: Profile, other: Profile) -> float | None:
        found = None if self.constraints.forbid(one.places, other.places) else compare(one, other)
        return found.value if found else None

    def _place(self, each: Profile, clusters: list[Profile]) -> bool:
        """Adds one of whom little is said to the only cluster that fits."""
        # Without an organisation or a person in common all fit alike, and two are enough to see that.
        near = [i for i, one in enumerate(clusters) if each.companions & one.companions or each.surroundings & one.organisations]
        tried = range(len(clusters)) if len(clusters) <= _FEW else [*near, *(i for i in range(2) if i not in near)]
        scored = [
            (-found.value, i, found)
            for i in tried
            for one in [clusters[i]]
            if not self.constraints.forbid(one.places, each.places) and (found := compare(one, each))
        ]
        scored.sort(key=lambda item: item[:2])
        if not scored:
            return False
        value, at, found = scored[0]
        limits = thresholds("person")
        if -value >= limits.join and (len(scored) == 1 or scored[1][0] - value >= limits.margin):
            clusters[at] |= each
            return True
        self.doubt(clusters[at], each, found)
        return False


def in_order(profiles: Iterable[Profile]) -> list[Profile]:
    """Sorted by first place: nothing depends on the articles' order."""
    return sorted(profiles, key=lambda profile: min(profile.places))


def unique(profiles: Iterable[Profile]) -> list[Profile]:
    """Each once, though a joined profile stands for many places."""
    return list({min(profile.places): profile for profile in profiles}.values())
