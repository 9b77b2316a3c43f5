"""The file of decisions: one row a decision, to be read and edited by hand.

    decision,what,other,note,by,date
    same,person/kari-testdatter,person/kari-t-prove,changed her name,,2026-11-21
    not same,person/ola-prove@2018-a,person/ola-prove@2019-b,,,
    wrong,membership/…,2018-a:120-164,,,
    rename,person/kari-testdatter,Kari Prøve Testdatter,,,
    forget,<digest>,<key>,,,

Commas or semicolons (as spreadsheets write them in Norway), UTF-8, lines that start with # are notes.
"""

from __future__ import annotations

import csv
import hashlib
import hmac
import io
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from build_graph.iris import slug

Verb = Literal["same", "not same", "wrong", "rename", "forget"]
COLUMNS = ("decision", "what", "other", "note", "by", "date")
_NEEDS_OTHER = ("same", "not same", "rename", "forget")


class DecisionsError(Exception):
    """The file of decisions cannot be read or written; the message names the line and is one line itself."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One row. `other` is the second entity, the new name, the place of the evidence ("2018-a:120-164"), or the key of a digest."""

    verb: Verb
    what: str
    other: str = ""
    note: str = ""
    by: str = ""
    date: str = ""
    line: int = 0

    def __str__(self) -> str:
        if self.verb == "forget":
            return "forget (a person)"
        return " ".join(part for part in (self.verb, self.what, self.other) if part)


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The rows of the file, in order; none where there is no such file.

    :raises DecisionsError: where a row is no decision.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise DecisionsError(f"{path}: cannot be read as UTF-8 text ({error})") from error
    lines = text.splitlines()
    head = next((number for number, line in enumerate(lines) if line.strip() and not line.startswith("#")), None)
    if head is None:
        return ()
    delimiter = ";" if lines[head].count(";") > lines[head].count(",") else ","
    header = [cell.strip() for cell in next(csv.reader([lines[head]], delimiter=delimiter))]
    if header[:2] != list(COLUMNS[:2]):
        raise DecisionsError(f"{path}, line {head + 1}: the heading must be {','.join(COLUMNS)}")
    found = []
    for number, line in enumerate(lines[head + 1 :], head + 2):
        if line.strip(" ,;") and not line.startswith("#"):
            cells = [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter))]
            found.append(_decision(dict(zip(header, cells, strict=False)), path, number))
    return tuple(found)


def _decision(cells: dict[str, str], path: Path, line: int) -> Decision:
    verb = " ".join(cells["decision"].lower().replace("-", " ").split())
    if verb not in get_args(Verb):
        raise DecisionsError(f"{path}, line {line}: {cells['decision']!r} is no decision: same, not same, wrong, rename or forget")
    if not cells.get("what") or verb in _NEEDS_OTHER and not cells.get("other"):
        raise DecisionsError(f"{path}, line {line}: “{verb}” needs {'what and other' if verb in _NEEDS_OTHER else 'what'}")
    what, other, note, by, date = (cells.get(name, "") for name in COLUMNS[1:])
    return Decision(cast(Verb, verb), what, other, note, by, date, line)


def write_decisions(path: Path, decisions: Iterable[Decision]) -> None:
    """Appends rows; makes the file, with its heading, where it is missing.

    :raises DecisionsError: where it cannot be written.
    """
    known = read_decisions(path)  # whoever appends to a damaged file hides the damage
    try:
        before = path.read_text(encoding="utf-8-sig") if path.exists() else ""
        delimiter = ";" if known and before.count(";") > before.count(",") else ","
        path.parent.mkdir(parents=True, exist_ok=True)
        text = before if before.endswith("\n") or not before else before + "\n"
        path.write_text((text or _row(COLUMNS, ",")) + "".join(_row(_cells(each), delimiter) for each in decisions), encoding="utf-8", newline="\n")
    except OSError as error:
        raise DecisionsError(f"{path}: cannot be written ({error.strerror or error})") from error


def without_person(path: Path, paths: Sequence[str], names: Sequence[str]) -> int:
    """Removes the rows that speak of a person, so that the file does not keep the name of someone who is forgotten.

    :param paths: the person's paths.
    :returns: how many rows are gone.
    """
    slugs = {*(each.partition("/")[2] for each in paths), *map(slug, names)}
    lines = path.read_text(encoding="utf-8-sig").splitlines(keepends=True) if path.exists() else []
    gone = {
        each.line
        for each in read_decisions(path)
        if each.verb != "forget" and any(mark in f"-{slug(cell)}-" for mark in (f"-{one}-" for one in slugs) for cell in (each.what, each.other, each.note) if cell)
    }
    if gone:
        path.write_text("".join(line for number, line in enumerate(lines, 1) if number not in gone), encoding="utf-8", newline="\n")
    return len(gone)


def _cells(decision: Decision) -> tuple[str, ...]:
    return (decision.verb, decision.what, decision.other, decision.note, decision.by, decision.date)


def _row(cells: Sequence[str], delimiter: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerow([" ".join(cell.split()) for cell in cells])
    return out.getvalue()


def name_digest(name: str, key: str) -> str:
    """HMAC-SHA256 of a name without case, accents and hyphens: tells whether a name is that of someone forgotten, and not who that is."""
    return hmac.new(key.encode(), slug(name).encode(), hashlib.sha256).hexdigest()[:32]


def forgetting(names: Iterable[str], known: Sequence[Decision], date: str) -> list[Decision]:
    """The rows that forget whoever bears these names. One key serves the whole file, so that a build digests each name once."""
    key = next((each.other for each in known if each.verb == "forget"), None) or secrets.token_hex(16)
    digests = sorted({name_digest(name, key) for name in names})
    had = {each.what for each in known if each.verb == "forget"}
    return [Decision("forget", digest, key, date=date) for digest in digests if digest not in had]
