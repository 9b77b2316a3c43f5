"""Article → AnnotatedText: sentences, tokens and proper names.

The language model finds names it has never seen; the register knows institutions for certain. `names.py` settles what
holds where the two disagree. Tokens keep the model's grammar, for `mentions/frames.py`.
"""

from __future__ import annotations

from bisect import bisect_left

from build_graph.annotate.gazetteer import find_institutions
from build_graph.annotate.names import settle
from build_graph.language_model import LanguageModel
from build_graph.model import AnnotatedText, Article, Name, Sentence, Span, Token

ANALYSED = frozenset({"title", "section", "lead", "caption", "heading", "paragraph", "item", "quote"})
"""Kinds of blocks that are running text. By-lines, credits and footers are metadata: `read` has taken them apart."""


def blocks_to_analyse(article: Article) -> list[tuple[int, Span]]:
    """The blocks of running text, by their number on the page."""
    return [(number, block.span) for number, block in enumerate(article.blocks) if block.kind in ANALYSED]


def annotate(article: Article, model: LanguageModel) -> AnnotatedText:
    """Finds the sentences, tokens and names of an article.

    :param article: as read.
    :param model: the language model; a pure function of the text.
    :return: everything in text order; names do not overlap.
    """
    blocks = blocks_to_analyse(article)
    analysis = model.analyse(article.text, [span for _, span in blocks])
    tokens = tuple(Token(t.start, t.end, article.text[t.start : t.end], t.pos, t.head, t.dep) for t in analysis.tokens)
    starts = [token.start for token in tokens]
    sentences = []
    for start, end in analysis.sentences:
        block = next(number for number, span in blocks if span.start <= start < span.end)
        sentences.append(Sentence(Span(start, end), block, bisect_left(starts, start), bisect_left(starts, end)))
    found = [
        Name(Span(e.start, e.end), e.type, e.confidence, "model")  # type: ignore[arg-type]
        for e in analysis.entities
        if e.type in {"PER", "ORG", "LOC", "GPE", "PROD", "EVT"}
    ]
    names = settle(found, find_institutions(article.text, tokens), article.text, tokens)
    return AnnotatedText(article, tuple(sentences), tokens, names)

