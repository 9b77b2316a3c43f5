"""Lemmas: what the training split shows for a form and its part of speech, else the edit that its ending suggests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import files

# Words that tell the written forms apart: common in one, hardly found in the other.
_NYNORSK = frozenset(["ikkje", "eg", "ein", "eit", "ei", "dei", "me", "frå", "berre", "kva", "kven", "korleis", "noko", "nokon", "nokre", "vere", "vore", "blei", "vart", "òg", "meir", "mykje", "sjølv", "seier", "gjer", "enn", "hjå", "fleire", "desse", "millom", "åra", "difor"])
_BOKMAAL = frozenset(["ikke", "jeg", "en", "et", "de", "fra", "bare", "hva", "hvem", "hvordan", "noe", "noen", "være", "vært", "ble", "mer", "mye", "selv", "sier", "gjør", "også", "flere", "mellom", "årene", "derfor", "hun", "hennes", "hans", "disse"])

LONGEST = 6


def written_form(forms: Iterable[str]) -> str:
    """`nn` or `nb`, whichever the words of a text speak for; `nb` when they say nothing."""
    balance = 0
    for form in forms:
        low = form.lower()
        balance += (low in _NYNORSK) - (low in _BOKMAAL)
    return "nn" if balance > 0 else "nb"


def edit(form: str, lemma: str) -> str:
    """The change from a form to its lemma: how many letters go, and what takes their place."""
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return f"{len(form) - same}{lemma[same:]}"


def apply(form: str, change: str) -> str:
    """The lemma that an edit makes of a form."""
    return form[: len(form) - int(change[0])] + change[1:]


@cache
def _tables(language: str) -> tuple[dict[str, str], dict[str, str]]:
    """(form and tag → edit, ending and tag → edit) of a written form."""
    known: dict[str, str] = {}
    endings: dict[str, str] = {}
    with files(__package__).joinpath("data", f"lemmas-{language}.tsv").open(encoding="utf-8") as rows:
        for row in rows:
            kind, form, tag, change = row.rstrip("\n").split("\t")
            (known if kind == "w" else endings)[f"{form}\t{tag}"] = change
    return known, endings


@lru_cache(maxsize=100_000)
def lemma(form: str, tag: str, language: str) -> str:
    """The lemma of a form.

    Args:
        form: the token.
        tag: its part of speech in the treebank's terms, `prop` for a proper noun.
        language: `nb` or `nn`.
    """
    known, endings = _tables(language)
    low = form if tag == "prop" else form.lower()
    change = known.get(f"{low}\t{tag}")
    if change is None and tag != "prop" and "-" in low:
        head, dash, tail = low.rpartition("-")
        if tail:
            return head + dash + lemma(tail, tag, language)
    if change is None:
        change = next(
            (found for size in range(min(LONGEST, len(low)), -1, -1) if (found := endings.get(f"{low[len(low) - size :]}\t{tag}")) is not None), "0"
        )
    return apply(low, change) if int(change[0]) <= len(low) else low


def rules(examples: Sequence[tuple[str, str, str]]) -> list[tuple[str, str, str, str]]:
    """What `lemma` looks up, as rows of a table: endings whose edit differs from the shorter ending's, then exceptions.

    Args:
        examples: (form, tag, lemma) of every token; forms in lower case but for proper nouns.
    """
    counts: dict[tuple[str, str], dict[str, int]] = {}
    words: dict[tuple[str, str], dict[str, int]] = {}
    for form, tag, its in examples:
        change = edit(form, its)
        if not change[:1].isdigit() or len(form) - len(apply(form, change)) > 9 or int(change[0]) != len(form) - _same(form, its):
            continue
        words.setdefault((form, tag), {}).setdefault(change, 0)
        words[form, tag][change] += 1
    for (form, tag), changes in words.items():
        for size in range(0, min(LONGEST, len(form)) + 1):
            own = counts.setdefault((form[len(form) - size :], tag), {})
            # Each word once: how endings inflect, not how often a word is used.
            own[_best(changes)] = own.get(_best(changes), 0) + 1
    rows: list[tuple[str, str, str, str]] = []
    endings: dict[tuple[str, str], str] = {}
    for (ending, tag), own in sorted(counts.items(), key=lambda entry: (len(entry[0][0]), entry[0])):
        if ending and sum(own.values()) < 2:
            continue
        best = _best(own)
        shorter = next((endings[ending[cut:], tag] for cut in range(1, len(ending) + 1) if (ending[cut:], tag) in endings), None)
        if best != shorter:
            endings[ending, tag] = best
            rows.append(("e", ending, tag, best))
    for (form, tag), changes in sorted(words.items()):
        guess = next((endings[form[cut:], tag] for cut in range(max(0, len(form) - LONGEST), len(form) + 1) if (form[cut:], tag) in endings), "0")
        if _best(changes) != guess:
            rows.append(("w", form, tag, _best(changes)))
    return rows


def _same(form: str, its: str) -> int:
    same = 0
    while same < min(len(form), len(its)) and form[same] == its[same]:
        same += 1
    return same


def _best(changes: dict[str, int]) -> str:
    return max(changes, key=lambda change: (changes[change], change))
