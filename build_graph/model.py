"""The values that pass between the stages, all immutable.

    read       file                     → Article
    annotate   Article                  → AnnotatedText   (sentences, tokens, names)
    mentions   AnnotatedText            → Mentioned       (who and what is spoken of, where)
    claims     Mentioned                → Extract         (what the article says, with evidence)
    resolve    every Extract            → Resolution      (which referents are one entity)
    quads      Extract + Resolution     → Quad

Offsets are code points in `Article.text`, as in the Web Annotation data model's TextPositionSelector
(https://www.w3.org/TR/annotation-model/#text-position-selector): `text[start:end]` is what is meant.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple


class Span(NamedTuple):
    """A stretch of the article's text: start inclusive, end exclusive, in code points."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two have a character in common."""
        return self.start < other.end and other.start < self.end


# --- read -------------------------------------------------------------------------------------------------

BlockKind = Literal[
    "front matter",  # the file's own statement of its metadata, between --- lines
    "title", "section", "byline", "lead", "caption", "credit", "heading", "paragraph", "item", "quote", "footer",
]
"""What a block of the page is. `section` is the kicker above a byline ("AKTUELT I FORENINGEN"), `byline` a line with
the author's name, e-mail address or department, `credit` a photo credit ("Foto: …") on its own or behind a caption, `item` a
line of a list, `quote` a paragraph that opens with a dash, `footer` "Publisert: …", "Lastet ned …"."""


@dataclass(frozen=True, slots=True)
class Block:
    """A line or paragraph of the page. Blocks are in order and do not overlap; `span` has no surrounding white space."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Stated:
    """A value and the place that states it; `span` is None where only the file's name says so."""

    value: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote the article, as the byline or the front matter says; the name in ordinary case ("Kari Testdatter")."""

    name: Stated
    email: Stated | None = None
    department: Stated | None = None


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture's caption and credit: "Foto: Kari Testdatter/Foreningen" has a photographer and an agency."""

    credit: Stated
    photographers: tuple[Stated, ...] = ()
    agency: Stated | None = None
    caption: Span | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read. Dates are ISO 8601, as exact as stated: "2018-01-22", "2018-01" or "2018"."""

    identifier: str  # the file's stem unless the front matter states one
    file: str  # the file's name, without its folder: the graph must not depend on where the folder lay
    text: str
    blocks: tuple[Block, ...]
    language: Literal["nb", "nn"]
    headline: Stated | None = None
    section: Stated | None = None
    lead: Stated | None = None
    authors: tuple[Author, ...] = ()
    photos: tuple[Photo, ...] = ()
    published: Stated | None = None
    retrieved: Stated | None = None
    journal: Stated | None = None
    publisher: Stated | None = None
    url: Stated | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was not read, and in one line why and what to do."""

    file: str
    reason: str


# --- annotate ---------------------------------------------------------------------------------------------

NameType = Literal["PER", "ORG", "LOC", "GPE", "PROD", "EVT"]


class Token(NamedTuple):
    """A word or punctuation mark; its grammar in the Norwegian Dependency Treebank's terms, None where the model knows none."""

    start: int
    end: int
    text: str
    pos: str | None = None
    head: int | None = None  # number in `AnnotatedText.tokens`; its own for a root
    dep: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a line that stands for one; its tokens are `AnnotatedText.tokens[first:last]`."""

    span: Span
    block: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name found in the text, with who found it ("model", "register", …)."""

    span: Span
    type: NameType
    confidence: float
    source: str
    register: str | None = None  # the institution's id in ontology/register.csv


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """The article with its sentences, tokens and names, each in text order."""

    article: Article
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    names: tuple[Name, ...]


# --- mentions ---------------------------------------------------------------------------------------------

ReferentKind = Literal["person", "organisation", "body", "collaboration", "meeting", "report", "resolution", "proposal", "place"]


