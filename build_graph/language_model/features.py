"""What the names model sees of a token: its form, its neighbours and the name lists; the same code trains and tags."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeVar

from build_graph.language_model.gazetteers import bodies, contexts, name_classes

DISTANCES = (-3, -2, -1, 1, 2, 3)
Mark = TypeVar("Mark")
_CAPITALS = re.compile(r"[A-ZÆØÅÁÄÖÉÜŠČŽŊĐŦ]")
_SMALL = re.compile(r"[a-zæøåáäöéüšèêóôçčžŋđŧðþßìíúý]")


@lru_cache(maxsize=200_000)
def shape(form: str) -> str:
    """The form's outline: X capital, x small letter, d digit; runs longer than two are cut, so `Hansen-Lie` is `Xxx-Xxx`."""
    outline = "".join("X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else c for c in form)
    return re.sub(r"(.)\1\1+", r"\1\1", outline)


def _base(form: str) -> str:
    """The form without a genitive ending, where the lists know the rest or the form alone does not tell."""
    if len(form) > 3 and form[-1] in "'’":
        return form[:-1]
    if len(form) > 3 and form[-1] == "s" and form not in name_classes():
        return form[:-2] if form[-2] in "'’" else form[:-1]
    return form


@lru_cache(maxsize=200_000)
def listed_classes(form: str) -> str:
    """What the name lists say of a form, by itself, without its genitive ending, or by its parts."""
    classes = name_classes()
    found = classes.get(form) or classes.get(_base(form)) or ""
    if not found and "-" in form:
        found = "".join(f"-{classes.get(part, '')}" for part in _base(form).split("-")[:3])
    if form[:1].isupper() and "C" not in found:
        common = classes.get(form.lower(), "")
        if "C" in common:
            found += common[common.index("C") :]
    return found


@lru_cache(maxsize=200_000)
def context_marks(form: str) -> tuple[str, ...]:
    """What raw text says of a capitalised form, strongest first."""
    if not form[:1].isupper():
        return ()
    found = contexts().get(form) or contexts().get(_base(form)) or ""
    return tuple(found.split())


@lru_cache(maxsize=200_000)
def own(form: str) -> tuple[str, ...]:
    """Features of a token itself."""
    low = form.lower()
    found = [f"w={form}", f"l={low}", f"s={shape(form)}", f"b={_base(form)}"]
    if len(low) > 2:
        found += [f"p{n}={low[:n]}" for n in (2, 3, 4) if len(low) > n]
        found += [f"e{n}={low[-n:]}" for n in (1, 2, 3, 4, 5) if len(low) > n]
    lists = listed_classes(form)
    if lists:
        found.append(f"g={lists}")
        letters = re.sub(r"\d", "", lists)
        found.append(f"gl={letters}")
        found += [f"g1={mark}" for mark in re.findall(r"[A-Z]\d", lists)]
    if form[:1].isupper():
        found.append("cap")
        marks = context_marks(form)
        found += [f"x={mark}" for mark in marks]
        found.append(f"x1={marks[0][:-1]}" if marks else "x1=")
        if "-" in form[1:]:
            head, _, tail = form.rpartition("-")
            found += [f"hh={head}", f"ht={tail}", f"hs={shape(tail)}"]
            if tail[:1].islower():
                found += [f"hte={tail[-4:]}"]
    return tuple(found)


@lru_cache(maxsize=200_000)
def near(form: str) -> tuple[str, ...]:
    """Features of a token as a neighbour, to be joined to its distance by `near_at`."""
    low = form.lower()
    found = [f"l={low}", f"s={shape(form)}", f"e={low[-3:]}"]
    lists = listed_classes(form)
    if lists:
        found.append("g=" + re.sub(r"\d", "", lists))
    marks = context_marks(form)
    if marks:
        found.append(f"x={marks[0][:-1]}")
    return tuple(found)


def reaching(marks: Sequence[Mark], distance: int) -> Sequence[Mark]:
    """What of a neighbour's features, in the order of `near`, counts at a distance of up to three tokens: fewer the farther."""
    if abs(distance) == 2:
        return [*marks[:2], *marks[3:]]
    return marks[:1] if abs(distance) == 3 else marks


@lru_cache(maxsize=200_000)
def near_at(form: str, distance: int) -> tuple[str, ...]:
    """Features of a token's neighbour at a distance of up to three tokens."""
    return tuple(f"{distance}{mark}" for mark in reaching(near(form), distance))


def true_case(forms: Sequence[str]) -> list[str]:
    """Forms to look at in place of capitals: headings and by-lines all in capitals get the case that the lists suggest.

    Args:
        forms: the tokens of one sentence or line.

    Returns:
        As many forms; the same ones unless words are in capitals throughout or a long run of them is.
    """
    letters = [form for form in forms if _CAPITALS.search(form) or _SMALL.search(form)]
    capitals = [form for form in letters if not _SMALL.search(form)]
    if not capitals:
        return list(forms)
    all_capitals = len(capitals) == len(letters) and (len(capitals) > 1 or len(capitals[0]) > 5)
    run = [_in_capitals(form) for form in forms]
    return [
        _recase(form, all_capitals) if all_capitals or (run[at] and _is_run(run, forms, at)) else form
        for at, form in enumerate(forms)
    ]


def _in_capitals(form: str) -> bool:
    return len(form) > 1 and form.upper() == form and form[:1].isalpha()


def _is_run(run: Sequence[bool], forms: Sequence[str], at: int) -> bool:
    """Whether the token is one of two or more long words in capitals, or a common word before a colon ("FORTSETTER: …")."""
    if len(forms[at]) < 4:
        return (at > 0 and run[at - 1] and len(forms[at - 1]) > 3) and (at + 1 < len(run) and run[at + 1] and len(forms[at + 1]) > 3)
    beside = (at > 0 and run[at - 1]) or (at + 1 < len(run) and run[at + 1])
    return beside or "C" in name_classes().get(forms[at].lower(), "")


@lru_cache(maxsize=50_000)
def _recase(form: str, whole_line: bool) -> str:
    """`HANSEN` → `Hansen`, `FORTSETTER` → `fortsetter`, `NRK` → `NRK`."""
    classes = name_classes()
    title = "-".join(part.capitalize() for part in form.split("-"))
    low = form.lower()
    listed = classes.get(title, "") or classes.get(_base(title), "")
    if ("F" in listed or "L" in listed) and "C" not in classes.get(low, ""):
        return title
    if "C" in classes.get(low, ""):
        grade = classes[low][-1]
        return title if ("F" in listed and grade in "0") else low
    if len(form) <= 5 and "-" not in form and not listed:
        return form
    return title if whole_line or listed else title


def sentence_features(forms: Sequence[str]) -> list[list[str]]:
    """One list of features a token, for the tokens of one sentence."""
    seen, others = around(forms)
    return [
        [
            *own(form),
            *(mark for distance in DISTANCES if 0 <= at + distance < len(seen) for mark in near_at(seen[at + distance], distance)),
            *other,
        ]
        for at, (form, other) in enumerate(zip(seen, others, strict=True))
    ]


def around(forms: Sequence[str]) -> tuple[list[str], list[list[str]]]:
    """The forms to look at in a sentence, and of each token those features that hang on more than one form."""
    seen = true_case(forms)
    last = len(seen) - 1
    inside = quoted(seen)
    listed = _listed_bodies(seen)
    shapes = [shape(form) for form in seen]
    lows = [form.lower() for form in seen]
    found: list[list[str]] = []
    for at, form in enumerate(seen):
        other = [f"-1+0={lows[at - 1]}|{shapes[at]}", f"s-1+0={shapes[at - 1]}|{shapes[at]}"] if at else ["first"]
        if at == last:
            other.append("last")
        else:
            other += (f"0+1={shapes[at]}|{lows[at + 1]}", f"s0+1={shapes[at]}|{shapes[at + 1]}")
            pair = listed_classes(form)[:1] + listed_classes(seen[at + 1])[:1]
            if pair:
                other.append(f"g0+1={pair}")
        if inside[at]:
            other.append("quoted")
        if listed[at]:
            other.append(listed[at])
        if form is not forms[at]:
            other.append("recased")
        found.append(other)
    return seen, found


def quoted(forms: Sequence[str]) -> list[bool]:
    """Whether each token stands in a short pair of quotation marks, as titles do."""
    inside = [False] * len(forms)
    opened = -1
    for at, form in enumerate(forms):
        if form in ("«", "“", '"', "”", "»"):
            if opened >= 0 and form != "«":
                if at - opened <= 8:
                    inside[opened + 1 : at] = [True] * (at - opened - 1)
                opened = -1
            else:
                opened = at
    return inside


def _listed_bodies(forms: Sequence[str]) -> list[str]:
    """`body` at the tokens of the longest listed names of public bodies, of two words or more."""
    found = [""] * len(forms)
    names = bodies()
    at = 0
    while at < len(forms):
        step = 1
        if forms[at][:1].isupper():
            for length in range(min(6, len(forms) - at), 1, -1):
                phrase = " ".join(forms[at : at + length]).lower()
                if phrase in names or (phrase.endswith("s") and phrase[:-1] in names):
                    found[at : at + length] = ["Bbody"] + ["Ibody"] * (length - 1)
                    step = length
                    break
        at += step
    return found
