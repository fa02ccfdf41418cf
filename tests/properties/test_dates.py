"""Time expressions under change: every style comes back, shifting the day shifts the values, a prefix moves spans."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newskit import Kit, TimeExpression

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SHORT = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

KIT = Kit(plugins=["newskit_dates"])
DATES = st.dates(dt.date(1900, 1, 1), dt.date(2060, 12, 31))


def found_in(text: str, published: dt.date | None = None) -> tuple[TimeExpression, ...]:
    document = KIT.extract(text, published=published)
    assert document.failures == ()
    return document.dates


def ordinal(day: int) -> str:
    suffix = "th" if 10 <= day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{suffix}"


STYLES = (
    lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{SHORT[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"the {ordinal(d.day)} of {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{MONTHS[d.month - 1]} {ordinal(d.day)}, {d.year}",
    lambda d: f"{DAYS[d.weekday()]}, {MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: d.isoformat(),
    lambda d: f"{d.month:02}/{d.day:02}/{d.year}",
)


@given(DATES, st.sampled_from(STYLES))
def test_a_date_in_any_style_comes_back(day: dt.date, style: object) -> None:
    written = style(day)  # type: ignore[operator]
    (found,) = found_in(f"It was signed on {written} in the old town.")
    assert (found.span.text, found.value, found.first, found.last) == (written, day.isoformat(), day, day)


@given(DATES)
def test_month_and_year_come_back(day: dt.date) -> None:
    (found,) = found_in(f"It was signed in {MONTHS[day.month - 1]} {day.year} in the old town.")
    assert found.value == f"{day.year}-{day.month:02}"


@given(DATES)
def test_a_weekday_by_its_place_in_a_month_comes_back(day: dt.date) -> None:
    place = ("first", "second", "third", "fourth", "fifth")[(day.day - 1) // 7]
    written = f"the {place} {DAYS[day.weekday()]} of {MONTHS[day.month - 1]} {day.year}"
    (found,) = found_in(f"It was signed on {written} in the old town.")
    assert (found.span.text, found.value) == (written, day.isoformat())


@given(DATES, st.integers(1, 400), st.sampled_from((" to ", " through ", " until ", "–")))
def test_both_ends_of_a_range_have_its_interval(day: dt.date, length: int, joint: str) -> None:
    last = day + dt.timedelta(days=length)
    one, other = found_in(f"It ran {day.isoformat()}{joint}{last.isoformat()}.")
    assert (one.value, other.value) == (day.isoformat(), last.isoformat())
    assert (one.first, one.last) == (other.first, other.last) == (day, last)


RELATIVE = ("yesterday", "today", "tomorrow", "the day after tomorrow")


@given(DATES, st.integers(-400, 400), st.sampled_from(RELATIVE))
def test_shifting_the_publication_day_shifts_relative_days(day: dt.date, shift: int, phrase: str) -> None:
    moved = day + dt.timedelta(days=shift)
    (first,) = found_in(f"It happened {phrase}.", day)
    (second,) = found_in(f"It happened {phrase}.", moved)
    assert first.first is not None
    assert second.first == first.first + dt.timedelta(days=shift)


@given(
    DATES, st.integers(-60, 60), st.sampled_from(("last week", "this week", "next week", "on Tuesday", "two weeks ago"))
)
def test_shifting_the_publication_day_by_weeks_shifts_weekly_values(day: dt.date, weeks: int, phrase: str) -> None:
    (first,) = found_in(f"He spoke {phrase}.", day)
    (second,) = found_in(f"He spoke {phrase}.", day + dt.timedelta(weeks=weeks))
    assert first.first is not None
    assert second.first == first.first + dt.timedelta(weeks=weeks)


@given(DATES, st.integers(0, 6))
def test_a_past_weekday_lies_in_the_week_up_to_publication_day(day: dt.date, number: int) -> None:
    (found,) = found_in(f"He spoke on {DAYS[number]}.", day)
    assert found.first is not None
    assert found.first.weekday() == number
    assert dt.timedelta(0) <= day - found.first < dt.timedelta(days=7)


@given(
    st.text(alphabet="abc XYZ.\n", max_size=40), st.sampled_from(("He spoke on Tuesday.", "It rose 5% in March 2019."))
)
def test_a_paragraph_before_shifts_the_spans_and_nothing_else(prefix: str, text: str) -> None:
    day = dt.date(2025, 2, 18)
    alone = found_in(text, day)
    after = found_in(f"{prefix}.\n\n{text}", day)
    moved = len(prefix) + 3
    assert [(f.span.start, f.span.end, f.value, f.rule) for f in after] == [
        (f.span.start + moved, f.span.end + moved, f.value, f.rule) for f in alone
    ]


WORDS = st.sampled_from(
    (
        "the",
        "of",
        "in",
        "May",
        "March",
        "7",
        "2019",
        "last",
        "next",
        "year",
        "week",
        "Monday",
        ",",
        ".",
        "/",
        ":",
        "-",
        "'s",
        "early",
        "ago",
        "later",
        "two",
        "a",
        "1990s",
        "third",
        "quarter",
        "Christmas",
        "now",
        "every",
        "night",
        "3",
        "p.m.",
        "from",
        "to",
        "until",
        "few",
        "past",
    )
)


@given(st.lists(WORDS, max_size=30), st.one_of(st.none(), DATES, st.sampled_from((dt.date.min, dt.date.max))))
def test_any_heap_of_time_words_reads_without_overlap(words: list[str], published: dt.date | None) -> None:
    text = " ".join(words)
    found = found_in(text, published)
    assert all(text[f.span.start : f.span.end] == f.span.text for f in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@given(st.text(max_size=200))
def test_any_text_reads(text: str) -> None:
    found_in(text, dt.date(2025, 2, 18))
