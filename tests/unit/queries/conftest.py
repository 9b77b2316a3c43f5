"""A small graph with fictional actors: three articles in the graph contract's terms."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store, parse

FIXTURE = Path(__file__).parents[2] / "fixtures" / "questions.trig"


@pytest.fixture(scope="session")
def store() -> Store:
    found = Store()
    found.extend(parse(FIXTURE.read_bytes(), RdfFormat.TRIG))
    return found
