"""What the model learns from: labels that fit their tokens, the same for the same seed."""

import pytest

from training.augment import Generator, Names
from training.data import Sentence, entities, labels_of

NAMES = Names(given=["Kari", "Ola", "Åse Marie"], last=["Testdatter", "Prøve", "Lie Eksempel"], places=["Prøvestad", "Nord Testvik"], bodies=["Prøvetilsynet", "Test kommune"])


def allowed(labels: list[str]) -> bool:
    """IOB2: an I- follows a B- or I- of its own type."""
    return all(label[0] != "I" or (before != "O" and before[2:] == label[2:]) for before, label in zip(["O", *labels], labels, strict=False))


@pytest.mark.parametrize("seed", range(5))
def test_lines_have_a_label_for_each_token(seed: int) -> None:
    generator = Generator(NAMES, seed)
    for forms, labels in (generator.line() for _ in range(300)):
        assert len(forms) == len(labels)
        assert all(forms) and not any(" " in form for form in forms)
        assert allowed(labels)


def test_names_made_of_nouns() -> None:
    generator = Generator(NAMES, 4, nouns=["mønster"])
    people = [generator.person() for _ in range(300)]
    bodies = [generator.organisation() for _ in range(300)]
    assert any(name[-1] == "Mønster" for name in people)
    assert any("mønster" in name for name in bodies) and any("Mønster" in name for name in bodies)


def test_the_same_seed_draws_the_same() -> None:
    one, other = Generator(NAMES, 7), Generator(NAMES, 7)
    assert [one.line() for _ in range(50)] == [other.line() for _ in range(50)]


def test_replaced_names_keep_what_stands_around_them() -> None:
    sentence = Sentence(("I", "går", "kom", "Per", "Hansens", "hest", "."), (True,) * 7, ("O", "O", "O", "B-PER", "I-PER", "O", "O"), False)
    generator = Generator(NAMES, 3)
    for forms, labels in (generator.replaced(sentence) for _ in range(50)):
        assert forms[:3] == ["I", "går", "kom"] and forms[-2:] == ["hest", "."]
        assert labels[:3] == ["O"] * 3 and labels[3] == "B-PER" and allowed(labels)
        assert len(forms) == len(labels)


@pytest.mark.parametrize(
    ("ner", "expected"),
    [(["B-GPE_LOC", "I-GPE_LOC", "O"], ("B-GPE", "I-GPE", "O")), (["B-MISC", "I-MISC"], ("O", "O")), (["B-PER", "B-GPE_ORG"], ("B-PER", "B-GPE"))],
)
def test_seven_types(ner: list[str], expected: tuple[str, ...]) -> None:
    assert labels_of(ner) == expected


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (["B-PER", "I-PER", "O"], [(0, 2, "PER")]),
        (["B-PER", "B-PER"], [(0, 1, "PER"), (1, 2, "PER")]),
        (["O", "B-ORG", "I-PER"], [(1, 2, "ORG"), (2, 3, "PER")]),
        ([], []),
    ],
)
def test_entities(labels: list[str], expected: list[tuple[int, int, str]]) -> None:
    assert entities(labels) == expected
