"""The gate for coreference: what the annotated articles reached once, they keep reaching."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from build_graph.evaluate.coreference import ANAPHORA
from tests.golden.raise_coreference import ANNOTATIONS, ARTICLES, FLOORS, corpus_digest, figures, measured
from tests.golden.test_sample_gold import HELD_OUT, SHARED_GOLD, article_text, front_matter, runs

PINNED: dict[str, Any] = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
OWN = sorted((ANNOTATIONS / "articles").iterdir())


@cache
def reached() -> dict[str, dict[str, float]]:
    return figures(measured())


def test_the_floors_are_those_of_these_articles() -> None:
    assert corpus_digest() == PINNED["corpus"], "articles or clusters changed: run python3 -m tests.golden.raise_coreference and look at what it writes"


@pytest.mark.parametrize("kind", sorted(PINNED["floors"]))
def test_no_figure_falls_below_its_floor(kind: str) -> None:
    below = {name: (round(reached()[kind][name], 4), floor) for name, floor in PINNED["floors"][kind].items() if reached()[kind][name] < floor}
    assert not below, f"{kind} fell (reached, floor): {below}"


def test_every_figure_has_a_floor() -> None:
    assert set(reached()) == set(PINNED["floors"])


def test_who_lowers_a_floor_says_why() -> None:
    assert all(len(reason) > 10 for reason in PINNED["lowered"].values())
    assert set(PINNED["lowered"]) <= set(PINNED["floors"])


@pytest.mark.parametrize("path", sorted(ANNOTATIONS.glob("*.json")), ids=lambda path: path.stem)
def test_mentions_are_literal_and_in_one_cluster(path: Path) -> None:
    stated = json.loads(path.read_text(encoding="utf-8"))
    text = next(folder / stated["article"] for folder in ARTICLES if (folder / stated["article"]).exists()).read_text(encoding="utf-8")
    mentions = [mention for cluster in stated["clusters"] for mention in cluster]
    assert all(text[m["start"] : m["end"]] == m["text"] and m["form"] in {"full", *ANAPHORA} for m in mentions)
    assert len({(m["start"], m["end"]) for m in mentions}) == len(mentions)
    assert path.stem == Path(stated["article"]).stem


def test_both_written_standards_are_there() -> None:
    texts = [next(f / f"{p.stem}{s}" for f in ARTICLES for s in (".md", ".txt") if (f / f"{p.stem}{s}").exists()) for p in ANNOTATIONS.glob("*.json")]
    nynorsk = [path for path in texts if " ikkje " in (text := path.read_text(encoding="utf-8")) or " ho " in text or " dei " in text or " frå " in text]
    assert len(texts) >= 18 and 8 <= len(nynorsk) <= 12


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_the_passages_are_invented_and_our_own_words(path: Path) -> None:
    assert front_matter(path)["fictional"] == "yes" and front_matter(path)["licence"] == "Apache-2.0"
    if not SHARED_GOLD.is_dir():
        pytest.skip("needs ../shared/gold")
    others = {run for other in SHARED_GOLD.glob("*/*.txt") if other.stem not in HELD_OUT for run in runs(other.read_text(encoding="utf-8"))}
    assert not others.intersection(runs(article_text(path)))
