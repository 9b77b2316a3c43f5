"""Any text is read: none raises, none keeps extraction busy beyond reason, and the same text gives the same facts."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_graph.extract import extract
from build_graph.language_model import load
from build_graph.model import Extract
from build_graph.read.text import FORBIDDEN
from build_graph.read.text import article as read_text
from build_graph.verify import verify
from tests.marked import extracted, facts

ANY = st.text(max_size=400).map(lambda text: FORBIDDEN.sub(" ", text))
SIGNS = st.text(alphabet="⟨⟩{}[]()<>«»“”\"'’*_–—-•·.,:;!?/\\|@#&%\n\t 0123456789PGRMWLaåÅæøs\u00a0\u200b\u202e\u0301ſİ", max_size=400)
PHRASES = st.lists(st.sampled_from([
    "Kari Testdatter", "Ola Prøve", "leder", "i", "Foreningen Eksempel", "er", "\n", "\n\n", "– ", "- ", "1. ", ":", ",", ".", "(", ")", "?", "«",
    "»", "styret", "årsmøtet", "3. mai 2020", "vedtok", "at", "rapporten", "Til stede:", "Foto:", "sier", "hun", "samarbeider med", "KS", "s", "'",
    "regjeringen", "Den svenske", "tidligere", "Referat fra", "⟨P0⟩", "ikke", "og", "Medlemmer:", "forslag om", "la frem",
]), max_size=60).map(" ".join)  # fmt: skip


def read(text: str) -> Extract:
    return extract(read_text(f"Kurs. {text}", "a1", "a1.txt"), MODEL)  # an article without a word is not read at all


MODEL = load()


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(ANY, SIGNS, PHRASES))
def test_any_text_is_read_and_its_evidence_stands_in_it(text: str) -> None:
    verify(read(text))


@settings(max_examples=20, deadline=None)
@given(PHRASES)
def test_the_same_text_gives_the_same_facts(text: str) -> None:
    first, second = read(text), read(text)
    assert first.claims == second.claims
    assert first.referents == second.referents
    assert first.mentions == second.mentions
    assert list(first.referents) == list(second.referents)


def test_a_new_model_gives_the_same_facts() -> None:
    text = "# Kurs\n\nKari Hansen er leder i Foreningen Eksempel. Hun sier at Ola Berg overtar etter henne.\n"
    article = read_text(text, "a1", "a1.txt")
    assert extract(article, load()) == extract(article, MODEL)


UNITS = {
    "brackets": "(", "closing brackets": ")", "guillemets": "«", "asterisks": "*", "dashes": "– ", "commas": ", ", "colons": ": ", "words": "ord ",
    "one long word": "o", "capitals": "Ord ", "names": "[PER Kari Testdatter], ", "names and titles": "[PER Kari Testdatter], leder, ",
    "groups": "[ORG Foreningen Eksempel] og ", "genitives": "[ORG Eksempelet]s ", "titles": "leder og ", "bodies": "styret i ", "meetings": "møtet ",
    "works": "rapporten om ", "dates": "3. mai 2020 ", "pronouns": "hun ", "quotations": "\n\n– Ja, sier [PER Kari Testdatter].", "items": "\n- [PER Kari Testdatter]",
    "numbers": "1. ", "decisions": "[ORG Laget] vedtok at ", "hyphens": "a-", "collaborations": "samarbeidet mellom ", "signs": "⟨P0⟩",
}  # fmt: skip
FEW, MANY = 60, 480
SLOW = 1.5  # seconds: below this nothing can be told


@pytest.mark.parametrize("unit", list(UNITS))
def test_long_lines_take_no_more_than_about_the_square(unit: str) -> None:
    start = time.perf_counter()
    extracted(UNITS[unit] * FEW)
    short = time.perf_counter() - start
    start = time.perf_counter()
    extracted(UNITS[unit] * MANY)
    long = time.perf_counter() - start
    assert long < SLOW or long < 3 * (MANY / FEW) ** 2 * short


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "(" * 5000, "⟨" * 3000 + "⟩" * 3000, "«»" * 2000, "[" * 3000, "*" * 5000, "ÆØÅ" * 3000, "\u0301" * 500])
def test_thousands_of_signs(text: str) -> None:
    assert facts(extracted(text)) == set()
