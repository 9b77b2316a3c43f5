"""The networks' arithmetic against a plain step-by-step reckoning, the look-ups, and the labels' best path."""

import numpy as np
import pytest

from build_graph.language_model.lookup import COLUMNS, Lookup
from build_graph.language_model.names import LABELS, best_path
from build_graph.language_model.network import Encoder


def weights(inputs: int, hidden: int) -> dict[str, np.ndarray]:
    chance = np.random.default_rng(1)
    return {
        "table.1": chance.normal(size=(5, inputs - 3)),
        "layer.0.input": chance.normal(size=(2, 4 * hidden, inputs)),
        "layer.0.state": chance.normal(size=(2, hidden, 4 * hidden)),
        "layer.0.bias": chance.normal(size=(2, 4 * hidden)),
    }


def one_direction(inputs: np.ndarray, weight: np.ndarray, recurrent: np.ndarray, bias: np.ndarray) -> list[np.ndarray]:
    """A long short-term memory, one token after the other; gates in the order input, forget, output, cell."""
    hidden = recurrent.shape[0]
    state, memory, states = np.zeros(hidden), np.zeros(hidden), []
    for row in inputs:
        gates = weight @ row + state @ recurrent + bias
        opened = 1 / (1 + np.exp(-gates[: 3 * hidden]))
        memory = opened[hidden : 2 * hidden] * memory + opened[:hidden] * np.tanh(gates[3 * hidden :])
        state = opened[2 * hidden :] * np.tanh(memory)
        states.append(state)
    return states


def test_the_encoder_reads_both_ways() -> None:
    its = weights(7, 4)
    vectors = np.array([[0, 0, 0], [1, 2, 3], [-4, 5, 6]], np.int8)
    sentences = [[(1, 0)], [(2, 3), (0, 4), (1, 1)], [(1, 2), (2, 2)]]
    found = Encoder(its, vectors, 0.5).encode(sentences)
    for sentence, states in zip(sentences, found, strict=True):
        inputs = np.array([[*(vectors[vector] * 0.5), *its["table.1"][row]] for vector, row in sentence])
        forward = one_direction(inputs, its["layer.0.input"][0], its["layer.0.state"][0], its["layer.0.bias"][0])
        backward = one_direction(inputs[::-1], its["layer.0.input"][1], its["layer.0.state"][1], its["layer.0.bias"][1])[::-1]
        expected = [[*one, *other] for one, other in zip(forward, backward, strict=True)]
        assert states == pytest.approx(np.array(expected), abs=1e-4)


def test_no_sentences() -> None:
    assert Encoder(weights(7, 4), np.zeros((1, 3), np.int8), 1.0).encode([]) == []


@pytest.mark.parametrize(
    ("form", "row"),
    [
        ("direktør", 1),
        ("Direktør", 1),  # its small letters
        ("direktørs", 1),  # its genitive
        ("prøvedirektør", 1),  # its head
        ("ALIS-direktør", 1),  # its last part
        ("xyz", 0),
    ],
)
def test_a_form_finds_or_borrows_a_vector(form: str, row: int) -> None:
    rows = Lookup({"direktør": 1}, {"direktør": 3}).rows(["er", form, "."])
    assert rows[1][0] == row
    assert all(len(one) == COLUMNS for one in rows)


def path(*rows: dict[str, float]) -> list[str]:
    scores = np.full((len(rows), len(LABELS)), np.log(1e-6), np.float32)
    for at, row in enumerate(rows):
        for label, share in row.items():
            scores[at, LABELS.index(label)] = np.log(share)
    return [LABELS[label] for label in best_path(scores)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([{"O": 0.9}, {"O": 0.8}], ["O", "O"]),
        ([{"B-PER": 0.9}, {"I-PER": 0.8}], ["B-PER", "I-PER"]),
        # An I- needs its own B- before it: the pair that is likeliest together wins.
        ([{"O": 0.6, "B-PER": 0.4}, {"I-PER": 0.9, "O": 0.1}], ["B-PER", "I-PER"]),
        ([{"I-ORG": 0.9, "O": 0.1}], ["O"]),
        ([{"B-ORG": 0.6, "B-PER": 0.4}, {"I-PER": 0.7, "I-ORG": 0.3}], ["B-PER", "I-PER"]),
    ],
)
def test_best_path(rows: list[dict[str, float]], expected: list[str]) -> None:
    assert path(*rows) == expected
