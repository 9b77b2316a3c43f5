"""The command `evaluate`: how well the product does on a user's own annotated articles."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aktorkart_base import Problem, plain

if TYPE_CHECKING:
    from build_graph.evaluate.table import Evaluation


@click.command()
@click.argument("articles", type=click.Path(path_type=Path, exists=True))
@click.argument("gold", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--store", "folder", type=click.Path(path_type=Path), default=None, help="Measure the graph in this folder, as built from ARTICLES before.")
@click.option("--errors", type=click.IntRange(0), default=0, metavar="N", help="Show up to N missed and surplus facts of each kind.")
@click.option("--rules", is_flag=True, help="Show how often each rule was right, beside the confidence that it states.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def evaluate(articles: Path, gold: Path, folder: Path | None, errors: int, rules: bool, as_json: bool) -> None:
    """Compare what is found in ARTICLES with the facts in GOLD, a folder with one JSON file an article.

    Prints, for each kind of fact, how many the gold has, how many were stated and how many of these are right, with precision, recall and
    F1. The format of the gold is that of data/gold, described in docs/evaluation.md.

    \b
    aktorkart evaluate data/articles data/gold
    aktorkart evaluate mine/ mine/gold --errors 5
    """
    from build_graph.evaluate.gold import GoldError, read_gold
    from build_graph.evaluate.measure import measure
    from build_graph.evaluate.stated import Graph
    from build_graph.evaluate.table import evaluate as compare

    try:
        if folder is None:
            result, skipped = measure([articles], gold)
        else:
            from build_graph.store import StoreError, open_store

            try:
                result, skipped = compare(Graph(open_store(folder)), read_gold(gold)), []
            except StoreError as error:
                raise Problem(str(error)) from None
    except GoldError as error:
        raise Problem(str(error)) from None
    for each in skipped:
        click.echo(f"aktorkart: {plain(each.file)}: {plain(each.reason)}", err=True)
    if as_json:
        click.echo(json.dumps(report(result), ensure_ascii=False, indent=1))
    else:
        _table(result, errors)
        if rules:
            _rules(result)
    for name in result.missing:
        click.echo(f"aktorkart: {plain(name)}: the gold has it, the articles do not", err=True)
    sys.exit(1 if skipped or result.missing else 0)


def report(result: Evaluation) -> dict[str, Any]:
    """The figures as plain values."""
    figures: dict[str, Any] = {
        kind: {"gold": row.gold, "said": row.said, "hit": row.hit, "precision": round(row.precision, 4), "recall": round(row.recall, 4), "f1": round(row.f1, 4)}
        for kind, row in sorted(result.rows.items())
    }
    figures["role_status_accuracy"] = None if result.status_accuracy is None else round(result.status_accuracy, 4)
    figures["articles_missing"] = result.missing
    return figures


def _table(result: Evaluation, errors: int) -> None:
    from build_graph.evaluate.table import ALL

    click.echo(f"{'kind':14}{'gold':>6}{'said':>6}{'hit':>6}{'P':>8}{'R':>8}{'F1':>8}")
    for kind in [*sorted(set(result.rows) - {ALL}), ALL]:
        row = result.rows[kind]
        click.echo(f"{kind:14}{row.gold:6}{row.said:6}{row.hit:6}{row.precision:8.3f}{row.recall:8.3f}{row.f1:8.3f}")
        for sign, facts in (("missed ", result.missed), ("surplus", result.surplus)):
            for _, article, fact in [each for each in facts if each[0] == kind][:errors]:
                click.echo(f"    {sign} {plain(article)}: {plain(str(fact))}")
    if result.status_accuracy is not None:
        click.echo(f"status of roles right: {result.status_accuracy:.3f}")


def _rules(result: Evaluation) -> None:
    click.echo(f"\n{'rule':32}{'facts':>6}{'right':>6}{'stated':>8}{'observed':>9}")
    for name, rule in sorted(result.rules.items(), key=lambda item: (-item[1].right - item[1].wrong, item[0])):
        number = rule.right + rule.wrong
        click.echo(f"{name:32}{number:6}{rule.right:6}{rule.stated / number:8.3f}{rule.right / number:9.3f}")
