"""Text and Markdown files: the decoded file itself is the article's text, so that offsets count in what the user has."""

from __future__ import annotations

import re
from typing import Literal

from build_graph.model import Article, Author, Block, Photo, Span, Stated
from build_graph.read import cues
from build_graph.read.dates import parse_date
from build_graph.read.front_matter import FrontMatter, front_matter
from build_graph.read.language import language_of
from build_graph.read.layout import Layout, lay_out
from build_graph.read.unreadable import Unreadable

_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"), (b"\x00\x00\xfe\xff", "UTF-32"), (b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"),
)  # fmt: skip
_SIGNATURES = (
    (b"%PDF-", "a PDF file"), (b"PK\x03\x04", "a ZIP archive (DOCX, EPUB, …)"), (b"\x89PNG", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"), (b"\x1f\x8b", "a gzip archive"), (b"{\\rtf", "an RTF document"), (b"\xd0\xcf\x11\xe0", "an old Office document"),
)  # fmt: skip
# What RDF's concrete syntaxes and XML cannot hold: control characters but tab and line ends, surrogates, non-characters.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# The share of zero bytes at odd or even places from which a file is taken for UTF-16 without its mark.
_UTF16_SHARE = 0.4


def decode(data: bytes) -> str:
    """The file's text, unchanged: line ends and a leading byte order mark (U+FEFF) stay, as `read_text("utf-8")` has them.

    Raises Unreadable where it isn't UTF-8 text with something in it, and says which encoding it looks like.
    """
    if not data:
        raise Unreadable("the file is empty")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            raise Unreadable(_convert(encoding))
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise Unreadable(f"not text but {what}; give it its own file suffix, or leave it out")
    if b"\x00" in data:
        raise Unreadable(_convert("UTF-16") if _looks_like_utf16(data) else "not text but binary data (it has zero bytes); leave it out")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(_not_utf8(data, error)) from None
    return checked(text)


def decode_page(data: bytes, declared: str | None) -> str:
    """A web page's markup by its byte order mark, the character set it declares, or UTF-8; Unreadable where none of them fits."""
    if not data.strip():
        raise Unreadable("the file is empty")
    mark = next((encoding for start, encoding in _MARKS if data.startswith(start)), None)
    if mark is None and b"\x00" in data:
        raise Unreadable("not a web page but binary data (it has zero bytes); leave it out")
    name = mark or ("utf-8" if data.startswith(b"\xef\xbb\xbf") else declared) or "utf-8"
    # Web pages that say Latin-1 mean Windows-1252 (https://encoding.spec.whatwg.org/#names-and-labels).
    if mark is None and name.lower().startswith(("utf-16", "utf16")):  # the declaration was read as ASCII, so it is wrong
        name = "utf-8"
    name = "cp1252" if name.lower() in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii") else name
    try:
        return data.decode(name).removeprefix("\ufeff")
    except UnicodeError as error:
        if isinstance(error, UnicodeDecodeError) and name.lower() in ("utf-8", "utf8"):
            raise Unreadable(_not_utf8(data, error)) from None
        raise Unreadable(f"not in the character set that the page declares ({name}); save it anew as UTF-8") from None
    except LookupError:
        raise Unreadable(f"declares an unknown character set ({name!r}); save it anew as UTF-8") from None


def checked(text: str) -> str:
    """The text itself; Unreadable where it is blank or holds characters that no graph can hold."""
    if not text.strip("\ufeff \t\r\n\x0b\x0c\xa0\u200b"):
        raise Unreadable("nothing but white space")
    bad = FORBIDDEN.search(text)
    if bad:
        line = text.count("\n", 0, bad.start()) + 1
        raise Unreadable(f"control character U+{ord(bad[0]):04X} at position {bad.start()} (line {line}); the text is damaged: remove it, or fetch the file anew")
    return text


def _looks_like_utf16(data: bytes) -> bool:
    sample = data[:4096]
    return any(sample[offset::2].count(0) > _UTF16_SHARE * len(sample[offset::2]) for offset in (0, 1))


def _convert(encoding: str) -> str:
    return f"not UTF-8; it looks like {encoding}: convert it first (iconv -f {encoding} -t UTF-8)"


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> str:
    where = f"byte 0x{data[error.start]:02x} at position {error.start}"
    unprintable = sum(byte < 32 and byte not in b"\t\n\r\f" for byte in data)
    if unprintable > len(data) // 100:
        return f"not text but binary data ({where} is not UTF-8, and many bytes are control characters); leave it out"
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return f"not UTF-8 ({where}), and no encoding that is known here; convert it to UTF-8 first"
    encoding = "WINDOWS-1252" if any(0x80 <= byte <= 0x9F for byte in data) else "ISO-8859-1"
    return f"not UTF-8 ({where}); it looks like {encoding}: convert it first (iconv -f {encoding} -t UTF-8)"


def article(text: str, stem: str, file: str) -> Article:
    """The article that the text states; `stem` is its identifier unless front matter states one."""
    front = front_matter(text)
    title = front.one("title") if front else None
    page = lay_out(text, front.end if front else 0, title.value if title else None)
    blocks = page.blocks
    if front:
        blocks = (Block("front matter", front.span), *blocks)
    if not page.blocks:
        raise Unreadable("nothing below the front matter")
    front = front or FrontMatter(Span(0, 0), 0, {})
    identifier, photographers = front.one("identifier"), front.every("photographer")
    return Article(
        identifier=identifier.value if identifier else stem,
        file=file,
        text=text,
        blocks=blocks,
        language=_language(front, text),
        headline=title or page.headline,
        section=front.one("section") or page.section,
        lead=front.one("lead") or page.lead,
        authors=_authors(front, page),
        photos=page.photos or tuple(Photo(name, (name,)) for name in photographers),
        published=_dated(front.one("published")) or page.published,
        retrieved=_dated(front.one("retrieved")) or page.retrieved,
        journal=front.one("journal") or page.journal,
        publisher=front.one("publisher"),
        url=front.one("url"),
    )


def _authors(front: FrontMatter, page: Layout) -> tuple[Author, ...]:
    """The front matter's authors, with the e-mail address and department that the page's by-line gives them."""
    stated = front.every("authors")
    if not stated:
        return page.authors
    below = {author.name.value.casefold(): author for author in page.authors}
    alone = len(stated) == 1
    email, department = (front.one("email"), front.one("department")) if alone else (None, None)
    found = []
    for name in stated:
        same = below.get(name.value.casefold(), Author(name))
        found.append(Author(name, email or same.email, department or same.department))
    return tuple(found)


def _dated(stated: Stated | None) -> Stated | None:
    """The front matter's date in ISO 8601; None where it is no date."""
    iso = parse_date(stated.value) if stated else None
    return Stated(iso, stated.span) if stated and iso else None


def _language(front: FrontMatter, text: str) -> Literal["nb", "nn"]:
    stated = front.one("language")
    known = cues.values("language name").get(stated.value.lower()) if stated else None
    if known is None:
        return language_of(text[front.end :])
    return "nn" if known == "nn" else "nb"
