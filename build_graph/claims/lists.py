"""Lists of names: the members of a board or committee, with their titles, in the layouts that pages use.

    Leder: A, Nestleder: B             a title, a colon, its holders
    Styremedlemmer: A, B og C
    Vara: 1. A 2. B
    A, professor, Trondheim (leder)    entries that begin with a name, see list_entries.py
    A, B, C og D.                      names alone, under a line that names the group

Which group the list is of stands in the line above it ("Styret i Foreningen Eksempel:"), or before the colon ("Møtte fra styret: …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from build_graph.claims.list_entries import SIGN, Context, belongs, entries, has_office, in_group, is_board, office_of
from build_graph.claims.patterns import Line, render
from build_graph.claims.roles import hold
from build_graph.lexicon.tables import words
from build_graph.model import Claim, Evidence, Membership, Mention, Mentioned, RoleMention, Span

LABEL = re.compile(r"^(?P<label>[^:.?!]{2,90}):(?= |$)")
NUMBERED = re.compile(r"^\s*(?:[•*·–-]|\d{1,2}[.)])\s")


def list_claims(doc: Mentioned) -> list[Claim]:
    """Memberships and roles from the lists of an article."""
    claims: list[Claim] = []
    context: Context | None = None
    numbered: RoleMention | None = None  # the title of a numbered list that goes on over the line's end
    holders: RoleMention | None = None  # the title that the lines of a list "group: person" have in common
    for span, kind in _lines(doc):
        line = render(doc, _last_sentence(doc, span))
        label = LABEL.match(line.text)
        if label and len(re.findall(r"[^\W\d_]{2,}", SIGN.sub(" ", label["label"]))) > 9:
            label = None  # a sentence that happens to hold a colon
        pair = re.fullmatch(r"(?:[•*·–-] )?⟨G(\d+)⟩(?: \(⟨G\d+⟩\))?: ⟨P(\d+)⟩\.?", line.text)
        if pair and holders:
            group, person = line.signs[int(pair[1])], line.signs[int(pair[2])]
            if isinstance(group, Mention) and isinstance(person, Mention):
                claims += hold(doc, person.referent, holders, group.referent, "", Evidence(line.span(0, len(line.text)), "list-group-colon", 0.9))
            continue
        opener = _group_of(doc, line) if _opens_list(line, kind) else None
        people = [n for n, s in line.signs.items() if isinstance(s, Mention) and s.kind == "person" and not s.anaphoric]
        if label and people and line.text.index(f"⟨P{people[0]}⟩") > label.end() - 1:
            inner = _group_of(doc, render(doc, line.span(0, label.end())))
            named = Context(inner, line.span(0, label.end())) if inner else context or _only_board(doc, line)
            if inner and "⟨R" not in label["label"] and AS_FOLLOWS.search(label["label"]):
                context = named
                claims += entries(doc, line, context, label.end())
            else:
                claims += _labelled(doc, line, named)
            titles = [s for s in line.signs.values() if isinstance(s, RoleMention)]
            numbered = titles[-1] if titles else None
            continue
        elif numbered and people and re.match(r"(?:[2-9]|1\d)[.)] ⟨P", line.text):
            claims += _held_by_all(doc, line, numbered, context)
            continue
        elif opener:
            context = Context(opener, span)
        elif _title_line(line):
            titled = next((s for s in line.signs.values() if isinstance(s, RoleMention)), None)
            if context is None:
                context = _body_above(doc, span)
            if context and titled:
                context = replace(context, deputies=titled if "vara" in titled.label else None)
            holders = titled if titled and titled.plural and not titled.membership else None
            continue  # "Medlemmer": the group stays what it was
        elif people and (_listlike(line, kind) or context and _profile(line)):
            claims += entries(doc, line, context)
        else:
            context = _group_stays(doc, line, context)
        numbered = None
    return [_to_come(c) for c in claims] if _takes_office_later(doc) else claims


TAKES_OFFICE = re.compile(r"(?i)\b(?:styret|utvalget|utvalet|lederne|leiarane|styremedlemmene|styremedlemene|de nye|dei nye|nye styret)\b[^.!?\n]{0,40}\b(?:tiltrer|byrjar|begynner|trer i kraft|overtar|overtek|tar over|tek over|tek til)\b")


def _takes_office_later(doc: Mentioned) -> bool:
    """Whether the article says that those it lists have yet to take office: "Styret tiltrer 1. september"."""
    return bool(TAKES_OFFICE.search(doc.annotated.article.text))


def _to_come(claim: Claim) -> Claim:
    return replace(claim, status="incoming") if isinstance(claim, Membership) and claim.status == "current" else claim


def _lines(doc: Mentioned) -> Iterator[tuple[Span, str]]:
    text = doc.annotated.article.text
    for block in doc.annotated.article.blocks:
        if block.kind in {"heading", "paragraph", "item", "lead", "title"}:
            start = block.span.start
            for part in text[block.span.start : block.span.end].splitlines(keepends=True):
                stripped = part.strip()
                if stripped:
                    begin = start + part.index(stripped[0])
                    yield Span(begin, begin + len(stripped)), block.kind
                start += len(part)


def _last_sentence(doc: Mentioned, span: Span) -> Span:
    """Of a paragraph that leads up to a list ("… Blant styrelederne er:") its last sentence, else the line itself."""
    if doc.annotated.article.text[span.end - 1] != ":":
        return span
    inside = [s.span for s in doc.annotated.sentences if span.start <= s.span.start < span.end]
    return Span(inside[-1].start, span.end) if inside else span


def _opens_list(line: Line, kind: str) -> bool:
    """Whether a line can stand above a list: a heading, or words that end in a colon and hold no person."""
    return "⟨P" not in line.text and (line.text.endswith(":") or (kind in {"heading", "title"} and len(line.text) < 90))


def _title_line(line: Line) -> bool:
    """"Medlemmer", "Medlemene er:", "Blant styrelederne er:": a title that the lines below have in common."""
    return len(line.text) < 60 and "⟨P" not in line.text and bool(re.fullmatch(r"(?:\w+ ){0,3}⟨R\d+⟩(?: \w+){0,3}:?|\w+:?", line.text))


def _only_board(doc: Mentioned, line: Line) -> Context | None:
    """The board whose chair and members a line without heading lists, where the article speaks of just one."""
    titles = [s for s in line.signs.values() if isinstance(s, RoleMention)]
    boards = {m.referent for m in doc.mentions if m.kind == "body" and doc.referents[m.referent].classification in {"board", "governingBody"}}
    if len(boards) != 1 or not any(t.label.startswith("styre") for t in titles):
        return None
    return Context(boards.pop(), line.span(0, 1))


def _founding(doc: Mentioned, span: Span) -> bool:
    sentence = next((s.span for s in doc.annotated.sentences if s.span.start <= span.start < s.span.end), None)
    text = doc.annotated.article.text[slice(*sentence)] if sentence else ""
    return bool(re.search(r"(?i)oppnevn|oppnemn|nedsatt|nedsett|(?:satt|sett|settes|setjast) ned|utnevn|utnemn|opprett|etabler|valgt|valde|valgte", text))


def _body_above(doc: Mentioned, span: Span) -> Context | None:
    """The body spoken of last before a list that says only "Medlemmer:"."""
    bodies = [m for m in doc.mentions if m.kind == "body" and m.span.end <= span.start]
    founded = [m for m in bodies if _founding(doc, m.span)]  # the committee that the article tells is set up, if any
    last = max(founded or bodies, key=lambda m: m.span.end, default=None)
    return Context(last.referent, last.span) if last else None


def _group_of(doc: Mentioned, line: Line) -> str | None:
    """The group a line is about: its first body, or the organisation that a short line consists of."""
    groups = [
        s for n, s in line.signs.items()
        if isinstance(s, Mention) and s.kind in {"body", "organisation", "collaboration"} and not re.search(rf"⟨G{n}⟩(?:s|['’]s?) (?!⟨R)", line.text)
    ]  # "utvalgets rapport" heads no list of its members
    bodies = [g for g in groups if g.kind == "body"]
    if bodies:
        return bodies[0].referent
    if len({g.referent for g in groups}) == 1 and re.match(r"⟨G\d+⟩(?: \(⟨G\d+⟩\))?(?:,[^⟨⟩]{0,30})?:?$", line.text):
        return groups[0].referent
    return None


def _group_stays(doc: Mentioned, line: Line, context: Context | None) -> Context | None:
    """A sentence between heading and list keeps the heading's group; one that names another body takes over."""
    body = _group_of(doc, line)
    return Context(body, line.span(0, len(line.text))) if body and line.text.endswith(":") else context


