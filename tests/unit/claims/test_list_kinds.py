"""What a list is of: an election, a meeting's members, deputies and staff, a body of its own; and where its titles are held."""

from __future__ import annotations

import pytest

from tests.marked import extracted, memberships
from tests.unit.claims.test_lists import attendance, expected, on_page

COUNCIL = "# Møteprotokoll\n\nUtval: Kommunestyret\nDato: 14.12.2020\n\n"
ELECTED = "# Årsmøte i {F}\n\nÅrsmøtet i {F} ble holdt 3. mai 2020.\n\n"
LEADS = ("{K}: leder, {F}, current", "{K} leads {F}")


@pytest.mark.parametrize(
    ("kind", "text", "stated"),
    [
        ("an election is of the association that met", f"{ELECTED}## VALGENE\n\nLeder: {{K}}\nNestleder: {{O}} (gjenvalgt)\nØvrige: {{E}}\n",
            ("{K}: leder, {F}, incoming", "{K} leads {F}", "{O}: nestleder, {F}, current", "{E}: styremedlem, {F}, incoming")),
        ("a committee of its own", f"{ELECTED}## VALGENE\n\nLeder: {{K}}\nValgkomité: {{O}} (leder), {{E}}\n",
            ("{K}: leder, {F}, incoming", "{K} leads {F}", "{O}: leder, Valgkomité, incoming", "{O} leads Valgkomité", "{O}: medlem, Valgkomité, incoming", "{E}: medlem, Valgkomité, incoming")),
        ("a committee on a line of its own", f"{ELECTED}Redaksjonskomité\n{{O}}, {{E}}\n", ("{O}: medlem, Redaksjonskomité, current", "{E}: medlem, Redaksjonskomité, current")),
        ("title on a line of its own", "# Prøveutvalget\n\n## Leder\n\n{K}, {F}\n\n## Medlemmer\n\n{O}, {B}\n",
            ("{K}: leder, prøveutvalget, current", "{K} leads prøveutvalget", "{K}: medlem, prøveutvalget, current", "{K}: -, {F}, -", "{O}: medlem, prøveutvalget, current", "{O}: -, {B}, -")),
        ("what a group has of members", "# Nytt fra nord\n\nPrøveutvalget ble satt ned i mai.\n\n## Prøveutvalgets sammensetning\n\n• {K}, {Y} (leder)\n• Avdelingsdirektør {O}, {F}\n",
            ("{K}: leder, prøveutvalget, current", "{K} leads prøveutvalget", "{K}: medlem, prøveutvalget, current", "{O}: medlem, prøveutvalget, current", "{O}: avdelingsdirektør, {F}, current")),
        ("a title in brackets with its place", "# Nytt styre\n\nStyret i {F}:\n\nNestleder {K} (førsteamanuensis, {B})\n",
            ("{K}: nestleder, {F}, current", "{K}: medlem, styret i {F}, current", "{K}: førsteamanuensis, {B}, current")),
        ("who works for a board has no seat in it", "# Nytt styre\n\nStyret i {F}:\n\nStyreleder: {K}\nDaglig leder: {O}\nObservatør: {E}\n",
            ("{K}: styreleder, {F}, current", "{K} leads styret i {F}", "{K}: medlem, styret i {F}, current", "{O}: daglig leder, {F}, current", "{O} leads {F}", "{E}: observatør, {F}, current")),
        ("contacts are no members", "# Nytt styre\n\nStyret i {F}:\n\nLeder: {K}\n\nKontakt:\n{O}, rådgiver\n", (*LEADS, "{K} leads styret i {F}", "{K}: medlem, styret i {F}, current", "{O}: rådgiver, -, current")),
        ("the body appointed, not the one that appoints", "# Møte\n\nStyret oppnevnte et nytt kursutvalg:\n\n{K}, leder\n{O}\n{E}\n",
            ("{K}: leder, kursutvalg, current", "{K} leads kursutvalg", "{K}: medlem, kursutvalg, current", "{O}: medlem, kursutvalg, current", "{E}: medlem, kursutvalg, current")),
        ("a council's members and their parties", f"{COUNCIL}Desse møtte:\n{{K}} ({{A}}), leiar\n{{O}} ({{A}})\n",
            ("{K}: medlem, Kommunestyret, current", "{K}: medlem, {A}, current", "{K}: leder, Kommunestyret, current", "{K} leads Kommunestyret", "{O}: medlem, Kommunestyret, current", "{O}: medlem, {A}, current")),
        ("parties before their members", f"{COUNCIL}Møtende:\n{{A}}: {{K}} og {{O}}\n",
            ("{K}: medlem, Kommunestyret, current", "{K}: medlem, {A}, current", "{O}: medlem, Kommunestyret, current", "{O}: medlem, {A}, current")),
        ("a party's people on the lines below it", "# Valget\n\nHer er det nye kommunestyret i Prøveby:\n\n{A}:\n{K}\n{O}\n",
            ("{K}: medlem, kommunestyret, current", "{K}: medlem, {A}, current", "{O}: medlem, kommunestyret, current", "{O}: medlem, {A}, current")),
        ("a profile behind a label", "# Nytt styre\n\nStyret i {F}:\n\nVaramedlem: {K}, {Y}. (Ny). Rådgiver i {B}.\n",
            ("{K}: varamedlem, styret i {F}, current", "{K}: rådgiver, {B}, current")),
        ("a title before a name behind a label", "# Nytt styre\n\nStyret i {F}:\n\nMedlem: Rådgiver {K}, {B}\n",
            ("{K}: medlem, styret i {F}, current", "{K}: rådgiver, {B}, current")),
        ("absent members and deputies", f"{COUNCIL}Til stades: {{K}}\nForfall: {{O}}\nVara: {{E}}\n",
            ("{K}: medlem, Kommunestyret, current", "{O}: medlem, Kommunestyret, current", "{E}: varamedlem, Kommunestyret, current")),
    ],
)  # fmt: skip
def test_kind(kind: str, text: str, stated: tuple[str, ...]) -> None:
    assert on_page(text) == expected(*stated)


