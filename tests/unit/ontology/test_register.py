"""The register of institutions: what it holds, and what a damaged row says."""
from __future__ import annotations

from collections import Counter

import pytest

from ontology.errors import LexiconError
from ontology.lexicon import institution_by_id, institutions
from ontology.register import COLUMNS, read_register, valid_org_number

KINDS = {"association": "organisation", "committee": "body"}
GOOD = {"id": "foreningen-eksempel", "type": "organisation", "name_nb": "Foreningen Eksempel", "verified": "no"}


def register(*rows: dict[str, str]) -> bytes:
    lines = [",".join(COLUMNS)]
    lines += [",".join('"' + row.get(column, "").replace('"', '""') + '"' for column in COLUMNS) for row in rows]
    return ("\n".join(lines) + "\n").encode()


@pytest.mark.parametrize(
    ("identifier", "kind", "name"),
    [
        ("helse-og-omsorgsdepartementet", "ministry", "HOD"),
        ("den-norske-legeforening", "union", "Legeforeningen"),
        ("ks", "association", "Kommunesektorens organisasjon"),
        ("stortinget", "parliament", "Stortinget"),
        ("arbeiderpartiet", "party", "Ap"),
        ("arbeiderpartiet", "party", "Arbeidarpartiet"),
        ("hoyre", "party", "Høgre"),
        ("landsorganisasjonen-i-norge", "union", "LO"),
        ("hoyesterett", "court", "Høgsterett"),
        ("equinor-asa", "company", "Statoil"),
        ("de-forente-nasjoner", "international", "SN"),
        ("verdens-gang", "media", "VG"),
        ("bergen-kommune", "municipality", "Bergen kommune"),
        ("olje-og-energidepartementet", "ministry", "OED"),
        ("stortinget--finanskomiteen", "committee", "Finanskomiteen"),
        ("trepartssamarbeidet-om-fastlegeordningen", "collaboration", "Trepartssamarbeidet om fastlegeordningen"),
    ],
)
def test_institution(identifier: str, kind: str, name: str) -> None:
    row = institution_by_id()[identifier]
    assert row.kind == kind
    assert name in row.names


def test_all_municipalities_of_today_are_there() -> None:
    today = [row for row in institutions() if row.kind == "municipality" and "(former)" not in row.labels.get("en", "")]
    assert len(today) - 1 == 357  # and Longyearbyen lokalstyre


def test_a_name_that_matches_anywhere_belongs_to_one_institution() -> None:
    counts = Counter(name for row in institutions() for name in row.names)
    assert [name for name, count in counts.items() if count > 1] == []
    brackets = Counter(name for row in institutions() for name in row.bracket_names)
    assert [name for name, count in brackets.items() if count > 1] == []


@pytest.mark.parametrize(
    "noun", ["styret", "sekretariatet", "valgkomiteen", "landstinget", "hovedstyret", "landsstyret", "sentralstyret", "h", "v", "r", "sus"]
)
def test_generic_nouns_and_single_letters_match_nowhere_by_themselves(noun: str) -> None:
    assert [row.id for row in institutions() for name in row.names if name.casefold() == noun] == []


def test_no_name_holds_an_editors_remark() -> None:
    for row in institutions():
        for name in (*row.names, *row.bracket_names, *row.context_names):
            assert not any(remark in name for remark in ("flertydig", "tidl.", "til 20")), name


def test_organisation_numbers_are_unique_and_pass_the_check() -> None:
    numbers = [row.org_number for row in institutions() if row.org_number]
    assert len(numbers) == len(set(numbers)) > 400
    assert all(valid_org_number(number) for number in numbers)


@pytest.mark.parametrize(("number", "valid"), [("983887406", True), ("983887407", False), ("98388740", False), ("183887406", False)])
def test_valid_org_number(number: str, valid: bool) -> None:
    assert valid_org_number(number) is valid


def test_a_name_that_needs_its_context_is_not_among_the_names() -> None:
    data = register(GOOD | {"context_names": "Foreningen Eksempel;eksempelet", "short_names": "FE", "name_nn": "Foreininga Døme"})
    (row,) = read_register(data, "register.csv", KINDS)
    assert row.names == ("Foreininga Døme", "FE")
    assert row.context_names == ("Foreningen Eksempel", "eksempelet")


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"id": "Foreningen Øst"}, "id 'Foreningen Øst' must be"),
        ({"type": "lag"}, "type 'lag' must be one of"),
        ({"kind": "committee"}, "no kind of organisation"),
        ({"name_nb": ""}, "name_nb is empty"),
        ({"verified": "ja"}, "must be yes or no"),
        ({"org_number": "123456789"}, "modulus 11"),
        ({"mail_domains": "not a domain"}, "is no domain name"),
        ({"parent": "atlantis"}, "parent 'atlantis' is no id"),
        ({"short_names": " FE"}, "space at an end"),
        ({"name_en": "Example\x1b[31m"}, "control character"),
        ({"everyday_names": "Eksempel"}, "is no name of this row"),
    ],
)
def test_a_damaged_row_names_file_line_and_problem(change: dict[str, str], problem: str) -> None:
    other = GOOD | {"id": "foreningen-annet"}
    with pytest.raises(LexiconError) as caught:
        read_register(register(other, GOOD | change), "register.csv", KINDS)
    assert str(caught.value).startswith("register.csv:3: ")
    assert problem in str(caught.value)


def test_a_repeated_id_names_both_lines() -> None:
    with pytest.raises(LexiconError, match=r"register\.csv:3: id 'foreningen-eksempel' stands on line 2 already"):
        read_register(register(GOOD, GOOD), "register.csv", KINDS)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "register.csv:1: the header must be"),
        (b"id,name\n", "register.csv:1: the header must be"),
        (register() + b"a,b\n", "register.csv:2: has 2 cells"),
        (register() + b'"open,\n', "register.csv:2: "),
        (register() + "Øst".encode("latin-1"), "register.csv:2: not UTF-8"),
    ],
)
def test_a_damaged_file_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(LexiconError) as caught:
        read_register(data, "register.csv", KINDS)
    assert str(caught.value).startswith(message)
