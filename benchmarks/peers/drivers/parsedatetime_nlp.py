"""parsedatetime's search in running text."""

from __future__ import annotations

import datetime as dt
from typing import Any

import parsedatetime
from serve import each, serve

CALENDAR = parsedatetime.Calendar()
ONLY_TIME = 2


def work(article: dict[str, Any]) -> tuple[Any, ...]:
    """Search one article, with its day of publication as the day to count from."""
    day = dt.datetime.fromisoformat(article["published"] or "2000-01-01")
    return CALENDAR.nlp(article["text"], sourceTime=day) or ()


def answers(_: object, found: tuple[Any, ...]) -> dict[str, Any]:
    """Return the findings: days, and times where the text has a clock time."""
    return {
        "dates": [
            {
                "start": start,
                "end": end,
                "type": "DATE" if flag < ONLY_TIME else "TIME",
                "value": moment.date().isoformat() if flag < ONLY_TIME else moment.strftime("%Y-%m-%dT%H:%M"),
            }
            for moment, flag, start, end, _words in found
        ]
    }


serve(each(work), answers)
