"""Articles with their names marked by hand, so that tests of extraction do not depend on what the language model knows.

    "[PER Kari Testdatter] er leder i [ORG Foreningen Eksempel]."

Marks are PER, ORG, GPE, LOC, PROD and EVT. They are taken out of the text; a model of the test's own then finds exactly those names.
Institutions of the register need no mark: `annotate` finds them itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from build_graph.annotate import annotate
from build_graph.claims import find_claims
from build_graph.extract import shipped_model
from build_graph.language_model import Analysis, Entity, Token
from build_graph.language_model.tokenise import segment
from build_graph.mentions import find_mentions
from build_graph.model import (
    AnnotatedText,
    Article,
    Authorship,
    Block,
    Claim,
    Decision,
    Extract,
    Held,
    Membership,
    Mentioned,
    Quotation,
    Relation,
    Span,
    Stated,
)
from build_graph.read.text import article as read_text

MARK = re.compile(r"\[(?P<type>PER|ORG|GPE|LOC|PROD|EVT)(?P<sure>\.\d+)? (?P<name>[^\[\]]+)\]")


class MarkedModel:
    """Finds the names that the test marked, with the product's own tokens and sentences."""

    name = "marked-by-hand"
    version = "1"

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._entities = tuple(entities)

    def analyse(self, text: str, blocks: Sequence[tuple[int, int]]) -> Analysis:
        tokens, bounds = segment(text, blocks)
        return Analysis(
            tuple((tokens[first][0], tokens[last - 1][1]) for first, last in bounds),
            tuple(Token(start, end, None, None, None, None) for start, end in tokens),
            tuple(e for e in self._entities if any(start <= e.start < end for start, end in blocks)),
        )


class ParsedModel(MarkedModel):
    """The names that the test marked, in the shipped model's grammar."""

    def analyse(self, text: str, blocks: Sequence[tuple[int, int]]) -> Analysis:
        return replace(shipped_model().analyse(text, blocks), entities=super().analyse(text, blocks).entities)


def unmarked(marked: str) -> tuple[str, list[Entity]]:
    """The text without its marks, and the names where they stand in it. "[PER.4 Kari]" is a name found with confidence 0.4."""
    text, entities, position = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[position : match.start()]
        entities.append(Entity(len(text), len(text) + len(match["name"]), match["type"], float(match["sure"] or 0.95)))
        text += match["name"]
        position = match.end()
    return text + marked[position:], entities


def _blocks(text: str) -> tuple[Block, ...]:
    """Paragraphs between empty lines; "# " opens a title, "## " a heading, a dash a quotation."""
    blocks, position = [], 0
    for part in text.split("\n\n"):
        kind = "title" if part.startswith("# ") else "heading" if part.startswith("## ") else "quote" if part.startswith("– ") else "paragraph"
        skipped = len(part) - len(part.lstrip("# \n"))
        if part.strip("# \n"):
            blocks.append(Block(kind, Span(position + skipped, position + len(part.rstrip()))))  # type: ignore[arg-type]
        position += len(part) + 2
    return tuple(blocks)


def annotated(marked: str, *, page: bool = False, language: str = "nb", published: str | None = None, parsed: bool = False) -> AnnotatedText:
    """The article, annotated.

    :param parsed: whether the shipped model's grammar is there too.
    :param page: whether the product's reader lays it out (titles, items, captions, by-lines); otherwise every paragraph is one.
    """
    text, entities = unmarked(marked)
    if page:
        article = read_text(text, "a1", "a1.txt")
    else:
        stated = Stated(published, None) if published else None
        article = Article("a1", "a1.txt", text, _blocks(text), language, published=stated)  # type: ignore[arg-type]
    return annotate(article, (ParsedModel if parsed else MarkedModel)(entities))


def mentioned(marked: str, **options: object) -> Mentioned:
    """Who and what the article speaks of."""
    return find_mentions(annotated(marked, **options))  # type: ignore[arg-type]


def extracted(marked: str, **options: object) -> Extract:
    """All that the article contributes."""
    return find_claims(mentioned(marked, **options))


def facts(extract: Extract) -> set[str]:
    """Every claim of an extract as a line that a reader of the test understands; see `told`."""
    return {told(extract, claim) for claim in extract.claims}


def memberships(extract: Extract) -> set[str]:
    """Roles, memberships, affiliations and who leads what."""
    return {told(extract, c) for c in extract.claims if isinstance(c, Membership) or isinstance(c, Relation) and c.predicate == "leads"}


def told(extract: Extract | Mentioned, claim: Claim) -> str:
    """A claim in one line.

    Kari Testdatter: leder, Foreningen Eksempel, current     a role; "-" for what is not stated
    Kari Testdatter leads Foreningen Eksempel                a relation
    Kari Testdatter says direct: …                           a quotation
    årsmøtet adopted budsjettet, enstemmig                   a decision
    held: årsmøtet 2020-05-01 Prøveby                        a meeting
    """
    article = extract.article if isinstance(extract, Extract) else extract.annotated.article

    def name(referent: str | None) -> str:
        return extract.referents[referent].name if referent else "-"

    if isinstance(claim, Membership):
        times = "".join(f", {word} {value}" for word, value in (("since", claim.since), ("until", claim.until)) if value)
        return f"{name(claim.member)}: {claim.role or '-'}, {name(claim.organisation)}, {claim.status or '-'}{times}"
    if isinstance(claim, Relation):
        return f"{name(claim.subject)} {claim.predicate} {name(claim.object)}"
    if isinstance(claim, Quotation):
        return f"{name(claim.speaker)} says {claim.mode}: {article.text[slice(*claim.text)]}"
    if isinstance(claim, Decision):
        by = " og ".join(name(d) for d in claim.decided_by) or "-"
        return f"{by} {claim.outcome} {name(claim.about)}" + (f", {claim.method}" if claim.method else "") + (f", {claim.date}" if claim.date else "")
    if isinstance(claim, Held):
        meeting = extract.referents[claim.meeting]
        return " ".join(["held:", meeting.name, *(part for part in (meeting.start, meeting.end, meeting.location) if part)])
    assert isinstance(claim, Authorship)
    return f"{name(claim.person)} author" if claim.photo is None else f"{name(claim.person)} photographed {claim.photo}"


def rules(extract: Extract) -> set[str]:
    """The rules named in the evidence."""
    return {evidence.rule for claim in extract.claims for evidence in claim.evidence}
