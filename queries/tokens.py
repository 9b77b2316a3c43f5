"""SPARQL as tokens: enough of its lexical grammar to find a place in a query, and to be sure that it calls no server.

Follows https://www.w3.org/TR/sparql11-query/#sparqlGrammar, terminals [139] to [173]. Where `<` may open an IRI or mean
"less than", only the parser's context decides. `tokens` takes the longest match, as the specification says;
`calls_service` follows both readings, so that no way of writing hides the keyword from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_NAME = r"[^\W\d][\w\-·‿⁀]*(?:\.+[\w\-·‿⁀]+)*"
_ESCAPE = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]"
_LOCAL = rf"(?:[\w:]|{_ESCAPE})(?:(?:[\w\-·‿⁀:.]|{_ESCAPE})*(?:[\w\-·‿⁀:]|{_ESCAPE}))?"
_TERMINALS = (
    ("space", r"[ \t\r\n]+"),
    ("comment", r"#[^\r\n]*"),
    ("string", r'"""(?:(?:"|"")?(?:[^"\\]|\\.))*"""' r"|'''(?:(?:'|'')?(?:[^'\\]|\\.))*'''"
               r'|"(?:[^"\\\r\n]|\\.)*"' r"|'(?:[^'\\\r\n]|\\.)*'"),
    ("iri", r"<[^<>\"{}|^`\\\x00-\x20]*>"),
    ("variable", r"[?$]\w[\w·‿⁀]*"),
    ("blank", r"_:\w[\w.\-·‿⁀]*(?<!\.)"),
    ("language", r"@[A-Za-z]+(?:-[A-Za-z0-9]+)*(?:--[a-z]+)?"),
    ("prefixed", rf"(?:{_NAME})?:(?:{_LOCAL})?"),
    ("number", r"(?:\d+\.?\d*|\.\d+)[eE][+-]?\d+|\d*\.\d+|\d+"),
    ("word", r"[A-Za-z_]\w*"),
    ("sign", r"<=|>=|!=|&&|\|\||\^\^|.|\n"),
)  # fmt: skip
_TOKEN = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _TERMINALS), re.DOTALL)
_SCHEME = re.compile(r"<[A-Za-z][A-Za-z0-9+.\-]*://")
_OPERANDS = frozenset({"variable", "iri", "string", "number", "prefixed", "word", "language", "blank"})


class Token(NamedTuple):
    """A token, and where it stands in the query: code points, end exclusive."""

    kind: str
    text: str
    start: int
    end: int


def _token(text: str, position: int, kind: str | None = None) -> Token:
    if kind is not None:
        return Token(kind, text[position], position, position + 1)
    match = _TOKEN.match(text, position)
    assert match is not None and match.lastgroup is not None  # the last terminal takes any character
    return Token(match.lastgroup, match.group(), position, match.end())


def tokens(text: str, position: int = 0) -> Iterator[Token]:
    """The query's tokens in order, without white space and comments. Never fails: an odd character is a `sign`."""
    while position < len(text):
        token = _token(text, position)
        if token.kind not in ("space", "comment"):
            yield token
        position = token.end


def calls_service(text: str) -> bool:
    """True if some reading of the query has the keyword SERVICE, which makes the store send HTTP requests.

    Not fooled by strings, comments, IRIs and names that only contain the word. Oxigraph's parser wants no space behind
    a keyword (`SERVICE:x {…}`, `trueSERVICE`), and reads `?a<?b)SERVICE#>` as a comparison: those are found too.
    """
    if "service" not in text.lower():
        return False
    # Breadth first over (where a token starts, whether an operand stands before it): at most two readings a position.
    reached = {(0, False)}
    queue = [(0, False)]
    while queue:
        position, operand = queue.pop()
        if position >= len(text):
            continue
        token = _token(text, position)
        readings = [token]
        if token.kind == "iri" and operand and not _SCHEME.match(token.text):
            readings.append(_token(text, position, "sign"))
        for reading in readings:
            if _names_service(reading, text):
                return True
            if reading.kind in ("space", "comment"):
                after = operand
            else:
                after = reading.kind in _OPERANDS or reading.text == ")"
            state = (reading.end, after)
            if state not in reached:
                reached.add(state)
                queue.append(state)
    return False


def _names_service(token: Token, text: str) -> bool:
    if token.kind == "word":
        return "service" in token.text.lower()
    if token.kind != "prefixed":
        return False
    prefix = token.text.partition(":")[0].lower()
    if "service" not in prefix:
        return False
    following = next(tokens(text, token.end), None)
    return following is not None and following.text == "{"


def line_and_column(text: str, position: int) -> tuple[int, int]:
    """Line and column, both from 1, of a position in the text."""
    before = text[:position]
    return before.count("\n") + 1, position - before.rfind("\n")
