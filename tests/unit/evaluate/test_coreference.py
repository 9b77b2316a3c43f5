"""The measures of coreference, held against figures worked out by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from build_graph.evaluate.chains import Annotated, align, read_annotations
from build_graph.evaluate.coreference import Coreference, main
from build_graph.evaluate.gold import GoldError
from build_graph.model import Article, Block, Extract, Mention, Referent, Span


def keys(*clusters: str) -> list[set[tuple[str, Span, bool]]]:
    """Clusters of one-letter mentions: keys("ab", "c")."""
    return [{("a1", Span(ord(letter), ord(letter) + 1), True) for letter in cluster} for cluster in clusters]


def scores(key: list[str], response: list[str], *, singletons: bool = True) -> dict[str, tuple[float, ...]]:
    found = Coreference(key=keys(*key), response=keys(*response)).scores(singletons=singletons)
    return {name: tuple(round(value, 3) for value in row) for name, row in found.items()}


def test_the_example_of_pradhan_and_others() -> None:
    """MUC: 2 of 5 links either way. B³: recall (4/3+1/3+1/4+1)/7, precision (2+1+1)/8. CEAF-e: (4/5+4/8)/2 and /3."""
    found = scores(["abc", "defg"], ["ab", "cd", "fghi"])
    assert found == {"MUC": (0.4, 0.4, 0.4), "B³": (0.5, 0.417, 0.455), "CEAF-e": (0.433, 0.65, 0.52), "CoNLL": (0.444, 0.489, 0.458)}


@pytest.mark.parametrize(
    ("key", "response", "muc", "b3", "ceaf"),
    [
        (["abc", "d"], ["abc", "d"], (1, 1, 1), (1, 1, 1), (1, 1, 1)),
        (["abcd"], ["ab", "cd"], (1, 0.667, 0.8), (1, 0.5, 0.667), (0.333, 0.667, 0.444)),  # torn in two: 2 of 3 links
        (["ab", "cd"], ["abcd"], (0.667, 1, 0.8), (0.5, 1, 0.667), (0.667, 0.333, 0.444)),  # thrown together
        (["ab", "c"], ["ab"], (1, 1, 1), (1, 0.667, 0.8), (1, 0.5, 0.667)),  # a singleton missed
    ],
)
def test_by_hand(key: list[str], response: list[str], muc: tuple[float, ...], b3: tuple[float, ...], ceaf: tuple[float, ...]) -> None:
    found = scores(key, response)
    assert (found["MUC"], found["B³"], found["CEAF-e"]) == (muc, b3, ceaf)


def test_without_singletons() -> None:
    assert scores(["ab", "c"], ["ab", "x"], singletons=False)["CoNLL"] == (1, 1, 1)
    assert scores(["ab", "c"], ["ab", "x"])["CEAF-e"] == (0.5, 0.5, 0.5)


TEXT = "---\nKari\n---\nKari Prøve kom. Ola Mal gikk. Hun smilte. Mal lo. Skisseby sov. At Hun sov."


def place(words: str, start: int = 13) -> Span:
    at = TEXT.index(words, start)
    return Span(at, at + len(words))


def annotated(*clusters: list[tuple[str, str]]) -> list[list[Annotated]]:
    return [[Annotated(place(words), form, words) for words, form in cluster] for cluster in clusters]


def measured(gold: list[list[Annotated]], *said: tuple[Span, str]) -> Coreference:
    """The product says that these places speak of Kari, Ola or a place."""
    article = Article("a1", "a1.txt", TEXT, (Block("front matter", Span(0, 13)), Block("paragraph", Span(13, len(TEXT)))), "nb")
    referents = {name: Referent(name, "place" if name == "Skisseby" else "person", name) for _, name in said}
    result = Coreference()
    result.add(gold, Extract(article, referents, tuple(Mention(span, name, referents[name].kind) for span, name in sorted(said))))
    return result


KARI = [("Kari Prøve", "full"), ("Hun", "pronoun")]


def test_an_anaphor_is_right_by_the_nearest_that_introduces() -> None:
    gold = annotated(KARI, [("Ola Mal", "full")])
    right = measured(gold, (place("Kari Prøve"), "Kari"), (place("Ola Mal"), "Ola"), (place("Hun"), "Kari"))
    wrong = measured(gold, (place("Kari Prøve"), "Kari"), (place("Ola Mal"), "Ola"), (place("Hun"), "Ola"))
    missed = measured(gold, (place("Kari Prøve"), "Kari"), (place("Ola Mal"), "Ola"))
    told = [(r.anaphora["pronoun"].gold, r.anaphora["pronoun"].right, r.anaphora["pronoun"].wrong) for r in (right, wrong, missed)]
    assert told == [(1, 1, 0), (1, 0, 1), (1, 0, 0)]
    assert any("'Hun'" in line and "taken for Ola" in line for line in wrong.errors)
    assert any("missed: pronoun 'Hun'" in line for line in missed.errors)


def test_two_wrong_ones_do_not_make_each_other_right() -> None:
    """A chain of nothing but pronouns leads nowhere."""
    gold = annotated([*KARI, ("smilte", "pronoun")])
    found = measured(gold, (place("Hun"), "X"), (place("smilte"), "X")).anaphora["pronoun"]
    assert (found.gold, found.right, found.wrong) == (2, 0, 2)


def test_mentions_are_counted_and_places_and_front_matter_are_not() -> None:
    found = measured(annotated(KARI), (place("Kari Prøve"), "Kari"), (place("Kari", 0), "Kari"), (place("Skisseby"), "Skisseby"), (place("lo."), "X")).mentions
    assert (found.gold, found.said, found.hit) == (2, 2, 1)


def test_what_is_optional_counts_only_where_it_is_said() -> None:
    optional = [[Annotated(place("Hun"), "pronoun", "Hun", True)]]
    assert measured(optional).mentions.gold == 0
    assert measured(optional, (place("Hun"), "Kari")).mentions.gold == 1


def test_an_offset_that_is_off_is_no_annotation() -> None:
    with pytest.raises(GoldError, match=r"a1\.txt: 'Hun' does not stand at 0"):
        measured([[Annotated(Span(0, 3), "pronoun", "Hun")]])


@pytest.mark.parametrize(
    ("gold", "said", "pairs"),
    [
        ([(0, 5)], [(0, 5), (0, 9)], {(0, 5): (0, 5)}),
        ([(4, 9)], [(0, 9)], {(4, 9): (0, 9)}),  # "Prøves styre": the noun stands last
        ([(0, 4), (6, 9)], [(0, 9)], {(6, 9): (0, 9)}),
        ([(0, 5)], [(0, 9)], {(0, 5): (0, 9)}),  # "rapporten om kurs"
        ([(2, 5)], [(0, 9)], {}),
        ([(0, 5), (0, 7)], [(0, 5)], {(0, 5): (0, 5)}),
    ],
)
def test_align(gold: list[tuple[int, int]], said: list[tuple[int, int]], pairs: dict[tuple[int, int], tuple[int, int]]) -> None:
    assert align([Span(*each) for each in gold], [Span(*each) for each in said]) == pairs


def test_damaged_files_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(GoldError, match="no annotated clusters"):
        read_annotations(tmp_path)
    (tmp_path / "a1.json").write_text('{"article": "a1.txt", "clusters": [[{"start": 0}]]}', encoding="utf-8")
    assert main([str(tmp_path), str(tmp_path)]) == 1
    assert "a1.json: is no file of clusters" in capsys.readouterr().err
    assert main([str(tmp_path)]) == 2


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Kari Hansen er leder i Røde Kors. Hun bor i Oslo.\n"
    (tmp_path / "a1.txt").write_text(text, encoding="utf-8")
    cluster = [{"start": text.index(w), "end": text.index(w) + len(w), "text": w, "form": f} for w, f in (("Kari Hansen", "full"), ("Hun", "pronoun"))]
    (tmp_path / "a1.json").write_text(json.dumps({"article": "a1.txt", "clusters": [cluster]}), encoding="utf-8")
    assert main([str(tmp_path), str(tmp_path / "a1.txt"), "--errors"]) == 0
    printed = capsys.readouterr().out
    assert "CoNLL without singletons" in printed and "a1: no mention: 'Røde Kors'" in printed
    (tmp_path / "a1.txt").rename(tmp_path / "a2.txt")
    assert main([str(tmp_path), str(tmp_path / "a2.txt")]) == 1
    assert "not among the articles: a1.txt" in capsys.readouterr().err
