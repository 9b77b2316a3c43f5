"""Frames: a verb of frames.csv with who and what grammar hangs on it, in the shipped model's parse."""

from __future__ import annotations

import pytest

from build_graph.annotate import annotate
from build_graph.extract import shipped_model
from build_graph.lexicon.tables import rows
from build_graph.mentions.frames import Frame, Grammar, frames
from build_graph.model import AnnotatedText
from build_graph.read.text import article
from tests.unit.mentions.frame_cases import FRAMES, LEFT_OUT


def found(text: str) -> list[tuple[str, str]]:
    """The frames of a text, as frame_cases.py writes them."""
    annotated = annotate(article(text, "a1", "a1.txt"), shipped_model())
    return [(frame.verb.rule, _written(annotated, frame)) for frame in frames(annotated, Grammar(annotated.tokens))]


def _written(annotated: AnnotatedText, frame: Frame) -> str:
    def words(numbers: tuple[int, ...]) -> str:
        return "+".join(annotated.tokens[n].text for n in numbers) or "-"

    return " | ".join((words(frame.actors), words(() if frame.theme is None else (frame.theme,)), words(frame.receivers)))


@pytest.mark.parametrize(("rule", "text", "stated"), FRAMES, ids=[f"{rule}: {text[:40]}" for rule, text, _ in FRAMES])
def test_frame(rule: str, text: str, stated: str) -> None:
    assert (rule, stated) in found(text)


def test_every_row_has_a_sentence() -> None:
    """Add a sentence to frame_cases.py for a new row."""
    listed = [row["rule"] for row in rows("frames.csv")]
    assert sorted(set(listed) - {rule for rule, _, _ in FRAMES}) == [], "rows without a sentence"
    assert sorted({rule for rule, _, _ in FRAMES} - set(listed)) == [], "sentences of rows that are no longer there"


@pytest.mark.parametrize("text", LEFT_OUT)
def test_no_frame(text: str) -> None:
    assert [rule for rule, stated in found(text) if " | - |" not in stated] == []
