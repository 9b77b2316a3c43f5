"""Web pages: trafilatura (https://trafilatura.readthedocs.io) finds the main text, the page itself states its metadata."""

from __future__ import annotations

import re

import trafilatura
from lxml.etree import LxmlError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from build_graph.read.compose import compose, table_row
from build_graph.read.page_metadata import page_metadata
from build_graph.read.text import decode_page
from build_graph.read.unreadable import Unreadable

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
# Markdown's escapes: what the page has is the bare sign.
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!<>|~-])")
# HTML wants the declaration among a page's first 1024 bytes (https://html.spec.whatwg.org/#charset); some pages are late.
_DECLARED_WITHIN = 4096


def to_text(data: bytes) -> str:
    """The page's metadata and main text as one text; Unreadable where it has none."""
    declared = _CHARSET.search(data[:_DECLARED_WITHIN])
    markup = decode_page(data, declared[1].decode("ascii") if declared else None)
    try:
        # The declaration has been heeded; lxml refuses it in a text already decoded.
        tree = document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", markup), parser=HTMLParser(huge_tree=False, remove_comments=True, remove_pis=True))
        stated = page_metadata(tree)
        _keep_captions(tree)
        body = trafilatura.extract(tree, output_format="markdown", include_comments=False, include_formatting=True, include_tables=True, deduplicate=False)
    except (LxmlError, ValueError, RecursionError) as error:
        raise Unreadable(f"not a web page that can be read ({type(error).__name__}); save it anew as HTML") from None
    if not body or not body.strip():
        raise Unreadable("no main text in this web page; save the article itself, or its text")
    return compose(stated, _ESCAPED.sub(r"\1", _table_rows(body)))


def _keep_captions(tree: HtmlElement) -> None:
    """Make a paragraph of each caption: with the picture around it, it would go."""
    for figure in list(tree.iter("figure")):
        for caption in figure.iter("figcaption"):
            caption.tag = "p"
            caption.attrib.clear()
            for inner in caption.iter():
                inner.attrib.pop("class", None)
        captions = [caption for caption in figure.iter("p") if caption.text_content().strip()]
        parent = figure.getparent()
        if parent is None or not captions:
            continue
        for caption in captions:
            caption.tail = None
            figure.addprevious(caption)
        figure.drop_tree()


def _table_rows(body: str) -> str:
    """Markdown's table rows as plain lines."""
    lines = []
    for line in body.split("\n"):
        if re.fullmatch(r"\|[\s|:-]+\|?\s*", line):
            continue
        if line.startswith("|"):
            line = table_row([cell.strip() for cell in line.strip().strip("|").split("|")])
        lines.append(line)
    return "\n".join(lines)
