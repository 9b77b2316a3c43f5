"""Minutes and notices of meetings: their titles, and the lines that state date and place."""

from __future__ import annotations

import re

from build_graph.mentions.draft import Draft
from build_graph.mentions.heads import STANDING, Head
from build_graph.mentions.nouns import alternatives, line_at, plain
from build_graph.model import Span
from build_graph.read.dates import FoundDate, find_dates

CONTEXT = "meeting_context.csv"
MINUTES = re.compile(rf"^\W*(?:(?:utdrag|utdrag av|godkjent|foreløpig|førebels) )?{alternatives(CONTEXT, 'minutes title').pattern}", re.IGNORECASE)
MINUTES_BEHIND = re.compile(rf"^.{{3,90}}\s[–—:-]\s*(?:{alternatives(CONTEXT, 'minutes title').pattern})(?=[\s.]*$)", re.IGNORECASE)
"""Minutes whose title names the body first: "Prøvedal eldreråd – møtebok"."""
TIME_AND_PLACE = re.compile(rf"^\W*(?:{alternatives(CONTEXT, 'date label').pattern})\s*:(?P<date>.*\d.*?)(?:{alternatives(CONTEXT, 'place label').pattern})\s*:\s*(?P<place>[^:]{{2,60}})$", re.IGNORECASE)
TURN = re.compile(r"^(?:[A-ZÆØÅ][a-zæøå]+ ){0,2}([A-ZÆØÅ][^\n:().,]{3,50}) \([A-ZÆØÅ][A-Za-zÆØÅæøå]{0,5}\)(?: \([^)\n]{1,40}\))?:", re.MULTILINE)
CHAIR = re.compile(r"^(?:Presidenten|Møteleder|Møteleiar|Ordstyrer|Ordstyrar|Møtelederen|Ordføreren|Ordføraren):", re.MULTILINE)
BODY_TITLE = re.compile(r"^\W*Møte i (?!dag|morgen|morgon|går)[\w -]*(?:utvalg|utval|styret?|rådet?|nemnda?|komit[eé]|komiteen|komitéen|formannskapet|skap|tinget)(?: (?:for|i|av) [\w -]{3,50})?$", re.IGNORECASE)
DATED_TITLE = re.compile(r"^\W*(?:\w+ ){0,2}\w*møte(?:t)?\b.{0,40}\d", re.IGNORECASE)


PERIOD = r"(?:,? (?:i perioden |for (?:perioden )?|fra |frå )?\d{4}(?:[ –/-]+\d{2,4})?)?(?: ?\([^()\n]{2,60}\))?"
"""For how long a body named in a heading sits: "Styret 2024–2026", "Styre (valgt for to år)"."""


def is_transcript(text: str) -> bool:
    """Whether an article records a debate: two speakers or more have their turns, "Kari Testdatter (A): …", or a chair has."""
    turns = TURN.findall(text)
    return len(set(turns)) > 1 or bool(turns and CHAIR.search(text))


def of_minutes(draft: Draft, position: int) -> bool:
    """Whether a word is in the label of those who came from somewhere: "Fra administrasjonen: Kari Testdatter"."""
    line = line_at(draft.text, position)
    return bool(re.match(r"\W*(?:Møtte fr[aå]|Til ?stedes? fr[aå]|Til ?stades? fr[aå]|Fr[aå]) \w+(?: møtte| deltok)?:", draft.text[line.start : line.end]))


def labels_people(draft: Draft, span: Span, head: Head) -> bool:
    """Whether an indefinite noun is the label of a list of people, and so names one body: "Valgkomité 2024: Kari Testdatter"."""
    line = line_at(draft.text, span.start)
    if head.definite or head.kind not in STANDING:
        return False
    opens = re.fullmatch(r"[\W\d]*(?:[A-ZÆØÅ][a-zæøå]+ )?", draft.text[line.start : span.start])
    label = re.match(rf"{PERIOD}\s*:", draft.text[span.end : line.end])
    alone = re.fullmatch(rf"{PERIOD}\s*:?\s*", draft.text[span.end : line.end])
    if not opens or not (label or alone):
        return False
    end = line_at(draft.text, line.end + 1).end if alone and line.end + 1 < len(draft.text) else line.end
    behind = line.end if alone or not label else span.end + label.end()
    first = draft.text[behind:end].lstrip()
    start = end - len(first)
    return bool(first) and any(m.kind == "person" and start <= m.span.start < min(start + 40, end) for m in draft.mentions)


def opens_list(draft: Draft, span: Span) -> bool:
    """Whether a noun stands in words that end in a colon, with a person on the line below: "… har satt sammen følgende komité:"."""
    line = line_at(draft.text, span.start)
    behind = draft.text[span.end : line.end].rstrip()
    if not behind.endswith(":") or re.search(r"[.?!]\s", behind) or line.end + 1 >= len(draft.text):
        return False
    rest = draft.text[line.end :]
    start = line.end + len(rest) - len(rest.lstrip())
    return any(m.kind == "person" and start <= m.span.start < min(start + 60, line_at(draft.text, start).end) for m in draft.mentions)


