"""Another spaCy pipeline behind the same interface: `--language-model NAME`.

Needs spaCy, which is not among the project's own dependencies: `pip install "aktorkart[spacy]"`. A transformer pipeline
works when what it needs is installed too.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from build_graph.language_model import Analysis, Entity, ModelNotFound, Token

# Other label sets' names for NorNE's types; anything else is kept under its own name.
_TYPES = {
    "PERSON": "PER", "GPE_LOC": "GPE", "GPE_ORG": "GPE", "ORGANIZATION": "ORG", "LOCATION": "LOC", "FAC": "LOC",
    "PRODUCT": "PROD", "WORK_OF_ART": "PROD", "EVENT": "EVT",
}  # fmt: skip
# spaCy's own recognisers give no confidence; this says "likely, unmeasured".
_UNMEASURED = 0.8


class SpacyModel:
    """A loaded spaCy pipeline as a `LanguageModel`."""

    def __init__(self, pipeline: Any) -> None:
        # spaCy is optional, so its types are not at hand when this is checked.
        self._pipeline = pipeline
        meta = pipeline.meta
        self.name = f"{meta.get('lang', 'no')}_{meta.get('name', 'pipeline')}"
        self.version = str(meta.get("version", "0"))
        if not any(pipe in pipeline.pipe_names for pipe in ("parser", "senter", "sentencizer")):
            pipeline.add_pipe("sentencizer", first=True)

    def analyse(self, text: str, blocks: Sequence[tuple[int, int]]) -> Analysis:
        """See `LanguageModel.analyse`; each block is one spaCy document."""
        sentences: list[tuple[int, int]] = []
        tokens: list[Token] = []
        entities: list[Entity] = []
        for (start, _), doc in zip(blocks, self._pipeline.pipe(text[start:end] for start, end in blocks), strict=True):
            for sentence in doc.sents:
                span = _trimmed(text, start + sentence.start_char, start + sentence.end_char)
                if span[0] < span[1]:
                    sentences.append(span)
            numbers = {token.i: at for at, token in enumerate((t for t in doc if not t.is_space), len(tokens))}
            parsed = doc.has_annotation("DEP")
            for token in doc:
                if token.i in numbers:
                    tokens.append(_token(token, start, numbers, parsed))
            entities += [
                Entity(start + found.start_char, start + found.end_char, _TYPES.get(found.label_, found.label_), _UNMEASURED)
                for found in doc.ents
                if found.label_ != "MISC"
            ]
        return Analysis(tuple(sentences), tuple(tokens), tuple(entities))


def _token(token: Any, start: int, numbers: dict[int, int], parsed: bool) -> Token:
    here = start + token.idx
    # A head that is white space has no number: such a token counts as a root.
    head = numbers.get(token.head.i, numbers[token.i]) if parsed else None
    return Token(here, here + len(token.text), token.lemma_ or None, token.pos_ or token.tag_ or None, head, token.dep_ or None)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def load_pipeline(name: str) -> SpacyModel:
    """Loads a spaCy pipeline by package name or folder.

    Raises:
        ModelNotFound: spaCy or the pipeline is not installed.
    """
    try:
        import spacy  # type: ignore[import-not-found,unused-ignore]
    except ImportError as error:
        raise ModelNotFound(f'The language model "{name}" needs spaCy: pip install "aktorkart[spacy]"') from error
    try:
        return SpacyModel(spacy.load(name))
    except OSError as error:
        raise ModelNotFound(f'No spaCy pipeline "{name}" is installed; name a package or a folder that holds one.') from error
