"""Who is meant by a name: full and short forms, genitives, initials, capitals, namesakes."""

from __future__ import annotations

import pytest

from build_graph.mentions.persons import is_collective, ordinary_case
from tests.marked import mentioned


def people(marked: str, **options: object) -> list[tuple[str, str]]:
    """Each mention of a person: the words, and the person's name."""
    doc = mentioned(marked, **options)
    text = doc.annotated.article.text
    return [(text[slice(*m.span)], doc.referents[m.referent].name) for m in doc.mentions if m.kind == "person" and not m.anaphoric]


KARI = "Kari Testdatter"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the surname, the first name, a part of a double surname
        ("[PER Kari Testdatter] kom. Testdatter smilte.", [(KARI, KARI), ("Testdatter", KARI)]),
        ("[PER Kari Testdatter] kom. [PER Kari] smilte.", [(KARI, KARI), ("Kari", KARI)]),
        ("[PER Kari Testdatter-Prøve] kom. [PER Prøve] smilte.", [("Kari Testdatter-Prøve",) * 2, ("Prøve", "Kari Testdatter-Prøve")]),
        # the longer form is the name, whichever comes first
        ("[PER Kari Testdatter] kom. [PER Kari Anne Testdatter] smilte.", [(KARI, "Kari Anne Testdatter"), ("Kari Anne Testdatter",) * 2]),
        ("[PER K. Testdatter] kom. [PER Kari Testdatter] smilte.", [("K. Testdatter", KARI), (KARI, KARI)]),
        # initials that fit two people are neither's
        ("[PER Kari Testdatter] og [PER Knut Testdatter] kom. [PER K. Testdatter] smilte.",
         [(KARI, KARI), ("Knut Testdatter",) * 2, ("K. Testdatter",) * 2]),
        # two who share a surname: the one named last
        ("[PER Kari Testdatter] kom. [PER Ola Testdatter] kom. [PER Testdatter] smilte.",
         [(KARI, KARI), ("Ola Testdatter",) * 2, ("Testdatter", "Ola Testdatter")]),
        # another first name is another person
        ("[PER Kari Testdatter] kom. [PER Eva Testdatter] smilte.", [(KARI, KARI), ("Eva Testdatter",) * 2]),
        # genitives
        ("[PER Kari Testdatters] kurs er fullt. [PER Kari Testdatter] smiler.", [(KARI, KARI), (KARI, KARI)]),
        ("[PER Kari Hansens] kurs er fullt.", [("Kari Hansen",) * 2]),
        ("[PER Lars] kurs er fullt.", [("Lars",) * 2]),
        ("[PER Anders'] kurs er fullt. [PER Anders Prøve] smiler.", [("Anders", "Anders Prøve"), ("Anders Prøve",) * 2]),
        ("[PER Kari Blix's] kurs er fullt.", [("Kari Blix",) * 2]),
        # honorifics and capitals
        ("[PER dr. Kari Testdatter] kom.", [(KARI, KARI)]),
        ("[PER KARI TESTDATTER] kom.", [("KARI TESTDATTER", KARI)]),
        # found again where the model missed it
        ("[PER Kari Testdatter] kom. Kari Testdatter smilte.", [(KARI, KARI), (KARI, KARI)]),
        # part of another name or of a word: no
        ("[PER Kari Testdatter] kom. Testdatterskolen er ny.", [(KARI, KARI)]),
        ("[PER Kari Testdatter] kom. [ORG Testdatter Eksempel AS] er nytt.", [(KARI, KARI)]),
    ],
)  # fmt: skip
def test_who_is_meant(text: str, found: list[tuple[str, str]]) -> None:
    assert people(text) == found


@pytest.mark.parametrize(("given", "gender"), [("Kari", "f"), ("Ola", "m"), ("Eva", "f"), ("Xqzt", None)])
def test_gender_by_given_name(given: str, gender: str | None) -> None:
    doc = mentioned(f"[PER {given} Prøve] kom.")
    assert [r.gender for r in doc.referents.values()] == [gender]


@pytest.mark.parametrize(
    ("capitals", "ordinary"),
    [
        ("KARI TESTDATTER", "Kari Testdatter"),
        ("MARIT VON DER LIPPE-ÅS", "Marit von der Lippe-Ås"),
        ("ANNE-KARI PRØVE", "Anne-Kari Prøve"),
    ],
)
def test_ordinary_case(capitals: str, ordinary: str) -> None:
    assert ordinary_case(capitals) == ordinary


@pytest.mark.parametrize(
    ("byline", "collective"),
    [("Eksempelbladets redaksjon", True), ("Foreningen", True), ("Kari Testdatter", False), ("Kari Hansen", False)],
)
def test_collective_bylines(byline: str, collective: bool) -> None:
    assert is_collective(byline) is collective
