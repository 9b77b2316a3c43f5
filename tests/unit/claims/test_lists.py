"""Lists of names in the layouts that pages use, captions, by-lines, attendance, offices whose organisation the article tells elsewhere."""

from __future__ import annotations

import pytest

from build_graph.model import Authorship, Relation
from tests.marked import extracted, memberships, told
from tests.unit.claims.test_patterns import marked, named


def on_page(text: str) -> set[str]:
    """The memberships and leads of a page, as the reader lays it out."""
    return memberships(extracted(marked(text), page=True))


def expected(*lines: str) -> set[str]:
    return {named(line) for line in lines}


BOARD = "# Nytt styre\n\nStyret i {F}:\n\n"
LED = ("{K}: leder, {F}, current", "{K} leads {F}", "{K} leads styret i {F}", "{K}: medlem, styret i {F}, current")
DEPUTY = ("{O}: nestleder, {F}, current", "{O}: medlem, styret i {F}, current")


@pytest.mark.parametrize(
    ("layout", "text", "stated"),
    [
        ("title: names", f"{BOARD}Leder: {{K}}\nNestleder: {{O}}\n", (*LED, *DEPUTY)),
        ("title: names, nn", "# Nytt styre\n\nStyret i {F}:\n\nLeiar: {K}\nNestleiar: {O}\n", (*LED, *DEPUTY)),
        ("deputies do not sit in the board", f"{BOARD}Leder: {{K}}\nVara: {{O}}\n", (*LED, "{O}: varamedlem, styret i {F}, current")),
        ("plural title: names", f"{BOARD}Leder: {{K}}\nStyremedlemmer: {{O}} og {{E}}\n", (
            *LED, "{O}: styremedlem, {F}, current", "{O}: medlem, styret i {F}, current", "{E}: styremedlem, {F}, current", "{E}: medlem, styret i {F}, current")),
        ("title name, place", f"{BOARD}Leder {{K}}, {{Y}}\nNestleder {{O}}, {{Y}}\n", (*LED, *DEPUTY)),
        ("name - title", f"{BOARD}- {{K}} - leder\n- {{O}} - nestleder\n", (*LED, *DEPUTY)),
        ("name, title, place", "# Nytt utvalg\n\nUtvalget har disse medlemmene:\n\n1. {K}, professor, {Y} (leder)\n2. {O}, lege, {Y}\n3. {E}, rektor ved {F}\n", (
            "{K}: professor, -, current", "{K}: leder, utvalget, current", "{K} leads utvalget", "{K}: medlem, utvalget, current",
            "{O}: lege, -, current", "{O}: medlem, utvalget, current",
            "{E}: rektor, {F}, current", "{E} leads {F}", "{E}: medlem, utvalget, current")),
        ("name, organisation", "# Nytt utval\n\nPrøveutvalet:\n\n{K}, {F}\n{O}, {B}\n", (
            "{K}: medlem, prøveutvalet, current", "{K}: -, {F}, -", "{O}: medlem, prøveutvalet, current", "{O}: -, {B}, -")),
        ("names alone", "# Nytt utvalg\n\nPrøveutvalget:\n\n{K}\n{O}\n{E}\n", (
            "{K}: medlem, prøveutvalget, current", "{O}: medlem, prøveutvalget, current", "{E}: medlem, prøveutvalget, current")),
        ("a headmaster sits in a committee, which has none", "# Nytt utvalg\n\nPrøveutvalget:\n\n1. {K}, rektor, {Y}\n2. {O}, direktør, {Y}\n", (
            "{K}: rektor, -, current", "{K}: medlem, prøveutvalget, current", "{O}: direktør, -, current", "{O}: medlem, prøveutvalget, current")),
    ],
)  # fmt: skip
def test_layout(layout: str, text: str, stated: tuple[str, ...]) -> None:
    assert on_page(text) == expected(*stated)


def test_comma_chain_that_alternates() -> None:
    assert on_page("# Nytt styre\n\nNytt styre i {F}: {K}, leder, {O}, nestleder, og {E}, kasserer.\n") >= expected(
        "{K}: leder, {F}, current", "{O}: nestleder, {F}, current", "{E}: kasserer, {F}, current")


def test_comma_chain_does_not_hand_titles_on() -> None:
    found = on_page("# Nytt styre\n\n{K}, leder, {O}, nestleder, og {E}, kasserer, holder kurs.\n")
    assert not [line for line in found if line.startswith("Eva Mønster: nestleder")]


@pytest.mark.xfail(reason="the group right before the verb is taken, not the body it owns")
def test_who_sits_in_the_board_of_an_organisation() -> None:
    assert on_page("# Nytt styre\n\nI styret i {F} sitter {K} og {O}.\n") == expected(
        "{K}: medlem, styret i {F}, current", "{O}: medlem, styret i {F}, current")


def test_a_list_under_a_group_that_is_to_come() -> None:
    found = on_page("# Nytt styre\n\nStyret i {F}:\n\nLeder: {K}\n\nDet nye styret tiltrer 1. september.\n")
    assert "Kari Testdatter: leder, Foreningen Eksempel, incoming" in found


def test_a_sentence_with_names_is_no_list() -> None:
    assert on_page("# Kurs\n\nStyret i {F}:\n\n{K} fortalte om kurset og {O} lyttet.\n") == set()


# --- captions, by-lines, credits ---


