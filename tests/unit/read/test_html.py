"""Web pages: main text by trafilatura, metadata as the page states it."""

import json

import pytest

from build_graph.read.html import to_text
from build_graph.read.text import article
from build_graph.read.unreadable import Unreadable

_LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Prøvebladet"},
        {
            "@type": ["NewsArticle"],
            "headline": "Foreininga Eksempel får ny leiar",
            "datePublished": "2021-03-04T08:00:00+01:00",
            "author": [{"@type": "Person", "name": "Kari Testdatter"}, {"@type": "Person", "name": "Ola Prøve"}],
            "publisher": {"@type": "Organization", "name": "Prøvebladet"},
            "articleSection": "Organisasjon",
            "url": "https://www.provebladet.example/1",
            "inLanguage": "nn-NO",
        },
    ],
}
_BODY = """<nav><ul><li><a href="/">Heim</a></li></ul></nav><main><article><h1>Foreininga Eksempel får ny leiar</h1>
<p><strong>Landsmøtet valde Per Mønster til leiar.</strong></p>
<figure><img src="x.jpg" alt=""><figcaption class="caption">NY LEIAR: Per Mønster på talarstolen. <span class="credit">Foto: Nils Døme/Foreininga Eksempel</span></figcaption></figure>
<p>Foreininga Eksempel har fått ny leiar etter eit langt landsmøte i Prøvevik. Valet var samrøystes, og styret er nøgd med det.</p>
<h2>Ei stor oppgåve</h2><p>– Dette er ei stor oppgåve, seier Mønster &amp; ler &lt;script&gt;.</p><p>Resten av styret:</p><ul><li>Eva Døme, nestleiar</li><li>Jon Kladd</li></ul>
<table><tr><td>Vara</td><td>Liv Utkast</td></tr></table><script>alert(1)</script></article></main><footer>© Prøvebladet</footer>"""


def _page(head: str, body: str = _BODY, charset: str = "utf-8") -> bytes:
    return f'<!DOCTYPE html><html lang="nn"><head><meta charset="{charset}">{head}</head><body>{body}</body></html>'.encode(charset)


def test_json_ld_and_main_text() -> None:
    read = article(to_text(_page(f'<script type="application/ld+json">{json.dumps(_LD)}</script>')), "side", "side.html")
    values = {name: getattr(read, name).value for name in ("headline", "section", "published", "publisher", "url")}
    assert values == {
        "headline": "Foreininga Eksempel får ny leiar", "section": "Organisasjon", "published": "2021-03-04", "publisher": "Prøvebladet",
        "url": "https://www.provebladet.example/1",
    }  # fmt: skip
    assert read.language == "nn"
    assert [author.name.value for author in read.authors] == ["Kari Testdatter", "Ola Prøve"]
    assert [(block.kind, read.text[slice(*block.span)]) for block in read.blocks][1:] == [
        ("title", "Foreininga Eksempel får ny leiar"),
        ("lead", "Landsmøtet valde Per Mønster til leiar."),
        ("caption", "NY LEIAR: Per Mønster på talarstolen."),
        ("credit", "Foto: Nils Døme/Foreininga Eksempel"),
        ("paragraph", "Foreininga Eksempel har fått ny leiar etter eit langt landsmøte i Prøvevik. Valet var samrøystes, og styret er nøgd med det."),
        ("heading", "Ei stor oppgåve"),
        ("quote", "– Dette er ei stor oppgåve, seier Mønster & ler <script>."),
        ("heading", "Resten av styret:"),
        ("item", "Eva Døme, nestleiar"),
        ("item", "Jon Kladd"),
        ("item", "Vara: Liv Utkast"),
    ]
    assert "alert" not in read.text


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ('<meta property="og:title" content="Ny leiar">', "title: Ny leiar"),
        ("<title>Ny leiar | Prøvebladet</title>", "title: Ny leiar"),
        ('<meta name="author" content="Kari Testdatter">', "author: Kari Testdatter"),
        ('<meta property="article:author" content="https://social.example/kari"><meta name="dc.creator" content="Ola Prøve">', ""),
        ('<meta property="article:published_time" content="2020-01-02T03:04:05Z">', "date: 2020-01-02T03:04:05Z"),
        ('<meta name="citation_journal_title" content="Tidsskrift for Eksempel">', "journal: Tidsskrift for Eksempel"),
        ('<meta property="og:site_name" content="Prøvebladet">', "publisher: Prøvebladet"),
        ('<link rel="canonical" href="https://www.example.org/1">', "url: https://www.example.org/1"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", broken</script><meta name="author" content="Kari Testdatter">', "author: Kari Testdatter"),
        ('<meta name="author" content="Kari Testdatter&#10;title: Innsmuglet">', "author: Kari Testdatter title: Innsmuglet"),
        ("", "language: nn"),
    ],
)
def test_meta_tags(head: str, line: str) -> None:
    text = to_text(_page(head))
    assert text.startswith("---\n")
    assert line in text.split("---\n")[1].split("\n")


def test_the_declared_character_set_counts() -> None:
    text = to_text(_page("", _BODY.replace("–", "-"), "iso-8859-1"))
    assert "Mønster" in text and "oppgåve" in text


@pytest.mark.parametrize("body", ["", "<div>" * 30000 + "x" + "</div>" * 30000, "<script>alert(1)</script>"])
def test_no_main_text(body: str) -> None:
    with pytest.raises(Unreadable, match="web page"):
        to_text(_page("", body))


def test_the_same_page_gives_the_same_text() -> None:
    assert to_text(_page("")) == to_text(_page(""))
