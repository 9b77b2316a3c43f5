"""How sure a rule may say it is: what it stated, held against how often it was right.

    python3 -m build_graph.evaluate.confidence ARTICLES GOLD [ARTICLES GOLD]…

writes build_graph/curation/confidence.csv, which every build applies. Rules with fewer than 20 facts keep what they state.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from build_graph.curation import calibration
from build_graph.evaluate.measure import measure
from build_graph.evaluate.table import Evaluation, Rule

ENOUGH = 20  # facts of a rule from which on its precision says something
_PRIOR = 10  # facts that the stated confidence weighs as much as, so that 20 right of 20 is no certainty


def rules_of(evaluations: Iterable[Evaluation]) -> dict[str, Rule]:
    """The rules of several evaluations together."""
    total: defaultdict[str, Rule] = defaultdict(Rule)
    for each in evaluations:
        for name, rule in each.rules.items():
            total[name].right += rule.right
            total[name].wrong += rule.wrong
            total[name].stated += rule.stated
    return dict(total)


def table(rules: dict[str, Rule]) -> list[tuple[str, int, float, float, float]]:
    """Rule, facts, mean confidence as stated, observed precision, and the calibrated confidence between the two."""
    rows = []
    for name, rule in sorted(rules.items()):
        number = rule.right + rule.wrong
        if number >= ENOUGH:
            stated = rule.stated / number
            rows.append((name, number, round(stated, 3), round(rule.right / number, 3), round((rule.right + _PRIOR * stated) / (number + _PRIOR), 3)))
    return rows


def main(arguments: Sequence[str]) -> int:
    """Measures and writes the table."""
    folders = [Path(each) for each in arguments]
    if not folders or len(folders) % 2:
        print(__doc__, file=sys.stderr)
        return 2
    found = table(rules_of(measure([articles], gold)[0] for articles, gold in zip(folders[::2], folders[1::2], strict=True)))
    with Path(calibration.__file__).with_name("confidence.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(calibration.COLUMNS)
        out.writerows(found)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
