"""`aktorkart annotate`: one JSON object a file, or a rendering in colour."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aktorkart_annotate import annotate

TEXT = "Kari Nordmann er leder i Legeforeningen.\n\nHun bor i Bergen og møtte Ola Hansen i går.\n"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(annotate, arguments)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "prøve.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_json_offsets_count_in_the_file(article: Path) -> None:
    result = run("--json", str(article))
    assert result.exit_code == 0
    seen = json.loads(result.stdout)
    assert set(seen) == {"file", "sentences", "tokens", "entities"} and seen["file"] == "prøve.txt"
    assert [TEXT[start:end].strip() for start, end in seen["sentences"]] == [line for line in TEXT.split("\n") if line]
    assert all(set(token) == {"start", "end", "lemma", "pos", "head", "dep"} for token in seen["tokens"])
    assert "Legeforeningen" in [TEXT[token["start"] : token["end"]] for token in seen["tokens"]]
    for entity in seen["entities"]:
        assert TEXT[entity["start"] : entity["end"]] == entity["text"]
        assert 0 <= entity["confidence"] <= 1
    assert {("Kari Nordmann", "PER"), ("Ola Hansen", "PER"), ("Legeforeningen", "ORG"), ("Bergen", "GPE")} <= {
        (entity["text"], entity["type"]) for entity in seen["entities"]
    }


def test_heads_point_at_tokens(article: Path) -> None:
    tokens = json.loads(run("--json", str(article)).stdout)["tokens"]
    assert all(token["head"] is None or 0 <= token["head"] < len(tokens) for token in tokens)


def test_a_line_a_file_and_the_rest_goes_on(article: Path, tmp_path: Path) -> None:
    empty = tmp_path / "tom.txt"
    empty.write_text("", encoding="utf-8")
    other = tmp_path / "annen.txt"
    other.write_text("Per Olsen kom.", encoding="utf-8")
    result = run("--json", str(article), str(empty), str(other))
    assert result.exit_code == 1
    assert {json.loads(line)["file"] for line in result.stdout.splitlines()} == {"prøve.txt", "annen.txt"}
    assert "tom.txt" in result.stderr and len(result.stderr.splitlines()) == 1


def test_rendering_shows_types(article: Path) -> None:
    shown = run(str(article)).stdout
    assert "Kari Nordmann PER" in shown and "Legeforeningen ORG" in shown


def test_text_cannot_steer_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "rot.txt"
    path.write_text("Kari Nordmann \u202e leder møtet.", encoding="utf-8")
    assert "\u202e" not in run(str(path)).stdout


def test_a_model_that_is_not_there(article: Path) -> None:
    result = run("--language-model", "ingen_slik_modell", str(article))
    assert result.exit_code == 2
    assert "ingen_slik_modell" in result.stderr and "Traceback" not in result.stderr
