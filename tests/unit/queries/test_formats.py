"""Answers in every format."""

from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse

from queries.errors import FormatError, QueryError
from queries.formats import FORMATS, write
from queries.run import run

ROW = "SELECT ?a ?b ?c { VALUES (?a ?b ?c) { ('=1+1' 'x,\"y\"\\nz'@nb UNDEF) ('på' 3 <http://example.org/a>) } }"
PEOPLE = "CONSTRUCT { ?s foaf:name ?n } WHERE { ?s foaf:name ?n }"


def written(store: Store, text: str, format: str, **options: object) -> bytes:
    output = io.BytesIO()
    write(run(store, text), output, format, **options)  # type: ignore[arg-type]
    return output.getvalue()


def test_csv() -> None:
    data = written(Store(), ROW, "csv")
    assert data.startswith(b"a,b,c\r\n")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))
    assert rows == [["a", "b", "c"], ["=1+1", 'x,"y"\nz', ""], ["på", "3", "http://example.org/a"]]


def test_csv_for_spreadsheets() -> None:
    rows = list(csv.reader(io.StringIO(written(Store(), ROW, "csv", spreadsheet=True).decode("utf-8"), newline="")))
    assert rows == [["a", "b", "c"], ["'=1+1", 'x,"y"\nz', ""], ["på", "3", "http://example.org/a"]]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\\t", "\\r"])
def test_no_formula_in_a_spreadsheet(start: str) -> None:
    data = written(Store(), f"SELECT ('{start}cmd' AS ?x) {{}}", "csv", spreadsheet=True).decode("utf-8")
    assert next(csv.reader(io.StringIO(data.split("\n", 1)[1], newline="")))[0].startswith("'")


def test_tsv() -> None:
    assert written(Store(), ROW, "tsv").decode("utf-8").splitlines() == ["?a\t?b\t?c", '"=1+1"\t"x,\\"y\\"\\nz"@nb\t', '"på"\t3\t<http://example.org/a>']


def test_json() -> None:
    answer = json.loads(written(Store(), ROW, "json"))
    assert answer["head"]["vars"] == ["a", "b", "c"]
    assert answer["results"]["bindings"][0] == {"a": {"type": "literal", "value": "=1+1"}, "b": {"type": "literal", "value": 'x,"y"\nz', "xml:lang": "nb"}}


def test_xml() -> None:
    root = ElementTree.fromstring(written(Store(), ROW, "xml"))
    assert [each.attrib["name"] for each in root.iter("{http://www.w3.org/2005/sparql-results#}variable")] == ["a", "b", "c"]


def test_ask() -> None:
    assert written(Store(), "ASK {}", "table") == b"yes\n"
    assert written(Store(), "ASK { ?s ?p ?o }", "table") == b"no\n"
    assert json.loads(written(Store(), "ASK {}", "json"))["boolean"] is True
    assert b"<boolean>true</boolean>" in written(Store(), "ASK {}", "xml")


@pytest.mark.parametrize(
    ("format", "rdf_format"),
    [("turtle", RdfFormat.TURTLE), ("ntriples", RdfFormat.N_TRIPLES), ("jsonld", RdfFormat.JSON_LD), ("rdfxml", RdfFormat.RDF_XML), ("table", RdfFormat.TURTLE), ("json", RdfFormat.JSON_LD)],
)
def test_triples(store: Store, format: str, rdf_format: RdfFormat) -> None:
    triples = {(quad.subject, quad.object) for quad in parse(written(store, PEOPLE, format), rdf_format)}
    assert len(triples) == 6
    assert (NamedNode("https://w3id.org/aktorkart/id/person/ola-prove"), Literal("Ola Prøve")) in triples


def test_turtle_is_sorted_and_short(store: Store) -> None:
    text = written(store, PEOPLE, "turtle").decode("utf-8")
    assert "person:anne-skribent foaf:name \"Anne Skribent\" .\nperson:bo-linse" in text
    assert "@prefix org:" not in text


def test_prefixes_of_another_base() -> None:
    store = Store()
    store.add(Quad(NamedNode("http://example.org/d/person/x"), NamedNode("http://xmlns.com/foaf/0.1/name"), Literal("X")))
    output = io.BytesIO()
    write(run(store, PEOPLE, base="http://example.org/d/"), output)
    assert b"person:x foaf:name" in output.getvalue()


@pytest.mark.parametrize(
    ("text", "format", "message"),
    [
        ("SELECT * {}", "turtle", "a SELECT has rows"),
        ("ASK {}", "csv", "an ASK answers yes or no"),
        (PEOPLE, "csv", "answers with triples"),
        ("SELECT * {}", "pdf", "known are " + ", ".join(FORMATS)),
    ],
)
def test_no_such_format(text: str, format: str, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        written(Store(), text, format)


def test_failure_underway() -> None:
    with pytest.raises(QueryError):
        written(Store(), "SELECT (<http://example.org/f>(1) AS ?x) {}", "json")


def test_table_in_a_terminal_and_elsewhere(store: Store) -> None:
    text = "SELECT ?q { ?x oa:exact ?q FILTER(STRLEN(?q) > 90) } ORDER BY ?q LIMIT 1"
    narrow = written(store, text, "table", width=40).decode("utf-8").splitlines()
    wide = written(store, text, "table").decode("utf-8").splitlines()
    assert len(wide) == 4 and len(narrow) > 5
    assert max(map(len, narrow)) <= 40
    assert " ".join(narrow[2:-1]) == wide[2]
