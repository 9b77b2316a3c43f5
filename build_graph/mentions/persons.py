"""People: who is meant by each personal name, by-line and photo credit."""

from __future__ import annotations

import re
from collections import Counter

from build_graph.annotate import ANALYSED
from build_graph.lexicon.tables import gender_of, is_given_name, is_surname, words
from build_graph.mentions.draft import Draft, fold
from build_graph.mentions.heads import head_of
from build_graph.model import Name, Referent, Span

HONORIFICS = frozenset({"dr", "dr.", "herr", "fru", "frøken", "mr", "mr.", "mrs", "mrs.", "sir", "lord", "sankt", "st."})


def find_persons(draft: Draft) -> None:
    """Adds every person named in running text, by-line or photo credit, one referent each.

    A full name makes a person; a lone surname or first name joins the only person in the article whose name it is part
    of. Two people who share it leave the lone name to the one mentioned last before it.
    """
    article = draft.annotated.article
    named: list[tuple[Span, str]] = []
    for author in article.authors:
        if author.name.span and not is_collective(author.name.value):
            named.append((author.name.span, author.name.value))
    for photo in article.photos:
        named += [(p.span, p.value) for p in photo.photographers if p.span and _sounds_personal(p.value)]
    raw = [name for name in draft.annotated.names if name.type == "PER"]
    counts = Counter(w for name in raw for w in _words(draft.text, name))
    for name in raw:
        span, value = _base_form(draft, name, counts)
        if value:
            named.append((span, value))
    named = _whole_names(draft, named)
    named = [(span, value) for n, (span, value) in enumerate(named) if not _inside_earlier(span, named[:n])]
    full = sorted((v for v in named if len(v[1].split()) > 1), key=lambda v: (-len(v[1].split()), -len(v[1]), v[0]))  # "K. Prøve" after "Kari Prøve"
    people: dict[str, str] = {}
    for _, value in full:
        if fold(value) not in people:
            longer = [i for known, i in people.items() if _short_form(fold(value), known)]
            people[fold(value)] = longer[0] if len(set(longer)) == 1 else _person(draft, value)
    for span, value in sorted(named):
        known = people.get(fold(value)) or _by_part(draft, value, span)
        if known is None:
            known = _person(draft, value)
        elif fold(draft.referents[known].name) != fold(value):
            draft.refer(Referent(known, "person", draft.referents[known].name, (value,)))
        draft.mention(span, known)


def is_collective(name: str) -> bool:
    """Whether a by-line names an editorial office or organisation rather than a person: "Eksempelbladets redaksjon"."""
    last = name.split()[-1].casefold()
    return last in words("collective_bylines.csv") or (" " not in name.strip() and not is_surname(name)) or head_of(last) is not None


def _sounds_personal(name: str) -> bool:
    """Whether a credit names a person: "Getty Images" has neither a given name nor a surname."""
    parts = name.split()
    return any(is_given_name(p) or is_given_name(p.split("-")[0]) for p in parts[:-1]) or is_surname(parts[-1])


