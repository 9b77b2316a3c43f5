"""The one error of this package's data files."""
from __future__ import annotations


class LexiconError(ValueError):
    """A data file under ontology/ is damaged: names the file, the line and what is wrong there."""

    def __init__(self, file: str, line: int, problem: str) -> None:
        super().__init__(f"{file}:{line}: {problem}")
        self.file = file
        self.line = line
        self.problem = problem

    def __reduce__(self) -> tuple[type[LexiconError], tuple[str, int, str]]:
        return LexiconError, (self.file, self.line, self.problem)
