"""Reports, plans, resolutions and proposals in the text: titles, official series, and nouns such as "rapporten"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from build_graph.lexicon.tables import rows
from build_graph.mentions.clauses import find_clauses
from build_graph.mentions.draft import Draft, fold
from build_graph.mentions.nouns import ACTORS, Mentions, Noun, alternatives, barred, noun_of, phrase_end, plain
from build_graph.model import Referent, ReferentKind, Span

NOUNS, CONTEXT = "work_nouns.csv", "work_context.csv"
EMPHASIS = re.compile(r"(?<![*\w])(?P<mark>[*_])(?P<title>[A-ZÆØÅ«][^*_\n]{6,160}?)(?P=mark)(?![*\w])")
QUOTED = re.compile(r"[«\"“](?P<title>[A-ZÆØÅ][^«»\"“”\n]{3,160}?)[»\"”]")
NAMED = re.compile(r"(?:heter|heiter|(?:har|fekk|fikk|med) tittelen|[Tt]ittelen(?: på \w+(?: \w+)?)? er)\s+(?P<title>[A-ZÆØÅ][^«»\"“”\n.:;]{6,120})(?=[.\n]|$)")
APPOSED = re.compile(r", (?P<title>[A-ZÆØÅ][a-zæøå]+ [^,.;:\n«»]{6,90}), (?=ble |blir |blei |vart |vert |er |var |som |til )")
FOR = re.compile(r"\s+(?P<word>om|for|av|til|i|på|frå|fra)\s+")
MADE_BY = re.compile(r"\s(?:som\s)?")  # "en måling Foreningen Eksempel har utført"
MADE = re.compile(r"\s(?:har|hadde)\s(?:utført|laget|laga|gjort|gjennomført|utarbeidet|utarbeidd|utarbeida|skrevet|skrive)\b")
HANDED = re.compile(r"\b(?:la|legger|legg|lagt|presenterte|overleverte|overrakte|leverte|sendte|sende|ga|gav|oversendte)\b[^.;:]{0,60}$")
CARRIED_OUT = re.compile(r"\b(?:gjennomført|gjennomførte|utført|utførte|laget|laga|lagde|gjort|gjorde|publisert|publiserte|lagt frem|lagt fram|la frem|la fram) (?:en|ei|ein|et|eit) (?:[a-zæøå]+ )?$")
PUT_FORWARD = re.compile(r" (?:som )?(?:[a-zæøå]+ ){0,3}(?:er|ble|blei|vart) (?:fremmet|fremma|reist|framsett|fremsatt|lagt frem|lagt fram) (?:av|fra|frå) ")
ARTICLES = re.compile(r"^(?:en|ei|et|ein|eit|den|det|de|dei|sin|sitt|sine|egen|eget|eigen|ny|nye|nytt|fersk|ferske)\s+")


def find_works(draft: Draft) -> None:
    """Adds every particular report, resolution and proposal, and the clauses that the text says were proposed or decided."""
    chain = _Works(draft)
    for work in sorted([*_series(draft), *_titles(draft), *_nouns(draft)], key=lambda w: (w.span.start, -w.span.end)):
        chain.add(work)
    chain.finish()
    find_clauses(draft)


@dataclass(frozen=True, slots=True)
class _Work:
    """A place that may speak of a work."""

    span: Span
    kind: ReferentKind
    family: str
    name: str
    aliases: tuple[str, ...] = ()
    title: bool = False
    definite: bool = False
    plural: bool = False
    prefix: str = ""
    particular: bool = False  # one of its own even when no other is known
    maker: str | None = None
    complement: str = ""
    genitive: bool = False


@dataclass
class _Known:
    first: _Work
    all: list[_Work] = field(default_factory=list)


def _series(draft: Draft) -> Iterator[_Work]:
    """Works of an official series: "NOU 2023: 4", "Meld. St. 7 (2019–2020)"."""
    for row in rows("work_series.csv"):
        for match in re.finditer(row["pattern"], draft.text):
            if not any(s.span.start <= match.start() < s.span.end for s in draft.annotated.sentences):
                continue
            name = plain(match[0]).rstrip(" .,")
            title = re.compile(r",?\s*(?:[*_«\"“])(?P<title>[A-ZÆØÅ][^*_«»\"“”\n]{3,160})(?:[*_»\"”])").match(draft.text, match.end())
            end = title.end() if title else match.start() + len(match[0].rstrip(" .,"))
            yield _Work(Span(match.start(), end), "report", row["family"], name, (plain(title["title"]),) if title else (), title=True, particular=True)


def _titles(draft: Draft) -> Iterator[_Work]:
    """Titles in italics or quotation marks behind a noun for a work, or told by "heter" and the like."""
    for number, sentence in enumerate(draft.annotated.sentences):
        start, end = sentence.span
        before = draft.annotated.sentences[max(0, number - 2)].span.start
        for pattern in (EMPHASIS, QUOTED, APPOSED, NAMED):
            for match in pattern.finditer(draft.text, start, end):
                cue = _cue(draft, match.start(), before if pattern is NAMED else start, near=pattern is QUOTED or pattern is APPOSED)
                if cue and (len(match["title"].split()) > 1 or pattern is QUOTED):
                    span = Span(*match.span("title"))
                    noun = re.compile(r"[\w-]+,? $").search(draft.text, start, match.start()) if pattern in (QUOTED, EMPHASIS) else None
                    if noun and noun_of(noun[0].strip(" ,"), NOUNS):  # "rapporten «Tittel»" is one mention
                        span = Span(noun.start(), match.end())
                    yield _Work(span, cue.get("kind"), cue.family, plain(match["title"]).rstrip(","), title=True, particular=True)  # type: ignore[arg-type]


def _cue(draft: Draft, position: int, start: int, *, near: bool) -> Noun | None:
    """The noun that tells that a title is a work's: right before it, or for italics anywhere before in the sentence."""
    words = list(re.finditer(r"[\w-]+", draft.text[start:position]))
    for word in reversed(words[-2:] if near else words):
        noun = noun_of(word[0], NOUNS)
        if noun and noun.get("kind") != "proposal" and not barred(word[0], "not_works.csv"):
            return noun
    return None


