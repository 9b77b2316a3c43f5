"""What a decision's words mean: which referents, in which articles.

`person/kari-testdatter` is that entity as the program alone would have it; `person/kari-testdatter@2018-a` only as
article 2018-a speaks of it; a name, "Kari Testdatter", whoever is called so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from build_graph.iris import Iris, article_slugs, slug
from build_graph.model import Extract, Resolution
from build_graph.resolve.constraints import Place
from build_graph.resolve.fold import fold


class NotFound(Exception):
    """Nothing, or more than one thing, is meant; the message is for the user."""


@dataclass(frozen=True, slots=True)
class _Known:
    place: Place
    path: str
    article: str  # slug
    kind: str
    names: frozenset[str]


class References:
    """Finds the places that a reference means, in the articles as the program alone resolves them."""

    def __init__(self, extracts: Sequence[Extract], resolution: Resolution, iris: Iris) -> None:
        self.base = iris.base
        self.slugs = article_slugs(extract.article.identifier for extract in extracts)
        self.known: list[_Known] = []
        for extract in extracts:
            identifier = extract.article.identifier
            for referent in extract.referents.values():
                place = identifier, referent.id
                names = frozenset(fold(name) for name in (referent.name, *referent.aliases))
                self.known.append(_Known(place, resolution.of[place], self.slugs[identifier], referent.kind, names))

    def places(self, text: str) -> frozenset[Place]:
        """Where the entity that the reference means is spoken of.

        :raises NotFound: for none, or several.
        """
        whole, _, article = text.removeprefix(self.base).rpartition("@") if "@" in text else (text.removeprefix(self.base), "", "")
        within = [each for each in self.known if not article or article in (each.article, each.place[0])]
        if not within:
            raise NotFound(f"no article {article}")
        found = [each for each in within if each.path == whole] or self._by_name(within, whole)
        if not found:
            raise NotFound(f"nothing is called {text} any more")
        by_path: defaultdict[str, set[Place]] = defaultdict(set)
        for each in found:
            by_path[each.path].add(each.place)
        if len(by_path) > 1:
            raise NotFound(f"{text} fits several now ({', '.join(sorted(by_path)[:4])}): add @ and an article")
        return frozenset(next(iter(by_path.values())))

    def _by_name(self, within: list[_Known], whole: str) -> list[_Known]:
        kind, slash, rest = whole.partition("/")
        if slash and kind in {each.kind for each in self.known}:
            own, _, article = rest.rpartition("--") if "--" in rest else (rest, "", "")
            bearers = [each for each in within if each.kind == kind]
            named = [each for each in bearers if slug(rest) in {slug(name) for name in each.names}]
            return named or [each for each in bearers if each.article == article and own in {slug(name) for name in each.names}]
        return [each for each in within if fold(whole) in each.names]
