"""What all tests share: the reference articles beside the checkout, and the rule that CI skips nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
REQUIRE_ALL = os.environ.get("AKTORKART_REQUIRE_ALL") == "1"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference articles; the test is skipped where it does not lie beside the checkout."""
    folder = CHECKOUT.parent / "shared"
    if not (folder / "gold").is_dir():
        pytest.skip("needs the reference articles in ../shared beside the checkout")
    return folder


@pytest.fixture(scope="session")
def sample() -> Path:
    """The sample corpus."""
    return CHECKOUT / "data" / "articles"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """With AKTORKART_REQUIRE_ALL=1 a skipped test fails, but for those that need ../shared."""
    report = yield
    if REQUIRE_ALL and report.skipped and not hasattr(report, "wasxfail") and not _may_skip(item, report):
        report.outcome = "failed"
        report.longrepr = f"skipped, although AKTORKART_REQUIRE_ALL=1: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Iterator[None]:
    """The same for whole files that skip themselves."""
    report = yield
    if REQUIRE_ALL and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"skipped, although AKTORKART_REQUIRE_ALL=1: {report.longrepr}"
    return report


def _may_skip(item: pytest.Item, report: pytest.TestReport) -> bool:
    return item.get_closest_marker("shared") is not None or "../shared" in str(report.longrepr)
