"""Quotations, direct and reported, and their speakers."""

from __future__ import annotations

from build_graph.model import Claim, Mentioned


def speech_claims(doc: Mentioned) -> list[Claim]:
    """The quotations in an article."""
    return []
