"""What the shipped model must reach on the treebank's development split, from raw text (the figures: training/MODEL_CARD.md)."""

from pathlib import Path

import pytest

from build_graph.language_model import load
from training import evaluate
from training.data import read

FLOORS = {
    "nob": {"all": 88.3, "unseen": 81.0, "PER": 93.3, "ORG": 88.0, "tokens": 99.9, "tags": 98.0, "LAS": 88.5},
    "nno": {"all": 85.6, "unseen": 77.8, "PER": 90.2, "ORG": 86.0, "tokens": 99.9, "tags": 97.6, "LAS": 87.5},
}


@pytest.mark.shared
def test_no_figure_falls_below_its_floor(shared: Path) -> None:
    norne = shared / "norne"
    seen = evaluate.seen_names([one for form in FLOORS for document in read(norne / f"{form}-train.jsonl") for one in document.sentences])
    model = load()
    for form, floors in FLOORS.items():
        figures = evaluate.measure(model, read(norne / f"{form}-dev.jsonl"), seen)
        below = {name: (round(figures[name], 1), floor) for name, floor in floors.items() if figures[name] < floor}
        assert not below, f"{form} fell (reached, floor): {below}"
