"""What is proposed or decided in a clause or a plain noun phrase: "foreslo at …", "vedtok budsjettet for 2021".

The patterns of lexicon/work_patterns.csv say where a work is proposed, adopted or rejected. Where no work stands in that
place but a clause or an object does, it becomes a work, named as stated; its mention is the clause's first word, so that
what is named inside the clause can still be found.
"""

from __future__ import annotations

import re
from functools import cache

from build_graph.claims.patterns import LONGEST_LINE, Found, Line, Pattern, compile_pattern, patterns, render
from build_graph.lexicon.tables import rows, words
from build_graph.mentions.draft import Draft, fold
from build_graph.mentions.minutes import is_minutes_title
from build_graph.mentions.nouns import alternatives, line_at, noun_of, phrase_end, plain
from build_graph.model import Mention, Mentioned, Referent, ReferentKind, Span

LONGEST_CLAUSE = 170  # characters: beyond that a clause is cut, since no mark ended it
SPOKEN = re.compile(r",\s(?:og (?:at|å)|sier|sa|seier|mener|meinte|mente|meiner|skriver|skreiv|forteller|fortalte|heter|heiter|ifølge|ifølgje|opplyser|opplyste|understreker|svarer|men|mens|medan|er|var|og (?:han|hun|ho|de|dei|vi|jeg|eg)|ble|vart|har)\b|\s[–-]\s|\.(?!\d|\s[a-zæøå])|[;:!?\n»]|https?:")
LAID = re.compile(r"(?:sine |sin |sitt |et |eit |en |ein |ei )?(?:eget |eige |egne |eigne )?(?:ny\w* )?(?:forslag|framlegg|plan|planar|planer|krav)\b")
NEGATED = re.compile(r"\b(?:ikke|ikkje|aldri|neppe|verken|hverken)\b")
PASSIVE = re.compile(r"\b(?:ble|blir|blei|vart|vert|blitt|vorte)\b")
CONDITION = re.compile(r"\b(?:dersom|hvis|viss|om|ifall|uten at|utan at)\s+(?:⟨\w+⟩s? )?$", re.IGNORECASE)
SUBJECT = r"^(?:Vedtak: )?(?P<clause>[A-ZÆØÅ](?:[^⟨⟩.,;:!?]|\.(?=\d)){2,70}?)(?= )"
CONTEXT = "clause_context.csv"
CLAUSE_TAKEN = frozenset({"proposed", "proposed by speaker", "proposed here", "adopted", "adopted here", "rejected"})
RELATIVE = r"(?P<clause>(?:[Dd]en |[Dd]et |[Dd]ei |[Dd]e )?[a-zæøåA-ZÆØÅ][a-zæøå-]{2,}(?:en|et|a|ane|ene|i))(?= )"  # "loven som ⟨G0⟩ vedtok"
TO_BE_DONE = re.compile(r"å |(?:en|ei|et|ein|eit|nye?|nytt|felles)\s", re.IGNORECASE)  # "enige om å …", "enige om et utkast"
DEMANDING = frozenset({"party", "union", "association"})
PROPOSAL = re.compile(r"(?:et |eit )?(?:eget |eige |nytt )?(?P<noun>(?:forslag|framlegg|krav)(?:et)?)(?: for \w+)? (?:om|til) (?P<clause>(?:at |å )?\w)", re.IGNORECASE)
PROMOTED = re.compile(r"\b(?:frem|fram)(?:m|j|et)\w* (?:\w+ ){0,2}$")
PROPOSABLE = re.compile(r"(?:[\w-]+ ){0,3}?[\w-]*(?:forslag|framlegg|krav|endring|lov|plan|regl|avgift|ordning|vedtak|mistillit|mistillitt|budsjett|sak|innsigelse|tiltak|resolusjon|uttalelse)", re.IGNORECASE)
HEADED = re.compile(r"\b(?P<first>[a-zæøå]{4,}) (?P<noun>(?i:(?P=first)))\b")
DETERMINED = re.compile(r"\b(?:har|hadde) (?:\w+ ){0,3}bestemt $")
KNOWN = re.compile(r"(?:forslaget|framlegget)\b(?! om )")  # taken up, not new
ADVERBS = re.compile(r"(?:\s+(?:enstemmig|samrøystes|einstemmig|mot \w+ stemmer?))+$")


