"""Imports run one way: ontology ← build_graph ← queries ← visualise ← aktorkart.py. And other house rules that can be checked."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
FLOORS = ("ontology", "build_graph", "queries", "visualise", "aktorkart")
MODULES = sorted(path for floor in FLOORS[:-1] for path in (CHECKOUT / floor).rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(CHECKOUT)))
def test_imports_run_one_way(path: Path) -> None:
    floor = FLOORS.index(path.relative_to(CHECKOUT).parts[0])
    above = set(FLOORS[floor + 1 :])
    assert not {name for name in imports(path) if name.split(".")[0] in above}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(CHECKOUT)))
def test_house_rules(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    assert path.name != "utils.py"
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names)]
    assert ast.get_docstring(tree) or not tree.body, "says what it is for"
    assert source.count("\n") < 450, "fits on a few screens"


def test_only_quads_mint_iris_of_data() -> None:
    """The data base's IRIs are put together in build_graph/iris.py and build_graph/quads/ only."""
    for path in (CHECKOUT / "build_graph").rglob("*.py"):
        if path.name != "iris.py" and path.parent.name != "quads":
            assert "NamedNode(f" not in path.read_text(encoding="utf-8"), path
