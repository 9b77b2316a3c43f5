"""Organisations, bodies, places and organs of state: names, genitives, short names, owners."""

from __future__ import annotations

import pytest

from build_graph.mentions.heads import head_of
from tests.marked import mentioned


def referents(marked: str, *kinds: str) -> dict[str, str | None]:
    """Name → name of the owner, of the referents of these kinds."""
    doc = mentioned(marked)
    return {r.name: doc.referents[r.owner].name if r.owner else None for r in doc.referents.values() if r.kind in kinds}


def words(marked: str, name: str) -> list[str]:
    """The words that speak of the referent of a name."""
    doc = mentioned(marked)
    return [doc.annotated.article.text[slice(*m.span)] for m in doc.mentions if doc.referents[m.referent].name == name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Her er [ORG Eksempelforeningens] kurs.", "Eksempelforeningen"),
        ("Her er [ORG Norsk Prøveforbunds] kurs.", "Norsk Prøveforbund"),
        ("Her er [ORG NPF's] kurs.", "NPF"),
        ("[ORG Eksempels] kurs er fullt. [ORG Eksempel] svarer.", "Eksempel"),
        ("Kurset i [ORG Legenes Eksempel] er fullt.", "Legenes Eksempel"),
    ],
)
def test_genitive_of_an_organisation(text: str, name: str) -> None:
    assert name in referents(text, "organisation")
    assert set(words(text, name)) == {name}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[GPE Prøvebys] kurs er fullt. [GPE Prøveby] smiler.", "Prøveby"),
        ("[GPE Malis] kurs er fullt.", "Mali"),
        ("[GPE Paris] smiler.", "Paris"),
        ("[GPE Moss] smiler.", "Moss"),
        ("[GPE Oslos] kurs er fullt.", "Oslo"),
        ("Kurset i [GPE Prøvenes] er fullt.", "Prøvenes"),
    ],
)
def test_genitive_of_a_place(text: str, name: str) -> None:
    assert list(referents(text, "place")) == [name]


@pytest.mark.parametrize(
    ("text", "aliases"),
    [
        ("[ORG Norsk Prøveforbund] (NPF) svarer. [ORG NPF] smiler.", {"Norsk Prøveforbund": ("NPF",)}),
        ("[ORG Norsk Prøveforbund] ([ORG NPF]) svarer.", {"Norsk Prøveforbund": ("NPF",)}),
        # what does not stand for the name is something else
        ("[ORG Norsk Prøveforbund] ([ORG XYZ]) svarer.", {"Norsk Prøveforbund": (), "XYZ": ()}),
        # the register knows short names
        ("Helsedirektoratet svarer. Hdir smiler.", {"Helsedirektoratet": ("Hdir",)}),
    ],
)
def test_short_names(text: str, aliases: dict[str, tuple[str, ...]]) -> None:
    assert {r.name: r.aliases for r in mentioned(text).referents.values() if r.kind == "organisation"} == aliases


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Styret i [ORG Foreningen Eksempel] møttes.", {"styret i Foreningen Eksempel": "Foreningen Eksempel"}),
        ("[ORG Eksempelforeningens] landsstyre møttes.", {"landsstyre": "Eksempelforeningen"}),
        ("[ORG Foreningen Eksempel] sitt sentralstyre møttest.", {"sentralstyre": "Foreningen Eksempel"}),
        ("Landsstyret møttes.", {"landsstyret": None}),
        ("De satte ned en arbeidsgruppe. Arbeidsgruppen møttes.", {"arbeidsgruppe": None}),
        ("I dag møttes Prøveutvalget.", {"Prøveutvalget": None}),
        ("Helse- og omsorgskomiteen møttes.", {"Helse- og omsorgskomiteen": None}),
        # words that only end like a body
        ("Området er stort, og tilstyret er lite.", {}),
        ("Vi er en gruppe venner.", {}),
        ("[ORG Eksempelforeningens] styre møttes.", {"styre": "Eksempelforeningen"}),
        ("Samfunnspolitisk avdeling svarer.", {"Samfunnspolitisk avdeling": None}),
    ],
)  # fmt: skip
def test_bodies(text: str, bodies: dict[str, str | None]) -> None:
    assert referents(text, "body") == bodies


def test_bodies_of_one_name_in_two_organisations_stay_apart() -> None:
    found = mentioned("Styret i [ORG Foreningen Eksempel] møtte styret i [ORG Norsk Prøveforbund].")
    assert len([r for r in found.referents.values() if r.kind == "body"]) == 2


@pytest.mark.parametrize(
    ("text", "organ"),
    [
        ("Den amerikanske regjeringen svarte.", "Den amerikanske regjeringen"),
        ("USAs utenriksdepartement svarte.", "USAs utenriksdepartement"),
        ("[GPE Malis] regjering svarte.", "Malis regjering"),
        ("Den svenske regjeringa svara.", "Den svenske regjeringa"),
    ],
)
def test_organs_of_other_states(text: str, organ: str) -> None:
    assert organ in referents(text, "organisation")


@pytest.mark.parametrize("text", ["Den norske regjeringen svarte.", "Norges regjering svarte."])
def test_the_norwegian_government_is_the_registers(text: str) -> None:
    assert {r.register for r in mentioned(text).referents.values() if r.kind == "organisation"} == {"regjeringen"}


@pytest.mark.parametrize(
    ("word", "noun", "kind", "body", "definite"),
    [
        ("arbeidsgruppen", "arbeidsgruppen", "workingGroup", True, True),
        ("landsstyret", "landsstyret", "governingBody", True, True),
        ("prøveforeningen", "foreningen", "association", False, True),
        ("Eksempelpartiet", "partiet", "party", False, True),
        ("komité", "komité", "committee", True, False),
        ("komiteen", "komiteen", "committee", True, True),
    ],
)
def test_head_nouns(word: str, noun: str, kind: str, body: bool, definite: bool) -> None:
    head = head_of(word)
    assert head is not None
    assert (head.noun, head.kind, head.is_body, head.definite) == (noun, kind, body, definite)


@pytest.mark.parametrize("word", ["", "kurs", "Testdatter", "og"])
def test_no_head_noun(word: str) -> None:
    assert head_of(word) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Her er topartssamarbeidet mellom [ORG Prøvelaget] og [ORG Norsk Prøveforbund].", ["topartssamarbeidet mellom Prøvelaget og Norsk Prøveforbund"]),
        ("[ORG Prøvelaget] samarbeider med [ORG Norsk Prøveforbund].", ["samarbeid mellom Prøvelaget og Norsk Prøveforbund"]),
        ("[ORG Prøvelaget] samarbeider ikke med [ORG Norsk Prøveforbund].", []),
        ("Vi har et godt samarbeid.", []),
    ],
)
def test_collaborations(text: str, names: list[str]) -> None:
    assert list(referents(text, "collaboration")) == names
