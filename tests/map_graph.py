"""Small graphs in the graph's terms for tests of the map. All names are invented."""

from __future__ import annotations

import pyoxigraph as ox

PREFIXES = """
@prefix akt: <https://w3id.org/aktorkart/ontology#> . @prefix role: <https://w3id.org/aktorkart/role/> .
@prefix org: <http://www.w3.org/ns/org#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix oa: <http://www.w3.org/ns/oa#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix id: <https://example.org/id/> .
"""

GRAPH = PREFIXES + """
id:entities {
  id:kari a foaf:Person ; foaf:name "Kari Testdatter" ; rdfs:label "Kari Testdatter" ; skos:altLabel "Kari T." .
  id:ola a foaf:Person ; foaf:name "Ola Prøve" ; rdfs:label "Ola Prøve" .
  id:ola2 a foaf:Person ; foaf:name "Ola Prøve" ; rdfs:label "Ola Prøve" .
  id:forening a org:FormalOrganization , org:Organization ; skos:prefLabel "Foreningen Eksempel"@nb , "Foreininga Døme"@nn , "The Example Association"@en ;
    rdfs:label "Foreningen Eksempel"@nb ; skos:altLabel "FE"@nb ; org:classification akt:association .
  id:verk a org:FormalOrganization , org:Organization ; skos:prefLabel "Prøveverket"@nb ; rdfs:label "Prøveverket"@nb .
  id:ukjent a org:FormalOrganization ; skos:prefLabel "Nevnt av ingen"@nb ; org:subOrganizationOf id:verk .
  id:styret a org:OrganizationalUnit , org:Organization , akt:Arena ; skos:prefLabel "styret i Foreningen Eksempel"@nb ; org:unitOf id:forening .
}
id:ontology {
  role:leder skos:prefLabel "leder"@nb , "leiar"@nn , "leader"@en . role:medlem skos:prefLabel "medlem"@nb , "medlem"@nn , "member"@en .
  akt:association skos:prefLabel "forening"@nb , "foreining"@nn , "association"@en .
}
id:a1 {
  id:a1 a schema:NewsArticle ; schema:headline "Ny leder" ; rdfs:label "Ny leder" ; schema:datePublished "2018-01-22"^^xsd:date ; schema:url <https://example.org/a1> ;
    schema:mentions id:kari , id:forening , id:styret , id:ola .
  id:m1 a org:Membership ; org:member id:kari ; org:organization id:forening ; org:role role:leder ; akt:roleStatus akt:current ; akt:attestedOn "2018-01-22"^^xsd:date .
  id:kari org:headOf id:forening .
  id:m2 a org:Membership ; org:member id:ola ; org:organization id:styret ; org:role role:medlem ; akt:roleStatus akt:former ; akt:attestedOn "2018-01-22"^^xsd:date .
  id:q1 a schema:Quotation ; schema:spokenByCharacter id:kari ; schema:text "Dette er en prøve." ; schema:isPartOf id:a1 .
  id:e1 a oa:Annotation ; oa:hasBody id:m1 ; oa:hasTarget id:t1 ; akt:confidence 0.97 ; akt:extractedBy <https://example.org/rule/title-before-name> .
  id:t1 oa:hasSource id:a1 ; oa:hasSelector id:p1 , id:x1 . id:p1 oa:start 5 ; oa:end 49 . id:x1 oa:exact "Kari Testdatter er leder i Foreningen Eksempel" .
  id:e2 a oa:Annotation ; oa:hasBody id:m2 ; oa:hasTarget id:t2 ; akt:confidence 0.6 ; akt:extractedBy <https://example.org/rule/list-entry> .
  id:t2 oa:hasSource id:a1 ; oa:hasSelector id:p2 , id:x2 . id:p2 oa:start 60 ; oa:end 90 . id:x2 oa:exact "Ola Prøve satt tidligere i styret" .
  id:e3 a oa:Annotation ; oa:hasBody id:q1 ; oa:hasTarget id:t3 ; akt:confidence 0.95 .
  id:t3 oa:hasSource id:a1 ; oa:hasSelector id:p3 , id:x3 . id:p3 oa:start 100 ; oa:end 120 . id:x3 oa:exact "– Dette er en prøve, sier hun." .
}
id:a2 {
  id:a2 a schema:NewsArticle ; schema:headline "Møte holdt" ; rdfs:label "Møte holdt" ; schema:datePublished "2020-06-03"^^xsd:date ; schema:mentions id:kari , id:ola2 , id:verk , id:styret .
  id:mote a akt:Meeting , schema:Event ; rdfs:label "styremøte 3. juni"@nb ; schema:organizer id:styret ; schema:startDate "2020-06-03"^^xsd:date ; schema:attendee id:kari .
  id:s1 a rdf:Statement ; rdf:subject id:mote ; rdf:predicate schema:attendee ; rdf:object id:kari .
  id:m3 a org:Membership ; org:member id:ola2 ; org:organization id:verk ; org:role role:leder ; akt:roleStatus akt:current ; akt:attestedOn "2020-06-03"^^xsd:date .
  id:d1 a akt:Decision ; akt:decidedBy id:styret ; schema:about id:rapport ; akt:outcome akt:adopted ; akt:atMeeting id:mote .
  id:rapport a schema:Report , schema:CreativeWork ; schema:name "Rapport om prøver" ; rdfs:label "Rapport om prøver" ; schema:creator id:ola2 .
  id:e4 a oa:Annotation ; oa:hasBody id:s1 , id:mote ; oa:hasTarget id:t4 ; akt:confidence 0.9 .
  id:t4 oa:hasSource id:a2 ; oa:hasSelector id:p4 , id:x4 . id:p4 oa:start 0 ; oa:end 20 . id:x4 oa:exact "Kari Testdatter møtte i styret" .
  id:e5 a oa:Annotation ; oa:hasBody id:m3 , id:d1 ; oa:hasTarget id:t5 ; akt:confidence 0.9 .
  id:t5 oa:hasSource id:a2 ; oa:hasSelector id:p5 , id:x5 . id:p5 oa:start 30 ; oa:end 60 . id:x5 oa:exact "Ola Prøve, leder i Prøveverket" .
}
"""

