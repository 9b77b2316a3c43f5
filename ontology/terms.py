"""Every vocabulary that the graph uses, as closed namespaces: a misspelt term raises AttributeError.

Terms are rdflib `URIRef`s, so `str` too: pass them on to any RDF library. The namespaces
are those of the graph contract; rdflib's own lists are reused where they are complete.
"""
from __future__ import annotations

from typing import Final

from rdflib import namespace as _rdflib
from rdflib.namespace import DefinedNamespace, Namespace
from rdflib.term import URIRef

ID: Final = "https://w3id.org/aktorkart/id/"
"""Default base of data IRIs; configurable where graphs are built."""
ROLE: Final = "https://w3id.org/aktorkart/role/"
"""Base of the roles in roles.ttl and of roles minted from articles."""
RULE: Final = "https://w3id.org/aktorkart/rule/"
"""Base of the extraction rules that evidence names."""


class AKT(DefinedNamespace):
    """Own terms, defined in vocabulary.ttl, statuses.ttl and kinds.ttl."""

    _NS = Namespace("https://w3id.org/aktorkart/ontology#")
    _fail = True

    # Classes
    Arena: URIRef
    Decision: URIRef
    Meeting: URIRef
    OrganizationKind: URIRef
    Outcome: URIRef
    Proposal: URIRef
    QuotationMode: URIRef
    Resolution: URIRef
    RoleStatus: URIRef
    # Properties of facts and works
    atMeeting: URIRef
    attestedOn: URIRef
    decidedBy: URIRef
    decisionMethod: URIRef
    outcome: URIRef
    presentedTo: URIRef
    proposedBy: URIRef
    quotationMode: URIRef
    roleStatus: URIRef
    # Properties of evidence
    confidence: URIRef
    extractedBy: URIRef
    # Properties of roles and kinds
    appliesTo: URIRef
    bodyHint: URIRef
    compoundHead: URIRef
    headNoun: URIRef
    impliesOrganization: URIRef
    isLeading: URIRef
    isMembership: URIRef
    # Concept schemes
    organizationKinds: URIRef
    roles: URIRef
    roleStatuses: URIRef
    # Role statuses
    acting: URIRef
    candidate: URIRef
    current: URIRef
    former: URIRef
    incoming: URIRef
    outgoing: URIRef
    # Outcomes of decisions
    adopted: URIRef
    appointed: URIRef
    dissolved: URIRef
    established: URIRef
    reestablished: URIRef
    rejected: URIRef
    # Modes of quotation
    direct: URIRef
    reported: URIRef
    # Kinds of organisations
    agency: URIRef
    association: URIRef
    church: URIRef
    company: URIRef
    county: URIRef
    court: URIRef
    culture: URIRef
    foundation: URIRef
    government: URIRef
    hospital: URIRef
    international: URIRef
    media: URIRef
    military: URIRef
    ministry: URIRef
    municipality: URIRef
    parliament: URIRef
    party: URIRef
    police: URIRef
    researchInstitute: URIRef
    school: URIRef
    sports: URIRef
    union: URIRef
    university: URIRef
    # Kinds of bodies
    assembly: URIRef
    board: URIRef
    branch: URIRef
    commission: URIRef
    committee: URIRef
    council: URIRef
    delegation: URIRef
    department: URIRef
    governingBody: URIRef
    leadership: URIRef
    panel: URIRef
    parliamentaryGroup: URIRef
    project: URIRef
    secretariat: URIRef
    workingGroup: URIRef
    # Kinds of collaborations
    coalition: URIRef
    collaboration: URIRef


class ORG(_rdflib.ORG):
    """W3C Organization Ontology, https://www.w3.org/TR/vocab-org/"""

    _fail = True


class FOAF(_rdflib.FOAF):
    """FOAF, http://xmlns.com/foaf/spec/"""

    _fail = True


class SCHEMA(_rdflib.SDO):
    """schema.org with https, https://schema.org/"""

    _fail = True


