"""Asks the graph about one node."""

from __future__ import annotations

import re

from pyoxigraph import NamedNode, QuerySolutions, Store

from queries.prefixes import prefixes


def ask(store: Store, base: str, query: str, node: NamedNode) -> list[tuple[str, ...]]:
    """The rows of a SELECT over all graphs in which ?it stands for the node; unbound is "".

    A NamedNode holds no sign that could end an IRI in SPARQL: pyoxigraph has refused it before.
    """
    rows = store.query(re.sub(r"\?it\b", lambda _: str(node), query), prefixes=prefixes(base), use_default_graph_as_union=True)
    assert isinstance(rows, QuerySolutions)
    return [tuple("" if value is None else value.value for value in row) for row in rows]
