"""Word files (Office Open XML, ECMA-376) through python-docx: headings, lists, tables and paragraphs in document order."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterator

from docx import Document
from docx.document import Document as DocxDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

from build_graph.read.compose import compose, table_row
from build_graph.read.person import looks_like_person
from build_graph.read.unreadable import Unreadable

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
# A Word file unpacks to about ten times its size; one that unpacks to more than this is a bomb.
_MOST_UNPACKED = 200_000_000
# What python-docx's own template says; a file made with it and no date of its own has it still.
_TEMPLATE_DATE = datetime.date(2013, 12, 23)
_DAMAGED = "a damaged Word file; open it in an office program and save it anew, or save it as text"


def to_text(data: bytes) -> str:
    """The document's properties and text as one text; Unreadable where it is damaged, encrypted or empty."""
    if data.startswith(_OLD_OFFICE):
        raise Unreadable("an encrypted or old Word file; save it as DOCX without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MOST_UNPACKED:
                raise Unreadable(f"unpacks to more than {_MOST_UNPACKED / 1e6:.0f} MB, so no article; leave it out")
        document = Document(io.BytesIO(data))
        body = _body(document)
        stated = _stated(document, body)
    except Unreadable:
        raise
    except Exception as error:  # python-docx raises whatever it runs into: KeyError, TypeError, zlib.error, lxml's own
        raise Unreadable(f"{_DAMAGED} ({type(error).__name__})") from error
    if not body.strip():
        raise Unreadable("no text in this Word file (only pictures?)")
    return compose(stated, body)


def _stated(document: DocxDocument, body: str) -> dict[str, str | None]:
    """Title, author and date from the properties; the title only where the text has none of its own."""
    properties = document.core_properties
    created = properties.created
    dated = created is not None and created.date() != _TEMPLATE_DATE
    return {
        "title": None if body.startswith("# ") else properties.title,
        "author": properties.author if looks_like_person(properties.author) else None,
        "date": created.date().isoformat() if created and dated else None,
        "language": properties.language,
    }


def _body(document: DocxDocument) -> str:
    lines: list[str] = []
    number = 0
    for element in _blocks(document.element.body):
        if element.tag == qn("w:tbl"):
            rows = [table_row([_text(cell) for cell in row.iter(qn("w:tc"))]) for row in element.iter(qn("w:tr"))]
            lines += ["", *(row for row in rows if row), ""]
            continue
        text = _text(element).strip()
        if not text:
            continue
        style = _style(Paragraph(element, document._body))
        listed = style.startswith("list") or element.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None
        number = number + 1 if listed and "number" in style else 0
        if style == "title":
            lines += ["", f"# {text}", ""]
        elif style.startswith("heading"):
            lines += ["", f"{'#' * (1 + _level(style))} {text}", ""]
        elif listed and style != "list paragraph" or (listed and element.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None):
            lines.append(f"{number}. {text}" if number else f"- {text}")
        else:
            lines += ["", f"**{text}**" if _bold(element) else text, ""]
    return _one_blank(lines)


def _style(paragraph: Paragraph) -> str:
    """The English name of the paragraph's style in lower case: "heading 1", "list bullet", "title"."""
    style = paragraph.style
    return (style.name or "").lower() if style is not None else ""


def _level(style: str) -> int:
    digits = style.removeprefix("heading").strip()
    return min(int(digits), 5) if digits.isdigit() else 1


def _blocks(parent: _Element) -> Iterator[_Element]:
    """Paragraphs and tables in order, also those inside content controls and tracked changes."""
    for child in parent:
        if child.tag in (qn("w:p"), qn("w:tbl")):
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:smartTag"), qn("w:customXml")):
            yield from _blocks(child)


_SPACES = {"w:tab": " ", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
_PASSED_OVER = ("w:txbxContent", "w:del", "w:moveFrom")


def _text(element: _Element) -> str:
    """The text as it reads with every tracked change accepted, without text boxes (they come twice)."""
    spaces = {qn(tag): space for tag, space in _SPACES.items()}
    skipped = {qn(tag) for tag in _PASSED_OVER}
    pieces: list[str] = []

    def walk(node: _Element) -> None:
        for child in node:
            if child.tag in skipped:
                continue
            if child.tag == qn("w:t"):
                pieces.append(child.text or "")
            elif child.tag in spaces:
                pieces.append(spaces[child.tag])
            elif child.tag == qn("w:p") and pieces:
                pieces.append("\n")
                walk(child)
            elif child.tag != qn("w:pPr"):
                walk(child)

    walk(element)
    return "".join(pieces)


def _bold(element: _Element) -> bool:
    """Whether every run with text on it is bold."""
    runs = [run for run in element.iter(qn("w:r")) if _text(run).strip()]
    marks = [run.find(f"{qn('w:rPr')}/{qn('w:b')}") for run in runs]
    return bool(runs) and all(mark is not None and mark.get(qn("w:val")) not in ("0", "false", "none") for mark in marks)


def _one_blank(lines: list[str]) -> str:
    """The lines with no more than one blank line between two."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept).strip()
