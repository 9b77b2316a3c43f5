"""An invented graph in the graph's terms, of any size, for measuring and trying the map. No name in it is a real person's or institution's.

    python benchmarks/map_synthetic.py 2000 graph.nq
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

BASE = "https://w3id.org/aktorkart/id/"
AKT = "https://w3id.org/aktorkart/ontology#"
ORG = "http://www.w3.org/ns/org#"
FOAF = "http://xmlns.com/foaf/0.1/"
SCHEMA = "https://schema.org/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
OA = "http://www.w3.org/ns/oa#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
FIRST = ["Alva", "Birk", "Dagrun", "Eilert", "Frøya", "Gaute", "Hauk", "Idunn", "Jorun", "Kjell", "Lovise", "Mons", "Njål", "Oda", "Petra", "Ragna", "Sivert", "Tiril", "Ulrik", "Vilja"]
LAST = ["Prøvestad", "Eksempelen", "Testvik", "Mønsterud", "Påfunnli", "Utkastmo", "Kladdhaug", "Modellø", "Skissedal", "Forsøkberg", "Tenktnes", "Liksomrud"]
PLACES = ["Nordvåg", "Sørhamn", "Østdal", "Vestfoss", "Midtbygda", "Storøya", "Lillevik", "Høgfjell", "Lågnes", "Breimo", "Smalvik", "Djupdal"]
KINDS = ["kommune", "sykehus", "universitet", "museum", "næringsforening", "idrettslag", "bibliotek", "teater", "havn", "skolelag"]
BODIES = [("styret", "Styret"), ("kontrollutvalget", "Kontrollutvalget"), ("fagradet", "Fagrådet"), ("arbeidsgruppen", "Arbeidsgruppen")]
ROLES = {
    "styreleder": ("styreleder", "styreleiar", "chair of the board"),
    "nestleder": ("nestleder", "nestleiar", "deputy chair"),
    "medlem": ("medlem", "medlem", "member"),
    "direktor": ("direktør", "direktør", "director"),
    "radgiver": ("rådgiver", "rådgjevar", "adviser"),
}
STATUSES = ["current"] * 8 + ["former", "acting"]

iri = ox.NamedNode


def text(value: str, language: str | None = "nb") -> ox.Literal:
    """A literal with a language, or a plain one."""
    return ox.Literal(value, language=language) if language else ox.Literal(value)


class Writer:
    """Collects an article's facts, each with its evidence."""

    def __init__(self, number: int, chance: random.Random) -> None:
        self.article = iri(f"{BASE}article/sak-{number:05d}")
        self.date = f"{chance.randint(2014, 2025)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
        self.position, self.count, self.chance = 0, 0, chance
        self.quads: list[ox.Quad] = []
        place = chance.choice(PLACES)
        self.add(self.article, RDF + "type", iri(SCHEMA + "NewsArticle"))
        self.add(self.article, SCHEMA + "headline", text(f"Nytt fra {place}: sak {number}"))
        self.add(self.article, RDFS + "label", text(f"Nytt fra {place}: sak {number}"))
        self.add(self.article, SCHEMA + "datePublished", ox.Literal(self.date, datatype=iri(XSD + "date")))
        self.add(self.article, SCHEMA + "url", iri(f"https://example.org/sak/{number}"))

    def add(self, s: ox.NamedNode, p: str, o: ox.NamedNode | ox.Literal) -> None:
        self.quads.append(ox.Quad(s, iri(p), o, self.article))

    def state(self, body: ox.NamedNode, sentence: str) -> None:
        """Evidence for a fact's node."""
        self.count += 1
        start, end = self.position, self.position + len(sentence)
        self.position = end + 1
        note = iri(f"{self.article.value}/evidence/{start}-{end}-{self.count}")
        target, position, quote = (iri(f"{note.value}#{part}") for part in ("target", "position", "quote"))
        self.add(note, OA + "hasBody", body)
        self.add(note, OA + "hasTarget", target)
        self.add(note, AKT + "confidence", ox.Literal(f"{self.chance.choice([0.98, 0.95, 0.9, 0.85, 0.6])}", datatype=iri(XSD + "decimal")))
        self.add(note, AKT + "extractedBy", iri("https://w3id.org/aktorkart/rule/title-before-name"))
        self.add(target, OA + "hasSource", self.article)
        self.add(target, OA + "hasSelector", position)
        self.add(target, OA + "hasSelector", quote)
        self.add(position, OA + "start", ox.Literal(start))
        self.add(position, OA + "end", ox.Literal(end))
        self.add(quote, OA + "exact", ox.Literal(sentence))

    def mention(self, *entities: ox.NamedNode) -> None:
        for entity in entities:
            self.add(self.article, SCHEMA + "mentions", entity)


