"""Rows → networkx.MultiDiGraph: actors as nodes, and one edge for all facts of one family between two actors."""

from __future__ import annotations

import networkx as nx

from visualise import legend
from visualise.records import Fact, Rows


def build_network(rows: Rows) -> nx.MultiDiGraph:
    """The network that is drawn.

    Nodes are IRIs in the rows' order, with the attribute `actor`. An edge's key is the relation family, its attribute `facts` the
    facts in the rows' order. Facts that concern one actor only are in the node's attribute `facts`.
    """
    graph = nx.MultiDiGraph()
    relations = legend.relations()
    for iri, actor in rows.actors.items():
        graph.add_node(iri, actor=actor, facts=[])
    for fact in rows.facts:
        if fact.object is None:
            graph.nodes[fact.subject]["facts"].append(fact)
            continue
        family = relations[fact.relation].family
        if graph.has_edge(fact.subject, fact.object, family):
            graph.edges[fact.subject, fact.object, family]["facts"].append(fact)
        else:
            graph.add_edge(fact.subject, fact.object, family, facts=[fact])
    return graph


def facts_of(graph: nx.MultiDiGraph) -> list[Fact]:
    """Every fact of the network, edges first."""
    on_edges = [fact for _, _, facts in graph.edges(data="facts") for fact in facts]
    return on_edges + [fact for _, facts in graph.nodes(data="facts") for fact in facts]
