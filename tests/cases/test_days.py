"""The day of publication in the forms in which callers, feeds and dumps give it."""

import datetime as dt

import pytest

from newskit import InputError
from newskit.days import day_of


@pytest.mark.parametrize(
    "written",
    [
        "2025-02-18",
        "20250218",
        "2025-W08-2",
        "2025-02-18Z",
        "2025-02-18+01:00",
        "2025-02-18T23:30:00-08:00",
        "2025-02-18T10:00:00.123Z",
        "2025-02-18 10:00:00 +0000 UTC",
        "2025-02-18 10:00:00 EST",
        "Tue, 18 Feb 2025 10:00:00 GMT",
        "Tue, 18 Feb 2025 10:00 +0100",
        "18 Feb 2025",
        "18-Feb-2025",
        "18th February, 2025",
        "Tuesday, 18 February 2025 at 10:00",
        "February 18, 2025",
        "Feb. 18, 2025, 10:00 a.m. ET",
        "Tue Feb 18 10:00:00 2025",
        "Tue Feb 18 10:00:00 +0000 2025",
        "  18\nfeb 2025 ",
    ],
)
def test_a_day_that_can_be_read_in_one_way_only(written: str) -> None:
    assert day_of(written) == dt.date(2025, 2, 18)


@pytest.mark.parametrize(
    "written",
    [
        *("03/04/2025", "18.02.2025", "18 Feb", "February 2025", "2025-02", "31 Feb 2025", "2025-13-01 10:00", "soon"),
        # Python takes a digit between day and time, so that long numbers are days to it.
        *("12345678901234567890", "20250218012345678901", "2025021801234", "2025-02-18x10:00"),
    ],
)
def test_a_day_that_must_be_guessed_is_none(written: str) -> None:
    with pytest.raises(InputError, match="expected a date as YYYY-MM-DD, got") as caught:
        day_of(written)
    assert caught.value.field == "published"


@pytest.mark.parametrize("written", [1739872800, 1739872800.5, True, ["2025-02-18"], 10**5000], ids=type)
def test_what_is_no_text_is_no_day(written: object) -> None:
    with pytest.raises(InputError, match="expected a date"):
        day_of(written)


@pytest.mark.parametrize("written", [None, ""])
def test_no_day(written: object) -> None:
    assert day_of(written) is None
