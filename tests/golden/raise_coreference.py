"""Raises the floors of tests/golden/coreference.toml to just under what is reached now; never lowers one.

    python3 -m tests.golden.raise_coreference

To lower a floor, edit the file by hand and give a reason in its [lowered] table. The digest of the annotated articles is renewed.
"""

from __future__ import annotations

import hashlib
import sys

from build_graph.evaluate.chains import read_annotations
from build_graph.evaluate.coreference import Coreference, measure
from tests.golden.raise_floors import DATA, rewrite

ANNOTATIONS = DATA / "coreference"
ARTICLES = (DATA / "articles", ANNOTATIONS / "articles")
FLOORS = DATA.parent / "tests" / "golden" / "coreference.toml"


def corpus_digest() -> str:
    """SHA-256 of the annotations and the articles that they are of, line ends aside."""
    sums = hashlib.sha256()
    annotated = read_annotations(ANNOTATIONS)
    for path in sorted([*ANNOTATIONS.glob("*.json"), *(p for folder in ARTICLES for p in folder.iterdir() if p.name in annotated)]):
        content = path.read_bytes().replace(b"\r\n", b"\n")
        sums.update(f"{path.name} {len(content)}\n".encode())
        sums.update(content)
    return sums.hexdigest()


def measured() -> Coreference:
    """The product on the annotated articles."""
    return measure(ANNOTATIONS, ARTICLES)


def figures(result: Coreference) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of mentions and of each measure; of each form of anaphora, the share that leads to the right one."""
    names = ("precision", "recall", "f1")
    found = {"mentions": dict(zip(names, (result.mentions.precision, result.mentions.recall, result.mentions.f1), strict=True))}
    found |= {name: dict(zip(names, row, strict=True)) for name, row in result.scores().items()}
    return found | {form: {"right": each.right / each.gold} for form, each in result.anaphora.items()}


def main() -> int:
    """Raises the floors of coreference."""
    heading = (
        "# What the articles of data/coreference must reach. Rewritten upwards by: python3 -m tests.golden.raise_coreference",
        '# To lower a floor, edit it by hand and say why under [lowered], as pronoun = "2026-11-21: …".',
    )
    result = measured()
    rewrite(FLOORS, heading, corpus_digest(), figures(result), {form: each.gold for form, each in result.anaphora.items()})
    return 0


if __name__ == "__main__":
    sys.exit(main())
