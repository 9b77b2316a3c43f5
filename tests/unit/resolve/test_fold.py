from __future__ import annotations

import pytest

from build_graph.resolve.fold import content_words, fold, is_full_name, stem


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Anne-Karin  Prøve", "anne karin prøve"), ("«Fastlegen»", "fastlegen"), ("Helse- og\nomsorg", "helse og omsorg"), ("", "")],
)
def test_fold(text: str, expected: str) -> None:
    assert fold(text) == expected


@pytest.mark.parametrize(
    "forms",
    [("styret", "styre"), ("gruppen", "gruppa", "gruppe"), ("utvalget", "utvalg"), ("nemnda", "nemnd"), ("komiteen", "komité", "komite")],
)
def test_stem_evens_out_definite_forms(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(("one", "other"), [("styret", "rådet"), ("fagrådet", "fagrådgiverne"), ("KS", "K")])
def test_stem_keeps_different_nouns_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(("title", "words"), [("Rapport om bruk av eksempler", 3), ("rapporten", 1), ("NOU 2018: 16", 3), ("", 0)])
def test_content_words(title: str, words: int) -> None:
    assert len(content_words(title)) == words


@pytest.mark.parametrize(
    ("name", "full"),
    [("Kari Testdatter", True), ("K. Testdatter", True), ("Kari T.", False), ("Testdatter", False), ("", False), ("Li Bo", True)],
)
def test_is_full_name(name: str, full: bool) -> None:
    assert is_full_name(name) is full
