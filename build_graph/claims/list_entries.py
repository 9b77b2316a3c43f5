"""What one entry of a list says of the person it begins with.

    A, professor, Trondheim (leder)                       the office of the list in brackets
    A, Bodø (ny) – rådgiver ved X                         a place, then what A does elsewhere
    A - leder                                             the office behind a dash
    A, Oslo. Nestleder (ny). Direktør for X               a profile of several sentences
    A, Volda, leder (f. 1953, forfatter og rektor ved X)  the office before, the profile in brackets
    A, X                                                  where A comes from
    Direktør A, X                                         the title before the name, held at X
    A (Eks), ordfører                                     the party in brackets
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from build_graph.claims.list_groups import OWNED, home_of
from build_graph.claims.list_lines import board_title
from build_graph.claims.patterns import Line
from build_graph.claims.roles import hold, member_concept
from build_graph.lexicon.tables import rows, words
from build_graph.model import Claim, Evidence, Membership, Mention, Mentioned, Relation, RoleMention, Span

SIGN = re.compile(r"⟨(?P<letter>\w)(?P<number>\d+)⟩")
PREPOSITION = r"(?:ved|i|for|hos|på|av|til|frå|fra|with)"
PLACED = re.compile(rf"(?: {PREPOSITION})?(?: [a-zæøå]+){{0,3}} ⟨(?P<letter>[GL])(?P<number>\d+)⟩")
BESIDE = re.compile(r" ?(?:,| –) ⟨(?P<letter>G)(?P<number>\d+)⟩")
FIELD = re.compile(r"(?:, | – )⟨G(?P<group>\d+)⟩(?=$|[,;.]| –| \()")
ENTRY = re.compile(r"(?:⟨R(?P<title>\d+)⟩(?: ?[–|-]|:)? )?⟨P(?P<number>\d+)⟩")
INSTEAD = re.compile(r"(?:⟩|\)|vara|varamedlem|møtte|møter) (?:for|i staden for|i stedet for|istedenfor) (?=$)")  # "Vara: A for B": B is no deputy
OFFICES = {row["role"]: frozenset(row["kinds"].split()) for row in rows("offices.csv")}


@dataclass(frozen=True, slots=True)
class Context:
    """The group that the lines being read are a list of."""

    group: str
    span: Span  # of the words that name it
    title: RoleMention | None = None  # what the line above or before says that all of them are: "Varamedlemmer:"
    assumed: bool = False  # the page tells the group, not the list's own heading: to be listed is to hold an office, no more
    party: str | None = None  # whose members of the group they are: "Eks:" among the lists of a council's members
    elected: bool = False  # the list tells who has been elected, and so takes office
    origin: str | None = None  # the organisation over some of the entries: where those come from, who sit in the group
    heading: bool = False  # a heading names the group, with nothing else in it
    staff: bool = False  # people who work for the group's organisation, and sit in no group: "Fra administrasjonen:"


def entries(doc: Mentioned, line: Line, context: Context | None, start: int = 0, stop: int | None = None) -> Iterator[Claim]:
    """The claims of a line's entries, each from one person's name to the next.

    :param start: where in the line the entries begin, behind a label; :param stop: where they end.
    """
    stop = len(line.text) if stop is None else stop
    names = list(ENTRY.finditer(line.text, start, stop))
    for number, name in enumerate(names):
        person = line.signs[int(name["number"])]
        if not isinstance(person, Mention) or person.anaphoric or INSTEAD.search(line.text, 0, name.start()):
            continue
        end = names[number + 1].start() if number + 1 < len(names) else stop
        yield from _entry(doc, line, context, name, end)


def _entry(doc: Mentioned, line: Line, context: Context | None, name: re.Match[str], end: int) -> Iterator[Claim]:
    person = line.signs[int(name["number"])]
    assert isinstance(person, Mention)
    who, rest = person.referent, line.text[name.end() : end]
    named = Evidence(line.span(name.start(), name.end()), "list-entry", 0.9)
    title = line.signs[int(name["title"])] if name["title"] else None
    held: list[RoleMention] = []  # of the list's group
    from_there = BESIDE.match(rest)
    if isinstance(title, RoleMention):
        evidence = Evidence(named.span, "list-title-name", 0.93)
        if context and has_office(doc, title, context, named_elsewhere=bool(from_there)):
            held.append(title)
            yield from in_group(doc, who, title, context, evidence)
        elif from_there and not title.plural:
            yield from _at(doc, line, who, title, from_there, name.start(), name.end(), "list-title-name")
            from_there = None
    if from_there:
        yield from _comes_from(doc, line, who, from_there, name)
    yield from _party(doc, line, who, name, rest)
    for found in re.finditer(r"⟨R(\d+)⟩", rest):
        role = line.signs[int(found[1])]
        assert isinstance(role, RoleMention)
        if rest[found.end() :].startswith(":") or not _beside(rest[: found.start()]):
            break  # the label of whoever comes next; or words stand between: "Kari er datter av lederen"
        own = context is not None and has_office(doc, role, context) and _of_list(rest, found)
        placed = _placed(doc, line, rest, found.end()) or (None if own else _organisation_beside(line, rest, found.end()))
        if context and own and not placed:
            held.append(role)
            evidence = Evidence(line.span(name.start(), name.end() + found.end()), "list-entry-title", 0.93)
            yield from in_group(doc, who, role, context, evidence)
        elif role.plural:
            continue
        elif placed:
            yield from _at(doc, line, who, role, placed, name.start(), name.end(), "list-entry-title")
        else:
            yield from hold(doc, who, role, None, "", Evidence(line.span(name.start(), name.end() + found.end()), "list-entry-title", 0.93))
    yield from _beside_office(doc, line, who, held, name, rest)
    for sits in re.finditer(r"(?:sitter|sit|har sittet|har sete|satt|sat) i ⟨G(\d+)⟩", rest):
        seat = line.signs[int(sits[1])]
        if isinstance(seat, Mention):
            yield _member(who, seat.referent, Evidence(line.span(name.start(), name.end() + sits.end()), "list-entry-sits", 0.9))
    if context:
        yield from _as_listed(doc, who, context, held, named)


def _as_listed(doc: Mentioned, who: str, context: Context, held: list[RoleMention], evidence: Evidence) -> Iterator[Claim]:
    """What it means to stand in the list: to hold the title over it, and to be a member unless that is a deputy's."""
    deputy = any("vara" in role.label for role in held)
    if context.origin:
        yield Membership(who, context.origin, None, None, None, (evidence,))
    if context.party:
        yield _member(who, context.party, evidence)
    if context.title and "vara" in context.title.label:
        yield from hold(doc, who, context.title, context.group, "", evidence)
        return
    if context.title and not held and context.title.label != "medlem" and has_office(doc, context.title, context):
        yield from in_group(doc, who, context.title, context, evidence)
    if not deputy and not (context.staff and context.assumed) and not (context.title and seatless(context.title)) and (context.staff or not any(writes_for(doc, role, context) for role in held)):
        yield from belongs(doc, who, context, evidence)


