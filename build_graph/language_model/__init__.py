"""The language model: sentences, tokens and names of Norwegian text, and where the model knows them lemmas and grammar.

`load()` gives the shipped model, `load("…")` a spaCy pipeline by its name or path. Every model answers the same way:
`analyse(text, blocks)` → `Analysis`, with offsets in code points of the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

__all__ = ["Analysis", "Entity", "LanguageModel", "ModelNotFound", "Token", "load"]


class ModelNotFound(LookupError):
    """No language model of that name is installed here; the message says what can be done."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A name in the text.

    `type` is NorNE's PER, ORG, LOC, GPE, PROD, EVT, or DRV for a word derived from a name ("Oslo-folk", "Høgre-leiar").
    A genitive ending belongs to the span, as in NorNE. `confidence` runs from 0 to 1.
    """

    start: int
    end: int
    type: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Token:
    """A token; `head` is the number of its head in `Analysis.tokens`, its own number for a root. Unknown is None."""

    start: int
    end: int
    lemma: str | None
    pos: str | None
    head: int | None
    dep: str | None


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a model sees in a text, everything in the text's order; offsets are half-open and in code points."""

    sentences: tuple[tuple[int, int], ...]
    tokens: tuple[Token, ...]
    entities: tuple[Entity, ...]


class LanguageModel(Protocol):
    """A model under its name and version, which go into the provenance of what it found."""

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str: ...

    def analyse(self, text: str, blocks: Sequence[tuple[int, int]]) -> Analysis:
        """Analyses the blocks of one document.

        Args:
            text: the document.
            blocks: spans of running text (paragraphs, headings, list items), in order and not overlapping.
                No sentence crosses a block; names are settled over all blocks together.
        """
        ...


def load(name: str | None = None) -> LanguageModel:
    """Loads a model.

    Args:
        name: an installed spaCy pipeline's package name or a folder that holds one; the shipped model when left out.

    Raises:
        ModelNotFound: nothing of that name can be loaded.
    """
    if name is None:
        from build_graph.language_model.shipped import ShippedModel

        return ShippedModel()
    from build_graph.language_model.spacy_pipeline import load_pipeline

    return load_pipeline(name)
