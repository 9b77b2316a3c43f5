"""Reports, resolutions, proposals and decisions: by whom, to whom, adopted how."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import get_args, get_type_hints

from build_graph.claims.frames import FrameReader
from build_graph.claims.patterns import Found, matches, matches_by_sentence, patterns, render
from build_graph.claims.roles import role_claims
from build_graph.lexicon.tables import rows
from build_graph.mentions.cases import Case, case_id, find_cases, find_motions, motion_id
from build_graph.mentions.clauses import unreal
from build_graph.mentions.meetings import minutes_meetings
from build_graph.mentions.minutes import is_minutes
from build_graph.model import (
    Claim,
    Decision,
    Evidence,
    Membership,
    Mention,
    Mentioned,
    Predicate,
    ReferentKind,
    Relation,
    Sentence,
    Span,
)
from build_graph.read.dates import find_dates

OUTCOMES = frozenset(get_args(get_type_hints(Decision)["outcome"]))
RELATIONS: dict[str, tuple[Predicate, str]] = {
    "presented": ("presented to", "receiver"), "presented later": ("presented to", "receiver"),
    "created": ("created by", "actor"), "proposed": ("proposed by", "actor"),
}


def work_claims(doc: Mentioned, reader: FrameReader) -> list[Claim]:
    """Who made, proposed, was handed, adopted or rejected what, and which bodies were set up by whom."""
    text = doc.annotated.article.text
    spans = {m.span: m.referent for m in doc.mentions if m.kind == "meeting"}
    minutes = minutes_meetings(text, spans)
    claims: list[Claim] = []
    later: list[tuple[Found, Sentence]] = []
    deciders = reader.deciders()
    for sentence, line, found in matches_by_sentence(doc, "work_patterns.csv"):
        if unreal(line.text, found.start, found.end, found):
            continue
        if found.states in OUTCOMES and any(
            found.span.start <= at < found.span.end and not who & {m.referent for slot in ("decider", "deciders") for m in found.all(slot)} for at, who in deciders.items()
        ):
            continue  # "etter forslag fra laget vedtok styret …": who stands before the verb is not its subject
        if found.states in RELATIONS:
            claims += _relations(doc, found)
        elif found.states == "proposed by speaker":
            claims += _asked_by_speaker(doc, found, sentence)
        elif found.states == "presented here":
            claims += _presented_here(found, minutes)
        elif found.states.removesuffix(" here") in OUTCOMES:
            later.append((found, sentence))
    named = {work for found, _ in later if not found.states.endswith(" here") for work, _ in _works(found)}
    for found, sentence in later:  # once it is known what was laid before whom
        if found.states.endswith(" here") and any(work in named for work, _ in _works(found)):
            continue  # another pattern names who decided
        claims += _decisions(doc, found, sentence, minutes, claims)
    cases = list(find_cases(text)) if is_minutes(text) else []
    decided = _cases(doc, cases, claims, minutes)
    parts = [case.decision for case in cases] if decided else []
    claims = [c for c in claims if not (isinstance(c, Relation) and c.predicate == "proposed by" and _inside(c, parts))]
    by_grammar = [c for c in _by_grammar(doc, reader, claims, minutes) if not _inside(c, parts)]
    return [*claims, *decided, *by_grammar, *_moved(doc)]


def _moved(doc: Mentioned) -> Iterator[Relation]:
    """Who moved a proposal that minutes quote: those whom its label names, a person before the party in brackets."""
    text = doc.annotated.article.text
    for motion in find_motions(text):
        named = [m for m in doc.mentions if motion.label.start <= m.span.start < motion.label.end and not m.clause]
        people = [m for m in named if m.kind == "person"] or [m for m in named if m.kind in {"organisation", "body"}]
        for mention in people:
            yield Relation("proposed by", motion_id(text, motion), mention.referent, (Evidence(Span(motion.label.start, motion.moved.end), "motion", 0.9),))


def _cases(doc: Mentioned, cases: list[Case], claims: list[Claim], minutes: list[tuple[int, str]]) -> list[Claim]:
    """The cases of minutes that were decided, but for those whose decision a sentence tells by itself."""
    text = doc.annotated.article.text
    found: list[Claim] = []
    for case in cases:
        headed = [meeting for start, meeting in minutes if start <= case.title.start]
        body = _body_in_session(doc, case.title.start, headed[-1] if headed else None, claims)
        told = any(isinstance(c, Decision) and any(case.part.start <= e.span.start < case.part.end for e in c.evidence) for c in claims)
        if body and not told and case_id(text, case) in doc.referents:
            evidence = (Evidence(case.decision, "case-decided", 0.85),)
            method = _methods().search(text[case.decision.start : case.part.end].lower())
            found.append(Decision("adopted", case_id(text, case), (body,), evidence, method[0] if method else None, headed[-1] if headed else None))
    return found


def _inside(claim: Claim, parts: list[Span]) -> bool:
    return any(start <= e.span.start < end for e in claim.evidence for start, end in parts)


def _by_grammar(doc: Mentioned, reader: FrameReader, claims: list[Claim], minutes: list[tuple[int, str]]) -> list[Claim]:
    """What grammar tells of works that no pattern speaks of in the same way."""

    def in_session(position: int) -> str | None:
        headed = [meeting for start, meeting in minutes if start <= position]
        return _body_in_session(doc, position, headed[-1] if headed else None, claims)

    stated = [replace(c, method=_stated_method(doc, c.evidence[0].span)) if isinstance(c, Decision) else c for c in reader.works(in_session)]
    told = [(_predicate(c), e.span) for c in claims for e in c.evidence]
    return [c for c in stated if not any(_predicate(c) == what and span.overlaps(c.evidence[0].span) for what, span in told)]


def _stated_method(doc: Mentioned, span: Span) -> str | None:
    sentence = next((s.span for s in doc.annotated.sentences if s.span.start <= span.start < s.span.end), span)
    method = _methods().search(doc.annotated.article.text, min(span.start, sentence.end), sentence.end)
    return method[0] if method else None


def _predicate(claim: Claim) -> str:
    return claim.predicate if isinstance(claim, Relation) else type(claim).__name__


def _works(found: Found) -> list[tuple[str, ReferentKind]]:
    """The works in a pattern's slots; of rules named late, which leap over words, no report that was only used."""
    works = [(m.referent, m.kind) for slot in ("work", "works") for m in found.all(slot)]
    return [(work, kind) for work, kind in works if kind != "report" or not found.rule.startswith(("late", "backs"))]


