"""The charts of the report: Vega-Lite drawn to SVG when the page is made, so that the page needs no library."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from newskit.errors import MissingExtraError
from newskit.report.audit import NOT_TOLD, Group, Report

if TYPE_CHECKING:
    from types import ModuleType

_SPEAKERS = 15
_WIDTH = 560
_CONFIG = {
    "background": None,
    "font": "Arial, sans-serif",
    "padding": {"left": 24, "right": 8, "top": 4, "bottom": 4},
    "view": {"stroke": None},
    "axis": {
        "labelFontSize": 13,
        "titleFontSize": 13,
        "gridColor": "#8884",
        "domainColor": "#888",
        "tickColor": "#888",
    },
    "legend": {"labelFontSize": 13, "titleFontSize": 13},
    "range": {"category": ["#2b6cb0", "#d69e2e", "#718096", "#2f855a"]},
}
_KINDS = ("direct", "mixed", "indirect")


def vl_convert() -> ModuleType:
    """Import vl-convert; raises ``MissingExtraError`` where it is not installed."""
    try:
        return import_module("vl_convert")
    except ImportError:
        raise MissingExtraError("vl-convert-python", extra="report") from None


def charts(report: Report) -> Mapping[str, tuple[str, str]]:
    """Return the caption and the SVG of each chart by name; what has nothing to show is left out."""
    specs: dict[str, tuple[str, dict[str, Any] | None]] = {
        "speakers": (_caption(report), _speakers(report)),
        "months": ("Quotes by month", _by_month(report.months)),
        "sources": ("Quotes by type of source", _bars(report.sources.items())),
        "pronouns": ("Quotes of people, by the pronouns that articles use of them", _bars(_pronouns(report.total))),
    }
    draw = vl_convert().vegalite_to_svg
    return {name: (caption, draw(spec)) for name, (caption, spec) in specs.items() if spec}


def _caption(report: Report) -> str:
    return f"The {_SPEAKERS} who are quoted most" if len(report.speakers) > _SPEAKERS else "Who is quoted most"


def _chart(values: Sequence[Mapping[str, object]], **encoding: object) -> dict[str, Any] | None:
    if not values:
        return None
    return {
        "data": {"values": values},
        "mark": "bar",
        "encoding": encoding,
        "width": _WIDTH,
        "config": _CONFIG,
    }


def _speakers(report: Report) -> dict[str, Any] | None:
    most = report.speakers[:_SPEAKERS]
    values = [
        {
            "name": f"{place}. {speaker.name}",
            "kind": kind,
            "quotes": getattr(speaker, kind),
            "place": place,
            "order": order,
        }
        for place, speaker in enumerate(most, start=1)
        for order, kind in enumerate(_KINDS)
    ]
    return _chart(
        values,
        y={"field": "name", "type": "nominal", "sort": {"field": "place"}, "title": None, "axis": {"labelLimit": 240}},
        x={"field": "quotes", "type": "quantitative", "title": "quotes"},
        color={"field": "kind", "type": "nominal", "scale": {"domain": _KINDS}, "title": None},
        order={"field": "order"},
    )


def _by_month(months: Sequence[Group]) -> dict[str, Any] | None:
    dated = [month for month in months if month.name != NOT_TOLD]
    values = [
        {"month": each.name, "kind": kind, "quotes": getattr(each, kind), "order": order}
        for each in dated
        for order, kind in enumerate(_KINDS)
    ]
    return _chart(
        values,
        x={"field": "month", "type": "ordinal", "title": None},
        y={"field": "quotes", "type": "quantitative", "title": "quotes"},
        color={"field": "kind", "type": "nominal", "scale": {"domain": _KINDS}, "title": None},
        order={"field": "order"},
    )


def _bars(counts: Iterable[tuple[str, int]]) -> dict[str, Any] | None:
    return _chart(
        [{"what": what, "quotes": count} for what, count in counts if count],
        y={"field": "what", "type": "nominal", "sort": None, "title": None, "axis": {"labelLimit": 240}},
        x={"field": "quotes", "type": "quantitative", "title": "quotes"},
    )


def _pronouns(total: Group) -> list[tuple[str, int]]:
    return [("he", total.he), ("she", total.she), (NOT_TOLD, total.pronouns_not_told)]