def _at(doc: Mentioned, line: Line, who: str, role: RoleMention, placed: re.Match[str], start: int, behind: int, rule: str) -> Iterator[Claim]:
    where = line.signs[int(placed["number"])]
    evidence = Evidence(line.span(start, behind + placed.end()), rule, 0.93)
    yield from hold(doc, who, role, where.referent if isinstance(where, Mention) else None, "", evidence)


def _placed(doc: Mentioned, line: Line, rest: str, position: int) -> re.Match[str] | None:
    """Where a title is held; a party that only stands beside it is its holder's."""
    placed = PLACED.match(rest, position)
    group = line.signs[int(placed["number"])] if placed else None
    beside = placed and re.match(r" ⟨", rest[position:])
    return None if beside and isinstance(group, Mention) and doc.referents[group.referent].classification == "party" else placed


def _organisation_beside(line: Line, rest: str, position: int) -> re.Match[str] | None:
    """The organisation behind a title and a comma: "Kari Testdatter, direktør, Foreningen Eksempel"."""
    placed = BESIDE.match(rest, position)
    group = line.signs[int(placed["number"])] if placed else None
    return placed if isinstance(group, Mention) and group.kind == "organisation" else None


def _comes_from(doc: Mentioned, line: Line, who: str, match: re.Match[str], name: re.Match[str]) -> Iterator[Claim]:
    group = line.signs[int(match["number"])]
    own = isinstance(group, Mention) and (group.kind == "organisation" or group.kind == "body" and doc.referents[group.referent].named)
    bracket = line.text.startswith(")", name.end() + match.end())
    if isinstance(group, Mention) and own and not bracket and doc.referents[group.referent].classification != "party":
        yield Membership(who, group.referent, None, None, None, (Evidence(line.span(name.start(), name.end() + match.end()), "list-entry-from", 0.88),))


def _beside_office(doc: Mentioned, line: Line, who: str, held: list[RoleMention], name: re.Match[str], rest: str) -> Iterator[Claim]:
    """The organisation or party in a field behind the list's own title or a place: "Kari Testdatter, leder, Foreningen Eksempel"."""
    for found in FIELD.finditer(rest):
        before = rest[: found.start()]
        group, roles_before = line.signs[int(found["group"])], [line.signs[int(n)] for n in re.findall(r"⟨R(\d+)⟩", before)]
        apart = not before or before.count("(") > before.count(")") or "⟨G" in before or re.search(r"[a-zæøå]{3,}", SIGN.sub("", before))
        if apart or not isinstance(group, Mention) or any(role not in held for role in roles_before):
            continue
        evidence = Evidence(line.span(name.start(), name.end() + found.end()), "list-entry-from", 0.88)
        if doc.referents[group.referent].classification == "party":
            yield _member(who, group.referent, evidence)
        elif group.kind == "organisation":
            yield Membership(who, group.referent, None, None, None, (evidence,))


