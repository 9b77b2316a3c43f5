"""Where each actor stands, which community it belongs to and how important it is: computed here, so that the browser need not.

Communities: Leiden (Traag, Waltman, van Eck 2019, https://doi.org/10.1038/s41598-019-41695-z). Positions: Fruchterman-Reingold with grid,
attraction weaker between communities so that they part. Both from igraph; seeded, so that the same network gives the same picture.
"""

from __future__ import annotations

import math
import random
from collections import defaultdict
from dataclasses import dataclass

import igraph
import networkx as nx

from visualise.spread import pack_components, push_apart

SEED = 20180122
MENTION_WEIGHT = 0.2  # being mentioned in one article binds less than holding a role; tried 0.1 to 1 on the sample corpus
ACROSS_WEIGHT = 0.25  # attraction between communities, inside is 1; lower values tear the picture apart
BY_COMMUNITY = 5000  # nodes above which each community is laid out for itself: nobody reads all at once, and it takes a tenth of the time
AREA_PER_NODE = 78.0  # pixels: side of the square that each node has for itself at zoom 1


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything by the number of the node in the network's order. Positions are pixels at zoom 1, y downwards.

    `importance` is the number of different neighbours by facts, and a tenth for each article; `rank` 0 is the most important node;
    `spans` is the number of other communities that a node's neighbours belong to (a broker has many). Communities are numbered by size.
    """

    positions: list[tuple[int, int]]
    community: list[int]
    importance: list[float]
    rank: list[int]
    spans: list[int]


def compute_layout(graph: nx.MultiDiGraph) -> Layout:
    """Lay the network out; 10,000 nodes take some seconds."""
    number = {iri: n for n, iri in enumerate(graph.nodes)}
    weights: dict[tuple[int, int], float] = defaultdict(float)
    facts: list[set[int]] = [set() for _ in number]
    mentions = [0] * len(number)
    for source, target, family in graph.edges(keys=True):
        a, b = number[source], number[target]
        if a == b:
            continue
        pair = (min(a, b), max(a, b))
        weights[pair] += MENTION_WEIGHT if family == "article" else 1.0
        if family == "article":
            mentions[a] += 1
            mentions[b] += 1
        else:
            facts[a].add(b)
            facts[b].add(a)
    importance = [len(facts[n]) + mentions[n] / 10 for n in range(len(number))]
    edges = sorted(weights)
    strength = [min(weights[e], 3.0) for e in edges]
    igraph.set_random_number_generator(random.Random(SEED))
    plain = igraph.Graph(n=len(number), edges=edges)
    community = _communities(plain, strength)
    sizes = [node_size(value) for value in importance]
    arrange = place if len(number) <= BY_COMMUNITY else place_by_community
    positions = arrange(plain, community, strength, sizes)
    order = sorted(range(len(number)), key=lambda n: (-importance[n], n))
    rank = [0] * len(number)
    for nth, n in enumerate(order):
        rank[n] = nth
    spans = [len({community[o] for o in others} - {community[n]}) for n, others in enumerate(facts)]
    return Layout(positions, community, importance, rank, spans)


def node_size(importance: float) -> float:
    """Radius in pixels at zoom 1."""
    return round(min(6.0 + 2.3 * math.sqrt(importance), 30.0), 1)


def _communities(graph: igraph.Graph, weights: list[float]) -> list[int]:
    """A community for each node, 0 the largest."""
    if not graph.ecount():
        return list(range(graph.vcount()))
    found = graph.community_leiden(objective_function="modularity", weights=weights, n_iterations=6).membership
    members: dict[int, list[int]] = defaultdict(list)
    for node, community in enumerate(found):
        members[community].append(node)
    order = sorted(members.values(), key=lambda nodes: (-len(nodes), nodes[0]))
    result = [0] * graph.vcount()
    for community, nodes in enumerate(order):
        for node in nodes:
            result[node] = community
    return result


def place(
    graph: igraph.Graph, community: list[int], weights: list[float], sizes: list[float], rounds: int = 500
) -> list[tuple[int, int]]:
    """Positions of a graph's nodes, component by component; the same input gives the same picture."""
    igraph.set_random_number_generator(random.Random(SEED))
    graph.es["weight"] = [
        weight * (1.0 if community[edge.source] == community[edge.target] else ACROSS_WEIGHT)
        for edge, weight in zip(graph.es, weights, strict=True)
    ]
    parts: list[tuple[list[int], list[tuple[float, float]]]] = []
    for component in sorted(graph.connected_components(), key=lambda nodes: (-len(nodes), nodes[0])):
        nodes = sorted(component)  # induced_subgraph orders vertices by number
        parts.append((nodes, _one_component(graph.induced_subgraph(nodes), len(nodes), rounds)))
    placed = pack_components(parts, AREA_PER_NODE)
    placed = push_apart(placed, [size + 7.0 for size in sizes])
    return [(round(x), round(y)) for x, y in placed]


def place_by_community(
    graph: igraph.Graph, community: list[int], weights: list[float], sizes: list[float]
) -> list[tuple[int, int]]:
    """Positions of a large graph's nodes: each community for itself, then the communities beside each other."""
    graph.es["strength"] = weights
    members: dict[int, list[int]] = defaultdict(list)
    for node, number in enumerate(community):
        members[number].append(node)
    parts: list[tuple[list[int], list[tuple[float, float]]]] = []
    for _, nodes in sorted(members.items()):
        part = graph.induced_subgraph(nodes)
        points = place(part, [0] * len(nodes), part.es["strength"], [sizes[n] for n in nodes], 120)
        parts.append((nodes, [(float(x), float(y)) for x, y in points]))
    return [(round(x), round(y)) for x, y in pack_components(parts, 2 * AREA_PER_NODE)]


def _one_component(part: igraph.Graph, count: int, rounds: int) -> list[tuple[float, float]]:
    """Coordinates around 0, 0 that fill the area that so many nodes need."""
    if count == 1:
        return [(0.0, 0.0)]
    side = AREA_PER_NODE * math.sqrt(count)
    laid = part.layout_fruchterman_reingold(
        weights="weight",
        niter=rounds,
        grid="grid" if count > 400 else "nogrid",
    )
    xs, ys = [p[0] for p in laid], [p[1] for p in laid]
    width, height = max(xs) - min(xs) or 1.0, max(ys) - min(ys) or 1.0
    scale = side / math.sqrt(width * height)
    scale = min(scale, 1.8 * side / max(width, height))  # a chain of nodes need not fill a square
    middle_x, middle_y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    return [((x - middle_x) * scale, (y - middle_y) * scale) for x, y in laid]
