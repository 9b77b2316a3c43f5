"""Bodies and collaborations that a common noun names: "styret", "en arbeidsgruppe", "samarbeidet mellom X og Y"."""

from __future__ import annotations

import re

from build_graph.lexicon.tables import words
from build_graph.mentions.draft import Draft, fold
from build_graph.mentions.heads import STANDING, Head, head_of
from build_graph.mentions.minutes import labels_people, of_minutes, opens_list
from build_graph.model import Mention, Referent, Span

ADMINISTRATION = frozenset({"administrasjonen", "administrasjona"})
NEAR = 60  # characters between a body and the group in the genitive before it
NEXT_LISTED = frozenset({"ny", "nytt", "følgende", "følgjande", "dette", "denne", "en", "ei", "et", "ein", "eit"})
"""Words before an indefinite noun for a body whose members are listed below."""
ARTICLES = frozenset({"en", "ei", "et", "ein", "eit", "eitt", "eget", "eige", "egen", "eigen"})


def find_common_groups(draft: Draft) -> None:
    """Adds bodies and collaborations that are nouns: definite ("landsstyret"), or introduced ("en arbeidsgruppe").

    To be called when titles are known: "styreleder" is no board.
    """
    tokens = draft.tokens
    introduced: list[Span] = []
    for number, token in enumerate(tokens):
        lower = token.text.lower()
        if not token.text[0].isalpha() or draft.taken(Span(token.start, token.end)):
            continue
        if lower.endswith(("samarbeidet", "samarbeid", "koalisjonen", "alliansen")):
            _collaboration(draft, number)
            continue
        if lower in ADMINISTRATION and of_minutes(draft, token.start):
            draft.mention(Span(token.start, token.end), draft.refer(Referent(f"body:{lower}", "body", lower, classification="secretariat", named=False)))
            continue
        base, genitive = (lower[:-1], 1) if lower.endswith("s") and not head_of(lower) else (lower, 0)
        head = head_of(base)
        if head is None or not head.is_body or _no_group(base) or _no_group(lower):
            continue
        if any(r.span.start <= token.start < r.span.end for r in draft.roles):
            continue
        _body(draft, number, head, Span(token.start, token.end - genitive), introduced)


def _no_group(word: str) -> bool:
    """Whether a word only looks like a body; an entry with a hyphen before it stands for every word that ends so."""
    listed = words("not_groups.csv")
    return word in listed or word.endswith(tuple(w[1:] for w in listed if w.startswith("-")))


def _body(draft: Draft, number: int, head: Head, span: Span, introduced: list[Span]) -> None:
    """Adds what a noun names; `introduced` gathers the nouns that count only if a definite one takes them up: "et utvalg … utvalget"."""
    tokens, text = draft.tokens, draft.text
    truncated = re.search(r"(?:[\wæøå]+-(?:,| og)? )+(?:og )?$", text[max(0, span.start - 60) : span.start])
    if truncated:
        span = Span(span.start - len(truncated.group()), span.end)
    word = text[span.start : span.end]
    owner, phrase = _owner_after(draft, number)
    before = _owner_before(draft, number)
    if truncated and head.definite:
        referent = draft.refer(Referent(f"body:{fold(word)}", "body", word, classification=head.kind, owner=owner or before))
        draft.mention(span, referent)
        return
    specific = len(word) > len(head.noun) or "-" in word
    capital = word[:1].isupper() and not _opens(draft, number)
    named = (capital or ("-" in word and word[:1].isupper())) and (head.definite or head.kind in STANDING) or labels_people(draft, span, head)
    before_it = tokens[number - 1].text.lower() if number else ""
    renewed = head.kind == "board" and before_it in {"nytt", "følgende", "følgjande"} or word.lower() in words("introduced_bodies.csv") and before_it == "ny"  # "valgte nytt styre"
    renewed = renewed or not head.definite and head.kind in STANDING | {"leadership"} and before_it in NEXT_LISTED and opens_list(draft, span)
    new = number > 0 and tokens[number - 1].text.lower() in ARTICLES or (number > 1 and tokens[number - 2].text.lower() in ARTICLES and tokens[number - 1].text.islower())
    complement = _complement(draft, number)
    modifier = _modifier(draft, number) if not head.definite else None
    committee = complement and head.kind == "committee" and not head.definite and re.search(r"(?<!\w)(?:i|av|til)\s+$", text[max(0, span.start - 5) : span.start])
    short: tuple[str, ...] = ()
    if modifier is not None:
        short = (word.lower(),) if head.kind in STANDING else ()
        whole = re.compile(r" for [a-zæøå][\wæøå -]{2,40}$", re.MULTILINE).match(text, span.end) if short and not owner else None
        span = Span(modifier, whole.end() if whole else span.end)
        word, named = text[span.start : span.end], True
    elif complement and not owner and (word[:1].isupper() or head.kind == "department" or committee):  # "møte i utval for oppvekst"
        span, named = Span(span.start, complement), True
        word = text[span.start : span.end]
    if owner is None:
        owner = before
    if not (head.definite or named or owner or modifier is not None or renewed or (new and word.lower() in words("introduced_bodies.csv") and not re.match(r" av ", text[span.end :]))):
        introduced += [span] if new else []
        return
    if head.kind not in STANDING and not (named or owner or modifier is not None or renewed) and not _antecedent(draft, head, word, span.start):
        return
    if owner is None and not named and not renewed:
        earlier = _antecedent(draft, head, word, span.start)
        if earlier:
            draft.mention(span, earlier, anaphoric=True)
            return
        first = _introduction(draft, introduced, word) if head.definite else None
        if first:
            name = text[slice(*first)].lower()
            referent = draft.refer(Referent(f"body:{_stem(fold(name))}", "body", name, (word.lower(),), classification=head.kind, named=False))
            draft.mention(first, referent)
            draft.mention(span, referent, anaphoric=True)
            return
        if word.lower() in words("weak_bodies.csv"):
            return
    name = word if named else word.lower()
    if owner:
        inside = draft.referents[owner].name
        identity = f"body:{fold(owner)}/{_stem(fold(word))}"
        other = any(r.kind == "body" and r.owner not in {None, owner} and fold(r.name) == fold(name) for r in draft.referents.values())  # "Prøverådet i A" beside B's
        label = f"{name} {phrase} {inside}" if phrase and (not specific or other) else name
        referent = draft.refer(Referent(identity, "body", label, (name,) if label != name else (), classification=head.kind, owner=owner, named=named))
    else:
        known = draft.called(word, "body") or _same_stem(draft, word)
        referent = known or draft.refer(Referent(f"body:{_stem(fold(word))}", "body", name, classification=head.kind, named=named))
        if known and fold(draft.referents[known].name) != fold(name):
            draft.refer(Referent(known, "body", draft.referents[known].name, (name,)))
        if short:
            draft.refer(Referent(referent, "body", draft.referents[referent].name, short))
    draft.mention(span, referent)