class DCTERMS(_rdflib.DCTERMS):
    """DCMI Metadata Terms, https://www.dublincore.org/specifications/dublin-core/dcmi-terms/"""

    _fail = True


class SKOS(_rdflib.SKOS):
    """SKOS, https://www.w3.org/TR/skos-reference/"""

    _fail = True


class TIME(_rdflib.TIME):
    """OWL-Time, https://www.w3.org/TR/owl-time/"""

    _fail = True


class PROV(_rdflib.PROV):
    """PROV-O, https://www.w3.org/TR/prov-o/"""

    _fail = True


class RDF(_rdflib.RDF):
    """RDF 1.1, https://www.w3.org/TR/rdf11-concepts/"""

    _fail = True


class RDFS(_rdflib.RDFS):
    """RDF Schema 1.1, https://www.w3.org/TR/rdf-schema/"""

    _fail = True


class OWL(_rdflib.OWL):
    """OWL 2, https://www.w3.org/TR/owl2-overview/"""

    _fail = True


class XSD(_rdflib.XSD):
    """XML Schema datatypes, https://www.w3.org/TR/xmlschema11-2/"""

    _fail = True


class VOID(_rdflib.VOID):
    """VoID, https://www.w3.org/TR/void/"""

    _fail = True


class DCAT(_rdflib.DCAT):
    """DCAT 3, https://www.w3.org/TR/vocab-dcat-3/"""

    _fail = True


class OA(DefinedNamespace):
    """Web Annotation Vocabulary, https://www.w3.org/TR/annotation-vocab/ (rdflib has none)."""

    _NS = Namespace("http://www.w3.org/ns/oa#")
    _fail = True

    Annotation: URIRef
    Choice: URIRef
    FragmentSelector: URIRef
    Motivation: URIRef
    RangeSelector: URIRef
    ResourceSelection: URIRef
    Selector: URIRef
    SpecificResource: URIRef
    State: URIRef
    TextPositionSelector: URIRef
    TextQuoteSelector: URIRef
    TextualBody: URIRef
    TimeState: URIRef
    annotationService: URIRef
    canonical: URIRef
    classifying: URIRef
    commenting: URIRef
    describing: URIRef
    end: URIRef
    exact: URIRef
    hasBody: URIRef
    hasPurpose: URIRef
    hasScope: URIRef
    hasSelector: URIRef
    hasSource: URIRef
    hasState: URIRef
    hasTarget: URIRef
    identifying: URIRef
    linking: URIRef
    motivatedBy: URIRef
    prefix: URIRef
    processingLanguage: URIRef
    refinedBy: URIRef
    sourceDate: URIRef
    start: URIRef
    suffix: URIRef
    tagging: URIRef
    text: URIRef
    via: URIRef


class PAV(DefinedNamespace):
    """Provenance, Authoring and Versioning 2.3, http://purl.org/pav/ (rdflib has none)."""

    _NS = Namespace("http://purl.org/pav/")
    _fail = True

    authoredBy: URIRef
    authoredOn: URIRef
    contributedBy: URIRef
    createdAt: URIRef
    createdBy: URIRef
    createdOn: URIRef
    createdWith: URIRef
    curatedBy: URIRef
    curatedOn: URIRef
    curates: URIRef
    derivedFrom: URIRef
    hasCurrentVersion: URIRef
    hasEarlierVersion: URIRef
    hasVersion: URIRef
    importedBy: URIRef
    importedFrom: URIRef
    importedOn: URIRef
    lastRefreshedOn: URIRef
    lastUpdateOn: URIRef
    previousVersion: URIRef
    providedBy: URIRef
    retrievedBy: URIRef
    retrievedFrom: URIRef
    retrievedOn: URIRef
    sourceAccessedAt: URIRef
    sourceAccessedBy: URIRef
    sourceAccessedOn: URIRef
    sourceLastAccessedOn: URIRef
    version: URIRef
