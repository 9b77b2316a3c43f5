"""The shipped model: own tokens and sentences, the names tagger, the document pass."""

from __future__ import annotations

from collections.abc import Sequence

from build_graph.language_model import Analysis, Entity, Token
from build_graph.language_model.document import settle
from build_graph.language_model.names import NamesTagger
from build_graph.language_model.tokenise import sentences, tokenise

VERSION = "1.0"


class ShippedModel:
    """Names of both written forms; a pure function of the text, so that every run answers alike."""

    name = "aktorkart-norne"
    version = VERSION

    def __init__(self) -> None:
        self._tagger = NamesTagger()

    def analyse(self, text: str, blocks: Sequence[tuple[int, int]]) -> Analysis:
        """See `LanguageModel.analyse`."""
        tokens: list[tuple[int, int]] = []
        bounds: list[tuple[int, int]] = []
        for start, end in blocks:
            spans = tokenise(text, start, end)
            bounds += [(first + len(tokens), last + len(tokens)) for first, last in sentences(text, spans)]
            tokens += spans
        forms = [[text[here:there] for here, there in tokens[first:last]] for first, last in bounds]
        names = settle(forms, [self._tagger.names(sentence) for sentence in forms])
        return Analysis(
            tuple((tokens[first][0], tokens[last - 1][1]) for first, last in bounds),
            tuple(Token(here, there, None, None, None, None) for here, there in tokens),
            tuple(
                Entity(tokens[first + name.start][0], tokens[first + name.end - 1][1], name.type, round(name.confidence, 3))
                for (first, _), found in zip(bounds, names, strict=True)
                for name in found
            ),
        )
