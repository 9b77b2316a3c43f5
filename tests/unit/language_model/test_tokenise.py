"""Tokens and sentences: what stays one token, where a sentence ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_graph.language_model.tokenise import sentences, tokenise


def forms(text: str) -> list[str]:
    return [text[start:end] for start, end in tokenise(text)]


def split(text: str) -> list[str]:
    tokens = tokenise(text)
    return [text[tokens[first][0] : tokens[last - 1][1]] for first, last in sentences(text, tokens)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Møtet er 26. juni 2017 kl. 12.30.", ["Møtet", "er", "26.", "juni", "2017", "kl.", "12.30", "."]),
        ("Sak nr. 3 ble bl.a. utsatt.", ["Sak", "nr.", "3", "ble", "bl.a.", "utsatt", "."]),
        ("H. Prøve og K. A. Test", ["H.", "Prøve", "og", "K.", "A.", "Test"]),
        ("«Ja», sa Ola – nei!", ["«", "Ja", "»", ",", "sa", "Ola", "–", "nei", "!"]),
        ("Kari Prøve-Lie (Ap)", ["Kari", "Prøve-Lie", "(", "Ap", ")"]),
        ("kultur- og idrettslaget", ["kultur-", "og", "idrettslaget"]),
        ("skriv til post@eksempel.no.", ["skriv", "til", "post@eksempel.no", "."]),
        ("Se https://eksempel.no/a?b=1.", ["Se", "https://eksempel.no/a?b=1", "."]),
        ("i 90-åra og 52.-plass", ["i", "90-åra", "og", "52.-plass"]),
        ("Foto: Kari Prøve/Foreningen Eksempel", ["Foto", ":", "Kari", "Prøve", "/", "Foreningen", "Eksempel"]),
        ("Vara: 1. Kari Prøve 2. Ola Test", ["Vara", ":", "1.", "Kari", "Prøve", "2.", "Ola", "Test"]),
        ("1,5 mill. kr. Dette", ["1,5", "mill.", "kr", ".", "Dette"]),
        ("Eksempel AS' styre", ["Eksempel", "AS'", "styre"]),
        ("serien AB:CD går", ["serien", "AB:CD", "går"]),
        ("", []),
        (" \n\t", []),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Møtet er 26. juni. Det blir bra.", ["Møtet er 26. juni.", "Det blir bra."]),
        ("Dr. Prøve sa nei. Han gikk.", ["Dr. Prøve sa nei.", "Han gikk."]),
        ("«Kommer du?» spurte Kari. «Ja.» Ola kom.", ["«Kommer du?» spurte Kari.", "«Ja.»", "Ola kom."]),
        ("Saken er utsatt. – Det er synd, sier Ola.", ["Saken er utsatt.", "– Det er synd, sier Ola."]),
        ("Mye vitamin C. Det hjelper.", ["Mye vitamin C.", "Det hjelper."]),
        ("Aviser, blad osv. Alt er med.", ["Aviser, blad osv.", "Alt er med."]),
        ("Han kom bl.a. Hamar forbi", ["Han kom bl.a. Hamar forbi"]),
        ("Leder: Kari Prøve", ["Leder: Kari Prøve"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@given(st.text(max_size=200))
def test_every_visible_character_is_in_one_token(text: str) -> None:
    tokens = tokenise(text)
    assert all(start < end for start, end in tokens)
    assert all(before[1] <= after[0] for before, after in zip(tokens, tokens[1:], strict=False))
    covered = {at for start, end in tokens for at in range(start, end)}
    assert {at for at, c in enumerate(text) if not c.isspace()} <= covered


@given(st.text(alphabet="Aa. !?«»\"–1k\n,", max_size=60))
def test_sentences_cover_the_tokens(text: str) -> None:
    tokens = tokenise(text)
    bounds = sentences(text, tokens)
    assert [at for first, last in bounds for at in range(first, last)] == list(range(len(tokens)))


def test_a_part_of_the_text_keeps_the_offsets_of_the_whole() -> None:
    text = "Først dette. Kari kom."
    assert [text[start:end] for start, end in tokenise(text, 13, 22)] == ["Kari", "kom", "."]
