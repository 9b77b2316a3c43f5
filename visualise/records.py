"""What the map knows of the graph: actors, articles and facts with their evidence, all immutable."""

from __future__ import annotations

from dataclasses import dataclass, field

from visualise.legend import Labels


@dataclass(frozen=True, slots=True)
class Actor:
    """An entity that may be drawn. `kind` is the IRI of its classification; `owner` the organisation that a body belongs to."""

    iri: str
    cls: str  # key of a visualise.legend.Class
    labels: Labels
    aliases: tuple[str, ...] = ()
    kind: str | None = None

    @property
    def name(self) -> str:
        """The label in Bokmål, or the one there is."""
        return best(self.labels) or self.iri.rstrip("/#").rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class Article:
    """An article as a source. `date` is ISO 8601, as exact as stated; `url` is untrusted until the page has checked it."""

    iri: str
    title: str
    date: str | None
    url: str | None
    journal: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that state a fact (oa:Annotation): code points start to end in the article's text as read."""

    article: str
    start: int
    end: int
    exact: str
    confidence: float
    rule: str | None


@dataclass(frozen=True, slots=True)
class Fact:
    """Something stated: `subject` relation `object`. `object` is None where the fact concerns one actor only.

    `role`, `status` (local name of an akt:roleStatus or akt:outcome) and dates as the graph states them; `text` is the
    quotation or the clause. `node` is the IRI of the fact's own node, None for a direct triple.
    """

    relation: str  # key of a visualise.legend.Relation
    subject: str
    object: str | None
    node: str | None = None
    role: str | None = None
    status: str | None = None
    date: str | None = None
    since: str | None = None
    until: str | None = None
    text: str | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def confidence(self) -> float:
        """The surest evidence's confidence; 1.0 for what stands in the register and needs none."""
        return max((e.confidence for e in self.evidence), default=1.0)


@dataclass(frozen=True, slots=True)
class Rows:
    """All that a map can show. `concepts` are labels of roles, classifications and statuses by IRI."""

    actors: dict[str, Actor] = field(hash=False)
    articles: dict[str, Article] = field(hash=False)
    facts: tuple[Fact, ...]
    concepts: dict[str, Labels] = field(hash=False)


def best(labels: Labels) -> str:
    """The label in Bokmål, else Nynorsk, else without language, else the first there is."""
    for language in ("nb", "no", "nn", "", "en"):
        if labels.get(language):
            return labels[language]
    return next((labels[key] for key in sorted(labels)), "")
