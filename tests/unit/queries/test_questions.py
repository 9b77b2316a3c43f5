"""Every named question has help, runs, answers rightly on the fixture, and is documented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, QueryTriples, Store

from queries.errors import QueryError, UnknownQuestion
from queries.parameters import slots
from queries.prefixes import prefixes
from queries.questions import catalogue, parse_question, question
from queries.run import run
from queries.table import cell

DOCUMENT = Path(__file__).parents[3] / "docs" / "queries.md"
NAMES = [each.name for each in catalogue()]
BY_NAMESPACE = sorted(((namespace, prefix) for prefix, namespace in prefixes().items()), reverse=True)
LEDER = "membership:kari-testdatter--leder--foreningen-eksempel--2020-landsstyret"

# Question, parameters, how many rows, and cells that one of the rows has.
ANSWERS: list[tuple[str, dict[str, str], int, dict[str, str]]] = [
    ("articles-about", {"who": "Prøvesamarbeidet"}, 1, {"headline": "Startar opp att prøvesamarbeidet", "saidOn": "2021-05-20", "facts": "5"}),
    ("articles-about", {"who": "Kari Testdatter", "until": "2021"}, 2, {"article": "article:2020-landsstyret"}),
    ("articles-by", {"author": "skribent"}, 3, {"name": "Anne Skribent", "journal": "Prøveavisen", "saidOn": "2022-02-01"}),
    ("articles-by", {"author": "Kari Testdatter"}, 0, {}),
    ("articles-per-month", {}, 3, {"month": "2021-05", "articles": "1"}),
    ("articles-per-month", {"about": "Ola Prøve"}, 2, {"month": "2022-02", "articles": "1"}),
    ("bodies", {"where": "FE"}, 2, {"body": "Arbeidsgruppen for prøver", "belongsTo": "Landsstyret", "institution": "Foreningen Eksempel", "members": "1"}),
    ("bodies", {"kind": "working group"}, 1, {"body": "Arbeidsgruppen for prøver"}),
    ("brokers", {}, 2, {"person": "Nina Fiksjon", "institutions": "3", "where": "Direktoratet for prøver; Foreningen Eksempel; Prøveforbundet"}),
    ("brokers", {"least": "3"}, 1, {"person": "Nina Fiksjon"}),
    ("brokers", {"status": "nåværende", "limit": "1"}, 1, {"institutions": "2"}),
    ("co-mentions", {"who": "Per Eksempel"}, 9, {"name": "Nina Fiksjon", "articles": "1"}),
    ("decisions", {"by": "landsstyret"}, 2, {"matter": "Flere prøver til alle", "outcomeName": "vedtatt", "method": "enstemmig", "decider": "Landsstyret"}),
    ("decisions", {"outcome": "gjenopprettet", "language": "nn"}, 3, {"matter": "Prøvesamarbeidet", "outcomeName": "oppretta på nytt", "decider": "Foreininga Eksempel"}),
    ("evidence", {"fact": LEDER}, 1, {"evidence": "Leder Kari Testdatter", "start": "111", "end": "132", "confidence": "0.9", "rule": "rule:title-before-name"}),
    ("find", {"text": "PRØVER"}, 6, {"name": "Direktoratet for prøver", "type": "organisation"}),
    ("find", {"text": "eksempelforening"}, 1, {"entity": "organisation:foreningen-eksempel"}),
    ("in-both", {"one": "Landsstyret", "other": "Prøveforbundet"}, 2, {"person": "Kari Testdatter", "inOne": "Landsstyret", "inOther": "Styret"}),
    ("leaders", {"where": "Foreningen Eksempel"}, 2, {"person": "Kari Testdatter", "saidOn": "2021-05-20"}),
    ("meetings", {"arena": "landsstyret"}, 2, {"held": "2020-03-10", "place": "Prøvestad", "attendees": "Kari Testdatter; Nina Fiksjon; Ola Prøve", "works": "Prøver i praksis"}),
    ("meetings", {"until": "2007"}, 1, {"arenaName": "Prøvesamarbeidet", "held": "2007"}),
    ("meets", {"who": "Ola Prøve"}, 3, {"meets": "Kari Testdatter", "how": "in a body", "arenaName": "Landsstyret"}),
    ("meets", {"who": "Prøveforbundet"}, 2, {"meets": "Foreningen Eksempel", "how": "as parties"}),
    ("members", {"where": "Landsstyret"}, 2, {"member": "Ola Prøve", "roleName": "medlem"}),
    ("members", {"where": "Foreningen Eksempel"}, 4, {"member": "Kari Testdatter", "statusName": "nåværende", "firstSaid": "2020-03-12", "lastSaid": "2021-05-20", "times": "2"}),
    ("most-quoted", {}, 4, {"person": "Kari Testdatter", "quotations": "2", "articles": "1"}),
    ("most-quoted", {"since": "2021", "limit": "2"}, 2, {"quotations": "1"}),
    ("organisations", {"kind": "forening"}, 1, {"name": "Foreningen Eksempel", "aliases": "Eksempelforeningen; FE", "number": "999999999", "articles": "3"}),
    ("organisations", {"language": "en"}, 5, {"name": "Ministry of Samples", "kindName": "ministry"}),
    ("overview", {}, 15, {"what": "people", "number": "6"}),
    ("parties", {"collaboration": "Prøvesamarbeidet"}, 3, {"party": "Departementet for prøver", "statusName": "nåværende"}),
    ("person", {"who": "Kari Testdatter"}, 12, {"what": "proposed", "with": "Færre prøver", "saidOn": "2022-02-01"}),
    ("person", {"who": "testdatter", "since": "2022"}, 3, {"what": "role", "detail": "styremedlem", "evidence": "Kari Testdatter er styremedlem i Prøveforbundet."}),
    ("photos", {"shows": "Kari Testdatter"}, 1, {"photographer": "Bo Linse", "caption": "Kari Testdatter talte."}),
    ("quotes", {"who": "Kari Testdatter"}, 2, {"quotation": "prøver må bli enklere", "mode": "referert"}),
    ("quotes", {"text": "FLERE"}, 1, {"speaker": "Kari Testdatter", "mode": "direkte"}),
    ("reports", {"to": "Landsstyret"}, 1, {"reportName": "Prøver i praksis", "writer": "Arbeidsgruppen for prøver", "recipient": "Landsstyret"}),
    ("resolutions", {"by": "Ola Prøve"}, 1, {"name": "Flere prøver til alle", "method": "enstemmig", "date": "2020-03-10", "meetingName": "landsstyremøtet"}),
    ("resolutions", {"outcome": "rejected"}, 1, {"name": "Færre prøver", "proposer": "Kari Testdatter", "date": "2022-01-30"}),
    ("roles", {"who": "nina fiksjon"}, 3, {"roleName": "direktør", "organisation": "Direktoratet for prøver", "statusName": "fungerende", "saidOn": "2022-02-01"}),
    ("roles", {"where": "Foreininga Eksempel", "role": "leiar", "status": "former"}, 1, {"person": "Ola Prøve", "evidence": "tidligere leder Ola Prøve"}),
    ("roles", {"role": "leader", "language": "nn", "until": "2020-03"}, 3, {"roleName": "leiar", "organisation": "Foreininga Eksempel"}),
    ("shared-people", {}, 3, {"people": "2", "names": "Kari Testdatter; Nina Fiksjon"}),
    ("sources", {"who": "Kari Testdatter", "with": "Styret"}, 1, {"evidence": "Kari Testdatter er styremedlem i Prøveforbundet.", "article": "article:2022-ny-leder"}),
    ("status-changes", {"where": "Foreningen Eksempel"}, 2, {"person": "Kari Testdatter", "before": "nåværende", "beforeOn": "2021-05-20", "after": "avtroppende"}),
    ("sub-organisations", {"where": "Departementet for prøver"}, 1, {"organisation": "Direktoratet for prøver"}),
    ("succession", {"where": "Foreningen Eksempel", "role": "leder"}, 4, {"person": "Ola Prøve", "statusName": "påtroppende", "firstSaid": "2022-02-01"}),
    ("succession", {"where": "Direktoratet for prøver"}, 1, {"person": "Nina Fiksjon", "from": "2019-03", "to": "2021"}),
    ("timeline-institution", {"where": "FE"}, 16, {"date": "2022-01-30", "unitName": "Landsstyret", "what": "decided", "detail": "avvist"}),
    ("timeline-institution", {"where": "Prøvesamarbeidet"}, 7, {"date": "2007", "what": "meeting"}),
    ("timeline-person", {"who": "Nina Fiksjon"}, 9, {"date": "2019-03", "what": "role begins", "with": "Direktoratet for prøver"}),
    ("timeline-person", {"who": "Kari Testdatter"}, 12, {"date": "2020-03-10", "what": "attended"}),
    ("who-meets-whom", {}, 7, {"person": "Kari Testdatter", "meets": "Nina Fiksjon", "how": "at meetings", "arenas": "Landsstyret"}),
    ("who-meets-whom", {"arena": "Prøvesamarbeidet"}, 3, {"how": "as parties"}),
]  # fmt: skip


def shown(term: object | None) -> str:
    return cell(term, BY_NAMESPACE)


@pytest.mark.parametrize(("name", "parameters", "count", "expected"), ANSWERS, ids=[f"{name}-{'-'.join(given.values())}" for name, given, *_ in ANSWERS])
def test_answer(store: Store, name: str, parameters: dict[str, str], count: int, expected: dict[str, str]) -> None:
    result = run(store, question(name), parameters)
    rows = [dict(zip(result.variables, map(shown, row), strict=True)) for row in result.rows()]
    assert len(rows) == count
    assert not expected or any(expected.items() <= row.items() for row in rows), rows


@pytest.mark.parametrize("name", NAMES)
def test_every_question_is_tested(name: str) -> None:
    assert name in {"describe", "everything"} | {name for name, *_ in ANSWERS}


def test_describe(store: Store) -> None:
    answer = run(store, question("describe"), {"who": "Ola Prøve"}).answer
    assert isinstance(answer, QueryTriples)
    ola = NamedNode(prefixes()["person"] + "ola-prove")
    triples = list(answer)
    assert {triple.subject for triple in triples} == {ola}
    assert Literal("Ola Prøve") in {triple.object for triple in triples}


def test_everything(store: Store) -> None:
    answer = run(store, question("everything"), {"who": "Per Eksempel"}).answer
    assert isinstance(answer, QueryTriples)
    triples = {(shown(t.subject), shown(t.predicate), shown(t.object)) for t in answer}
    assert ("person:per-eksempel", "foaf:name", "Per Eksempel") in triples
    assert ("membership:per-eksempel--minister--departementet-for-prover--2021-samarbeidet", "org:role", "role:minister") in triples
    assert ("organisation:departementet-for-prover", "rdfs:label", "Departementet for prøver") in triples
    assert "– Vi gler oss, seier minister Per Eksempel." in {o for _, p, o in triples if p == "oa:exact"}
    assert ("article:2021-samarbeidet", "schema:mentions", "person:per-eksempel") in triples
    assert not any("kari-testdatter" in part for triple in triples for part in triple)


@pytest.mark.parametrize("name", NAMES)
def test_plain_sparql_without_us(store: Store, name: str) -> None:
    """The file as it stands is a query that any store reads: all prefixes declared, UNDEF for what is not asked."""
    list(store.query(question(name).text, use_default_graph_as_union=True) or [])  # type: ignore[arg-type]


@pytest.mark.parametrize("name", NAMES)
def test_help_and_parameters(name: str) -> None:
    asked = question(name)
    assert len(asked.help) > 20 and asked.help[0].isupper()
    assert len(asked.norwegian) > 20 and asked.norwegian[0].isupper()
    assert {slot.name for slot in slots(asked.text)} == {parameter.name for parameter in asked.parameters}
    assert all(len(parameter.help) > 10 for parameter in asked.parameters)
    for slot in slots(asked.text):
        if not slot.unset and slot.name != "limit":
            said = next(parameter.help for parameter in asked.parameters if parameter.name == slot.name)
            default = asked.text[slot.start : slot.end].strip(' "')
            assert f"default {default}" in said


@pytest.mark.parametrize("name", NAMES)
def test_documented(name: str) -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    section = re.search(rf"^### {re.escape(name)}\n(.*?)(?=^##|\Z)", text, re.DOTALL | re.MULTILINE)
    assert section, f"docs/queries.md has no section {name}"
    assert f"aktorkart query {name}" in section[1]
    assert question(name).help in section[1]
    for parameter in question(name).parameters:
        assert f"`--{parameter.name}`" in section[1], parameter.name


def test_no_documented_question_is_missing() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert set(re.findall(r"aktorkart query ([a-z][a-z-]+)(?![\w.])", text)) <= set(NAMES)


def test_enough_questions() -> None:
    assert len(NAMES) >= 18
    assert sorted(NAMES) == NAMES


def test_parse_question() -> None:
    parsed = parse_question("mine", "# What?\n# Hva?\n#\n# param who (name, required): someone\n# param n (number): how many\n\nSELECT * {}\n# not help\n")
    assert (parsed.help, parsed.norwegian) == ("What?", "Hva?")
    assert [(p.name, p.kind, p.required, p.help) for p in parsed.parameters] == [("who", "name", True, "someone"), ("n", "number", False, "how many")]


@pytest.mark.parametrize("line", ["# param who: no kind", "# param who (nonsense): x", "# param who (name)"])
def test_malformed_parameter_line(line: str) -> None:
    with pytest.raises(QueryError, match="mine"):
        parse_question("mine", f"# Help\n{line}\nSELECT * {{}}")


def test_unknown_question_suggests() -> None:
    with pytest.raises(UnknownQuestion, match="did you mean .*members"):
        question("member")
