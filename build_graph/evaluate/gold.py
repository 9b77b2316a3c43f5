"""Gold facts: one JSON file an article, in the format of data/README.md."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from build_graph.evaluate.facts import Fact, Facts, Labels, unique
from build_graph.evaluate.names import fold

_NAMED = ("person", "organisation", "body", "collaboration", "meeting")


class GoldError(Exception):
    """A file of gold facts is damaged; one line that names it."""


def read_gold(folder: Path) -> dict[str, Facts]:
    """The gold facts of every article in a folder, by the article's identifier: the file's name without ".json".

    :raises GoldError: there are none, or a file is damaged.
    """
    found: dict[str, Facts] = {}
    for path in sorted(folder.glob("*.json")):
        try:
            found[path.stem] = facts_of(json.loads(path.read_text(encoding="utf-8"))["facts"])
        except KeyError as error:
            raise GoldError(f"{path}: a fact, or the file, lacks {error}") from error
        except (OSError, ValueError, TypeError, AttributeError) as error:
            raise GoldError(f"{path}: is no file of gold facts ({error})") from error
    if not found:
        raise GoldError(f"{folder}: no gold facts (.json) there")
    return found


def facts_of(stated: list[Mapping[str, Any]]) -> Facts:
    """The facts of one article by kind, as they are compared.

    :raises KeyError: a fact lacks a field.
    """
    aliases: defaultdict[str, set[str]] = defaultdict(set)
    for each in stated:
        if each["kind"] in _NAMED:
            names = {each["name"], *(each.get("aliases") or ())}
            for name in names:
                aliases[fold(name)] |= names
    facts: defaultdict[str, list[Fact]] = defaultdict(list)
    for each in stated:
        optional = bool(each.get("inferred") or each.get("optional"))
        for number, (kind, fields) in enumerate(_fields(each, aliases)):
            status = (each.get("status") or "current") if kind == "role" else None
            # The organisation of a role may be a country: not asked for, not wrong.
            facts[kind].append(Fact(fields, status, optional or each["kind"] == "role" and number > 0))
    return {kind: unique(each) for kind, each in facts.items()}


def _fields(each: Mapping[str, Any], aliases: Mapping[str, set[str]]) -> Iterator[tuple[str, dict[str, Labels]]]:
    def names(name: str | None) -> Labels:
        return frozenset({name, *aliases.get(fold(name), ())}) if name else frozenset()

    def work() -> Labels:
        return frozenset({each["work"], *(each.get("work_aliases") or ())})

    match each["kind"]:
        case "person":
            yield "person", {"name": names(each["name"])}
        case "organisation" | "body" | "collaboration":
            yield "group", {"name": names(each["name"])}
            for party in each.get("parties") or ():
                yield "party", {"who": names(party), "group": names(each["name"])}
        case "role":
            where = names(each.get("organisation"))
            yield "role", {"who": names(each["person"]), "role": frozenset({each["role"]}), "group": where}
            if where:
                yield "group", {"name": where}
        case "member" if each.get("member_is_org"):
            yield "party", {"who": names(each["person"]), "group": names(each["group"])}
        case "member" | "leads":
            yield each["kind"], {"who": names(each["person"]), "group": names(each["group"])}
        case "affiliation":
            yield "affiliation", {"who": names(each["person"]), "group": names(each["organisation"])}
        case "meeting":
            yield "meeting", {"name": names(each["name"])}
        case "participates":
            for who in _several(each["person_or_org"]):
                yield "participates", {"who": names(who), "meeting": names(each["meeting"])}
        case "report":
            yield "report", {"name": frozenset({each["title_or_description"], *(each.get("aliases") or ())})}
        case "presented":
            for to in _several(each["to_or_at"]):
                yield "presented", {"work": work(), "to": names(to)}
        case "adopted" | "proposed":
            for by in _several(each["by"]):
                yield each["kind"], {"work": work(), "to": names(by)}
        case "speaks" | "author" | "photographer":
            yield each["kind"], {"who": names(each["person"])}
        case "published":
            yield "published", {"date": frozenset({_iso(each.get("iso") or each["date"])})}
        case "date" if each.get("type") == "published":
            yield "published", {"date": frozenset({_iso(each.get("iso") or each["date"])})}


def _several(value: str | list[str] | None) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []


def _iso(date: str) -> str:
    found = re.fullmatch(r"(\d\d?)\.(\d\d?)\.(\d{4})", date.strip())
    return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else date[:10]
