"""Lists of names: the members of a board or committee, with their titles, in the layouts that pages use.

    Leder: A, Nestleder: B             a title, a colon, its holders: see list_labels.py
    Vara: 1. A 2. B
    Leder                              a title on a line of its own, its holders below
    A, professor, Trondheim (leder)    entries that begin with a name, see list_entries.py
    A, B, C og D.                      names alone, under a line that names the group
    Til stede: A, B                    who met, see attendance.py

Which group the list is of stands in the line above it ("Styret i Foreningen Eksempel:"), before the colon ("Møtte fra styret: …"),
or is told by the page ("VALGENE" on an association's annual meeting): see list_groups.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from build_graph.claims.attendance import Attendance, attendance_lists, session_of
from build_graph.claims.list_entries import (
    SIGN,
    Context,
    belongs,
    entries,
    has_office,
    in_group,
    is_board,
    is_office,
    of_party,
    unseated,
)
from build_graph.claims.list_groups import association, board_of, body_above, group_of, is_label, only_board
from build_graph.claims.list_labels import LABEL, Labelled, evidence_of, held_by_all, labelled
from build_graph.claims.list_lines import list_line
from build_graph.claims.list_sentences import list_sentences
from build_graph.claims.list_signatures import Signature, signatures
from build_graph.claims.patterns import Line, render
from build_graph.claims.programmes import programme_lines
from build_graph.claims.roles import hold
from build_graph.lexicon.tables import words
from build_graph.model import Claim, Evidence, Membership, Mention, Mentioned, RoleMention, Span

NUMBERED = re.compile(r"^\s*(?:[•*·–-]|\d{1,2}[.)])\s")


def list_claims(doc: Mentioned) -> list[Claim]:
    """Memberships and roles from the lists of an article."""
    reader = _Reader(doc, attendance_lists(doc), list(signatures(doc)), programme_lines(doc))
    claims = [_elected(doc, claim) if reader.context and reader.context.elected else claim for span, kind in _lines(doc) for claim in reader.read(span, kind)]
    claims += list_sentences(doc)
    return [_to_come(c) for c in claims] if _takes_office_later(doc) else claims


TAKES_OFFICE = re.compile(r"(?i)\b(?:styret|utvalget|utvalet|lederne|leiarane|styremedlemmene|styremedlemene|de nye|dei nye|nye styret)\b[^.!?\n]{0,40}\b(?:tiltrer|byrjar|begynner|trer i kraft|overtar|overtek|tar over|tek over|tek til)\b")


def _takes_office_later(doc: Mentioned) -> bool:
    """Whether the article says that those it lists have yet to take office: "Styret tiltrer 1. september"."""
    return bool(TAKES_OFFICE.search(doc.annotated.article.text))


AGAIN = re.compile(r"[^,;·\n]{0,25}\b(?:gjenvalgt|gjenvald|attvald?|attvalt|ikke på valg|ikkje på val|fortsetter|held fram)\b", re.IGNORECASE)


def _elected(doc: Mentioned, claim: Claim) -> Claim:
    """An office in a list of who was elected is one to come, unless its holder had it before: "Nestleder: Kari Testdatter (gjenvalgt)"."""
    if not isinstance(claim, Membership) or not claim.role or claim.role not in words("list_offices.csv"):
        return claim
    behind = claim.evidence[0].span.end
    return claim if AGAIN.match(doc.annotated.article.text, behind) else _to_come(claim)


def _to_come(claim: Claim) -> Claim:
    return replace(claim, status="incoming") if isinstance(claim, Membership) and claim.status == "current" else claim


@dataclass
class _Reader:
    """Reads a page line by line; what a line says of those below it is kept between them."""

    doc: Mentioned
    attendance: list[Attendance]
    signed: list[Signature]
    programme: list[Span]
    context: Context | None = None
    numbered: RoleMention | None = None  # the title of a numbered list that goes on over the line's end
    holders: RoleMention | None = None  # the title that the lines of a list "group: person" have in common
    profiles: bool = False  # whether the context's entries are names with their titles on the lines below
    begun: bool = False  # whether entries of the context's list have been read

    def read(self, span: Span, kind: str) -> Iterator[Claim]:
        """The claims of the next line."""
        doc = self.doc
        listed = next((a for a in self.attendance if a.label.start < span.end and span.start < a.names.end), None)
        if listed:
            yield from _attending(doc, listed, span)
            self.numbered = None
            return
        signature = next((s for s in self.signed if s.span.start < span.end and span.start < s.span.end), None)
        if signature:
            if span.start <= signature.span.start:
                yield from self._signature(signature)
            return
        line = list_line(doc, _last_sentence(doc, span))
        if any(p.start <= span.start < p.end for p in self.programme):
            yield from entries(doc, line, None)
            return
        label = LABEL.match(line.text)
        if label and len(re.findall(r"[^\W\d_]{2,}", SIGN.sub(" ", label["label"]))) > 9:
            label = None  # a sentence that happens to hold a colon
        people = [n for n, s in line.signs.items() if isinstance(s, Mention) and s.kind == "person" and not s.anaphoric]
        numbered, self.numbered = self.numbered, None
        pair = re.fullmatch(r"(?:[•*·–-] )?⟨G(\d+)⟩(?: \(⟨G\d+⟩\))?: ⟨P(\d+)⟩\.?", line.text)
        if pair and self.holders:
            group, person = line.signs[int(pair[1])], line.signs[int(pair[2])]
            if isinstance(group, Mention) and isinstance(person, Mention):
                yield from hold(doc, person.referent, self.holders, group.referent, "", Evidence(line.span(0, len(line.text)), "list-group-colon", 0.9))
            self.numbered = numbered
        elif label and people and line.text.index(f"⟨P{people[0]}⟩") > label.end() - 1:
            yield from self._behind_label(line, label)
        elif numbered and people and re.match(r"(?:[2-9]|1\d)[.)] ⟨P", line.text):
            yield from held_by_all(doc, line, numbered, self.context)
            self.numbered = numbered
        elif is_label("lost", line.text):
            self.context = None
        elif opened := _opens(doc, line, kind, span):
            self._open(opened)
        elif _title_line(line):
            self._title(line, span)
        elif people and (_listlike(line, kind) or self.context and (_profile(line) or self._name_alone(line))):
            self.begun = True
            told = set(words_in(line.text)) & (words("finite_verbs.csv") | {"har", "hadde", "er", "var"})  # a sentence, which says itself what its person is
            yield from entries(doc, line, replace(self.context, title=None) if self.context and told else self.context)
        elif is_label("contact", line.text) or kind == "heading" and self.context and self.context.assumed:
            self.context = None
        elif kind != "heading" and self.context and self.context.assumed and self.begun:
            self.context = None  # prose ends a list that has no heading of its own
        else:
            body = group_of(line)
            if body and line.text.endswith(":"):  # a sentence between heading and list keeps the heading's group; one that names another body takes over
                self._open(Context(body, line.span(0, len(line.text))))

    def _name_alone(self, line: Line) -> bool:
        """Whether a line is one name under the heading of those whom an organisation has in the group."""
        return self.context is not None and self.context.origin is not None and re.fullmatch(r"(?:[•*·–-] )?⟨P\d+⟩", line.text) is not None

    def _signature(self, signed: Signature) -> Iterator[Claim]:
        """Names over their titles, at the end of a letter; or under a heading, the members of what it names."""
        context = self.context if self.profiles or not self.begun else None
        if context is None:
            yield from signed.claims(self.doc)
            return
        self.begun = self.profiles = True
        offices = [role for role, where in signed.titles if where is None and has_office(self.doc, role, context)]
        for role in offices:
            yield from in_group(self.doc, signed.person, role, context, signed.evidence)
        yield from replace(signed, titles=tuple(t for t in signed.titles if t[0] not in offices)).claims(self.doc)
        if not any("vara" in role.label or unseated(self.doc, role, context) for role in offices):
            yield from belongs(self.doc, signed.person, context, signed.evidence)

    def _open(self, context: Context) -> None:
        of = self.context
        if of and context.heading and self.doc.referents[context.group].kind == "organisation" and is_board(self.doc, of.group) and (of.origin or not self.begun):
            self.context = replace(of, origin=context.group, title=None)  # "Foreningen Eksempel" over those whom it has in the committee
            return
        party = self.doc.referents[context.group].classification == "party"
        self.context, self.begun, self.profiles = of_party(self.doc, self.context, context.group, context.span) if party else context, False, False

    def _behind_label(self, line: Line, label: re.Match[str]) -> Iterator[Claim]:
        titled = next((s for n, s in line.signs.items() if isinstance(s, RoleMention) and f"⟨R{n}⟩" in label["label"]), None)
        if self.context is None and titled and is_office(titled) and "⟨G" not in label["label"] and not only_board(self.doc, line):
            self.context = _of_page(self.doc, line.span(0, label.end()))
        found = labelled(self.doc, line, label, self.context)
        if not found.claims and titled is None and self.context and self._goes_on(line, label):
            found = Labelled(list(entries(self.doc, line, replace(self.context, title=None), label.end())))
        if found.goes_on:
            self._open(found.goes_on)
        self.begun = True
        titles = [s for s in line.signs.values() if isinstance(s, RoleMention)]
        self.numbered = titles[-1] if titles else None
        yield from found.claims

    def _goes_on(self, line: Line, label: re.Match[str]) -> bool:
        """Whether a label that is no title is one in a board's list, beside titled lines: "Leder: …", "Region øst: Kari Testdatter"."""
        above = self.doc.annotated.article.text[: line.offsets[0]].rstrip(" \t*•–-")
        beside = above.endswith("\n") and not above.endswith("\n\n") and self.begun or self.context is not None and self.context.span.end >= len(above.rstrip(" \n:*"))
        board = self.context is not None and is_board(self.doc, self.context.group)
        own = not is_label("contact", label["label"]) and len(words_in(SIGN.sub(" ", label["label"]))) < 5 and "⟨" not in label["label"]
        return beside and board and own

    def _title(self, line: Line, span: Span) -> None:
        """ "Medlemmer": the group stays what it was, or is the body spoken of last."""
        titled = next((s for s in line.signs.values() if isinstance(s, RoleMention)), None)
        if is_label("contact", line.text):
            self.context = None
            return
        if self.context is None:
            above = body_above(self.doc, span)
            self.context = Context(above.referent, above.span) if above else _of_page(self.doc, span) if titled and is_office(titled) else None
        if self.context:
            self.context = replace(self.context, title=titled, origin=None)
        self.holders = titled if titled and titled.plural and not titled.membership else None


