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

SIZES = ((8, 60), (60, 240))  # what is ambiguous but bounded grows in the first step only
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


def grows(regex: re.Pattern[str], sizes: tuple[int, int], begin: str, filler: str) -> bool:
    """Whether the time for the longer line is beyond what the square of the growth would make of the shorter one's."""
    short, long = sizes
    longer = seconds(regex, begin + filler * long)
    return longer > TELLING and longer > 2 * (long / short) ** 2 * seconds(regex, begin + filler * short)


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
                too_slow += [(rule, begin, filler) for sizes in SIZES if grows(regex, sizes, f"{begin}, ", filler)]
            too_slow += [(rule, begin, "itself") for sizes in SIZES if grows(regex, sizes, "", f"{begin} a ")]
    assert too_slow == []
