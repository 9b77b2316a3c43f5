"""What holds where the register, the language model and the word lists disagree."""

from __future__ import annotations

import pytest

from build_graph.annotate.names import known_places
from tests.marked import annotated


def names(marked: str) -> list[tuple[str, str, str]]:
    """The names that hold: words, type, who found them."""
    found = annotated(marked)
    return [(found.article.text[slice(*n.span)], n.type, n.source) for n in found.names]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the register wins over the model's other type or a part of its name
        ("I dag svarte [PER Helsedirektoratet].", [("Helsedirektoratet", "ORG", "register")]),
        ("I dag svarte Norsk [ORG sykepleierforbund].", [("Norsk sykepleierforbund", "ORG", "register")]),
        # but gives way to a longer organisation, and to a person
        ("I dag svarte [ORG Legeforeningen Prøveby].", [("Legeforeningen Prøveby", "ORG", "model")]),
        ("I dag svarte [PER Kari Delta].", [("Kari Delta", "PER", "model")]),
        # marks and numbers around a name are none of it
        ("I dag svarte [PER «Kari Testdatter»].", [("Kari Testdatter", "PER", "model")]),
        ("I dag svarte [PER 1. Kari Testdatter].", [("Kari Testdatter", "PER", "model")]),
        ("I dag svarte [PER Kari Testdatter,] og alle lyttet.", [("Kari Testdatter", "PER", "model")]),
        # a title is none of the name
        ("I dag svarte [PER Kaptein Testdatter].", [("Testdatter", "PER", "model")]),
        # what is no name at all
        ("Skriv til [PER kari@eksempel.example].", []),
        ("Se [ORG www.eksempel.example] i dag.", []),
        ("Vi gir støtte fra [PER Kari Testdatter]s minnefond.", []),
        ("Vi bor i [PER Kari Testdatter]s gate.", []),
        ("Dette er [ORG Helse-] og sosialsjefen.", []),
        ("Dette er [ORG 2020].", []),
        # a lone word that ends a full name is that person, whatever the model thinks
        ("[PER Kari Testdatter] kom. Så gikk [ORG Testdatter].", [("Kari Testdatter", "PER", "model"), ("Testdatter", "PER", "model")]),
        # countries are places, also where the model is sure of something else
        ("Hun bor i [ORG Norge].", [("Norge", "GPE", "model")]),
        ("Hun bor i [ORG.5 Bergen].", [("Bergen", "GPE", "model")]),
        # a head noun tells an organisation
        ("I dag møttes [LOC Prøvebyutvalget].", [("Prøvebyutvalget", "ORG", "model")]),
        ("I dag møttes [PER Prøvebygdas forening].", [("Prøvebygdas forening", "ORG", "model")]),
        # a title right before an unsure name makes it a person's
        ("I dag svarte rådgiver [PROD.4 Kari Testdatter].", [("Kari Testdatter", "PER", "model")]),
    ],
)
def test_settled(text: str, found: list[tuple[str, str, str]]) -> None:
    assert names(text) == found


def test_a_numbered_line_begins_with_its_name() -> None:
    text = "Kursholdere:\n\n1. Kari [PER Testdatter], rådgiver\n\n2. [PER Ola Prøve], rådgiver"
    assert [words for words, _, _ in names(text)] == ["Kari Testdatter", "Ola Prøve"]


def test_places_of_the_lists() -> None:
    assert {"Bergen", "Norge"} <= known_places()
