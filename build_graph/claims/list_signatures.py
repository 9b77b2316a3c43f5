"""Names over what their bearers are, as letters are signed and staff are shown.

    Kari Testdatter                       Ola Prøve, leder
    overlege, Prøveby sjukehus            Foreningen Eksempel
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_graph.claims.list_lines import list_line
from build_graph.claims.patterns import Line
from build_graph.claims.roles import hold
from build_graph.mentions.nouns import line_at
from build_graph.model import Claim, Evidence, Membership, Mention, Mentioned, RoleMention, Span

NAME = re.compile(r"(?:[A-ZÆØÅ]?[a-zæøå]{1,5}\. ?|⟨R(?P<before>\d+)⟩ )?⟨P(?P<person>\d+)⟩(?:, (?:⟨R(?P<title>\d+)⟩)(?P<joint> og ⟨R(?P<second>\d+)⟩)?)?(?: ?\(?(?:sign|s)\.?\)?)?,?")
PLACE = r"(?:(?:,| i| ved| for| på| av| hos| frå| fra)(?: [a-zæøå]+){0,2} ⟨G(?P<group>\d+)⟩(?:, ⟨[GL]\d+⟩)*)?"
WHAT = re.compile(rf"(?:(?P<free>[A-ZÆØÅa-zæøå]+ )?⟨R(?P<title>\d+)⟩(?:(?:,| og) ⟨R(?P<second>\d+)⟩)?{PLACE}|⟨G(?P<only>\d+)⟩(?:, ⟨[GL]\d+⟩)*)[.,]?")


def signatures(doc: Mentioned) -> Iterator[Claim]:
    """What the lines right below a name say that its bearer is; no blank line may part them."""
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


def _signed(doc: Mentioned, line: Span, above: Line, name: re.Match[str]) -> Iterator[Claim]:
    """One name's titles, on its own line or the next, and the organisation, on the same line as they or the one below."""
    text = doc.annotated.article.text
    person = above.signs[int(name["person"])]
    titles = [above.signs[int(n)] for n in (name["before"], name["title"], name["second"]) if n]
    group: Mention | RoleMention | None = None
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
            break
    held = [t for t in titles if isinstance(t, RoleMention) and not t.plural]
    if not isinstance(person, Mention) or end == line.end or not held:
        return
    where = group.referent if isinstance(group, Mention) else None
    evidence = Evidence(Span(person.span.start, len(text[:end].rstrip())), "signed-below", 0.9)
    for title in held:
        own = where if title is held[-1] else None  # "dr. Kari Testdatter / fastlege, Prøveby legekontor"
        yield from hold(doc, person.referent, title, own, "", evidence)
    if where and not held:
        yield Membership(person.referent, where, None, None, None, (evidence,))