def _relations(doc: Mentioned, found: Found) -> Iterator[Relation]:
    predicate, slot = RELATIONS[found.states]
    evidence = (Evidence(found.span, found.rule, found.confidence),)
    others = [m for name in found.slots if name.startswith(slot) or (predicate, name) in {("created by", "group"), ("presented to", "meeting"), ("proposed by", "groups")} for m in found.all(name)]
    for work, kind in _works(found):
        if found.rule.startswith("proposal-") and kind == "resolution" and not doc.referents[work].name.lower().startswith("resolusjon"):
            continue  # "uttalelsen fra Kari Testdatter" is what she said
        if predicate == "proposed by" and kind == "report" or predicate == "created by" and kind != "report":
            continue
        for mention in others:
            if mention.referent != work:
                yield Relation(predicate, work, mention.referent, evidence)
        if predicate == "presented to" and found.rule.startswith("handed-over"):
            for maker in found.all("actor"):
                if maker.kind != "person":  # who hands a report over need not have written it; a committee has
                    yield Relation("created by", work, maker.referent, evidence)


def _asked_by_speaker(doc: Mentioned, found: Found, sentence: Sentence) -> Iterator[Relation]:
    """"Vi har bedt om …, sier hun": put forward by the organisation that the speaker leads or works for."""
    block = doc.annotated.article.blocks[sentence.block].span
    line = render(doc, Span(sentence.span.start, block.end))
    speaker = next((f.one("person") for f in matches(line, patterns("speaker_patterns.csv"))), None)
    if speaker is None:
        return
    held = [c for c in role_claims(doc) if isinstance(c, Membership) and c.member == speaker and c.organisation and c.status == "current"]
    groups = {c.organisation for c in held if doc.referents[c.organisation or ""].kind == "organisation"}
    if len(groups) == 1:
        for work, _ in _works(found):
            yield Relation("proposed by", work, groups.pop() or "", (Evidence(found.span, found.rule, found.confidence),))


def _presented_here(found: Found, minutes: list[tuple[int, str]]) -> Iterator[Relation]:
    headed = [meeting for start, meeting in minutes if start <= found.span.start]
    for work, _ in _works(found) if headed else ():
        yield Relation("presented to", work, headed[-1], (Evidence(found.span, found.rule, found.confidence),))


