"""Claims → the nodes and triples of facts, each with the evidence that states it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Quad

from build_graph.iris import digest, joined, slug
from build_graph.model import (
    Authorship,
    Claim,
    Decision,
    Evidence,
    Extract,
    Held,
    Membership,
    Quotation,
    Relation,
    Resolution,
)
from build_graph.quads.context import Context
from build_graph.quads.evidence import evidence_quads
from build_graph.quads.nodes import day, label, term, verbatim
from build_graph.quads.roles import role_iri
from ontology.terms import AKT, ORG, RDF, SCHEMA, TIME

Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]

_INSTANT = {4: TIME.inXSDgYear, 7: TIME.inXSDgYearMonth, 10: TIME.inXSDDate}
_DIRECT = {
    "leads": (ORG.headOf, False),
    "attends": (SCHEMA.attendee, True),
    "presented to": (AKT.presentedTo, False),
    "proposed by": (AKT.proposedBy, False),
    "created by": (SCHEMA.creator, False),
    "about": (SCHEMA.about, False),
    "featured in": (SCHEMA.workFeatured, True),
}
"""The property of each direct relation, and whether its triple runs from the object to the subject."""


@dataclass
class Facts:
    """The facts of one article. Claims that say the same become one fact with all their evidence."""

    extract: Extract
    resolution: Resolution
    context: Context
    slug: str
    photos: tuple[NamedNode, ...]
    triples: dict[NamedNode, set[Triple]] = field(default_factory=dict)
    evidence: dict[NamedNode, list[Evidence]] = field(default_factory=dict)
    held: dict[str, list[Evidence]] = field(default_factory=dict)
    implied: dict[str, list[Evidence]] = field(default_factory=dict)  # meetings that other claims speak of
    decisions: dict[str, list[Decision]] = field(default_factory=dict)

    def quads(self) -> Iterator[Quad]:
        """Every fact and its evidence, in the article's graph."""
        write: dict[type[Claim], Callable[..., None]] = {
            Membership: self._membership, Decision: self._decision, Quotation: self._quotation,
            Relation: self._relation, Held: self._held, Authorship: self._authorship,
        }  # fmt: skip
        for claim in self.extract.claims:
            write[type(claim)](claim)
        for path, evidence in {**self.implied, **self.held}.items():
            self._meeting(path, evidence)
        for path, decisions in self.decisions.items():
            self._decided(path, decisions)
        article = self.context.iris.article(self.slug)
        for fact, triples in self.triples.items():
            for subject, predicate, object_ in triples:
                yield Quad(subject, predicate, object_, article)
            yield from evidence_quads(fact, self.evidence[fact], self.extract.article.text, article, self.context)

    # --- who and what the claims speak of

    def path(self, referent: str) -> str:
        """The path of the entity that a referent of this article is."""
        return self.resolution.of[self.extract.article.identifier, referent]

    def entity(self, referent: str) -> NamedNode:
        """The entity that a referent is; of "photo:0" the first photo."""
        kind, _, number = referent.partition(":")
        if kind == "photo" and referent not in self.extract.referents:
            return self.photos[int(number)]
        return self.context.iris.of(self.path(referent))

    def _add(self, fact: NamedNode, evidence: tuple[Evidence, ...] | list[Evidence], *triples: Triple) -> None:
        self.triples.setdefault(fact, set()).update(triples)
        self.evidence.setdefault(fact, []).extend(evidence)

    def _attested(self, fact: NamedNode) -> list[Triple]:
        published = self.extract.article.published
        return [(fact, term(AKT.attestedOn), day(published.value))] if published else []

    # --- one method a kind of claim

    def _membership(self, claim: Membership) -> None:
        role = role_iri(claim.role, claim.concept, self.context) if claim.role or claim.concept else None
        parts = [self.path(claim.member).partition("/")[2]]
        if role:
            parts.append(slug(role.value.rpartition("/")[2]))
        if claim.organisation:
            parts.append(self.path(claim.organisation).partition("/")[2])
        parts += [part for part in (claim.status if claim.status != "current" else None, claim.since, claim.until) if part]
        # The readable parts may coincide (a person and an organisation of one name); all of them together do not.
        told = "|".join([self.path(claim.member), str(role), self.path(claim.organisation) if claim.organisation else "", str(claim.status)])
        fact = self.context.iris.of(f"membership/{joined(*parts, self.slug)}-{digest(told, 6)}")
        triples: list[Triple] = [(fact, term(RDF.type), term(ORG.Membership)), (fact, term(ORG.member), self.entity(claim.member))]
        if claim.organisation:
            triples.append((fact, term(ORG.organization), self.entity(claim.organisation)))
        if role:
            triples.append((fact, term(ORG.role), role))
        if claim.status:
            triples.append((fact, term(AKT.roleStatus), term(getattr(AKT, claim.status))))
        self._add(fact, claim.evidence, *triples, *self._attested(fact), *self._interval(fact, claim.since, claim.until))

    def _interval(self, fact: NamedNode, since: str | None, until: str | None) -> Iterator[Triple]:
        """org:memberDuring: from when to when, as OWL-Time instants as exact as stated."""
        interval = NamedNode(f"{fact.value}#interval")
        if since or until:
            yield fact, term(ORG.memberDuring), interval
            yield interval, term(RDF.type), term(TIME.Interval)
        for value, bound, name in ((since, TIME.hasBeginning, "from"), (until, TIME.hasEnd, "to")):
            if value:
                instant = NamedNode(f"{fact.value}#{name}")
                yield interval, term(bound), instant
                yield instant, term(RDF.type), term(TIME.Instant)
                yield instant, term(_INSTANT[len(value)]), day(value)

    def _decision(self, claim: Decision) -> None:
        self.decisions.setdefault(joined(self.path(claim.about).partition("/")[2], claim.outcome, self.slug), []).append(claim)

    def _decided(self, path: str, claims: list[Decision]) -> None:
        """One decision, or several of one outcome about one matter by different bodies."""
        told = {claim: "|".join([claim.about, *sorted(map(self.path, claim.decided_by)), claim.meeting or "", claim.date or ""]) for claim in claims}
        for claim in claims:
            mark = f"-{digest(told[claim], 6)}" if len(set(told.values())) > 1 else ""
            fact = self.context.iris.of(f"decision/{path}{mark}")
            triples: list[Triple] = [
                (fact, term(RDF.type), term(AKT.Decision)),
                (fact, term(RDF.type), term(SCHEMA.Event)),
                (fact, term(SCHEMA.about), self.entity(claim.about)),
                (fact, term(AKT.outcome), term(getattr(AKT, claim.outcome))),
                *((fact, term(AKT.decidedBy), self.entity(by)) for by in claim.decided_by),
                *self._attested(fact),
            ]
            if claim.method:
                triples.append((fact, term(AKT.decisionMethod), label(claim.method, self.extract.article.language)))
            if claim.meeting:
                triples.append((fact, term(AKT.atMeeting), self.entity(claim.meeting)))
                self._met(claim.meeting, claim.evidence)
            if claim.date:
                triples.append((fact, term(SCHEMA.startDate), day(claim.date)))
            self._add(fact, claim.evidence, *triples)

    def _quotation(self, claim: Quotation) -> None:
        article = self.extract.article
        fact = self.context.iris.of(f"quotation/{self.slug}--{claim.text.start}-{claim.text.end}")
        self._add(
            fact,
            claim.evidence,
            (fact, term(RDF.type), term(SCHEMA.Quotation)),
            (fact, term(SCHEMA.spokenByCharacter), self.entity(claim.speaker)),
            (fact, term(SCHEMA.text), verbatim(article.text[claim.text.start : claim.text.end], article.language)),
            (fact, term(AKT.quotationMode), term(getattr(AKT, claim.mode))),
            (fact, term(SCHEMA.isPartOf), self.context.iris.article(self.slug)),
            *self._attested(fact),
        )

    def _relation(self, claim: Relation) -> None:
        predicate, inverse = _DIRECT[claim.predicate]
        subject, object_ = self.entity(claim.subject), self.entity(claim.object)
        self._state(object_, predicate, subject, claim.evidence) if inverse else self._state(subject, predicate, object_, claim.evidence)
        for referent in (claim.subject, claim.object):
            self._met(referent, claim.evidence)

    def _authorship(self, claim: Authorship) -> None:
        iris = self.context.iris
        if claim.photo is None:
            self._state(iris.article(self.slug), SCHEMA.author, self.entity(claim.person), claim.evidence)
        else:
            self._state(self.photos[claim.photo], SCHEMA.creator, self.entity(claim.person), claim.evidence)

    def _state(self, subject: NamedNode, predicate: str, object_: NamedNode, evidence: tuple[Evidence, ...]) -> None:
        """A direct triple, and the statement (https://www.w3.org/TR/rdf-schema/#ch_statement) that bears its evidence."""
        if subject == object_:
            return  # nobody leads, attends or proposes itself: two referents turned out to be one
        fact = self.context.iris.of(f"statement/{self.slug}--{digest(f'{subject} {predicate} {object_}', 12)}")
        self._add(
            fact,
            evidence,
            (subject, term(predicate), object_),
            (fact, term(RDF.type), term(RDF.Statement)),
            (fact, term(RDF.subject), subject),
            (fact, term(RDF.predicate), term(predicate)),
            (fact, term(RDF.object), object_),
        )

    # --- meetings

    def _held(self, claim: Held) -> None:
        self.held.setdefault(self.path(claim.meeting), []).extend(claim.evidence)

    def _met(self, referent: str, evidence: tuple[Evidence, ...]) -> None:
        """A claim that speaks of a meeting is evidence of it where nothing says outright that it was held."""
        known = self.extract.referents.get(referent)
        if known and known.kind == "meeting":
            self.implied.setdefault(self.path(referent), []).extend(evidence)

    def _meeting(self, path: str, evidence: list[Evidence]) -> None:
        fact = self.context.iris.of(path)
        triples: list[Triple] = [(fact, term(RDF.type), term(AKT.Meeting)), (fact, term(RDF.type), term(SCHEMA.Event))]
        for referent in self.extract.referents.values():
            if referent.kind == "meeting" and self.path(referent.id) == path:
                if referent.owner in self.extract.referents:
                    triples.append((fact, term(SCHEMA.organizer), self.entity(referent.owner)))
                if referent.start:
                    triples.append((fact, term(SCHEMA.startDate), day(referent.start)))
                if referent.end:
                    triples.append((fact, term(SCHEMA.endDate), day(referent.end)))
                if referent.location:
                    triples.append((fact, term(SCHEMA.location), label(referent.location, self.extract.article.language)))
        self._add(fact, evidence, *triples)
