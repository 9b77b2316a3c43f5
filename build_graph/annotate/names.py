"""Which names hold where the register and the model disagree, and of what type they are.

The register is sure of its institutions but does not know where a longer name ends ("Norsk Sykepleierforbund Troms"); the model
knows neither e-mail addresses nor that "Spekter" is an employers' association. What a whole document tells settles types: a lone
word that ends someone's full name is that person.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from build_graph.lexicon.tables import is_given_name, is_surname, rows, words
from build_graph.model import Name, NameType, Span, Token
from ontology.lexicon import institutions, kinds, role_by_form, roles

ADDRESS = re.compile(r"\S+@\S+|\bhttps?://\S+|\bwww\.\S+")
QUOTES = "«»\"“”„*_ \t\n"
NUMBERED_CASE = re.compile(r"(?:Sak|PS|RS|Meld\. ?St|Prop|Ot\. ?prp|St\. ?meld)\b\.? ?[\d(]|\W")
STREET = re.compile(r"(?:veien|vegen|gata|gaten|gate|allé|plass|brygge) \d+\w?$", re.IGNORECASE)
LIST_NUMBER = re.compile(r"^[IVX]+\. |^\d+[.)] ")
TRUSTED = 0.75  # a lone word below this is no person: of the development articles' such names all but one were places and common nouns
CERTAIN = 0.8  # below this the model's type gives way to what the document and the lists say


def settle(by_model: list[Name], by_register: list[Name], text: str, tokens: tuple[Token, ...]) -> tuple[Name, ...]:
    """The names that hold, in text order, none overlapping another.

    A register name gives way to a longer name of an organisation or person around it; every other overlap it wins.
    """
    addresses = [Span(*m.span()) for m in ADDRESS.finditer(text)]
    trimmed = [_trim(_widen(name, text), text) for name in by_model]
    joined = _joined([n for n in trimmed if n], text)
    kept = [n for n in joined if not any(n.span.overlaps(a) for a in addresses) and not _no_name(n, text)]
    chosen: list[Name] = []
    for name in by_register:
        around = [m for m in kept if m.span.overlaps(name.span)]
        wider = [m for m in around if _covers(m.span, name.span) and m.span != name.span]
        if any(_yields(name, m, text) for m in wider):
            continue
        kept = [m for m in kept if m not in around]
        chosen.append(name)
    return tuple(sorted([*chosen, *_typed(_apart(kept), text)], key=lambda n: n.span))


def _joined(names: list[Name], text: str) -> list[Name]:
    """"Landsrådet for Norges barneorganisasjoner", taken for two names by the model, is one: a group noun, "for", and whom it is for."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: n.span):
        before = kept[-1] if kept else None
        beside = before and before.type == "ORG" and name.type in {"ORG", "GPE", "LOC", "PROD"} and text[before.span.end : name.span.start] == " for "
        branch = before and before.type == "ORG" and name.type in {"GPE", "LOC"} and text[before.span.end : name.span.start] == " "  # "Prøveforbundet Østfold"
        if before and (beside or branch) and _ends_in_group(text[slice(*before.span)]):
            kept[-1] = replace(before, span=Span(before.span.start, name.span.end), confidence=min(before.confidence, name.confidence))
        else:
            kept.append(name)
    return kept


def _ends_in_group(value: str) -> bool:
    last = value.split()[-1].lower()
    return any(last.endswith(noun) for noun in _group_nouns())


def _apart(names: list[Name]) -> list[Name]:
    """Widening may make names meet: the longer stays."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: (-(n.span.end - n.span.start), n.span)):
        if not any(name.span.overlaps(other.span) for other in kept):
            kept.append(name)
    return kept


def _yields(register: Name, model: Name, text: str) -> bool:
    """Whether a register name is only part of the model's longer one."""
    before, after = text[model.span.start : register.span.start].strip(), text[register.span.end : model.span.end].strip()
    if model.type == "PER":
        return True  # "Kari Virke"
    if model.type != "ORG":
        return False
    # "NSF Troms" is another organisation than NSF; "Stortingets" or "KS-" is not.
    return bool(re.match(r"\w{2}", after)) or bool(re.search(r"\w$", before) and before[:1].isupper())


