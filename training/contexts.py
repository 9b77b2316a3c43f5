"""What raw text says of a capitalised word: a field that sees only its surroundings reads every occurrence.

The field knows a word's outline and its neighbours but not the word, so what it says of a name is not what the training
split says of it, and holds for unseen names as for seen ones.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import pycrfsuite

from build_graph.language_model.features import near_at, quoted, shape
from build_graph.language_model.names import TYPES
from training.augment import Labelled

SHARE = 0.38  # of the lines of raw text, drawn by chance
LEAST = 4  # occurrences
SEED = 3


def features(forms: Sequence[str]) -> list[list[str]]:
    """A token's surroundings; of the token itself its outline, and the form where it is not capitalised."""
    count, inside = len(forms), quoted(forms)
    found: list[list[str]] = []
    for at, form in enumerate(forms):
        own = [f"s={shape(form)}"] if form[:1].isupper() else [f"w={form.lower()}", f"s={shape(form)}"]
        for distance in (-4, -3, -2, -1, 1, 2, 3, 4):
            there = at + distance
            if 0 <= there < count:
                own += near_at(forms[there], distance) if abs(distance) < 4 else (f"{distance}l={forms[there].lower()}",)
        own.append(f"-2-1={forms[at - 2].lower() if at > 1 else ''}|{forms[at - 1].lower()}" if at else "first")
        if at + 1 < count:
            own.append(f"+1+2={forms[at + 1].lower()}|{forms[at + 2].lower() if at + 2 < count else ''}")
        if inside[at]:
            own.append("quoted")
        found.append(own)
    return found


def train(data: Sequence[Labelled], out: Path) -> None:
    """Trains the field of surroundings."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.select("lbfgs")
    trainer.set_params({"c1": 0.3, "c2": 0.02, "max_iterations": 60, "feature.minfreq": 3})
    for forms, labels in data:
        if 0 < len(forms) < 60:
            trainer.append(features(forms), labels)
    trainer.train(str(out))


def collect(model: Path, tokenised: Path, out: Path) -> None:
    """Reads raw text with the field and writes `contexts.tsv`: word → up to three types with their shares in tenths."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    kinds = [*TYPES, "O"]
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0] * (len(kinds) + 1))
    for forms in _sentences(tokenised):
        places = [at for at in range(1, len(forms)) if forms[at][:1].isupper() and len(forms[at]) > 1]
        if not places or len(places) >= len(forms) * 0.6:
            continue
        tagger.set(features(forms))
        for at in places:
            shares = [tagger.marginal(f"B-{kind}", at) + tagger.marginal(f"I-{kind}", at) for kind in TYPES]
            own = sums[forms[at]]
            for number, share in enumerate([*shares, 1 - sum(shares), 1.0]):
                own[number] += share
    with out.open("w", encoding="utf-8") as target:
        for word, own in sorted(sums.items()):
            if own[-1] < LEAST:
                continue
            tenths = sorted(((min(9, int(10 * value / own[-1])), kind) for kind, value in zip(kinds, own, strict=False)), reverse=True)[:3]
            marks = " ".join(f"{kind}{tenth}" for tenth, kind in tenths if tenth)
            if marks:
                target.write(f"{word}\t{marks}\n")


def _sentences(tokenised: Path) -> Iterator[list[str]]:
    chance = random.Random(SEED)
    with tokenised.open(encoding="utf-8") as lines:
        for line in lines:
            if chance.random() > SHARE:
                continue
            words, start = line.split(), 0
            for at in range(len(words) + 1):
                over = at == len(words)
                if over or (words[at] in (".", "!", "?") and at + 1 < len(words) and words[at + 1][:1].isupper()):
                    if 4 <= at + 1 - start <= 60:
                        yield words[start : at + 1]
                    start = at + 1
