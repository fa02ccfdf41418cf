"""What the markup of a page says of its article: the day of publication and the authors."""

from __future__ import annotations

import datetime as dt
import html
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import regex

from newskit.days import day_of
from newskit.errors import InputError

_META = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date_published",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publish_date",
    "publishdate",
    "pubdate",
    "publication_date",
    "originalpublicationdate",
    "citation_publication_date",
    "cxenseparse:recs:publishtime",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "date",
)
"""How meta elements are named that hold the day, the surest first."""
_IN_URL = regex.compile(r"/(\d{4})[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?!\d)", regex.IGNORECASE)
_NAMED_DATE = regex.compile(r"(?<![a-z])(?:date|pubdate|published|publish|posted|timestamp)(?![a-z])")
_BEFORE_DATE = regex.compile(
    r"(?:(?:first )?(?:published|posted|created)(?: on| at)?|date)\s*+:?\s*+", regex.IGNORECASE
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}+\.?+"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?+"
_DAY = regex.compile(
    rf"\b(?:{_MONTH}\ {_NUMBER},?+\ \d{{4}}|{_NUMBER}\ {_MONTH},?+\ \d{{4}}|\d{{4}}-\d\d-\d\d"
    r"|(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4}))\b",
    regex.IGNORECASE,
)
_CHANGED = regex.compile(r"\b(?:upd(?:ated?)?|modified|changed|revised|edited|reviewed|corrected)\b", regex.IGNORECASE)
_MONTHS = 12
"""A greater number is a day."""
_REVISED = 30
"""So many days after its publication a text that was changed is a new one."""
_FIRST_YEAR = 1600
"""Days before it are what programs write for none: 0001-01-01."""
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified")
_SLOGAN = regex.compile(r"\s++[-–—|:•]\s.*+|:\s.*+|\s++[-–—|]++$")
_NO_NAME = regex.compile(r"@|https?:|copyright|©", regex.IGNORECASE)
_AGENCIES = frozenset(("associated press", "the associated press", "ap", "reuters", "afp", "pa media"))
"""Whose stories others publish: the page's own name goes before theirs."""
_LONGEST = 60
"""How long a date and what goes with it may be."""
_SHORTEST_STORY = 80
"""How long the paragraph is that a story begins with; the dates below it are those of other stories too."""


def linked_data(tree: Any, title: str) -> list[Mapping[str, object]]:  # noqa: ANN401 - an element of lxml
    """Return the articles in the page's JSON-LD, those with its title first."""
    nodes: list[dict[str, object]] = []
    known: dict[str, dict[str, object]] = {}
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            held = [json.loads(script.text_content(), strict=False)]
        except (ValueError, RecursionError):
            continue
        while held:
            value = held.pop()
            if isinstance(value, dict):
                if "datePublished" in value:
                    nodes.append(value)
                if isinstance(value.get("@id"), str) and isinstance(value.get("name"), str):
                    known.setdefault(value["@id"], value)
                held.extend(reversed(value.values()))
            elif isinstance(value, list):
                held.extend(reversed(value))
    nodes.sort(key=lambda node: node.get("headline") != title)
    return [
        {
            **node,
            "author": [_resolved(author, known) for author in several(node.get("author"))],
            "publisher": _resolved(node.get("publisher"), known),
        }
        for node in nodes
    ]


def _resolved(value: object, known: Mapping[str, Mapping[str, object]]) -> object:
    """Return what a reference stands for."""
    return known.get(str(value.get("@id")), value) if isinstance(value, dict) and "name" not in value else value


def several(value: object) -> list[Any]:
    """Return the values of a field that may have one or more."""
    return value if isinstance(value, list) else [] if value is None else [value]


def titles_in(tree: Any, data: Sequence[Mapping[str, object]]) -> list[str]:  # noqa: ANN401
    """Return the titles that a page's data gives it, the surest first."""
    held = _held(tree)
    given = [held.get("og:title"), *(article.get("headline") for article in data[:1]), held.get("twitter:title")]
    return [html.unescape(title) for title in given if isinstance(title, str) and title.strip()]


def descriptions_in(tree: Any, data: Sequence[Mapping[str, object]]) -> list[str]:  # noqa: ANN401
    """Return what a page's data says that it is about."""
    held = _held(tree)
    names = ("og:description", "description", "twitter:description")
    given = [*map(held.get, names), *(article.get("description") for article in data[:1])]
    return [html.unescape(text) for text in given if isinstance(text, str) and text.strip()]


def publisher_in(tree: Any, data: Sequence[Mapping[str, object]], host: str) -> str:  # noqa: ANN401
    """Return the publisher's name in a page's data, without its slogan; empty where there is none.

    Of two names that which the ``host`` has goes before the other.
    """
    held = _held(tree)
    given = [_name_of(article.get("publisher")) for article in data[:1]] + [held.get("og:site_name", "")]
    names = [_SLOGAN.sub("", " ".join(html.unescape(name).split())) for name in given]
    named = [name for name in names if name and not _NO_NAME.search(name)]
    hosted = [name for name in named if "".join(filter(str.isalnum, name.lower())) in host.replace("-", "").lower()]
    own = [name for name in named if name.lower() not in _AGENCIES]
    return next(iter(hosted or own or named), "")