def _widen(name: Name, text: str) -> Name:
    """A person's name on a numbered or bulleted line begins where the line does: "7. Rebwar Salar …"."""
    if name.type != "PER":
        return name
    particle = re.match(r" (?:(?:der|den|de|la) )?[A-ZÆØÅ][\w-]+", text[name.span.end :])
    if particle and re.search(r" (?:von|van|de|der|af|zu|di|dos|el|bin)$", text[slice(*name.span)]):
        name = replace(name, span=Span(name.span.start, name.span.end + particle.end()))
    line = text.rfind("\n", 0, name.span.start) + 1
    before = re.fullmatch(r"\s*(?:[-•*·–]|\d{1,2}[.)])\s+((?:[A-ZÆØÅÁŠČŽ][\w'’-]+ ){1,3})", text[line : name.span.start])
    return replace(name, span=Span(line + before.start(1), name.span.end)) if before else name


def _trim(name: Name, text: str) -> Name | None:
    start, end = name.span
    if "\n" in text[start:end]:
        end = text.index("\n", start)
    divided = re.search(r"\s*[·•|]", text[start:end])  # "Kari Testdatter · leiar · Prøvelaget"
    if divided:
        end = start + divided.start()
    last = text[start:end].rpartition(" ")
    if last[1] and last[2].lower() in role_by_form() and name.type != "PROD" and last[2][0].isupper():
        end = start + len(last[0])  # "Prøveby Varamedlem": the title begins what follows
    number = LIST_NUMBER.match(text[start:end])
    if number:
        start += number.end()
    while start < end and text[start] in QUOTES:
        start += 1
    tail = re.search(r"(?: (?:og|eller|i|for|\d+\.?)|[,;:])$", text[start:end])
    if tail and name.type in {"ORG", "PER"} and not re.search(r" \d+$", tail.group()):
        end -= len(tail.group())
    while start < end and text[end - 1] in QUOTES + ",;:":
        end -= 1
    first, _, rest = text[start:end].partition(" ")
    if rest and first.lower() in words("function_words.csv"):
        start += len(first) + 1  # "Med Kari Testdatter …" at the start of a sentence
        first, _, rest = text[start:end].partition(" ")
    if name.type == "PER" and rest and not is_given_name(first) and _titles(first.lower()):
        start += len(first) + 1  # "Kaptein Prøve"
    return replace(name, span=Span(start, end)) if start < end else None


@cache
def _title_heads() -> tuple[str, ...]:
    return tuple(sorted({form for role in roles() if role.compound_head for form in role.forms}))


def _titles(word: str) -> bool:
    """Whether a word is a title or ends in one: "Kaptein", "Lagssekretær"."""
    return word in role_by_form() or word in words("descriptions.csv") or (len(word) > 7 and word.endswith(_title_heads()))


def _no_name(name: Name, text: str) -> bool:
    """What a model takes for a name but is none: "Helse-" of "Helse- og sosialsjef", numbers, a fund called after someone."""
    value = text[name.span.start : name.span.end]
    if re.fullmatch(r"\w\.?", value) or (name.type == "ORG" and value.lower().endswith(tuple(words("not_actor_endings.csv")))):
        return True
    if re.search(r"[:\n]| / |^\w[\w-]*\.(?:no|com|org|net|dk|se|eu)$", value) or len(value.split()) > 9 or value.endswith("-") or not any(c.isalpha() for c in value) or value in words("not_actors.csv"):
        return True
    if NUMBERED_CASE.match(value) or STREET.search(value):
        return True
    after = re.match(r"['’]?s? (?:minne)?(\w+)", text[name.span.end - 1 :] if value.endswith("s") else text[name.span.end :])
    return name.type == "PER" and bool(after) and after is not None and after[1].lower() in words("named_after.csv")


def _typed(names: list[Name], text: str) -> list[Name]:
    """The names with the types that the whole document and the word lists give them."""
    full = {text[n.span.start : n.span.end] for n in names if n.type == "PER" and " " in text[n.span.start : n.span.end]}
    surnames = {name.split()[-1] for name in full}
    votes = Counter((_bare(text[slice(*n.span)]), n.type) for n in names)
    located = _located(names, text)
    trust: dict[str, float] = {}
    for name in names:
        bare = _bare(text[slice(*name.span)])
        if name.type == "PER":
            trust[bare] = max(trust.get(bare, 0.0), name.confidence)
    names = [n for n in names if not _unlikely(n, text, surnames, trust)]
    places = {text[n.span.start : n.span.end] for n in names if n.type in {"GPE", "LOC"} and n.confidence >= CERTAIN}
    return [replace(n, type=_type(n, text, surnames, places, votes, located)) for n in names]


