"""The parts of a list page, each in several forms: heading, office, name, field, separator, sections; letters' signatures and programmes."""

from __future__ import annotations

import pytest

from tests.marked import extracted, facts
from tests.unit.claims.test_lists import expected, on_page
from tests.unit.claims.test_patterns import marked

BOARD = "# Nytt styre\n\nStyret i {F}:\n\n"
LED = ("{K}: leder, {F}, current", "{K} leads {F}", "{K} leads styret i {F}", "{K}: medlem, styret i {F}, current")


def there(text: str) -> set[str]:
    return {line for line in facts(extracted(marked(text), page=True)) if " attends " in line}


@pytest.mark.parametrize("separator", [" · ", " | ", ", "])
def test_separators(separator: str) -> None:
    text = f"# Prøverådet\n\nPrøverådet:\n\n{{K}}{separator}leder{separator}{{F}}\n{{O}}{separator}{{B}}\n{{E}}{separator}{{A}}\n"
    assert on_page(text) == expected(
        "{K}: leder, prøverådet, current", "{K} leads prøverådet", "{K}: medlem, prøverådet, current", "{K}: -, {F}, -",
        "{O}: medlem, prøverådet, current", "{O}: -, {B}, -", "{E}: medlem, prøverådet, current", "{E}: medlem, {A}, current")  # fmt: skip


@pytest.mark.parametrize(
    ("part", "text", "stated"),
    [
        ("an office that no list of titles has", f"{BOARD}Leder – {{K}}\nTurkontakt – {{O}}\n",
            (*LED, "{O}: turkontakt, {F}, current", "{O}: medlem, styret i {F}, current")),
        ("whom a member speaks for", f"{BOARD}Leder: {{K}}\nOverleger: {{O}}\nRegion øst: {{E}}\n",
            (*LED, "{O}: medlem, styret i {F}, current", "{E}: medlem, styret i {F}, current")),
        ("deputies for members", f"{BOARD}Leder: {{K}}\nVaramedlemmer: {{O}} for {{K}}\n", (*LED, "{O}: varamedlem, styret i {F}, current")),
        ("personal deputies", f"{BOARD}Leder: {{K}}\nPersonlege varamedlemer: {{O}} for {{K}}\n", (*LED, "{O}: varamedlem, styret i {F}, current")),
        ("an election's own board", "# Valg\n\nValgstyret: {K} (leder), {O} og {E}\n",
            ("{K}: leder, valgstyret, current", "{K} leads valgstyret", "{K}: medlem, valgstyret, current", "{O}: medlem, valgstyret, current", "{E}: medlem, valgstyret, current")),
        ("a council's secretary has no seat in it", "# Prøverådet\n\nPrøverådet:\n\nLeder: {K}\nSekretær: {O}\n",
            ("{K}: leder, prøverådet, current", "{K} leads prøverådet", "{K}: medlem, prøverådet, current", "{O}: sekretær, prøverådet, current")),
        ("where members come from, in headings", "# Prøverådet for skoler\n\nPrøverådet møtes to ganger.\n\n## {F}\n\n- {K}, leder\n- {O}\n\n## {B}\n\n- {E}\n- {U}\n",
            ("{K}: leder, Prøverådet for skoler, current", "{K} leads Prøverådet for skoler", "{K}: medlem, Prøverådet for skoler, current", "{K}: -, {F}, -",
             "{O}: medlem, Prøverådet for skoler, current", "{O}: -, {F}, -", "{E}: medlem, Prøverådet for skoler, current", "{E}: -, {B}, -", "{U}: medlem, Prøverådet for skoler, current", "{U}: -, {B}, -")),
        ("those who lost are no members", "# Valg\n\nStyret i {F}:\n\n- {K}, leder\n\nIkke valgt:\n- {O}\n- {E}\n", LED),
        ("offices without a heading", "# Tillitsvalgte i {F}\n\nValget er over.\n\nLeder: {K}\nNestleder: {O}, {B}\n",
            ("{K}: leder, {F}, current", "{K} leads {F}", "{O}: nestleder, {F}, current", "{O}: -, {B}, -")),
        ("signatures", "# Åpent brev\n\nVi ber om svar.\n\n{K}\nleder, {F}\n\n{O}, nestleder\n{B}\n",
            ("{K}: leder, {F}, current", "{K} leads {F}", "{O}: nestleder, {B}, current")),
        ("titles below names under a board's heading", f"{BOARD}{{K}}\nleder\n\n{{O}}\nnestleder\n",
            (*LED, "{O}: nestleder, {F}, current", "{O}: medlem, styret i {F}, current")),
    ],
)  # fmt: skip
def test_part(part: str, text: str, stated: tuple[str, ...]) -> None:
    assert on_page(text) == expected(*stated)


def test_programme() -> None:
    text = "# Seminar i {Y} 3. mai 2020\n\n09.00 Velkommen ved {K}\n09.30 Skoler i nord. Rektor {O}, {F}\n10.15 Film om {E}\n"
    assert {line.split(" attends ")[0] for line in there(text)} == {"Kari Testdatter", "Ola Prøve"}


@pytest.mark.parametrize(
    "below",
    [
        "Stad/tid: Samfunnshuset, 3. mai 2020 kl. 17–20",
        "Samfunnshuset, 3. mai 2020 kl. 17–20",
        "Dato: 3/5-2020\nSted: Samfunnshuset",
        "Dato: 3/5-2020. Stad: Samfunnshuset",
    ],
)
def test_date_and_place_of_minutes(below: str) -> None:
    text = f"Referat fra møte i Prøveutvalget\n\n{below}\n\nTil stede: {{K}}\n\nReferatet fra møtet 6. februar 2020 ble godkjent.\n"
    held = {line for line in facts(extracted(marked(text), page=True)) if line.startswith("held: ")}
    assert any("2020-05-03" in line and "Samfunnshuset" in line for line in held), held
    assert there(text)
