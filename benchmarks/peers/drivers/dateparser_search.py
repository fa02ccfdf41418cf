"""dateparser's search; it gives no offsets, so each finding is looked for after the one before it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from dateparser.search import search_dates
from serve import each, serve


def work(article: dict[str, Any]) -> list[tuple[str, dt.datetime]]:
    """Search one article, with its day of publication as the day to count from."""
    settings: dict[str, Any] = {"PREFER_DATES_FROM": "past"}
    if article["published"]:
        settings["RELATIVE_BASE"] = dt.datetime.fromisoformat(article["published"])
    return search_dates(article["text"], languages=["en"], settings=settings) or []


def answers(article: dict[str, Any], found: list[tuple[str, dt.datetime]]) -> dict[str, Any]:
    """Return the findings as days, the only grain that a datetime has."""
    dates, place = [], 0
    for words, moment in found:
        start = article["text"].find(words, place)
        if start >= 0:
            place = start + len(words)
            dates.append({"start": start, "end": place, "type": "DATE", "value": moment.date().isoformat()})
    return {"dates": dates}


serve(each(work), answers)
