"""Reports, resolutions and proposals in the text."""

from __future__ import annotations

from build_graph.mentions.draft import Draft


def find_works(draft: Draft) -> None:
    """Adds every report, plan, resolution and proposal spoken of."""
