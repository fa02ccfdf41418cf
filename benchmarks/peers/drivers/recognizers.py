"""Microsoft's recognizers-text for dates and times."""

from __future__ import annotations

import datetime as dt
from typing import Any

from recognizers_date_time import recognize_datetime
from recognizers_text import Culture
from serve import each, serve

TYPES = {"date": "DATE", "daterange": "DATE", "duration": "DURATION", "set": "SET"}


def work(article: dict[str, Any]) -> list[Any]:
    """Search one article, with its day of publication as the day to count from."""
    day = dt.datetime.fromisoformat(article["published"] or "2000-01-01")
    return list(recognize_datetime(article["text"], Culture.English, reference=day))


def value(article: dict[str, Any], readings: list[dict[str, Any]]) -> str | None:
    """Return the TIMEX where it is whole, else the latest reading up to the day of publication."""
    timex = str(readings[0].get("timex", ""))
    if timex and "XX" not in timex and not timex.startswith("("):
        return timex
    days = [str(each.get("value") or each.get("start") or "") for each in readings]
    past = [day for day in days if day and day[:10] <= str(article["published"])]
    return max(past, default=days[-1] if days else None)


def answers(article: dict[str, Any], found: list[Any]) -> dict[str, Any]:
    """Return the findings; their ends are inclusive."""
    dates = []
    for each_found in found:
        readings = (each_found.resolution or {}).get("values") or [{}]
        kind = TYPES.get(each_found.type_name.rpartition(".")[2], "TIME")
        dates.append(
            {"start": each_found.start, "end": each_found.end + 1, "type": kind, "value": value(article, readings)}
        )
    return {"dates": dates}


serve(each(work), answers)
