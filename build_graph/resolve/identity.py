"""What each referent is: a text that is equal for those, and only those, who are taken to be the same.

Such a text names the kind, the folded name or register id, and what pins it down: the article where only that
article's context does, the owner of a body, the organiser and day of a meeting.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from build_graph.iris import article_slugs
from build_graph.model import Article, Extract, Referent
from build_graph.resolve import aliases, namesakes
from build_graph.resolve.fold import content_words, fold, is_full_name, stem
from ontology.lexicon import Institution

Identity = str
Place = tuple[str, str]
"""An article's identifier and a referent's id in it."""

# Kinds (keys of ontology/kinds.ttl) of which an organisation has one of each name: its "styret" is the same in
# every article, while "arbeidsgruppen" is another one each time.
_ONE_PER_OWNER = frozenset(["governingBody", "board", "assembly", "leadership", "secretariat", "parliamentaryGroup"])


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
    return _Leaning(found, alone).all()


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


class _Leaning:
    """Identities of bodies, meetings and works, which need their owner's first; owners may be bodies too."""

    def __init__(self, found: Sequence[Occurrence], alone: Mapping[Place, Identity]) -> None:
        self.found = {o.place: o for o in found}
        self.identity: dict[Place, Identity] = dict(alone)
        self.open: set[Place] = set()

    def all(self) -> dict[Place, Identity]:
        return {place: self.of(place) for place in self.found}

    def of(self, place: Place) -> Identity:
        if place not in self.identity:
            self.open.add(place)
            self.identity[place] = self._make(self.found[place])
            self.open.discard(place)
        return self.identity[place]

    def _owner(self, occurrence: Occurrence) -> Identity | None:
        owner = (occurrence.article, occurrence.referent.owner or "")
        return self.of(owner) if owner in self.found and owner not in self.open else None

    def _make(self, occurrence: Occurrence) -> Identity:
        referent, owner = occurrence.referent, self._owner(occurrence)
        if referent.register:
            return registered(referent.register)
        if referent.kind == "body":
            return self._body(occurrence, owner)
        if referent.kind == "meeting":
            return self._meeting(occurrence, owner)
        titled = referent.named and len(content_words(referent.name)) >= 2
        name = fold(referent.name)
        return f"{referent.kind}:{name}" if titled else local(occurrence)

    def _body(self, occurrence: Occurrence, owner: Identity | None) -> Identity:
        referent, name = occurrence.referent, stem(occurrence.referent.name)
        if owner and (referent.named or referent.classification in _ONE_PER_OWNER):
            return f"body:{name}@{owner}"
        if referent.named:
            return f"body:{name}"
        return local(occurrence)

    def _meeting(self, occurrence: Occurrence, organizer: Identity | None) -> Identity:
        referent, name = occurrence.referent, stem(occurrence.referent.name)
        start = referent.start or ""
        if organizer and len(start) == 10:
            return f"meeting:{start}@{organizer}"
        if organizer and start:  # several meetings may fall in a year: the name must agree too
            return f"meeting:{name} {start}@{organizer}"
        if referent.named and start and len(content_words(referent.name)) >= 2:
            return f"meeting:{name} {start}"
        return local(occurrence)
