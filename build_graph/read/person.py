"""Is a line or a stretch a person's name, and how is it spelled in ordinary case? From the words' shape alone."""

from __future__ import annotations

import re

from build_graph.read import cues

_INITIAL = re.compile(r"[A-ZÆØÅÄÖÜ]\.(?:-?[A-ZÆØÅÄÖÜ]\.)*")
_CAPITALISED = re.compile(r"(?:[^\W\d_a-zæøå]['’])?[^\W\d_a-zæøå][^\W\d_]*(?:[-'’][^\W\d_a-zæøå]?[^\W\d_]+)*")
_MOST_WORDS = 6
"""Given names, surnames and particles: "Inger Marie Hansdatter von der Prøve"."""


def in_capitals(text: str) -> bool:
    """At least two letters, and none of them small."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 1 and not any(char.islower() for char in letters)


def looks_like_organisation(text: str) -> bool:
    """Whether a word of the text is one that organisations' names are made of, or has such an ending."""
    endings = tuple(cues.forms("organisation ending"))
    named = cues.forms("organisation word") | cues.forms("agency word")
    words = re.findall(r"[^\W_]+", text)
    particles = cues.forms("name particle")
    for place, word in enumerate(words):
        low = word.lower()
        if place and low in particles:
            continue
        if low in named or low.endswith(endings):
            return True
    return False


def looks_like_person(text: str, *, capitals: bool = False) -> bool:
    """Two to six words in the shape of a person's name, none of which names an organisation.

    A name all in capitals counts only where the caller expects one (`capitals`): "NTB SCANPIX" has the same shape.
    """
    words = text.split()
    if not 2 <= len(words) <= _MOST_WORDS or looks_like_organisation(text):
        return False
    if in_capitals(text) and not capitals:
        return False
    particles, suffixes = cues.forms("name particle"), cues.forms("suffix of a name")
    if words[0].lower() in particles or words[-1].lower() in particles:
        return False
    whole = in_capitals(text)
    full = 0
    for place, word in enumerate(words):
        if word.lower() in suffixes and place == len(words) - 1:
            continue
        if word.lower() in particles and (whole or word.islower() or word.istitle()):
            continue
        if _INITIAL.fullmatch(word):
            continue
        if not _CAPITALISED.fullmatch(word) or len(word) < 2 or (not whole and in_capitals(word)):
            return False
        full += 1
    return full >= 1 and bool(_CAPITALISED.fullmatch(words[-1]) or words[-1].lower() in suffixes)


def ordinary_case(name: str) -> str:
    """A name in capitals as it is spelled in running text; any other name unchanged.

    >>> ordinary_case("ANNE-KARI MCTEST VON DER PRØVE")
    'Anne-Kari McTest von der Prøve'
    """
    if not in_capitals(name):
        return name
    particles = cues.forms("name particle")
    words = name.split()
    spelled = []
    for place, word in enumerate(words):
        low = word.lower()
        if low in particles and 0 < place < len(words) - 1:
            spelled.append(low)
        elif low in cues.forms("suffix of a name") and word.upper() == word and place == len(words) - 1 and set(word) <= set("IVX"):
            spelled.append(word)
        else:
            spelled.append(re.sub(r"[^\W\d_]+", lambda part: _part(part[0]), word))
    return " ".join(spelled)


def sentence_case(text: str) -> str:
    """A line in capitals as it is written otherwise; short forms, which have no vowels, stay.

    >>> sentence_case("AKTUELT FRA KS")
    'Aktuelt fra KS'
    """
    if not in_capitals(text):
        return text
    joined = " ".join(word if not re.search("[AEIOUYÆØÅ]", word) else word.lower() for word in text.split())
    return joined[:1].upper() + joined[1:]


def _part(letters: str) -> str:
    if letters.startswith("MC") and len(letters) > 3:
        return "Mc" + letters[2] + letters[3:].lower()
    return letters[0] + letters[1:].lower()
