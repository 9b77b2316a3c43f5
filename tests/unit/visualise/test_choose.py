"""What goes into one map."""

from __future__ import annotations

import pytest

from tests import map_graph
from visualise.choose import bounds, choose, find_actor, within
from visualise.options import MapError, MapOptions
from visualise.records import Fact, Rows
from visualise.rows import read_rows

ID = "https://example.org/id/"


@pytest.fixture(scope="module")
def rows() -> Rows:
    return read_rows(map_graph.store())


def names(rows: Rows) -> set[str]:
    return {iri.removeprefix(ID) for iri in rows.actors}


def test_institutions_that_no_article_mentions_are_left_out(rows: Rows) -> None:
    assert "ukjent" in names(rows)
    assert "ukjent" not in names(choose(rows, MapOptions()))


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (MapOptions(around="Kari Testdatter", hops=1), {"kari", "forening", "mote", "a1", "a2"}),
        (MapOptions(around="kari t.", hops=1, articles=False), {"kari", "forening", "mote"}),
        (MapOptions(around="FE", hops=2, articles=False), {"kari", "forening", "mote", "styret", "ola", "rapport"}),
        (MapOptions(around=ID + "ola2", hops=1, articles=False), {"ola2", "verk", "rapport"}),
        (MapOptions(until="2018", articles=False), {"kari", "forening", "styret", "ola"}),
        (MapOptions(since="2020-06", articles=False), {"kari", "mote", "styret", "forening", "rapport", "ola2", "verk"}),
        (MapOptions(chosen=frozenset({ID + "m3"}), articles=False), {"ola2", "verk"}),
        (MapOptions(chosen=frozenset({ID + "kari", ID + "forening", ID + "verk"}), articles=False), {"kari", "forening"}),
    ],
)
def test_choices(rows: Rows, options: MapOptions, expected: set[str]) -> None:
    assert names(choose(rows, options)) == expected


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (MapOptions(around="Ingen Slik"), "No actor is called 'Ingen Slik'."),
        (MapOptions(around="Foreningen"), "Did you mean Foreningen Eksempel"),
        (MapOptions(around="Ola Prøve"), "2 actors are called 'Ola Prøve'"),
        (MapOptions(since="2031"), "The map would be empty"),
    ],
)
def test_choices_that_leave_nothing_say_so_in_one_line(rows: Rows, options: MapOptions, message: str) -> None:
    with pytest.raises(MapError, match=message) as raised:
        choose(rows, options)
    assert "\n" not in str(raised.value)


def test_quotations_stay_without_articles(rows: Rows) -> None:
    quoted = [fact for fact in choose(rows, MapOptions(articles=False)).facts if fact.relation == "quoted"]
    assert [fact.object for fact in quoted] == [None]


@pytest.mark.parametrize(("date", "expected"), [("2018", ("2018-01-01", "2018-12-31")), ("2018-02", ("2018-02-01", "2018-02-31")), ("2018-02-03", ("2018-02-03", "2018-02-03"))])
def test_bounds_of_a_partial_date(date: str, expected: tuple[str, str]) -> None:
    assert bounds(date) == expected


@pytest.mark.parametrize(
    ("date", "since", "until", "first", "last", "expected"),
    [
        ("2018-01-22", None, None, "2018", "2018", True),
        ("2018-01-22", None, None, "2018-01-22", None, True),
        ("2018-01-22", None, None, "2018-02", None, False),
        ("2018-01-22", None, None, None, "2017", False),
        ("2007", None, None, "2007-06", "2007-07", True),
        ("2018-01-22", "2010", "2016", "2012", "2013", True),
        (None, None, None, "2012", "2013", True),
    ],
)
def test_within(date: str | None, since: str | None, until: str | None, first: str | None, last: str | None, expected: bool) -> None:
    assert within(Fact("member", "a", "b", date=date, since=since, until=until), first, last) is expected


def test_an_iri_is_a_name_too(rows: Rows) -> None:
    assert find_actor(rows, ID + "kari") == ID + "kari"
