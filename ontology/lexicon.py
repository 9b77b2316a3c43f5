"""The domain as data: roles, statuses, kinds and institutions, each loaded once.

>>> role = role_by_form()["styreleiar"]
>>> role.labels["en"], role.is_leading, role.body_hint
('chair of the board', True, 'styret')
"""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

import pyoxigraph as ox

from ontology.errors import LexiconError
from ontology.register import Institution, read_register
from ontology.turtle import Subject, parse, read_data, subjects

__all__ = [
    "Institution", "Kind", "LexiconError", "Role", "Status", "institution_by_id", "institutions", "kinds",
    "ontology_quads", "role_by_form", "roles", "statuses",
]  # fmt: skip

# Written out, not from ontology.terms: importing rdflib would take longer than all the loading here.
_AKT = "https://w3id.org/aktorkart/ontology#"
_ORG = "http://www.w3.org/ns/org#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_RDFS_LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
_ID = "https://w3id.org/aktorkart/id/"
_TURTLE = ("vocabulary.ttl", "alignments.ttl", "statuses.ttl", "kinds.ttl", "roles.ttl")
_TYPES = {
    f"{_ORG}FormalOrganization": "organisation",
    f"{_ORG}OrganizationalUnit": "body",
    f"{_ORG}OrganizationalCollaboration": "collaboration",
}


@dataclass(frozen=True, slots=True)
class Role:
    """A function or professional title (`org:Role`).

    `forms` are its indefinite singular forms in Bokmål and Nynorsk, lower case. `implies_organisation` is the
    register id of the only organisation where the role is held; `body_hint` the body that the word itself names,
    in the definite form; `broader` another role's IRI; `compound_head` tells that it forms new titles as a last part.
    """

    iri: str
    labels: Mapping[str, str] = field(hash=False)
    forms: frozenset[str]
    is_leading: bool
    is_membership: bool
    compound_head: bool
    body_hint: str | None
    implies_organisation: str | None
    broader: str | None


@dataclass(frozen=True, slots=True)
class Status:
    """A value of `akt:roleStatus`; `cues` are the words that state it, lower case.

    A cue with a hyphen at its end is the first part of a compound ("eks-"), with one at its start the last ("-kandidat").
    """

    iri: str
    key: str
    labels: Mapping[str, str] = field(hash=False)
    cues: frozenset[str]


@dataclass(frozen=True, slots=True)
class Kind:
    """A value of `org:classification`; `type` is organisation, body or collaboration; `head_nouns` are lower case."""

    iri: str
    key: str
    type: str
    labels: Mapping[str, str] = field(hash=False)
    head_nouns: frozenset[str]

    @property
    def is_body(self) -> bool:
        return self.type == "body"


@cache
def roles() -> tuple[Role, ...]:
    """The roles of roles.ttl, in the file's order.

    Raises:
        LexiconError: the file is damaged, or implies an organisation that the register lacks.
    """
    return read_roles(read_data("roles.ttl"), "roles.ttl", frozenset(row.id for row in institutions()))


@cache
def role_by_form() -> Mapping[str, Role]:
    """Each form of a role, lower case, with its role: no form belongs to two."""
    return {form: role for role in roles() for form in sorted(role.forms)}


@cache
def statuses() -> tuple[Status, ...]:
    """The role statuses of statuses.ttl, in the file's order.

    Raises:
        LexiconError: the file is damaged.
    """
    return tuple(
        Status(subject.iri, subject.name, subject.labels(f"{_SKOS}prefLabel"), _lower(subject, f"{_SKOS}hiddenLabel"))
        for subject in subjects(read_data("statuses.ttl"), "statuses.ttl")
        if subject.is_a(f"{_AKT}RoleStatus")
    )


@cache
def kinds() -> tuple[Kind, ...]:
    """The kinds of organisations, bodies and collaborations of kinds.ttl, in the file's order.

    Raises:
        LexiconError: the file is damaged.
    """
    return read_kinds(read_data("kinds.ttl"), "kinds.ttl")


