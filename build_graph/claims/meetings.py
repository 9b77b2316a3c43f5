"""Meetings held and planned: that they were, when and where, who took part."""

from __future__ import annotations

from build_graph.model import Claim, Mentioned


def meeting_claims(doc: Mentioned) -> list[Claim]:
    """The claims about meetings in an article."""
    return []
