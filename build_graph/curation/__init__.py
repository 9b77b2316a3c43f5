"""People's decisions about the graph: kept in a plain file, applied by every build.

    decisions    the file and its rows
    references   what a row means: which referents of which articles
    forget       a person erased from everything that is stored
    wrong        facts that somebody said are wrong
    curate       all of it, between extraction and quads
"""

from __future__ import annotations

from build_graph.curation.curate import Curated, curate
from build_graph.curation.decisions import Decision, DecisionsError, read_decisions

__all__ = ["Curated", "Decision", "DecisionsError", "curate", "read_decisions"]
