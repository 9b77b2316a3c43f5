"""Quotations, direct and reported, and their speakers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from build_graph.claims.parsed import Parsed
from build_graph.claims.patterns import Found, Line, matches, patterns, render
from build_graph.mentions.frames import Frame
from build_graph.model import Block, Claim, Evidence, Mention, Mentioned, Quotation, RoleMention, Span

FILE = "speech_patterns.csv"
OBJECTS = frozenset({"ham", "henne", "hennes", "hans", "hennar"})
DASH = re.compile(r"[-–—]\s*")


def speech_claims(doc: Mentioned, parsed: Parsed) -> list[Claim]:
    """The quotations in an article."""
    claims: list[Claim] = []
    last: str | None = None  # whoever was quoted last: an answer without attribution is theirs
    blocks = doc.annotated.article.blocks
    for number, block in enumerate(blocks):
        if block.kind not in {"quote", "paragraph", "lead", "caption", "item"}:
            continue
        if block.kind == "quote":
            line = render(doc, block.span)
            attributed = list(_attributions(doc, line, direct=True))
            if attributed:
                for speaker, found in attributed:
                    claims.append(_quotation(doc, block, speaker, found))
                last = attributed[0][0]
            elif not _question(line):
                speaker_of = _introduced(doc, blocks[number - 1]) if number else None
                if speaker_of:
                    person, span = speaker_of
                    claims.append(Quotation(person, _words(block.span, doc), "direct", (Evidence(span, "introduced-quote", 0.85),)))
                    last = person
                elif last and blocks[number - 1].kind == "quote":
                    claims.append(Quotation(last, _words(block.span, doc), "direct", (Evidence(block.span, "continued-quote", 0.7),)))
            continue
        turn = _turn(doc, block)
        if turn:
            speaker, label = turn
            words = Span(label.end, block.span.end) if label.end < block.span.end else _next(blocks, number)
            if words:
                claims.append(Quotation(speaker, words, "direct", (Evidence(label, "turn", 0.95),)))
            last = speaker
            continue
        for sentence in doc.annotated.sentences:
            if block.span.start <= sentence.span.start < block.span.end:
                line = render(doc, sentence.span)
                for speaker, found in _attributions(doc, line, direct=False):
                    mode: Literal["direct", "reported"] = "direct" if re.search(r"[«“\"]", line.text) else "reported"
                    claims.append(Quotation(speaker, sentence.span, mode, (Evidence(found.span, found.rule, found.confidence),)))
                    last = speaker
    return list(_one_a_place([*claims, *_by_grammar(doc, parsed, claims)]))


def _by_grammar(doc: Mentioned, parsed: Parsed, claims: list[Claim]) -> Iterator[Claim]:
    """Who says something as grammar tells it, where no pattern has found anyone speaking."""
    told = [e.span for c in claims for e in c.evidence]
    for frame in parsed.frames:
        sentence = doc.annotated.sentences[frame.sentence]
        verb = parsed.tokens[frame.at]
        if frame.verb.states != "says" or frame.intended or frame.theme is None or any(t.start <= verb.start < t.end for t in told):
            continue
        if doc.annotated.article.blocks[sentence.block].kind == "quote" and not _attributed(doc, parsed, frame):
            continue  # what the quoted person tells of others
        for head in frame.actors:
            for speaker in parsed.actors(head):
                if speaker.kind == "person":
                    start, end = min(verb.start, speaker.span.start), max(verb.end, speaker.span.end)
                    yield Quotation(speaker.referent, sentence.span, "reported", (Evidence(Span(start, end), f"frame-{frame.verb.rule}", frame.verb.confidence),))


def _attributed(doc: Mentioned, parsed: Parsed, frame: Frame) -> bool:
    """Whether a verb of saying stands behind quoted words: "– Takk, sa Kari Testdatter"."""
    before = doc.annotated.article.text[: parsed.tokens[frame.at].start].rstrip()[-1:]
    return before in ",?!»”\"" and bool(frame.actors) and frame.actors[0] > frame.at


def _next(blocks: Sequence[Block], number: int) -> Span | None:
    following = blocks[number + 1] if number + 1 < len(blocks) else None
    return following.span if following and following.kind in {"paragraph", "quote"} else None


TURN = re.compile(r"(?:⟨R\d+⟩ )?⟨P(\d+)⟩(?: \((?:⟨\w\d+⟩|[^()⟨⟩]){1,40}\)){0,2}(?: \[[\d:. ]+\])?:(?: |$)")


def _turn(doc: Mentioned, block: Block) -> tuple[str, Span] | None:
    """Whose turn a paragraph of a debate or interview is: "Kari Testdatter (Eks): Takk for ordet …"."""
    line = render(doc, block.span)
    match = TURN.match(line.text)
    alone = match is not None and match.end() == len(line.text)  # the speech is the next paragraph
    if match is None or (len(line.text) - match.end() < 25 and not alone) or "⟨P" in line.text[match.end() : match.end() + 4]:
        return None
    person = line.signs[int(match[1])]
    assert isinstance(person, Mention)
    return person.referent, line.span(0, match.end())


def _attributions(doc: Mentioned, line: Line, *, direct: bool) -> Iterator[tuple[str, Found]]:
    """Who is said to speak in a line, the surest reading of each place first."""
    seen: list[Span] = []
    for found in matches(line, patterns(FILE)):
        if found.states == "direct" and not direct and not re.search(r"[«»“”\"]|^[-–]", line.text) and found.rule not in {"quote-verb-name", "quote-verb-title", "verb-name-particle", "name-verb-colon"}:
            continue
        if found.rule == "verb-name" and _question(line) and not re.search(r"[,.!?»”\"] $", line.text[: found.start]):
            continue  # "Hva mener Kari Testdatter?" asks
        named = [*found.all("person"), *found.all("person2")]
        if named and doc.annotated.article.text[slice(*named[0].span)].lower() in OBJECTS:
            continue  # "gjorde ham til leder": spoken of, not speaking
        speaker = named[0].referent if named else _titled(doc, found.role())
        if speaker is None or doc.referents[speaker].kind != "person":
            continue
        if any(s.start < found.span.end and found.span.start < s.end for s in seen):
            continue
        seen.append(found.span)
        yield speaker, found


def _titled(doc: Mentioned, role: RoleMention | None) -> str | None:
    """The person whom a bare title takes up, as coreference has found."""
    if role is None:
        return None
    return next((m.referent for m in doc.mentions if m.span == role.span and m.kind == "person"), None)


def _quotation(doc: Mentioned, block: Block, speaker: str, found: Found) -> Quotation:
    """The quoted words are those of the block but for the dash before them and the attribution at its end."""
    end = found.span.start + 1 if found.span.end >= block.span.end - 2 else block.span.end
    start = _words(block.span, doc).start
    return Quotation(speaker, Span(min(start, end - 1), end), "direct", (Evidence(found.span, found.rule, found.confidence),))


def _words(span: Span, doc: Mentioned) -> Span:
    dash = DASH.match(doc.annotated.article.text, span.start)
    return Span(dash.end() if dash and dash.end() < span.end else span.start, span.end)


def _question(line: Line) -> bool:
    return line.text.rstrip().endswith("?")


def _introduced(doc: Mentioned, before: Block) -> tuple[str, Span] | None:
    """The person whose words the paragraph before announces: by a colon, or as its last sentence's only subject."""
    if before.kind not in {"paragraph", "lead"}:
        return None
    sentences = [s for s in doc.annotated.sentences if before.span.start <= s.span.start < before.span.end]
    if not sentences:
        return None
    line = render(doc, sentences[-1].span)
    people = [s for s in line.signs.values() if isinstance(s, Mention) and s.kind == "person"]
    opens = re.match(r"(?:[A-ZÆØÅ][a-zæøå]+ )?(?:⟨R\d+⟩(?: \w+ ⟨[GL]\d+⟩)?,? )?⟨P(\d+)⟩", line.text)
    if line.text.endswith(":") and people:
        speaker = line.signs[int(opens[1])] if opens else people[0]
        assert isinstance(speaker, Mention)
        return speaker.referent, line.span(0, len(line.text))
    if opens and len({p.referent for p in people}) == 1:
        return people[0].referent, line.span(0, len(line.text))
    return None


def _one_a_place(claims: list[Claim]) -> Iterator[Claim]:
    """A stretch of text is one person's words once."""
    seen: set[tuple[str, Span]] = set()
    for claim in claims:
        assert isinstance(claim, Quotation)
        if (claim.speaker, claim.text) not in seen:
            seen.add((claim.speaker, claim.text))
            yield claim
