"""The journal's print layout, and news pages like it: which line is title, section, by-line, lead, caption, heading, …

Every rule goes by form and place on the page (capitals, an e-mail address below a name, "Foto:", a dash), never by a name.
Units are classified in passes, the surest cues first: what says of itself what it is (footers, by-lines, credits), then the
rest of the page's head, then lists, quotations and headings; what remains is a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from build_graph.model import Author, Block, BlockKind, Photo, Span, Stated
from build_graph.read import cues
from build_graph.read.byline_lines import mark_bylines
from build_graph.read.credit import byline_credit, find_credit, name_alone, read_credit
from build_graph.read.footer import Footer, read_footer
from build_graph.read.lines import (
    Line,
    bullet,
    ends_sentence,
    has_verb,
    is_heading,
    is_introduction,
    is_label_line,
    markdown_heading,
    opening_dash,
)
from build_graph.read.lists import mark_lists
from build_graph.read.person import in_capitals, sentence_case
from build_graph.read.publication import mark_dates
from build_graph.read.signature import sign
from build_graph.read.units import units

# Title, section and lead stand among the first units, above the running text.
_HEAD = 12
_LONGEST_TITLE = 200
# What is longer has no form but a paragraph's: nothing is looked for in it, so that a hostile line costs no time.
_LONGEST_FORM = 5000
_LONGEST_LEAD = 700
_LONGEST_CAPTION = 500
# Above a credit that stands alone a caption may stand apart from it, if it is short.
_LONGEST_CAPTION_APART = 300
_LONGEST_SECTION = 6  # words
_SHORTEST_KEYWORD = 5  # letters
_SHORT_INTRODUCTION = 4  # words
_KEYWORD = re.compile(r"[^\W\d_a-zæøå][^\Wa-zæøå]*(?:[ -][^\W_a-zæøå]+){0,5}:\s+\S")
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})(?=\S)(?P<inner>.+?)(?<=\S)\1", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Layout:
    """The page's blocks, and what they state about the article."""

    blocks: tuple[Block, ...]
    headline: Stated | None
    section: Stated | None
    lead: Stated | None
    authors: tuple[Author, ...]
    photos: tuple[Photo, ...]
    published: Stated | None
    retrieved: Stated | None
    journal: Stated | None


def lay_out(text: str, start: int = 0, headline: str | None = None) -> Layout:
    """The layout of the page that `text[start:]` is; every span counts in the whole text.

    `headline` is the title where front matter states it: then the page's title is the line that says the same, if any.
    """
    lines = [Line(unit, unit.start, unit.end) for unit in units(text, start)]
    for line in lines:
        if len(line.text) > _LONGEST_FORM:
            line.kind = "paragraph"
    footers = _mark_footers(text, lines)
    byline = mark_bylines(text, lines)
    _mark_captions(text, lines)
    dated = mark_dates(lines)
    sign(lines, byline)
    title = _mark_title(lines, headline)
    section = _mark_section(lines, title)
    lead = _mark_lead(lines, title)
    mark_lists(lines)
    _mark_headings(lines)
    for line in lines:
        line.kind = line.kind or "paragraph"
        _inside_emphasis(line)
    return Layout(
        blocks=_blocks(lines),
        headline=_stated(title),
        section=Stated(sentence_case(section.text), Span(section.start, section.end)) if section else None,
        lead=_stated(lead),
        authors=byline.authors(),
        photos=_photos(text, lines),
        published=next((footer.published for footer in footers if footer.published), byline.published or dated),
        retrieved=next((footer.retrieved for footer in footers if footer.retrieved), None),
        journal=_journal(footers),
    )


def _mark_footers(text: str, lines: Sequence[Line]) -> list[Footer]:
    found = []
    for line in lines:
        if line.kind is not None:
            continue
        footer = read_footer(text, Span(line.start, line.end))
        if footer:
            line.kind = "footer"
            found.append(footer)
    return found


def _journal(footers: Sequence[Footer]) -> Stated | None:
    """The journal's full name from the © line, else its short name behind the date of publication."""
    named = sorted((footer for footer in footers if footer.journal), key=lambda footer: footer.published is not None)
    return named[0].journal if named else None


