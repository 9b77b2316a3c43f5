"""The sample corpus and its gold facts: complete, literal, sourced, and our own words."""

from __future__ import annotations

import html
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = sorted(path for path in (ROOT / "data" / "articles").iterdir() if path.is_file())
GOLD = ROOT / "data" / "gold"
SHARED_GOLD = ROOT.parent / "shared" / "gold"
# Kept for the last measurement only: these texts are not opened, not even here.
HELD_OUT = {
    *("35", "38", "41", "44", "nno-vtb007-skulebyte", "nno-firda005-fundo"),
    *("nob-kk007-knausgard", "nob-ap013-planb", "nob-vg002-polar", "nno-st002-debatt"),
}
KINDS = {
    *("document", "author", "photographer", "date", "person", "organisation", "body", "collaboration"),
    *("role", "leads", "member", "affiliation", "meeting", "participates", "report", "presented"),
    *("adopted", "proposed", "speaks"),
}
STATUSES = {"current", "former", "incoming", "outgoing", "acting", "candidate"}
SHARED_WORDS = 8


def part_of(path: Path, name: str) -> str:
    """One part of a Word file, as XML."""
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode("utf-8")


def article_text(path: Path) -> str:
    """What a reader sees, and for text files the front matter too."""
    if path.suffix == ".docx":
        xml = part_of(path, "word/document.xml")
        return html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"</w:p>", "\n", xml)))
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        # JSON-LD and meta tags state metadata: their values count as text.
        return html.unescape(re.sub(r"<(?!meta|link)[^>]+>", "", text))
    return text


def front_matter(path: Path) -> dict[str, str]:
    """The `key: value` lines; meta tags of a web page, the core properties of a Word file."""
    if path.suffix == ".docx":
        return {"fictional": "yes"} if "fictional: yes" in part_of(path, "docProps/core.xml") else {}
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        return dict(re.findall(r'<meta name="(\w+)" content="([^"]*)">', text))
    opening, block, _ = text.split("---\n", 2)
    assert opening == ""
    return {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in block.splitlines())}


def gold_of(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((GOLD / f"{path.stem}.json").read_text(encoding="utf-8"))
    return found


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def runs(text: str) -> Iterator[tuple[str, ...]]:
    found = words(text)
    return (tuple(found[i : i + SHARED_WORDS]) for i in range(len(found) - SHARED_WORDS + 1))


def test_enough_articles_in_both_languages() -> None:
    languages = Counter(gold_of(path)["lang"] for path in ARTICLES)
    assert len(ARTICLES) >= 24
    assert languages["nb"] >= 18
    assert languages["nn"] >= 6


def test_gold_and_articles_pair_up() -> None:
    stems = [path.stem for path in ARTICLES]
    assert len(stems) == len(set(stems))
    assert stems == sorted(path.stem for path in GOLD.glob("*.json"))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_article_is_named_and_sourced(path: Path) -> None:
    stated = front_matter(path)
    assert re.fullmatch(r"[a-z0-9-]+", path.stem)
    sources = stated.get("sources", "").split()
    assert stated.get("fictional") == "yes" or (sources and all(s.startswith(("https://", "http://")) for s in sources))
    if path.suffix in {".txt", ".md"}:
        assert stated["licence"] == "Apache-2.0"
        if "language" in stated:
            assert stated["language"] == gold_of(path)["lang"]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_gold_evidence_is_literal(path: Path) -> None:
    text, gold = article_text(path), gold_of(path)
    assert gold["doc"] == path.stem
    for fact in gold["facts"]:
        assert fact["kind"] in KINDS
        assert fact["evidence"] and fact["evidence"] in text, fact
        assert fact.get("quote", "") in text, fact
        assert fact.get("status", "current") in STATUSES or fact["kind"] == "collaboration", fact


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_gold_refers_to_its_own_entities(path: Path) -> None:
    facts = gold_of(path)["facts"]
    known = {
        name.casefold()
        for fact in facts
        if fact["kind"] in {"person", "organisation", "body", "collaboration", "meeting"}
        for name in (fact["name"], *fact.get("aliases", []))
    }
    for fact in facts:
        if fact["kind"] in {"author", "photographer"}:
            continue
        named = [
            fact.get(key)
            for key in ("person", "group", "organisation", "part_of", "meeting", "person_or_org", "to_or_at")
        ]
        named += fact.get("parties", []) + (fact.get("by") or [])
        assert {name.casefold() for name in named if name} <= known, fact


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_person_in_the_gold_is_in_the_text(path: Path) -> None:
    text = article_text(path).casefold()
    for fact in gold_of(path)["facts"]:
        if fact["kind"] == "person":
            assert fact["name"].casefold() in text, fact


def test_no_long_run_of_words_is_taken_from_the_shared_texts() -> None:
    if not SHARED_GOLD.is_dir():
        pytest.skip("needs ../shared/gold")
    others = {
        run: path.stem
        for path in SHARED_GOLD.glob("*/*.txt")
        if path.stem not in HELD_OUT
        for run in runs(path.read_text(encoding="utf-8"))
    }
    taken = {
        (path.name, others[run], " ".join(run))
        for path in ARTICLES
        for run in runs(article_text(path))
        if run in others
    }
    assert not taken
