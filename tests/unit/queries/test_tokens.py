"""SPARQL's tokens, and no way to hide SERVICE."""

from __future__ import annotations

import socket
import threading

import pytest
from pyoxigraph import Store

from queries.tokens import calls_service, line_and_column, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT ?x", ["SELECT", "?x"]),
        ("<a> # <b>\n'c # d'", ["<a>", "'c # d'"]),
        ("?a<?b && ?c>?d", ["?a", "<", "?b", "&&", "?c", ">", "?d"]),
        ('"""a "b" c"""', ['"""a "b" c"""']),
        (r'"a\"b"@nb-NO', [r'"a\"b"', "@nb-NO"]),
        ("ex:a.b. ?x", ["ex:a.b", ".", "?x"]),
        (r"ex:a\/b:c", [r"ex:a\/b:c"]),
        ("_:b1 1.5e3 .5 3.", ["_:b1", "1.5e3", ".5", "3", "."]),
        ('"open', ['"', "open"]),
        ("{æ:ø}", ["{", "æ:ø", "}"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokens(text)] == expected
    assert all(text[token.start : token.end] == token.text for token in tokens(text))


CALLS = [
    "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
    "SELECT * { service silent <%s> { ?s ?p ?o } }",
    "SELECT * { SeRvIcE\n# comment\n<%s> { ?s ?p ?o } }",
    "PREFIX e: <%s> SELECT * { SERVICE e: { ?s ?p ?o } }",
    "PREFIX e: <%s> SELECT * { SERVICEe: { ?s ?p ?o } }",
    "PREFIX : <%s> SELECT * { SERVICE: { ?s ?p ?o } }",
    "SELECT * { SERVICESILENT<%s>{ ?s ?p ?o } }",
    "SELECT * { OPTIONAL { SERVICE ?x { ?s ?p ?o } VALUES ?x { <%s> } } }",
    "SELECT * { BIND(true AS ?a) ?s ?p trueSERVICE<%s>{ ?s ?p ?o } }",
    "SELECT * { ?s ?p 1SERVICE<%s>{ ?s ?p ?o } }",
    "SELECT * { BIND(1 AS ?a) FILTER(?a<2)SERVICE#>\n<%s>{ ?s ?p ?o } }",
    "SELECT * { BIND(1 AS ?a) BIND(2 AS ?b) FILTER(?a<?b)SERVICE#>\n<%s>{ ?s ?p ?o } }",
    "SELECT * { BIND('1' AS ?a) FILTER(?a<'>')SERVICE<%s>{ ?s ?p 'x' } }",
    "SELECT * { BIND('1' AS ?a) FILTER(?a<'>')SERVICE<%s>{?s?p'x'}}",
    "SELECT * { { SELECT * { SERVICE <%s> { ?s ?p ?o } } } }",
    "ASK { FILTER EXISTS { SERVICE <%s> { ?s ?p ?o } } }",
]
INNOCENT = [
    "SELECT * { ?s rdfs:label 'SERVICE <http://example.org/> {' }",
    "SELECT * { ?s rdfs:label '''it's\nSERVICE''' }",
    "# SERVICE <x> {}\nSELECT * { ?s ?p ?o }",
    "SELECT ?service { ?service a org:Service , ex:service ; schema:serviceType ?x }",
    "PREFIX s: <http://example.org/service#> SELECT * { ?s <http://example.org/service#> s:x }",
    "PREFIX service: <http://example.org/> SELECT * { ?s service:is service:x . ?x ?y 'z'@service }",
    "SELECT * { ?a <urn:service:x> ?b FILTER(?a<?b) }",
    "SELECT * { _:service ?p ?o }",
]


@pytest.mark.parametrize("query", CALLS)
def test_finds_service(query: str) -> None:
    assert calls_service(query % "http://127.0.0.1:1/")


@pytest.mark.parametrize("query", INNOCENT)
def test_no_false_alarm(query: str) -> None:
    assert not calls_service(query)


def test_hostile_input_comes_to_an_end() -> None:
    for piece in ("?a<?b)'", "service:x ", "<'", "\"\"\"'", "_:a.", "a.b.c:"):
        calls_service("service:x " + piece * 20_000)


def test_the_hidden_ones_are_real() -> None:
    """The odd spellings above do reach a server when Oxigraph itself runs them: the test would tell if they were moot."""
    reached: list[str] = []
    server = socket.create_server(("127.0.0.1", 0))
    address = f"http://127.0.0.1:{server.getsockname()[1]}/"

    def answer() -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            with connection:
                reached.append(connection.recv(100).decode("latin-1"))
                connection.sendall(b"HTTP/1.1 500 no\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

    thread = threading.Thread(target=answer, daemon=True)
    thread.start()
    query = next(query for query in CALLS if "#>" in query) % address
    with pytest.raises((OSError, RuntimeError)):
        list(Store().query(query))  # type: ignore[arg-type]
    server.shutdown(socket.SHUT_RDWR)
    server.close()
    thread.join(5)
    assert reached


def test_line_and_column() -> None:
    assert line_and_column("ab\ncd", 0) == (1, 1)
    assert line_and_column("ab\ncd", 4) == (2, 2)
