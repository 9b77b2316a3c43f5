"""Raises the floors of tests/golden/floors.toml to just under what is reached now; never lowers one.

    python3 -m tests.golden.raise_floors

To lower a floor, edit the file by hand and give a `reason` in its [lowered] table. The digest of articles and gold is renewed.
"""

from __future__ import annotations

import hashlib
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from build_graph.evaluate.measure import measure
from build_graph.evaluate.table import Evaluation

DATA = Path(__file__).resolve().parents[2] / "data"
FLOORS = Path(__file__).with_name("floors.toml")
MARGIN = 0.01  # below what is reached, or by one fact where that is more
FEW = 10  # gold facts of a kind below which a single one would move its figures too far


def corpus_digest() -> str:
    """SHA-256 of the articles and their gold, line ends aside."""
    sums = hashlib.sha256()
    for folder in ("articles", "gold"):
        for path in sorted((DATA / folder).iterdir()):
            if path.is_file():
                content = path.read_bytes()
                content = content if path.suffix == ".docx" else content.replace(b"\r\n", b"\n")
                sums.update(f"{folder}/{path.name} {len(content)}\n".encode())
                sums.update(content)
    return sums.hexdigest()


def measured() -> Evaluation:
    """The sample corpus against its gold."""
    result, skipped = measure([DATA / "articles"], DATA / "gold")
    assert not skipped and not result.missing
    return result


def figures(result: Evaluation) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of each kind with enough gold facts."""
    return {
        kind: {"precision": row.precision, "recall": row.recall, "f1": row.f1}
        for kind, row in sorted(result.rows.items())
        if row.gold >= FEW and kind != "author"  # most by-lines of the sample are an editorial staff's
    }


def rewrite(floors: Path, heading: Sequence[str], corpus: str, reached: Mapping[str, Mapping[str, float]], gold: Mapping[str, int]) -> None:
    """Rewrites a file of floors, none lower than before; says what rose.

    :param heading: comments that open the file.
    :param corpus: digest of what was measured on.
    :param reached: the figures of each kind.
    :param gold: how many facts each kind is measured on: a floor lies one of them below, where that is more than `MARGIN`.
    """
    before = tomllib.loads(floors.read_text(encoding="utf-8")) if floors.exists() else {}
    old, lowered = before.get("floors", {}), before.get("lowered", {})
    lines = [*heading, "", f'corpus = "{corpus}"', "", "[floors]"]
    for kind, figure in reached.items():
        margin = max(MARGIN, 1 / gold[kind]) if kind in gold else MARGIN
        row = {name: max(old.get(kind, {}).get(name, 0.0), int((value - margin) * 1000) / 1000) for name, value in figure.items()}
        if row != old.get(kind):
            print(f"{kind}: {old.get(kind)} -> {row}")
        lines.append(f'"{kind}" = {{ ' + ", ".join(f"{name} = {value}" for name, value in row.items()) + " }")
    lines += ["", "[lowered]", *(f'"{kind}" = "{reason}"' for kind, reason in lowered.items())]
    floors.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def main() -> int:
    """Raises the floors of the sample corpus."""
    heading = (
        "# What the sample corpus must reach. Rewritten upwards by: python3 -m tests.golden.raise_floors",
        "# To lower a floor, edit it by hand and say why under [lowered], as role = \"2026-11-21: …\".",
    )
    result = measured()
    rewrite(FLOORS, heading, corpus_digest(), figures(result), {kind: row.gold for kind, row in result.rows.items()})
    return 0


if __name__ == "__main__":
    sys.exit(main())
