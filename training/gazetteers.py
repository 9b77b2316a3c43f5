"""Compact word lists for the model's features, from `../shared/names` and the training split."""

from __future__ import annotations

import csv
import math
import re
from collections import Counter
from pathlib import Path

_COMMON = 25  # occurrences in lower case that make a common word


def build(names: Path, tokenised: Path, out: Path) -> None:
    """Writes `names.tsv` and `bodies.txt` into `out`.

    Args:
        names: folder with the name lists.
        tokenised: the raw text and the training split, a paragraph a line, tokens apart (for words that occur in lower case).
        out: folder to write to.
    """
    given, last = _counts(names / "fornavn_fra_valglister.tsv"), _counts(names / "etternavn_fra_valglister.tsv")
    for row in _rows(names / "ssb_fornavn.tsv"):
        given[row[0]] += 5
    for row in _rows(names / "stortingsrepresentanter_1997_2029.tsv")[1:]:
        given[row[0]] += 1
        last[row[1]] += 1
    municipalities: set[str] = set()
    organisations: set[str] = set()
    with (names / "offentlige_organer_offpost.tsv").open(encoding="utf-8") as source:
        for entry in csv.DictReader(source, delimiter="\t"):
            organisations.add(entry["navn"].lower())
            short = re.fullmatch(r"(\S+) (?:fylkes)?kommune", entry["navn"])
            if short:
                municipalities.add(short.group(1))
    organisations.update(row[0].lower() for row in _rows(names / "partier_fra_valglister.tsv") if int(row[1]) >= 20)
    nouns = {word for line in (names / "ordbank_nno_propernouns.txt").open(encoding="utf-8") if len(word := line.strip()) > 2}
    classes: dict[str, str] = {}
    lower = _lower_case(tokenised)
    forms = set(given) | set(last) | municipalities | nouns
    for form in sorted(forms):
        mark = ""
        # A middle name in a list of candidates makes no given name of a surname, nor the other way.
        if given[form] * 20 > last[form]:
            mark += f"F{_grade(given[form])}"
        if last[form] * 20 > given[form]:
            mark += f"L{_grade(last[form])}"
        if form in municipalities:
            mark += "K3"
        if form in nouns:
            mark += "N0"
        if "\t" not in form and " " not in form:
            classes[form] = mark
    for form, count in lower.items():
        if len(form) > 1:
            classes[form] = classes.get(form, "") + f"C{_grade(count // _COMMON)}"
    (out / "names.tsv").write_text("".join(f"{form}\t{classes[form]}\n" for form in sorted(classes)), encoding="utf-8")
    (out / "bodies.txt").write_text("".join(f"{name}\n" for name in sorted(organisations)), encoding="utf-8")


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines]


def _counts(path: Path) -> Counter[str]:
    """Name → count; double names also give their parts."""
    counts: Counter[str] = Counter()
    for name, count in _rows(path):
        for part in name.split():
            if part[:1].isupper() and len(part) > 1:
                counts[part] += int(count)
    return counts


def _grade(count: int) -> int:
    return min(3, int(math.log(count, 8)))


def _lower_case(tokenised: Path) -> Counter[str]:
    """Words → how often they occur in lower case, where that is at least a tenth of all."""
    counts: Counter[str] = Counter()
    with tokenised.open(encoding="utf-8") as lines:
        for line in lines:
            counts.update(line.split())
    return Counter(
        {
            form: count
            for form, count in counts.items()
            if count >= _COMMON and form.isalpha() and form.islower() and count * 9 > counts[form.capitalize()]
        }
    )