def _whole_names(draft: Draft, named: list[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """The names found, and every other place where a full name, a double surname or a surname among them stands.

    A model that knows a name in one sentence may miss it in the next, most often at the sentence's start.
    """
    full = sorted({v for _, v in named if " " in v and not v.isupper()}, key=lambda v: (-len(v), v))
    parts = list(full)
    parts += sorted({" ".join(v.split()[-2:]) for v in full if len(v.split()) > 2} - set(full))
    lower = {t.text for t in draft.tokens if t.text.islower()}
    parts += sorted({v.split()[-1] for v in full if len(v.split()[-1]) > 3 and v.split()[-1].lower() not in lower})
    found: list[tuple[Span, str]] = []
    others = [n.span for n in draft.annotated.names if n.type != "PER"]
    for part in parts:
        for match in re.finditer(rf"(?<![\w-]){re.escape(part)}(?=s?(?![\w-]))", draft.text):
            span = Span(*match.span())
            inside = any(b.span.start <= span.start < b.span.end and b.kind in ANALYSED for b in draft.annotated.article.blocks)
            if inside and not any(span.overlaps(s) for s in others) and not any(span.overlaps(s) for s, _ in found):
                found.append((span, part))
    kept = [(s, v) for s, v in named if not any(s.overlaps(f) and f != s and not (s.start <= f.start and f.end <= s.end) for f, _ in found)]
    longer = [(s, v) for s, v in found if not any(s.overlaps(k) for k, _ in kept)]
    return kept + longer


def _person(draft: Draft, name: str) -> str:
    given = name.split()[0]
    gender = gender_of(given) or gender_of(given.split("-")[0])
    return draft.refer(Referent(f"person:{fold(name)}", "person", name, gender=gender, named=" " in name))


def _words(text: str, name: Name) -> list[str]:
    return text[name.span.start : name.span.end].split()


def _inside_earlier(span: Span, earlier: list[tuple[Span, str]]) -> bool:
    return any(s.overlaps(span) for s, _ in earlier)


def _base_form(draft: Draft, name: Name, counts: Counter[str]) -> tuple[Span, str]:
    """The name without honorific and genitive, and in ordinary case; "" where nothing of a name is left."""
    start, end = name.span
    text = draft.text
    parts = text[start:end].split()
    while parts and parts[0].casefold() in HONORIFICS:
        start = text.index(parts[1], start + len(parts[0])) if len(parts) > 1 else end
        parts = parts[1:]
    if not parts or not any(c.isalpha() for c in text[start:end]):
        return Span(start, end), ""
    cut = _genitive(parts, counts, text, text[end : end + 12], single=len(parts) == 1, owning=_owns(draft, start))
    end -= cut
    value = re.sub(r"\s+", " ", text[start:end])
    if value.isupper() and len(value) > 4:
        value = ordinary_case(value)
    return Span(start, end), value


def _owns(draft: Draft, start: int) -> bool:
    """Whether grammar makes the name at a place a genitive: it determines a noun."""
    return any(t.start == start and t.dep == "DET" for t in draft.tokens)


def _genitive(parts: list[str], counts: Counter[str], text: str, after: str, *, single: bool, owning: bool) -> int:
    """How many characters at the end of a name are genitive: "Bakkes", "Lars'", "Blix's"."""
    last = parts[-1]
    if re.search(r"['’]s$", last):
        return 2
    if last[-1] in "'’":
        return 1
    base = last[:-1]
    if not last.endswith("s") or len(base) < 3:
        return 0
    if counts[base] or re.search(rf"(?<![\w-]){re.escape(base)}(?![\w-])", text):
        return 1
    if counts[last] > 1 and after[:1] != " ":
        return 0
    known, known_base = (is_surname(last) or single and is_given_name(last)), (is_surname(base) or single and is_given_name(base))
    if known != known_base:
        return 0 if known else 1
    if owning and not known:
        return 1
    # Neither or both are names: a genitive stands before a noun, so a small word follows that is no verb or function word.
    return 1 if known_base and re.match(r" [a-zæøå]{4,}", after) and not known else 0


def ordinary_case(name: str) -> str:
    """A name in capitals as it is written elsewhere: MARIT VON DER LIPPE-ÅS → Marit von der Lippe-Ås."""
    small = {"von", "van", "de", "der", "den", "la", "af", "av", "du", "dos", "da", "bin", "el", "al"}
    words = ["-".join(part[:1] + part[1:].lower() for part in word.split("-")) for word in name.split()]
    return " ".join(w.lower() if n and w.lower() in small else w for n, w in enumerate(words))


def _short_form(short: str, full: str) -> bool:
    """Whether the words of `short` are the first and last of `full`, its end, or its initials: "Gunn Helgesen" of "Gunn Marit Helgesen"."""
    a, b = short.split(), full.split()
    if len(a) >= len(b):
        return a != b and _initials(a, b)
    surnames = len(a) == 1 or not is_given_name(a[0])  # "Anders Prøve" need not be "Leif Anders Prøve"
    return b[-len(a) :] == a and surnames or (a[0] == b[0] and a[-1] == b[-1] and set(a) <= set(b))


def _initials(short: list[str], full: list[str]) -> bool:
    if short[-1] != full[-1] or len(short) != len(full):
        return False
    return all(x == y or (len(x.rstrip(".")) == 1 and y.startswith(x.rstrip("."))) for x, y in zip(short, full, strict=True))


def _by_part(draft: Draft, value: str, span: Span) -> str | None:
    """The person whose name holds `value`: as surname, as the end of a double surname, or as first name."""
    part = fold(value).split()
    people = [r for r in draft.referents.values() if r.kind == "person"]
    for fits in (
        lambda words: words[-len(part) :] == part,
        lambda words: len(part) == 1 and part[0] in words[1:-1] and is_surname(value),
        lambda words: words[: len(part)] == part,
        lambda words: len(part) == 1 and "-" in words[-1] and part[0] in words[-1].split("-"),
    ):
        able = [r.id for r in people if any(fits(fold(n).split()) for n in (r.name, *r.aliases) if len(n.split()) > len(part) or fold(n) == fold(value))]
        if len(set(able)) == 1:
            return able[0]
        if able:
            before = [m for m in draft.mentions if m.referent in able and m.span.start < span.start]
            return max(before, key=lambda m: m.span.start).referent if before else min(able)
    return None
