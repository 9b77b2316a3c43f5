from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_graph.iris import InvalidBase, Iris, article_slugs, distinct, joined, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Helse- og omsorgsdepartementet", "helse-og-omsorgsdepartementet"),
        ("Bent Høie", "bent-hoie"),
        ("Mattis Dahl Åmotsbakken", "mattis-dahl-amotsbakken"),
        ("Ærlighet på første", "aerlighet-pa-forste"),
        ("A\u030angstrøm", "angstrom"),  # å as a and a ring
        ("Čáhcesuolu Đoaibma Ŋuolla", "cahcesuolu-doaibma-nuolla"),
        ("003_6cce679d", "003-6cce679d"),
        ("Straße & Łódź", "strasse-lodz"),
        ("../../etc/passwd", "etc-passwd"),
        ("a\x00b\n", "a-b"),
    ],
)
def test_slug_is_readable_ascii(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_letters_without_ascii_are_told_apart() -> None:
    assert slug("Αθήνα") != slug("Πάτρα")
    assert slug("Привет Kari").startswith("kari-")


def test_long_texts_that_begin_alike_stay_apart() -> None:
    assert slug("å utrede " * 40 + "a") != slug("å utrede " * 40 + "b")


@given(st.text())
def test_slug_is_safe_and_stable(text: str) -> None:
    made = slug(text)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    assert len(made) <= 80
    assert slug(made) == made


def test_distinct_marks_all_who_collide_and_nobody_else() -> None:
    made = distinct({"bodø": "bodo", "bodo": "bodo", "moss": "moss"})
    assert made["moss"] == "moss"
    assert len(set(made.values())) == 3
    assert "bodo" not in made.values()


def test_article_slugs_do_not_depend_on_order() -> None:
    assert article_slugs(["A 1", "a-1", "b"]) == article_slugs(["b", "a-1", "A 1"])


def test_joined_is_cut_with_a_digest() -> None:
    assert joined("a", "b") == "a--b"
    assert len(joined("a" * 100, "b" * 100)) <= 160
    assert joined("a" * 100, "b" * 100) != joined("a" * 100, "c" * 100)


@pytest.mark.parametrize("base", ["https://example.org/id/", "http://localhost:8000/a#", "https://w3id.org/x/%C3%A5/"])
def test_bases(base: str) -> None:
    assert Iris(base).of("person/a").value == f"{base}person/a"


@pytest.mark.parametrize(
    "base",
    ["", "id/", "https://example.org/id", "https:///id/", "ftp://example.org/", "https://example.org/å/", "https://example.org/a b/",
     "https://example.org/<x>/", "javascript:alert(1)/", "https://example.org/%zz/", "https://example.org/\n/"],
)  # fmt: skip
def test_no_bases(base: str) -> None:
    with pytest.raises(InvalidBase):
        Iris(base)
