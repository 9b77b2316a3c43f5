"""Facts that a sentence's grammar tells: who decided, proposed or was handed what, by verb, subject and object."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from build_graph.mentions.frames import Frame, Grammar, frames
from build_graph.mentions.nouns import ACTORS
from build_graph.model import Claim, Decision, Evidence, Mention, Mentioned, Relation, Span

WORKS = frozenset({"report", "resolution", "proposal"})

BodyInSession = Callable[[int], str | None]
"""Who decides where the sentence does not say so: the body whose meeting the text is about, by a place in the text."""


def frame_claims(doc: Mentioned, body_in_session: BodyInSession) -> list[Claim]:
    """What the frames of an article state; the same found by a pattern is joined to it later."""
    reader = _Reader(doc)
    return [claim for frame in frames(doc.annotated) for claim in reader.claims(frame, body_in_session)]


class _Reader:
    def __init__(self, doc: Mentioned) -> None:
        self.doc = doc
        self.grammar = Grammar(doc.annotated.tokens)
        self._at: dict[int, list[Mention]] = {}
        starts = {token.start: number for number, token in enumerate(doc.annotated.tokens)}
        for mention in doc.mentions:
            first = starts.get(mention.span.start)
            number = first
            while number is not None and number < len(doc.annotated.tokens) and doc.annotated.tokens[number].start < mention.span.end:
                self._at.setdefault(number, []).append(mention)
                number += 1

    def claims(self, frame: Frame, body_in_session: BodyInSession) -> Iterator[Claim]:
        states = frame.verb.states
        theme = self._one(frame.theme, WORKS)
        if theme is None:
            return
        evidence = self._evidence(frame, theme)
        actors = [m.referent for head in frame.actors for m in self._actors(head)]
        if states == "presented":
            for head in frame.receivers:
                for receiver in self._actors(head) or filter(None, [self._one(head, frozenset({"meeting"}))]):
                    yield Relation("presented to", theme.referent, receiver.referent, (evidence,))
        elif states == "proposed":
            for actor in dict.fromkeys(actors):
                if theme.kind != "report" and actor != theme.referent:
                    yield Relation("proposed by", theme.referent, actor, (evidence,))
        elif not frame.intended:
            meeting = next((m for head in frame.actors for m in self._all(head) if m.kind == "meeting"), None)
            owner = self.doc.referents[meeting.referent].owner if meeting else None
            by = tuple(dict.fromkeys([a for a in actors if self.doc.referents[a].kind != "person"] or ([owner] if owner else [])))
            body = body_in_session(evidence.span.start) if not frame.actors else None
            by = by or ((body,) if body else ())
            if by and theme.referent not in by:
                yield Decision(states, theme.referent, by, (evidence,), meeting=meeting.referent if meeting else None)  # type: ignore[arg-type]

    def _evidence(self, frame: Frame, theme: Mention) -> Evidence:
        tokens = self.doc.annotated.tokens
        places = [tokens[frame.at], *(tokens[n] for n in (*frame.actors, *frame.receivers))]
        spans = [Span(t.start, t.end) for t in places] + [theme.span] + [m.span for n in (*frame.actors, *frame.receivers) for m in self._all(n)]
        return Evidence(Span(min(s.start for s in spans), max(s.end for s in spans)), f"frame-{frame.verb.rule}", frame.verb.confidence)

    def _all(self, number: int) -> list[Mention]:
        """The mentions that use a token, the shortest first."""
        return sorted(self._at.get(number, ()), key=lambda m: m.span.end - m.span.start)

    def _one(self, number: int | None, kinds: frozenset[str]) -> Mention | None:
        return next((m for m in self._all(number) if m.kind in kinds), None) if number is not None else None

    def _actors(self, head: int) -> list[Mention]:
        """Who a phrase names: the person or group at its head, else the one in apposition to its title."""
        found = self._one(head, ACTORS)
        if found is None:
            for near in self.grammar.children(head, "APP", "FLAT"):
                found = found or self._one(near, frozenset({"person"}))
        return [found] if found else []
