"""Write the dates of the named days of newskit_dates; needs holidays (``pip install holidays``).

usage: python benchmarks/feast_days.py

Writes feast_days.txt beside holidays.txt, a line for each day that the library has: month and day in each year. Loading
the library takes 120 ms and 20 MB, the table a hundredth of that. Run it again before a release: laws change.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path

import holidays

from newskit_dates.feasts import FIRST_YEAR, LAST_YEAR
from newskit_dates.holiday_names import named_days

TARGET = Path(__file__).resolve().parent.parent / "plugins" / "newskit_dates" / "feast_days.txt"
HEAD = """\
# Dates of the named days of holidays.txt by country and name: month and day in each year from {} to {}, - in a
# year that has none. Written by benchmarks/feast_days.py.
# Source: the Python package holidays {} (MIT).
"""


@cache
def names(country: str, year: int) -> dict[dt.date, list[str]]:
    """Return the names of the days of a year."""
    code, _, category = country.partition("/")
    subdivision = "ENG" if code == "GB" else None
    found = holidays.country_holidays(
        code, subdiv=subdivision, years=year, categories=category or "public", observed=False, language="en_US"
    )
    return {day: together.split("; ") for day, together in sorted(found.items()) if day.year == year}


@cache
def days(country: str, year: int) -> dict[str, dt.date]:
    """Return the named days of a year; a feast of several days is known by its first, maybe of the year before."""
    found: dict[str, dt.date] = {}
    for day, together in names(country, year).items():
        for name in together:
            found.setdefault(name, day)
    new_year = dt.date(year, 1, 1)
    for name in [name for name, day in found.items() if day == new_year]:
        if name in names(country, year - 1).get(dt.date(year - 1, 12, 31), ()):
            del found[name]
            again = _begins_again(country, year, name)
            if again:
                found[name] = again
    return found


def _begins_again(country: str, year: int, name: str) -> dt.date | None:
    """Return the day on which a feast that the year before has begun begins a second time: Hanukkah in December."""
    having = [day for day, together in names(country, year).items() if name in together]
    return next((day for before, day in pairwise(having) if day - before > dt.timedelta(1)), None)


def table() -> dict[str, str]:
    """Return the entries: the days of each year by country and name."""
    library = {
        (country.partition("+")[0], name)
        for country, together in named_days().values()
        if not country[0].isdigit()  # month and day of what the library does not have
        for name in together.split(";")
    }
    return {f"{country}|{name}": " ".join(_written(country, name)) for country, name in sorted(library)}


def _written(country: str, name: str) -> list[str]:
    found = (days(country, year).get(name) for year in range(FIRST_YEAR, LAST_YEAR + 1))
    return [f"{day:%m%d}" if day else "-" for day in found]


def main() -> None:
    """Write the file."""
    lines = sorted(f"{day}={dates}" for day, dates in table().items())
    TARGET.write_text(
        HEAD.format(FIRST_YEAR, LAST_YEAR, version("holidays")) + "\n".join(lines) + "\n", encoding="utf-8"
    )
    print(TARGET.name, len(lines), "days")


if __name__ == "__main__":
    main()
