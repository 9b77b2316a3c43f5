"""The commands with which people check and decide, end to end."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import aktorkart

ARTICLES = Path(__file__).resolve().parents[3] / "data" / "identity" / "articles"
DIRIGENT, OVERLEGE = "person/per-ovelsen--2018-09-konsert", "person/per-ovelsen--2018-10-overlege"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(aktorkart.main, [str(each) for each in arguments])


@pytest.fixture
def store(tmp_path: Path) -> Path:
    folder = tmp_path / "graph"
    result = run("build", ARTICLES, "--store", folder)
    assert result.exit_code == 0, result.output
    return folder


def rebuilt(store: Path) -> Result:
    result = run("build", ARTICLES, "--store", store)
    assert result.exit_code == 0, result.output
    return result


def test_pairs_are_listed_with_what_is_said_of_both(store: Path) -> None:
    shown = run("review", "--store", store)
    assert shown.exit_code == 0, shown.output
    for words in ("Per Øvelsen", "dirigent, Skisseby Musikkforening", "overlege, Prøveby sykehus", f"--same {DIRIGENT} {OVERLEGE}", "[2018-09-konsert]"):
        assert words in shown.stdout
    found = json.loads(run("review", "--store", store, "--json").stdout)
    rows = list(csv.DictReader(io.StringIO(run("review", "--store", store, "--csv").stdout)))
    assert [each["one"]["path"] for each in found] == [row["one_path"] for row in rows]
    assert (DIRIGENT, OVERLEGE) in {(row["one_path"], row["other_path"]) for row in rows}


def test_a_decision_holds_from_the_next_build_until_its_row_is_deleted(store: Path) -> None:
    decided = run("review", "--store", store, "--same", DIRIGENT, OVERLEGE, "--note", "the same man", "--by", "me")
    assert decided.exit_code == 0 and "build again" in decided.stderr
    rebuilt(store)
    assert "Per Øvelsen" not in run("review", "--store", store).stdout
    assert run("validate", "--store", store).exit_code == 0
    (store.parent / "decisions.csv").unlink()
    rebuilt(store)
    assert "Per Øvelsen" in run("review", "--store", store).stdout


def test_two_decided_to_be_two_are_asked_about_no_more(store: Path) -> None:
    run("review", "--store", store, "--not-same", DIRIGENT, OVERLEGE)
    rebuilt(store)
    assert "Per Øvelsen" not in run("review", "--store", store).stdout


def test_somebody_forgotten_is_nowhere_in_the_store(store: Path) -> None:
    assert "Tormod Kladdnes" in run("explain", "tormod kladdnes", "--store", store).stdout
    run("review", "--store", store, "--rename", "Tormod Kladdnes", "Tor Kladdnes")
    told = run("review", "--store", store, "--forget", "Tormod Kladdnes")
    assert told.exit_code == 0 and "1 earlier decisions" in told.stderr
    rebuilt(store)
    assert run("explain", "tormod kladdnes", "--store", store).exit_code == 2
    export = store.parent / "g.nq"
    run("export", export, "--store", store)
    for path in (export, store.parent / "decisions.csv", *store.rglob("*.txt"), *store.rglob("*.json")):
        assert "kladdnes" not in path.read_text(encoding="utf-8").lower(), path
    assert all(b"ormod" not in path.read_bytes() for path in store.rglob("*") if path.is_file())


def test_a_wrong_fact_and_a_stale_decision(store: Path) -> None:
    fact = next(line.strip() for line in run("explain", "liv forsøkdal", "--store", store).stdout.splitlines() if line.strip().startswith("membership/"))
    run("review", "--store", store, "--wrong", fact)
    with (store.parent / "decisions.csv").open("a", encoding="utf-8") as file:
        file.write("rename,person/nobody,Somebody,,,\n")
    told = rebuilt(store)
    assert [line for line in told.stderr.splitlines() if "does not apply" in line and "person/nobody" in line]
    assert fact not in run("explain", "liv forsøkdal", "--store", store).stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["review", "--same", "Nobody", "Nobody Else"], "no name"),
        (["review", "--wrong", "membership/none"], "is no fact"),
        (["review", "--forget", "Norsk Prøveforbund"], "is no person"),
        (["review", "--rename", "Per Øvelsen", "X"], "fits several"),
        (["explain", "Nobody"], "no name"),
    ],
)
def test_errors_are_told_in_a_line(store: Path, arguments: list[str], message: str) -> None:
    result = run(*arguments, "--store", store)
    assert result.exit_code == 2 and message in result.stderr and result.stderr.count("\n") == 1
    assert not (store.parent / "decisions.csv").exists()


def test_a_damaged_file_of_decisions_builds_nothing(store: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("decision,what\nmaybe,x\n", encoding="utf-8")
    result = run("build", ARTICLES, "--store", store, "--decisions", bad)
    assert result.exit_code == 2 and "line 2" in result.stderr
    assert run("build", ARTICLES, "--store", store, "--decisions", tmp_path / "none.csv").exit_code == 2


def test_explain_as_json(store: Path) -> None:
    found = json.loads(run("explain", "NPF", "--store", store, "--json").stdout)
    assert all(e["sentence"].find(e["exact"]) >= 0 and 0 < e["confidence"] <= 1 and e["file"].endswith(".txt") for each in found for e in each["evidence"])


def test_evaluate(tmp_path: Path) -> None:
    article = tmp_path / "articles" / "a.txt"
    article.parent.mkdir()
    article.write_text("Nytt styre\n\nKari Testdatter er valgt til leder i Foreningen Eksempel.\n", encoding="utf-8")
    gold = tmp_path / "gold"
    gold.mkdir()
    facts = [{"kind": "person", "name": "Kari Testdatter"}, {"kind": "person", "name": "Ola Prøve"}]
    (gold / "a.json").write_text(json.dumps({"facts": facts}), encoding="utf-8")
    shown = run("evaluate", article.parent, gold, "--errors", 3, "--rules")
    assert shown.exit_code == 0, shown.output
    assert "missed  a: name: Ola Prøve" in shown.stdout and "ALL" in shown.stdout
    assert json.loads(run("evaluate", article.parent, gold, "--json").stdout)["person"]["recall"] == 0.5
    (gold / "b.json").write_text("{", encoding="utf-8")
    assert run("evaluate", article.parent, gold).exit_code == 2
