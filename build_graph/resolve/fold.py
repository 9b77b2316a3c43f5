"""Names as they are compared."""

from __future__ import annotations

import re
import unicodedata

_SMALL_WORDS = frozenset(
    ["i", "for", "om", "ved", "av", "på", "til", "og", "en", "ei", "et", "eit", "den", "det", "de", "dei", "the", "of", "med", "fra", "frå", "mellom", "som", "å", "at"]
)
# Definite and indefinite endings of nouns that name bodies (styret/styre, gruppen/gruppa/gruppe, utvalget/utvalg, nemnda/nemnd).
_ENDINGS = ("et", "en", "a", "t", "e")


def fold(name: str) -> str:
    """A name as it is compared: NFC, case-folded, hyphens as spaces, without quotation marks. Accents count."""
    text = unicodedata.normalize("NFC", name).casefold()
    text = re.sub(r"[*_«»\"“”„‘’']", "", text)
    return re.sub(r"[\s\-‐‑–—]+", " ", text).strip(" .,:;")


def stem(name: str) -> str:
    """`fold`, without the ending that makes the last word definite: "Landsstyret" and "landsstyre" are equal."""
    head, _, last = fold(name).rpartition(" ")
    last = last.replace("é", "e")
    for ending in _ENDINGS:
        if last.endswith(ending) and len(last) - len(ending) >= 3:
            last = last[: -len(ending)]
            break
    if last.endswith("e") and len(last) > 3:  # komiteen → komite → komit, as komité
        last = last[:-1]
    return f"{head} {last}".strip()


def content_words(name: str) -> list[str]:
    """The words that carry the meaning of a title: "Rapport om bruk av eksempler" → rapport, bruk, eksempler."""
    return [word for word in re.findall(r"\w+", fold(name)) if word not in _SMALL_WORDS]


def is_full_name(name: str) -> bool:
    """Whether a person's name has at least a given name and a family name: not "Testdatter", not "Kari T."."""
    parts = name.replace(",", " ").split()
    return len(parts) >= 2 and len(parts[-1].rstrip(".")) > 1 and len(parts[0].rstrip(".")) > 0
