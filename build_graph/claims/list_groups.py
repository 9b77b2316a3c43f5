"""Which group a list is of: named in the line above it, or understood from what the page is about."""

from __future__ import annotations

import re
from functools import cache

from build_graph.claims.patterns import Line, render
from build_graph.lexicon.tables import rows
from build_graph.mentions.heads import head_of
from build_graph.mentions.minutes import is_minutes
from build_graph.mentions.nouns import line_at
from build_graph.model import Mention, Mentioned, Referent, RoleMention, Span
from ontology.lexicon import institution_by_id

OWNED = frozenset({"board", "governingBody"})
"""Kinds of bodies whose offices are those of the organisation that they govern."""
MEMBERED = frozenset({"association", "union", "sports", "foundation", "branch"})
"""Kinds of organisations whose members elect a board."""
LABELS = "list_labels.csv"


@cache
def _labels(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(row["label"] for row in rows(LABELS) if row["kind"] == kind), re.IGNORECASE)


def is_label(kind: str, text: str) -> bool:
    """Whether words are a label of a kind in lexicon/list_labels.csv, but for marks and years around them."""
    bare = re.sub(r"^[\W\d]+|[\W\d]+$", "", text)
    return bool(_labels(kind).fullmatch(bare))


def group_of(line: Line) -> str | None:
    """The group a line is about: the body right before its colon, its first one, or the organisation that a short line consists of."""
    groups = [s for n, s in line.signs.items() if isinstance(s, Mention) and s.kind in {"body", "organisation", "collaboration"} and _of_members(line, n)]
    bodies = [g for g in groups if g.kind == "body"]
    last = re.search(r"⟨G(\d+)⟩:$", line.text)
    if last and line.signs[int(last[1])] in bodies:  # "Styret oppnevnte et kursutvalg:"
        return bodies[-1].referent
    if bodies:
        return bodies[0].referent
    if len({g.referent for g in groups}) == 1 and re.match(r"⟨G\d+⟩(?: \(⟨G\d+⟩\))?(?:,[^⟨⟩]{0,30})?:?$", line.text):
        return groups[0].referent
    return None


def _of_members(line: Line, number: int) -> bool:
    """ "Utvalgets rapport" heads no list of members, "utvalgets sammensetning" and "utvalgets leder" do."""
    genitive = re.search(rf"⟨G{number}⟩(?:s|['’]s?) (?!⟨R)(?P<what>.*)", line.text)
    return genitive is None or is_label("whole", genitive["what"])


def only_board(doc: Mentioned, line: Line) -> str | None:
    """The board whose chair and members a line without heading lists, where the article speaks of just one."""
    titles = [s for s in line.signs.values() if isinstance(s, RoleMention)]
    boards = {m.referent for m in doc.mentions if m.kind == "body" and doc.referents[m.referent].classification in OWNED}
    return boards.pop() if len(boards) == 1 and any(t.label.startswith("styre") for t in titles) else None


FOUNDED = re.compile(r"(?i)oppnevn|oppnemn|nedsatt|nedsett|(?:satt|sett|settes|setjast) ned|utnevn|utnemn|opprett|etabler|valgt|valde|valgte")


def body_above(doc: Mentioned, span: Span) -> Mention | None:
    """The body spoken of last before a list that says only "Medlemmer:"; the one that the article tells is set up, if any."""
    bodies = [m for m in doc.mentions if m.kind == "body" and m.span.end <= span.start]
    founded = [m for m in bodies if _founding(doc, m.span)]
    return max(founded or bodies, key=lambda m: m.span.end, default=None)


def _founding(doc: Mentioned, span: Span) -> bool:
    sentence = next((s.span for s in doc.annotated.sentences if s.span.start <= span.start < s.span.end), None)
    return bool(sentence and FOUNDED.search(doc.annotated.article.text[slice(*sentence)]))


def home_of(doc: Mentioned, group: str) -> str | None:
    """The organisation that a body belongs to: its owner, its parent in the register, or the one that the page is about."""
    referent = doc.referents[group]
    if referent.kind != "body":
        return group
    if referent.owner:
        return home_of(doc, referent.owner)
    parents = institution_by_id()[referent.register].parents if referent.register else ()
    named = next((r.id for r in doc.referents.values() if r.register and r.register in parents and r.kind == "organisation"), None)
    return named or (association(doc) if not referent.register else None)


def association(doc: Mentioned) -> str | None:
    """The organisation that a page is about: whose annual meeting it tells of, that sent it out, or alone in its title.

    None where these leave several.
    """
    titles = [b.span for b in doc.annotated.article.blocks if b.kind == "title"]
    wholes = {m.referent for m in doc.mentions if m.kind == "organisation" and any(t.start <= m.span.start < t.end for t in titles) and _part_of(doc, m)}
    for tells in (_headed, _over_minutes, _met, _sent, _in_title, _alone_in_title, _associations, _named):
        able = tells(doc) - wholes
        if len(able) == 1:
            return able.pop()
    return None


def _organisation(referent: Referent) -> bool:
    head = head_of(referent.name)
    bare = head is not None and len(head.noun) == len(referent.name)  # "foreininga"
    return referent.kind == "organisation" and not bare and referent.classification not in {"party", "media", "government", "parliament"}


def _known(referent: Referent) -> bool:
    """Whether its kind is known, or its name is an acronym: "Prøvøy" alone may be a place, or the start of a longer name."""
    return _organisation(referent) and (referent.classification is not None or referent.name.isupper())


HELD = re.compile(r"(?:holdt|heldt|halde|avholdt|avheldt|hadde|arrangerte|gjennomførte)")


