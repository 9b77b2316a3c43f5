"""What can be taken away: files that others read, and the SPARQL of the view."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET
from collections.abc import Callable
from typing import Any

import networkx as nx
import pyoxigraph as ox
import pytest

from tests import map_graph
from visualise.choose import chosen_by
from visualise.options import MapOptions

pytestmark = pytest.mark.browser


def taken(page: Any, key: str) -> str:
    """The text of the file that a menu entry gives: the download is caught before the browser writes it."""
    return str(
        page.js(
            """
            const [key, done] = arguments; const make = URL.createObjectURL;
            URL.createObjectURL = (blob) => { URL.createObjectURL = make; blob.arrayBuffer().then((b) => done(new TextDecoder('utf-8', { ignoreBOM: true }).decode(b))); return make.call(URL, blob); };
            document.getElementById('take-' + key).click();
            """,
            key,
            wait=True,
        )
    )


def test_csv_has_every_fact_with_its_sentence_and_no_formulas(page: Callable[..., Any]) -> None:
    trig = map_graph.GRAPH.replace('"Prøveverket"@nb', '"=HYPERLINK(1)"@nb').replace('"Ola Prøve"', '"Ola; \\"Prøve\\""')
    text = taken(page(map_graph.store(trig)), "save_csv")
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text[1:], newline=""), delimiter=";"))
    fact = next(row for row in rows if row["from"] == "Kari Testdatter" and row["relation"] == "leder i")
    assert (fact["to"], fact["sentence"], fact["url"]) == ("Foreningen Eksempel", "Kari Testdatter er leder i Foreningen Eksempel", "https://example.org/a1")
    assert any(row["to"] == "'=HYPERLINK(1)" for row in rows)
    assert any(row["from"] == 'Ola; "Prøve"' for row in rows)


def test_graphml_is_read_by_networkx(page: Callable[..., Any], tmp_path: Any) -> None:
    opened = page(map_graph.hostile())
    file = tmp_path / "map.graphml"
    file.write_text(taken(opened, "save_graphml"), encoding="utf-8")
    graph = nx.read_graphml(file)
    assert len(graph) == opened.js("return aktorkart.shown().ids.size")
    assert {data["iri"] for _, data in graph.nodes(data=True)} >= {"https://example.org/id/kari"}


def test_gexf_is_read_by_networkx(page: Callable[..., Any], tmp_path: Any) -> None:
    opened = page(map_graph.hostile())
    text = taken(opened, "save_gexf")
    file = tmp_path / "map.gexf"
    file.write_text(text, encoding="utf-8")
    graph = nx.read_gexf(file, version="1.3") if "1.3" in nx.readwrite.gexf.GEXF.versions else ET.fromstring(text)
    assert len(graph) > 0
    assert text.count("<node ") == opened.js("return aktorkart.shown().ids.size")


def test_svg_is_well_formed_and_keeps_names_as_text(page: Callable[..., Any]) -> None:
    root = ET.fromstring(taken(page(map_graph.hostile()), "save_svg"))
    texts = ["".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text")]
    assert any(text.startswith("Kari Testdatter") for text in texts)
    assert not list(root.iter("{http://www.w3.org/2000/svg}script"))


def test_png_is_a_picture(page: Callable[..., Any]) -> None:
    assert taken(page(map_graph.store()), "save_png")[1:4] == "PNG"


def test_sparql_of_the_view_gives_the_view(page: Callable[..., Any]) -> None:
    store = map_graph.store()
    opened = page(store)
    opened.js("aktorkart.change({ focus: aktorkart.actors.find((a) => a.label === 'Kari Testdatter').id })")
    seen = set(opened.js("return [...aktorkart.shown().ids].map((id) => aktorkart.actors[id].iri)"))
    opened.js("document.getElementById('take').open = true; document.getElementById('take-copy_sparql').click(); setTimeout(arguments[0], 300)", wait=True)
    query = opened.js("return document.querySelector('#copied textarea').value")
    answer = store.query(query, use_default_graph_as_union=True)
    assert isinstance(answer, ox.QueryTriples)
    chosen = chosen_by((t.subject, t.predicate, t.object) for t in answer)
    again = page(store, MapOptions(chosen=chosen, articles=False))
    assert set(again.js("return aktorkart.actors.map((a) => a.iri)")) == seen