def _party(doc: Mentioned, line: Line, who: str, name: re.Match[str], rest: str) -> Iterator[Claim]:
    """The party right behind a name, or behind its title in a table: "Kari Testdatter (Eks)", "Kari Testdatter, Eks"."""
    found = re.match(r"(?: ?, ?| ?\(| [–-] | )(?:⟨R\d+⟩,? )?\(?⟨G(\d+)⟩", rest)
    group = line.signs[int(found[1])] if found else None
    if found and isinstance(group, Mention) and doc.referents[group.referent].classification == "party":
        yield _member(who, group.referent, Evidence(line.span(name.start(), name.end() + found.end()), "list-entry-party", 0.93))


def _member(who: str, group: str, evidence: Evidence) -> Membership:
    label, concept = member_concept()
    return Membership(who, group, label, concept, "current", (evidence,))


def of_party(doc: Mentioned, context: Context | None, party: str, span: Span) -> Context:
    """The context of a list of a party's people: members of the group that is listed, if one is, and of the party."""
    if context and is_board(doc, context.group):
        return replace(context, party=party)
    return Context(party, span)


def has_office(doc: Mentioned, role: RoleMention, context: Context, *, named_elsewhere: bool = False) -> bool:
    """Whether the list's group, or the organisation that it belongs to, has such an office: a committee has no headmaster.

    :param named_elsewhere: whether the entry names an organisation beside the title: only offices of boards and committees
        themselves are then the list's own.
    """
    if role.label in words("list_offices.csv") or role.label.endswith("styremedlem"):
        return True
    if named_elsewhere:
        return False
    kinds = OFFICES.get(role.label)
    if kinds is None:
        return context.staff or is_board(doc, context.group) and board_title(role.label)
    home = home_of(doc, context.group)
    return context.staff or not kinds or doc.referents[context.group].classification in {*OWNED, *kinds} or bool(home and doc.referents[home].classification in kinds)


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
    """A title held in the list's group, or in the organisation that it belongs to; nothing where it says no more than membership."""
    if role.label == "medlem":
        return
    if "vara" in role.label:
        where: str | None = context.group
    elif role.label in words("list_offices.csv") or role.label.endswith("styremedlem") or not OFFICES.get(role.label) and not context.staff:
        where = office_of(doc, context.group)
    else:  # a board has no secretary general: its association has
        where = home_of(doc, context.group)
        if where is None and context.staff:
            return  # the title's own sentence states it
    yield from hold(doc, person, role, where, "", evidence)
    if role.leading and role.label in words("list_offices.csv") and where != context.group and doc.referents[context.group].classification in OWNED:
        yield Relation("leads", person, context.group, (evidence,))


def unseated(doc: Mentioned, role: RoleMention, context: Context) -> bool:
    """Whether who holds an office in a list has no seat in the group: a jury's secretary writes for it, a board's is one of it."""
    return seatless(role) or writes_for(doc, role, context)


def writes_for(doc: Mentioned, role: RoleMention, context: Context) -> bool:
    """Whether an office is beside the group, however it is stated: an observer's, or a jury's secretary's."""
    return role.label == "observatør" or role.label == "sekretær" and doc.referents[context.group].classification not in OWNED


def belongs(doc: Mentioned, person: str, context: Context, evidence: Evidence) -> Iterator[Claim]:
    """Membership of the list's group; whoever is listed under an office or an organisation only belongs to it."""
    if is_board(doc, context.group) or doc.referents[context.group].classification == "party":
        yield _member(person, context.group, evidence)
    elif not context.assumed:
        yield Membership(person, context.group, None, None, None, (evidence,))


def is_office(role: RoleMention) -> bool:
    """Whether a title is an office that associations and boards have: "leder", "president", "styremedlem", "økonomiansvarlig"."""
    named = role.label in words("list_offices.csv") or role.label.endswith(("styremedlem", "styreleder", "president"))
    return named and role.label not in {"medlem", "revisor", "observatør"}


def seatless(role: RoleMention) -> bool:
    """Whether a label over names makes them no members: "Daglig leder: …", "Observatør: …" in a board's list."""
    return role.label in words("seatless_offices.csv")


def office_of(doc: Mentioned, group: str) -> str | None:
    """Where a board's offices are held: in the organisation whose board it is; a committee's in the committee.

    None for a board that the article leaves without an owner, which `offices` then seeks.
    """
    referent = doc.referents[group]
    own = referent.name.split(" ")[0].lower() in words("own_boards.csv")
    return referent.owner or home_of(doc, group) if referent.classification in OWNED | {"leadership"} and not referent.register and not own else group


def is_board(doc: Mentioned, group: str) -> bool:
    """Whether to be listed under a group is to be a member of it: boards and committees, not departments or organisations."""
    referent = doc.referents[group]
    return referent.kind == "body" and referent.classification not in {"department", "secretariat"}
