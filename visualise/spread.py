"""Placing what a force layout leaves on top of each other: separate components beside each other, nodes apart."""

from __future__ import annotations

import math
from collections import defaultdict

Point = tuple[float, float]


def pack_components(parts: list[tuple[list[int], list[Point]]], gap: float) -> list[Point]:
    """Put components beside each other, largest first, each at the first free place on a spiral around the first.

    What a component covers is counted in squares of side `gap`, so that small ones find room in the bays of large ones. `parts` are the
    numbers of a component's nodes and their coordinates around 0, 0. Returns a point for each number.
    """
    result: list[Point] = [(0.0, 0.0)] * sum(len(nodes) for nodes, _ in parts)
    taken: set[tuple[int, int]] = set()
    first_step: dict[int, int] = {}
    for nodes, points in parts:
        squares = {(math.floor(x / gap), math.floor(y / gap)) for x, y in points}
        wide = {(column + i, row + j) for column, row in squares for i in (-1, 0, 1) for j in (-1, 0, 1)}
        step = first_step.get(len(nodes), 0)  # those of one size hardly ever fit where an equal one did not
        while True:
            column, row = _spiral(step)
            if not any((c + column, r + row) in taken for c, r in squares):
                break
            step += 1
        first_step[len(nodes)] = step
        taken |= {(c + column, r + row) for c, r in wide}
        for node, (dx, dy) in zip(nodes, points, strict=True):
            result[node] = (column * gap + dx, row * gap + dy)
    return result


def _spiral(step: int) -> tuple[int, int]:
    """Squares around 0, 0, from the inside out, a little wider than high as screens are."""
    distance, angle = 0.55 * math.sqrt(step), 2.399963 * step
    return round(distance * math.cos(angle) * 1.15), round(distance * math.sin(angle) * 0.9)


def push_apart(points: list[Point], radii: list[float], rounds: int = 12) -> list[Point]:
    """Move overlapping discs apart, half the overlap each, until none overlap or the rounds are used up."""
    placed = list(points)
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
