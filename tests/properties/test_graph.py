"""What holds of every graph, whatever the articles say and in whatever order they come."""

from __future__ import annotations

import random
from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from build_graph.iris import Iris, article_slugs
from build_graph.model import Authorship, Decision, Extract, Held, Membership, Quotation, Relation
from build_graph.quads import Context, article_quads, canonical
from build_graph.quads.entities import entity_quads
from build_graph.resolve import resolve
from build_graph.verify import verify
from ontology.lexicon import institution_by_id, role_by_form
from ontology.terms import AKT, OA, ORG, RDF, SCHEMA
from tests.making import Made

CONTEXT = Context(Iris(), institution_by_id(), role_by_form(), "1", "test")
PEOPLE = ["Kari Testdatter", "Anne-Karin Prøve", "Anne Karin Prøve", "Prøve", "ÅSE ÆRLIG", "Åse Ærlig", "Kim Prøve", "K. P.", "Αθηνά Παπά"]
GROUPS = ["Norsk Prøveforbund", "NPX", "Nordisk Prøveforbund", "Bodø Prøvelag", "Bodo Prøvelag", "KS", "Legeforeningen", "foreningen", "«Eksempel» & Co"]
BODIES = ["landsstyret", "Landsstyre", "styret", "Fagkomiteen", "arbeidsgruppen"]
ROLES = ["leder", "prøveleder", "leiar", "nestleder i staben", "Prøve-leder", None]
WORKS = ["Eksempler må ledes", "rapporten", "å prøve\nigjen", "NOU 2018: 16"]
DATES = st.sampled_from([None, "2018", "2018-05", "2018-05-30"])


@st.composite
def articles(draw: st.DrawFn, identifier: str) -> Extract:
    made = Made(identifier, text=draw(st.sampled_from(["", "😀 ", "Å\r\n\tæ "])), language=draw(st.sampled_from(["nb", "nn"])), published=draw(DATES))
    people = [made.add("person", name, *draw(_aliases(PEOPLE)), gender=draw(st.sampled_from([None, "f", "m"]))) for name in draw(_some(PEOPLE))]
    groups = [
        made.add("organisation", name, *draw(_aliases(GROUPS)), named=draw(st.booleans()), classification=draw(st.sampled_from([None, "union", "company"])))
        for name in draw(_some(GROUPS))
    ]
    owners = st.sampled_from([None, *groups])
    groups += [made.add("body", name, owner=draw(owners), named=draw(st.booleans()), classification=draw(st.sampled_from([None, "board"]))) for name in draw(_some(BODIES))]
    works = [made.add(draw(st.sampled_from(["report", "resolution", "proposal"])), name, named=draw(st.booleans())) for name in draw(_some(WORKS))]
    owners = st.sampled_from([None, *groups])
    meetings = [made.add("meeting", name, owner=draw(owners), start=draw(DATES), named=draw(st.booleans())) for name in draw(_some(["landsstyremøtet", "årsmøte"]))]
    for _ in range(draw(st.integers(0, 6))):
        evidence = made.said(draw(st.sampled_from(["er valgt", "sier hun 😀", "vedtok\r\nenstemmig"])), draw(st.sampled_from(["a-rule", "b rule"])), draw(st.floats(0, 1)))
        who, where = draw(st.sampled_from([*people, *groups, None])), draw(st.sampled_from([*groups, None]))  # type: ignore[list-item]
        if who:
            role = draw(st.sampled_from(ROLES))
            made.claim(Membership(who, where, role, None, draw(st.sampled_from(["current", "former"])) if role else None, evidence, draw(DATES)))
        if who and where:
            made.claim(Relation("leads", who, where, evidence))
        if people:
            made.claim(Quotation(people[0], evidence[0].span, "direct", evidence), Authorship(people[-1], evidence))
        if works and groups:
            made.claim(Decision("adopted", works[0], tuple(draw(_some(groups))), evidence, meeting=draw(st.sampled_from([None, *meetings]))))
            made.claim(Relation("presented to", works[-1], draw(st.sampled_from([*groups, *meetings])), evidence))
        if meetings:
            made.claim(Held(meetings[0], evidence))
    return verify(made.extract())


