"""Confidences corrected by how often each rule was right on annotated articles (confidence.csv)."""

from __future__ import annotations

import csv
from dataclasses import replace
from functools import cache
from importlib.resources import files

from build_graph.iris import slug
from build_graph.model import Evidence, Extract

COLUMNS = ("rule", "facts", "stated", "observed", "calibrated")
_SUREST, _LEAST = 0.99, 0.05  # no rule is ever certain


def calibrated(extract: Extract) -> Extract:
    """The extract with every confidence moved by as much as its rule was found to be over- or underconfident."""
    return replace(extract, claims=tuple(replace(claim, evidence=tuple(map(_corrected, claim.evidence))) for claim in extract.claims))


def _corrected(evidence: Evidence) -> Evidence:
    shift = _shifts().get(slug(evidence.rule))
    if shift is None:
        return evidence
    return replace(evidence, confidence=min(_SUREST, max(_LEAST, round(evidence.confidence + shift, 4))))


@cache
def _shifts() -> dict[str, float]:
    """By a rule's slug, calibrated less stated."""
    text = files(__package__).joinpath("confidence.csv").read_text(encoding="utf-8")
    return {row["rule"]: float(row["calibrated"]) - float(row["stated"]) for row in csv.DictReader(text.splitlines())}
