"""The questions are plain SPARQL 1.1: another engine, rdflib's, gives the same answers as ours."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Store

from queries.parameters import bind
from queries.questions import Question, catalogue
from queries.run import run

FIXTURE = Path(__file__).parents[1] / "fixtures" / "questions.trig"
ASKED = {
    "who": "Kari Testdatter", "where": "Foreningen Eksempel", "one": "Landsstyret", "other": "Prøveforbundet", "text": "prøve",
    "fact": "membership:kari-testdatter--leder--foreningen-eksempel--2020-landsstyret",
}  # fmt: skip
QUESTIONS = [question for question in catalogue() if question.name not in ("describe", "everything")]


@pytest.fixture(scope="module")
def other() -> rdflib.Dataset:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own parsers call what rdflib deprecates
        dataset = rdflib.Dataset(default_union=True)
        dataset.parse(data=FIXTURE.read_bytes(), format="trig")
    return dataset


@pytest.mark.parametrize("question", QUESTIONS, ids=[question.name for question in QUESTIONS])
def test_same_answer(fixture_store: Store, other: rdflib.Dataset, question: Question) -> None:
    values = {parameter.name: ASKED[parameter.name] for parameter in question.parameters if parameter.required}
    ours = sorted(tuple(map(_value, row)) for row in run(fixture_store, question, values).rows())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        rows = list(other.query(bind(fixture_store, question, values).text))
    theirs = sorted(tuple("" if term is None else str(term) for term in row) for row in rows)  # type: ignore[union-attr]
    assert ours and ours == theirs


def _value(term: object) -> str:
    return term.value if isinstance(term, Literal | NamedNode) else ""
