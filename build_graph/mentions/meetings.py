"""Meetings in the text: "landsstyremøtet", "siste møte", "under debatten", "landsrådet møttes i Bergen".

Only particular meetings count, held or planned. Every noun for a gathering is a candidate; the words around it tell
whether it is one in particular (`particular`), or takes up one that was named before (`_Chain`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_graph.lexicon.tables import words
from build_graph.mentions.draft import Draft, fold
from build_graph.mentions.meeting_phrases import Candidate, candidates
from build_graph.mentions.meeting_signs import unnamed
from build_graph.mentions.minutes import is_minutes_title, is_transcript
from build_graph.mentions.nouns import alternatives, line_at
from build_graph.model import Referent, Span

CONTEXT = "meeting_context.csv"
PUBLIC = frozenset({"debatt", "høring", "forhandlinger", "spørretime", "spørjetime", "ordskifte"})  # what also goes on outside meetings: take no bare one for a meeting

CALLED_TO = re.compile(r"\b(?:møte|møter|møtte|stille|stiller|stilte|innkalt|innkalla|invitert|inviterer|inviterte|innkaller)(?: \w+){0,2} til $")


def find_meetings(draft: Draft) -> None:
    """Adds every particular meeting spoken of, with its organiser, date and place where the text tells them."""
    chain = _Chain(draft)
    for candidate in sorted([*candidates(draft), *unnamed(draft)], key=lambda c: c.span):
        chain.add(candidate)
    chain.finish()


def particular(draft: Draft, c: Candidate) -> bool:
    """Whether the words around a noun show that one gathering is meant."""
    if c.header or c.verbal:
        return True
    before, clause = c.before, c.clause
    if alternatives(CONTEXT, "many").search(" ".join(before.split()[-3:])):
        return False
    dated = bool(c.start or c.timed)
    if not c.definite and alternatives(CONTEXT, "wished").search(before) and not dated:
        return False
    which = alternatives(CONTEXT, "which").search(c.modifiers)
    held = alternatives(CONTEXT, "held").search(f"{before} {c.behind}")
    if c.plural:
        if c.family == "forhandlinger":
            return bool(c.modifiers and c.definite) or bool(c.about and dated) or bool(c.partners)
        return bool((c.definite and c.prefix and c.place) or (c.partners or c.place) and dated and not which)
    if c.family in PUBLIC:
        during = alternatives(CONTEXT, "during").search(before)
        special = alternatives(CONTEXT, "adjective").search(f"{c.modifiers} {' '.join(c.behind.split()[:1])}") or c.listed
        called = CALLED_TO.search(before)
        if c.definite and not c.prefix and not c.generic and is_transcript(draft.text):
            return True  # whoever takes part in a debate means that one by "debatten"
        return bool(called and (dated or re.search(r"\w{4,}", c.modifiers)) or dated and (held or during or c.definite and c.modifiers or c.genitive or (c.opens or c.definite) and (c.place or c.owner)) or c.listed or c.definite and (during or special) or c.prefix and c.definite and c.family == "høring")
    if c.genitive:
        return c.definite or not c.plural
    inside = re.search(r"(?:^|\s)(?:på|i|under) $", before)
    if c.base == "generalforsamling" and inside and (dated or alternatives(CONTEXT, "past").search(clause)):
        return True  # a company has one at a time: "ble valgt på generalforsamling"
    if c.definite and c.prefix:
        told = dated or c.place or c.genitive or c.owner and c.start or alternatives(CONTEXT, "past").search(clause)
        return bool(told) or not alternatives(CONTEXT, "habit").match(c.behind.strip())
    if c.definite:
        if c.partners or which and (held or dated or c.owner) or dated and (c.owner or c.place or held):
            return True
        during = alternatives(CONTEXT, "during").search(before)
        prepositional = re.search(r"(?:^|\s)(?:på|i|etter) (?:det |den )?$", before)
        past = alternatives(CONTEXT, "past").search(clause)
        return not c.generic and bool(during and past or prepositional and past and c.family != "møte" or c.owner and past)
    if which and (held or dated):
        return True
    if c.item and (c.partners or c.owner):
        return True
    if dated:
        return bool(held or c.prefix or c.owner or c.partners or c.place or c.opens or inside)
    return bool(c.partners and held) or c.capital


@dataclass
class _Meeting:
    """One meeting and the candidates that mean it."""

    first: Candidate
    all: list[Candidate]
    start: str | None
    end: str | None
    place: str | None
    owner: str | None

    def takes(self, c: Candidate) -> bool:
        """Whether a candidate may be the same meeting: nothing that it states differs."""
        return not (
            (c.start and self.start and not _agree(c.start, self.start, self.end))
            or (c.place and self.place and fold(c.place) != fold(self.place))
            or (c.owner and self.owner and c.owner != self.owner)
            or (c.which and any(c.which != other.which for other in self.all if other.which))
        )

    def add(self, c: Candidate) -> None:
        """Takes up what a candidate tells."""
        self.all.append(c)
        if c.start and (not self.start or len(c.start) > len(self.start)):
            self.start, self.end = c.start, c.end
        self.place, self.owner = self.place or c.place, self.owner or c.owner


def _agree(a: str, b: str, end: str | None) -> bool:
    return a.startswith(b) or b.startswith(a) or bool(end and b <= a <= end)


class _Chain:
    """The meetings found so far, in text order: a bare or repeated noun joins the one it takes up."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.meetings: list[_Meeting] = []

    def add(self, c: Candidate) -> None:
        """Finds the meeting that a candidate means, or makes one; leaves a generic noun out."""
        known = self._known(c)
        if known:
            known.add(c)
        elif particular(self.draft, c) and not (c.verbal and not c.owner):
            self.meetings.append(_Meeting(c, [c], c.start, c.end, c.place, c.owner))

    def _known(self, c: Candidate) -> _Meeting | None:
        if alternatives(CONTEXT, "many").search(" ".join(c.before.split()[-2:])) or c.plural and not c.definite:
            return None
        able = [m for m in reversed(self.meetings) if m.takes(c)]
        if c.verbal:
            return next((m for m in able if c.owner and m.owner == c.owner), None)
        if c.prefix:
            return next((m for m in (*able, *reversed(self.meetings)) if self._repeats(c, m)), None)
        if not c.definite and not c.genitive:
            return next((m for m in able if c.owner and m.owner == c.owner and c.start and c.start == m.start), None)
        if c.partners or c.which:
            return next((m for m in able if set(c.partners) & set(m.first.partners) or (c.which and c.owner and m.owner == c.owner)), None)
        general = c.base == "møte" and c.definite and not c.generic and len(self.meetings) == 1  # whatever kind of meeting it was
        able = [m for m in able if (m.first.family == c.family or general) and not m.first.plural or m.first.verbal]
        # in minutes "møtet" is the one that they are of, whatever other meeting an item has just told of
        return next((m for m in able if m.first.header), able[0] if able else None)

    @staticmethod
    def _repeats(c: Candidate, m: _Meeting) -> bool:
        """Whether a compound takes up a meeting: by its own word, a longer one, or as that of the body that met."""
        if not (c.definite or c.header or c.genitive):
            return False
        if m.takes(c):
            same_body = c.owner and m.owner == c.owner and not m.first.partners and not m.first.prefix
            opening = alternatives(CONTEXT, "opening").fullmatch(c.prefix) and any(alternatives(CONTEXT, "first").search(o.modifiers) for o in m.all)
            if any(o.base == c.base for o in m.all) or same_body or opening:
                return True
        # another place may be where the same one goes on; another date is another meeting
        return any(o.base.endswith(c.base) and o.base != c.base for o in m.all) and not (c.start and m.start and c.start != m.start)

    def finish(self) -> None:
        """Adds a referent for each meeting, and all its mentions."""
        for meeting in self.meetings:
            best = max(meeting.all, key=lambda c: (not c.verbal, c.header, bool(c.prefix), bool(c.genitive), len(c.name), -c.span.start))
            self._assembly(meeting)
            names = list(dict.fromkeys(n for c in (best, *meeting.all) for n in (c.name, *c.aliases) if n))
            identity = "/".join(x for x in (fold(names[0]), meeting.owner or "", meeting.start or "") if x)
            referent = self.draft.refer(Referent(
                f"meeting:{identity}", "meeting", names[0], tuple(names[1:]), owner=meeting.owner, start=meeting.start,
                end=meeting.end, location=meeting.place,
            ))
            for c in meeting.all:
                self.draft.mention(c.span, referent, anaphoric=c.definite and len(c.name.split()) == 1 and not c.prefix)

    def _assembly(self, meeting: _Meeting) -> None:
        """A landsmøte that decides is also a body: the one that meets, inside the organisation that holds it."""
        base = meeting.first.base
        decides = re.compile(r"\s*(?:[\w-]+ ){0,2}?(?:" + "|".join(sorted(words("decide.csv") | words("reject.csv"))) + r")\b")
        owner = self.draft.referents[meeting.owner] if meeting.owner else None
        meets = owner is not None and owner.kind == "body" and owner.classification != "branch"  # "landsstyremøtet"; but a local branch has an årsmøte
        if base in words("assemblies.csv") and not meets and any(decides.match(c.behind) for c in meeting.all):
            name = next(c.name.split()[0] for c in meeting.all if c.base == base)
            meeting.owner = self.draft.refer(Referent(f"body:{base}", "body", name, classification="assembly", owner=meeting.owner, named=False))


def minutes_meetings(text: str, spans: dict[Span, str]) -> list[tuple[int, str]]:
    """The meetings that a page of minutes or a programme is about: where each one's part begins, and the meeting.

    A part begins at the title of minutes, or at a line that holds nothing but the meeting's name.

    :param spans: the mentions of meetings in the article, and which meeting each means.
    """
    found: list[tuple[int, str]] = []
    for span, meeting in sorted(spans.items()):
        line = line_at(text, span.start)
        heading = re.fullmatch(r"[#* ]*(?:[\w-]+ ){0,3}", text[line.start : span.start]) and not text[span.end : line.end].strip(" *:")
        if heading or is_minutes_title(text[line.start : line.end]):
            found.append((line.start, meeting))
    return found
