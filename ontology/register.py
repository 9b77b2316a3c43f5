"""The register of institutions: register.csv as frozen `Institution`s."""
from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ontology.errors import LexiconError

COLUMNS = (
    "id", "type", "kind", "name_nb", "name_nn", "name_en", "short_names", "short_names_in_brackets", "context_names",
    "everyday_names", "former_names", "parent", "website", "mail_domains", "org_number", "source", "verified",
)  # fmt: skip
TYPES = ("organisation", "body", "collaboration")
_ID = re.compile(r"[a-z0-9]+(?:-{1,2}[a-z0-9]+)*")
_DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Institution:
    """One row of the register: an organisation, a body of one, or a collaboration.

    `short_names` match anywhere; `bracket_names` only in brackets after a name ("Kari Testdatter (H)");
    `context_names` only in an article that also names a parent, or without a parent the institution itself;
    `former_names` are older names of the same institution. `everyday_names` are those of its names that are ordinary
    words too ("Høyre", "Virke"): a capital at the start of a sentence doesn't make them names.
    `parents` are ids of other rows. `kind` is the key of a concept in kinds.ttl, or None.
    """

    id: str
    type: str
    labels: Mapping[str, str] = field(hash=False)
    short_names: tuple[str, ...]
    bracket_names: tuple[str, ...]
    former_names: tuple[str, ...]
    context_names: tuple[str, ...]
    everyday_names: tuple[str, ...]
    parents: tuple[str, ...]
    kind: str | None
    website: str | None
    mail_domains: tuple[str, ...]
    org_number: str | None
    source: str
    verified: bool

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that matches anywhere: Bokmål and Nynorsk labels, short and former names, without doubles.

        English labels are left out: they are for display, and some are ordinary English words.
        """
        held = (self.labels.get("nb"), self.labels.get("nn"), *self.short_names, *self.former_names)
        needs_context = {name.casefold() for name in self.context_names}
        return tuple(dict.fromkeys(name for name in held if name and name.casefold() not in needs_context))


def read_register(data: bytes, file: str, kinds: Mapping[str, str]) -> tuple[Institution, ...]:
    """The institutions of a CSV file in the columns of `COLUMNS`, in the file's order.

    Args:
        data: the file's content, UTF-8, comma-separated, with a header line.
        file: the name that errors show.
        kinds: the type (organisation, body, collaboration) that each kind's key classifies.

    Raises:
        LexiconError: a row is damaged; names the file, the line and what is wrong.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LexiconError(file, data[: error.start].count(b"\n") + 1, "not UTF-8") from None
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: dict[str, tuple[int, Institution]] = {}
    try:
        header = next(reader, [])
        if tuple(header) != COLUMNS:
            raise LexiconError(file, 1, f"the header must be {','.join(COLUMNS)}")
        for cells in reader:
            line = reader.line_num
            if len(cells) != len(COLUMNS):
                raise LexiconError(file, line, f"has {len(cells)} cells, needs {len(COLUMNS)}")
            row = _institution(dict(zip(COLUMNS, cells, strict=True)), file, line, kinds)
            if row.id in rows:
                raise LexiconError(file, line, f"id {row.id!r} stands on line {rows[row.id][0]} already")
            rows[row.id] = line, row
    except csv.Error as error:
        raise LexiconError(file, reader.line_num, str(error)) from None
    for line, row in rows.values():
        for parent in row.parents:
            if parent not in rows:
                raise LexiconError(file, line, f"parent {parent!r} is no id in the register")
    return tuple(row for _, row in rows.values())


def _institution(cells: dict[str, str], file: str, line: int, kinds: Mapping[str, str]) -> Institution:
    def fail(problem: str) -> LexiconError:
        return LexiconError(file, line, problem)

    for column, cell in cells.items():
        if cell != cell.strip() or _CONTROL.search(cell):
            raise fail(f"{column} has space at an end or a control character: {cell!r}")
    kind = cells["kind"] or None
    if not _ID.fullmatch(cells["id"]):
        raise fail(f"id {cells['id']!r} must be lower-case ASCII letters, digits and hyphens")
    if cells["type"] not in TYPES:
        raise fail(f"type {cells['type']!r} must be one of {', '.join(TYPES)}")
    if kind is not None and kinds.get(kind) != cells["type"]:
        raise fail(f"kind {kind!r} is no kind of {cells['type']} in kinds.ttl")
    if not cells["name_nb"]:
        raise fail("name_nb is empty")
    if cells["verified"] not in ("yes", "no"):
        raise fail(f"verified {cells['verified']!r} must be yes or no")
    if cells["org_number"] and not valid_org_number(cells["org_number"]):
        raise fail(f"org_number {cells['org_number']!r} fails the modulus 11 check")
    domains = _several(cells["mail_domains"])
    for domain in domains:
        if not _DOMAIN.fullmatch(domain):
            raise fail(f"mail_domains: {domain!r} is no domain name")
    named = {cells["name_nb"], cells["name_nn"], *_several(f"{cells['short_names']};{cells['former_names']}")}
    for name in _several(cells["everyday_names"]):
        if name not in named:
            raise fail(f"everyday_names: {name!r} is no name of this row")
    labels = {language: cells[f"name_{language}"] for language in ("nb", "nn", "en") if cells[f"name_{language}"]}
    return Institution(
        id=cells["id"],
        type=cells["type"],
        labels=labels,
        short_names=_several(cells["short_names"]),
        bracket_names=_several(cells["short_names_in_brackets"]),
        former_names=_several(cells["former_names"]),
        context_names=_several(cells["context_names"]),
        everyday_names=_several(cells["everyday_names"]),
        parents=_several(cells["parent"]),
        kind=kind,
        website=cells["website"] or None,
        mail_domains=domains,
        org_number=cells["org_number"] or None,
        source=cells["source"],
        verified=cells["verified"] == "yes",
    )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def valid_org_number(number: str) -> bool:
    """Whether nine digits pass the modulus 11 check of the Norwegian register of legal entities."""
    if not re.fullmatch(r"[89]\d{8}", number, re.ASCII):
        return False
    weighed = sum(int(digit) * weight for digit, weight in zip(number, (3, 2, 7, 6, 5, 4, 3, 2), strict=False))
    return (11 - weighed % 11) % 11 == int(number[-1])
