"""The options of the plugin."""

from __future__ import annotations

from attrs import frozen


@frozen
class Options:
    """How dates are read."""

    ages: bool = False
    """Keep the ages of people and things ("an 18-year-old") among the dates."""
    day_first: bool = False
    """Read "02/07/25" as 2 July, not as 7 February."""
