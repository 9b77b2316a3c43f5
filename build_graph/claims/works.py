"""Reports, resolutions, proposals and decisions: by whom, to whom, adopted how."""

from __future__ import annotations

from build_graph.model import Claim, Mentioned


def work_claims(doc: Mentioned) -> list[Claim]:
    """The claims about works and decisions in an article."""
    return []
