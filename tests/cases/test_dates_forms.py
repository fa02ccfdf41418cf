"""Forms of dates that reports of other packages tell of: lists, figures, named days, what is seen, what is no date."""

from __future__ import annotations

import pytest
from dated import read, values

import newskit

SHARED = (
    (
        "months and a year",
        "It snowed in May, June and July 2021.",
        [("May", "2021-05"), ("June", "2021-06"), ("July 2021", "2021-07")],
    ),
    (
        "months and last year",
        "It snowed from May to July last year.",
        [("May", "2024-05"), ("July last year", "2024-07")],
    ),
    (
        "over new year",
        "It snowed between November and March 2022.",
        [("November", "2021-11"), ("March 2022", "2022-03")],
    ),
    (
        "months of last year",
        "It snowed in May and June of last year.",
        [("May", "2024-05"), ("June of last year", "2024-06")],
    ),
    (
        "days and a year",
        "It snowed on May 4, 11 and 18, 2021.",
        [("May 4", "2021-05-04"), ("11", "2021-05-11"), ("18, 2021", "2021-05-18")],
    ),
    ("or", "It snowed on Jan. 4 or 5.", [("Jan. 4", "2025-01-04"), ("5", "2025-01-05")]),
    (
        "days of a month",
        "It snowed on the 4th and 11th of January.",
        [("the 4th", "2025-01-04"), ("11th of January", "2025-01-11")],
    ),
    (
        "months and days",
        "It ran from May 4 to June 5, 2021.",
        [("May 4", "2021-05-04"), ("June 5, 2021", "2021-06-05")],
    ),
    ("day first", "It ran 4 May – 5 June 2021.", [("4 May", "2021-05-04"), ("5 June 2021", "2021-06-05")]),
    (
        "in words",
        "It ran from the fourth to ninth May 2021.",
        [("the fourth", "2021-05-04"), ("ninth May 2021", "2021-05-09")],
    ),
    ("centuries", "It grew in the 17th and 18th centuries.", [("the 17th", "16"), ("18th centuries", "17")]),
    (
        "centuries of a range",
        "It grew from the 15th to the 17th century.",
        [("the 15th", "14"), ("the 17th century", "16")],
    ),
    (
        "quarters",
        "It grew in the first and third quarters of 2023.",
        [("the first", "2023-Q1"), ("third quarters of 2023", "2023-Q3")],
    ),
    (
        "parts of months",
        "It ran from late June to early August 2021.",
        [("late June", "2021-06"), ("early August 2021", "2021-08")],
    ),
    (
        "parts joined",
        "It ran from mid-May to mid-July last year.",
        [("mid-May", "2024-05"), ("mid-July last year", "2024-07")],
    ),
    (
        "seasons",
        "It snowed in the winter and spring of 2021.",
        [("the winter", "2020-WI"), ("spring of 2021", "2021-SP")],
    ),
    (
        "ranges of days before their month",
        "It ran 4-6 and 11-13 January.",
        [("4", "2025-01-04"), ("6", "2025-01-06"), ("11", "2025-01-11"), ("13 January", "2025-01-13")],
    ),
    (
        "ranges of days",
        "It ran on Jan. 4-6 and 11-13.",
        [("Jan. 4", "2025-01-04"), ("6", "2025-01-06"), ("11", "2025-01-11"), ("13", "2025-01-13")],
    ),
    ("the dash of figures", "It ran 4 May\u20125 June 2021.", [("4 May", "2021-05-04"), ("5 June 2021", "2021-06-05")]),
    ("the minus", "It snowed in May\u2212July 2021.", [("May", "2021-05"), ("July 2021", "2021-07")]),
    ("lengths", "It takes between 6 and 9 weeks.", [("6", "P6W"), ("9 weeks", "P9W")]),
    (
        "a day of a month in a year",
        "They spoke of that May evening in 2011.",
        [("that May", "2011-05"), ("2011", "2011")],
    ),
)
CLOCKS = (
    ("a weekday and its date", "He will speak at 7 p.m. on Sunday, March 2.", "2025-03-02T19:00"),
    ("a date with its year", "He spoke at 7 p.m. on May 4, 2021.", "2021-05-04T19:00"),
    ("a day in words", "He spoke at 7 p.m. on the 4th of February.", "2025-02-04T19:00"),
    ("a named day", "He spoke at 7 p.m. on Christmas Eve.", "2024-12-24T19:00"),
    ("the day before", "He spoke at 7 p.m. the day before.", "2025-02-17T19:00"),
    ("ISO", "He spoke at 7 p.m. on 2021-05-04.", "2021-05-04T19:00"),
    ("another zone between", "He spoke at 7 p.m. (2300 GMT) on Feb. 4.", "2025-02-04T19:00"),
    ("a set", "It airs at 7 p.m. on Sundays.", "XXXX-WXX-7T19:00"),
    ("a part of the day", "He spoke at 10 o'clock on Monday night.", "2025-02-17T22:00"),
    ("a point", "He will speak at 6.30 p.m. on March 2.", "2025-03-02T18:30"),
    ("a day before it", "It starts 5 March 12:00 at the pier.", "2025-03-05T12:00"),
    ("a listing", "Show: Sat., 8 p.m.", "2025-02-22T20:00"),
    ("narrow spaces", "He spoke at 7\u202fp.m. on\u202fFeb.\u20094.", "2025-02-04T19:00"),
    ("minutes before an hour", "He spoke at ten to six on Monday.", "2025-02-17T05:50"),
    ("counted minutes before an hour", "He spoke at 20 minutes to 4 on Monday.", "2025-02-17T03:40"),
    ("half an hour past", "He spoke at half seven on Monday.", "2025-02-17T07:30"),
    ("a day in the brackets of another zone", "It struck at 05:46 (20:46 GMT on Saturday).", "2025-02-16T05:46"),
)
FORMS = (
    ("14.02.2021", "2021-02-14"),
    ("2-14-2021", "2021-02-14"),
    ("14-Feb-21", "2021-02-14"),
    ("2021/02/14", "2021-02-14"),
    ("2021.02.14", "2021-02-14"),
    ("14/Feb/2021", "2021-02-14"),
    ("02/2021", "2021-02"),
    ("2021 February 14", "2021-02-14"),
    ("Sunday, February, 14th 2021", "2021-02-14"),
    ("14th Feb 81", "1981-02-14"),
    ("Feb 14, 81", "1981-02-14"),
    ("14 February 19 81", "1981-02-14"),
    ("14. February 2021", "2021-02-14"),
    ("May. 14, 2021", "2021-05-14"),
    ("14ᵗʰ February 2021", "2021-02-14"),
    ("14FEB2021", "2021-02-14"),
    ("2021\u201002\u201014", "2021-02-14"),
    ("2021-2-14", "2021-02-14"),
    ("14th-February-2021", "2021-02-14"),
    ("2nd. February 2021", "2021-02-02"),
    ("Q2’23", "2023-Q2"),
    ("CY23", "2023"),
    ("FY’23", "2023"),
    ("Arbor Day", "2024-04-26"),
    ("the mid-seventies", "197"),
    ("two summers ago", "2023-SU"),
    ("Sunday after next", "2025-03-02"),
    ("the Tuesday before last", "2025-02-04"),
    ("alternate Fridays", "XXXX-WXX-5"),
    ("every fifth year", "P5Y"),
    ("the &rsquo;70s", "197"),
    ("410 C.E.", "0410"),
    ("Feb\u00adru\u00adary 14", "2025-02-14"),
    ("Feb&nbsp;14", "2025-02-14"),
    ("Febru-\nary 14", "2025-02-14"),
    ("february 14, 2021", "2021-02-14"),
    ("march 14, 2021", "2021-03-14"),
    ("2Q23", "2023-Q2"),
    ("Q2'23", "2023-Q2"),
    ("Q2-2023", "2023-Q2"),
    ("2023Q2", "2023-Q2"),
    ("2H23", "2023-H2"),
    ("Q2 FY23", "2023-Q2"),
    ("Quarter 2 2023", "2023-Q2"),
    ("the winter of 2021-22", "2021-WI"),
    ("three days before Christmas", "2024-12-22"),
    ("the day after Thanksgiving", "2024-11-29"),
    ("the Friday before Christmas", "2024-12-20"),
    ("the week before Christmas", "2024-W51"),
    ("a week after Feb. 3", "2025-02-10"),
    ("two days after last Friday", "2025-02-16"),
    ("the first Monday of the month", "2025-02-03"),
    ("the first Friday of last month", "2025-01-03"),
    ("the last Sunday of every month", "XXXX-XX-WXX-7"),
    ("weekdays", "XXXX-WXX-WD"),
    ("Black Friday", "2024-11-29"),
    ("Lunar New Year", "2025-01-29"),
    ("Hanukkah", "2024-12-26"),
    ("May Day", "2024-05-01"),
    ("Wed.", "2025-02-12"),
    ("40,000 years ago", "KA40"),
    ("66 million years ago", "MA66"),
    ("2000 BCE", "BC2000"),
    ("half a century ago", "1975"),
    ("the mid-18th century", "17"),
)
LENGTHS = (
    ("an hour and 20 minutes", "PT1H20M"),
    ("a year and three months", "P1Y3M"),
    ("a quarter of an hour", "PT15M"),
    ("three quarters of an hour", "PT45M"),
    ("an hour and a quarter", "PT1H15M"),
    ("four-and-a-half-hour", "PT4H30M"),
    ("6½-hour", "PT6H30M"),
    ("hour-and-a-half", "PT1H30M"),
    ("2¼ years", "P2.25Y"),
    ("a quarter of a century", "P25Y"),
    ("two weeks and a half", "P2.5W"),
    ("two and one-half years", "P2Y6M"),
    ("one-and-three-quarter-hour", "PT1.75H"),
    ("30-odd years", "P30Y"),
    ("20-some days", "P20D"),
    ("90-plus minutes", "PT90M"),
    ("90-minute-plus", "PT90M"),
    ("ten\u2010day", "P10D"),
    ("15+ hours", "PT15H"),
    ("20-odd-year", "P20Y"),
)
NONE = (
    "It opened on 33 March 2021.",
    "It opened on February 29, 2021.",
    "It is at 2021/14/2 there.",
    "It opened on the 31st of June.",
    "It was in 1444 AH.",
    "It was in the Persian year 1401.",
    "He was born in 1341 in the Persian calendar.",
    "The vase is from B.E. 1950.",
    "The farm has 1960 olive trees, and it counts 2014 hospital beds.",
    "There were 1997 new cases.",
    "They sold 2015 tickets.",
    "The vote was 1990 to 1850.",
    "The bolt weighs 2010 grams.",
    "Bill 2012 was passed.",
    "He saw Fahrenheit 9/11 there.",
    "It is open 24/7 there.",
    "It is a minute amount.",
    "India's tomorrow is bright.",
    "He works at Sun.",
)


