"""What the README shows works as shown."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

import aktorkart
from ontology.lexicon import kinds, read_roles
from ontology.register import COLUMNS, read_register

CHECKOUT = Path(__file__).resolve().parents[3]
README = (CHECKOUT / "README.md").read_text(encoding="utf-8")
SHOWN = [line.split("  #")[0].strip() for line in re.findall(r"^\$ aktorkart (.+)$", README, re.MULTILINE)]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> Path:
    folder = tmp_path_factory.mktemp("readme") / "graph"
    assert CliRunner().invoke(aktorkart.main, ["build", str(sample), "--store", str(folder)]).exit_code == 0
    return folder


@pytest.mark.parametrize("command", [shown for shown in SHOWN if not shown.startswith("build")])
def test_commands(command: str, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.rq").write_text("SELECT ?p WHERE { VALUES ?hvem { UNDEF } ?hvem ?p ?o }", encoding="utf-8")
    arguments = shlex.split(command)
    takes_store = any(parameter.name == "folder" for parameter in aktorkart.main.commands[arguments[0]].params) and arguments[0] != "evaluate"
    stored = ["--store", str(store)] if takes_store and "--help" not in arguments else []
    result = CliRunner().invoke(aktorkart.main, [*(str(CHECKOUT / each) if each.startswith("data/") else each for each in arguments), *stored])
    assert result.exit_code == 0, result.output
    written = len(list(tmp_path.iterdir())) > 1
    assert written or result.stdout.count("\n") > 2 or {"validate", "--json", "--forget"} & set(arguments), "answers nothing"


def test_every_command_is_documented() -> None:
    assert set(aktorkart.main.commands) <= {shown.split()[0] for shown in SHOWN}


def test_the_institution_and_the_role_of_the_readme_can_be_added() -> None:
    (row,) = re.findall(r"```csv\n(.+)\n```", README)
    (found,) = read_register(f"{','.join(COLUMNS)}\n{row}\n".encode(), "README.md", {kind.key: kind.type for kind in kinds()})
    assert "Eksempelforeningen" in found.short_names
    (turtle,) = re.findall(r"```turtle\n(.+?)```", README, re.DOTALL)
    folder = Path(__file__).resolve().parents[3] / "ontology"
    roles = (folder / "roles.ttl").read_text(encoding="utf-8") + "\n" + turtle
    assert any("koordinator for klima" in role.forms for role in read_roles(roles.encode(), "roles.ttl", frozenset(_ids(folder))))


def _ids(folder: Path) -> list[str]:
    return [line.split(",")[0] for line in (folder / "register.csv").read_text(encoding="utf-8").splitlines()]
