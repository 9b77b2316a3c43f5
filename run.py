#!/usr/bin/env python3
"""Aktørkart from a fresh clone, with nothing but Python ≥ 3.11 and pip.

    python3 run.py build data/articles    builds the graph into graph/ and draws it as aktorkart.html
    python3 run.py test [ARGUMENTS]       runs the tests (pytest's arguments)
    python3 run.py check                  runs ruff and mypy
    python3 run.py query | map | export | validate …    as aktorkart itself

The first time, and after pyproject.toml or constraints.txt have changed, it installs what is needed into .venv/ here. Only
the standard library is used.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
ENVIRONMENT = HERE / ".venv"
PROGRAMS = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
MAP = "aktorkart.html"


def main(arguments: list[str]) -> int:
    """Runs one command; returns its exit status."""
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever has an older one should be told so
        print(f"run.py: Python 3.11 or newer is needed, this is {sys.version.split()[0]}", file=sys.stderr)
        return 2
    if not arguments or arguments[0] in ("-h", "--help"):
        print(__doc__.strip())
        return 0 if arguments else 2
    command, *rest = arguments
    if not prepare(developer=command in ("test", "check")):
        return 2
    if command == "test":
        return start("pytest", *rest)
    if command == "check":
        return start("ruff", "check", ".", *rest) or start("mypy") or start("mypy", "aktorkart.py", "run.py")
    status = start("aktorkart", command, *rest)
    if command == "build" and status < 2 and not {"-h", "--help"} & set(rest):
        # A build that skipped some files (1) has a graph to draw all the same.
        status = max(status, start("aktorkart", "map", MAP, *store_of(rest)))
    return status


def prepare(*, developer: bool) -> bool:
    """Makes the environment, or brings it up to date. True where it is ready."""
    # CI may skip no test, so it needs what is optional too.
    extra = "" if not developer else "[dev,spacy]" if os.environ.get("AKTORKART_REQUIRE_ALL") == "1" else "[dev]"
    wanted = hashlib.sha256()
    for name in ("pyproject.toml", "constraints.txt"):
        wanted.update((HERE / name).read_bytes())
    kinds = ["", "[dev]", "[dev,spacy]"]  # each holds the ones before
    stamps = {kind: ENVIRONMENT / f"installed{kind}" for kind in kinds}
    ready = [stamps[kind] for kind in kinds[kinds.index(extra) :]]
    if works() and any(stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted.hexdigest() for stamp in ready):
        return True
    print("run.py: installing into .venv/ (once, about half a minute) …", file=sys.stderr, flush=True)
    if not works():
        venv.create(ENVIRONMENT, clear=True, with_pip=False)
    for stamp in stamps.values():
        stamp.unlink(missing_ok=True)
    # This Python's own pip installs into the other environment, so that whatever index it is set up with is used.
    pip = [sys.executable, "-m", "pip", "--python", str(ENVIRONMENT), "--disable-pip-version-check", "-qq"]
    install = [*pip, "install", "--constraint", str(HERE / "constraints.txt"), "--editable", f"{HERE}{extra}"]
    quiet = {name: value for name, value in os.environ.items() if name != "PYTHONWARNDEFAULTENCODING"}
    done = subprocess.run(install, check=False, stdout=sys.stderr, env={**quiet, "PIP_USER": "0"})
    if done.returncode:
        print("run.py: the installation failed; pip's message stands above", file=sys.stderr)
        return False
    stamps[extra].write_text(wanted.hexdigest(), encoding="utf-8")
    return True


def works() -> bool:
    """Whether .venv/ holds a Python that runs: a copied or half-made one does not."""
    python = PROGRAMS / ("python.exe" if os.name == "nt" else "python")
    try:
        return subprocess.run([python, "-c", ""], check=False, capture_output=True).returncode == 0
    except OSError:
        return False


def start(program: str, *arguments: str) -> int:
    """Runs a program of the environment; its working folder is the caller's, but for developers' tools the checkout."""
    tool = program != "aktorkart"
    path = os.pathsep.join([str(PROGRAMS), os.environ.get("PATH", "")])
    try:
        return subprocess.run(
            [PROGRAMS / program, *arguments], check=False, cwd=HERE if tool else None, env={**os.environ, "PATH": path}
        ).returncode
    except KeyboardInterrupt:
        return 130


def store_of(arguments: list[str]) -> list[str]:
    """The --store option among a command's arguments, to hand it on."""
    for number, argument in enumerate(arguments):
        if argument.startswith("--store="):
            return [argument]
        if argument == "--store":
            return arguments[number : number + 2]
    return []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
