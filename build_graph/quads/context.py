"""What every quad needs to know, the same for all articles of a build."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

from pyoxigraph import NamedNode

from build_graph.iris import Iris
from ontology.lexicon import Institution, Role, institution_by_id, role_by_form


@dataclass(frozen=True, slots=True)
class Context:
    """Base IRI, register, roles by form, and the version and digest of the program that extracted."""

    iris: Iris
    institutions: Mapping[str, Institution] = field(hash=False)
    roles: Mapping[str, Role] = field(hash=False)
    version: str
    program: str

    @classmethod
    def standard(cls, iris: Iris | None = None) -> Context:
        """With the register and roles that ship with the product."""
        return cls(iris or Iris(), institution_by_id(), role_by_form(), product_version(), program_digest())

    @property
    def run(self) -> NamedNode:
        """The extraction run (prov:Activity).

        Named after the program and its lexicons, not after the articles or the hour, so that an article's graph is the
        same whatever else is built.
        """
        return self.iris.of(f"run/{self.version}-{self.program}")


def product_version() -> str:
    """The installed version, "0.1.0"; "0" in a checkout that is not installed."""
    try:
        return version("aktorkart")
    except PackageNotFoundError:
        return "0"


@cache
def program_digest() -> str:
    """A digest of the code and data that decide what is extracted: the same on every machine."""
    sums = hashlib.sha256()
    for package in ("ontology", "build_graph"):
        for path, content in sorted(_contents(files(package), package)):
            sums.update(f"{path} {len(content)}\n".encode())
            sums.update(content)
    return sums.hexdigest()[:12]


def _contents(folder: Traversable, path: str) -> list[tuple[str, bytes]]:
    found = []
    for entry in folder.iterdir():
        name = f"{path}/{entry.name}"
        if entry.is_dir():
            if entry.name != "__pycache__":
                found += _contents(entry, name)
        elif entry.name.endswith((".py", ".csv", ".ttl", ".toml")):
            found.append((name, entry.read_bytes().replace(b"\r\n", b"\n")))
        else:
            found.append((name, entry.read_bytes()))
    return found
