"""When a name in the gold and a label in the graph mean the same: deliberately simple, and lenient in what is a matter of style."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection
from functools import cache

_ENDINGS = ("ene", "ane", "ets", "ens", "et", "en", "a", "e", "s")
_SMALL_WORDS = frozenset(["i", "for", "om", "ved", "av", "på", "til", "og", "en", "ei", "et", "den", "det", "the", "of"])
_NYNORSK = (
    ("leiar", "leder"), ("utval", "utvalg"), ("førar", "fører"), ("gjevar", "giver"), ("kvar", "hver"), ("sjuke", "syke"),
    ("vararepresentant", "varamedlem"),
)  # fmt: skip
_ENOUGH = 0.5  # of all words of two titles: more shared than this makes them one work

Test = Callable[[Collection[str], Collection[str]], bool]


@cache
def fold(text: str) -> str:
    """Case-folded, NFC, without quotation marks and surplus space."""
    bare = re.sub("[«»\"“”„'’]", "", unicodedata.normalize("NFC", text).casefold())
    return re.sub(r"\s+", " ", bare).strip(" .,:;–-")


@cache
def stem(text: str) -> str:
    """`fold`, with the last word's ending taken off: landsstyret, landsstyre."""
    start, _, last = fold(text).rpartition(" ")
    ending = next((each for each in _ENDINGS if last.endswith(each) and len(last) - len(each) >= 3), "")
    return f"{start} {last.removesuffix(ending)}".strip()


@cache
def content(text: str) -> frozenset[str]:
    """The stemmed words that carry meaning, common Nynorsk nouns as in Bokmål."""
    found = set()
    for word in re.findall(r"[\w-]+", fold(text)):
        for nynorsk, bokmal in _NYNORSK:
            if nynorsk in word and bokmal not in word:
                word = word.replace(nynorsk, bokmal)
        if word not in _SMALL_WORDS:
            found.add(stem("varamedlem" if word == "vara" else word))
    return frozenset(found)


@cache
def head(text: str) -> str:
    """The noun that a phrase is about: "styret i X" → styr, "Xs landsstyre" → landsstyr."""
    words = re.split(r" (?:i|for|om|ved|av|på|til|frå|fra|mellom|med) ", text.strip())[0].split()
    return stem(words[-1]) if words else ""


def _is_common(text: str) -> bool:
    return " " not in text.strip() and text.strip()[:1].islower()


def same_name(gold: Collection[str], said: Collection[str]) -> bool:
    """One spelling in common: people."""
    return not {fold(each) for each in gold}.isdisjoint(fold(each) for each in said)


def same_noun(gold: Collection[str], said: Collection[str]) -> bool:
    """Organisations, bodies, meetings: the same words, or a common noun alone and a phrase that it heads."""
    if same_name(gold, said) or not {content(each) for each in gold}.isdisjoint(content(each) for each in said):
        return True
    return any(_is_common(a) and stem(a) == head(b) or _is_common(b) and stem(b) == head(a) for a in gold for b in said)


def same_role(gold: Collection[str], said: Collection[str]) -> bool:
    """Roles: the same words, complements aside: professor, professor i allmennmedisin."""

    def ways(names: Collection[str]) -> set[frozenset[str]]:
        bare = (re.split(r" (?:i|for|ved|av|på) | emerit", fold(name))[0] for name in names)
        return {content(name) for name in names} | {content(name) for name in bare}

    return not ways(gold).isdisjoint(ways(said))


def same_work(gold: Collection[str], said: Collection[str]) -> bool:
    """Reports, plans, resolutions: most of their words, or one's words among the other's under the same noun."""
    for one in gold:
        for other in said:
            a, b = content(one), content(other)
            if a and b and (len(a & b) / len(a | b) > _ENOUGH or (a <= b or b <= a) and head(one) == head(other)):
                return True
    return same_noun(gold, said)


def same_matter(gold: Collection[str], said: Collection[str]) -> bool:
    """What was decided or proposed: a work, or the name of what "å gjenopprette …" is about."""
    return same_work(gold, said) or any(
        content(other) <= content(one) and max(map(len, content(other)), default=0) > 5 for one in gold for other in said
    )


def test_of(kind: str, field: str) -> Test:
    """How a field of facts of a kind is compared."""
    if field == "who":
        return same_noun if kind in ("party", "participates") else same_name
    if field == "work":
        return same_matter if kind in ("adopted", "proposed") else same_work
    if field == "name":
        return {"person": same_name, "report": same_work, "meeting": same_work}.get(kind, same_noun)
    return {"role": same_role, "meeting": same_work, "date": lambda gold, said: set(gold) == set(said)}.get(field, same_noun)
