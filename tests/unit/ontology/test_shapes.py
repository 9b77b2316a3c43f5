"""The shapes: a sound graph conforms, and each breach is reported where it is."""
from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from ontology import lexicon
from ontology.shapes import Violation, validate
from ontology.turtle import read_data

PREFIXES = """
@prefix akt: <https://w3id.org/aktorkart/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix x: <https://w3id.org/aktorkart/id/> .
@prefix role: <https://w3id.org/aktorkart/role/> .
"""
GRAPH = """
x:kari a foaf:Person ; foaf:name "Kari Testdatter" ; rdfs:label "Kari Testdatter" .
x:eksempel a org:FormalOrganization , org:Organization ; skos:prefLabel "Foreningen Eksempel"@nb ;
    rdfs:label "Foreningen Eksempel"@nb ; org:classification akt:association .
x:styret a org:OrganizationalUnit , org:Organization , akt:Arena ; skos:prefLabel "styret"@nb ; rdfs:label "styret"@nb ; org:unitOf x:eksempel .
x:article a schema:NewsArticle ; dcterms:identifier "a1" ; schema:inLanguage "nb" ; rdfs:label "Ny leder"@nb ;
    schema:datePublished "2020-02-29"^^xsd:date ; schema:mentions x:kari , x:eksempel , x:styret , x:meeting , x:proposal .
x:membership a org:Membership ; org:member x:kari ; org:organization x:eksempel ; org:role role:leder ;
    akt:roleStatus akt:current ; akt:attestedOn "2020-02-29"^^xsd:date .
x:kari org:headOf x:eksempel .
x:meeting a akt:Meeting , schema:Event ; rdfs:label "styremøte"@nb ; schema:organizer x:styret ; schema:startDate "2020"^^xsd:gYear .
x:proposal a akt:Proposal , schema:CreativeWork ; schema:name "et forslag"@nb ; rdfs:label "et forslag"@nb ; akt:proposedBy x:kari .
x:statement a rdf:Statement ; rdf:subject x:proposal ; rdf:predicate akt:proposedBy ; rdf:object x:kari .
x:decision a akt:Decision , schema:Event ; akt:decidedBy x:styret ; schema:about x:proposal ; akt:outcome akt:adopted .
x:quotation a schema:Quotation ; schema:spokenByCharacter x:kari ; schema:text "Dette er en prøve"@nb ;
    akt:quotationMode akt:direct ; schema:isPartOf x:article .
x:evidence a oa:Annotation ; oa:hasBody x:membership , x:meeting , x:statement , x:decision , x:quotation ; oa:hasTarget x:target ;
    akt:confidence 0.9 ; akt:extractedBy <https://w3id.org/aktorkart/rule/test> ; prov:wasGeneratedBy x:run .
x:target a oa:SpecificResource ; oa:hasSource x:article ; oa:hasSelector x:position , x:quote .
x:position a oa:TextPositionSelector ; oa:start 3 ; oa:end 13 .
x:quote a oa:TextQuoteSelector ; oa:exact "leder Kari" .
"""


def triples(turtle: str) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse((PREFIXES + turtle).encode(), format=ox.RdfFormat.TURTLE)]


def changed(old: str, new: str) -> list[Violation]:
    assert old in GRAPH
    return validate(triples(GRAPH.replace(old, new, 1)))


def test_a_sound_graph_conforms() -> None:
    assert validate(triples(GRAPH)) == []


def test_a_sound_graph_conforms_with_the_ontology_beside_it() -> None:
    assert validate([*triples(GRAPH), *lexicon.ontology_quads()]) == []


def test_a_role_may_be_held_at_a_place() -> None:
    place = 'x:tokke a schema:Place ; rdfs:label "Tokke"@nb .'
    held = GRAPH.replace("org:organization x:eksempel", "org:organization x:tokke").replace("schema:mentions x:kari", "schema:mentions x:tokke , x:kari")
    held = held.replace("x:kari org:headOf x:eksempel .", "")
    assert validate(triples(held + place)) == []
    assert [v.path for v in validate(triples(held + place.replace('; rdfs:label "Tokke"@nb', "")))] == ["rdfs:label"]


def test_an_empty_graph_conforms() -> None:
    assert validate([]) == []


