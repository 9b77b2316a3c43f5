"""What a graph states about one article, as facts by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

from build_graph.evaluate.facts import NONE, Fact, Facts, Labels
from build_graph.evaluate.names import stem
from ontology.terms import AKT, DCTERMS, FOAF, OA, ORG, PROV, RDF, RDFS, SCHEMA, SKOS

_PREFIXES = {
    "akt": str(AKT._NS), "dcterms": str(DCTERMS), "foaf": str(FOAF), "oa": str(OA._NS), "org": str(ORG), "prov": str(PROV),
    "rdf": str(RDF), "rdfs": str(RDFS), "schema": str(SCHEMA), "skos": str(SKOS),
}  # fmt: skip
_LABELS = (FOAF.name, SKOS.prefLabel, SKOS.altLabel, RDFS.label, SCHEMA.name, SCHEMA.headline, DCTERMS.title)
_PLAIN_MEMBER = frozenset(["sentralstyremedlem", "styremedlem"])
_TRIPLES = (
    ("leads", "?s org:headOf ?o", ("who", "group")),
    ("participates", "?o a akt:Meeting ; schema:attendee ?s", ("who", "meeting")),
    ("presented", "?s akt:presentedTo ?o", ("work", "to")),
    ("proposed", "?s akt:proposedBy ?o", ("work", "to")),
)


class Graph:
    """A built graph, with every node's labels."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self.store = Store()
        self.store.extend(quads)
        self.labels: defaultdict[str, set[str]] = defaultdict(set)
        for predicate in _LABELS:
            for quad in self.store.quads_for_pattern(None, NamedNode(str(predicate)), None, None):
                if isinstance(quad.object, Literal) and isinstance(quad.subject, NamedNode):
                    self.labels[quad.subject.value].add(quad.object.value)
        self.people = {row[0] for row in self.ask("?who a foaf:Person", "?who")}
        self.articles = {identifier: iri for iri, identifier in self.ask("?s a schema:NewsArticle ; dcterms:identifier ?o", "?s ?o")}
        self.found: defaultdict[str, set[tuple[str, float]]] = defaultdict(set)
        for fact, rule, confidence in self.ask("?e oa:hasBody ?f ; akt:extractedBy ?r ; akt:confidence ?c", "?f ?r ?c"):
            self.found[fact].add((rule.rpartition("/")[2], float(confidence)))
        self.statements: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for node, subject, object_ in self.ask("?n a rdf:Statement ; rdf:subject ?s ; rdf:object ?o", "?n ?s ?o"):
            self.statements[subject, object_].add(node)

    def ask(self, pattern: str, variables: str) -> list[tuple[str, ...]]:
        """The rows of a pattern over all graphs, sorted; unbound is ""."""
        rows = self.store.query(f"SELECT DISTINCT {variables} WHERE {{ {pattern} }}", prefixes=_PREFIXES, use_default_graph_as_union=True)
        assert isinstance(rows, QuerySolutions)
        return sorted(tuple("" if value is None else value.value for value in row) for row in rows)

    def names(self, node: str) -> Labels:
        """All labels of a node."""
        return frozenset(self.labels.get(node, ()))

    def evidence(self, *facts: str) -> tuple[tuple[str, float], ...]:
        """The rules that found these facts."""
        return tuple(sorted({each for fact in facts for each in self.found[fact]}))


def stated(graph: Graph, article: str) -> Facts:
    """The facts of one article.

    :param article: its IRI.
    """
    facts: defaultdict[str, list[Fact]] = defaultdict(list)
    inside = f"GRAPH {NamedNode(article)}"
    mentions = f"{inside} {{ {NamedNode(article)} schema:mentions ?s }}"
    for kind, type_ in (("person", "foaf:Person"), ("group", "org:Organization"), ("report", "schema:Report")):
        for (node,) in graph.ask(f"{mentions} ?s a {type_}", "?s"):
            facts[kind].append(Fact({"name": graph.names(node)}))
    _memberships(graph, inside, facts)
    for kind, pattern, (first, second) in _TRIPLES:
        for s, o in graph.ask(f"{inside} {{ {pattern} }}", "?s ?o"):
            evidence = graph.evidence(*graph.statements[s, o], *graph.statements[o, s])
            facts[kind].append(Fact({first: graph.names(s), second: graph.names(o)}, evidence=evidence))
    decided = "?d a akt:Decision ; schema:about ?s ; akt:decidedBy ?o ; akt:outcome ?how . FILTER(?how != akt:rejected)"
    for d, s, o in graph.ask(f"{inside} {{ {decided} }}", "?d ?s ?o"):
        facts["adopted"].append(Fact({"work": graph.names(s), "to": graph.names(o)}, evidence=graph.evidence(d)))
    for (node,) in graph.ask(f"{inside} {{ ?s a akt:Meeting }}", "?s"):
        facts["meeting"].append(Fact({"name": graph.names(node)}, evidence=graph.evidence(node)))
    for quotation, speaker in graph.ask(f"{inside} {{ ?q a schema:Quotation ; schema:spokenByCharacter ?s }}", "?q ?s"):
        facts["speaks"].append(Fact({"who": graph.names(speaker)}, evidence=graph.evidence(quotation)))
    for kind, pattern in (("author", f"{NamedNode(article)} schema:author ?s"), ("photographer", "?i a schema:ImageObject ; schema:creator ?s")):
        for (who,) in graph.ask(f"{inside} {{ {pattern} }}", "?s"):
            facts[kind].append(Fact({"who": graph.names(who)}))
    for (date,) in graph.ask(f"{inside} {{ {NamedNode(article)} schema:datePublished ?s }}", "?s"):
        facts["published"].append(Fact({"date": frozenset({date[:10]})}))
    return facts


def _memberships(graph: Graph, inside: str, facts: defaultdict[str, list[Fact]]) -> None:
    pattern = "?m a org:Membership ; org:member ?w . OPTIONAL { ?m org:organization ?g } OPTIONAL { ?m org:role ?r } OPTIONAL { ?m akt:roleStatus ?t }"
    for node, who, group, role, status in graph.ask(f"{inside} {{ {pattern} }}", "?m ?w ?g ?r ?t"):
        holder, where, label = graph.names(who), graph.names(group) if group else NONE, graph.names(role) if role else NONE
        stems, evidence = {stem(each) for each in label}, graph.evidence(node)
        if who not in graph.people or stems & {"part", "party"}:
            facts["party"].append(Fact({"who": holder, "group": where}, evidence=evidence))
            continue
        if role:
            plain = bool(stems & {"medlem", "member"})  # bare membership is no role of its own
            held = Fact({"who": holder, "role": label | _PLAIN_MEMBER if plain else label, "group": where}, status.rpartition("#")[2] or "current", evidence=evidence)
            facts["plain member" if plain else "role"].append(held)
        if group:
            facts["member" if role else "affiliation"].append(Fact({"who": holder, "group": where}, evidence=evidence))