def _nouns(draft: Draft) -> Iterator[_Work]:
    look = Mentions(draft.mentions)
    for sentence in draft.annotated.sentences:
        for token in draft.tokens[sentence.first : sentence.last]:
            noun = noun_of(token.text, NOUNS) if len(token.text) > 3 else None
            if noun is None or barred(token.text, "not_works.csv") or draft.taken(Span(token.start, token.end)):
                continue
            work = _noun(draft, look, sentence.span, Span(token.start, token.end), noun)
            if work:
                yield work


def _noun(draft: Draft, look: Mentions, sentence: Span, span: Span, noun: Noun) -> _Work | None:
    text = draft.text
    word = text[span.start : span.end].lower()
    left, right = text[sentence.start : span.start], text[span.end : sentence.end]
    owner = look.before(span.start, 40)
    between = text[owner.span.end : span.start] if owner else ""
    genitive = bool(owner and owner.kind in ACTORS and re.fullmatch(r"(?:s|['’]s?|\s(?:sin|sitt|si|sine))\s+(?:[a-zæøå-]+e?\s+){0,2}", between))
    number = re.match(r" \d{1,3}(?:/\d{2,4})?(?= om | \w)|,? \d{4}[–-]\d{2,4}| (?:for )?(?:19|20)\d\d(?:[–-]\d{2,4})?", right)
    end = span.end + (number.end() if number else 0)
    complement, maker = "", None
    found = FOR.match(text, end, sentence.end)
    if found and found["word"] in {"fra", "frå"}:
        first = next(iter(look.between(found.end(), min(sentence.end, found.end() + 60))), None)
        if first and first.span.start - found.end() < 25 and first.kind in ACTORS:
            maker, behind = first.referent, first.span.end
            found = FOR.match(text, behind, sentence.end)  # "framlegget frå laget om lågare kontingent"
    if found and found["word"] in {"i", "for"} and noun.family == "måling":  # "en måling i Prøvebladet"
        paper = next(iter(look.between(found.end(), min(sentence.end, found.end() + 60))), None)
        maker = paper.referent if paper and paper.span.start == found.end() and paper.kind in ACTORS else maker
    kinds = {"om", "for", "av", "til"} if genitive and noun.get("kind") == "proposal" else {"om", "for", "av"}
    if found and found["word"] in kinds and not re.match(r"(?:at|å|dette|denne|disse|desse|det|den|oss|dem|meg)\b(?! \w+(?:e|en|et|a)\b)", text[found.end() :]):
        asked = re.match(r"(?:hva|hvem|hvor\w*|korleis|kva|kven|kor)\b[^.,;:!?\n]{3,80}", text[found.end() : sentence.end])
        stop = found.end() + asked.end() if asked else phrase_end(text, found.end(), sentence.end)
        for given in re.finditer(r" (?:for|til) ", text[found.end() : stop]) if HANDED.search(left) else ():  # "la fram en rapport om kurs for styret"
            to = next(iter(look.between(found.end() + given.end(), found.end() + given.end() + 60)), None)
            if to and to.kind in ACTORS and found.end() + given.end() <= to.span.start < found.end() + given.end() + 25:
                stop = found.end() + given.start()
                break
        complement = plain(text[found.start() : stop])
        end = max(end, stop) if maker is None else end
    behind_noun = next(iter(look.between(span.end, span.end + 60)), None)
    if maker is None and behind_noun and behind_noun.kind in ACTORS and MADE_BY.fullmatch(text, span.end, behind_noun.span.start):
        maker = behind_noun.referent if MADE.match(text, behind_noun.span.end) else None
    if genitive and owner:
        maker = owner.referent
    clause = re.split(r"[.;:!?]", left)[-1] + " " + word + " " + re.split(r"[.;!?]", right)[0]
    if alternatives(CONTEXT, "one of many").search(" ".join(left.split()[-2:])):
        return None
    name = f"{word}{plain(number[0]) and ' ' + plain(number[0]) if number else ''} {complement}".strip()
    aliases = tuple(dict.fromkeys(n for n in (word, f"{word} {complement}".strip()) if n != name))
    hides = any(m.kind in ACTORS for m in look.between(span.end, end))
    proposed = re.sub(r"^(?:om|til) ", "", complement) if noun.get("kind") == "proposal" else ""
    if proposed:
        name, aliases = proposed, (f"{noun.family} {complement}",)
    return _Work(
        span if hides else Span(span.start, end), noun.get("kind"), noun.family, name, aliases, definite=noun.definite or genitive, plural=noun.plural,  # type: ignore[arg-type]
        prefix=word[: len(word) - len(noun.word)], maker=maker, complement=complement,
        genitive=genitive,
        particular=bool(proposed and maker) or noun.get("kind") == "proposal" and noun.definite and bool(PUT_FORWARD.match(right[end - span.end :])) or not noun.plural and _particular(noun, word, left, clause, complement, number, genitive, maker),
    )