@pytest.mark.parametrize(
    ("old", "new", "focus", "path", "shape"),
    [
        ('; foaf:name "Kari Testdatter"', "", "kari", "foaf:name", "PersonShape"),
        ('foaf:name "Kari Testdatter"', 'foaf:name "Kari Testdatter" , "Kari"', "kari", "foaf:name", "PersonShape"),
        ('; rdfs:label "Kari Testdatter"', "", "kari", "rdfs:label", "PersonShape"),
        ('skos:prefLabel "Foreningen Eksempel"@nb', 'skos:prefLabel "A"@nb , "B"@nb', "eksempel", "skos:prefLabel", "OrganizationShape"),
        ('skos:prefLabel "styret"@nb', 'skos:prefLabel "styret"', "styret", "skos:prefLabel", "OrganizationShape"),
        ("akt:association", "akt:asociation", "eksempel", "org:classification", "OrganizationShape"),
        ("org:FormalOrganization , org:Organization", "org:FormalOrganization", "eksempel", "", "FormalOrganizationShape"),
        ("org:unitOf x:eksempel", "org:unitOf x:nowhere", "styret", "org:unitOf", "BodyShape"),
        ('dcterms:identifier "a1" ;', "", "article", "dcterms:identifier", "ArticleShape"),
        ('schema:inLanguage "nb"', 'schema:inLanguage "no"', "article", "schema:inLanguage", "ArticleShape"),
        ('schema:datePublished "2020-02-29"^^xsd:date', 'schema:datePublished "29. februar"', "article", "schema:datePublished", "ArticleShape"),
        ('schema:datePublished "2020-02-29"^^xsd:date', 'schema:datePublished "2021-02-29"^^xsd:date', "article", "schema:datePublished", "ArticleShape"),
        ("org:member x:kari ;", "", "membership", "org:member", "MembershipShape"),
        ("org:member x:kari", "org:member x:kari , x:eksempel", "membership", "org:member", "MembershipShape"),
        ("org:member x:kari", "org:member x:meeting", "membership", "org:member", "MembershipShape"),
        ("org:organization x:eksempel", "org:organization x:kari", "membership", "org:organization", "MembershipShape"),
        ("akt:roleStatus akt:current", "akt:roleStatus akt:emeritus", "membership", "akt:roleStatus", "MembershipShape"),
        ("akt:roleStatus akt:current", "akt:roleStatus akt:current , akt:former", "membership", "akt:roleStatus", "MembershipShape"),
        ("oa:hasBody x:membership ,", "oa:hasBody", "membership", "^oa:hasBody", "MembershipShape"),
        ("x:meeting , x:statement ,", "x:statement ,", "meeting", "^oa:hasBody", "MeetingShape"),
        (", x:statement , x:decision", ", x:decision", "statement", "^oa:hasBody", "StatementShape"),
        (", x:decision , x:quotation ;", ", x:quotation ;", "decision", "^oa:hasBody", "DecisionShape"),
        (", x:quotation ;", ";", "quotation", "^oa:hasBody", "QuotationShape"),
        ("schema:organizer x:styret", "schema:organizer x:eksempel", "meeting", "schema:organizer", "MeetingShape"),
        ("; akt:outcome akt:adopted", "", "decision", "akt:outcome", "DecisionShape"),
        ("schema:about x:proposal ;", "", "decision", "schema:about", "DecisionShape"),
        ("akt:decidedBy x:styret", "akt:decidedBy x:article", "decision", "akt:decidedBy", "DecisionShape"),
        ("schema:spokenByCharacter x:kari ;", "", "quotation", "schema:spokenByCharacter", "QuotationShape"),
        ("akt:quotationMode akt:direct", 'akt:quotationMode "direct"', "quotation", "akt:quotationMode", "QuotationShape"),
        ('schema:name "et forslag"@nb ;', "", "proposal", "schema:name", "WorkShape"),
        ("akt:confidence 0.9", "akt:confidence 1.1", "evidence", "akt:confidence", "AnnotationShape"),
        ("akt:confidence 0.9", "akt:confidence 0.9 , 0.8", "evidence", "akt:confidence", "AnnotationShape"),
        ("akt:confidence 0.9", 'akt:confidence "0.9"', "evidence", "akt:confidence", "AnnotationShape"),
        ("oa:hasTarget x:target ;", "", "evidence", "oa:hasTarget", "AnnotationShape"),
        ("; prov:wasGeneratedBy x:run", "", "evidence", "prov:wasGeneratedBy", "AnnotationShape"),
        ("x:position , x:quote .", "x:quote .", "target", "oa:hasSelector", "TargetShape"),
        ("x:position , x:quote .", "x:position .", "target", "oa:hasSelector", "TargetShape"),
        ("oa:hasSource x:article ;", "", "target", "oa:hasSource", "TargetShape"),
        ("oa:start 3", "oa:start 13", "position", "oa:start", "PositionShape"),
        ("oa:start 3", "oa:start -1", "position", "oa:start", "PositionShape"),
        ("oa:end 13", 'oa:end "13"', "position", "oa:end", "PositionShape"),
        ("oa:exact \"leder Kari\"", 'oa:exact ""', "quote", "oa:exact", "QuoteShape"),
        ("oa:exact \"leder Kari\"", 'oa:exact "leder Kari T"', "target", "oa:hasSelector", "QuoteLengthRule"),
        ("rdf:object x:kari", "rdf:object x:eksempel", "proposal", "akt:proposedBy", "StatedTripleRule"),
        ("org:role role:leder ;", "", "kari", "org:headOf", None),
        ("org:organization x:eksempel ;", "", "kari", "org:headOf", "StatedTripleRule"),
        ("schema:mentions x:kari ,", "schema:mentions", "kari", "^schema:mentions", "MentionedRule"),
    ],
)  # fmt: skip
def test_a_breach_is_reported_where_it_is(old: str, new: str, focus: str, path: str, shape: str | None) -> None:
    found = [(each.focus, each.path, each.shape) for each in changed(old, new)]
    expected = (f"https://w3id.org/aktorkart/id/{focus}", path, shape)
    assert (expected in found) is (shape is not None), found


