"""What grammar tells beyond the patterns: titles and their places, deciders, speakers, those present. Names are marked, grammar is the shipped model's."""

from __future__ import annotations

import pytest

from build_graph.model import Claim, Decision, Extract, Membership, Quotation, Relation
from tests.marked import extracted, told
from tests.unit.claims.test_patterns import marked, named


def lines(extract: Extract, *kinds: type[Claim]) -> set[str]:
    return {told(extract, claim) for claim in extract.claims if isinstance(claim, kinds)}


def stated(text: str, *kinds: type[Claim]) -> set[str]:
    return lines(extracted(marked(text), page=True, parsed=True), *kinds)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Møtet ble avlyst hvis leder i {F}, {K}, ikke kom.", {"{K}: leder, {F}, current"}),
        ("{K} er 33 år, rådgiver i et nytt program ved {B} og bor i {Y}.", {"{K}: rådgiver, {B}, current"}),
        ("Som ny direktør for medisin og forskning i {B} takker {K} for tilliten.", set()),
        ("{K}, tidligere rådgiver for skole og oppvekst i {B}, skriver bok.", {"{K}: rådgiver, {B}, former"}),
        ("{K} er en trygg leder.", set()),
        ("Hvis {K} er leder i {F}, er alt bra.", set()),
        ("{K} er ikke leder i {F}.", set()),
        ("{K} og {O}, henholdsvis leder og nestleder i {F}, er gjenvalgt.", {"{K}: leder, {F}, current", "{O}: nestleder, {F}, current"}),
        ("{K} og {O} ble valgt til henholdsvis leder i {F} og kasserer i {L}.", {"{K}: leder, {F}, incoming", "{O}: kasserer, {L}, incoming"}),
        ("{K} og {O}, høvesvis leiar og kasserar i {F}, er attvalde.", {"{K}: leder, {F}, current", "{O}: kasserer, {F}, current"}),
    ],
)
def test_titles(text: str, expected: set[str]) -> None:
    assert stated(text, Membership) == {named(line) for line in expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I går vedtok styret i {F}, mot alle råd, at kontoret flyttes.", {"styret i {F} adopted at kontoret flyttes"}),
        ("Etter forslag fra {L} vedtok styret i {F} å opprette et fond.", {"styret i {F} adopted å opprette et fond"}),
        ("Styret i {F} har likevel ikke vedtatt nye vedtekter.", set()),
        ("Styret i {F} ønsker å vedta nye vedtekter.", set()),
        ("{F} har flere ganger bedt regjeringen om å bygge brua.", {"å bygge brua proposed by {F}"}),
        ("Styret i {F} gav sekretariatet i oppdrag å greie ut saka.", {"styret i {F} adopted å greie ut saka"}),
    ],
)
def test_decisions(text: str, expected: set[str]) -> None:
    extract = extracted(marked(text), page=True, parsed=True)
    assert {told(extract, c) for c in extract.claims if isinstance(c, Decision) or isinstance(c, Relation) and c.predicate == "proposed by"} == {named(line) for line in expected}


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("{K} fryktar at små lag taper.", {"{K}"}),
        ("{K} utelukker imidlertid at hun går av.", {"{K}"}),
        ("Leder i {F}, {K}, lover at kurset blir gratis.", {"{K}"}),
        ("{K} var uenig, og sa det.", {"{K}"}),
        ("– Kurset er bra. {O} sier at alle kommer.\n\n– Det er fint, svarer {K}.", {"{K}"}),
        ("{K} lover ikke noe.", set()),
    ],
)
def test_speakers(text: str, speakers: set[str]) -> None:
    extract = extracted(marked(text), page=True, parsed=True)
    found = {extract.referents[c.speaker].name for c in extract.claims if isinstance(c, Quotation)}
    assert found & {"Kari Testdatter"} == {named(s) for s in speakers}


def test_who_spoke_at_the_meeting_reported_was_there() -> None:
    text = "Årsmøte i {F}\n\nÅrsmøtet i {F} ble holdt i {Y} 3. mai 2024.\n\n{K} mente at kontingenten var for høy. {O} sier til avisa at han er enig."
    there = {line for line in stated(text, Relation) if " attends " in line}
    assert {line.split(" attends ")[0] for line in there} == {"Kari Testdatter"}


MINUTES = """Protokoll fra styremøte i {F}

Dato: 14. mars 2024

Sak 12/24 Godkjenning av innkalling
Godkjent.

Sak 13/24 Kurs for nye medlemmer
Vedtak: Styret kjøper fem kurs. Enstemmig.

Sak 14/24 Nytt kontor
Saken ble utsatt.

Sak 15/24 Vervekampanje
Forslag fra {K}: Kampanjen avlyses.
Vedtak: Forslaget falt.

Sak 16/24 Eventuelt
Ingen saker.
"""


def test_cases_of_minutes() -> None:
    extract = extracted(marked(MINUTES), page=True, parsed=True)
    decided = {extract.referents[c.about].name: c for c in extract.claims if isinstance(c, Decision)}
    assert set(decided) == {"Godkjenning av innkalling", "Kurs for nye medlemmer"}
    course = decided["Kurs for nye medlemmer"]
    assert course.method == "enstemmig"
    assert extract.article.text[slice(*course.evidence[0].span)] == "Styret kjøper fem kurs. Enstemmig."
    assert "styret kjøper fem kurs" in extract.referents[course.about].aliases
    moved = {told(extract, c) for c in extract.claims if isinstance(c, Relation) and c.predicate == "proposed by"}
    assert moved == {"kampanjen avlyses proposed by Kari Testdatter"}


def test_no_cases_outside_minutes() -> None:
    text = MINUTES.replace("Protokoll fra styremøte i {F}", "Slik gikk det i {F}")
    assert not stated(text, Decision)