def _listlike(line: Line, kind: str) -> bool:
    """Whether a line is of names and titles rather than a sentence: few words are left when the mentions are taken out."""
    if kind in {"heading", "title", "lead"}:
        return False
    rest = SIGN.sub(" ", re.sub(r"\([^()]*\)", " ", line.text))
    others = [w for w in words_in(rest) if w not in {"og", "ved", "for", "fra", "frå", "av", "er", "i", "på", "samt", "ny", "nye"}]
    if set(words_in(rest)) & words("finite_verbs.csv"):
        return False
    people = len(re.findall(r"⟨P\d+⟩", line.text))
    starts = bool(re.match(r"(?:[•*·–-] |\d{1,2}[.)] )?(?:[A-ZÆØÅ][a-zæøå]+ )?⟨P", line.text))
    if NUMBERED.match(line.text) and starts:
        return len(others) <= 8
    return starts and (people >= 2 and len(others) <= people or people == 1 and len(others) <= 3 and kind == "item")


AS_FOLLOWS = re.compile(r"(?i)som følger|som følgjer|følgende|følgjande|består|medlemmer|medlemer|samansett|sammensatt")


def _profile(line: Line) -> bool:
    """Whether a paragraph under a list's heading is one of its entries: a name, then signs or brackets, and nobody speaks."""
    first = re.match(r"(?:⟨R\d+⟩:? |[A-ZÆØÅ][a-zæøå]+ )?⟨P\d+⟩ ?[,.(–-]", line.text)
    if first is None or re.match(r"(?:⟨R\d+⟩:? )?⟨P\d+⟩(?: \(\d+\))?, som ", line.text):
        return False
    outside = re.sub(r"\([^()]*\)", " ", line.text)
    return not set(re.findall(r"[a-zæøå]+", outside)) & words("quote_verbs.csv")


