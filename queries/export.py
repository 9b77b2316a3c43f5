"""The whole graph as a file, in any of six formats, byte for byte the same whenever the graph is the same.

| suffix | holds | specification |
| --- | --- | --- |
| `.nq` | quads, one a line, sorted by code point | https://www.w3.org/TR/n-quads/ in RDFC-1.0's canonical form |
| `.trig`, `.jsonld` | quads, by graph, then subject | https://www.w3.org/TR/trig/, https://www.w3.org/TR/json-ld11/ |
| `.nt` | the union of all graphs, sorted lines, each triple once | https://www.w3.org/TR/n-triples/ |
| `.ttl`, `.rdf` | the union, by subject | https://www.w3.org/TR/turtle/, https://www.w3.org/TR/rdf-syntax-grammar/ |

With `.gz` behind, compressed. Blank nodes, should a graph have any, become IRIs (https://www.w3.org/TR/rdf11-concepts/#section-skolemization).
"""

from __future__ import annotations

import gzip
import heapq
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Store,
    Triple,
    parse,
    serialize,
)

from queries.errors import ExportError
from queries.prefixes import DEFAULT_BASE, prefixes
from queries.writable import XmlOutput, declarable

SUFFIXES = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".jsonld": RdfFormat.JSON_LD,
    ".rdf": RdfFormat.RDF_XML,
}
_DATASETS = (RdfFormat.TRIG, RdfFormat.N_QUADS, RdfFormat.JSON_LD)
_LINES = (RdfFormat.N_QUADS, RdfFormat.N_TRIPLES)
# Lines sorted in memory at a time: a run of evidence lines of this length takes about 200 MB.
_RUN = 500_000
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def export(store: Store, path: str | os.PathLike[str], *, base: str = DEFAULT_BASE) -> int:
    """Write all of the store to `path`, in the format that its suffix names; returns how many statements.

    The file appears whole or not at all: an error leaves the old one. Raises ExportError for an unknown suffix, a place
    that cannot be written, or a character that the format cannot hold.
    """
    return export_quads(store, path, base=base)


def export_quads(quads: Iterable[Quad], path: str | os.PathLike[str], *, base: str = DEFAULT_BASE) -> int:
    """As `export`, of any quads (iterated more than once: a list, a Dataset or a Store)."""
    target = Path(path)
    rdf_format, compressed = format_of(target)
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    except OSError as error:
        raise ExportError(f"{target}: {error.strerror or error}") from error
    temporary = Path(name)
    try:
        with ExitStack() as stack:
            output: BinaryIO = stack.enter_context(os.fdopen(descriptor, "wb"))
            if compressed:
                # No name and no time in the header: they would make equal graphs differ.
                packed = gzip.GzipFile(filename="", mode="wb", compresslevel=6, fileobj=output, mtime=0)
                count = _write(quads, stack.enter_context(packed), rdf_format, base)  # type: ignore[arg-type]
            else:
                count = _write(quads, output, rdf_format, base)
        _as_other_files(temporary)
        os.replace(temporary, target)
    except OSError as error:
        raise ExportError(f"{target}: {error.strerror or error}") from error
    finally:
        temporary.unlink(missing_ok=True)
    return count


def format_of(path: Path) -> tuple[RdfFormat, bool]:
    """The format that a file's suffix names, and whether it is compressed. Raises ExportError, naming those known."""
    name = path.name.lower()
    compressed = name.endswith(".gz")
    suffix = Path(name.removesuffix(".gz")).suffix
    if suffix not in SUFFIXES:
        raise ExportError(f"{path}: no format has the suffix “{suffix}”; known are {', '.join(SUFFIXES)}, each also with .gz")
    return SUFFIXES[suffix], compressed


def _write(quads: Iterable[Quad], output: BinaryIO, rdf_format: RdfFormat, base: str) -> int:
    quads = _without_blank_nodes(quads, base)
    if rdf_format == RdfFormat.RDF_XML:
        _check_xml(quads)
    count = 0

    def counted(statements: Iterable[str]) -> Iterator[str]:
        nonlocal count
        for statement in statements:
            count += 1
            yield statement

    if rdf_format in _LINES:
        for line in counted(_sorted(_lines(quads, rdf_format))):
            output.write(line.encode() + b"\n")
        return count
    names = declarable(prefixes(base), _iris(quads))
    statements = _statements(counted(_sorted(_lines(quads, rdf_format))), rdf_format)
    target: Any = XmlOutput(output) if rdf_format == RdfFormat.RDF_XML else output
    serialize(statements, target, rdf_format, prefixes=names)
    return count


def _lines(quads: Iterable[Quad], rdf_format: RdfFormat) -> Iterator[str]:
    """Each statement as a line of N-Quads or N-Triples; before it, where the format goes by graph, the graph and a tab."""
    for quad in quads:
        if rdf_format not in _DATASETS:
            yield f"{quad.triple} ."
        elif rdf_format == RdfFormat.N_QUADS:
            yield f"{quad} ."
        else:
            yield f"{'' if isinstance(quad.graph_name, DefaultGraph) else quad.graph_name}\t{quad} ."


def _sorted(lines: Iterable[str]) -> Iterator[str]:
    """The lines by code point, each once; runs that do not fit in memory are sorted one by one and merged from disk."""
    lines = iter(lines)
    with ExitStack() as stack:
        runs: list[Iterable[str]] = []
        while run := sorted(islice(lines, _RUN)):
            if len(run) == _RUN:
                file = stack.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n"))
                file.writelines(line + "\n" for line in run)
                file.seek(0)
                runs.append(line.removesuffix("\n") for line in file)
            else:
                runs.append(run)
        previous = None
        for line in heapq.merge(*runs):
            if line != previous:
                yield line
            previous = line


def _statements(lines: Iterator[str], rdf_format: RdfFormat) -> Iterator[Quad] | Iterator[Triple]:
    while batch := list(islice(lines, 10_000)):
        if rdf_format in _DATASETS:
            batch = [line.partition("\t")[2] for line in batch]
        for quad in parse("\n".join(batch), RdfFormat.N_QUADS):
            yield quad if rdf_format in _DATASETS else quad.triple


def _iris(quads: Iterable[Quad]) -> Iterator[str]:
    for quad in quads:
        for term in quad:
            if isinstance(term, NamedNode):
                yield term.value
            elif isinstance(term, Literal):
                yield term.datatype.value


def _check_xml(quads: Iterable[Quad]) -> None:
    for quad in quads:
        match = _NOT_IN_XML.search(quad.object.value) if isinstance(quad.object, Literal) else None
        if match:
            raise ExportError(
                f"RDF/XML cannot hold the character U+{ord(match[0]):04X}, in {quad.predicate} of {quad.subject}; choose another format"
            )


def _without_blank_nodes(quads: Iterable[Quad], base: str) -> Iterable[Quad]:
    """The quads with IRIs for blank nodes, the same ones for the same graph: named by RDFC-1.0."""
    if not any(isinstance(term, BlankNode) for quad in quads for term in quad):
        return quads
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    root = base.rstrip("/").removesuffix("/id") + "/.well-known/genid/"

    def named(term: Triple | NamedNode | BlankNode | Literal | DefaultGraph) -> Any:
        return NamedNode(root + term.value) if isinstance(term, BlankNode) else term

    return [
        Quad(named(quad.subject), quad.predicate, named(quad.object), named(quad.graph_name)) for quad in dataset
    ]


def _as_other_files(path: Path) -> None:
    """mkstemp lets only the owner read; an export has the permissions of any new file."""
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)
