"""Whom pronouns and nouns take up where grammar tells: names as marked, tokens and dependencies as the shipped model reads them."""

from __future__ import annotations

import pytest

from build_graph.annotate import annotate
from build_graph.mentions import find_mentions
from build_graph.read.text import article as read_text
from tests.marked import ParsedModel, unmarked


def taken_up(marked: str) -> list[tuple[str, str]]:
    """The words that only take up someone or something, and who or what."""
    text, entities = unmarked(marked)
    doc = find_mentions(annotate(read_text(text, "a1", "a1.txt"), ParsedModel(entities)))
    return [(text[slice(*m.span)], doc.referents[m.referent].name) for m in doc.mentions if m.anaphoric]


KARI, EVA, OLA = "[PER Kari Testdatter]", "[PER Eva Mønster]", "[PER Ola Prøve]"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # an object is not the subject of its own clause, nor is what it possesses
        (f"{KARI} kom til byen. {EVA} møtte henne på torget.", [("henne", "Kari Testdatter")]),
        (f"{KARI} kom til byen. {EVA} har snakka med henne i dag.", [("henne", "Kari Testdatter")]),
        (f"{KARI} kom til byen. {EVA} kjenner hennes søster.", [("hennes", "Kari Testdatter")]),
        (f"{EVA} sier at Ola liker henne.", [("henne", "Eva Mønster")]),
        # what a relative clause describes is no pronoun in it
        (f"{KARI} begynner i juni. {EVA}, som hun etterfølger, har sittet lenge.", [("hun", "Kari Testdatter")]),
        # in a quotation, not the speaker; behind it, nobody of whom it speaks
        (f"{KARI} styrer laget i dag.\n\n– Vi savner henne, men hun svarer alltid, sier {EVA}.", [("henne", "Kari Testdatter"), ("hun", "Kari Testdatter")]),
        (f"{KARI} besøkte skolen i går.\n\n– {EVA} har gjort en god jobb, sa hun.", [("hun", "Kari Testdatter")]),
        # what follows is told again
        (f"{KARI} styrer laget i dag.\n\n– Det går bra, sier {EVA}. Hun viser til regnskapet.", [("Hun", "Eva Mønster")]),
        # the subject before the first that is named
        (f"I motsetning til {KARI} ville {EVA} flytte. Hun har solgt huset.", [("Hun", "Eva Mønster")]),
        # whom "han" has taken up, "hun" does not
        ("[PER Kim Xqzt] kom. Han satte seg. [PER Vali Mønster] gikk. Han lo.", [("Han", "Kim Xqzt"), ("Han", "Vali Mønster")]),
        # a pronoun inside a name is none
        (f"{OLA} kom til byen.\n\n[PER Hans Modell] gikk hjem.", []),
        # nouns that someone has borne
        (f"Jordmor {KARI} har vært der lenge. Jordmoren trives.", [("Jordmoren", "Kari Testdatter")]),
        (f"{OLA} var los i mange år. Den pensjonerte losen bor på neset.", [("losen", "Ola Prøve")]),
        (f"{KARI} bor i dalen. Hun er lærer. Læreren trives.", [("Hun", "Kari Testdatter"), ("Læreren", "Kari Testdatter")]),
        (f"Kulturminister {KARI} kom hjem. – Her er det fint, sier statsråden.", [("statsråden", "Kari Testdatter")]),
        (f"Nestleder {KARI} kom til møtet. Lederen sa nei.", []),
        (f"{OLA} var los i mange år. Båten bor han på.", [("han", "Ola Prøve")]),
        # a sentence ahead, no further
        (f"I går kom ordføreren til byen. Ordfører {KARI} smilte.", [("ordføreren", "Kari Testdatter")]),
        (f"I går kom ordføreren til byen. Det var kaldt. Ordfører {KARI} smilte.", []),
        # works and groups
        ("Laget la frem rapporten «Nok hender». Den viser at ordningen sparer penger.", [("Den", "Nok hender")]),
        ("Laget la frem rapporten «Nok hender». Det viser at ordningen sparer penger.", []),
        (f"Prøveutvalget ble oppnevnt i mars. {KARI} leder det.", [("det", "prøveutvalget")]),
        (f"Prøveutvalget ble oppnevnt i mars. {KARI} sa det.", []),
        # an indefinite noun counts where a definite one takes it up
        (f"{KARI} skal lede et fellesstyre. Styret møtes i mai.", [("Styret", "fellesstyre")]),
        ("[ORG Malvik Slipp] vokser. Bedriften har åtte ansatte.", [("Bedriften", "Malvik Slipp")]),
        ("[ORG Malvik Slipp] vokser. Bedriften Prøve Rør har åtte ansatte.", []),
    ],
)
def test_taken_up(text: str, found: list[tuple[str, str]]) -> None:
    assert taken_up(text) == found


def test_a_headline_looks_ahead() -> None:
    found = taken_up(f"# Hun vil ha flere med\n\nDet er lett å klage, sier {KARI}.\n")
    assert found == [("Hun", "Kari Testdatter")]
