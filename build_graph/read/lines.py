"""What kind of block a single line or paragraph is by its own form: list item, quotation, heading, label line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_graph.model import BlockKind, Span
from build_graph.read import cues
from build_graph.read.dates import MONTHS
from build_graph.read.person import looks_like_person
from build_graph.read.units import Unit

DASHES = "-–—"
_BULLET = re.compile(r"(?:[•●▪◦·‣∙]\s*|[*+]\s+)(?=\S)")
_DASH = re.compile(rf"[{DASHES}]\s+(?=\S)|[–—](?=[^\W\d])")
_NUMBER = re.compile(r"(?:(?P<number>\d{1,3})[.)]|(?P<letter>[a-zæøå])\))\s+(?=\S)")
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_ENDED = re.compile(r"[.!?…][\"'»”’)*_\]]*$")
_LABEL = re.compile(r"(?P<label>[A-ZÆØÅ][^:.!?«»\"]{0,80}):\s+(?=\S)")

# A heading is at most so long; the longest in the journal's pages have eleven words.
_HEADING_WORDS, _HEADING_LENGTH = 14, 100
# A line that introduces a list ("Styret i Foreningen Eksempel 2018–2020, med …:") may be longer.
_INTRODUCTION_LENGTH = 160
# From so many words on, a line with final punctuation is a sentence whether or not its verb is known.
_SENTENCE_WORDS = 9
# A label's words, and the share of capitalised words that makes what follows it names rather than prose.
_LABEL_WORDS, _NAMES_SHARE = 10, 0.4


@dataclass(slots=True)
class Line:
    """A unit while it is being classified; `start` and `end` move inside markers such as "## ", "• " and "**"."""

    unit: Unit
    start: int
    end: int
    kind: BlockKind | None = None
    credit: Span | None = None
    titled: Span | None = None  # of a by-line, a name with its title: running text

    @property
    def text(self) -> str:
        """The words between `start` and `end`."""
        return self.unit.text[self.start - self.unit.start : self.end - self.unit.start]


def ends_sentence(text: str) -> bool:
    """Whether the text ends in final punctuation, perhaps inside quotation marks or emphasis."""
    return bool(_ENDED.search(text))


def opening_dash(text: str) -> int:
    """The length of the dash and space that the text opens with, 0 where it doesn't."""
    found = _DASH.match(text)
    return found.end() if found else 0


def bullet(text: str) -> int:
    """The length of the bullet and space that the text opens with, 0 where it doesn't."""
    found = _BULLET.match(text)
    return found.end() if found else 0


def number(text: str) -> tuple[int, int] | None:
    """A numbered or lettered line's place in its list and its marker's length; "2. februar" is a date and no such line."""
    found = _NUMBER.match(text)
    if not found:
        return None
    behind = re.match(r"[^\W\d]+", text[found.end() :])
    if found["number"] and behind and behind[0].lower() in MONTHS:
        return None
    place = int(found["number"]) if found["number"] else ord(found["letter"]) - ord("a") + 1
    return place, found.end()


def markdown_heading(text: str) -> int:
    """The length of the number signs and space that the text opens with, 0 where it doesn't."""
    found = _MARKDOWN_HEADING.match(text)
    return found.end() if found else 0


def has_verb(text: str) -> bool:
    """Whether one of the commonest finite verbs stands in the text."""
    return bool(set(re.findall(r"[^\W\d_]+", text.lower())) & cues.forms("finite verb"))


def is_sentence(text: str) -> bool:
    """Whether the words behind a dash are speech rather than an item of a list."""
    if not ends_sentence(text):
        return len(text.split()) > _HEADING_WORDS and has_verb(text)
    words = text.split()
    if text.rstrip("\"»”’)*_").endswith(("!", "?", "…")):
        return True
    return len(words) >= _SENTENCE_WORDS or has_verb(text) or not mostly_names(text)


def is_heading(text: str) -> bool:
    """Short, no final punctuation, begins like a title."""
    bare = text[opening_dash(text) :].strip("*_ ")
    if not bare or not (bare[0].isupper() or bare[0].isdigit() or bare[0] in "«\"“'("):
        return False
    if len(bare) > _HEADING_LENGTH or len(bare.split()) > _HEADING_WORDS:
        return False
    return bare[-1] not in ".,;:" or bool(re.search(r"\b[A-ZÆØÅ]\.$", bare))


def is_introduction(text: str) -> bool:
    """A line that ends in a colon: heading of the list below it."""
    return text.rstrip("*_ ").endswith(":") and len(text) <= _INTRODUCTION_LENGTH and not opening_dash(text)


def is_label_line(text: str) -> bool:
    """"Leder: Kari Testdatter", "Fra styret: leder Ola Prøve": a label, a colon, and names or a few words."""
    label = _LABEL.match(text)
    if not label or len(label["label"].split()) > _LABEL_WORDS:
        return False
    behind = text[label.end() :]
    # "Møtte fra styret" is a label, "Foreningen har ny leder" none.
    if has_verb(label["label"].partition(" ")[2]) or (ends_sentence(behind) and has_verb(behind)):
        return False
    return mostly_names(behind) or (behind[0].islower() and mostly_names(behind.partition(" ")[2]))


def starts_with_name(text: str) -> bool:
    """A line that opens with a person's name: "Kari Testdatter, leder", "Ola Prøve (vara)"."""
    name = re.split(r"\s[-–—]\s|[,(:]", text, maxsplit=1)[0]
    return looks_like_person(name.strip(), capitals=True)


def mostly_names(text: str, share: float = _NAMES_SHARE) -> bool:
    """Whether the text begins with a capital or digit, and so large a share of its words does."""
    words = [word for word in re.findall(r"[^\W_]+", text) if word.lower() not in ("og", "i", "frå", "fra", "ved", "for", "av", "på")]
    capitalised = sum(word[0].isupper() or word[0].isdigit() for word in words)
    return bool(words) and (words[0][0].isupper() or words[0][0].isdigit()) and capitalised >= share * len(words)
