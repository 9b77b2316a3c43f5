"""Noun phrases that may mean a meeting, with what stands in and around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_graph.lexicon.tables import rows
from build_graph.mentions.draft import Draft, fold
from build_graph.mentions.minutes import dates_in, heads_minutes, is_minutes_title, labels_below, likely_year
from build_graph.mentions.nouns import (
    ACTORS,
    GROUPS,
    Mentions,
    Noun,
    alternatives,
    barred,
    line_at,
    noun_of,
    phrase_end,
    plain,
)
from build_graph.model import Mention, Sentence, Span, Token
from build_graph.read.dates import FoundDate

NOUNS, CONTEXT = "meeting_nouns.csv", "meeting_context.csv"
REACH = 400  # characters around a noun that are read: no clause is longer
PREPOSITION = re.compile(r"\s+(?P<word>i|for|med|mellom|mellan|om|av|på|ved|til|hos|hjå)\s+")
GAP = re.compile(r"(?:[a-zæøå][\w-]*\s+){0,6}")  # "i det såkalla Europautvalet"
JOINT = re.compile(r"\s*(?:,\s*(?:og\s+)?|\s(?:og|samt)\s+|/)(?:[a-zæøå][\w-]*\s+){0,4}")
ADJECTIVE = r"(?:den|det|de|dei|et|eit|ein|en|ei|sitt|sin|nye|ny|nytt|eget|eige|felles|åpne|åpent|opne|store|planlagte|[a-zæøå-]{2,}(?:ske|ige|ege|sk|ig|leg|ende|ande|ive|iv|ale|al|elle|ell|ære|ært|iske)|siste|sist|første|fyrste|neste|andre|annet|tredje)"
DAY = re.compile(
    r"(?<![\w.])\d{1,2}\.(?:\s?(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)|\d{1,2}\.?)(?![\w%])"
)
LISTED = re.compile(
    rf"\s+(?:{'|'.join(row['label'] for row in rows('attendance_labels.csv') if row['kind'] in {'present', 'staff'})})[^:\n.]{{0,40}}:", re.IGNORECASE
)
MODIFIER = re.compile(rf"(?<!\w)(?:(?:den|det|de|dei)\s+(?:[a-zæøå-]+e\s+){{1,2}}|(?:{ADJECTIVE}\s+)+)$", re.IGNORECASE)
HAS_TO_MEET = re.compile(r"\b(?:skal|vil|kan|må|skulle|ville|kunne|måtte|bør|får|fikk)\b[^.;:,]* (?:\w{3,}(?:en|ene|ane|et|a)|[A-ZÆØÅ]\w+) $")  # "i dag måtte statsråden møte"
OWNERS = re.compile(r"(?<!\w)[a-zæøå-]{3,}(?:nes|anes|ets|ens)\s+(?:[a-zæøå-]+e\s+)?$")  # "fastlegenes våruke"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A noun for a gathering, or a verb of meeting, and its surroundings in the sentence."""

    span: Span
    family: str
    base: str  # the noun without its definite ending, lower-case
    prefix: str  # the first part of a compound: landsstyre-
    definite: bool
    plural: bool
    name: str
    aliases: tuple[str, ...] = ()
    modifiers: str = ""  # the words between the clause's last preposition or verb and the noun
    before: str = ""  # the clause before the phrase
    behind: str = ""  # the clause behind it
    clause: str = ""
    genitive: str = ""  # "gårsdagens", "sentralstyrets"
    owner: str | None = None
    partners: tuple[str, ...] = ()
    about: str = ""
    place: str | None = None
    start: str | None = None
    end: str | None = None
    timed: bool = False
    which: str = ""
    header: bool = False  # stands in the title of minutes
    item: bool = False  # begins an item of a list
    opens: bool = False  # begins its line
    capital: bool = False  # has a capital inside a sentence: a name
    listed: bool = False  # a heading over a list of those who took part
    generic: bool = False
    verbal: bool = False


