"""The command line: the only module that knows all packages.

What takes time to import is imported in the command that needs it. Results go to stdout, everything else to stderr. Exit status: 0 all
well, 1 something was skipped or violates a shape, 2 wrong usage, an unreadable store, or an answer that cannot be given.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aktorkart_annotate import annotate, language_model_option, model_named
from aktorkart_base import Problem, decisions_file, decisions_option, opened, plain, store_option
from aktorkart_evaluate import evaluate
from aktorkart_review import explain, review

if TYPE_CHECKING:
    from pyoxigraph import Store

    from build_graph.pipeline import Summary
    from queries.questions import Question


def _version(context: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        from build_graph.quads.context import product_version

        click.echo(f"aktorkart {product_version()}")
        context.exit()


def _day(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """A date as YYYY, YYYY-MM or YYYY-MM-DD."""
    from datetime import date

    try:
        if value is not None:
            if len(value) not in (4, 7, 10):
                raise ValueError
            date.fromisoformat(value + "2000-01-01"[len(value) :])
    except ValueError:
        raise click.BadParameter(f"{value!r} is no date as YYYY, YYYY-MM or YYYY-MM-DD") from None
    return value


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
def main() -> None:
    """Norwegian articles in, a traceable graph of actors and institutions out.

    \b
    aktorkart build articles/             read a folder of articles into graph/
    aktorkart query roles --who "…"       ask it
    aktorkart map map.html                draw it
    aktorkart export graph.ttl            take it elsewhere
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure") and (stream.encoding or "").lower().replace("-", "") != "utf8":
            stream.reconfigure(encoding="utf-8")


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH…")
@store_option
@decisions_option
@click.option("--base", default=None, metavar="IRI", help="Where the graph's IRIs start.  [default: https://w3id.org/aktorkart/id/]")
@language_model_option
def build(paths: tuple[Path, ...], folder: Path, decisions: Path | None, base: str | None, language_model: str | None) -> None:
    """Build the graph of exactly these files and folders.

    Reads .txt, .md, .html, .pdf and .docx, in folders at any depth. What the store held before is replaced once the new
    graph is whole; until then, and after any error, it stays as it was.

    \b
    aktorkart build articles/
    aktorkart build 2017.pdf minutes.docx --store board/
    """
    from build_graph.curation import DecisionsError, read_decisions
    from build_graph.iris import DEFAULT_BASE, InvalidBase, Iris
    from build_graph.pipeline import build as build_graph
    from build_graph.store import StoreError

    try:
        iris = Iris(base or DEFAULT_BASE)
    except InvalidBase as error:
        raise click.BadParameter(str(error), param_hint="--base") from None
    model = model_named(language_model) if language_model else None
    decided = decisions_file(decisions, folder)
    if decisions and not decisions.is_file():
        raise click.BadParameter(f"{decisions}: no such file", param_hint="--decisions")
    started = time.monotonic()
    try:
        with _progress() as progress:
            summary = build_graph(paths, folder, iris=iris, decisions=read_decisions(decided), model=model, progress=progress)
    except (StoreError, DecisionsError) as error:
        raise Problem(str(error)) from None
    for skipped in summary.skipped:
        click.echo(f"aktorkart: {plain(skipped.file)}: {plain(skipped.reason)}", err=True)
    for note in summary.notes:
        click.echo(f"aktorkart: {decided}: {plain(note)}", err=True)
    _summarise(summary, time.monotonic() - started)
    click.echo(f"graph in {folder}{os.sep}" if summary.articles else "no article was read: nothing is stored anew", err=True)
    sys.exit(1 if summary.skipped or not summary.articles else 0)


def _summarise(summary: Summary, seconds: float) -> None:
    rows = {"articles read": summary.articles, "skipped": len(summary.skipped), **summary.counts, **({"to review": summary.uncertain} if summary.uncertain else {})}
    width = max(map(len, rows))
    for name, number in rows.items():
        click.echo(f"{name:<{width}}  {number:>7}")
    click.echo(f"{'time':<{width}}  {seconds:>7.1f} s")


@contextmanager
def _progress() -> Iterator[Callable[[str, int], None]]:
    """A bar on a terminal; plain lines, not too many, otherwise."""
    done = 0
    with ExitStack() as stack:
        bar: Any = None

        def told(file: str, total: int) -> None:
            nonlocal bar, done
            done += 1
            if sys.stderr.isatty():
                if bar is None:
                    bar = stack.enter_context(
                        click.progressbar(length=total, label="reading", item_show_func=lambda name: plain(name or "")[:40], file=sys.stderr)
                    )
                bar.update(1, file)
            elif done in (1, 10, 100, total) or done % 1000 == 0:
                click.echo(f"{done} of {total} files", err=True)

        yield told


