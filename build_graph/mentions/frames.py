"""Verbs and what grammar hangs on them: who decides or proposes what, however far apart the words stand.

A frame is a row of lexicon/frames.csv met in a sentence. Subject, object and passive agent are read from the dependencies of the language
model, labelled as in the Norwegian Dependency Treebank (Solberg et al. 2014, "The Norwegian Dependency Treebank"); a model without
grammar gives no frames. `claims` makes facts of them; `mentions` makes a work of the clause that was decided or proposed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from build_graph.lexicon.tables import rows
from build_graph.model import AnnotatedText, Token

BE = frozenset(["være", "vere", "er", "var", "vært", "vore", "vori"])
BECOME = frozenset(["bli", "blir", "ble", "blei", "blitt", "verte", "vert", "vart", "vorte", "vorti"])
HAVE = frozenset(["ha", "har", "hadde", "hatt"])
WILL = frozenset(["skal", "skulle", "vil", "ville"])
NEGATIONS = frozenset(["ikke", "ikkje", "aldri", "neppe", "verken", "hverken", "korkje"])
CONDITIONS = frozenset(["hvis", "dersom", "viss", "om", "ifall", "mindre", "uten", "utan"])
FAR = frozenset({"fram", "frem"})
"""Particles that a long phrase may part from their verb, so that the parser hangs them elsewhere."""
TIMES = frozenset(["går", "dag", "fjor", "år", "morgen", "morgon", "kveld", "natt", "ettermiddag", "helgen", "helga", "uken", "uka", "veka"])
"""What behind a preposition tells when, not where: "i går"."""
CLAUSE_REACH = 14  # tokens behind a verb in which its clause begins
PASSIVE_ENDINGS = ("ast", "st", "s")


@dataclass(frozen=True, slots=True)
class Verb:
    """A row of lexicon/frames.csv."""

    rule: str
    states: str
    confidence: float
    particles: frozenset[str]
    themes: tuple[str, ...]
    receivers: tuple[str, ...]
    forms: frozenset[str]

    def is_passive(self, form: str) -> bool:
        """Whether a form is an s-passive of the verb: "vedtas", "føreslåast"."""
        return form not in self.forms and any(form.endswith(e) and form.removesuffix(e) in self.forms for e in PASSIVE_ENDINGS)


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb in a sentence with what hangs on it; every number is a token's in `AnnotatedText.tokens`."""

    verb: Verb
    at: int
    actors: tuple[int, ...]  # heads of the phrases that name who acts; empty in an agentless passive
    theme: int | None  # head of the object, or the "at" or "å" that begins its clause
    receivers: tuple[int, ...]
    intended: bool  # "vil foreslå", "skal vedta"
    sentence: int


@cache
def _verbs() -> dict[str, tuple[Verb, ...]]:
    """The frames by every form of their verb."""
    found: dict[str, list[Verb]] = defaultdict(list)
    for row in rows("frames.csv"):
        verb = Verb(row["rule"], row["states"], float(row["confidence"]), frozenset(row["particle"].split()), tuple(row["theme"].split()),
                    tuple(row["receiver"].split()), frozenset(row["forms"].split()))
        for form in verb.forms:
            for each in (form, *(form + e for e in PASSIVE_ENDINGS)):
                found[each].append(verb)
    return {form: tuple(dict.fromkeys(verbs)) for form, verbs in found.items()}