def candidates(draft: Draft) -> Iterator[Candidate]:
    """Every noun for a gathering, in text order."""
    look = Mentions(draft.mentions)
    year = likely_year(draft)
    for sentence in draft.annotated.sentences:
        dates = dates_in(draft.text, sentence.span, year)
        found = []
        for number in range(sentence.first, sentence.last):
            token = draft.tokens[number]
            noun = noun_of(token.text, NOUNS) if token.text[-1:].isalpha() and len(token.text) > 3 else None
            if noun and not barred(token.text, "not_meetings.csv") and not _taken(draft, token, look):
                found.append(_Reader(draft, sentence, look, dates, token, noun).read())
        yield from sorted(found, key=lambda c: c.span)


def _taken(draft: Draft, token: Token, look: Mentions) -> bool:
    """Whether the noun is part of another name, or the verb "møte"."""
    if any(m.kind in ACTORS and m.span != Span(token.start, token.end) for m in look.between(token.start - 60, token.end + 60)
           if m.span.start <= token.start and token.end <= m.span.end):
        return True
    if token.text.lower() not in {"møte", "møter", "møta"}:
        return False
    before = draft.text[max(0, token.start - 40) : token.start]
    if token.text.lower() == "møte" and re.search(r"\b(?:å|skal|vil|kan|må|skulle|ville|kunne|måtte|bør|får|fikk|ikke|ikkje|også) $", before):
        return True
    if token.text.lower() == "møte" and HAS_TO_MEET.search(draft.text[max(0, token.start - 80) : token.start]):
        return True
    return token.text.lower() != "møte" and not re.search(r"\b(?:etter|på|i|under|ved|med|til|om|ha|hatt|hadde|har|holdt|avholdt|flere|to|tre|årlige|slike) $", before)


