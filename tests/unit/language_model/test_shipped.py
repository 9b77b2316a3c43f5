"""The shipped model: names in the layouts of our field, and a document's say in them."""

import pytest

from build_graph.language_model import Analysis, LanguageModel, load
from build_graph.language_model.document import Name, key, settle


@pytest.fixture(scope="module")
def model() -> LanguageModel:
    return load()


def analyse(model: LanguageModel, *blocks: str) -> tuple[str, Analysis]:
    text = "\n".join(blocks)
    spans, at = [], 0
    for block in blocks:
        spans.append((at, at + len(block)))
        at += len(block) + 1
    return text, model.analyse(text, spans)


def names(model: LanguageModel, *blocks: str) -> list[tuple[str, str]]:
    text, analysis = analyse(model, *blocks)
    return [(text[found.start : found.end], found.type) for found in analysis.entities]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("Til stede: Kari Testdatter, Ola Prøve og Liv Berit Eksempelsen", ["Kari Testdatter", "Ola Prøve", "Liv Berit Eksempelsen"]),
        ("AV KARI TESTDATTER", ["KARI TESTDATTER"]),
        ("Foto: Ola Prøvestad", ["Ola Prøvestad"]),
        ("Leder: Ánne Máret Prøvevuolab", ["Ánne Máret Prøvevuolab"]),
        ("Vara: 1. Kari Prøvestad 2. Ola Testvik", ["Kari Prøvestad", "Ola Testvik"]),
        ("FORTSETTER: Kari Prøvestad etter valget.", ["Kari Prøvestad"]),
        ("Generalsekretær K. A. Prøvestad sier nei.", ["K. A. Prøvestad"]),
        ("Leiar i utvalet Åse Prøvestad-Lie seier ja.", ["Åse Prøvestad-Lie"]),
        ("Frps Ola Testvik sier nei.", ["Ola Testvik"]),
        ("Senterparti-leiar Ola Testvik seier ja.", ["Ola Testvik"]),
    ],
)
def test_persons(model: LanguageModel, block: str, expected: list[str]) -> None:
    assert [form for form, kind in names(model, block) if kind == "PER"] == expected


def test_types(model: LanguageModel) -> None:
    found = names(model, "Kari Testdatter i Arbeiderpartiet kom til Oslo.")
    assert found == [("Kari Testdatter", "PER"), ("Arbeiderpartiet", "ORG"), ("Oslo", "GPE")]


def test_sentences_stay_in_their_block(model: LanguageModel) -> None:
    text, analysis = analyse(model, "Nytt styre valgt", "Styret møttes. Det gikk fint.")
    assert [text[start:end] for start, end in analysis.sentences] == ["Nytt styre valgt", "Styret møttes.", "Det gikk fint."]


def test_offsets_are_code_points(model: LanguageModel) -> None:
    text, analysis = analyse(model, "😀 𝔸 – Kari Testdatter sier ja.")
    assert "Kari Testdatter" in [text[found.start : found.end] for found in analysis.entities]


def test_no_text(model: LanguageModel) -> None:
    assert model.analyse("", []) == Analysis((), (), ())
    assert model.analyse("  ", [(0, 2)]) == Analysis((), (), ())


def test_the_same_text_gives_the_same_answer(model: LanguageModel) -> None:
    blocks = ("Ny leder i Foreningen Eksempel", "Kari Testdatter tar over etter Ola Prøve, sier Testdatter.")
    assert analyse(model, *blocks) == analyse(load(), *blocks)


def test_confidence_and_order(model: LanguageModel) -> None:
    _, analysis = analyse(model, "Kari Testdatter, Ola Prøve og Stortinget møttes i Bergen.")
    assert all(0 <= found.confidence <= 1 for found in analysis.entities)
    assert list(analysis.entities) == sorted(analysis.entities, key=lambda found: found.start)


def test_a_surname_is_the_person_named_elsewhere() -> None:
    sentences = [["Kari", "Testdatter", "kom"], ["Så", "gikk", "Testdatter"]]
    settled = settle(sentences, [[Name(0, 2, "PER", 0.99)], [Name(2, 3, "ORG", 0.4)]])
    assert [(name.start, name.end, name.type) for name in settled[1]] == [(2, 3, "PER")]


def test_a_surname_that_no_sentence_shows_is_found() -> None:
    settled = settle([["Kari", "Testdatter", "kom"], ["til", "Testdatters", "hus"]], [[Name(0, 2, "PER", 0.99)], []])
    assert [(name.start, name.end, name.type) for name in settled[1]] == [(1, 2, "PER")]


@pytest.mark.parametrize(
    ("forms", "expected"),
    [(["Kari", "Testdatters"], ("Kari", "Testdatter")), (["KARI"], ("KARI",)), (["EKSEMPEL"], ("Eksempel",)), (["Hans"], ("Han",))],
)
def test_key(forms: list[str], expected: tuple[str, ...]) -> None:
    assert key(forms) == expected


def test_grammar(model: LanguageModel) -> None:
    text, analysis = analyse(model, "Styret vedtok planane.", "Leder Kari Testdatter møtte utvalgene i Oslo.")
    tokens = {text[token.start : token.end]: token for token in analysis.tokens}
    assert [tokens[form].pos for form in ("Styret", "vedtok", "Kari", "i", "Oslo")] == ["subst", "verb", "prop", "prep", "prop"]
    assert [tokens[form].lemma for form in ("Styret", "vedtok", "utvalgene", "Testdatter")] == ["styre", "vedta", "utvalg", "Testdatter"]
    verb = analysis.tokens.index(tokens["vedtok"])
    assert (tokens["vedtok"].head, tokens["vedtok"].dep) == (verb, "FINV")
    assert (tokens["Styret"].head, tokens["Styret"].dep) == (verb, "SUBJ")
    assert tokens["Testdatter"].dep == "FLAT"


def test_heads_stay_in_their_sentence(model: LanguageModel) -> None:
    _, analysis = analyse(model, "Nytt styre", "Kari Testdatter leder laget. Ola Prøve er med.")
    for start, end in analysis.sentences:
        inside = [at for at, token in enumerate(analysis.tokens) if start <= token.start < end]
        assert all(analysis.tokens[at].head in inside for at in inside)
        assert sum(analysis.tokens[at].head == at for at in inside) >= 1


def test_lemmas_follow_the_written_form(model: LanguageModel) -> None:
    for sentence, expected in (("Han er ikke her.", "være"), ("Han er ikkje her.", "vere")):
        text, analysis = analyse(model, sentence)
        assert next(token.lemma for token in analysis.tokens if text[token.start : token.end] == "er") == expected