def _attending(doc: Mentioned, listed: Attendance, span: Span) -> Iterator[Claim]:
    """What a line of an attendance list says of those in it, beside that they were there."""
    body = session_of(doc, listed.meeting)
    label = render(doc, listed.label)
    named = group_of(render(doc, Span(listed.label.start, listed.label.end - 1)))
    own = named or body
    title = next((s for s in label.signs.values() if isinstance(s, RoleMention)), None)
    context = Context(own, listed.label, title if listed.part == "deputy" else None, assumed=not named, staff=listed.part == "staff") if own else None
    line = list_line(doc, Span(max(span.start, listed.label.end), span.end)) if span.end > listed.label.end else None
    if line is None:
        return
    if title and listed.part == "staff":  # "Referent: Kari Testdatter"
        for number, person in line.signs.items():
            if isinstance(person, Mention) and person.kind == "person" and not person.anaphoric:
                yield from hold(doc, person.referent, title, None, "", evidence_of(line, 0, number, "list-title-colon", 0.95))
        context = None
    party = re.match(r"⟨G(\d+)⟩: ?", line.text)
    group = line.signs[int(party[1])] if party else None
    if party and isinstance(group, Mention) and doc.referents[group.referent].classification == "party":
        context = of_party(doc, context, group.referent, group.span)
    stop = re.search(r"(?<=[⟩)\wæøå]{2})\. (?=[A-ZÆØÅ⟨])", line.text)
    yield from entries(doc, line, context, 0, stop.end() if stop else None)
    if stop:  # sentences behind the names: "Vara Kari Testdatter møtte for Ola Prøve. Eva Mønster var med på sak 4."
        yield from (c for c in entries(doc, line, context, stop.end()) if isinstance(c, Membership) and c.role != "medlem")


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


