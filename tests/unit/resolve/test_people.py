"""Which people are one, by name and by what is said of them; scores as a table."""

from __future__ import annotations

import pytest

from build_graph.model import Membership, Resolution
from build_graph.resolve import resolve
from build_graph.resolve.blocking import candidates, misspelling_keys, personal_keys
from build_graph.resolve.group_names import bokmal
from build_graph.resolve.group_names import relation as group_relation
from build_graph.resolve.personal_names import bearers, frequency, near, parts, relation
from build_graph.resolve.scoring import meanings, score, thresholds
from ontology.lexicon import institution_by_id
from tests.making import Made


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Anne Karin Prøve", "Anne-Karin Prøve", "same_name"),
        ("Håkon K. Prøve", "Håkon Kladd Prøve", "initial"),
        ("H. K. Prøve", "Håkon Kladd Prøve", "initial"),
        ("A.B. Prøve", "Anne Berit Prøve", "initial"),
        ("Håkon Prøve", "Håkon Kladd Prøve", "shortened"),
        ("Kari Prøve", "Kari Prøve Testdatter", "family_name_left_out"),
        ("Mathilde Testdatter", "Matilde Testdatter", "one_letter_apart"),
        ("Kari Testdatter", "Kari Testdatetr", "one_letter_apart"),
        ("Håkon K.", "Håkon Kladd Prøve", "given_name_and_initial"),
        ("Prøve", "Håkon Kladd Prøve", "family_name_only"),
        ("Kari A. Testdatter", "Kari B. Testdatter", None),
        ("Kari Anne Testdatter", "Kari Berit Testdatter", None),
        ("Ola Testdatter", "Kari Testdatter", None),
        ("Jon Kladdvik", "Jan Kladdviken", None),
        ("Anne Testdatter", "Arne Testdatter", None),
        ("Jon Kladdviken", "Jan Kladdviken", None),
        ("Kari", "Kari Testdatter", None),
        ("Håkon P.", "Håkon Kladd", None),
    ],
)
def test_how_two_names_relate(one: str, other: str, how: str | None) -> None:
    assert relation(one, other) == relation(other, one) == how


@pytest.mark.parametrize(
    ("one", "other", "is_near"),
    [
        ("testdatter", "testdater", True), ("testdatter", "testdattre", True), ("testdatter", "testdattar", True),
        ("testdatter", "testdattar x", False), ("kort", "kart", False), ("testdatter", "testdatter", False), ("prøvelaget 1", "prøvelaget 2", False),
    ],
)  # fmt: skip
def test_one_letter_apart(one: str, other: str, is_near: bool) -> None:
    assert near(one, other, 8) is near(other, one, 8) is is_near


def test_how_many_bear_a_name() -> None:
    assert bearers("Jan Hansen") > bearers("Jan Testdatter") > bearers("Xerxes Testdatter")
    assert (frequency("Jan Hansen"), frequency("Xerxes Testdatter"), frequency("Kari Prøve Testdatter")) == ("common_name", "rare_name", "rare_name")


def test_names_that_may_be_one_share_a_key() -> None:
    pairs = [("Håkon Kladd Prøve", "Prøve"), ("Håkon Kladd Prøve", "Håkon K."), ("Kari Prøve", "Kari Prøve Testdatter"), ("Mathilde Testdatter", "Matilde Testdatter")]
    for one, other in pairs:
        assert set(personal_keys(parts(one))) & set(personal_keys(parts(other))), (one, other)
    assert list(misspelling_keys("kort")) == []


def test_candidates_come_once_and_a_key_of_all_says_nothing() -> None:
    assert list(candidates(["a", "b", "c"], lambda item: ["x", "y"] if item != "c" else ["z"])) == [("a", "b")]
    assert list(candidates([str(n) for n in range(300)], lambda item: ["x"])) == []


def test_the_table_of_features() -> None:
    assert score("person", ["same_name", "other_organisations"]).value == 2
    assert score("person", ["other_organisations", "same_name"]).features == ("same_name", "other_organisations")
    assert all(meanings().values())
    with pytest.raises(KeyError):
        score("person", ["no_such_feature"])
    for kind in ("person", "group"):
        assert thresholds(kind).review < thresholds(kind).join  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Foreningen Eksempel", "Foreininga Eksempel", "other_language"),
        ("Prøveutvalget", "Prøveutvalet", "other_language"),
        ("Fagkomiteen", "fagkomité", "same_name"),
        ("Norsk Prøveforbund", "Norsk Prøvefobund", "one_letter_apart"),
        ("Helse Nord Prøve", "Helse Ford Prøve", None),
        ("Norsk Prøveforbund", "Nordisk Prøveforbund", None),
    ],
)
def test_how_two_groups_names_relate(one: str, other: str, how: str | None) -> None:
    assert group_relation(one, other) == group_relation(other, one) == how


