"""The pairs of entities that may be one, with what the graph says of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pyoxigraph import Store

from build_graph.iris import Iris
from build_graph.resolve.scoring import meanings
from queries.about import ask

_POSTS = """SELECT DISTINCT ?role ?organisation ?year WHERE { ?post org:member ?it .
    OPTIONAL { ?post org:role ?r . OPTIONAL { ?r rdfs:label ?rb . FILTER(lang(?rb) = "nb") } OPTIONAL { ?r rdfs:label ?rn . FILTER(lang(?rn) = "nn") }
        BIND(coalesce(?rb, ?rn) AS ?role) }
    OPTIONAL { ?post org:organization ?o . OPTIONAL { ?o rdfs:label ?ob . FILTER(lang(?ob) = "nb") } OPTIONAL { ?o rdfs:label ?on . FILTER(lang(?on) = "nn") }
        BIND(coalesce(?ob, ?on) AS ?organisation) }
    OPTIONAL { ?post akt:attestedOn ?day . BIND(substr(str(?day), 1, 4) AS ?year) } }"""
_ARTICLES = """SELECT DISTINCT ?article ?title ?on WHERE { ?article schema:mentions ?it ; rdfs:label ?title .
    OPTIONAL { ?article schema:datePublished ?on } }"""
_NAMES = "SELECT DISTINCT ?name WHERE { ?it rdfs:label|skos:altLabel ?name }"
_OWNERS = "SELECT DISTINCT ?name WHERE { ?it org:unitOf|org:subOrganizationOf ?owner . ?owner rdfs:label ?name }"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: its path, names (the main one first), posts, owner, and articles as "date title [slug]"."""

    path: str
    names: tuple[str, ...]
    posts: tuple[str, ...]
    owners: tuple[str, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two that may be one; `reasons` say what speaks for and against."""

    number: int
    score: float
    reasons: tuple[str, ...]
    one: Side
    other: Side


def pairs(store: Store, base: str, review: Iterable[Mapping[str, Any]]) -> Iterator[Pair]:
    """Every uncertain pair, the likeliest first.

    :param review: as the build left it in the store folder.
    """
    for number, each in enumerate(review, 1):
        kind = "person" if each["one"].startswith("person/") else "group"
        reasons = tuple(meanings().get((kind, feature), feature) for feature in each["features"])
        yield Pair(number, float(each["score"]), reasons, side(store, base, each["one"]), side(store, base, each["other"]))


def side(store: Store, base: str, path: str) -> Side:
    """What the graph says of one entity."""
    node = Iris(base).of(path)
    names = sorted({row[0] for row in ask(store, base, _NAMES, node)}, key=lambda name: (-len(name), name))
    years: dict[tuple[str, str], set[str]] = {}
    for role, organisation, year in ask(store, base, _POSTS, node):
        years.setdefault((role, organisation), set()).add(year)
    posts = [", ".join(part for part in (role, organisation, "–".join(sorted({min(on), max(on)} - {""}))) if part) for (role, organisation), on in sorted(years.items())]
    slugs = f"{base}article/"
    articles = sorted(f"{on or 'undated'} {title} [{article.removeprefix(slugs)}]" for article, title, on in ask(store, base, _ARTICLES, node))
    owners = sorted({row[0] for row in ask(store, base, _OWNERS, node)})
    return Side(path, tuple(names), tuple(posts), tuple(owners), tuple(articles))
