"""Which names hold where the register and the model disagree.

The register is sure of its institutions but does not know where a longer name ends ("Norsk Sykepleierforbund Troms"); the model
knows neither e-mail addresses nor that "Spekter" is an employers' association.
"""

from __future__ import annotations

import re

from build_graph.model import Name, Span, Token

ADDRESS = re.compile(r"\S+@\S+|\bhttps?://\S+|\bwww\.\S+")
EXTENDS = frozenset({"ORG"})  # a model's name of these types may hold a register name inside it
QUOTES = "«»\"“”„*_ \t\n"


def settle(by_model: list[Name], by_register: list[Name], text: str, tokens: tuple[Token, ...]) -> tuple[Name, ...]:
    """The names that hold, in text order, none overlapping another.

    A register name gives way to a longer name of an organisation or person around it; every other overlap it wins.
    """
    addresses = [Span(*m.span()) for m in ADDRESS.finditer(text)]
    kept = [n for n in map(lambda n: _trim(n, text), by_model) if n and not any(_overlap(n.span, a) for a in addresses)]
    chosen: list[Name] = []
    for name in by_register:
        around = [m for m in kept if _overlap(m.span, name.span)]
        wider = [m for m in around if _covers(m.span, name.span) and m.span != name.span]
        if any(_yields(name, m, text) for m in wider):
            continue
        kept = [m for m in kept if m not in around]
        chosen.append(name)
    return tuple(sorted([*chosen, *kept], key=lambda n: n.span))


def _yields(register: Name, model: Name, text: str) -> bool:
    """Whether a register name is only part of the model's longer one."""
    before, after = text[model.span.start : register.span.start].strip(), text[register.span.end : model.span.end].strip()
    if model.type == "PER":
        return True  # "Kari Virke"
    if model.type not in EXTENDS or register.confidence >= 1:
        return False
    # "NSF Troms" is another organisation than NSF; "Stortingets" or "KS-" is not.
    return bool(re.match(r"\w", after)) or bool(re.search(r"\w$", before) and before[:1].isupper())


def _trim(name: Name, text: str) -> Name | None:
    start, end = name.span
    while start < end and text[start] in QUOTES:
        start += 1
    while start < end and text[end - 1] in QUOTES + ",;:":
        end -= 1
    return Name(Span(start, end), name.type, name.confidence, name.source) if start < end else None


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _covers(a: Span, b: Span) -> bool:
    return a.start <= b.start and b.end <= a.end
