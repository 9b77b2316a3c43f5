"""Lemmas: known words, endings, compounds, and both written forms."""

import pytest

from build_graph.language_model.lemmas import apply, edit, lemma, rules, written_form


@pytest.mark.parametrize(
    ("form", "tag", "language", "expected"),
    [
        ("møtene", "subst", "nb", "møte"),
        ("Styret", "subst", "nb", "styre"),
        ("vedtok", "verb", "nb", "vedta"),
        ("er", "verb", "nb", "være"),
        ("er", "verb", "nn", "vere"),
        ("utvala", "subst", "nn", "utval"),
        ("prøveutvalget", "subst", "nb", "prøveutvalg"),
        ("ALIS-utvalget", "subst", "nb", "alis-utvalg"),
        ("Testdatter", "prop", "nb", "Testdatter"),
        ("!", "clb", "nb", "!"),
    ],
)
def test_lemma(form: str, tag: str, language: str, expected: str) -> None:
    assert lemma(form, tag, language) == expected


@pytest.mark.parametrize(("words", "expected"), [("Eg veit ikkje kva", "nn"), ("Jeg vet ikke hva", "nb"), ("Oslo", "nb"), ("", "nb")])
def test_written_form(words: str, expected: str) -> None:
    assert written_form(words.split()) == expected


@pytest.mark.parametrize(("form", "its"), [("gikk", "gå"), ("hus", "hus"), ("best", "god"), ("", "a")])
def test_an_edit_leads_back(form: str, its: str) -> None:
    assert apply(form, edit(form, its)) == its


def test_rules_generalise_and_keep_exceptions() -> None:
    rows = rules([("katten", "subst", "katt"), ("hatten", "subst", "hatt"), ("vannen", "subst", "vannen")])
    assert ("w", "vannen", "subst", "0") in rows
    assert any(kind == "e" and change == "2" for kind, _, _, change in rows)
