"""The tables of lemmas, from the training split."""

from __future__ import annotations

from pathlib import Path

from build_graph.language_model.lemmas import rules
from training.data import read


def build(norne: Path, out: Path) -> None:
    """Writes `lemmas-nb.tsv` and `lemmas-nn.tsv`."""
    for language, form in (("nb", "nob"), ("nn", "nno")):
        examples = [
            (word, tag, its) if tag == "prop" else (word.lower(), tag, its.lower())
            for document in read(norne / f"{form}-train.jsonl")
            for one in document.sentences
            for word, tag, its in zip(one.forms, one.pos, one.lemmas, strict=True)
        ]
        rows = "".join("\t".join(row) + "\n" for row in rules(examples))
        (out / f"lemmas-{language}.tsv").write_text(rows, encoding="utf-8")
