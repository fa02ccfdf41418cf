"""Days that listings, notices and reports tell without a verb of their time."""

from __future__ import annotations

import datetime as dt

import pytest
from dated import values

import newskit

LISTED = (
    ("in cinemas", "In cinemas from Friday.", "2025-02-21"),
    ("on sale", "On sale in shops from Thursday.", "2025-02-20"),
    ("a channel", "Channel Two, Sunday, 9pm.", "2025-02-23T21:00"),
    ("a fixture", "Lions v Sharks, Saturday, 3pm, Mill Lane.", "2025-02-22T15:00"),
    ("a fixture without hour", "Lions v Sharks, Saturday.", "2025-02-22"),
    ("a fixture behind its day", "SUNDAY: Lima v Quito.", "2025-02-23"),
    ("the next game", "Their next game is at home to Lima on Sunday.", "2025-02-23"),
    ("a fixture that is over", "Lions beat Sharks on Saturday.", "2025-02-15"),
    ("what was learned", "Lions v Sharks: five things we learned from Saturday.", "2025-02-15"),
    ("out of custody", "He was held from Friday.", "2025-02-14"),
    ("a command", "Meet at the pier on Friday.", "2025-02-21"),
    ("a command before what was done", "Meet Ann Roe, who won on Sunday.", "2025-02-16"),
    ("a night to come", "Snow is due overnight.", "2025-02-18TNI"),
)


@pytest.mark.parametrize(("text", "value"), [row[1:] for row in LISTED], ids=[row[0] for row in LISTED])
def test_what_is_listed_is_to_come(text: str, value: str) -> None:
    assert [found for _, found in values(text)] == [value]


RANGES = (
    ("Prices fell between December and February.", ["2023-12", "2024-02"]),
    ("From 28 December to 3 January the shop was shut.", ["2023-12-28", "2024-01-03"]),
    ("The show can be seen between December and February, the owner said.", ["2024-12", "2025-02"]),
    ("The fair, moved from October 20 to November 26, is off.", ["2024-10-20", "2024-11-26"]),
)


@pytest.mark.parametrize(("text", "ends"), RANGES, ids=[row[0][:30] for row in RANGES])
def test_a_range_is_over_where_its_verb_is(text: str, ends: list[str]) -> None:
    assert [date.value for date in newskit.extract(text, published=dt.date(2024, 10, 14)).dates] == ends


def test_a_range_over_new_year_ends_in_the_next_one() -> None:
    assert [value for _, value in values("It will close Dec. 24 through Jan. 1.")] == ["2025-12-24", "2026-01-01"]


def test_a_feast_is_the_next_one_where_it_is_expected() -> None:
    assert values("They fast now, and Eid al-Fitr is expected on March 30.")[1:] == [
        ("Eid al-Fitr", "2025-03-30"),
        ("March 30", "2025-03-30"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Touchdown Media cut its dividend in the third quarter.",
        "It outscored its rivals in the third quarter.",
        "Its players spent less money in the third quarter.",
    ],
)
def test_a_quarter_of_a_firm_is_none_of_a_game(text: str) -> None:
    assert ("the third quarter", "2024-Q3") in values(text)


@pytest.mark.parametrize(
    "text",
    ["The side kicked five goals to one in the third quarter.", "Lima pulled away in the fourth quarter to win 98-81."],
)
def test_a_quarter_of_a_game_is_none_of_the_year(text: str) -> None:
    assert not values(text)


ZONES = (
    ("The debate starts at 9 p.m. (0200 GMT).", ["2025-02-18T21:00", "2025-02-19T02:00Z"]),
    ("The quake struck at 6 a.m. (2100 GMT).", ["2025-02-18T06:00", "2025-02-17T21:00Z"]),
    ("The quake struck at 2 p.m. (1200 GMT).", ["2025-02-18T14:00", "2025-02-18T12:00Z"]),
)


@pytest.mark.parametrize(("text", "hours"), ZONES, ids=[row[0][:24] for row in ZONES])
def test_a_time_of_another_zone_is_of_the_day_that_it_has_to_be(text: str, hours: list[str]) -> None:
    assert [value for _, value in values(text)] == hours


PLAIN = [
    ("He has been banned from 10 March to 10 April.", ["2025-03-10", "2025-04-10"]),
    ("The fair, held from 3 May to 5 May, is free.", ["2025-05-03", "2025-05-05"]),
    ("The bridge will be open from Saturday to Monday for the fair.", ["2025-03-08", "2025-03-10"]),
    ("The strike (Sunday, 3am) killed two.", ["2025-03-02T03:00"]),
    ("In footage from Sunday, a man runs.", ["2025-03-02"]),
    ("The pound was at 1.25 this morning.", ["2025-03-05TMO"]),
    ("A fine of 1200 was paid.", []),
    ("Watch stolen from a shop on Friday.", ["2025-02-28"]),
    ("Hale v Tarn, Saturday, 2-2.", ["2025-03-01"]),
]


@pytest.mark.parametrize(("text", "values"), PLAIN, ids=[row[0][:30] for row in PLAIN])
def test_what_only_looks_like_a_listing_keeps_its_day(text: str, values: list[str]) -> None:
    assert [date.value for date in newskit.extract(text, published=dt.date(2025, 3, 5)).dates] == values
