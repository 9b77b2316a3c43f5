"""Tokens and sentences of Norwegian text (Bokmål and Nynorsk), a pure function of the text.

The tokens follow the Norwegian Dependency Treebank: an abbreviation, an initial or an ordinal keeps its full stop, a genitive
-s stays on its word, quotation marks, brackets and dashes stand alone. All offsets are code points.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

Span = tuple[int, int]

_LETTER = r"[^\W\d_]"
_WORD = rf"(?:{_LETTER}|\d|_|[̀-ͯ]|©(?=\w))+"
_JOINED = rf"{_WORD}(?:(?:[-'’´`‑]|&(?=[A-ZÆØÅ]))(?:{_WORD}))*"
_CLOSERS = frozenset("»”\")]'’›")
_OPENERS = frozenset("«“\"([‹„'‘")
_DASHES = frozenset("-–—−•*·")
_QUOTES = frozenset("\"”")
# After an initial these words start a sentence, so that "vitamin C. Det" ends one.
_STARTERS = frozenset(
    ["det", "den", "de", "dei", "dette", "disse", "desse", "han", "hun", "ho", "vi", "jeg", "eg", "du", "dere", "dykk", "i", "på", "av", "til", "for", "med", "om", "og", "men", "så", "da", "når", "etter", "mens", "medan", "hvis", "dersom", "at", "som", "en", "et", "ei", "ein", "eit", "ingen", "alle", "noen", "nokre", "også", "her", "der", "nå", "no", "ved", "fra", "frå", "slik", "dermed", "derfor", "difor", "likevel", "deretter", "hva", "kva", "hvem", "kven", "hvor", "kvar", "hvordan", "korleis", "hvorfor", "kvifor"]
)
_MONTHS = "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"


@cache
def _abbreviations() -> dict[str, bool]:
    """Abbreviation in lower case, with its stop → whether it often ends a sentence."""
    source = files(__package__).joinpath("data", "abbreviations.csv")
    with source.open(encoding="utf-8") as rows:
        return {row["form"].lower(): row["ends_sentence"] == "yes" for row in csv.DictReader(rows)}


@cache
def _pattern() -> re.Pattern[str]:
    abbreviations = "|".join(re.escape(form) for form in sorted(_abbreviations(), key=lambda form: (-len(form), form)))
    return re.compile(
        rf"""
          (?P<url>(?:https?://|www\.)[^\s<>"«»]*[^\s<>"«».,;:!?)\]'’”])
        | (?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
        | (?P<site>(?<![\w.])[\w-]+(?:\.[\w-]+)*\.(?:no|com|org|net|eu|se|dk|fo|uk|de|info|tv)(?![\w.]*\w))
        | (?P<handle>[@\#]\w+)
        | (?P<dots>\.\.+|…)
        | (?P<abbreviation>(?<![\w.])(?:(?i:{abbreviations})(?=$|[^\w.]|\.\.|\.$)|(?:{_LETTER}{{1,2}}\.){{2,}}(?!{_LETTER}{{3}})))(?:-{_JOINED})?
        | (?P<money>kr\.(?=\s*\d))
        | (?P<ordinal>(?<![\w.,])\d{{1,3}}\.(?:-{_LETTER}+|(?=\s*(?:(?i:{_MONTHS})\b|[a-zæøå–-]))))
        | (?P<number>(?:(?<![\w.,])[-−+])?\d+(?:[.,:/]\d+)*(?:-{_LETTER}+(?:-{_LETTER}+)*|,-(?!\w)|°[CFNSØV]?|(?=\W|$)))
        | (?P<initial>(?<![\w.-]){_LETTER}\.(?:-?{_LETTER}\.)*(?=\s*[A-ZÆØÅÁÄÖŠČŽ]))
        | (?P<slashed>km/t|[AD]/S|[aA]/[sS]|m/s|\d+/\d+|(?<!\w)[A-ZÆØÅ]{{2,4}}:[A-ZÆØÅ]{{2,4}}(?!\w))
        | (?P<word>(?:(?<=[»"”])-)?{_JOINED}(?:[-‑](?=[\s,/)»"”]|$|og\b|eller\b))?)
        | (?P<section>§+)
        | (?P<other>--+|\S)
        """,
        re.VERBOSE,
    )


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The tokens of `text[start:end]` in order.

    Args:
        text: any text.
        start: first code point to read.
        end: code point to stop before; the text's end when left out.

    Returns:
        Half-open spans in code points of `text`; white space belongs to none.
    """
    end = len(text) if end is None else end
    block = text[start:end]
    spans: list[Span] = []
    for match in _pattern().finditer(block):
        here, there = match.span()
        spans.extend(_parts(match, block, spans, here, there, start))
    return spans


def _parts(match: re.Match[str], block: str, before: list[Span], here: int, there: int, start: int) -> Iterator[Span]:
    """The match as one token or, where its stop or apostrophe is no part of it, as two."""
    kind, form = match.lastgroup, match.group()
    if kind == "initial" and form.count(".") == 1 and _next_word(block, there).lower() in _STARTERS and not _capital_before(block, before, start):
        there -= 1
        yield start + here, start + there
        yield start + there, start + there + 1
        return
    if kind == "number" and there < len(block) and block[there] == "." and form.isdigit() and len(form) <= 2 and _is_list_number(block, here, there):
        # The full stop is matched next as "other"; it is taken into the number here and skipped there.
        yield start + here, start + there + 1
        return
    if kind == "other" and form == "." and before and before[-1][1] == start + there:
        return
    if kind == "word" and form[-1] in "sxzSXZ" and block[there : there + 1] in ("'", "’") and block[there + 1 : there + 2] == " " and not _open_single(block, here):
        there += 1
    if kind == "other" and form in ("'", "’") and before and before[-1][1] == start + there:
        return
    yield start + here, start + there


def _next_word(block: str, at: int) -> str:
    found = re.match(rf"\s*({_LETTER}+)", block[at : at + 40])
    return found.group(1) if found else ""


def _capital_before(block: str, before: list[Span], start: int) -> bool:
    if not before:
        return False
    word = block[before[-1][0] - start : before[-1][1] - start]
    return word[:1].isupper() and len(word) > 1


def _open_single(block: str, at: int) -> bool:
    return bool(re.search(r"(?:^|[\s(«\"])['‘]\w[^'’]*$", block[max(0, at - 60) : at + 1]))


def _is_list_number(block: str, here: int, there: int) -> bool:
    """Whether `1.` before a capital numbers an item: at the block's start, after a colon, or after a name in a list."""
    if not re.match(r"\.\s+[\"«]?[A-ZÆØÅÁÄÖŠČŽ]", block[there : there + 5]):
        return False
    left = block[:here].rstrip()
    if not left or left[-1] in ":;,(–•":
        return True
    word = re.search(r"(\S+)$", left)
    words = left.split()
    # "1. Kari Testdatter 2. Ola Prøve": two capitalised words before it, and a smaller number before those.
    return bool(
        word
        and len(words) >= 3
        and words[-1][0].isupper()
        and words[-2][0].isupper()
        and re.search(r"(?<!\w)\d{1,2}\.\s", left[-80:])
    )


def sentences(text: str, tokens: Sequence[Span]) -> list[tuple[int, int]]:
    """Splits one block's tokens into sentences.

    Args:
        text: the text that the spans point into.
        tokens: the tokens of one block, in order.

    Returns:
        Half-open ranges of token numbers, which together cover `tokens`.
    """
    forms = [text[here:there] for here, there in tokens]
    found: list[tuple[int, int]] = []
    first, at, quotes = 0, 0, 0
    while at < len(forms):
        form = forms[at]
        if form in _QUOTES:
            quotes += 1
        at += 1
        if not _may_end(form, forms[at - 2] if at > 1 else ""):
            continue
        while at < len(forms) and _closes(forms[at], quotes, text, tokens, at):
            quotes += forms[at] in _QUOTES
            at += 1
        if at >= len(forms) or not _starts(forms, at, form):
            continue
        found.append((first, at))
        first = at
    if first < len(forms):
        found.append((first, len(forms)))
    return found


def _may_end(form: str, previous: str) -> bool:
    if form in (".", "!", "?", "…") or form.startswith(".."):
        return True
    return form.endswith(".") and _abbreviations().get(form.lower(), False)


def segment(text: str, blocks: Sequence[Span]) -> tuple[list[Span], list[tuple[int, int]]]:
    """The tokens of the blocks, and each sentence as its first token and the one after its last. No sentence crosses a block."""
    tokens: list[Span] = []
    bounds: list[tuple[int, int]] = []
    for start, end in blocks:
        spans = tokenise(text, start, end)
        bounds += [(first + len(tokens), last + len(tokens)) for first, last in sentences(text, spans)]
        tokens += spans
    return tokens, bounds


def _closes(form: str, quotes: int, text: str, tokens: Sequence[Span], at: int) -> bool:
    if form in (".", "!", "?"):
        return True
    if form in _QUOTES:
        # A straight quotation mark closes when it touches what stands before it, or when one is open.
        return tokens[at - 1][1] == tokens[at][0] or quotes % 2 == 1
    return form in _CLOSERS and tokens[at - 1][1] == tokens[at][0]


def _starts(forms: list[str], at: int, ender: str) -> bool:
    """Whether a sentence may start at token `at`, after the sentence-final token `ender`."""
    form = forms[at]
    while form in _OPENERS and at + 1 < len(forms):
        at += 1
        form = forms[at]
    if form in _DASHES:
        return at + 1 >= len(forms) or not forms[at + 1][:1].islower()
    if ender not in (".", "!", "?"):
        return form[:1].isupper()
    return not form[:1].islower() and form[:1] not in ",;:"