def test_caption_names_titles() -> None:
    found = on_page("# Kurs\n\n{F} holdt kurs på torsdag.\n\nF.v. rådgiver {K} og professor {O}. Foto: {U}/{L}\n\nKurset var på torsdag.\n")
    assert found == expected("{K}: rådgiver, -, current", "{O}: professor, -, current")


def authorships(text: str) -> set[str]:
    extract = extracted(marked(text), page=True)
    return {told(extract, c) for c in extract.claims if isinstance(c, Authorship)}


def test_byline_and_credit() -> None:
    text = "# Kurs\n\nAV KARI TESTDATTER\nkari.testdatter@eksempel.example\n\n{F} holdt kurs på torsdag.\n\nKurset var fullt. Foto: {O}/{L}\n"
    assert authorships(text) == {"Kari Testdatter author", "Ola Prøve photographed 0"}


def test_an_editorial_office_that_signs_is_an_author_and_no_person() -> None:
    text = "# Kurs\n\nAV EKSEMPELBLADETS REDAKSJON\nred@eksempel.example\n\n{F} holdt kurs på torsdag.\n"
    assert authorships(text) == {"Eksempelbladets redaksjon author"}
    assert not [r for r in extracted(marked(text), page=True).referents.values() if r.kind == "person"]


def test_an_agency_is_no_photographer() -> None:
    assert authorships("# Kurs\n\n{F} holdt kurs på torsdag.\n\nKurset var fullt. Foto: Shutterstock\n") == set()


# --- attendance ---

MINUTES = "# Referat fra årsmøtet i {F} 3. mai 2020\n\n"


def attendance(text: str) -> set[str]:
    extract = extracted(marked(text), page=True)
    return {told(extract, c).partition(" attends ")[0] for c in extract.claims if isinstance(c, Relation) and c.predicate == "attends"}


@pytest.mark.parametrize(
    ("text", "there"),
    [
        (f"{MINUTES}Til stede: {{K}}, {{O}} og {{E}}\n\nSak 1: Budsjett\n", {"{K}", "{O}", "{E}"}),
        (f"{MINUTES}Til stades: {{K}} og {{O}}\n\nSak 1: Budsjett\n", {"{K}", "{O}"}),
        (f"{MINUTES}Møtte: {{K}}, leder, og {{O}}, nestleder\n\nSak 1: Budsjett\n", {"{K}", "{O}"}),
        (f"{MINUTES}Til stede: {{K}}, {{O}} (ikke møtt), {{E}}\n\nSak 1: Budsjett\n", {"{K}", "{E}"}),
        (f"{MINUTES}Til stede: {{K}}\nForfall: {{O}}\n\nSak 1: Budsjett\n", {"{K}"}),
        (f"{MINUTES}Til stede: {{K}} (vara for {{O}}) og {{E}}\n\nSak 1: Budsjett\n", {"{K}", "{E}"}),
        (f"{MINUTES}Til stede:\n\n- {{K}}\n- {{O}}\n\nSak 1: Budsjett\n", {"{K}", "{O}"}),
        (f"{MINUTES}Deltakere: {{K}} og {{O}}\n\nSak 1: {{E}} har søkt om støtte.\n", {"{K}", "{O}"}),
    ],
)
def test_attendance_list(text: str, there: set[str]) -> None:
    assert attendance(text) == {named(name) for name in there}


def test_an_attendance_list_without_a_meeting_says_nothing() -> None:
    assert attendance("# Kurs\n\nTil stede: {K} og {O}\n") == set()


# --- offices whose organisation stands elsewhere ---


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("# Valg i {F}\n\nNy leder er {K}.", ("{K}: leder, {F}, current", "{K} leads {F}")),
        ("# Valg i {F}\n\nNestleiar vert {K}.", ("{K}: nestleder, {F}, incoming",)),
        ("Årsmøtet i {F} valgte {K} til leder.", ("{K}: leder, {F}, incoming", "{K} leads {F}")),
        ("{K} er leder i {F}. Nestleder er {O}.", ("{K}: leder, {F}, current", "{K} leads {F}", "{O}: nestleder, {F}, current")),
        ("# Utvalg\n\nPrøveutvalget er i gang. Leder er {K}.", ("{K}: leder, prøveutvalget, current", "{K} leads prøveutvalget")),
        # a profession may be held anywhere
        ("# Kurs i {F}\n\nRådgiver {K} holder kurs.", ("{K}: rådgiver, -, current",)),
        # an association has no headmaster
        ("# Kurs i {F}\n\nRektor {K} holder kurs.", ("{K}: rektor, -, current",)),
        # of which of two organisations?
        ("# {F} møter {B}\n\nLeder {K} gleder seg.", ("{K}: leder, -, current",)),
        # an article on a party or a state organ names it for other reasons
        ("# Møte i {A}\n\nLeder {K} gleder seg.", ("{K}: leder, -, current",)),
        # two who would hold one office
        ("# Valg i {F}\n\nLeder {K} møtte leder {O}.", ("{K}: leder, -, current", "{O}: leder, -, current")),
        # a former holder
        ("# Valg i {F}\n\nTidligere leder {K} gleder seg.", ("{K}: leder, {F}, former", "{K} leads {F}")),
    ],
)
def test_office_in_context(text: str, stated: tuple[str, ...]) -> None:
    assert memberships(extracted(marked(text))) == expected(*stated)
