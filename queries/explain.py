"""Why a fact is in the graph: the article, the sentence with the words that state it, the rule, and how sure it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Store

from build_graph.language_model.tokenise import sentences, tokenise
from queries.about import ask
from queries.errors import NoSuchName
from queries.names import as_iri, find

_EVIDENCE = """SELECT DISTINCT ?article ?title ?on ?start ?end ?rule ?confidence WHERE {
    ?annotation oa:hasBody ?it ; oa:hasTarget ?target ; akt:confidence ?confidence ; akt:extractedBy ?rule .
    ?target oa:hasSource ?article ; oa:hasSelector ?position . ?position oa:start ?start ; oa:end ?end .
    ?article rdfs:label ?title . OPTIONAL { ?article schema:datePublished ?on } }"""
_FACTS = """SELECT DISTINCT ?fact WHERE { ?annotation oa:hasBody ?fact .
    { ?fact ?property ?it . FILTER(?property NOT IN (rdf:type, rdf:predicate)) } UNION { BIND(?it AS ?fact) } }"""
_PARTS = """SELECT DISTINCT ?property ?value WHERE { ?it ?property ?object .
    FILTER(?property NOT IN (rdf:type, akt:attestedOn, rdfs:label, org:memberDuring, schema:isPartOf))
    OPTIONAL { ?object rdfs:label ?nb . FILTER(lang(?nb) IN ("nb", "")) } OPTIONAL { ?object rdfs:label ?other . FILTER(lang(?other) = "nn") }
    BIND(coalesce(?nb, ?other, ?object) AS ?value) }"""
_ORDER = ("org#member", "subject", "spokenByCharacter", "org#role", "predicate", "roleStatus", "org#organization", "object")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place that states a fact. `text[start:end]` are the words; `sentence` is the (start, end) of what surrounds them."""

    article: str  # IRI
    title: str
    date: str
    start: int
    end: int
    sentence: tuple[int, int]
    text: str
    rule: str
    confidence: float

    @property
    def parts(self) -> tuple[str, str, str]:
        """The sentence on one line: before the words, the words, after them."""
        first, last = self.sentence
        cuts = self.text[first : self.start], self.text[self.start : self.end], self.text[self.end : last]
        return tuple(" ".join(f"|{cut}|".split())[1:-1] for cut in cuts)  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class Explained:
    """A fact in words, with all its evidence in order."""

    fact: str  # IRI
    words: str
    evidence: tuple[Evidence, ...]


def explain(store: Store, asked: str, base: str, text_of: Callable[[str], str]) -> Iterator[Explained]:
    """The fact that an IRI or path names, or all facts about whoever bears a name (any case, any alias).

    :param asked: "membership/…", an IRI, or a name.
    :param text_of: the text of an article by its IRI.
    :raises NoSuchName: nothing is called so.
    """
    facts: set[str] = set()
    for node in _asked(store, asked, base):
        facts |= {row[0] for row in ask(store, base, _FACTS, node)}
    made = [_explained(store, base, NamedNode(fact), text_of) for fact in sorted(facts)]
    yield from sorted((each for each in made if each.evidence), key=lambda each: (each.evidence[0].date, each.evidence[0].article, each.evidence[0].start, each.fact))


def _asked(store: Store, asked: str, base: str) -> list[NamedNode]:
    try:
        path = NamedNode(base + asked) if "/" in asked and "://" not in asked else None
    except ValueError:
        path = None
    if path and any(True for _ in store.quads_for_pattern(path, None, None, None)):
        return [path]
    if (iri := as_iri(asked, base)) is not None and not any(True for _ in store.quads_for_pattern(iri, None, None, None)):
        raise NoSuchName(f"nothing in the graph is described by <{iri.value}>", ())
    return [node for node, _ in find(store, asked, "any", base).entities]


def _explained(store: Store, base: str, fact: NamedNode, text_of: Callable[[str], str]) -> Explained:
    parts = sorted(set(ask(store, base, _PARTS, fact)), key=lambda row: (next((i for i, end in enumerate(_ORDER) if row[0].endswith(end)), len(_ORDER)), row))
    words = " · ".join(dict.fromkeys(_short(value) for _, value in parts))
    found = sorted(ask(store, base, _EVIDENCE, fact), key=lambda row: (row[2], row[0], int(row[3]), int(row[4]), row[5]))
    evidence = []
    for article, title, on, start, end, rule, confidence in {(row[0], *row[3:]): row for row in found}.values():
        text = text_of(article)
        first, last = int(start), int(end)
        evidence.append(Evidence(article, title, on, first, last, sentence(text, first, last), text, rule.rpartition("/")[2], float(confidence)))
    return Explained(fact.value, words, tuple(evidence))


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence, or the sentences, around a stretch of text begin and end; never beyond its paragraph."""
    first = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    tokens = tokenise(text, first, stop)
    bounds = [(tokens[a][0], tokens[b - 1][1]) for a, b in sentences(text, tokens) if a < b]
    around = [(a, b) for a, b in bounds if a < end and b > start]
    return (min(a for a, _ in around), max(b for _, b in around)) if around else (first, stop)


def _short(value: str) -> str:
    shown = value if "://" not in value else value.rpartition("/")[2].rpartition("#")[2] or value.rpartition("/")[2]
    return shown if len(shown) <= 120 else f"{shown[:119]}…"
