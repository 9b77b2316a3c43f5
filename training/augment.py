"""More training sentences: names replaced by unseen ones, and lines as minutes, by-lines, captions and headlines have them.

Only public lists of names, the words of `words.csv` and the training split go in. Person names are put together by chance
from lists of given names and surnames, so they say nothing about anyone.
"""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.data import Sentence, entities

Labelled = tuple[list[str], list[str]]


def _words() -> dict[str, list[str]]:
    """The lists of `words.csv`: list → its words, in the file's order."""
    found: dict[str, list[str]] = {}
    with Path(__file__).with_name("words.csv").open(encoding="utf-8", newline="") as source:
        for row in csv.DictReader(source):
            found.setdefault(row["list"], []).append(row["word"])
    return found


_WORDS = _words()


@dataclass(frozen=True, slots=True)
class Names:
    """What names are drawn from, each with weights that flatten how common a name is."""

    given: list[str]
    last: list[str]
    places: list[str]
    bodies: list[str]


def read_names(folder: Path) -> Names:
    """The lists of `../shared/names`."""
    places, bodies = list[str](), list[str]()
    with (folder / "offentlige_organer_offpost.tsv").open(encoding="utf-8") as source:
        for row in csv.DictReader(source, delimiter="\t"):
            name = row["navn"]
            if name.endswith(" kommune"):
                places.append(name.removesuffix(" kommune"))
            if len(name.split()) < 8 and name[:1].isupper():
                bodies.append(name)
    return Names(_column(folder / "fornavn_fra_valglister.tsv", 7000), _column(folder / "etternavn_fra_valglister.tsv", 20000), places, bodies)


def _column(path: Path, limit: int) -> list[str]:
    with path.open(encoding="utf-8") as rows:
        found = [row.split("\t")[0] for row in rows]
    return [name for name in found[:limit] if re.fullmatch(r"[^\W\d_a-zæøå][\w.'’-]+(?: [\w.'’-]+)?", name)]


