"""Answers as bytes: a table to read, CSV, TSV, JSON or XML for other programs, RDF for CONSTRUCT and DESCRIBE.

The machine formats are W3C's: SPARQL 1.1 Query Results CSV and TSV (https://www.w3.org/TR/sparql11-results-csv-tsv/), JSON
(https://www.w3.org/TR/sparql11-results-json/) and XML (https://www.w3.org/TR/rdf-sparql-XMLres/). They are written as
the rows come, in UTF-8; the table alone has to see all rows before it knows its columns' width.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, BinaryIO

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    serialize,
)

from queries.errors import FormatError, QueryError
from queries.prefixes import prefixes
from queries.run import Result
from queries.table import table
from queries.writable import XmlOutput, declarable

TABULAR = ("table", "csv", "tsv", "json", "xml")
RDF = ("turtle", "ntriples", "jsonld", "rdfxml")
FORMATS = (*TABULAR, *RDF)
"""What `write` takes: the first five for SELECT, `table`, `json` and `xml` for ASK, the last four for CONSTRUCT and DESCRIBE."""

_RESULTS = {
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
}
_TRIPLES = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
    # What one asks for by habit has a meaning here too.
    "table": RdfFormat.TURTLE,
    "json": RdfFormat.JSON_LD,
    "xml": RdfFormat.RDF_XML,
}
# What spreadsheets take for the beginning of a formula (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(
    result: Result, output: BinaryIO, format: str = "table", *, width: int | None = None, spreadsheet: bool = False
) -> None:
    """Write an answer.

    `width` is the terminal's, in columns; None for a table that goes elsewhere: nothing is wrapped or cut.
    `spreadsheet` makes CSV safe to open in one: an apostrophe before whatever a spreadsheet would run as a formula.
    Raises FormatError if the answer has no such format, QueryError if the store fails underway.
    """
    if format not in FORMATS:
        raise FormatError(f"no format is called “{format}”; known are {', '.join(FORMATS)}")
    answer = result.answer
    try:
        if isinstance(answer, QuerySolutions):
            _write_rows(result, answer, output, format, width, spreadsheet)
        elif isinstance(answer, QueryBoolean):
            _write_boolean(answer, output, format)
        else:
            _write_triples(result, answer, output, format)
    except RuntimeError as error:
        raise QueryError(f"the query failed: {error}") from error


def _write_rows(
    result: Result, answer: QuerySolutions, output: BinaryIO, format: str, width: int | None, spreadsheet: bool
) -> None:
    if format in RDF:
        raise FormatError(f"a SELECT has rows, not triples: ask for {', '.join(TABULAR)}, or write a CONSTRUCT for {format}")
    if format == "table":
        for line in table(result.variables, result.rows(), prefixes(result.base), width):
            output.write(line.encode("utf-8", "replace") + b"\n")
    elif format == "csv" and spreadsheet:
        for line in _spreadsheet_lines(result):
            output.write(line.encode())
    else:
        answer.serialize(output, _RESULTS[format])


def _spreadsheet_lines(result: Result) -> Iterator[str]:
    for cells in chain([result.variables], (tuple(map(_plain, row)) for row in result.rows())):
        buffer = io.StringIO()
        csv.writer(buffer).writerow("'" + cell if cell.startswith(_FORMULA) else cell for cell in cells)
        yield buffer.getvalue()


def _plain(term: object | None) -> str:
    if isinstance(term, Literal | NamedNode):
        return term.value
    return f"_:{term.value}" if isinstance(term, BlankNode) else "" if term is None else str(term)


def _write_boolean(answer: QueryBoolean, output: BinaryIO, format: str) -> None:
    if format == "table":
        output.write(b"yes\n" if answer else b"no\n")
    elif format in ("json", "xml"):
        answer.serialize(output, _RESULTS[format])
    else:
        raise FormatError(f"an ASK answers yes or no: ask for table, json or xml, not {format}")


def _write_triples(result: Result, answer: QueryTriples, output: BinaryIO, format: str) -> None:
    if format not in _TRIPLES:
        raise FormatError(f"a CONSTRUCT or DESCRIBE answers with triples: ask for {', '.join(RDF)}, not {format}")
    rdf_format = _TRIPLES[format]
    if rdf_format == RdfFormat.N_TRIPLES:
        answer.serialize(output, rdf_format)
        return
    # Sorted, so that a subject's triples stand together and the same question gives the same file.
    triples = sorted(set(answer), key=str)
    iris: Iterable[str] = (term.value for triple in triples for term in triple if isinstance(term, NamedNode))
    target: Any = XmlOutput(output) if rdf_format == RdfFormat.RDF_XML else output
    serialize(triples, target, rdf_format, prefixes=declarable(prefixes(result.base), iris))
