"""Facts that a sentence's grammar tells: who decided, proposed or was handed what, by verb, subject and object."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from build_graph.claims.parsed import Parsed
from build_graph.mentions.frames import Frame, frames
from build_graph.model import Claim, Decision, Evidence, Mention, Mentioned, Relation, Span

WORKS = frozenset({"report", "resolution", "proposal"})

BodyInSession = Callable[[int], str | None]
"""Who decides where the sentence does not say so: the body whose meeting the text is about, by a place in the text."""


def frame_claims(doc: Mentioned, body_in_session: BodyInSession) -> list[Claim]:
    """What the frames of an article state; the same found by a pattern is joined to it later."""
    reader = _Reader(doc)
    return [claim for frame in frames(doc.annotated) for claim in reader.claims(frame, body_in_session)]


class _Reader(Parsed):
    def claims(self, frame: Frame, body_in_session: BodyInSession) -> Iterator[Claim]:
        states = frame.verb.states
        theme = self.one(frame.theme, WORKS)
        if theme is None:
            return
        evidence = self._evidence(frame, theme)
        actors = [m.referent for head in frame.actors for m in self.actors(head)]
        if states == "presented":
            for head in frame.receivers:
                for receiver in self.actors(head) or filter(None, [self.one(head, {"meeting"})]):
                    yield Relation("presented to", theme.referent, receiver.referent, (evidence,))
        elif states == "proposed":
            for actor in dict.fromkeys(actors):
                if theme.kind != "report" and actor != theme.referent:
                    yield Relation("proposed by", theme.referent, actor, (evidence,))
        elif not frame.intended:
            meeting = next((m for head in frame.actors for m in self.all(head) if m.kind == "meeting"), None)
            owner = self.doc.referents[meeting.referent].owner if meeting else None
            by = tuple(dict.fromkeys([a for a in actors if self.doc.referents[a].kind != "person"] or ([owner] if owner else [])))
            body = body_in_session(evidence.span.start) if not frame.actors else None
            by = by or ((body,) if body else ())
            if by and theme.referent not in by:
                yield Decision(states, theme.referent, by, (evidence,), meeting=meeting.referent if meeting else None)  # type: ignore[arg-type]

    def _evidence(self, frame: Frame, theme: Mention) -> Evidence:
        places = [self.tokens[frame.at], *(self.tokens[n] for n in (*frame.actors, *frame.receivers))]
        spans = [Span(t.start, t.end) for t in places] + [theme.span] + [m.span for n in (*frame.actors, *frame.receivers) for m in self.all(n)]
        return Evidence(Span(min(s.start for s in spans), max(s.end for s in spans)), f"frame-{frame.verb.rule}", frame.verb.confidence)
