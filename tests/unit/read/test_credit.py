"""Photo credits: who took the picture, for whom."""

import pytest

from build_graph.read.credit import find_credit, read_credit


@pytest.mark.parametrize(
    ("text", "credit", "photographers", "agency"),
    [
        ("Foto: Kari Testdatter/Foreningen Eksempel", "Foto: Kari Testdatter/Foreningen Eksempel", ["Kari Testdatter"], "Foreningen Eksempel"),
        ("Foto: Kari Testdatter, Byrået", "Foto: Kari Testdatter, Byrået", ["Kari Testdatter"], "Byrået"),
        ("Foto: Kari Testdatter, Byrået/Arkivet", "Foto: Kari Testdatter, Byrået/Arkivet", ["Kari Testdatter"], "Byrået/Arkivet"),
        ("Foto: Prøveforeningen", "Foto: Prøveforeningen", [], "Prøveforeningen"),
        ("Foto: Prøveby sykehus", "Foto: Prøveby sykehus", [], "Prøveby sykehus"),
        ("Foto: Kari Testdatter og Ola Prøve", "Foto: Kari Testdatter og Ola Prøve", ["Kari Testdatter", "Ola Prøve"], None),
        ("Foto: Kari Testdatter og Byrået AS", "Foto: Kari Testdatter og Byrået AS", ["Kari Testdatter"], "Byrået AS"),
        ("Foto: Kari Testdatter, Ola Prøve og Per Mønster/Byrået", "Foto: Kari Testdatter, Ola Prøve og Per Mønster/Byrået", ["Kari Testdatter", "Ola Prøve", "Per Mønster"], "Byrået"),
        ("Foto: Byrået/Kari Testdatter", "Foto: Byrået/Kari Testdatter", ["Kari Testdatter"], "Byrået"),
        ("Foto: privat", "Foto: privat", [], None),
        ("Foto: Kari Testdatter/privat", "Foto: Kari Testdatter/privat", ["Kari Testdatter"], None),
        ("FOTO: KARI TESTDATTER", "FOTO: KARI TESTDATTER", ["Kari Testdatter"], None),
        ("FOTO: KARI TESTDATTER / Byrået", "FOTO: KARI TESTDATTER / Byrået", ["Kari Testdatter"], "Byrået"),
        ("Arkivfoto: Kari Testdatter", "Arkivfoto: Kari Testdatter", ["Kari Testdatter"], None),
        ("Illustrasjonsfoto: Colourbox", "Illustrasjonsfoto: Colourbox", [], "Colourbox"),
        ("Fotograf: Kari Testdatter", "Fotograf: Kari Testdatter", ["Kari Testdatter"], None),
        ("Foto og tekst: Kari Testdatter", "Foto og tekst: Kari Testdatter", ["Kari Testdatter"], None),
        ("Foto Kari Testdatter / NTB", "Foto Kari Testdatter / NTB", ["Kari Testdatter"], "NTB"),
        ("Foto av Kari Testdatter", "Foto av Kari Testdatter", ["Kari Testdatter"], None),
        ("Foto: Testdatter, Kari / NTB scanpix", "Foto: Testdatter, Kari / NTB scanpix", ["Kari Testdatter"], "NTB scanpix"),
        ("Kari Testdatter / NTB", "Kari Testdatter / NTB", ["Kari Testdatter"], "NTB"),
        ("Hun ble valgt. Foto: Kari Testdatter.", "Foto: Kari Testdatter", ["Kari Testdatter"], None),
        ("Hun ble valgt (Foto: Kari Testdatter/NTB). Så gikk de.", "Foto: Kari Testdatter/NTB", ["Kari Testdatter"], "NTB"),
        ("*Foto: Kari Testdatter*", "Foto: Kari Testdatter", ["Kari Testdatter"], None),
    ],
)
def test_credits(text: str, credit: str, photographers: list[str], agency: str | None) -> None:
    span = find_credit(text, 0, len(text))
    assert span is not None
    assert text[span.start : span.end] == credit
    photo = read_credit(text, span)
    assert [person.value for person in photo.photographers] == photographers
    assert (photo.agency.value if photo.agency else None) == agency
    for stated in (*photo.photographers, *([photo.agency] if photo.agency else [])):
        assert stated.span is not None
        assert text[stated.span.start : stated.span.end].split()[-1].strip(",").casefold() in stated.value.casefold()


@pytest.mark.parametrize("text", ["Foto var hobbyen hennes.", "Boka har foto av Kari Testdatter og mye tekst.", "Fotografen kom.", "Kari Testdatter / Ola Prøve", "Tekst uten bilder."])
def test_prose_is_no_credit(text: str) -> None:
    assert find_credit(text, 0, len(text)) is None


def test_a_caption_that_runs_on_behind_the_agency_is_not_part_of_it() -> None:
    text = "Foto: Kari Testdatter / NTB scanpix Ola Prøve på vei inn til møtet i Prøveby i går"
    span = find_credit(text, 0, len(text))
    assert span is not None
    assert text[span.start : span.end] == "Foto: Kari Testdatter / NTB scanpix"
