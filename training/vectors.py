"""Raw text → tokens → word vectors with subwords (floret, continuous bag of words)."""

from __future__ import annotations

import json
import lzma
import re
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

# Fast and good enough for vectors; the tagger's own tokens differ only in abbreviations and numbers.
_TOKEN = re.compile(r"\w+(?:[-'’&/]\w+)*|[^\w\s]")
SETTINGS = {"model": "cbow", "mode": "floret", "hashCount": 2, "bucket": 60_000, "minn": 4, "maxn": 5, "minCount": 8, "dim": 96, "ws": 5, "neg": 8, "epoch": 5, "thread": 1, "lr": 0.05}
WORDS = 100_000
# Values are clipped at four standard deviations and kept as whole numbers from -127 to 127.
CLIP = 4.0


def tokenise_raw(rawtext: Path, norne: Path, out: Path) -> None:
    """Writes the raw text and the training split, a paragraph a line with tokens apart; repeated paragraphs once."""
    seen: set[str] = set()
    with out.open("w", encoding="utf-8") as target:
        for path in sorted(rawtext.glob("*.xz")):
            with lzma.open(path, "rt", encoding="utf-8") as lines:
                for line in lines:
                    for paragraph in json.loads(line)["text"].split("\n"):
                        kept = paragraph.strip()
                        if not kept or kept in seen:
                            continue
                        if len(kept) > 40:
                            seen.add(kept)
                        target.write(" ".join(_TOKEN.findall(kept)) + "\n")
        for form in ("nob", "nno"):
            with (norne / f"{form}-train.jsonl").open(encoding="utf-8") as lines:
                for line in lines:
                    target.write(" ".join(_TOKEN.findall(json.loads(line)["text"])) + "\n")


def train(tokenised: Path, out: Path) -> None:
    """Writes the vectors as text, the most frequent words first. One thread, so that a rerun gives the same."""
    import floret

    floret.train_unsupervised(str(tokenised), **SETTINGS).save_vectors(str(out))


def read(path: Path) -> tuple[dict[str, int], NDArray[np.int8]]:
    """(word → row from 1 on, the table of whole numbers with an empty row 0)."""
    words: dict[str, int] = {}
    rows: list[NDArray[np.float32]] = []
    with path.open(encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            word, *values = line.rstrip().split(" ")
            words[word] = len(words) + 1
            rows.append(np.array(values, dtype=np.float32))
            if len(rows) == WORDS:
                break
    table = np.stack(rows)
    table = np.clip(table / table.std(), -CLIP, CLIP)
    whole = np.round(table * 127 / CLIP).astype(np.int8)
    return words, np.vstack([np.zeros((1, whole.shape[1]), np.int8), whole])


def write(words: dict[str, int], table: NDArray[np.int8], folder: Path) -> None:
    """Writes what the package ships."""
    (folder / "vectors.txt").write_text("".join(f"{word}\n" for word in words), encoding="utf-8")
    np.save(folder / "vectors.npy", table, allow_pickle=False)
