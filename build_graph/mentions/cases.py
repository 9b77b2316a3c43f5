"""Cases in minutes and what came of them: "Sak 12/24 Budsjett … Vedtak: Budsjettet ble godkjent"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from build_graph.lexicon.tables import rows
from build_graph.mentions.draft import Draft, fold
from build_graph.mentions.nouns import line_at, plain
from build_graph.model import Referent, Span

HEADING = re.compile(
    r"^[#*\s]*(?P<number>(?:(?:sak(?:snr\.?)?|ps|rs|ls|ks|fs|v-sak|o-sak)\s*:?\s*\d{1,4}(?:\s?[/-]\s?\d{2,4})?|\d{1,4}/\d{2,4}))\s*[.:–-]?\s+(?P<title>[A-ZÆØÅ«\"].*)$",
    re.IGNORECASE | re.MULTILINE,
)
NUMBERED = re.compile(r"^[#*\s]*(?P<number>\d{1,2})[.)]\s+(?P<title>[A-ZÆØÅ«\"][^\n]{3,90})$", re.MULTILINE)
LOST = re.compile(r"(?<!\w)(?:fall|falt|nedstemt|røysta ned|avvist|forkasta|forkastet|(?:fekk|fikk) (?:ikke|ikkje) (?:flertall|fleirtal))(?!\w)", re.IGNORECASE)
LONGEST_TITLE = 160
MOVED = re.compile(
    r"^[\s*_•-]*(?P<label>(?:(?:felles|endrings|tilleggs|alternativt |endringsforslag|nytt )?(?:forslag|framlegg)|tilleggsforslag|endringsframlegg|tilleggsframlegg|fellesframlegg)"
    r"(?: til (?:vedtak|uttalelse|uttale|resolusjon))? (?:fra|frå|fremmet av|fremma av|fremja av|sett fram av|satt fram av|ved) [^:\n]{3,120}):[\s*_]*(?P<moved>[^\n]{8,})",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Case:
    """A case that was decided: its title without the number, the words of the decision, and the part of the minutes it takes up."""

    title: Span
    decision: Span
    part: Span
    own_words: bool  # the decision is told in words of its own, not only as approval of the case


def find_cases(text: str) -> Iterator[Case]:
    """The cases of a page of minutes of which it says that they were decided."""
    headings = [m for m in HEADING.finditer(text) if len(m["title"]) <= LONGEST_TITLE]
    if len(headings) < 2:
        headings = list(NUMBERED.finditer(text)) if re.search(r"^\W*(?:vedtak|samrøystes vedtak)\s*:", text, re.IGNORECASE | re.MULTILINE) else headings
    ends = [*(h.start() for h in headings[1:]), len(text)]
    for heading, end in zip(headings, ends, strict=False):
        part = Span(heading.start(), end)
        decision = _decision(text, Span(heading.end(), part.end))
        if decision:
            yield Case(Span(*heading.span("title")), decision[0], part, decision[1])


def _decision(text: str, inside: Span) -> tuple[Span, bool] | None:
    position = inside.start
    while position < inside.end:
        line = line_at(text, position + 1)
        start = line.start
        for stretch in re.finditer(r"[^.\n]+(?:\.(?=\s|$)|$)", text[line.start : min(line.end, inside.end)]):
            opening = re.match(r"[\s*_>•-]*", stretch[0])
            start = line.start + stretch.start() + (opening.end() if opening else 0)
            for outcome, pattern in _patterns():
                found = pattern.match(text, start, inside.end)
                if found is None:
                    continue
                if outcome == "none":
                    return None
                if outcome == "adopted":
                    return Span(start, line.start + len(stretch[0].rstrip()) + stretch.start()), False
                return _own_words(text, found.end(), inside.end)
        position = line.end
        if position >= len(text) - 1:
            break
    return None


def _own_words(text: str, start: int, limit: int) -> tuple[Span, bool] | None:
    """What follows "Vedtak:": the rest of the line, or where that is empty the next paragraph."""
    begin = re.compile(r"[\s*_]*").match(text, start, limit)
    start = begin.end() if begin else start
    end = text.find("\n", start, limit)
    end = limit if end < 0 else end
    words = text[start:end].rstrip()
    return (Span(start, start + len(words)), True) if len(words) > 5 and not LOST.search(words) else None


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row["outcome"], re.compile(row["pattern"], re.IGNORECASE)) for row in rows("case_decisions.csv"))


@dataclass(frozen=True, slots=True)
class Motion:
    """A proposal that minutes quote behind a colon: the words that name who moved it, and the first sentence of what was moved."""

    label: Span
    moved: Span


def find_motions(text: str) -> Iterator[Motion]:
    """What minutes quote as moved: "Framlegg frå Kari Testdatter (EKS): Tilskotet blir auka"."""
    for match in MOVED.finditer(text):
        sentence = re.match(r".+?(?:[.!?](?=\s|$)|$)", match["moved"])
        if sentence:
            yield Motion(Span(*match.span("label")), Span(match.start("moved"), match.start("moved") + sentence.end()))


def motion_id(text: str, motion: Motion) -> str:
    """The id of the proposal that a motion is, within its article."""
    return f"proposal:{fold(plain(text[slice(*motion.moved)]))}"


def case_id(text: str, case: Case) -> str:
    """The id of the resolution that a case's decision is, within its article."""
    return f"resolution:{fold(_name(text, case))}"


def add_cases(draft: Draft) -> None:
    """Adds a resolution for each case that was decided: named by its title, and by the decision's own words."""
    text = draft.text
    for case in find_cases(text):
        words = plain(text[slice(*case.decision)])
        aliases = [s.strip(" .") for s in re.split(r"(?<=[.])\s+", words)][:3] if case.own_words else []
        names = tuple(dict.fromkeys(a[:1].lower() + a[1:] for a in aliases if 8 < len(a) < 200))
        referent = draft.refer(Referent(case_id(text, case), "resolution", _name(text, case), names, named=False))
        draft.mention(case.title, referent, clause=True)


def add_motions(draft: Draft) -> None:
    """Adds a proposal for each motion."""
    for motion in find_motions(draft.text):
        name = plain(draft.text[slice(*motion.moved)]).rstrip(" .")
        referent = draft.refer(Referent(motion_id(draft.text, motion), "proposal", name[:1].lower() + name[1:], named=False))
        draft.mention(motion.moved, referent, clause=True)


def _name(text: str, case: Case) -> str:
    return plain(text[slice(*case.title)]).rstrip(" .")
