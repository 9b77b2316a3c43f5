"""Placing what a force layout leaves on top of each other: separate components beside each other, nodes apart."""

from __future__ import annotations

import math
from collections import defaultdict

Point = tuple[float, float]


def pack_components(parts: list[tuple[list[int], list[Point]]], gap: float) -> list[Point]:
    """Put components, largest first, as discs on a spiral around the first, each at the first free place.

    `parts` are the numbers of a component's nodes and their coordinates around 0, 0. Returns a point for each number.
    """
    result: list[Point] = [(0.0, 0.0)] * sum(len(nodes) for nodes, _ in parts)
    taken: dict[tuple[int, int], list[tuple[float, float, float]]] = defaultdict(list)
    cell = gap * 4
    start: dict[int, int] = {}
    for nodes, points in parts:
        radius = max(math.hypot(x, y) for x, y in points) + gap / 2
        step = start.get(round(radius), 0)  # components of one size never fit where an equal one did not
        while True:
            distance, angle = 0.5 * gap * math.sqrt(step) * 1.2, 2.399963 * step
            x, y = distance * math.cos(angle) * 1.35, distance * math.sin(angle)
            if _free(taken, cell, x, y, radius):
                break
            step += 1
        start[round(radius)] = step
        _take(taken, cell, x, y, radius)
        for node, (dx, dy) in zip(nodes, points, strict=True):
            result[node] = (x + dx, y + dy)
    return result


def _cells(cell: float, x: float, y: float, radius: float) -> list[tuple[int, int]]:
    columns = range(math.floor((x - radius) / cell), math.floor((x + radius) / cell) + 1)
    rows = range(math.floor((y - radius) / cell), math.floor((y + radius) / cell) + 1)
    return [(column, row) for column in columns for row in rows]


def _free(taken: dict[tuple[int, int], list[tuple[float, float, float]]], cell: float, x: float, y: float, radius: float) -> bool:
    return all(
        math.hypot(x - ox, y - oy) >= radius + other
        for key in _cells(cell, x, y, radius)
        for ox, oy, other in taken.get(key, ())
    )


def _take(taken: dict[tuple[int, int], list[tuple[float, float, float]]], cell: float, x: float, y: float, radius: float) -> None:
    for key in _cells(cell, x, y, radius):
        taken[key].append((x, y, radius))


def push_apart(points: list[Point], radii: list[float], rounds: int = 12) -> list[Point]:
    """Move overlapping discs apart, half the overlap each, until none overlap or the rounds are used up."""
    placed = list(points)
    if len(placed) > 12000:
        rounds = 4  # linear time, but a second per round at 50,000
    cell = 2 * max(radii, default=1.0)
    for _ in range(rounds):
        grid: dict[tuple[int, int], list[int]] = defaultdict(list)
        for n, (x, y) in enumerate(placed):
            grid[math.floor(x / cell), math.floor(y / cell)].append(n)
        moved = False
        for n in range(len(placed)):
            column, row = math.floor(placed[n][0] / cell), math.floor(placed[n][1] / cell)
            for key in ((column + i, row + j) for i in (-1, 0, 1) for j in (-1, 0, 1)):
                for other in grid.get(key, ()):
                    if other > n and _separate(placed, radii, n, other):
                        moved = True
        if not moved:
            break
    return placed


def _separate(placed: list[Point], radii: list[float], a: int, b: int) -> bool:
    (ax, ay), (bx, by) = placed[a], placed[b]
    dx, dy = bx - ax, by - ay
    wanted = radii[a] + radii[b]
    if abs(dx) >= wanted or abs(dy) >= wanted:
        return False
    distance = math.hypot(dx, dy)
    if distance >= wanted - 0.01:
        return False
    if distance < 0.01:  # on the same spot: any fixed direction will do
        dx, dy, distance = math.cos(b), math.sin(b), 1.0
        push = wanted / 2
    else:
        push = (wanted - distance) / 2
    placed[a] = (ax - dx / distance * push, ay - dy / distance * push)
    placed[b] = (bx + dx / distance * push, by + dy / distance * push)
    return True