def _some(names: Sequence[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(names), max_size=3, unique=True)


def _aliases(names: Sequence[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(names), max_size=1)


corpora = st.tuples(*(articles(name) for name in ("a1", "A 1", "b"))).map(list)


def quads(extracts: Sequence[Extract]) -> list[Quad]:
    """All but the ontology, which is the same every time, and the description of the whole."""
    resolution = resolve(extracts, CONTEXT.institutions)
    slugs = article_slugs(extract.article.identifier for extract in extracts)
    return [
        *(quad for extract in extracts for quad in article_quads(extract, resolution, CONTEXT, slugs[extract.article.identifier])),
        *entity_quads(extracts, resolution, CONTEXT),
    ]


every = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@every
@given(corpora, st.randoms(use_true_random=False))
def test_the_order_of_articles_and_of_what_they_say_does_not_matter(extracts: list[Extract], chance: random.Random) -> None:
    shuffled = []
    for extract in chance.sample(extracts, len(extracts)):
        referents = list(extract.referents.items())
        mentions, claims = list(extract.mentions), list(extract.claims)
        for each in (referents, mentions, claims):
            chance.shuffle(each)  # type: ignore[arg-type]
        shuffled.append(Extract(extract.article, dict(referents), tuple(mentions), tuple(claims)))
    assert canonical(quads(shuffled)) == canonical(quads(extracts))


@every
@given(corpora)
def test_every_quote_stands_where_its_position_says(extracts: list[Extract]) -> None:
    texts = {}
    slugs = article_slugs(extract.article.identifier for extract in extracts)
    for extract in extracts:
        texts[CONTEXT.iris.article(slugs[extract.article.identifier])] = extract.article.text
    graph = quads(extracts)
    value = {(quad.subject, quad.predicate.value): quad.object for quad in graph}
    selectors = [(quad.subject, quad.object, quad.graph_name) for quad in graph if quad.predicate.value == str(OA.hasSelector)]
    for target, selector, article in selectors:
        assert value[target, str(OA.hasSource)] == article
        if (selector, str(OA.exact)) in value:
            position = next(other for owner, other, _ in selectors if owner == target and other != selector)
            start, end = (int(value[position, str(bound)].value) for bound in (OA.start, OA.end))
            assert texts[article][start:end] == value[selector, str(OA.exact)].value  # type: ignore[index]


@every
@given(corpora)
def test_no_fact_without_evidence_and_no_entity_without_label(extracts: list[Extract]) -> None:
    graph = quads(extracts)
    shown = {quad.object for quad in graph if quad.predicate.value == str(OA.hasBody)}
    labelled = {quad.subject for quad in graph if quad.predicate.value.endswith("#label")}
    facts = {str(type_) for type_ in (ORG.Membership, AKT.Decision, SCHEMA.Quotation, RDF.Statement)}
    for quad in graph:
        if quad.predicate.value == str(RDF.type) and quad.object.value in facts:
            assert quad.subject in shown
        if quad.predicate.value == str(SCHEMA.mentions):
            assert quad.object in labelled


@every
@given(corpora)
def test_what_every_store_takes(extracts: list[Extract]) -> None:
    for quad in quads(extracts):
        assert isinstance(quad.subject, NamedNode)
        assert isinstance(quad.graph_name, NamedNode)
        for term in (quad.subject, quad.predicate, quad.object, quad.graph_name):
            if isinstance(term, NamedNode):
                assert term.value.isascii()
                assert len(term.value) < 800
                assert not set(term.value) & set(' <>"{}|\\^`')
            elif isinstance(term, Literal) and term.language:
                assert term.language in ("nb", "nn", "en")


@every
@given(corpora)
def test_what_one_article_adds_goes_with_its_graph(extracts: list[Extract]) -> None:
    """No article's graph holds quads of another's facts; what is left after one is dropped speaks of the others only."""
    slugs = article_slugs(extract.article.identifier for extract in extracts)
    for quad in quads(extracts):
        if "/evidence/" in quad.subject.value:  # type: ignore[union-attr]
            assert quad.subject.value.startswith(quad.graph_name.value + "/")  # type: ignore[union-attr]
    assert len(set(slugs.values())) == len(extracts)
