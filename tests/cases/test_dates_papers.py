"""Dates as papers of many countries write them: what is planned, given days by their week, feasts, listings."""

from __future__ import annotations

import pytest
from dated import values

AHEAD = (
    ("till a day of next week", "The case was put off till next week Thursday.", "2025-02-27"),
    ("what comes up", "The ruling comes up on Friday.", "2025-02-21"),
    ("a headline of two words", "Council to vote on budget Friday", "2025-02-21"),
    ("a passive in a headline", "Bail request to be heard Friday", "2025-02-21"),
    ("who only says so behind", "Trams run free on May 3, the mayor said.", "2025-05-03"),
    ("from and until, without a verb of the past", "Road works apply from Thursday until Friday.", "2025-02-21"),
    ("a state that lasts", "The school is to remain closed until Friday.", "2025-02-21"),
    ("until a clock time on the day", "It gave the firm until 5 p.m. on Friday.", "2025-02-21"),
    ("a list of games", "MPs return from recess on Monday.", "2025-02-24"),
    ("a verb behind a comma", "The inquest, adjourned on Monday, resumes on Friday.", "2025-02-21"),
    ("what goes on", "They are flying home on Sunday.", "2025-02-23"),
    ("a solemn passive", "He is being buried on Saturday.", "2025-02-22"),
    ("we are", "We're closing on Friday.", "2025-02-21"),
    ("wants to", "He wants to leave on Friday.", "2025-02-21"),
    ("people mark a day", "Islanders mark Harbour Day on Friday.", "2025-02-21"),
    ("bailed until", "A man has been bailed until Friday.", "2025-02-21"),
    ("until the close of business", "Voters have until the close of business on Friday.", "2025-02-21"),
    ("another verb of a side", "They beat Lima on Sunday and play Quito on Thursday.", "2025-02-20"),
    ("sits down", "The leaders sit down on Friday in Lima.", "2025-02-21"),
)
OVER = (
    ("what happened on the day", "The attack on Saturday could delay the vote.", "2025-02-15"),
    ("before another verb", "Lima beat Quito on Sunday and play Rome in May.", "2025-05"),
    ("before the day's crash", "Woman to be freed after Monday crash", "2025-02-17"),
    ("a noun behind the day", "Peru to appeal Monday ruling", "2025-02-17"),
    ("over what was done", "Roe to face court over Monday assault", "2025-02-17"),
    ("an object's own day", "Board to probe Saturday attack", "2025-02-15"),
    ("victims of the day", "Town to bury victims of Monday quake", "2025-02-17"),
    ("slain on the day", "Mayor to honour guard slain Friday", "2025-02-14"),
    ("that killed", "Board to examine blast that killed four Monday", "2025-02-17"),
    ("no infinitive", "Six to hospital after Sunday crash", "2025-02-16"),
    ("a subject with an infinitive", "Failure to score on Saturday cost them the cup.", "2025-02-15"),
    ("want to recover from", "Quito want to bounce back from Saturday.", "2025-02-15"),
    ("vows to return after", "Roe vows to return after crash on Sunday.", "2025-02-16"),
    ("want somebody seen then", "Police want to speak to a woman seen on Monday.", "2025-02-17"),
    ("want to ask over", "Police want to question a boy over a fire on Sunday.", "2025-02-16"),
    ("playing after", "Quito are playing without Roe after his red card on Saturday.", "2025-02-15"),
    ("playing down", "She is playing down Sunday's row.", "2025-02-16"),
    ("opening after", "The town is opening shelters after the storm on Monday.", "2025-02-17"),
    ("starting to", "She is starting to recover from Monday's fall.", "2025-02-17"),
    ("what may be hoped for", "A win on Saturday would do.", "2025-02-22"),
    ("a clause behind one to come", "He would resign on Friday, but on Sunday he was at work.", "2025-02-16"),
    ("what was ended before", "They resume work on Thursday after ending a strike on Monday.", "2025-02-17"),
    ("first to be", "He was the first to be held on Friday.", "2025-02-14"),
    ("refused to be", "She refused to be seen on Friday.", "2025-02-14"),
    ("a cause in a headline", "Thanks to rain on Friday the pier is shut.", "2025-02-14"),
    ("damage", "Damage to homes on Friday", "2025-02-14"),
    ("was buried", "He was buried on Friday.", "2025-02-14"),
    ("are holding", "Police are holding a man over the fire on Friday.", "2025-02-14"),
)


