"""Article files in, articles out: text and Markdown as they are; HTML, PDF and DOCX converted to text first.

    read(paths)      files and folders  → Article | Skipped, in an order that depends only on the files' names
    read_file(path)  one file           → Article | Skipped

A file that cannot be read is a Skipped with one line on why and what to do; nothing is raised for it. Converted formats are
composed as front matter (what the file states of itself) and main text, and then read like any text file, so that offsets
count in the text as read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from build_graph.model import Article, Skipped
from build_graph.read import text
from build_graph.read.files import find_files, reason, shown
from build_graph.read.unreadable import Unreadable

__all__ = ["MAX_BYTES", "read", "read_file"]

MAX_BYTES = 20_000_000
"""The largest file that is read. The longest article is some 100 kB of text; a print-out with pictures a few MB. What is
larger is no article, and would take minutes and gigabytes."""


def read(paths: Iterable[Path]) -> Iterator[Article | Skipped]:
    """Every article at the paths, sorted by file name whatever the order of the arguments; each file once.

    Of two files with one identifier (as it goes into IRIs) the first is read and the later one skipped.
    """
    taken: dict[str, str] = {}
    for entry in find_files(paths):
        if isinstance(entry, Skipped):
            yield entry
            continue
        result = read_file(entry)
        if isinstance(result, Article):
            slug = _slug(result.identifier)
            if not slug:
                result = Skipped(shown(entry), f"its identifier {result.identifier!r} has no letter or digit of ASCII; state `identifier:` in front matter, or rename the file")
            elif slug in taken:
                result = Skipped(shown(entry), f"has the same identifier ({slug}) as {taken[slug]}, which was read; rename one, or state `identifier:` in front matter")
            else:
                taken[slug] = shown(entry)
        yield result


def read_file(path: Path) -> Article | Skipped:
    """The article that one file holds."""
    try:
        if not path.name.isprintable():
            raise Unreadable("its name has control characters or is not UTF-8; rename it")
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise Unreadable(f"{size / 1e6:.0f} MB; the limit is {MAX_BYTES / 1e6:.0f} MB: no article is as large, split or leave it out")
        return text.article(_converter(path.suffix.lower())(path.read_bytes()), path.stem, path.name)
    except Unreadable as problem:
        return Skipped(shown(path), " ".join(str(problem).split()))
    except OSError as problem:
        return Skipped(shown(path), reason(problem))


def _converter(suffix: str) -> Callable[[bytes], str]:
    """What makes text of the bytes. The libraries behind it are imported only when such a file comes."""
    if suffix in (".txt", ".md"):
        return text.decode
    if suffix in (".html", ".htm"):
        from build_graph.read import html

        return html.to_text
    if suffix == ".pdf":
        from build_graph.read import pdf

        return pdf.to_text
    if suffix == ".docx":
        from build_graph.read import docx

        return docx.to_text
    raise Unreadable(f"no reader for {suffix or 'a file without suffix'}")


def _slug(identifier: str) -> str:
    """The identifier as it goes into IRIs: small ASCII letters and digits, hyphens between."""
    folded = identifier.lower().translate({ord("ø"): "o", ord("æ"): "ae", ord("å"): "a", ord("ß"): "ss", ord("đ"): "d", ord("ŧ"): "t", ord("ŋ"): "n"})
    plain = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