class Grammar:
    """The dependencies of one article, to be asked from above and below."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self._children: dict[int, list[int]] = defaultdict(list)
        for number, token in enumerate(tokens):
            if token.head is not None and token.head != number:
                self._children[token.head].append(number)

    def children(self, number: int, *deps: str) -> list[int]:
        """The tokens that hang on one, in text order; of these relations only, where some are given."""
        return [c for c in self._children[number] if not deps or self.tokens[c].dep in deps]

    def form(self, number: int) -> str:
        """The word in lower case."""
        return self.tokens[number].text.lower()

    def conjuncts(self, number: int) -> list[int]:
        """A phrase's head and those joined to it: "A, B og C"."""
        return [number, *(each for c in self.children(number, "KOORD") for each in self.conjuncts(c))]

    def behind(self, number: int, preposition: str) -> list[int]:
        """What stands behind a preposition that hangs on a word or on its object; with "inn for" and the like, on the particle."""
        near = [number, *self.children(number, "DOBJ", "IOBJ", "POBJ", "OPRED", "SPRED", "ADV", "PSUBJ", "SUBJ")]
        deeper = [c for n in near[1:] for c in self.children(n, "PUTFYLL")]  # "viser i brevet til avtalen": hung one too low
        for reach in (near, deeper):
            found = [p for n in reach for p in self.children(n) if self.form(p) == preposition and self.tokens[p].pos == "prep"]
            found.sort(key=lambda p: (p < number, p))  # behind the verb first
            complements = [c for p in found for c in self.children(p, "PUTFYLL", "DOBJ") if self.form(c) not in TIMES]
            if complements:
                return complements
        return []

    def below(self, number: int, depth: int) -> list[int]:
        """The tokens that hang on one, directly or so many steps down."""
        return [each for c in self._children[number] for each in (c, *(self.below(c, depth - 1) if depth > 1 else ()))]

    def clause(self, number: int) -> tuple[list[int], int]:
        """The verbs of a clause from a content verb up to the finite one, and that one."""
        chain = [number]
        while self.tokens[number].dep == "INFV" and (head := self.tokens[number].head) is not None and head != number and self.tokens[head].pos == "verb":
            number = head
            chain.append(number)
        return chain, number

    def unsaid(self, around: Sequence[int]) -> bool:
        """Whether what hangs on a clause's verbs denies it or makes it a condition."""
        return any(self.form(c) in NEGATIONS or self.form(c) in CONDITIONS and self.tokens[c].dep == "SBU" for c in around)

    def first(self, number: int) -> int:
        """The first token of the phrase that a word heads."""
        return min([number, *(self.first(c) for c in self._children[number] if c < number)])

    def subject(self, top: int) -> tuple[int | None, int | None]:
        """The subject of a clause by its finite verb, and the noun that a relative clause is about."""
        own = next(iter(self.children(top, "SUBJ")), None)
        token = self.tokens[top]
        antecedent = token.head if token.dep == "ATR" and token.head is not None and self.tokens[token.head].pos != "verb" else None
        if own is not None and self.form(own) != "som":
            return own, antecedent
        if antecedent is not None:
            return antecedent, antecedent
        if token.dep == "KOORD" and token.head is not None and token.head != top and self.tokens[token.head].pos == "verb":
            return self.subject(self.clause(token.head)[1])
        return None, None


def frames(annotated: AnnotatedText, grammar: Grammar) -> Iterator[Frame]:
    """The frames of an article, in text order. What is negated, asked, conditional or only possible is left out.

    :param grammar: the dependencies of the article's tokens.
    """
    for number, sentence in enumerate(annotated.sentences):
        if annotated.tokens[sentence.last - 1].text == "?":
            continue
        for at in range(sentence.first, sentence.last):
            for verb in _verbs().get(grammar.form(at), ()):
                frame = _frame(grammar, verb, at, number)
                if frame:
                    yield frame


