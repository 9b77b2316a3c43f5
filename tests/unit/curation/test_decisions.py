"""The file of decisions, as people write it."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_graph.curation.decisions import (
    Decision,
    DecisionsError,
    forgetting,
    name_digest,
    read_decisions,
    without_person,
    write_decisions,
)

HEAD = "decision,what,other,note,by,date\n"


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "not same,person/a,person/b,why,me,2026-11-21\n",
        "\ufeff" + HEAD.replace(",", ";") + "Not-same;person/a;person/b;why;me;2026-11-21\n",
        "# a note\n\n" + HEAD + "# another\n,,,,,\nNOT SAME, person/a , person/b ,why,me,2026-11-21",
    ],
)
def test_what_hands_and_spreadsheets_write(tmp_path: Path, text: str) -> None:
    (tmp_path / "d.csv").write_text(text, encoding="utf-8")
    (found,) = read_decisions(tmp_path / "d.csv")
    assert (found.verb, found.what, found.other, found.note, found.by, found.date) == ("not same", "person/a", "person/b", "why", "me", "2026-11-21")


def test_no_file_is_no_decision(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "none.csv") == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a,b\n", "line 1: the heading"),
        (HEAD + "maybe,x,y,,,\n", "line 2: 'maybe' is no decision"),
        (HEAD + "same,x,,,,\n", "needs what and other"),
        (HEAD + "wrong,,,,,\n", "needs what"),
    ],
)
def test_a_damaged_file_is_told_of(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "d.csv").write_text(text, encoding="utf-8")
    with pytest.raises(DecisionsError, match=message):
        read_decisions(tmp_path / "d.csv")
    with pytest.raises(DecisionsError):
        write_decisions(tmp_path / "d.csv", [Decision("wrong", "x")])


def test_rows_are_appended_and_notes_stay(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "d.csv"
    write_decisions(path, [Decision("rename", "person/a", 'Kari "K" Testdatter, jr')])
    path.write_text(path.read_text(encoding="utf-8") + "# checked", encoding="utf-8")
    write_decisions(path, [Decision("wrong", "membership/x", "a:1-2")])
    assert [(each.verb, each.other) for each in read_decisions(path)] == [("rename", 'Kari "K" Testdatter, jr'), ("wrong", "a:1-2")]
    assert "# checked" in path.read_text(encoding="utf-8")


def test_a_digest_tells_the_name_in_any_spelling_and_keeps_it() -> None:
    (row,) = forgetting(["Håkon Prøve-Døme"], [], "2026-11-21")
    assert name_digest("HÅKON PRØVE DØME", row.other) == row.what != name_digest("Kari Prøve Døme", row.other)
    assert "prøve" not in str(row).lower() and "prove" not in row.what
    assert forgetting(["Håkon Prøve Døme"], [row], "") == []
    (second,) = forgetting(["Kari Testdatter"], [row], "")
    assert second.other == row.other


def test_who_is_forgotten_is_in_no_earlier_row(tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    write_decisions(path, [
        Decision("same", "person/kari-testdatter", "person/kari-t"), Decision("rename", "person/x", "Kari Testdatter"),
        Decision("wrong", "membership/kari-testdatter--leder--a", "a:1-2"), Decision("same", "person/ola-prove", "person/ola-p"),
    ])  # fmt: skip
    assert without_person(path, ["person/kari-testdatter"], ["Kari Testdatter"]) == 3
    assert [each.what for each in read_decisions(path)] == ["person/ola-prove"]
