"""Which files there are to read: files and folders in, files out, in an order that depends on nothing but their names."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from build_graph.model import Skipped

SUFFIXES = (".txt", ".md", ".html", ".htm", ".pdf", ".docx")


def find_files(paths: Iterable[Path]) -> Iterator[Path | Skipped]:
    """Every article file at the paths, each once, sorted by the parts of its absolute path.

    Folders are searched to the bottom; hidden files, an office program's lock files (`~$…`), links to folders and files
    of other kinds are passed over. What was named itself and is no article is given back as Skipped.
    """
    found: dict[tuple[str, ...], Path | Skipped] = {}
    for path in paths:
        for entry in _at(path):
            place = Path(entry.file) if isinstance(entry, Skipped) else entry
            found.setdefault(Path(os.path.abspath(place)).parts, entry)
    seen: set[str] = set()
    for _, entry in sorted(found.items(), key=lambda item: item[0]):
        if isinstance(entry, Path):
            real = os.path.realpath(entry)
            if real in seen:  # a link beside the file it leads to
                continue
            seen.add(real)
        yield entry


def _at(path: Path) -> Iterator[Path | Skipped]:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        yield Skipped(shown(path), "no such file or folder")
    except (OSError, ValueError) as error:  # a loop of links, a name too long, a zero character in it, no permission
        yield Skipped(shown(path), _why(error))
    else:
        if stat.S_ISDIR(mode):
            yield from _below(path)
        elif not stat.S_ISREG(mode):
            yield Skipped(shown(path), "neither a file nor a folder")
        elif path.suffix.lower() not in SUFFIXES:
            yield Skipped(shown(path), f"no reader for {shown(Path(path.suffix)) if path.suffix else 'a file without suffix'}; articles are {', '.join(SUFFIXES)}")
        else:
            yield path


def _below(folder: Path) -> Iterator[Path | Skipped]:
    problems: list[OSError] = []
    empty = True
    for root, folders, names in os.walk(folder, onerror=problems.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(root, name)
            if not name.startswith((".", "~$")) and path.suffix.lower() in SUFFIXES and path.is_file():
                empty = False
                yield path
    for problem in problems:
        yield Skipped(shown(Path(problem.filename or folder)), _why(problem))
    if empty and not problems:
        yield Skipped(shown(folder), f"no articles in this folder; looked for {', '.join(SUFFIXES)}")


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return f"cannot be read: {getattr(error, 'strerror', None) or error}"


def shown(path: Path) -> str:
    """The path as it can be printed on one line anywhere: control characters and undecodable bytes as escapes."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in path.as_posix())


def reason(error: OSError) -> str:
    """In one line why a file could not be opened or read."""
    return _why(error)