def _opens(draft: Draft, number: int) -> bool:
    return any(s.first == number for s in draft.annotated.sentences)


def _stem(name: str) -> str:
    for ending in ("ene", "et", "en", "a", "e"):
        if name.endswith(ending) and len(name) - len(ending) > 3:
            return name[: -len(ending)]
    return name


def _same_stem(draft: Draft, word: str) -> str | None:
    able = [r.id for r in draft.referents.values() if r.kind == "body" and _stem(fold(r.name)) == _stem(fold(word))]
    return able[0] if len(able) == 1 else None


def _owner_after(draft: Draft, number: int) -> tuple[str | None, str | None]:
    """The group behind a preposition: "styret i Foreningen Eksempel"."""
    tokens = draft.tokens
    if number + 2 < len(tokens) and tokens[number + 1].text.lower() in {"i", "for", "ved", "av", "til", "hos"}:
        following = tokens[number + 2].start
        for mention in draft.mentions:
            part = re.compile(r"(?:s|['’]s?) (?:[a-zæøå]+e )?(?P<noun>[a-zæøå-]+)").match(draft.text, mention.span.end)
            inner = head_of(part["noun"]) if part else None
            if inner and inner.kind in {"branch", "department", "workingGroup", "association"}:
                continue  # "styret i Foreningen Eksempels avdeling i nord" is not the association's
            if mention.span.start == following and mention.kind in {"organisation", "body", "collaboration"}:
                return mention.referent, tokens[number + 1].text.lower()
    return None, None


def _owner_before(draft: Draft, number: int) -> str | None:
    """The group in the genitive before the noun: "Foreningens styre", "foreninga sitt styre"."""
    tokens = draft.tokens
    start = tokens[number].start
    for mention in reversed(draft.mentions):
        if mention.kind not in {"organisation", "body"} or not 0 <= start - mention.span.end <= NEAR:
            continue
        between = draft.text[mention.span.end : start]
        if re.search(r"\b(?:egne|eigne|mange|alle|to|tre|fire|lokale|ulike|forskjellige|øvrige|andre)\s+$", between):
            return None  # "partiets egne lokallag" are several
        ends_so = draft.text[mention.span.end - 1] in "sxzSXZ"  # "Prøvelags styre" hides its genitive
        genitive = r"(?:s|['’]s?|-)" + ("?" if ends_so else "")
        if re.fullmatch(rf"{genitive}\s+([a-zæøå]+\s+)?|\s+(sin|sitt|si|sine)\s+([a-zæøå]+\s+)?", between) and between.strip():
            return mention.referent
    return None


