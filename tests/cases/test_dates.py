"""Time expressions: each rule by an example, weekdays by tense, words that fool, values without a publication day."""

from __future__ import annotations

import datetime as dt

import pytest

from newskit import Document, Kit, PluginWarning, TimeExpression
from newskit.text import entries

PUBLISHED = "2025-02-18"  # a Tuesday

RULES = (
    ("iso_date", "The deed is dated 2025-02-07.", "2025-02-07", "DATE", "2025-02-07", None),
    ("slash_date", "Stamped 02/07/25 by a clerk.", "02/07/25", "DATE", "2025-02-07", None),
    (
        "month_day_year",
        "The law passed on Friday, February 7, 2025.",
        "Friday, February 7, 2025",
        "DATE",
        "2025-02-07",
        None,
    ),
    ("month_day", "She resigned on Feb. 7.", "Feb. 7", "DATE", "2025-02-07", None),
    (
        "day_month_year",
        "It opened on the 7th of February 2025.",
        "the 7th of February 2025",
        "DATE",
        "2025-02-07",
        None,
    ),
    ("day_month", "It opened on 7 February.", "7 February", "DATE", "2025-02-07", None),
    ("month_year", "He retired in early March 2019.", "early March 2019", "DATE", "2019-03", "START"),
    ("month_of_year", "Prices peaked in June last year.", "June last year", "DATE", "2024-06", None),
    ("month", "The plant will close in May.", "May", "DATE", "2025-05", None),
    ("month_set", "Dues are paid every July.", "every July", "SET", "XXXX-07", None),
    ("year", "The bridge fell in 1998.", "1998", "DATE", "1998", None),
    ("spoken_year", "She was born in nineteen eighty-four.", "nineteen eighty-four", "DATE", "1984", None),
    ("era_year", "The city fell in 480 BC.", "480 BC", "DATE", "BC0480", None),
    ("part_date", "Snow is likely in mid-March.", "mid-March", "DATE", "2025-03", "MID"),
    ("year_range", "The 2019-21 season was lost.", "2019", "DATE", "2019", None),
    ("month_days", "The fair runs Sept. 11-13.", "Sept. 11", "DATE", "2024-09-11", None),
    ("days_month", "The fair runs from 7 to 9 March.", "7", "DATE", "2025-03-07", None),
    ("day_months", "The fair runs 5 September-12 October 2024.", "5 September", "DATE", "2024-09-05", None),
    ("month_month", "The fair runs Sept. 11-Oct. 3.", "Sept. 11", "DATE", "2024-09-11", None),
    ("month_pair", "The May-July 2020 season was lost.", "May", "DATE", "2020-05", None),
    ("weekday_pair", "It was shut Monday-Friday.", "Monday", "DATE", "2025-02-17", None),
    ("nth_weekday", "They meet on the first Monday of March.", "the first Monday of March", "DATE", "2025-03-03", None),
    ("decade", "Rents rose in the late 1990s.", "the late 1990s", "DATE", "199", "END"),
    ("century", "It was built in the 19th century.", "the 19th century", "DATE", "18", None),
    ("quarter", "Profit fell in the third quarter.", "the third quarter", "DATE", "2024-Q3", None),
    ("nth_quarter", "It reported third-quarter profit.", "third-quarter", "DATE", "2024-Q3", None),
    ("quarter_code", "Guidance for Q3 2024 was cut.", "Q3 2024", "DATE", "2024-Q3", None),
    ("year_quarter", "It beat last year's first quarter.", "last year's first quarter", "DATE", "2024-Q1", None),
    ("half_year", "Output rose in the first half of 2024.", "the first half of 2024", "DATE", "2024-H1", None),
    ("season", "Fires raged last summer.", "last summer", "DATE", "2024-SU", None),
    ("season", "The mill shut in the spring of 2019.", "the spring of 2019", "DATE", "2019-SP", None),
    ("fiscal_year", "It lost money in fiscal 2024.", "fiscal 2024", "DATE", "2024", None),
    ("holiday", "They flew home on Thanksgiving Day.", "Thanksgiving Day", "DATE", "2024-11-28", None),
    ("weekday", "He spoke on Tuesday.", "Tuesday", "DATE", "2025-02-18", None),
    ("weekday_week", "He was freed on Monday of last week.", "Monday of last week", "DATE", "2025-02-10", None),
    ("today", "The court ruled yesterday.", "yesterday", "DATE", "2025-02-17", None),
    ("day_next_today", "She leaves the day after tomorrow.", "the day after tomorrow", "DATE", "2025-02-20", None),
    ("tonight", "Polls close tonight.", "tonight", "TIME", "2025-02-18TNI", None),
    ("this_daypart", "It rained this morning.", "this morning", "TIME", "2025-02-18TMO", None),
    ("daypart_of", "It happened on the night of February 7.", "the night of February 7", "TIME", "2025-02-07TNI", None),
    ("part_daypart", "Quakes struck early morning Monday.", "early morning Monday", "TIME", "2025-02-17TMO", "START"),
    ("this_unit", "Talks resumed earlier this month.", "earlier this month", "DATE", "2025-02", "START"),
    ("the_unit", "He will step down at the end of the year.", "the end of the year", "DATE", "2025", "END"),
    ("the_quarter", "Sales rose in the quarter.", "the quarter", "DATE", "2024-Q4", None),
    ("the_week_of", "Trading was slow in the week of March 3.", "the week of March 3", "DATE", "2025-W10", None),
    ("the_unit_ago", "He had won the year before.", "the year before", "DATE", "2024", None),
    ("year_end", "It hopes to break even by year-end.", "year-end", "DATE", "2025", "END"),
    ("year_ago", "The year-ago quarter was weak.", "The year-ago quarter", "DATE", "2023-Q4", None),
    ("the_year_period", "In the 2023 period it lost money.", "the 2023 period", "DATE", "2023", None),
    ("same_period", "It did better in the same period last year.", "the same period last year", "DATE", "2024", None),
    ("ago", "The film came out two years ago.", "two years ago", "DATE", "2023", None),
    ("vague_ago", "They met years ago.", "years ago", "DATE", "PAST_REF", None),
    ("recent_units", "Costs have risen in recent years.", "recent years", "DATE", "PAST_REF", None),
    ("duration", "The strike lasted more than two weeks.", "more than two weeks", "DURATION", "P2W", "MORE_THAN"),
    ("span_of_units", "Rents doubled in the past three years.", "the past three years", "DURATION", "P3Y", None),
    ("past_unit", "They fell over the past year.", "the past year", "DURATION", "P1Y", None),
    ("first_units", "Aid came in the first days.", "the first days", "DURATION", "PXD", None),
    (
        "each_of_span",
        "He won in each of the past three years.",
        "each of the past three years",
        "DURATION",
        "P3Y",
        None,
    ),
    ("bare_units", "The siege went on for weeks.", "weeks", "DURATION", "PXW", None),
    ("the_years", "Nobody knows what the weeks ahead will bring.", "the weeks ahead", "DURATION", "PXW", None),
    ("some_time", "She waited for a while.", "a while", "DURATION", "PXX", None),
    ("age", "The suspect is 18 years old.", "18 years old", "DURATION", "P18Y", None),
    ("age_word", "An 18-year-old was hurt.", "18-year-old", "DURATION", "P18Y", None),
    ("length_word", "They held a two-hour meeting.", "two-hour", "DURATION", "PT2H", None),
    ("every", "They meet every other week.", "every other week", "SET", "P2W", None),
    ("times_a_unit", "They meet twice a month.", "twice a month", "SET", "P1M", None),
    ("weekdays", "Services run on Tuesdays.", "Tuesdays", "SET", "XXXX-WXX-2", None),
    ("adverb_set", "The paper appears daily.", "daily", "SET", "P1D", None),
    ("winters", "They spend winters in the south.", "winters", "SET", "XXXX-WI", None),
    ("clock", "The blast came at about 7:15 p.m.", "about 7:15 p.m.", "TIME", "2025-02-18T19:15", "APPROX"),
    ("clock_day", "Polls open at 7 a.m. EST Tuesday.", "7 a.m. EST Tuesday", "TIME", "2025-02-18T07:00-05", None),
    ("figures_clock", "The blast came at about 1830 GMT.", "about 1830 GMT", "TIME", "2025-02-18T18:30Z", "APPROX"),
    ("reference", "The firm currently employs ten.", "currently", "DATE", "PRESENT_REF", None),
    ("now", "He now lives abroad.", "now", "DATE", "PRESENT_REF", None),
    ("current", "The current plan is new.", "current", "DATE", "PRESENT_REF", None),
    ("recent", "A recent poll says so.", "recent", "DATE", "PAST_REF", None),
    ("more_recently", "More recently it faltered.", "More recently", "DATE", "PAST_REF", None),
    ("future", "Nobody knows the future.", "the future", "DATE", "FUTURE_REF", None),
    ("past", "It worked in the past.", "the past", "DATE", "PAST_REF", None),
    ("day_clock", "It closes Tuesday noon.", "Tuesday noon", "TIME", "2025-02-18T12:00", None),
    ("the_year", "It has made money for the year, he said.", "the year", "DATE", "2025", None),
)


