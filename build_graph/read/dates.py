"""Norwegian dates, Bokmål and Nynorsk, to ISO 8601 (https://www.iso.org/iso-8601-date-and-time-format.html).

A date is given as exactly as it is stated: "26. juni 2017" → "2017-06-26", "mai 2018" → "2018-05", "i 2007" → "2007".
A date without a year counts only where the caller gives the year it most likely belongs to, the article's; a stated
weekday may then move it to the year before or after, and where no such year fits, the date is left alone.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import NamedTuple


class FoundDate(NamedTuple):
    """A date in a text: `text[start:end]` states it (code points); `first` and `last` are ISO 8601, equal unless a range."""

    start: int
    end: int
    first: str
    last: str


MONTHS = {
    "januar": 1, "februar": 2, "mars": 3, "april": 4, "mai": 5, "juni": 6, "juli": 7, "august": 8, "september": 9,
    "oktober": 10, "november": 11, "desember": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "sept": 9, "okt": 10, "nov": 11, "des": 12,
}  # fmt: skip
WEEKDAYS = {
    "mandag": 0, "måndag": 0, "tirsdag": 1, "tysdag": 1, "onsdag": 2, "torsdag": 3, "fredag": 4, "lørdag": 5, "laurdag": 5,
    "søndag": 6, "sundag": 6,
}  # fmt: skip

# A two-digit year up to this one is of our century: articles are read as of today, and few lie a generation ahead.
_CENTURY_TURNS_AT = 50

_MONTH = r"(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)"
_MONTH_OR_SHORT = rf"(?:{_MONTH}|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|okt|nov|des)\b\.?)"
_WEEKDAY = r"(?:(?P<weekday>mandag|måndag|tirsdag|tysdag|onsdag|torsdag|fredag|lørdag|laurdag|søndag|sundag),?\s+)?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:1[6-9]|20)\d\d"
_TO = r"\s*(?:[-–—]|\btil\b|\bog\b)\s*"
_FREE = r"(?<![\w.,/-])"  # not inside a longer number, a version or a word
_SHUT = r"(?![\w/]|[-–,.:]\d)"

Reading = tuple[str, str] | None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def _month(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def _full_year(digits: str) -> int:
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (2000 if year <= _CENTURY_TURNS_AT else 1900)


def _year_for(weekday: str | None, month: int, day: int, default: int | None) -> int | None:
    """The year of a date stated without one: the default, or its neighbour where the weekday says so."""
    if default is None or weekday is None:
        return default
    wanted = WEEKDAYS[weekday.lower()]
    for year in (default, default - 1, default + 1):
        iso = _iso(year, month, day)
        if iso and datetime.date.fromisoformat(iso).weekday() == wanted:
            return year
    return None


def _shifted(found: re.Match[str], default: int | None) -> int | None:
    """The default year, or the one that the words behind the date point to; None where they count from another date."""
    behind = re.match(r"\s+(?:(?P<back>i fjor)|(?P<on>neste år)|året (?:før|etter|føre))\b", found.string[found.end() :])
    if behind is None or default is None:
        return default
    return default - 1 if behind["back"] else default + 1 if behind["on"] else None


def _day_month(found: re.Match[str], default: int | None) -> Reading:
    part = found.groupdict()
    if (part.get("before") or "").lower() in _COUNTED:
        return None
    last_month = _month(part["month"]) if not part["month"].isdigit() else int(part["month"])
    first_month = last_month
    if part.get("month1"):
        first_month = _month(part["month1"]) if not part["month1"].isdigit() else int(part["month1"])
    last_day, first_day = int(part["day"]), int(part.get("day1") or part["day"])
    if not 1 <= last_month <= 12 or not 1 <= first_month <= 12:
        return None
    if part["year"]:
        year: int | None = _full_year(part["year"])
    else:
        year = _year_for(part.get("weekday"), first_month, first_day, _shifted(found, default))
    if year is None:
        return None
    first_year = int(part["year1"]) if part.get("year1") else year - (first_month > last_month)
    first, last = _iso(first_year, first_month, first_day), _iso(year, last_month, last_day)
    return (first, last) if first and last and first <= last else None


def _iso_date(found: re.Match[str], default: int | None) -> Reading:
    iso = _iso(int(found["year"]), int(found["month"]), int(found["day"]))
    return (iso, iso) if iso else None


def _month_year(found: re.Match[str], default: int | None) -> Reading:
    last, first = _month(found["month"]), _month(found["month1"] or found["month"])
    year = int(found["year"])
    return (f"{year - (first > last):04}-{first:02}", f"{year:04}-{last:02}")


def _month_alone(found: re.Match[str], default: int | None) -> Reading:
    if default is None:
        return None
    iso = f"{default:04}-{_month(found['month']):02}"
    return (iso, iso)


def _years(found: re.Match[str], default: int | None) -> Reading:
    first, last = found["year1"], found["year"]
    if len(last) == 2:
        last = first[:2] + last
    # Two numbers far apart are no period but a count, a page or an act's number.
    return (first, last) if int(first) < int(last) <= int(first) + 99 else None


def _year_alone(found: re.Match[str], default: int | None) -> Reading:
    return (found["year"], found["year"])


_YEAR_CUE = (
    r"i|siden|sidan|fra|frå|til|for|før|etter|året|åra|årene|våren|sommeren|sommaren|høsten|hausten|vinteren|per|pr\.|innen|innan|"
    r"perioden|mellom|av|sommer-?OL|valget|valet|\w*(?:møte|møtet|konferansen|kongressen|stemnet|stevnet|valget|valet|budsjettet|året)"
)
# "til 2000 kroner" is an amount.
_COUNTABLE = (
    r"kroner|kr|mill\w*|mrd|prosent|pst|personer|personar|medlemm?er|ansatte|tilsette|leger|legar|deltaker\w*|deltakar\w*|stemmer|røyster|"
    r"meter|kilometer|km|år|timer|timar|sider|ord|pasient\w*|innbygg\w*|saker|tonn|studenter|studentar|delegater|delegatar|fastleger|fastlegar"
)
_MONTH_CUE = r"i|til|fra|frå|innen|innan|før|etter|siden|sidan|fram mot|slutten av|midten av|starten av|begynnelsen av|byrjinga av|månad|måned"
# "kl 12.10", "punkt 2.3", "sak 7.1": a clock, a section, a case, not a day of a month.
_COUNTED = frozenset(
    {"kl", "klokka", "klokken", "sak", "saker", "pkt", "punkt", "kap", "kapittel", "avsnitt", "avsnittet", "del", "versjon", "tabell", "figur", "nr", "side"}
)
_CASELESS = re.IGNORECASE
_CHECKS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], int | None], Reading]], ...] = (
    (re.compile(rf"{_FREE}(?P<year>{_YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])"), _iso_date),
    # 2.–3. mai 2019, 30. mai – 2. juni, onsdag 10. mai, den 3. mai
    (re.compile(
        rf"{_FREE}{_WEEKDAY}(?:den\s+)?(?:(?P<day1>{_DAY})\.?(?:\s*(?P<month1>{_MONTH_OR_SHORT})(?:\s+(?P<year1>{_YEAR}))?)?{_TO})?"
        rf"(?P<day>{_DAY})\.?\s?(?P<month>{_MONTH_OR_SHORT})(?:,?\s+(?:i\s+)?(?P<year>{_YEAR})(?!\w))?(?!\w)", _CASELESS), _day_month),
    # 12.01.2024, 18.4.18, 12/1-2018, 13.–14.4.2018, 30.5.–2.6.2019
    (re.compile(
        rf"{_FREE}{_WEEKDAY}(?:(?P<day1>{_DAY})\.(?:(?P<month1>\d\d?)\.?)?{_TO})?(?P<day>{_DAY})(?:\.\s?(?P<month>\d\d?)\.\s?)(?P<year>{_YEAR}|\d\d){_SHUT}",
        _CASELESS), _day_month),
    (re.compile(rf"{_FREE}{_WEEKDAY}(?P<day>{_DAY})[./](?P<month>\d\d?)[-–\s/](?P<year>{_YEAR}){_SHUT}", _CASELESS), _day_month),
    # møte 17.4, 13.–14.4: without a year, so only behind a word, and one that counts nothing
    (re.compile(
        rf"\b(?P<before>[^\W\d]+)\s(?P<date>(?:(?P<day1>{_DAY})\.(?:(?P<month1>\d\d?)\.?)?{_TO})?(?P<day>{_DAY})[./](?P<month>\d\d?))(?P<year>)"
        r"(?![\w/%]|[-–,.:]\d|\s*(?:prosent|%|mill|mrd|pst))"), _day_month),
    (re.compile(rf"(?<!\w){_WEEKDAY[:-1]}(?P<day>{_DAY})[./](?P<month>\d\d?)(?P<year>)(?![\w/%]|[-–,.:]\d)", _CASELESS), _day_month),
    (re.compile(rf"(?<!\w)(?<!\d\s)(?<!\d\.\s)(?:(?P<month1>{_MONTH}){_TO})?(?P<month>{_MONTH})\s+(?P<year>{_YEAR})(?!\w)", _CASELESS), _month_year),
    (re.compile(rf"(?:(?<=\bi\s)|(?<=\bfra\s)|(?<=\bfrå\s)|(?<!\w)(?=[12]))(?P<year1>{_YEAR})\s?[-–—/]\s?(?P<year>{_YEAR}|\d\d)(?![\w/]|[-–.,]\d)"), _years),
    (re.compile(rf"(?:(?<=\bfra\s)|(?<=\bfrå\s)|(?<=\bmellom\s))(?P<year1>{_YEAR})\s(?:til|og)\s(?P<year>{_YEAR})(?![\w/]|[-–.,]\d)"), _years),
    (re.compile(rf"(?:(?<!\w)(?:{_YEAR_CUE})\s|\()(?P<date>(?P<year>{_YEAR}))(?![\w/%]|[-–.,:]\d|\s+(?:{_COUNTABLE})\b)", _CASELESS), _year_alone),
    (re.compile(rf"(?<!\w)(?:{_MONTH_CUE})\s(?P<date>(?P<month>{_MONTH}))(?!\w|\s+(?:i|{_YEAR})\b)"), _month_alone),
)  # fmt: skip


def find_dates(text: str, default_year: int | None = None) -> list[FoundDate]:
    """Every date in the text, in order, none overlapping another.

    `default_year` is the year of dates stated without one (the article's); without it they are left out.
    """
    found: list[FoundDate] = []
    for pattern, check in _CHECKS:
        for match in pattern.finditer(text):
            reading = check(match, default_year)
            if reading:
                # Where a pattern needs the words before a date, its group tells which part is the date.
                start, end = match.span("date" if "date" in pattern.groupindex else 0)
                found.append(FoundDate(start, end, *reading))
    found.sort(key=lambda date: (date.start, -date.end))
    kept: list[FoundDate] = []
    for date in found:
        if not kept or date.start >= kept[-1].end:
            kept.append(date)
        elif date.end - date.start > kept[-1].end - kept[-1].start:
            kept[-1] = date
    return kept


def parse_date(text: str, default_year: int | None = None) -> str | None:
    """The date that the text consists of as ISO 8601, of a range its first day; None where it is anything else."""
    bare = re.sub(r",?\s*(?:(?:kl\.?|klokka|klokken)\s*\d\d?[.:]\d\d|\s\d\d?:\d\d(?::\d\d)?)$", "", text.strip().rstrip(".,"), flags=_CASELESS).strip()
    whole = re.fullmatch(rf"(?P<year>{_YEAR})(?:-(?P<month>0[1-9]|1[0-2]))?", bare)
    if whole:
        return bare
    stamp = re.fullmatch(rf"({_YEAR}-\d\d-\d\d)[T ]\d\d:.*", bare)
    if stamp:
        bare = stamp[1]
    found = find_dates(f"i {bare}" if re.fullmatch(_MONTH, bare) else bare, default_year)
    if len(found) == 1 and found[0].end - found[0].start == len(bare):
        return found[0].first
    return None