@dataclass(frozen=True, slots=True)
class Referent:
    """Someone or something that one article speaks of: the chain of all mentions that mean the same."""

    id: str  # unique in the article, made from its content: "person:kari testdatter"
    kind: ReferentKind
    name: str  # the fullest base form in the article
    aliases: tuple[str, ...] = ()
    register: str | None = None  # id in ontology/register.csv
    classification: str | None = None  # key of a concept in ontology/kinds.ttl
    owner: str | None = None  # referent that a body belongs to, or that organises a meeting
    gender: Literal["f", "m"] | None = None
    named: bool = True  # False for a bare common noun ("styret") that only this article's context pins down
    start: str | None = None  # of a meeting, ISO 8601
    end: str | None = None
    location: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text that speaks of a referent; `anaphoric` where it is "hun", "ministeren", "gruppen" and the like.

    `clause` marks a clause or object that grammar alone tells to be a work: patterns read its words as they stand.
    """

    span: Span
    referent: str
    kind: ReferentKind
    anaphoric: bool = False
    clause: bool = False


@dataclass(frozen=True, slots=True)
class RoleMention:
    """A title in the text: "avtroppende sentralstyremedlem". The span includes words of status.

    `label` is the base form without organisation ("leder" of "Venstre-leder"); `concept` the IRI of the role where the
    scheme has it; `organisation` the referent that the compound itself names (Venstre), or that the role implies.
    """

    span: Span
    label: str
    concept: str | None
    status: str = "current"
    organisation: str | None = None
    leading: bool = False
    membership: bool = False
    definite: bool = False
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The article's referents by id, and every mention of them and of roles, in text order."""

    annotated: AnnotatedText
    referents: dict[str, Referent] = field(hash=False)
    mentions: tuple[Mention, ...] = ()
    roles: tuple[RoleMention, ...] = ()


# --- claims -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that state a claim, the rule or model that found it, and how sure it is (0 to 1)."""

    span: Span
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Membership:
    """org:Membership: `member` (a referent) holds a role, sits in, or belongs to `organisation`."""

    member: str
    organisation: str | None
    role: str | None  # base-form label; None for a plain affiliation
    concept: str | None  # the role's IRI where the scheme has it
    status: str | None
    evidence: tuple[Evidence, ...]
    since: str | None = None  # ISO 8601, only where the text states it
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """akt:Decision: something adopted, rejected, established, re-established, appointed or dissolved."""

    outcome: Literal["adopted", "rejected", "established", "reestablished", "appointed", "dissolved"]
    about: str
    decided_by: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    method: str | None = None
    meeting: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """schema:Quotation: what `speaker` said. `text` are the words quoted or reported, as they stand."""

    speaker: str
    text: Span
    mode: Literal["direct", "reported"]
    evidence: tuple[Evidence, ...]


Predicate = Literal[
    "leads",  # org:headOf: person → organisation, body, collaboration
    "attends",  # schema:attendee, from the person or organisation to the meeting
    "presented to",  # akt:presentedTo: work → body, meeting, person, organisation
    "proposed by",  # akt:proposedBy: work → who
    "created by",  # schema:creator: report → who
    "about",  # schema:about: work or photo → what
    "featured in",  # schema:workFeatured, from the work to the meeting
]


@dataclass(frozen=True, slots=True)
class Relation:
    """A fact that is one triple between two referents."""

    predicate: Predicate
    subject: str
    object: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """That a meeting was or will be held: the evidence of the meeting itself, its date and place."""

    meeting: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Authorship:
    """schema:author of the article, or schema:creator of a photo in it (`photo` is its number on the page, from 0)."""

    person: str
    evidence: tuple[Evidence, ...]
    photo: int | None = None


Claim = Membership | Decision | Quotation | Relation | Held | Authorship


@dataclass(frozen=True, slots=True)
class Extract:
    """All that one article contributes: a pure function of its file and the lexicons."""

    article: Article
    referents: dict[str, Referent] = field(hash=False)
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()


# --- resolve ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Entity:
    """What referents of one or more articles turn out to be. `key` is the IRI's last part, made from content."""

    key: str
    kind: ReferentKind
    name: str
    aliases: tuple[str, ...] = ()
    register: str | None = None
    classification: str | None = None
    owner: str | None = None  # key of another entity
    start: str | None = None
    end: str | None = None
    location: str | None = None


@dataclass(frozen=True, slots=True)
class Uncertain:
    """Two entities, by their paths, that may be one: left apart for a person to decide."""

    one: str
    other: str
    score: float
    features: tuple[str, ...]  # names in build_graph/resolve/features.csv


@dataclass(frozen=True, slots=True)
class Resolution:
    """Every entity by its IRI's path ("person/kari-testdatter"), and what each article's referents resolve to."""

    entities: dict[str, Entity] = field(hash=False)
    of: dict[tuple[str, str], str] = field(hash=False)  # (article identifier, referent id) → entity path
    uncertain: tuple[Uncertain, ...] = ()
