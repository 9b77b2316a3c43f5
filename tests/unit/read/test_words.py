"""What single words and names tell: the written form, a person's name, its ordinary spelling."""

import pytest

from build_graph.read import cues
from build_graph.read.language import language_of
from build_graph.read.person import (
    in_capitals,
    looks_like_organisation,
    looks_like_person,
    ordinary_case,
    sentence_case,
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Foreningen har ikke fått noen ny leder, sier hun.", "nb"),
        ("Foreininga har ikkje fått nokon ny leiar, seier ho.", "nn"),
        ("Dei valde ein ny leiar då møtet vart halde.", "nn"),
        ("Hva gjør dere nå?", "nb"),
        ("Oslo 2017", "nb"),
    ],
)
def test_the_written_form(text: str, language: str) -> None:
    assert language_of(text) == language


def test_no_word_is_of_both_written_forms() -> None:
    assert not cues.forms("only Bokmål") & cues.forms("only Nynorsk")


def test_a_kind_of_cue_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        cues.forms("no such kind")


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("KARI TESTDATTER", "Kari Testdatter"),
        ("ÅSE ØVRE ÆREPRØVE", "Åse Øvre Æreprøve"),
        ("ANNE-KARI TEST-PRØVE", "Anne-Kari Test-Prøve"),
        ("OLA MCPRØVE", "Ola McPrøve"),
        ("KARI VON DER TEST", "Kari von der Test"),
        ("PER D'EKSEMPEL", "Per D'Eksempel"),
        ("OLA N. PRØVE", "Ola N. Prøve"),
        ("Kari Testdatter", "Kari Testdatter"),
    ],
)
def test_names_in_ordinary_case(name: str, spelled: str) -> None:
    assert ordinary_case(name) == spelled


@pytest.mark.parametrize(("line", "written"), [("AKTUELT FRA KS", "Aktuelt fra KS"), ("Aktuelt", "Aktuelt"), ("ÅRSMØTE", "Årsmøte")])
def test_lines_in_ordinary_case(line: str, written: str) -> None:
    assert sentence_case(line) == written


@pytest.mark.parametrize(
    ("name", "capitals", "person"),
    [
        ("Kari Testdatter", False, True),
        ("Kari M. Testdatter", False, True),
        ("Kari von der Test", False, True),
        ("Anne-Kari Test-Prøve", False, True),
        ("KARI TESTDATTER", True, True),
        ("KARI TESTDATTER", False, False),
        ("Kari", False, False),
        ("Foreningen Eksempel", False, False),
        ("Prøveby kommune", False, False),
        ("Getty Images", False, False),
        ("Universitetet i Prøveby", False, False),
        ("Kari testdatter", False, False),
        ("Styret 2018", False, False),
        ("von Testdatter", False, False),
        ("Kari Anne Berit Dina Eva Fia Testdatter", False, False),
    ],
)
def test_what_looks_like_a_person(name: str, capitals: bool, person: bool) -> None:
    assert looks_like_person(name, capitals=capitals) is person


def test_what_looks_like_an_organisation() -> None:
    assert looks_like_organisation("Prøveforbundet")
    assert looks_like_organisation("Eksempel AS")
    assert not looks_like_organisation("Kari de Testdatter")


def test_capitals() -> None:
    assert in_capitals("STYRET 2018")
    assert not in_capitals("Styret")
    assert not in_capitals("2018")
