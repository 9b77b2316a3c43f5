"""The referents and mentions of one article while they are being found."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace

from build_graph.model import AnnotatedText, Mention, Mentioned, Referent, ReferentKind, RoleMention, Span, Token


def fold(name: str) -> str:
    """A name as it is compared: NFC, case-folded, white space and emphasis marks evened out."""
    text = unicodedata.normalize("NFC", name).casefold()
    return re.sub(r"\s+", " ", re.sub(r"[*_«»\"“”„]", "", text)).strip(" .,:;–-")


@dataclass
class Draft:
    """What has been found so far. Each step of `mentions` adds to it; `finish` freezes it."""

    annotated: AnnotatedText
    referents: dict[str, Referent] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    roles: list[RoleMention] = field(default_factory=list)
    _names: dict[str, set[str]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The article's text."""
        return self.annotated.article.text

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The article's tokens."""
        return self.annotated.tokens

    def refer(self, referent: Referent) -> str:
        """Adds a referent, or what is new about one that is known; returns its id."""
        known = self.referents.get(referent.id)
        if known is None:
            self.referents[referent.id] = referent
        else:
            names = dict.fromkeys([*known.aliases, referent.name, *referent.aliases])
            names.pop(known.name, None)
            self.referents[referent.id] = replace(
                known,
                aliases=tuple(names),
                register=known.register or referent.register,
                classification=known.classification or referent.classification,
                owner=known.owner or referent.owner,
                gender=known.gender or referent.gender,
            )
        for name in (referent.name, *referent.aliases):
            self._names.setdefault(fold(name), set()).add(referent.id)
        return referent.id

    def called(self, name: str, *kinds: ReferentKind) -> str | None:
        """The one referent of these kinds that the article calls so; None if none or several do."""
        ids = {i for i in self._names.get(fold(name), ()) if not kinds or self.referents[i].kind in kinds}
        return ids.pop() if len(ids) == 1 else None

    def mention(self, span: Span, referent: str, *, anaphoric: bool = False, clause: bool = False) -> None:
        """Records that the text at `span` speaks of a referent."""
        self.mentions.append(Mention(span, referent, self.referents[referent].kind, anaphoric, clause))

    def taken(self, span: Span) -> bool:
        """Whether a mention of a referent already uses some of this text."""
        return any(m.span.overlaps(span) for m in self.mentions)

    def finish(self) -> Mentioned:
        """Everything found, in text order."""
        mentions = tuple(sorted(set(self.mentions), key=lambda m: (m.span, m.referent)))
        roles = tuple(sorted(self.roles, key=lambda r: r.span))
        return Mentioned(self.annotated, dict(sorted(self.referents.items())), mentions, roles)
