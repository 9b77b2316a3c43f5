"""What every graph must keep beyond SHACL Core: one pass over the triples for each rule.

The rules are named like shapes, so that `Violation.shape` can name either.
"""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from ontology.lexicon import institution_by_id

_AKT = "https://w3id.org/aktorkart/ontology#"
_ORG = "http://www.w3.org/ns/org#"
_OA = "http://www.w3.org/ns/oa#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SCHEMA = "https://schema.org/"
_HEAD_OF = f"{_ORG}headOf"
# Direct triples between entities that state a fact, and so need an rdf:Statement to carry their evidence.
_STATED = frozenset(
    {_HEAD_OF, f"{_SCHEMA}attendee", f"{_SCHEMA}author", f"{_AKT}presentedTo", f"{_AKT}proposedBy", f"{_AKT}atMeeting"}
)
_ENTITY_TYPES = frozenset({"http://xmlns.com/foaf/0.1/Person", f"{_ORG}Organization"})
_NOT_ASCII = re.compile(r"[^\x21-\x7e]")


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One thing that is wrong: with which node, along which path, what, and the shape that says so.

    `path` is a property in short form, `^` before it where it is followed backwards, "" where the node itself is wrong.
    """

    focus: str
    path: str
    message: str
    shape: str

    def __str__(self) -> str:
        return f"<{self.focus}> {self.path + ': ' if self.path else ''}{self.message} [{self.shape}]"


class Index:
    """The triples of a graph by subject and predicate; only what the rules ask for."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        self.triples = list(triples)
        self.objects: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.pairs: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for triple in self.triples:
            subject, predicate, value = str_of(triple.subject), triple.predicate.value, str_of(triple.object)
            self.objects[subject, predicate].append(value)
            self.pairs[predicate].append((subject, value))

    def one(self, subject: str, predicate: str) -> str | None:
        values = self.objects.get((subject, predicate), [])
        return values[0] if len(values) == 1 else None


def str_of(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    """A term's value; of a triple term, its whole text."""
    return str(term) if isinstance(term, ox.Triple) else term.value


def graph_rules(index: Index, base: str) -> Iterator[Violation]:
    """Every breach of the rules of this module.

    Args:
        index: the graph.
        base: the base of the graph's own data IRIs.
    """
    yield from _terms(index, base)
    yield from _statements(index)
    yield from _quotes(index)
    yield from _mentioned(index)


def _terms(index: Index, base: str) -> Iterator[Violation]:
    seen: set[str] = set()
    for triple in index.triples:
        for term in (triple.subject, triple.predicate, triple.object):
            if isinstance(term, ox.BlankNode):
                yield Violation(str_of(triple.subject), triple.predicate.value, "blank nodes are not allowed", "NoBlankNodeRule")
            elif isinstance(term, ox.Triple):
                yield Violation(str_of(triple.subject), triple.predicate.value, "triple terms are not RDF 1.1", "Rdf11Rule")
            elif isinstance(term, ox.NamedNode) and term.value not in seen:
                seen.add(term.value)
                if term.value.startswith(base) and _NOT_ASCII.search(term.value):
                    yield Violation(term.value, "", "a data IRI must be ASCII", "AsciiIriRule")


def _statements(index: Index) -> Iterator[Violation]:
    stated = {
        (index.one(node, f"{_RDF}subject"), index.one(node, f"{_RDF}predicate"), index.one(node, f"{_RDF}object"))
        for node, kind in index.pairs.get(f"{_RDF}type", [])
        if kind == f"{_RDF}Statement"
    }
    held = {(who, index.one(node, f"{_ORG}organization")) for node, who in index.pairs.get(f"{_ORG}member", [])}
    decisions = {node for node, kind in index.pairs.get(f"{_RDF}type", []) if kind == f"{_AKT}Decision"}
    for predicate in sorted(_STATED):
        for subject, value in sorted(set(index.pairs.get(predicate, []))):
            if (subject, predicate, value) in stated or subject in decisions:
                continue  # a decision's own evidence carries its properties
            if predicate == _HEAD_OF and (subject, value) in held:
                continue  # org:headOf stands beside the membership, whose evidence is its own
            message = f"no evidence: no rdf:Statement about <{value}> carries it"
            yield Violation(subject, predicate, message, "StatedTripleRule")
    for subject, predicate, value in sorted((s, p, o) for s, p, o in stated if s and p and o):
        if value not in index.objects.get((subject, predicate), []):
            yield Violation(subject, predicate, f"a statement has evidence for <{value}>, but the triple is missing", "StatedTripleRule")


def _quotes(index: Index) -> Iterator[Violation]:
    for target, _ in index.pairs.get(f"{_OA}hasSource", []):
        selectors = index.objects.get((target, f"{_OA}hasSelector"), [])
        start = next(filter(None, (index.one(each, f"{_OA}start") for each in selectors)), "")
        end = next(filter(None, (index.one(each, f"{_OA}end") for each in selectors)), "")
        exact = next((text for each in selectors if (text := index.one(each, f"{_OA}exact")) is not None), None)
        if exact is not None and start.isdecimal() and end.isdecimal() and int(end) - int(start) != len(exact):
            message = f"the position {start}–{end} is {int(end) - int(start)} characters long, the quote {len(exact)}"
            yield Violation(target, f"{_OA}hasSelector", message, "QuoteLengthRule")


def _mentioned(index: Index) -> Iterator[Violation]:
    mentioned = {value for _, value in index.pairs.get(f"{_SCHEMA}mentions", [])}
    register = institution_by_id()
    for node, kind in sorted(set(index.pairs.get(f"{_RDF}type", []))):
        if kind in _ENTITY_TYPES and node not in mentioned and node.rsplit("/", 1)[-1] not in register:
            yield Violation(node, f"^{_SCHEMA}mentions", "no article mentions it and the register lacks it", "MentionedRule")
