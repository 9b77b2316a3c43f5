"""The command line: the only module that knows all packages.

What takes time to import is imported in the command that needs it. Results go to stdout, everything else to stderr. Exit status: 0 all
well, 1 something was skipped or violates a shape, 2 wrong usage, an unreadable store, or an answer that cannot be given.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from pyoxigraph import Store

    from build_graph.pipeline import Summary

MAP_FILE = "aktorkart.html"


class Problem(click.ClickException):
    """A user's error, told in one line; exit status 2."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        click.echo(f"aktorkart: {self.message}", err=True)


def _version(context: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        from build_graph.quads.context import product_version

        click.echo(f"aktorkart {product_version()}")
        context.exit()


store_option = click.option(
    "--store", "folder", type=click.Path(path_type=Path), default=Path("graph"), show_default="graph/", help="The folder that holds the graph."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
def main() -> None:
    """Norwegian articles in, a traceable graph of actors and institutions out.

    \b
    aktorkart build articles/             read a folder of articles into graph/
    aktorkart query roles --person "…"    ask it
    aktorkart map map.html                draw it
    aktorkart export graph.ttl            take it elsewhere
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure") and (stream.encoding or "").lower().replace("-", "") != "utf8":
            stream.reconfigure(encoding="utf-8")


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH…")
@store_option
@click.option("--base", default=None, metavar="IRI", help="Where the graph's IRIs start.  [default: https://w3id.org/aktorkart/id/]")
def build(paths: tuple[Path, ...], folder: Path, base: str | None) -> None:
    """Build the graph of exactly these files and folders.

    Reads .txt, .md, .html, .pdf and .docx, in folders at any depth. What the store held before is replaced once the new
    graph is whole; until then, and after any error, it stays as it was.

    \b
    aktorkart build articles/
    aktorkart build 2017.pdf minutes.docx --store board/
    """
    from build_graph.iris import DEFAULT_BASE, InvalidBase, Iris
    from build_graph.pipeline import build as build_graph
    from build_graph.store import StoreError

    try:
        iris = Iris(base or DEFAULT_BASE)
    except InvalidBase as error:
        raise click.BadParameter(str(error), param_hint="--base") from None
    started = time.monotonic()
    try:
        with _progress() as progress:
            summary = build_graph(paths, folder, iris=iris, progress=progress)
    except StoreError as error:
        raise Problem(str(error)) from None
    for skipped in summary.skipped:
        click.echo(f"aktorkart: {_plain(skipped.file)}: {_plain(skipped.reason)}", err=True)
    _summarise(summary, folder, time.monotonic() - started)
    sys.exit(1 if summary.skipped or not summary.articles else 0)


def _summarise(summary: Summary, folder: Path, seconds: float) -> None:
    rows = {"articles read": summary.articles, "skipped": len(summary.skipped), **summary.counts}
    width = max(map(len, rows))
    for name, number in rows.items():
        click.echo(f"{name:<{width}}  {number:>7}")
    click.echo(f"{'time':<{width}}  {seconds:>7.1f} s")
    click.echo(f"graph in {folder}{os.sep}", err=True)


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """A line that is written over on a terminal; plain lines, not too many, otherwise."""
    done = 0

    def told(file: str) -> None:
        nonlocal done
        done += 1
        if sys.stderr.isatty():
            click.echo(f"\r\x1b[K{done} articles  {_plain(file)[:60]}", nl=False, err=True)
        elif done in (1, 10, 100) or done % 1000 == 0:
            click.echo(f"{done} articles read", err=True)

    try:
        yield told
    finally:
        if done and sys.stderr.isatty():
            click.echo("\r\x1b[K", nl=False, err=True)


def _plain(text: str) -> str:
    """Text from files and their names without what would steer a terminal."""
    return "".join(character if character.isprintable() else "�" for character in text)


@main.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@store_option
def export_(file: Path, folder: Path) -> None:
    """Write the whole graph to FILE, in the format that its suffix names.

    .ttl Turtle, .trig TriG, .nt N-Triples, .nq N-Quads (sorted: the same graph gives the same bytes), .jsonld JSON-LD, .rdf RDF/XML;
    each also with .gz behind. TriG, N-Quads and JSON-LD keep which article states what.

    \b
    aktorkart export graph.nq
    aktorkart export graph.ttl.gz --store board/
    """
    from queries.errors import QueryError
    from queries.export import export

    store, base = _open(folder)
    try:
        count = export(store, file, base=base)
    except QueryError as error:
        raise Problem(str(error)) from None
    click.echo(f"{count} statements in {file}", err=True)


def _open(folder: Path) -> tuple[Store, str]:
    """The stored graph and the base of its IRIs."""
    from build_graph.store import StoreError, open_store, read_manifest

    try:
        return open_store(folder), read_manifest(folder).base
    except StoreError as error:
        raise Problem(str(error)) from None


def run(arguments: Sequence[str] | None = None) -> None:
    """`main` for `python aktorkart.py`."""
    main(args=list(arguments) if arguments is not None else None, prog_name="aktorkart")


if __name__ == "__main__":
    run()
