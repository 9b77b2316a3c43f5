"""How fast the map is, beside plain pyvis on the same graph: python benchmarks/map_speed.py 300 2000 10000 50000

For each number of entities a graph is invented (map_synthetic.py), a map written, and opened in headless Chromium without a GPU. Columns:
seconds in Python (reading rows, layout, the whole page), the page's size, milliseconds until it is drawn (`ready`), the 95th percentile of
the time between frames while the mouse drags the map, and the requests the browser made. Plain pyvis: `generate_html` with its own defaults
(physics in the browser); ready is when its layout has come to rest, at most `--patience` seconds. Needs selenium, Chromium and chromedriver.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import map_synthetic
from pyvis.network import Network
from selenium import webdriver

from visualise.choose import choose
from visualise.layout import compute_layout
from visualise.network import build_network
from visualise.options import MapOptions
from visualise.page import page_of
from visualise.rows import read_rows

FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--force-device-scale-factor=1", "--window-size=1440,900",
)  # fmt: skip

REST = """
const wait = setInterval(() => {
  if (typeof network === 'undefined' || !network || !network.once) return;
  clearInterval(wait);
  network.once('stabilizationIterationsDone', () => { performance.mark('ready'); });
}, 5);
"""

FRAMES = """
window.__frames = []; let last = performance.now();
const step = (now) => { window.__frames.push(now - last); last = now; if (window.__frames) requestAnimationFrame(step); };
requestAnimationFrame(step);
"""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the browser showed: milliseconds, or None where patience ran out."""

    ready: float | None
    frame: float | None
    requests: int


def measure(path: Path, patience: float, plain: bool) -> Seen:
    """Open a page in a new browser with an empty profile, wait until it is ready, drag the map for two seconds."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or shutil.which("google-chrome") or ""
    with tempfile.TemporaryDirectory() as profile:
        for flag in (*FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
        driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
        try:
            driver.set_page_load_timeout(patience)
            if plain:
                driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": REST})
            driver.get(path.as_uri())
            ready = wait_for(driver, patience)
            frame = drag(driver) if ready is not None else None
            return Seen(ready, frame, requests(driver, path))
        except Exception as error:  # a page that hangs the browser is a result too
            print(f"  {type(error).__name__}: {str(error).splitlines()[0]}")
            return Seen(None, None, -1)
        finally:
            driver.quit()


def wait_for(driver: Any, patience: float) -> float | None:
    """Milliseconds from navigation until the page's mark `ready`."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        mark = driver.execute_script("const m = performance.getEntriesByName('ready')[0]; return m ? m.startTime : null")
        if mark is not None:
            time.sleep(0.7)
            return float(mark)
        time.sleep(0.1)
    return None


def drag(driver: Any) -> float:
    """95th percentile of milliseconds between frames while the mouse drags the map about."""
    x, y = driver.execute_script("const b = document.querySelector('.vis-network').getBoundingClientRect(); return [b.x + b.width / 2, b.y + 12]")

    def mouse(kind: str, dx: float, dy: float) -> None:
        driver.execute_cdp_cmd("Input.dispatchMouseEvent", {"type": kind, "x": x + dx, "y": y + dy, "button": "left", "buttons": 1, "clickCount": 1})

    mouse("mousePressed", 0, 0)
    driver.execute_script(FRAMES)
    start = time.monotonic()
    turn = 0
    while time.monotonic() - start < 2.5:
        turn += 1
        mouse("mouseMoved", 150 * ((turn % 40) / 20 - 1), 3 * turn % 200)
    frames = driver.execute_script("const f = window.__frames; window.__frames = null; return f")
    mouse("mouseReleased", 0, 0)
    return statistics.quantiles(frames[3:], n=20)[-1]


def requests(driver: Any, path: Path) -> int:
    """Requests apart from the page itself."""
    messages = [json.loads(entry["message"])["message"] for entry in driver.get_log("performance")]
    urls = [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]
    return sum(not url.startswith(("data:", "blob:", "about:", "chrome", path.as_uri())) for url in urls)


def plain_page(graph: Any) -> str:
    """The same network as pyvis draws it when one does nothing else."""
    net = Network(directed=True, cdn_resources="in_line")
    for iri, actor in graph.nodes(data="actor"):
        net.add_node(iri, label=actor.name)
    for source, target, facts in graph.edges(data="facts"):
        sentence = facts[0].evidence[0].exact if facts[0].evidence else ""
        net.add_edge(source, target, title=sentence)
    return str(net.generate_html())


def line(*cells: object) -> None:
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def shown(value: float | None, unit: str = "") -> str:
    return "–" if value is None else f"{value:.0f}{unit}"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sizes", nargs="+", type=int)
    parser.add_argument("--plain-up-to", type=int, default=2000, help="plain pyvis is tried up to this size")
    parser.add_argument("--patience", type=float, default=90, help="seconds to wait for a page")
    arguments = parser.parse_args()
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores\n")
    line("entities", "page", "rows s", "layout s", "whole s", "MB", "ready ms", "frame p95 ms", "requests")
    line(*["---"] * 9)
    folder = Path(tempfile.mkdtemp())
    for size in arguments.sizes:
        store = map_synthetic.store(size)
        start = time.perf_counter()
        rows = choose(read_rows(store), MapOptions(title="Aktørkart"))
        read = time.perf_counter()
        graph = build_network(rows)
        compute_layout(graph)
        laid = time.perf_counter()
        html = page_of(rows, MapOptions(title="Aktørkart"))
        written = time.perf_counter()
        path = folder / f"map-{size}.html"
        path.write_text(html, encoding="utf-8")
        seen = measure(path, arguments.patience, plain=False)
        whole = (read - start) + (written - laid)
        line(len(graph), "Aktørkart", f"{read - start:.1f}", f"{laid - read:.1f}", f"{whole:.1f}", f"{path.stat().st_size / 1e6:.2f}", shown(seen.ready), shown(seen.frame), seen.requests)
        if size <= arguments.plain_up_to:
            start = time.perf_counter()
            html = plain_page(graph)
            whole = time.perf_counter() - start
            path = folder / f"plain-{size}.html"
            path.write_text(html, encoding="utf-8")
            seen = measure(path, arguments.patience, plain=True)
            line(len(graph), "plain pyvis", "", "", f"{whole:.1f}", f"{path.stat().st_size / 1e6:.2f}", shown(seen.ready), shown(seen.frame), seen.requests)
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
