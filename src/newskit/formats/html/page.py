"""The page: what is known of the article, the legend, the text, and the lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.resources import files

import regex

from newskit.document import Document
from newskit.formats.facts import published
from newskit.formats.html.article import Names, to_article
from newskit.formats.html.lists import parts, to_lists
from newskit.formats.html.marks import element, letters, value
from newskit.formats.plain import to_write
from newskit.formats.said import short

_PLACE = regex.compile(r"<!--(\w++)-->")
_HERE = "newskit.formats.html"
COMMON = "common.css"


def data(name: str, package: str = _HERE) -> str:
    """Return a data file of the pages."""
    return files(package).joinpath(name).read_text("utf-8")


def fill(template: str, parts: Mapping[str, str]) -> str:
    """Put each part in the place of the comment that has its name."""
    return _PLACE.sub(lambda place: parts[place[1]], template)


def style() -> str:
    """Return the style sheet that a fragment needs."""
    return data(COMMON) + data("view.css")


def to_html(document: Document, *, fragment: bool = False, prefix: str = "") -> str:
    """Write a document as a page that needs nothing else: the article with what was found in it, and lists beside it.

    With ``fragment`` it is one element to put into a page of yours, which needs ``style()`` once; ``prefix`` begins
    all ids, so that several fragments can stand in one page. The text stands there letter for letter, but for NUL and
    lone surrogates, which HTML cannot hold: they become U+FFFD.
    """
    document = to_write(document)
    names = Names(prefix)
    listed, ways = _sections(names, to_lists(document, names))
    view = fill(
        data("view.html"),
        {
            "known": _known(document),
            "ways": ways,
            "lists": listed or "<p>Nothing was found.</p>",
            "parts": parts(document),
            "language": value(document.article.language),
            "text": to_article(document, names),
        },
    )
    if fragment:
        return view
    return fill(data("page.html"), {"title": value(_title(document)), "style": style(), "view": view})


def _sections(names: Names, lists: Iterable[tuple[str, int, str]]) -> tuple[str, str]:
    """Return the lists as sections, and the links that lead to them."""
    listed, ways = [], []
    for place, (heading, count, entries) in enumerate(lists):
        id_ = names.entry("list", place)
        said = f"{letters(heading)} <small>{count:,}</small>"
        title = f"{element('h2', id=id_)}{said}</h2>"
        listed.append(f"{element('section', aria_labelledby=id_)}{title}{entries}</section>")
        ways.append(f"{element('a', href=f'#{id_}')}{said}</a>")
    return "\n".join(listed), " ".join(ways)


def _title(document: Document) -> str:
    headline = next((part.span.text for part in document.parts if part.kind == "headline"), "")
    return short(headline, 120) or document.article.id or "An article"


def _known(document: Document) -> str:
    article = document.article
    known = [letters(each) for each in (article.publisher, published(document), article.id) if each]
    if article.url:
        url = letters(article.url)
        web = article.url.lower().startswith(("https://", "http://"))  # other schemes may run a script
        known.append(f"{element('a', href=article.url, rel='noreferrer')}{url}</a>" if web else url)
    return " · ".join([*known, f"{len(document.text):,} characters"])
