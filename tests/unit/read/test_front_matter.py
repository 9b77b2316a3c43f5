"""Front matter and what is none."""

import pytest

from build_graph.read.front_matter import front_matter

_ENGLISH = "---\ntitle: Nytt styre\nauthor: Kari Testdatter; Ola Prøve\ndate: 2020-01-02\nunknown: whatever\n---\n\nTekst."
_NORSK = "---\r\ntittel: «Nytt styre»\r\nforfattar: Kari Testdatter og Ola Prøve\r\ndato: 2. januar 2020\r\n---\r\nTekst."


def test_keys_in_english_with_spans() -> None:
    found = front_matter(_ENGLISH)
    assert found is not None
    assert [(author.value, _ENGLISH[slice(*author.span)]) for author in found.every("authors") if author.span] == [
        ("Kari Testdatter", "Kari Testdatter"),
        ("Ola Prøve", "Ola Prøve"),
    ]
    title = found.one("title")
    assert title is not None and title.span is not None and _ENGLISH[slice(*title.span)] == "Nytt styre"
    assert found.values.keys() == {"title", "authors", "published"}
    assert _ENGLISH[slice(*found.span)].startswith("---\ntitle") and _ENGLISH[slice(*found.span)].endswith("\n---")
    assert _ENGLISH[found.end :] == "\nTekst."


def test_keys_in_norwegian_and_other_line_ends() -> None:
    found = front_matter(_NORSK)
    assert found is not None
    assert [author.value for author in found.every("authors")] == ["Kari Testdatter", "Ola Prøve"]
    published = found.one("published")
    assert published is not None and published.value == "2. januar 2020"
    assert _NORSK[found.end :] == "Tekst."


@pytest.mark.parametrize(
    ("value", "authors"),
    [
        ("Kari Testdatter", ["Kari Testdatter"]),
        ("Kari Testdatter, Ola Prøve", ["Kari Testdatter", "Ola Prøve"]),
        ("Testdatter, Kari; Prøve, Ola", ["Testdatter, Kari", "Prøve, Ola"]),
        ('["Kari Testdatter", "Ola Prøve"]', ["Kari Testdatter", "Ola Prøve"]),
        ("\n  - Kari Testdatter\n  - Ola Prøve", ["Kari Testdatter", "Ola Prøve"]),
        ("", []),
    ],
)
def test_lists_of_authors(value: str, authors: list[str]) -> None:
    text = f"---\nauthor: {value}\n---\nTekst."
    found = front_matter(text)
    assert found is not None
    assert [author.value for author in found.every("authors")] == authors
    assert all(author.span and text[slice(*author.span)] == author.value for author in found.every("authors"))


@pytest.mark.parametrize(
    "text",
    [
        "\n---\ntitle: Nytt styre\n---\nTekst.",
        "---\n\n# Nytt styre\n\n---\nTekst.",
        "---\n---\nTekst.",
        "--- \nEt avsnitt uten nøkler.\n---\n",
        "---\ntitle: Uten slutt\n\nTekst.",
        "----\ntitle: Nytt styre\n----\n",
        "Tekst.",
        "",
    ],
)
def test_what_is_no_front_matter(text: str) -> None:
    assert front_matter(text) is None


def test_behind_a_byte_order_mark() -> None:
    found = front_matter("\ufeff---\ntitle: Nytt styre\n---\nTekst.")
    assert found is not None and found.span.start == 1


def test_a_value_may_hold_a_colon_and_quotes() -> None:
    text = "---\ntitle: \"Leder: – Vi vinner\"\nurl: https://example.org/a:b\n---\nTekst."
    found = front_matter(text)
    assert found is not None
    assert [stated.value for key in ("title", "url") for stated in found.every(key)] == ["Leder: – Vi vinner", "https://example.org/a:b"]
