"""A person erased: no name, no fact, no quotation of theirs is left in what the build stores or exports.

What else the articles say stays where it is: names and quotations are blacked out sign for sign in the stored text, so that
offsets hold. Namesakes are erased too where they bear the forgotten name: a digest cannot tell them apart, and one too few would be worse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from build_graph.curation.decisions import Decision, name_digest
from build_graph.iris import digest
from build_graph.model import Article, Claim, Evidence, Extract, Quotation, Referent, Span, Stated
from build_graph.model import Decision as Decided
from build_graph.quads.article import claim_referents
from build_graph.resolve import resolve
from build_graph.resolve.personal_names import parts
from ontology.lexicon import Institution

BLACK = "█"
_WORD = re.compile(r"[^\W\d_]\.(?=\s?[A-ZÆØÅ])|[^\W\d_][\w'’]*")
_BETWEEN = re.compile(r"\s{1,2}|[-_.]")
_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+\w")
_LONGEST = 6  # words in a name


@dataclass
class _Names:
    """Tells the names of those who are forgotten."""

    digests: dict[str, set[str]]  # by key
    met: set[str]
    cache: dict[str, bool]

    def has(self, name: str) -> bool:
        if name not in self.cache:
            held = {each for key, digests in self.digests.items() if (each := name_digest(name, key)) in digests}
            self.met |= held
            self.cache[name] = bool(held)
        return self.cache[name]

    def spans(self, text: str) -> Iterator[Span]:
        """Where the text holds such a name, whole, in any case; also in its genitive, and in addresses and file names."""
        words = [Span(*match.span()) for match in _WORD.finditer(text)]
        for i, first in enumerate(words):
            for j in range(i + 1, min(i + _LONGEST, len(words))):
                if not _BETWEEN.fullmatch(text, words[j - 1].end, words[j].start):
                    break
                if not (text[first.start].isupper() or text[first.end : words[i + 1].start] in tuple("-_.")):
                    break
                whole = Span(first.start, words[j].end)
                for end in (whole.end, whole.end - 1, whole.end - 2):
                    rest = text[end : whole.end].lower()
                    if rest in ("", "s", "'s", "’s", "'", "’") and self.has(re.sub(r"[_.](?! )", " ", text[whole.start : end])):
                        yield whole
                        break


def forget(
    extracts: Sequence[Extract], decisions: Sequence[Decision], institutions: Mapping[str, Institution]
) -> tuple[list[Extract], list[tuple[Decision, str]]]:
    """The extracts without those who are forgotten, and the decisions that met nobody."""
    if not decisions:
        return list(extracts), []
    digests: dict[str, set[str]] = {}
    for decision in decisions:
        digests.setdefault(decision.other, set()).add(decision.what)
    names = _Names(digests, set(), {})
    of = resolve(extracts, institutions).of
    # Whoever is known by such a name in one article is gone from all, also where another spelling stands.
    bearers = {
        of[extract.article.identifier, referent.id]
        for extract in extracts
        for referent in extract.referents.values()
        if referent.kind == "person" and any(names.has(name) for name in (referent.name, *referent.aliases))
    }
    gone = {place for place, path in of.items() if path in bearers}
    kept = [_without(extract, {id_ for id_ in extract.referents if (extract.article.identifier, id_) in gone}, names) for extract in extracts]
    return kept, [(each, "no article names that person any more") for each in decisions if each.what not in names.met]


def _without(extract: Extract, gone: set[str], names: _Names) -> Extract:
    text = _blackened(extract.article.text, _black(extract, gone, names))
    mark = _Mark(names, frozenset(word for each in gone for word in _own_words(extract.referents[each])))
    article = _article(extract.article, text, mark)
    if not gone and article == extract.article:
        return extract
    claims = [kept for claim in extract.claims if (kept := _claim(claim, gone, text)) is not None]
    referents = {id_: _referent(each, gone, mark) for id_, each in extract.referents.items() if id_ not in gone}
    return Extract(article, referents, tuple(m for m in extract.mentions if m.referent not in gone), tuple(claims))


def _own_words(referent: Referent) -> set[str]:
    return {word for name in (referent.name, *referent.aliases) for word in parts(name) if len(word) > 1}


def _black(extract: Extract, gone: set[str], names: _Names) -> list[Span]:
    """Whole names, what mentions them by name, their names' parts where nobody else is meant, their addresses and words."""
    text = extract.article.text
    spans = list(names.spans(text))
    own = {word for each in gone for word in _own_words(extract.referents[each])} | {word for span in spans for word in parts(text[span.start : span.end])}
    if not own:
        return []
    spans += [m.span for m in extract.mentions if m.referent in gone and text[m.span.start].isupper() and not m.anaphoric]
    others = [m.span for m in extract.mentions if m.kind == "person" and m.referent not in gone]
    for match in _WORD.finditer(text):
        word = match[0].casefold()
        if match[0][0].isupper() and {word, re.sub("['’]?s$", "", word)} & own and not any(a <= match.start() < b for a, b in others):
            spans.append(Span(*match.span()))
    spans += [Span(*match.span()) for match in _ADDRESS.finditer(text) if set(re.split(r"[\W_]+", match[0].casefold())) & own]
    quoted = {text[claim.text.start : claim.text.end] for claim in extract.claims if isinstance(claim, Quotation) and claim.speaker in gone}
    for words in sorted(quoted):  # a pull quote or a lead may say them again
        spans += [Span(*match.span()) for match in re.finditer(re.escape(words), text)]
    return spans


