"""Clauses and objects that grammar shows to be decided or proposed, where no pattern found them."""

from __future__ import annotations

from build_graph.mentions.clauses import add_clause
from build_graph.mentions.draft import Draft
from build_graph.mentions.frames import Grammar, frames
from build_graph.mentions.nouns import GROUPS
from build_graph.model import Span


def find_stated(draft: Draft) -> None:
    """Adds a proposal or resolution for the theme of each frame of deciding or proposing."""
    grammar = Grammar(draft.tokens)
    for frame in frames(draft.annotated, grammar):
        states = frame.verb.states
        if frame.theme is None or states not in {"proposed", "adopted", "rejected"} or frame.intended and states != "proposed":
            continue
        clause = draft.tokens[frame.theme].text.lower() in {"at", "å"}
        head = draft.tokens[frame.theme]
        bare = "infinitive" in frame.verb.themes
        first = head if clause or bare else draft.tokens[grammar.first(frame.theme)]
        if not (clause or bare or head.pos == "subst") or any(
            m.span.overlaps(Span(head.start, head.end)) and (m.kind not in GROUPS or draft.referents[m.referent].named) for m in draft.mentions
        ):
            continue
        add_clause(draft, Span(first.start, first.end), draft.annotated.sentences[frame.sentence].span.end, "proposal" if states == "proposed" else "resolution", f"frame-{frame.verb.rule}", by_grammar=True)