@pytest.mark.parametrize(
    ("turtle", "focus", "shape"),
    [
        ("x:kari rdfs:seeAlso [] .", "https://w3id.org/aktorkart/id/kari", "NoBlankNodeRule"),
        ("<https://w3id.org/aktorkart/id/person/kåre> rdfs:label \"Kåre\" .", "https://w3id.org/aktorkart/id/person/kåre", "AsciiIriRule"),
    ],
)
def test_terms_that_other_stores_would_change(turtle: str, focus: str, shape: str) -> None:
    assert (focus, shape) in [(each.focus, each.shape) for each in validate(triples(GRAPH + turtle))]


def test_other_bases_are_checked_too() -> None:
    graph = [*triples('<https://example.org/id/å> rdfs:label "å" .')]
    assert [each.shape for each in validate(graph, "https://example.org/id/")] == ["AsciiIriRule"]
    assert validate(graph) == []


def test_an_institution_of_the_register_needs_no_article() -> None:
    turtle = (
        "<https://w3id.org/aktorkart/id/organisation/stortinget> a org:FormalOrganization , org:Organization ;"
        ' skos:prefLabel "Stortinget"@nb ; rdfs:label "Stortinget"@nb .'
    )
    assert validate(triples(turtle)) == []


def test_a_violation_reads_by_itself() -> None:
    (violation,) = changed("akt:confidence 0.9", "akt:confidence 1.1")
    assert str(violation) == (
        "<https://w3id.org/aktorkart/id/evidence> akt:confidence: akt:confidence must be one number from 0 to 1 "
        '(is "1.1"^^<http://www.w3.org/2001/XMLSchema#decimal>) [AnnotationShape]'
    )


def test_violations_are_in_one_order_whatever_the_order_of_the_triples() -> None:
    graph = triples(GRAPH.replace("akt:confidence 0.9", "akt:confidence 7").replace("oa:start 3", "oa:start 15"))
    first = validate(graph)
    assert len(first) >= 3
    assert first == sorted(first) == validate(graph[::-1])


def test_the_lists_in_the_shapes_are_those_of_the_schemes() -> None:
    shapes = rdflib.Graph().parse(data=read_data("shapes.ttl"), format="turtle")
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")

    def listed(path: str) -> set[str]:
        node = next(each for each in shapes.subjects(sh.path, rdflib.URIRef(path)) if shapes.value(each, sh["in"]))
        return {str(item) for item in shapes.items(shapes.value(node, sh["in"]))}

    assert listed("http://www.w3.org/ns/org#classification") == {kind.iri for kind in lexicon.kinds()}
    assert listed("https://w3id.org/aktorkart/ontology#roleStatus") == {status.iri for status in lexicon.statuses()}


def test_every_property_shape_has_a_message() -> None:
    shapes = rdflib.Graph().parse(data=read_data("shapes.ttl"), format="turtle")
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    properties = list(shapes.objects(None, sh.property))
    assert len(properties) > 50
    assert [shapes.value(node, sh.path) for node in properties if shapes.value(node, sh.message) is None] == []


@pytest.mark.shared
def test_the_contracts_example_conforms(shared: Path) -> None:
    quads = list(ox.parse(path=str(shared / "design" / "example-003.trig"), format=ox.RdfFormat.TRIG))
    assert validate(quads) == []


def test_a_graph_of_25_articles_conforms() -> None:
    facts, in_one = 35, 7  # a rich short article states some 35 facts; GRAPH states seven
    turtle = "".join(GRAPH.replace("x:", f"x:c{copy}-") for copy in range(25 * facts // in_one))
    assert validate(triples(turtle)) == []
