"""The commands `review` and `explain`: what a person checks in the graph, and what they decide."""

from __future__ import annotations

import csv
import json
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aktorkart_base import Problem, decisions_file, decisions_option, opened, plain, store_option

if TYPE_CHECKING:
    from pyoxigraph import Store

    from build_graph.curation.decisions import Decision
    from queries.review import Pair, Side


@click.command()
@store_option
@decisions_option
@click.option("--same", nargs=2, multiple=True, metavar="A B", help="Decide that two are one.")
@click.option("--not-same", nargs=2, multiple=True, metavar="A B", help="Decide that two are not one; X@ARTICLE Y@ARTICLE splits one in two.")
@click.option("--wrong", multiple=True, metavar="FACT", help="Decide that a fact is wrong.")
@click.option("--rename", nargs=2, multiple=True, metavar="X NAME", help="Decide what somebody is called.")
@click.option("--forget", multiple=True, metavar="PERSON", help="Erase a person from the graph and the stored texts.")
@click.option("--note", default="", help="Why, kept with the decision.")
@click.option("--by", default="", help="Who decides, kept with the decision.")
@click.option("--json", "as_json", is_flag=True, help="The pairs as JSON.")
@click.option("--csv", "as_csv", is_flag=True, help="The pairs as CSV.")
def review(
    folder: Path, decisions: Path | None, same: tuple[tuple[str, str], ...], not_same: tuple[tuple[str, str], ...], wrong: tuple[str, ...],
    rename: tuple[tuple[str, str], ...], forget: tuple[str, ...], note: str, by: str, as_json: bool, as_csv: bool,
) -> None:  # fmt: skip
    """List those who may be one though they are kept apart, and take decisions.

    Decisions are rows of a plain file that every build applies; delete a row to take its decision back. A and B are names, paths
    (person/kari-testdatter) or IRIs; person/kari-testdatter@ARTICLE is her as that article alone speaks of her.

    \b
    aktorkart review
    aktorkart review --same "Kari Testdatter" "Kari T. Prøve" --note "changed her name"
    aktorkart review --not-same person/ola-prove@2018-a person/ola-prove@2019-b
    aktorkart review --forget "Kari Testdatter"
    """
    from build_graph.store import StoreError, read_review
    from queries.review import pairs

    store, base = opened(folder)
    file = decisions_file(decisions, folder)
    if same or not_same or wrong or rename or forget:
        _decide(store, base, file, [("same", *each) for each in same] + [("not same", *each) for each in not_same]
                + [("wrong", each, "") for each in wrong] + [("rename", *each) for each in rename], forget, note, by)  # fmt: skip
        return
    try:
        found = list(pairs(store, base, read_review(folder)))
    except StoreError as error:
        raise Problem(str(error)) from None
    if as_json:
        click.echo(json.dumps([asdict(each) for each in found], ensure_ascii=False, indent=1))
    elif as_csv:
        _table(found)
    else:
        for each in found:
            _show(each)
        click.echo(f"{len(found)} pairs to decide about" if found else "nobody to decide about", err=True)


def _decide(
    store: Store, base: str, file: Path, asked: list[tuple[str, str, str]], forgotten: tuple[str, ...], note: str, by: str
) -> None:
    from build_graph.curation.decisions import (
        Decision,
        DecisionsError,
        forgetting,
        read_decisions,
        without_person,
        write_decisions,
    )
    from queries.decide import fact_and_place, names_of, reference
    from queries.errors import QueryError

    today = date.today().isoformat()
    try:
        rows: list[Decision] = []
        for verb, what, other in asked:
            if verb == "wrong":
                what, other = fact_and_place(store, base, what)
            else:
                what, other = reference(store, base, what), other if verb == "rename" else reference(store, base, other)
            rows.append(Decision(verb, what, other, note, by, today))  # type: ignore[arg-type]
        gone = 0
        for person in forgotten:
            path = reference(store, base, person)
            names = names_of(store, base, path)
            gone += without_person(file, [path], names)
            rows += forgetting(names, [*read_decisions(file), *rows], today)
        write_decisions(file, rows)
    except (QueryError, DecisionsError) as error:
        raise Problem(str(error)) from None
    for row in rows:
        click.echo(plain(str(row)))
    if gone:
        click.echo(f"{gone} earlier decisions about them are removed", err=True)
    click.echo(f"{len(rows)} decisions in {file}; build again to apply them", err=True)


