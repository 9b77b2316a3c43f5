"""The names tagger: a conditional random field over one sentence's tokens, with confidences."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

import pycrfsuite

from build_graph.language_model.document import Name
from build_graph.language_model.features import sentence_features

MODEL = "names.crfsuite"


class NamesTagger:
    """Finds names in the tokens of a sentence.

    Types: PER, ORG, LOC, GPE, PROD, EVT as in NorNE, and DRV for words derived from a name ("Oslo-folk").
    """

    def __init__(self, model: bytes | None = None) -> None:
        """Loads the model.

        Args:
            model: a CRFsuite model; the shipped one when left out.
        """
        if model is None:
            model = files(__package__).joinpath("data", MODEL).read_bytes()
        # CRFsuite reads from this buffer for as long as the tagger lives.
        self._model = model
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(self._model)

    def names(self, forms: Sequence[str]) -> list[Name]:
        """The names among the tokens of one sentence, in order; a name's confidence is that of its least sure token."""
        if not forms:
            return []
        labels = self._tagger.tag(sentence_features(forms))
        found: list[Name] = []
        at = 0
        while at < len(labels):
            if labels[at] == "O":
                at += 1
                continue
            start, kind = at, labels[at][2:]
            at += 1
            while at < len(labels) and labels[at] == f"I-{kind}":
                at += 1
            confidence = min(self._tagger.marginal(labels[token], token) for token in range(start, at))
            found.append(Name(start, at, kind, confidence))
        return found
