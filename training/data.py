"""Reads the treebank with names, as JSON Lines, into documents."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_MERGED = {"GPE_LOC": "GPE", "GPE_ORG": "GPE"}
_DROPPED = "MISC"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: tokens, whether a space follows each, seven-type IOB2 labels, and the grammar's columns.

    Parts of speech are the treebank's, with `prop` for a proper noun in place of `subst`.
    """

    forms: tuple[str, ...]
    spaces: tuple[bool, ...]
    labels: tuple[str, ...]
    heading: bool
    lemmas: tuple[str, ...] = ()
    pos: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    deps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One article: the sentences between two headings of a treebank file."""

    name: str
    sentences: tuple[Sentence, ...]


def labels_of(ner: list[str]) -> tuple[str, ...]:
    """NorNE's nine types as seven: the two GPE merged, MISC dropped."""
    return tuple("O" if tag[2:] == _DROPPED else tag[:2] + _MERGED.get(tag[2:], tag[2:]) if tag != "O" else "O" for tag in ner)


def read(path: Path) -> Iterator[Document]:
    """The articles of one file, in order.

    Args:
        path: a `{nob,nno}-{train,dev}.jsonl`.
    """
    name, part, sentences = "", 0, list[Sentence]()
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["doc"] != name:
                yield from _document(name, part, sentences)
                name, part, sentences = row["doc"], 0, []
            elif row["heading"] and sentences and not sentences[-1].heading:
                yield from _document(name, part, sentences)
                part, sentences = part + 1, []
            sentences.append(
                Sentence(
                    tuple(row["tokens"]),
                    tuple(map(bool, row["ws"])),
                    labels_of(row["ner"]),
                    row["heading"],
                    tuple(row["lemmas"]),
                    tuple(
                        "prop" if tag == "subst" and "prop" in feats.split("|") else tag
                        for tag, feats in zip(row["pos"], row["feats"], strict=True)
                    ),
                    tuple(row["head"]),
                    tuple(row["dep"]),
                )
            )
    yield from _document(name, part, sentences)


def _document(name: str, part: int, sentences: list[Sentence]) -> Iterator[Document]:
    if sentences:
        yield Document(f"{name}.{part}", tuple(sentences))


def entities(labels: tuple[str, ...] | list[str]) -> list[tuple[int, int, str]]:
    """IOB2 labels as (first token, token after the last, type)."""
    found: list[tuple[int, int, str]] = []
    start = -1
    for at, label in enumerate([*labels, "O"]):
        if start >= 0 and not (label[0] == "I" and label[2:] == labels[start][2:]):
            found.append((start, at, labels[start][2:]))
            start = -1
        if label[0] == "B" or (label[0] == "I" and start < 0):
            start = at
    return found
