"""Tables: widths in cells, wrapped, and harmless."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode
from wcwidth import wcswidth

from queries.table import cell, shorten, table

PREFIXES = {"ex": "http://example.org/", "deep": "http://example.org/deep/"}


def lines(columns: list[str], rows: list[list[object | None]], width: int | None = None) -> list[str]:
    return list(table(columns, rows, PREFIXES, width))


def test_simple() -> None:
    assert lines(["a", "name"], [[Literal("x"), Literal("Åse")], [None, NamedNode("http://example.org/b")]]) == [
        "a  name", "─  ────", "x  Åse", "   ex:b", "(2 rows)",
    ]  # fmt: skip


def test_wide_characters_line_up() -> None:
    found = lines(["n", "x"], [[Literal("東京"), Literal("1")], [Literal("e\u0301e"), Literal("2")], [Literal("😀"), Literal("3")]])
    assert found[2:5] == ["東京  1", "e\u0301e    2", "😀    3"]


def test_no_rows_and_no_columns() -> None:
    assert lines(["a"], []) == ["a", "─", "(0 rows)"]
    assert lines([], [[]]) == ["(1 row)"]


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (Literal("a\n b\t c"), "a b c"),
        (Literal("\x1b[31mred\x07"), "[31mred"),
        (Literal("abc\u202edcba"), "abc dcba"),
        (NamedNode("http://example.org/deep/x/y"), "deep:x/y"),
        (NamedNode("http://other.example/"), "<http://other.example/>"),
        (BlankNode("b"), "_:b"),
        (None, ""),
        (Literal(3), "3"),
    ],
)
def test_cell(term: object, expected: str) -> None:
    by_namespace = sorted(((namespace, prefix) for prefix, namespace in PREFIXES.items()), reverse=True)
    assert cell(term, by_namespace) == expected


def test_namespace_itself_is_not_shortened() -> None:
    assert shorten("http://example.org/", [("http://example.org/", "ex")]) == "<http://example.org/>"


@given(st.lists(st.lists(st.text(max_size=60), min_size=3, max_size=3), max_size=4), st.integers(30, 90))
def test_never_wider_than_the_terminal(rows: list[list[str]], width: int) -> None:
    found = lines(["a", "b", "c"], [[Literal(text.encode("utf-8", "replace").decode()) for text in row] for row in rows], width)
    assert all(wcswidth(line) <= width for line in found)
    assert found[-1] == f"({len(rows)} {'row' if len(rows) == 1 else 'rows'})"