def words_in(text: str) -> list[str]:
    """The words of a text, without figures."""
    return re.findall(r"[^\W\d_]{2,}", text)


def _labelled(doc: Mentioned, line: Line, context: Context | None) -> Iterator[Claim]:
    """"Leder: A, Nestleder: B", "Styremedlemmer: A, B og C", "Møtte fra styret: A, B"."""
    parts = list(re.finditer(r"(?:^|(?<=[,.;] )|(?<= ))(?P<label>[^:,.;⟩]*(?:⟨[RGMWL]\d+⟩[^:,;⟩]*)*):", line.text))
    for number, part in enumerate(parts):
        end = parts[number + 1].start() if number + 1 < len(parts) else len(line.text)
        # the list ends with its sentence: "Medlemmer: A, B. Møtet ble hevet."
        chunk = line.text[part.end() : end]
        stop = re.search(r"⟩\. (?!\d|⟨P|⟨R)|⟩ (?:hadde|har|er|ble|blei|vart|var) ", chunk)
        end = part.end() + stop.end() if stop else end
        role = next((s for n, s in line.signs.items() if isinstance(s, RoleMention) and f"⟨R{n}⟩" in part["label"]), None)
        people = [(n, s) for n, s in line.signs.items() if isinstance(s, Mention) and s.kind == "person"
                  and part.end() <= line.text.find(f"⟨P{n}⟩") < end]
        if role is not None and len(re.findall(r"[^\W\d_]{2,}", SIGN.sub(" ", part["label"]))) > 3:
            continue
        if role is not None and role.label != "medlem":
            deputy = "vara" in role.label
            if context and not (deputy or has_office(doc, role, context) or role.label.startswith("styre")):
                context = None  # "Saksordfører: …" is no office of the list's group
            where = (context.group if deputy else office_of(doc, context.group)) if context else None
            for n, person in people:
                evidence = _evidence(line, part.start(), n, "list-title-colon", 0.95)
                yield from hold(doc, person.referent, role, where, "", evidence)
                if context and is_board(doc, context.group) and not deputy:
                    yield from belongs(doc, person.referent, context, evidence)
            if len(people) == 1 and not re.search(r"⟨P", line.text[:end].split(f"⟨P{people[0][0]}⟩")[1]):
                yield from entries(doc, line, None, line.text.index(f"⟨P{people[0][0]}⟩"))
        elif context and (role is not None or re.search(r"(?i)medlem|møtte|til ?stede|deltok|deltakar|representant|^fr[aå]", part["label"])):
            for n, person in people:
                evidence = _evidence(line, part.start(), n, "list-members", 0.93)
                yield from belongs(doc, person.referent, context, evidence)
                before = re.search(rf"⟨R(\d+)⟩ ⟨P{n}⟩", line.text)
                title = line.signs[int(before[1])] if before else None
                if isinstance(title, RoleMention) and is_board(doc, context.group) and has_office(doc, title, context):
                    yield from in_group(doc, person.referent, title, context, evidence)
                origin = re.search(rf"⟨P{n}⟩ ?, ⟨G(\d+)⟩", line.text)
                group = line.signs[int(origin[1])] if origin else None
                if isinstance(group, Mention) and group.kind == "organisation":
                    yield Membership(person.referent, group.referent, None, None, None, (evidence,))


def _held_by_all(doc: Mentioned, line: Line, role: RoleMention, context: Context | None) -> Iterator[Claim]:
    for number, person in line.signs.items():
        if isinstance(person, Mention) and person.kind == "person":
            yield from hold(doc, person.referent, role, context.group if context else None, "", _evidence(line, 0, number, "list-title-colon", 0.9))


def _evidence(line: Line, start: int, person: int, rule: str, confidence: float) -> Evidence:
    sign = f"⟨P{person}⟩"
    return Evidence(line.span(start, line.text.index(sign) + len(sign)), rule, confidence)
