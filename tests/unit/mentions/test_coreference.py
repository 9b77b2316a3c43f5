"""Pronouns, titles and definite nouns that take up who was named before."""

from __future__ import annotations

import pytest

from tests.marked import mentioned


def taken_up(marked: str) -> list[tuple[str, str]]:
    """The words that only take someone up, and who is meant."""
    doc = mentioned(marked)
    text = doc.annotated.article.text
    return [(text[slice(*m.span)], doc.referents[m.referent].name) for m in doc.mentions if m.anaphoric]


KARI, OLA = "[PER Kari Testdatter]", "[PER Ola Prøve]"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # pronouns by gender
        (f"{KARI} kom. Hun smilte.", [("Hun", "Kari Testdatter")]),
        (f"{KARI} kom. Ho smilte.", [("Ho", "Kari Testdatter")]),
        (f"{KARI} og {OLA} kom. Han smilte til henne.", [("Han", "Ola Prøve"), ("henne", "Kari Testdatter")]),
        (f"{OLA} kom. Hun smilte.", []),
        ("[PER Xqzt Prøve] kom. Hun smilte.", [("Hun", "Xqzt Prøve")]),
        # the subject of the nearest sentence
        (f"{KARI} møtte [PER Eva Mønster]. Hun smilte.", [("Hun", "Kari Testdatter")]),
        (f"{KARI} kom. [PER Eva Mønster] gikk. Hun smilte.", [("Hun", "Eva Mønster")]),
        # nobody yet, or too far back
        (f"Hun smilte. {KARI} kom.", []),
        (f"{KARI} kom. Det regnet. Det snødde. Det blåste. Hun smilte.", []),
        # titles
        (f"Rådgiver {KARI} kom. Rådgiveren smilte.", [("Rådgiveren", "Kari Testdatter")]),
        (f"Helseminister {KARI} kom. Ministeren smilte.", [("Ministeren", "Kari Testdatter")]),
        (f"Rådgiver {KARI} kom. Rådgiver {OLA} kom. Rådgiveren smilte.", [("Rådgiveren", "Ola Prøve")]),
        (f"Rådgiver {KARI} kom. Professoren smilte.", []),
        (f"Rådgiver {KARI} kom. Rådgiverne smilte.", []),
        (f"Rådgiver {KARI} kom. Rådgiveren {OLA} smilte.", []),
        # definite nouns for groups
        ("[ORG Foreningen Eksempel] holdt kurs. Foreningen er glad.", [("Foreningen", "Foreningen Eksempel")]),
        ("[ORG Foreningen Eksempel] holdt kurs. Foreningens kurs er gratis.", [("Foreningen", "Foreningen Eksempel")]),
        ("[ORG Foreningen Eksempel] og [ORG Foreningen Prøve] kom. Foreningen er glad.", [("Foreningen", "Foreningen Prøve")]),
        ("[ORG Eksempelpartiet] holdt kurs. Foreningen er glad.", []),
        ("[ORG Eksempelpartiet] heldt kurs. Partiet er glad.", [("Partiet", "Eksempelpartiet")]),
        ("Foreningen er glad.", []),
        # a participle is no noun
        ("[ORG Prøvelaget] kom. De har laget et kurs.", []),
        ("[ORG Prøvelaget] kom. Kurset er laget av noen andre.", []),
        ("[ORG Prøvelaget] kom. Laget er glad.", [("Laget", "Prøvelaget")]),
        # bodies
        ("Styret i [ORG Foreningen Eksempel] møttes. Styret er glad.", [("Styret", "styret i Foreningen Eksempel")]),
        ("[ORG Foreningen Eksempel] satte ned en arbeidsgruppe. Gruppen er i gang.", [("Gruppen", "arbeidsgruppe")]),
        # another state's organ
        ("Den amerikanske regjeringen svarte. Regjeringen vil vente.", [("Regjeringen", "Den amerikanske regjeringen")]),
        ("Den amerikanske regjeringen svarte. Norges regjering vil vente.", []),
        # collaborations
        ("[ORG Prøvelaget] er med i topartssamarbeidet. Samarbeidet er nytt.", [("Samarbeidet", "topartssamarbeidet")]),
    ],
)
def test_taken_up(text: str, found: list[tuple[str, str]]) -> None:
    assert taken_up(text) == found
