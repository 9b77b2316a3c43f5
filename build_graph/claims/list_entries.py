"""What one entry of a list says of the person it begins with.

    A, professor, Trondheim (leder)                       the office of the list in brackets
    A, Bodø (ny) – rådgiver ved X                         a place, then what A does elsewhere
    A - leder                                             the office behind a dash
    A, Oslo. Nestleder (ny). Direktør for X               a profile of several sentences
    A, Volda, leder (f. 1953, forfatter og rektor ved X)  the office before, the profile in brackets
    A, X                                                  where A comes from
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_graph.claims.patterns import Line
from build_graph.claims.roles import hold, member_concept
from build_graph.lexicon.tables import rows
from build_graph.model import Claim, Evidence, Membership, Mention, Mentioned, RoleMention, Span

SIGN = re.compile(r"⟨(?P<letter>\w)(?P<number>\d+)⟩")
PREPOSITION = r"(?:ved|i|for|hos|på|av|til|frå|fra|with)"
PLACED = re.compile(rf"(?: {PREPOSITION})?(?: [a-zæøå]+){{0,3}} ⟨(?P<letter>[GL])(?P<number>\d+)⟩")
OFFICES = {row["role"]: frozenset(row["kinds"].split()) for row in rows("offices.csv")}
LIST_OFFICES = frozenset({"sekretær", "medlem", "styremedlem", "varamedlem", "observatør", "møtende vara", "vara"})
"""Titles that an entry states of the list's own group when no other is named behind them, beside the offices of its kind."""


@dataclass(frozen=True, slots=True)
class Context:
    """The group that the lines being read are a list of; `deputies` under a line "Varamedlemmer:"."""

    group: str
    span: Span  # of the words that name it
    deputies: RoleMention | None = None


def entries(doc: Mentioned, line: Line, context: Context | None, start: int = 0) -> Iterator[Claim]:
    """The claims of a line's entries, each from one person's name to the next.

    :param start: where in the line the entries begin, behind a label.
    """
    names = [m for m in re.finditer(r"(?:⟨R(?P<title>\d+)⟩ )?⟨P(?P<number>\d+)⟩", line.text) if m.start() >= start]
    for number, name in enumerate(names):
        person = line.signs[int(name["number"])]
        if not isinstance(person, Mention) or person.anaphoric:
            continue
        end = names[number + 1].start() if number + 1 < len(names) else len(line.text)
        yield from _entry(doc, line, context, name, end)


def _entry(doc: Mentioned, line: Line, context: Context | None, name: re.Match[str], end: int) -> Iterator[Claim]:
    person = line.signs[int(name["number"])]
    assert isinstance(person, Mention)
    who, rest = person.referent, line.text[name.end() : end]
    member = True
    title = line.signs[int(name["title"])] if name["title"] else None
    if isinstance(title, RoleMention) and context and has_office(doc, title, context):
        yield from in_group(doc, who, title, context, Evidence(line.span(name.start(), name.end()), "list-title-name", 0.93))
        member = "vara" not in title.label
    came_from = re.match(r" ?, ⟨G(\d+)⟩", rest)
    group = line.signs[int(came_from[1])] if came_from else None
    if came_from and isinstance(group, Mention) and group.kind == "organisation" and not re.match(r" ?, ⟨G\d+⟩ ?\)", rest):
        yield Membership(who, group.referent, None, None, None, (Evidence(line.span(name.start(), name.end() + came_from.end()), "list-entry-from", 0.88),))
    for found in re.finditer(r"⟨R(\d+)⟩", rest):
        role = line.signs[int(found[1])]
        assert isinstance(role, RoleMention)
        if rest[found.end() :].startswith(":") or not _beside(rest[: found.start()]):
            break  # the label of whoever comes next; or words stand between: "Kari er datter av lederen"
        placed = PLACED.match(rest, found.end())
        where = line.signs[int(placed["number"])] if placed else None
        last = name.end() + (placed.end() if placed else found.end())
        evidence = Evidence(line.span(name.start(), last), "list-entry-title", 0.93)
        if context and where is None and has_office(doc, role, context) and _of_list(rest, found):
            yield from in_group(doc, who, role, context, evidence)
            member = member and "vara" not in role.label
        elif role.plural:
            continue
        else:
            yield from hold(doc, who, role, where.referent if isinstance(where, Mention) else None, "", evidence)
    for sits in re.finditer(r"(?:sitter|sit|har sittet|har sete|satt|sat) i ⟨G(\d+)⟩", rest):
        seat = line.signs[int(sits[1])]
        if isinstance(seat, Mention):
            label, concept = member_concept()
            yield Membership(who, seat.referent, label, concept, "current", (Evidence(line.span(name.start(), name.end() + sits.end()), "list-entry-sits", 0.9),))
    if context and context.deputies:
        yield from hold(doc, who, context.deputies, context.group, "", Evidence(line.span(name.start(), name.end()), "list-entry", 0.9))
    elif context and member:
        yield from belongs(doc, who, context, Evidence(line.span(name.start(), name.end()), "list-entry", 0.9))


