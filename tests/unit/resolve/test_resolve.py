"""Which names are one entity, and which stay apart."""

from __future__ import annotations

import pytest

from build_graph.model import Resolution
from build_graph.resolve import resolve
from build_graph.resolve.leaning import own_name
from ontology.lexicon import institution_by_id
from tests.making import Made


def resolved(*made: Made) -> Resolution:
    return resolve([each.extract() for each in made], institution_by_id())


def one_each(kind: str, *names: str | tuple[str, ...], **more: object) -> list[str]:
    """The paths that one referent an article resolves to; of a name with aliases give a tuple."""
    made = []
    for number, name in enumerate(names):
        each = Made(f"a{number}")
        spellings = (name,) if isinstance(name, str) else name
        each.add(kind, *spellings, **more)  # type: ignore[arg-type]
        made.append(each)
    found = resolved(*made).of
    return [found[each.identifier, next(iter(each.referents))] for each in made]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kari Testdatter", "Kari Testdatter"),
        ("Anne Karin Prøve", "Anne-Karin Prøve"),
        ("Kari Prøve Testdatter", "Kari Prøve-Testdatter"),
        ("KARI TESTDATTER", "Kari Testdatter"),
        ("Ánne Biera", "Ánne  Biera"),
    ],
)
def test_one_full_name_is_one_person(one: str, other: str) -> None:
    first, second = one_each("person", one, other)
    assert first == second


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kari Testdatter", "Kari Testdottir"),
        ("Håkon Prøve", "Hakon Prøve"),
        ("Kari Testdatter", "Kari Prøve Testdatter"),
        ("Testdatter", "Testdatter"),  # a surname alone means someone in its own article
        ("Kari", "Kari"),
        ("Kari T.", "Kari T."),
        ("Testdatter", "Kari Testdatter"),
    ],
)
def test_uncertain_people_stay_apart(one: str, other: str) -> None:
    first, second = one_each("person", one, other)
    assert first != second


def test_a_woman_and_a_man_of_one_name_are_two() -> None:
    woman, man, other, unknown = Made("a1"), Made("a2", published="2016"), Made("a3"), Made("a4")
    for made, gender in ((woman, "f"), (man, "m"), (other, "f"), (unknown, None)):
        made.add("person", "Kim Prøve", gender=gender)
    paths = [resolved(woman, man, other, unknown).of[made, "person:kim prøve"] for made in ("a1", "a2", "a3", "a4")]
    assert paths == ["person/kim-prove--a1", "person/kim-prove--a2", "person/kim-prove--a1", "person/kim-prove--a4"]


def test_an_organisation_is_known_by_its_alias_elsewhere() -> None:
    first, second = one_each("organisation", ("Norsk Prøveforbund", "NPX"), "NPX")
    assert first == second == "organisation/norsk-proveforbund"


def test_an_alias_of_two_joins_neither() -> None:
    paths = one_each("organisation", ("Norsk Prøveforbund", "NPX"), ("Nordisk Prøveforbund", "NPX"), "NPX")
    assert len(set(paths)) == 3


@pytest.mark.parametrize("noun", ["foreningen", "Foreningen"])
def test_a_common_noun_is_no_alias(noun: str) -> None:
    paths = one_each("organisation", ("Norsk Prøveforbund", noun), noun)
    assert len(set(paths)) == 2


def test_the_register_joins_by_its_own_names() -> None:
    paths = one_each("organisation", "Helse- og omsorgsdepartementet", "Ministry of Health and Care Services")
    assert set(paths) == {"organisation/helse-og-omsorgsdepartementet"}


def test_an_alias_never_joins_two_institutions_of_the_register() -> None:
    made = Made()
    made.add("organisation", "KS", "Stortinget", register="ks")
    other = Made("a2")
    other.add("organisation", "Stortinget", register="stortinget")
    third = Made("a3")
    third.add("organisation", "Stortinget")
    found = resolved(made, other, third)
    assert found.of["a1", "organisation:ks"] == "organisation/ks"
    assert found.of["a2", "organisation:stortinget"] == "organisation/stortinget"
    assert found.of["a3", "organisation:stortinget"] != "organisation/ks"


def body(identifier: str, name: str, owner: str | None, **more: object) -> Made:
    made = Made(identifier)
    belongs = made.add("organisation", owner) if owner else None
    made.add("body", name, owner=belongs, id="body", **more)
    return made


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (body("a1", "landsstyret", "Forening A", classification="governingBody", named=False),
         body("a2", "Landsstyre", "Forening A", classification="governingBody", named=False), True),
        (body("a1", "landsstyret", "Forening A", classification="governingBody"),
         body("a2", "landsstyret", "Forening B", classification="governingBody"), False),
        (body("a1", "arbeidsgruppen", "Forening A", classification="workingGroup", named=False),
         body("a2", "arbeidsgruppen", "Forening A", classification="workingGroup", named=False), False),
        (body("a1", "styret", None, classification="board", named=False),
         body("a2", "styret", None, classification="board", named=False), False),
        (body("a1", "Prøvelandutvalget", None), body("a2", "Prøvelandutvalet", None), False),
        (body("a1", "Prøvelandutvalget", None), body("a2", "prøvelandutvalg", None), True),
        (body("a1", "Fagkomiteen", "Forening A"), body("a2", "fagkomité", "Forening A"), True),
        (body("a1", "styret i Forening A", "Forening A", classification="board"),
         body("a2", "Forening As styre", "Forening A", classification="board"), True),
    ],
)  # fmt: skip
def test_bodies(one: Made, other: Made, same: bool) -> None:
    found = resolved(one, other).of
    assert (found["a1", "body"] == found["a2", "body"]) is same


