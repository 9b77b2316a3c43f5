"""The graph of identity: what each entity is, its names, and what it belongs to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from pyoxigraph import Literal, NamedNode, Quad

from build_graph.model import Entity, Extract, Resolution
from build_graph.quads.article import mentioned
from build_graph.quads.context import Context
from build_graph.quads.nodes import label, term
from build_graph.quads.roles import minted_quads
from build_graph.resolve.identity import JOURNAL, PUBLISHER
from ontology.lexicon import Institution
from ontology.terms import AKT, FOAF, ORG, RDF, RDFS, SCHEMA, SKOS

_TYPES = {
    "person": (FOAF.Person,),
    "organisation": (ORG.FormalOrganization, ORG.Organization),
    "body": (ORG.OrganizationalUnit, ORG.Organization),
    "collaboration": (ORG.OrganizationalCollaboration, ORG.Organization),
    "meeting": (AKT.Meeting, SCHEMA.Event),
    "report": (SCHEMA.Report, SCHEMA.CreativeWork),
    "resolution": (AKT.Resolution, SCHEMA.CreativeWork),
    "proposal": (AKT.Proposal, SCHEMA.CreativeWork),
    "place": (SCHEMA.Place,),
}
_OWNED = {"organisation": ORG.subOrganizationOf, "body": ORG.unitOf}
_GROUPS = ("organisation", "body", "collaboration")
# Words that belong to the family name after them: "Ola van der Prøve".
_PARTICLES = frozenset(["af", "av", "da", "de", "dei", "del", "della", "den", "der", "di", "dos", "du", "el", "la", "le", "ten", "ter", "van", "von", "zu"])

Names = dict[str, dict[str, Counter[str]]]
"""For each entity's path and each name, in how many articles of each language it is called so."""


def entity_quads(extracts: Sequence[Extract], resolution: Resolution, context: Context) -> Iterator[Quad]:
    """Every entity that some article mentions, what these belong to, and the roles that articles add."""
    graph, names = context.iris.graph("entities"), _names(extracts, resolution)
    arenas = _arenas(extracts, resolution)
    for path in _shown(extracts, resolution):
        entity, node = resolution.entities[path], context.iris.of(path)
        for type_ in _TYPES[entity.kind]:
            yield Quad(node, term(RDF.type), term(type_), graph)
        if path in arenas:
            yield Quad(node, term(RDF.type), term(AKT.Arena), graph)
        for predicate, object_ in (*_naming(entity, names[path], context), *_standing(entity, resolution, context)):
            yield Quad(node, term(predicate), object_, graph)
    yield from minted_quads(extracts, context)


def _shown(extracts: Sequence[Extract], resolution: Resolution) -> list[str]:
    shown = {path for extract in extracts for path in mentioned(extract, resolution)}
    for path in list(shown):
        owner = resolution.entities[path].owner
        while owner and owner not in shown:
            shown.add(owner)
            owner = resolution.entities[owner].owner
    return sorted(shown)


def _names(extracts: Sequence[Extract], resolution: Resolution) -> Names:
    names: defaultdict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for extract in extracts:
        article = extract.article
        for referent in extract.referents.values():
            for name in {referent.name, *referent.aliases}:
                names[resolution.of[article.identifier, referent.id]][name][article.language] += 1
        for stated, said in ((JOURNAL, article.journal), (PUBLISHER, article.publisher)):
            if said:
                names[resolution.of[article.identifier, stated]][said.value][article.language] += 1
    return names


def _arenas(extracts: Sequence[Extract], resolution: Resolution) -> set[str]:
    """Everyone who organises a meeting in some article."""
    return {
        resolution.of[extract.article.identifier, referent.owner]
        for extract in extracts
        for referent in extract.referents.values()
        if referent.kind == "meeting" and referent.owner in extract.referents
    }


def _naming(entity: Entity, names: dict[str, Counter[str]], context: Context) -> Iterator[tuple[str, Literal]]:
    if entity.kind == "person":
        yield from _personal(entity)
        return
    institution = context.institutions.get(entity.register or "")
    preferred = dict(institution.labels) if institution else dict.fromkeys(_tags(names, entity.name), entity.name)
    for tag, name in preferred.items():
        text = label(name, tag)
        yield RDFS.label, text
        yield (SKOS.prefLabel if entity.kind in _GROUPS else SCHEMA.name), text
    for alias in entity.aliases:
        for tag in _tags(names, alias, institution):
            if preferred.get(tag) != alias:
                yield SKOS.altLabel, label(alias, tag)


def _tags(names: dict[str, Counter[str]], name: str, institution: Institution | None = None) -> list[str]:
    """The languages of the articles that use a name; of a name that only the register has, Bokmål."""
    if name in names:
        return sorted(names[name])
    return ["nb"] if not institution or name not in institution.labels.values() else []


def _personal(entity: Entity) -> Iterator[tuple[str, Literal]]:
    yield FOAF.name, label(entity.name)
    yield RDFS.label, label(entity.name)
    for alias in entity.aliases:
        yield SKOS.altLabel, label(alias)
    words = entity.name.split()
    family = next((i for i, word in enumerate(words) if i and word in _PARTICLES), len(words) - 1)
    if len(words) > 1:
        yield FOAF.givenName, label(" ".join(words[:family]))
        yield FOAF.familyName, label(" ".join(words[family:]))


def _standing(entity: Entity, resolution: Resolution, context: Context) -> Iterator[tuple[str, NamedNode | Literal]]:
    """Classification, identifiers and what the entity belongs to."""
    if entity.classification and entity.kind in _GROUPS:
        yield ORG.classification, term(getattr(AKT, entity.classification))
    institution = context.institutions.get(entity.register or "")
    if institution and institution.org_number:
        yield ORG.identifier, Literal(institution.org_number)
    if entity.owner and entity.kind in _OWNED and resolution.entities[entity.owner].kind in _GROUPS:
        yield _OWNED[entity.kind], context.iris.of(entity.owner)