def has_office(doc: Mentioned, role: RoleMention, context: Context) -> bool:
    """Whether the list's group, or the organisation whose board it is, has such an office: a committee has no headmaster."""
    if role.label in LIST_OFFICES:
        return True
    kinds = OFFICES.get(role.label)
    return kinds is not None and (not kinds or doc.referents[context.group].classification in {"board", "governingBody", *kinds})


def _beside(text: str) -> bool:
    """Whether what stands between a name and a title is of the kind that entries have: no sentence with a verb of its own."""
    words = re.findall(r"[^\W\d_]+", SIGN.sub(" ", text))
    verbs = {"er", "var", "sier", "seier", "sa", "mener", "meiner", "vil", "skal", "kan", "datter", "sønn", "sønnen", "dotter", "gift"}
    return not (set(words[:-1]) | set(words)) & (verbs - {"er"}) and (words[:1] != ["er"] or len(words) == 1)


def _of_list(rest: str, found: re.Match[str]) -> bool:
    """Whether a title is the list's own: right behind the name, a place or a stop, or alone in brackets; not in a profile."""
    before = rest[: found.start()]
    if before.count("(") > before.count(")"):
        return bool(re.search(r"\((?:[a-zæøå]+ )?$", before)) and bool(re.match(r"(?: fra \d{4}| frå \d{4})?\)", rest[found.end() :]))
    earlier = SIGN.findall(before)
    return not any(letter == "R" for letter, _ in earlier)


def in_group(doc: Mentioned, person: str, role: RoleMention, context: Context, evidence: Evidence) -> Iterator[Claim]:
    """A title held in the list's group, or in the organisation whose board it is; plain membership where it says no more."""
    if role.label == "medlem":
        return
    where = context.group if "vara" in role.label else office_of(doc, context.group)
    yield from hold(doc, person, role, where, "", evidence)


def belongs(doc: Mentioned, person: str, context: Context, evidence: Evidence) -> Iterator[Claim]:
    """Membership of the list's group; whoever is listed under an office or an organisation only belongs to it."""
    if is_board(doc, context.group):
        label, concept = member_concept()
        yield Membership(person, context.group, label, concept, "current", (evidence,))
    else:
        yield Membership(person, context.group, None, None, None, (evidence,))


def office_of(doc: Mentioned, group: str) -> str | None:
    """Where a board's offices are held: in the organisation whose board it is; a committee's in the committee.

    None for a board that the article leaves without an owner, which `offices` then seeks.
    """
    referent = doc.referents[group]
    return referent.owner if referent.classification in {"board", "governingBody"} and not referent.register else group


def is_board(doc: Mentioned, group: str) -> bool:
    """Whether to be listed under a group is to be a member of it: boards and committees, not departments or organisations."""
    referent = doc.referents[group]
    return referent.kind == "body" and referent.classification not in {"department", "secretariat"}
