"""Counts, precision, recall and F1 by kind; and how often each rule was right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from build_graph.evaluate.facts import Fact, Facts
from build_graph.evaluate.matching import compare
from build_graph.evaluate.stated import Graph, stated

ALL = "ALL"


@dataclass(slots=True)
class Row:
    """Facts in the gold, facts stated, and how many of these are right."""

    gold: int = 0
    said: int = 0
    hit: int = 0

    @property
    def precision(self) -> float:
        """Of what is stated, the share that is right; 0 where nothing is."""
        return self.hit / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        """Of the gold, the share that is stated."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(slots=True)
class Rule:
    """How often a rule's facts were right, and the confidences that it gave them."""

    right: int = 0
    wrong: int = 0
    stated: float = 0.0  # sum


@dataclass(slots=True)
class Evaluation:
    """Rows by kind, with the sum under "ALL"; missed and surplus facts; role status; rules; articles without a graph."""

    rows: dict[str, Row] = field(default_factory=lambda: defaultdict(Row))
    missed: list[tuple[str, str, Fact]] = field(default_factory=list)
    surplus: list[tuple[str, str, Fact]] = field(default_factory=list)
    status_right: int = 0
    status_pairs: int = 0
    rules: dict[str, Rule] = field(default_factory=lambda: defaultdict(Rule))
    missing: list[str] = field(default_factory=list)
    documents: list[float] = field(default_factory=list)

    @property
    def status_accuracy(self) -> float | None:
        """Of the roles found, the share with the right status."""
        return self.status_right / self.status_pairs if self.status_pairs else None


def evaluate(graph: Graph, gold: Mapping[str, Facts]) -> Evaluation:
    """Measures a graph against gold facts by article identifier."""
    result = Evaluation()
    for identifier, wanted in sorted(gold.items()):
        article, document = graph.articles.get(identifier), Row()
        if article is None:
            result.missing.append(identifier)
        for kind, found in compare(wanted, stated(graph, article) if article else {}):
            for row in (result.rows[kind], result.rows[ALL], document):
                row.gold += len(found.pairs) + len(found.missed)
                row.said += len(found.pairs) + len(found.surplus)
                row.hit += len(found.pairs)
            result.missed += [(kind, identifier, fact) for fact in found.missed]
            result.surplus += [(kind, identifier, fact) for fact in found.surplus]
            if kind == "role":
                result.status_pairs += len(found.pairs)
                result.status_right += sum(fact.status == said.status for fact, said in found.pairs)
            if kind != "member":  # ties of other kinds satisfy it
                for right, facts in ((1, [said for _, said in found.pairs]), (0, found.surplus)):
                    for said in facts:
                        for name, confidence in said.evidence:
                            rule = result.rules[name]
                            rule.right += right
                            rule.wrong += 1 - right
                            rule.stated += confidence
        result.documents.append(document.f1)
    return result
