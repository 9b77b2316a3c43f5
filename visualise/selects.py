"""The SELECT queries behind `visualise.rows`, in the terms of the graph."""

from __future__ import annotations

PREFIXES = """\
PREFIX akt: <https://w3id.org/aktorkart/ontology#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX time: <http://www.w3.org/2006/time#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""

TYPES = "SELECT DISTINCT ?s ?type WHERE { VALUES ?type { %s } ?s a ?type }"

LABELS = f"""{PREFIXES}
SELECT DISTINCT ?s ?p ?o WHERE {{
  VALUES ?p {{ foaf:name skos:prefLabel rdfs:label schema:name schema:headline skos:altLabel }} ?s ?p ?o
}}"""

CLASSIFICATIONS = f"{PREFIXES} SELECT DISTINCT ?s ?kind WHERE {{ ?s org:classification ?kind }} ORDER BY ?s DESC(?kind)"

ARTICLES = f"""{PREFIXES}
SELECT DISTINCT ?s ?date ?url ?journal WHERE {{
  ?s a schema:NewsArticle .
  OPTIONAL {{ ?s schema:datePublished ?date }} OPTIONAL {{ ?s schema:url ?url }} OPTIONAL {{ ?s schema:isPartOf ?journal }}
}}"""

MEMBERSHIPS = f"""{PREFIXES}
SELECT DISTINCT ?fact ?member ?organisation ?place ?role ?status ?attested ?since ?until WHERE {{
  ?fact org:member ?member .
  OPTIONAL {{ ?fact org:organization ?where .
    {{ SELECT ?where (MIN(STR(?label)) AS ?place) WHERE {{ ?where a schema:Place ; rdfs:label ?label }} GROUP BY ?where }} }}
  OPTIONAL {{ ?fact org:organization ?organisation }} OPTIONAL {{ ?fact org:role ?role }}
  OPTIONAL {{ ?fact akt:roleStatus ?status }} OPTIONAL {{ ?fact akt:attestedOn ?attested }}
  OPTIONAL {{ ?fact org:memberDuring/time:hasBeginning/(time:inXSDDate|time:inXSDgYearMonth|time:inXSDgYear) ?since }}
  OPTIONAL {{ ?fact org:memberDuring/time:hasEnd/(time:inXSDDate|time:inXSDgYearMonth|time:inXSDgYear) ?until }}
}}"""

DECISIONS = f"""{PREFIXES}
SELECT DISTINCT ?fact ?by ?about ?outcome ?method ?meeting ?date ?attested WHERE {{
  ?fact a akt:Decision .
  OPTIONAL {{ ?fact akt:decidedBy ?by }} OPTIONAL {{ ?fact schema:about ?about }} OPTIONAL {{ ?fact akt:outcome ?outcome }}
  OPTIONAL {{ ?fact akt:decisionMethod ?method }} OPTIONAL {{ ?fact akt:atMeeting ?meeting }}
  OPTIONAL {{ ?fact schema:startDate ?date }} OPTIONAL {{ ?fact akt:attestedOn ?attested }}
}}"""

MEETINGS = f"""{PREFIXES}
SELECT DISTINCT ?fact ?by ?start ?end ?place WHERE {{
  ?fact a akt:Meeting .
  OPTIONAL {{ ?fact schema:organizer ?by }} OPTIONAL {{ ?fact schema:startDate ?start }}
  OPTIONAL {{ ?fact schema:endDate ?end }} OPTIONAL {{ ?fact schema:location ?where . OPTIONAL {{ ?where rdfs:label ?label }}
    BIND(COALESCE(?label, IF(isLiteral(?where), ?where, ?none)) AS ?place) }}
}}"""

QUOTATIONS = f"""{PREFIXES}
SELECT DISTINCT ?fact ?speaker ?text ?article WHERE {{
  ?fact schema:spokenByCharacter ?speaker .
  OPTIONAL {{ ?fact schema:text ?text }} OPTIONAL {{ ?fact schema:isPartOf ?article }}
}}"""

PHOTOS = f"""{PREFIXES}
SELECT DISTINCT ?fact ?creator ?article WHERE {{
  ?fact a schema:ImageObject ; schema:creator ?creator ; schema:isPartOf ?article
}}"""

STATEMENTS = f"""{PREFIXES}
SELECT DISTINCT ?fact ?s ?p ?o WHERE {{ ?fact rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }}"""

EVIDENCE = f"""{PREFIXES}
SELECT DISTINCT ?body ?article ?start ?end ?exact ?confidence ?rule WHERE {{
  ?annotation oa:hasBody ?body ; oa:hasTarget ?target .
  ?target oa:hasSource ?article ; oa:hasSelector ?position , ?quote .
  ?position oa:start ?start ; oa:end ?end .
  ?quote oa:exact ?exact .
  OPTIONAL {{ ?annotation akt:confidence ?confidence }} OPTIONAL {{ ?annotation akt:extractedBy ?rule }}
}}"""


def direct_triples(predicates: list[str]) -> str:
    """All triples with one of these predicates (IRIs of the legend, never user input)."""
    values = " ".join(f"<{iri}>" for iri in sorted(predicates))
    return f"SELECT DISTINCT ?s ?p ?o WHERE {{ VALUES ?p {{ {values} }} ?s ?p ?o }}"
