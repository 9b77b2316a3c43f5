"""What the user may choose about a map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


class MapError(ValueError):
    """The map cannot be drawn as asked; the message is one line for the user."""


@dataclass(frozen=True, slots=True)
class MapOptions:
    """Choices for `visualise.page.write_map`.

    `around` is a name, alias or IRI; the map then holds what lies at most `hops` relations away from it (through facts; that two
    actors are mentioned in one article does not count as a step). `chosen` are IRIs, usually from a CONSTRUCT query (see
    `visualise.choose.chosen_by`). `since` and `until` are ISO 8601 dates, as exact as one likes ("2018", "2018-01"), both inclusive.
    `view` is a saved view: a page's address or the part of it after "#". `texts` gives, by the article's IRI, the article's text as
    read; with it the page shows whole sentences instead of the exact words that state a fact.
    """

    title: str = "Aktørkart"
    around: str | None = None
    hops: int = 2
    chosen: frozenset[str] | None = None
    since: str | None = None
    until: str | None = None
    articles: bool = True
    view: str | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
