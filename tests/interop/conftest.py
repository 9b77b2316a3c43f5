"""The graphs that other stores must read back unchanged."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store, parse

FIXTURE = Path(__file__).parents[1] / "fixtures" / "questions.trig"


@pytest.fixture(scope="session")
def fixture_store() -> Store:
    """Three articles about fictional actors."""
    store = Store()
    store.extend(parse(FIXTURE.read_bytes(), RdfFormat.TRIG))
    return store


@pytest.fixture(scope="session")
def sample_store(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The sample corpus, as `aktorkart build` builds it."""
    from build_graph.pipeline import build
    from build_graph.store import open_store

    folder = tmp_path_factory.mktemp("sample") / "graph"
    build([sample], folder)
    return open_store(folder)
