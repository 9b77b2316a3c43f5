"""One article → what it contributes: a pure function of the article, the lexicons and the language model."""

from __future__ import annotations

from functools import cache

from build_graph.annotate import annotate
from build_graph.claims import find_claims
from build_graph.language_model import LanguageModel, load
from build_graph.mentions import find_mentions
from build_graph.model import Article, Extract


def extract(article: Article, model: LanguageModel | None = None) -> Extract:
    """Finds the referents and claims of one article.

    :param model: the language model; None takes the one that ships with the product.
    """
    return find_claims(find_mentions(annotate(article, model or shipped_model())))


@cache
def shipped_model() -> LanguageModel:
    """The language model that ships with the product, loaded once."""
    return load()
