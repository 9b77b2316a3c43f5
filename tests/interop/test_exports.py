"""Other stores read from our exports exactly what is in the graph: sorted terms, not counts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from queries.export import export, export_quads
from tests.interop.stores import READERS, by_jena, lines

pytestmark = pytest.mark.interop

PAIRS = [(reader, suffix) for reader, suffixes in READERS for suffix in suffixes]
DATASETS = (".nq", ".trig", ".jsonld")
_X = "http://example.org/"
# What has broken loads before, in one graph: each line is a way to lose or change a term.
HARD = [
    "", " ", "æøåÆØÅ", "日本語", "😀", "a\tb", "a\nb", "a\r\nb", "a\rb", '"quoted"', "back\\slash", "\\u0041", "'", "'''", '"""', "<b>&amp;</b>",
    "]]>", "\u00a0", "\u2028", "\u200b", "\ufeffbom", "x" * 100_000, "{}", "--", "#", "@nb", "^^", "%41",
]  # fmt: skip


DECOMPOSED = "e\u0301"


def hard_quads(texts: list[str]) -> list[Quad]:
    graph, subject = NamedNode(_X + "graph/article/1"), NamedNode(_X + "s")
    quads = [Quad(subject, NamedNode(f"{_X}p{number:02}"), Literal(text), graph) for number, text in enumerate(texts)]
    xsd = "http://www.w3.org/2001/XMLSchema#"
    typed = [("2018-01-22", "date"), ("2007", "gYear"), ("2007-05", "gYearMonth"), ("0.9", "decimal"), ("12", "integer"), ("true", "boolean")]
    quads += [Quad(subject, NamedNode(_X + "typed"), Literal(value, datatype=NamedNode(xsd + kind)), graph) for value, kind in typed]
    quads += [Quad(subject, NamedNode(_X + "tagged"), Literal("å", language=tag), graph) for tag in ("nb", "nn", "en", "nb-no")]
    iris = ["person/kari-testdatter", "a#b", "a#b/c", "a/b/c", "a.b", "a-", "-a", "1", "a%C3%A5", "a~b", "a'b", "a(b)", "a?b=c&d=e", "a:b", "a,b;c", "a@b", "a*b!", "a."]
    quads += [Quad(subject, NamedNode(_X + "iri"), NamedNode(f"https://w3id.org/aktorkart/id/person/{iri}"), graph) for iri in iris]
    quads += [Quad(subject, NamedNode(_X + "iri"), NamedNode(f"https://w3id.org/aktorkart/id/body/{iri}"), graph) for iri in ("a", "b-c", "d.e")]
    return quads + [Quad(quad.subject, quad.predicate, quad.object, NamedNode(_X + "graph/2")) for quad in quads[:3]]


@pytest.fixture(params=["fixture_store", "sample_store"])
def graph(request: pytest.FixtureRequest) -> Store:
    found: Store = request.getfixturevalue(request.param)
    return found


@pytest.mark.parametrize(("reader", "suffix"), PAIRS, ids=[f"{reader.__name__}{suffix}" for reader, suffix in PAIRS])
def test_read_back(graph: Store, tmp_path: Path, reader: Callable[[Path], list[str]], suffix: str) -> None:
    file = tmp_path / f"graph{suffix}"
    export(graph, file)
    expected = lines(graph if suffix in DATASETS else (quad.triple for quad in graph))
    assert len(expected) > 500
    assert reader(file) == expected


@pytest.mark.parametrize(("reader", "suffix"), PAIRS, ids=[f"{reader.__name__}{suffix}" for reader, suffix in PAIRS])
def test_hard_terms_read_back(tmp_path: Path, reader: Callable[[Path], list[str]], suffix: str) -> None:
    file = tmp_path / f"hard{suffix}"
    # Jena warns, as RDF 1.0 asked, of letters with loose accents in RDF/XML; it reads them all the same.
    quads = hard_quads(HARD if (reader, suffix) == (by_jena, ".rdf") else [*HARD, DECOMPOSED])
    export_quads(quads, file)
    assert reader(file) == lines(quads if suffix in DATASETS else (quad.triple for quad in quads))
