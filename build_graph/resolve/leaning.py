"""Identities of those that lean on others: bodies on their owner, meetings on who meets, works on their title."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from build_graph.resolve.fold import content_words, fold, stem

if TYPE_CHECKING:
    from build_graph.resolve.constraints import Place
    from build_graph.resolve.identity import Identity, Occurrence
    from ontology.lexicon import Institution

# Kinds (keys of ontology/kinds.ttl) of which an organisation has one of each name: its "styret" is the same in
# every article, while "arbeidsgruppen" is another one each time.
_ONE_PER_OWNER = frozenset(["governingBody", "board", "assembly", "leadership", "secretariat", "parliamentaryGroup"])
# Words that make a capitalised phrase depend on when it was written: "Neste landsmøte".
_RELATIVE = frozenset(["neste", "siste", "forrige", "førre", "denne", "dette", "årets", "første", "fyrste", "nye", "ny", "nytt"])
_PREPOSITIONS = ("i", "ved", "for", "av", "hos", "til", "på")


def identities(
    found: Sequence[Occurrence], alone: Mapping[Place, Identity], institutions: Mapping[str, Institution]
) -> dict[Place, Identity]:
    """The identities of all, given those that stand alone."""
    return _Leaning(found, alone, institutions).all()


def own_name(name: str, owners: frozenset[str]) -> str:
    """`without_owner`, stemmed, so that "landsstyret" and "landsstyre" are equal."""
    return stem(without_owner(name, owners))


def without_owner(name: str, owners: frozenset[str]) -> str:
    """A body's folded name without its owner's: "Landsstyret i Foreningen Eksempel", "Eksempelforeningens landsstyre" → landsstyre(t).

    :param owners: the owner's names, folded.
    """
    text = fold(name)
    for owner in sorted(owners, key=len, reverse=True):
        for preposition in _PREPOSITIONS:
            text = text.removesuffix(f" {preposition} {owner}")
        for genitive in (f"{owner}s ", f"{owner} "):
            text = text.removeprefix(genitive) or text
    return text


class _Leaning:
    def __init__(
        self, found: Sequence[Occurrence], alone: Mapping[Place, Identity], institutions: Mapping[str, Institution]
    ) -> None:
        self.found = {o.place: o for o in found}
        self.identity: dict[Place, Identity] = dict(alone)
        self.open: set[Place] = set()
        self.names = _names(found, alone, institutions)
        self.registered = _registered_bodies(institutions, self.names)

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
            return f"register:{referent.register}"
        if referent.kind == "body":
            made = self._body(occurrence, owner)
        elif referent.kind == "meeting":
            made = self._meeting(occurrence, owner)
        else:
            titled = referent.named and len(content_words(referent.name)) >= 2
            made = f"{referent.kind}:{fold(referent.name)}" if titled else None
        return made or f"{referent.id}@article:{occurrence.slug}"

    def _body(self, occurrence: Occurrence, owner: Identity | None) -> Identity | None:
        referent = occurrence.referent
        if owner is None:
            return f"body:{stem(referent.name)}" if referent.named else None
        name = own_name(referent.name, self.names.get(owner, frozenset()))
        if (owner, name) in self.registered:
            return self.registered[owner, name]
        return f"body:{name}@{owner}" if referent.named or referent.classification in _ONE_PER_OWNER else None

    def _meeting(self, occurrence: Occurrence, organizer: Identity | None) -> Identity | None:
        referent, name = occurrence.referent, stem(occurrence.referent.name)
        start = referent.start or ""
        if organizer and len(start) == 10:
            return f"meeting:{start}@{organizer}"
        if organizer and start:  # several meetings may fall in a year: the name must agree too
            return f"meeting:{name} {start}@{organizer}"
        words = content_words(referent.name)
        if referent.named and start and len(words) >= 2 and not _RELATIVE & set(words):
            return f"meeting:{name} {start}"
        return None


def _names(
    found: Sequence[Occurrence], alone: Mapping[Place, Identity], institutions: Mapping[str, Institution]
) -> dict[Identity, frozenset[str]]:
    """All folded names of everyone who may own a body."""
    names: defaultdict[Identity, set[str]] = defaultdict(set)
    for occurrence in found:
        if occurrence.place in alone:
            names[alone[occurrence.place]].update(map(fold, (occurrence.referent.name, *occurrence.referent.aliases)))
    for key, institution in institutions.items():
        names[f"register:{key}"].update(map(fold, (*institution.labels.values(), *institution.short_names)))
    return {one: frozenset(each - {""}) for one, each in names.items()}


def _registered_bodies(
    institutions: Mapping[str, Institution], names: Mapping[Identity, frozenset[str]]
) -> dict[tuple[Identity, str], Identity]:
    """The bodies of the register by their owner and own name; a name that two of one owner's bodies bear stands for neither."""
    bodies: defaultdict[tuple[Identity, str], set[Identity]] = defaultdict(set)
    for key, institution in institutions.items():
        if institution.type == "body":
            for parent in institution.parents:
                owner = f"register:{parent}"
                for name in (*institution.labels.values(), *institution.short_names, *institution.context_names):
                    bodies[owner, own_name(name, names[owner])].add(f"register:{key}")
    return {key: min(each) for key, each in bodies.items() if len(each) == 1}