@pytest.mark.parametrize(
    ("listed", "there"),
    [
        ("Til stades: {K}\nForfall: {O}\nVara: {E}\n", {"{K}", "{E}"}),
        ("Til stades: {K}\n\nForfall: {O}. For han møtte vara {E}.\n", {"{K}", "{E}"}),
        ("Frammøtte medlemer\n{K}\n{O}\n\nForfall\n{E}\n", {"{K}", "{O}"}),
        ("Møtte: {K}\n\nFrå administrasjonen: rådgivar {O}\nProtokollførar: {E}\n", {"{K}", "{O}", "{E}"}),
        ("Møtande:\n{A}: {K}, {O}\n", {"{K}", "{O}"}),
    ],
)
def test_there(listed: str, there: set[str]) -> None:
    assert attendance(f"{COUNCIL}{listed}") == attendance(f"{COUNCIL}Til stades: {', '.join(sorted(there))}\n")


def test_deputies_of_an_election_met_nowhere() -> None:
    assert attendance(f"{ELECTED}## VALGENE\n\nLeder: {{K}}\nVara: {{O}}\n") == set()


@pytest.mark.parametrize(
    "text",
    [
        "I valgkomiteen sitter {K} (leder), {O} og {E}.",
        "Årsmøtet valgte ny valgkomité: {K} (leder), {O} og {E}.",
        "Valgkomiteen består av {K} (leder), {O} og {E}.",
    ],
)
def test_list_in_a_sentence(text: str) -> None:
    found = on_page(f"# Valg\n\n{text}\n")
    for name in ("Kari Testdatter", "Ola Prøve", "Eva Mønster"):
        assert any(line.casefold().startswith(f"{name}: medlem, valgkomit".casefold()) for line in found), found
    assert any(line.startswith("Kari Testdatter leads") for line in found)


def test_with_whom_someone_sits() -> None:
    found = on_page("# Valg i {F}\n\n{K} leder styret i {F}. Med seg i styret får hun {O} (nestleder) og {E}.\n")
    assert found >= expected("{O}: medlem, styret i {F}, current", "{E}: medlem, styret i {F}, current", "{O}: nestleder, {F}, current")


def test_who_does_not_sit_is_no_member() -> None:
    assert not [line for line in on_page("# Valg\n\nI valgkomiteen sitter ikke {K} og {O}.\n") if "medlem" in line]


def test_a_party_in_capitals_is_the_holders() -> None:
    found = memberships(extracted("Møte i utval for oppvekst\nDato: 3. mai 2020\n\nTil stades:\n[PER Kari Testdatter], [ORG SP], leiar", page=True))
    assert found == {
        "Kari Testdatter: medlem, utval for oppvekst, current", "Kari Testdatter: medlem, Senterpartiet, current",
        "Kari Testdatter: leder, utval for oppvekst, current", "Kari Testdatter leads utval for oppvekst",
    }  # fmt: skip
