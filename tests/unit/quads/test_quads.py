"""The graph's terms, as the graph contract has them."""

from __future__ import annotations

import pytest

from build_graph.iris import Iris
from build_graph.model import Authorship, Decision, Evidence, Held, Membership, Photo, Quotation, Relation, Span, Stated
from build_graph.quads import Context
from build_graph.quads.nodes import UnsafeText, day, decimal, label, verbatim
from ontology.lexicon import institution_by_id, role_by_form
from tests.making import Made, ask, graph

ROLE = "https://w3id.org/aktorkart/role/"


@pytest.fixture
def made() -> Made:
    return Made("003_x")


def test_membership_with_all_that_may_be_stated(made: Made) -> None:
    kari, forening = made.add("person", "Kari Testdatter"), made.add("organisation", "Foreningen Eksempel")
    leder = role_by_form()["leder"]
    made.claim(Membership(kari, forening, "leder", leder.iri, "acting", made.said("fungerende leder"), since="2017-05", until="2019"))
    store = graph(made)
    ((fact,),) = ask(store, "?m a org:Membership", "m")
    assert fact.startswith("id:membership/kari-testdatter--leder--foreningen-eksempel--acting--2017-05--2019--003-x-")
    assert ask(store, "?m a org:Membership ; org:member ?w ; org:organization ?o ; akt:roleStatus ?s ; akt:attestedOn ?d", "w", "o", "s", "d") == {
        ("id:person/kari-testdatter", "id:organisation/foreningen-eksempel", "akt:acting", '"2018-01-22"^^xsd:date')
    }
    assert ask(store, "?m org:role ?r . ?r skos:prefLabel ?l", "l") == {('"leder"@nb',), ('"leiar"@nn',), ('"leader"@en',)}
    assert ask(store, "?m org:memberDuring ?i . ?i a time:Interval ; time:hasBeginning/time:inXSDgYearMonth ?a ; time:hasEnd/time:inXSDgYear ?b", "a", "b") == {
        ('"2017-05"^^xsd:gYearMonth', '"2019"^^xsd:gYear')
    }


def test_facts_stand_in_the_article_s_graph_and_identity_in_another(made: Made) -> None:
    kari, forening = made.add("person", "Kari Testdatter"), made.add("organisation", "Foreningen Eksempel")
    made.claim(Membership(kari, forening, "leder", None, "current", made.said("lederen")))
    store = graph(made)
    assert ask(store, "GRAPH ?g { ?m a org:Membership }", "g") == {("id:article/003-x",)}
    assert ask(store, "GRAPH ?g { ?p a foaf:Person }", "g") == {("id:graph/entities",)}
    assert ask(store, "GRAPH ?g { ?p a akt:Outcome }", "g") == {("id:graph/ontology",)}
    assert ask(store, "GRAPH ?g { ?p a void:Dataset }", "g") == {("id:graph/dataset",)}


def test_affiliation_without_role_or_date() -> None:
    made = Made(published=None)
    kari, forening = made.add("person", "Kari Testdatter"), made.add("organisation", "Foreningen Eksempel")
    made.claim(Membership(kari, forening, None, None, None, made.said("i foreningen")))
    store = graph(made)
    assert ask(store, "?m a org:Membership ; ?p ?o . FILTER(?p NOT IN (rdf:type))", "p") == {("org:member",), ("org:organization",)}


def test_a_role_that_the_scheme_lacks_is_minted_under_its_head(made: Made) -> None:
    kari = made.add("person", "Kari Testdatter")
    made.claim(Membership(kari, None, "prøvedirektør", None, "current", made.said("prøvedirektør Kari Testdatter")))
    store = graph(made)
    assert ask(store, "?m org:role ?r . ?r a org:Role, skos:Concept ; skos:prefLabel ?l ; rdfs:label ?l ; skos:broader ?b", "r", "l", "b") == {
        (f"<{ROLE}provedirektor>", '"prøvedirektør"@nb', f"<{ROLE}direktor>")
    }