def _bare(value: str) -> str:
    return re.sub(r"['’]?s$", "", value)


def _unlikely(name: Name, text: str, surnames: set[str], trust: Mapping[str, float]) -> bool:
    """A lone word that the model nowhere in the article takes for a person with trust, and that ends no full name in it."""
    value = text[name.span.start : name.span.end]
    if name.type != "PER" or " " in value or trust[_bare(value)] >= TRUSTED:
        return False
    return not {value, _bare(value)} & surnames and not _title_before(name, text)


def _located(names: list[Name], text: str) -> frozenset[str]:
    """Lone words that stand behind "i" or "på" wherever the article has them: places, whatever the model says."""
    where: dict[str, list[bool]] = {}
    for name in names:
        value = text[name.span.start : name.span.end]
        if " " not in value:
            behind = re.search(r"(?:^|\W)(?:i|på|utenfor|utanfor|nær|ved)\s$", text[max(0, name.span.start - 9) : name.span.start])
            where.setdefault(_bare(value), []).append(bool(behind))
    return frozenset(value for value, seen in where.items() if all(seen))


def _type(
    name: Name, text: str, surnames: set[str], places: set[str], votes: Counter[tuple[str, NameType]], located: frozenset[str]
) -> NameType:
    value = text[name.span.start : name.span.end]
    bare = _bare(value)
    parts = value.split()
    if len(parts) == 1 and {value, bare} & surnames:
        return "PER"
    if name.type == "PER" and len(parts) > 1 and len(parts[0]) > 6 and parts[0].lower().endswith(("et", "en", "a")) and _ends_in_group(parts[0]) and not is_given_name(parts[0]):
        return "ORG"  # "Advokatfirmaet Prøve", "Stiftelsen Eksempel"
    if name.type != "ORG" and _is_group(value) and not (name.type == "PER" and is_given_name(parts[0])):
        return "ORG"
    if name.type == "ORG" and value.lower().endswith(tuple(words("venue_endings.csv"))):
        return "LOC"
    if {value, bare} & _countries():
        return "GPE"
    if len(parts) == 1 and name.type != "GPE" and {value, bare} & known_places():
        listed = is_surname(value) or is_given_name(value)
        return name.type if listed and name.type == "PER" else "GPE"
    if name.type == "PER" and len(parts) == 1 and bare in located and not is_given_name(value):
        return "LOC"
    if name.type == "PER" and len(parts) == 1 and value != bare and votes[bare, "ORG"] > votes[bare, "PER"]:
        return "ORG"
    if name.confidence >= CERTAIN:
        return name.type
    if len(parts) == 1 and name.type == "PER" and {value, bare} & places:
        return "GPE"
    if 2 <= len(parts) <= 4 and name.type in {"LOC", "PROD", "ORG", "EVT", "GPE"} and _title_before(name, text):
        return "PER"
    return name.type


def _title_before(name: Name, text: str) -> bool:
    before = re.search(r"(\w[\w-]*) $", text[max(0, name.span.start - 40) : name.span.start])
    return bool(before) and before is not None and before[1].lower() in role_by_form()


@cache
def _countries() -> frozenset[str]:
    return frozenset(row["name"] for row in rows("places.csv") if row["kind"] == "country")


@cache
def known_places() -> frozenset[str]:
    """Countries, regions, cities and towns of the list, and the Norwegian municipalities of the register."""
    names = {row["name"] for row in rows("places.csv")}
    for institution in institutions():
        if institution.kind == "municipality":
            names |= {re.sub(r" (kommune|fylkeskommune)$", "", label) for key, label in institution.labels.items() if key != "en"}
    return frozenset(names)


@cache
def _group_nouns() -> tuple[str, ...]:
    return tuple(sorted({n.lower() for kind in kinds() for n in kind.head_nouns if len(n) > 3 or n in {"råd", "lag"}}))


def _is_group(value: str) -> bool:
    """Whether a name of several words ends, or a compound word closes, with a noun that names a group."""
    last = value.split()[-1].lower()
    if " " in value:
        return _ends_in_group(value)
    return any(last.endswith(noun) and len(last) > len(noun) + 2 for noun in _group_nouns() if noun.endswith(("utvalget", "utvalet", "komiteen", "rådet", "styret", "forbundet", "foreningen", "foreininga", "partiet", "departementet", "direktoratet", "tilsynet", "kommisjonen")))


def _covers(a: Span, b: Span) -> bool:
    return a.start <= b.start and b.end <= a.end
