"""Raw text labelled by teachers (networks, the field, and the document pass) for the shipped network to learn from.

What the teachers believe is kept as it is, so that a doubtful name is learned as doubtful.
"""

from __future__ import annotations

import json
import lzma
import random
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from build_graph.language_model.document import Name, settle
from build_graph.language_model.names import LABELS, may_hold_names, mixed, names_in
from build_graph.language_model.network import Floats
from build_graph.language_model.tokenise import segment

# File of raw text → tokens taken from it at most, whole documents drawn by chance: what is nearest to news, and all of the Nynorsk.
TOKENS = {
    "giellalt_nno": 600_000,
    "ton_sentences_notram": 400_000,
    "norquad_cc0": 260_000,
    "hdo_blog_mit": 40_000,
    "storting_questions": 500_000,
    "giellalt_nob": 500_000,
    "norec": 1_500_000,
}
LONGEST = 60  # tokens of a sentence
CHARACTERS = 20_000  # of a document
TOGETHER = 400  # documents that go through the teachers together
SEED = 5
FIELD_WEIGHT = 0.35  # beside three networks
_SETTLED = 0.98  # the belief in what the document pass decides otherwise than the sentence

Lesson = tuple[list[str], NDArray[np.float16]]
Belief = Callable[[Sequence[Sequence[str]]], Floats]


def documents(rawtext: Path) -> Iterator[list[list[str]]]:
    """The sentences of each drawn document that may hold names."""
    for name, most in TOKENS.items():
        with lzma.open(rawtext / f"{name}.jsonl.xz", "rt", encoding="utf-8") as lines:
            texts = [json.loads(line)["text"] for line in lines]
        random.Random(SEED).shuffle(texts)
        taken = 0
        for text in texts:
            if taken >= most:
                break
            tokens, bounds = segment(text, _blocks(text))
            sentences = [[text[here:there] for here, there in tokens[first:last]] for first, last in bounds if 2 < last - first <= LONGEST]
            taken += sum(map(len, sentences))
            yield [forms for forms in sentences if may_hold_names(forms)]


def _blocks(text: str) -> list[tuple[int, int]]:
    """The lines of a document's beginning."""
    blocks, at, size = list[tuple[int, int]](), 0, 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append((at, at + len(line.rstrip())))
            size += len(line)
        at += len(line) + 1
        if size > CHARACTERS:
            break
    return blocks


def taught(read: Iterator[list[list[str]]], field: Belief, networks: Sequence[Belief]) -> Iterator[Lesson]:
    """The sentences with what the teachers and the document pass believe of their tokens.

    Args:
        read: the documents' sentences.
        field, networks: sentences → the tokens of all of them × labels.
    """
    while together := list(islice(read, TOGETHER)):
        every = [forms for sentences in together for forms in sentences]
        if not every:
            continue
        belief = mixed(field(every), sum(network(every) for network in networks) / np.float32(len(networks)), FIELD_WEIGHT)
        parts = iter(np.split(belief, np.cumsum([len(forms) for forms in every])[:-1]))
        for sentences in together:
            yield from _settled(sentences, list(islice(parts, len(sentences))))


def _settled(sentences: Sequence[list[str]], beliefs: Sequence[Floats]) -> Iterator[Lesson]:
    first = [names_in(belief) for belief in beliefs]
    for forms, belief, before, after in zip(sentences, beliefs, first, settle(sentences, first), strict=True):
        decided = {(name.start, name.end, name.type) for name in before}
        for name in after:
            if (name.start, name.end, name.type) not in decided:
                _decide(belief, name)
        yield forms, (belief / belief.sum(1, keepdims=True)).astype(np.float16)


def _decide(belief: Floats, name: Name) -> None:
    """Puts the document's decision into a sentence's belief."""
    inside = LABELS.index(f"I-{name.type}")
    belief[name.start : name.end] = (1 - _SETTLED) / (len(LABELS) - 1)
    belief[name.start, LABELS.index(f"B-{name.type}")] = _SETTLED
    belief[name.start + 1 : name.end, inside] = _SETTLED
    if name.end < len(belief):
        belief[name.end, 0] += belief[name.end, inside]
        belief[name.end, inside] = 0


def write(lessons: Iterator[Lesson], folder: Path) -> None:
    """Writes `lessons.txt`, a sentence a line with its tokens apart, and `lessons.npy`, the beliefs one after the other."""
    beliefs: list[NDArray[np.float16]] = []
    with (folder / "lessons.txt").open("w", encoding="utf-8") as target:
        for forms, belief in lessons:
            target.write(" ".join(forms) + "\n")
            beliefs.append(belief)
    np.save(folder / "lessons.npy", np.concatenate(beliefs), allow_pickle=False)


def read(folder: Path, seed: int) -> list[Lesson]:
    """What `write` wrote, in an order drawn by chance."""
    beliefs = np.load(folder / "lessons.npy", allow_pickle=False)
    found: list[Lesson] = []
    at = 0
    with (folder / "lessons.txt").open(encoding="utf-8") as lines:
        for line in lines:
            forms = line.rstrip("\n").split(" ")
            found.append((forms, beliefs[at : at + len(forms)]))
            at += len(forms)
    random.Random(seed).shuffle(found)
    return found
