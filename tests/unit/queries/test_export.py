"""Exports: every statement, the same bytes for the same graph, and whole or not at all."""

from __future__ import annotations

import gzip
import os
import random
import stat
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store, Triple, parse

from queries import export as exporting
from queries.errors import ExportError
from queries.export import SUFFIXES, export, export_quads

DATASETS = (".trig", ".nq", ".jsonld")
S, P, G = (NamedNode(f"http://example.org/{name}") for name in "spg")


def statements(path: Path) -> set[Quad] | set[Triple]:
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    suffix = Path(path.name.removesuffix(".gz")).suffix
    quads = set(parse(data, SUFFIXES[suffix]))
    return quads if suffix in DATASETS else {quad.triple for quad in quads}


@pytest.mark.parametrize("packed", ["", ".gz"])
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_holds_everything(store: Store, tmp_path: Path, suffix: str, packed: str) -> None:
    file = tmp_path / f"graph{suffix}{packed}"
    count = export(store, file)
    expected = set(store) if suffix in DATASETS else {quad.triple for quad in store}
    assert statements(file) == expected
    assert count == len(expected)
    assert [entry.name for entry in tmp_path.iterdir()] == [file.name]


@pytest.mark.parametrize("suffix", [*SUFFIXES, ".nq.gz"])
def test_same_bytes_in_any_order(store: Store, tmp_path: Path, suffix: str) -> None:
    quads = list(store)
    first, second = tmp_path / f"a{suffix}", tmp_path / f"b{suffix}"
    export_quads(quads, first)
    random.Random(3).shuffle(quads)
    export_quads(quads, second)
    assert first.read_bytes() == second.read_bytes()


def test_same_bytes_in_another_process(store: Store, tmp_path: Path) -> None:
    """No hash seed shows: each suffix once here, once in a fresh interpreter."""
    fixture = Path(__file__).parents[2] / "fixtures" / "questions.trig"
    script = (
        "import sys; from pathlib import Path; from pyoxigraph import RdfFormat, parse; from queries.export import export_quads\n"
        "quads = list(parse(Path(sys.argv[1]).read_bytes(), RdfFormat.TRIG))\n"
        "for name in sys.argv[2:]: export_quads(quads, name)"
    )
    there = [tmp_path / f"there{suffix}" for suffix in SUFFIXES]
    root = Path(__file__).parents[3]
    subprocess.run([sys.executable, "-c", script, fixture, *there], check=True, cwd=root, env={**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(root)})
    for suffix, other in zip(SUFFIXES, there, strict=True):
        here = tmp_path / f"here{suffix}"
        export(store, here)
        assert here.read_bytes() == other.read_bytes(), suffix


def test_nquads_are_canonical(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "g.nq")
    lines = (tmp_path / "g.nq").read_bytes().decode("utf-8").splitlines(keepends=True)
    assert lines == sorted(set(lines)) and all(line.endswith(" .\n") for line in lines)


@pytest.mark.parametrize(
    ("value", "written"),
    [("a\tb", r"a\tb"), ("a\x08\x0c", r"a\b\f"), ("\x7f\x01", r"\u007F\u0001"), ('"\\\r\n', r"\"\\\r\n"), ("é😀\u00a0\ufeff", "é😀\u00a0\ufeff")],
)
def test_canonical_escapes(tmp_path: Path, value: str, written: str) -> None:
    """https://www.w3.org/TR/rdf-canon/#canonical-quads"""
    export_quads([Quad(S, P, Literal(value), G)], tmp_path / "g.nq")
    expected = f'<http://example.org/s> <http://example.org/p> "{written}" <http://example.org/g> .\n'
    assert (tmp_path / "g.nq").read_bytes().decode("utf-8") == expected


def test_union_has_each_triple_once(tmp_path: Path) -> None:
    quads = [Quad(S, P, Literal("x"), graph) for graph in (G, S)]
    assert export_quads(quads, tmp_path / "g.nt") == 1
    assert export_quads(quads, tmp_path / "g.nq") == 2


