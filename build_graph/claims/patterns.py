"""Patterns over sentences in which mentions stand as slots.

A sentence is rendered with each mention as one sign: "leder i Allmennlegeforeningen Kari Testdatter" becomes "⟨R0⟩ i ⟨G1⟩ ⟨P2⟩".
A pattern such as `{role} {prep} {group},? {person}` is a regular expression over that line, in which

    {person} {group} {role} {meeting} {work} {place}   one mention, by the slot's name in the match
    {actor} {decider} {receiver}                       a person or group; a group or meeting; any of the three
    {persons} {groups} {works}                         several in a row: "A, B og C"
    {people}                                           the same with titles and brackets: "A (Ap), direktør B, leder, og C (H)"; the slot is `persons`
    {say}                                              a word of the list lexicon/say.csv, and so for each list there
    {prep}                                             i, ved, for, av, hos, på, frå, fra, til
    {gen}                                              what makes a genitive: s, ', sin, sitt …
    {roles}                                            one title or several in a row: "stortingsrepresentant, partileder og statsråd"
    {aside}                                            nothing, or an insertion between commas
    {words}                                            up to six words without a mention or sentence mark
    {adv} {det}                                        adverbs or a date; determiners, or a group's genitive; or nothing
    {title}                                            what may stand before a name: words, titles, groups, or nothing
    {who}                                              the same, but no preposition outside a title: "statsråd", "den nye lederen i ⟨G1⟩"
    {appos}                                            where it is, and an apposition between commas that names no other person; or nothing

Two slots of one kind take a number: {person} {person2}. Patterns with their confidences stand in CSV files, so that they can be read, weighed and added to
without programming.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from build_graph.lexicon.tables import rows, words
from build_graph.model import Mention, Mentioned, RoleMention, Sentence, Span

EVENED = {"—": "–", "⟨": "‹", "⟩": "›"}
"""One dash for both; and no text can pass for a sign."""
LETTERS = {
    "person": "P", "organisation": "G", "body": "G", "collaboration": "G", "meeting": "M",
    "report": "W", "resolution": "W", "proposal": "W", "place": "L",
}
SLOTS = {"person": "P", "group": "G", "role": "R", "meeting": "M", "work": "W", "place": "L", "actor": "[PG]", "decider": "[GM]", "receiver": "[PGM]"}
PREPOSITIONS = "(?:i|ved|for|av|hos|på|frå|fra|til|innan|innen)"
GENITIVE = "(?:s|['’]s?| sin| sitt| si| sine)"
WORDS = r"(?:[^\s⟨⟩,.;:!?()–]+ ){0,6}?"
APPOSITION = r"(?: (?:i|for|ved|av|til|hos) ⟨[GL]\d+⟩)?(?:, (?:(?!⟨P)[^.;:!?]){1,120}?,)?"
TITLE = r"(?:(?:⟨[RGL]\d+⟩(?:s|['’]s?)?,?|[^\s⟨⟩,.;:!?()–]+) ){0,8}?"
AGE = r"(?: \(\d\d\)|, \d\d,?)?"
SHORT_NAME = r"(?: \(⟨G\d+⟩\))?"  # "Foreningen Eksempel (FE), Prøvekommunen og …"
BRACKET = r"(?: \((?:⟨[GL]\d+⟩|[^()⟨⟩]{1,25})\))?"
TITLED = r"(?:⟨R\d+⟩ )?"  # "Kari Testdatter, direktør Ola Prøve og …": a title may stand before each that follows
TITLE_BEHIND = r"(?:, ⟨R\d+⟩(?! ⟨P)(?: (?:i|ved|for|av|hos) ⟨[GL]\d+⟩)?)?"  # "Kari Testdatter, leder, Ola Prøve, nestleder"
ASIDE = r"(?:, ?(?:[^,.;:⟨⟩]|⟨[RGLWM]\d+⟩){1,90},| \((?:[^()⟨⟩]|⟨[GL]\d+⟩){1,30}\))?"
WHO = (
    r"(?:(?:⟨R\d+⟩(?: (?:i|for|ved|av|på|frå|fra) ⟨[GL]\d+⟩)?,?|⟨[GL]\d+⟩(?:s|['’]s?)"
    r"|(?!(?:å|i|på|ved|for|fra|frå|av|til|om|hos) )[^\s⟨⟩,.;:!?()–]+) ){0,5}?"
)
DETERMINER = (
    r"(?:(?:den|det|de|dei|en|ei|et|ein|eit|ny|nye|nytt|første|fyrste|endelige|endelege|ferdige|egen|eget|eigen|sin|sitt|si|sine|to|tre|⟨G\d+⟩(?:s|['’]s?)?) )*"
)
DATE = r"(?:den )?\d{1,2}\. [a-zæøå]+(?: \d{4})?"
LONGEST_LINE = 2500  # characters: what is longer is a list or noise, and patterns take long over it
GOES_ON = re.compile(r"(?:[,;:–-]|\b(?:og|eller|samt|i|ved|for|av|på|til|fra|frå|med))$")
JOINT = r"(?:, og | og |, | samt |, samt | and | & )"


@dataclass(frozen=True, slots=True)
class Line:
    """A rendered stretch of text: a sentence, or a line of a list."""

    text: str
    signs: dict[int, Mention | RoleMention]
    offsets: tuple[int, ...]  # for each character of `text`, where it stands in the article; one more for the end

    def span(self, start: int, end: int) -> Span:
        """The article's text behind a stretch of the line, without white space around it."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1 if end > start else self.offsets[start])


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern's match: what fills each slot, and the text that matched."""

    rule: str
    confidence: float
    states: str
    slots: dict[str, tuple[Mention | RoleMention, ...]]
    span: Span
    line: Line
    start: int  # in the line
    end: int

    def one(self, slot: str) -> str | None:
        """The referent in a slot, None if the slot is empty."""
        mentions = self.slots.get(slot, ())
        return mentions[0].referent if mentions and isinstance(mentions[0], Mention) else None

    def all(self, slot: str) -> list[Mention]:
        """The mentions in a slot."""
        return [m for m in self.slots.get(slot, ()) if isinstance(m, Mention)]

    def role(self, slot: str = "role") -> RoleMention | None:
        """The title in a slot."""
        mentions = self.slots.get(slot, ())
        return mentions[0] if mentions and isinstance(mentions[0], RoleMention) else None


