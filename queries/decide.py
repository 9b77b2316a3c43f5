"""From what a user calls somebody, or a fact, to how a decision writes it."""

from __future__ import annotations

from pyoxigraph import NamedNode, Store

from ontology.terms import DCTERMS, FOAF, RDF, SKOS
from queries.about import ask
from queries.errors import NoSuchName
from queries.names import find


def reference(store: Store, base: str, asked: str) -> str:
    """The path of the one entity that is meant, with "@article" where the user gave one.

    :raises NoSuchName: for none, or several.
    """
    whole, _, article = asked.rpartition("@") if "@" in asked else (asked, "", "")
    article = _article(store, base, article) if article else ""
    node = None
    if "/" in whole and "://" not in whole:
        try:
            node = NamedNode(base + whole)
        except ValueError:
            raise NoSuchName(f"“{whole}” is no path", ()) from None
        if not any(True for _ in store.quads_for_pattern(node, NamedNode(RDF.type), None, None)):
            raise NoSuchName(f"nothing in the graph is {whole}", ())
    if node is None:
        found = find(store, whole, "name", base)
        if len(found.entities) > 1:
            raise NoSuchName(f"“{whole}” fits several, give one of {', '.join(each.value.removeprefix(base) for each, _ in found.entities[:8])}", ())
        node = found.entities[0][0]
    return node.value.removeprefix(base) + (f"@{article}" if article else "")


def _article(store: Store, base: str, asked: str) -> str:
    """The slug of the article that has this slug or identifier."""
    for quad in store.quads_for_pattern(None, NamedNode(DCTERMS.identifier), None, None):
        slug = str(quad.subject.value).removeprefix(f"{base}article/")  # type: ignore[union-attr]
        if asked in (slug, quad.object.value):  # type: ignore[union-attr]
            return slug
    raise NoSuchName(f"no article {asked}", ())


def names_of(store: Store, base: str, path: str) -> list[str]:
    """All full names of a person that nobody else bears as their own.

    :raises NoSuchName: where it is no person.
    """
    node = NamedNode(base + path.partition("@")[0])
    names = {q.object.value: q.subject for p in (FOAF.name, SKOS.altLabel) for q in store.quads_for_pattern(node, NamedNode(p), None, None)}  # type: ignore[union-attr]
    own = [q.object.value for q in store.quads_for_pattern(node, NamedNode(FOAF.name), None, None)]  # type: ignore[union-attr]
    if not own:
        raise NoSuchName(f"{path} is no person", ())
    others = {q.object.value for q in store.quads_for_pattern(None, NamedNode(FOAF.name), None, None) if q.subject != node}  # type: ignore[union-attr]
    return sorted(name for name in names if name in own or name not in others and len(name.split()) > 1)


def fact_and_place(store: Store, base: str, asked: str) -> tuple[str, str]:
    """A fact's path, and the first place that states it: "2018-a:120-164".

    :raises NoSuchName: where it is no fact with evidence.
    """
    try:
        fact = NamedNode(asked if "://" in asked else base + asked)
    except ValueError:
        raise NoSuchName(f"“{asked}” is no fact", ()) from None
    query = """SELECT ?article ?start ?end WHERE { ?annotation oa:hasBody ?it ; oa:hasTarget ?target .
        ?target oa:hasSource ?article ; oa:hasSelector ?position . ?position oa:start ?start ; oa:end ?end }"""
    found = sorted((article.removeprefix(f"{base}article/"), int(start), int(end)) for article, start, end in ask(store, base, query, fact))
    if not found:
        raise NoSuchName(f"“{asked}” is no fact in the graph", ())
    article, start, end = found[0]
    return fact.value.removeprefix(base), f"{article}:{start}-{end}"
