"""What can go wrong with a question, each with a message of one line that says what to do.

    QueryError
    ├── UnknownQuestion     no question, file or query of that name
    ├── QuerySyntaxError    the SPARQL cannot be read; has the line and column
    ├── ForbiddenQuery      it would write, or call another server
    ├── ParameterError      a parameter is missing, unknown or malformed
    │   └── NoSuchName      nothing in the graph bears the name
    ├── FormatError         this kind of answer has no such format
    └── ExportError         the graph cannot be written to that file
"""

from __future__ import annotations


class QueryError(Exception):
    """A question that cannot be asked or answered."""


class UnknownQuestion(QueryError):
    """Neither a named question, nor a file, nor SPARQL."""


class QuerySyntaxError(QueryError):
    """The SPARQL cannot be read. `line` and `column` count from 1; 0 where the place is not known."""

    def __init__(self, message: str, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


class ForbiddenQuery(QueryError):
    """The query would change the graph or call another server."""


class ParameterError(QueryError):
    """A parameter is missing, unknown to the question, or not of its kind."""


class NoSuchName(ParameterError):
    """Nothing in the graph bears the name; `suggestions` are the nearest labels."""

    def __init__(self, message: str, suggestions: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.suggestions = suggestions


class FormatError(QueryError):
    """No such format, or not for this kind of answer."""


class ExportError(QueryError):
    """The graph cannot be written to that file."""
