"""The wheel: all files in it, and it runs outside the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGES = ("ontology", "build_graph", "queries", "visualise")

pytestmark = pytest.mark.packaging


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, check=True, cwd=CHECKOUT, capture_output=True)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel; its dependencies are this environment's, to save the download."""
    folder = tmp_path_factory.mktemp("fresh") / "env"
    venv.create(folder, with_pip=False)
    base = getattr(sys, "_base_executable", sys.executable)
    if subprocess.run([base, "-m", "pip", "--version"], check=False, capture_output=True).returncode:
        pytest.skip("needs pip in the Python that made this environment")
    install = [base, "-m", "pip", "--python", str(folder), "install", "--quiet", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    (site,) = folder.glob("Lib/site-packages" if os.name == "nt" else "lib/python*/site-packages")
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder / ("Scripts" if os.name == "nt" else "bin")


def test_the_wheel_holds_every_file_of_the_packages_and_nothing_else(wheel: Path) -> None:
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    listed = subprocess.run(["git", "ls-files", "--", *PACKAGES, "aktorkart*.py"], check=False, cwd=CHECKOUT, capture_output=True, encoding="utf-8")
    if listed.returncode:
        pytest.skip("needs git and a clone, to know what belongs to the product")
    assert set(listed.stdout.splitlines()) <= packed
    assert {name.split("/")[0] for name in packed} == {*PACKAGES, *(path.name for path in CHECKOUT.glob("aktorkart*.py"))}


def run(environment: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        [environment / arguments[0], *arguments[1:]], check=False, cwd=folder, capture_output=True, encoding="utf-8", env=clean
    )


def test_it_runs_outside_the_checkout(environment: Path, tmp_path: Path) -> None:
    articles = sorted(str(path) for path in (CHECKOUT / "data" / "articles").iterdir() if path.suffix in (".txt", ".md"))[:4]
    for arguments in (
        ["--version"], ["build", *articles], ["query", "overview"], ["query", "roles", "--help"], ["map", "map.html"],
        ["export", "graph.ttl"], ["validate"],
    ):  # fmt: skip
        done = run(environment, tmp_path, "aktorkart", *arguments)
        assert done.returncode == 0, f"{arguments}: {done.stderr}"
    assert (tmp_path / "map.html").stat().st_size > 10_000


def test_it_is_not_the_checkout_that_runs(environment: Path, tmp_path: Path) -> None:
    program = "import aktorkart, build_graph, ontology, queries, visualise; print(*(m.__file__ for m in (aktorkart, build_graph, ontology, queries, visualise)), sep='\\n')"
    done = run(environment, tmp_path, "python", "-c", program)
    assert done.returncode == 0, done.stderr
    assert all(str(environment.parent) in line for line in done.stdout.splitlines()), done.stdout


def test_every_data_file_can_be_loaded(environment: Path, tmp_path: Path) -> None:
    program = """
import csv, io, json, pathlib
from importlib.resources import files
import pyoxigraph
def walk(entry, path):
    for each in entry.iterdir():
        name = f"{path}/{each.name}"
        if each.is_dir():
            if each.name != "__pycache__":
                yield from walk(each, name)
        elif not each.name.endswith((".py", ".pyc")):
            yield name, each.read_bytes()
count = 0
for package in ("ontology", "build_graph", "queries", "visualise"):
    for name, data in walk(files(package), package):
        count += 1
        if name.endswith(".ttl"):
            assert list(pyoxigraph.parse(data, pyoxigraph.RdfFormat.TURTLE)), name
        elif name.endswith(".csv"):
            assert list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True)), name
        elif name.endswith((".rq", ".html", ".js", ".css", ".md")):
            assert data.decode("utf-8").strip(), name
        elif name.endswith(".json"):
            json.loads(data)
from ontology.lexicon import institutions, kinds, roles, statuses
from queries.questions import catalogue
print(count, len(institutions()), len(kinds()), len(roles()), len(statuses()), len(catalogue()))
"""
    done = run(environment, tmp_path, "python", "-c", program)
    assert done.returncode == 0, done.stderr
    assert all(int(number) > 5 for number in done.stdout.split()), done.stdout
