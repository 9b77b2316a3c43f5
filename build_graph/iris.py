"""IRIs and the readable, ASCII-only slugs that they are made of, always from content.

A slug keeps Norwegian names readable (å→a, ø→o, æ→ae) and is safe in every store, file system and URL: only
`a-z`, `0-9` and hyphens. Letters without an ASCII counterpart are stood in for by a digest of the whole text, so
that two names in Greek do not become one.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from pyoxigraph import NamedNode

DEFAULT_BASE = "https://w3id.org/aktorkart/id/"
_LONGEST = 80  # characters of a slug: several of them make an IRI, and file names allow 255 bytes
_LETTERS = str.maketrans(
    {"å": "a", "ø": "o", "æ": "ae", "ä": "a", "ö": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "ł": "l", "ŋ": "n", "ŧ": "t", "œ": "oe", "ı": "i"}
)


class InvalidBase(ValueError):
    """The base IRI is not an absolute http(s) IRI in ASCII that ends in / or #."""


def digest(text: str, length: int = 8) -> str:
    """The first characters of the text's SHA-256 in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def slug(text: str) -> str:
    """A readable ASCII form of the text: "Helse- og omsorgsdepartementet" → "helse-og-omsorgsdepartementet".

    Texts that differ in case, punctuation or accents may share a slug; who mints IRIs looks after that
    (`distinct`). Never empty, at most 80 characters.
    """
    folded = unicodedata.normalize("NFC", text).casefold().translate(_LETTERS)
    plain, lost = [], False
    for character in unicodedata.normalize("NFKD", folded):
        if character.isascii():
            plain.append(character)
        elif unicodedata.category(character)[0] in "LN":
            lost = True
        elif not unicodedata.combining(character):
            plain.append(" ")
    words = re.sub(r"[^a-z0-9]+", "-", "".join(plain)).strip("-")
    if not lost and 0 < len(words) <= _LONGEST:
        return words
    mark = digest(folded)
    return f"{words[: _LONGEST - len(mark) - 1].rstrip('-')}-{mark}".strip("-")


def distinct(wanted: dict[str, str]) -> dict[str, str]:
    """Sets apart those who want the same slug by a digest of what they are.

    :param wanted: for each identity (any text that tells what it is) the slug it would like.
    :returns: for each identity its slug, the wish itself where nobody else has it.
    """
    by_slug: defaultdict[str, list[str]] = defaultdict(list)
    for identity, wish in wanted.items():
        by_slug[wish].append(identity)
    return {
        identity: wish if len(by_slug[wish]) == 1 else f"{wish}-{digest(identity)}" for identity, wish in wanted.items()
    }


def joined(*parts: str) -> str:
    """Slugs joined with "--" into one, cut with a digest where it grows beyond 160 characters."""
    whole = "--".join(parts)
    return whole if len(whole) <= 2 * _LONGEST else f"{whole[: 2 * _LONGEST - 9].rstrip('-')}-{digest(whole)}"


def article_slugs(identifiers: Iterable[str]) -> dict[str, str]:
    """The slug of each article's identifier: "003_6cce" → "003-6cce"."""
    return distinct({identifier: slug(identifier) for identifier in identifiers})


@dataclass(frozen=True, slots=True)
class Iris:
    """Mints the IRIs of data under one base.

    :param base: absolute http or https IRI, ASCII, ending in "/" or "#".
    :raises InvalidBase: for any other base.
    """

    base: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        parts = urlsplit(self.base)
        safe = re.fullmatch(r"https?://[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+[/#]", self.base)
        if not (safe and parts.hostname and re.fullmatch(r"(?:%[0-9A-Fa-f]{2}|[^%])*", self.base)):
            raise InvalidBase(f"{self.base!r} is no base for IRIs: give an absolute http(s) address in ASCII that ends in / or #")

    def of(self, path: str) -> NamedNode:
        """The IRI of an entity, fact or evidence by its path, "person/kari-testdatter"."""
        return NamedNode(self.base + path)

    def article(self, article_slug: str) -> NamedNode:
        """The article, and the named graph of what it states."""
        return self.of(f"article/{article_slug}")

    def graph(self, name: str) -> NamedNode:
        """A named graph that is no article's: entities, ontology, curation, dataset."""
        return self.of(f"graph/{name}")