@cache
def _clause_patterns() -> tuple[Pattern, ...]:
    """The patterns of proposing and deciding, with a clause or an object in the place of the work."""
    barred = "|".join(re.escape(w) for w in sorted(words("not_objects.csv")))
    clause = rf"(?P<clause>(?:at|å)(?= )|(?!(?:{barred})(?!\w))[a-zæøå][\w-]*(?= ?[\w⟨.,]))"
    made = []
    for row in rows("work_patterns.csv"):
        if row["states"] in CLAUSE_TAKEN and row["pattern"].endswith("{work}"):
            regex = compile_pattern(row["pattern"].removesuffix("{work}"))
            ending = r"(?P<clause>at)(?= )" if row["rule"].startswith("late") else clause
            made.append(Pattern(row["rule"], row["states"], float(row["confidence"]), re.compile(regex.pattern + ending)))
        elif row["rule"].endswith("-relative") and row["pattern"].startswith("{work}"):
            regex = compile_pattern(row["pattern"].removeprefix("{work}"))
            made.append(Pattern(row["rule"], row["states"], float(row["confidence"]), re.compile(RELATIVE + regex.pattern)))
        elif "passive" in row["rule"] and row["pattern"].startswith("{work}"):
            regex = compile_pattern(row["pattern"].removeprefix("{work}"))
            made.append(Pattern(row["rule"], row["states"], float(row["confidence"]), re.compile(SUBJECT + regex.pattern)))
    return tuple(made)


def find_clauses(draft: Draft) -> None:
    """Adds a proposal or resolution for each clause or object that the text says was proposed, adopted or rejected."""
    doc = draft.finish()
    lines = (line_at(draft.text, m.span.start) for m in doc.mentions if m.kind == "meeting")
    minutes = any(is_minutes_title(draft.text[line.start : line.end]) for line in lines)
    groups = tuple(p for p in patterns("work_patterns.csv") if p.states in {"established", "reestablished", "appointed", "dissolved"})
    for sentence in draft.annotated.sentences:
        line = render(doc, sentence.span)
        if len(line.text) > LONGEST_LINE or "⟨" not in line.text and not PASSIVE.search(line.text):
            continue
        if minutes:
            _lines_of_minutes(draft, doc, sentence.span)
        about_groups = [m.span() for p in groups for m in p.regex.finditer(line.text)]
        for pattern in _clause_patterns():
            for match in pattern.regex.finditer(line.text):
                if unreal(line.text, match.start(), match.start("clause"), pattern):
                    continue
                at = match.start("clause")
                if "passive" in pattern.rule:
                    if not pattern.states.endswith(" here") or minutes:
                        _subject(draft, line.span(*match.span("clause")), "proposal" if "proposed" in pattern.states else "resolution")
                    continue
                if pattern.rule.endswith("-relative"):
                    _antecedent(draft, line.span(*match.span("clause")))
                    continue
                if any(start <= at < end for start, end in about_groups):
                    continue
                anchor = line.span(*match.span("clause"))
                if pattern.rule.startswith("demand") and match["clause"] not in {"at", "å"} and not _demands(draft, line, match):
                    continue
                add_clause(draft, anchor, sentence.span.end, "proposal" if "proposed" in pattern.states else "resolution", pattern.rule)
    _pronouns(draft)


def _lines_of_minutes(draft: Draft, doc: Mentioned, sentence: Span) -> None:
    """What each further line of minutes says was adopted, where lines without a full stop run into one sentence."""
    start = draft.text.find("\n", sentence.start, sentence.end) + 1
    while 0 < start < sentence.end:
        stop = draft.text.find("\n", start, sentence.end)
        line = render(doc, Span(start, stop if stop > start else sentence.end))
        for pattern in _clause_patterns() if line.text else ():
            match = pattern.regex.search(line.text) if "passive" in pattern.rule and pattern.states.endswith(" here") else None
            if match and not unreal(line.text, match.start(), match.start("clause"), pattern):
                _subject(draft, line.span(*match.span("clause")), "resolution")
        start = stop + 1


