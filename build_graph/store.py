"""The store folder: Oxigraph's files, the articles' texts, and a manifest.

    graph/
      manifest.json   format, product version, base IRI, digest of the graph, the articles
      oxigraph/       the quads, as Oxigraph keeps them
      texts/          each article's text as read, by its slug: evidence offsets count in it
      review.json     pairs of entities that may be one, for `aktorkart review`

A build makes a whole new content beside the old one, in `.new`, and swaps: renaming `.new` to `.ready` is the moment when the new
graph is the graph; a crash before it leaves the old one, a crash after it is mended by whoever opens the folder next.

    StoreError
    ├── StoreMissing   no store in that folder
    ├── StoreBusy      another process is writing there
    ├── StoreDamaged   files are missing or unreadable
    ├── StoreTooNew    written by a newer version of the product
    └── NotAStore      the folder holds other things, so nothing is written there
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from pyoxigraph import RdfFormat, Store

FORMAT = 1
_NEW, _READY, _OLD, _LOCK, _MANIFEST, _REVIEW = ".new", ".ready", ".old", ".lock", "manifest.json", "review.json"
_PARTS = ("oxigraph", "texts")
_PATIENCE = 10.0  # seconds to wait for another process that is just swapping


class StoreError(Exception):
    """The store folder cannot be read or written; the message is one line for the user."""


class StoreMissing(StoreError):
    """There is no store in that folder."""


class StoreBusy(StoreError):
    """Another process is writing there."""


class StoreDamaged(StoreError):
    """Files of the store are missing or cannot be read."""


class StoreTooNew(StoreError):
    """A newer version of the product wrote the store."""


class NotAStore(StoreError):
    """The folder holds other things."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the store holds: `articles` is, for each article's slug, its identifier and file name."""

    base: str
    version: str
    digest: str
    quads: int
    articles: dict[str, dict[str, str]] = field(hash=False)
    format: int = FORMAT


