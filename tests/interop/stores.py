"""Other stores, each as a function from an exported file to the statements that it read, as sorted lines of N-Quads.

A load that "succeeded" proves nothing, nor does a count: whatever a store read is written out again and compared term by term.
"""

from __future__ import annotations

import atexit
import re
import shutil
import subprocess
import warnings
import zipfile
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

JARS = Path("/usr/share/java")
# Debian gives Jena no class path of its own; these are what reading and TDB2 need.
_CLASSES = (
    "jena-arq", "jena-base", "jena-cmds", "jena-core", "jena-iri", "jena-tdb2", "jena-dboe-base", "jena-dboe-index", "jena-dboe-storage",
    "jena-dboe-trans-data", "jena-dboe-transaction", "jena-rdfconnection", "commons-cli", "commons-codec", "commons-compress", "commons-csv",
    "commons-io", "commons-lang3", "dexx.collection", "gson", "guava", "jackson-core", "jackson-databind", "slf4j-api", "slf4j-nop", "thrift",
)  # fmt: skip
_RAPPER = {".nq": "nquads", ".trig": "trig", ".ttl": "turtle", ".nt": "ntriples", ".rdf": "rdfxml"}
_RDFLIB = {".nq": "nquads", ".trig": "trig", ".jsonld": "json-ld", ".ttl": "turtle", ".nt": "nt", ".rdf": "xml"}
_OXIGRAPH = {
    ".nq": RdfFormat.N_QUADS, ".trig": RdfFormat.TRIG, ".jsonld": RdfFormat.JSON_LD, ".ttl": RdfFormat.TURTLE, ".nt": RdfFormat.N_TRIPLES,
    ".rdf": RdfFormat.RDF_XML,
}  # fmt: skip
_JENA = (".nq", ".trig", ".ttl", ".nt", ".rdf")


def lines(statements: Iterable[Quad | Triple]) -> list[str]:
    """Statements as they are compared: N-Quads, each once, sorted."""
    return sorted({str(statement) for statement in statements})


def _reread(data: bytes) -> list[str]:
    """What a store wrote, in one way of escaping."""
    return lines(parse(data, RdfFormat.N_QUADS))


def by_rapper(file: Path) -> list[str]:
    """Raptor's `rapper`, https://librdf.org/raptor/"""
    if shutil.which("rapper") is None:
        pytest.skip("needs rapper: apt-get install raptor2-utils")
    done = subprocess.run(["rapper", "-q", "-i", _RAPPER[file.suffix], "-o", "nquads", str(file)], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    assert done.stderr == b"", done.stderr.decode("utf-8", "replace")
    return _reread(done.stdout)


def by_jena(file: Path) -> list[str]:
    """Apache Jena's `riot`, with all its checks: a warning fails."""
    done = _jena("riotcmd.riot", "--check", "--output=nquads", str(file))
    assert done.stderr == b"", done.stderr.decode("utf-8", "replace")
    return _reread(done.stdout)


def by_jena_tdb2(file: Path) -> list[str]:
    """Apache Jena's TDB2: loaded into a store on disk, and dumped."""
    folder = Path(mkdtemp(dir=file.parent))
    _jena("tdb2.tdbloader", f"--loc={folder}", str(file))
    return _reread(_jena("tdb2.tdbdump", f"--loc={folder}").stdout)


def by_rdflib(file: Path) -> list[str]:
    """rdflib, with its defaults: normalising literals too."""
    graph = rdflib.Dataset() if file.suffix in (".nq", ".trig", ".jsonld") else rdflib.Graph()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own parsers call what rdflib deprecates
        graph.parse(data=file.read_bytes(), format=_RDFLIB[file.suffix])
    if isinstance(graph, rdflib.Dataset):
        return lines(Quad(*map(_term, quad)) for quad in graph.quads())
    return lines(Triple(*map(_term, triple)) for triple in graph)


def _term(term: object) -> Any:
    """An rdflib term as pyoxigraph's, without a serialisation in between."""
    if isinstance(term, rdflib.Literal):
        if term.language:
            return Literal(str(term), language=term.language)
        return Literal(str(term), datatype=NamedNode(str(term.datatype))) if term.datatype else Literal(str(term))
    assert isinstance(term, rdflib.URIRef), term
    return NamedNode(str(term))


def by_oxigraph(file: Path) -> list[str]:
    """pyoxigraph's own parser, which is not what wrote the N-Quads and N-Triples."""
    return lines(parse(file.read_bytes(), _OXIGRAPH[file.suffix]))


READERS: tuple[tuple[Callable[[Path], list[str]], tuple[str, ...]], ...] = (
    (by_oxigraph, tuple(_OXIGRAPH)),
    (by_rdflib, tuple(_RDFLIB)),
    (by_rapper, tuple(_RAPPER)),
    (by_jena, _JENA),
    (by_jena_tdb2, (".nq", ".ttl")),
)
"""Each store, and the suffixes of the exports that it reads."""


def _jena(program: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run(["java", "-cp", _class_path(), program, *arguments], capture_output=True, check=False)
    assert done.returncode == 0, f"{program}: {done.stderr.decode('utf-8', 'replace') or 'an error or a warning'}"
    return done


@cache
def _class_path() -> str:
    if shutil.which("java") is None or not (JARS / "jena-arq.jar").exists():
        pytest.skip("needs Apache Jena: apt-get install libapache-jena-java default-jre-headless")
    missing = [name for name in _CLASSES if not (JARS / f"{name}.jar").exists()]
    assert not missing, f"Jena's libraries are not where Debian puts them: {', '.join(missing)}"
    # Debian's build looks for Xerces' message files under another path than the one it packs them in.
    folder = Path(mkdtemp(prefix="xerces-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    packed = re.compile(r"org/apache/jena/ext/(xerces/.+[^/])")
    with zipfile.ZipFile(JARS / "jena-core.jar") as jar:
        for name in jar.namelist():
            if match := packed.fullmatch(name):
                target = folder / match[1]
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(jar.read(name))
    return ":".join([str(folder), *(str(JARS / f"{name}.jar") for name in _CLASSES)])
