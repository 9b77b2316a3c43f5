"""The command `annotate`: what the language model sees in a file."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aktorkart_base import Problem, plain

if TYPE_CHECKING:
    from build_graph.language_model import Analysis, LanguageModel
    from build_graph.model import Article

TYPES = ("PER", "ORG", "LOC", "GPE", "PROD", "EVT")
COLOURS = {"PER": "bright_blue", "ORG": "bright_magenta", "LOC": "green", "GPE": "bright_green", "PROD": "yellow", "EVT": "cyan"}

language_model_option = click.option(
    "--language-model", "language_model", metavar="NAME", default=None,
    help="A spaCy pipeline to use instead of the shipped model: its package's name or its folder.",
)  # fmt: skip


def model_named(name: str | None) -> LanguageModel:
    """The language model that a user names, or the shipped one.

    :raises Problem: where nothing of that name can be loaded.
    """
    from build_graph.language_model import ModelNotFound, load

    try:
        return load(name)
    except ModelNotFound as error:
        raise Problem(str(error)) from None


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line and file; offsets are code points of the text as read.")
@language_model_option
def annotate(files: tuple[Path, ...], as_json: bool, language_model: str | None) -> None:
    """Show what the language model sees: sentences, words and names.

    \b
    aktorkart annotate article.txt
    aktorkart annotate --json articles/*.txt > analysis.jsonl
    """
    from build_graph.annotate import blocks_to_analyse
    from build_graph.model import Skipped
    from build_graph.read import read

    model = model_named(language_model)
    skipped = False
    for article in read(files):
        if isinstance(article, Skipped):
            click.echo(f"aktorkart: {plain(article.file)}: {plain(article.reason)}", err=True)
            skipped = True
            continue
        analysis = model.analyse(article.text, [span for _, span in blocks_to_analyse(article)])
        if as_json:
            click.echo(json.dumps(as_object(article, analysis), ensure_ascii=False))
        else:
            click.echo(click.style(plain(article.file), bold=True))
            click.echo("\n".join(rendered(article, analysis)))
            click.echo("  ".join(click.style(f" {name} ", fg="black", bg=COLOURS[name]) for name in TYPES) + "\n")
    sys.exit(1 if skipped else 0)


def as_object(article: Article, analysis: Analysis) -> dict[str, Any]:
    """The analysis of one article as JSON has it."""
    text = article.text
    return {
        "file": article.file,
        "sentences": [list(span) for span in analysis.sentences],
        "tokens": [
            {"start": t.start, "end": t.end, "lemma": t.lemma, "pos": t.pos, "head": t.head, "dep": t.dep} for t in analysis.tokens
        ],
        "entities": [
            {"start": e.start, "end": e.end, "type": e.type, "text": text[e.start : e.end], "confidence": round(e.confidence, 4)}
            for e in analysis.entities
            if e.type in TYPES
        ],
    }  # fmt: skip


def rendered(article: Article, analysis: Analysis) -> Iterator[str]:
    """A line a sentence, with its names in colour and their types behind them."""
    for start, end in analysis.sentences:
        line, position = "", start
        for entity in analysis.entities:
            if entity.type in TYPES and start <= entity.start < end:
                line += plain_line(article.text[position : entity.start])
                line += click.style(plain_line(article.text[entity.start : entity.end]), fg=COLOURS[entity.type], bold=True)
                line += click.style(f" {entity.type}", dim=True)
                position = entity.end
        yield f"  {line}{plain_line(article.text[position:end])}"


def plain_line(text: str) -> str:
    """Text on one line, without what would steer a terminal."""
    return plain(" ".join(text.split()) if text.strip() else " " * bool(text)) if "\n" in text else plain(text)
