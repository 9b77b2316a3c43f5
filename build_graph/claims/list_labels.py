"""Lists behind labels on one line: "Leder: A, Nestleder: B", "Styremedlemmer: A, B og C", "Valgkomité: A (leder), B"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from build_graph.claims.list_entries import (
    INSTEAD,
    SIGN,
    Context,
    belongs,
    entries,
    has_office,
    in_group,
    is_board,
    of_party,
    unseated,
)
from build_graph.claims.list_groups import group_of, is_label, only_board
from build_graph.claims.patterns import Line, render
from build_graph.claims.roles import hold
from build_graph.lexicon.tables import words
from build_graph.model import Claim, Evidence, Mention, Mentioned, RoleMention
from ontology.lexicon import roles

LABEL = re.compile(r"^(?P<label>[^:.?!]{2,90}):(?= |$)")
PARTS = re.compile(r"(?:^|(?<=[,.;] )|(?<= ))(?P<label>[^:,.;⟩]*(?:⟨[RGMWL]\d+⟩[^:,;⟩]*)*):")
AS_FOLLOWS = re.compile(r"(?i)som følger|som følgjer|følgende|følgjande|består|medlemmer|medlemer|samansett|sammensatt")
SEATED = re.compile(r"(?i)medlem|møtte|til ?stede|deltok|deltakar|representant|^fr[aå]")


@dataclass(frozen=True, slots=True)
class Labelled:
    """What a labelled line says, and the group that the lines below it go on to list, if it names one."""

    claims: list[Claim]
    goes_on: Context | None = None


def labelled(doc: Mentioned, line: Line, label: re.Match[str], context: Context | None) -> Labelled:
    """The claims of a line with people behind its label.

    :param context: the group that the lines above say they list.
    """
    span = line.span(0, label.end())
    inner = group_of(render(doc, span))
    if inner is None:
        only = only_board(doc, line)
        return Labelled(list(_parts(doc, line, context or (Context(only, line.span(0, 1)) if only else None))))
    if doc.referents[inner].classification == "party":  # "Eks: A, B og C"
        return Labelled(list(entries(doc, line, of_party(doc, context, inner, span), label.end())))
    alone = re.fullmatch(r"⟨G\d+⟩(?: \(⟨G\d+⟩\))?", label["label"].strip(" •*·–-"))
    if alone and context and is_board(doc, context.group) and doc.referents[inner].kind == "organisation":  # "Foreningen Eksempel: A" in a board's list
        return Labelled(list(entries(doc, line, replace(context, origin=inner, title=None), label.end())))
    if context and re.search(r"⟨R\d+⟩ (?:fra|frå) ⟨G\d+⟩$", label["label"]):  # "Observatører fra Foreningen Eksempel: A og B"
        return Labelled(list(_parts(doc, line, replace(context, origin=inner if doc.referents[inner].kind == "organisation" else None))))
    named = Context(inner, span)
    if "⟨R" not in label["label"] and AS_FOLLOWS.search(label["label"]):
        return Labelled(list(entries(doc, line, named, label.end())), named)
    if is_board(doc, inner) and not re.search(r"[^\W\d_]{2,}", SIGN.sub(" ", label["label"])):  # "Valgkomité: …" is a body of its own
        return Labelled(list(entries(doc, line, named, label.end())))
    return Labelled(list(_parts(doc, line, named)))


def _parts(doc: Mentioned, line: Line, context: Context | None) -> Iterator[Claim]:
    parts = list(PARTS.finditer(line.text))
    for number, part in enumerate(parts):
        end = parts[number + 1].start() if number + 1 < len(parts) else len(line.text)
        # the list ends with its sentence: "Medlemmer: A, B. Møtet ble hevet."
        chunk = line.text[part.end() : end]
        stop = re.search(r"⟩\. (?!\d|⟨P|⟨R)|⟩ (?:hadde|har|er|ble|blei|vart|var) ", chunk)
        end = part.end() + stop.end() if stop else end
        role = next((s for n, s in line.signs.items() if isinstance(s, RoleMention) and f"⟨R{n}⟩" in part["label"]), None)
        people = [(n, s) for n, s in line.signs.items() if isinstance(s, Mention) and s.kind == "person"
                  and part.end() <= line.text.find(f"⟨P{n}⟩") < end and not INSTEAD.search(line.text, 0, line.text.find(f"⟨P{n}⟩"))]
        if context and role is not None and "vara" not in role.label and re.search(r"⟩ (?:for|i|av|på) (?!⟨)[a-zæøå]{3,}$", part["label"]):
            context = None  # "Redaktør for medlemsbladet: …" is no office of the list's group
        if role is not None and len(re.findall(r"[^\W\d_]{2,}", SIGN.sub(" ", part["label"]))) > 3:
            continue
        if context and role is not None and _represented(doc, role, context) and len(people) == 1:
            yield from _seated(doc, line, part, end, people, context)
        elif role is not None and role.label != "medlem":
            yield from _titled(doc, line, part, end, role, people, context)
        elif context and (role is not None or SEATED.search(part["label"]) or is_label("members", part["label"])):
            yield from _seated(doc, line, part, end, people, context)


def _represented(doc: Mentioned, role: RoleMention, context: Context) -> bool:
    """Whether a label names those whom one of a board speaks for: "Overleger: Kari Testdatter"."""
    own = role.label in words("list_offices.csv") or role.label.endswith(("medlem", "representant")) or "vara" in role.label
    return is_board(doc, context.group) and role.plural and not own


def _titled(doc: Mentioned, line: Line, part: re.Match[str], end: int, role: RoleMention, people: list[tuple[int, Mention]], context: Context | None) -> Iterator[Claim]:
    """"Leder: A", "Vara: A og B"."""
    deputy = "vara" in role.label
    seat = not deputy and role.label not in words("list_offices.csv") and role.label.endswith(("representant", "medlem"))  # "De ansattes representant: …"
    if context and not (deputy or seat or has_office(doc, role, context) or role.label.startswith("styre")):
        context = None  # "Saksordfører: …" is no office of the list's group
    for n, person in people:
        evidence = evidence_of(line, part.start(), n, "list-title-colon", 0.95)
        if context and not seat:
            yield from in_group(doc, person.referent, role, context, evidence)
        else:
            yield from hold(doc, person.referent, role, context.group if context else None, "", evidence)
        if context and is_board(doc, context.group) and not deputy and not unseated(doc, role, context):
            yield from belongs(doc, person.referent, context, evidence)
    if len(people) == 1 and not re.search(r"⟨P", line.text[:end].split(f"⟨P{people[0][0]}⟩")[1]):
        yield from entries(doc, line, None, part.end())  # to the line's end: "Leder: Kari Testdatter, Bergen. Rektor ved …"


def _seated(doc: Mentioned, line: Line, part: re.Match[str], end: int, people: list[tuple[int, Mention]], context: Context) -> Iterator[Claim]:
    """"Medlemmer: A, B og C", "Øvrige: A, B"."""
    if context.assumed and not is_board(doc, context.group):
        for n, person in people:
            evidence = evidence_of(line, part.start(), n, "list-members", 0.93)
            yield from hold(doc, person.referent, _board_member(evidence), context.group, "", evidence)
    yield from entries(doc, line, replace(context, title=None), part.end(), end)


@cache
def _seat() -> tuple[str, str]:
    role = next(r for r in roles() if r.labels.get("nb") == "styremedlem")
    return role.labels["nb"], role.iri


def _board_member(evidence: Evidence) -> RoleMention:
    label, concept = _seat()
    return RoleMention(evidence.span, label, concept, membership=True)


def held_by_all(doc: Mentioned, line: Line, role: RoleMention, context: Context | None) -> Iterator[Claim]:
    """ "Vara: 1. A 2. B" over several lines."""
    for number, person in line.signs.items():
        if isinstance(person, Mention) and person.kind == "person":
            yield from hold(doc, person.referent, role, context.group if context else None, "", evidence_of(line, 0, number, "list-title-colon", 0.9))


def evidence_of(line: Line, start: int, person: int, rule: str, confidence: float) -> Evidence:
    """The words from a label to a person."""
    sign = f"⟨P{person}⟩"
    return Evidence(line.span(start, line.text.index(sign) + len(sign)), rule, confidence)
