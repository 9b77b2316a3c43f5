"""Confidences as rules state them become confidences as they were observed."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import build_graph.curation.calibration as calibration
from build_graph.model import Membership
from tests.making import Made

TABLE = list(csv.DictReader(Path(calibration.__file__).with_name("confidence.csv").read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["rule"])
def test_the_table_lies_between_what_is_stated_and_what_was_observed(row: dict[str, str]) -> None:
    stated, observed, calibrated = float(row["stated"]), float(row["observed"]), float(row["calibrated"])
    assert int(row["facts"]) >= 20
    assert min(stated, observed) - 0.001 <= calibrated <= max(stated, observed) + 0.001


@pytest.mark.parametrize("rule", [TABLE[0]["rule"], "a-rule-without-a-row"])
def test_a_rule_in_the_table_is_corrected_by_the_difference(rule: str) -> None:
    row = next((row for row in TABLE if row["rule"] == rule), {"calibrated": "0.5", "stated": "0.5"})
    made = Made()
    made.claim(Membership(made.add("person", "Kari Testdatter"), None, "leder", None, "current", made.said("er leder", rule, 0.5)))
    (claim,) = calibration.calibrated(made.extract()).claims
    assert claim.evidence[0].confidence == pytest.approx(0.5 + float(row["calibrated"]) - float(row["stated"]))
