"""Sentences that look like facts and are none."""

from __future__ import annotations

import pytest

from build_graph.model import Decision, Quotation, Relation
from tests.marked import extracted, memberships, told
from tests.unit.claims.test_patterns import marked, named

NO_ROLE = [
    "{K} er en trygg leder.",
    "{K} er ein trygg leiar.",
    "{K} leder med to poeng før siste runde.",
    "{K} leder an i arbeidet med kurset.",
    "– Jeg leder kurset i kveld, sier {K}.",
    "{K} mener at ledere må lytte.",
    "{K} snakket lenge med lederen.",
    "Lederen snakket lenge med {K}.",
    "{K} takket lederen i {F}.",
    "{K} og lederen av {F} kom.",
    "Boka handler om en leder. {K} har lest den.",
    "Kursene i {F} ledes i høst.",
    # another's title
    "{K} er datter av lederen i {F}.",
    "{K} er gift med lederen i {F}.",
    "{K} var saman med leiaren i {F}.",
    # wished for, possible, denied, conditional
    "{K} ønsker å bli leder i {F}.",
    "{K} kan bli leder i {F}.",
    "{K} søkte jobben som rådgiver i {F}.",
    "{K} vil ikke bli leder i {F}.",
    "{K} er ikke leder i {F}.",
    "{K} er ikkje leiar i {F}.",
    "{K} har aldri vært leder i {F}.",
    "{K} ble ikke valgt til leder i {F}.",
    "{K} leder kurs og er ikke rådgiver ved {F}.",
    "Dersom {K} blir leder i {F}, kommer det flere kurs.",
    "Viss {K} vert leiar i {F}, kjem det fleire kurs.",
    "{K} sitter ikke i styret i {F}.",
    "{K} leder ikke {F}.",
    # a resignation is told without an office of its own
    "{K} sa opp stillingen.",
    # a town is no employer
    "{K}, {Y}",
    "{K} ({Y}) holder kurs.",
    "{K} fra {Y} deltok på kurset.",
    "{K} jobber i {Y}.",
    # no one is a party's member by liking or voting for it
    "{K} stemte på {A}.",
    "{K} roste {A}.",
    "{K} roste {F}.",
    "{K} leser {F}s blad.",
    # no collaboration
    "{L} samarbeider ikke med {B}.",
    "{L} og {B} samarbeider ikkje om kurs.",
    "{L} vil ikke lenger samarbeide med {B}.",
    "{L} har avsluttet samarbeidet med {B}.",
]


@pytest.mark.parametrize("text", NO_ROLE)
def test_no_membership(text: str) -> None:
    assert memberships(extracted(marked(text))) == set()


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("{K}, rådgiver, {Y}", {"{K}: rådgiver, -, current"}),
        ("1. {K}, rådgiver, {Y}\n2. {O}, professor, {Y}", {"{K}: rådgiver, -, current", "{O}: professor, -, current"}),
        ("Sammen med {K} sitter rådgiver {O}.", {"{O}: rådgiver, -, current"}),
        ("{K} traff rådgiver {O} i {F}.", {"{O}: rådgiver, {F}, current"}),
        ("{K} er ikke lenger leder i {F}.", {"{K}: leder, {F}, former", "{K} leads {F}"}),
        ("{K} er ikkje lenger leiar i {F}.", {"{K}: leder, {F}, former", "{K} leads {F}"}),
        ("{K} roste forgjengeren {O}.", set()),
        # said of one organisation, not of the other
        ("{K} er leder i {F}. {O} besøkte {B}.", {"{K}: leder, {F}, current", "{K} leads {F}"}),
        ("{K} er leder i {F} og besøkte {B}.", {"{K}: leder, {F}, current", "{K} leads {F}"}),
        # the title of one person is not the next one's
        ("Rådgiver {K} møtte {O}.", {"{K}: rådgiver, -, current"}),
        ("Rådgiver {K}, {O} og {E} holder kurs.", {"{K}: rådgiver, -, current"}),
    ],
)
def test_only_what_is_said(text: str, stated: set[str]) -> None:
    assert memberships(extracted(marked(text))) == {named(line) for line in stated}


