"""Terms and literals as RDF nodes, safe by construction: what a store or a format cannot keep is refused here."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import cache

from pyoxigraph import Literal, NamedNode

from ontology.terms import XSD

# What XML 1.0, and so RDF/XML, cannot hold: https://www.w3.org/TR/xml/#charsets
_UNSAFE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DATES = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}


class UnsafeText(ValueError):
    """A text holds control characters or other code points that RDF/XML cannot keep."""


@cache
def term(iri: str) -> NamedNode:
    """The node of a vocabulary's term."""
    return NamedNode(str(iri))


def verbatim(text: str, language: str | None = None) -> Literal:
    """The text as it stands.

    :raises UnsafeText: where it holds what RDF/XML cannot keep.
    """
    if found := _UNSAFE.search(text):
        raise UnsafeText(f"the text holds the control character U+{ord(found[0]):04X}: remove it from the file")
    return Literal(text, language=language) if language else Literal(text)


def label(text: str, language: str | None = None) -> Literal:
    """A name or title: on one line, in NFC, without what RDF/XML cannot keep."""
    plain = _UNSAFE.sub(" ", unicodedata.normalize("NFC", text))
    return verbatim(re.sub(r"\s+", " ", plain).strip(), language)


def day(value: str) -> Literal:
    """A date as exact as stated: xsd:date, xsd:gYearMonth or xsd:gYear.

    :param value: "2018-01-22", "2018-01" or "2018".
    :raises ValueError: where this is no such date.
    """
    date.fromisoformat(value + "2000-01-01"[len(value) :])
    return Literal(value, datatype=term(_DATES[len(value)]))


def integer(value: int) -> Literal:
    """An xsd:integer."""
    return Literal(str(value), datatype=term(XSD.integer))


def decimal(value: float) -> Literal:
    """An xsd:decimal with up to four decimals, in the form that stores give back: 0.9, 1."""
    return Literal(f"{value:.4f}".rstrip("0").rstrip("."), datatype=term(XSD.decimal))
