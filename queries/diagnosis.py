"""Where a query cannot be read, and why, in one line.

Oxigraph says what it last tried, often far behind the mistake. So the commonest mistakes are looked for first; then the
place comes from rdflib's parser, which gives up earlier, and from Oxigraph where rdflib finds nothing wrong.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from queries.errors import QuerySyntaxError
from queries.tokens import Token, line_and_column, tokens

_PLACE = re.compile(r"error at (\d+):(\d+): (?:expected (?:one of )?)?(.*)", re.DOTALL)
_SENTENCE = re.compile(r"(?:^|, )((?:The|IRI|Aggregate|Variable|Blank|Not|Only|Duplicate)\b[^,\"\[]*)")
_CLOSING = {"{": "}", "(": ")", "[": "]"}


def diagnose(text: str, message: str, known: Mapping[str, str], name: str = "") -> QuerySyntaxError:
    """The error for a query that Oxigraph refused with `message`. `known` are prefixes declared for the user."""
    stream = list(tokens(text))
    found = _undeclared_prefix(stream, known) or _unclosed(stream)
    if found is None:
        found = _oxigraph(text, message) or _rdflib(text) or (len(text), "cannot be read")
    position, reason = found
    line, column = line_and_column(text, position)
    return QuerySyntaxError(f"{name + ': ' if name else ''}line {line}, column {column}: {reason}", line, column)


def _undeclared_prefix(stream: list[Token], known: Mapping[str, str]) -> tuple[int, str] | None:
    declared = set(known)
    for keyword, name in zip(stream, stream[1:], strict=False):
        if keyword.kind == "word" and keyword.text.upper() == "PREFIX" and name.kind == "prefixed":
            declared.add(name.text.partition(":")[0])
    for token in stream:
        prefix = token.text.partition(":")[0]
        if token.kind == "prefixed" and prefix not in declared:
            return token.start, f"the prefix {prefix}: is not declared; begin with PREFIX {prefix}: <…>"
    return None


def _unclosed(stream: list[Token]) -> tuple[int, str] | None:
    opened: list[Token] = []
    for token in stream:
        if token.kind != "sign":
            continue
        if token.text in "\"'":
            return token.start, f"the string that begins here has no closing {token.text} on its line"
        if token.text in _CLOSING:
            opened.append(token)
        elif token.text in _CLOSING.values():
            if not opened or _CLOSING[opened[-1].text] != token.text:
                return token.start, f"this “{token.text}” closes nothing"
            opened.pop()
    if opened:
        return opened[-1].start, f"this “{opened[-1].text}” is never closed"
    return None


def _oxigraph(text: str, message: str) -> tuple[int, str] | None:
    match = _PLACE.match(message)
    sentence = _SENTENCE.search(match[3]) if match else None
    if match is None or sentence is None:
        return None
    lines = text.split("\n")
    position = sum(len(line) + 1 for line in lines[: int(match[1]) - 1]) + int(match[2]) - 1
    reason = sentence[1].strip()
    if reason.startswith("The SELECT contains a variable that is unbound"):
        reason = "a variable behind SELECT is neither grouped by nor computed by an aggregate"
    return min(position, len(text)), reason


def _rdflib(text: str) -> tuple[int, str] | None:
    # Imported here: only a mistake needs it, and it costs a third of a second.
    from pyparsing.exceptions import ParseBaseException
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        parseQuery(text)
    except ParseBaseException as error:
        rest = " ".join(text[error.loc :].split())
        return error.loc, f"cannot read on from “{rest[:30]}”" if rest else "the query ends too early"
    return None