@dataclass
class _Reader:
    """Reads the phrase that a noun heads."""

    draft: Draft
    sentence: Sentence
    look: Mentions
    dates: list[FoundDate]
    token: Token
    noun: Noun

    @property
    def window(self) -> Span:
        """The part of the sentence that may tell of the meeting."""
        return Span(max(self.sentence.span.start, self.token.start - REACH), min(self.sentence.span.end, self.token.end + REACH))

    def read(self) -> Candidate:
        text, token, noun = self.draft.text, self.token, self.noun
        span = Span(token.start, token.end)
        line = line_at(text, token.start)
        left = text[self.window.start : token.start]
        clause_start = self.window.start + max((m.end() for m in re.finditer(r"(?:(?<!\d)\.|[;:!?,»«–]) ", left)), default=0)
        genitive, owner, phrase_start = self._genitive(clause_start)
        modifiers = MODIFIER.search(text[clause_start:phrase_start] if not genitive else text[phrase_start : token.start])
        words = modifiers[0].strip() if modifiers else ""
        start = phrase_start - len(words) - 1 if words and not genitive else phrase_start
        end, partners, place, after_owner, about = self._complements()
        stop = re.search(r"(?<!\d)\.|[;:!?\n]|, ", text[end : self.window.end])
        clause_end = end + stop.start() if stop else self.window.end
        date, timed = self._date(clause_start, start, end, clause_end)
        lower = token.text.lower()
        base = lower[: len(lower) - len(noun.word)] + noun.family
        prefix = lower[: len(lower) - len(noun.word)].rstrip("-")
        header = is_minutes_title(text[line.start : line.end]) or not text[line.start : start].strip(" #*") and not text[end : line.end].strip(" *") and heads_minutes(self.draft, line)
        if header:
            stated_date, stated_place = labels_below(self.draft, line.end)
            date, place = date or stated_date, place or stated_place
        owner = self._by_prefix(prefix) or owner or after_owner
        if header and owner is None and not partners:
            owner = self._only_body_of_titles(line)
        which = alternatives(CONTEXT, "which").search(words)
        if which and owner is None and not partners and not prefix:
            owner = self._only_collaboration()
        capital = token.text[:1].isupper() and not token.text.isupper() and phrase_start > self.window.start and bool(prefix) and "\n" not in text[token.start - 1]
        word = token.text if capital else lower
        name, aliases = self._names(word, words, genitive, start, phrase_start, end, date)
        return Candidate(
            span, noun.family, base, prefix, noun.definite, noun.plural, name, aliases, words,
            text[clause_start : start if not genitive else phrase_start], text[end:clause_end], text[clause_start:clause_end], genitive, owner, partners, about, place,
            date.first if date else None, date.last if date and date.last != date.first else None, timed,
            which[0].lower() if which else "", header, bool(re.fullmatch(r"\s*[•*·–-]\s*", text[line.start : start])),
            text[line.start : start].strip(" \t•*·–-#>") == "", capital,
            text[start:end] == text[line.start : line.end].strip(" #*") and bool(LISTED.match(text, line.end)), bool(re.match(r"\s+(?:mellom|mellan|med)\s+[a-zæøå]", text[token.end :])),
        )

    def _genitive(self, clause_start: int) -> tuple[str, str | None, int]:
        """Whose meeting it is, before the noun: the words, the group if it is one, and where the phrase begins."""
        text, token = self.draft.text, self.token
        mention = self.look.before(token.start, 45)
        if mention and mention.kind in GROUPS | {"person"} and mention.span.start >= clause_start:
            between = text[mention.span.end : token.start]
            if re.fullmatch(r"(?:s|S|['’]s?|\s(?:sitt|sin|si|sine))\s+(?:[a-zæøå-]+(?:e|t)\s+){0,3}", between):
                return text[mention.span.start : token.start].strip(), mention.referent if mention.kind in GROUPS else None, mention.span.start
        when = re.search(rf"(?:{alternatives(CONTEXT, 'when').pattern})\s+(?:[a-zæøå-]+\s+){{0,2}}$", text[clause_start : token.start], re.IGNORECASE)
        if when:
            return when[0].strip(), None, clause_start + when.start()
        others = OWNERS.search(text[clause_start : token.start]) if token.text.lower() != self.noun.family or self.noun.family != "møte" else None
        if others and not self.noun.plural:
            return others[0].strip(), None, clause_start + others.start()
        return "", None, token.start

    def _complements(self) -> tuple[int, tuple[str, ...], str | None, str | None, str]:
        """What follows the noun: where it ends, who meets, where, whose meeting, about what."""
        text, limit = self.draft.text, self.window.end
        end, partners, place, owner, about = self.token.end, [], None, None, ""
        own = re.compile(r"\s+(?:sitt|sin|vårt|vår|deres|deira)\b").match(text, end)
        position = own.end() if own else end
        while True:
            found = PREPOSITION.match(text, position, limit)
            if not found:
                break
            kind = found["word"]
            gap = GAP.match(text, found.end(), limit)
            first = next(iter(self.look.between(found.end(), min(limit, (gap.end() if gap else found.end()) + 60))), None)
            near = first if first and GAP.fullmatch(text, found.end(), first.span.start) else None
            if kind in {"om"}:
                position = phrase_end(text, found.end(), limit)
                about = plain(text[found.end() : position])
                end = max(end, position)
                break
            if near is None:
                strangers = re.compile(r"(?:(?!i |på |ved |om )[a-zæøå][\w-]*\s?){1,4}(?=\s?(?:i|på|ved) )").match(text, found.end(), limit)
                if kind != "med" or not strangers:  # "møter med ambassadørene i Prøveby"
                    break
                position = strangers.end() - (text[strangers.end() - 1] == " ")
                continue
            if kind in {"med", "mellom", "mellan"} and near.kind in ACTORS:
                members = self._list(near)
                partners = [m.referent for m in members]
                end = position = members[-1].span.end
            elif near.kind == "place" and kind in {"i", "på", "ved"}:
                place = plain(text[near.span.start : near.span.end])
                end = position = near.span.end
            elif near.kind in GROUPS and kind in {"i", "for", "av", "hos", "hjå", "ved", "til"}:
                owner, end = near.referent, near.span.end  # the narrower comes last: "møte i KS i arbeidsgruppen"
                position = end
            else:
                break
        return end, tuple(partners), place, owner, about

    def _list(self, first: Mention) -> list[Mention]:
        found = [first]
        while True:
            joint = JOINT.match(self.draft.text, found[-1].span.end, self.window.end)
            following = joint and next(iter(self.look.between(joint.end() - 40, joint.end() + 80)), None)
            able = [m for m in self.look.between(found[-1].span.end, self.window.end) if joint and m.kind in ACTORS and m.span.start <= joint.end()]
            if not joint or not able or following is None or not JOINT.fullmatch(self.draft.text, found[-1].span.end, able[0].span.start):
                return found
            found.append(able[0])

    def _date(self, clause_start: int, start: int, end: int, clause_end: int) -> tuple[FoundDate | None, bool]:
        text = self.draft.text
        after = [d for d in self.dates if d.start >= end - 1 and d.end <= clause_end + 30 and not re.search(r"[.;:!?]|, (?!\d)", text[end : d.start])]
        before = [d for d in self.dates if clause_start <= d.start and d.end <= start]
        within = [d for d in self.dates if self.token.end <= d.start and d.end <= end]
        around = text[max(clause_start, start - 40) : min(clause_end, end + 40)]
        timed = bool(alternatives(CONTEXT, "time").search(around) or DAY.search(around))
        chosen = within or after[:1] or before[-1:]
        return (chosen[0] if chosen else None), timed or bool(alternatives(CONTEXT, "when").search(text[clause_start : self.token.start]))

    def _only_collaboration(self) -> str | None:
        """The collaboration that "siste møte" is of: the only one spoken of before, in the same paragraph or the one above."""
        start = self.window.start
        near = {m.referent for m in self.look.between(max(0, start - 900), self.token.start) if m.kind == "collaboration"}
        return near.pop() if len(near) == 1 else None

    def _by_prefix(self, prefix: str) -> str | None:
        """The body that a compound names: landsstyre-møtet is landsstyret's, NATO-toppmøtet NATO's."""
        if len(prefix) < 2:
            return None
        stem = prefix[:-1] if prefix.endswith("s") else prefix
        bodies = {
            r.id for r in self.draft.referents.values() if r.kind == "body"
            for n in (r.name, *r.aliases) if _stem(fold(n).split(" i ")[0].split(" ")[-1]) in {_stem(stem), _stem(prefix)}
        }
        if len(bodies) == 1:
            return bodies.pop()
        return self.draft.called(prefix, "organisation", "body", "collaboration") if not bodies else None

    def _only_body_of_titles(self, line: Span) -> str | None:
        """The one body that the headings above a title of minutes name."""
        blocks = [b.span for b in self.draft.annotated.article.blocks if b.kind in {"title", "heading", "section", "lead"}]
        first = line_at(self.draft.text, next((s.span.start for s in self.draft.annotated.sentences), 0))
        bodies = {m.referent for s in (*blocks, first) for m in self.look.between(s.start, s.end) if m.kind == "body"}
        return bodies.pop() if len(bodies) == 1 else None

    def _names(self, word: str, words: str, genitive: str, start: int, phrase_start: int, end: int, date: FoundDate | None) -> tuple[str, tuple[str, ...]]:
        text, token = self.draft.text, self.token
        behind = re.sub(r"^(?:sitt|sin|vårt|vår|deres|deira)\b ?", "", plain(text[token.end : end]))
        full = f"{word} {behind}".strip()
        bare = {"et", "eit", "en", "ein", "ei", "sitt", "sin"}
        kept = " ".join(w for w in words.split() if w.lower() not in bare)
        kept = kept[:1].lower() + kept[1:]
        if genitive:
            own = plain(text[phrase_start : token.start])
            own = own.lower() if own.isupper() else own
            full, kept = f"{own} {full}", ""
        names = [f"{kept} {full}".strip() if kept else full, full]
        lone = not self.noun.definite and full == word and len(word) == len(self.noun.word)
        if date and date.start >= end and not text[end : date.start].strip(" ,"):
            dated = f"{full} {plain(text[date.start : date.end])}"
            names = [dated, *names[:1]] if lone and not kept else [*names, dated]
        if re.match(r"\s+\d+/\d+", text[end:]):
            names = [full + text[end:][: re.match(r"\s+\d+/\d+", text[end:]).end()], *names]  # type: ignore[union-attr]
        if len(word) > len(self.noun.word):
            names.append(word)
        return names[0], tuple(n for n in dict.fromkeys(names[1:]) if n != names[0] and not (lone and n == word))


def _stem(word: str) -> str:
    return re.sub(r"(?:et|en|a|e)$", "", word) if len(word) > 4 else word
