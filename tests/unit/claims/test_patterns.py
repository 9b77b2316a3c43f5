"""Every row of every pattern file states what it should; a row without a sentence here fails."""

from __future__ import annotations

from importlib.resources import files

import pytest
from _pytest.mark import ParameterSet

from build_graph.claims.collaborations import collaboration_claims
from build_graph.claims.frames import FrameReader
from build_graph.claims.meetings import meeting_claims
from build_graph.claims.patterns import matches, patterns, render
from build_graph.claims.roles import role_claims
from build_graph.claims.speech import speech_claims
from build_graph.claims.works import work_claims
from build_graph.lexicon.tables import rows
from build_graph.model import Claim, Decision, Mentioned, Quotation, Relation
from tests.marked import extracted, facts, memberships, mentioned, told
from tests.unit.claims.other_cases import COLLABORATIONS, COOPERATION, MEETINGS, SPEAKERS, SPEECH, SUCCESSIONS, WORKS
from tests.unit.claims.role_cases import ROLES, Case

NAMES = {
    "{K}": ("PER", "Kari Testdatter"), "{O}": ("PER", "Ola Prøve"), "{E}": ("PER", "Eva Mønster"), "{U}": ("PER", "Per Utkast"),
    "{F}": ("ORG", "Foreningen Eksempel"), "{L}": ("ORG", "Prøvelaget"), "{B}": ("ORG", "Norsk Prøveforbund"),
    "{A}": ("ORG", "Eksempelpartiet"), "{Y}": ("GPE", "Prøveby"),
}  # fmt: skip


def marked(text: str) -> str:
    """The sentence with its names marked."""
    for short, (kind, name) in NAMES.items():
        text = text.replace(short, f"[{kind} {name}]")
    return text


def named(line: str) -> str:
    """An expected line with the names written out."""
    for short, (_, name) in NAMES.items():
        line = line.replace(short, name)
    return line


def found_by(claims: list[Claim]) -> set[str]:
    return {evidence.rule for claim in claims for evidence in claim.evidence}


FAULTS = {
    "in-cooperation": "the noun «samarbeid» is no mention there",
    "proposed-it": "a passive is taken for one whose subject is another",
}
"""Rows that do not yet state what their sentence says. Mend the row, and take it out here."""


def _cases(cases: list[Case]) -> list[ParameterSet]:
    return [
        pytest.param(*case, id=f"{case[0]}: {case[1][:40]}", marks=[pytest.mark.xfail(reason=FAULTS[case[0]])] if case[0] in FAULTS else [])
        for case in cases
    ]


def _found(doc: Mentioned, file: str) -> set[str]:
    """The rules of a pattern file that match a sentence of the article as it stands when all mentions are known."""
    return {found.rule for sentence in doc.annotated.sentences for found in matches(render(doc, sentence.span), patterns(file))}


@pytest.mark.parametrize(("rule", "text", "stated"), _cases(ROLES))
def test_role_pattern(rule: str, text: str, stated: tuple[str, ...]) -> None:
    assert memberships(extracted(marked(text))) == {named(line) for line in stated}
    assert rule in found_by(role_claims(mentioned(marked(text))))


@pytest.mark.parametrize(("rule", "text", "stated"), _cases(SUCCESSIONS))
def test_succession_pattern(rule: str, text: str, stated: tuple[str, ...]) -> None:
    extract = extracted(marked(text))
    assert {line for line in memberships(extract) if line.startswith("Ola Prøve")} == {named(line) for line in stated}
    assert rule in _found(mentioned(marked(text)), "succession_patterns.csv")


@pytest.mark.parametrize(("rule", "text", "stated"), _cases(SPEECH))
def test_speech_pattern(rule: str, text: str, stated: tuple[str, ...]) -> None:
    extract = extracted(marked(text))
    quotations = [claim for claim in extract.claims if isinstance(claim, Quotation)]
    assert {told(extract, claim) for claim in quotations} == {named(line) for line in stated}
    doc = mentioned(marked(text))
    assert rule in found_by(speech_claims(doc, FrameReader(doc)))


@pytest.mark.parametrize(("rule", "text", "stated"), _cases(COLLABORATIONS))
def test_collaboration_pattern(rule: str, text: str, stated: tuple[str, ...]) -> None:
    assert memberships(extracted(marked(text))) == {named(line) for line in stated}
    assert rule in found_by(collaboration_claims(mentioned(marked(text))))


@pytest.mark.parametrize(("rule", "text", "stated"), _cases(COOPERATION))
def test_cooperation_pattern(rule: str, text: str, stated: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    assert memberships(extracted(marked(text))) == {named(line) for line in stated}
    # the verb becomes a mention and is then a pattern's sign: without the row it would be none
    monkeypatch.setattr("build_graph.mentions.collaborations.patterns", lambda file: tuple(p for p in patterns(file) if p.rule != rule))
    assert not memberships(extracted(marked(text)))


@pytest.mark.parametrize(("rule", "text", "stated"), _cases(MEETINGS))
def test_meeting_pattern(rule: str, text: str, stated: tuple[str, ...]) -> None:
    extract = extracted(marked(text))
    there = [claim for claim in extract.claims if isinstance(claim, Relation) and claim.predicate == "attends"]
    assert {told(extract, claim) for claim in there} == {named(line) for line in stated}
    doc = mentioned(marked(text))
    assert rule in found_by(meeting_claims(doc, FrameReader(doc)))


@pytest.mark.parametrize(("rule", "text", "stated"), _cases(WORKS))
def test_work_pattern(rule: str, text: str, stated: tuple[str, ...]) -> None:
    extract = extracted(marked(text))
    of_works = [c for c in extract.claims if isinstance(c, Decision) or isinstance(c, Relation) and c.predicate in {"presented to", "created by", "proposed by"}]
    assert {told(extract, claim) for claim in of_works} == {named(line) for line in stated}
    doc = mentioned(marked(text))
    assert rule in found_by(work_claims(doc, FrameReader(doc)))


@pytest.mark.parametrize(("rule", "text", "stated"), _cases(SPEAKERS))
def test_speaker_pattern(rule: str, text: str, stated: tuple[str, ...]) -> None:
    assert {named(line) for line in stated} <= facts(extracted(marked(text)))
    assert rule in _found(mentioned(marked(text)), "speaker_patterns.csv")


TESTED = {
    "role_patterns.csv": ROLES, "succession_patterns.csv": SUCCESSIONS, "speech_patterns.csv": SPEECH, "speaker_patterns.csv": SPEAKERS,
    "collaboration_patterns.csv": COLLABORATIONS, "cooperation_patterns.csv": COOPERATION, "meeting_patterns.csv": MEETINGS,
    "work_patterns.csv": WORKS,
}  # fmt: skip
UNREACHED = {("succession_patterns.csv", "until-took-over")}
"""Rows that state nothing of their own: `was` reads the same words first."""


def test_every_pattern_file_is_tested() -> None:
    assert {path.name for path in files("build_graph.lexicon").iterdir() if path.name.endswith("_patterns.csv")} == set(TESTED)


@pytest.mark.parametrize("file", sorted(TESTED))
def test_every_row_has_a_sentence(file: str) -> None:
    """Add a sentence to role_cases.py or other_cases.py for a new row."""
    in_file = [row["rule"] for row in rows(file)]
    assert len(in_file) == len(set(in_file)), "two rows of one name"
    tested = {rule for rule, _, _ in TESTED[file]} | {rule for name, rule in UNREACHED if name == file}
    assert set(in_file) - tested == set(), "rows without a sentence"
    assert tested - set(in_file) == set(), "sentences of rows that are no longer there"
