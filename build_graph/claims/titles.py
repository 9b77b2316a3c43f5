"""Who holds a title and where, as grammar tells it: "direktør for avdelingen X i Y, Kari Testdatter", however long the phrase.

Before the name a title hangs on it as an apposition, behind it likewise; with a verb of being it is the predicate. Where the role is
held stands behind a preposition that hangs on the title, or before it in the genitive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_graph.claims.parsed import Parsed
from build_graph.claims.roles import hold
from build_graph.mentions.frames import BE, BECOME, HAVE, WILL
from build_graph.mentions.nouns import GROUPS
from build_graph.model import Claim, Evidence, Membership, Mention, Mentioned, Span

AT = ("i", "ved", "for", "av", "hos", "på", "til", "frå", "fra", "innan", "innen")
CONFIDENCE = {"apposition": 0.88, "predicate": 0.84}
LONGEST = 160  # characters between a title and its holder
PAST = frozenset(["var"])


@dataclass(frozen=True, slots=True)
class _Holder:
    mention: Mention
    how: str
    status: str


def title_claims(parsed: Parsed, known: list[Claim]) -> list[Claim]:
    """The roles that grammar finds and no pattern has placed.

    :param known: what the patterns found: grammar adds to them who else holds a title, or where, and contradicts none.
    """
    doc = parsed.doc
    found = [(c.member, c.concept or c.role, e.span, c.organisation) for c in known if isinstance(c, Membership) for e in c.evidence]
    claims: list[Claim] = []
    for role in doc.roles:
        head = parsed.head(role)
        if head is None or role.plural:
            continue
        where = _where(parsed, head)
        for holder in _holders(parsed, head):
            if any(who != holder.mention.referent and what == (role.concept or role.label) and span.overlaps(role.span) for who, what, span, _ in found):
                continue  # a pattern reads the title as another's: "Kari Testdatter og direktør i laget Ola Prøve"
            if any(
                who == holder.mention.referent and what == (role.concept or role.label) and span.overlaps(role.span) and (place or not where)
                for who, what, span, place in found
            ):
                continue
            if not where and holder.how == "predicate" and role.label == "leder" or _apart(doc, role.span, holder.mention):
                continue  # "er ein trygg leiar" praises, and names no office
            span = _cover(role.span, holder.mention.span, *([where.span] if where else []))
            if span.end - span.start <= LONGEST + len(role.label):
                evidence = Evidence(span, f"title-{holder.how}", CONFIDENCE[holder.how])
                claims += hold(doc, holder.mention.referent, role, where.referent if where else None, holder.status, evidence)
    return claims


def _holders(parsed: Parsed, head: int) -> Iterator[_Holder]:
    grammar, tokens = parsed.grammar, parsed.tokens
    while tokens[head].dep == "KOORD" and (first := tokens[head].head) is not None and first != head and tokens[first].pos in {"subst", "adj", "det"}:
        head = first  # "er 52 år, anestesilege og …": coordinated, as the first
    token = tokens[head]
    above = token.head if token.head != head else None
    if token.dep == "APP" and above is not None:
        named = parsed.one(above, {"person"})
        if named and not named.anaphoric:
            yield _Holder(named, "apposition", "")
            return
    for below in grammar.children(head, "APP"):
        named = parsed.one(below, {"person"})
        if named and not named.anaphoric:
            yield _Holder(named, "apposition", "")
            return
    if above is None:
        return
    if token.dep in {"SPRED", "KOORD"} and tokens[above].pos == "verb":  # KOORD: "er 52 år, anestesilege og …", hung on the verb
        yield from _predicated(parsed, above)


def _predicated(parsed: Parsed, verb: int) -> Iterator[_Holder]:
    grammar = parsed.grammar
    chain, top = grammar.clause(verb)
    forms = {grammar.form(v) for v in chain}
    around = [c for v in chain for c in grammar.children(v)]
    if not forms <= BE | BECOME | HAVE | WILL or not forms & (BE | BECOME):
        return
    if grammar.unsaid(around):
        return
    subject, _ = grammar.subject(top)
    named = parsed.one(subject, {"person"})
    if subject is None or named is None or len(grammar.conjuncts(subject)) > 1:
        return
    status = "incoming" if forms & BECOME or forms & WILL else "former" if forms & PAST or forms & HAVE and not _since(parsed, around) else ""
    yield _Holder(named, "predicate", status)


def _since(parsed: Parsed, around: list[int]) -> bool:
    return any(parsed.grammar.form(c) in {"siden", "sidan"} for c in around)


def _where(parsed: Parsed, head: int) -> Mention | None:
    """The group or place at which a title is held."""
    grammar, tokens = parsed.grammar, parsed.tokens
    for child in grammar.children(head):
        if tokens[child].pos == "prep" and grammar.form(child) in AT and child > head:
            for inner in (each for c in grammar.children(child, "PUTFYLL") for each in (c, *_further(parsed, c))):
                found = parsed.one(inner, GROUPS) or parsed.one(inner, {"place"})
                if found:
                    return found
        if child < head and tokens[child].dep in {"DET", "ATR"} and re.search(r"(?:s|['’])$", tokens[child].text):
            found = parsed.one(child, GROUPS)
            if found:
                return found
    return None


def _further(parsed: Parsed, number: int) -> list[int]:
    """What stands behind a preposition further down: "lege i spesialisering i gynekologi ved Sykehuset"."""
    grammar, tokens = parsed.grammar, parsed.tokens
    found = []
    for child in (c for each in grammar.conjuncts(number) for c in grammar.children(each)):
        if tokens[child].pos == "prep" and grammar.form(child) in AT:
            for inner in grammar.children(child, "PUTFYLL"):
                found += [inner, *_further(parsed, inner)]
    return found


def _apart(doc: Mentioned, title: Span, holder: Mention) -> bool:
    """Whether a mark, a line's end or another person stands between a title and its supposed holder."""
    text = doc.annotated.article.text
    start, end = min(title.end, holder.span.end), max(title.start, holder.span.start)
    if re.search(r"(?<!\w)(?:henholdsvis|høvesvis)(?!\w)", text[min(title.start, holder.span.start) : max(title.end, holder.span.end)]):
        return True  # which title is whose, the pairs' order tells
    between = any(m.kind == "person" and m.referent != holder.referent and start <= m.span.start < end for m in doc.mentions)
    return between or bool(re.search(r"[:;\n]", text[start:end]))


def _cover(*spans: Span) -> Span:
    return Span(min(s.start for s in spans), max(s.end for s in spans))
