"""PDF print-outs, written here by hand (ISO 32000-1): one font, one line of text after the other."""

import base64

import pytest

from build_graph.read.pdf import to_text
from build_graph.read.text import article
from build_graph.read.unreadable import Unreadable

Line = tuple[float, float, str]  # size, distance from the line above, text

_ENCRYPTED = (
    "JVBERi0xLjMKJeLjz9MKMSAwIG9iago8PAovUHJvZHVjZXIgPDE1MzYxNTUyY2Q+Cj4+CmVuZG9iagoyIDAgb2JqCjw8Ci9UeXBlIC9QYWdlcw"
    "ovQ291bnQgMQovS2lkcyBbIDQgMCBSIF0KPj4KZW5kb2JqCjMgMCBvYmoKPDwKL1R5cGUgL0NhdGFsb2cKL1BhZ2VzIDIgMCBSCj4+CmVuZG9i"
    "ago0IDAgb2JqCjw8Ci9UeXBlIC9QYWdlCi9SZXNvdXJjZXMgPDwKPj4KL01lZGlhQm94IFsgMC4wIDAuMCA3MiA3MiBdCi9QYXJlbnQgMiAwIF"
    "IKPj4KZW5kb2JqCjUgMCBvYmoKPDwKL1YgMQovUiAyCi9MZW5ndGggNDAKL1AgNDI5NDk2NzI5MgovRmlsdGVyIC9TdGFuZGFyZAovTyA8ZTVh"
    "OGQyNjg3YmQ5ZDBjZmY5NDZiN2FjNTVmNTEwODFkY2YwZDExNjU1NGM0YmZjYjBhNWU0NDZmNjllYTQ4YT4KL1UgPGI5MzVjYTBkMDlhMDQ0Nj"
    "BmZmVhOThhZTJkYmQ1NDU2N2Q1NTM0NWQ2MDcxMTIyNzA2N2NjY2E3OWM0ZWU5ODk+Cj4+CmVuZG9iagp4cmVmCjAgNgowMDAwMDAwMDAwIDY1"
    "NTM1IGYgCjAwMDAwMDAwMTUgMDAwMDAgbiAKMDAwMDAwMDA1OSAwMDAwMCBuIAowMDAwMDAwMTE4IDAwMDAwIG4gCjAwMDAwMDAxNjcgMDAwMD"
    "AgbiAKMDAwMDAwMDI1OSAwMDAwMCBuIAp0cmFpbGVyCjw8Ci9TaXplIDYKL1Jvb3QgMyAwIFIKL0luZm8gMSAwIFIKL0lEIFsgPDkyYjljNTZh"
    "ZDZmYWI5MzdkNTRhMGVlYWE0YjFhZmRlPiA8OTJiOWM1NmFkNmZhYjkzN2Q1NGEwZWVhYTRiMWFmZGU+IF0KL0VuY3J5cHQgNSAwIFIKPj4Kc3"
    "RhcnR4cmVmCjQ3MwolJUVPRgo="
)


