"""Who wrote the page and took its pictures, in the forms that by-lines come in; and names that are no by-line."""

import pytest

from build_graph.read.layout import Layout, lay_out

_TITLE = "Nytt styre i Foreningen Eksempel\n\n"
_TEXT = "\n\nForeningen Eksempel har valgt ny leder. Det skjedde i helgen i Prøveby.\n\nDet ble en lang dag for alle som var med.\n"


def _authors(page: Layout) -> list[str]:
    return [author.name.value for author in page.authors]


def _photographers(page: Layout) -> list[str]:
    return [person.value for photo in page.photos for person in photo.photographers]


@pytest.mark.parametrize(
    ("byline", "authors", "photographers"),
    [
        ("Av Kari Testdatter (tekst) og Ola Prøve (foto)", ["Kari Testdatter"], ["Ola Prøve"]),
        ("Kari Testdatter (tekst), Ola Prøve (foto)", ["Kari Testdatter"], ["Ola Prøve"]),
        ("TEKST KARI TESTDATTER FOTO OLA PRØVE", ["Kari Testdatter"], ["Ola Prøve"]),
        ("Av Kari Testdatter Tekst og foto", ["Kari Testdatter"], ["Kari Testdatter"]),
        ("KARI TESTDATTER\nOLA PRØVE (FOTO)", ["Kari Testdatter"], ["Ola Prøve"]),
        ("Tekst:\nKari Testdatter\nFoto:\nOla Prøve", ["Kari Testdatter"], ["Ola Prøve"]),
        ("Foto: Ola Prøve / Tekst: Kari Testdatter", ["Kari Testdatter"], ["Ola Prøve"]),
        ("Av journalist Kari Testdatter og fotograf Ola Prøve", ["Kari Testdatter"], ["Ola Prøve"]),
        ("av redaksjonssjef Kari Testdatter | 25. april 2023", ["Kari Testdatter"], []),
        ("AV JOURNALIST KARI TESTDATTER OG OLA PRØVE", ["Kari Testdatter", "Ola Prøve"], []),
        ("Av Kari Testdatter, leder, og Ola Prøve, nestleder i Eksempellaget", ["Kari Testdatter", "Ola Prøve"], []),
        ("14. februar 2024 | Kommunikasjonsavdelingen v/ Kari N. Testdatter", ["Kari N. Testdatter"], []),
        ("Kari Testdatter\nPublisert 3. mai 2024", ["Kari Testdatter"], []),
        ("Kari Testdatter og Ola Prøve\n3. mai 2024", ["Kari Testdatter", "Ola Prøve"], []),
        ("Kari Testdatter\nJournalist\nPublisert: 03.05.2024 10:15", ["Kari Testdatter"], []),
        ("Kari Testdatter | 3. mai 2024", ["Kari Testdatter"], []),
        ("Publisert 3. mai 2024 av Kari Testdatter", ["Kari Testdatter"], []),
        ("Publisert av Kari Testdatter, 3. mai 2024", ["Kari Testdatter"], []),
        ("Prøveby (NTB-Kari Testdatter): Det ble ny leder i helgen.", ["Kari Testdatter"], []),
        ("Debatt\n\nKari Testdatter, leder i Prøvelaget", ["Kari Testdatter"], []),
        ("Ill.: Ola Prøve", [], ["Ola Prøve"]),
        ("Foto (arkiv): Ola Prøve", [], ["Ola Prøve"]),
        # No by-lines: a kicker, an organisation, prose, birthdays, a person who is spoken of.
        ("STORE ENDRINGER\nPublisert 3. mai 2024", [], []),
        ("Nye Veier\nPublisert 3. mai 2024", [], []),
        ("Publisert av: Statsministerens kontor", [], []),
        ("Publisert 3. mai 2024 av redaksjonen", [], []),
        ("Av hensyn til Kari Testdatter", [], []),
        ("Av disse er Kari Testdatter og Ola Prøve nye", [], []),
        ("Kari Testdatter, 3. mai 1950\nOla Prøve, 4. mai 1950", [], []),
        ("Ola Prøve\n3. mai 2024\n\nOla Prøve er ny leder.", [], []),
        ("Kontakt:\nOla Prøve, pressesjef, tlf. 00 00 00 00", [], []),
    ],
)
def test_forms_of_bylines(byline: str, authors: list[str], photographers: list[str]) -> None:
    page = lay_out(f"{_TITLE}{byline}{_TEXT}")
    assert (_authors(page), _photographers(page)) == (authors, photographers)


def test_the_office_that_someone_writes_for() -> None:
    (author,) = lay_out(f"{_TITLE}14. februar 2024 | Kommunikasjonsavdelingen v/ Kari Testdatter{_TEXT}").authors
    assert author.department is not None and author.department.value == "Kommunikasjonsavdelingen"


@pytest.mark.parametrize(
    ("byline", "running"),
    [
        ("Tekst og foto: Kari Testdatter, kommunikasjonsrådgiver", "Kari Testdatter, kommunikasjonsrådgiver"),
        ("Av Kari Testdatter, leiar i Prøvelaget | 3. mai 2024", "Kari Testdatter, leiar i Prøvelaget"),
        ("av redaksjonssjef Kari Testdatter | 25. april 2023", "redaksjonssjef Kari Testdatter"),
    ],
)
def test_a_title_beside_the_name_is_running_text(byline: str, running: str) -> None:
    text = f"{_TITLE}{byline}{_TEXT}"
    page = lay_out(text)
    assert [text[slice(*block.span)] for block in page.blocks if block.kind == "paragraph"][0] == running
    assert all(photo.agency is None for photo in page.photos)


def test_a_credit_that_goes_on_in_the_next_paragraph() -> None:
    page = lay_out(f"{_TITLE}Kari Testdatter ble valgt på møtet. Foto:\n\nOla Prøve{_TEXT}")
    assert _photographers(page) == ["Ola Prøve"]


_FAREWELL = "Minneord\n\nPer Mønster\n\nPer Mønster døde i mai. Han var lærer i Prøveby i mange år.\n\nVi lyser fred over minnet hans.\n\n"


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        (f"{_FAREWELL}På vegne av venner\n\nKari Testdatter\nOla Fremmedmann\n", ["Kari Testdatter", "Ola Fremmedmann"]),
        (f"{_FAREWELL}Kari Testdatter\nOla Prøve\n\nPublisert 27. mai 2024", ["Kari Testdatter", "Ola Prøve"]),
        (f"{_TITLE}Vi krever svar.{_TEXT}\nMed helsing\nKari Testdatter\nleiar", ["Kari Testdatter"]),
        (f"{_TITLE}Vi krever svar.{_TEXT}\nMed vennlig hilsen\n\nKari Testdatter\t\tOla Fremmedmann\nleder\t\tnestleder", ["Kari Testdatter", "Ola Fremmedmann"]),
        (f"{_TITLE}Vi krever svar.{_TEXT}\nKari Testdatter", []),  # no letter: a caption, perhaps
        (f"{_TITLE}Vi krever svar.{_TEXT}\nMedlemmene er:\nKari Testdatter\nOla Fremmedmann", []),
        (f"Referat fra styremøte\n\nTil stede: Kari Testdatter{_TEXT}\nMed hilsen\nKari Testdatter\nreferent", []),
        (f"Kronikk om helse{_TEXT}\n– Vi må ta ansvar.\n\nKari Testdatter", []),  # who is quoted
    ],
)
def test_signatures(text: str, authors: list[str]) -> None:
    assert _authors(lay_out(text)) == authors