def _decisions(doc: Mentioned, found: Found, sentence: Sentence, minutes: list[tuple[int, str]], claims: list[Claim]) -> Iterator[Decision]:
    outcome = found.states.removesuffix(" here")
    deciders = [m for slot in ("decider", "deciders", "meeting") for m in found.all(slot)]
    if len(deciders) == 2 and re.fullmatch(r"s?, og ", doc.annotated.article.text[deciders[0].span.end : deciders[1].span.start]):
        deciders = deciders[1:]  # "…, og styret har vedtatt": the comma ends the clause before
    about = [work for work, _ in _works(found)] or [m.referent for m in found.all("group")]
    headed = [meeting for start, meeting in minutes if start <= found.span.start]
    meeting = next((m.referent for m in deciders if m.kind == "meeting"), headed[-1] if headed else None)
    by = tuple(dict.fromkeys(d for d in (_acting(doc, m) for m in deciders) if d))
    if found.states.endswith(" here"):
        body = _body_in_session(doc, found.span.start, meeting, claims)
        by = (body,) if body else ()
    method = _method(doc, found, sentence)
    date = _date(doc, found, sentence)
    for work in about:
        if work not in by and doc.referents[work].kind != "organisation" or outcome in {"established", "dissolved"}:
            yield Decision(outcome, work, by, (Evidence(found.span, found.rule, found.confidence),), method, meeting, date)  # type: ignore[arg-type]


def _acting(doc: Mentioned, decider: Mention) -> str | None:
    """Who decides: the group, or the one that meets where the text lets the meeting decide."""
    return doc.referents[decider.referent].owner if decider.kind == "meeting" else decider.referent


def _body_in_session(doc: Mentioned, position: int, meeting: str | None, claims: list[Claim]) -> str | None:
    """The body before which an agentless decision was made: the one whose minutes these are, or the only one that the text so far lets meet or be told of works."""
    if meeting and doc.referents[meeting].owner:
        return doc.referents[meeting].owner
    owners = {doc.referents[m.referent].owner for m in doc.mentions if m.kind == "meeting" and m.span.start < position}
    for claim in claims:
        if not isinstance(claim, Relation) or claim.predicate != "presented to" or claim.evidence[0].rule in _planned():
            continue
        if doc.referents[claim.object].kind == "body" and claim.evidence[0].span.start < position:
            owners.add(claim.object)
    bodies = {o for o in owners if o and doc.referents[o].kind == "body"}
    if not bodies:  # the only one that the paragraph has spoken of
        block = next((b.span for b in doc.annotated.article.blocks if b.span.start <= position < b.span.end), Span(position, position))
        bodies = {m.referent for m in doc.mentions if m.kind == "body" and block.start <= m.span.start < position}
    return bodies.pop() if len(bodies) == 1 else None


@cache
def _planned() -> frozenset[str]:
    return frozenset(row["rule"] for row in rows("work_patterns.csv") if row["states"] == "presented later")


@cache
def _methods() -> re.Pattern[str]:
    return re.compile("|".join(rf"(?:{row['method']})" for row in rows("decision_methods.csv")))


def _method(doc: Mentioned, found: Found, sentence: Sentence) -> str | None:
    """How it was decided, as stated in the clause."""
    text = doc.annotated.article.text
    stop = re.compile(r"[.;!?]|, og ").search(text, found.span.end, sentence.span.end)
    method = _methods().search(text, found.span.start, stop.start() if stop else sentence.span.end)
    return method[0] if method else None


def _date(doc: Mentioned, found: Found, sentence: Sentence) -> str | None:
    """The only date that the sentence states, where it stands in or right behind the words of the decision."""
    published = doc.annotated.article.published
    year = int(published.value[:4]) if published and published.value[:4].isdigit() else None
    dates = find_dates(doc.annotated.article.text[sentence.span.start : sentence.span.end], year)
    if len(dates) != 1:
        return None
    works = [m.span for slot in ("work", "works") for m in found.all(slot)]
    if any(w.start <= sentence.span.start + dates[0].start < w.end for w in works):
        return None  # "innkallingen av 3. mai ble godkjent"
    span = Span(sentence.span.start + dates[0].start, sentence.span.start + dates[0].end)
    near = found.span.start - 25 <= span.start and span.end <= found.span.end + 25
    exact = len(dates[0].first) == len("2000-01-01") and dates[0].first == dates[0].last  # "budsjettet for 2021" tells no date
    return dates[0].first if near and exact else None
