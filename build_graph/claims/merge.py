"""The same claim found in several places, or by several rules, is one claim with all its evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from build_graph.model import Claim, Evidence


def merge(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims that say the same are joined; their evidence is sorted by place, one for each stretch of text."""
    joined: dict[tuple[Any, ...], Claim] = {}
    for claim in claims:
        identity = (type(claim).__name__, *(getattr(claim, f.name) for f in fields(claim) if f.name != "evidence"))
        known = joined.get(identity)
        joined[identity] = claim if known is None else replace(known, evidence=_evidence((*known.evidence, *claim.evidence)))
    return tuple(joined[key] for key in sorted(joined, key=repr))


def _evidence(found: Iterable[Evidence]) -> tuple[Evidence, ...]:
    best: dict[tuple[int, int], Evidence] = {}
    for evidence in found:
        known = best.get(evidence.span)
        if known is None or (known.confidence, evidence.rule) < (evidence.confidence, known.rule):
            best[evidence.span] = evidence
    return tuple(best[span] for span in sorted(best))