def quads(size: int, seed: int = 1) -> Iterator[ox.Quad]:
    """Quads of a graph with about `size` entities (articles apart): many small institutions, few large, people in one or several."""
    chance = random.Random(seed)
    entities, ontology = iri(BASE + "graph/entities"), iri(BASE + "graph/ontology")
    for key, (nb, nn, en) in ROLES.items():
        role = iri(f"https://w3id.org/aktorkart/role/{key}")
        for language, label in (("nb", nb), ("nn", nn), ("en", en)):
            yield ox.Quad(role, iri(SKOS + "prefLabel"), text(label, language), ontology)
    organisations, bodies, people = [], [], []
    for n in range(max(3, size // 8)):
        place, kind = chance.choice(PLACES), chance.choice(KINDS)
        name = f"{place} {kind}" + (f" {n // 120 + 1}" if n >= 120 else "")
        node = iri(f"{BASE}organisation/{n}-{kind.encode('ascii', 'ignore').decode()}")
        organisations.append((node, name))
        yield ox.Quad(node, iri(RDF + "type"), iri(ORG + "FormalOrganization"), entities)
        yield ox.Quad(node, iri(SKOS + "prefLabel"), text(name), entities)
        yield ox.Quad(node, iri(SKOS + "altLabel"), text("".join(w[0] for w in name.split()).upper() + str(n)), entities)
    for n in range(size // 14):
        owner, owner_name = organisations[n * 2 % len(organisations)]
        key, label = BODIES[n % len(BODIES)]
        node = iri(f"{BASE}body/{n}-{key}")
        bodies.append((node, f"{label} i {owner_name}"))
        yield ox.Quad(node, iri(RDF + "type"), iri(ORG + "OrganizationalUnit"), entities)
        yield ox.Quad(node, iri(SKOS + "prefLabel"), text(f"{label} i {owner_name}"), entities)
        yield ox.Quad(node, iri(ORG + "unitOf"), owner, entities)
    for n in range(int(size * 0.66)):
        name = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
        node = iri(f"{BASE}person/{n}-{name.split()[0].encode('ascii', 'ignore').decode().lower()}")
        people.append((node, name))
        yield ox.Quad(node, iri(RDF + "type"), iri(FOAF + "Person"), entities)
        yield ox.Quad(node, iri(FOAF + "name"), ox.Literal(name), entities)
    yield from _articles(size, chance, organisations, bodies, people)


Named = list[tuple[ox.NamedNode, str]]


def _articles(size: int, chance: random.Random, organisations: Named, bodies: Named, people: Named) -> Iterator[ox.Quad]:
    """Articles: each person's roles, meetings with attendees, reports, decisions, collaborations, quotations."""
    order = list(range(len(people)))
    for number, first in enumerate(range(0, len(order), 5), start=1):
        article = Writer(number, chance)
        region = min(int(chance.paretovariate(0.35)) - 1, 10**9) % max(1, len(organisations) // 6)
        near = organisations[region * 6 : region * 6 + 6] or organisations[:6]
        for n in order[first : first + 5]:
            person, name = people[n]
            for k in range(chance.choice([1, 1, 1, 2, 3])):
                place, place_name = chance.choice(near) if k == 0 or chance.random() < 0.8 else chance.choice(organisations)
                if bodies and chance.random() < 0.35:
                    place, place_name = _near_body(bodies, region, chance)
                role, status = chance.choice(list(ROLES)), chance.choice(STATUSES)
                fact = iri(f"{BASE}membership/{number}-{n}-{k}")
                article.add(fact, RDF + "type", iri(ORG + "Membership"))
                article.add(fact, ORG + "member", person)
                article.add(fact, ORG + "organization", place)
                article.add(fact, ORG + "role", iri(f"https://w3id.org/aktorkart/role/{role}"))
                article.add(fact, AKT + "roleStatus", iri(AKT + status))
                article.add(fact, AKT + "attestedOn", ox.Literal(article.date, datatype=iri(XSD + "date")))
                article.state(fact, f"{name} er {ROLES[role][0]} i {place_name}.")
                article.mention(person, place)
            if chance.random() < 0.3:
                said = iri(f"{BASE}quotation/{number}-{n}")
                article.add(said, RDF + "type", iri(SCHEMA + "Quotation"))
                article.add(said, SCHEMA + "spokenByCharacter", person)
                article.add(said, SCHEMA + "text", text("Dette er en prøvesetning."))
                article.add(said, SCHEMA + "isPartOf", article.article)
                article.state(said, f"– Dette er en prøvesetning, sier {name}.")
        present = [people[n] for n in order[first : first + 5]]
        if number % 2 == 0 and bodies:
            _meeting(article, number, _near_body(bodies, region, chance), present)
        if number % 3 == 0:
            _report(article, number, chance.choice(present), chance.choice(near))
        if number % 5 == 0:
            _collaboration(article, number, [chance.choice(near), chance.choice(organisations)])
        yield from article.quads


def _near_body(bodies: Named, region: int, chance: random.Random) -> tuple[ox.NamedNode, str]:
    """A body of the region's institutions (three to a region), now and then one from elsewhere."""
    return bodies[(region * 3 + chance.randrange(3)) % len(bodies)] if chance.random() < 0.9 else chance.choice(bodies)


def _meeting(article: Writer, number: int, body: tuple[ox.NamedNode, str], present: Named) -> None:
    meeting = iri(f"{BASE}meeting/{number}")
    article.add(meeting, RDF + "type", iri(AKT + "Meeting"))
    article.add(meeting, RDFS + "label", text(f"Møte i {body[1]} {article.date}"))
    article.add(meeting, SCHEMA + "organizer", body[0])
    article.add(meeting, SCHEMA + "startDate", ox.Literal(article.date, datatype=iri(XSD + "date")))
    article.state(meeting, f"{body[1]} møttes {article.date}.")
    for person, name in present[:3]:
        article.add(meeting, SCHEMA + "attendee", person)
        statement = iri(f"{BASE}statement/{number}-{person.value.rsplit('/', 1)[1]}")
        article.add(statement, RDF + "subject", meeting)
        article.add(statement, RDF + "predicate", iri(SCHEMA + "attendee"))
        article.add(statement, RDF + "object", person)
        article.state(statement, f"Til stede var {name}.")


def _report(article: Writer, number: int, author: tuple[ox.NamedNode, str], receiver: tuple[ox.NamedNode, str]) -> None:
    report = iri(f"{BASE}report/{number}")
    article.add(report, RDF + "type", iri(SCHEMA + "Report"))
    article.add(report, SCHEMA + "name", text(f"Rapport {number} om prøver"))
    for predicate, who, words in ((SCHEMA + "creator", author, "skrev"), (AKT + "presentedTo", receiver, "fikk")):
        article.add(report, predicate, who[0])
        statement = iri(f"{BASE}statement/{number}-{words}")
        article.add(statement, RDF + "subject", report)
        article.add(statement, RDF + "predicate", iri(predicate))
        article.add(statement, RDF + "object", who[0])
        article.state(statement, f"{who[1]} {words} rapport {number} om prøver.")


def _collaboration(article: Writer, number: int, parties: Named) -> None:
    node = iri(f"{BASE}collaboration/{number}")
    article.add(node, RDF + "type", iri(ORG + "OrganizationalCollaboration"))
    article.add(node, SKOS + "prefLabel", text(f"Prøvesamarbeid {number}"))
    for n, (party, name) in enumerate(parties):
        fact = iri(f"{BASE}membership/party-{number}-{n}")
        article.add(fact, RDF + "type", iri(ORG + "Membership"))
        article.add(fact, ORG + "member", party)
        article.add(fact, ORG + "organization", node)
        article.state(fact, f"{name} er part i Prøvesamarbeid {number}.")
    decision = iri(f"{BASE}decision/{number}")
    article.add(decision, RDF + "type", iri(AKT + "Decision"))
    article.add(decision, AKT + "decidedBy", parties[0][0])
    article.add(decision, SCHEMA + "about", node)
    article.add(decision, AKT + "outcome", iri(AKT + "established"))
    article.state(decision, f"{parties[0][1]} opprettet Prøvesamarbeid {number}.")


def store(size: int, seed: int = 1) -> ox.Store:
    """The graph in memory."""
    made = ox.Store()
    made.bulk_extend(quads(size, seed))
    return made


if __name__ == "__main__":
    ox.serialize(store(int(sys.argv[1])), Path(sys.argv[2]), ox.RdfFormat.N_QUADS)