class Questions(click.Group):
    """Each named question is a command with its parameters as options; anything else is a file or SPARQL itself."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        from queries.questions import catalogue

        return [question.name for question in catalogue()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        from queries.errors import QueryError
        from queries.parameters import slots
        from queries.questions import catalogue
        from queries.run import load_query

        known = {question.name: question for question in catalogue()}
        try:
            question = known.get(cmd_name) or load_query(cmd_name)
        except QueryError as error:
            raise Problem(str(error)) from None
        ours = _answer_options()
        reserved = {flag for option in ours for flag in option.opts} | {"--help"}
        helps = {parameter.name: parameter for parameter in question.parameters}
        options: list[click.Parameter] = []
        for name in dict.fromkeys([*helps, *(slot.name for slot in slots(question.text))]):
            kind, required, text = ("any", False, None) if name not in helps else (helps[name].kind, helps[name].required, helps[name].help)
            if name.isidentifier() and f"--{name}" not in reserved:
                options.append(click.Option([f"--{name}", name], multiple=True, metavar=kind.upper(), required=required, help=text))
        return click.Command(
            question.name or "SPARQL",
            callback=lambda **given: _ask(ctx, question, given),
            params=[*options, *ours],
            help="\n\n".join(filter(None, (question.help, question.norwegian))) or None,
            short_help=question.help,
        )


def _answer_options() -> list[click.Parameter]:
    from queries.formats import FORMATS

    return [
        click.Option(["--format"], type=click.Choice(FORMATS), default=None, help="How to write the answer.  [default: table, or turtle]"),
        click.Option(["--out"], type=click.Path(path_type=Path, dir_okay=False), help="Write to this file instead of the screen."),
        click.Option(["--spreadsheet"], is_flag=True, help="CSV in which no cell is run as a formula."),
        click.Option(["--store", "folder"], type=click.Path(path_type=Path), help="The folder that holds the graph.  [default: graph/]"),
    ]


@main.command(cls=Questions, no_args_is_help=True, subcommand_metavar="QUESTION [--parameter VALUE]…")
@click.option("--store", "folder", type=click.Path(path_type=Path), default=Path("graph"), help="The folder that holds the graph.  [default: graph/]")
@click.option("--format", "format_", default=None, help="How to write the answer: table, csv, tsv, json, xml, turtle, …")
def query(folder: Path, format_: str | None) -> None:
    """Ask the graph a named question, a .rq file, or SPARQL.

    Names match in any case and by short name. A query without GRAPH sees everything.

    \b
    aktorkart query roles --help
    aktorkart query roles --who "Kari Testdatter" --format csv
    aktorkart query mine.rq
    aktorkart query 'SELECT ?name WHERE { ?person foaf:name ?name }'
    """


def _ask(group: click.Context, question: Question, given: dict[str, Any]) -> None:
    from queries.errors import QueryError
    from queries.formats import write
    from queries.run import run as ask

    folder: Path = given.pop("folder", None) or group.params["folder"]
    format_: str = given.pop("format", None) or group.params["format_"] or "table"
    out: Path | None = given.pop("out", None)
    spreadsheet = given.pop("spreadsheet", False)
    values = {name: value for name, value in given.items() if value}
    store, base = opened(folder)
    try:
        result = ask(store, question, values, base=base)
        for note in result.notes:
            click.echo(f"aktorkart: {plain(note)}", err=True)
        if out:
            with out.open("wb") as file:
                write(result, file, format_, spreadsheet=spreadsheet)
        else:
            width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
            write(result, sys.stdout.buffer, format_, width=width, spreadsheet=spreadsheet)
            sys.stdout.flush()
    except QueryError as error:
        raise Problem(str(error)) from None
    except BrokenPipeError:
        raise  # who read us has seen enough: click ends quietly
    except OSError as error:
        raise Problem(f"{out}: {error.strerror or error}") from None


@main.command("map")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@store_option
@click.option("--title", default="Aktørkart", show_default=True, help="The page's heading.")
@click.option("--around", metavar="NAME", help="Only what lies near this actor, by name, short name or IRI.")
@click.option("--hops", type=click.IntRange(1, 10), default=2, show_default=True, help="How near: relations away from --around.")
@click.option("--query", "question", metavar="FILE.rq", help="Only what a CONSTRUCT query or a named question finds.")
@click.option("--from", "since", callback=_day, metavar="DATE", help="Only facts stated on or after YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option("--to", "until", callback=_day, metavar="DATE", help="Only facts stated on or before this date.")
@click.option("--articles/--no-articles", default=True, help="Whether articles are shown as nodes.")
@click.option("--view", metavar="ADDRESS", help="Open as a saved view: the page's address, or the part of it behind #.")
def map_(file: Path, folder: Path, question: str | None, **options: Any) -> None:
    """Draw the graph as one self-contained HTML page, FILE.

    \b
    aktorkart map map.html
    aktorkart map board.html --around "Foreningen Eksempel" --hops 1 --from 2017
    """
    from visualise.choose import chosen_by
    from visualise.options import MapError, MapOptions
    from visualise.page import write_map

    store, _ = opened(folder)
    try:
        chosen = chosen_by(_triples(store, question, folder)) if question else None
        write_map(store, file, MapOptions(chosen=chosen, texts=_texts(folder), **options))
    except MapError as error:
        raise Problem(str(error)) from None
    except OSError as error:
        raise Problem(f"{file}: {error.strerror or error}") from None
    click.echo(f"map in {file}", err=True)


def _triples(store: Store, argument: str, folder: Path) -> Iterator[tuple[object, object, object]]:
    from pyoxigraph import QueryTriples

    from build_graph.store import read_manifest
    from queries.errors import QueryError
    from queries.run import load_query
    from queries.run import run as ask

    try:
        answer = ask(store, load_query(argument), base=read_manifest(folder).base).answer
    except QueryError as error:
        raise Problem(str(error)) from None
    if not isinstance(answer, QueryTriples):
        raise Problem(f"{argument}: a map needs a CONSTRUCT or DESCRIBE query")
    for triple in answer:
        yield triple.subject, triple.predicate, triple.object


def _texts(folder: Path) -> dict[str, str]:
    """Each article's text as read, by its IRI."""
    from build_graph.iris import Iris
    from build_graph.store import StoreError, read_manifest, read_text

    try:
        manifest = read_manifest(folder)
        return {Iris(manifest.base).article(slug).value: read_text(folder, slug) for slug in manifest.articles}
    except StoreError as error:
        raise Problem(str(error)) from None


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

    store, base = opened(folder)
    try:
        count = export(store, file, base=base)
    except QueryError as error:
        raise Problem(str(error)) from None
    click.echo(f"{count} statements in {file}", err=True)