@pytest.mark.parametrize("name", ["sentralstyre", "Sentralstyret", "Legeforeningens sentralstyre", "sentralstyret i Den norske legeforening"])
def test_a_body_of_the_register_is_known_by_its_owner_and_own_name(name: str) -> None:
    made = Made()
    owner = made.add("organisation", "Legeforeningen", register="den-norske-legeforening")
    made.add("body", name, owner=owner, id="body", named=False)
    assert resolved(made).of["a1", "body"] == "body/den-norske-legeforening--sentralstyret"


def test_a_body_is_not_named_by_its_owner_alone() -> None:
    assert own_name("Forening A", frozenset(["forening a"])) == "forening a"


def meeting(identifier: str, name: str, organizer: str | None, start: str | None, **more: object) -> Made:
    made = Made(identifier)
    owner = made.add("body", organizer) if organizer else None
    made.add("meeting", name, owner=owner, start=start, id="meeting", **more)
    return made


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (meeting("a1", "landsstyremøtet", "Prøvestyret", "2018-05-30"), meeting("a2", "møtet", "Prøvestyret", "2018-05-30"), True),
        (meeting("a1", "landsstyremøtet", "Prøvestyret", "2018-05-30"), meeting("a2", "møtet", "Prøvestyret", "2018-05-31"), False),
        (meeting("a1", "landsstyremøtet", "Prøvestyret", "2018"), meeting("a2", "landsstyremøte", "Prøvestyret", "2018"), True),
        (meeting("a1", "styremøtet", "Prøvestyret", "2018"), meeting("a2", "årsmøtet", "Prøvestyret", "2018"), False),
        (meeting("a1", "møtet", None, "2018-05-30", named=False), meeting("a2", "møtet", None, "2018-05-30", named=False), False),
        (meeting("a1", "møtet", "Prøvestyret", None), meeting("a2", "møtet", "Prøvestyret", None), False),
        (meeting("a1", "Neste landsmøte", None, "2018"), meeting("a2", "Neste landsmøte", None, "2018"), False),
        (meeting("a1", "Store Prøvekonferansen", None, "2018"), meeting("a2", "Store Prøvekonferansen", None, "2018"), True),
    ],
)  # fmt: skip
def test_meetings(one: Made, other: Made, same: bool) -> None:
    found = resolved(one, other).of
    assert (found["a1", "meeting"] == found["a2", "meeting"]) is same


@pytest.mark.parametrize(
    ("name", "named", "same"),
    [("Eksempler må ledes", True, True), ("Rapporten", True, False), ("rapport om bruk av eksempler", False, False)],
)
def test_works_are_known_by_title(name: str, named: bool, same: bool) -> None:
    first, second = one_each("report", name, name, named=named)
    assert (first == second) is same


def test_the_best_name_is_the_fullest_then_the_most_frequent() -> None:
    made = [Made(f"a{number}") for number in range(4)]
    for each, name in zip(made, ("ANNE KARIN PRØVE", "Anne-Karin Prøve", "Anne Karin Prøve", "Anne Karin Prøve"), strict=True):
        each.add("person", name)
    (entity,) = resolved(*made).entities.values()
    assert entity.name == "Anne Karin Prøve"


def test_a_person_s_alias_is_more_than_a_part_of_the_name() -> None:
    made = Made()
    made.add("person", "Kari Testdatter", "Testdatter", "Kari", "Kari Prøve Testdatter")
    (entity,) = resolved(made).entities.values()
    assert entity.aliases == ("Kari Prøve Testdatter",)


def test_two_names_of_one_slug_do_not_become_one() -> None:
    first, second = one_each("organisation", "Bodø Prøvelag", "Bodo Prøvelag")
    assert first != second
    assert {first.rpartition("-")[0], second.rpartition("-")[0]} == {"organisation/bodo-provelag"}


def test_owners_in_a_ring_end_somewhere() -> None:
    made = Made()
    made.add("body", "Utvalg A", id="body:a", owner="body:b")
    made.add("body", "Utvalg B", id="body:b", owner="body:a")
    assert len(resolved(made).entities) == 2


def test_institutions_above_come_along() -> None:
    made = Made()
    made.add("organisation", "Den norske legeforening", register="den-norske-legeforening")
    found = resolved(made).entities
    parent = institution_by_id()["den-norske-legeforening"].parents[0]
    assert found["organisation/den-norske-legeforening"].owner == f"organisation/{parent}"
    assert f"organisation/{parent}" in found


def test_the_journal_is_an_organisation() -> None:
    from build_graph.model import Stated

    made = Made(stated={"journal": Stated("Prøvebladet", None)})
    assert resolved(made).of["a1", "stated:journal"] == "organisation/provebladet"


def test_common_nouns_are_aliases_of_bodies_but_not_of_organisations() -> None:
    made = Made()
    owner = made.add("organisation", "Legeforeningen", "foreningen", register="den-norske-legeforening")
    made.add("body", "landsstyret", owner=owner, register="den-norske-legeforening--landsstyret")
    found = resolved(made).entities
    assert "landsstyret" in found["body/den-norske-legeforening--landsstyret"].aliases
    assert "foreningen" not in found["organisation/den-norske-legeforening"].aliases
