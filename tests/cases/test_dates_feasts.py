"""Named days: each has its dates, those that the `holidays` library has."""

from __future__ import annotations

import datetime as dt
import importlib.util
from importlib.metadata import version
from types import ModuleType

import pytest
from pages import ROOT

import newskit
from newskit.text import classes
from newskit_dates.calendar import easter
from newskit_dates.feasts import FIRST_YEAR, LAST_YEAR, days_of, feast_days
from newskit_dates.holiday_names import days_elsewhere, named_days

FILE = ROOT / "plugins" / "newskit_dates" / "feast_days.txt"


@pytest.fixture(scope="module")
def written() -> ModuleType:
    """Return the script that writes the table."""
    spec = importlib.util.spec_from_file_location("feast_days", ROOT / "benchmarks" / "feast_days.py")
    assert spec
    assert spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return script


def test_every_named_day_has_its_dates() -> None:
    for country, names in named_days().values():
        if country[0].isdigit():  # month and day of what the library does not have
            assert len(days_of(country, names, 2024)) == country.count(";") + 1
            continue
        for name in names.split(";"):
            dates = feast_days().get(f"{country.partition('+')[0]}|{name}")
            assert dates, name
            assert len(dates.split(" ")) == LAST_YEAR - FIRST_YEAR + 1
    assert days_of("US", "Thanksgiving Day", 2024) == [dt.date(2024, 11, 28)]
    assert days_of("US+1", "Thanksgiving Day", 2024) == [dt.date(2024, 11, 29)]
    assert days_of("US/unofficial", "Election Day", 2006) == []
    assert days_of("IL/school", "Hanukkah", 2025) == [dt.date(2025, 12, 15)]  # that of 2024 ends in January
    assert days_of("US", "Thanksgiving Day", FIRST_YEAR - 1) == days_of("US", "Thanksgiving Day", LAST_YEAR + 1) == []


@pytest.mark.parametrize(
    ("published", "text", "value"),
    [
        ("1914-12-28", "They met on Christmas Day.", "1914-12-25"),
        ("1940-04-01", "They met on Good Friday.", "1940-03-22"),
        ("1940-02-01", "They will meet on Easter Monday.", "1940-03-25"),
        ("1938-05-20", "They met on May Day.", "1938-05-01"),
        ("2101-01-05", "They met before Christmas.", "2100-12-25"),
        ("2101-01-05", "They met before Thanksgiving.", "2100-11-25"),
        ("2120-03-01", "They met on Christmas Day 2119.", "2119-12-25"),
        ("1990-04-16", "They met on Maundy Thursday.", "1990-04-12"),  # on which Argentina worked
        ("2024-04-01", "They will meet next Easter.", "2025-04-20"),  # no feast is farther off
        # where the nearest day that is known is not the nearest day
        ("1949-12-20", "They met on Thanksgiving.", "XXXX-XX-XX"),
        ("1950-02-05", "They met on Thanksgiving.", "XXXX-XX-XX"),
        ("1950-02-05", "Nobody met before Thanksgiving.", "XXXX-XX-XX"),
        ("2000-12-05", "They celebrated Diwali.", "XXXX-XX-XX"),
        ("2100-12-30", "They will meet next Thanksgiving.", "XXXX-XX-XX"),
    ],
)
def test_days_in_years_that_the_table_lacks(published: str, text: str, value: str) -> None:
    [found] = newskit.extract(text, published=published).dates
    assert found.value == value


def test_easter_is_that_of_the_library() -> None:
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        assert days_of("US/unofficial", "Easter Sunday", year) == [easter(year)]
    assert [easter(year) for year in (1583, 1818, 1943, 2285)] == [
        dt.date(1583, 4, 10),
        dt.date(1818, 3, 22),
        dt.date(1943, 4, 25),
        dt.date(2285, 3, 22),
    ]
    assert days_of("US/unofficial", "Easter Sunday", 1582) == []


@pytest.mark.filterwarnings("ignore:Requested Holidays are available only")
def test_the_dates_are_those_of_the_library(written: ModuleType) -> None:
    text = FILE.read_text("utf-8")
    if f"holidays {version('holidays')} " not in text:
        pytest.skip("the table was made with another version")
    entries = [line for line in text.splitlines() if not line.startswith("#")]
    assert entries == sorted(f"{day}={dates}" for day, dates in written.table().items())


@pytest.mark.parametrize(
    ("published", "text", "value"),
    [
        ("2024-08-13", "They will meet in Delhi on Independence Day.", "2024-08-15"),
        ("2024-08-20", "They met on India's Independence Day.", "2024-08-15"),
        ("2024-10-15", "It was his Independence Day speech in Delhi.", "2024-08-15"),
        ("2024-08-20", "They met on Independence Day.", "2024-07-04"),
        ("2025-02-20", "Sales have dropped since Independence Day, the Ohio firm said.", "2024-07-04"),
        ("2024-11-05", "He was shot on Independence Day, police in Chicago said.", "2024-07-04"),
        ("2024-09-25", "Sales have risen since Independence Day, the Nigerian firm said.", "2023-10-01"),
        ("2024-09-25", "They will meet on National Day, Beijing said.", "2024-10-01"),
        ("2024-08-10", "They met in Delhi before Independence Day.", "2024-08-15"),
        ("2024-06-21", "They will meet on Independence Day.", "2024-07-04"),
        ("2024-12-01", "They met on Independence Day.", "2024-07-04"),
        ("2024-03-12", "She rang on Mother's Day, British police said.", "2024-03-10"),
        ("2024-03-12", "She rang on Mother's Day.", "2023-05-14"),
        ("2024-05-14", "She rang on Mother's Day.", "2024-05-12"),
        ("2024-08-12", "They marched in South Africa on Women's Day.", "2024-08-09"),
        (None, "They marched on Women's Day.", "XXXX-XX-XX"),
        (None, "They marched on World AIDS Day.", "XXXX-12-01"),
        ("2024-09-20", "Boats raced for Onam.", "2024-09-15"),
        ("2024-12-10", "She is back after New Year.", "2025-01-01"),
        ("2024-12-10", "They meet last Independence Day's winner.", "2024-07-04"),
    ],
)
def test_a_day_of_several_countries_is_that_of_the_country_told(published: str | None, text: str, value: str) -> None:
    assert [found.value for found in newskit.extract(text, published=published).dates] == [value]


@pytest.mark.parametrize("day", ["Republic Day", "National Day", "Teachers' Day", "Heritage Day"])
def test_a_day_that_no_country_owns_is_none_without_its_country(day: str) -> None:
    assert newskit.extract(f"They marched on {day}.", published="2024-10-15").dates == ()


def test_every_country_of_a_named_day_has_its_words() -> None:
    assert all(classes("newskit_dates", "lands.txt").keys() >= days.keys() for days in days_elsewhere().values())
