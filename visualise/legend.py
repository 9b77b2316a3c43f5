"""Classes, relation families, relations and statuses: how each looks and what it is called.

Read from the CSV files in `assets/legend/`, which a librarian can edit. Colours are chosen to reach contrast 3:1 against both
backgrounds (WCAG 2.2, 1.4.11) and to differ for deuteranopia; shape and dash carry the same difference without colour.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Labels = dict[str, str]
"""A text by language tag: nb, nn, en; "" where the graph gives none."""

LANGUAGES = ("nb", "nn", "en")


@dataclass(frozen=True, slots=True)
class Class:
    """A class of actors: `types` are the RDF classes it stands for, in the order in which they are tried."""

    key: str
    types: tuple[str, ...]
    shape: str
    light: str
    dark: str
    labels: Labels


@dataclass(frozen=True, slots=True)
class Family:
    """A family of relations; `dash` are lengths of line and gap in pixels, empty for a whole line."""

    key: str
    dash: tuple[int, ...]
    light: str
    dark: str
    width: float
    labels: Labels


@dataclass(frozen=True, slots=True)
class Relation:
    """A kind of fact. `reverse`: the triple points from the object of the sentence ("meeting attendee person")."""

    key: str
    family: str
    predicate: str | None
    reverse: bool
    labels: Labels


def _rows(name: str) -> list[dict[str, str]]:
    text = (files("visualise") / "assets" / "legend" / f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text)))


def _labels(row: dict[str, str]) -> Labels:
    return {language: row[language] for language in LANGUAGES}


@cache
def classes() -> tuple[Class, ...]:
    """Every class, in the order of the file: the first whose type an entity has is the entity's class."""
    found: dict[str, Class] = {}
    for row in _rows("classes"):
        earlier = found[row["key"]].types if row["key"] in found else ()
        found[row["key"]] = Class(
            row["key"], (*earlier, row["type"]), row["shape"], row["light"], row["dark"], _labels(row)
        )
    return tuple(found.values())


@cache
def families() -> tuple[Family, ...]:
    """Every relation family, in the order in which the page lists them."""
    return tuple(
        Family(r["key"], tuple(map(int, r["dash"].split())), r["light"], r["dark"], float(r["width"]), _labels(r))
        for r in _rows("families")
    )


@cache
def relations() -> dict[str, Relation]:
    """Every kind of fact by its key."""
    return {
        r["key"]: Relation(r["key"], r["family"], r["predicate"] or None, r["reverse"] == "yes", _labels(r))
        for r in _rows("relations")
    }


@cache
def statuses() -> dict[str, Labels]:
    """Labels of role statuses and outcomes of decisions by their local name."""
    return {r["key"]: _labels(r) for r in _rows("statuses")}


@cache
def messages() -> dict[str, Labels]:
    """The page's own texts by key."""
    return {r["key"]: _labels(r) for r in _rows("messages")}
