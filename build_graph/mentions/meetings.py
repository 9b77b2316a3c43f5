"""Meetings in the text: "landsstyremøtet", "siste møte", "debatten". """

from __future__ import annotations

from build_graph.mentions.draft import Draft


def find_meetings(draft: Draft) -> None:
    """Adds every particular meeting spoken of."""
