"""Reading this package's Turtle files: one subject's statements at a time, errors with file and line."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

import pyoxigraph as ox

from ontology.errors import LexiconError

Term = ox.NamedNode | ox.Literal
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LANGUAGES = ("nb", "nn", "en")


def read_data(name: str) -> bytes:
    """The content of a data file of this package."""
    return files("ontology").joinpath(name).read_bytes()


def parse(data: bytes, file: str) -> Iterator[tuple[ox.NamedNode, ox.NamedNode, Term]]:
    """The triples of a Turtle document (RDF 1.1 Turtle); blank nodes and triple terms are refused.

    Raises:
        LexiconError: the document isn't Turtle, or has a blank node.
    """
    try:
        for quad in ox.parse(data, format=ox.RdfFormat.TURTLE):
            subject, value = quad.subject, quad.object
            if not isinstance(subject, ox.NamedNode) or not isinstance(value, ox.NamedNode | ox.Literal):
                line = _line_of(data, "_:" if b"_:" in data else "[")
                raise LexiconError(file, line, "blank nodes and triple terms are not allowed: name the thing")
            yield subject, quad.predicate, value
    except SyntaxError as error:
        raise LexiconError(file, error.lineno or 1, error.msg) from None
    except UnicodeDecodeError as error:
        raise LexiconError(file, data[: error.start].count(b"\n") + 1, "not UTF-8") from None


def _line_of(data: bytes, start: str) -> int:
    """The number (from 1) of the first line that starts with or else holds `start`; 1 if none does."""
    lines = data.decode("utf-8", "replace").splitlines()
    for number, line in enumerate(lines, 1):
        if line.startswith(start):
            return number
    return next((number for number, line in enumerate(lines, 1) if start in line), 1)


@dataclass(frozen=True, slots=True)
class Subject:
    """All statements about one IRI in one file, by predicate IRI, in the file's order."""

    iri: str
    values: dict[str, list[Term]]
    file: str
    data: bytes

    @property
    def name(self) -> str:
        """The local name: what follows the last # or /."""
        return self.iri.replace("#", "/").rsplit("/", 1)[-1]

    def error(self, problem: str) -> LexiconError:
        prefix = "akt" if "#" in self.iri else "role"
        return LexiconError(self.file, _line_of(self.data, f"{prefix}:{self.name} "), f"{self.name}: {problem}")

    def is_a(self, type_iri: str) -> bool:
        return any(value.value == type_iri for value in self.values.get(RDF_TYPE, ()))

    def texts(self, predicate: str, languages: tuple[str, ...]) -> list[str]:
        """The literals of a predicate in these languages, in the file's order."""
        return [
            value.value
            for value in self.values.get(predicate, ())
            if isinstance(value, ox.Literal) and value.language in languages
        ]

    def labels(self, predicate: str) -> dict[str, str]:
        """Exactly one label in each of nb, nn and en.

        Raises:
            LexiconError: a label is missing or stated twice.
        """
        found: dict[str, str] = {}
        for language in LANGUAGES:
            texts = self.texts(predicate, (language,))
            if len(texts) != 1:
                raise self.error(f"needs exactly one label @{language}, has {len(texts)}")
            found[language] = texts[0]
        return found

    def one(self, predicate: str) -> str | None:
        """The only value of a predicate as text, or None.

        Raises:
            LexiconError: there are several.
        """
        values = self.values.get(predicate, ())
        if len(values) > 1:
            raise self.error(f"has several values of {predicate}")
        return values[0].value if values else None

    def flag(self, predicate: str) -> bool:
        """Whether a boolean predicate is true; absent is false.

        Raises:
            LexiconError: the value isn't true or false.
        """
        value = self.one(predicate)
        if value not in (None, "true", "false"):
            raise self.error(f"{predicate} must be true or false, not {value!r}")
        return value == "true"


def subjects(data: bytes, file: str) -> Iterator[Subject]:
    """Every subject of a Turtle document with its statements, in order of first appearance.

    Raises:
        LexiconError: the document isn't Turtle, or has a blank node.
    """
    found: dict[str, Subject] = {}
    for node, predicate, value in parse(data, file):
        subject = found.get(node.value)
        if subject is None:
            subject = found[node.value] = Subject(node.value, {}, file, data)
        subject.values.setdefault(predicate.value, []).append(value)
    yield from found.values()
