"""Articles and gold → the table, as `aktorkart evaluate` and the accuracy gate make it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from build_graph.evaluate.gold import read_gold
from build_graph.evaluate.stated import Graph
from build_graph.evaluate.table import Evaluation, evaluate
from build_graph.model import Skipped
from build_graph.pipeline import extract_all
from build_graph.quads import Context, quads
from build_graph.read import read
from build_graph.resolve import resolve


def graph_of(paths: Sequence[Path], skipped: list[Skipped]) -> Graph:
    """The graph of these files and folders, in memory."""
    context = Context.standard()
    extracts = list(extract_all(read(paths), skipped, lambda file: None))
    return Graph(quads(extracts, resolve(extracts, context.institutions), context))


def measure(articles: Sequence[Path], gold: Path) -> tuple[Evaluation, list[Skipped]]:
    """Builds the articles and compares with the gold facts in a folder.

    :raises GoldError: the gold cannot be read.
    """
    wanted, skipped = read_gold(gold), list[Skipped]()
    return evaluate(graph_of(articles, skipped), wanted), skipped