ELECTS = re.compile(r"(?i)\b(?:valgte|valde|valgt|vald|valt)\b[^:]*\b(?:følgende|følgjande|disse|desse|nye?|nytt)\b")


OF_PERSON = re.compile(r"(?: for| etter| til) ⟨P\d+⟩(?:s|['’]s?) ")  # "følgende komité for Kari Testdatters doktorgrad:"


def _opens(doc: Mentioned, line: Line, kind: str, span: Span) -> Context | None:
    """The context of the list that a line can stand above: a heading, or words that end in a colon and hold no person."""
    heading = kind in {"heading", "title"} and len(line.text) < 90
    if line.text.endswith(":") and "⟨P" in line.text and is_label("joined", line.text.partition("⟨")[0]):
        return _joined(doc, line, span)
    if "⟨P" in OF_PERSON.sub("", line.text) or not (line.text.endswith(":") or heading):
        return None
    group = group_of(line)
    if group and kind == "title" and doc.referents[group].classification == "leadership":
        group = doc.referents[group].owner or group  # "Ny ledelse i Foreningen Eksempel" tells of its board
    if group and doc.referents[group].classification != "secretariat":
        elected = kind != "title" and is_label("election", doc.annotated.article.text[slice(*span)])
        return Context(group, span, assumed=kind == "title" and doc.referents[group].kind != "body", elected=elected, heading=kind == "heading" and not line.text.endswith(":"))
    if kind != "title" and (is_label("election", line.text) or line.text.endswith(":") and ELECTS.search(line.text)):
        home = association(doc)
        return Context(board_of(doc, home) or home, span, assumed=True, elected=True) if home else None
    return None


