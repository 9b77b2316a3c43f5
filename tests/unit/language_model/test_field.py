"""The field against sums over every row of labels, and what it keeps from one document to the next."""

from itertools import product

import numpy as np
import pytest

import build_graph.language_model.field as package
from build_graph.language_model.features import sentence_features
from build_graph.language_model.field import Field
from build_graph.language_model.network import Steps

SENTENCES = [["Kari", "Testdatter", "kom"], ["Til", "stede", ":", "Ola", "Prøve"], ["Nei"]]


def trained(labels: int = 3) -> tuple[list[str], np.ndarray, np.ndarray]:
    """(features, their weights, the labels' order); every other feature is unknown."""
    features = sorted({feature for forms in SENTENCES for token in sentence_features(forms) for feature in token})[::2]
    chance = np.random.default_rng(2)
    return features, chance.normal(size=(len(features), labels)), chance.normal(size=(labels, labels))


def by_hand(forms: list[str], features: list[str], states: np.ndarray, moves: np.ndarray) -> np.ndarray:
    scores = np.array([sum((states[features.index(one)] for one in token if one in features), np.zeros(states.shape[1])) for token in sentence_features(forms)])
    belief = np.zeros_like(scores)
    for row in product(range(states.shape[1]), repeat=len(forms)):
        weight = np.exp(sum(scores[at, label] for at, label in enumerate(row)) + sum(moves[one, other] for one, other in zip(row, row[1:], strict=False)))
        for at, label in enumerate(row):
            belief[at, label] += weight
    return belief / belief.sum(1, keepdims=True)


def test_probabilities_are_those_of_every_row_of_labels_together() -> None:
    model = trained()
    expected = np.concatenate([by_hand(forms, *model) for forms in SENTENCES])
    field = Field(*model)
    assert field.probabilities(SENTENCES) == pytest.approx(expected, abs=1e-5)
    # Again, from what is kept, and each sentence by itself.
    assert field.probabilities(SENTENCES) == pytest.approx(expected, abs=1e-5)
    assert np.concatenate([field.probabilities([forms]) for forms in SENTENCES]) == pytest.approx(expected, abs=1e-5)


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    model = trained()
    monkeypatch.setattr(package, "KEPT", len(model[0]) + 5)
    field = Field(*model)
    first = field.probabilities(SENTENCES)
    for _ in range(3):
        assert (field.probabilities(SENTENCES) == first).all()


def test_steps_read_every_token_in_both_directions() -> None:
    steps = Steps([1, 3, 2])
    assert list(steps) == [(0, 3), (3, 5), (5, 6)]
    assert steps.forward.tolist() == [1, 4, 0, 2, 5, 3]
    assert steps.backward.tolist() == [3, 5, 0, 2, 4, 1]