@cache
def institutions() -> tuple[Institution, ...]:
    """The register, in the file's order.

    Raises:
        LexiconError: a row is damaged.
    """
    return read_register(read_data("register.csv"), "register.csv", {kind.key: kind.type for kind in kinds()})


@cache
def institution_by_id() -> Mapping[str, Institution]:
    """The register by id."""
    return {row.id: row for row in institutions()}


def ontology_quads(base: str = _ID) -> Iterator[ox.Quad]:
    """The vocabulary, alignments and concept schemes as quads of the graph `<base>graph/ontology`.

    Every concept gets its `skos:prefLabel`s as `rdfs:label`s too, as the graph contract asks. No blank nodes.
    """
    graph = ox.NamedNode(f"{base}graph/ontology")
    seen: set[ox.Quad] = set()
    for file in _TURTLE:
        for subject, predicate, value in parse(read_data(file), file):
            made = [ox.Quad(subject, predicate, value, graph)]
            if predicate.value == f"{_SKOS}prefLabel":
                made.append(ox.Quad(subject, _RDFS_LABEL, value, graph))
            for each in made:
                if each not in seen:
                    seen.add(each)
                    yield each


def read_roles(data: bytes, file: str, institution_ids: frozenset[str]) -> tuple[Role, ...]:
    """The roles of a Turtle document.

    Raises:
        LexiconError: damaged Turtle; a label, a broader role or an implied organisation is missing; two roles share a form.
    """
    found = [subject for subject in subjects(data, file) if subject.is_a(f"{_ORG}Role")]
    known = {subject.iri for subject in found}
    owners: dict[str, str] = {}
    made = []
    for subject in found:
        labels = subject.labels(f"{_SKOS}prefLabel")
        forms = _lower(subject, f"{_SKOS}altLabel") | {labels["nb"].lower(), labels["nn"].lower()}
        for form in sorted(forms):
            if owners.setdefault(form, subject.name) != subject.name:
                raise subject.error(f"the form {form!r} belongs to {owners[form]} already")
        broader = subject.one(f"{_SKOS}broader")
        if broader is not None and broader not in known:
            raise subject.error(f"broader <{broader}> is no role here")
        implied = subject.one(f"{_AKT}impliesOrganization")
        if implied is not None and implied not in institution_ids:
            raise subject.error(f"implies {implied!r}, no id in register.csv")
        made.append(
            Role(
                iri=subject.iri,
                labels=labels,
                forms=forms,
                is_leading=subject.flag(f"{_AKT}isLeading"),
                is_membership=subject.flag(f"{_AKT}isMembership"),
                compound_head=subject.flag(f"{_AKT}compoundHead"),
                body_hint=subject.one(f"{_AKT}bodyHint"),
                implies_organisation=implied,
                broader=broader,
            )
        )
    return tuple(made)


def read_kinds(data: bytes, file: str) -> tuple[Kind, ...]:
    """The kinds of a Turtle document.

    Raises:
        LexiconError: damaged Turtle; a label or what it applies to is missing; two kinds share a head noun.
    """
    owners: dict[str, str] = {}
    made = []
    for subject in subjects(data, file):
        if not subject.is_a(f"{_AKT}OrganizationKind"):
            continue
        applies = subject.one(f"{_AKT}appliesTo")
        if applies not in _TYPES:
            raise subject.error(f"akt:appliesTo must be one of {', '.join(sorted(_TYPES))}")
        nouns = _lower(subject, f"{_AKT}headNoun")
        for noun in sorted(nouns):
            if owners.setdefault(noun, subject.name) != subject.name:
                raise subject.error(f"the head noun {noun!r} belongs to {owners[noun]} already")
        labels = subject.labels(f"{_SKOS}prefLabel")
        made.append(Kind(subject.iri, subject.name, _TYPES[applies], labels, nouns))
    return tuple(made)


def _lower(subject: Subject, predicate: str) -> frozenset[str]:
    return frozenset(text.lower() for text in subject.texts(predicate, ("nb", "nn")))