def render(doc: Mentioned, span: Span) -> Line:
    """A stretch of the article with each mention as one sign; emphasis marks are left out, white space is one blank.

    Of mentions that overlap, the longest stands; a title that holds an organisation ("Venstre-leder") hides it.
    """
    mentions: tuple[Mention | RoleMention, ...] = (*doc.roles, *doc.mentions)
    inside = [m for m in mentions if span.start <= m.span.start and m.span.end <= span.end and not getattr(m, "clause", False)]
    inside.sort(key=lambda m: (m.span.start, -(m.span.end - m.span.start), isinstance(m, Mention)))
    text = doc.annotated.article.text
    parts: list[str] = []
    offsets: list[int] = []
    signs: dict[int, Mention | RoleMention] = {}
    position = span.start

    def put(piece: str, at: list[int]) -> None:
        parts.append(piece)
        offsets.extend(at)

    def plain(end: int) -> None:
        for offset in range(position, end):
            letter = text[offset]
            if letter in "*_" and not _inside_word(text, offset):
                continue
            if letter.isspace():
                if letter == "\n" and parts and _ends_line(text, offset):
                    put(";", [offset])
                if offsets and parts[-1] != " ":
                    put(" ", [offset])
            else:
                put(EVENED.get(letter, letter), [offset])

    for mention in inside:
        if mention.span.start < position:
            continue
        plain(mention.span.start)
        number = len(signs)
        signs[number] = mention
        letter = "R" if isinstance(mention, RoleMention) else LETTERS[mention.kind]
        sign = f"⟨{letter}{number}⟩"
        # the sign's last character stands for the mention's last, so that spans come out right at both ends
        put(sign, [mention.span.start] * (len(sign) - 1) + [mention.span.end - 1])
        position = mention.span.end
    plain(span.end)
    return Line("".join(parts), signs, (*offsets, span.end))


def _ends_line(text: str, offset: int) -> bool:
    """Whether the author broke a line here: the paragraph's lines are not wrapped to a width, and no comma or conjunction goes on."""
    start, stop = text.rfind("\n\n", 0, offset) + 1, text.find("\n\n", offset)
    line = text[text.rfind("\n", 0, offset) + 1 : offset].rstrip()
    return bool(line) and not _wrapped(text[start : stop if stop > 0 else len(text)].strip("\n")) and not GOES_ON.search(line)


