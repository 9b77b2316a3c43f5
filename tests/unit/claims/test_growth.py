"""No line, however it is made, keeps a pattern busy for more than about the square of its length.

The lines begin as a sentence that the pattern matches and then go on with what its repetitions can swallow, but never end as it must.
Times are only compared with each other, and only where they are long enough to tell.
"""

from __future__ import annotations

import re
import time

import pytest

from build_graph.claims.patterns import patterns, render
from tests.marked import mentioned
from tests.unit.claims.test_patterns import TESTED, marked

SHORT, LONG = 60, 240
SQUARE = (LONG / SHORT) ** 2
TELLING = 0.05  # seconds: a shorter time is mostly the machine's own noise
FILLERS = ("a ", "a, ", "⟨P9⟩, ", "⟨G9⟩ og ", "⟨G9⟩s ", "⟨R9⟩ i ⟨G9⟩, ", "(", "a-b ", "i går ", "mai ")


def seconds(regex: re.Pattern[str], line: str) -> float:
    """The best of three, so that a pause of the machine does not count."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        for _match in regex.finditer(line):
            pass
        best = min(best, time.perf_counter() - start)
        if best < TELLING:
            break
    return best


def beginnings(marked_text: str) -> list[str]:
    """The rendered lines of a text, and each up to one of its signs or words."""
    doc = mentioned(marked(marked_text))
    lines = [render(doc, sentence.span).text for sentence in doc.annotated.sentences]
    return sorted({line[: match.end()] for line in lines for match in re.finditer(r"⟩|\w+ |$", line)})


@pytest.mark.parametrize("file", sorted(TESTED))
def test_growth(file: str) -> None:
    by_rule = {pattern.rule: pattern.regex for pattern in patterns(file)}
    too_slow = []
    for rule, text, _ in TESTED[file]:
        regex = by_rule[rule]
        for begin in beginnings(text):
            for filler in FILLERS:
                longer = seconds(regex, f"{begin}, {filler * LONG}")
                if longer > TELLING and longer > 2 * SQUARE * seconds(regex, f"{begin}, {filler * SHORT}"):
                    too_slow.append((rule, begin, filler, longer))
                longer = seconds(regex, f"{begin} {filler} " * LONG) if filler == "a " else 0.0
                if longer > TELLING and longer > 2 * SQUARE * seconds(regex, f"{begin} {filler} " * SHORT):
                    too_slow.append((rule, begin, "itself", longer))
    assert too_slow == []
