"""What the page shows first: everything, a backbone, or clusters. Showing less is what keeps a large map readable and quick."""

from __future__ import annotations

import math
from dataclasses import dataclass

import igraph
import networkx as nx

from visualise.backbone import backbone_of
from visualise.layout import Layout
from visualise.spread import push_apart

WHOLE = 500  # nodes up to which all are shown; above, panning in headless Chromium took more than 50 ms a frame
CLUSTERS = 10_000  # nodes, articles included, from which communities are shown before any actor
HUBS = 100  # most important actors in the backbone
BACKBONE = 230  # hubs and those who tie them together
SHOWN_CLUSTERS = 120


@dataclass(frozen=True, slots=True)
class Cluster:
    """A community drawn as one disc. `name` is its most important institution, else actor, as a node number."""

    community: int
    size: int
    name: int
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Opening:
    """`mode` is "whole", "backbone" or "clusters"; `backbone` are numbers of nodes and where they stand when shown without
    the rest; clusters only in that mode."""

    mode: str
    backbone: dict[int, tuple[int, int]]
    names: dict[int, int]
    clusters: tuple[Cluster, ...]
    links: tuple[tuple[int, int, int], ...]  # communities and the number of relations between them


def plan_opening(graph: nx.MultiDiGraph, layout: Layout) -> Opening:
    """Choose what is shown first. Articles are never in it: they are one click away, with every sentence."""
    classes = [actor.cls for _, actor in graph.nodes(data="actor")]
    drawn = [n for n, cls in enumerate(classes) if cls != "article"]
    names = _names(classes, layout)
    if len(drawn) <= WHOLE:
        return Opening("whole", {}, names, (), ())
    backbone = backbone_of(graph, layout, drawn, HUBS, BACKBONE)
    if len(classes) < CLUSTERS:
        return Opening("backbone", backbone, names, (), ())
    clusters, links = _clusters(graph, layout, names)
    return Opening("clusters", backbone, names, clusters, links)


def _names(classes: list[str], layout: Layout) -> dict[int, int]:
    """The node that a community is named after: institutions before people, and no articles if there is anything else."""
    order = {"organisation": 0, "body": 0, "collaboration": 0, "person": 1, "article": 3}
    best: dict[int, tuple[int, int]] = {}
    for n, community in enumerate(layout.community):
        candidate = (order.get(classes[n], 2), layout.rank[n])
        if community not in best or candidate < best[community]:
            best[community] = candidate
    by_rank = {rank: n for n, rank in enumerate(layout.rank)}
    return {community: by_rank[rank] for community, (_, rank) in sorted(best.items())}


def _clusters(
    graph: nx.MultiDiGraph, layout: Layout, names: dict[int, int]
) -> tuple[tuple[Cluster, ...], tuple[tuple[int, int, int], ...]]:
    sizes: dict[int, int] = {}
    for community in layout.community:
        sizes[community] = sizes.get(community, 0) + 1
    shown = sorted(sizes, key=lambda c: (-sizes[c], c))[:SHOWN_CLUSTERS]
    index = {community: n for n, community in enumerate(shown)}
    number = {iri: n for n, iri in enumerate(graph.nodes)}
    between: dict[tuple[int, int], int] = {}
    for source, target in graph.edges():
        a, b = layout.community[number[source]], layout.community[number[target]]
        if a != b and a in index and b in index:
            pair = (min(a, b), max(a, b))
            between[pair] = between.get(pair, 0) + 1
    meta = igraph.Graph(n=len(shown), edges=[(index[a], index[b]) for a, b in sorted(between)])
    weights = [math.log1p(between[pair]) for pair in sorted(between)]
    laid = meta.layout_fruchterman_reingold(weights=weights or None, niter=800)
    radii = [cluster_size(sizes[community]) + 42.0 for community in shown]
    extent = max((abs(v) for p in laid for v in p), default=1.0) or 1.0
    spread = math.sqrt(sum(r * r for r in radii)) * 1.6
    points = push_apart([(x / extent * spread, y / extent * spread * 0.75) for x, y in laid], radii, 200)
    clusters = tuple(
        Cluster(c, sizes[c], names[c], round(x), round(y)) for c, (x, y) in zip(shown, points, strict=True)
    )
    strongest = sorted(between.items(), key=lambda item: (-item[1], item[0]))[:160]
    return clusters, tuple((a, b, count) for (a, b), count in sorted(strongest))


def cluster_size(members: int) -> float:
    """Radius in pixels of a cluster's disc."""
    return round(8 + 1.6 * math.sqrt(members), 1)
