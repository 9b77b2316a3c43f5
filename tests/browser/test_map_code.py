"""The page's own code: typed, joined from modules without clashes, and the third-party script is the one that was read."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from visualise import assets_join

MODULES = sorted(Path(str(files("visualise") / "assets" / "js")).glob("*.js"))
TYPES = Path(__file__).parent / "types"


def test_every_module_is_in_the_page() -> None:
    script = assets_join.own_script()
    for module in MODULES:
        comment = module.read_text(encoding="utf-8").splitlines()[0]
        assert comment.startswith("/**"), f"{module.name} does not say what it does"
        body = [line for line in module.read_text(encoding="utf-8").splitlines() if line.startswith(("export const", "export function"))]
        assert all(line.removeprefix("export ") in script for line in body), module.name
    assert not re.search(r"^(import|export) ", script, re.MULTILINE)


def test_no_two_modules_declare_one_name() -> None:
    declared = re.compile(r"^(?:export )?(?:async )?(?:const|let|function|class) +([\w$]+)", re.MULTILINE)
    names = Counter(name for module in MODULES for name in declared.findall(module.read_text(encoding="utf-8")))
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.name)
def test_a_module_reads_no_markup_and_fits_on_a_few_screens(module: Path) -> None:
    source = module.read_text(encoding="utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|setTimeout\(['\"]", source)
    assert len(source.splitlines()) <= 300


def test_the_bundled_script_is_the_one_we_read() -> None:
    digest = hashlib.sha256((files("pyvis") / assets_join.VIS).read_bytes()).hexdigest()
    table = (files("visualise") / "assets" / "third_party" / "README.md").read_text(encoding="utf-8")
    assert digest in table, "another vis-network: read its changes and licence, then change the table"


@pytest.mark.browser
def test_types_hold() -> None:
    tsc = shutil.which("tsc")
    version = subprocess.run([tsc, "--version"], capture_output=True, text=True, encoding="utf-8", check=True).stdout if tsc else "0"
    if tsc is None or int(re.sub(r"\D*(\d+).*", r"\1", version, flags=re.DOTALL)) < 5:
        pytest.skip("needs the TypeScript compiler, 5 or newer (npm install --global typescript@5)")
    done = subprocess.run([tsc, "-p", str(TYPES / "tsconfig.json")], capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout
