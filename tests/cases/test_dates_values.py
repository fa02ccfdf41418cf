"""Values of time expressions: spans, ranges, the dateline, no publication day, intervals."""

from __future__ import annotations

import datetime as dt

import pytest
from dated import read, values

from newskit import Kit, TimeExpression

VALUES = (
    ("decade with an apostrophe", "It was built in the 1930's.", [("the 1930's", "193")]),
    ("century by its years", "It was built in the 1800s.", [("the 1800s", "18")]),
    ("half a dozen in a word", "It rained over the past half-dozen days.", [("the past half-dozen days", "P6D")]),
    (
        "hundreds of thousands",
        "It lay there for hundreds of thousands of years.",
        [("hundreds of thousands of years", "PXY")],
    ),
    ("later ones", "In subsequent years it sank.", [("subsequent years", "PXY")]),
    ("all of them", "Over the years it sank.", [("the years", "PXY")]),
    ("each fiscal year", "It is cut every fiscal year.", [("every fiscal year", "P1Y")]),
    (
        "the same period of a year",
        "It fell in the third quarter from the same period of 2022.",
        [("the third quarter", "2024-Q3"), ("the same period of 2022", "2022-Q3")],
    ),
    (
        "a named day of a year told",
        "On Christmas Day in 1968 they sang.",
        [("Christmas Day", "1968-12-25"), ("1968", "1968")],
    ),
    ("four figures with a zone", "It ends at 1700 CDT April 24.", [("1700 CDT April 24", "2025-04-24T17:00-05")]),
    (
        "a choice of days",
        "Book on a Monday, Tuesday, or Sunday.",
        [("Monday", "XXXX-WXX-1"), ("Tuesday", "XXXX-WXX-2"), ("Sunday", "XXXX-WXX-7")],
    ),
    ("summer months", "They meet in the summer months.", [("the summer months", "2025-SU")]),
    ("are tipped", "They are tipped to make a summer move.", [("summer", "2025-SU")]),
    ("first ones", "He ailed in his first months there.", [("first months", "PXM")]),
    ("or so", "It rained for the last week or so.", [("the last week or so", "P1W")]),
    ("and a half", "It rose in the past year and a half.", [("the past year and a half", "P1Y6M")]),
    ("a half sign", "He was away for 5½ years.", [("5½ years", "P5Y6M")]),
    ("back", "He left two years back.", [("two years back", "2023")]),
    ("no step back", "He won two days back to back.", [("two days", "P2D")]),
    ("the end of a year in a word", "It stood at end-1985.", [("end-1985", "1985")]),
    ("one day perhaps", "Perhaps one day it opens.", [("one day", "FUTURE_REF")]),
    ("one day between commas", "Hopefully, one day, it opens.", [("one day", "FUTURE_REF")]),
    ("a named day at hand", "They met before Presidents Day.", [("Presidents Day", "2025-02-17")]),
    ("a spent length", "She spent the last year on it.", [("the last year", "P1Y")]),
    ("years down to our era", "It lasted from 264 to 241 BC here.", [("264", "BC0264"), ("241 BC", "BC0241")]),
    ("a month before our era", "It fell in early May 480 BC.", [("early May 480 BC", "BC0480-05")]),
    ("half a century", "It lasted half a century.", [("half a century", "P50Y")]),
    ("clock of 24 hours", "Polls closed at 22:30.", [("22:30", "2025-02-18T22:30")]),
    ("clock in words", "It began at half past seven.", [("half past seven", "2025-02-18T07:30")]),
    (
        "clock in words of the evening",
        "It began at a quarter to nine in the evening.",
        [("a quarter to nine in the evening", "2025-02-18T20:45")],
    ),
    ("a visit to come", "The pope visits on Sunday.", [("Sunday", "2025-02-23")]),
    ("an inauguration", "He was sworn in on Inauguration Day.", [("Inauguration Day", "2025-01-20")]),
    ("revolutions", "The engine makes 1998 revolutions.", []),
    ("quarter of an hour", "It began at a quarter to nine.", [("a quarter to nine", "2025-02-18T08:45")]),
    ("the weekend told of", "They met this weekend.", [("this weekend", "2025-W07-WE")]),
    ("the weekend to come", "They will meet this weekend.", [("this weekend", "2025-W08-WE")]),
    ("past weekend", "They met this past weekend.", [("this past weekend", "2025-W07-WE")]),
    ("weekend of a day", "It opens on the weekend of March 8.", [("the weekend of March 8", "2025-W10-WE")]),
    ("length behind a preposition", "Rents rose over the last year.", [("the last year", "P1Y")]),
    ("calendar year", "Rents rose last year.", [("last year", "2024")]),
    ("part of the year", "It rained for most of the year.", [("the year", "2025")]),
    ("to this day", "It stands to this day.", [("this day", "PRESENT_REF")]),
    ("one day to come", "It will one day be whole.", [("one day", "FUTURE_REF")]),
    ("one day by an infinitive", "They hope to one day be whole.", [("one day", "FUTURE_REF")]),
    ("cut to a day", "It was cut to one day a week.", [("one day", "P1D"), ("a week", "P1W")]),
    ("a day that lasted", "It lasted one day.", [("one day", "P1D")]),
    ("the year of a fiscal year", "It made money in the 2024 fiscal year.", [("the 2024 fiscal year", "2024")]),
    ("the day before", "It burned the day before last Friday.", [("the day before last Friday", "2025-02-13")]),
    ("the day after a date", "It burned the day after Feb. 7.", [("the day after Feb. 7", "2025-02-08")]),
    ("Friday before last", "It burned the Friday before last.", [("the Friday before last", "2025-02-07")]),
    ("month after next", "It opens the month after next.", [("the month after next", "2025-04")]),
    ("last day of a month", "It ends on the last day of this month.", [("the last day of this month", "2025-02-28")]),
    ("year at the end of a quotation", 'He said, "I was born in 1990."', [("1990", "1990")]),
    ("counted with an adjective between", "It took two bloody weeks.", [("two bloody weeks", "P2W")]),
    ("a few of them", "It took a few hot days.", [("a few hot days", "PXD")]),
    ("a number of others", "The two spent weeks there.", [("weeks", "PXW")]),
    ("end of the month", "By month's end it was over.", [("month's end", "2025-02")]),
    ("that spring", "He left in 2008. That spring she died.", [("2008", "2008"), ("That spring", "2008-SP")]),
    ("hours by a hyphen", "It opens 3-5 p.m.", [("3", "2025-02-18T15:00"), ("5 p.m.", "2025-02-18T17:00")]),
    ("hours over noon", "It opens 10 to 2 p.m.", [("10", "2025-02-18T10:00"), ("2 p.m.", "2025-02-18T14:00")]),
    ("a period", "It fell on Feb. 3. It rose in this period.", [("Feb. 3", "2025-02-03"), ("this period", "XXXX")]),
    ("a quarter called period", "Q3 was good. It fell that period.", [("Q3", "2024-Q3"), ("that period", "2024-Q3")]),
    (
        "part of the day told",
        "He left on Feb. 7, late in the evening.",
        [("Feb. 7", "2025-02-07"), ("late in the evening", "2025-02-07TEV")],
    ),
    ("a fortnight", "It opened a fortnight ago.", [("a fortnight ago", "2025-W06")]),
    ("a decade and a half", "It opened a decade and a half ago.", [("a decade and a half ago", "2010")]),
    ("half-hour", "They held a half-hour meeting.", [("half-hour", "PT30M")]),
    ("two-and-a-half", "It took two-and-a-half hours.", [("two-and-a-half hours", "PT2H30M")]),
    ("era before its year", "The city burned in AD 79.", [("AD 79", "0079")]),
    (
        "quarters side by side",
        "Profit for the quarter ended Sept. 29 rose from a year earlier. In the 2023 period it fell.",
        [
            ("the quarter", "2024-Q3"),
            ("Sept. 29", "2024-09-29"),
            ("a year earlier", "2023-Q3"),
            ("the 2023 period", "2023-Q3"),
        ],
    ),
    ("last month but named", "It crashed last January.", [("last January", "2024-01")]),
    ("last, long past", "It crashed last October.", [("last October", "2024-10")]),
    ("month and year in words", "In May nineteen ninety-seven it fell.", [("May nineteen ninety-seven", "1997-05")]),
    (
        "season and year in words",
        "We met in the winter of nineteen ninety-four.",
        [
            ("the winter of nineteen ninety-four", "1994-WI"),
        ],
    ),
    ("hour in the morning", "It will be held at 4 in the morning.", [("4 in the morning", "2025-02-18T04:00")]),
    (
        "night of a weekday with its date",
        "It burned on the night of Friday, Jan. 24.",
        [
            ("the night of Friday, Jan. 24", "2025-01-24TNI"),
        ],
    ),
    ("bound ahead", "The loan runs through January.", [("January", "2026-01")]),
    ("just past, against the tense", "It will be better than the January report.", [("January", "2025-01")]),
    ("months of the past", "Rents rose in June from a low in May.", [("June", "2024-06"), ("May", "2024-05")]),
    ("a day that names its event", "They wept after the Sept. 11 attacks.", [("Sept. 11", "2001-09-11")]),
    ("another that names its event", "They wept after the Oct. 7 attacks.", [("Oct. 7", "2023-10-07")]),
    ("every such day", "They sing every 2 April.", [("every 2 April", "XXXX-04-02")]),
    ("every such day, month first", "They sing every July 4.", [("every July 4", "XXXX-07-04")]),
    ("the same day otherwise", "They met on Sept. 11 in Lima.", [("Sept. 11", "2024-09-11")]),
    (
        "last weekday of a month",
        "It ends on the last Friday of this month.",
        [
            ("the last Friday of this month", "2025-02-28"),
        ],
    ),
    (
        "no fifth Friday",
        "It ended on the fifth Friday of February 2025.",
        [("Friday", "2025-02-14"), ("February 2025", "2025-02")],
    ),
    ("month before its noun", "They broke a June agreement.", [("June", "2024-06")]),
    ("two days of a month", "They met on April 24 and 25.", [("April 24", "2024-04-24"), ("25", "2024-04-25")]),
    ("a day and a number", "On Feb. 4 and 25 men were held.", [("Feb. 4", "2025-02-04")]),
    ("wait", "They must wait five years to sell.", [("five years", "P5Y")]),
    ("the full year", "Sales for the full year were lower.", [("the full year", "2025")]),
    ("part of a year", "It sank at the end of 1912.", [("the end of 1912", "1912")]),
    (
        "a date after its weekday",
        "This coming Sunday, Feb. 23, is free.",
        [("This coming Sunday, Feb. 23", "2025-02-23")],
    ),
    ("last with a named day", "He swam the Atlantic last Thanksgiving.", [("last Thanksgiving", "2024-11-28")]),
    ("night of a named day", "They sang on Christmas night.", [("Christmas night", "2024-12-25TNI")]),
    ("a named day unknown then", "They voted on Election Day 1998.", [("Election Day 1998", "XXXX-XX-XX")]),
    (
        "morning of the day told",
        "On Friday he fled in the morning.",
        [("Friday", "2025-02-14"), ("the morning", "2025-02-14TMO")],
    ),
    ("later the same day", "She spoke earlier in the evening.", [("earlier in the evening", "2025-02-18TEV")]),
    (
        "hour of the day told",
        "On Friday it hit at 5 p.m. and left.",
        [("Friday", "2025-02-14"), ("5 p.m.", "2025-02-14T17:00")],
    ),
    (
        "hour of the sentence before",
        "It met Friday. At 5 p.m. it ended.",
        [("Friday", "2025-02-14"), ("5 p.m.", "2025-02-14T17:00")],
    ),
    (
        "hour to come",
        "It met Friday. It will open at 5 p.m. here.",
        [("Friday", "2025-02-14"), ("5 p.m.", "2025-02-18T17:00")],
    ),
    (
        "hour below a heading",
        "It met Friday:\n\n5 p.m. Doors were opened.",
        [("Friday", "2025-02-14"), ("5 p.m.", "2025-02-18T17:00")],
    ),
    (
        "hour of the date that follows",
        "At 5:30 a.m. on March 20, 2003, it began.",
        [("5:30 a.m.", "2003-03-20T05:30"), ("March 20, 2003", "2003-03-20")],
    ),
    (
        "the week told",
        "On Friday it fell. For the week, it rose.",
        [("Friday", "2025-02-14"), ("the week", "2025-W07")],
    ),
    (
        "the quarter a year ago",
        "It won in the third quarter. In the quarter a year ago it lost. Last year's quarter was better.",
        [
            ("the third quarter", "2024-Q3"),
            ("the quarter a year ago", "2023-Q3"),
            ("Last year's quarter", "2023-Q3"),
        ],
    ),
    (
        "beside a forecast",
        "It will lose in the first quarter of 2026. In the year-ago period it won.",
        [("the first quarter of 2026", "2026-Q1"), ("the year-ago period", "2024-Q1")],
    ),
    ("since year-end", "It rose since year-end.", [("year-end", "2024")]),
    (
        "nights of two days",
        "Flights leave on Monday and Tuesday nights.",
        [("Monday", "XXXX-WXX-1TNI"), ("Tuesday nights", "XXXX-WXX-2TNI")],
    ),
    ("half a year off", "The record was set on Aug. 18.", [("Aug. 18", "2024-08-18")]),
    ("a heading of a year", "1998: it opens.", [("1998", "1998")]),
    (
        "a weekday begins no range",
        "It was cut on Friday to December's size.",
        [("Friday", "2025-02-14"), ("December", "2024-12")],
    ),
    ("today as an epoch", "In today's world it is rare.", [("today", "PRESENT_REF")]),
    ("today as a day", "In today's vote it lost.", [("today", "2025-02-18")]),
    ("quarters are counted", "It rose for the past two quarters.", [("the past two quarters", "P2Q")]),
)


@pytest.mark.parametrize(("text", "found"), [row[1:] for row in VALUES], ids=[row[0] for row in VALUES])
def test_spans_and_values(text: str, found: list[tuple[str, str]]) -> None:
    assert values(text) == found


STYLES = (
    ("Feb. 7", "2025-02-07"),
    ("7 February 2025", "2025-02-07"),
    ("2025-02-07", "2025-02-07"),
    ("02/07/25", "2025-02-07"),
    ("the 1990s", "199"),
    ("mid-March", "2025-03"),
    ("late 2024", "2024"),
    ("fiscal 2025", "2025"),
    ("the third quarter", "2024-Q3"),
    ("FY25", "2025"),
    ("the spring", "2024-SP"),
    ("the 19th century", "18"),
    ("7:30 a.m. EST", "2025-02-18T07:30-05"),
    ("1430 GMT", "2025-02-18T14:30Z"),
    ("the 18-year-old war", "P18Y"),
    ("three decades", "P30Y"),
    ("every Tuesday", "XXXX-WXX-2"),
    ("annual turns, annually", "P1Y"),
    ("Tuesday", "2025-02-18"),
    ("last week", "2025-W07"),
    ("earlier this month", "2025-02"),
    ("two days later", "XXXX-XX-XX"),
    ("the next day", "2025-02-19"),
    ("a year ago", "2024"),
    ("the same day", "2025-02-18"),
    ("New Year's Day", "2025-01-01"),
    ("Yom Kippur", "2024-10-12"),
    ("Ash Wednesday", "2024-02-14"),
    ("Palm Sunday", "2024-03-24"),
)


@pytest.mark.parametrize(("style", "value"), STYLES, ids=[row[0] for row in STYLES])
def test_every_style_of_the_news_is_read(style: str, value: str) -> None:
    assert [found for _, found in values(f"It was so in {style}.")] == [value]


RANGES = (
    ("weekdays", "It is shut from Monday to Friday.", ["2025-02-24", "2025-02-28"]),
    ("usual weekdays", "It is open from Monday to Friday.", ["XXXX-WXX-1", "XXXX-WXX-5"]),
    ("months over the year", "It snows from November to March.", ["2024-11", "2025-03"]),
    ("years", "The 2019-21 season was lost.", ["2019", "2021"]),
    ("years by dash", "The war of 1914–1918 began so.", ["1914", "1918"]),
)


@pytest.mark.parametrize(("text", "ends"), [row[1:] for row in RANGES], ids=[row[0] for row in RANGES])
def test_a_range_is_two_ends(text: str, ends: list[str]) -> None:
    assert [value for _, value in values(text)] == ends


INTERVALS = (
    ("to", "It is shut from Monday to Friday.", ("2025-02-24", "2025-02-28")),
    ("through", "It runs March 3 through March 9.", ("2025-03-03", "2025-03-09")),
    ("between", "It snowed between May and July 2021.", ("2021-05-01", "2021-07-31")),
    ("figures", "The 2019-21 season was lost.", ("2019-01-01", "2021-12-31")),
    ("joined days", "The fair ran 29 December-4 January.", ("2024-12-29", "2025-01-04")),
    ("joined months", "The December-February 2020 season was lost.", ("2019-12-01", "2020-02-29")),
    ("joined weekdays", "It was shut Monday-Friday.", ("2025-02-17", "2025-02-21")),
    ("days of a month", "The fair runs from 7 to 9 March.", ("2025-03-07", "2025-03-09")),
)