def _name_of(publisher: object) -> str:
    while isinstance(publisher, (list, dict)):
        publisher = (publisher[0] if publisher else "") if isinstance(publisher, list) else publisher.get("name")
    return publisher if isinstance(publisher, str) else ""


def published_on(
    tree: Any,  # noqa: ANN401
    data: Sequence[Mapping[str, object]],
    url: str | None,
    front: Iterable[str] = (),
) -> dt.date | None:
    """Return the day that a page says it was published on, in its JSON-LD or elsewhere.

    ``front`` is what it shows below its headline. A day there goes before an earlier one of the data: it is the day of
    the text that the page shows, in the time zone of its readers. One that is said to be that of a change does so where
    a month and more lies between, as for a guide that is kept up to date.
    """
    said = _first_day(_said(tree, data))
    stamps = [stamp for text in front for stamp in _stamps_in(text)]
    days = {day for day, changed in stamps if not changed} or {day for day, _ in stamps}
    if said and len(days) == 1:
        (shown,) = days
        if (shown - said).days >= (-1 if (shown, False) in stamps else _REVISED):
            return shown
    return said or next((day for day, changed in stamps if not changed), None) or _first_day(_elsewhere(tree, url))


def modified_on(tree: Any, data: Sequence[Mapping[str, object]]) -> dt.date | None:  # noqa: ANN401
    """Return the day on which a page's data says it was changed last."""
    held = _held(tree)
    return _first_day([*(article.get("dateModified") for article in data[:1]), *(held.get(name) for name in _MODIFIED)])


def _stamps_in(text: str) -> Iterator[tuple[dt.date, bool]]:
    """Yield the days of a text, and whether each is that of a change, by the words before it."""
    last = 0
    for found in _DAY.finditer(text):
        changed = _CHANGED.search(text, last, found.start()) is not None
        last = found.end()
        written = found[0].replace(".", "")
        if found["first"]:
            month, day = sorted(map(int, (found["first"], found["second"])))
            if day <= _MONTHS:  # which of the two is the month, nothing says
                continue
            written = f"{found['year']}-{month:0>2}-{day:0>2}"
        day_ = _first_day([written])
        if day_:
            yield day_, changed


def _first_day(said: Iterable[object]) -> dt.date | None:
    for value in said:
        try:
            day = day_of(value)
        except InputError:
            continue
        if day and day.year >= _FIRST_YEAR:
            return day
    return None


def _said(tree: Any, data: Sequence[Mapping[str, object]]) -> Iterator[object]:  # noqa: ANN401
    yield from (article["datePublished"] for article in data)
    yield from _meta(tree)
    yield from tree.xpath("//time[@itemprop='datePublished' or @pubdate]/@datetime")


def _elsewhere(tree: Any, url: str | None) -> Iterator[object]:  # noqa: ANN401
    yield from _shown(tree)
    yield from tree.xpath("//article//time/@datetime")
    for year, month, day in _IN_URL.findall(url or ""):
        yield f"{year}-{month:0>2}-{day:0>2}" if month.isdecimal() else f"{day} {month} {year}"


def _meta(tree: Any) -> Iterator[str]:  # noqa: ANN401
    held = _held(tree)
    yield from (held[name] for name in _META if name in held)


def _held(tree: Any) -> dict[str, str]:  # noqa: ANN401
    held: dict[str, str] = {}
    for element in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            held.setdefault(element.get(attribute, "").lower(), element.get("content", ""))
    return held


def _shown(tree: Any) -> Iterator[str]:  # noqa: ANN401
    """Yield what is shown as a date between the headline and the story, then what is above the headline."""
    above: list[str] = []
    below: list[str] = []
    headed = False
    for element in tree.iter("h1", "p", "time", "span", "div", "li", "abbr"):
        if element.tag == "h1":
            headed = True
        elif element.tag == "p" and headed and len(element.text_content()) >= _SHORTEST_STORY:
            break
        else:
            (below if headed else above).extend(_dates_of(element))
    yield from below
    yield from reversed(above)


def _dates_of(element: Any) -> Iterator[str]:  # noqa: ANN401
    """Yield the day that an element holds and the one that it shows, where it is called a date."""
    named = f"{element.get('class', '')} {element.get('id', '')} {element.get('itemprop', '')}".lower()
    if element.tag == "time" or _NAMED_DATE.search(named):
        yield element.get("datetime", "")
        text = "" if len(element) else " ".join((element.text or "").split())
        if len(text) <= _LONGEST:
            yield _BEFORE_DATE.sub("", text, count=1)