def _pdf(*pages: list[Line], author: str = "") -> bytes:
    """A PDF with each page's lines from its top."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>", f"<< /Author ({author}) >>".encode()]
    kids = []
    for lines in pages:
        drawn, height = [], 800.0
        for size, down, text in lines:
            height -= down
            escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            drawn.append(f"BT /F1 {size} Tf 1 0 0 1 60 {height} Tm ({escaped}) Tj ET")
        stream = "\n".join(drawn).encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>" % len(objects))
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, table, len(objects) + 1, len(data))


_FIRST: list[Line] = [
    (8, 10, "3.11.2026, 10:02   Vil ha flere kurs"),
    (22, 40, "Vil ha flere kurs i alle"),
    (22, 26, "deler av landet"),
    (9, 30, "AKTUELT I FORENINGEN"),
    (11, 24, "KARI TESTDATTER"),
    (11, 24, "kari.testdatter@eksempel.example"),
    (11, 14, "Samfunnspolitisk avdeling"),
    (11, 24, "Foreningen Eksempel har satt ned en arbeidsgruppe som skal se på kurs-"),
    (11, 14, "tilbudet i distriktene. Den ledes av Ola Prøve, og helse- og omsorgs-"),
    (11, 14, "ministeren får svaret av IT-utvalget, som leder arbeidet videre herfra."),
    (11, 24, "– Vi har ventet lenge, sa Prøve."),
    (15, 30, "Veien videre"),
    (11, 24, "Arbeidsgruppen:"),
    (11, 24, "Ola Prøve, leder"),
    (11, 14, "Anne Øvelse"),
    (11, 14, "Per Mønster"),
    (11, 24, "Gruppen skal møtes hver måned og legge frem planen for styret når den"),
    (8, 100, "https://www.eksempel.example/kurs 1/2"),
]
_SECOND: list[Line] = [
    (8, 10, "3.11.2026, 10:02   Vil ha flere kurs"),
    (11, 40, "er ferdig, sier de."),
    (8, 24, "Publisert: 26. juni 2017. Tidsskr Eksempel."),
    (8, 100, "https://www.eksempel.example/kurs 2/2"),
]


def test_a_print_out() -> None:
    read = article(to_text(_pdf(_FIRST, _SECOND)), "utskrift", "utskrift.pdf")
    assert [(block.kind, read.text[slice(*block.span)]) for block in read.blocks][1:] == [
        ("title", "Vil ha flere kurs i alle deler av landet"),
        ("section", "AKTUELT I FORENINGEN"),
        ("byline", "KARI TESTDATTER"),
        ("byline", "kari.testdatter@eksempel.example"),
        ("byline", "Samfunnspolitisk avdeling"),
        (
            "lead",
            "Foreningen Eksempel har satt ned en arbeidsgruppe som skal se på kurstilbudet i distriktene. Den ledes av Ola Prøve, og helse- og "
            "omsorgsministeren får svaret av IT-utvalget, som leder arbeidet videre herfra.",
        ),
        ("quote", "– Vi har ventet lenge, sa Prøve."),
        ("heading", "Veien videre"),
        ("heading", "Arbeidsgruppen:"),
        ("item", "Ola Prøve, leder"),
        ("item", "Anne Øvelse"),
        ("item", "Per Mønster"),
        ("paragraph", "Gruppen skal møtes hver måned og legge frem planen for styret når den er ferdig, sier de."),
        ("footer", "Publisert: 26. juni 2017. Tidsskr Eksempel."),
    ]
    assert read.url is not None and read.url.value == "https://www.eksempel.example/kurs"
    assert read.published is not None and read.published.value == "2017-06-26"


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("Foreningen Eksempel har fått en ny rapport om det store arbeids-", "miljøet i Prøveby.", "arbeidsmiljøet"),
        ("Foreningen Eksempel har fått en ny rapport om det nye ALIS-", "utvalget i Prøveby.", "ALIS-utvalget"),
        ("Foreningen Eksempel har fått en ny rapport om hele Nord-", "Prøveland i fjor.", "Nord-Prøveland"),
        ("Foreningen Eksempel har fått en ny rapport om nærings-", "og fiskerisaker.", "nærings- og"),
    ],
)
def test_words_broken_at_a_lines_end(first: str, second: str, joined: str) -> None:
    assert joined in to_text(_pdf([(11, 10, first), (11, 14, second)]))


def test_the_author_property_counts_if_it_is_a_person() -> None:
    lines: list[Line] = [(11, 10, "En tekst som er lang nok til å leses.")]
    assert "author: Kari Testdatter" in to_text(_pdf(lines, author="Kari Testdatter"))
    assert "author" not in to_text(_pdf(lines, author="admin"))


def test_a_scan() -> None:
    with pytest.raises(Unreadable, match="scan"):
        to_text(_pdf([]))


def test_a_password() -> None:
    with pytest.raises(Unreadable, match="password"):
        to_text(base64.b64decode(_ENCRYPTED))


def test_too_many_pages() -> None:
    with pytest.raises(Unreadable, match="pages"):
        to_text(_pdf(*([[]] * 201)))