def _mark_captions(text: str, lines: Sequence[Line]) -> None:
    """Credits, and the captions before them on the same line, the line above, or the paragraph above."""
    opening = re.compile(rf"(?:{cues.alternatives('caption opening')})(?!\w)", re.IGNORECASE)
    keywords = [line for line in lines if line.kind is None and _KEYWORD.match(line.text)]
    only_keyword = keywords[0] if len(keywords) == 1 and _is_caption_keyword(keywords[0].text) else None
    for at, line in enumerate(lines):
        if line.kind == "byline":
            line.credit = byline_credit(text, line.start, line.end)
        if line.kind is not None:
            continue
        line.credit = find_credit(text, line.start, line.end)
        if line.credit is None and at and name_alone(lines[at - 1].text, line.text):  # "… Foto:" on the line before
            line.credit, lines[at - 1].kind = Span(line.start, line.end), "caption"
        if line.credit is None:
            if len(line.text) <= _LONGEST_CAPTION and (opening.match(line.text) or (at < _HEAD and line is only_keyword)):
                line.kind = "caption"
        elif not re.search(r"\w", text[line.start : line.credit.start]):
            line.kind = "credit"
            titled = at == 1 and not ends_sentence(lines[0].text) and not _KEYWORD.match(lines[0].text)
            if at and not titled and _is_caption_above(lines[at - 1], line.unit.gap):
                lines[at - 1].kind = "caption"
        elif line.credit.start - line.start <= _LONGEST_CAPTION:
            line.kind = "caption"
    for above, line in zip(lines, lines[1:], strict=False):
        # The picture's alternative text, printed close above its caption: "Kari Testdatter".
        if line.kind == "caption" and not line.unit.gap and above.kind is None and above.unit.gap and is_heading(above.text) and above is not lines[0]:
            above.kind = "caption"


def _is_caption_keyword(text: str) -> bool:
    """A word or two in capitals before a caption ("GJENVALGT: …"): no short form ("NRK: …"), no label of minutes ("VEDTAK: …")."""
    keyword = text.split(":")[0]
    return len(keyword) >= _SHORTEST_KEYWORD and keyword.lower() not in cues.forms("label in capitals") and not re.search(r"\d", keyword)


def _is_caption_above(line: Line, gap: bool) -> bool:
    if line.kind is not None or markdown_heading(line.text) or opening_dash(line.text) or bullet(line.text):
        return False
    if _KEYWORD.match(line.text):
        return len(line.text) <= _LONGEST_CAPTION
    return len(line.text) <= _LONGEST_CAPTION_APART and ends_sentence(line.text) or not gap and len(line.text) <= _LONGEST_CAPTION_APART


def _mark_title(lines: Sequence[Line], headline: str | None) -> Line | None:
    """`# …` among the first units or what repeats the stated headline; else the first that could be a title."""
    head = [line for line in lines[:_HEAD] if line.kind is None]
    title = next((line for line in head if line.text.startswith("# ")), None)
    if title is None and headline is not None:
        title = next((line for line in head if _words(line.text) == _words(headline)), None)
    elif title is None and head:
        title = head[0]
        if len(head) > 1 and _could_be_section(title) and _could_be_title(head[1]) and not in_capitals(head[1].text):
            title = head[1]
        if not _could_be_title(title):
            return None
    if title:
        title.start += markdown_heading(title.text)
        title.kind = "title"
    return title


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _could_be_title(line: Line) -> bool:
    text = line.text.strip("*_ ")
    if len(text) > _LONGEST_TITLE or text.endswith((".", ":", ",", ";")) or bullet(text) or is_label_line(text):
        return False
    return any(char.isalpha() for char in text)


def _could_be_section(line: Line) -> bool:
    text = line.text
    return in_capitals(text) and len(text.split()) <= _LONGEST_SECTION and not re.search(r"[.:,;]$|\d", text)


def _mark_section(lines: Sequence[Line], title: Line | None) -> Line | None:
    """A short line in capitals in the head; or any line of one to three words right above a `# …` title."""
    if title is None:
        return None
    place = next(at for at, line in enumerate(lines) if line is title)
    for at, line in enumerate(lines[:_HEAD]):
        if line.kind is not None:
            continue
        if at > place and any(between.kind is None for between in lines[place + 1 : at]):
            return None
        kicker = at == place - 1 and title.unit.text.startswith("#") and len(line.text.split()) <= 3 and is_heading(line.text)
        if _could_be_section(line) or kicker:
            line.kind = "section"
            return line
    return None


