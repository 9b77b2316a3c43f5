"""Which titles, nouns and clauses mean a work, and which work."""

from __future__ import annotations

import pytest

from tests.marked import extracted, facts, mentioned

F, K = "[ORG Foreningen Eksempel]", "[PER Kari Testdatter]"


def works(marked: str, *kinds: str) -> set[str]:
    """The names of an article's works."""
    return {r.name for r in mentioned(marked).referents.values() if r.kind in (kinds or ("report", "resolution", "proposal"))}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("De leste to nye rapporter: *Kurs i nord* og *Kurs i sør*.", {"Kurs i nord", "Kurs i sør"}),
        ("Rapporten «Kurs i nord» er ferdig.", {"Kurs i nord"}),
        ("Rapporten heter Kurs i nord.", {"Kurs i nord"}),
        ("Gruppens rapport, Kurs i nord, ble lest av mange.", {"Kurs i nord"}),
        ("NOU 2023: 4 er lang.", {"NOU 2023: 4"}),
        ("Meld. St. 7 (2019–2020) er lang.", {"Meld. St. 7 (2019–2020)"}),
        ("Utgreiinga om kurs, NOU 2016: 25, er lang.", {"NOU 2016: 25"}),
        ("Notat 7 om gratis kurs ble lest.", {"notat 7 om gratis kurs"}),
        ("Regjeringens handlingsplan for gratis kurs er ferdig.", {"handlingsplan for gratis kurs"}),
        (f"En ny rapport fra {F} viser at kurset er nyttig.", {"rapport"}),
        (f"En meningsmåling {F} har utført, viser at kurset er nyttig.", {"meningsmåling"}),
        (f"Kurset er nyttig, skriver {F} i en pressemelding.", {"pressemelding"}),
        ("Rapporten er ferdig. Rapporten er lang.", {"rapporten"}),
        ("Utredningen er ferdig.", {"utredningen"}),
        ("Stortinget behandlet meldingen om gratis kurs.", {"meldingen om gratis kurs"}),
    ],
)
def test_reports(text: str, name: set[str]) -> None:
    assert works(text, "report") == name


@pytest.mark.parametrize(
    "text",
    [
        "Rapporter blir sjelden lest.",
        "Hver rapport tar en uke.",
        "De ønsker en rapport.",
        "Han fikk gode tilbakemeldinger og en sykemelding.",
        "Planen er å dra i morgen.",
        "Det var en melding om at kurset er fullt.",
        "«Kurs i nord» er en film.",
        "*Kurs i nord* er en film.",
    ],
)
def test_no_reports(text: str) -> None:
    assert works(text) == set()


def test_a_singular_after_two_titles_is_neither_for_certain() -> None:
    assert works("De leste to rapporter: *Kurs i nord* og *Kurs i sør*. Rapporten er lang.", "report") == {"Kurs i nord", "Kurs i sør", "rapporten"}


def test_a_resolution_retold_is_the_same() -> None:
    text = f"{K} fremmet resolusjon om styrking av kursene. {K} fremmet en egen resolusjon om styrkingen av kursene. Resolusjonen ble lest."
    assert len(works(text, "resolution")) == 1


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (f"{F} vedtok 3. mai 2020 å bygge et hus.", "Foreningen Eksempel adopted å bygge et hus, 2020-05-03"),
        (f"{F} vedtok samrøystes at alle får eit hus.", "Foreningen Eksempel adopted at alle får eit hus, samrøystes"),
        (f"{F} vedtok mot to stemmer å bygge et hus.", "Foreningen Eksempel adopted å bygge et hus, mot to stemmer"),
        (f"{F} har besluttet at alle får et hus, sier lederen.", "Foreningen Eksempel adopted at alle får et hus"),
        (f"{F} vedtok budsjettet for 2021 enstemmig.", "Foreningen Eksempel adopted budsjettet for 2021, enstemmig"),
        (f"{F} avviste forslaget om gratis kurs.", "Foreningen Eksempel rejected gratis kurs"),
        (f"{K} foreslo å bygge et hus. Forslaget ble lest.", "å bygge et hus proposed by Kari Testdatter"),
        (f"{F} krever at alle får et hus.", "at alle får et hus proposed by Foreningen Eksempel"),
        (f"{F} fremmet forslag om å bygge et hus.", "å bygge et hus proposed by Foreningen Eksempel"),
        (f"Styret i {F} vedtok å bygge et hus.", "styret i Foreningen Eksempel adopted å bygge et hus"),
    ],
)
def test_clauses(text: str, fact: str) -> None:
    assert fact in {line[:1].lower() + line[1:] if line.startswith("Styret") else line for line in facts(extracted(text))}


@pytest.mark.parametrize(
    "text",
    [
        f"{F} har ikke vedtatt å bygge et hus.",
        f"Dersom {F} vedtar å bygge et hus, blir det dyrt.",
        f"{F} la frem bevis i saken.",
        f"{F} krever mye tid.",
        f"Som {F} påpeker ble det fremmet et nytt krav.",
    ],
)
def test_nothing_decided_or_proposed(text: str) -> None:
    assert not [line for line in facts(extracted(text)) if " adopted " in line or " proposed by " in line]


def test_an_agentless_decision_is_by_the_body_in_session() -> None:
    text = f"Landsrådet møttes i [GPE Prøveby] 3. mai 2020. {K} fremmet en resolusjon om gratis kurs. Resolusjonen ble enstemmig vedtatt."
    assert "landsrådet adopted resolusjon om gratis kurs, enstemmig" in {line[:1].lower() + line[1:] for line in facts(extracted(text))}


def test_an_agentless_decision_without_a_body_has_none() -> None:
    text = f"{K} fremmet en resolusjon om gratis kurs. Resolusjonen ble enstemmig vedtatt."
    assert "- adopted resolusjon om gratis kurs, enstemmig" in facts(extracted(text))