def is_minutes_title(line: str) -> bool:
    """Whether a line opens minutes or their part on one meeting: "Referat fra styremøtet", "Møte 8. desember 2017"."""
    if TIME_AND_PLACE.match(line):
        return True
    return len(line) < 140 and not line.rstrip().endswith(".") and bool(MINUTES.match(line) or MINUTES_BEHIND.match(line) or BODY_TITLE.match(line) or DATED_TITLE.match(line))


def is_minutes(text: str) -> bool:
    """Whether a page opens as minutes: one of its first lines is the title of such."""
    first = [line for line in text.split("\n") if line.strip()][:6]
    return any(is_minutes_title(line) for line in first)


def dates_in(text: str, span: Span, year: int | None) -> list[FoundDate]:
    """The dates in a stretch of text, at their places in the whole."""
    found = find_dates(text[span.start : span.end], year)
    return [FoundDate(d.start + span.start, d.end + span.start, d.first, d.last) for d in found]


def likely_year(draft: Draft) -> int | None:
    """The year of dates stated without one: the article's, the only one in its title, or the only one of its full dates."""
    published = draft.annotated.article.published
    if published and re.match(r"\d{4}", published.value):
        return int(published.value[:4])
    title = next((b.span for b in draft.annotated.article.blocks if b.kind == "title"), line_at(draft.text, 0))
    years = {int(y) for y in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", draft.text[title.start : title.end])}
    years = years or {int(d.first[:4]) for d in find_dates(draft.text) if len(d.first) == 10}
    return years.pop() if len(years) == 1 else None


SLASHED = re.compile(r"(?<![\d/])(\d{1,2})[/.](\d{1,2})[-/ ]{1,2}((?:19|20)\d\d)(?!\d)")
WHEN = re.compile(r"(?i)\b(?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn)dag\b|\bkl(?:\.|okka|okken)? ?\d|^\s*\d{1,2}[.:]\d{2}\b|^\s*(?:fra|frå)? ?kl|^\s*\d{1,2}\s*[–-]\s*\d{1,2}\s*$")


def place_beside(value: str) -> str | None:
    """The place in words that also tell when: "Samfunnshuset, Prøveby, 3. mai 2020 kl. 18" → "Samfunnshuset, Prøveby"."""
    parts = [p.strip(" .*") for p in re.split(r",|;|(?<=\d)\.? – | \| ", value)]
    kept = [p for p in parts if p and not WHEN.search(p) and not find_dates(p, 2000) and not re.fullmatch(r"[\d.:–/ -]+", p)]
    return ", ".join(kept) or None


def _only_date_and_place(content: str) -> bool:
    """Whether a line holds a date, and at most a place and an hour beside it: "Prøveby sjukehus, 3. mai 2020 kl. 12–15"."""
    content = SLASHED.sub(r"\1.\2.\3", content)
    dates = find_dates(content, 2000)
    if len(content) > 90 or len(dates) != 1 or content.rstrip().endswith((".", ":", "?", "!")):
        return False
    rest = place_beside(content) or ""
    return len(rest.split()) < 7 and rest[:1] == rest[:1].upper()


def _lines_below(text: str, position: int, count: int) -> int:
    """Where the first so many lines with words on them below a place end."""
    end = position
    while count and end + 1 < len(text):
        line = line_at(text, end + 1)
        count -= bool(text[slice(*line)].strip())
        end = line.end
    return end


def heads_minutes(draft: Draft, line: Span) -> bool:
    """Whether labels right below a short line state date or place, so that a meeting that it names is the page's own."""
    text = draft.text
    first = text[line.end : _lines_below(text, line.end, 1)].strip()
    label = first.strip(" *•-").partition(":")[0].strip(" *")
    kinds = ("date label", "place label", "both label")
    return len(text[slice(*line)]) < 90 and ":" in first and any(alternatives(CONTEXT, kind).fullmatch(label) for kind in kinds)


def labels_below(draft: Draft, position: int) -> tuple[FoundDate | None, str | None]:
    """The date and place that labels below a title state: "Dato: …", "Møtested: …"."""
    text, date, place = draft.text, None, None
    below = _lines_below(text, position, 3)
    while (position := position + 1) < len(text):
        line = line_at(text, position)
        content = text[line.start : line.end]
        both = TIME_AND_PLACE.match(content)
        if both:
            return date or next(iter(find_dates(SLASHED.sub(r"\1.\2.\3", both["date"]), likely_year(draft))), None), place or plain(both["place"])
        if is_minutes_title(content):
            break
        label, colon, value = content.strip(" *•-").partition(":")
        value = SLASHED.sub(r"\1.\2.\3", value)
        together = colon and alternatives(CONTEXT, "both label").fullmatch(label.strip(" *"))
        unlabelled = not colon and date is None and place is None and position <= below and _only_date_and_place(content)
        if together or unlabelled:
            found = value if together else SLASHED.sub(r"\1.\2.\3", content)
            date = date or next(iter(find_dates(found, likely_year(draft))), None)
            place = place or place_beside(found)
            position = line.end
            continue
        if colon and date is None and alternatives(CONTEXT, "date label").fullmatch(label.strip(" *")):
            date = next(iter(find_dates(value, likely_year(draft))), None)
        if colon and place is None and alternatives(CONTEXT, "place label").fullmatch(label.strip(" *")):
            place = plain(value.strip(" *")).rstrip(".") or None
        position = line.end
    return date, place