@pytest.mark.parametrize(("text", "days"), [row[1:] for row in INTERVALS], ids=[row[0] for row in INTERVALS])
def test_both_ends_of_a_range_have_its_interval(text: str, days: tuple[str, str]) -> None:
    one, other = read(text).dates
    ends = tuple(dt.date.fromisoformat(day) for day in days)
    assert (one.first, one.last) == (other.first, other.last) == ends
    assert one.value != other.value


@pytest.mark.parametrize("text", ["It was shut on Monday and Friday.", "In May, July and August it rained."])
def test_a_list_of_days_is_no_range(text: str) -> None:
    found = read(text).dates
    assert len({(each.first, each.last) for each in found}) == len(found)


DATELINES = (
    ("with a year", "LONDON, Feb. 7, 2025 (AP) -- The court ruled on Tuesday.", None, "2025-02-04"),
    ("without a year", "LONDON, Feb. 7 (AP) -- The court ruled on Tuesday.", None, "XXXX-WXX-2"),
    ("publication day wins", "LONDON, Feb. 7, 2025 (AP) -- The court ruled on Tuesday.", "2025-02-14", "2025-02-11"),
)


@pytest.mark.parametrize(("text", "published", "value"), [row[1:] for row in DATELINES], ids=[r[0] for r in DATELINES])
def test_the_dateline_stands_in_for_the_publication_day(text: str, published: str | None, value: str) -> None:
    kit = Kit(plugins=["newskit_dates", "newskit_structure"])
    assert kit.extract(text, published=published).dates[-1].value == value


