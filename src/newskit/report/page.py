"""The report as a page: figures and charts as they are, tables and the quotes of each speaker by a small script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from newskit.formats.columns import without_surrogates
from newskit.formats.html.marks import letters
from newskit.formats.html.page import data, fill, page_style
from newskit.report.audit import Group, Report
from newskit.report.charts import charts

_HERE = "newskit.report"
_QUOTE = ("article", "url", "publisher", "headline", "kind", "cue", "source", "content", "confidence", "rule", "start")
"""What the page has of each quote, beside the day."""
_SPEAKERS = {
    "name": "name",
    "kind": "kind",
    "office": "office",
    "organization": "organisation",
    "pronouns": "pronouns",
    "quotes": "quotes",
    "direct": "direct",
    "mixed": "mixed",
    "indirect": "indirect",
    "words": "words",
    "articles": "articles",
    "first": "first",
    "last": "last",
    "publishers": "publishers",
}
_GROUPS = {
    "name": "",
    "articles": "articles",
    "quotes": "quotes",
    "direct": "direct",
    "mixed": "mixed",
    "indirect": "indirect",
    "speakers": "speakers",
    "named": "named",
    "anonymous": "anonymous",
    "he": "he",
    "she": "she",
    "pronouns_not_told": "pronouns not told",
    "most_quoted": "most quoted",
    "share_of_ten": "share of ten",
}
"""The columns of the tables, and their headings."""
_NONE = "–"
_LEAST = 0.005
"""The least share that rounding does not make none."""


def to_html(report: Report, *, title: str = "Who is quoted") -> str:
    """Return the report as a page that needs nothing else, neither a network nor another file.

    The page's own script alone may run. Raises ``MissingExtraError`` where vl-convert is not installed.
    """
    script = data("report.js", _HERE)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return fill(
        data("report.html", _HERE),
        {
            "title": letters(title),
            "policy": f"'sha256-{digest}'",
            "style": page_style("report.css", _HERE),
            "figures": _figures(report),
            "charts": "\n".join(
                f'<figure id="chart-{name}" class="chart" tabindex="0">'
                f"<figcaption>{letters(caption)}</figcaption>{svg}</figure>"
                for name, (caption, svg) in charts(report).items()
            ),
            "left": _counted(report),
            "data": _in_script(_data(report)),
            "script": script,
        },
    )


def _data(report: Report) -> dict[str, Any]:
    """Return what the script shows: tables of rows, and the quotes by column, which saves half of the page."""
    tables = [
        _table("speakers", "Who is quoted", _SPEAKERS, report.speakers),
        _table("publishers", "Publishers", {**_GROUPS, "name": "publisher"}, report.publishers),
        _table("months", "Months", {**_GROUPS, "name": "month"}, report.months),
        _counts("sources", "Types of source", "type of source", report.sources),
        _counts("reasons", "Why sources are not named", "reason", report.anonymity_reasons),
        _counts("cues", "Cues", "cue", report.cues),
    ]
    quotes = {name: [row[name] for row in report.quotes] for name in _QUOTE}
    quotes["day"] = [str(row["day"] or "") for row in report.quotes]
    return {
        "tables": [table for table in tables if table["rows"]],
        "quotes": quotes,
        "quoted": [speaker.quoted for speaker in report.speakers],
    }


def _table(id_: str, heading: str, columns: Mapping[str, str], rows: Sequence[object]) -> dict[str, Any]:
    told = [name for name in columns if any(getattr(row, name) != "" for row in rows)]
    values = [[getattr(row, name) for name in told] for row in rows]
    return {"id": id_, "heading": heading, "columns": [columns[name] for name in told], "rows": values}


def _counts(id_: str, heading: str, what: str, counts: Mapping[str, int]) -> dict[str, Any]:
    return {"id": id_, "heading": heading, "columns": [what, "quotes"], "rows": [*map(list, counts.items())]}


def _in_script(record: Mapping[str, Any]) -> str:
    """Return JSON that no text in it can end early."""
    written = orjson.dumps(without_surrogates(record)).decode()
    return written.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _figures(report: Report) -> str:
    total = report.total
    days = [speaker.first for speaker in report.speakers if speaker.first]
    last = [speaker.last for speaker in report.speakers if speaker.last]
    figures = [
        ("articles", f"{total.articles:,}"),
        ("quotes", f"{total.quotes:,}"),
        ("speakers", f"{total.speakers:,}"),
        ("direct or mixed", _percent(total.direct + total.mixed, total.quotes)),
        ("named sources", _percent(total.named, total.quotes)),
        ("anonymous sources", _percent(total.anonymous, total.quotes)),
        ("quotes of the ten quoted most", _share(total.share_of_ten) if total.speakers else _NONE),
        *_by_pronoun(total),
    ]
    if days:
        figures += [("first day", min(days)), ("last day", max(last))]
    return "".join(f"<div><dt>{letters(name)}</dt><dd>{letters(value)}</dd></div>" for name, value in figures)


def _by_pronoun(total: Group) -> list[tuple[str, str]]:
    people = total.he + total.she + total.pronouns_not_told
    counts = {"“she”": total.she, "“he”": total.he, "pronoun not told": total.pronouns_not_told}
    return [(f"quotes of people: {name}", _percent(count, people)) for name, count in counts.items()]


def _percent(part: int, whole: int) -> str:
    return _share(part / whole) if whole else _NONE


def _share(share: float) -> str:
    """Return a share in per cent; what rounding would make none, or all, is neither."""
    if 0 < share < _LEAST:
        return "<1%"
    return ">99%" if 1 - _LEAST < share < 1 else f"{share:.0%}"


def _left_out(why: str) -> str:
    """Return the reason for which quotes are left out, as it stands behind their number."""
    if why.startswith("confidence"):
        return f"of a {why}"
    return "done rather than said" if why == "act" else why


def _counted(report: Report) -> str:
    """Say what is counted, where there is anything to say of it."""
    if report.total.quotes and not report.left_out:
        return ""
    often = sorted(report.left_out.items(), key=lambda each: (-each[1], each[0]))
    told = ", ".join(f"{count:,} {_left_out(name)}" for name, count in often)
    none = "" if report.total.quotes else "No quotes were counted. "
    left = f" Left out: {letters(told)}." if told else ""
    return f"<p>{none}Counted is what was said or written, and asserted.{left}</p>"
