"""Positions, communities, importance; what is shown first."""

from __future__ import annotations

import math

import networkx as nx
import pytest

from visualise import opening as opening_module
from visualise.layout import compute_layout, node_size
from visualise.opening import plan_opening
from visualise.records import Actor
from visualise.spread import pack_components, push_apart


def network(edges: list[tuple[int, int]], nodes: int, family: str = "role", cls: str = "person") -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    for n in range(nodes):
        graph.add_node(f"n{n}", actor=Actor(f"n{n}", cls, {"nb": f"Navn {n}"}), facts=[])
    for a, b in edges:
        graph.add_edge(f"n{a}", f"n{b}", family, facts=[])
    return graph


def cliques(count: int, size: int) -> list[tuple[int, int]]:
    """Cliques in a row, each tied to the next by one relation."""
    edges = [(c * size + i, c * size + j) for c in range(count) for i in range(size) for j in range(i)]
    return edges + [(c * size, (c + 1) * size) for c in range(count - 1)]


def test_the_same_network_gives_the_same_picture() -> None:
    graph = network(cliques(6, 8), 48)
    assert compute_layout(graph) == compute_layout(graph)


def test_communities_are_numbered_by_size_and_part() -> None:
    layout = compute_layout(network([*cliques(3, 8), *((24 + i, 24 + j) for i in range(12) for j in range(i))], 36))
    assert set(layout.community[24:]) == {0}, "the largest"
    assert [len(set(layout.community[c * 8 : c * 8 + 8])) for c in range(3)] == [1, 1, 1]

    def distance(a: int, b: int) -> float:
        return math.dist(layout.positions[a], layout.positions[b])

    inside = sum(distance(1, n) for n in range(2, 8)) / 6
    assert inside < sum(distance(1, n) for n in range(17, 24)) / 7


def test_marks_do_not_lie_on_each_other() -> None:
    layout = compute_layout(network(cliques(10, 9), 90))
    sizes = [node_size(value) for value in layout.importance]
    overlaps = [
        (a, b) for a in range(90) for b in range(a) if math.dist(layout.positions[a], layout.positions[b]) < (sizes[a] + sizes[b]) * 0.9
    ]
    assert overlaps == []


def test_importance_counts_different_neighbours_and_articles_a_tenth() -> None:
    graph = network([(0, 1), (0, 1), (1, 0), (0, 2)], 4)
    graph.add_edge("n0", "n3", "article", facts=[])
    layout = compute_layout(graph)
    assert layout.importance == [2.1, 1.0, 1.0, 0.1]
    assert layout.rank[0] == 0 and sorted(layout.rank) == [0, 1, 2, 3]


@pytest.mark.parametrize("edges", [[], [(0, 0)], [(0, 1)]])
def test_tiny_networks_have_places(edges: list[tuple[int, int]]) -> None:
    layout = compute_layout(network(edges, 2))
    assert len(set(layout.positions)) == 2


def test_up_to_the_limit_all_is_shown_above_it_a_backbone_that_hangs_together(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = network(cliques(30, 20), 600)
    opened = plan_opening(graph, compute_layout(graph))
    assert opened.mode == "backbone"
    assert 30 <= len(opened.backbone) <= opening_module.BACKBONE
    kept = graph.subgraph([f"n{n}" for n in opened.backbone]).to_undirected()
    assert nx.number_connected_components(kept) == 1
    small = network(cliques(5, 20), 100)
    assert plan_opening(small, compute_layout(small)).mode == "whole"
    monkeypatch.setattr(opening_module, "CLUSTERS", 500)
    clustered = plan_opening(graph, compute_layout(graph))
    assert clustered.mode == "clusters"
    assert sum(cluster.size for cluster in clustered.clusters) == 600
    assert all(math.dist((a.x, a.y), (b.x, b.y)) > 10 for a in clustered.clusters for b in clustered.clusters if a is not b)


def test_articles_are_never_in_the_backbone() -> None:
    graph = network(cliques(30, 20), 600)
    for n in range(0, 600, 2):
        graph.add_node(f"a{n}", actor=Actor(f"a{n}", "article", {"nb": "Sak"}), facts=[])
        graph.add_edge(f"n{n}", f"a{n}", "article", facts=[])
    opened = plan_opening(graph, compute_layout(graph))
    assert max(opened.backbone) < 600


def test_push_apart_parts_even_what_lies_on_one_spot() -> None:
    placed = push_apart([(0.0, 0.0)] * 6, [10.0] * 6, rounds=100)
    assert min(math.dist(a, b) for i, a in enumerate(placed) for b in placed[:i]) > 18


def test_components_are_packed_without_overlap() -> None:
    parts = [(list(range(n * 3, n * 3 + 3)), [(0.0, 0.0), (60.0, 0.0), (0.0, 60.0)]) for n in range(20)]
    placed = pack_components(parts, 50.0)
    groups = [placed[n * 3 : n * 3 + 3] for n in range(20)]
    assert all(math.dist(p, q) > 40 for i, one in enumerate(groups) for other in groups[:i] for p in one for q in other)