UNRESOLVED = (
    ("on Tuesday", "XXXX-WXX-2"),
    ("last week", "XXXX-WXX"),
    ("this month", "XXXX-XX"),
    ("last year", "XXXX"),
    ("on February 7", "XXXX-02-07"),
    ("in March", "XXXX-03"),
    ("this summer", "XXXX-SU"),
    ("in the third quarter", "XXXX-Q3"),
    ("yesterday", "XXXX-XX-XX"),
    ("at 7:15 p.m.", "XXXX-XX-XXT19:15"),
    ("on Tuesday night", "XXXX-WXX-2TNI"),
    ("on Christmas Day", "XXXX-12-25"),
    ("two years ago", "XXXX"),
    ("in the quarter a year ago", "XXXX"),
)


@pytest.mark.parametrize(("text", "value"), UNRESOLVED, ids=[row[0] for row in UNRESOLVED])
def test_without_publication_day_values_stay_unresolved(text: str, value: str) -> None:
    found = read(f"It happened {text}.", published=None).dates[0]
    assert (found.value, found.first, found.last) == (value, None, None)


GRAINS = (
    ("in 2021", dt.date(2021, 1, 1), dt.date(2021, 12, 31)),
    ("earlier this month", dt.date(2025, 2, 1), dt.date(2025, 2, 28)),
    ("last week", dt.date(2025, 2, 10), dt.date(2025, 2, 16)),
    ("in the 1990s", dt.date(1990, 1, 1), dt.date(1999, 12, 31)),
    ("in the fourth quarter of 2024", dt.date(2024, 10, 1), dt.date(2024, 12, 31)),
    ("yesterday", dt.date(2025, 2, 17), dt.date(2025, 2, 17)),
)


@pytest.mark.parametrize(("text", "first", "last"), GRAINS, ids=[row[0] for row in GRAINS])
def test_the_interval_keeps_the_grain_that_was_said(text: str, first: dt.date, last: dt.date) -> None:
    found = read(f"It happened {text}.").dates[0]
    assert (found.first, found.last) == (first, last)


def test_a_rate_is_a_set() -> None:
    texts = ("He eats three meals a day.", "It ships 10,000 cars a year.", "We do dozens of talks a week.")
    assert [read(text).dates[-1].type for text in texts] == ["SET"] * 3
    assert read("He met two men a day after the crash.").dates[-1].type == "DURATION"


def test_a_set_says_how_often() -> None:
    found: TimeExpression = read("They meet three times a week and every Tuesday.").dates[0]
    assert (found.type, found.value, found.freq) == ("SET", "P1W", "3X")


def test_a_clock_time_is_of_the_weekday_that_follows() -> None:
    assert values("It ended at 10:30 p.m. on Monday.") == [
        ("10:30 p.m.", "2025-02-17T22:30"),
        ("Monday", "2025-02-17"),
    ]


def test_no_clock_time_is_made_up() -> None:
    assert all("T" not in found.value for found in read("He spoke on Monday, in March and in 2021.").dates)
