"""The page's layout: what each line is, and what the page says of itself."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_graph.read.layout import Layout, lay_out

PRINTED = """
# Vil ha flere kurs i distriktene

---

AKTUELT I FORENINGEN

ANNE-KARI VON TESTDATTER

anne-kari.testdatter@eksempel.example\x20\x20
Samfunnspolitisk avdeling

---

**Foreningen Eksempel må holde flere kurs der medlemmene bor.**

RESOLUSJON: Ola Prøve la frem forslaget. Foto: Per Mønster/Foreningen Eksempel

Foreningen Eksempel har satt ned en arbeidsgruppe.

– Vi har ventet lenge. Nå må noe skje, sa Prøve.

## Veien videre

Styret legger frem en plan i mai.

---

Publisert: 26. juni 2017. Tidsskr Eksempel.

© Tidsskrift for Eksempel 2026. Lastet ned fra eksempel.example 10. juli 2026."""


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, text[slice(*block.span)]) for block in lay_out(text).blocks]


def test_the_journals_print_layout() -> None:
    assert kinds(PRINTED) == [
        ("title", "Vil ha flere kurs i distriktene"),
        ("section", "AKTUELT I FORENINGEN"),
        ("byline", "ANNE-KARI VON TESTDATTER"),
        ("byline", "anne-kari.testdatter@eksempel.example"),
        ("byline", "Samfunnspolitisk avdeling"),
        ("lead", "Foreningen Eksempel må holde flere kurs der medlemmene bor."),
        ("caption", "RESOLUSJON: Ola Prøve la frem forslaget."),
        ("credit", "Foto: Per Mønster/Foreningen Eksempel"),
        ("paragraph", "Foreningen Eksempel har satt ned en arbeidsgruppe."),
        ("quote", "– Vi har ventet lenge. Nå må noe skje, sa Prøve."),
        ("heading", "Veien videre"),
        ("paragraph", "Styret legger frem en plan i mai."),
        ("footer", "Publisert: 26. juni 2017. Tidsskr Eksempel."),
        ("footer", "© Tidsskrift for Eksempel 2026. Lastet ned fra eksempel.example 10. juli 2026."),
    ]


def test_what_the_print_layout_states() -> None:
    page = lay_out(PRINTED)
    stated = {key: (value.value, PRINTED[slice(*value.span)]) for key in ("headline", "section", "lead", "published", "retrieved", "journal") if (value := getattr(page, key))}
    assert stated == {
        "headline": ("Vil ha flere kurs i distriktene",) * 2,
        "section": ("Aktuelt i foreningen", "AKTUELT I FORENINGEN"),
        "lead": ("Foreningen Eksempel må holde flere kurs der medlemmene bor.",) * 2,
        "published": ("2017-06-26", "Publisert: 26. juni 2017"),
        "retrieved": ("2026-07-10", "Lastet ned fra eksempel.example 10. juli 2026"),
        "journal": ("Tidsskrift for Eksempel",) * 2,
    }
    (author,) = page.authors
    assert author.name.value == "Anne-Kari von Testdatter"
    assert author.name.span is not None and PRINTED[slice(*author.name.span)] == "ANNE-KARI VON TESTDATTER"
    assert author.email is not None and author.email.value == "anne-kari.testdatter@eksempel.example"
    assert author.department is not None and author.department.value == "Samfunnspolitisk avdeling"
    (photo,) = page.photos
    assert photo.credit.value == "Per Mønster/Foreningen Eksempel"
    assert photo.caption is not None and PRINTED[slice(*photo.caption)] == "RESOLUSJON: Ola Prøve la frem forslaget."


_REST = "\n\nForeningen Eksempel har valgt ny leder. Det skjedde på landsmøtet.\n\nMøtet varte i to dager.\n"


@pytest.mark.parametrize(
    ("byline", "authors", "published"),
    [
        ("Av Kari Testdatter", ["Kari Testdatter"], None),
        ("AV KARI TESTDATTER", ["Kari Testdatter"], None),
        ("Av Kari Testdatter, 07.11.2019", ["Kari Testdatter"], "2019-11-07"),
        ("Av EKS, 07.11.2019", ["EKS"], "2019-11-07"),
        ("Av Prøvebladets redaksjon", ["Prøvebladets redaksjon"], None),
        ("Av: Kari Testdatter og Ola Prøve", ["Kari Testdatter", "Ola Prøve"], None),
        ("Tekst: Kari Testdatter Foto: Ola Prøve", ["Kari Testdatter"], None),
        ("Tekst og foto: Kari Testdatter", ["Kari Testdatter"], None),
        ("Skrevet av Kari Testdatter", ["Kari Testdatter"], None),
        ("Skrive av: Kari Testdatter, Prøvebladet, 3. mai 2019", ["Kari Testdatter"], "2019-05-03"),
        ("Journalist: Kari Testdatter", ["Kari Testdatter"], None),
        ("Kari Testdatter\nkari@avisen.example", ["Kari Testdatter"], None),
        ("Kari Testdatter <kari@avisen.example>", ["Kari Testdatter"], None),
        ("Kari Testdatter, journalist", ["Kari Testdatter"], None),
        ("KARI TESTDATTER\n\nkari@avisen.example\n\nOLA PRØVE\n\nola@avisen.example", ["Kari Testdatter", "Ola Prøve"], None),
        ("PRØVEBLADETS REDAKSJON\n\nredaksjonen@avisen.example", ["Prøvebladets redaksjon"], None),
        ("Kari Testdatter", [], None),
        ("Av Kari Testdatter får vi vite at alt går bra.", [], None),
        ("Journalist Kari Testdatter, som følger saken tett, mener noe er galt.", [], None),
        ("Av dette følger tre ting.", [], None),
        ("Publisert 12.01.2024 kl. 10:15", [], "2024-01-12"),
    ],
)
def test_bylines(byline: str, authors: list[str], published: str | None) -> None:
    page = lay_out(f"Nytt styre i Foreningen Eksempel\n\n{byline}{_REST}")
    assert [author.name.value for author in page.authors] == authors
    assert (page.published.value if page.published else None) == published


def test_each_author_has_the_address_that_spells_the_name() -> None:
    page = lay_out(f"Nytt styre\n\nKARI WÆRTEST\n\nOLA PRØVE\n\nola.prove@a.example\n\nkari.waertest@a.example\n\nFagavdelingen{_REST}")
    assert [(author.name.value, author.email and author.email.value) for author in page.authors] == [
        ("Kari Wærtest", "kari.waertest@a.example"),
        ("Ola Prøve", "ola.prove@a.example"),
    ]
    assert {author.department and author.department.value for author in page.authors} == {"Fagavdelingen"}


def test_tekst_og_foto_has_an_author_and_a_photographer() -> None:
    page = lay_out(f"Nytt styre\n\nTekst og foto: Kari Testdatter{_REST}")
    assert [person.value for photo in page.photos for person in photo.photographers] == ["Kari Testdatter"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MINUTES\n\nTittelen her\n\nTekst om saken følger.", ["section", "title", "paragraph"]),
        ("REFERAT FRA MØTET 18.4.2018\n\nMøtested: Prøveby\n\nReferent: Kari Testdatter\n\nSaken ble drøftet.", ["title", "item", "item", "paragraph"]),
        ("Tittelen\n\nHun kom.\n\nResten av styret:\n\nKari Testdatter, Ola Prøve og Per Mønster.\n\nDe jobber godt.", ["title", "paragraph", "heading", "item", "paragraph"]),
        ("Tittelen\n\nDette er valgt.\n\nVALGKOMITEEN\nKari Testdatter (leder)\nOla Prøve\n\nDe jobber godt.", ["title", "paragraph", "heading", "item", "item", "paragraph"]),
        ("Tittelen\n\nStyret fikk tre:\n- Kari Testdatter, leder\n- Ola Prøve\n- Per Mønster.\n\nDe jobber godt.", ["title", "paragraph", "item", "item", "item", "paragraph"]),
        ("Tittelen\n\nHan var der.\n\n- Vi er glade, sier hun.\n- Det er bra, sier han.\n\nDe dro.", ["title", "paragraph", "quote", "quote", "paragraph"]),
        ("Tittelen\n\nHan var der.\n\n- Uforsvarlig\n\nDe dro.", ["title", "paragraph", "heading", "paragraph"]),
        ("Tittelen\n\n— Nei! sa hun.\n\n–Nei, sa han.\n\nDe dro.", ["title", "quote", "quote", "paragraph"]),
        ("Tittelen\n\nDe er:\n\n 1. Kari Testdatter\n 2. Ola Prøve\n\n2. februar kom alle.", ["title", "paragraph", "item", "item", "paragraph"]),
        ("Tittelen\n\nSaker:\n • møte om plan\n • møte om kurs\n\nDe dro.", ["title", "heading", "item", "item", "paragraph"]),
        ("Tittelen\n\nHun kom i går.\n\nMellomtittel uten punktum\nDe dro i dag, sier lederen.", ["title", "paragraph", "heading", "paragraph"]),
        ("Tittelen\n\nHun sa til oss:\n\n– Vi drar.\n\nDe dro.", ["title", "paragraph", "quote", "paragraph"]),
        ("Første setning slutter med punktum.\n\nAndre også.", ["paragraph", "paragraph"]),
        ("NY LEDER: Kari Testdatter.\n\nFoto: Foreningen\n\nKari Testdatter leder foreningen\n\nHun ble valgt i går.\n\nPublisert\n\nDe dro.", ["caption", "credit", "title", "lead", "footer", "paragraph"]),
        ("Tittelen\n\nBildeteksten er her.\n\nFoto: Kari Testdatter/NTB\n\nHun kom. De dro hjem.", ["title", "caption", "credit", "paragraph"]),
        ("Tittelen\n\nHun er der. Foto: Kari Testdatter/NTB\n\nHun kom.", ["title", "caption", "credit", "paragraph"]),
        ("Tittelen\n\nHun er der (Foto: Kari Testdatter/NTB) Styret kom til møtet.", ["title", "caption", "credit", "paragraph"]),
        ("Tittelen\n\nVEDTAK: Styret vedtok planen.\n\nHun kom.", ["title", "paragraph", "paragraph"]),
        ("Tittelen\n\nDe kom.\n\nSå dro de.\n\nLes mer om saken her\n\nKilde: NTB", ["title", "paragraph", "paragraph", "footer", "footer"]),
        ("Tittelen\n\nPublisert forskning viser at kurs virker.\n\nDe dro.", ["title", "paragraph", "paragraph"]),
    ],
)
def test_kinds_of_blocks(text: str, expected: list[str]) -> None:
    assert [kind for kind, _ in kinds(text)] == expected


def test_an_items_marker_is_no_part_of_it() -> None:
    assert kinds("Tittelen\n\nHer:\n- Kari Testdatter\n- Ola Prøve\n\n• En til\n\nSlutt her.")[2:5] == [("item", "Kari Testdatter"), ("item", "Ola Prøve"), ("item", "En til")]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    wrapped = "Nytt styre\n\nForeningen Eksempel har valgt et nytt styre som skal sitte i de neste\nto årene, og som begynner arbeidet sitt i Prøveby til høsten når alle er\ntilbake fra ferie.\n\nDet blir bra, sier lederen i foreningen, som gleder seg til å komme i gang med\narbeidet."
    assert [kind for kind, _ in kinds(wrapped)] == ["title", "paragraph", "paragraph"]


def test_a_paragraph_on_each_line() -> None:
    lines = "Torsdag fikk alle sykehusene i Prøveland nye styrer, som skal sitte i to år fra nå, og som begynner med det samme.\nKari Testdatter blir leder, og hun gleder seg.\nOla Prøve blir nestleder."
    assert len(kinds(lines)) == 3


@pytest.mark.parametrize("title", ["Nytt styre", "NYTT STYRE"])
def test_a_stated_headline_is_found_on_the_page(title: str) -> None:
    page = lay_out(f"{title}\n\nHun kom.\n", headline="Nytt styre")
    assert page.blocks[0].kind == "title"
    assert lay_out("Noe annet\n\nHun kom.\n", headline="Nytt styre").headline is None


def test_no_vedtak_line_becomes_a_caption_but_a_keyword_does() -> None:
    text = "Nytt styre\n\nHun kom.\n\nGJENVALGT: Kari Testdatter leder videre.\n\nMøtet gikk bra."
    assert kinds(text)[2] == ("caption", "GJENVALGT: Kari Testdatter leder videre.")


_LINES = st.lists(
    st.sampled_from(
        ["", "---", "# Tittel", "KARI TESTDATTER", "kari@a.example", "- Kari Testdatter", "– Vi drar, sa hun.", "Foto: Ola Prøve/NTB", "1. En", "2. To", "Publisert 1.2.2019", "**Fet.**", "Av Ola Prøve", "Styret:", "(", "*", "Leder: Kari", "Et avsnitt med tekst, sier hun. Foto: X"]
    )
    | st.text(max_size=40),
    max_size=25,
)


def _covers(text: str, page: Layout) -> bool:
    """Every letter that stands outside the blocks belongs to a marker, none to words."""
    outside = list(text)
    for block in page.blocks:
        outside[block.span.start : block.span.end] = [" "] * (block.span.end - block.span.start)
    return not any(char.isalpha() for char in "".join(outside).replace("a)", "").replace("b)", ""))


@given(_LINES, st.sampled_from(["\n", "\r\n", "\n\n", "\r"]))
def test_blocks_are_in_order_apart_and_lose_no_word(lines: list[str], end: str) -> None:
    text = end.join(lines)
    page = lay_out(text)
    for block in page.blocks:
        words = text[slice(*block.span)]
        assert words and words == words.strip()
    assert all(one.span.end <= other.span.start for one, other in pairwise(page.blocks))
    assert _covers(text, page)
    for stated in (page.headline, page.section, page.lead, page.published, page.retrieved, page.journal):
        assert stated is None or (stated.span is not None and 0 <= stated.span.start < stated.span.end <= len(text))
