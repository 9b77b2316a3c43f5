"""When the page came out; and the dates on it that say something else."""

import pytest

from build_graph.read.layout import lay_out

_TITLE = "Nytt styre i Foreningen Eksempel\n\n"
_TEXT = "\n\nForeningen Eksempel har valgt ny leder. Det skjedde i helgen i Prøveby.\n\nDet ble en lang dag for alle som var med.\n"


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("8. september 2023", "2023-09-08"),
        ("Onsdag 12. juni 2024 kl. 06.00", "2024-06-12"),
        ("12/6-2024", "2024-06-12"),
        ("Dato: 6. september 2024", "2024-09-06"),
        ("Vår dato: 06.09.2024", "2024-09-06"),
        ("Dato: Prøveby, 3. januar 2025", "2025-01-03"),
        ("Pressemelding | Nr: 12/24 | Dato: 06.09.2024 | Eksempeldepartementet", "2024-09-06"),
        ("06.09.2024 | 3 min lesetid", "2024-09-06"),
        ("Tekst: Kari Testdatter\n13. desember 2024", "2024-12-13"),
        ("Tekst: Kari Testdatter. Foto: Ola Prøve. Publisert 3. mai 2024", "2024-05-03"),
        ("Av Kari Testdatter Oppdatert 4. mai 2024 Publisert 3. mai 2024", "2024-05-03"),
        ("Kari Testdatter\nkari@a.example\nOnsdag 12. juni 2024", "2024-06-12"),
        ("Mottatt 13.5.2024, godkjent 16.5.2024. Publisert 27. mai 2024", "2024-05-27"),
        ("Sist oppdatert: 4. mai 2024 Publisert: 3. mai 2024", "2024-05-03"),
        ("3. mai 2024 (oppdatert 4. mai 2024)", "2024-05-03"),
        ("Publ. 03.05.24", "2024-05-03"),
        ("Lagt ut 3. mai 2024 av Kari Testdatter", "2024-05-03"),
        ("Publisert kl. 10:15, 3. mai 2024", "2024-05-03"),
        ("Fondet deler ut mer penger enn noen gang før.\n\n12. mai 2024", "2024-05-12"),
        # Another date, or no day.
        ("Sist oppdatert 4. mai 2024", None),
        ("Av Kari Testdatter Oppdatert 4. mai 2024", None),
        ("Mottatt 13.5.2024, godkjent 16.5.2024.", None),
        ("Deres dato: 06.09.2024", None),
        ("Søknadsfrist: 12. mai 2024", None),
        ("12.–14. mai 2024", None),
        ("Dato: 03.05.2024\nSted: Prøveby", None),
        ("5. mars 2024\n\nStyret møttes igjen på torget.\n\n22. januar 2024", None),
        ("Publisert 3. mai 2024 viste rapporten at noe er galt.", None),
    ],
)
def test_the_day_of_publication(line: str, published: str | None) -> None:
    page = lay_out(f"{_TITLE}{line}{_TEXT}")
    assert (page.published.value if page.published else None) == published


@pytest.mark.parametrize(
    "head",
    [
        "Referat fra styremøte\n\nPrøveby, 14. desember 2022",
        "Prøveby kommune\nMØTEPROTOKOLL\n\nUtval: Kommunestyret\nDato: 14.12.2022\nTid: 10.00",
        "Styremøte i Eksempellaget\n\n12. mai 2024",
        "Program for helga\n\nFredag 12. mai 2024",
    ],
)
def test_the_day_of_a_meeting_is_none_of_publication(head: str) -> None:
    assert lay_out(head + _TEXT).published is None


def test_a_byline_above_the_day_makes_it_the_days_news() -> None:
    page = lay_out(f"Årsmøte i Eksempellaget\n\nAv Kari Testdatter\n\n12. mai 2024{_TEXT}")
    assert page.published is not None and page.published.value == "2024-05-12"