def test_both_written_standards() -> None:
    assert bokmal("Høgskulen i Prøveby") == bokmal("Høgskolen i Prøveby")


def post(identifier: str, name: str, role: str, group: str, *others: str, published: str = "2018", **more: object) -> Made:
    made = Made(identifier, published=published)
    who, where = made.add("person", name, **more), made.add("organisation", group)
    for other in others:
        made.add("person", other)
    return made.claim(Membership(who, where, role, None, "current", made.said(f"{name} er {role}")))


def paths(*made: Made) -> tuple[Resolution, list[str]]:
    found = resolve([each.extract() for each in made], institution_by_id())
    return found, [found.of[each.identifier, next(iter(each.referents))] for each in made]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (post("a", "Kari Testdatter", "fisker", "Prøvelaget"), post("b", "Kari Testdatter", "lege", "Prøvesykehuset"), False),
        (post("a", "Kari Testdatter", "fisker", "Prøvelaget"), post("b", "Kari Testdatter", "kasserer", "Prøvelaget"), True),
        (post("a", "Kari Testdatter", "fisker", "Prøvelaget", "Ola Prøve"), post("b", "Kari Testdatter", "lege", "Prøvesykehuset", "Ola Prøve"), True),
        (post("a", "Kari Testdatter", "leder", "Prøvelaget", published="1950"), post("b", "Kari Testdatter", "leder", "Prøvelaget", published="2018"), False),
        (post("a", "Kim Prøve", "leder", "Prøvelaget", gender="f"), post("b", "Kim Prøve", "leder", "Prøvelaget", gender="m"), False),
        (post("a", "Jan Hansen", "leder", "Prøvelaget"), post("b", "Jan Hansen", "leder", "Prøvesykehuset"), False),
        (post("a", "Kari Prøve Testdatter", "leder", "Prøvelaget"), post("b", "Kari Testdatter", "leder", "Prøvelaget"), True),
        (post("a", "Kari Prøve Testdatter", "leder", "Prøvelaget"), post("b", "Testdatter", "leder", "Prøvelaget"), True),
        (post("a", "Kari Prøve Testdatter", "leder", "Prøvelaget"), post("b", "Testdatter", "leder", "Prøvesykehuset"), False),
        (post("a", "Mathilde Testdatter", "leder", "Prøvelaget"), post("b", "Matilde Testdatter", "leder", "Prøvelaget"), True),
        (post("a", "Mathilde Testdatter", "leder", "Prøvelaget"), post("b", "Matilde Testdatter", "leder", "Prøvesykehuset"), False),
    ],
)  # fmt: skip
def test_what_is_said_of_them_decides(one: Made, other: Made, same: bool) -> None:
    _, (first, second) = paths(one, other)
    assert (first == second) is same
    _, (second, first) = paths(other, one)
    assert (first == second) is same


def test_an_initial_that_fits_two_joins_neither_and_is_listed() -> None:
    found, (anne, arne, initial) = paths(
        post("a", "Anne Testdatter", "leder", "Prøvelaget"), post("b", "Arne Testdatter", "leder", "Prøvelaget"), post("c", "A. Testdatter", "leder", "Prøvelaget")
    )
    assert len({anne, arne, initial}) == 3
    assert any(initial in (each.one, each.other) for each in found.uncertain)


def test_who_is_named_without_a_post_joins_the_only_bearer_of_the_name() -> None:
    bare = Made("c")
    bare.add("person", "Kari Testdatter")
    _, (first, second) = paths(post("a", "Kari Testdatter", "leder", "Prøvelaget"), bare)
    assert first == second
    _, found = paths(post("a", "Kari Testdatter", "fisker", "Prøvelaget"), post("b", "Kari Testdatter", "lege", "Prøvesykehuset"), bare)
    assert len(set(found)) == 3


def test_a_short_form_and_a_misspelt_organisation() -> None:
    made = [Made("a"), Made("b"), Made("c")]
    for each, name in zip(made, ("Norsk Prøveforbund", "Prøveforbundet", "Norsk Prøvefobund"), strict=True):
        group = each.add("organisation", name)
        each.claim(Membership(each.add("person", "Kari Testdatter"), group, "leder", None, "current", each.said("leder")))
    _, (first, short, misspelt) = paths(*made)
    assert first == short == misspelt


def test_the_other_standard_s_form_of_an_institution() -> None:
    made = Made("a")
    made.add("organisation", "Sjukepleiarforbundet")
    _, (path,) = paths(made)
    assert path == "organisation/norsk-sykepleierforbund"
