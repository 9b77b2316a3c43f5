"""The backbone of a large network: its most important actors, and those who tie them together."""

from __future__ import annotations

import igraph
import networkx as nx

from visualise.layout import Layout, node_size, place


def choose_backbone(neighbours: dict[int, set[int]], layout: Layout, hubs: int, most: int) -> list[int]:
    """Numbers of at most `most` nodes, in order.

    Hubs are the most important nodes and the most important of each of the largest communities. Then those who join parts that hang
    together so far, best connected first (Kruskal's way to a spanning tree); then whoever else knows most hubs.
    """
    by_rank = sorted(neighbours, key=lambda n: layout.rank[n])
    heads: dict[int, int] = {}
    for n in by_rank:
        heads.setdefault(layout.community[n], n)
    chosen = {*by_rank[:hubs], *(n for community, n in heads.items() if community < hubs // 4)}
    root = {n: n for n in chosen}

    def find(n: int) -> int:
        while root[n] != n:
            root[n] = root[root[n]]
            n = root[n]
        return n

    for n in sorted(chosen):
        for other in neighbours[n] & chosen:
            root[find(n)] = find(other)
    known = {n: len(neighbours[n] & chosen) for n in neighbours if n not in chosen}
    candidates = sorted((n for n, count in known.items() if count > 1), key=lambda n: (-known[n], layout.rank[n]))
    joined: list[int] = []
    for n in candidates:
        parts = {find(other) for other in neighbours[n] & set(root)}
        if len(parts) > 1 and len(chosen) + len(joined) < most:
            root[n] = n
            joined.append(n)
            for part in parts:
                root[find(part)] = n
    chosen |= set(joined)
    for n in candidates:
        if len(chosen) >= most:
            break
        chosen.add(n)
    return sorted(chosen)


def backbone_of(graph: nx.MultiDiGraph, layout: Layout, drawn: list[int], hubs: int, most: int) -> dict[int, tuple[int, int]]:
    """The backbone's nodes and where they stand when nothing else is shown. Relations through articles do not count."""
    number = {iri: n for n, iri in enumerate(graph.nodes)}
    neighbours: dict[int, set[int]] = {n: set() for n in drawn}
    for source, target, family in graph.edges(keys=True):
        a, b = number[source], number[target]
        if family != "article" and a != b and a in neighbours and b in neighbours:
            neighbours[a].add(b)
            neighbours[b].add(a)
    chosen = choose_backbone(neighbours, layout, hubs, most)
    index = {n: i for i, n in enumerate(chosen)}
    edges = sorted((index[n], index[o]) for n in chosen for o in neighbours[n] if o in index and n < o)
    part = igraph.Graph(n=len(chosen), edges=edges)
    placed = place(part, [layout.community[n] for n in chosen], [1.0] * len(edges), [node_size(layout.importance[n]) for n in chosen])
    return dict(zip(chosen, placed, strict=True))
