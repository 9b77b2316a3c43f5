"""The reference articles beside the checkout: what their pages state, and that no word of them is lost."""

import json
from pathlib import Path

import pytest

from build_graph.model import Article
from build_graph.read import read

_SEEDS = Path(__file__).parents[4] / "shared" / "gold" / "seeds"

pytestmark = [pytest.mark.shared, pytest.mark.skipif(not _SEEDS.is_dir(), reason="needs ../shared/gold/seeds, the two reference articles")]


def _articles() -> list[Article]:
    return [article for article in read([_SEEDS / path.name for path in _SEEDS.glob("*.txt")]) if isinstance(article, Article)] if _SEEDS.is_dir() else []


@pytest.mark.parametrize("article", _articles(), ids=lambda article: article.identifier)
def test_what_the_page_states_is_what_the_gold_says(article: Article) -> None:
    facts = json.loads((_SEEDS / f"{article.identifier}.json").read_text(encoding="utf-8"))["facts"]
    gold = {fact["kind"] + fact.get("type", ""): fact for fact in facts if fact["kind"] in ("document", "author", "photographer", "date")}
    (author,), (photo,) = article.authors, article.photos
    assert author.email and author.department and photo.agency and article.headline and article.section and article.lead and article.published and article.retrieved and article.journal
    assert (author.name.value, author.email.value, author.department.value) == tuple(gold["author"][key] for key in ("person", "email", "department"))
    assert ([person.value for person in photo.photographers], photo.agency.value) == ([gold["photographer"]["person"]], gold["photographer"]["agency"])
    assert (article.headline.value, article.section.value.upper(), article.lead.value) == tuple(gold["document"][key] for key in ("title", "section", "lead"))
    assert (article.published.value, article.retrieved.value) == (gold["datepublished"]["iso"], gold["dateretrieved"]["iso"])
    assert article.journal.value == gold["datepublished"]["publication"]
    assert article.language == "nb"


@pytest.mark.parametrize("article", _articles(), ids=lambda article: article.identifier)
def test_the_text_is_the_file_and_no_word_is_outside_the_blocks(article: Article) -> None:
    assert article.text == (_SEEDS / article.file).read_text(encoding="utf-8")
    outside = list(article.text)
    for block in article.blocks:
        outside[block.span.start : block.span.end] = [" "] * (block.span.end - block.span.start)
    assert not any(char.isalnum() for char in outside)