@lru_cache(maxsize=64)
def _wrapped(paragraph: str) -> bool:
    """Whether each line is as long as it can be: the next one's first word would not have fitted."""
    lines = [line.strip() for line in paragraph.split("\n")]
    widest = max(map(len, lines))
    return all(len(line) + 1 + len(following.split(" ", 1)[0]) > widest for line, following in pairwise(lines))


def _inside_word(text: str, offset: int) -> bool:
    return 0 < offset < len(text) - 1 and text[offset - 1].isalnum() and text[offset + 1].isalnum()


@dataclass(frozen=True, slots=True)
class Pattern:
    """A row of a pattern file, ready to use."""

    rule: str
    states: str
    confidence: float
    regex: re.Pattern[str]


@cache
def patterns(file: str) -> tuple[Pattern, ...]:
    """The patterns of a file in lexicon/, in its order: rule, states, confidence, pattern."""
    return tuple(
        Pattern(row["rule"], row["states"], float(row["confidence"]), compile_pattern(row["pattern"])) for row in rows(file)
    )


def _any(file: str) -> str:
    """Any word of a list, as a whole word, the longest first."""
    return r"(?<!\w)(?:" + "|".join(re.escape(w) for w in sorted(words(file), key=lambda w: (-len(w), w))) + r")(?!\w)"


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """The regular expression of a pattern; see the module's docstring for what stands in braces."""

    def slot(match: re.Match[str]) -> str:
        name = match[1]
        kind = re.sub(r"\d+$", "", name)
        if kind in SLOTS:
            tail = AGE if kind == "person" else ""
            return rf"⟨{SLOTS[kind]}(?P<{name}>\d+)⟩{tail}"
        if kind.endswith("s") and kind[:-1] in SLOTS:
            tail = {"persons": AGE, "groups": SHORT_NAME}.get(kind, "")
            sign = rf"⟨{SLOTS[kind[:-1]]}\d+⟩{tail}"
            return rf"(?P<{name}>{sign}(?:{JOINT}{sign}){{0,60}})"
        if kind == "people":
            return rf"(?P<{name.replace('people', 'persons')}>⟨P\d+⟩{BRACKET}{TITLE_BEHIND}(?:{JOINT}{TITLED}⟨P\d+⟩{BRACKET}{TITLE_BEHIND})*)"
        fixed = {"prep": PREPOSITIONS, "gen": GENITIVE, "words": WORDS, "appos": APPOSITION, "title": TITLE, "aside": ASIDE, "det": DETERMINER, "who": WHO}
        if kind in fixed:
            return fixed[kind]
        if kind == "adv":
            methods = "|".join(row["method"] for row in rows("decision_methods.csv"))
            return rf"(?:(?:{_any('adverbs.csv')}|{DATE}|{methods}) )*"
        return _any(f"{kind}.csv")

    return re.compile(re.sub(r"\{([a-z]\w*)\}", slot, pattern.replace("(?i)", "")), re.IGNORECASE if pattern.startswith("(?i)") else 0)


def matches(line: Line, table: tuple[Pattern, ...]) -> Iterator[Found]:
    """Every match of every pattern in a line, pattern by pattern."""
    for pattern in table:
        for match in pattern.regex.finditer(line.text):
            slots = {}
            for name, value in match.groupdict().items():
                if value:
                    letter = SLOTS.get(re.sub(r"s?\d*$", "", name), r"\w")
                    numbers = [int(value)] if value.isdigit() else [int(n) for n in re.findall(rf"⟨{letter}(\d+)⟩", value)]
                    slots[name] = tuple(line.signs[n] for n in numbers)
            yield Found(pattern.rule, pattern.confidence, pattern.states, slots, line.span(match.start(), match.end()),
                        line, match.start(), match.end())


def matches_by_sentence(doc: Mentioned, file: str) -> Iterator[tuple[Sentence, Line, Found]]:
    """What the patterns of a table find, sentence by sentence; sentences longer than LONGEST_LINE are left out."""
    table = patterns(file)
    for sentence in doc.annotated.sentences:
        line = render(doc, sentence.span)
        if len(line.text) <= LONGEST_LINE:
            for found in matches(line, table):
                yield sentence, line, found