class Generator:
    """Draws names, sentences with replaced names, and whole lines; the same seed draws the same."""

    def __init__(self, names: Names, seed: int, nouns: Sequence[str] = ()) -> None:
        """
        Args:
            names: what names are drawn from.
            seed: of the draw.
            nouns: common nouns, which some surnames and bodies are made of too.
        """
        self.names = names
        self.chance = random.Random(seed)
        self.nouns = nouns

    def _common(self, listed: Sequence[str]) -> str:
        """One of a list ordered by how common: the front is likelier, but every one is drawn."""
        return listed[int(len(listed) * self.chance.random() ** 1.7)]

    def made_up(self) -> str:
        """A capitalised word that no list holds."""
        return self.chance.choice(_WORDS["starts"]) + "".join(self.chance.choice(_WORDS["middles"]) for _ in range(self.chance.choice((0, 1, 1, 2)))) + self.chance.choice(_WORDS["finals"])

    def given(self) -> str:
        draw = self.chance.random()
        if self.chance.random() < 0.12:
            return " ".join(self.made_up() for _ in range(self.chance.choice((1, 1, 2))))
        if draw < 0.09:
            return self.chance.choice(_WORDS["foreign_given"])
        if draw < 0.17:
            return self.chance.choice(_WORDS["sami_given"])
        name = self._common(self.names.given)
        if draw < 0.24 and "-" not in name and " " not in name:
            return f"{name}-{self._common(self.names.given).split()[0]}"
        if draw < 0.32:
            return f"{name} {self._common(self.names.given)}"
        return name

    def last(self) -> str:
        draw = self.chance.random()
        if self.chance.random() < 0.12:
            return self.made_up()
        if self.nouns and self.chance.random() < 0.08:
            return self.chance.choice(self.nouns).capitalize()
        if draw < 0.09:
            return self.chance.choice(_WORDS["foreign_last"])
        if draw < 0.17:
            return self.chance.choice(_WORDS["sami_last"])
        if draw < 0.3:
            return f"{self._common(self.names.last)} {self._common(self.names.last)}"
        if draw < 0.36:
            return f"{self._common(self.names.last).split()[0]}-{self._common(self.names.last).split()[-1]}"
        return self._common(self.names.last)

    def person(self) -> list[str]:
        draw = self.chance.random()
        if draw < 0.06:
            initials = [f"{self.chance.choice('ABEFGHIJKLMNOPRSTØÅ')}." for _ in range(self.chance.choice((1, 1, 2)))]
            return [*initials, *self.last().split()]
        if draw < 0.12:
            return [*self.given().split(), f"{self.chance.choice('ABEFGHIJKLMNOPRSTØ')}.", *self.last().split()]
        return [*self.given().split(), *self.last().split()]

    def organisation(self) -> list[str]:
        draw = self.chance.random()
        if self.chance.random() < 0.06:
            return [self.made_up()]
        if self.nouns and self.chance.random() < 0.1:
            return self._of_nouns()
        if draw < 0.3:
            return self.chance.choice(self.names.bodies).split()
        if draw < 0.55:
            return [self.chance.choice(_WORDS["stems"]) + self.chance.choice(_WORDS["endings"])]
        if draw < 0.68:
            return ["".join(self.chance.choice("ABDEFGHIKLMNOPRSTUVØ") for _ in range(self.chance.choice((2, 3, 3, 3, 4, 4))))]
        if draw < 0.74:
            return [self.chance.choice("ABFHKLMNOSTY") + self.chance.choice("aeifloru") + self.chance.choice(("", "f", "l", "r", "k"))]
        place = self.chance.choice(self.names.places)
        if draw < 0.82:
            return [self.chance.choice(("Norsk", "Norges", "Den norske", "Norske", "Det norske")), self.chance.choice(_WORDS["stems"]).lower() + self.chance.choice(_WORDS["endings"][:4] + ["forbund", "forening"])]
        if draw < 0.9:
            return [place, self.chance.choice(("idrettslag", "sykehus", "sjukehus", "Arbeiderparti", "Høyre", "Sp", "kommune", "Avis", "universitetssykehus", "Energi", "Kraft", "Senterparti", "tingrett", "legeforening"))]
        return [self.chance.choice((place, self._common(self.names.last).split()[0])), *self.chance.choice((["AS"], ["ASA"], ["&", "Co"], ["Forlag"], ["Eiendom"], ["Bygg"], ["Shipping"], ["Gruppen"]))]

    def _of_nouns(self) -> list[str]:
        """"Norsk forening for samferdsel", "Hansen Analyse", "Foreningen Kveldslys"."""
        draw, noun = self.chance.random(), self.chance.choice(self.nouns)
        kind = self.chance.choice(("forening", "forbund", "selskap", "råd", "institutt", "senter", "utvalg", "samband"))
        if draw < 0.5:
            return [self.chance.choice(("Norsk", "Nordisk", "Norges", "Nasjonalt", "Den norske", "Statens")), kind, "for", noun, *(["og", self.chance.choice(self.nouns)] if draw < 0.15 else [])]
        if draw < 0.8:
            return [self.chance.choice((self.made_up(), self._common(self.names.last).split()[0])), self.chance.choice(("Analyse", "Rådgivning", "Forskning", "Consulting", "Media", "Stiftelse"))]
        return [self.chance.choice(("Foreningen", "Stiftelsen", "Laget", "Selskapet", "Stiftinga", "Foreininga")), noun.capitalize()]

    def place(self) -> list[str]:
        return self.chance.choice(self.names.places).split()

    def replaced(self, sentence: Sentence) -> Labelled:
        """The sentence with its persons, and by chance its organisations and places, under other names of the same build."""
        forms, labels, at = list[str](), list[str](), 0
        for start, end, kind in entities(sentence.labels):
            forms += sentence.forms[at:start]
            labels += sentence.labels[at:start]
            at = end
            old = list(sentence.forms[start:end])
            new = self._other(old, kind)
            forms += new
            labels += [f"B-{kind}"] + [f"I-{kind}"] * (len(new) - 1)
        return forms + list(sentence.forms[at:]), labels + list(sentence.labels[at:])

    def _other(self, old: list[str], kind: str) -> list[str]:
        if kind == "PER":
            if len(old) == 1:
                new = [self.chance.choice((self.last, self.last, self.given))().split()[-1]]
            else:
                new = self.person()
        elif kind == "ORG" and self.chance.random() < 0.5:
            new = self.organisation()
        elif kind == "GPE" and len(old) == 1 and self.chance.random() < 0.5:
            new = self.place()
        else:
            return old
        if old[-1].endswith("s") and old[-1][:1].isupper() and self.chance.random() < 0.5 and len(old[-1]) > 3 and not new[-1].endswith(("s", "x", "z", ".")) and _genitive(old):
            new = [*new[:-1], new[-1] + "s"]
        return new

    def line(self) -> Labelled:
        """One line of minutes, a by-line, a caption or a headline."""
        kinds: tuple[Callable[[], Labelled], ...] = (
            self._attendance, self._attendance, self._attendance, self._officers, self._officers, self._numbered,
            self._byline, self._byline, self._caption, self._caption, self._apposition, self._apposition, self._apposition,
            self._compound, self._compound, self._party, self._party, self._headline, self._abbreviation, self._abbreviation,
            self._roster, self._genitive, self._section,
        )  # fmt: skip
        return self.chance.choice(kinds)()

    def _join(self, *parts: str | tuple[str, list[str]]) -> Labelled:
        """Parts in order: plain text, or (type, tokens)."""
        forms, labels = list[str](), list[str]()
        for part in parts:
            if isinstance(part, str):
                words = part.split()
                forms += words
                labels += ["O"] * len(words)
            else:
                kind, words = part
                words = [word for piece in words for word in piece.split()]
                forms += words
                labels += [f"B-{kind}"] + [f"I-{kind}"] * (len(words) - 1)
        return forms, labels

    def _role(self) -> str:
        return self.chance.choice(_WORDS["roles"])

    def _attendance(self) -> Labelled:
        title = self.chance.choice(("Til stede :", "Møtte :", "Møtte fra styret :", "Forfall :", "Tilstede :", "Til stades :", "Møtende medlemmer :", "Fra sekretariatet :", "Følgende møtte :", "Frå administrasjonen :", "Deltakere :", "Observatør :", "Styret :", "Varamedlemmer :", ""))
        parts: list[str | tuple[str, list[str]]] = [title]
        count = self.chance.randint(2, 14)
        for at in range(count):
            parts.append(("PER", self.person()))
            if self.chance.random() < 0.12:
                parts += [self.chance.choice((",", "(")), ("ORG", self.organisation())]
            if at + 1 < count:
                parts.append("og" if at + 2 == count and self.chance.random() < 0.6 else ",")
        if self.chance.random() < 0.4:
            parts.append(".")
        return self._join(*parts)

    def _officers(self) -> Labelled:
        parts: list[str | tuple[str, list[str]]] = []
        for _ in range(self.chance.randint(1, 4)):
            parts += [self._role().capitalize() if self.chance.random() < 0.6 else self._role(), self.chance.choice((":", ":", "")), ("PER", self.person()), self.chance.choice((",", ".", ";", ""))]
        return self._join(*parts)

    def _numbered(self) -> Labelled:
        parts: list[str | tuple[str, list[str]]] = [self.chance.choice(("Vara :", "Varamedlemmer :", ""))]
        for number in range(1, self.chance.randint(2, 6)):
            parts += [f"{number}.", ("PER", self.person())]
            if self.chance.random() < 0.2:
                parts += [",", ("GPE" if self.chance.random() < 0.5 else "ORG", self.place())]
        return self._join(*parts)

    def _roster(self) -> Labelled:
        parts: list[str | tuple[str, list[str]]] = []
        for _ in range(self.chance.randint(1, 5)):
            parts += [("PER", self.person()), self.chance.choice(("-", "–", ",", "(")), self._role(), self.chance.choice((",", "", "og"))]
        return self._join(*parts)

    def _byline(self) -> Labelled:
        person = self.person()
        start = self.chance.choice(("Av", "Tekst :", "Tekst og foto :", "Foto :", "Skrevet av", "Av :", "Foto"))
        parts: list[str | tuple[str, list[str]]] = [start, ("PER", person)]
        draw = self.chance.random()
        if draw < 0.25:
            parts += ["/", ("ORG", self.organisation())]
        elif draw < 0.4:
            parts += [",", ("ORG", self.organisation())]
        elif draw < 0.55:
            parts += ["og", ("PER", self.person())]
        forms, labels = self._join(*parts)
        return ([form.upper() for form in forms] if self.chance.random() < 0.3 else forms), labels

    def _caption(self) -> Labelled:
        parts: list[str | tuple[str, list[str]]] = [self.chance.choice(_WORDS["headings"]), ":", ("PER", self.person())]
        draw = self.chance.random()
        if draw < 0.3:
            parts += [",", self._role(), self.chance.choice(("i", "ved", "for")), ("ORG", self.organisation())]
        elif draw < 0.6:
            parts += ["og", ("PER", self.person()), "på", self.chance.choice(_WORDS["nouns"]), "i", ("GPE", self.place())]
        else:
            parts += [self.chance.choice(_WORDS["saying"]), "at", self.chance.choice(_WORDS["nouns"]), "er viktig"]
        parts += [".", *(["Foto :", ("PER", self.person())] if self.chance.random() < 0.5 else [])]  # type: ignore[list-item]
        return self._join(*parts)

    def _apposition(self) -> Labelled:
        draw = self.chance.random()
        if draw < 0.35:
            role = self._role()
            return self._join(role.capitalize() if self.chance.random() < 0.5 else role, ("PER", self.person()), self.chance.choice(("i", "ved", "frå", "fra")), ("ORG", self.organisation()), self.chance.choice(_WORDS["saying"]), "at", self.chance.choice(_WORDS["nouns"]), "er utsett .")
        if draw < 0.7:
            return self._join(("PER", self.person()), ",", self._role(), self.chance.choice(("i", "ved", "for", "hos")), ("ORG", self.organisation()), self.chance.choice((",", ".", ", deltok på møtet .", "og")))
        return self._join(self._role().capitalize(), "i", ("ORG", self.organisation()), ("PER", self.person()), self.chance.choice(_WORDS["saying"]), "ja .")

    def _compound(self) -> Labelled:
        head = f"{self.chance.choice(_WORDS['party_stems'])}-{self.chance.choice(_WORDS['compound_roles'])}"
        tail = (self.chance.choice(_WORDS["saying"]) + " nei til " + self.chance.choice(_WORDS["nouns"]) + " .") if self.chance.random() < 0.7 else "."
        return self._join(("DRV", [head]), ("PER", self.person()), tail)

    def _party(self) -> Labelled:
        party = self.chance.choice(_WORDS["parties"]).split()
        draw = self.chance.random()
        if draw < 0.5:
            return self._join(("PER", self.person()), "(", ("ORG", party), ")", self.chance.choice((":", self.chance.choice(_WORDS["saying"]) + " at " + self.chance.choice(_WORDS["nouns"]) + " haster .", "", ",")))
        owner = [*party[:-1], party[-1] + ("s" if not party[-1].endswith("s") else "'")]
        return self._join(("ORG", owner), ("PER", self.person()), self.chance.choice(_WORDS["saying"]), "at", self.chance.choice(_WORDS["nouns"]), "må vente .")

    def _headline(self) -> Labelled:
        name = self.person() if self.chance.random() < 0.5 else [self._common(self.names.last).split()[-1]]
        parts: list[str | tuple[str, list[str]]] = [("PER", name), self.chance.choice(("valgt til leder i", "ny leiar i", "kritiserer", "tar over etter", "går av i", "møter", "takker av i")), ("ORG", self.organisation())]
        if self.chance.random() < 0.3:
            parts = [("ORG", self.organisation()), self.chance.choice(("vil ha svar fra", "og", "krever", "møtte", "samarbeider med")), ("ORG", self.organisation())]
        forms, labels = self._join(*parts)
        return ([form.upper() for form in forms] if self.chance.random() < 0.25 else forms), labels

    def _abbreviation(self) -> Labelled:
        full, short = self.organisation(), ["".join(self.chance.choice("ABDEFHIKLMNOPRSTUV") for _ in range(self.chance.choice((2, 3, 3, 4))))]
        if self.chance.random() < 0.25:
            short = [short[0][0] + short[0][1:].lower()]
        if self.chance.random() < 0.6:
            return self._join(("ORG", full), "(", ("ORG", short), ")", self.chance.choice((self.chance.choice(_WORDS["saying"]) + " at " + self.chance.choice(_WORDS["nouns"]) + " er klar .", "er positive til", ".")))
        if self.chance.random() < 0.5:
            return self._join("Møte i", ("ORG", short), "om", self.chance.choice(_WORDS["nouns"]))
        return self._join("Det sier lederne i", ("ORG", full), "og", ("ORG", short), "til", ("ORG", self.organisation()), ".")

    def _section(self) -> Labelled:
        return self._join(self.chance.choice(_WORDS["roman"]), self.chance.choice(_WORDS["sections"]))

    def _genitive(self) -> Labelled:
        body = self.organisation()
        owner = [*body[:-1], body[-1] + "s"] if not body[-1].endswith(("s", ".")) else body
        return self._join(("ORG", owner), self._role(), ("PER", self.person()), self.chance.choice(_WORDS["saying"]), "at", self.chance.choice(_WORDS["nouns"]), "går framover .")


def _genitive(old: list[str]) -> bool:
    return not old[-1].endswith(("ens", "ars", "ors", "nes", "ss")) or len(old) == 1