def _particular(noun: Noun, word: str, left: str, clause: str, complement: str, number: re.Match[str] | None, genitive: bool, maker: str | None) -> bool:
    """Whether a noun for a work means one in particular, though none was named before."""
    alone, kind = noun.get("alone"), noun.get("kind")
    if noun.family == "pressemelding":
        return bool(alternatives(CONTEXT, "press").search(f"{left}{word}"))
    if kind == "proposal":
        return False  # what is proposed is the clause behind it: see clauses.py
    if number and noun.family not in {"måling"}:
        return True
    made = alternatives(CONTEXT, "made").search(clause)
    political = alternatives(CONTEXT, "political").search(clause)
    if word.startswith("melding"):
        return bool(political and complement and noun.definite)
    if alternatives(CONTEXT, "wished").search(" ".join(left.split()[-5:])) and not noun.definite:
        return False
    if genitive:
        return alone != "no" or noun.family == "måling"
    if noun.definite:
        return alone == "yes" or alone == "complement" and bool(complement)
    if alone == "no" and not (noun.family == "måling" and made and (maker or CARRIED_OUT.search(left))):
        return False
    new = alternatives(CONTEXT, "new").search(" ".join(left.split()[-3:]))
    if kind == "resolution":
        return bool(complement or new)
    return bool(maker and (made or new) or made and (complement or new or noun.family == "måling" or re.search(r"\b(?:en|ei|ein|et|eit) $", left.lower())) or new and complement or noun.family == "plan" and complement)


def _alike(a: str, b: str) -> bool:
    """Whether two complements say the same, most of their words alike but for the ending."""
    x, y = ({w[:5] for w in re.findall(r"\w{4,}", fold(c))} for c in (a, b))
    return bool(x and y) and len(x & y) / len(x | y) > 0.6