def test_a_label_of_the_scheme_is_the_scheme_s_role(made: Made) -> None:
    kari = made.add("person", "Kari Testdatter")
    made.claim(Membership(kari, None, "Leder", None, "current", made.said("Leder Kari Testdatter")))
    assert ask(graph(made), "?m org:role ?r", "r") == {(f"<{ROLE}leder>",)}


def test_one_fact_said_twice_is_one_node_with_two_pieces_of_evidence(made: Made) -> None:
    kari, forening = made.add("person", "Kari Testdatter"), made.add("organisation", "Foreningen Eksempel")
    for words in ("leder Kari Testdatter", "Testdatter leder foreningen"):
        made.claim(Membership(kari, forening, "leder", None, "current", made.said(words)))
    store = graph(made)
    assert len(ask(store, "?m a org:Membership", "m")) == 1
    assert len(ask(store, "?m a org:Membership . ?e oa:hasBody ?m", "e")) == 2


def test_evidence_is_a_web_annotation_with_position_and_quote(made: Made) -> None:
    kari, forening = made.add("person", "Kari Testdatter"), made.add("organisation", "Foreningen Eksempel")
    made.text = "Først 😀 \r\n" + made.text
    made.claim(Relation("leads", kari, forening, made.said("leder foreningen 😀", "verb-of-leading", 0.85)))
    store = graph(made)
    rows = ask(
        store,
        """?e a oa:Annotation ; oa:hasBody ?f ; oa:hasTarget ?t ; akt:confidence ?c ; akt:extractedBy ?rule ; prov:wasGeneratedBy/a prov:Activity .
           ?f a rdf:Statement ; rdf:predicate org:headOf .
           ?t a oa:SpecificResource ; oa:hasSource ?a ; oa:hasSelector ?p, ?q .
           ?p a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end . ?q a oa:TextQuoteSelector ; oa:exact ?exact""".replace("/a ", "/rdf:type "),
        "c", "rule", "a", "start", "end", "exact",
    )  # fmt: skip
    start = made.text.index("leder foreningen 😀")
    assert rows == {('"0.85"^^xsd:decimal', "<https://w3id.org/aktorkart/rule/verb-of-leading>", "id:article/003-x",
                     f'"{start}"^^xsd:integer', f'"{start + 18}"^^xsd:integer', '"leder foreningen 😀"')}  # fmt: skip


@pytest.mark.parametrize(
    ("predicate", "kinds", "triple"),
    [
        ("leads", ("person", "organisation"), "?a org:headOf ?b"),
        ("attends", ("person", "meeting"), "?b schema:attendee ?a"),
        ("presented to", ("report", "organisation"), "?a akt:presentedTo ?b"),
        ("proposed by", ("proposal", "person"), "?a akt:proposedBy ?b"),
        ("created by", ("report", "person"), "?a schema:creator ?b"),
        ("about", ("resolution", "organisation"), "?a schema:about ?b"),
        ("featured in", ("report", "meeting"), "?b schema:workFeatured ?a"),
    ],
)
def test_direct_relations_and_their_statements(made: Made, predicate: str, kinds: tuple[str, str], triple: str) -> None:
    first, second = made.add(kinds[0], "Aller Første"), made.add(kinds[1], "Aller Andre")  # type: ignore[arg-type]
    made.claim(Relation(predicate, first, second, made.said("evidens")))  # type: ignore[arg-type]
    store = graph(made)
    ((a, b),) = ask(store, triple, "a", "b")
    assert (a.split("/")[0], b.split("/")[0]) == tuple(f"id:{kind}" for kind in kinds)
    assert ask(store, f"{triple} . ?s a rdf:Statement ; rdf:subject ?x ; rdf:object ?y . ?e oa:hasBody ?s FILTER(?x IN (?a, ?b) && ?y IN (?a, ?b))", "s")


