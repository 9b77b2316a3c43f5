"""The page makes no request and runs nothing but its own scripts, whatever the graph and the address say."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest

from tests import map_graph
from visualise.options import MapOptions

pytestmark = pytest.mark.browser


def requests(page: Any) -> list[str]:
    """Addresses that the browser asked for, the page's own file apart."""
    found = []
    for entry in page.browser.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            found.append(message["params"]["request"]["url"])
    own = page.path.as_uri()
    return [url for url in found if url.split("#")[0] != own and not url.startswith(("data:", "blob:", "about:", "chrome"))]


def walk_through(page: Any) -> None:
    """Everything that puts the graph's texts on the screen."""
    page.js("""
      const { actors, edges, change } = aktorkart;
      for (const actor of actors) change({ focus: actor.id });
      for (const edge of edges) change({ edge: edge.id, focus: -1 });
      change({ edge: -1, table: true });
      change({ path: [actors.find((a) => a.cls === 'person').id, actors.find((a) => a.cls === 'organisation').id] });
      change({ path: [], language: 'nn' });
      change({ language: 'en', hiddenClasses: new Set() });
      const search = document.getElementById('search');
      for (const text of ['o', 'script', '<']) { search.value = text; search.dispatchEvent(new Event('input')); }
      for (const details of document.querySelectorAll('details')) details.open = true;
      document.getElementById('take-copy_sparql').click();
    """)
    page.js("setTimeout(arguments[0], 400)", wait=True)


def test_a_map_makes_no_request(page: Callable[..., Any]) -> None:
    opened = page(map_graph.store())
    walk_through(opened)
    assert requests(opened) == []
    assert opened.js("return performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => !/^(blob|data):/.test(name))") == []
    assert opened.errors() == []


def test_hostile_texts_run_nothing(page: Callable[..., Any]) -> None:
    opened = page(map_graph.hostile(), MapOptions(title=map_graph.PAYLOADS[1] + map_graph.PAYLOADS[3], view=map_graph.PAYLOADS[0]))
    walk_through(opened)
    assert opened.js("return window.__ran || 0") == 0
    assert opened.js("return document.querySelectorAll('script').length") == 8, "a payload opened a script element"
    assert opened.js("return document.querySelectorAll('img, iframe, object, embed, [onload], [onerror]').length") == 0
    assert requests(opened) == []
    assert opened.errors() == [], "the content security policy had to stop something"
    assert map_graph.PAYLOADS[1] in opened.js("return document.querySelector('h1').textContent"), "the heading is shown as text"


@pytest.mark.parametrize("url", map_graph.URLS)
def test_only_web_addresses_become_links(page: Callable[..., Any], url: str) -> None:
    trig = map_graph.GRAPH.replace("schema:url <https://example.org/a1>", "schema:url " + json.dumps(url))
    opened = page(map_graph.store(trig))
    walk_through(opened)
    links = opened.js("return [...document.querySelectorAll('a[href]')].map((a) => a.getAttribute('href'))")
    assert links == ["#card"]


@pytest.mark.parametrize("payload", [*map_graph.PAYLOADS, "__proto__", "constructor", "%", "%E0%A4%A", "-1", "1e999", "a=" * 4000])
def test_hostile_addresses_run_nothing(page: Callable[..., Any], payload: str) -> None:
    keys = ("a", "path", "e", "off", "rel", "role", "inst", "c", "conf", "from", "to", "open", "t", "l", "nth", "")
    opened = page(map_graph.store(), address="&".join(f"{key}={quote(payload)}" for key in keys))
    assert opened.js("return window.__ran || 0") == 0
    assert opened.errors() == []
    opened.browser.execute_script("location.hash = arguments[0]", payload)
    opened.js("setTimeout(arguments[0], 200)", wait=True)
    assert opened.js("return window.__ran || 0") == 0
    assert opened.errors() == []


def test_the_policy_stops_foreign_scripts(page: Callable[..., Any]) -> None:
    opened = page(map_graph.store())
    opened.js("""
      const script = document.createElement('script'); script.textContent = 'window.__ran = 1'; document.body.append(script);
      const image = document.createElement('div'); image.innerHTML = '<img src="x" onerror="window.__ran = 2">'; document.body.append(image);
    """)
    opened.js("setTimeout(arguments[0], 200)", wait=True)
    assert opened.js("return window.__ran || 0") == 0
