"""Coreference inside the article, measured on hand-annotated clusters of mentions.

    python3 -m build_graph.evaluate.coreference ANNOTATIONS ARTICLES [ARTICLES]… [--errors]

MUC (Vilain and others 1995), B³ (Bagga and Baldwin 1998), CEAF with φ4 (Luo 2005) and the mean of their F1, the CoNLL score (Pradhan and others
2014), as the package `scorch` computes them; and how many surnames, nouns and pronouns lead to the one who is meant.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from build_graph.evaluate.chains import Annotated, align, read_annotations
from build_graph.evaluate.gold import GoldError
from build_graph.evaluate.table import Row
from build_graph.extract import extract
from build_graph.model import Extract, Skipped, Span
from build_graph.read import read

Clusters = Sequence[Collection[Annotated]]
Key = tuple[str, Span, bool]  # article, span, whether it is annotated
ANAPHORA = {"part": "surname or first name", "noun": "definite noun", "pronoun": "pronoun"}


@dataclass(slots=True)
class Anaphora:
    """Of a form of anaphora, how many the gold has, and how many of these the product ties to the right one and to another."""

    gold: int = 0
    right: int = 0
    wrong: int = 0


@dataclass(slots=True)
class Coreference:
    """Clusters of the gold and of the product over the same keys, mentions found, anaphora, and what went wrong, a line each."""

    key: list[set[Key]] = field(default_factory=list)
    response: list[set[Key]] = field(default_factory=list)
    mentions: Row = field(default_factory=Row)
    anaphora: dict[str, Anaphora] = field(default_factory=lambda: {form: Anaphora() for form in ANAPHORA})
    errors: list[str] = field(default_factory=list)

    def scores(self, *, singletons: bool = True) -> dict[str, tuple[float, float, float]]:
        """Precision, recall and F1 by measure; "CoNLL" is the mean of the three before it."""
        from scorch import scores

        key, response = ([each for each in clusters if singletons or len(each) > 1] for clusters in (self.key, self.response))
        found = {}
        for name, measure in (("MUC", scores.muc), ("B³", scores.b_cubed), ("CEAF-e", scores.ceaf_e)):
            recall, precision, f1 = map(float, measure(key, response))
            found[name] = precision, recall, f1
        precision, recall, f1 = (sum(values) / 3 for values in zip(*found.values(), strict=True))
        return found | {"CoNLL": (precision, recall, f1)}

    def add(self, gold: Clusters, said: Extract) -> None:
        """Takes one article in. Places, clauses, and what only the front matter states, are not compared.

        :raises GoldError: an annotated mention's words do not stand where it says.
        """
        article = said.article
        for each in (each for members in gold for each in members):
            if article.text[slice(*each.span)] != each.text:
                raise GoldError(f"{article.file}: {each.text!r} does not stand at {each.span.start}")
        skipped = [block.span for block in article.blocks if block.kind == "front matter"]
        chain: dict[Span, str] = {}
        for mention in said.mentions:
            if mention.kind != "place" and not mention.clause and not any(part.start <= mention.span.start < part.end for part in skipped):
                chain.setdefault(mention.span, mention.referent)
        cluster = {each: number for number, members in enumerate(gold) for each in members}
        pairs = align([each.span for each in cluster], list(chain))
        found = {each: chain[pairs[each.span]] for each in cluster if each.span in pairs}
        wanted = [each for each in cluster if each in found or not each.optional]
        keys = {pairs[each.span]: (article.identifier, each.span, True) for each in found}
        chains: defaultdict[str, set[Key]] = defaultdict(set)
        for span, referent in chain.items():
            chains[referent].add(keys.get(span, (article.identifier, span, False)))
            if span not in keys:
                self.errors.append(f"{article.identifier}: no mention: {article.text[slice(*span)]!r} at {span.start}, taken for {said.referents[referent].name}")
        self.key += filter(None, ({(article.identifier, each.span, True) for each in members if each in wanted} for members in gold))
        self.response += chains.values()
        self.mentions.gold += len(wanted)
        self.mentions.said += len(chain)
        self.mentions.hit += len(found)
        for each in wanted:
            if each not in found:
                self.errors.append(f"{article.identifier}: missed: {each.form} {each.text!r} at {each.span.start}")
            if each.form in ANAPHORA:
                self._anaphor(each, cluster, found, said)

    def _anaphor(self, each: Annotated, cluster: dict[Annotated, int], found: dict[Annotated, str], said: Extract) -> None:
        """Right, if the nearest mention in the product's chain that introduces – before, else after – is of the gold's cluster."""
        count = self.anaphora[each.form]
        count.gold += 1
        fellows = [other for other in found if other != each and found[other] == found.get(each)]
        anchors = sorted(
            (other for other in fellows if other.form == "full"), key=lambda other: (other.span > each.span, abs(other.span.start - each.span.start))
        )
        if anchors and cluster[anchors[0]] == cluster[each]:
            count.right += 1
        elif each in found:
            count.wrong += bool(fellows)
            taken = said.referents[found[each]].name
            self.errors.append(f"{said.article.identifier}: {each.form} {each.text!r} at {each.span.start} taken for {taken}")


def measure(annotations: Path, articles: Sequence[Path]) -> Coreference:
    """The product on the annotated articles among these files and folders.

    :raises GoldError: the annotations cannot be read, or an annotated article is not there.
    """
    wanted, result = read_annotations(annotations), Coreference()
    for article in read(articles):
        if not isinstance(article, Skipped) and article.file in wanted:
            result.add(wanted.pop(article.file), extract(article))
    if wanted:
        raise GoldError(f"not among the articles: {', '.join(sorted(wanted))}")
    return result


def report(result: Coreference) -> str:
    """The table that the command prints."""
    lines = [f"{'':28}precision  recall      F1"]
    rows = {"mentions": (result.mentions.precision, result.mentions.recall, result.mentions.f1), **result.scores()}
    rows["CoNLL without singletons"] = result.scores(singletons=False)["CoNLL"]
    lines += [f"{name:28}{p:9.3f}{r:8.3f}{f:8.3f}" for name, (p, r, f) in rows.items()]
    lines.append(f"\n{'':28}    gold   right   wrong   share")
    lines += [
        f"{ANAPHORA[form]:28}{each.gold:8}{each.right:8}{each.wrong:8}{each.right / max(each.gold, 1):8.3f}" for form, each in result.anaphora.items()
    ]
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Measures and prints; with --errors every mention that was missed, is none, or is another's."""
    folders = [Path(each) for each in arguments if each != "--errors"]
    if len(folders) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        result = measure(folders[0], folders[1:])
        print(report(result))
    except GoldError as error:
        print(error, file=sys.stderr)
        return 1
    except ModuleNotFoundError as error:
        print(f"{error.name} is not installed; it comes with: pip install 'aktorkart[dev]'", file=sys.stderr)
        return 1
    if "--errors" in arguments:
        print(*sorted(result.errors), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
