"""Runs a question over the union of all named graphs, so that a query without GRAPH sees everything.

Queries only read: an update is no query, and SERVICE, which would send requests to other servers, is refused.
There is no time limit: pyoxigraph has none and cannot be interrupted; whoever serves queries to others needs a process
that can be ended (see docs/queries.md).
"""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples, Store

from queries import questions
from queries.diagnosis import diagnose
from queries.errors import ForbiddenQuery, QueryError, UnknownQuestion
from queries.parameters import Values, bind
from queries.prefixes import DEFAULT_BASE, prefixes
from queries.questions import Question, parse_question
from queries.tokens import calls_service, tokens

_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})
_MAX_FILE = 1_000_000


@dataclass(frozen=True, slots=True)
class Result:
    """An answer, read once: rows of a SELECT, yes or no of an ASK, triples of a CONSTRUCT or DESCRIBE.

    `notes` are lines for the user, such as how a name was understood.
    """

    answer: QuerySolutions | QueryBoolean | QueryTriples
    notes: tuple[str, ...] = ()
    base: str = DEFAULT_BASE

    @property
    def variables(self) -> tuple[str, ...]:
        """The columns of a SELECT, without question marks; none for other queries."""
        return tuple(variable.value for variable in self.answer.variables) if isinstance(self.answer, QuerySolutions) else ()

    def rows(self) -> Iterator[tuple[object | None, ...]]:
        """The rows of a SELECT as pyoxigraph terms, None where unbound. Raises QueryError if the store fails underway."""
        if not isinstance(self.answer, QuerySolutions):
            raise QueryError("only a SELECT has rows")
        try:
            for solution in self.answer:
                yield tuple(solution)
        except (OSError, RuntimeError) as error:
            raise QueryError(f"the query failed: {error}") from error


def load_query(argument: str) -> Question:
    """What `aktorkart query ARGUMENT` means: a named question, a file, or SPARQL itself, tried in this order.

    Raises UnknownQuestion, with near names, if it is none of them, and QueryError for a file that cannot be read.
    """
    by_name = {question.name: question for question in questions.catalogue()}
    if argument in by_name:
        return by_name[argument]
    if re.search(r"[\s{}]", argument.strip()) and not argument.strip().endswith((".rq", ".sparql")):
        return parse_question("", argument)
    if argument.endswith((".rq", ".sparql")) or os.path.isfile(argument):
        return _from_file(Path(argument))
    near = difflib.get_close_matches(argument, by_name, n=3, cutoff=0.5)
    hint = f"did you mean {', '.join(near)}?" if near else f"known questions: {', '.join(by_name)}"
    raise UnknownQuestion(f"“{argument}” is no named question, no .rq file and no SPARQL; {hint}")


def run(store: Store, text: str | Question, parameters: Values | None = None, *, base: str = DEFAULT_BASE) -> Result:
    """Ask the store. `text` is SPARQL 1.1 or a question; names in `parameters` are looked up by label and alias.

    Common prefixes need no declaration. Raises QuerySyntaxError, ForbiddenQuery, ParameterError (NoSuchName) or QueryError.
    """
    question = text if isinstance(text, Question) else parse_question("", text)
    known = prefixes(base)
    _refuse(question.text)
    bound = bind(store, question, parameters or {}, base)
    # A query that names its own data set (FROM) means just that; any other sees the union of all graphs.
    union = all(not (token.kind == "word" and token.text.upper() == "FROM") for token in tokens(bound.text))
    try:
        answer = store.query(bound.text, prefixes=known, use_default_graph_as_union=union)
    except SyntaxError as error:
        raise diagnose(bound.text, str(error), known, question.name) from None
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query failed: {error}") from error
    return Result(answer, bound.notes, base)


def _from_file(path: Path) -> Question:
    try:
        if path.stat().st_size > _MAX_FILE:
            raise QueryError(f"{path}: larger than {_MAX_FILE} bytes, not a query")
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise QueryError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError:
        raise QueryError(f"{path}: not UTF-8 text") from None
    return parse_question(path.name, text)


def _refuse(text: str) -> None:
    if calls_service(text):
        raise ForbiddenQuery("SERVICE is not allowed: queries only read this graph and call no other server")
    words = [token.text.upper() for token in tokens(text) if token.kind == "word"]
    verb = next((word for word in words if word not in ("PREFIX", "BASE")), "")
    if verb in _UPDATES:
        raise ForbiddenQuery(f"{verb} is not allowed: queries only read the graph")
