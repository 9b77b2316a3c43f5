"""Raw text labelled by teachers: what they and the document pass believe, kept on the way to the network."""

import json
import lzma
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from build_graph.language_model.names import LABELS
from training import lessons


def teacher(**said: dict[str, float]) -> lessons.Belief:
    """Believes of each form what is given here, else that it is no name."""

    def belief(sentences: Sequence[Sequence[str]]) -> np.ndarray:
        rows = []
        for form in (form for forms in sentences for form in forms):
            row = np.full(len(LABELS), 1e-6, np.float32)
            for label, share in said.get(form, {"O": 1.0}).items():
                row[LABELS.index(label)] = share
            rows.append(row)
        return np.stack(rows)

    return belief


def likeliest(belief: np.ndarray) -> list[str]:
    return [LABELS[at] for at in belief.argmax(1)]


PERSON = {"Kari": {"B-PER": 1.0}, "Testdatter": {"I-PER": 1.0}}


def test_teachers_are_averaged() -> None:
    doubt = teacher(Prøve={"B-ORG": 0.6, "B-PER": 0.4})
    certain = teacher(Prøve={"B-PER": 1.0})
    (forms, belief), = lessons.taught(iter([[["Så", "Prøve", "."]]]), certain, [certain, doubt])
    assert forms == ["Så", "Prøve", "."]
    assert likeliest(belief) == ["O", "B-PER", "O"]
    assert 0.1 < belief[1, LABELS.index("B-ORG")] < 0.3
    assert belief.sum(1) == pytest.approx(np.ones(3), abs=1e-2)


def test_the_document_decides() -> None:
    sentences = [["Kari", "Testdatter", "kom"], ["Så", "gikk", "Testdatters", "hund"]]
    one = teacher(**PERSON, Testdatters={"O": 0.7, "B-ORG": 0.3})
    first, second = lessons.taught(iter([sentences]), one, [one])
    assert likeliest(first[1]) == ["B-PER", "I-PER", "O"]
    assert likeliest(second[1]) == ["O", "O", "B-PER", "O"]


def test_documents_apart() -> None:
    one = teacher(**PERSON, Testdatters={"O": 0.7, "B-ORG": 0.3})
    found = list(lessons.taught(iter([[["Kari", "Testdatter", "kom"]], [], [["til", "Testdatters", "hus"]]]), one, [one]))
    assert [likeliest(belief) for _, belief in found] == [["B-PER", "I-PER", "O"], ["O", "O", "O"]]


def test_written_and_read_again(tmp_path: Path) -> None:
    one = teacher(**PERSON)
    made = list(lessons.taught(iter([[["Kari", "Testdatter", "kom"], ["Hei", "!"]]]), one, [one]))
    lessons.write(iter(made), tmp_path)
    again = lessons.read(tmp_path, seed=1)
    assert sorted(forms for forms, _ in again) == sorted(forms for forms, _ in made)
    beliefs = {tuple(forms): belief for forms, belief in made}
    assert all((beliefs[tuple(forms)] == belief).all() for forms, belief in again)
    assert [forms for forms, _ in lessons.read(tmp_path, seed=1)] == [forms for forms, _ in again]


def test_documents_of_raw_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lessons, "TOKENS", {"sample": 10})
    rows = [{"text": "Overskrift\n\nKari Testdatter kom til Oslo i går. det er en prøve uten navn."}] * 9
    with lzma.open(tmp_path / "sample.jsonl.xz", "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)
    found = list(lessons.documents(tmp_path))
    assert len(found) == 1
    assert found[0] == [["Kari", "Testdatter", "kom", "til", "Oslo", "i", "går", ".", *["det", "er", "en", "prøve", "uten", "navn", "."]]]
