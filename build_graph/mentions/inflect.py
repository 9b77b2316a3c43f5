"""Inflected forms of Norwegian nouns, enough to find a title or a body in its definite and plural forms.

Both written forms at once and generous: a form that no one writes does no harm, since it is only ever looked up.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Form:
    """What an inflected form tells: definite ("lederen") and plural ("ledere")."""

    definite: bool
    plural: bool


INDEFINITE = Form(definite=False, plural=False)
DEFINITE = Form(definite=True, plural=False)
PLURAL = Form(definite=False, plural=True)
DEFINITE_PLURAL = Form(definite=True, plural=True)


@cache
def forms(noun: str) -> dict[str, Form]:
    """Every form of a noun or noun phrase (its last word is inflected), lower-case, with what it tells.

    :param noun: indefinite singular, "administrerende direktør".
    """
    noun = noun.lower()
    table = {noun: INDEFINITE}

    def add(form: Form, *spellings: str) -> None:
        for spelling in spellings:
            table.setdefault(spelling, form)

    if noun.endswith("e"):
        add(DEFINITE, noun + "n")
        add(PLURAL, noun + "r", noun[:-1] + "ar")
        add(DEFINITE_PLURAL, noun + "ne", noun[:-1] + "ane")
    elif noun.endswith("er"):  # leder, rådgiver
        add(DEFINITE, noun + "en")
        add(PLURAL, noun + "e", noun + "ar")
        add(DEFINITE_PLURAL, noun + "ne", noun + "ane", noun[:-2] + "rene")
    elif noun.endswith("ar"):  # leiar, forskar
        add(DEFINITE, noun + "en")
        add(PLURAL, noun + "ar")
        add(DEFINITE_PLURAL, noun + "ane")
    elif noun.endswith("mann"):
        add(DEFINITE, noun + "en")
        add(PLURAL, noun[:-4] + "menn")
        add(DEFINITE_PLURAL, noun[:-4] + "mennene", noun[:-4] + "mennane")
    elif noun.endswith("medlem"):
        add(DEFINITE, noun + "met", noun + "men")
        add(PLURAL, noun + "mer", noun + "er", noun + "mar", noun + "ar")
        add(DEFINITE_PLURAL, noun + "mene", noun + "ene", noun + "ane")
    elif noun.endswith("råd"):  # statsråd: the person is "statsråden", the council "statsrådet"
        add(DEFINITE, noun + "en")
        add(PLURAL, noun + "er", noun + "ar")
        add(DEFINITE_PLURAL, noun + "ene", noun + "ane")
    elif noun.endswith("bud") or noun.endswith("bod"):  # ombud
        add(DEFINITE, noun + "et")
        add(DEFINITE_PLURAL, noun + "ene", noun + "a")
    elif noun.endswith("el") or noun.endswith("um"):
        add(DEFINITE, noun + "en", noun + "et")
    else:
        add(DEFINITE, noun + "en", noun + "a", noun + "et")
        add(PLURAL, noun + "er", noun + "ar")
        add(DEFINITE_PLURAL, noun + "ene", noun + "ane")
    return table
