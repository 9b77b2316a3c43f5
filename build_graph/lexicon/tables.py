"""Reads the word lists of this folder."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from io import StringIO
from typing import Literal


class LexiconError(Exception):
    """A word list is damaged; the message names the file and what is missing."""


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a CSV file in this folder, by column name.

    :param name: the file's name, "verbs_of_saying.csv".
    :raises LexiconError: where a row has fewer or more cells than the heading.
    """
    lines = StringIO(files("build_graph.lexicon").joinpath(name).read_text(encoding="utf-8"))
    reader = csv.DictReader(line for line in lines if not line.startswith("#"))
    table = []
    for row in reader:
        if None in row or None in row.values():
            raise LexiconError(f"lexicon/{name}, row {reader.line_num}: {len(reader.fieldnames or ())} cells expected")
        table.append(row)
    return table


@cache
def words(name: str, column: str = "word") -> frozenset[str]:
    """One column of a word list as a set."""
    return frozenset(row[column] for row in rows(name))


@cache
def _given() -> dict[str, str]:
    return {row["name"].casefold(): row["gender"] for row in rows("given_names.csv")}


@cache
def _surnames() -> frozenset[str]:
    return frozenset(name.casefold() for name in words("surnames.csv", "name"))


def is_given_name(word: str) -> bool:
    """Whether the word is a given name in the list."""
    return word.casefold() in _given()


def is_surname(word: str) -> bool:
    """Whether the word is a surname in the list; of a double name, its last part."""
    return word.casefold() in _surnames() or "-" in word and word.rsplit("-", 1)[1].casefold() in _surnames()


def gender_of(given_name: str) -> Literal["f", "m"] | None:
    """The gender that Statistics Norway's table gives for a given name; None where it has both or neither."""
    gender = _given().get(given_name.casefold())
    return "f" if gender == "f" else "m" if gender == "m" else None
