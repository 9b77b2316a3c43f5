"""Sentences and tokens of an article; what is metadata is not analysed."""

from __future__ import annotations

from tests.marked import annotated

PAGE = "# Kurs\n\nAV KARI TESTDATTER\nkari@eksempel.example\n\nForeningen holdt kurs på torsdag.\n\nAlle kom. Kurset var fullt. Foto: Ola Prøve/Laget\n\nPublisert: 3. mai 2020."


def test_sentences_lie_in_their_blocks_and_cover_their_tokens() -> None:
    found = annotated(PAGE, page=True)
    assert len(found.sentences) > 2
    for sentence in found.sentences:
        block = found.article.blocks[sentence.block].span
        tokens = found.tokens[sentence.first : sentence.last]
        assert block.start <= sentence.span.start < sentence.span.end <= block.end
        assert (tokens[0].start, tokens[-1].end) == sentence.span
        assert all(found.article.text[t.start : t.end] == t.text for t in tokens)


def test_sentences_share_no_token_and_leave_none_out() -> None:
    found = annotated(PAGE, page=True)
    assert [n for s in found.sentences for n in range(s.first, s.last)] == list(range(len(found.tokens)))


def test_bylines_credits_and_footers_are_not_analysed() -> None:
    found = annotated(PAGE, page=True)
    analysed = {found.article.blocks[s.block].kind for s in found.sentences}
    assert analysed.isdisjoint({"byline", "credit", "footer", "front matter"})
    assert {"title", "paragraph"} <= analysed | {"paragraph"}


def test_an_empty_article_has_nothing() -> None:
    found = annotated("")
    assert (found.sentences, found.tokens, found.names) == ((), (), ())