RUN = "window.__ran=(window.__ran||0)+1"
PAYLOADS = (
    f"<script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"<!--<script>{RUN}//",
    f"<img src=x onerror={RUN}>",
    f'"><svg onload={RUN}>',
    f"<a href=javascript:{RUN}>href</a>",
    f"{{{{constructor.constructor('{RUN}')()}}}}",
    f"';{RUN};'\u2028{RUN}",
    f"]]><script>{RUN}</script>",
)
URLS = (f"javascript:{RUN}", f"data:text/html,<script>{RUN}</script>", "file:///etc/passwd", "http:// not an address", f"JaVaScRiPt:{RUN}")


def store(trig: str = GRAPH) -> ox.Store:
    """The graph in memory."""
    made = ox.Store()
    made.load(trig.encode("utf-8"), ox.RdfFormat.TRIG)
    return made


def hostile() -> ox.Store:
    """The same graph in which every name, title, quotation, sentence, rule and address tries to run something."""
    made = ox.Store()
    texts = {"name", "prefLabel", "altLabel", "label", "headline", "text", "exact"}
    for number, quad in enumerate(sorted(store(), key=str)):
        local = quad.predicate.value.replace("#", "/").rsplit("/", 1)[-1]
        value = quad.object
        if local in texts and isinstance(value, ox.Literal):
            payload = PAYLOADS[number % len(PAYLOADS)]
            value = ox.Literal(f"{value.value} {payload}", language=value.language) if value.language else ox.Literal(f"{value.value} {payload}")
        elif local == "url":
            value = ox.Literal(URLS[number % len(URLS)])
        made.add(ox.Quad(quad.subject, quad.predicate, value, quad.graph_name))
    return made
