"""The namespaces: closed, complete for the graph contract, and the same terms as the Turtle files define."""
from __future__ import annotations

import pytest

from ontology import terms
from ontology.lexicon import ontology_quads

CONTRACT = [
    (terms.ORG, "Membership Role FormalOrganization OrganizationalUnit OrganizationalCollaboration headOf memberDuring"),
    (terms.FOAF, "Person name givenName familyName"),
    (terms.SCHEMA, "NewsArticle Quotation ImageObject Report organizer attendee spokenByCharacter mentions creditText"),
    (terms.OA, "Annotation SpecificResource TextPositionSelector TextQuoteSelector hasBody hasTarget start end exact"),
    (terms.TIME, "Interval Instant hasBeginning hasEnd inXSDDate"),
    (terms.PAV, "retrievedOn"),
    (terms.PROV, "Activity wasGeneratedBy used"),
    (terms.SKOS, "Concept prefLabel altLabel hiddenLabel closeMatch broader"),
    (terms.VOID, "Dataset triples"),
    (terms.DCAT, "Dataset distribution"),
    (terms.DCTERMS, "identifier title license"),
    (terms.RDF, "type Statement subject predicate object"),
    (terms.RDFS, "label"),
]


@pytest.mark.parametrize(("namespace", "names"), CONTRACT, ids=lambda value: getattr(value, "__name__", ""))
def test_contract_terms_exist_and_misspelt_ones_raise(namespace: type, names: str) -> None:
    for name in names.split():
        assert str(namespace[name]).endswith(name)
    with pytest.raises(AttributeError, match="prefLable"):
        namespace.prefLable  # noqa: B018


def test_schema_org_is_https() -> None:
    assert str(terms.SCHEMA.headline) == "https://schema.org/headline"


def test_own_terms_are_those_that_the_turtle_files_define() -> None:
    own = "https://w3id.org/aktorkart/ontology#"
    defined = {quad.subject.value for quad in ontology_quads() if quad.subject.value.startswith(own)}
    named = {str(terms.AKT[name]) for name in terms.AKT.__annotations__ if not name.startswith("_")}
    assert named == defined


def test_every_own_term_is_labelled_and_defined_in_three_languages() -> None:
    own = "https://w3id.org/aktorkart/ontology#"
    schemes = {str(terms.AKT.roles), str(terms.AKT.roleStatuses), str(terms.AKT.organizationKinds)}
    label, definition = str(terms.RDFS.label), str(terms.SKOS.definition)
    found: dict[tuple[str, str], set[str]] = {}
    quads = list(ontology_quads())
    for quad in quads:
        if quad.predicate.value in (label, definition):
            found.setdefault((quad.subject.value, quad.predicate.value), set()).add(quad.object.language)
    for subject in {quad.subject.value for quad in quads if quad.subject.value.startswith(own)}:
        assert found.get((subject, label)) == {"nb", "nn", "en"}, subject
        if subject not in schemes:
            assert found.get((subject, definition)) == {"nb", "nn", "en"}, subject
