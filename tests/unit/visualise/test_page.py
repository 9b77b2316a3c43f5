"""The written page, as text; what it does in a browser is tested in tests/browser."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pyoxigraph as ox
import pytest

from tests import map_graph
from visualise import legend
from visualise.choose import choose
from visualise.options import MapOptions
from visualise.page import as_data, page_of, write_map
from visualise.records import Article, Evidence
from visualise.rows import read_rows
from visualise.sentences import sentence_around


class Scripts(HTMLParser):
    """Collects script elements as a browser would see them."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.policy = ""
        self.inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            self.inside = True
            self.scripts.append((dict(attrs), ""))
        if tag == "meta" and dict(attrs).get("http-equiv") == "Content-Security-Policy":
            self.policy = dict(attrs)["content"] or ""

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "script"

    def handle_data(self, data: str) -> None:
        if self.inside:
            attributes, text = self.scripts[-1]
            self.scripts[-1] = (attributes, text + data)


def page(store: object = None, **options: object) -> str:
    chosen = MapOptions(**options)  # type: ignore[arg-type]
    return page_of(choose(read_rows(store or map_graph.store()), chosen), chosen)  # type: ignore[arg-type]


def test_the_same_graph_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        write_map(map_graph.store(), tmp_path / name)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()
    turned = ox.Store()
    for quad in sorted(map_graph.store(), key=str, reverse=True):
        turned.add(quad)
    write_map(turned, tmp_path / "c.html")
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "c.html").read_bytes(), "in any order of the quads"
    assert b"\r" not in (tmp_path / "a.html").read_bytes()


def test_the_policy_allows_exactly_the_pages_own_scripts() -> None:
    parsed = Scripts(page(map_graph.hostile()))
    code = [text for attributes, text in parsed.scripts if attributes.get("type") != "application/json"]
    hashes = {"'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'" for text in code}
    assert len(code) == 2
    directives = dict(part.strip().split(" ", 1) for part in parsed.policy.split(";"))
    assert set(directives["script-src"].split()) == hashes
    assert directives["default-src"] == "'none'" and directives["base-uri"] == "'none'" and directives["form-action"] == "'none'"
    assert "unsafe" not in parsed.policy and "http" not in parsed.policy


def test_data_blocks_are_json_whatever_the_texts_hold() -> None:
    html = page(map_graph.hostile(), title=map_graph.PAYLOADS[1])
    for attributes, text in Scripts(html).scripts:
        if attributes.get("type") == "application/json":
            json.loads(text)
            assert "<" not in text
    assert "<script>window" not in html


@pytest.mark.parametrize("value", ["</script>", "<!--", "]]>", "\u2028", "&lt;", '"', "\\u003c", "\x00\x1b", "𝔸"])
def test_as_data_round_trips(value: str) -> None:
    written = str(as_data({"x": value}))
    assert json.loads(written) == {"x": value}
    assert not re.search(r"[<>&\u2028\u2029]", written)


def test_no_address_in_the_page_is_fetched() -> None:
    html = page()
    assert not re.search(r"<(?:link|script|img|iframe)[^>]+(?:src|href)=\"(?!data:)", html)
    assert "sourceMappingURL" not in html


def test_whole_sentences_where_the_texts_are_given() -> None:
    text = "Nytt. I dag er Kari leder. Slutt."
    store = map_graph.store(map_graph.GRAPH.replace("Kari Testdatter er leder i Foreningen Eksempel", "Kari leder").replace("oa:start 5 ; oa:end 49", "oa:start 15 ; oa:end 25"))
    assert "I dag er Kari leder." in page(store, texts={"https://example.org/id/a1": text})
    assert "I dag er Kari leder." not in page(store, texts={"https://example.org/id/a1": "x" + text}), "offsets that do not fit are not used"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("En. To er her. Tre.", "To er", "To er her."),
        ("Overskrift\nKari leder styret\nNeste", "leder", "Kari leder styret"),
        ("Hun er f.eks. leder nå. Ja.", "leder", "Hun er f.eks. leder nå."),
        ("Den 3. juni møtte Kari. Slutt.", "Kari", "Den 3. juni møtte Kari."),
        ("a" * 900 + " her " + "b" * 900, "her", None),
    ],
)
def test_sentence_around(text: str, words: str, expected: str | None) -> None:
    start = text.index(words)
    sentence, first, last = sentence_around(text, start, start + len(words))
    assert sentence[first:last] == words
    assert len(sentence) <= 900
    if expected:
        assert sentence == expected


def test_legend_names_everything_in_three_languages() -> None:
    for labels in [c.labels for c in legend.classes()] + [f.labels for f in legend.families()] + list(legend.statuses().values()) + list(legend.messages().values()):
        assert set(labels) == {"nb", "nn", "en"} and all(labels.values())
    families = {family.key for family in legend.families()}
    assert {relation.family for relation in legend.relations().values()} <= families


@pytest.mark.parametrize("look", [*legend.classes(), *legend.families()], ids=lambda look: look.key)
def test_colours_stand_out_from_both_backgrounds(look: legend.Class | legend.Family) -> None:
    """WCAG 2.2, 1.4.11: at least 3:1."""
    for colour, background in ((look.light, "#fcfcfa"), (look.dark, "#14171b")):
        assert contrast(colour, background) >= 3


def contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_shapes_and_dashes_differ_without_colour() -> None:
    shapes = [cls.shape for cls in legend.classes()]
    assert len(shapes) == len(set(shapes))
    lines = [(family.dash, family.width) for family in legend.families()]
    assert len(lines) == len(set(lines))


def test_every_message_that_the_page_uses_exists() -> None:
    from visualise.assets_join import own_script

    used = set(re.findall(r"\bt\('(\w+)'", own_script())) | set(re.findall(r'data-(?:text|label)="(\w+)"', page()))
    assert used <= set(legend.messages())


def test_records_are_hashable() -> None:
    assert len({Evidence("a", 0, 1, "x", 1.0, None), Evidence("a", 0, 1, "x", 1.0, None)}) == 1
    assert Article("a", "t", None, None) == Article("a", "t", None, None)