def test_meetings_have_arena_dates_and_evidence(made: Made) -> None:
    forening = made.add("organisation", "Foreningen Eksempel")
    styre = made.add("body", "landsstyret", owner=forening, classification="governingBody", named=False)
    møte = made.add("meeting", "landsstyremøtet", owner=styre, start="2018-05-29", end="2018-05-31", location="Oslo")
    made.claim(Held(møte, made.said("Landsstyremøtet ble holdt i Oslo")))
    store = graph(made)
    assert ask(store, "GRAPH <https://w3id.org/aktorkart/id/article/003-x> { ?m a akt:Meeting, schema:Event ; schema:organizer ?o ; schema:startDate ?s ; schema:endDate ?e ; schema:location ?l }", "o", "s", "e", "l") == {
        ("id:body/foreningen-eksempel--landsstyret", '"2018-05-29"^^xsd:date', '"2018-05-31"^^xsd:date', '"Oslo"@nb')
    }
    assert ask(store, "?a a akt:Arena", "a") == {("id:body/foreningen-eksempel--landsstyret",)}
    assert ask(store, "?m a akt:Meeting . ?e oa:hasBody ?m ; akt:extractedBy ?r", "r") == {("<https://w3id.org/aktorkart/rule/made-by-hand>",)}


def test_a_meeting_that_another_claim_speaks_of_is_stated_with_that_evidence(made: Made) -> None:
    kari, møte = made.add("person", "Kari Testdatter"), made.add("meeting", "årsmøtet", named=False)
    made.claim(Relation("attends", kari, møte, made.said("Testdatter møtte", "attendance")))
    assert ask(graph(made), "GRAPH ?g { ?m a akt:Meeting . ?e oa:hasBody ?m ; akt:extractedBy ?r } FILTER(?g != id:graph\\/entities)", "r") == {
        ("<https://w3id.org/aktorkart/rule/attendance>",)
    }


def test_a_meeting_of_which_nothing_is_said_is_left_out(made: Made) -> None:
    made.add("meeting", "årsmøtet", named=False)
    assert not ask(graph(made), "?m a akt:Meeting", "m")


def test_decisions(made: Made) -> None:
    styre, sak, møte = made.add("body", "Prøvestyret"), made.add("resolution", "Ny prøveplan"), made.add("meeting", "styremøtet", named=False)
    made.claim(Decision("adopted", sak, (styre,), made.said("vedtok"), method="enstemmig", meeting=møte, date="2018-01-20"))
    store = graph(made)
    assert ask(store, """?d a akt:Decision, schema:Event ; akt:decidedBy ?by ; schema:about ?x ; akt:outcome ?o ; akt:decisionMethod ?m ;
                         akt:atMeeting ?at ; schema:startDate ?s ; akt:attestedOn ?d8""", "by", "x", "o", "m", "s") == {
        ("id:body/provestyret", "id:resolution/ny-proveplan", "akt:adopted", '"enstemmig"@nb', '"2018-01-20"^^xsd:date')
    }  # fmt: skip
    assert ask(store, "?x a akt:Resolution, schema:CreativeWork ; schema:name ?n ; rdfs:label ?n", "n") == {('"Ny prøveplan"@nb',)}


def test_two_bodies_that_decide_the_same_make_two_decisions(made: Made) -> None:
    sak = made.add("resolution", "Ny prøveplan")
    for name in ("Prøvestyret", "Prøverådet"):
        made.claim(Decision("adopted", sak, (made.add("body", name),), made.said(f"{name} vedtok")))
    assert len(ask(graph(made), "?d a akt:Decision ; akt:decidedBy ?by", "d", "by")) == 2


