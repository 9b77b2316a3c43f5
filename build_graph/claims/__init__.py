"""Mentioned → Extract: what the article says of those it speaks of, each claim with its evidence."""

from __future__ import annotations

from build_graph.claims.collaborations import collaboration_claims
from build_graph.claims.frames import FrameReader
from build_graph.claims.lists import list_claims
from build_graph.claims.meetings import meeting_claims
from build_graph.claims.merge import merge
from build_graph.claims.metadata import metadata_claims
from build_graph.claims.offices import place_offices
from build_graph.claims.roles import role_claims, settle
from build_graph.claims.speech import speech_claims
from build_graph.claims.succession import succession_claims
from build_graph.claims.titles import title_claims
from build_graph.claims.works import work_claims
from build_graph.model import Extract, Mentioned


def find_claims(doc: Mentioned) -> Extract:
    """Finds every claim of an article; the same claim found twice is one, with both evidences."""
    reader = FrameReader(doc)
    told = role_claims(doc)
    paired = [e.span for c in told for e in c.evidence if e.rule == "respectively"]
    listed = [c for c in list_claims(doc) if not any(s.start <= e.span.start < s.end for e in c.evidence for s in paired)]  # no list
    stated = [*told, *listed, *reader.groups()]
    held = place_offices(doc, settle([*stated, *title_claims(reader, stated)]))
    claims = [
        *metadata_claims(doc),
        *held,
        *succession_claims(doc, held),
        *collaboration_claims(doc),
        *meeting_claims(doc, reader),
        *work_claims(doc, reader),
        *speech_claims(doc, reader),
    ]
    return Extract(doc.annotated.article, doc.referents, doc.mentions, merge(claims))
