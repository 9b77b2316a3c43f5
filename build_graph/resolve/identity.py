"""What each referent is: a text that is equal for those, and only those, who are taken to be the same.

Such a text names the kind, the folded name or register id, and what pins it down: the article where only that
article's context does, the owner of a body, the organiser and day of a meeting.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from build_graph.iris import article_slugs
from build_graph.model import Article, Extract, Referent
from build_graph.resolve import aliases, groups, leaning
from build_graph.resolve.constraints import Constraints, Place
from build_graph.resolve.fold import fold, is_full_name
from build_graph.resolve.people import Doubt, People
from build_graph.resolve.personal_names import parts
from build_graph.resolve.profiles import Profile, profiles
from ontology.lexicon import Institution

Identity = str


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


def identities(
    extracts: Sequence[Extract], found: Sequence[Occurrence], institutions: Mapping[str, Institution], constraints: Constraints
) -> tuple[dict[Place, Identity], list[Doubt]]:
    """The identity of every occurrence, and who may be one though they are left apart.

    First organisations, collaborations and places, joined by alias and by name; then bodies, meetings and works, which lean on
    them; then people, whom their organisations tell apart.
    """
    standing = {o.place: _alone(o) for o in found if o.referent.kind in ("organisation", "collaboration", "place")}
    standing = aliases.join(found, standing, institutions)
    target, doubts = groups.join(found, extracts, standing, "organisation", constraints)
    standing = _decided({place: _end(one, target) for place, one in standing.items()}, constraints)
    identity = leaning.identities([o for o in found if o.referent.kind != "person"], standing, institutions)
    target, doubted = groups.join(found, extracts, identity, "body", constraints)
    identity = _decided({place: _end(one, target) for place, one in identity.items()}, constraints)
    parties = frozenset(identity[o.place] for o in found if o.referent.classification == "party" and o.place in identity)
    parties |= {registered(each.id) for each in institutions.values() if each.kind == "party"}
    people = People(constraints)
    clusters = people.cluster(profiles(found, extracts, identity, parties))
    return {**identity, **_named(clusters, found)}, [*doubts, *doubted, *people.doubts]


def _end(one: Identity, target: Mapping[Identity, Identity]) -> Identity:
    while one in target:
        one = target[one]
    return one


def _decided(identity: Mapping[Place, Identity], constraints: Constraints) -> dict[Place, Identity]:
    """The identities after people's decisions: joined ones take the register's identity, or the first."""
    made = dict(identity)
    for group in constraints.joined(frozenset(made)):
        kinds = {made[place].partition(":")[0] for place in group} - {"register"}
        if len(kinds) > 1:
            continue  # a person and an organisation are never one, whoever says so
        several = {made[place] for place in group}
        kept = min(several, key=lambda one: (not one.startswith("register:"), "@article:" in one, one))
        made = {place: kept if one in several else one for place, one in made.items()}
    for one, other in constraints.apart:
        both = {made[place] for place in one if place in made} & {made[place] for place in other if place in made}
        for place in sorted(other):
            if made.get(place) in both:
                made[place] = f"{made[place]}@namesake:{min(other)}"
    return made


def _named(clusters: Sequence[Profile], found: Sequence[Occurrence]) -> dict[Place, Identity]:
    """A name for each cluster of people: the fullest; of namesakes, with the first place where they are spoken of."""
    at = {o.place: o for o in found}
    wish: dict[int, Identity] = {}
    for number, cluster in enumerate(clusters):
        full = [at[place].referent.name for place in cluster.places if is_full_name(at[place].referent.name)]
        wish[number] = f"person:{max((fold(n) for n in full), key=lambda n: (len(parts(n)), len(n), n))}" if full else ""
    times = Counter(wish.values())
    named: dict[Place, Identity] = {}
    for number, cluster in enumerate(clusters):
        first = min(cluster.places)
        one = wish[number] or local(at[first])
        if wish[number] and times[one] > 1:
            one = f"{one}@namesake:{first}"
        named.update(dict.fromkeys(cluster.places, one))
    return named


def _alone(occurrence: Occurrence) -> Identity:
    referent = occurrence.referent
    if referent.register:
        return registered(referent.register)
    name = fold(referent.name)
    known = referent.named or referent.kind == "place"
    return f"{referent.kind}:{name}" if known and name else local(occurrence)


def registered(institution: str) -> Identity:
    """The identity of an institution in the register, whatever kind it has in an article."""
    return f"register:{institution}"


def local(occurrence: Occurrence) -> Identity:
    """The identity of what only its article's context pins down."""
    return f"{occurrence.referent.id}@article:{occurrence.slug}"
