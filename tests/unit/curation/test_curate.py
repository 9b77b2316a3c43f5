"""What each decision does to the graph, and that taking it back undoes it."""

from __future__ import annotations

import re

import pytest

from build_graph.curation import Curated, Decision, curate
from build_graph.curation.decisions import forgetting
from build_graph.model import Authorship, Held, Membership, Mention, Quotation, Relation, Span, Stated
from build_graph.quads import Context, canonical, quads
from tests.making import Made, ask

CONTEXT = Context.standard()


def article(identifier: str, name: str, group: str, role: str = "leder", **more: object) -> Made:
    made = Made(identifier, **more)  # type: ignore[arg-type]
    who, where = made.add("person", name), made.add("organisation", group)
    made.claim(Membership(who, where, role, None, "current", made.said(f"{name} er {role} i {group}")))
    return made


def curated(made: list[Made], *decisions: Decision) -> Curated:
    return curate([each.extract() for each in made], CONTEXT, decisions)


def lines(found: Curated) -> list[str]:
    return canonical(quads(found.extracts, found.resolution, CONTEXT, found.applied))


def people(found: Curated) -> set[str]:
    return {path for path in found.resolution.entities if path.startswith("person/")}


TWO = [article("a1", "Kari Testdatter", "Prøvelaget"), article("a2", "Kari Dømesdatter", "Prøvelaget")]
ONE = [article("a1", "Kari Testdatter", "Prøvelaget"), article("a2", "Kari Testdatter", "Prøvelaget"), article("a3", "Kari Testdatter", "Prøvelaget")]


def test_same_joins_and_the_old_iri_still_leads_there() -> None:
    found = curated(TWO, Decision("same", "person/kari-testdatter", "person/kari-domesdatter", "married", "me", "2026-11-21"))
    (path,) = people(found)
    text = "".join(lines(found))
    other = ({"person/kari-testdatter", "person/kari-domesdatter"} - {path}).pop()
    assert f"<https://w3id.org/aktorkart/id/{other}> <http://www.w3.org/2002/07/owl#sameAs> <https://w3id.org/aktorkart/id/{path}>" in text
    assert '"married"' in text and "graph/curation" in text
    assert found.notes == ()


def test_what_was_joined_alone_is_never_called_the_same_as() -> None:
    assert "sameAs" not in "".join(lines(curated(ONE)))


def test_the_rest_of_both_follows() -> None:
    made = [*TWO, article("a3", "Kari Testdatter", "Prøvelaget"), article("a4", "Kari Dømesdatter", "Prøvelaget")]
    assert len(people(curated(made, Decision("same", "Kari Testdatter", "Kari Dømesdatter")))) == 1


def test_splitting_is_as_easy() -> None:
    found = curated(ONE, Decision("not same", "person/kari-testdatter@a1", "person/kari-testdatter@a3"))
    assert len(people(found)) == 2
    assert found.resolution.of["a1", "person:kari testdatter"] != found.resolution.of["a3", "person:kari testdatter"]
    assert found.notes == ()


def test_not_same_wins_over_same() -> None:
    found = curated(TWO, Decision("same", "Kari Testdatter", "Kari Dømesdatter", line=2), Decision("not same", "Kari Testdatter", "Kari Dømesdatter", line=3))
    assert len(people(found)) == 2
    assert [note.split(":")[0] for note in found.notes] == ["decision on line 2 does not apply"]


def test_organisations_too() -> None:
    made = [article("a1", "Kari Testdatter", "Prøvelaget"), article("a2", "Ola Prøve", "Prøveklubben")]
    found = curated(made, Decision("same", "organisation/provelaget", "Prøveklubben"))
    assert found.resolution.of["a1", "organisation:prøvelaget"] == found.resolution.of["a2", "organisation:prøveklubben"]
    split = curated([made[0], article("a2", "Ola Prøve", "Prøvelaget")], Decision("not same", "Prøvelaget@a1", "Prøvelaget@a2"))
    assert split.resolution.of["a1", "organisation:prøvelaget"] != split.resolution.of["a2", "organisation:prøvelaget"]


def test_rename_keeps_the_iri_and_the_old_name() -> None:
    found = curated(ONE, Decision("rename", "person/kari-testdatter", "Kari Prøve Testdatter"))
    entity = found.resolution.entities["person/kari-testdatter"]
    assert (entity.name, entity.aliases) == ("Kari Prøve Testdatter", ("Kari Testdatter",))


def test_the_register_is_not_renamed() -> None:
    made = article("a1", "Kari Testdatter", "Stortinget")
    (note,) = curated([made], Decision("rename", "Stortinget", "Tinget", line=7)).notes
    assert "line 7" in note


def test_wrong_takes_the_fact_and_its_evidence() -> None:
    before = "".join(lines(curated(TWO)))
    fact = next(part.split("> ")[0] for part in before.split("id/") if part.startswith("membership/kari-testdatter"))
    found = curated(TWO, Decision("wrong", fact))
    assert fact not in "".join(line for line in lines(found) if "graph/curation" not in line)
    assert len(found.extracts[0].claims) == 0 and len(found.extracts[1].claims) == 1


