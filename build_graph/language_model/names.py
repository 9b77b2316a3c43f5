"""The names tagger: a conditional random field and a network read each sentence, and their averaged belief is decoded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from build_graph.language_model.document import TYPES, Name
from build_graph.language_model.field import Field
from build_graph.language_model.gazetteers import name_classes
from build_graph.language_model.network import Encoder, Floats, Rows

LABELS = ("O", *(f"{place}-{kind}" for kind in TYPES for place in "BI"))
# How much the field counts beside the network; set on an eighth of the training documents, held back from a model of the rest.
FIELD_WEIGHT = 0.4
_NEVER = -1e9


def _forbidden() -> tuple[Floats, Floats]:
    """What may not start a sentence, and which label may not follow which (row before column): no I- without its B-."""
    start = np.array([_NEVER if label[0] == "I" else 0.0 for label in LABELS], np.float32)
    pairs = np.array([[_NEVER if after[0] == "I" and before[2:] != after[2:] else 0.0 for after in LABELS] for before in LABELS], np.float32)
    return start, pairs


_START, _PAIRS = _forbidden()


class Network:
    """The network, as a table of label probabilities."""

    def __init__(self, encoder: Encoder, weights: Mapping[str, NDArray[np.generic]]) -> None:
        """
        Args:
            encoder: the network's encoder.
            weights: its last layer, `out.weight` and `out.bias`.
        """
        self._encoder = encoder
        self._weight = weights["out.weight"].astype(np.float32)
        self._bias = weights["out.bias"].astype(np.float32)

    def probabilities(self, rows: Sequence[Rows]) -> Floats:
        """Tokens × labels, sentence after sentence; none is empty."""
        scores: Floats = np.concatenate(self._encoder.encode(rows)) @ self._weight + self._bias
        scores = np.exp(scores - scores.max(1, keepdims=True))
        scores /= scores.sum(1, keepdims=True)
        return scores


class NamesTagger:
    """Finds names in the sentences of a document.

    Types: PER, ORG, LOC, GPE, PROD, EVT as in NorNE, and DRV for words derived from a name ("Oslo-folk").
    """

    def __init__(self, field: Field, network: Network) -> None:
        self._field = field
        self._network = network

    def names(self, sentences: Sequence[Sequence[str]], rows: Sequence[Rows]) -> list[list[Name]]:
        """The names of each sentence, in order.

        Args:
            sentences: the tokens of each sentence; none is empty.
            rows: the same sentences through `Lookup.rows`.
        """
        read = [at for at, forms in enumerate(sentences) if may_hold_names(forms)]
        found: list[list[Name]] = [[] for _ in sentences]
        if not read:
            return found
        belief = mixed(self._field.probabilities([sentences[at] for at in read]), self._network.probabilities([rows[at] for at in read]))
        end = 0
        for at in read:
            start, end = end, end + len(sentences[at])
            found[at] = names_in(belief[start:end])
        return found


def mixed(field: Floats, network: Floats, weight: float = FIELD_WEIGHT) -> Floats:
    """The belief of the two together, the field's with the given weight."""
    return weight * field + (1 - weight) * network


def names_in(belief: Floats) -> list[Name]:
    """The names of a sentence by the best row of labels; a name's confidence is that of its least sure token.

    Args:
        belief: the probability of each label, tokens × labels.
    """
    labels = best_path(np.log(belief))
    found: list[Name] = []
    at = 0
    while at < len(labels):
        start, kind = at, LABELS[labels[at]][2:]
        at += 1
        if not kind:
            continue
        while at < len(labels) and LABELS[labels[at]] == f"I-{kind}":
            at += 1
        confidence = min(float(belief[token, labels[token]]) for token in range(start, at))
        found.append(Name(start, at, kind, confidence))
    return found


def may_hold_names(forms: Sequence[str]) -> bool:
    """Whether a sentence is worth reading: a capital or a digit after its first word, or a first word that is not very common."""
    if any(form[0].isupper() or form[0].isdigit() or form[0] == "@" for form in forms[1:]):
        return True
    return forms[0][0].isupper() and "C3" not in name_classes().get(forms[0].lower(), "") or any(map(str.isupper, forms[0][1:]))


def best_path(scores: Floats) -> list[int]:
    """The best allowed row of labels, by Viterbi.

    Args:
        scores: logarithms of probabilities, tokens × labels.
    """
    own = scores.argmax(1)
    if not own.any():
        return [0] * len(own)
    state = _START + scores[0]
    back: list[NDArray[np.int64]] = []
    for row in scores[1:]:
        paths = state[:, None] + _PAIRS
        best = paths.argmax(0)
        back.append(best)
        state = paths[best, np.arange(len(LABELS))] + row
    labels = [int(state.argmax())]
    for best in reversed(back):
        labels.append(int(best[labels[-1]]))
    return labels[::-1]