def read(text: str, published: str | None = PUBLISHED) -> Document:
    document = Kit(plugins=["newskit_dates"]).extract(text, published=published)
    assert document.failures == ()
    return document


def values(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str]]:
    return [(found.span.text, found.value) for found in read(text, published).dates]


@pytest.mark.parametrize(("rule", "text", "span", "kind", "value", "mod"), RULES, ids=[row[0] for row in RULES])
def test_each_rule_reads_its_example(rule: str, text: str, span: str, kind: str, value: str, mod: str | None) -> None:
    found = read(text).dates[0]
    assert (found.rule, found.span.text, found.type, found.value, found.mod) == (rule, span, kind, value, mod)


def test_every_rule_has_an_example() -> None:
    lines = entries("newskit_dates", "grammar.txt")
    named = {line.split()[0] for line in lines if not line.startswith("{")}
    assert named == {row[0] for row in RULES}


WEEKDAYS = (
    ("past", "He spoke on Tuesday.", "2025-02-18"),
    ("past, the day before", "He stated on Monday that it was over.", "2025-02-17"),
    ("past, later in the week", "They met on Thursday.", "2025-02-13"),
    ("future", "They will meet on Thursday.", "2025-02-20"),
    ("future, today", "They will meet on Tuesday.", "2025-02-18"),
    ("to be held", "The vote is to be held on Friday.", "2025-02-21"),
    ("is to", "The court is to rule on Friday.", "2025-02-21"),
    ("set to", "The talks, set to resume on Friday, are off.", "2025-02-21"),
    ("planned to", "The team planned to leave on Friday.", "2025-02-21"),
    ("put off", "The vote was postponed until Friday.", "2025-02-21"),
    ("had been scheduled", "The bid had been scheduled to lapse on Friday.", "2025-02-14"),
    ("future beside past", "He said on Monday that they will meet soon.", "2025-02-17"),
    ("last", "They met last Tuesday.", "2025-02-11"),
    ("next", "They meet next Tuesday.", "2025-02-25"),
    ("coming", "This coming Sunday is a holiday.", "2025-02-23"),
)


@pytest.mark.parametrize(("text", "value"), [row[1:] for row in WEEKDAYS], ids=[row[0] for row in WEEKDAYS])
def test_weekday_is_the_latest_unless_the_clause_is_of_the_future(text: str, value: str) -> None:
    assert values(text)[0][1] == value


VALUES = (
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
    ("months of the past", "Rents rose in June from a low in May.", [("June", "2024-06"), ("May", "2024-05")]),
    ("a day that names its event", "They wept after the Sept. 11 attacks.", [("Sept. 11", "2001-09-11")]),
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
    ("two days of a month", "They met on April 24 and 25.", [("April 24", "2025-04-24"), ("25", "2025-04-25")]),
    ("a day and a number", "On Feb. 4 and 25 men were held.", [("Feb. 4", "2025-02-04")]),
    ("wait", "They must wait five years to sell.", [("five years", "P5Y")]),
    ("the full year", "Sales for the full year were lower.", [("the full year", "2025")]),
    ("part of a year", "It sank at the end of 1912.", [("the end of 1912", "1912")]),
    ("quarters are counted", "It rose for the past two quarters.", [("the past two quarters", "P2Q")]),
)


@pytest.mark.parametrize(("text", "found"), [row[1:] for row in VALUES], ids=[row[0] for row in VALUES])
def test_spans_and_values(text: str, found: list[tuple[str, str]]) -> None:
    assert values(text) == found


