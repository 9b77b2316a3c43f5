"""The table that `aktorkart evaluate` prints, and that it agrees with the reference's own count."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from build_graph.evaluate.clusters import b_cubed
from build_graph.evaluate.confidence import table
from build_graph.evaluate.facts import Fact, unique
from build_graph.evaluate.gold import GoldError, facts_of, read_gold
from build_graph.evaluate.matching import agrees, compare, pair
from build_graph.evaluate.measure import measure
from build_graph.evaluate.names import same_matter, same_name, same_noun, same_role, same_work
from build_graph.evaluate.table import Row, Rule


@pytest.mark.parametrize(
    ("test", "gold", "said", "same"),
    [
        (same_name, "Kari Testdatter", "KARI  «Testdatter»", True),
        (same_name, "Kari Testdatter", "Testdatter", False),
        (same_noun, "landsstyret", "landsstyre", True),
        (same_noun, "styret", "styret i Prøvelaget", True),
        (same_noun, "Prøvelaget", "styret i Prøvelaget", False),
        (same_noun, "Prøveutvalet", "Prøveutvalget", True),
        (same_role, "professor i prøving", "professor", True),
        (same_role, "leiar", "leder", True),
        (same_role, "nestleder", "leder", False),
        (same_work, "rapporten", "rapporten om prøver", True),
        (same_work, "rapporten om prøver", "rapporten om katter", False),
        (same_matter, "å opprette prøvesamarbeidet", "prøvesamarbeidet", True),
    ],
)
def test_names(test: object, gold: str, said: str, same: bool) -> None:
    assert test([gold], [said]) is same  # type: ignore[operator]


def fact(optional: bool = False, status: str | None = None, **fields: str) -> Fact:
    return Fact({name: frozenset(text.split("|") if text else ()) for name, text in fields.items()}, status, optional)


def test_gold_that_leaves_a_field_open_agrees_with_anything_there() -> None:
    assert agrees("role", fact(who="Kari", role="leder", group=""), fact(who="Kari", role="leder", group="Prøvelaget"))
    assert not agrees("role", fact(who="Kari", role="leder", group="Prøvelaget"), fact(who="Kari", role="leder", group=""))


def test_optional_gold_is_neither_miss_nor_surplus() -> None:
    found = pair("person", [fact(True, name="Kari"), fact(name="Ola")], [fact(name="Kari"), fact(name="Per")])
    assert (len(found.pairs), [str(f) for f in found.missed], [str(f) for f in found.surplus]) == (0, ["name: Ola"], ["name: Per"])


def test_the_closest_is_taken_first_and_each_once() -> None:
    former, current = fact(status="former", who="Kari", role="leder", group=""), fact(status="current", who="Kari", role="leder", group="")
    found = pair("role", [current], [former, current])
    assert found.pairs == [(current, current)] and found.surplus == [former]


def test_what_is_said_twice_counts_once() -> None:
    plain = unique([fact(True, name="Kari"), fact(name="KARI")])
    assert len(plain) == 1 and not plain[0].optional


def test_leading_what_one_has_a_role_in_is_no_surplus() -> None:
    gold = {"role": [fact(who="Kari", role="leder", group="Prøvelaget")]}
    said = {"leads": [fact(who="Kari", group="Prøvelaget"), fact(who="Ola", group="Prøvelaget")]}
    assert [str(f) for f in dict(compare(gold, said))["leads"].surplus] == ["who: Ola; group: Prøvelaget"]


def test_figures() -> None:
    assert (Row().precision, Row().recall, Row().f1) == (0, 0, 0)
    row = Row(4, 3, 2)
    assert (row.precision, row.recall, row.f1) == (2 / 3, 0.5, pytest.approx(4 / 7))


def test_aliases_of_the_gold_go_with_its_names() -> None:
    facts = facts_of([
        {"kind": "organisation", "name": "Norsk Prøveforbund", "aliases": ["NPF"]},
        {"kind": "role", "person": "Kari", "role": "leder", "organisation": "npf", "status": "acting"},
        {"kind": "date", "type": "published", "date": "3.5.2018"}, {"kind": "date", "type": "other", "date": "1999"},
    ])  # fmt: skip
    assert facts["role"][0].fields["group"] == {"npf", "NPF", "Norsk Prøveforbund"} and facts["role"][0].status == "acting"
    assert [each.fields["date"] for each in facts["published"]] == [{"2018-05-03"}]


@pytest.mark.parametrize("text", ["{", "[]", '{"facts": [{"kind": "person"}]}', '{"facts": [1]}', "{}"])
def test_damaged_gold_is_told_of(tmp_path: Path, text: str) -> None:
    with pytest.raises(GoldError, match="no gold"):
        read_gold(tmp_path)
    (tmp_path / "a.json").write_text(text, encoding="utf-8")
    with pytest.raises(GoldError, match=r"a\.json"):
        read_gold(tmp_path)


def test_b_cubed() -> None:
    gold = {1: "a", 2: "a", 3: "b", 4: "b"}
    assert (b_cubed(gold, gold).precision, b_cubed(gold, gold).recall) == (1, 1)
    together = b_cubed(gold, dict.fromkeys(gold, "x"))
    assert (together.precision, together.recall) == (0.5, 1)
    apart = b_cubed(gold, {})
    assert (apart.precision, apart.recall, apart.missed) == (1, 0.5, 4)


def test_rules_with_few_facts_are_not_judged() -> None:
    assert table({"few": Rule(19, 0, 17.0), "many": Rule(30, 10, 36.0)}) == [("many", 40, 0.9, 0.75, 0.78)]


@pytest.mark.shared
def test_the_table_is_the_reference_s(shared: Path, sample: Path, tmp_path: Path) -> None:
    """score.py counts the same on the same graph."""
    from build_graph.curation import curate
    from build_graph.model import Skipped
    from build_graph.pipeline import extract_all
    from build_graph.quads import Context, canonical, quads
    from build_graph.read import read

    skipped: list[Skipped] = []
    context, extracts = Context.standard(), list(extract_all(read([sample]), skipped, lambda file: None))
    curated = curate(extracts, context, ())
    (tmp_path / "g.nq").write_text("".join(canonical(quads(curated.extracts, curated.resolution, context))), encoding="utf-8")
    gold = sample.parent / "gold"
    arguments = [sys.executable, shared / "score" / "score.py", "--graph", tmp_path / "g.nq", "--gold", gold, "--json", tmp_path / "s.json"]
    subprocess.run(arguments, check=True, capture_output=True)
    theirs = json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))
    ours, _ = measure([sample], gold)
    counted = {kind: (row.gold, row.said, row.hit) for kind, row in ours.rows.items()}
    assert counted == {kind: (theirs[kind]["gold"], theirs[kind]["said"], theirs[kind]["hit"]) for kind in counted}
    # Where one role is stated with two statuses, the reference takes whichever its store gives first.
    assert ours.status_accuracy == pytest.approx(theirs["role_status_accuracy"], abs=0.02)
