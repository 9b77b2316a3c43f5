"""What the map reads from a store."""

from __future__ import annotations

import pytest

from tests import map_graph
from visualise.records import Fact, Rows
from visualise.rows import read_rows

ID = "https://example.org/id/"


@pytest.fixture(scope="module")
def rows() -> Rows:
    return read_rows(map_graph.store())


def facts(rows: Rows, relation: str) -> list[Fact]:
    return [fact for fact in rows.facts if fact.relation == relation]


@pytest.mark.parametrize(
    ("entity", "cls", "name"),
    [
        ("kari", "person", "Kari Testdatter"),
        ("forening", "organisation", "Foreningen Eksempel"),
        ("styret", "body", "styret i Foreningen Eksempel"),
        ("mote", "meeting", "styremøte 3. juni"),
        ("rapport", "report", "Rapport om prøver"),
        ("a1", "article", "Ny leder"),
    ],
)
def test_every_entity_has_its_class_and_name(rows: Rows, entity: str, cls: str, name: str) -> None:
    actor = rows.actors[ID + entity]
    assert (actor.cls, actor.name) == (cls, name)


def test_names_in_all_languages_aliases_and_classification(rows: Rows) -> None:
    actor = rows.actors[ID + "forening"]
    assert actor.labels == {"nb": "Foreningen Eksempel", "nn": "Foreininga Døme", "en": "The Example Association"}
    assert actor.aliases == ("FE",)
    assert actor.kind is not None and rows.concepts[actor.kind]["nn"] == "foreining"


def test_a_role_has_status_date_and_the_words_that_state_it(rows: Rows) -> None:
    (role,) = [fact for fact in facts(rows, "member") if fact.subject == ID + "kari"]
    assert (role.object, role.date, role.role) == (ID + "forening", "2018-01-22", "https://w3id.org/aktorkart/role/leder")
    (evidence,) = role.evidence
    assert (evidence.article, evidence.start, evidence.end, evidence.confidence) == (ID + "a1", 5, 49, 0.97)
    assert evidence.exact == "Kari Testdatter er leder i Foreningen Eksempel"


def test_a_role_held_at_a_place_keeps_the_places_name() -> None:
    place = f"<{ID}place/tokke> a <https://schema.org/Place> ; <http://www.w3.org/2000/01/rdf-schema#label> \"Tokke\"@nb , \"Tokke\"@nn ."
    member = f"<{ID}m9> a <http://www.w3.org/ns/org#Membership> ; <http://www.w3.org/ns/org#member> <{ID}kari> ; <http://www.w3.org/ns/org#organization> <{ID}place/tokke> ."
    held = [fact for fact in facts(read_rows(map_graph.store(f"{map_graph.GRAPH}\n{place}\n{member}")), "member") if fact.node == f"{ID}m9"]
    assert [(fact.object, fact.text) for fact in held] == [(None, "Tokke")]


def test_head_of_says_nothing_beside_the_membership(rows: Rows) -> None:
    assert facts(rows, "leads") == []


@pytest.mark.parametrize(
    ("relation", "subject", "target"),
    [
        ("attends", "kari", "mote"),
        ("organises", "styret", "mote"),
        ("created", "ola2", "rapport"),
        ("decided", "styret", "rapport"),
        ("decided_at", "rapport", "mote"),
        ("unit", "styret", "forening"),
        ("quoted", "kari", "a1"),
        ("mentioned", "ola", "a1"),
    ],
)
def test_facts_point_as_the_sentence_reads(rows: Rows, relation: str, subject: str, target: str) -> None:
    assert (ID + subject, ID + target) in {(fact.subject, fact.object) for fact in facts(rows, relation)}


def test_a_direct_triple_has_the_evidence_of_its_statement(rows: Rows) -> None:
    (fact,) = facts(rows, "attends")
    assert [evidence.exact for evidence in fact.evidence] == ["Kari Testdatter møtte i styret"]
    assert fact.date == "2020-06-03", "the article's date, as the fact has none"


def test_the_order_does_not_depend_on_the_stores(rows: Rows) -> None:
    import pyoxigraph as ox

    turned = ox.Store()
    for quad in sorted(map_graph.store(), key=str, reverse=True):
        turned.add(quad)
    assert read_rows(turned) == rows
