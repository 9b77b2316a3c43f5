"""Word files, made here with python-docx."""

import datetime
import io
import zipfile

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from build_graph.read.docx import to_text
from build_graph.read.text import article
from build_graph.read.unreadable import Unreadable


def _saved(document: object) -> bytes:
    data = io.BytesIO()
    document.save(data)  # type: ignore[attr-defined]
    return data.getvalue()


def _minutes() -> bytes:
    document = Document()
    document.core_properties.author = "Kari Testdatter"
    document.core_properties.created = datetime.datetime(2024, 9, 5, 12)
    document.core_properties.language = "nn"
    document.add_paragraph("Referat frå styremøtet", style="Title")
    document.add_paragraph("Referent: Kari Testdatter")
    document.add_paragraph("Val", style="Heading 1")
    document.add_paragraph("Desse vart valde:")
    document.add_paragraph("Ola Prøve, leiar", style="List Bullet")
    document.add_paragraph("Per Mønster", style="List Bullet")
    document.add_paragraph("Først dette", style="List Number")
    document.add_paragraph("Så dette", style="List Number")
    paragraph = document.add_paragraph("Styret takka")
    paragraph._p.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t xml:space='preserve'> og song</w:t></w:r></w:ins>"))
    paragraph._p.append(parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>, ikkje</w:delText></w:r></w:del>"))
    paragraph.add_run(".")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Vara", "Liv Utkast"
    return _saved(document)


def test_minutes() -> None:
    read = article(to_text(_minutes()), "referat", "referat.docx")
    assert [(block.kind, read.text[slice(*block.span)]) for block in read.blocks][1:] == [
        ("title", "Referat frå styremøtet"),
        ("item", "Referent: Kari Testdatter"),
        ("heading", "Val"),
        ("paragraph", "Desse vart valde:"),
        ("item", "Ola Prøve, leiar"),
        ("item", "Per Mønster"),
        ("item", "Først dette"),
        ("item", "Så dette"),
        ("paragraph", "Styret takka og song."),
        ("item", "Vara: Liv Utkast"),
    ]
    assert [author.name.value for author in read.authors] == ["Kari Testdatter"]
    assert read.published is not None and read.published.value == "2024-09-05"
    assert read.language == "nn"


def test_the_templates_properties_are_no_statement() -> None:
    document = Document()
    document.add_paragraph("En tekst uten metadata.")
    assert "date:" not in to_text(_saved(document)) and "author:" not in to_text(_saved(document))


def test_no_text() -> None:
    with pytest.raises(Unreadable, match="no text"):
        to_text(_saved(Document()))


def test_a_bomb_is_not_unpacked() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as entry:
        for _ in range(210):
            entry.write(bytes(1_000_000))
    with pytest.raises(Unreadable, match="unpacks"):
        to_text(data.getvalue())


@pytest.mark.parametrize("left_out", ["word/document.xml", "[Content_Types].xml", "_rels/.rels"])
def test_a_part_that_is_missing(left_out: str) -> None:
    whole, damaged = zipfile.ZipFile(io.BytesIO(_minutes())), io.BytesIO()
    with zipfile.ZipFile(damaged, "w") as archive:
        for entry in whole.infolist():
            if entry.filename != left_out:
                archive.writestr(entry, whole.read(entry))
    with pytest.raises(Unreadable, match="damaged"):
        to_text(damaged.getvalue())


def test_markup_that_is_not_well_formed() -> None:
    whole, damaged = zipfile.ZipFile(io.BytesIO(_minutes())), io.BytesIO()
    with zipfile.ZipFile(damaged, "w") as archive:
        for entry in whole.infolist():
            archive.writestr(entry, b"<w:document" if entry.filename == "word/document.xml" else whole.read(entry))
    with pytest.raises(Unreadable, match="damaged"):
        to_text(damaged.getvalue())
