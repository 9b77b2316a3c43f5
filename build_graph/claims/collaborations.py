"""Collaborations and their parties."""

from __future__ import annotations

from build_graph.model import Claim, Mentioned


def collaboration_claims(doc: Mentioned) -> list[Claim]:
    """The claims about collaborations in an article."""
    return []
