"""The document pass: what the whole text says about a name settles what one sentence leaves open.

A surname alone is the person named in full elsewhere; one name that was read as several types gets the type most of the
document speaks for; a name found with confidence is also found where the sentence alone did not show it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

# Calibrated on an eighth of the training documents, held back from a model trained on the rest; see training/MODEL_CARD.md.
SURE = 0.8
VOTE_MARGIN = 1.6
REPEAT = 0.7

TYPES = ("PER", "ORG", "GPE", "LOC", "PROD", "EVT", "DRV")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence: first token, token after the last, type, and confidence from 0 to 1."""

    start: int
    end: int
    type: str
    confidence: float


Sentence = Sequence[str]
Key = tuple[str, ...]


def key(forms: Sequence[str]) -> Key:
    """The name without capitals throughout and without a genitive ending, so that its repeats are equal."""
    parts = [form.capitalize() if len(form) > 4 and form.isupper() else form for form in forms]
    last = parts[-1]
    if len(last) > 3 and last[-1] in "'’" or len(last) > 2 and last[-1] == "s" and last[-2] not in "sS":
        last = last[:-1]
    return (*parts[:-1], last)


def settle(sentences: Sequence[Sentence], found: Sequence[Sequence[Name]]) -> list[list[Name]]:
    """Revises the names of one document.

    Args:
        sentences: the tokens of each sentence.
        found: the names found in each, in order, not overlapping.

    Returns:
        The revised names of each sentence, in order.
    """
    people = _surnames(sentences, found)
    votes = _votes(sentences, found)
    settled = [
        [_voted(name, key(forms[name.start : name.end]), votes, people) for name in names]
        for forms, names in zip(sentences, found, strict=True)
    ]
    return [_with_repeats(forms, names, votes, people) for forms, names in zip(sentences, settled, strict=True)]


def _surnames(sentences: Sequence[Sentence], found: Sequence[Sequence[Name]]) -> dict[Key, float]:
    """Last parts of the persons named in full → the best confidence."""
    people: dict[Key, float] = defaultdict(float)
    for forms, names in zip(sentences, found, strict=True):
        for name in names:
            if name.type != "PER" or name.end - name.start < 2:
                continue
            full = key(forms[name.start : name.end])
            for size in range(1, min(3, len(full))):
                part = full[-size:]
                if part[0][:1].isupper() and len(part[-1]) > 1:
                    people[part] = max(people[part], name.confidence)
            if len(full[0]) > 2:
                people[full[:1]] = max(people[full[:1]], name.confidence * 0.9)
    return people


def _votes(sentences: Sequence[Sentence], found: Sequence[Sequence[Name]]) -> dict[Key, dict[str, float]]:
    votes: dict[Key, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for forms, names in zip(sentences, found, strict=True):
        for name in names:
            votes[key(forms[name.start : name.end])][name.type] += name.confidence
    return votes


def _voted(name: Name, its: Key, votes: Mapping[Key, Mapping[str, float]], people: Mapping[Key, float]) -> Name:
    if name.type == "DRV":
        return name
    own = votes[its]
    if name.type != "PER" and name.end - name.start <= 2 and people.get(its, 0.0) > max(SURE, own[name.type]):
        return replace(name, type="PER", confidence=people[its])
    best = max(own, key=lambda kind: (own[kind], kind))
    if best not in (name.type, "DRV") and own[best] > VOTE_MARGIN * own[name.type] and name.confidence < SURE:
        return replace(name, type=best, confidence=min(0.99, own[best] / sum(own.values())))
    return name


def _with_repeats(forms: Sentence, names: Sequence[Name], votes: Mapping[Key, Mapping[str, float]], people: Mapping[Key, float]) -> list[Name]:
    """The names and, between them, repeats of sure names and of surnames."""
    taken = [False] * len(forms)
    for name in names:
        taken[name.start : name.end] = [True] * (name.end - name.start)
    added: list[Name] = []
    at = 0
    while at < len(forms):
        size = 0
        if not taken[at] and forms[at][:1].isupper():
            for length in range(min(6, len(forms) - at), 0, -1):
                if any(taken[at : at + length]):
                    continue
                kind, confidence = _known(forms, at, length, votes, people)
                if kind:
                    added.append(Name(at, at + length, kind, confidence))
                    size = length
                    break
        at += size or 1
    return sorted([*names, *added], key=lambda name: name.start)


def _known(forms: Sentence, at: int, length: int, votes: Mapping[Key, Mapping[str, float]], people: Mapping[Key, float]) -> tuple[str, float]:
    its = key(forms[at : at + length])
    own = votes.get(its)
    if own:
        best = max(own, key=lambda kind: (own[kind], kind))
        if best != "DRV" and own[best] >= REPEAT and (length > 1 or at > 0):
            return best, min(0.95, own[best] / (sum(own.values()) + 0.3))
    if length <= 2 and people.get(its, 0.0) > SURE and (length > 1 or len(its[0]) > 2) and (at > 0 or length > 1):
        return "PER", people[its] * 0.9
    return "", 0.0
