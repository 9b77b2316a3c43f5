"""Pronouns that take up a work or a group: "den" for a report, "det" for a committee that someone leads."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from build_graph.lexicon.tables import rows, words
from build_graph.mentions.binding import Binding
from build_graph.mentions.draft import Draft
from build_graph.model import Mention

NEUTER_ARTICLES, COMMON_ARTICLES = frozenset({"et", "eit", "eitt"}), frozenset({"en", "ei", "ein"})
WORKS = frozenset({"report", "resolution", "proposal"})
GROUPS = frozenset({"body", "collaboration", "organisation"})
OBJECTS = frozenset({"DOBJ", "IOBJ", "PUTFYLL"})


def thing_before(draft: Draft, binding: Binding, number: int, position: int) -> str | None:
    """The work or group that "den" or "det" means: the last of its gender in the sentence, or in the one before.

    Only where grammar tells that the word is a pronoun. "Det" as a subject is left alone, for it most often means a whole clause; so is a
    group that nobody leads or runs.
    """
    token = draft.tokens[position]
    gender = {"den": "common", "det": "neuter"}.get(token.text.lower())
    if gender is None or token.pos != "pron" or token.dep not in (OBJECTS | {"SUBJ"} if gender == "common" else OBJECTS):
        return None
    led = any(draft.tokens[v].text.lower() in words("leading_verbs.csv") for v in binding.verbs(position)[:1]) and token.dep == "DOBJ"
    kinds = WORKS | GROUPS if led else WORKS
    for step in range(min(1, number) + 1):
        sentence = draft.annotated.sentences[number - step].span
        able = [
            m for m in draft.mentions
            if m.kind in kinds and not m.clause and sentence.start <= m.span.start < min(sentence.end, token.start) and _gender(draft, m) == gender
        ]  # fmt: skip
        if able:
            return max(able, key=lambda m: m.span).referent
    return None


def _gender(draft: Draft, mention: Mention) -> Literal["common", "neuter"] | None:
    """The grammatical gender of a mention's noun: by its definite ending, its article, or the word list of works."""
    before = draft.text[: mention.span.start].split()[-2:]
    for article in reversed(before):
        if article.lower() in NEUTER_ARTICLES | COMMON_ARTICLES:
            return "neuter" if article.lower() in NEUTER_ARTICLES else "common"
    for word in re.findall(r"[\w-]+", draft.text[slice(*mention.span)].lower()):
        for neuter in (True, False):
            if any(word.endswith(noun) for noun in _work_nouns(neuter)):
                return "neuter" if neuter else "common"
        if mention.kind in GROUPS and re.search(r"(?:et|en|a)$", word):
            return "neuter" if word.endswith("et") else "common"
    return None


@cache
def _work_nouns(neuter: bool) -> frozenset[str]:
    """The nouns for works of a gender: the definite form tells which."""
    families = {row["family"] for row in rows("work_nouns.csv") if row["form"] == "definite" and row["word"].endswith("et")}
    return frozenset(row["word"] for row in rows("work_nouns.csv") if (row["family"] in families) == neuter)