@main.command()
@store_option
def validate(folder: Path) -> None:
    """Check the graph against the shapes in ontology/shapes.ttl, and say what fails where.

    Prints one line for each violation: the node, the property, what is wrong, the shape that says so, and the files of the
    articles that state it. Exit status 1 if there are any.
    """
    from ontology.shapes import validate as violations

    store, base = opened(folder)
    found = violations(store, base)
    for violation in found:
        click.echo(f"{plain(str(violation))}{_files(store, violation.focus, folder)}")
    click.echo(f"{len(found)} violations" if found else f"all {len(store)} quads keep to the shapes", err=True)
    sys.exit(1 if found else 0)


def _files(store: Store, iri: str, folder: Path) -> str:
    """Where a node is spoken of: " in a.txt, b.txt"."""
    from pyoxigraph import NamedNode

    from build_graph.iris import Iris
    from build_graph.store import read_manifest

    manifest = read_manifest(folder)
    articles = {Iris(manifest.base).article(slug).value: about["file"] for slug, about in manifest.articles.items()}
    try:
        graphs = {quad.graph_name.value for quad in store.quads_for_pattern(NamedNode(iri), None, None, None) if isinstance(quad.graph_name, NamedNode)}
    except ValueError:  # a violation may be that this is no IRI
        return ""
    files = sorted(articles[graph] for graph in graphs if graph in articles)
    return f" in {plain(', '.join(files))}" if files else ""


main.add_command(annotate)
main.add_command(review)
main.add_command(explain)
main.add_command(evaluate)


def run(arguments: Sequence[str] | None = None) -> None:
    """`main` for `python aktorkart.py`."""
    main(args=list(arguments) if arguments is not None else None, prog_name="aktorkart")


if __name__ == "__main__":
    run()
