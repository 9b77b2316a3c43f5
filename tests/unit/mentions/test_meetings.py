"""Which nouns and verbs mean a particular meeting, and which meeting."""

from __future__ import annotations

import pytest

from tests.marked import extracted, facts

F = "[ORG Foreningen Eksempel]"


def held(marked: str, **options: object) -> set[str]:
    """The meetings of an article, as "name start end place"."""
    return {line.removeprefix("held: ") for line in facts(extracted(marked, **options)) if line.startswith("held: ")}


@pytest.mark.parametrize(
    ("text", "meeting"),
    [
        ("Landsstyremøtet ble åpnet i går.", "landsstyremøtet"),
        (f"Årsmøtet i {F} holdes 3. mai 2020.", "årsmøtet i Foreningen Eksempel 2020-05-03"),
        (f"Årsmøtet til {F} vert halde 3.–5. mai 2020.", "årsmøtet til Foreningen Eksempel 2020-05-03 2020-05-05"),
        ("Siste møte ble holdt i 2007.", "siste møte 2007"),
        ("Under den påfølgende debatten ble det stille.", "den påfølgende debatten"),
        ("I debatten etterpå sa ingen noe.", "debatten"),
        ("I gårsdagens muntlige spørretime ble det stille.", "gårsdagens muntlige spørretime"),
        ("Hun deltok på konferansen i [GPE Prøveby] 3. mai 2020.", "konferansen i Prøveby 2020-05-03 Prøveby"),
        (f"Hun hadde møte med {F} om skolebygget.", "møte med Foreningen Eksempel om skolebygget"),
        ("Landsrådet møttes i [GPE Prøveby] 3. mai 2020.", "møte i landsrådet 2020-05-03 Prøveby"),
        ("Landsrådet møttest i [GPE Prøveby] i mai 2020.", "møte i landsrådet 2020-05 Prøveby"),
        ("[PER Kari Testdatter] var glad etter [GPE Prøveby]-møtet.", "Prøveby-møtet"),
        ("Klimaet var tema i de lange klimaforhandlingene.", "de lange klimaforhandlingene"),
    ],
)
def test_particular(text: str, meeting: str) -> None:
    assert held(text) == {meeting}


@pytest.mark.parametrize(
    "text",
    [
        "Hun går på foreldremøter.",
        "Det er møte hver tirsdag.",
        "Vi har faste møter med kommunen.",
        f"Han ber om et møte med {F}.",
        f"Ho ønskjer eit møte med {F}.",
        "Debatten om skolebygget går videre.",
        "Saken er sendt på høring.",
        "De gikk for å møte naboene.",
        "Oppmøtet var godt.",
        "Det viktigste er møtet mellom lærer og elev.",
        "Kvart møte tek ein time.",
        "Landsmøtet er foreningens øverste organ.",
        "Landsrådet møtes ofte.",
        "De har ikke hatt noe møte 3. mai 2020.",
    ],
)
def test_not_particular(text: str) -> None:
    assert held(text) == set()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Landsstyremøtet ble åpnet i går. På møtet talte mange. Landsstyremøtet var langt.", 1),
        ("Jubileumstoppmøtet ble åpnet i går. Etter toppmøtet var det middag.", 1),
        ("Landsrådet møttes i [GPE Prøveby]. Valget skjedde under landsrådsmøtet.", 1),
        ("Landsmøtet i 2015 var kort. Landsmøtet i 2019 var langt.", 2),
        ("Det første møtet ble holdt i mai 2018. Oppstartsmøtet var kort.", 1),
        ("Forrige møte ble holdt i 2007. Neste møte blir holdt i 2008.", 2),
    ],
)
def test_what_is_one_meeting(text: str, count: int) -> None:
    assert len(held(text)) == count


def test_minutes_tell_date_and_place_below_their_title() -> None:
    text = f"# Protokoll fra styremøte 4/2020\n\n{F}\n\nDato: 17. september 2020\n\nSted: Prøvehuset, Skisseby\n\nStyret takket for seg."
    assert held(text) == {"styremøte 4/2020 2020-09-17 Prøvehuset, Skisseby"}


def test_minutes_titled_by_their_body() -> None:
    text = "# MØTEPROTOKOLL\n\nFormannskapet\n\nMøtested: Rådhuset\n\nDato: 12.03.2019"
    assert held(text) == {"møte i formannskapet 2019-03-12 Rådhuset"}


def test_the_organiser() -> None:
    extract = extracted(f"Landsstyret i {F} har ni medlemmer. Landsstyremøtet ble åpnet 3. mai 2020.")
    meeting = next(r for r in extract.referents.values() if r.kind == "meeting")
    assert meeting.owner is not None and extract.referents[meeting.owner].name.lower().startswith("landsstyret")


def test_a_landsmoete_that_decides_is_a_body_too() -> None:
    lines = facts(extracted("Landsmøtet vedtok enstemmig en resolusjon om gratis kurs."))
    assert "Landsmøtet adopted resolusjon om gratis kurs, enstemmig" in {line[:1].upper() + line[1:] for line in lines}