def test_prefixes_only_over_plain_names(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "g.trig")
    text = (tmp_path / "g.trig").read_text(encoding="utf-8")
    assert "@prefix person: <https://w3id.org/aktorkart/id/person/> ." in text
    assert "@prefix article:" not in text  # evidence lies under the articles: article:2020/evidence/7 needs a backslash
    assert "@prefix membership:" not in text  # one has an interval: membership:x#from
    assert "@prefix sh:" not in text  # unused
    assert "\\" not in text


def test_large_graphs_are_merged_from_disk(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    export(store, tmp_path / "a.trig")
    export(store, tmp_path / "a.nt")
    monkeypatch.setattr(exporting, "_RUN", 100)
    export(store, tmp_path / "b.trig")
    export(store, tmp_path / "b.nt")
    assert (tmp_path / "a.trig").read_bytes() == (tmp_path / "b.trig").read_bytes()
    assert (tmp_path / "a.nt").read_bytes() == (tmp_path / "b.nt").read_bytes()


def test_merged_lines_with_odd_separators(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "_RUN", 1)
    quads = [Quad(S, P, Literal(f"{number}\x85\u2028\x1c\r\n x"), G) for number in range(5)]
    export_quads(quads, tmp_path / "g.nq")
    assert statements(tmp_path / "g.nq") == set(quads)


def test_gzip_has_no_name_and_no_time(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "g.nq.gz")
    header = (tmp_path / "g.nq.gz").read_bytes()[:10]
    assert header[3] == 0 and header[4:8] == b"\0\0\0\0"


@pytest.mark.parametrize("name", ["g.txt", "g", "g.gz", "g.nq.zip", "g.xlsx", ".nq.bak"])
def test_unknown_suffix(store: Store, tmp_path: Path, name: str) -> None:
    with pytest.raises(ExportError, match=r"known are \.ttl, \.trig, \.nt, \.nq, \.jsonld, \.rdf, each also with \.gz"):
        export(store, tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_suffix_in_capitals(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "G.NQ")
    assert (tmp_path / "G.NQ").stat().st_size > 0


def test_error_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "g.rdf"
    file.write_text("old", encoding="utf-8")
    with pytest.raises(ExportError, match=r"U\+000B"):
        export_quads([Quad(S, P, Literal("a\x0bb"), G)], file)
    assert file.read_text(encoding="utf-8") == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["g.rdf"]


def test_places_that_cannot_be_written(store: Store, tmp_path: Path) -> None:
    (tmp_path / "folder.nq").mkdir()
    for target in (tmp_path / "missing" / "g.nq", tmp_path / "folder.nq"):
        with pytest.raises(ExportError, match=target.name):
            export(store, target)
    assert [entry.name for entry in tmp_path.iterdir()] == ["folder.nq"]


@pytest.mark.skipif(os.name == "nt", reason="permissions as on Unix")
def test_permissions_of_any_new_file(store: Store, tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    export(store, tmp_path / "g.nq")
    assert stat.S_IMODE((tmp_path / "g.nq").stat().st_mode) == stat.S_IMODE((tmp_path / "other").stat().st_mode)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_blank_nodes_become_iris_by_content(tmp_path: Path, suffix: str) -> None:
    files = []
    for label in ("x", "y"):
        node = BlankNode(label)
        files.append(tmp_path / f"{label}{suffix}")
        export_quads([Quad(S, P, node, G), Quad(node, P, Literal("1"), G)], files[-1])
    assert files[0].read_bytes() == files[1].read_bytes()
    assert b"/.well-known/genid/" in files[0].read_bytes() and b"_:" not in files[0].read_bytes()


def test_empty(tmp_path: Path) -> None:
    for suffix in SUFFIXES:
        assert export(Store(), tmp_path / f"g{suffix}") == 0
        assert list(parse((tmp_path / f"g{suffix}").read_bytes() or b"", SUFFIXES[suffix])) == []


def test_carriage_returns_survive_rdf_xml(tmp_path: Path) -> None:
    """An XML parser turns a bare one into a line feed: evidence from a file with Windows' line ends would change."""
    export_quads([Quad(S, P, Literal("a\r\nb\rc"), G)], tmp_path / "g.rdf")
    text = ElementTree.parse(tmp_path / "g.rdf").getroot()[0][0].text
    assert text == "a\r\nb\rc"
