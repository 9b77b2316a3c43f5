"""PDF files, the journal's print-outs first of all: PDFium (through pypdfium2) gives lines and where they stand on the page.

Lines become paragraphs by what a reader goes by: the space between them, their size, whether the line above is full.
Words broken at a line's end are put together; what is printed on the page's edge (title, address, page number) is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pypdfium2

from build_graph.read.compose import compose
from build_graph.read.person import looks_like_person
from build_graph.read.unreadable import Unreadable

_MOST_PAGES = 200  # the longest article is some 30 pages; a book is no article, and takes minutes
_FEWEST_LETTERS = 20  # a scan has none, or a stamp's
# Shares of a line's height: more space than this beyond the usual parts paragraphs; a size this much larger is a heading's.
_PARAGRAPH_GAP = 0.3
_HEADING_SIZE, _TITLE_SIZE = 1.15, 1.4
# Narrower blocks are lists and addresses, whose widest line only looks full.
_NARROWEST_BLOCK = 45  # characters
_LONGEST_HEADING = 200  # characters
_EDGE_LINES = 2  # lines at the top and bottom of a page that may belong to its edge
_EDGE = re.compile(
    r"(?:(?:side|s\.|page)?\s*\d+\s*(?:/|av|of|–|-)?\s*\d*|(?:https?|file)://\S+(?:\s+\d+\s*/\s*\d+)?|\d{1,2}[./]\d{1,2}[./]\d{2,4},?\s+\d{1,2}[:.]\d\d(?:\s?[AP]M)?\b.*)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://\S+")
_BROKEN = re.compile(r"(?<=[^\W\d_])[-‐\u00ad]$")
_SOFT = "\u00ad\u200b"


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    page: int
    left: float
    right: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        return max(self.top - self.bottom, 0.1)

    @property
    def letter(self) -> float:
        return (self.right - self.left) / max(len(self.text), 1)


def to_text(data: bytes) -> str:
    """The file's properties and text as one text; Unreadable where it is damaged, encrypted or a scan."""
    try:
        with pypdfium2.PdfDocument(data) as document:
            if len(document) > _MOST_PAGES:
                raise Unreadable(f"{len(document)} pages; more than {_MOST_PAGES} are no article: split it or leave it out")
            properties = document.get_metadata_dict()
            lines = [line for page in range(len(document)) for line in _page_lines(document, page)]
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Unreadable("a PDF with a password; save it without one") from None
        raise Unreadable("a damaged PDF; fetch or print it anew") from None
    if sum(char.isalpha() for line in lines for char in line.text) < _FEWEST_LETTERS:
        raise Unreadable("no text in this PDF (a scan?); run text recognition (OCR) over it first")
    edges = _edges(lines)
    author = properties.get("Author", "")
    address = next((found[0] for line in lines if line in edges and (found := _ADDRESS.search(line.text))), None)
    body = _body([line for line in lines if line not in edges])
    return compose({"author": author if looks_like_person(author) else None, "url": address}, body)


def _page_lines(document: pypdfium2.PdfDocument, number: int) -> list[_Line]:
    page = document[number]
    words = page.get_textpage()
    found = []
    # PDFium runs a line that ends in a hyphen together with the next, with U+FFFE where the hyphen was.
    for match in re.finditer(r"(?P<line>[^\r\n\ufffe]+)(?P<broken>\ufffe?)", words.get_text_range()):
        text = match["line"].strip()
        if not text:
            continue
        first = match.start() + match["line"].index(text)
        last = words.count_chars() - 1  # a character beyond the basic plane may count twice
        boxes = [words.get_charbox(min(at, last), loose=True) for at in (first, first + len(text) - 1)]
        left, right = boxes[0][0], boxes[1][2]
        found.append(_Line(text + "-" * bool(match["broken"]), number, left, right, max(box[3] for box in boxes), min(box[1] for box in boxes)))
    words.close()
    page.close()
    return found


def _folded(text: str) -> str:
    return re.sub(r"\d+", "0", text)


def _edges(lines: Sequence[_Line]) -> set[_Line]:
    """Running heads and feet: at the top or bottom of a page, and a page number, an address or the same on another page."""
    outer: list[_Line] = []
    for page in {line.page for line in lines}:
        standing = sorted((line for line in lines if line.page == page), key=lambda line: -line.top)
        outer += {*standing[:_EDGE_LINES], *standing[-_EDGE_LINES:]}
    pages = Counter(_folded(line.text) for line in outer)
    return {line for line in outer if _EDGE.fullmatch(line.text) or pages[_folded(line.text)] > 1}


def _body(lines: Sequence[_Line]) -> str:
    """The lines as paragraphs, parted by blank lines; headings get Markdown's number signs."""
    if not lines:
        return ""
    usual = median(line.height for line in lines for _ in line.text)
    blocks = _blocks(lines)
    largest = max(block[0].height for block in blocks if block[0].page == lines[0].page)
    written = []
    titled = False
    for block in blocks:
        size = block[0].height / usual
        sign = ""
        if size >= _HEADING_SIZE and sum(len(line.text) for line in block) <= _LONGEST_HEADING:
            is_title = not titled and size >= _TITLE_SIZE and block[0].height == largest
            titled = titled or is_title
            sign = "# " if is_title else "## "
        written.append(sign + (" ".join(line.text for line in block) if sign else _paragraph(block)))
    return "\n\n".join(written)


def _blocks(lines: Sequence[_Line]) -> list[list[_Line]]:
    """Lines of one size without more than the usual space between; a paragraph goes on over the page's end."""
    spaces = sorted(above.bottom - line.top for above, line in pairwise(lines) if above.page == line.page and above.top > line.top)
    # The smaller spaces are those inside paragraphs: a page of one-line paragraphs has no others.
    usual = spaces[len(spaces) // 4] if spaces else 0.0
    widest = max(line.right for line in lines)
    blocks = [[lines[0]]]
    for above, line in pairwise(lines):
        alike = abs(above.height - line.height) < (_HEADING_SIZE - 1) * above.height
        if above.page == line.page:
            close = above.top > line.top and above.bottom - line.top <= usual + _PARAGRAPH_GAP * above.height
        else:
            close = _is_full(above, line, widest) and not re.search(r"[.!?:]$", above.text)
        if alike and close:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _paragraph(block: Sequence[_Line]) -> str:
    """The block's lines; joined where the line above was full, else each on its own."""
    right = max(line.right for line in block)
    wide = any(len(line.text) >= _NARROWEST_BLOCK for line in block)
    written = block[0].text
    for above, line in pairwise(block):
        if not (wide and _is_full(above, line, right)):
            written += "\n" + line.text
        elif _BROKEN.search(written):
            written = _mended(written, line.text)
        else:
            written += " " + line.text
    return re.sub(f"[{_SOFT}]", "", written)


def _is_full(line: _Line, following: _Line, right: float) -> bool:
    """Whether the next line's first word would not have fitted behind this line."""
    word = following.text.split(None, 1)[0]
    return line.right + (len(word) + 1) * line.letter > right


def _mended(before: str, after: str) -> str:
    """A word broken at the line's end put together: "omsorgs-" + "ministeren", but "IT-utvalget", "helse- og"."""
    last = re.search(r"[^\s-]+(?=.$)", before)
    first = after.split(None, 1)[0].lower()
    if first in ("og", "eller", "og/eller"):
        return f"{before[:-1]}- {after}"
    if not after[0].islower() or (last and last[0].isupper()):
        return f"{before[:-1]}-{after}"
    return before[:-1] + after
