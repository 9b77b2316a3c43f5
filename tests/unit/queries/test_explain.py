"""Why a fact is there, who may be one, and how a decision writes what a user says."""

from __future__ import annotations

import pytest

from build_graph.iris import DEFAULT_BASE
from build_graph.model import Membership, Quotation
from queries.decide import fact_and_place, names_of, reference
from queries.errors import NoSuchName
from queries.explain import explain, sentence
from queries.review import pairs, side
from tests.making import Made, graph


def made(identifier: str = "a1", name: str = "Kari Testdatter", group: str = "Norsk Prøveforbund", *aliases: str) -> Made:
    one = Made(identifier, text="Innledning her.\n\n")
    who, where = one.add("person", name, *aliases), one.add("organisation", group, "NPF")
    words = f"{name} er leder i {group}"
    one.span(f"Vi vet at {words} i dag")
    start = one.text.index(words)
    evidence = one.said("Vi vet")[0]
    one.claim(Membership(who, where, "leder", None, "current", (type(evidence)((start, start + len(words)), "made-by-hand", 0.9),)))  # type: ignore[arg-type]
    one.claim(Quotation(who, one.span("Dette er sagt"), "direct", one.said("Dette er sagt")))
    return one


ONE = made()
STORE = graph(ONE, made("a2", "Ola Prøve"))


def explained(asked: str) -> list[tuple[str, tuple[str, str, str], str, float]]:
    texts = {f"{DEFAULT_BASE}article/a1": ONE.text, f"{DEFAULT_BASE}article/a2": made("a2", "Ola Prøve").text}
    return [(each.words, e.parts, e.rule, e.confidence) for each in explain(STORE, asked, DEFAULT_BASE, texts.__getitem__) for e in each.evidence]


@pytest.mark.parametrize("asked", ["KARI testdatter", "person/kari-testdatter", f"{DEFAULT_BASE}person/kari-testdatter"])
def test_all_that_is_said_of_somebody(asked: str) -> None:
    first, second = explained(asked)
    assert first[0] == "Kari Testdatter · leder · nåværende · Norsk Prøveforbund"
    assert first[1] == ("Vi vet at ", "Kari Testdatter er leder i Norsk Prøveforbund", " i dag.")
    assert first[2:] == ("made-by-hand", 0.9)
    assert second[1][1] == "Dette er sagt"


def test_an_alias_and_a_single_fact() -> None:
    assert len(explained("npf")) == 2
    fact = next(each.fact for each in explain(STORE, "kari testdatter", DEFAULT_BASE, lambda _: ONE.text))
    assert [words for words, *_ in explained(fact)] == ["Kari Testdatter · leder · nåværende · Norsk Prøveforbund"]


@pytest.mark.parametrize("asked", ["Nobody At All", "https://example.org/x", "membership/none"])
def test_nothing_of_that_name(asked: str) -> None:
    with pytest.raises(NoSuchName):
        explained(asked)


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("Først dette. Så kom Kari i går. Til slutt.", "Kari", "Så kom Kari i går."),
        ("Først dette. Så kom.", "dette. Så", "Først dette. Så kom."),
        ("Tittel\nKari kom\n\nMer", "Kari", "Kari kom"),
        ("Kari", "Kari", "Kari"),
    ],
)
def test_sentences(text: str, words: str, shown: str) -> None:
    start = text.index(words)
    first, last = sentence(text, start, start + len(words))
    assert text[first:last] == shown


def test_both_sides_of_a_pair() -> None:
    (pair,) = pairs(STORE, DEFAULT_BASE, [{"one": "person/kari-testdatter", "other": "person/ola-prove", "score": 1.5, "features": ["same_name"]}])
    assert pair.one.names == ("Kari Testdatter",)
    assert pair.one.posts == ("leder, Norsk Prøveforbund, 2018",)
    assert pair.one.articles == ("2018-01-22 a1 [a1]",)
    assert "same full name" in pair.reasons[0]
    assert "NPF" in side(STORE, DEFAULT_BASE, "organisation/norsk-proveforbund").names


@pytest.mark.parametrize(
    ("asked", "path"),
    [
        ("kari TESTDATTER", "person/kari-testdatter"),
        ("person/kari-testdatter@a1", "person/kari-testdatter@a1"),
        (f"{DEFAULT_BASE}person/kari-testdatter", "person/kari-testdatter"),
        ("NPF", "organisation/norsk-proveforbund"),
    ],
)
def test_references(asked: str, path: str) -> None:
    assert reference(STORE, DEFAULT_BASE, asked) == path


@pytest.mark.parametrize("asked", ["person/none", "person/kari-testdatter@none", "Nobody At All", "person/å b<>"])
def test_references_to_nothing(asked: str) -> None:
    with pytest.raises(NoSuchName):
        reference(STORE, DEFAULT_BASE, asked)


def test_names_that_are_forgotten_together() -> None:
    store = graph(made("a1", "Kari Prøve Testdatter", "Norsk Prøveforbund", "Kari Testdatter", "Ola Prøve", "Kari"), made("a2", "Ola Prøve"))
    assert names_of(store, DEFAULT_BASE, "person/kari-prove-testdatter") == ["Kari Prøve Testdatter", "Kari Testdatter"]
    with pytest.raises(NoSuchName):
        names_of(store, DEFAULT_BASE, "organisation/norsk-proveforbund")


def test_a_fact_and_its_place() -> None:
    fact = next(each.fact for each in explain(STORE, "kari testdatter", DEFAULT_BASE, lambda _: ONE.text))
    start = ONE.text.index("Kari Testdatter er leder")
    path, place = fact_and_place(STORE, DEFAULT_BASE, fact)
    assert path.startswith("membership/") and place == f"a1:{start}-{start + len('Kari Testdatter er leder i Norsk Prøveforbund')}"
    with pytest.raises(NoSuchName):
        fact_and_place(STORE, DEFAULT_BASE, "membership/none")
