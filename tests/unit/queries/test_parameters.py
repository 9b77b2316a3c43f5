"""Values become terms in data blocks, whatever they hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, Store

from queries.errors import NoSuchName, ParameterError
from queries.parameters import bind, slots
from queries.questions import parse_question
from queries.run import run

TEXT = "# q\n# param text (text): any text\nSELECT ?text { VALUES ?text { UNDEF } }"


def bound(text: str, values: dict[str, str]) -> str:
    return bind(Store(), parse_question("", text), values).text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1).filter(str.strip))
def test_any_text_comes_back(value: str) -> None:
    rows = list(run(Store(), TEXT, {"text": value}).rows())
    assert rows == [(Literal(value),)]


@pytest.mark.parametrize("value", ['" } DROP ALL #', "\\u0022 } ?x ?y", "\\", '"""', "'''", "a\nb\r\tc", "æøå 你 😀", "{}?<>|^`"])
def test_hostile_text(value: str) -> None:
    assert list(run(Store(), TEXT, {"text": value}).rows()) == [(Literal(value),)]


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("date", "2020", '"2020"'),
        ("date", "2020-02", '"2020-02"'),
        ("date", "2020-02-29", '"2020-02-29"'),
        ("number", "3", '"3"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("number", "-3.5", '"-3.5"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        ("language", "nn", '"nn"'),
        ("any", "http://example.org/x", "<http://example.org/x>"),
        ("any", "2020-02", '"2020-02"'),
        ("any", "12", '"12"^^<http://www.w3.org/2001/XMLSchema#integer>'),
    ],
)
def test_terms(kind: str, value: str, expected: str) -> None:
    assert bound(f"# q\n# param x ({kind}): h\nSELECT * {{ VALUES ?x {{ UNDEF }} }}", {"x": value}).endswith(f"VALUES ?x {{ {expected} }} }}")


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("date", "2020-13"), ("date", "2021-02-29"), ("date", "20"), ("date", "i går"), ("date", "2020-01-01T00:00"), ("date", "２０２０"),
        ("number", "many"), ("number", "1e9"), ("number", "NaN"), ("language", "sv"), ("text", " "), ("text", "a\x00"), ("text", "\ud800"), ("name", ""),
    ],
)  # fmt: skip
def test_malformed(kind: str, value: str) -> None:
    with pytest.raises(ParameterError, match="x") as caught:
        bound(f"# q\n# param x ({kind}): h\nSELECT * {{ VALUES ?x {{ UNDEF }} }}", {"x": value})
    assert "\n" not in str(caught.value)


def test_limit() -> None:
    text = "# q\n# param limit (number): how many; default 10\nSELECT * {} LIMIT 10"
    assert bound(text, {"limit": "3"}).endswith("LIMIT 3")
    assert bound(text, {}).endswith("LIMIT 10")
    for bad in ("-1", "1; DROP ALL", "1 OFFSET 5", "x"):
        with pytest.raises(ParameterError):
            bound(text, {"limit": bad})


def test_several_values(store: Store) -> None:
    text = "SELECT DISTINCT ?name { VALUES ?who { UNDEF } ?who foaf:name ?name } ORDER BY ?name"
    rows = list(run(store, text, {"who": ["Ola Prøve", "Kari Testdatter"]}).rows())
    assert rows == [(Literal("Kari Testdatter"),), (Literal("Ola Prøve"),)]


def test_every_place_is_filled_and_lines_stay() -> None:
    text = "SELECT * {\n  { VALUES ?x { UNDEF } }\n  UNION { VALUES ?x {\n UNDEF } } }\n"
    assert [slot.unset for slot in slots(text)] == [True, True]
    filled = bound(text, {"x": "12"})
    assert filled.count("12") == 2 and "UNDEF" not in filled
    assert bound(text, {}).count("\n") == text.count("\n") and "VALUES" not in bound(text, {})


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ?p 'VALUES ?x { UNDEF }' }",
        "# VALUES ?x { UNDEF }\nSELECT * {}",
        "SELECT * { VALUES (?x) { (UNDEF) } }",
        "SELECT * { VALUES ?x { UNDEF ",
    ],
)
def test_no_place(text: str) -> None:
    assert slots(text) == []
    with pytest.raises(ParameterError, match="no parameter “x”"):
        bound(text, {"x": "1"})


def test_defaults_stay() -> None:
    assert bound('SELECT * { VALUES ?x { "nb" } }', {}) == 'SELECT * { VALUES ?x { "nb" } }'


def test_required_and_unknown() -> None:
    text = "# q\n# param who (name, required): the person\nSELECT * { VALUES ?who { UNDEF } }"
    with pytest.raises(ParameterError, match="needs the parameter “who”: the person"):
        bound(text, {})
    with pytest.raises(ParameterError, match="no parameter “whom”; it takes who"):
        bound(text, {"whom": "x"})
    with pytest.raises(NoSuchName):
        bound(text, {"who": "Ingen Person"})
