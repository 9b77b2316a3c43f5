"""Titles in the text: their status, form, and the organisation that the word itself names."""

from __future__ import annotations

import pytest

from tests.marked import mentioned


def titles(marked: str) -> list[tuple[str, str, str]]:
    """Each title: the words, its label, its status."""
    doc = mentioned(marked)
    return [(doc.annotated.article.text[slice(*r.span)], r.label, r.status) for r in doc.roles]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # status before the title
        ("Her er leder [PER Kari Testdatter].", [("leder", "leder", "current")]),
        ("Her er tidligere leder [PER Kari Testdatter].", [("tidligere leder", "leder", "former")]),
        ("Her er tidlegare leiar [PER Kari Testdatter].", [("tidlegare leiar", "leder", "former")]),
        ("Her er avtroppende leder [PER Kari Testdatter].", [("avtroppende leder", "leder", "outgoing")]),
        ("Her er påtroppande leiar [PER Kari Testdatter].", [("påtroppande leiar", "leder", "incoming")]),
        ("Her er nyvalgt leder [PER Kari Testdatter].", [("nyvalgt leder", "leder", "incoming")]),
        ("Her er fungerende direktør [PER Kari Testdatter].", [("fungerende direktør", "direktør", "acting")]),
        ("Her er konstituert rektor [PER Kari Testdatter].", [("konstituert rektor", "rektor", "acting")]),
        ("Her er den tidligere mangeårige lederen [PER Kari Testdatter].", [("tidligere mangeårige lederen", "leder", "former")]),
        # the longest title
        ("Her er administrerende direktør [PER Kari Testdatter].", [("administrerende direktør", "administrerende direktør", "current")]),
        ("Her er helse- og omsorgsministeren.", [("helse- og omsorgsministeren", "helse- og omsorgsminister", "current")]),
        # compounds that the scheme does not list
        ("Her er prøvesjef [PER Kari Testdatter].", [("prøvesjef", "prøvesjef", "current")]),
        ("Her er kurskoordinatoren [PER Kari Testdatter].", [("kurskoordinatoren", "kurskoordinator", "current")]),
        # a field of politics
        ("Her er kurspolitisk talsmann [PER Kari Testdatter].", [("kurspolitisk talsmann", "kurspolitisk talsmann", "current")]),
        # inside a name, or another word: none
        ("Her er [ORG Lederforeningen Eksempel].", []),
        ("Her er lederskapet.", []),
        # a verb
        ("[PER Kari Testdatter] leder arbeidet.", []),
        ("Kurset som hun leder, er fullt.", []),
        ("Legene arbeider hardt.", [("Legene", "lege", "current")]),
    ],
)
def test_titles(text: str, found: list[tuple[str, str, str]]) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    ("text", "definite", "plural"),
    [
        ("Her er en rådgiver.", False, False),
        ("Her er rådgiveren.", True, False),
        ("Her er rådgivere.", False, True),
        ("Her er rådgiverne.", True, True),
        ("Her er rådgjevarane.", True, True),
    ],
)
def test_form(text: str, definite: bool, plural: bool) -> None:
    assert [(r.definite, r.plural) for r in mentioned(text).roles] == [(definite, plural)]


@pytest.mark.parametrize(
    ("text", "label", "organisation"),
    [
        ("Her er KS-leder [PER Kari Testdatter].", "leder", "KS"),
        ("Her er [ORG Foreningen]-leder [PER Kari Testdatter].", "leder", "Foreningen"),
        ("Helse- og omsorgsdepartementet svarer ved helse- og omsorgsminister [PER Kari Testdatter].", "helse- og omsorgsminister", "Helse- og omsorgsdepartementet"),
        ("Her er den svenske statsministeren [PER Kari Testdatter].", "statsminister", "Sverige"),
        ("Her er FN-ambassadør [PER Kari Testdatter].", "FN-ambassadør", None),
    ],
)
def test_organisation_that_the_title_names(text: str, label: str, organisation: str | None) -> None:
    doc = mentioned(text)
    assert [(r.label, doc.referents[r.organisation].name if r.organisation else None) for r in doc.roles] == [(label, organisation)]
