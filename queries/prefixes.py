"""Prefix names that queries may use undeclared, and that tables and exports shorten IRIs with."""

from __future__ import annotations

from types import MappingProxyType

DEFAULT_BASE = "https://w3id.org/aktorkart/id/"

VOCABULARIES = MappingProxyType(
    {
        "akt": "https://w3id.org/aktorkart/ontology#",
        "dcat": "http://www.w3.org/ns/dcat#",
        "dcterms": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "oa": "http://www.w3.org/ns/oa#",
        "org": "http://www.w3.org/ns/org#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "pav": "http://purl.org/pav/",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "role": "https://w3id.org/aktorkart/role/",
        "rule": "https://w3id.org/aktorkart/rule/",
        "schema": "https://schema.org/",
        "sh": "http://www.w3.org/ns/shacl#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "time": "http://www.w3.org/2006/time#",
        "void": "http://rdfs.org/ns/void#",
        "wd": "http://www.wikidata.org/entity/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)

_KINDS = (
    "article", "body", "collaboration", "decision", "graph", "meeting", "membership", "organisation",
    "person", "photo", "place", "program", "proposal", "quotation", "report", "resolution", "run", "statement",
)  # fmt: skip


def prefixes(base: str = DEFAULT_BASE) -> dict[str, str]:
    """Prefix name → namespace, of the vocabularies and of the entities minted under `base`."""
    return {**VOCABULARIES, **{kind: f"{base}{kind}/" for kind in _KINDS}}
