"""Names as users write them."""

from __future__ import annotations

import unicodedata

import pytest
from pyoxigraph import Store

from queries.errors import NoSuchName
from queries.names import as_iri, find, fold

ID = "https://w3id.org/aktorkart/id/"
KARI, OLA = ID + "person/kari-testdatter", ID + "person/ola-prove"
FE = ID + "organisation/foreningen-eksempel"


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Kari Testdatter", "name", [KARI]),
        ("  kari   TESTDATTER ", "name", [KARI]),
        ("Testdatter", "name", [KARI]),  # an alias
        ("testdatt", "name", [KARI]),  # the beginning of a word
        ("Foreininga Eksempel", "name", [FE]),
        ("the example association", "name", [FE]),
        ("fe", "name", [FE]),
        (KARI, "name", [KARI]),
        (f"<{KARI}>", "name", [KARI]),
        ("person:kari-testdatter", "name", [KARI]),
        ("landsstyremøtet", "name", [ID + "meeting/landsstyret--2020-03-10", ID + "meeting/landsstyret--2022-01-30"]),
        ("prøver i praksis", "name", [ID + "report/prover-i-praksis"]),
        ("Styret", "name", [ID + "body/proveforbundet--styret"]),  # not Landsstyret: a whole label comes first
        ("leiar", "role", ["https://w3id.org/aktorkart/role/leder"]),
        ("Board Member", "role", ["https://w3id.org/aktorkart/role/styremedlem"]),
        ("tidligere", "status", ["https://w3id.org/aktorkart/ontology#former"]),
        ("akt:former", "status", ["https://w3id.org/aktorkart/ontology#former"]),
        ("oppretta på nytt", "outcome", ["https://w3id.org/aktorkart/ontology#reestablished"]),
        ("arbeidsgruppe", "kind", ["https://w3id.org/aktorkart/ontology#workingGroup"]),
        ("2020-landsstyret", "article", [ID + "article/2020-landsstyret"]),
        ("ny leder i foreningen eksempel", "article", [ID + "article/2022-ny-leder"]),
    ],
)
def test_found(store: Store, text: str, kind: str, expected: list[str]) -> None:
    assert [node.value for node, _ in find(store, text, kind).entities] == expected


def test_decomposed_letters_match(store: Store) -> None:
    assert fold("A\u030aS") == fold("ås")
    assert find(store, "Prøvesamarbeidet").entities == find(store, unicodedata.normalize("NFD", "prøvesamarbeidet")).entities


def test_notes(store: Store) -> None:
    assert find(store, "Kari Testdatter").note == ""
    assert find(store, "FE").note == ""
    assert find(store, "fiksjon").note == "“fiksjon” is read as Nina Fiksjon"
    several = find(store, "prøver")
    assert len(several.entities) > 2 and several.note.startswith(f"“prøver” fits {len(several.entities)}, all are asked for: ")
    assert "nothing in the graph" in find(store, ID + "person/nobody").note


@pytest.mark.parametrize(
    ("text", "kind", "suggestion"),
    [("Kari Testdotter", "name", "Kari Testdatter"), ("Prøveforbundett", "name", "Prøveforbundet"), ("ledder", "role", "leder")],
)
def test_suggestions(store: Store, text: str, kind: str, suggestion: str) -> None:
    with pytest.raises(NoSuchName) as caught:
        find(store, text, kind)
    assert suggestion in caught.value.suggestions
    assert f"“{text}”" in str(caught.value) and suggestion in str(caught.value)


@pytest.mark.parametrize("text", ["leder", "current", "2020-landsstyret", "SELECT", "%%%", "’ } ?"])
def test_not_a_name(store: Store, text: str) -> None:
    with pytest.raises(NoSuchName):
        find(store, text)


def test_known_statuses_are_listed(store: Store) -> None:
    with pytest.raises(NoSuchName, match="known: .*former.*tidligere"):
        find(store, "xyzzy", "status")


@pytest.mark.parametrize("text", ["Sak 12: valg", "NOU 2020:3", "NOU:3", "12:30", "", "<a b>", "http://exa mple.org/", "<http://example.org/> }"])
def test_no_iri(text: str) -> None:
    assert as_iri(text) is None


def test_base() -> None:
    found = as_iri("person:x", "http://example.org/data/")
    assert found is not None and found.value == "http://example.org/data/person/x"
