"""Whom a pronoun cannot mean, as grammar and quotation marks tell.

Binding (Chomsky 1981): "henne" and "hennes" are not the subject of their own clause, which would be "seg" and "sin". A pronoun in a relative
clause is not what the clause describes. In what someone is quoted as saying, "hun" is not the speaker, who says "jeg"; and behind it, "sier hun"
is nobody of whom the quotation speaks by name.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from build_graph.mentions.draft import Draft
from build_graph.mentions.frames import Grammar
from build_graph.model import Mention, Sentence, Span

DASHES = ("–", "-", "—", "−")
OBJECTS = frozenset({"DOBJ", "IOBJ", "POBJ", "PUTFYLL", "DET", "ATR"})
"""What a pronoun is to the verb or noun above it where it may not mean the subject; DET and ATR are possessive."""


class Binding:
    """One article's clauses and quotations. Where the model tells no grammar, nobody is ruled out."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.grammar = Grammar(draft.tokens)
        self._starts = [s.first for s in draft.annotated.sentences]

    def sentence(self, number: int) -> Sentence:
        """The sentence that a token stands in."""
        return self.draft.annotated.sentences[bisect_right(self._starts, number) - 1]

    def barred(self, number: int) -> set[str]:
        """The referents that the pronoun at a token cannot mean."""
        return {*self._own_clause(number), *self._quotation(number)}

    def person_at(self, number: int) -> str | None:
        """The person whom a token names or takes up."""
        token = self.draft.tokens[number]
        for mention in reversed(self.draft.mentions):
            if mention.kind == "person" and mention.span.start <= token.start < mention.span.end:
                return mention.referent
        return None

    def is_subject(self, mention: Mention) -> bool:
        """Whether a mention is, or begins, a subject."""
        first = bisect_right(self.draft.tokens, mention.span.start, key=lambda t: t.start) - 1
        return first >= 0 and self.draft.tokens[first].dep == "SUBJ"

    def verbs(self, number: int) -> list[int]:
        """The verbs of the clause that a token belongs to, from the nearest up to the finite one."""
        tokens, found = self.draft.tokens, list[int]()
        while (head := tokens[number].head) is not None and head != number:
            number = head
            if tokens[number].pos == "verb":
                found.append(number)
                if tokens[number].dep != "INFV":
                    break
            elif found and tokens[number].pos != "inf-merke":
                break
        return found

    def subjects(self, verbs: list[int]) -> list[int]:
        """The subjects of these verbs, and those of the clause before where the subject is left out: "Kari kom og hilste"."""
        tokens = self.draft.tokens
        while verbs:
            found = [s for v in verbs for s in self.grammar.children(v, "SUBJ")]
            last = verbs[-1]
            head = tokens[last].head
            if found or tokens[last].dep != "KOORD" or head is None or head == last:
                return found
            verbs = [head, *self.grammar.children(head, "INFV")]
        return []

    def _own_clause(self, number: int) -> Iterator[str]:
        token = self.draft.tokens[number]
        if token.dep is None:
            return
        verbs = self.verbs(number)
        if token.dep in OBJECTS:
            for subject in self.subjects(verbs):
                for each in self.grammar.conjuncts(subject) if not self._under(number, subject) else ():  # "Kari og hennes mor" can be hers
                    if person := self.person_at(each):
                        yield person
        if token.head is not None and token.dep in {"DET", "ATR"}:  # "hans kone, statsråd Kari Prøve"
            noun = self.draft.tokens[token.head]
            near = [noun.head] if noun.dep == "APP" and noun.head is not None else self.grammar.children(token.head, "APP")
            yield from (person for each in near if (person := self.person_at(each)))
        for verb in verbs:
            described = self.draft.tokens[verb].head
            if self.draft.tokens[verb].dep == "ATR" and described is not None and (person := self.person_at(described)):
                yield person

    def _quotation(self, number: int) -> Iterator[str]:
        """Nobody named in the quotation for who says it, and not the speaker for those of whom it speaks."""
        tokens, sentence = self.draft.tokens, self.sentence(number)
        block = self.draft.annotated.article.blocks[sentence.block]
        whole = self.draft.text[block.span.start : block.span.end].startswith(DASHES)
        area = block.span if whole else sentence.span
        says = [n for n in self._within(area) if tokens[n].dep == "PAR" and tokens[n].pos == "verb"]
        own = next((n for n in says if self._under(number, n)), None)
        if own is not None:
            start = tokens[own].start
            yield from (m.referent for m in self._people(Span(area.start, start)) if not any(self._covers(m, n) for n in says))
        else:
            # What follows a clause that tells who speaks is most often told again: "– …, sier Kari. Hun viser til …".
            for verb in (n for n in says if tokens[n].start >= sentence.span.start):
                yield from (person for s in self.grammar.children(verb, "SUBJ") if (person := self.person_at(s)))

    def _within(self, area: Span) -> Iterator[int]:
        tokens = self.draft.tokens
        first = bisect_right(tokens, area.start, key=lambda t: t.start - 1)
        for number in range(first, len(tokens)):
            if tokens[number].start >= area.end:
                return
            yield number

    def _under(self, number: int, above: int) -> bool:
        """Whether a token hangs on another, at any depth."""
        tokens = self.draft.tokens
        while number != above:
            head = tokens[number].head
            if head is None or head == number:
                return False
            number = head
        return True

    def _people(self, area: Span) -> Iterator[Mention]:
        return (m for m in self.draft.mentions if m.kind == "person" and area.start <= m.span.start < area.end)

    def _covers(self, mention: Mention, verb: int) -> bool:
        """Whether a mention belongs to a clause that tells who speaks."""
        return any(mention.span.start <= self.draft.tokens[n].start < mention.span.end and self._under(n, verb) for n in self._within(mention.span))