def _frame(grammar: Grammar, verb: Verb, at: int, sentence: int) -> Frame | None:
    token = grammar.tokens[at]
    if token.head is None or token.pos not in {"verb", "adj"} or token.pos == "adj" and token.dep not in {"INFV", "SPRED", "FINV", "PAR"}:
        return None
    chain, top = grammar.clause(at)
    if token.dep == "SPRED" and grammar.tokens[token.head].pos == "verb":  # "er vedteken"
        chain, top = [at, token.head], token.head
    forms = {grammar.form(v) for v in chain[1:]}
    if grammar.tokens[top].dep == "INFV" or not forms <= BE | BECOME | HAVE | WILL:
        return None  # "ønsker å foreslå", "kan vedta"
    if len(chain) == 1 and (token.dep in {"ATR", "DET"} and token.pos == "adj" or grammar.children(at, "SUBJ", "FSUBJ") == [] and token.dep in {"INFV"}):
        return None
    around = [c for v in chain for c in grammar.children(v)]
    if grammar.unsaid(around):
        return None
    below = [c for v in chain for c in grammar.below(v, 3)]
    near = range(max(0, at - 3), min(at + 12, len(grammar.tokens))) if verb.particles <= FAR else ()
    particles = [c for c in (*below, *near) if grammar.form(c) in verb.particles]
    if verb.particles and not particles:
        return None
    around += [c for p in particles if grammar.tokens[p].pos in {"verb", "adj"} for c in grammar.children(p)]  # "fikk overlevert rapporten"
    passive = verb.is_passive(grammar.form(at)) or bool(forms & (BECOME | BE)) and not (forms & BE and forms & HAVE and not forms & BECOME)
    subject, antecedent = grammar.subject(top)
    theme = _theme(grammar, verb, chain, around)
    if passive:
        agents = [c for v in chain for c in grammar.behind(v, "av")] or [c for v in chain for p in ("på", "under") for c in grammar.behind(v, p)]
        theme = next((c for c in around if grammar.tokens[c].dep == "PSUBJ"), subject if "indirect" in verb.receivers or theme is None else theme)
        actors = agents
    else:
        actors = [subject] if subject is not None else []
        if not actors:
            return None
        if theme is None and antecedent is not None and antecedent != subject and "object" in verb.themes:
            theme = antecedent  # "forslaget som Høgre fremja"
    if theme is None and {"object", "clause", "any"} & set(verb.themes):
        theme = _clause_behind(grammar, at)
    receivers = [c for p in verb.receivers for v in chain for c in grammar.behind(v, p)]
    if "indirect" in verb.receivers:
        receivers += [c for c in around if grammar.tokens[c].dep == ("DOBJ" if passive else "IOBJ") and c != theme]
    if "subject" in verb.receivers and subject is not None and not passive:
        receivers, actors = [subject], []
    return Frame(verb, at, tuple(c for a in actors for c in grammar.conjuncts(a)), theme, tuple(c for r in receivers for c in grammar.conjuncts(r)),
                 bool(forms & WILL), sentence)


def _theme(grammar: Grammar, verb: Verb, chain: list[int], around: list[int]) -> int | None:
    objects = [c for c in around if grammar.tokens[c].dep in {"DOBJ", "POBJ", "PSUBJ"}]
    clauses = [k for c in objects if (k := _complementizer(grammar, c)) is not None]
    for place in verb.themes:
        if place == "infinitive":  # "ber regjeringen sørge for …"
            bare = [c for c in objects if grammar.tokens[c].pos == "verb" and _complementizer(grammar, c) is None and not grammar.children(c, "SUBJ", "FSUBJ")]
            if bare:
                return bare[0]
            continue
        if place == "any":
            return clauses[0] if clauses else objects[0] if objects else chain[0]
        if place in {"object", "clause"}:
            if clauses:
                return clauses[0]
            if place == "object" and objects:
                return objects[0]
            continue
        for found in (c for v in chain for c in grammar.behind(v, place.removesuffix("+"))):
            clause = _complementizer(grammar, found)
            if clause is not None or not place.endswith("+"):
                return found if clause is None else clause
    return None


def _clause_behind(grammar: Grammar, at: int) -> int | None:
    """The "at" that follows a verb before any other verb of the table, where the parser hangs its clause elsewhere."""
    for number in range(at + 1, min(at + CLAUSE_REACH, len(grammar.tokens))):
        if grammar.form(number) == "at" and grammar.tokens[number].dep == "SBU":
            return number
        if grammar.form(number) in _verbs() or grammar.tokens[number].text in ".:;!?":
            return None
    return None


def _complementizer(grammar: Grammar, number: int) -> int | None:
    """The "at" or "å" of a clause, by the token that heads it; None for a noun phrase."""
    if grammar.form(number) == "å":
        return number
    if grammar.tokens[number].pos == "verb":
        return next((c for c in grammar.children(number) if grammar.form(c) in {"at", "å"} and grammar.tokens[c].dep in {"SBU", "INFV"} or grammar.form(c) == "å"), None)
    return None
