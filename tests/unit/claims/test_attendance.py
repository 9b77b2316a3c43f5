"""Attendance lists in several layouts: who was there, who was not."""

from __future__ import annotations

import pytest

from tests.marked import extracted, facts

TITLE = "# Referat fra styremøtet 3. mai 2020\n\n"
K, O, E = "[PER Kari Testdatter]", "[PER Ola Prøve]", "[PER Eva Mønster]"  # noqa: E741
NAMES = {"Kari": "Kari Testdatter", "Ola": "Ola Prøve", "Eva": "Eva Mønster"}


def present(marked: str) -> set[str]:
    lines = facts(extracted(marked))
    return {short for short, name in NAMES.items() for line in lines if line.startswith(f"{name} attends ")}


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        (f"Til stede: {K} og {O}", {"Kari", "Ola"}),
        (f"Til stades: {K}, {O} og {E}", {"Kari", "Ola", "Eva"}),
        (f"Møtte fra styret: {K}, {O}", {"Kari", "Ola"}),
        (f"Deltakere:\n- {K}, leder\n- {O}\n", {"Kari", "Ola"}),
        (f"**Til stede:** {K}", {"Kari"}),
        (f"Følgende medlemmer møtte:\n{K}, leder\n{O} (vara for {E})", {"Kari", "Ola"}),
        (f"Til stede: {K}, {O} (forfall)", {"Kari"}),
        (f"Til stede: {K}\n\nForfall: {O}", {"Kari"}),
        (f"Til stades: {K}\n\nMeldt forfall: {O}\n\nReferent: {E}", {"Kari", "Eva"}),
        (f"Observatør: {K}\n\nGjester: {O} og {E}", {"Kari", "Ola", "Eva"}),
        (f"Sak 1: {K} er ny leder.", set()),
    ],
)  # fmt: skip
def test_lists(listed: str, expected: set[str]) -> None:
    assert present(TITLE + listed) == expected


def test_a_list_belongs_to_the_meeting_above_it() -> None:
    text = f"Møte 3. mai 2020\n\nTil stede: {K}\n\nMøte 4. juni 2020\n\nTil stede: {O}"
    assert facts(extracted(text)) >= {"Kari Testdatter attends møte 3. mai 2020", "Ola Prøve attends møte 4. juni 2020"}


def test_without_a_meeting_a_list_states_nothing() -> None:
    assert present(f"Til stede: {K}") == set()
