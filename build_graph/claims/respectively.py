"""Pairs: "Kari Testdatter og Ola Prøve, henholdsvis leder og nestleder i Foreningen"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_graph.claims.patterns import JOINT, Line
from build_graph.model import Mention, RoleMention, Span

NAMES = r"⟨P\d+⟩(?: \([^()]{1,30}\))?"
TITLE = r"⟨R\d+⟩(?: (?:i|ved|for|av|hos|på|til|frå|fra) ⟨[GL]\d+⟩)?"
PAIRS = re.compile(rf"(?P<names>{NAMES}(?:{JOINT}{NAMES})+)(?P<between>[^⟨⟩.;:]{{0,60}}?)(?:henholdsvis|høvesvis) (?P<titles>{TITLE}(?:{JOINT}{TITLE})+)")
AGAIN = re.compile(r"\b(?:gjenvalgt|attvald|gjenvald)")
CHOSEN = re.compile(r"\b(?:valgt|vald|valde|valt|utnevnt|utnemnd|ansatt|tilsett|oppnevnt|oppnemnd|blir|vert)\b")
WERE = re.compile(r"\b(?:var|hadde vært|hadde vore)\b")


@dataclass(frozen=True, slots=True)
class Pair:
    """One of the people, and the title that is theirs by the order of both lists; `place` is the last title's where it has none of its own."""

    person: Mention
    role: RoleMention
    place: str | None
    status: str
    span: Span


def pairs(line: Line) -> Iterator[Pair]:
    """The people and titles that a line pairs; nothing where there are not as many of one as of the other."""
    for match in PAIRS.finditer(line.text):
        people = [line.signs[int(n)] for n in re.findall(r"⟨P(\d+)⟩", match["names"])]
        titles = re.findall(r"⟨R(\d+)⟩(?: \w+ ⟨[GL](\d+)⟩)?", match["titles"])
        if len(people) != len(titles):
            continue
        places = [line.signs[int(place)] if place else None for _, place in titles]
        between = match["between"]
        status = "" if AGAIN.search(between) else "incoming" if CHOSEN.search(between) else "former" if WERE.search(between) else ""
        span = line.span(match.start(), match.end())
        for number, (person, (title, _)) in enumerate(zip(people, titles, strict=True)):
            role = line.signs[int(title)]
            place = places[number] or places[-1]
            assert isinstance(person, Mention) and isinstance(role, RoleMention)
            yield Pair(person, role, place.referent if isinstance(place, Mention) else None, status, span)
