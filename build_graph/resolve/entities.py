"""The best name, the aliases and the key of each entity, from all who are that entity."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from build_graph.iris import distinct, joined, slug
from build_graph.model import Entity, ReferentKind, Resolution
from build_graph.resolve.aliases import is_proper
from build_graph.resolve.constraints import Place
from build_graph.resolve.fold import fold
from build_graph.resolve.group_names import bokmal
from build_graph.resolve.identity import Identity, Occurrence
from build_graph.resolve.leaning import without_owner
from ontology.lexicon import Institution


def entities(
    found: Sequence[Occurrence], identity: Mapping[Place, Identity], institutions: Mapping[str, Institution]
) -> Resolution:
    """One entity for each identity; institutions above those that are mentioned come along."""
    members: defaultdict[Identity, list[Occurrence]] = defaultdict(list)
    for occurrence in found:
        members[identity[occurrence.place]].append(occurrence)
    owner = {one: _owner(bearers, identity) for one, bearers in members.items()}
    for one in list(members):
        _add_parents(one, members, owner, institutions)
    drafts = {one: _entity(one, bearers, institutions) for one, bearers in members.items()}
    path = _paths(drafts, members, owner)
    return Resolution(
        {
            path[one]: _replaced(draft, path[one], path.get(owner[one] or ""))
            for one, draft in sorted(drafts.items(), key=lambda item: path[item[0]])
        },
        {place: path[one] for place, one in sorted(identity.items())},
    )


def _add_parents(
    one: Identity, members: defaultdict[Identity, list[Occurrence]], owner: dict[Identity, Identity | None], institutions: Mapping[str, Institution]
) -> None:
    while institution := _institution(one, institutions):
        parent = f"register:{institution.parents[0]}" if institution.parents else None
        owner[one] = parent
        if parent is None or parent in owner:
            return
        members[parent] = []
        one = parent


def _institution(one: Identity, institutions: Mapping[str, Institution]) -> Institution | None:
    return institutions.get(one.removeprefix("register:")) if one.startswith("register:") else None


def _owner(bearers: Sequence[Occurrence], identity: Mapping[Place, Identity]) -> Identity | None:
    owners = Counter(
        identity[place] for o in bearers if o.referent.owner and (place := (o.article, o.referent.owner)) in identity
    )
    for own in {identity[o.place] for o in bearers}:
        owners.pop(own, None)  # nothing belongs to itself
    return best(owners)


def best(counts: Mapping[str, int]) -> str | None:
    """The most frequent; of equals the first in sort order."""
    return min(counts, key=lambda text: (-counts[text], text), default=None)


def _entity(one: Identity, bearers: Sequence[Occurrence], institutions: Mapping[str, Institution]) -> Entity:
    """The entity without its key and owner."""
    institution = _institution(one, institutions)
    referents = [o.referent for o in bearers]
    kind: ReferentKind = institution.type if institution else referents[0].kind  # type: ignore[assignment]
    name = institution.labels["nb"] if institution else _name(bearers)
    names = {n for r in referents for n in (r.name, *r.aliases)}
    own = {*institution.labels.values(), *institution.short_names, *institution.former_names} if institution else set()
    names |= own
    classes = Counter(r.classification for r in referents if r.classification)
    return Entity(
        key="",
        kind=kind,
        name=name,
        aliases=_aliases(names, name, kind, own),
        register=institution.id if institution else None,
        classification=institution.kind if institution else best(classes),
        start=_date(r.start for r in referents),
        end=_date(r.end for r in referents),
        location=best(Counter(r.location for r in referents if r.location)),
    )


def _name(bearers: Sequence[Occurrence]) -> str:
    """The name with most words; of those the most frequent, rather not in capitals, the longest, the first."""
    counts = Counter(o.referent.name for o in bearers)
    return min(counts, key=lambda n: (-len(fold(n).split()), -counts[n], n.isupper(), -len(n), n))


def _aliases(names: Iterable[str], name: str, kind: ReferentKind, own: Set[str]) -> tuple[str, ...]:
    """Other names, sorted: for people no parts of the name, for organisations no common nouns ("foreningen").

    What the register itself calls an institution (`own`) stays, though it is a common noun elsewhere ("Legeforeningen").
    """
    kept = set(names) - {name}
    if kind == "person":
        parts = set(fold(name).split())
        kept = {n for n in kept if not (len(fold(n).split()) == 1 and fold(n) in parts)}
    if kind == "organisation":
        known = {bokmal(n) for n in own}
        kept = {n for n in kept if bokmal(n) in known or is_proper(n)}
    return tuple(sorted(kept))


def _date(dates: Iterable[str | None]) -> str | None:
    """The most exact date; of those the most frequent."""
    counts = Counter(date for date in dates if date)
    return min(counts, key=lambda date: (-len(date), -counts[date], date), default=None)


def _paths(
    drafts: Mapping[Identity, Entity], members: Mapping[Identity, Sequence[Occurrence]], owner: Mapping[Identity, Identity | None]
) -> dict[Identity, str]:
    """The path of each identity's IRI: "body/den-norske-legeforening--landsstyret"."""

    def wish(one: Identity, above: tuple[Identity, ...] = ()) -> str:
        draft, bearers, over = drafts[one], members[one], owner[one]
        if draft.register:
            return draft.register
        own = slug(_shortest(bearers) if draft.kind in ("body", "meeting") else draft.name)
        if draft.kind == "body" and over and over in drafts:
            names = frozenset(fold(name) for name in (drafts[over].name, *drafts[over].aliases))
            own = slug(min((without_owner(o.referent.name, names) for o in bearers), key=lambda n: (len(n), n)))
        parts = [own]
        if "@article:" in one:
            parts.append(bearers[0].slug)
        elif over and draft.kind in ("body", "meeting") and over not in above and over in drafts:
            parts.insert(0, wish(over, (*above, one)))
        elif "@namesake:" in one:
            parts.append(_qualifier(bearers))
        if draft.kind == "meeting" and draft.start:
            parts.append(draft.start)
        return joined(*parts)

    return distinct({one: f"{drafts[one].kind}/{wish(one)}" for one in drafts})


def _shortest(bearers: Sequence[Occurrence]) -> str:
    """The shortest spelling: "landsstyre" and "landsstyret" must not make two keys."""
    return min((o.referent.name for o in bearers), key=lambda n: (len(n), fold(n), n))


def _qualifier(bearers: Sequence[Occurrence]) -> str:
    """Tells a namesake by the first article that speaks of them."""
    return min((o.published, o.slug) for o in bearers)[1]


def _replaced(draft: Entity, path: str, owner: str | None) -> Entity:
    return Entity(
        path.partition("/")[2], draft.kind, draft.name, draft.aliases, draft.register, draft.classification, owner,
        draft.start, draft.end, draft.location,
    )
