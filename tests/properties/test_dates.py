"""Time expressions under change: every style comes back, shifting the day shifts the values, a prefix moves spans."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from hypothesis import assume, given
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
    lambda d: f"{d.day} {MONTHS[d.month - 1][:3]} {d.year}" if d.month != 5 else f"{d.day} May {d.year}",
    lambda d: f"{DAYS[d.weekday()]} {d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"the {ordinal(d.day)} of {MONTHS[d.month - 1]}, {d.year}",
    lambda d: f"{MONTHS[d.month - 1].upper()} {d.day}, {d.year}",
    lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
    lambda d: f"{d.year}/{d.month:02}/{d.day:02}",
    lambda d: f"{d.day:02}-{MONTHS[d.month - 1][:3]}-{d.year}",
    lambda d: f"{d.day}/{MONTHS[d.month - 1][:3]}/{d.year}",
    lambda d: f"{MONTHS[d.month - 1].lower()} {d.day}, {d.year}",
)


@given(DATES, st.sampled_from(STYLES))
def test_a_date_in_any_style_comes_back(day: dt.date, style: object) -> None:
    written = style(day)  # type: ignore[operator]
    (found,) = found_in(f"It was signed on {written} in the old town.")
    assert (found.span.text, found.value, found.first, found.last) == (written, day.isoformat(), day, day)


PERIODS = (
    ("{month} {year}", "{year:04}-{number:02}"),
    ("early {month} {year}", "{year:04}-{number:02}"),
    ("the {place} quarter of {year}", "{year:04}-Q{quarter}"),
    ("Q{quarter} {year}", "{year:04}-Q{quarter}"),
    ("the {half} half of {year}", "{year:04}-H{half_number}"),
    ("the summer of {year}", "{year:04}-SU"),
    ("{year}", "{year:04}"),
    ("late {year}", "{year:04}"),
    ("mid-{year}", "{year:04}"),
    ("fiscal {year}", "{year:04}"),
    ("the {decade}s", "{tens:03}"),
)


@given(DATES, st.sampled_from(PERIODS))
def test_a_period_in_any_style_comes_back(day: dt.date, style: tuple[str, str]) -> None:
    quarter, half = (day.month + 2) // 3, (day.month + 5) // 6
    decade = day.year // 10 * 10
    assume("decade" not in style[0] or decade % 100)  # "the 1900s" are a century
    parts = {
        "month": MONTHS[day.month - 1], "number": day.month, "year": day.year, "quarter": quarter,
        "place": ("first", "second", "third", "fourth")[quarter - 1], "half": ("first", "second")[half - 1],
        "half_number": half, "decade": decade, "tens": decade // 10,
    }  # fmt: skip
    written, value = (text.format(**parts) for text in style)
    (found,) = found_in(f"It was signed in {written} in the old town.")
    assert (found.span.text, found.value) == (written, value)


@given(day=DATES, day_first=st.booleans())
def test_figures_with_strokes_come_back_in_either_order(*, day: dt.date, day_first: bool) -> None:
    kit = Kit(plugins=["newskit_dates"], options={"newskit_dates": {"day_first": day_first}})
    figures = (day.day, day.month) if day_first else (day.month, day.day)
    (found,) = kit.extract(f"It was signed on {figures[0]}/{figures[1]:02}/{day.year}.").dates
    assert found.value == day.isoformat()


@given(st.times())
def test_a_clock_time_in_any_style_comes_back(time: dt.time) -> None:
    hour = time.hour % 12 or 12
    half = "a.m." if time.hour < 12 else "p.m."
    for written in (f"{hour}:{time.minute:02} {half}", f"{hour}:{time.minute:02}{half[0]}m", f"{time:%H:%M}"):
        (found,) = found_in(f"It was signed at {written} in the old town.", dt.date(2025, 2, 18))
        assert (found.type, found.value) == ("TIME", f"2025-02-18T{time:%H:%M}")


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


RELATIVE = ("yesterday", "today", "tomorrow", "the day after tomorrow", "earlier in the evening", "this morning")


@given(DATES, st.integers(-400, 400), st.sampled_from(RELATIVE))
def test_shifting_the_publication_day_shifts_relative_days(day: dt.date, shift: int, phrase: str) -> None:
    moved = day + dt.timedelta(days=shift)
    (first,) = found_in(f"It happened {phrase}.", day)
    (second,) = found_in(f"It happened {phrase}.", moved)
    assert first.first is not None
    assert second.first == first.first + dt.timedelta(days=shift)


@given(
    DATES,
    st.integers(-60, 60),
    st.sampled_from(
        ("last week", "this week", "next week", "on Tuesday", "two weeks ago", "in the early hours of Monday")
    ),
)
def test_shifting_the_publication_day_by_weeks_shifts_weekly_values(day: dt.date, weeks: int, phrase: str) -> None:
    (first,) = found_in(f"He spoke {phrase}.", day)
    (second,) = found_in(f"He spoke {phrase}.", day + dt.timedelta(weeks=weeks))
    assert first.first is not None
    assert second.first == first.first + dt.timedelta(weeks=weeks)


STEPS = (("day", 1), ("week", 7), ("month", 31), ("year", 366))


@given(DATES, st.integers(1, 40), st.sampled_from(STEPS), st.sampled_from((-1, 1)))
def test_counted_steps_move_with_the_publication_day(day: dt.date, count: int, unit: tuple[str, int], way: int) -> None:
    name, longest = unit
    phrase = f"{count} {name}{'s' if count > 1 else ''} {'ago' if way < 0 else 'from now'}"
    (found,) = found_in(f"It is of {phrase}.", day)
    (moved,) = found_in(f"It is of {phrase}.", day + dt.timedelta(days=longest))
    assert found.first is not None
    assert found.last is not None
    assert moved.first is not None
    assert found.first < moved.first <= found.first + dt.timedelta(days=2 * longest)
    if name in {"day", "week"}:
        assert moved.first == found.first + dt.timedelta(days=longest)
        there = day + dt.timedelta(days=way * count * longest)
        assert found.first <= there <= found.last


TURNS = (("last", -1), ("this", 0), ("next", 1))


@given(DATES, st.integers(-400, 400), st.sampled_from(TURNS), st.sampled_from(("week", "month", "quarter", "year")))
def test_periods_of_the_calendar_follow_each_other(day: dt.date, shift: int, turn: tuple[str, int], unit: str) -> None:
    moved = day + dt.timedelta(days=shift)
    (found,) = found_in(f"It is of {turn[0]} {unit}.", moved)
    (this,) = found_in(f"It is of this {unit}.", moved)
    assert found.first is not None
    assert found.last is not None
    assert this.first is not None
    assert this.last is not None
    assert this.first <= moved <= this.last
    if turn[1] < 0:
        assert found.last == this.first - dt.timedelta(days=1)
    if turn[1] > 0:
        assert found.first == this.last + dt.timedelta(days=1)


@given(DATES, st.integers(0, 6), st.times())
def test_a_clock_time_is_of_the_day_that_its_sentence_told(day: dt.date, number: int, time: dt.time) -> None:
    told, clock = found_in(f"On {DAYS[number]} it ended at {time:%H:%M} in the old town.", day)
    assert told.first is not None
    assert (clock.first, clock.value) == (told.first, f"{told.value}T{time:%H:%M}")


@given(
    DATES,
    st.integers(0, 6),
    st.sampled_from(("She leads ahead of {}.", "If she wins on {}, he goes.", "It is due {}.")),
)
def test_a_weekday_ahead_lies_in_the_week_from_publication_day(day: dt.date, number: int, sentence: str) -> None:
    (found,) = found_in(sentence.format(DAYS[number]), day)
    assert found.first is not None
    assert found.first.weekday() == number
    assert dt.timedelta(0) <= found.first - day < dt.timedelta(days=7)


@given(DATES, st.integers(0, 6))
def test_a_past_weekday_lies_in_the_week_up_to_publication_day(day: dt.date, number: int) -> None:
    (found,) = found_in(f"He spoke on {DAYS[number]}.", day)
    assert found.first is not None
    assert found.first.weekday() == number
    assert dt.timedelta(0) <= day - found.first < dt.timedelta(days=7)


SENTENCES = (
    "He spoke on Tuesday.",
    "It rose 5% in March 2019.",
    "They will meet next week, on Thursday night at 7 p.m. EST.",
    "Profit for the quarter ended Sept. 29 rose from a year earlier.",
    "She left on Feb. 7. The next day he left; two days later they met again.",
    "It runs from Monday to Friday every week, in the 1990s as now.",
    "On Friday it hit at 5 p.m. and in the evening it left; they meet Monday if he can win in November.",
    "In 2012 it was lost in April. At 5:30 a.m. on March 20, 2003, it began; it moves at night, twice per day.",
    "For more than two years, twice a month, it has been shut at Christmas.",
)


@given(st.text(alphabet="abc XYZ.\n", max_size=40), st.sampled_from(SENTENCES))
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


@given(st.sampled_from(("Tuesday", "February 4, 2021", "New Year's Eve")), st.data())
def test_what_is_not_seen_changes_no_value(written: str, data: st.DataObject) -> None:
    """Soft hyphens and marks of no width inside a date leave its value as it is, and offsets those of the text."""
    at = data.draw(st.integers(1, len(written) - 1))
    unseen = data.draw(st.sampled_from(("\u00ad", "\u200d", "\u200e", "\u2060")))
    text = f"It opened on {written[:at]}{unseen}{written[at:]}, he said."
    day = dt.date(2025, 2, 18)
    plain = found_in(f"It opened on {written}, he said.", day)
    found = found_in(text, day)
    assert [date.value for date in found] == [date.value for date in plain]
    assert all(text[date.span.start : date.span.end] == date.span.text for date in found)
