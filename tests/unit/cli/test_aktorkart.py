"""The command line: what it prints where, and with which exit status."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import aktorkart

ARTICLE = """\
---
identifier: {name}
published: 2021-03-04
language: nb
---
# Nytt styre i Foreningen Eksempel

Kari Testdatter er valgt til leder i Foreningen Eksempel.

– Vi prøver igjen, sier lederen.
"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(aktorkart.main, [str(argument) for argument in arguments], prog_name="aktorkart")


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    for name in ("første", "andre"):
        (folder / f"{name}.txt").write_text(ARTICLE.format(name=name), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def store(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store") / "graph"
    result = run("build", articles, "--store", folder)
    assert result.exit_code == 0, result.output
    return folder


def test_every_command_has_help_with_an_example() -> None:
    for name, command in aktorkart.main.commands.items():
        shown = run(name, "--help")
        assert shown.exit_code == 0
        assert command.get_short_help_str(), name
        assert "--store" in shown.output or name == "annotate", name
        if name != "validate":
            assert f"aktorkart {name} " in shown.output


def test_the_contract_s_commands_are_there() -> None:
    assert {"build", "query", "map", "export", "validate"} <= set(aktorkart.main.commands)


def test_version() -> None:
    assert run("--version").output.startswith("aktorkart 0.")


def test_build_ends_with_a_summary(articles: Path, tmp_path: Path) -> None:
    result = run("build", articles, "--store", tmp_path / "graph")
    told = {line.rsplit(None, 1)[0].strip(): line.rsplit(None, 1)[1] for line in result.stdout.splitlines() if not line.endswith(" s")}
    assert told["articles read"] == "2"
    assert told["skipped"] == "0"
    assert {"people", "organisations", "bodies", "meetings", "collaborations", "reports", "facts"} <= set(told)
    assert int(told["people"]) == 1
    assert any(line.startswith("time") for line in result.stdout.splitlines())


def test_build_tells_what_it_skipped_and_builds_the_rest(articles: Path, tmp_path: Path) -> None:
    bad = tmp_path / "empty.txt"
    bad.write_bytes(b"")
    result = run("build", articles, bad, tmp_path / "missing", "--store", tmp_path / "graph")
    assert result.exit_code == 1
    about = [line for line in result.stderr.splitlines() if "empty.txt" in line or "missing" in line]
    assert len(about) == 2
    assert "Traceback" not in result.output
    assert re.search(r"articles read +2\n", result.stdout)


def test_a_build_that_reads_nothing_leaves_the_graph(articles: Path, tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    run("build", articles, "--store", folder)
    before = (folder / "manifest.json").read_bytes()
    result = run("build", tmp_path / "missing", "--store", folder)
    assert result.exit_code == 1
    assert (folder / "manifest.json").read_bytes() == before


def test_a_fault_in_one_article_stops_no_other(articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from build_graph import pipeline

    real = pipeline.extract

    def faulty(article: object, model: object) -> object:
        if article.identifier == "andre":  # type: ignore[attr-defined]
            raise RecursionError("too deep")
        return real(article)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "extract", faulty)
    result = run("build", articles, "--store", tmp_path / "graph")
    assert result.exit_code == 1
    assert "andre.txt: could not be analysed: RecursionError: too deep; please report this" in result.stderr
    assert re.search(r"articles read +1\n", result.stdout)


def test_file_names_do_not_steer_the_terminal(tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("Windows has no such file names")
    (tmp_path / "a\x1b[2J.txt").write_bytes(b"")
    assert "\x1b" not in run("build", tmp_path, "--store", tmp_path / "graph").stderr


@pytest.mark.parametrize("base", ["x", "https://eksempel.no/å/", "https://example.org/id"])
def test_a_base_that_is_none(articles: Path, tmp_path: Path, base: str) -> None:
    result = run("build", articles, "--store", tmp_path / "graph", "--base", base)
    assert result.exit_code == 2
    assert "--base" in result.stderr
    assert not (tmp_path / "graph").exists()


def test_another_base(articles: Path, tmp_path: Path) -> None:
    run("build", articles, "--store", tmp_path / "graph", "--base", "https://example.org/d/")
    result = run("query", "SELECT DISTINCT ?p WHERE { ?p a foaf:Person }", "--format", "csv", "--store", tmp_path / "graph")
    assert "https://example.org/d/person/kari-testdatter" in result.stdout
    assert run("validate", "--store", tmp_path / "graph").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["roles", "--who", "kari testdatter", "--format", "csv"], "Kari Testdatter"),
        (["SELECT ?n WHERE { ?p foaf:name ?n }"], "Kari Testdatter"),
        (["SELECT ?n WHERE { VALUES ?hvem { UNDEF } ?hvem foaf:name ?n }", "--hvem", "KARI TESTDATTER"], "Kari Testdatter"),
        (["ASK { ?s ?p ?o }"], "yes"),
        (["CONSTRUCT { ?p a foaf:Person } WHERE { ?p a foaf:Person }", "--format", "ntriples"], "person/kari-testdatter>"),
    ],
)
def test_query(store: Path, arguments: list[str], expected: str) -> None:
    result = run("query", *arguments, "--store", store)
    assert result.exit_code == 0, result.output
    assert expected in result.stdout


def test_query_takes_the_store_before_the_question_too(store: Path) -> None:
    assert "yes" in run("query", "--store", store, "ASK { ?s ?p ?o }").stdout


def test_query_reads_a_file_and_writes_one(store: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.rq").write_text("# My question\nSELECT ?n WHERE { ?p foaf:name ?n }", encoding="utf-8")
    result = run("query", tmp_path / "mine.rq", "--format", "csv", "--out", tmp_path / "out.csv", "--store", store)
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    assert (tmp_path / "out.csv").read_bytes() == b"n\r\nKari Testdatter\r\n"


def test_query_help_lists_the_questions_and_their_parameters() -> None:
    from queries.questions import catalogue

    listed = run("query", "--help").output
    assert all(question.name in listed for question in catalogue())
    shown = run("query", "roles", "--help").output
    assert "--who" in shown
    assert "Roller" in shown


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["query", "no-such-question"], "no named question"),
        (["query", "SELECT"], "SELECT"),
        (["query", "SELECT ?x WHERE { ?x a nosuch:Thing }"], "nosuch"),
        (["query", "DROP ALL"], "DROP"),
        (["query", "SELECT * WHERE { SERVICE <http://example.org/> { ?s ?p ?o } }"], "SERVICE"),
        (["query", "roles", "--who", "Ingen Slik"], "Ingen Slik"),
        (["query", "roles", "--nosuch", "x"], "--nosuch"),
        (["query", "missing.rq"], "missing.rq"),
        (["export", "graph.xyz"], ".xyz"),
        (["export", "no/such/folder/graph.ttl"], "folder"),
        (["map", "no/such/folder/map.html"], "folder"),
        (["map", "map.html", "--around", "Ingen Slik"], "Ingen Slik"),
        (["map", "map.html", "--query", "ASK { ?s ?p ?o }"], "CONSTRUCT"),
        (["map", "map.html", "--from", "i går"], "i går"),
        (["nosuch"], "nosuch"),
        (["build"], "PATH"),
    ],
)
def test_a_user_s_error_is_told_in_short_with_status_2(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str) -> None:
    monkeypatch.chdir(tmp_path)
    extra = ["--store", store] if arguments[0] in ("query", "export", "map") else []
    result = run(*arguments, *extra)
    assert result.exit_code == 2
    assert message in result.stderr
    assert len(result.stderr.splitlines()) <= 4
    assert result.stdout == ""
    assert not isinstance(result.exception, Exception) or isinstance(result.exception, SystemExit)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", [["query", "ASK { ?s ?p ?o }"], ["export", "x.ttl"], ["map", "x.html"], ["validate"]])
