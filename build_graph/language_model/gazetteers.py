"""The name lists that the model looks words up in; facts, with their sources in this folder's README."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def name_classes() -> dict[str, str]:
    """Word → the classes it is listed under, one letter and one digit (how common, 0–3) each, for example `F3L1`.

    `F` given name, `L` surname, `K` municipality or county, `N` other proper noun, `C` common word in lower case.
    """
    source = files(__package__).joinpath("data", "names.tsv")
    with source.open(encoding="utf-8") as rows:
        return dict(row.rstrip("\n").split("\t") for row in rows)


@cache
def contexts() -> dict[str, str]:
    """Capitalised word → what its surroundings in raw text speak for, strongest first, for example `PER7 ORG2`.

    The digit is the share in tenths; see `training/contexts.py`.
    """
    source = files(__package__).joinpath("data", "contexts.tsv")
    with source.open(encoding="utf-8") as rows:
        return dict(row.rstrip("\n").split("\t") for row in rows)


@cache
def bodies() -> frozenset[str]:
    """Names of public bodies and parties in lower case."""
    source = files(__package__).joinpath("data", "bodies.txt")
    with source.open(encoding="utf-8") as rows:
        return frozenset(row.strip() for row in rows)
