"""From a name as a user writes it to the entities and concepts that bear it."""

from __future__ import annotations

import difflib
import re
import unicodedata
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Store

from ontology.terms import AKT, DCTERMS, FOAF, ORG, RDF, RDFS, SCHEMA, SKOS
from queries.errors import NoSuchName
from queries.prefixes import DEFAULT_BASE, prefixes

_ENTITIES = (
    FOAF.Person, ORG.Organization, ORG.FormalOrganization, ORG.OrganizationalUnit, ORG.OrganizationalCollaboration,
    AKT.Arena, AKT.Meeting, SCHEMA.Report, AKT.Resolution, AKT.Proposal,
)  # fmt: skip
_CLASSES = {
    "name": _ENTITIES,
    "role": (ORG.Role,),
    "status": (AKT.RoleStatus,),
    "outcome": (AKT.Outcome,),
    "kind": (AKT.OrganizationKind,),
    "article": (SCHEMA.NewsArticle,),
    "any": (*_ENTITIES, ORG.Role, SKOS.Concept, SCHEMA.NewsArticle),
}
_MAIN_LABELS = (FOAF.name, SKOS.prefLabel, RDFS.label, SCHEMA.name, SCHEMA.headline)
_OTHER_LABELS = (SKOS.altLabel, SKOS.hiddenLabel, DCTERMS.identifier)
_NOUNS = {"name": "name", "any": "name", "role": "role", "status": "status", "outcome": "outcome", "kind": "kind", "article": "article"}
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\s]+")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Found:
    """The entities that bear a name, in order of their IRIs, each with its main label; `note` says what the user should know."""

    entities: tuple[tuple[NamedNode, str], ...]
    note: str = ""


def fold(text: str) -> str:
    """The text as names are compared: Unicode NFC, case folded, white space collapsed."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def find(store: Store, text: str, kind: str = "name", base: str = DEFAULT_BASE) -> Found:
    """The things of a parameter kind (`name`, `role`, `status`, `outcome`, `kind`, `article`, `any`) that `text` names.

    An IRI, whole or with a known prefix, is itself. Otherwise labels are compared in this order, and the first that hits
    decides: the whole label without regard to case; every word a word of the label; every word the beginning of one.
    Raises NoSuchName, with the nearest labels.
    """
    iri = as_iri(text, base)
    labels = _labels(store, kind)
    if iri is not None:
        known = any(True for _ in store.quads_for_pattern(iri, None, None, None))
        label = next((label for label, found, main in labels if found == iri and main), iri.value)
        return Found(((iri, label),), "" if known else f"nothing in the graph is described by <{iri.value}>")
    wanted = fold(text)
    hits = _exact(labels, wanted) or _by_words(labels, wanted)
    if not hits:
        raise _no_such_name(labels, text, kind)
    main_labels = {found: label for label, found, main in reversed(labels) if main}
    entities = tuple((node, main_labels.get(node, node.value)) for node in sorted(hits, key=lambda node: node.value))
    if len(entities) == 1:
        node, label = entities[0]
        borne = {fold(other) for other, found, _ in labels if found == node}
        return Found(entities, "" if wanted in borne else f"“{text}” is read as {label}")
    listed = "; ".join(f"{label} <{node.value}>" for node, label in entities[:8])
    more = f" and {len(entities) - 8} more" if len(entities) > 8 else ""
    return Found(entities, f"“{text}” fits {len(entities)}, all are asked for: {listed}{more}")


def as_iri(text: str, base: str = DEFAULT_BASE) -> NamedNode | None:
    """`<IRI>`, an absolute IRI, or a name with a known prefix (`akt:former`); None for anything else."""
    text = text.strip()
    inner = text[1:-1] if text.startswith("<") and text.endswith(">") else text
    if not _ABSOLUTE.fullmatch(inner):
        return None
    prefix, _, local = inner.partition(":")
    namespace = prefixes(base).get(prefix) if inner is text else None
    if inner is text and namespace is None and not local.startswith("//") and prefix != "urn":
        return None  # "Sak 12: …" and "NOU 2020:3" are names
    try:
        return NamedNode(namespace + local if namespace else inner)
    except ValueError:
        return None


def _labels(store: Store, kind: str) -> list[tuple[str, NamedNode, bool]]:
    """(label, thing, whether it is a main label) of everything of the kind, main labels first, each in sorted order."""
    things = {
        quad.subject
        for cls in _CLASSES[kind]
        for quad in store.quads_for_pattern(None, NamedNode(RDF.type), NamedNode(cls), None)
    }
    found: set[tuple[bool, str, str]] = set()
    for main, properties in ((True, _MAIN_LABELS), (False, _OTHER_LABELS)):
        for label_property in properties:
            for quad in store.quads_for_pattern(None, NamedNode(label_property), None, None):
                if quad.subject in things and isinstance(quad.object, Literal) and isinstance(quad.subject, NamedNode):
                    found.add((not main, quad.object.value, quad.subject.value))
    return [(label, NamedNode(iri), not other) for other, label, iri in sorted(found)]


def _exact(labels: list[tuple[str, NamedNode, bool]], wanted: str) -> set[NamedNode]:
    return {node for label, node, _ in labels if fold(label) == wanted}


def _by_words(labels: list[tuple[str, NamedNode, bool]], wanted: str) -> set[NamedNode]:
    words = set(_WORD.findall(wanted))
    if not words:
        return set()
    split = [(set(_WORD.findall(fold(label))), node) for label, node, _ in labels]
    whole = {node for parts, node in split if words <= parts}
    return whole or {node for parts, node in split if all(any(part.startswith(word) for part in parts) for word in words)}


def _no_such_name(labels: list[tuple[str, NamedNode, bool]], text: str, kind: str) -> NoSuchName:
    by_folded = {fold(label): label for label, _, _ in labels}
    near = tuple(by_folded[folded] for folded in difflib.get_close_matches(fold(text), by_folded, n=5, cutoff=0.6))
    if near:
        hint = f"; near: {', '.join(near)}"
    elif kind in ("status", "outcome", "kind") and by_folded:
        hint = f"; known: {', '.join(sorted({label for label, _, main in labels if main}))}"
    else:
        hint = ""
    return NoSuchName(f"no {_NOUNS[kind]} “{text}” in the graph{hint}", near)
