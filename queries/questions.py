"""The catalogue: one question a `.rq` file in this folder. Adding a file adds the question.

A file is plain SPARQL 1.1 that any store answers, with comments that say what it asks:

    # Members: who sits in a body or works in an organisation …          first line: the help, in English
    # Medlemmer: hvem som sitter i et organ …                            second line: the same in Norwegian
    # param where (name, required): the body or organisation             one line a parameter
    # param role (role): only this role; default any role

A parameter's place in the query is `VALUES ?where { UNDEF }`, wherever it is needed; what stands there is the default,
and `UNDEF` means "any". The place of a parameter called `limit` is the number behind LIMIT. Data that is no parameter's
place is written `VALUES (?x) { (…) }`.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal, cast, get_args

from queries.errors import QueryError, UnknownQuestion

Kind = Literal["name", "role", "status", "outcome", "kind", "article", "language", "date", "number", "text", "any"]
"""What a parameter takes. `name` is a person, organisation, body, collaboration, meeting or work by name, alias or IRI;
`role`, `status`, `outcome` and `kind` a concept by label in any language; `article` an identifier, headline or IRI;
`language` nb, nn or en; `date` YYYY, YYYY-MM or YYYY-MM-DD; `any` whatever the value looks like."""

_PARAMETER = re.compile(r"#\s*param\s+(?P<name>[a-z_]\w*)\s*\((?P<kind>[a-z]+)(?P<required>,\s*required)?\)\s*:\s*(?P<help>.+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question can be asked with."""

    name: str
    kind: Kind
    help: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A query with a name and help. `norwegian` is the help in Norwegian, "" where the file has none."""

    name: str
    help: str
    parameters: tuple[Parameter, ...]
    text: str
    norwegian: str = ""


def parse_question(name: str, text: str) -> Question:
    """The question that a `.rq` file's comments describe. Raises QueryError if a parameter line is malformed."""
    comments = []
    for line in text.lstrip("\ufeff").splitlines():
        if line.strip() and not line.startswith("#"):
            break
        comments.append(line)
    parameters = []
    helps = []
    for line in comments:
        match = _PARAMETER.match(line)
        if match:
            kind = match["kind"]
            if kind not in get_args(Kind):
                raise QueryError(f"{name}: parameter {match['name']} has the kind “{kind}”; known are {', '.join(get_args(Kind))}")
            parameters.append(Parameter(match["name"], cast(Kind, kind), match["help"].strip(), bool(match["required"])))
        elif re.match(r"#\s*param\b", line):
            raise QueryError(f"{name}: not a parameter line: “{line}”; write “# param name (kind): help”")
        elif line.strip(" #\t"):
            helps.append(line.strip(" #\t"))
    return Question(name, helps[0] if helps else "", tuple(parameters), text, helps[1] if len(helps) > 1 else "")


@cache
def catalogue() -> tuple[Question, ...]:
    """Every named question, by name."""
    files = [file for file in resources.files("queries").iterdir() if file.name.endswith(".rq")]
    return tuple(
        parse_question(file.name.removesuffix(".rq"), file.read_text(encoding="utf-8"))
        for file in sorted(files, key=lambda file: file.name)
    )


def question(name: str) -> Question:
    """The named question. Raises UnknownQuestion, with the nearest names."""
    by_name = {question.name: question for question in catalogue()}
    if name in by_name:
        return by_name[name]
    near = difflib.get_close_matches(name, by_name, n=3, cutoff=0.5)
    hint = f"did you mean {', '.join(near)}?" if near else f"known are {', '.join(by_name)}"
    raise UnknownQuestion(f"no question is called “{name}”; {hint}")
