"""Facts that a sentence's grammar tells, by verb, subject and object: who decided or proposed what, who was where, who leads what."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from build_graph.claims.parsed import Parsed
from build_graph.claims.roles import member_concept
from build_graph.lexicon.tables import words
from build_graph.mentions.frames import Frame
from build_graph.mentions.nouns import GROUPS
from build_graph.model import Claim, Decision, Evidence, Membership, Mention, Relation, Span

WORKS = frozenset({"report", "resolution", "proposal"})
PRONOUNS = frozenset({"den", "det", "han", "ho", "dette", "denne"})
PRESENT = frozenset({"sier", "seier"})
SEATS = frozenset({"parliament", "government"})
"""Kinds of organisations that one sits in as one sits in a body."""

BodyInSession = Callable[[int], str | None]
"""Who decides where the sentence does not say so: the body whose meeting the text is about, by a place in the text."""


class FrameReader(Parsed):
    """What the frames of an article state."""

    def works(self, body_in_session: BodyInSession) -> list[Claim]:
        """Of reports, proposals and decisions: who made, proposed, decided or was handed them."""
        return [claim for frame in self.frames for claim in self._of_works(frame, body_in_session)]

    def meetings(self, topic: Mention | None) -> list[Relation]:
        """Who was at which meeting.

        :param topic: the first mention of the meeting that the article reports, if it reports one: who spoke in the past tense spoke there.
        """
        return [claim for frame in self.frames for claim in self._of_meetings(frame, topic)]

    def groups(self) -> list[Claim]:
        """Who leads or sits in which group."""
        return [claim for frame in self.frames for claim in self._of_groups(frame)]

    def deciders(self) -> dict[int, set[str]]:
        """Who is the subject of each verb of deciding, by the verb's place in the text, where grammar shows a group or meeting there."""
        found: dict[int, set[str]] = {}
        for frame in self.frames:
            if frame.verb.states in {"adopted", "rejected"}:
                who = {m.referent for head in frame.actors for m in self.all(head) if m.kind in {*GROUPS, "meeting", "person"}}
                if who:
                    found[self.tokens[frame.at].start] = who
        return found

    def _of_meetings(self, frame: Frame, topic: Mention | None) -> Iterator[Relation]:
        """Presence at a meeting."""
        meeting = self.one(frame.theme, {"meeting"}) if frame.verb.states == "attends" else None
        for actor in (a for head in frame.actors for a in self.actors(head)):
            if meeting:
                yield Relation("attends", actor.referent, meeting.referent, (self._evidence(frame, meeting),))
            elif topic and actor.kind == "person" and self._spoke_there(frame, topic):
                here = Evidence(self._evidence(frame, actor).span, "spoke-at-topic", 0.75)
                yield Relation("attends", actor.referent, topic.referent, (here,))

    def _spoke_there(self, frame: Frame, topic: Mention) -> bool:
        """Whether someone speaks, in the past tense and not to a paper, after the meeting has been named."""
        verb = self.tokens[frame.at]
        spoke = frame.verb.states in {"says", "proposed"} or frame.verb.rule in {"tale-på", "holde-innlegg"}
        told = any(self.doc.referents[m.referent].classification == "media" for to in self.grammar.behind(frame.at, "til") for m in self.all(to))
        return spoke and not told and not frame.intended and verb.start > topic.span.start and verb.text.lower() in words("speak.csv") - PRESENT

    def _of_groups(self, frame: Frame) -> Iterator[Claim]:
        """Leadership and membership."""
        states, _, status = frame.verb.states.partition(":")
        if states == "seated":  # "ble valgt inn i styret": who is the verb's object, or the subject of its passive
            yield from self._seated(frame)
            return
        group = self.one(frame.theme, GROUPS) if states in {"leads", "member"} else None
        if group is None:
            return
        evidence = (self._evidence(frame, group),)
        for actor in (a for head in frame.actors for a in self.actors(head) if a.kind == "person"):
            if states == "leads":
                yield Relation("leads", actor.referent, group.referent, evidence)
            elif self._has_seats(group):
                label, concept = member_concept()
                yield Membership(actor.referent, group.referent, label, concept, status or ("incoming" if frame.intended else "current"), evidence)

    def _seated(self, frame: Frame) -> Iterator[Claim]:
        bodies = [m for head in frame.receivers for m in [self.one(head, GROUPS)] if m and self._has_seats(m)]
        people = [m for head in (self.grammar.conjuncts(frame.theme) if frame.theme is not None else ()) for m in self.actors(head) if m.kind == "person"]
        label, concept = member_concept()
        for person in people if bodies else ():
            again = self.grammar.form(frame.at).startswith(("gjen", "att"))
            yield Membership(person.referent, bodies[0].referent, label, concept, "current" if again else "incoming", (self._evidence(frame, bodies[0]),))

    def _has_seats(self, group: Mention) -> bool:
        return group.kind == "body" or self.doc.referents[group.referent].classification in SEATS

    def _of_works(self, frame: Frame, body_in_session: BodyInSession) -> Iterator[Claim]:
        """Who proposed, decided or was handed a work."""
        states = frame.verb.states
        theme = self.one(frame.theme, WORKS) or self._taken_up(frame)
        if theme is None:
            return
        evidence = (self._evidence(frame, theme),)
        actors = [m.referent for head in frame.actors for m in self.actors(head)]
        if states == "presented":
            for head in frame.receivers:
                for receiver in self.actors(head) or filter(None, [self.one(head, {"meeting"})]):
                    yield Relation("presented to", theme.referent, receiver.referent, evidence)
        elif states == "created":
            for actor in dict.fromkeys(a for a in actors if theme.kind == "report" and self.doc.referents[a].kind != "person"):
                yield Relation("created by", theme.referent, actor, evidence)
        elif states == "proposed":
            for actor in dict.fromkeys(actors or self._meeting_as(frame)):
                if theme.kind != "report" and actor != theme.referent:
                    yield Relation("proposed by", theme.referent, actor, evidence)
        elif states in {"adopted", "rejected"} and not frame.intended:
            meeting = next((m for head in frame.actors for m in self.all(head) if m.kind == "meeting"), None)
            by = tuple(dict.fromkeys([a for a in actors if self.doc.referents[a].kind != "person"] or self._meeting_as(frame)))
            delegates = all(self.grammar.form(head) in words("delegates.csv") for head in frame.actors)
            body = body_in_session(evidence[0].span.start) if delegates else None
            by = by or ((body,) if body else ())
            if by and theme.referent not in by:
                yield Decision(states, theme.referent, by, evidence, meeting=meeting.referent if meeting else None)  # type: ignore[arg-type]

    def _meeting_as(self, frame: Frame) -> list[str]:
        """Whose meeting acts, where the text lets a meeting do so."""
        meetings = [m for head in frame.actors for m in self.all(head) if m.kind == "meeting"]
        return [owner for m in meetings[:1] if (owner := self.doc.referents[m.referent].owner)]

    def _taken_up(self, frame: Frame) -> Mention | None:
        """The work that a pronoun means: the one spoken of last in this sentence or the two before."""
        if frame.theme is None or self.grammar.form(frame.theme) not in PRONOUNS:
            return None
        sentences, start = self.doc.annotated.sentences, self.tokens[frame.theme].start
        reach = sentences[max(0, frame.sentence - 2)].span.start
        before = [m for m in self.doc.mentions if m.kind in WORKS and reach <= m.span.start and m.span.end <= start]
        return max(before, key=lambda m: m.span, default=None)

    def _evidence(self, frame: Frame, theme: Mention) -> Evidence:
        places = [self.tokens[frame.at], *(self.tokens[n] for n in (*frame.actors, *frame.receivers))]
        spans = [Span(t.start, t.end) for t in places] + [theme.span] + [m.span for n in (*frame.actors, *frame.receivers) for m in self.all(n)]
        return Evidence(Span(min(s.start for s in spans), max(s.end for s in spans)), f"frame-{frame.verb.rule}", frame.verb.confidence)
