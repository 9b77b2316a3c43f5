"""Which names are worth comparing: those that share a key. Comparing all with all would not do for ten thousand articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import TypeVar

T = TypeVar("T")
_MOST = 200  # members of a block that are compared with each other; a larger block's key says nothing


def personal_keys(words: tuple[str, ...]) -> Iterator[str]:
    """Either family name of two with the given name's initial, a given name with an initial, and the name less any one letter."""
    yield f"family {words[-1]}"
    if len(words) < 2:
        return
    yield from (f"{words[0][0]} {word}" for word in words[-2:] if word != words[0])
    yield from (f"{words[0]} {word[0]}." for word in words[1:])
    yield from misspelling_keys(" ".join(words))


def misspelling_keys(name: str) -> Iterator[str]:
    """The name, and the name with each letter left out: two names one letter apart share one (symmetric deletion)."""
    if len(name) >= 10:
        yield name
        yield from {name[:i] + name[i + 1 :] for i in range(len(name))}


def candidates(items: Sequence[T], keys: Callable[[T], Iterable[str]]) -> Iterator[tuple[T, T]]:
    """Every pair of items that share a key, once, in the items' order."""
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        for key in set(keys(item)):
            blocks[key].append(number)
    pairs = {pair for block in blocks.values() if 1 < len(block) <= _MOST for pair in combinations(block, 2)}
    for first, second in sorted(pairs):
        yield items[first], items[second]
