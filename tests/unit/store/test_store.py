"""The store folder: whole or not at all, and one clear message for whatever is wrong with it."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from build_graph import store
from build_graph.store import Manifest, NotAStore, StoreBusy, StoreDamaged, StoreError, StoreMissing, StoreTooNew


def line(name: str) -> str:
    return f"<http://example.org/{name}> <http://example.org/p> \"{name}\" <http://example.org/g> .\n"


def write(folder: Path, *names: str) -> None:
    lines = [line(name) for name in names]
    about = {name: {"identifier": name, "file": f"{name}.txt"} for name in names}
    store.write_store(folder, lines, Manifest("http://example.org/", "1", store.digest_of(lines), len(lines), about), {name: f"{name}\r\nå" for name in names})


def names(folder: Path) -> set[str]:
    """What is stored, as graph, manifest and texts agree on it."""
    graph = {quad.object.value for quad in store.open_store(folder)}
    assert set(store.read_manifest(folder).articles) == graph
    assert {store.read_text(folder, name) for name in graph} == {f"{name}\r\nå" for name in graph}
    return graph


def test_what_is_written_can_be_read(tmp_path: Path) -> None:
    write(tmp_path / "deep" / "graph", "a", "b")
    assert names(tmp_path / "deep" / "graph") == {"a", "b"}


def test_a_new_graph_replaces_the_old_one(tmp_path: Path) -> None:
    write(tmp_path, "a", "b")
    write(tmp_path, "c")
    assert names(tmp_path) == {"c"}
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [".lock", "manifest.json", "oxigraph", "review.json", "texts"]


def test_the_folder_is_the_same_for_the_same_graph(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(tmp_path / name, "a")
    assert (tmp_path / "one/manifest.json").read_bytes() == (tmp_path / "two/manifest.json").read_bytes()


class Crash(BaseException):
    """The machine stops."""


@pytest.mark.parametrize("step", range(12))
def test_a_crash_at_any_step_leaves_the_old_or_the_new_graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    write(tmp_path, "old")
    left = step

    def crashing(real: Callable[..., Any]) -> Callable[..., Any]:
        def act(*arguments: Any, **more: Any) -> Any:
            nonlocal left
            left -= 1
            if left == -1:
                raise Crash
            return real(*arguments, **more)

        return act

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", crashing(os.replace))
        patch.setattr(shutil, "rmtree", crashing(shutil.rmtree))
        with contextlib.suppress(Crash):
            write(tmp_path, "new")
    assert names(tmp_path) in ({"old"}, {"new"})
    write(tmp_path, "newer")
    assert names(tmp_path) == {"newer"}


def test_an_error_while_loading_leaves_the_old_graph(tmp_path: Path) -> None:
    write(tmp_path, "old")
    broken = Manifest("http://example.org/", "1", "", 1, {})
    with pytest.raises((StoreError, SyntaxError)):
        store.write_store(tmp_path, ["<this is no quad"], broken, {})
    assert names(tmp_path) == {"old"}


def test_a_second_writer_is_told_to_wait(tmp_path: Path) -> None:
    write(tmp_path, "old")
    with FileLock(tmp_path / ".lock"), pytest.raises(StoreBusy, match="another process"):
        write(tmp_path, "new")
    assert names(tmp_path) == {"old"}


def test_a_writer_in_another_process_is_told_to_wait(tmp_path: Path) -> None:
    program = f"""
        from filelock import FileLock
        with FileLock({str(tmp_path / ".lock")!r}):
            print("held", flush=True)
            input()
    """
    with subprocess.Popen([sys.executable, "-c", textwrap.dedent(program)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8") as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(StoreBusy):
            write(tmp_path, "new")
        other.communicate("\n")
    write(tmp_path, "new")
    assert names(tmp_path) == {"new"}


def test_readers_do_not_disturb_each_other_or_a_writer(tmp_path: Path) -> None:
    write(tmp_path, "old")
    first, second = store.open_store(tmp_path), store.open_store(tmp_path)
    write(tmp_path, "new")
    assert {quad.object.value for quad in first} == {quad.object.value for quad in second} == {"old"}
    assert names(tmp_path) == {"new"}


def test_missing(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing, match="aktorkart build"):
        store.open_store(tmp_path / "none")
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    "damage",
    [
        lambda folder: (folder / "manifest.json").unlink(),
        lambda folder: (folder / "manifest.json").write_text("{", encoding="utf-8"),
        lambda folder: (folder / "manifest.json").write_text("[]", encoding="utf-8"),
        lambda folder: (folder / "manifest.json").write_text('{"format": 1, "version": "1"}', encoding="utf-8"),
        lambda folder: (folder / "manifest.json").write_bytes(b"\xff\xfe\x00"),
        lambda folder: shutil.rmtree(folder / "oxigraph"),
        lambda folder: shutil.rmtree(folder / "texts"),
        lambda folder: (folder / "oxigraph" / "CURRENT").unlink(),
        lambda folder: (folder / "oxigraph" / "CURRENT").write_text("nonsense", encoding="utf-8"),
    ],
)
def test_damaged(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    write(tmp_path, "a")
    damage(tmp_path)
    with pytest.raises(StoreDamaged) as raised:
        store.open_store(tmp_path)
    assert "\n" not in str(raised.value)
    write(tmp_path, "b")  # and a build mends it
    assert names(tmp_path) == {"b"}


def test_a_store_of_a_newer_version(tmp_path: Path) -> None:
    write(tmp_path, "a")
    path = tmp_path / "manifest.json"
    path.write_text(json.dumps({"format": 99, "version": "7.0", "strange": 1}), encoding="utf-8")
    with pytest.raises(StoreTooNew, match=r"7\.0"):
        store.open_store(tmp_path)


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("x", encoding="utf-8")
    with pytest.raises(NotAStore, match=r"thesis\.docx"):
        write(tmp_path, "a")
    assert [entry.name for entry in tmp_path.iterdir()] == ["thesis.docx"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "graph").write_text("x", encoding="utf-8")
    with pytest.raises(NotAStore):
        write(tmp_path / "graph", "a")


def test_an_unknown_text(tmp_path: Path) -> None:
    write(tmp_path, "a")
    with pytest.raises(StoreDamaged):
        store.read_text(tmp_path, "b")
