"""Roles, statuses and kinds: what the files say, and what a damaged file says."""
from __future__ import annotations

import re

import pytest

from ontology import lexicon
from ontology.lexicon import LexiconError, read_kinds, read_roles

PREFIXES = """@prefix akt: <https://w3id.org/aktorkart/ontology#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix role: <https://w3id.org/aktorkart/role/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
LABELS = 'skos:prefLabel "prøver"@nb , "prøvar"@nn , "tester"@en'


@pytest.mark.parametrize(
    ("form", "label", "leading", "membership", "body", "implied"),
    [
        ("leder", "leder", True, False, None, None),
        ("leiar", "leder", True, False, None, None),
        ("forkvinne", "formann", True, False, None, None),
        ("adm. dir.", "administrerende direktør", True, False, None, None),
        ("styreleiar", "styreleder", True, False, "styret", None),
        ("sentralstyremedlem", "sentralstyremedlem", False, True, "sentralstyret", None),
        ("varamedlem", "varamedlem", False, True, None, None),
        ("nestleiar", "nestleder", False, False, None, None),
        ("talsmann", "talsperson", False, False, None, None),
        ("avdelingsdirektør", "avdelingsdirektør", False, False, None, None),
        ("fagdirektør", "fagdirektør", False, False, None, None),
        ("rådgjevar", "rådgiver", False, False, None, None),
        ("generalsekretær", "generalsekretær", False, False, None, None),
        ("helse- og omsorgsminister", "helse- og omsorgsminister", True, False, None, "helse-og-omsorgsdepartementet"),
        ("utanriksminister", "utenriksminister", True, False, None, "utenriksdepartementet"),
        ("kulturminister", "kulturminister", True, False, None, None),
        ("stortingsrepresentant", "stortingsrepresentant", False, True, None, "stortinget"),
        ("ordførar", "ordfører", True, False, None, None),
        ("sjukepleiar", "sykepleier", False, False, None, None),
        ("part", "part", False, False, None, None),
    ],
)
def test_role(form: str, label: str, leading: bool, membership: bool, body: str | None, implied: str | None) -> None:
    role = lexicon.role_by_form()[form]
    assert role.labels["nb"] == label
    assert (role.is_leading, role.is_membership) == (leading, membership)
    assert (role.body_hint, role.implies_organisation) == (body, implied)


def test_the_scheme_of_roles_is_generous_and_well_formed() -> None:
    roles = lexicon.roles()
    by_iri = {role.iri: role for role in roles}
    assert len(roles) == len(by_iri) >= 350
    for role in roles:
        assert re.fullmatch(r"https://w3id\.org/aktorkart/role/[a-z0-9]+(-[a-z0-9]+)*", role.iri)
        assert all(form == form.lower() == " ".join(form.split()) for form in role.forms), role.iri
        seen, broader = {role.iri}, role.broader
        while broader is not None:
            assert broader not in seen, f"{role.iri} is broader than itself"
            seen.add(broader)
            broader = by_iri[broader].broader


@pytest.mark.parametrize("word", ["nordmann", "svenske", "mor", "sønn", "bror", "pensjonist", "57-åring"])
def test_nationality_kinship_and_age_are_no_roles(word: str) -> None:
    assert word not in lexicon.role_by_form()


@pytest.mark.parametrize(
    "head",
    ["leder", "formann", "sjef", "direktør", "minister", "medlem", "sekretær", "rådgiver", "lege", "professor", "ansvarlig",
     "redaktør", "ordfører", "representant", "koordinator", "talsperson", "forsker", "prest", "lærer"],
)  # fmt: skip
def test_compound_heads(head: str) -> None:
    assert lexicon.role_by_form()[head].compound_head


@pytest.mark.parametrize(
    ("cue", "key"),
    [
        ("tidligere", "former"), ("tidlegare", "former"), ("daværende", "former"), ("dåverande", "former"), ("eks-", "former"),
        ("forhenværende", "former"), ("påtroppende", "incoming"), ("nyvald", "incoming"), ("nyutnevnt", "incoming"),
        ("avtroppende", "outgoing"), ("avgåande", "outgoing"), ("fungerende", "acting"), ("konstituert", "acting"),
        ("mellombels", "acting"), ("kandidat", "candidate"), ("sittende", "current"),
    ],
)  # fmt: skip
def test_status_cues(cue: str, key: str) -> None:
    assert [status.key for status in lexicon.statuses() if cue in status.cues] == [key]


def test_statuses_are_those_of_the_contract() -> None:
    assert [status.key for status in lexicon.statuses()] == ["current", "former", "incoming", "outgoing", "acting", "candidate"]


@pytest.mark.parametrize(
    ("noun", "key"),
    [
        ("departementet", "ministry"), ("direktoratet", "agency"), ("tilsynet", "agency"), ("forbundet", "union"),
        ("foreningen", "association"), ("foreininga", "association"), ("universitetet", "university"), ("sjukehuset", "hospital"),
        ("kommune", "municipality"), ("fylkeskommune", "county"), ("partiet", "party"), ("styret", "board"),
        ("landsstyret", "governingBody"), ("hovudstyret", "governingBody"), ("utvalet", "committee"), ("komité", "committee"),
        ("rådet", "council"), ("nemnda", "committee"), ("arbeidsgruppa", "workingGroup"), ("avdeling", "department"),
        ("kommisjon", "commission"), ("sekretariat", "secretariat"), ("landsmøte", "assembly"), ("fylkesting", "assembly"),
        ("bystyre", "assembly"), ("formannskapet", "governingBody"), ("faglag", "branch"), ("klinikk", "department"),
        ("juryen", "panel"), ("leiinga", "leadership"), ("samarbeidet", "collaboration"),
    ],
)  # fmt: skip
def test_head_nouns(noun: str, key: str) -> None:
    assert [kind.key for kind in lexicon.kinds() if noun in kind.head_nouns] == [key]


def test_a_kind_knows_what_it_classifies() -> None:
    types = {kind.key: (kind.type, kind.is_body) for kind in lexicon.kinds()}
    assert types["ministry"] == ("organisation", False)
    assert types["committee"] == ("body", True)
    assert types["collaboration"] == ("collaboration", False)


def test_the_ontology_graph_has_no_blank_nodes_and_every_concept_a_label() -> None:
    quads = list(lexicon.ontology_quads("https://example.org/id/"))
    assert {quad.graph_name.value for quad in quads} == {"https://example.org/id/graph/ontology"}
    assert len(quads) == len(set(quads))
    label = "http://www.w3.org/2000/01/rdf-schema#label"
    labelled = {quad.subject.value for quad in quads if quad.predicate.value == label}
    assert {role.iri for role in lexicon.roles()} <= labelled


@pytest.mark.parametrize(
    ("turtle", "line", "problem"),
    [
        ("role:prover a org:Role ; skos:prefLabel ?x .", 5, "5"),
        ('role:prover a org:Role ;\n    skos:prefLabel "prøver"@nb , "prøvar"@nn .', 5, "exactly one label @en"),
        (f"role:prover a org:Role ; {LABELS} ;\n    skos:broader role:finst-ikkje .", 5, "is no role here"),
        (f"role:prover a org:Role ; {LABELS} ; akt:isLeading \"kanskje\" .", 5, "must be true or false"),
        (f"role:prover a org:Role ; {LABELS} ; akt:impliesOrganization \"atlantis\" .", 5, "no id in register.csv"),
        (f"role:prover a org:Role ; {LABELS} .\nrole:b a org:Role ; {LABELS} .", 6, "belongs to prover already"),
        (f"role:prover a org:Role ; {LABELS} ; skos:broader [] .", 5, "blank nodes"),
    ],
)
def test_a_damaged_role_names_file_line_and_problem(turtle: str, line: int, problem: str) -> None:
    with pytest.raises(LexiconError) as caught:
        read_roles((PREFIXES + turtle + "\n").encode(), "roles.ttl", frozenset({"stortinget"}))
    assert str(caught.value).startswith(f"roles.ttl:{line}: ")
    assert problem in str(caught.value)


@pytest.mark.parametrize(
    ("turtle", "problem"),
    [
        (f"akt:x a akt:OrganizationKind ; {LABELS} ; akt:headNoun \"lag\"@nb .", "akt:appliesTo"),
        (
            f"akt:x a akt:OrganizationKind ; {LABELS} ; akt:appliesTo org:FormalOrganization ; akt:headNoun \"lag\"@nb .\n"
            f"akt:y a akt:OrganizationKind ; {LABELS} ; akt:appliesTo org:FormalOrganization ; akt:headNoun \"Lag\"@nn .",
            "belongs to x already",
        ),
    ],
)
def test_a_damaged_kind_names_the_problem(turtle: str, problem: str) -> None:
    with pytest.raises(LexiconError, match=problem):
        read_kinds((PREFIXES + turtle).encode(), "kinds.ttl")


def test_a_turtle_file_that_is_not_utf_8_is_refused() -> None:
    with pytest.raises(LexiconError, match=r"roles\.ttl:"):
        read_roles(PREFIXES.encode() + 'role:a a org:Role ; skos:prefLabel "prøve"@nb .'.encode("latin-1"), "roles.ttl", frozenset())