def _complement(draft: Draft, number: int) -> int | None:
    """Where "avdeling for X og Y" or "utvalget for X" ends; None if no complement follows."""
    match = re.compile(r"\w[\w-]* for (?!øvrig)((?:(?:nytt|ny|nye|felles|bedre|betre|økt|auka|[a-zæøå]+(?:isk|lig|leg|al|iv)e?) )?(?:\w+-? (?:og|,) )?[a-zæøå][\w-]+(?: og [a-zæøå][\w-]+)?)").match(draft.text, draft.tokens[number].start)
    return match.end() if match else None


def _modifier(draft: Draft, number: int) -> int | None:
    """Where a named unit with an adjective begins: "Samfunnspolitisk avdeling", "Medisinsk klinikk"."""
    if number == 0:
        return None
    before = draft.tokens[number - 1]
    same_line = "\n" not in draft.text[before.end : draft.tokens[number].start]
    if same_line and re.fullmatch(r"[A-ZÆØÅ][a-zæøå-]+(?:sk|ig|al|iv|ell|alt|elt|ivt)", before.text) and not draft.taken(Span(before.start, before.end)):
        return before.start
    return None


TEAMS = frozenset({"committee", "workingGroup", "commission", "panel"})


def _introduction(draft: Draft, introduced: list[Span], word: str) -> Span | None:
    """The indefinite noun that a definite one takes up: "et fellesstyre … styret"; the latest that fits."""
    tail = _stem(word.lower())
    return next((s for s in reversed(introduced) if _stem(draft.text[slice(*s)].lower()).endswith(tail) and not draft.taken(s)), None)


def _antecedent(draft: Draft, head: Head, word: str, position: int) -> str | None:
    """The body that a bare or shorter noun takes up: "gruppen" after "en arbeidsgruppe"; the latest that fits."""
    tail = _stem(word.lower())
    bodies = []
    for mention in draft.mentions:
        if mention.kind != "body" or mention.span.start >= position:
            continue
        names = [draft.referents[mention.referent].name, *draft.referents[mention.referent].aliases]
        if any(_stem(n.lower().split()[0]).endswith(tail) or _stem(n.lower().split()[-1]).endswith(tail) for n in names):
            bodies.append(mention)
    if not bodies and word.lower() in {"gruppen", "gruppa"}:  # a committee is a group too
        bodies = [m for m in draft.mentions if m.kind == "body" and m.span.start < position and draft.referents[m.referent].classification in TEAMS]
    same = [m for m in bodies if _stem(fold(draft.referents[m.referent].name)) == tail]  # "styret" is no bystyre where a styre was named
    return max(same or bodies, key=lambda m: m.span.start).referent if bodies else None


PARTIES = {"top": 2, "tre": 3, "fir": 4}  # "topartssamarbeidet", "trepartssamarbeidet", "firpartssamarbeidet"


def _collaboration(draft: Draft, number: int) -> None:
    token = draft.tokens[number]
    lower = token.text.lower()
    known = [m for m in draft.mentions if m.kind == "collaboration" and m.span.start < token.start]
    span = Span(token.start, token.end)
    bare = lower in {"samarbeidet", "samarbeid", "koalisjonen", "alliansen"}
    between = re.compile(r"\w+ (?:mellom|mellan) ").match(draft.text, token.start)
    if bare and not between:
        if known and lower.endswith(("et", "en")):
            draft.mention(span, max(known, key=lambda m: m.span.start).referent, anaphoric=True)
        return
    if between:
        parties = _list_from(draft, between.end())
        if len(parties) < 2:
            return
        name = re.sub(r"\s+", " ", draft.text[token.start : parties[-1].span.end])
        same = {m.referent for m in known}
        if len(same) == 1 and bare and PARTIES.get(draft.referents[min(same)].name.lower()[:3], len(parties)) == len(parties):
            one = draft.referents[min(same)]
            draft.mention(span, draft.refer(Referent(one.id, one.kind, one.name, (name,))), anaphoric=True)
            return
        referent = draft.refer(Referent(f"collaboration:{fold(name)}", "collaboration", name, (), named=False))
        draft.mention(span, referent)
        return
    referent = draft.called(lower, "collaboration") or draft.refer(
        Referent(f"collaboration:{_stem(lower)}", "collaboration", lower, named=False))
    draft.mention(span, referent)


def _list_from(draft: Draft, position: int) -> list[Mention]:
    """Mentions of organisations that follow one another from `position`, joined by commas and "og"."""
    found = []
    by_start = {m.span.start: m for m in draft.mentions if m.kind in {"organisation", "body"}}
    while position in by_start:
        found.append(by_start[position])
        joint = re.compile(r"(?:, og|,| og| samt)\s+").match(draft.text, found[-1].span.end)
        if not joint:
            break
        position = joint.end()
    return found
