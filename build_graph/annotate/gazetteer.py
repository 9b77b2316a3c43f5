"""Institutions of the register, found by their names in the text.

Names are matched word by word, the longest first. A name that begins with a capital must do so in the text too, or
"Virke" and "Delta" would be found in every other sentence; one that is written small ("regjeringen") is found in both
cases. The last word may carry a genitive -s, which stays outside the name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from build_graph.language_model.tokenise import tokenise
from build_graph.model import Name, Span, Token
from ontology.lexicon import institutions


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[str, ...]
    institution: str
    where: str
    """"" anywhere; "inside": not at the start of a sentence, where everyday words ("Virke") have a capital too; "brackets": only in
    brackets; "context": only where its parent is in the article."""


def _words(name: str) -> tuple[str, ...]:
    return tuple(name[start:end] for start, end in tokenise(name))


@cache
def _entries() -> dict[str, list[_Entry]]:
    """Every name in the register by its first word, case-folded; longest names first."""
    table: dict[str, list[_Entry]] = defaultdict(list)
    for institution in institutions():
        names = [(name, "inside" if name in institution.everyday_names else "") for name in institution.names]
        names += [(name, "brackets") for name in institution.bracket_names]
        names += [(name, "context") for name in institution.context_names]
        for name, where in names:
            words = _words(name)
            if words:
                table[words[0].casefold()].append(_Entry(words, institution.id, where))
    for entries in table.values():
        entries.sort(key=lambda e: (-len(e.words), e.words, e.institution))
    return dict(table)


@cache
def _parents() -> dict[str, tuple[str, ...]]:
    return {institution.id: tuple(institution.parents) for institution in institutions()}


def _same(word: str, in_text: str) -> bool:
    if word == in_text:
        return True
    if word[:1].islower():
        return word == in_text.casefold()
    # "ks" is no KS, but a headline in capitals may write LEGEFORENINGEN.
    return len(word) > 4 and in_text.isupper() and word.casefold() == in_text.casefold()


def _alike(word: str, in_text: str, first: bool) -> bool:
    """Inside a name the capitals of the words after the first vary: "Universitetssykehuset Nord-norge"."""
    return _same(word, in_text) or (not first and word.casefold() == in_text.casefold())


def _genitive(word: str, in_text: str, first: bool) -> int | None:
    """How many characters of genitive `in_text` adds to `word`: 0, 1 ("Norads", "KS'") or 2 ("KS's"); None if another word."""
    if _alike(word, in_text, first):
        return 0
    for ending in ("s", "’s", "'s", "’", "'"):
        if in_text.endswith(ending) and _alike(word, in_text[: -len(ending)], first):
            return len(ending)
    return None


def _match(entry: _Entry, tokens: tuple[Token, ...], at: int) -> Span | None:
    if at + len(entry.words) > len(tokens):
        return None
    for offset, word in enumerate(entry.words):
        token = tokens[at + offset]
        if offset and token.start - tokens[at + offset - 1].end > 1:
            return None
        if offset == len(entry.words) - 1:
            genitive = _genitive(word, token.text, not offset)
            return None if genitive is None else Span(tokens[at].start, token.end - genitive)
        if not _alike(word, token.text, not offset):
            return None
    return None


def find_institutions(text: str, tokens: tuple[Token, ...]) -> list[Name]:
    """The register's institutions in a text, without overlap, leftmost and longest first.

    :param text: the article's text, which the tokens index.
    :return: names of type ORG with the institution's id in the register, in text order.
    """
    table, found, waiting = _entries(), [], []
    position = 0
    while position < len(tokens):
        token = tokens[position]
        best: tuple[Span, _Entry] | None = None
        for key in {token.text.casefold(), re.sub(r"[’']?s?$", "", token.text.casefold())}:
            for entry in table.get(key, ()):
                span = _match(entry, tokens, position)
                if span is None or (best and span.end <= best[0].end):
                    continue
                if entry.where == "brackets" and not _in_brackets(text, span):
                    continue
                if entry.where == "inside" and _opens_sentence(text, span):
                    continue
                if entry.where == "context":
                    waiting.append((span, entry.institution))
                    continue
                best = span, entry
        if best:
            found.append(Name(best[0], "ORG", 0.98, "register", best[1].institution))
            while position < len(tokens) and tokens[position].start < best[0].end:
                position += 1
        else:
            position += 1
    present = {name.register for name in found}
    for span, institution in waiting:
        free = all(span.end <= n.span.start or n.span.end <= span.start for n in found)
        candidates = {i for s, i in waiting if s == span and present & set(_parents()[i])}
        if free and candidates == {institution}:
            found.append(Name(span, "ORG", 0.9, "register", institution))
    return sorted(found, key=lambda name: name.span)


def _opens_sentence(text: str, span: Span) -> bool:
    before = text[: span.start].rstrip(" «\"“*")
    return not before or before[-1] in ".!?:\n–-•"


def _in_brackets(text: str, span: Span) -> bool:
    before, after = text[: span.start].rstrip()[-1:], text[span.end :].lstrip()[:1]
    return before in {"(", ",", "/"} and after in {")", ",", "/"} and ("(" in text[max(0, span.start - 30) : span.start])
