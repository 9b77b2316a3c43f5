"""Facts that somebody said are wrong, taken out before quads are written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from build_graph.curation.decisions import Decision
from build_graph.iris import article_slugs
from build_graph.model import Claim, Extract, Relation, Resolution
from build_graph.model import Decision as Decided
from build_graph.quads.article import photo_nodes
from build_graph.quads.context import Context
from build_graph.quads.facts import Facts

_PLACE = re.compile(r"(?P<article>.+):(?P<start>\d+)-(?P<end>\d+)")


def without_wrong(
    extracts: Sequence[Extract], resolution: Resolution, context: Context, wrong: Sequence[Decision]
) -> tuple[list[Extract], list[tuple[Decision, str]]]:
    """The extracts without the wrong facts, and those decisions that fit no fact, with the reason."""
    slugs = article_slugs(extract.article.identifier for extract in extracts)
    kept, unmet = list(extracts), []
    for decision in wrong:
        place = _PLACE.fullmatch(decision.other)
        for number, extract in enumerate(kept):
            article = slugs[extract.article.identifier]
            if place is None or place["article"] in (article, extract.article.identifier):
                claims = _right(extract, resolution, context, article, decision)
                if claims is not None:
                    kept[number] = replace(extract, claims=claims)
                    break
        else:
            unmet.append((decision, "no article states that fact any more"))
    return kept, unmet


def _right(extract: Extract, resolution: Resolution, context: Context, article: str, decision: Decision) -> tuple[Claim, ...] | None:
    """The claims without the wrong one; None where it is not here."""
    wanted = decision.what.removeprefix(context.iris.base)
    told = [_facts(replace(extract, claims=(claim,)), resolution, context, article) for claim in extract.claims]
    hit = {number for number, facts in enumerate(told) if any(_is(wanted, fact) for fact in facts)}
    if not hit and (place := _PLACE.fullmatch(decision.other)):
        # Its subject may have got another name since: then the only fact of the kind that these words state is meant.
        span, kind = (int(place["start"]), int(place["end"])), wanted.partition("/")[0]
        hit = {n for n, claim in enumerate(extract.claims) if any(e.span == span for e in claim.evidence) and any(f.startswith(f"{kind}/") for f in told[n])}
        hit = hit if len(hit) == 1 else set()
    if not hit:
        return None
    claims: list[Claim] = []
    for number, claim in enumerate(extract.claims):
        if number not in hit:
            claims.append(claim)
        elif wanted.startswith("meeting/") and isinstance(claim, Decided):
            claims.append(replace(claim, meeting=None))  # what was decided stands; that this meeting was held does not
        elif wanted.startswith("meeting/") and isinstance(claim, Relation) and claim.predicate == "presented to":
            continue
    return tuple(claims)


def _facts(extract: Extract, resolution: Resolution, context: Context, article: str) -> list[str]:
    facts = Facts(extract, resolution, context, article, photo_nodes(extract, context, article))
    list(facts.quads())
    return [fact.value.removeprefix(context.iris.base) for fact in facts.triples]


def _is(wanted: str, fact: str) -> bool:
    """Several decisions about one matter are told apart by a digest behind their path."""
    return wanted == fact or fact.startswith("decision/") and re.fullmatch(re.escape(fact) + "-[0-9a-f]{6}", wanted) is not None