def _of_page(doc: Mentioned, span: Span) -> Context | None:
    """The context of offices under no heading that names a group: the board of the association that the page is about, or it."""
    home = association(doc)
    board = board_of(doc, home) if home else None
    if home:
        return Context(board or home, span, assumed=True)
    above = body_above(doc, span)
    near = above is not None and doc.annotated.article.text.count("\n\n", above.span.end, span.start) <= 1
    return Context(above.referent, above.span, assumed=True) if above and near and is_board(doc, above.referent) else None


def _joined(doc: Mentioned, line: Line, span: Span) -> Context | None:
    """The board that a person leads with those below: "Kari Testdatter blir styrets leder. Med seg får hun: …"."""
    home = association(doc)
    board = board_of(doc, home) if home else None
    return Context(board, span, assumed=True, elected=True) if board else None


def _title_line(line: Line) -> bool:
    """"Medlemmer", "Medlemene er:", "Blant styrelederne er:": a title that the lines below have in common."""
    return len(line.text) < 60 and "⟨P" not in line.text and bool(re.fullmatch(r"(?:\w+ ){0,3}⟨R\d+⟩(?: \w+){0,3}:?|\w+:?", line.text))


def _listlike(line: Line, kind: str) -> bool:
    """Whether a line is of names and titles rather than a sentence: few words are left when the mentions are taken out."""
    if kind in {"heading", "title", "lead"}:
        return False
    rest = SIGN.sub(" ", re.sub(r"\([^()]*\)", " ", line.text))
    others = [w for w in words_in(rest) if w not in {"og", "ved", "for", "fra", "frå", "av", "er", "i", "på", "samt", "ny", "nye"}]
    if set(words_in(rest)) & words("finite_verbs.csv"):
        return False
    people = len(re.findall(r"⟨P\d+⟩", line.text))
    starts = bool(re.match(r"(?:[•*·–-] |\d{1,2}[.)] )?(?:[A-ZÆØÅ][a-zæøå]+ |⟨R\d+⟩(?: [–|-])? )?⟨P", line.text))
    if NUMBERED.match(line.text) and starts:
        return len(others) <= 8
    return starts and (people >= 2 and len(others) <= people or people == 1 and len(others) <= 3 and kind == "item")


def _profile(line: Line) -> bool:
    """Whether a paragraph under a list's heading is one of its entries: a name, then signs or brackets, and nobody speaks."""
    first = re.match(r"(?:⟨R\d+⟩(?::| [–|-])? |[A-ZÆØÅ][a-zæøå]+ )?⟨P\d+⟩ ?[,.(–-]", line.text)
    if first is None or re.match(r"(?:⟨R\d+⟩:? )?⟨P\d+⟩(?: \(\d+\))?, som ", line.text):
        return False
    outside = re.sub(r"\([^()]*\)", " ", line.text)
    return not set(re.findall(r"[a-zæøå]+", outside)) & words("quote_verbs.csv")


def words_in(text: str) -> list[str]:
    """The words of a text, without figures."""
    return re.findall(r"[^\W\d_]{2,}", text)
