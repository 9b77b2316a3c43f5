"""Values of parameters → terms in the query. A value never becomes query text: it becomes a term that is serialised.

The place of a parameter is a data block of its own, `VALUES ?name { … }` (https://www.w3.org/TR/sparql11-query/#inline-data),
found among the query's tokens, so that a string or comment that looks like one is left alone.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Store

from queries import names
from queries.errors import ParameterError
from queries.prefixes import DEFAULT_BASE
from queries.questions import Kind, Parameter, Question
from queries.tokens import tokens

Values = Mapping[str, str | int | Sequence[str]]
"""A value for each parameter; several where any of them will do."""

_XSD = "http://www.w3.org/2001/XMLSchema#"
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_LANGUAGES = ("nb", "nn", "en")


@dataclass(frozen=True, slots=True)
class Slot:
    """A parameter's place in the query: what stands between `start` and `end` (code points) is replaced."""

    name: str
    start: int
    end: int
    whole: tuple[int, int]
    unset: bool  # the data block holds only UNDEF


@dataclass(frozen=True, slots=True)
class Bound:
    """The query with its parameters in place, on the same lines as before, and notes for the user."""

    text: str
    notes: tuple[str, ...]


def bind(store: Store, question: Question, values: Values, base: str = DEFAULT_BASE) -> Bound:
    """Put the values into the question; names are looked up in the store.

    Raises ParameterError (NoSuchName) for a missing, unknown or malformed one.
    """
    places = slots(question.text)
    declared = {parameter.name: parameter for parameter in question.parameters}
    known = {**{slot.name: Parameter(slot.name, "any", "") for slot in places}, **declared}
    for name in values:
        if name not in known or all(slot.name != name for slot in places):
            takes = f"it takes {', '.join(known)}" if known else "it takes none; a place for one is VALUES ?" + name + " { UNDEF }"
            raise ParameterError(f"{question.name or 'the query'} has no parameter “{name}”; {takes}")
    for parameter in question.parameters:
        if parameter.required and parameter.name not in values:
            raise ParameterError(f"{question.name} needs the parameter “{parameter.name}”: {parameter.help}")
    notes: list[str] = []
    data = {name: _data(store, known[name], value, notes, base) for name, value in values.items()}
    text = question.text
    for slot in sorted(places, key=lambda slot: slot.start, reverse=True):
        if slot.name in data:
            text = text[: slot.start] + data[slot.name] + text[slot.end :]
        elif slot.unset:  # joining with UNDEF changes no answer, but spoils the store's plan
            start, end = slot.whole
            text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
    return Bound(text, tuple(notes))


def slots(text: str) -> list[Slot]:
    """The places of parameters in a query, in its order."""
    found = []
    stream = list(tokens(text))
    for index, token in enumerate(stream):
        following = stream[index + 1 : index + 3]
        if token.kind != "word" or not following:
            continue
        if token.text.upper() == "LIMIT" and following[0].kind == "number":
            found.append(Slot("limit", following[0].start, following[0].end, (token.start, following[0].end), False))
        elif token.text.upper() == "VALUES" and [part.kind for part in following] == ["variable", "sign"] and following[1].text == "{":
            close = next((part for part in stream[index + 3 :] if part.text == "}"), None)
            if close is not None:
                inner = [part.text for part in stream[index + 3 :] if part.end < close.end]
                unset = [word.upper() for word in inner] == ["UNDEF"]
                found.append(Slot(following[0].text[1:], following[1].end, close.start, (token.start, close.end), unset))
    return found


def _data(store: Store, parameter: Parameter, value: str | int | Sequence[str], notes: list[str], base: str) -> str:
    several = [str(value)] if isinstance(value, str | int) else [str(one) for one in value]
    if not several:
        raise ParameterError(f"{parameter.name} has no value")
    terms = [term for one in several for term in _terms(store, parameter, one, notes, base)]
    if parameter.name == "limit":
        return _limit(several[-1])
    return " " + " ".join(dict.fromkeys(str(term) for term in terms)) + " "


def _limit(value: str) -> str:
    if not re.fullmatch(r"\d{1,9}", value, re.ASCII):
        raise ParameterError(f"limit is a whole number from 0, not “{value}”")
    return value


def _terms(store: Store, parameter: Parameter, value: str, notes: list[str], base: str) -> list[NamedNode | Literal]:
    kind: Kind = parameter.kind
    if "\x00" in value or any("\ud800" <= character <= "\udfff" for character in value):
        raise ParameterError(f"{parameter.name} holds a character that no RDF literal can hold")
    if not value.strip():
        raise ParameterError(f"{parameter.name} is empty")
    if kind == "any":
        kind = _looks_like(value, base)
    match kind:
        case "date":
            return [Literal(_date(parameter.name, value))]
        case "number":
            return [_number(parameter.name, value)]
        case "text":
            return [Literal(value)]
        case "language":
            if value not in _LANGUAGES:
                raise ParameterError(f"{parameter.name} is one of {', '.join(_LANGUAGES)}, not “{value}”")
            return [Literal(value)]
    found = names.find(store, value, parameter.kind, base)
    if found.note:
        notes.append(f"{parameter.name}: {found.note}")
    return [node for node, _ in found.entities]


def _looks_like(value: str, base: str) -> Kind:
    if names.as_iri(value, base) is not None:
        return "name"
    if re.fullmatch(r"\d{4}-\d\d(-\d\d)?", value, re.ASCII):
        return "date"
    return "number" if re.fullmatch(r"[+-]?\d+(\.\d+)?", value, re.ASCII) else "name"


def _date(name: str, value: str) -> str:
    """An ISO 8601 date, month or year, checked against the calendar. Compared as text, a year stands for all its days."""
    match = _DATE.fullmatch(value.strip())
    try:
        if match is None:
            raise ValueError(value)
        datetime.date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        raise ParameterError(f"{name} is a date as YYYY, YYYY-MM or YYYY-MM-DD, not “{value}”") from None
    return value.strip()


def _number(name: str, value: str) -> Literal:
    if re.fullmatch(r"[+-]?\d+", value, re.ASCII):
        return Literal(value, datatype=NamedNode(_XSD + "integer"))
    if re.fullmatch(r"[+-]?\d*\.\d+", value, re.ASCII):
        return Literal(value, datatype=NamedNode(_XSD + "decimal"))
    raise ParameterError(f"{name} is a number, not “{value}”")
