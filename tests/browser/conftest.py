"""A real Chromium without a screen. Debian: apt-get install chromium chromium-driver."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--force-device-scale-factor=1", "--window-size=1440,900", "--accept-lang=nb",
)  # fmt: skip


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """One browser for all tests, with an empty profile; skipped where Chromium, its driver or selenium is missing."""
    webdriver = pytest.importorskip("selenium.webdriver", reason="needs selenium: pip install -e '.[dev]'")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if not chromium or not driver:
        pytest.skip("needs Chromium and chromedriver (Debian: apt-get install chromium chromium-driver)")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    started = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    started.set_script_timeout(60)
    yield started
    started.quit()


class Page:
    """A map open in the browser, and what tests ask of it."""

    def __init__(self, browser: Any, path: Path) -> None:
        self.browser, self.path = browser, path

    def open(self, address: str = "l=nb", size: tuple[int, int] = (1440, 900)) -> Page:
        """Load the page anew with this hash, and wait until it is drawn."""
        self.browser.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride", {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": size[0] < 600}
        )
        self.browser.get("about:blank")
        for log in ("browser", "performance"):
            self.browser.get_log(log)
        self.browser.get(f"{self.path.as_uri()}#{address}")
        self.js(
            "const done = arguments[arguments.length - 1]; const wait = () => performance.getEntriesByName('ready').length ? done() : setTimeout(wait, 20); wait();",
            wait=True,
        )
        return self

    def js(self, script: str, *arguments: Any, wait: bool = False) -> Any:
        """Run a script; with `wait` its last argument is to be called when done."""
        return (self.browser.execute_async_script if wait else self.browser.execute_script)(script, *arguments)

    def all(self, selector: str) -> list[Any]:
        return list(self.browser.find_elements("css selector", selector))

    def one(self, selector: str) -> Any:
        return self.browser.find_element("css selector", selector)

    def text(self, selector: str) -> str:
        return str(self.one(selector).text)

    def actor(self, name: str, nth: int = 0) -> int:
        """The number of the actor whose label begins with this."""
        return int(self.js("return aktorkart.actors.filter((a) => a.label.startsWith(arguments[0]))[arguments[1]].id", name, nth))

    def at(self, name: str, nth: int = 0) -> tuple[float, float]:
        """Where on the screen an actor is drawn."""
        x, y = self.js(
            "const id = arguments[0]; const p = aktorkart.network.canvasToDOM(aktorkart.network.getPosition(id));"
            "const box = document.getElementById('canvas').getBoundingClientRect(); return [p.x + box.x, p.y + box.y];",
            self.actor(name, nth),
        )
        return x, y

    def click_at(self, x: float, y: float) -> None:
        """A real click on the canvas."""
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            self.browser.execute_cdp_cmd("Input.dispatchMouseEvent", {"type": kind, "x": x, "y": y, "button": "left", "clickCount": 1})
        self.js("setTimeout(arguments[0], 450)", wait=True)  # vis-network waits for a second click

    def errors(self) -> list[str]:
        """What the console says that is not mere information."""
        return [entry["message"] for entry in self.browser.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]


@pytest.fixture
def page(browser: Any, tmp_path: Path) -> Callable[..., Page]:
    """Writes a map of a store and opens it: page(store, MapOptions(...))."""
    from visualise.page import write_map

    def make(store: Any, options: Any = None, address: str = "l=nb", size: tuple[int, int] = (1440, 900)) -> Page:
        path = tmp_path / "map.html"
        write_map(store, path, options)
        return Page(browser, path).open(address, size)

    return make