RANGES = (
    ("weekdays", "It is open from Monday to Friday.", ["2025-02-17", "2025-02-21"]),
    ("months over the year", "It snows from November to March.", ["2024-11", "2025-03"]),
    ("years", "The 2019-21 season was lost.", ["2019", "2021"]),
    ("years by dash", "The war of 1914–1918 began so.", ["1914", "1918"]),
)


@pytest.mark.parametrize(("text", "ends"), [row[1:] for row in RANGES], ids=[row[0] for row in RANGES])
def test_a_range_is_two_ends(text: str, ends: list[str]) -> None:
    assert [value for _, value in values(text)] == ends


INTERVALS = (
    ("to", "It is open from Monday to Friday.", ("2025-02-17", "2025-02-21")),
    ("through", "It runs March 3 through March 9.", ("2025-03-03", "2025-03-09")),
    ("between", "It snowed between May and July 2021.", ("2021-05-01", "2021-07-31")),
    ("figures", "The 2019-21 season was lost.", ("2019-01-01", "2021-12-31")),
    ("joined days", "The fair runs 29 December-4 January.", ("2024-12-29", "2025-01-04")),
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


ORDERS = (
    ("month first unless told", {}, "2025-02-07"),
    ("month first", {"day_first": False}, "2025-02-07"),
    ("day first", {"day_first": True}, "2025-07-02"),
)


@pytest.mark.parametrize(("options", "value"), [row[1:] for row in ORDERS], ids=[row[0] for row in ORDERS])
def test_the_order_of_figures_is_an_option(options: dict[str, bool], value: str) -> None:
    kit = Kit(plugins=["newskit_dates"], options={"newskit_dates": options})
    assert [found.value for found in kit.extract("Stamped 02/07/25 by a clerk.").dates] == [value]
    assert [found.value for found in kit.extract("Stamped 13/07/25, then 07/13/25.").dates] == ["2025-07-13"] * 2


WRONG_OPTIONS = (
    ({"day_first": "yes"}, "option 'day_first': expected True or False, got 'yes'"),
    ({"day-first": True}, "unknown option 'day-first'; there is: day_first"),
)


@pytest.mark.parametrize(("options", "message"), WRONG_OPTIONS)
def test_a_wrong_option_is_told(options: dict[str, object], message: str) -> None:
    with pytest.warns(PluginWarning, match=message):
        Kit(plugins=["newskit_dates"], options={"newskit_dates": options})


DATELINES = (
    ("with a year", "LONDON, Feb. 7, 2025 (AP) -- The court ruled on Tuesday.", None, "2025-02-04"),
    ("without a year", "LONDON, Feb. 7 (AP) -- The court ruled on Tuesday.", None, "XXXX-WXX-2"),
    ("publication day wins", "LONDON, Feb. 7, 2025 (AP) -- The court ruled on Tuesday.", "2025-02-14", "2025-02-11"),
)


@pytest.mark.parametrize(("text", "published", "value"), [row[1:] for row in DATELINES], ids=[r[0] for r in DATELINES])
def test_the_dateline_stands_in_for_the_publication_day(text: str, published: str | None, value: str) -> None:
    kit = Kit(plugins=["newskit_dates", "newskit_structure"])
    assert kit.extract(text, published=published).dates[-1].value == value


NO_DATES = (
    "The picture is undated.",
    "He may march; the second we sat in the sun, mon ami.",
    "Votes went 50-50 after 24/7 coverage and 9/11.",
    "Windows 2000 cost $1999 then.",
    "May Smith and April Jones met June Carter.",
    "It rose to 2,000 points, 1999 shares at most.",
    "Call 555-1999 or 555.2012 for help.",
    "The fall of the city came as a surprise.",
    "Three quarters of the troops left.",
    "A second man and a quarter of the staff spoke to USA Today.",
    "Now, that is what I call a story.",
    "He is in his 30s.",
    "Her rating rose to the low 50s.",
    "It met with anger in many quarters.",
    "It has over 2000 members.",
    "The Sunday Chronicle and the Morning Daily News said so.",
    "She decorated a Christmas tree.",
    "At the end of the day, nobody cares.",
    "It won album of the year.",
    "The 20th Century Fox film did well.",
    "The firm paid a quarterly dividend.",
    "The shot was heard at about 1900.",
    "It broadcasts at 1590 GMT.",
    "He is on the channel's Sunday Forum show.",
    "In the film the March on Rome is shown.",
    "She is in her late thirties.",
    "The current account was in deficit.",
    "Wait a minute, he said.",
    "It was 3-2 on aggregate, 6-4 in sets.",
)


@pytest.mark.parametrize("text", NO_DATES)
def test_words_that_fool_are_no_times(text: str) -> None:
    assert values(text) == []


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


def test_a_set_says_how_often() -> None:
    found: TimeExpression = read("They meet three times a week and every Tuesday.").dates[0]
    assert (found.type, found.value, found.freq) == ("SET", "P1W", "3X")


def test_the_day_told_is_what_the_next_day_counts_from() -> None:
    assert values("He left on Feb. 7. The next day she left. Two days later they met.") == [
        ("Feb. 7", "2025-02-07"),
        ("The next day", "2025-02-08"),
        ("Two days later", "2025-02-10"),
    ]


def test_a_narrative_counts_from_its_own_year() -> None:
    story = (
        "In January 1912 he sailed. In 1913 he was back. In May 1914 he left. The war of 1914 took him. "
        "By 1915 he was home; in June 1916 he wrote. In 1917 it was read. In July 1918 he fell ill. "
        "In August 1918 he rose. In March 1919 he spoke. On 4 April 1920 he wed. On 6 May 1921 he moved. "
        "On 9 June he died. He was buried in October."
    )
    assert values(story, "2009-12-19")[-2:] == [("9 June", "1921-06-09"), ("October", "1921-10")]


def test_a_clock_time_is_of_the_weekday_that_follows() -> None:
    assert values("It ended at 10:30 p.m. on Monday.") == [
        ("10:30 p.m.", "2025-02-17T22:30"),
        ("Monday", "2025-02-17"),
    ]


def test_no_clock_time_is_made_up() -> None:
    assert all("T" not in found.value for found in read("He spoke on Monday, in March and in 2021.").dates)


@pytest.mark.parametrize(
    "text", ["May " * 3000, "7 " * 3000, "1999-" * 2000, "/" * 5000, "Monday \ud800 " * 500, "\0" * 99]
)
def test_odd_input_never_raises(text: str) -> None:
    read(text)