def _blackened(text: str, spans: Iterable[Span]) -> str:
    signs = list(text)
    for start, end in spans:
        signs[start:end] = [sign if sign in "\r\n" else BLACK for sign in signs[start:end]]
    return "".join(signs)


@dataclass(frozen=True, slots=True)
class _Mark:
    """Blackens strings that stand apart from the text; `own` are parts of names that the article gives away."""

    names: _Names
    own: frozenset[str]

    def text(self, text: str) -> str:
        words = (Span(*match.span()) for match in _WORD.finditer(text))
        own = [span for span in words if re.sub("['’]?s$", "", text[span.start : span.end].casefold()) in self.own]
        return _blackened(text, [*self.names.spans(text), *own])

    def stated(self, stated: Stated | None) -> Stated | None:
        return replace(stated, value=self.text(stated.value)) if stated else None

    def plain(self, text: str) -> str:
        """An identifier, file name or address: another one where it holds the name."""
        return text if not list(self.names.spans(text)) else f"article-{digest(text)}"


def _article(article: Article, text: str, mark: _Mark) -> Article:
    suffix = article.file[article.file.rfind(".") :] if "." in article.file else ""
    file = mark.plain(article.file.removesuffix(suffix))
    return replace(
        article,
        text=text,
        identifier=mark.plain(article.identifier),
        file=file + suffix,
        authors=tuple(each for each in article.authors if BLACK not in mark.text(each.name.value)),
        photos=tuple(
            replace(photo, credit=replace(photo.credit, value=mark.text(photo.credit.value)), photographers=tuple(p for p in photo.photographers if BLACK not in mark.text(p.value)))
            for photo in article.photos
        ),
        url=article.url if article.url is None or mark.plain(article.url.value) == article.url.value else None,
        headline=mark.stated(article.headline),
        section=mark.stated(article.section),
        lead=mark.stated(article.lead),
        journal=mark.stated(article.journal),
        publisher=mark.stated(article.publisher),
    )


def _referent(referent: Referent, gone: set[str], mark: _Mark) -> Referent:
    named = [mark.text(name) if referent.kind != "person" else name for name in (referent.name, *referent.aliases)]
    return replace(referent, name=named[0], aliases=tuple(named[1:]), owner=None if referent.owner in gone else referent.owner)


def _claim(claim: Claim, gone: set[str], text: str) -> Claim | None:
    """The claim without those who are gone; None where nothing is left of it."""
    if isinstance(claim, Decided) and gone & set(claim.decided_by) and claim.about not in gone:
        claim = replace(claim, decided_by=tuple(by for by in claim.decided_by if by not in gone))
        if not claim.decided_by:
            return None
    if gone & set(claim_referents(claim)):
        return None
    evidence: tuple[Evidence, ...] = tuple(e for e in claim.evidence if text[e.span.start : e.span.end].strip(f"{BLACK} \r\n"))
    return replace(claim, evidence=evidence) if evidence else None
