"""Extracts made by hand, for tests of the stages behind extraction."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pyoxigraph import Store

from build_graph.model import Article, Claim, Evidence, Extract, Mention, Photo, Referent, ReferentKind, Span, Stated
from build_graph.quads import Context, quads
from build_graph.resolve import resolve

PREFIXES = {
    "akt": "https://w3id.org/aktorkart/ontology#", "org": "http://www.w3.org/ns/org#", "foaf": "http://xmlns.com/foaf/0.1/",
    "schema": "https://schema.org/", "skos": "http://www.w3.org/2004/02/skos/core#", "oa": "http://www.w3.org/ns/oa#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "prov": "http://www.w3.org/ns/prov#", "dcterms": "http://purl.org/dc/terms/", "time": "http://www.w3.org/2006/time#",
    "id": "https://w3id.org/aktorkart/id/", "xsd": "http://www.w3.org/2001/XMLSchema#", "void": "http://rdfs.org/ns/void#",
    "pav": "http://purl.org/pav/",
}  # fmt: skip


@dataclass
class Made:
    """An article under construction. Every name that a test gives stands in its text, so that it can be evidence."""

    identifier: str = "a1"
    text: str = ""
    language: str = "nb"
    published: str | None = "2018-01-22"
    photos: tuple[Photo, ...] = ()
    referents: dict[str, Referent] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    stated: dict[str, Stated] = field(default_factory=dict)

    def said(self, words: str, rule: str = "made-by-hand", confidence: float = 0.9) -> tuple[Evidence, ...]:
        """Evidence: the first place of the words, which are added to the text where they are new."""
        return (Evidence(self.span(words), rule, confidence),)

    def span(self, words: str) -> Span:
        if words not in self.text:
            self.text += f"{words}. "
        start = self.text.index(words)
        return Span(start, start + len(words))

    def add(self, kind: ReferentKind, name: str, *aliases: str, **more: Any) -> str:
        """A referent that the text mentions; returns its id."""
        id_ = more.pop("id", f"{kind}:{name.casefold()}")
        self.referents[id_] = Referent(id_, kind, name, aliases, **more)
        self.mentions.append(Mention(self.span(name), id_, kind))
        return id_

    def claim(self, *claims: Claim) -> Made:
        self.claims += claims
        return self

    def extract(self) -> Extract:
        article = Article(
            self.identifier, f"{self.identifier}.txt", self.text, (), self.language,  # type: ignore[arg-type]
            published=Stated(self.published, None) if self.published else None, photos=self.photos, **self.stated,  # type: ignore[arg-type]
        )  # fmt: skip
        return Extract(article, dict(self.referents), tuple(self.mentions), tuple(self.claims))


def graph(*made: Made, context: Context | None = None) -> Store:
    """The graph of these articles, in memory."""
    context = context or Context.standard()
    extracts = [each.extract() for each in made]
    store = Store()
    store.extend(quads(extracts, resolve(extracts, context.institutions), context))
    return store


def ask(store: Store, pattern: str, *variables: str) -> set[tuple[str, ...]]:
    """The distinct values of the variables (all of them by default) where the pattern holds, as N-Triples without namespaces."""
    names = " ".join(f"?{name}" for name in variables) or "*"
    query = f"SELECT DISTINCT {names} WHERE {{ {pattern} }}"
    rows = store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)
    return {tuple("" if term is None else _short(str(term)) for term in row) for row in rows}


def _short(term: str) -> str:
    for name, namespace in sorted(PREFIXES.items(), key=lambda item: -len(item[1])):
        if term.startswith(f"<{namespace}"):
            return f"{name}:{term[len(namespace) + 1 : -1]}"
        term = term.replace(f"^^<{namespace}", f"^^{name}:").removesuffix(">") if f"^^<{namespace}" in term else term
    return term