def test_wrong_holds_when_its_subject_gets_another_name() -> None:
    before = "".join(lines(curated(TWO)))
    fact = next(part.split("> ")[0] for part in before.split("id/") if part.startswith("membership/kari-domesdatter"))
    span = TWO[1].claims[0].evidence[0].span
    found = curated(TWO, Decision("same", "Kari Testdatter", "Kari Dømesdatter"), Decision("wrong", fact, f"a2:{span.start}-{span.end}"))
    assert found.extracts[1].claims == () and found.notes == ()


def test_a_meeting_that_was_none() -> None:
    made = Made()
    body = made.add("body", "Prøvestyret")
    meeting = made.add("meeting", "styremøtet", owner=body, start="2018-05-30")
    who = made.add("person", "Kari Testdatter")
    made.claim(Held(meeting, made.said("styremøtet 30. mai")), Relation("attends", who, meeting, made.said("Kari Testdatter møtte")))
    path = curated([made]).resolution.of["a1", meeting]
    found = curated([made], Decision("wrong", path))
    assert found.extracts[0].claims == ()


@pytest.mark.parametrize(
    ("decision", "reason"),
    [
        (Decision("same", "person/nobody", "Kari Testdatter"), "nothing is called person/nobody"),
        (Decision("same", "Kari Testdatter@a9", "Kari Testdatter"), "no article a9"),
        (Decision("wrong", "membership/gone", "a1:1-2"), "no article states that fact"),
        (Decision("forget", "0" * 32, "key"), "no article names that person"),
        (Decision("not same", "Kari Testdatter", "Kari Testdatter"), "the same places"),
        (Decision("same", "Kari Testdatter", "Prøvelaget"), "contradicts"),
    ],
)
def test_what_no_longer_applies_is_told_in_a_line(decision: Decision, reason: str) -> None:
    (note,) = curated(TWO, decision).notes
    assert reason in note and "\n" not in note


def forgotten(made: list[Made], *names: str) -> Curated:
    return curated(made, *forgetting(names or ["Kari Testdatter"], [], ""))


def test_nothing_is_left_of_who_is_forgotten() -> None:
    made = Made("intervju-kari-testdatter", stated={"headline": Stated("Kari Testdatter går av", None), "url": Stated("https://blad.example/kari-testdatter-gaar", None)})
    who, other = made.add("person", "Kari Testdatter"), made.add("person", "Ola Testdatter")
    group = made.add("organisation", "Prøvelaget")
    quote = made.said("Dette er mine egne ord")
    made.span("KARI TESTDATTER skriver. Skriv til kari.testdatter@prøve.example. Testdatters bok. Ola Testdatter")
    made.mentions += [Mention(Span(m.start(), m.end()), other, "person") for m in re.finditer("Ola Testdatter", made.text)]
    made.claim(
        Quotation(who, quote[0].span, "direct", made.said("Dette er mine egne ord, sier Testdatter")),
        Membership(who, group, "leder", None, "current", made.said("Kari Testdatter leder Prøvelaget")),
        Membership(other, group, "nestleder", None, "current", made.said("Hun er nestleder sammen med Kari Testdatter")),
        Authorship(who, made.said("Av Kari Testdatter")),
    )
    found = forgotten([made, *TWO])
    text = "".join(lines(found)) + found.extracts[0].article.text + found.extracts[0].article.identifier + found.extracts[0].article.file
    for trace in ("kari testdatter", "kari-testdatter", "kari.testdatter", "egne ord", "Av Kari"):
        assert trace not in text.lower()
    assert "Ola Testdatter" in text and "nestleder" in text
    assert len(found.extracts[0].article.text) == len(made.text)
    assert "person/kari-domesdatter" in people(found) and found.notes == ()


def test_who_is_forgotten_stays_so_in_other_articles_and_spellings() -> None:
    found = forgotten([article("a7", "KARI TESTDATTER", "Andre Prøvelag"), article("a8", "Kari Testdatter", "Prøvelaget")])
    assert people(found) == set()
    assert "estdatter" not in "".join(lines(found))


def test_every_graph_without_decisions_is_as_before() -> None:
    assert lines(curated(TWO)) == lines(curated(TWO, Decision("wrong", "membership/gone")))


def test_decisions_are_told_without_names_of_the_forgotten() -> None:
    from pyoxigraph import RdfFormat, Store

    store = Store()
    store.load("".join(lines(forgotten(TWO))).encode(), RdfFormat.N_QUADS)
    assert ask(store, "GRAPH id:graph/curation { ?s rdfs:label ?label }".replace("id:graph/curation", "<https://w3id.org/aktorkart/id/graph/curation>"), "label") == {('"forget (a person)"',)}
