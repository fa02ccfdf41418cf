"""Time expressions: each rule by an example; the plugin's options; odd input."""

from __future__ import annotations

import pytest
from dated import read

from newskit import Kit, PluginError
from newskit.text import entries

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
    ("era_range", "The revolt of 499-493 BC failed.", "499", "DATE", "BC0499", None),
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
    (
        "early_hours",
        "He fled in the early hours of Monday.",
        "the early hours of Monday",
        "TIME",
        "2025-02-17TMO",
        "START",
    ),
    ("the_daypart", "She rises early in the morning.", "early in the morning", "TIME", "XXXX-XX-XXTMO", "START"),
    ("at_night", "They move only at night.", "night", "TIME", "XXXX-XX-XXTNI", None),
    ("part_daypart", "Quakes struck early morning Monday.", "early morning Monday", "TIME", "2025-02-17TMO", "START"),
    ("this_unit", "Talks resumed earlier this month.", "earlier this month", "DATE", "2025-02", "START"),
    ("the_unit", "He will step down at the end of the year.", "the end of the year", "DATE", "2025", "END"),
    ("the_quarter", "Sales rose in the quarter.", "the quarter", "DATE", "2024-Q4", None),
    ("the_week_of", "Trading was slow in the week of March 3.", "the week of March 3", "DATE", "2025-W10", None),
    ("the_unit_ago", "He had won the year before.", "the year before", "DATE", "2024", None),
    ("the_weekend", "They talked over the weekend.", "the weekend", "DATE", "2025-W07-WE", None),
    ("unit_of", "It opens in the first week of May.", "the first week of May", "DATE", "2025-W18", None),
    ("before_last", "It shut the week before last.", "the week before last", "DATE", "2025-W06", None),
    ("day_of_turn", "It shut on the 7th of this month.", "the 7th of this month", "DATE", "2025-02-07", None),
    ("step_from_day", "They met three weeks ago Tuesday.", "three weeks ago Tuesday", "DATE", "2025-01-28", None),
    ("clock_range", "It opens 3-5 p.m. here.", "3", "TIME", "2025-02-18T15:00", None),
    ("duration_sum", "It took two hours and 15 minutes.", "two hours and 15 minutes", "DURATION", "PT2H15M", None),
    ("year_end", "It hopes to break even by year-end.", "year-end", "DATE", "2025", "END"),
    ("year_ago", "The year-ago quarter was weak.", "The year-ago quarter", "DATE", "2023-Q4", None),
    ("the_year_period", "In the 2023 period it lost money.", "the 2023 period", "DATE", "2023", None),
    ("same_period", "It did better in the same period last year.", "the same period last year", "DATE", "2024", None),
    ("ago", "The film came out two years ago.", "two years ago", "DATE", "2023", None),
    ("vague_ago", "They met years ago.", "years ago", "DATE", "PAST_REF", None),
    ("recent_units", "Costs have risen in recent years.", "recent years", "DURATION", "PXY", None),
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
    ("vague_units", "It will earn less in future quarters.", "future quarters", "DATE", "FUTURE_REF", None),
    ("some_time", "She waited for a while.", "a while", "DURATION", "PXX", None),
    ("age", "The suspect is 18 years old.", "18 years old", "DURATION", "P18Y", None),
    ("age_word", "An 18-year-old was hurt.", "18-year-old", "DURATION", "P18Y", None),
    ("length_word", "They held a two-hour meeting.", "two-hour", "DURATION", "PT2H", None),
    ("every", "They meet every other week.", "every other week", "SET", "P2W", None),
    ("times_a_unit", "They meet twice a month.", "twice a month", "SET", "P1M", None),
    ("per_unit", "It burns 40 tons per day.", "per day", "SET", "P1D", None),
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


@pytest.mark.parametrize(("rule", "text", "span", "kind", "value", "mod"), RULES, ids=[row[0] for row in RULES])
def test_each_rule_reads_its_example(rule: str, text: str, span: str, kind: str, value: str, mod: str | None) -> None:
    found = read(text).dates[0]
    assert (found.rule, found.span.text, found.type, found.value, found.mod) == (rule, span, kind, value, mod)


def test_every_rule_has_an_example() -> None:
    lines = entries("newskit_dates", "grammar.txt")
    named = {line.split()[0] for line in lines if not line.startswith("{")}
    assert named == {row[0] for row in RULES}


BEGINNINGS = (
    ("", {""}),
    ("abc", {"ab"}),
    ("a?b?", {"", "a", "b", "ab"}),
    ("(?:a|bc)?d", {"ad", "bc", "d"}),
    ("(?:a(?:b|c)?|d)(?:e|f)?", {"a", "ab", "ac", "ae", "af", "d", "de", "df"}),
)


@pytest.mark.parametrize(("pattern", "found"), BEGINNINGS)
def test_what_a_pattern_can_begin_with(pattern: str, found: set[str]) -> None:
    assert beginnings(pattern) == found


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


def test_ages_are_an_option() -> None:
    text = "A 6-year-old boy saw the 8-month-old truce end; he is 7 years old."
    assert Kit(plugins=["newskit_dates"]).extract("It is read by 18 to 24 year olds.").dates == ()
    assert [found.span.text for found in Kit(plugins=["newskit_dates"]).extract(text).dates] == ["8-month-old"]
    assert [found.value for found in read(text).dates] == ["P6Y", "P8M", "P7Y"]


WRONG_OPTIONS = (
    ({"ages": 1}, "option 'ages': expected True or False, got 1"),
    ({"day_first": "yes"}, "option 'day_first': expected True or False, got 'yes'"),
    ({"day-first": True}, "unknown option 'day-first'; there are: ages, day_first"),
)


@pytest.mark.parametrize(("options", "message"), WRONG_OPTIONS)
def test_a_wrong_option_is_told(options: dict[str, object], message: str) -> None:
    with pytest.raises(PluginError, match=message):
        Kit(plugins=["newskit_dates"], options={"newskit_dates": options})


@pytest.mark.parametrize(
    "text", ["May " * 3000, "7 " * 3000, "1999-" * 2000, "/" * 5000, "Monday \ud800 " * 500, "\0" * 99]
)
def test_odd_input_never_raises(text: str) -> None:
    read(text)
