"""What each referent is: a text that is equal for those, and only those, who are taken to be the same.

Such a text names the kind, the folded name or register id, and what pins it down: the article where only that
article's context does, the owner of a body, the organiser and day of a meeting.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from build_graph.iris import article_slugs
from build_graph.model import Article, Extract, Referent
from build_graph.resolve import aliases, leaning, namesakes
from build_graph.resolve.fold import fold, is_full_name
from ontology.lexicon import Institution

Identity = str
Place = tuple[str, str]
"""An article's identifier and a referent's id in it."""

@dataclass(frozen=True, slots=True)
class Occurrence:
    """A referent in its article."""

    article: str  # identifier
    slug: str  # the article's, for keys of what only this article pins down
    language: str
    published: str
    referent: Referent

    @property
    def place(self) -> Place:
        """The key of `Resolution.of`."""
        return self.article, self.referent.id


def occurrences(extracts: Iterable[Extract]) -> list[Occurrence]:
    """Every referent of every article, its journal and publisher, sorted: nothing later depends on the articles' order."""
    found = {extract.article.identifier: extract for extract in extracts}
    slugs = article_slugs(found)
    return [
        Occurrence(identifier, slugs[identifier], article.language, article.published.value if article.published else "", referent)
        for identifier, extract in sorted(found.items())
        for article in [extract.article]
        for _, referent in sorted({**extract.referents, **_stated(article)}.items())
    ]


JOURNAL, PUBLISHER = "stated:journal", "stated:publisher"
"""The ids, in `Resolution.of`, of the organisations that an article states as its journal and publisher."""


def _stated(article: Article) -> dict[str, Referent]:
    found = {}
    if article.journal:
        found[JOURNAL] = Referent(JOURNAL, "organisation", article.journal.value, classification="media")
    if article.publisher:
        found[PUBLISHER] = Referent(PUBLISHER, "organisation", article.publisher.value)
    return found


def identities(found: Sequence[Occurrence], institutions: Mapping[str, Institution]) -> dict[Place, Identity]:
    """The identity of every occurrence.

    First those that stand on their own (people, organisations, collaborations, places), joined by alias and parted as
    namesakes; then those that lean on them: bodies, meetings, works.
    """
    alone = {o.place: _alone(o) for o in found if o.referent.kind in ("person", "organisation", "collaboration", "place")}
    alone = aliases.join(found, alone, institutions)
    alone = namesakes.part(found, alone)
    return leaning.identities(found, alone, institutions)


def _alone(occurrence: Occurrence) -> Identity:
    referent = occurrence.referent
    if referent.register:
        return registered(referent.register)
    name = fold(referent.name)
    known = is_full_name(referent.name) if referent.kind == "person" else referent.named or referent.kind == "place"
    return f"{referent.kind}:{name}" if known and name else local(occurrence)


def registered(institution: str) -> Identity:
    """The identity of an institution in the register, whatever kind it has in an article."""
    return f"register:{institution}"


def local(occurrence: Occurrence) -> Identity:
    """The identity of what only its article's context pins down."""
    return f"{occurrence.referent.id}@article:{occurrence.slug}"