def test_quotations_keep_the_words_as_they_stand(made: Made) -> None:
    kari = made.add("person", "Kari Testdatter")
    text = "Vi  prøver\n«igjen»"
    made.claim(Quotation(kari, made.span(text), "direct", made.said(f"{text}. ")))
    assert ask(graph(made), "?q a schema:Quotation ; schema:spokenByCharacter ?w ; schema:text ?t ; akt:quotationMode ?m ; schema:isPartOf ?a", "w", "t", "m", "a") == {
        ("id:person/kari-testdatter", '"Vi  prøver\\n«igjen»"@nb', "akt:direct", "id:article/003-x")
    }


def test_articles_and_photos() -> None:
    made = Made(
        "003_x",
        text="Bildetekst med Kari Testdatter. Foto: Ola Prøve/Byrået. ",
        stated={
            "headline": Stated("En\n prøve", None), "section": Stated("Aktuelt", None), "retrieved": Stated("2026-06-21", None),
            "journal": Stated("Tidsskrift for Den norske legeforening", None), "url": Stated("https://eksempel.no/å?a=b c", None),
        },
    )  # fmt: skip
    made.photos = (Photo(Stated("Ola Prøve/Byrået", made.span("Ola Prøve/Byrået")), caption=made.span("Bildetekst med Kari Testdatter")),)
    kari, ola = made.add("person", "Kari Testdatter"), made.add("person", "Ola Prøve")
    made.claim(Authorship(kari, made.said("Kari Testdatter")), Authorship(ola, made.said("Ola Prøve"), photo=0), Relation("about", "photo:0", kari, made.said("Kari Testdatter")))
    store = graph(made)
    assert ask(store, """?a a schema:NewsArticle ; dcterms:identifier ?i ; schema:headline ?h ; rdfs:label ?h ; schema:articleSection ?s ; schema:author ?w ;
                         schema:datePublished ?d ; schema:inLanguage ?l ; schema:isPartOf ?j ; schema:url ?u ; pav:retrievedOn ?r""",
               "i", "h", "s", "w", "d", "l", "j", "u", "r") == {
        ('"003_x"', '"En prøve"@nb', '"Aktuelt"@nb', "id:person/kari-testdatter", '"2018-01-22"^^xsd:date', '"nb"',
         "id:organisation/tidsskrift-for-den-norske-legeforening", "<https://eksempel.no/%C3%A5?a=b%20c>", '"2026-06-21"^^xsd:date')
    }  # fmt: skip
    assert ask(store, "?i a schema:ImageObject ; schema:creator ?c ; schema:creditText ?t ; schema:caption ?k ; schema:about ?w ; schema:isPartOf ?a", "c", "t", "k", "w") == {
        ("id:person/ola-prove", '"Ola Prøve/Byrået"', '"Bildetekst med Kari Testdatter"@nb', "id:person/kari-testdatter")
    }


@pytest.mark.parametrize("address", ["javascript:alert(1)", "eksempel.no", "http://[", "file:///etc/passwd", "https://", "  "])
def test_an_address_that_is_none_of_the_web_is_left_out(address: str) -> None:
    assert not ask(graph(Made(stated={"url": Stated(address, None)})), "?a schema:url ?u", "u")


def test_everyone_mentioned_is_mentioned_and_shown(made: Made) -> None:
    forening = made.add("organisation", "Foreningen Eksempel")
    made.add("body", "landsstyret", owner=forening)
    made.add("place", "Oslo")
    store = graph(made)
    assert ask(store, "?a schema:mentions ?x", "x") == {("id:organisation/foreningen-eksempel",), ("id:body/foreningen-eksempel--landsstyret",)}
    assert ask(store, "?x org:unitOf ?o", "x", "o") == {("id:body/foreningen-eksempel--landsstyret", "id:organisation/foreningen-eksempel")}


