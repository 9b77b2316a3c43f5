"""Names over what their bearers are, as letters are signed and staff are shown.

    Kari Testdatter                       Ola Prøve, leder
    overlege, Prøveby sjukehus            Foreningen Eksempel
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_graph.claims.list_lines import list_line
from build_graph.claims.patterns import Line
from build_graph.claims.roles import hold
from build_graph.mentions.nouns import line_at
from build_graph.model import Claim, Evidence, Mention, Mentioned, RoleMention, Span

NAME = re.compile(r"(?:[A-ZÆØÅ]?[a-zæøå]{1,5}\. ?|⟨R(?P<before>\d+)⟩ )?⟨P(?P<person>\d+)⟩(?:, (?:⟨R(?P<title>\d+)⟩)(?P<joint> og ⟨R(?P<second>\d+)⟩)?)?(?: ?\(?(?:sign|s)\.?\)?)?,?")
PLACE = r"(?:(?:,| i| ved| for| på| av| hos| frå| fra)(?: [a-zæøå]+){0,2} ⟨G(?P<group>\d+)⟩(?:, ⟨[GL]\d+⟩)*)?"
WHAT = re.compile(rf"(?:(?P<free>[A-ZÆØÅa-zæøå]+ )?⟨R(?P<title>\d+)⟩(?:(?:,| og) ⟨R(?P<second>\d+)⟩)?{PLACE}(?:(?: og|,)(?: [a-zæøå]+)? ⟨R(?P<other>\d+)⟩ (?:i|ved|for|på|av|hos) ⟨G(?P<at>\d+)⟩)?|⟨G(?P<only>\d+)⟩(?:, ⟨[GL]\d+⟩)*)[.,]?")


@dataclass(frozen=True, slots=True)
class Signature:
    """A name, the titles beside and below it, and the organisation that the last of them is held in."""

    span: Span
    person: str
    titles: tuple[tuple[RoleMention, str | None], ...]  # each with where it is held

    @property
    def evidence(self) -> Evidence:
        return Evidence(self.span, "signed-below", 0.9)

    def claims(self, doc: Mentioned) -> Iterator[Claim]:
        """The roles that it states."""
        for title, where in self.titles:
            yield from hold(doc, self.person, title, where, "", self.evidence)


def signatures(doc: Mentioned) -> Iterator[Signature]:
    """Names with what their bearers are on the lines right below; no blank line may part them."""
    text = doc.annotated.article.text
    read_to = -1
    for mention in doc.mentions:
        line = line_at(text, mention.span.start)
        if mention.kind != "person" or mention.anaphoric or line.start < read_to:
            continue
        above = list_line(doc, line)
        name = NAME.fullmatch(above.text.strip())
        if name is None:
            continue
        read_to = line.end
        yield from _signed(doc, line, above, name)


def _signed(doc: Mentioned, line: Span, above: Line, name: re.Match[str]) -> Iterator[Signature]:
    """One name's titles, on its own line or the next, and the organisation, on the same line as they or the one below."""
    text = doc.annotated.article.text
    person = above.signs[int(name["person"])]
    titles = [above.signs[int(n)] for n in (name["before"], name["title"], name["second"]) if n]
    group: Mention | RoleMention | None = None
    more: tuple[Mention | RoleMention, Mention | RoleMention] | None = None
    below, end = line.end + 1, line.end
    for _ in range(2):
        span = line_at(text, below) if below < len(text) else None
        if span is None or not text[slice(*span)].strip():
            break
        under = list_line(doc, Span(span.start, span.start + len(text[slice(*span)].rstrip())))
        what = WHAT.fullmatch(under.text)
        if what is None or what["title"] and titles and group is None and end > line.end:
            break
        titles += [under.signs[int(n)] for n in (what["title"], what["second"]) if n]
        end, below = span.end, span.end + 1
        place = what["group"] or what["only"]
        if place:
            group = under.signs[int(place)]
            more = (under.signs[int(what["other"])], under.signs[int(what["at"])]) if what["other"] else None
            break
    held = [t for t in titles if isinstance(t, RoleMention) and not t.plural]
    if not isinstance(person, Mention) or end == line.end or not held:
        return
    where = group.referent if isinstance(group, Mention) else None
    placed = [(title, where if title is held[-1] else None) for title in held]
    if more and isinstance(more[0], RoleMention) and isinstance(more[1], Mention):
        placed.append((more[0], more[1].referent))
    yield Signature(Span(line.start, len(text[:end].rstrip())), person.referent, tuple(placed))
