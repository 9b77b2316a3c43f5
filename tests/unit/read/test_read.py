"""Files and folders in, articles and reasons out."""

import os
from pathlib import Path

import pytest

import build_graph.read
from build_graph.model import Article, Skipped
from build_graph.read import read, read_file

_TEXT = "Nytt styre\n\nKari Testdatter er valgt til leder."


def _one(path: Path) -> Article | Skipped:
    (result,) = read([path])
    return result


def _article(path: Path) -> Article:
    result = _one(path)
    assert isinstance(result, Article), result
    return result


def test_a_text_is_the_decoded_file_itself(tmp_path: Path) -> None:
    path = tmp_path / "windows.txt"
    path.write_bytes("---\r\ntittel: Nytt styre\r\n---\r\n\r\nKari  er «leder».\t\r\n".encode())
    article = _article(path)
    assert article.text == "---\r\ntittel: Nytt styre\r\n---\r\n\r\nKari  er «leder».\t\r\n"
    assert [article.text[slice(*block.span)] for block in article.blocks][-1] == "Kari  er «leder»."


def test_a_byte_order_mark_counts_as_read_text_counts_it(tmp_path: Path) -> None:
    path = tmp_path / "bom.txt"
    path.write_bytes(b"\xef\xbb\xbf" + _TEXT.encode())
    article = _article(path)
    assert article.text == path.read_text(encoding="utf-8")
    assert article.headline is not None and article.headline.span == (1, 11)


def test_front_matter_wins_over_the_page(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "---\ntitle: Den egentlige tittelen\nauthor: Kari Testdatter\ndate: 3. mai 2019\nretrieved: 2020-01-01\nlanguage: nynorsk\n"
        "journal: Prøvebladet\npublisher: Prøveforlaget\nsection: Nytt\nurl: https://example.org/1\nidentifier: sak-1\nfotograf: Ola Prøve\n---\n"
        "# En annen tittel\n\nAv Per Mønster, 1.1.2018\n\nHun er ikke her, sier de. Noen kommer.\n",
        encoding="utf-8",
    )
    article = _article(path)
    values = {name: getattr(article, name).value for name in ("headline", "published", "retrieved", "journal", "publisher", "section", "url")}
    assert values == {
        "headline": "Den egentlige tittelen", "published": "2019-05-03", "retrieved": "2020-01-01", "journal": "Prøvebladet",
        "publisher": "Prøveforlaget", "section": "Nytt", "url": "https://example.org/1",
    }  # fmt: skip
    assert (article.identifier, article.file, article.language) == ("sak-1", "a.md", "nn")
    assert [author.name.value for author in article.authors] == ["Kari Testdatter"]
    assert [person.value for photo in article.photos for person in photo.photographers] == ["Ola Prøve"]
    assert all(article.text[slice(*getattr(article, name).span)] for name in values)
    assert article.blocks[0].kind == "front matter"


