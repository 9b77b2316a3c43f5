"""Every word list of the lexicon: it reads, says what it is for, and holds what the code expects."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from build_graph.claims.patterns import compile_pattern
from build_graph.lexicon import tables
from build_graph.lexicon.tables import LexiconError, gender_of, is_given_name, is_surname, rows, words
from ontology.lexicon import kinds, role_by_form, roles

FOLDER = files("build_graph.lexicon")
LISTS = sorted(path.name for path in FOLDER.iterdir() if path.name.endswith(".csv"))
PATTERNS = [name for name in LISTS if name.endswith("_patterns.csv")]
NAMES = {"given_names.csv", "surnames.csv"}
"""Long lists from public sources, which README.md tells of; every other list says at its top what it is for."""


@pytest.mark.parametrize("name", LISTS)
def test_reads_and_is_described(name: str) -> None:
    text = FOLDER.joinpath(name).read_text(encoding="utf-8")
    table = rows(name)
    assert table
    assert all(any(cell.strip() for cell in row.values()) for row in table)
    assert text.endswith("\n")
    assert "\r" not in text
    assert text.startswith("# ") or name in NAMES


@pytest.mark.parametrize("name", LISTS)
def test_has_no_row_twice(name: str) -> None:
    table = [tuple(sorted(row.items())) for row in rows(name)]
    twice = sorted({row for row in table if table.count(row) > 1}) if len(table) < 2000 else []
    assert twice == []
    assert len(table) - len(set(table)) == 0


def test_readme_names_every_list() -> None:
    readme = FOLDER.joinpath("README.md").read_text(encoding="utf-8")
    assert [name for name in LISTS if f"`{name}`" not in readme] == []
    assert [name for name in re.findall(r"`(\w+\.csv)`", readme) if name not in LISTS and name not in {"register.csv", "cues.csv"}] == []


@pytest.mark.parametrize("name", PATTERNS)
def test_patterns_compile_and_are_sure_of_something(name: str) -> None:
    for row in rows(name):
        compile_pattern(row["pattern"])
        assert 0.5 < float(row["confidence"]) <= 1, row["rule"]
        assert re.fullmatch(r"[a-z0-9-]+", row["rule"])


def test_lists_of_words_are_trimmed() -> None:
    for name in LISTS:
        for row in rows(name) if not name.endswith("_endings.csv") else ():  # " hus" ends names of several words only
            assert all(cell == cell.strip() for column, cell in row.items() if column != "pattern"), (name, row)


def test_offices_are_roles_and_their_kinds_exist() -> None:
    keys = {kind.key for kind in kinds()}
    heads = {role.labels["nb"] for role in roles() if role.compound_head}
    for row in rows("offices.csv"):
        assert row["role"] in role_by_form() or any(row["role"].endswith(head) for head in heads) or row["role"].startswith("-") and any(form.endswith(row["role"][1:]) for form in role_by_form()), row
        assert set(row["kinds"].split()) <= keys, row


def test_office_rules_are_rules() -> None:
    in_code = {"list-title-colon", "respectively", "title-apposition", "title-predicate"}
    rules = {row["rule"] for name in PATTERNS for row in rows(name)} | in_code
    assert words("office_rules.csv") <= rules


def test_kinds_that_general_nouns_take_up_exist() -> None:
    assert {kind for row in rows("general_nouns.csv") for kind in row["kinds"].split()} <= {kind.key for kind in kinds()}


def test_kinds_of_state_organs_exist() -> None:
    assert {row["kind"] for row in rows("state_organs.csv")} <= {kind.key for kind in kinds()}


@pytest.mark.parametrize(
    ("name", "gender"), [("Kari", "f"), ("kari", "f"), ("Ola", "m"), ("Xqzt", None), ("", None)]
)
def test_gender(name: str, gender: str | None) -> None:
    assert gender_of(name) == gender


def test_name_lists() -> None:
    assert is_given_name("Kari") and not is_given_name("Xqzt")
    assert is_surname("Hansen") and is_surname("Prøve-Hansen") and not is_surname("Xqzt")


def test_names_are_letters() -> None:
    for name in NAMES:
        assert [row["name"] for row in rows(name) if not re.fullmatch(r"[^\W\d_]+(?:[-'’´` ][^\W\d_]+)*\.?", row["name"])] == []


def test_a_damaged_list_is_named(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "damaged.csv").write_text("word,kind\nprøve\n", encoding="utf-8")
    monkeypatch.setattr(tables, "files", lambda package: tmp_path)
    with pytest.raises(LexiconError, match=r"lexicon/damaged\.csv, row 2: 2 cells expected"):
        rows("damaged.csv")