@pytest.mark.parametrize(("text", "found"), [row[1:] for row in SHARED], ids=[row[0] for row in SHARED])
def test_what_is_said_once_is_of_all(text: str, found: list[tuple[str, str]]) -> None:
    assert values(text) == found
    days = [date.first for date in read(text).dates if date.first and date.rule != "year"]
    assert days == sorted(days)


@pytest.mark.parametrize(("text", "value"), [row[1:] for row in CLOCKS], ids=[row[0] for row in CLOCKS])
def test_a_clock_time_is_of_its_date(text: str, value: str) -> None:
    times = [date for date in read(text).dates if date.type == "TIME"]
    assert times[0].value == value


def test_a_range_of_hours_goes_over_midnight() -> None:
    assert [value for _, value in values("It is on from 10 p.m. to 2 a.m.")] == ["2025-02-18T22:00", "2025-02-19T02:00"]
    assert [value for _, value in values("It moved from 9 p.m. to 8 p.m.")] == ["2025-02-18T21:00", "2025-02-18T20:00"]


@pytest.mark.parametrize(("written", "value"), FORMS, ids=[row[0] for row in FORMS])
def test_a_form_has_its_value(written: str, value: str) -> None:
    assert (written, value) in values(f"It was there on {written}, he said.")


@pytest.mark.parametrize(("written", "value"), LENGTHS, ids=[row[0] for row in LENGTHS])
def test_a_length_has_its_value(written: str, value: str) -> None:
    assert (written, value) in values(f"It was a good {written} of work.")


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_date_gives_no_part_of_one(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The 9/11 attacks changed it.", "2001-09-11"),
        ("He took part in the Jan. 6 riot.", "2021-01-06"),
        ("The 7/7 bombings killed 52.", "2005-07-07"),
        ("The 9-11 memorial is near.", "2001-09-11"),
    ],
)
def test_figures_name_an_event(text: str, value: str) -> None:
    assert [found for _, found in values(text)] == [value]