@pytest.mark.parametrize(
    "text",
    [
        "{K} sa opp stillingen.",
        "{K} sier opp som rådgiver i {F}.",
        "{K} seier opp stillinga.",
        "{K} sier ja til tilbudet.",
        "{K} sa nei.",
        "{K} sier seg enig.",
        "{K} melder seg på kurset.",
        "{K} ville ikke si noe om kurset.",
        "Møtet ble utsatt. {K} leser avisa.",
        "– Hva mener {K} om kurset?",
        "– Er kurset nyttig, {K}?",
        "{K} meldte forfall til kurset.",
        "{K} skriver bøker om fugler.",
        "{K} svarer på telefonen.",
        "{K} svarte ikke på brevet.",
        "{K} ropte på hunden.",
        *(
            pytest.param(text, marks=pytest.mark.xfail(reason="a verb of saying without what is said still counts"))
            for text in (
                "{K} sa ingenting om kurset.",
                "Eg veit ikkje kva {K} seier.",
            )
        ),
    ],
)
def test_no_quotation(text: str) -> None:
    assert not [claim for claim in extracted(marked(text)).claims if isinstance(claim, Quotation)]


def quotations(text: str) -> list[str]:
    extract = extracted(marked(text))
    return sorted((told(extract, c) for c in extract.claims if isinstance(c, Quotation)), key=lambda line: extract.article.text.find(line.split(": ", 1)[1]))


def test_the_interviewers_turns_are_not_answers() -> None:
    found = quotations("– Hva mener du om kurset, {K}?\n\n– Det er nyttig, sier {K}.\n\n– Er det noe du savner?\n\n– Nei, ingenting.")
    assert found == ["Kari Testdatter says direct: Det er nyttig,", "Kari Testdatter says direct: Nei, ingenting."]


def test_a_turn_without_attribution_goes_on_with_the_last_speaker() -> None:
    found = quotations("– Det er nyttig, sier {K}.\n\n– Vi skal ha mange flere.")
    assert found == ["Kari Testdatter says direct: Det er nyttig,", "Kari Testdatter says direct: Vi skal ha mange flere."]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("{K} er rådgiver. Hun holder kurs.\n\n– Det er nyttig, sier hun.", "Kari Testdatter"),
        ("{K} og {O} holder kurs.\n\n– Det er nyttig, sier han.", "Ola Prøve"),
        ("{K} held kurs.\n\n– Det er nyttig, seier ho.", "Kari Testdatter"),
        ("{K} svarer slik:\n\n– Det er nyttig.", "Kari Testdatter"),
        ("– Det er nyttig, sier leder i {F}, {K}.", "Kari Testdatter"),
        ("– Det er nyttig, sier {F}s leder {K}.", "Kari Testdatter"),
    ],
)
def test_speaker_of_a_dash_quotation(text: str, speaker: str) -> None:
    found = quotations(text)
    assert found
    assert {line.partition(" says ")[0] for line in found} == {speaker}
    assert any(line.partition(" says direct: ")[2].startswith("Det er nyttig") for line in found)


NO_EVENT = [
    "{K} deltok ikke på årsmøtet i {F} 3. mai 2020.",
    "{K} var ikkje til stades på årsmøtet i {F} 3. mai 2020.",
    "{K} hadde ikke møte med {F} 3. mai 2020.",
    "{F} vedtok ikke resolusjonen «Kurs i nord».",
    "{F} har ikkje vedteke resolusjonen «Kurs i nord».",
    "Dersom {F} vedtar resolusjonen «Kurs i nord», blir kurset gratis.",
    "Hvis {F} vedtar å gi alle gratis kurs, blir det fullt.",
    "{F} foreslo ikke at kurset skal være gratis.",
    "Rapporten «Kurs i nord» ble ikke lagt frem for {F}.",
    "Rapporten «Kurs i nord» er ikke skrevet av {K}.",
    "{F} oppnevnte ikke en arbeidsgruppe.",
    "{F} skal vurdere om de vil oppnevne en arbeidsgruppe.",
]


@pytest.mark.parametrize("text", NO_EVENT)
def test_nothing_was_decided_presented_or_attended(text: str) -> None:
    extract = extracted(marked(text))
    assert [told(extract, c) for c in extract.claims if isinstance(c, Decision | Relation)] == []
