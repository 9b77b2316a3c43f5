"""The whole page by keyboard, for screen readers, on a phone, in the dark; axe-core finds nothing to complain of."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import map_graph

pytestmark = pytest.mark.browser
THIRD_PARTY = Path(__file__).parent / "third_party"

STATES = {
    "overview": "",
    "focus": "aktorkart.change({ focus: aktorkart.actors.find((a) => a.cls === 'person').id })",
    "relation": "aktorkart.change({ edge: 0 })",
    "path": "const p = aktorkart.actors.filter((a) => a.cls === 'person'); aktorkart.change({ path: [p[0].id, p[1].id] })",
    "picking": "document.getElementById('path-button').click()",
    "table": "aktorkart.change({ table: true, sort: '-relations' })",
    "menu": "document.getElementById('take').open = true; document.getElementById('take-copy_sparql').click()",
    "search": "const s = document.getElementById('search'); s.focus(); s.value = 'o'; s.dispatchEvent(new Event('input'))",
    "nothing found": "const s = document.getElementById('search'); s.focus(); s.value = 'zzz'; s.dispatchEvent(new Event('input'))",
}


def test_axe_is_the_one_we_read() -> None:
    digest = hashlib.sha256((THIRD_PARTY / "axe.min.js").read_bytes()).hexdigest()
    assert digest in (THIRD_PARTY / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)], ids=["desk", "phone"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(page: Callable[..., Any], state: str, dark: bool, size: tuple[int, int]) -> None:
    opened = page(map_graph.store(), address=f"l=nb{'&dark=1' if dark else ''}", size=size)
    opened.browser.execute_cdp_cmd("Runtime.evaluate", {"expression": (THIRD_PARTY / "axe.min.js").read_text(encoding="utf-8")})
    opened.js(STATES[state])
    found = opened.js("const done = arguments[arguments.length - 1]; axe.run().then((r) => done(r.violations.map((v) => [v.id, v.nodes.map((n) => n.html + n.failureSummary)])))", wait=True)
    assert found == []


def test_the_map_is_walked_with_the_keyboard(page: Callable[..., Any]) -> None:
    opened = page(map_graph.store())
    opened.js("document.getElementById('canvas').focus()")
    canvas = opened.browser.switch_to.active_element
    canvas.send_keys("\ue014")  # to the most important actor
    first = opened.js("return document.getElementById('status').textContent")
    assert first.split(",")[0] in opened.js("return aktorkart.actors.map((a) => a.label)")
    seen = {first}
    for key in ("\ue014", "\ue015", "\ue012", "\ue013") * 3:
        canvas.send_keys(key)
        seen.add(opened.js("return document.getElementById('status').textContent"))
    assert len(seen) > 2
    canvas.send_keys("\ue007")
    assert opened.js("return aktorkart.state.focus >= 0 && document.activeElement.id") == "card"
    opened.js("document.getElementById('canvas').focus()")
    canvas.send_keys("\ue00c")
    assert opened.js("return aktorkart.state.focus") == -1


def test_every_control_is_reached_with_tab(page: Callable[..., Any]) -> None:
    opened = page(map_graph.store(), address="l=nb&t=name")
    wanted = opened.js("return [...document.querySelectorAll('button, input, select, summary, a[href], [tabindex=\"0\"]')].filter((n) => n.checkVisibility()).length")
    opened.js("document.activeElement.blur()")
    reached = set()
    for _ in range(wanted + 5):
        opened.browser.switch_to.active_element.send_keys("\ue004")
        reached.add(opened.js("window.__n ||= new Map(); const e = document.activeElement; if (!__n.has(e)) __n.set(e, __n.size); return e === document.body ? -1 : __n.get(e)"))
    assert len(reached - {-1}) >= wanted


def test_selection_is_announced(page: Callable[..., Any]) -> None:
    opened = page(map_graph.store())
    opened.js("aktorkart.change({ focus: aktorkart.actors.find((a) => a.label === 'Kari Testdatter').id })")
    assert "Valgt: Kari Testdatter, Person, 2 forbindelser" in opened.js("return document.getElementById('status').textContent")
    assert opened.one("#status").get_attribute("role") == "status"


@pytest.mark.parametrize("width", [320, 390, 768, 1440, 3840])
def test_nothing_is_wider_than_the_screen(page: Callable[..., Any], width: int) -> None:
    opened = page(map_graph.store(), size=(width, 800))
    assert opened.js("return document.documentElement.scrollWidth") <= width
    box = opened.js("const b = document.getElementById('canvas').getBoundingClientRect(); return [b.width, b.height]")
    assert min(box) > 250