def _met(doc: Mentioned) -> set[str]:
    """Whose annual meeting the page tells of: the meeting's owner, or who "held landsmøte"."""
    found = set()
    for referent in doc.referents.values():
        if referent.kind == "meeting" and referent.owner and re.match(r"(?i)(?:\w*årsmøte|landsmøte|generalforsamling|representantskap|\w*styremøte)", referent.name):
            owner = doc.referents[referent.owner]
            home = owner.id if owner.kind == "organisation" else owner.owner
            if home and (_known(doc.referents[home]) or doc.referents[home].classification == "party"):
                found.add(home)
    for sentence in doc.annotated.sentences if not found else ():
        if not HELD.search(doc.annotated.article.text, *sentence.span):
            continue
        line = render(doc, sentence.span)
        for held in re.finditer(rf"⟨G(\d+)⟩ (?:har )?{HELD.pattern} (?:\w+ )?⟨M\d+⟩", line.text):
            group = line.signs[int(held[1])]
            if isinstance(group, Mention) and _organisation(doc.referents[group.referent]):
                found.add(group.referent)
    return found


def _sent(doc: Mentioned) -> set[str]:
    return {
        m.referent for b in doc.annotated.article.blocks for label, colon, _ in [doc.annotated.article.text[slice(*b.span)].partition(":")]
        if colon and is_label("sender", label)
        for m in doc.mentions
        if m.kind == "organisation" and m.span.start > b.span.start and m.span.end == b.span.end and _organisation(doc.referents[m.referent])
    }  # fmt: skip


def _headed(doc: Mentioned) -> set[str]:
    """The organisation that a page's first lines consist of: "Prøve kommune" over its minutes."""
    tops = [b.span for b in doc.annotated.article.blocks[:3]]
    return {m.referent for m in doc.mentions if m.span in tops and m.kind == "organisation"}


def _over_minutes(doc: Mentioned) -> set[str]:
    """The organisation in the first lines of minutes: "Prøveby sjukehus, 3. mai 2020" under their title."""
    text = doc.annotated.article.text
    if not is_minutes(text):
        return set()
    lines = [line for line in text.split("\n") if line.strip()][:4]
    end = text.index(lines[-1], sum(len(line) for line in lines[:-1])) + len(lines[-1])
    return {m.referent for m in doc.mentions if m.kind == "organisation" and m.span.end <= end and _known(doc.referents[m.referent])}


def _in_title(doc: Mentioned) -> set[str]:
    tops = [b.span for b in doc.annotated.article.blocks if b.kind in {"title", "lead"}]
    return {
        m.referent for m in doc.mentions
        if m.kind == "organisation" and _known(doc.referents[m.referent]) and any(t.start <= m.span.start < t.end for t in tops)
    }  # fmt: skip


PART = re.compile(r"(?:s|['’]s?) (?:[a-zæøå]+e )?(?P<noun>[a-zæøå-]+)")
INSIDE = re.compile(r"(?:klubb|avdeling|gruppe|lag)(?:en|a|et)? (?:ved|i|på) $", re.IGNORECASE)


def _part_of(doc: Mentioned, mention: Mention) -> bool:
    """Whether the words around an organisation name a part of it that has a board of its own: "Foreningen Eksempels avdeling i nord"."""
    text = doc.annotated.article.text
    behind = PART.match(text, mention.span.end)
    head = head_of(behind["noun"]) if behind else None
    return bool(head and head.kind in {"branch", "department", "workingGroup", "association"}) or bool(INSIDE.search(text[: mention.span.start]))


def _alone_in_title(doc: Mentioned) -> set[str]:
    """What the title names though nothing tells its kind, or a group with a name of its own: "Prøvegruppen Øst" has a board too."""
    tops = [b.span for b in doc.annotated.article.blocks if b.kind == "title"]
    titled = {m.referent for m in doc.mentions if m.kind in {"organisation", "body"} and any(t.start <= m.span.start < t.end for t in tops)}
    named = {r for r in titled if " " in doc.referents[r].name}
    teams = {r for r in named if doc.referents[r].kind == "body" and doc.referents[r].classification in {"workingGroup", "branch"} and doc.referents[r].name[:1].isupper()}
    return {r for r in named if _organisation(doc.referents[r])} or teams if len(titled) == 1 else set()


def _spoken_of(doc: Mentioned) -> set[str]:
    """What the page speaks of other than as where someone comes from: "Kari Testdatter, Prøve kommune" is not about the municipality."""
    text = doc.annotated.article.text
    people = [m.span.start for m in doc.mentions if m.kind == "person"]
    found = set()
    for mention in doc.mentions:
        if mention.kind == "organisation" and _known(doc.referents[mention.referent]):
            line = line_at(text, mention.span.start)
            if not any(line.start <= p < line.end for p in people):
                found.add(mention.referent)
    return found


def _associations(doc: Mentioned) -> set[str]:
    return {r for r in _spoken_of(doc) if doc.referents[r].classification in MEMBERED}


def _named(doc: Mentioned) -> set[str]:
    return {m.referent for m in doc.mentions if m.kind == "organisation" and _known(doc.referents[m.referent])}


def board_of(doc: Mentioned, organisation: str) -> str | None:
    """The board of an organisation that the article speaks of, if it speaks of one."""
    boards = [r for r in doc.referents.values() if r.kind == "body" and r.classification in OWNED]
    own = [r.id for r in boards if r.owner == organisation and r.classification == "board"] or [r.id for r in boards if r.owner is None and r.register is None and r.classification == "board"]
    return own[0] if len(own) == 1 else None
