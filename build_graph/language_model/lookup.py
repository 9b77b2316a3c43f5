"""Word forms as numbers, the way the networks read them; the same code trains and tags."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from zlib import crc32

from build_graph.language_model.features import context_marks, listed_classes, quoted, shape, true_case

# Columns of `Lookup.rows`: vector, word, prefix, suffix, longer suffix, shape, lists, marks, contexts.
AFFIXES = 4096
SHAPES = 512
LISTS = 512
MARKS = 24
CONTEXTS = 512
COLUMNS = 9


class Lookup:
    """Rows of the tables that a form is looked up in.

    A form without a vector of its own borrows that of the longest ending that has one, which in a Norwegian compound is
    the head: "utvalgsdirektøren" stands near "direktøren".
    """

    def __init__(self, vectors: Mapping[str, int], words: Mapping[str, int]) -> None:
        """
        Args:
            vectors: form → row from 1 on in the table of word vectors.
            words: form in lower case → row from 1 on in the table of learned words.
        """
        self._vectors = vectors
        self._words = words
        self._form = lru_cache(maxsize=300_000)(self._row)

    def rows(self, forms: Sequence[str]) -> list[tuple[int, ...]]:
        """One row of `COLUMNS` numbers for each token of a sentence."""
        seen = true_case(forms)
        inside = quoted(seen)
        last = len(seen) - 1
        found = []
        for at, form in enumerate(seen):
            row, borrowed, context = self._form(form)
            marks = borrowed * 8 + (4 if seen[at] is not forms[at] else 0) + (2 if inside[at] else 0) + (at == 0 or at == last)
            found.append((*row, marks, context))
        return found

    def _row(self, form: str) -> tuple[tuple[int, ...], int, int]:
        vector, borrowed = self._vector(form)
        low = form.lower()
        said = " ".join(context_marks(form)[:2])
        context = 1 + crc32(said.encode()) % (CONTEXTS - 1) if said else 0
        kinds = re.sub(r"\d", "", listed_classes(form))
        return (
            vector,
            self._words.get(low, 0),
            1 + crc32(low[:3].encode()) % (AFFIXES - 1),
            1 + crc32(f"{form[:1].isupper()}{low[-3:]}".encode()) % (AFFIXES - 1),
            1 + crc32(f"{low[-5:]}|".encode()) % (AFFIXES - 1),
            1 + crc32(shape(form).encode()) % (SHAPES - 1),
            1 + crc32(kinds.encode()) % (LISTS - 1) if kinds else 0,
        ), borrowed, context

    def _vector(self, form: str) -> tuple[int, int]:
        """The form's row in the table of vectors, and 0 for its own, 1 for a borrowed one, 2 for none."""
        for own in (form, form.lower()):
            if own in self._vectors:
                return self._vectors[own], 0
        base = form[:-1] if form.endswith("s") else ""
        if base in self._vectors:
            return self._vectors[base], 0
        tail = form.rpartition("-")[2] if "-" in form[:-1] else form
        for start in range(0 if tail is not form else 2, len(tail) - 3):
            if tail[start:] in self._vectors:
                return self._vectors[tail[start:]], 1
        return 0, 2
