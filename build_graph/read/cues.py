"""The words that a page's layout is known by ("Foto", "Publisert", "avdeling"), from cues.csv beside this module.

A librarian adds a word there: one line with the kind of cue, the form as written, and for some kinds the value meant.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from functools import cache
from importlib.resources import files


@cache
def _table() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = defaultdict(dict)
    lines = files(__package__).joinpath("cues.csv").read_text(encoding="utf-8").splitlines()
    for row in csv.DictReader(lines):
        table[row["kind"]][row["form"]] = row["value"]
    return dict(table)


@cache
def forms(kind: str) -> frozenset[str]:
    """The forms of a kind of cue in lower case; KeyError where cues.csv has no such kind."""
    return frozenset(form.lower() for form in _table()[kind])


@cache
def values(kind: str) -> dict[str, str]:
    """The value that each form (in lower case) of a kind of cue stands for."""
    return {form.lower(): value for form, value in _table()[kind].items()}


@cache
def alternatives(*kinds: str) -> str:
    """The forms of these kinds as a regular expression's alternatives, the longest first, white space as it comes."""
    every = sorted({form for kind in kinds for form in _table()[kind]}, key=lambda form: (-len(form), form))
    return "|".join(r"\s+".join(re.escape(word) for word in form.split()) for form in every)