def test_no_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stderr == "aktorkart: graph: no graph here; build one with: aktorkart build PATH… --store graph\n"


def test_map_and_export(store: Path, tmp_path: Path) -> None:
    assert run("map", tmp_path / "map.html", "--store", store).exit_code == 0
    assert "Kari Testdatter" in (tmp_path / "map.html").read_text(encoding="utf-8")
    for suffix in ("nq", "ttl.gz"):
        assert run("export", tmp_path / f"graph.{suffix}", "--store", store).exit_code == 0
    assert "Kari Testdatter" in (tmp_path / "graph.nq").read_text(encoding="utf-8")


def test_validate_says_what_fails_where(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("validate", "--store", store).exit_code == 0
    from ontology import shapes

    focus = "https://w3id.org/aktorkart/id/article/forste"
    monkeypatch.setattr(shapes, "validate", lambda graph, base: [shapes.Violation(focus, "rdfs:label", "is missing", "ArticleShape")])
    result = run("validate", "--store", store)
    assert result.exit_code == 1
    assert result.stdout == f"<{focus}> rdfs:label: is missing [ArticleShape] in første.txt\n"


def test_the_program_starts_fast_and_speaks_utf_8_anywhere() -> None:
    """Help needs none of the heavy libraries, and an ASCII terminal gets UTF-8."""
    program = "import sys, aktorkart\ntry: aktorkart.run(['build', '--help'])\nfinally: print(sorted({'rdflib', 'pyoxigraph', 'networkx', 'pyvis', 'numpy'} & set(sys.modules)))"
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, env=environment, check=True)
    assert "PATH…" in done.stdout.decode("utf-8")
    assert done.stdout.decode("utf-8").rstrip().endswith("[]")
