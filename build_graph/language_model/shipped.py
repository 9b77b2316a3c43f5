"""The shipped model: own tokens and sentences, the names tagger with the document pass, lemmas and grammar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]

from build_graph.language_model import Analysis, Entity, Token
from build_graph.language_model.document import Name, settle
from build_graph.language_model.field import Field
from build_graph.language_model.grammar import Grammar, Grammatical
from build_graph.language_model.lemmas import lemma, written_form
from build_graph.language_model.lookup import Lookup
from build_graph.language_model.names import NamesTagger, Network
from build_graph.language_model.network import Encoder
from build_graph.language_model.tokenise import segment

VERSION = "1.1"
# The vectors' values are kept as whole numbers from -127 to 127 for -4 to 4.
VECTOR_SCALE = 4 / 127


class ShippedModel:
    """Both written forms; a pure function of the text, so that every run answers alike."""

    name = "aktorkart-norne"
    version = VERSION

    def __init__(self) -> None:
        # The matrices are small: more threads only wait for each other, and their number must not change the sums.
        self._threads = ThreadpoolController()
        vectors = _array("vectors.npy")
        self._lookup = Lookup(_numbered("vectors.txt"), _numbered("words.txt"))
        names = _archive("names.npz")
        weights = _archive("field.npz")
        field = Field(_lines("field.txt"), weights["states"], weights["moves"])
        self._names = NamesTagger(field, Network(Encoder(names, vectors, VECTOR_SCALE), names))
        grammar = _archive("grammar.npz")
        self._encoder = Encoder(grammar, vectors, VECTOR_SCALE)
        self._grammar = Grammar(grammar, _lines("tags.txt"), _lines("deps.txt"))

    def analyse(self, text: str, blocks: Sequence[tuple[int, int]]) -> Analysis:
        """See `LanguageModel.analyse`."""
        tokens, bounds = segment(text, blocks)
        forms = [[text[here:there] for here, there in tokens[first:last]] for first, last in bounds]
        rows = [self._lookup.rows(sentence) for sentence in forms]
        with self._threads.limit(limits=1, user_api="blas"):
            found = self._names.names(forms, rows)
            parses = self._grammar.parse(self._encoder.encode(rows))
        names = settle(forms, found)
        return Analysis(
            tuple((tokens[first][0], tokens[last - 1][1]) for first, last in bounds),
            tuple(_tokens(tokens, forms, parses)),
            tuple(_entities(tokens, bounds, names)),
        )


def _tokens(spans: Sequence[tuple[int, int]], forms: Sequence[Sequence[str]], parses: Sequence[Grammatical]) -> list[Token]:
    language = written_form(form for sentence in forms for form in sentence)
    found: list[Token] = []
    for sentence, (tags, heads, deps) in zip(forms, parses, strict=True):
        first = len(found)
        for at, form in enumerate(sentence):
            start, end = spans[first + at]
            head = first + heads[at] - 1 if heads[at] else first + at
            found.append(Token(start, end, lemma(form, tags[at], language), tags[at], head, deps[at]))
    return found


def _entities(spans: Sequence[tuple[int, int]], bounds: Sequence[tuple[int, int]], names: Sequence[Sequence[Name]]) -> list[Entity]:
    return [
        Entity(spans[first + name.start][0], spans[first + name.end - 1][1], name.type, round(name.confidence, 3))
        for (first, _), found in zip(bounds, names, strict=True)
        for name in found
    ]


def _lines(name: str) -> list[str]:
    return files(__package__).joinpath("data", name).read_text(encoding="utf-8").splitlines()


def _numbered(name: str) -> dict[str, int]:
    """The file's lines, numbered from 1."""
    return {line: at for at, line in enumerate(_lines(name), 1)}


def _array(name: str) -> NDArray[np.int8]:
    with as_file(files(__package__).joinpath("data", name)) as path:
        return np.load(path, allow_pickle=False)  # type: ignore[no-any-return]


def _archive(name: str) -> Mapping[str, NDArray[np.generic]]:
    with as_file(files(__package__).joinpath("data", name)) as path, np.load(path, allow_pickle=False) as archive:
        return {key: archive[key] for key in archive.files}
