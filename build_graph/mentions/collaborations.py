"""Collaborations that a verb tells of: "Foreningen Eksempel samarbeider med Prøvekommunen".

Those that a noun names ("trepartssamarbeidet", "samarbeid mellom …") are found with the groups.
"""

from __future__ import annotations

import re

from build_graph.claims.patterns import LONGEST_LINE, matches, patterns, render
from build_graph.mentions.draft import Draft, fold
from build_graph.model import Mention, Referent, Span

WORD = re.compile(r"samarbeid|[Ss]amarbeidsavtal|[Ii]ntensjonsavtal|[Pp]artn[ea]rskap|[Kk]oalisjon|[Aa]llianse|(?<= )(?:sammen|saman)\b")
WITH_OTHERS = frozenset({"cooperates-with", "enters-cooperation", "enter-cooperation", "in-cooperation-with", "signed-agreement-with", "goes-together-with"})
PARTIES = frozenset({"organisation", "body"})


def find_cooperation(draft: Draft) -> None:
    """Adds a collaboration where two named groups are said to work together; its mention is the verb."""
    doc = draft.finish()
    for sentence in draft.annotated.sentences:
        text = draft.text[sentence.span.start : sentence.span.end]
        if not WORD.search(text) or len(text) > LONGEST_LINE:
            continue
        for found in matches(render(doc, sentence.span), patterns("cooperation_patterns.csv")):
            parties = [m for _, mentions in sorted(found.slots.items()) for m in mentions if isinstance(m, Mention) and m.kind in PARTIES]
            word = WORD.search(draft.text, found.span.start, found.span.end)
            verb = word.start() if word else -1
            stretch = Span(verb, verb + len(draft.text[verb:].split(maxsplit=1)[0].rstrip(".,;:")))
            if verb < 0 or len({m.referent for m in parties}) < 2 or draft.taken(stretch):
                continue
            names = [draft.referents[i].name for i in dict.fromkeys(m.referent for m in parties)]
            name = f"samarbeid mellom {', '.join(names[:-1])} og {names[-1]}"
            seen = (f"samarbeid med {names[-1]}",) if found.rule in WITH_OTHERS else ()
            draft.mention(stretch, draft.refer(Referent(f"collaboration:{fold(name)}", "collaboration", name, seen, named=False)))