class _Works:
    """The works found so far, in text order."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.known: list[_Known] = []

    def add(self, work: _Work) -> None:
        """Finds the work that a place means, or makes one; leaves a generic noun out."""
        if any(w.span.start < work.span.end and work.span.start < w.span.end for k in self.known for w in k.all):
            return
        earlier = self._earlier(work)
        if earlier:
            earlier.all.append(work)
        elif work.particular:
            self.known.append(_Known(work, [work]))

    def _earlier(self, work: _Work) -> _Known | None:
        if work.plural:
            return None
        same_title = next((k for k in self.known if any(fold(w.name) == fold(work.name) for w in k.all)), None)
        if work.title:
            if same_title:
                return same_title
            untitled = [k for k in self.known if not any(w.title for w in k.all) and any(w.family == "utredning" and w.definite for w in k.all)]
            if work.family == "nou" and len(untitled) == 1:  # an NOU is an utredning: the only one spoken of so far
                return untitled[0]
            # "rapporten *Tittel*", "utgreiinga om …, NOU 2016: 25": the noun right before it is the same work
            near = [k for k in self.known if k.all[-1].span.end <= work.span.start and not any(w.title for w in k.all) and k.all[-1].kind == work.kind]
            last = max(near, key=lambda k: k.all[-1].span.start, default=None)
            between = self.draft.text[last.all[-1].span.end : work.span.start] if last else ""
            apart = between.replace(last.all[-1].complement, "", 1) if last else ""
            return last if last and re.fullmatch(r"[\s,(*_«\"“]*", apart) else None
        able = [k for k in self.known if k.first.kind == work.kind and self._family(k, work)]
        alike = [k for k in able if work.complement and any(_alike(w.complement, work.complement) for w in k.all)]
        if alike and not work.definite:  # "en egen resolusjon om styrkingen av …" after "resolusjon om styrking av …"
            return alike[-1]
        if not able or not work.definite:
            return None
        last = max(able, key=lambda k: k.all[-1].span.start)
        if work.genitive and not any(w.maker == work.maker for w in last.all):
            return same_title
        if work.maker and last.first.maker and work.maker != last.first.maker:
            return None
        if work.complement and any(w.complement and not _alike(w.complement, work.complement) for w in last.all):
            return same_title
        return None if self._one_of_several(last) else last

    def _family(self, known: _Known, work: _Work) -> bool:
        """Whether the noun may take up a known work: the same noun, or a general one for any report."""
        if work.prefix and not any(w.prefix == work.prefix for w in known.all) and not any(w.title for w in known.all):
            return False
        general = work.family in {"rapport", "utredning"} and any(w.family in {"rapport", "utredning", "notat", "evaluering", "serie", "nou"} for w in known.all)
        return general or any(w.family == work.family for w in known.all)

    def _one_of_several(self, last: _Known) -> bool:
        """Whether the last work was named in one breath with another, so that a singular means neither for certain."""
        others = [k for k in self.known if k is not last and any(w.title for w in k.all) and k.first.kind == last.first.kind]
        return any(
            re.fullmatch(r"[*_»«\"”“\s]*(?:,|og)?\s*(?:og )?[*_»«\"”“\s]*", self.draft.text[k.first.span.end : last.first.span.start])
            for k in others if last.first.title and k.first.span.end <= last.first.span.start
        )

    def _joined(self) -> list[_Known]:
        """The works, a bare "rapporten" before the only report whose title is told taken for that one."""
        titled = [k for k in self.known if any(w.title for w in k.all)]
        for known in [k for k in self.known if all(w.definite and not w.complement and not w.maker and not w.prefix for w in k.all)]:
            able = [t for t in titled if t.first.kind == known.first.kind and self._family(t, known.first)]
            if len(able) == 1 and known.first.span.start < able[0].first.span.start:
                able[0].all.extend(known.all)
                self.known.remove(known)
        return self.known

    def finish(self) -> None:
        """Adds a referent for each work, and all its mentions."""
        for known in self._joined():
            best = max(known.all, key=lambda w: (w.family in {"serie", "nou"}, w.title, len(w.name), -w.span.start))
            names = list(dict.fromkeys(plain(ARTICLES.sub("", n)) for w in (best, *known.all) for n in (w.name, *w.aliases)))
            referent = self.draft.refer(Referent(
                f"{best.kind}:{fold(names[0])}", best.kind, names[0], tuple(n for n in names[1:] if fold(n) != fold(names[0])), named=best.title,
            ))
            for work in known.all:
                self.draft.mention(work.span, referent, anaphoric=work.definite and not work.title and work is not known.first)