@pytest.mark.parametrize(("text", "value"), [row[1:] for row in (*AHEAD, *OVER)], ids=[r[0] for r in (*AHEAD, *OVER)])
def test_a_day_is_ahead_where_the_clause_plans_it(text: str, value: str) -> None:
    assert values(text)[-1][1].partition("T")[0] == value


YEARS = (
    ("next year, from a day", "It will be next year from June 11 to 19.", ["2026", "2026-06-11", "2026-06-19"]),
    ("last year, on a day", "She won it last year on Feb. 11.", ["2024", "2024-02-11"]),
    ("next year, in a month", "It will be held next year in March.", ["2026", "2026-03"]),
    ("a year and a day that are apart", "It was set up in 1987, January 10 was a feast.", ["1987", "2025-01-10"]),
    ("that year behind a range", "Till May 2021 and from June to July that year.", ["2021-05", "2021-06", "2021-07"]),
    ("brackets", "The fair (May 2-9) was announced by the firm.", ["2025-05-02", "2025-05-09"]),
    ("two years after that", "She moved in 1998; two years after that he did.", ["1998", "2000"]),
    ("the place of games", "She won at the Olympics of London 2012 and lost at Tokyo 2020.", ["2012", "2020"]),
    ("a quarter's last month", "Output in the three months ended June fell.", ["P3M", "2024-06"]),
    ("a month behind one of a year", "It rained in December 2022 and January.", ["2022-12", "2023-01"]),
    ("a feast of last year", "Shops were shut on Easter last year.", ["2024-03-31", "2024"]),
    ("the Fourth", "Three died over the Fourth of July.", ["2024-07-04"]),
    ("years before figures", "Inflation (2022: 9.1%; 2023: 4.0%) eased.", ["2022", "2023"]),
    ("short months in a list", "It fell in Jan., Feb. and March 2023.", ["2023-01", "2023-02", "2023-03"]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "found"), [row[1:] for row in YEARS], ids=[row[0] for row in YEARS])
def test_a_day_is_of_the_year_beside_it(text: str, found: list[str]) -> None:
    assert [value for _, value in values(text)] == found


@pytest.mark.parametrize("year", ["1990", "2000"])
def test_what_was_around_a_year_has_it(year: str) -> None:
    for text in (f"Houses built around {year} were cheap.", f"Towns built about {year} have charm."):
        assert [value for _, value in values(text)] == [year]


FORMS = (
    ("Wed., March 5, 6:30 p.m.", "2025-03-05T18:30"),
    ("March 5, 6 p.m.", "2025-03-05T18:00"),
    ("5 March 6 p.m.", "2025-03-05T18:00"),
    ("5 March 2025 18:30 GMT", "2025-03-05T18:30Z"),
    ("12 noon", "2025-02-18T12:00"),
    ("12:00 noon", "2025-02-18T12:00"),
    ("10A.M.", "2025-02-18T10:00"),
    ("the small hours of Monday", "2025-02-17TMO"),
    ("the wee hours", "XXXX-XX-XXTMO"),
    ("this 3rd day of February, 2025", "2025-02-03"),
    ("the 5th day of October 2023", "2023-10-05"),
    ("H2 FY2023-24", "2023-H2"),
    ("Q1 of last year", "2024-Q1"),
    ("the eve of Good Friday", "2024-03-28"),
    ("the eve of Independence Day", "2024-07-03"),
    ("the Tuesday after the August bank holiday", "2024-08-27"),
    ("Weds., March 5", "2025-03-05"),
    ("March 5,2024", "2024-03-05"),
    ("a week and a half ago", "2025-02-08"),
    ("Pentecost Sunday", "2024-05-19"),
    ("two and a half months ago", "2024-12"),
    ("the other day", "PAST_REF"),
    ("six days a week", "P1W"),
    ("24 hours per day", "P1D"),
    ("Eid-el-Kabir", "2024-06-16"),
    ("Ganesh Chaturthi", "2024-09-07"),
)


