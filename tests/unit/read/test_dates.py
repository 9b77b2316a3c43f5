"""Norwegian dates to ISO 8601."""

import pytest

from build_graph.read.dates import find_dates, parse_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("26. juni 2017", "2017-06-26"),
        ("26 juni 2017", "2017-06-26"),
        ("den 3. mai 2019", "2019-05-03"),
        ("tysdag 2. mai 2018", "2018-05-02"),
        ("17. des. 2021", "2021-12-17"),
        ("12.01.2024", "2024-01-12"),
        ("18.4.2018", "2018-04-18"),
        ("2.5.18", "2018-05-02"),
        ("2.5.98", "1998-05-02"),
        ("12/1-2018", "2018-01-12"),
        ("12.01.2024 kl. 10.45", "2024-01-12"),
        ("12.01.2024 10:45", "2024-01-12"),
        ("2.-3. mai 2019", "2019-05-02"),
        ("30. mai – 2. juni 2019", "2019-05-30"),
        ("2017-06-26", "2017-06-26"),
        ("2017-06-26T23:30:00+02:00", "2017-06-26"),
        ("2018-01", "2018-01"),
        ("mai 2018", "2018-05"),
        ("2007", "2007"),
        ("31. februar 2019", None),
        ("12.13.2019", None),
        ("10. mai", None),
        ("i fjor", None),
        ("", None),
        ("Vedtatt 26. juni 2017 av styret", None),
    ],
)
def test_a_date_alone(text: str, iso: str | None) -> None:
    assert parse_date(text) == iso


@pytest.mark.parametrize(
    ("text", "year", "iso"),
    [
        ("10. mai", 2023, "2023-05-10"),
        ("onsdag 10. mai", 2023, "2023-05-10"),
        # The weekday tells the year where the article is from the one before or after.
        ("onsdag 10. mai", 2024, "2023-05-10"),
        ("onsdag 10. mai", 2022, "2023-05-10"),
        ("onsdag 10. mai", 2025, None),
        ("juni", 2017, "2017-06"),
    ],
)
def test_a_date_without_its_year(text: str, year: int, iso: str | None) -> None:
    assert parse_date(text, year) == iso


@pytest.mark.parametrize(
    ("text", "year", "found"),
    [
        ("Møtet var 26. juni 2017 i Prøveby.", None, [("26. juni 2017", "2017-06-26", "2017-06-26")]),
        ("Landsstyret møttes 22.–24. mai 2018.", None, [("22.–24. mai 2018", "2018-05-22", "2018-05-24")]),
        ("Konferansen 13.–14.4.2018 var full.", None, [("13.–14.4.2018", "2018-04-13", "2018-04-14")]),
        ("Fra 30. desember til 2. januar 2019.", None, [("30. desember til 2. januar 2019", "2018-12-30", "2019-01-02")]),
        ("Siste møte ble holdt i 2007.", None, [("2007", "2007", "2007")]),
        ("Hun var leder fra 2011 til 2014.", None, [("2011 til 2014", "2011", "2014")]),
        ("Styret 2018-2020, med tre medlemmer", None, [("2018-2020", "2018", "2020")]),
        ("Sesongen 2021/22 er over", None, [("2021/22", "2021", "2022")]),
        ("Landsmøtet 2017 er historie", None, [("2017", "2017", "2017")]),
        ("Valget i mai 2018 og i juni", None, [("mai 2018", "2018-05", "2018-05")]),
        ("Valget i mai 2018 og i juni", 2019, [("mai 2018", "2018-05", "2018-05"), ("juni", "2019-06", "2019-06")]),
        ("Møte i utvalget 17.4\n", 2018, [("17.4", "2018-04-17", "2018-04-17")]),
        ("Debatten tirsdag 27.4. Temaet var", 2021, [("tirsdag 27.4", "2021-04-27", "2021-04-27")]),
        ("Møte i utvalget 17.4", None, []),
        ("Valgt 12. mai i fjor", 2019, [("12. mai", "2018-05-12", "2018-05-12")]),
        ("Møtest 12. mai neste år", 2019, [("12. mai", "2020-05-12", "2020-05-12")]),
        ("Utvalget kom 12. mai året før", 2019, []),
        ("Utvalget kom 12. mai i 2015", 2019, [("12. mai i 2015", "2015-05-12", "2015-05-12")]),
        ("Møtet er kl 12.10 i sal 4", 2018, []),
        ("Se punkt 2.3 og sak 78/18, versjon 2.1", 2018, []),
        ("Prisen steg 2.3 prosent til 2000 kroner", 2018, []),
        ("Kai Mai og August Mars kom", 2018, []),
        ("Telefon 22 00 19 87, postboks 2007", None, []),
    ],
)
def test_dates_in_running_text(text: str, year: int | None, found: list[tuple[str, str, str]]) -> None:
    assert [(text[date.start : date.end], date.first, date.last) for date in find_dates(text, year)] == found
