"""Which written form of Norwegian a text is in: Bokmål (nb) or Nynorsk (nn), by words that only one of them has."""

from __future__ import annotations

import re
from typing import Literal

from build_graph.read import cues


def language_of(text: str) -> Literal["nb", "nn"]:
    """"nb" or "nn", whichever has more of its own words in the text; "nb" where they tie."""
    # cues.csv has function words and the commonest verbs: they make up a fifth of any text, so a few sentences settle the
    # matter. A word that the other form has too, in whatever sense ("no", "vert", "ei", "mellom"), is in neither list.
    only_bokmal, only_nynorsk = cues.forms("only Bokmål"), cues.forms("only Nynorsk")
    words = re.findall(r"[^\W\d_]+", text.lower())
    bokmal = sum(word in only_bokmal for word in words)
    nynorsk = sum(word in only_nynorsk for word in words)
    return "nn" if nynorsk > bokmal else "nb"
