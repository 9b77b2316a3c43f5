"""What a file must and must not hold so that every store reads back the same terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import BinaryIO

# Other characters would have to be escaped with a backslash, which Virtuoso silently keeps as part of the IRI.
_PLAIN_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.\-]*[A-Za-z0-9_\-])?")


def declarable(candidates: Mapping[str, str], iris: Iterable[str]) -> dict[str, str]:
    """The candidates under which some IRI falls, without those under which an IRI's rest is more than a plain name.

    A rest with a slash (`article/003/evidence/7` under `…/id/`) rules its prefix out; so does any other sign that
    Turtle would write with a backslash.
    """
    namespaces = {namespace: prefix for prefix, namespace in candidates.items()}
    lengths = sorted({len(namespace) for namespace in namespaces})
    used: set[str] = set()
    spoilt: set[str] = set()
    seen: set[str] = set()
    for iri in iris:
        # Distinct IRIs are many, but few are new: evidence in a large graph comes in long runs.
        if iri in seen:
            continue
        if len(seen) > 100_000:
            seen.clear()
        seen.add(iri)
        for length in lengths:
            namespace = iri[:length]
            if namespace in namespaces and len(iri) > length:
                used.add(namespace)
                if not _PLAIN_LOCAL.fullmatch(iri, length):
                    spoilt.add(namespace)
    return {namespaces[namespace]: namespace for namespace in sorted(used - spoilt)}


class XmlOutput:
    """A file for RDF/XML: carriage returns in texts are written as references.

    An XML parser reads a bare one as a line feed (https://www.w3.org/TR/xml/#sec-line-ends), and evidence would no longer
    be what stands in an article with Windows' line ends. Oxigraph writes them bare.
    """

    def __init__(self, output: BinaryIO) -> None:
        self._output = output

    def write(self, data: bytes) -> int:
        self._output.write(bytes(data).replace(b"\r", b"&#xD;"))
        return len(data)

    def flush(self) -> None:
        self._output.flush()
