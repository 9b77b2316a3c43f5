"""Institutions of the register in the text: which forms of their names count, and where."""

from __future__ import annotations

import pytest

from build_graph.annotate.gazetteer import find_institutions
from build_graph.language_model.tokenise import tokenise
from build_graph.model import Token
from tests.marked import annotated


def institutions_in(text: str) -> list[tuple[str, str | None]]:
    tokens = tuple(Token(start, end, text[start:end]) for start, end in tokenise(text))
    return [(text[slice(*name.span)], name.register) for name in find_institutions(text, tokens)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # genitives stay outside the name
        ("Legeforeningens kurs er fullt.", [("Legeforeningen", "den-norske-legeforening")]),
        ("Kurset er KS’ beste.", [("KS", "ks")]),
        ("Kurset er KS' beste.", [("KS", "ks")]),
        ("Kurset er KS's beste.", [("KS", "ks")]),
        # both written forms, former and short names
        ("Kunnskapsdepartementet svarer.", [("Kunnskapsdepartementet", "kunnskapsdepartementet")]),
        ("Utanriksdepartementet svarar.", [("Utanriksdepartementet", "utenriksdepartementet")]),
        # a name of several words, whatever the capitals behind the first
        ("Kurset til Norsk sykepleierforbund er fullt.", [("Norsk sykepleierforbund", "norsk-sykepleierforbund")]),
        ("NORSK SYKEPLEIERFORBUND HOLDER KURS", [("NORSK SYKEPLEIERFORBUND", "norsk-sykepleierforbund")]),
        # the longest name wins
        ("Helse- og omsorgsdepartementet svarer.", [("Helse- og omsorgsdepartementet", "helse-og-omsorgsdepartementet")]),
        # written small
        ("I dag svarte regjeringen.", [("regjeringen", "regjeringen")]),
        # letters that are a word in another case
        ("Vi har ks på kurset.", []),
        # names that are everyday words: not at the start of a sentence
        ("Delta på kurset!", []),
        ("Kurset er gratis. Delta gjerne.", []),
        ("– Delta på kurset!", []),
        ("Kurset er fullt i Delta.", [("Delta", "delta")]),
        ("delta på kurset", []),
        # short names that count in brackets only
        ("Kunnskapsdepartementet (KD) svarer.", [("Kunnskapsdepartementet", "kunnskapsdepartementet"), ("KD", "kunnskapsdepartementet")]),
        ("Dette er KD for alle.", []),
        # over a line's end or a wide gap there is no name
        ("Norsk  \n sykepleierforbund", []),
        ("", []),
    ],
)
def test_names_found(text: str, found: list[tuple[str, str | None]]) -> None:
    assert institutions_in(text) == found


def test_a_name_that_needs_its_context() -> None:
    alone = institutions_in("Kurset står i Tidsskriftet.")
    with_parent = institutions_in("Kurset står i Tidsskriftet, som Legeforeningen gir ut.")
    assert alone == []
    assert with_parent[0][0] == "Tidsskriftet"


def test_names_do_not_overlap_and_are_in_order() -> None:
    names = annotated("Helsedirektoratet, KS, regjeringen og Kunnskapsdepartementet (KD) svarer i Legeforeningens blad.").names
    assert [n.span for n in names] == sorted(n.span for n in names)
    assert all(a.span.end <= b.span.start for a, b in zip(names, names[1:], strict=False))
