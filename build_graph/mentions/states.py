"""Organs of states: "USAs utenriksdepartement", "den amerikanske regjeringen", and "regjeringen" after it."""

from __future__ import annotations

import re
from functools import cache

from build_graph.annotate.names import known_places
from build_graph.lexicon.tables import rows
from build_graph.mentions.draft import Draft, fold
from build_graph.model import Referent, Span

HOME = frozenset({"Norge", "Noreg"})


@cache
def _organs() -> dict[str, str]:
    return {row["noun"]: row["kind"] for row in rows("state_organs.csv")}


@cache
def _countries() -> dict[str, str]:
    """Countries by the words that stand before an organ: adjectives of nationality, and names in the genitive."""
    return {row["adjective"]: row["country"] for row in rows("nationalities.csv")}


@cache
def _phrase() -> re.Pattern[str]:
    organs = "|".join(sorted(_organs(), key=lambda n: (-len(n), n)))
    return re.compile(rf"(?P<before>(?:[Dd]en|[Dd]et|[Dd]ei) (?P<adjective>[a-zæøå]+)|(?P<place>[A-ZÆØÅ][\wæøå-]+?)s)(?: [a-zæøå]+e)? (?P<organ>{organs})(?!\w)", re.UNICODE)


def find_state_organs(draft: Draft) -> None:
    """Adds the organs of other states than Norway, and the bare nouns that take them up."""
    spans = [b.span for b in draft.annotated.article.blocks if b.kind in {"title", "lead", "caption", "heading", "paragraph", "item", "quote"}]
    for block in spans:
        for match in _phrase().finditer(draft.text, block.start, block.end):
            country = _country(match)
            if country is None or country in HOME:
                continue
            organ = match["organ"]
            stem = re.sub(r"(en|et|a)$", "", organ)
            referent = draft.refer(Referent(
                f"organisation:{fold(country)}/{stem}", "organisation", re.sub(r"\s+", " ", match.group()), classification=_organs()[organ]))
            span = Span(*match.span())
            # the country keeps its own mention, so that "Malis statsminister" and "Malis regjering" read alike
            draft.mention(Span(match.start("organ"), span.end) if match["place"] else span, referent)
    _taken_up(draft, spans)


def _country(match: re.Match[str]) -> str | None:
    if match["adjective"]:
        word = match["adjective"]
        return _countries().get(word) or _countries().get(word.removesuffix("e"))
    return match["place"] if match["place"] in known_places() else None


def _taken_up(draft: Draft, spans: list[Span]) -> None:
    """"Regjeringen" after "den amerikanske regjeringen" is that one, unless Norway's has been named in between."""
    for organ in [m for m in draft.mentions if m.referent.startswith("organisation:") and "/" in m.referent]:
        stem = organ.referent.rpartition("/")[2]
        for block in spans:
            for match in re.compile(rf"(?<![\w-])(?i:{stem[0]}){stem[1:]}(?:en|et|a)(?!\w)").finditer(draft.text, max(block.start, organ.span.end), block.end):
                span = Span(*match.span())
                if not draft.taken(span) and not re.search(r"(?i)norsk\w* $|norges $|noregs $", draft.text[max(0, span.start - 10) : span.start]):
                    draft.mention(span, organ.referent, anaphoric=True)
