"""Running queries: everything is seen, nothing is changed, mistakes are located."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QueryBoolean, Store

from queries.errors import ForbiddenQuery, ParameterError, QueryError, QuerySyntaxError, UnknownQuestion
from queries.run import load_query, run


def test_without_graph_sees_everything(store: Store) -> None:
    text = "SELECT DISTINCT ?name { ?m a org:Membership ; org:member ?who . ?who foaf:name ?name } ORDER BY ?name"
    assert [row[0] for row in run(store, text).rows()] == [Literal(name) for name in ("Kari Testdatter", "Nina Fiksjon", "Ola Prøve", "Per Eksempel")]


def test_graph_still_works(store: Store) -> None:
    rows = run(store, "SELECT DISTINCT ?g { GRAPH ?g { ?a a schema:NewsArticle } }").rows()
    assert len(list(rows)) == 3


def test_from_means_just_that(store: Store) -> None:
    text = "SELECT ?a FROM <https://w3id.org/aktorkart/id/article/2022-ny-leder> { ?a a schema:NewsArticle }"
    assert len(list(run(store, text).rows())) == 1
    assert len(list(run(store, "SELECT DISTINCT ?a { ?a a schema:NewsArticle # FROM here\n}").rows())) == 3


def test_ask_and_variables(store: Store) -> None:
    answer = run(store, "ASK { ?s foaf:name 'Ola Prøve' }")
    assert isinstance(answer.answer, QueryBoolean) and bool(answer.answer) and answer.variables == ()
    with pytest.raises(QueryError, match="only a SELECT"):
        list(answer.rows())
    assert run(store, "SELECT ?b ?a { ?a ?b 1 }").variables == ("b", "a")


def test_own_prefix_wins(store: Store) -> None:
    assert bool(run(store, "PREFIX foaf: <http://xmlns.com/foaf/0.1/na> ASK { ?s foaf:me ?o }").answer)


def test_base_of_prefixes() -> None:
    store = Store()
    store.add(Quad(NamedNode("http://example.org/d/person/x"), NamedNode("http://example.org/p"), Literal("1"), NamedNode("http://example.org/g")))
    assert bool(run(store, "ASK { person:x ?p ?o }", base="http://example.org/d/").answer)
    assert not bool(run(store, "ASK { person:x ?p ?o }").answer)


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <a:a> <a:b> <a:c> }", "delete where { ?s ?p ?o }", "LOAD <http://example.org/>", "# c\nPREFIX a: <a:> DROP ALL", "CLEAR ALL",
        "WITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }",
    ],
)  # fmt: skip
def test_only_reads(text: str) -> None:
    store = Store()
    with pytest.raises(ForbiddenQuery, match="not allowed") as caught:
        run(store, text)
    assert "\n" not in str(caught.value)
    assert len(store) == 0


@pytest.mark.parametrize(
    ("text", "line", "column", "reason"),
    [
        ("SELECT ?x WHERE { ?s zz:nam ?o }", 1, 22, "prefix zz: is not declared"),
        ("SELECT *\nWHERE { ?s foaf:name ?o", 2, 7, "“{” is never closed"),
        ("SELECT * { ?s ?p ?o }}", 1, 22, "“}” closes nothing"),
        ("SELECT * { ?s ?p (1 } )", 1, 21, "“}” closes nothing"),
        ("SELECT * {\n ?s ?p 'abc }", 2, 8, "closing '"),
        ("SELECT * { ?s ?p ?o FILTR(?s) }", 1, 21, "FILTR"),
        ("SELEC * {}", 1, 1, "SELEC"),
        ("", 1, 1, "too early"),
        ("SELECT ?s (COUNT(?o) AS ?n) { ?s ?p ?o }", 1, 41, "neither grouped"),
        ("hva er dette", 1, 1, "hva er dette"),
    ],
)
def test_syntax_error(text: str, line: int, column: int, reason: str) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        run(Store(), text)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert str(caught.value).startswith(f"line {line}, column {column}: ") and reason in str(caught.value)
    assert "\n" not in str(caught.value) and len(str(caught.value)) < 150


def test_unknown_function() -> None:
    with pytest.raises(QueryError, match="custom function"):
        list(run(Store(), "SELECT (<http://example.org/f>(1) AS ?x) {}").rows())


def test_load_query(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_query("roles").name == "roles"
    assert load_query("SELECT * { ?s ?p ?o }").name == ""
    assert load_query("ASK{}").text == "ASK{}"
    file = tmp_path / "my query.rq"
    file.write_text("\ufeff# What?\n# param who (name): x\nSELECT * { VALUES ?who { UNDEF } ?who ?p ?o }", encoding="utf-8")
    loaded = load_query(str(file))
    assert (loaded.name, loaded.help, loaded.parameters[0].name) == ("my query.rq", "What?", "who")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plain").write_text("ASK {}", encoding="utf-8")
    assert load_query("plain").text == "ASK {}"


def test_load_query_fails(tmp_path: Path) -> None:
    with pytest.raises(UnknownQuestion, match="did you mean roles"):
        load_query("role")
    with pytest.raises(UnknownQuestion, match="known questions: articles-about"):
        load_query("xyzzy")
    with pytest.raises(QueryError, match=r"missing\.rq: No such file"):
        load_query(str(tmp_path / "missing.rq"))
    (tmp_path / "latin.rq").write_bytes("# Pr\xf8ve".encode("latin-1"))
    with pytest.raises(QueryError, match="not UTF-8"):
        load_query(str(tmp_path / "latin.rq"))
    (tmp_path / "big.rq").write_bytes(b"#" * 1_000_001)
    with pytest.raises(QueryError, match="larger than"):
        load_query(str(tmp_path / "big.rq"))
    with pytest.raises(QueryError):
        load_query(str(tmp_path))


def test_file_with_mistake_is_named(tmp_path: Path) -> None:
    file = tmp_path / "mine.rq"
    file.write_text("SELECT * {\n  ?s ?p\n}", encoding="utf-8")
    with pytest.raises(QuerySyntaxError, match=r"^mine\.rq: line 2, column 3: "):
        run(Store(), load_query(str(file)))


def test_a_name_in_a_query_of_ones_own(store: Store) -> None:
    result = run(store, "SELECT DISTINCT ?o { VALUES ?s { UNDEF } ?s foaf:familyName ?o }", {"s": "nina"})
    assert list(result.rows()) == [(Literal("Fiksjon"),)]
    assert result.notes == ("s: “nina” is read as Nina Fiksjon",)
    with pytest.raises(ParameterError, match="it takes s"):
        run(store, "SELECT ?o { VALUES ?s { UNDEF } ?s foaf:familyName ?o }", {"who": "nina"})