def _mark_lead(lines: Sequence[Line], title: Line | None) -> Line | None:
    """A bold paragraph in the head, the first paragraph below the by-line, or one between title and picture or date."""
    head = list(lines[:_HEAD])
    for at, line in enumerate(head):
        if line.kind is not None:
            continue
        text = line.text
        bold = text.startswith("**") and text.endswith("**") and len(text) > 4 and "**" not in text[2:-2]
        prose = ends_sentence(text) and not (opening_dash(text) or bullet(text) or markdown_heading(text) or is_label_line(text))
        if len(text) <= _LONGEST_LEAD and (prose or bold):
            before = head[at - 1].kind if at else None
            after = lines[at + 1].kind if at + 1 < len(lines) else None
            stands_out = before in ("title", "section") and after in ("byline", "caption", "credit", "footer")
            if (bold and (prose or title is not None)) or before == "byline" or stands_out:
                line.kind = "lead"
                return line
        if not bold or prose:
            return None
    return None


def _mark_headings(lines: Sequence[Line]) -> None:
    for at, line in enumerate(lines):
        if line.kind is not None:
            continue
        following = next((later for later in lines[at + 1 : at + 2] if later.kind != "footer"), None)
        if length := markdown_heading(line.text):
            line.start += length
            line.kind = "heading"
        elif following is None:
            continue
        elif is_heading(line.text) or _heads_list(line, following):
            line.kind = "heading"
    for line in lines:
        if line.kind is None and opening_dash(line.text):
            line.kind = "quote"


def _heads_list(line: Line, following: Line) -> bool:
    """"Styret etter valget:" above items, "Medlemmer:" above anything; but "Hun sa:" leads up to a quotation."""
    if not is_introduction(line.text) or has_verb(line.text):
        return False
    return following.kind == "item" or (len(line.text.split()) <= _SHORT_INTRODUCTION and not opening_dash(following.text))


def _inside_emphasis(line: Line) -> None:
    """Leave out the emphasis marks around the whole of a line; those within it stay."""
    found = _EMPHASIS.fullmatch(line.text)
    if found and found[1] not in found["inner"]:
        line.end -= len(line.text) - found.end("inner")
        line.start += found.start("inner")


def _stated(line: Line | None) -> Stated | None:
    return Stated(" ".join(line.text.split()), Span(line.start, line.end)) if line else None


def _blocks(lines: Sequence[Line]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for line in lines:
        assert line.kind is not None
        span, credit = Span(line.start, line.end), line.credit
        if line.kind == "byline" and line.titled:
            around = (Span(span.start, line.titled.start), Span(line.titled.end, span.end))
            pieces: list[tuple[BlockKind, Span]] = [("byline", around[0]), ("paragraph", line.titled), ("byline", around[1])]
            blocks.extend(Block(kind, bare) for kind, piece in pieces if (bare := _bare(line, piece)))
            continue
        if credit is None or line.kind == "byline":
            blocks.append(Block(line.kind, span))
            continue
        if before := _before_credit(line, credit):
            blocks.append(Block(line.kind, before))
        blocks.append(Block("credit", credit))
        # Some pages run caption, credit and paragraph together.
        behind = re.search(r"\w", line.text[credit.end - line.start :])
        if behind:
            blocks.append(Block("paragraph", Span(credit.end + behind.start(), line.end)))
    return tuple(blocks)


def _bare(line: Line, span: Span) -> Span | None:
    """The span without white space around it; None where it has no word."""
    words = line.text[span.start - line.start : span.end - line.start]
    inner = words.strip()
    begin = span.start + words.index(inner)
    return Span(begin, begin + len(inner)) if re.search(r"\w", inner) else None


def _before_credit(line: Line, credit: Span) -> Span | None:
    """The words before the credit, without what parts the two."""
    before = line.text[: credit.start - line.start].rstrip(" \t\r\n(/|–-*_")
    return Span(line.start, line.start + len(before)) if before else None


def _photos(text: str, lines: Sequence[Line]) -> tuple[Photo, ...]:
    photos = []
    for at, line in enumerate(lines):
        if line.credit is None:
            continue
        caption = None
        if line.kind == "caption":
            caption = _before_credit(line, line.credit)
        elif line.kind == "credit" and at and lines[at - 1].kind == "caption":
            caption = Span(lines[at - 1].start, lines[at - 1].end)
        photos.append(read_credit(text, line.credit, caption))
    return tuple(photos)
