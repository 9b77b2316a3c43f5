"""Inflected forms of titles and nouns, Bokmål and Nynorsk."""

from __future__ import annotations

import pytest

from build_graph.mentions.inflect import DEFINITE, DEFINITE_PLURAL, INDEFINITE, PLURAL, Form, forms

TABLE = [
    ("leder", {"leder": INDEFINITE, "lederen": DEFINITE, "ledere": PLURAL, "lederne": DEFINITE_PLURAL}),
    ("leiar", {"leiar": INDEFINITE, "leiaren": DEFINITE, "leiarar": PLURAL, "leiarane": DEFINITE_PLURAL}),
    ("rådgjevar", {"rådgjevaren": DEFINITE, "rådgjevarar": PLURAL, "rådgjevarane": DEFINITE_PLURAL}),
    ("direktør", {"direktøren": DEFINITE, "direktører": PLURAL, "direktørar": PLURAL, "direktørene": DEFINITE_PLURAL, "direktørane": DEFINITE_PLURAL}),
    ("lege", {"legen": DEFINITE, "leger": PLURAL, "legar": PLURAL, "legene": DEFINITE_PLURAL, "legane": DEFINITE_PLURAL}),
    ("formann", {"formannen": DEFINITE, "formenn": PLURAL, "formennene": DEFINITE_PLURAL, "formennane": DEFINITE_PLURAL}),
    ("medlem", {"medlemmet": DEFINITE, "medlemmer": PLURAL, "medlemer": PLURAL, "medlemmene": DEFINITE_PLURAL, "medlemene": DEFINITE_PLURAL}),
    ("ombud", {"ombudet": DEFINITE, "ombudene": DEFINITE_PLURAL}),
    ("administrerende direktør", {"administrerende direktøren": DEFINITE, "administrerende direktører": PLURAL}),
    ("Statsråd", {"statsråd": INDEFINITE, "statsråden": DEFINITE, "statsråder": PLURAL, "statsrådene": DEFINITE_PLURAL}),
]


@pytest.mark.parametrize(("noun", "expected"), TABLE)
def test_forms(noun: str, expected: dict[str, Form]) -> None:
    table = forms(noun)
    assert {spelling: table.get(spelling) for spelling in expected} == expected


@pytest.mark.parametrize("noun", [noun for noun, _ in TABLE])
def test_the_noun_itself_is_indefinite_and_every_form_is_small(noun: str) -> None:
    table = forms(noun)
    assert table[noun.lower()] == INDEFINITE
    assert all(spelling == spelling.lower() for spelling in table)
