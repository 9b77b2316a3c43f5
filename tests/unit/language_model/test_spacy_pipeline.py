"""Another spaCy pipeline: the real loading code, with a small pipeline made here."""

from pathlib import Path

import pytest

from build_graph.language_model import ModelNotFound, load

spacy = pytest.importorskip("spacy", reason="the optional extra spacy is not installed")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A blank Norwegian pipeline with a rule for names, saved as a user's own would be."""
    pipeline = spacy.blank("nb", meta={"name": "prøve", "version": "2.3.4"})
    pipeline.add_pipe("sentencizer")
    pipeline.add_pipe("entity_ruler").add_patterns(
        [
            {"label": "PERSON", "pattern": [{"TEXT": "Kari"}, {"TEXT": "Testdatter"}]},
            {"label": "GPE_LOC", "pattern": "Oslo"},
            {"label": "MISC", "pattern": "Prøvesyken"},
        ]
    )
    path = tmp_path_factory.mktemp("pipeline") / "own"
    pipeline.to_disk(path)
    return path


def test_a_folder(folder: Path) -> None:
    model = load(str(folder))
    assert (model.name, model.version) == ("nb_prøve", "2.3.4")
    text = "Møte i Oslo\nKari Testdatter 😀 kom. Prøvesyken gikk."
    analysis = model.analyse(text, [(0, 11), (12, len(text))])
    assert [(text[found.start : found.end], found.type) for found in analysis.entities] == [("Oslo", "GPE"), ("Kari Testdatter", "PER")]
    assert [text[start:end] for start, end in analysis.sentences] == ["Møte i Oslo", "Kari Testdatter 😀 kom.", "Prøvesyken gikk."]
    assert [text[token.start : token.end] for token in analysis.tokens][:5] == ["Møte", "i", "Oslo", "Kari", "Testdatter"]
    assert all(token.head is None and token.dep is None for token in analysis.tokens)


def test_a_pipeline_without_sentences(tmp_path: Path) -> None:
    spacy.blank("nn").to_disk(tmp_path / "bare")
    analysis = load(str(tmp_path / "bare")).analyse("Ei setning. Ei til.", [(0, 19)])
    assert len(analysis.sentences) == 2
    assert analysis.entities == ()


def test_heads_are_numbers_of_tokens(tmp_path: Path) -> None:
    pipeline = spacy.blank("nb")

    @spacy.language.Language.component("chained_for_the_test")
    def chained(doc):  # type: ignore[no-untyped-def]
        for token in doc:
            token.head, token.dep_, token.pos_, token.lemma_ = doc[max(0, token.i - 1)], "FLAT", "NOUN", token.text.lower()
        return doc

    pipeline.add_pipe("chained_for_the_test")
    pipeline.to_disk(tmp_path / "parsed")
    analysis = load(str(tmp_path / "parsed")).analyse("En To.  Tre", [(0, 6), (8, 11)])
    assert [token.head for token in analysis.tokens] == [0, 0, 1, 3]
    assert [(token.lemma, token.pos, token.dep) for token in analysis.tokens][0] == ("en", "NOUN", "FLAT")


def test_nothing_of_that_name() -> None:
    with pytest.raises(ModelNotFound, match="no_such_pipeline"):
        load("no_such_pipeline")
