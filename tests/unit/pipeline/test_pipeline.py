"""The whole way from files to a stored graph."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from build_graph.model import Evidence, Membership, Mention, Relation, Span
from build_graph.pipeline import Summary, build
from build_graph.store import open_store, read_manifest, read_text
from build_graph.verify import FaultyExtract, verify
from ontology.shapes import validate
from tests.making import Made

GOOD = "---\nidentifier: god\npublished: 2021-03-04\nlanguage: nb\n---\n# Nytt styre\n\nKari Testdatter er valgt til leder i Foreningen Eksempel.\n"


def test_the_same_articles_give_the_same_bytes_in_any_order_folder_or_process(sample: Path, tmp_path: Path) -> None:
    files = sorted(path for path in sample.iterdir() if path.suffix in (".md", ".txt"))[:8]
    other = tmp_path / "elsewhere"
    other.mkdir()
    for file in files:
        shutil.copy(file, other)
    program = "import sys; from pathlib import Path; from build_graph.pipeline import build; print(build([Path(p) for p in sys.argv[2:]], Path(sys.argv[1])).digest)"
    digests = set()
    for number, paths in enumerate((files, [other], [*reversed(files)])):
        done = subprocess.run(
            [sys.executable, "-c", program, str(tmp_path / f"g{number}"), *map(str, paths)],
            check=True, capture_output=True, encoding="utf-8", env={**os.environ, "PYTHONHASHSEED": str(number)},
        )  # fmt: skip
        digests.add(done.stdout)
    assert len(digests) == 1
    assert len({(tmp_path / f"g{number}" / "manifest.json").read_bytes() for number in range(3)}) == 1


def test_a_role_that_is_held_at_a_place_keeps_to_the_shapes(tmp_path: Path) -> None:
    text = GOOD + "\nOla Prøvesen, prest i Tokke, møtte Albanias statsminister Per Testmann onsdag.\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    build([tmp_path / "a.md"], tmp_path / "g")
    triples = [quad.triple for quad in open_store(tmp_path / "g")]
    places = {t.object.value.rsplit("/", 1)[-1] for t in triples if t.predicate.value.endswith("#organization") and "/place/" in str(t.object)}
    assert places == {"tokke", "albania"}
    assert validate(triples) == []


def bad_input(folder: Path) -> dict[str, str]:
    """Files that are no articles, and a word that the message about each must hold."""
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "damaged.pdf").write_bytes(b"%PDF-1.7\nnot really")
    (folder / "damaged.docx").write_bytes(b"PK\x03\x04 not really")
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(50_000_000)
    return {"empty.txt": "", "binary.txt": "", "damaged.pdf": "", "damaged.docx": "", "huge.txt": "MB"}


def test_bad_input_gets_a_line_each_and_the_rest_is_built(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    expected = bad_input(folder)
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    (folder / "latin.txt").write_bytes(GOOD.replace("god", "latin").replace("Kari", "Åse").encode("latin-1"))
    (folder / "utf16.txt").write_bytes(GOOD.replace("god", "utf16").replace("Kari", "Pål").encode("utf-16"))
    twin = folder / "sub"
    twin.mkdir()
    (twin / "good.txt").write_text(GOOD, encoding="utf-8")
    summary = build([folder, tmp_path / "missing"], tmp_path / "graph")
    told = {Path(skipped.file).name: skipped.reason for skipped in summary.skipped}
    assert set(expected) | {"missing"} <= set(told)
    assert all(word in told[name] for name, word in expected.items())
    assert "good.txt" in told  # two files of one name: one is read
    assert all("\n" not in reason and reason for reason in told.values())
    assert 1 <= summary.articles <= 3
    assert summary.articles + len(summary.skipped) == len(list(folder.rglob("*.*"))) + 1


def test_a_folder_without_articles(tmp_path: Path) -> None:
    summary = build([tmp_path], tmp_path / "graph")
    assert summary.articles == 0
    assert len(summary.skipped) == 1
    assert not (tmp_path / "graph").exists()


def test_no_read_permission(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(GOOD, encoding="utf-8")
    secret.chmod(0)
    if os.access(secret, os.R_OK):
        secret.chmod(0o600)
        pytest.xfail("this user may read everything")
    summary = build([secret], tmp_path / "graph")
    assert [Path(skipped.file).name for skipped in summary.skipped] == ["secret.txt"]


def test_texts_lie_beside_the_graph_as_read_and_never_in_it(tmp_path: Path) -> None:
    text = GOOD + "\nDenne setningen sier ingenting om noen.\r\n"
    (tmp_path / "god.txt").write_bytes(text.encode())
    build([tmp_path / "god.txt"], tmp_path / "graph")
    assert read_text(tmp_path / "graph", "god") == text
    assert read_manifest(tmp_path / "graph").articles == {"god": {"identifier": "god", "file": "god.txt"}}
    assert not any("ingenting" in str(quad) for quad in open_store(tmp_path / "graph"))


def test_a_build_is_of_exactly_what_it_is_given(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(GOOD.replace("god", name), encoding="utf-8")
    build([tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "graph")
    both = build([tmp_path / "a.txt"], tmp_path / "graph")
    alone = build([tmp_path / "a.txt"], tmp_path / "other")
    assert both == alone
    assert list(read_manifest(tmp_path / "graph").articles) == ["a"]


def test_progress_is_told_of_every_article(tmp_path: Path) -> None:
    (tmp_path / "god.txt").write_text(GOOD, encoding="utf-8")
    told: list[tuple[str, int]] = []
    made = build([tmp_path / "god.txt"], tmp_path / "graph", progress=lambda file, total: told.append((file, total)))
    assert isinstance(made, Summary)
    assert told == [("god.txt", 1)]
    assert made.counts["people"] == 1
    assert made.counts["facts"] >= 1


@pytest.mark.parametrize(
    "spoil",
    [
        lambda made: made.claims.append(Membership("person:nobody", None, "leder", None, "current", made.said("x"))),
        lambda made: made.claims.append(Membership("person:kari testdatter", None, "leder", None, "current", ())),
        lambda made: made.claims.append(Membership("person:kari testdatter", None, "leder", None, "current", made.said("x"), since="i fjor")),
        lambda made: made.claims.append(Relation("about", "photo:0", "person:kari testdatter", made.said("x"))),
        lambda made: made.claims.append(Relation("about", "person:kari testdatter", "photo:x", made.said("x"))),
        lambda made: made.claims.append(Membership("person:kari testdatter", None, None, None, None, (Evidence(Span(5, 5), "r", 1),))),
        lambda made: made.claims.append(Membership("person:kari testdatter", None, None, None, None, (Evidence(Span(0, 10_000), "r", 1),))),
        lambda made: made.claims.append(Membership("person:kari testdatter", None, None, None, None, made.said("a\x0bb"))),
        lambda made: made.mentions.append(Mention(Span(0, 1), "person:nobody", "person")),
        lambda made: setattr(made, "published", "2018-02-30"),
    ],
)
def test_an_extract_that_contradicts_itself_is_refused(spoil: object) -> None:
    made = Made()
    made.add("person", "Kari Testdatter")
    verify(made.extract())
    spoil(made)  # type: ignore[operator]
    with pytest.raises(FaultyExtract) as raised:
        verify(made.extract())
    assert "\n" not in str(raised.value)