def _demands(draft: Draft, line: Line, match: re.Match[str]) -> bool:
    """Whether those who "krever" something do so in words: people, parties and unions; a job or a hospital only needs it."""
    if alternatives(CONTEXT, "needed").match(line.text, match.start("clause")):
        return False
    signs = [line.signs[int(n)] for n in re.findall(r"⟨[PG](\d+)⟩", match[0])]
    actors = [draft.referents[sign.referent] for sign in signs if isinstance(sign, Mention)]
    return bool(actors) and all(a.kind == "person" or a.classification in DEMANDING for a in actors)


def unreal(line: str, start: int, end: int, pattern: Pattern | Found) -> bool:
    """Whether what a pattern found is negated, a condition, or a passive whose subject is another."""
    passive = pattern.states.startswith("proposed") and not pattern.states.endswith(" here") and "passive" not in pattern.rule and PASSIVE.search(line, start, end)
    infinitive = pattern.rule == "put-forward" and " å " in line[start:end]  # "til å fremme forslag": nobody has yet
    return bool(passive or infinitive or NEGATED.search(line, start, end) or CONDITION.search(line[:start]))


def add_clause(draft: Draft, anchor: Span, limit: int, kind: ReferentKind, rule: str, *, by_grammar: bool = False) -> None:
    """Adds what is proposed or decided: the clause or noun phrase that begins at `anchor` and ends before `limit`.

    :param rule: what found it; the beginning of its name tells what its object may be, see lexicon/work_patterns.csv.
    """
    text = draft.text
    if draft.taken(anchor) and not by_grammar:
        return
    clause = text[anchor.start : anchor.end] in {"at", "å"}
    if rule.startswith("laid") and not LAID.match(text, anchor.start) or rule.startswith("we-") and not clause:
        return  # what is laid forward is not always a proposal: "la frem rapporten", "la frem bevis"
    if rule.startswith(("backs", "late")) and not clause or rule == "agreed" and not TO_BE_DONE.match(text, anchor.start):
        return  # who is agreed that something is so has not decided it
    if not clause and DETERMINED.search(text, max(0, anchor.start - 40), anchor.start):
        return  # "har bestemt takket nei": the word is an adverb
    if not clause and PROMOTED.search(text, max(0, anchor.start - 40), anchor.start) and not PROPOSABLE.match(text, anchor.start):
        return  # "skal fremme kunnskap": no proposal
    if clause:
        stop = SPOKEN.search(text, anchor.end, min(limit, anchor.start + LONGEST_CLAUSE))
        end = stop.start() if stop else min(limit, anchor.start + LONGEST_CLAUSE)
        if end - anchor.end < 8:
            return
    else:
        made = PROPOSAL.match(text, anchor.start, limit)
        if made:  # "fremmet forslag om å …": what is proposed is the clause
            stop = SPOKEN.search(text, made.end(), min(limit, made.end() + LONGEST_CLAUSE))
            end = stop.start() if stop else min(limit, made.end() + LONGEST_CLAUSE)
            if not re.match(r"(?:at|å) ", made["clause"]):
                end = phrase_end(text, made.start("clause"), limit)
            name = plain(text[made.start("clause") : end])
            noun = made["noun"].lower().removesuffix("et")
            draft.mention(anchor, draft.refer(Referent(f"{kind}:{fold(name)}", kind, name, (f"{noun} om {name}",), named=False)), clause=by_grammar)
            return
        end = phrase_end(text, anchor.start, limit, most=10)
        if re.match(r"[\w-]+", text[anchor.start :]) and _names_report(text[anchor.start : end]):
            return
        if any(m.span.start < end and anchor.start <= m.span.start and m.kind in {"report", "resolution", "meeting", "person"} for m in draft.mentions):
            return  # the object is a work already, or no work at all
        if (KNOWN.match(text, anchor.start, end) or alternatives(CONTEXT, "vague").match(text, anchor.start, end)) or " " not in text[anchor.start : end] and end - anchor.start < 8:
            return
        if any(m.span.start == anchor.start for m in draft.mentions) or len(text[anchor.start : end]) < 5:
            return
    name = ADVERBS.sub("", plain(text[anchor.start : end]))
    bare = re.sub(r"^(?:en|ei|et|ein|eit|om|sine|sin|sitt)\s+(?:ny|nye|nytt|egen|eget|eigen)?\s*", "", name)
    referent = draft.refer(Referent(f"{kind}:{fold(name)}", kind, name, (bare,) if bare and bare != name else (), named=False))
    draft.mention(anchor, referent, clause=by_grammar)


