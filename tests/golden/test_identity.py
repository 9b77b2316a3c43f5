"""Identity across articles: B³ on names whose bearers somebody told apart, and on the reference articles."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from build_graph.evaluate.clusters import BCubed, Named, b_cubed, located, read_identities
from build_graph.model import Extract, Skipped
from build_graph.pipeline import extract_all
from build_graph.read import read
from build_graph.resolve import resolve
from build_graph.resolve.fold import fold
from ontology.lexicon import institution_by_id

DATA = Path(__file__).resolve().parents[2] / "data"
HELD_OUT = {"35", "38", "41", "44", "nno-vtb007-skulebyte", "nno-firda005-fundo", "nob-kk007-knausgard", "nob-ap013-planb", "nob-vg002-polar", "nno-st002-debatt"}


@cache
def extracts(*folders: Path) -> list[Extract]:
    skipped: list[Skipped] = []
    found = list(extract_all(read([path for folder in folders for path in folder.iterdir() if path.suffix != ".json" and path.stem not in HELD_OUT]), skipped, lambda _: None))
    assert not skipped
    return found


def measured(gold: dict[Named, str], found: list[Extract]) -> BCubed:
    return b_cubed(gold, located(gold, found, resolve(found, institution_by_id())))


@pytest.mark.parametrize(("name", "recall"), [("variants", 0.92), ("sample", 0.94)])
def test_each_set_alone(name: str, recall: float) -> None:
    folder = DATA / "articles" if name == "sample" else DATA / "identity" / "articles"
    score = measured(read_identities(DATA / "identity" / f"{name}.csv"), extracts(folder))
    assert score.precision >= 0.98 and score.recall >= recall, score


def test_both_sets_in_one_graph() -> None:
    gold = {key: f"{name} {entity}" for name in ("variants", "sample") for key, entity in read_identities(DATA / "identity" / f"{name}.csv").items()}
    score = measured(gold, extracts(DATA / "articles", DATA / "identity" / "articles"))
    assert score.precision >= 0.98 and score.f1 >= 0.95, score


def test_namesakes_are_listed_for_review() -> None:
    found = resolve(extracts(DATA / "identity" / "articles"), institution_by_id())
    pairs = {(each.one, each.other) for each in found.uncertain}
    assert ("person/per-ovelsen--2018-09-konsert", "person/per-ovelsen--2018-10-overlege") in pairs
    assert ("person/kim-testvik--2019-08-styremoete", "person/kim-testvik--2019-09-moensterlaget") in pairs


@pytest.mark.shared
@pytest.mark.parametrize("name", ["seeds", "domain", "dev"])
def test_reference_articles(shared: Path, name: str) -> None:
    """People and organisations of one name, or of one alias, in several of the reference articles are taken to be one."""
    folder, gold = shared / "gold" / name, dict[Named, str]()
    for path in sorted(folder.glob("*.json")):
        for fact in json.loads(path.read_text(encoding="utf-8"))["facts"] if path.stem not in HELD_OUT else ():
            if fact["kind"] == "person":
                gold[Named(path.stem, "person", fact["name"])] = fold(fact["name"])
    score = measured(gold, extracts(folder))
    assert score.precision >= 0.98 and score.f1 >= 0.95, score
