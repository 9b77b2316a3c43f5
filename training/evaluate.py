"""Measures a model on the development split and on the gold articles, and prints the tables of the model card.

Strict span and type over seven types. Names are "seen" when the same string, whatever its case, is a name in the training
split.
"""

from __future__ import annotations

import json
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from build_graph.language_model import Analysis, LanguageModel, load
from training.data import Document, Sentence, entities, read

TYPES = ("PER", "ORG", "GPE", "LOC", "PROD", "EVT", "DRV")
# Gold articles that nobody looks at before the end.
HELD_OUT = frozenset(["35", "38", "41", "44", "nno-vtb007-skulebyte", "nno-firda005-fundo", "nob-kk007-knausgard", "nob-ap013-planb", "nob-vg002-polar", "nno-st002-debatt"])
Counts = dict[str, list[int]]


def as_text(document: Document) -> tuple[str, list[tuple[int, int]], list[list[tuple[int, int]]]]:
    """(the text, its blocks, the spans of each sentence's tokens): a heading is a block, and so are six sentences in a row."""
    text, blocks, spans, running = "", list[tuple[int, int]](), list[list[tuple[int, int]]](), 0
    for sentence in document.sentences:
        apart = sentence.heading or running % 6 == 0
        running = 0 if sentence.heading else running + 1
        text += "\n" if apart and text else " " if text else ""
        start, own = len(text), list[tuple[int, int]]()
        for form, space in zip(sentence.forms, sentence.spaces, strict=True):
            own.append((len(text), len(text) + len(form)))
            text += form + (" " if space else "")
        text = text.rstrip()
        spans.append(own)
        if apart:
            blocks.append((start, len(text)))
        else:
            blocks[-1] = (blocks[-1][0], len(text))
    return text, blocks, spans


def measure(model: LanguageModel, documents: Iterable[Document], seen: frozenset[str]) -> dict[str, float]:
    """Figures in percent, and words per CPU second, from raw text."""
    counts: Counts = defaultdict(lambda: [0, 0, 0])
    right: dict[str, int] = defaultdict(int)
    words, seconds = 0, 0.0
    for document in documents:
        text, blocks, spans = as_text(document)
        before = time.process_time()
        analysis = model.analyse(text, blocks)
        seconds += time.process_time() - before
        words += sum(map(len, spans))
        found = {(one.start, one.end, one.type) for one in analysis.entities}
        gold = {(own[first][0], own[last - 1][1], kind) for sentence, own in zip(document.sentences, spans, strict=True) for first, last, kind in entities(sentence.labels)}
        for one in found | gold:
            cut = "seen" if " ".join(text[one[0] : one[1]].split()).lower() in seen else "unseen"
            for key in ("all", one[2], cut):
                counts[key][0] += one in found and one in gold
                counts[key][1] += one in found
                counts[key][2] += one in gold
        for key, value in _grammar(analysis, document, spans):
            right[key] += value
    figures = {key: 200 * both / (found + gold) if found + gold else 0.0 for key, (both, found, gold) in counts.items()}
    figures |= {"precision": 100 * counts["all"][0] / max(1, counts["all"][1]), "recall": 100 * counts["all"][0] / max(1, counts["all"][2])}
    figures |= {key: 100 * value / words for key, value in right.items()}
    return figures | {"words/s": words / seconds}


def _grammar(analysis: Analysis, document: Document, spans: list[list[tuple[int, int]]]) -> Iterator[tuple[str, int]]:
    """Right tags, lemmas, heads and labels; a token that the tokeniser cut otherwise counts as wrong in all."""
    numbers = {(token.start, token.end): at for at, token in enumerate(analysis.tokens)}
    for sentence, own in zip(document.sentences, spans, strict=True):
        for at, span in enumerate(own):
            if span not in numbers:
                continue
            token = analysis.tokens[numbers[span]]
            yield "tokens", 1
            yield "tags", int(token.pos == sentence.pos[at])
            yield "lemmas", int((token.lemma or "").lower() == sentence.lemmas[at].lower())
            if token.head is None:
                continue
            head = analysis.tokens[token.head]
            governor = own[sentence.heads[at] - 1] if sentence.heads[at] else span
            unlabelled = (head.start, head.end) == governor
            yield "UAS", int(unlabelled)
            yield "LAS", int(unlabelled and token.dep == sentence.deps[at])


def persons(model: LanguageModel, folder: Path) -> tuple[float, float]:
    """(recall of the gold persons' names as strings, share of the found persons that gold knows), in percent."""
    found_gold = gold = known = found = 0
    for path in sorted(folder.glob("*.json")):
        if path.stem in HELD_OUT:
            continue
        facts = json.loads(path.read_text(encoding="utf-8"))["facts"]
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        blocks, at = list[tuple[int, int]](), 0
        for line in text.split("\n"):
            if line.strip():
                blocks.append((at, at + len(line)))
            at += len(line) + 1
        names = {_plain(text[one.start : one.end]) for one in model.analyse(text, blocks).entities if one.type == "PER"}
        people = [[fact["name"], *fact.get("aliases", [])] for fact in facts if fact["kind"] == "person"]
        gold += len(people)
        found_gold += sum(any(_plain(name) in names for name in forms) for forms in people)
        parts = {_plain(name) for forms in people for name in forms} | {_plain(part) for forms in people for name in forms for part in name.split()}
        found += len(names)
        known += sum(name in parts for name in names)
    return 100 * found_gold / max(1, gold), 100 * known / max(1, found)


def _plain(name: str) -> str:
    low = name.lower().rstrip("'’")
    return low[:-1] if low.endswith("s") else low


def seen_names(sentences: Iterable[Sentence]) -> frozenset[str]:
    """The names of the training split, in lower case."""
    return frozenset(" ".join(one.forms[start:end]).lower() for one in sentences for start, end, _ in entities(one.labels))


def report(shared: Path, model: LanguageModel | None = None) -> None:
    """Prints the figures of the shipped model."""
    model = model or load()
    training = [one for form in ("nob", "nno") for document in read(shared / "norne" / f"{form}-train.jsonl") for one in document.sentences]
    seen = seen_names(training)
    for form in ("nob", "nno"):
        figures = measure(model, read(shared / "norne" / f"{form}-dev.jsonl"), seen)
        order = ["all", "precision", "recall", *TYPES, "seen", "unseen", "tokens", "tags", "lemmas", "UAS", "LAS"]
        print(form, " ".join(f"{key} {figures[key]:.1f}" for key in order if key in figures), f"{figures['words/s']:.0f} words/s")
    for name in ("domain", "dev"):
        recall, precision = persons(model, shared / "gold" / name)
        print(f"gold/{name}: persons' recall {recall:.1f}, precision {precision:.1f}")
