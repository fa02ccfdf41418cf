"""Named days: each has its dates, those that the `holidays` library has."""

from __future__ import annotations

import datetime as dt
import importlib.util
from importlib.metadata import version
from types import ModuleType

import pytest
from pages import ROOT

from newskit_dates.feasts import FIRST_YEAR, LAST_YEAR, days_of, feast_days
from newskit_dates.holiday_names import named_days

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


@pytest.mark.filterwarnings("ignore:Requested Holidays are available only")
def test_the_dates_are_those_of_the_library(written: ModuleType) -> None:
    text = FILE.read_text("utf-8")
    if f"holidays {version('holidays')} " not in text:
        pytest.skip("the table was made with another version")
    entries = [line for line in text.splitlines() if not line.startswith("#")]
    assert entries == sorted(f"{day}={dates}" for day, dates in written.table().items())