def test_a_day_of_february_is_of_a_year_that_has_it() -> None:
    assert [value for _, value in values("It closed on Feb. 29.")] == ["2024-02-29"]
    assert [value for _, value in values("It will close on Feb. 29.")] == ["2028-02-29"]


def test_a_year_of_another_calendar_does_not_hide_ours() -> None:
    assert values("It was in 1391 (2012).") == [("2012", "2012")]


def test_offsets_are_those_of_the_text_as_it_is() -> None:
    text = "On Tues\u00adday&nbsp;he left at 9&#160;a.m. on \u200bMay 4\u2060, 2021, and on Sept. 3ʳᵈ."
    found = [date.span.text for date in read(text).dates]
    assert found == ["Tues\u00adday", "9&#160;a.m.", "May 4\u2060, 2021", "Sept. 3ʳᵈ"]
    assert all(text[date.span.start : date.span.end] == date.span.text for date in read(text).dates)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It starts at 8 p.m. and lasts until 3 a.m.", ["2025-02-18T20:00", "2025-02-19T03:00"]),
        ("It ran from 10 p.m. to 2 a.m. on Feb. 3.", ["2025-02-03T22:00", "2025-02-04T02:00", "2025-02-03"]),
        ("It is shut from 9 p.m. Saturday to 5 a.m. Sunday.", ["2025-02-22T21:00", "2025-02-23T05:00"]),
        ("The log says 2025-02-07 08:15:42 for it.", ["2025-02-07T08:15:42"]),
        ("It begins at 18:30 IST, or 9 a.m. Eastern time.", ["2025-02-18T18:30", "2025-02-18T09:00"]),
        ("It begins at 18:30 UTC+3 or 7 pm SGT.", ["2025-02-18T18:30+03", "2025-02-18T19:00+08"]),
        ("It was so in the winter of '47 and in '84.", ["1947-WI", "1984"]),
        ("It took half a dozen years, a yearlong one and 90 min.", ["P6Y", "P1Y", "PT90M"]),
        ("It fell in the Ethiopian year 2016.", []),
        ("The bank, which cut rates in November, will meet in March.", ["2024-11", "2025-03"]),
        ("It came two weeks late this year.", ["P2W", "2025"]),
        ("It will be ready in the autumn, and opened in the spring.", ["2025-FA", "2024-SP"]),
        ("He was born on Labour Day.", ["2024-09-02"]),
        ("Feasts are kept at the winter solstice.", []),
        ("It fell in the third quarter of 2023-24, and in the March quarter.", ["2023-Q3", "2025-Q1"]),
        ("It was so in Q2 of FY24, not in 2023-25.", ["2024-Q2", "2023", "2025"]),
        ("It was sold in Apr'23, and on 15 Nov’24.", ["2023-04", "2024-11-15"]),
        ("He ran it in 2h14, at 10h30 or 18h00.", ["2025-02-18T10:30", "2025-02-18T18:00"]),
        ("It opened at 9.30a.m. on Monday, and at 6p.m.", ["2025-02-17T09:30", "2025-02-17", "2025-02-17T18:00"]),
        ("The alarm at 0415 hours on Monday took 20 hours.", ["2025-02-17T04:15", "2025-02-17", "PT20H"]),
        ("It was shut between 0900 and 1700 hours.", ["2025-02-18T17:00"]),
        ("It came at twenty-five minutes past two.", ["2025-02-18T02:25"]),
        ("It came at seven minutes past two.", ["PT7M"]),
        ("She came a half hour late, a half-century ago.", ["PT30M", "1975"]),
        ("It came at 3.17 in the afternoon.", ["2025-02-18T15:17"]),
        ("It ended on 3 rd January, in the 21 st century.", ["2025-01-03", "20"]),
        ("He died on Sunday last in Lima, on the Monday next to it.", ["2025-02-16", "2025-02-17"]),
        ("The Friday before last was wet.", ["2025-02-07"]),
        ("He was born in 2045 BS in Lima.", []),
        ("Dial 1930 for 2016 containers.", []),
        ("They won 2016 regional polls, and lost 2018 council races.", ["2016", "2018"]),
        ("In 2020 Saka scored, and in 2019 the calendar was full.", ["2020", "2019"]),
        ("It is the last day to vote, and her last day at work.", []),
        ("Profit rose, first-half sales fell, and he scored two first-half goals.", ["2025-H1"]),
        ("The odds were put at five to one; they voted ten to six.", []),
        ("It costs at five to ten dollars, and at half ten per cent more.", []),
        ("It was read on International Holocaust Remembrance Day.", ["2025-01-27"]),
        ("Graves are tended on the Day of the Dead.", ["2024-11-02"]),
        ("It took two years and a half million dollars.", ["P2Y"]),
    ],
)
def test_what_was_read_wrong_before(text: str, found: list[str]) -> None:
    assert [value for _, value in values(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "He paid £3.17 in the morning.",
        "The index fell 3.17 in the afternoon.",
        "The price rose to 3.17 in the afternoon.",
        "She ran it in 9.58 in the evening.",
        "The river stood at 4.30 in the afternoon.",
        "The race lasted 12h30.",
        "He ran it in 11h42 and led for 11h15.",
        "About 2000 hours were lost.",
        "They gave around 1800 hours.",
        "At 1700 hours of sunshine a year, it is warm.",
        "Until 2000 hours are worked, they wait.",
    ],
)
def test_a_price_a_level_and_a_length_are_no_clock_times(text: str) -> None:
    assert not [found.value for found in newskit.extract(text, published="2025-02-18").dates if ":" in found.value]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("It was heard at 3.17 in the morning.", ["03:17"]),
        ("It was 3.17 in the morning when he rang.", ["03:17"]),
        ("He rang close to midnight, and close to ten p.m.", ["24:00", "22:00"]),
        ("It opens from 14h30 to 18h00.", ["14:30", "18:00"]),
        ("The alarm rang at 0530 hours.", ["05:30"]),
        ("The convoy left by 1700 hours.", ["17:00"]),
    ],
)
def test_a_clock_time_is_one_behind_a_word_for_it(text: str, hours: list[str]) -> None:
    found = newskit.extract(text, published="2025-02-18").dates
    assert [each.value for each in found] == [f"2025-02-18T{hour}" for hour in hours]