def _show(pair: Pair) -> None:
    click.echo(f"{pair.number}. score {pair.score:g}: {'; '.join(pair.reasons)}")
    for side in (pair.one, pair.other):
        click.echo(f"   {plain(', also '.join(side.names))}  {side.path}")
        for title, lines in (("belongs to", side.owners), ("posts", side.posts), ("articles", side.articles[:6])):
            for line in lines:
                click.echo(f"      {title + ':':<11} {plain(line)}")
        if len(side.articles) > 6:
            click.echo(f"      and {len(side.articles) - 6} more articles")
    click.echo(f"   one:  aktorkart review --same {pair.one.path} {pair.other.path}")
    click.echo(f"   two:  aktorkart review --not-same {pair.one.path} {pair.other.path}\n")


def _table(found: list[Pair]) -> None:
    def cells(side: Side) -> list[str]:
        return [side.path, *("; ".join(part) for part in (side.names, side.posts, side.owners, side.articles))]

    out = csv.writer(sys.stdout, lineterminator="\n")
    heads = ("path", "names", "posts", "owners", "articles")
    out.writerow(["number", "score", "reasons", *(f"one_{head}" for head in heads), *(f"other_{head}" for head in heads)])
    for pair in found:
        row = [str(pair.number), f"{pair.score:g}", "; ".join(pair.reasons), *cells(pair.one), *cells(pair.other)]
        # A cell that a spreadsheet would run as a formula opens with an apostrophe.
        out.writerow([f"'{cell}" if cell[:1] in ("=", "+", "@", "\t", "\r") or cell[:1] == "-" and not cell[1:2].isdigit() else cell for cell in row])


@click.command()
@click.argument("asked", metavar="FACT|NAME")
@store_option
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def explain(asked: str, folder: Path, as_json: bool) -> None:
    """Show where the articles say it: title, date, file, the sentence with the words marked, the rule and its confidence.

    FACT is a fact's IRI or path (membership/…); NAME anybody or anything in the graph, in any case and by short name, and gives all
    that is said of them.

    \b
    aktorkart explain "Kari Testdatter"
    aktorkart explain membership/kari-testdatter--leder--2018-a-1f2e3d
    """
    from build_graph.iris import Iris
    from build_graph.store import StoreError, read_manifest, read_text
    from queries.errors import QueryError
    from queries.explain import explain as explained

    store, base = opened(folder)
    files = {Iris(base).article(slug).value: about["file"] for slug, about in read_manifest(folder).articles.items()}
    try:
        found = list(explained(store, asked, base, lambda article: read_text(folder, article.rpartition("/")[2])))
    except (QueryError, StoreError) as error:
        raise Problem(str(error)) from None
    if as_json:
        shown = [
            {"fact": each.fact, "words": each.words, "evidence": [
                {"article": e.article, "title": e.title, "date": e.date, "file": files.get(e.article, ""), "start": e.start, "end": e.end,
                 "sentence": e.text[slice(*e.sentence)], "exact": e.text[e.start : e.end], "rule": e.rule, "confidence": e.confidence}
                for e in each.evidence]}
            for each in found
        ]  # fmt: skip
        click.echo(json.dumps(shown, ensure_ascii=False, indent=1))
        return
    for each in found:
        click.echo(click.style(plain(each.words), bold=True))
        click.echo(f"  {each.fact.removeprefix(base)}")
        for e in each.evidence:
            before, words, after = map(plain, e.parts)
            marked = click.style(f"[{words}]", underline=True)
            click.echo(f"  {e.date or 'undated'}  {plain(e.title)}  ({plain(files.get(e.article, ''))})")
            click.echo(f"    {before}{marked}{after}")
            click.echo(f"    {e.rule}, confidence {e.confidence:g}")
        click.echo()
    click.echo(f"{len(found)} facts" if found else f"no article states a fact about {plain(asked)}", err=True)
