"""Maps too large to show at once: a backbone, clusters, and all of it on demand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pyoxigraph as ox
import pytest

from visualise import opening

pytestmark = pytest.mark.browser

ORG, FOAF, RDF, AKT = "http://www.w3.org/ns/org#", "http://xmlns.com/foaf/0.1/", "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "https://w3id.org/aktorkart/ontology#"


@pytest.fixture(scope="module")
def store() -> ox.Store:
    """Forty institutions with 29 people each; the first of each sits in the next institution too."""
    made = ox.Store()
    entities = ox.NamedNode("https://example.org/id/entities")

    def add(s: str, p: str, o: ox.NamedNode | ox.Literal) -> None:
        made.add(ox.Quad(ox.NamedNode(f"https://example.org/id/{s}"), ox.NamedNode(p), o, entities))

    def sits(person: str, place: int) -> None:
        fact = f"m-{person}-{place}"
        add(fact, ORG + "member", ox.NamedNode(f"https://example.org/id/{person}"))
        add(fact, ORG + "organization", ox.NamedNode(f"https://example.org/id/o{place}"))

    for place in range(40):
        add(f"o{place}", RDF + "type", ox.NamedNode(ORG + "FormalOrganization"))
        add(f"o{place}", "http://www.w3.org/2004/02/skos/core#prefLabel", ox.Literal(f"Prøvelag {place}", language="nb"))
        for n in range(29):
            add(f"p{place}-{n}", RDF + "type", ox.NamedNode(FOAF + "Person"))
            add(f"p{place}-{n}", FOAF + "name", ox.Literal(f"Prøve {place} Person {n}"))
            sits(f"p{place}-{n}", place)
        sits(f"p{place}-0", (place + 1) % 40)
    return made


def count(page: Any) -> int:
    return int(page.js("return aktorkart.shown().ids.size"))


def test_backbone_first_neighbours_from_the_card_all_after_a_warning(page: Callable[..., Any], store: ox.Store) -> None:
    opened = page(store)
    first = count(opened)
    assert 40 <= first <= opening.BACKBONE
    assert "av 1 200" in opened.text("#count").replace("\u00a0", " ")
    opened.js("aktorkart.change({ focus: aktorkart.actors.find((a) => a.label === 'Prøvelag 7').id })")
    assert count(opened) == 31
    opened.one("#open-hidden").click()
    assert first < count(opened) <= first + 30
    opened.one("#all-button").click()
    assert count(opened) < 400, "it asks first"
    assert "1 200" in opened.text("#notice").replace("\u00a0", " ")
    opened.one("#all-yes").click()
    assert count(opened) == 1200
    assert opened.errors() == []


def test_clusters_first_then_one_of_them(page: Callable[..., Any], store: ox.Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "CLUSTERS", 1000)
    opened = page(store)
    assert opened.js("return aktorkart.shown().mode") == "clusters"
    assert "klynger" in opened.text("#count")
    x, y = opened.js("""
      const id = Object.keys(aktorkart.network.body.nodes).find((n) => /^c\\d+$/.test(n)); const p = aktorkart.network.canvasToDOM(aktorkart.network.getPosition(id));
      const box = document.getElementById('canvas').getBoundingClientRect(); return [p.x + box.x, p.y + box.y];
    """)
    opened.click_at(x, y)
    assert opened.js("return aktorkart.state.community") >= 0
    assert 0 < count(opened) <= 300
    opened.one("#count button").click()
    assert opened.js("return aktorkart.shown().mode") == "clusters"
    assert opened.errors() == []


def test_clusters_are_walked_with_the_keyboard(page: Callable[..., Any], store: ox.Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "CLUSTERS", 1000)
    opened = page(store, address="l=nb")
    opened.js("document.getElementById('canvas').focus()")
    canvas = opened.browser.switch_to.active_element
    said = set()
    for key in ("\ue014", "\ue015", "\ue012", "\ue013") * 2:
        canvas.send_keys(key)
        said.add(opened.text("#status") or opened.js("return document.getElementById('status').textContent"))
    assert len(said) > 1
    assert all(text.startswith("Rundt ") for text in said)
    canvas.send_keys("\ue007")
    assert opened.js("return aktorkart.state.community") >= 0
    assert opened.js("return aktorkart.shown().mode") == "map"
    canvas.send_keys("\ue014")
    assert opened.js("return document.getElementById('status').textContent").split(",")[0] in opened.js("return aktorkart.actors.map((a) => a.label)")
    canvas.send_keys("\ue00c")
    assert opened.js("return aktorkart.shown().mode") == "clusters"
    assert opened.errors() == []


def test_search_reaches_what_is_not_shown(page: Callable[..., Any], store: ox.Store) -> None:
    opened = page(store)
    field = opened.one("#search")
    field.send_keys("prøve 12 person 17")
    field.send_keys("\ue007")
    assert "Prøve 12 Person 17" in opened.text("#card h2")
    assert count(opened) == 2