@pytest.mark.parametrize(("written", "value"), FORMS, ids=[row[0] for row in FORMS])
def test_a_form_is_one_expression(written: str, value: str) -> None:
    assert values(f"It was told of {written}.") == [(written, value)]


def test_days_of_a_list_and_of_a_range_keep_their_weekdays() -> None:
    assert values("The games of Feb. 3, 4 and 6 were lost.")[1:] == [("4", "2025-02-04"), ("6", "2025-02-06")]
    assert values("It is shut from Sat 1 to Mon 3 March.") == [("Sat 1", "2025-03-01"), ("Mon 3 March", "2025-03-03")]


def test_a_range_of_clocks_behind_a_stroke_has_the_day_behind_both() -> None:
    found = [value for _, value in values("It will start at 8 p.m. GMT/3 p.m. EST on Sunday.")]
    assert found == ["2025-02-23T20:00Z", "2025-02-23T15:00-05", "2025-02-23"]


RANGES = (
    ("It will run from 9 a.m. to noon Saturday.", ["2025-02-22T09:00", "2025-02-22T12:00"]),
    ("It will run from 10 p.m. to 2 a.m. Saturday.", ["2025-02-21T22:00", "2025-02-22T02:00"]),
    ("It was shut between 11pm on Friday and 3am.", ["2025-02-14T23:00", "2025-02-14", "2025-02-15T03:00"]),
    ("The fair is on March 5, 10 a.m.-4 p.m. in Lima.", ["2025-03-05T10:00", "2025-03-05T16:00"]),
    ("It is on March 5, 10 p.m. - 4 a.m.", ["2025-03-05T22:00", "2025-03-06T04:00"]),
    ("The fair is March 5-7, 10 a.m.", ["2025-03-05", "2025-03-07", "2025-03-07T10:00"]),
    ("It was seen at 9pm on Friday and 8am.", ["2025-02-14T21:00", "2025-02-14", "2025-02-14T08:00"]),
    ("He rang at 11pm on Friday and 3pm.", ["2025-02-14T23:00", "2025-02-14", "2025-02-14T15:00"]),
)


@pytest.mark.parametrize(("text", "found"), RANGES, ids=[row[0] for row in RANGES])
def test_a_range_of_hours_has_the_day_that_one_end_tells(text: str, found: list[str]) -> None:
    assert [value for _, value in values(text)] == found


NONE = (
    "Justice Monday Roe and Senator Friday Doe agreed.",
    "They praised coach Sunday Roe and striker Friday Doe.",
    "It rose to 1984 millimetres.",
    "It was budgeted for fiscal 2081/82 BS.",
    "Of 20 tests, 1990 were negative.",
    "He lives in Jan Roe Lane.",
    "Shops were hung for Diwali sweets.",
    "On the other day he stayed.",
    "She rests the other day.",
    "The small hours that nurses work are few.",
    "The shop is at 12 High Street, Sydney 2000, Australia.",
    "Call Leeds 2012 for details.",
    "Of those in Mumbai 1993 died.",
    "About 2000 were hurt, and over 1900 have signed.",
)


@pytest.mark.parametrize("text", NONE)
def test_what_papers_write_that_is_no_date(text: str) -> None:
    assert values(text) == []
