"""Time expressions: the plugin's options, odd input; tests/cases/test_rules.py tries the examples of the rules."""

from __future__ import annotations

import pytest
from dated import read

from newskit import Kit, PluginError

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
    ({"ages": 1}, "option 'ages': expected true or false, got 1"),
    ({"day_first": "yes"}, "option 'day_first': expected true or false, got 'yes'"),
    ({"day-first": True}, "unknown option 'day-first'; did you mean 'day_first'. There are: ages, day_first"),
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