def write_store(
    folder: Path, lines: Sequence[str], manifest: Manifest, texts: Mapping[str, str], review: Sequence[Mapping[str, Any]] = ()
) -> None:
    """Replaces what the store holds, wholly or not at all.

    :param lines: the graph as lines of N-Quads.
    :param texts: by slug, each article's text as read.
    :param review: what a person should decide, as JSON objects.
    :raises StoreError: where the folder is not a store, is busy or cannot be written.
    """
    _check_folder(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _writing(folder, 0):
            _finish(folder)
            new = folder / _NEW
            shutil.rmtree(new, ignore_errors=True)
            (new / "texts").mkdir(parents=True)
            for slug, text in texts.items():
                (new / "texts" / f"{slug}.txt").write_text(text, encoding="utf-8", newline="")
            _load(new / "oxigraph", new / "graph.nq", lines)
            _write_synced(new / _REVIEW, json.dumps(list(review), ensure_ascii=False, indent=1, sort_keys=True))
            _write_synced(new / _MANIFEST, json.dumps(asdict(manifest), ensure_ascii=False, indent=1, sort_keys=True))
            os.replace(new, folder / _READY)
            _finish(folder)
    except OSError as error:
        raise StoreError(f"{folder}: the graph could not be written ({error.strerror or error}); what was stored is untouched") from error


def open_store(folder: Path) -> Store:
    """The stored graph, for reading.

    :raises StoreError: StoreMissing, StoreDamaged, StoreTooNew or StoreBusy.
    """
    while True:
        manifest = read_manifest(folder)
        try:
            store = Store.read_only(str(folder / "oxigraph"))
        except (OSError, RuntimeError) as error:
            if not (folder / _READY).is_dir() and read_manifest(folder) == manifest:
                raise StoreDamaged(f"{folder}: the graph cannot be read ({_first_line(error)}); build it again") from error
        else:
            if not (folder / _READY).is_dir() and read_manifest(folder) == manifest:
                return store
        # Somebody swapped a new graph in meanwhile: open that one.


def read_manifest(folder: Path) -> Manifest:
    """What the store says about itself.

    :raises StoreError: as `open_store`.
    """
    if (folder / _READY).is_dir():
        with _writing(folder, _PATIENCE):
            _finish(folder)
    path = folder / _MANIFEST
    if not path.is_file():
        if any((folder / part).exists() for part in _PARTS):
            raise StoreDamaged(f"{folder}: {_MANIFEST} is missing; build the graph again")
        raise StoreMissing(f"{folder}: no graph here; build one with: aktorkart build PATH… --store {folder}")
    try:
        stated = json.loads(path.read_text(encoding="utf-8"))
        if stated["format"] > FORMAT:
            raise StoreTooNew(f"{folder}: written by Aktørkart {stated['version']}, which is newer; upgrade, or build again into another folder")
        manifest = Manifest(**stated)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise StoreDamaged(f"{path}: cannot be read ({_first_line(error)}); build the graph again") from error
    for part in _PARTS:
        if not (folder / part).is_dir():
            raise StoreDamaged(f"{folder}: {part}{os.sep} is missing; build the graph again")
    return manifest


def read_text(folder: Path, slug: str) -> str:
    """The text of one article, as read.

    :raises StoreDamaged: where the store has no such text.
    """
    try:
        return (folder / "texts" / f"{slug}.txt").read_bytes().decode("utf-8")
    except (OSError, ValueError) as error:
        raise StoreDamaged(f"{folder}: the text of {slug} cannot be read ({_first_line(error)})") from error


def read_review(folder: Path) -> list[dict[str, Any]]:
    """The pairs that a person should decide about, as the build left them.

    :raises StoreDamaged: where they cannot be read.
    """
    try:
        found: list[dict[str, Any]] = json.loads((folder / _REVIEW).read_text(encoding="utf-8"))
        return found
    except FileNotFoundError:
        return []
    except (OSError, ValueError) as error:
        raise StoreDamaged(f"{folder}: {_REVIEW} cannot be read ({_first_line(error)}); build the graph again") from error


def digest_of(lines: Sequence[str]) -> str:
    """SHA-256 of the graph's canonical lines, in hexadecimal."""
    sums = hashlib.sha256()
    for line in lines:
        sums.update(line.encode())
    return sums.hexdigest()


def _check_folder(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise NotAStore(f"{folder}: is a file; give a folder for the graph")
    ours = {_NEW, _READY, _OLD, _LOCK, _MANIFEST, _REVIEW, *_PARTS}
    try:
        others = sorted(entry.name for entry in folder.iterdir() if entry.name not in ours) if folder.exists() else []
    except OSError as error:
        raise StoreError(f"{folder}: cannot be read ({error.strerror})") from error
    if others and not (folder / _MANIFEST).exists():
        raise NotAStore(f"{folder}: holds other files ({others[0]}, …); give an empty or a new folder for the graph")


def _load(target: Path, source: Path, lines: Sequence[str]) -> None:
    with source.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(lines)
    store = Store(str(target))
    store.bulk_load(path=str(source), format=RdfFormat.N_QUADS)
    store.flush()
    del store  # Oxigraph lets go of its lock only with its last reference
    source.unlink()


def _finish(folder: Path) -> None:
    """Puts a committed new content in place; every step can be repeated after a crash."""
    ready, old = folder / _READY, folder / _OLD
    if ready.is_dir():
        for part in _PARTS:
            if (ready / part).exists():
                shutil.rmtree(old / part, ignore_errors=True)
                if (folder / part).exists():
                    old.mkdir(exist_ok=True)
                    os.replace(folder / part, old / part)
                os.replace(ready / part, folder / part)
        for name in (_REVIEW, _MANIFEST):
            if (ready / name).exists():
                os.replace(ready / name, folder / name)
        shutil.rmtree(ready)
    shutil.rmtree(old, ignore_errors=True)


@contextmanager
def _writing(folder: Path, patience: float) -> Iterator[None]:
    lock = FileLock(folder / _LOCK, timeout=patience)
    try:
        lock.acquire()
    except Timeout:
        raise StoreBusy(f"{folder}: another process is building this graph; wait for it, or give another --store") from None
    try:
        yield
    finally:
        lock.release()


def _write_synced(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text + "\n")
        file.flush()
        os.fsync(file.fileno())


def _first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]