def _subject(draft: Draft, span: Span, kind: ReferentKind) -> None:
    """What the subject of a passive names: "Budsjettet for 2021 ble vedtatt av styret"."""
    whole = plain(draft.text[span.start : span.end])
    again = HEADED.search(whole)
    if again:  # "Godkjenning av innkallingen Innkallingen ble godkjent": a heading without a mark
        span = Span(span.end - len(whole) + again.start("noun"), span.end)
        whole = whole[again.start("noun") :]
    words = whole.split()
    if draft.taken(span) or not words or len(whole) < 6 or KNOWN.match(whole.lower()) or alternatives(CONTEXT, "vague").match(whole) or alternatives(CONTEXT, "pronoun").match(whole):
        return
    name = whole if words[0][1:2].isupper() else whole[:1].lower() + whole[1:]
    draft.mention(span, draft.refer(Referent(f"{kind}:{fold(name)}", kind, name, named=False)))


def _antecedent(draft: Draft, span: Span) -> None:
    """What a relative clause says was adopted: "den ordningen Stortinget vedtok"."""
    name = re.sub(r"^(?:den|det|dei|de) ", "", plain(draft.text[span.start : span.end]), flags=re.IGNORECASE)
    span = Span(span.end - len(name), span.end)
    if draft.taken(span) or noun_of(name, "work_nouns.csv") or noun_of(name, "meeting_nouns.csv") or KNOWN.match(name):
        return
    name = name[:1].lower() + name[1:]
    draft.mention(span, draft.refer(Referent(f"resolution:{fold(name)}", "resolution", name, named=False)))


def _names_report(phrase: str) -> bool:
    """Whether a phrase names a report, which is handed over rather than proposed or adopted."""
    nouns = (noun_of(word, "work_nouns.csv") for word in re.findall(r"[\w-]+", phrase)[:4])
    return any(n is not None and n.get("kind") == "report" and n.family != "plan" for n in nouns)


def _pronouns(draft: Draft) -> None:
    """"Landsstyret vedtok den enstemmig", "Forslaget ble vedtatt": the resolution or proposal spoken of last."""
    for noun in re.finditer(r"(?<!\w)(?:forslaget|framlegget|kravet)(?! om )(?!\w)", draft.text, re.IGNORECASE):
        earlier = [m for m in draft.mentions if m.kind == "proposal" and 0 < noun.start() - m.span.end < 600]
        if earlier and not draft.taken(Span(*noun.span())):
            draft.mention(Span(*noun.span()), max(earlier, key=lambda m: m.span).referent, anaphoric=True)
    verbs = "|".join(re.escape(w) for w in sorted(words("decide.csv") | words("reject.csv") | words("decided.csv"), key=lambda w: (-len(w), w)))
    works = sorted((m for m in draft.mentions if m.kind in {"resolution", "proposal"}), key=lambda m: m.span)
    for match in re.finditer(rf"(?<!\w)(?:{verbs}|inn for) (?P<it>den|han|ho|dette|det)(?= enstemmig| samrøystes| mot |\.|,)", draft.text):
        before = [m for m in works if 0 < match.start() - m.span.end < 250]
        if before and not draft.taken(Span(*match.span("it"))):
            draft.mention(Span(*match.span("it")), before[-1].referent, anaphoric=True)
