"""Clusters of mentions that somebody annotated, and which of them the product found."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from build_graph.evaluate.gold import GoldError
from build_graph.model import Span


class Annotated(NamedTuple):
    """A mention that somebody annotated. `form` is "full" for what introduces, else a key of ANAPHORA; `optional` may be left out."""

    span: Span
    form: str
    text: str
    optional: bool = False


def align(gold: Iterable[Span], said: Iterable[Span]) -> dict[Span, Span]:
    """Gold spans with the stated ones that mean the same words: equal, else those that end alike, else begin alike."""
    wanted, got = set(gold), set(said)
    pairs = {span: span for span in wanted & got}
    alike = sorted(
        (a.end != b.end, abs(a.start - b.start) + abs(a.end - b.end), a, b)
        for a in wanted - got for b in got - wanted if a.start == b.start or a.end == b.end
    )
    for _, _, a, b in alike:
        if a not in pairs and b not in pairs.values():
            pairs[a] = b
    return pairs


def read_annotations(folder: Path) -> dict[str, list[list[Annotated]]]:
    """The clusters of every annotated article, by its file's name.

    :raises GoldError: there are none, or a file is damaged.
    """
    found = {}
    for path in sorted(folder.glob("*.json")):
        try:
            stated = json.loads(path.read_text(encoding="utf-8"))
            found[stated["article"]] = [
                [Annotated(Span(m["start"], m["end"]), m["form"], m["text"], m.get("optional", False)) for m in cluster]
                for cluster in stated["clusters"]
            ]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise GoldError(f"{path}: is no file of clusters ({error})") from error
    if not found:
        raise GoldError(f"{folder}: no annotated clusters (.json) there")
    return found