def test_a_stated_author_keeps_the_bylines_address(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("---\nauthor: Kari Testdatter\n---\nNytt styre\n\nKARI TESTDATTER\n\nkari@a.example\n\nFagavdelingen\n\nHun kom.\n", encoding="utf-8")
    (author,) = _article(path).authors
    assert author.email is not None and author.email.value == "kari@a.example"
    assert author.department is not None and author.department.value == "Fagavdelingen"


def test_a_date_that_is_none_is_not_stated(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("---\ndate: en gang i mai\n---\nNytt styre\n\nHun kom.\n", encoding="utf-8")
    assert _article(path).published is None


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b"\xef\xbb\xbf \t\r\n\n", "white space"),
        ("front.txt", b"---\ntitle: x\n---\n\n", "nothing below"),
        ("latin.txt", "Møte på Prøvøya, sa Åse.".encode("latin-1"), "ISO-8859-1"),
        ("windows.txt", "Møte – på «Prøvøya».".encode("cp1252"), "WINDOWS-1252"),
        ("utf16.txt", "Møte".encode("utf-16"), "UTF-16"),
        ("utf16be.txt", "Møte på Prøvøya".encode("utf-16-be"), "UTF-16"),
        ("utf32.txt", "Møte".encode("utf-32"), "UTF-32"),
        ("binary.txt", bytes(range(256)) * 4, "binary"),
        ("noise.txt", bytes(range(1, 32)) * 4 + b"\xff", "binary"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0", "PNG"),
        ("pdf.txt", b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        ("word.txt", b"PK\x03\x04\x14\0", "ZIP"),
        ("bell.txt", b"Tekst\nmed \x07 i", "U+0007 at position 10 (line 2)"),
        ("feed.txt", b"Side 1\n\x0cSide 2", "U+000C"),
        ("nonchar.txt", "Tekst \uffff her".encode(), "U+FFFF"),
        ("damaged.pdf", b"%PDF-1.4\nrubbish", "damaged PDF"),
        ("not.pdf", b"hello", "damaged PDF"),
        ("damaged.docx", b"PK\x03\x04rubbish", "damaged Word"),
        ("secret.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "encrypted or old Word"),
        ("empty.html", b"<html><body></body></html>", "no main text"),
        ("binary.html", b"<html>\0\0\0", "binary"),
        ("blank.html", b"  \n", "empty"),
        ("unknown.html", b'<html><head><meta charset="klingon"></head><body><p>Tekst</p></body></html>', "klingon"),
        ("latin.html", "<html><body><p>Møte på Prøvøya</p></body></html>".encode("latin-1"), "ISO-8859-1"),
    ],
)
def test_bad_input_is_one_clear_line(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    (tmp_path / "good.txt").write_text(_TEXT, encoding="utf-8")
    bad, good = sorted(read([tmp_path]), key=lambda result: result.file.endswith("good.txt"))
    assert isinstance(bad, Skipped) and isinstance(good, Article)
    assert bad.file == path.as_posix()
    assert words in bad.reason and "\n" not in bad.reason


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_graph.read, "MAX_BYTES", 10)
    path = tmp_path / "large.txt"
    path.write_text(_TEXT, encoding="utf-8")
    result = _one(path)
    assert isinstance(result, Skipped) and "limit" in result.reason


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "locked.txt"
    path.write_text(_TEXT, encoding="utf-8")

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    result = _one(path)
    assert isinstance(result, Skipped) and result.reason == "no permission to read it"


def test_a_folder_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", refuse)
    result = _one(tmp_path)
    assert isinstance(result, Skipped) and result.reason == "no permission to read it"


def test_what_is_named_and_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text("a,b", encoding="utf-8")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "empty").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    named = [tmp_path / name for name in ("table.csv", "loop.txt", "empty", "pipe.txt", "nowhere")]
    reasons = {Path(result.file).name: result.reason for result in read(named) if isinstance(result, Skipped)}
    assert reasons.keys() == {path.name for path in named}
    assert "no reader for .csv" in reasons["table.csv"]
    assert "no articles" in reasons["empty"]
    assert "neither a file nor a folder" in reasons["pipe.txt"]
    assert "no such file" in reasons["nowhere"]
    assert "cannot be read" in reasons["loop.txt"]


def test_what_a_folder_holds_besides_is_passed_over(tmp_path: Path) -> None:
    for name in (".hidden.txt", "~$lock.docx", ".DS_Store", "table.csv", "README"):
        (tmp_path / name).write_text(_TEXT, encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.txt").write_text(_TEXT, encoding="utf-8")
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "deep" / "er" / "UPPER.TXT").write_text(_TEXT, encoding="utf-8")
    (tmp_path / "deep" / "up").symlink_to("..", target_is_directory=True)
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    assert [result.file for result in read([tmp_path])] == ["UPPER.TXT"]


def test_the_order_is_the_names_whatever_the_arguments(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a.txt", "a-b.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(_TEXT, encoding="utf-8")
    paths = [tmp_path / "b.txt", tmp_path / "a", tmp_path / "a.txt", tmp_path / "a-b.md", tmp_path]
    expected = ["z.txt", "a-b.md", "a.txt", "b.txt"]
    assert [result.file for result in read(paths)] == expected
    assert [result.file for result in read(reversed(paths))] == expected


def test_a_file_named_twice_or_linked_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(_TEXT, encoding="utf-8")
    (tmp_path / "link.txt").symlink_to("b.txt")
    assert [result.file for result in read([tmp_path / "b.txt", tmp_path, tmp_path / "." / "b.txt"])] == ["b.txt"]


def test_of_two_files_with_one_identifier_the_first_is_read(tmp_path: Path) -> None:
    for name in ("møte 1.txt", "Moete-1.md", "mote_1.txt"):
        (tmp_path / name).write_text(_TEXT, encoding="utf-8")
    results = list(read([tmp_path]))
    assert [type(result) for result in results] == [Article, Article, Skipped]
    assert isinstance(results[2], Skipped)
    assert "mote_1.txt" in results[2].reason and results[2].file.endswith("møte 1.txt") and "identifier" in results[2].reason


def test_front_matter_settles_one_identifier_for_two_files(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "same.txt").write_text(_TEXT, encoding="utf-8")
    (tmp_path / "same.txt").write_text(f"---\nidentifier: other\n---\n{_TEXT}", encoding="utf-8")
    assert [result.identifier for result in read([tmp_path]) if isinstance(result, Article)] == ["same", "other"]


def test_an_identifier_without_any_ascii_letter(tmp_path: Path) -> None:
    (tmp_path / "日本.txt").write_text(_TEXT, encoding="utf-8")
    result = _one(tmp_path)
    assert isinstance(result, Skipped) and "identifier" in result.reason


def test_a_name_that_cannot_be_printed(tmp_path: Path) -> None:
    path = tmp_path / "a\nb\x1b[31m.txt"
    path.write_text(_TEXT, encoding="utf-8")
    result = _one(tmp_path)
    assert isinstance(result, Skipped)
    assert result.file.isprintable() and "rename" in result.reason


def test_one_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(_TEXT, encoding="utf-8")
    assert isinstance(read_file(path), Article)
    result = read_file(tmp_path / "a.xyz")
    assert isinstance(result, Skipped)
