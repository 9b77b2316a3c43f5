"""Rendered lines: every character maps back to the article; the pattern language."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_graph.claims.patterns import compile_pattern, matches, patterns, render
from build_graph.model import Span
from tests.marked import MARK, mentioned, unmarked

PIECES = st.sampled_from([
    "[PER Kari Testdatter]", "[PER Ola Prøve]", "[ORG Foreningen Eksempel]", "[GPE Prøveby]", "leder", "rådgiver", "i", "er", "og", ",", ".",
    "–", "—", "*", "_", "(", ")", "«", "»", "\n", "  ", "årsmøtet", "rapporten", "ble", "vedtok", "sier", "henne", "1.", "x*y", "Venstre-leder", "⟨P0⟩", "⟨R7⟩",
])  # fmt: skip
TEXTS = st.lists(PIECES, min_size=1, max_size=25).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_offsets_map_back(marked: str) -> None:
    doc = mentioned(marked)
    text = doc.annotated.article.text
    for sentence in doc.annotated.sentences:
        line = render(doc, sentence.span)
        assert len(line.offsets) == len(line.text) + 1
        assert list(line.offsets) == sorted(line.offsets)
        assert all(sentence.span.start <= at < sentence.span.end for at in line.offsets[:-1])
        for sign in re.finditer(r"⟨\w(\d+)⟩", line.text):
            assert line.span(*sign.span()) == line.signs[int(sign[1])].span
        for at, letter in enumerate(re.sub(r"⟨\w\d+⟩", lambda m: "\0" * len(m[0]), line.text)):
            if letter not in "\0 –‹›":
                assert text[line.offsets[at]] == letter or (letter, text[line.offsets[at]]) == (";", "\n")  # a line that its author broke


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_a_matchs_span_holds_its_slots(marked: str) -> None:
    doc = mentioned(marked)
    for sentence in doc.annotated.sentences:
        for found in matches(render(doc, sentence.span), patterns("role_patterns.csv")):
            assert sentence.span.start <= found.span.start < found.span.end <= sentence.span.end
            for mentions in found.slots.values():
                assert all(found.span.start <= m.span.start and m.span.end <= found.span.end for m in mentions)


def line_of(marked: str) -> str:
    doc = mentioned(marked)
    return render(doc, doc.annotated.sentences[0].span).text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[PER Kari Testdatter] er leder i [ORG Foreningen Eksempel].", "⟨P0⟩ er ⟨R1⟩ i ⟨G2⟩."),
        ("[PER Kari Testdatter] bor i [GPE Prøveby].", "⟨P0⟩ bor i ⟨L1⟩."),
        ("**[PER Kari Testdatter]** _smiler_ — ofte.", "⟨P0⟩ smiler – ofte."),
        ("[PER Kari  Testdatter]   smiler.", "⟨P0⟩ smiler."),
        # the longest stands; a title that holds an organisation hides it
        ("Her er KS-leder [PER Kari Testdatter].", "Her er ⟨R0⟩ ⟨P1⟩."),
        # signs that stand in the text itself are only text
        ("⟨P0⟩ er leder.", "‹P0› er ⟨R0⟩."),
    ],
)
def test_line(text: str, line: str) -> None:
    assert line_of(text) == line


def test_signs_in_the_text_fill_no_slot() -> None:
    doc = mentioned("⟨P7⟩ er leder i [ORG Foreningen Eksempel].")
    for found in matches(render(doc, Span(0, len(doc.annotated.article.text))), patterns("role_patterns.csv")):
        assert "person" not in found.slots


@pytest.mark.parametrize(
    ("pattern", "line", "groups"),
    [
        ("{role} {prep} {group}", "⟨R0⟩ i ⟨G1⟩", {"role": "0", "group": "1"}),
        ("{person} og {person2}", "⟨P0⟩ og ⟨P1⟩", {"person": "0", "person2": "1"}),
        ("{persons} kom", "⟨P0⟩, ⟨P1⟩ og ⟨P2⟩ kom", {"persons": "⟨P0⟩, ⟨P1⟩ og ⟨P2⟩"}),
        ("{person}", "⟨P0⟩ (45)", {"person": "0"}),
        ("{actor} {be} her", "⟨G3⟩ var her", {"actor": "3"}),
        ("{group}{gen} {role}", "⟨G0⟩ sin ⟨R1⟩", {"group": "0", "role": "1"}),
        ("{person}{aside} er {role}", "⟨P0⟩, som er glad, er ⟨R1⟩", {"person": "0", "role": "1"}),
        ("{group}{appos} vedtok {work}", "⟨G0⟩, som møttes, vedtok ⟨W1⟩", {"group": "0", "work": "1"}),
        ("vedtok {adv}{work}", "vedtok i går enstemmig ⟨W1⟩", {"work": "1"}),
        ("med {det}{group}", "med den nye ⟨G1⟩", {"group": "1"}),
        ("sier {title}{person}", "sier glade ⟨R0⟩ ⟨P1⟩", {"person": "1"}),
        ("{person} {say}", "⟨P0⟩ mener", {"person": "0"}),
    ],
)
def test_slots(pattern: str, line: str, groups: dict[str, str]) -> None:
    match = compile_pattern(pattern).fullmatch(line)
    assert match is not None
    assert {name: value for name, value in match.groupdict().items() if value is not None} == groups


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        ("{person} {say}", "⟨P0⟩ menerx"),  # words are whole words
        ("{group}", "⟨P0⟩"),
        ("{person}{aside} er {role}", "⟨P0⟩, ⟨P1⟩, er ⟨R2⟩"),  # no other person inside an insertion
        ("{words}{person}", "kom. ⟨P0⟩"),  # no sentence mark among the words
    ],
)
def test_slots_that_do_not_fit(pattern: str, line: str) -> None:
    assert compile_pattern(pattern).fullmatch(line) is None


def test_a_list_that_is_missing_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="nosuchlist"):
        compile_pattern("{nosuchlist}")


def test_marks_are_taken_out() -> None:
    text, entities = unmarked("[PER Kari Testdatter] og [ORG.5 Laget].")
    assert text == "Kari Testdatter og Laget."
    assert [(text[e.start : e.end], e.type, e.confidence) for e in entities] == [("Kari Testdatter", "PER", 0.95), ("Laget", "ORG", 0.5)]
    assert MARK.search(text) is None