def test_names_have_their_article_s_language_and_institutions_all_three() -> None:
    nb, nn = Made("a1"), Made("a2", language="nn")
    nb.add("organisation", "Norsk Prøveforbund", "NPX")
    nn.add("organisation", "Norsk Prøveforbund", "Prøveforbundet i Noreg")
    nn.add("organisation", "Den norske legeforening", register="den-norske-legeforening")
    store = graph(nb, nn)
    assert ask(store, "id:organisation\\/norsk-proveforbund skos:prefLabel ?l ; rdfs:label ?l", "l") == {('"Norsk Prøveforbund"@nb',), ('"Norsk Prøveforbund"@nn',)}
    assert ask(store, "id:organisation\\/norsk-proveforbund skos:altLabel ?l", "l") == {('"NPX"@nb',), ('"Prøveforbundet i Noreg"@nn',)}
    labels = institution_by_id()["den-norske-legeforening"].labels
    assert ask(store, "id:organisation\\/den-norske-legeforening skos:prefLabel ?l", "l") == {(f'"{text}"@{tag}',) for tag, text in labels.items()}


@pytest.mark.parametrize(
    ("name", "given", "family"),
    [("Mattis Dahl Prøve", "Mattis Dahl", "Prøve"), ("Ola van der Prøve", "Ola", "van der Prøve"), ("Kari", "", "")],
)
def test_given_and_family_names(made: Made, name: str, given: str, family: str) -> None:
    made.add("person", name)
    expected = {(f'"{given}"', f'"{family}"')} if given else set()
    assert ask(graph(made), "?p foaf:givenName ?g ; foaf:familyName ?f", "g", "f") == expected


def test_no_blank_nodes_and_only_ascii_iris(made: Made) -> None:
    made.add("person", "Åse Ærlig-Øygård")
    for quad in graph(made):
        for term in (quad.subject, quad.predicate, quad.object, quad.graph_name):
            text = str(term)
            assert not text.startswith("_:")
            if text.startswith("<"):
                assert text.isascii()


def test_the_base_moves_the_data_and_not_the_vocabulary(made: Made) -> None:
    made.add("person", "Kari Testdatter")
    context = Context(Iris("https://example.org/d/"), institution_by_id(), role_by_form(), "9", "abc")
    store = graph(made, context=context)
    assert ask(store, "?p a foaf:Person", "p") == {("<https://example.org/d/person/kari-testdatter>",)}
    assert not ask(store, "GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), STR(id:)))", "g")


def test_the_run_depends_on_the_program_only() -> None:
    first, second = (graph(Made(name, text=f"{name} tekst")) for name in ("a1", "a2"))
    assert ask(first, "?r a prov:Activity", "r") == ask(second, "?r a prov:Activity", "r") != set()


def test_evidence_outside_the_text_is_refused(made: Made) -> None:
    from build_graph.quads.evidence import WrongSpan

    kari = made.add("person", "Kari Testdatter")
    made.claim(Authorship(kari, (Evidence(Span(0, 999), "x", 1.0),)))
    with pytest.raises(WrongSpan):
        graph(made)


@pytest.mark.parametrize(("value", "expected"), [(0.9, "0.9"), (1.0, "1"), (0.12345, "0.1235"), (0.0, "0")])
def test_decimals_are_as_stores_give_them_back(value: float, expected: str) -> None:
    assert decimal(value).value == expected


@pytest.mark.parametrize(("value", "kind"), [("2018", "gYear"), ("2018-01", "gYearMonth"), ("2018-01-22", "date")])
def test_dates(value: str, kind: str) -> None:
    assert day(value).datatype.value.endswith(f"#{kind}")


@pytest.mark.parametrize("value", ["", "18", "2018-13", "2018-02-30", "22.1.2018", "2018-01-22T10:00"])
def test_no_dates(value: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        day(value)


@pytest.mark.parametrize("bad", ["\x00", "\x0b", "\x1b", "\ufffe", "\ud800"])
def test_what_xml_cannot_hold_is_refused_in_quotes_and_dropped_from_labels(bad: str) -> None:
    with pytest.raises(UnsafeText):
        verbatim(f"a{bad}b")
    assert label(f"a{bad}b").value == "a b"
