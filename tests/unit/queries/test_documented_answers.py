"""What docs/queries.md shows is what the questions answer."""

from __future__ import annotations

import io
import re
import shlex
from pathlib import Path

import pytest
from pyoxigraph import Store

from queries.formats import write
from queries.questions import question
from queries.run import run

DOCUMENT = Path(__file__).parents[3] / "docs" / "queries.md"
COLUMNS = 118


def examples() -> list[tuple[str, list[str]]]:
    """Each command in the questions' sections, and the lines shown as its answer."""
    found = []
    for section in re.split(r"^### ", DOCUMENT.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        for block in re.findall(r"^```console\n(.*?)^```", section, re.DOTALL | re.MULTILINE):
            for example in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, *answer = example.splitlines()
                found.append((command, answer))
    return found


@pytest.mark.parametrize(("command", "answer"), examples(), ids=[command for command, _ in examples()])
def test_example(store: Store, command: str, answer: list[str]) -> None:
    program, verb, name, *options = shlex.split(command)
    assert (program, verb) == ("aktorkart", "query")
    values = {flag.removeprefix("--"): value for flag, value in zip(options[::2], options[1::2], strict=True)}
    output = io.BytesIO()
    result = run(store, question(name), values)
    write(result, output, width=COLUMNS)
    lines = [f"# {note}" for note in result.notes] + [line.rstrip() for line in output.getvalue().decode().splitlines()]
    lines = [line for line in lines if not line.startswith("@prefix")]
    if answer[-1] == "…":
        answer, lines = answer[:-1], lines[: len(answer) - 1]
    assert lines == answer
