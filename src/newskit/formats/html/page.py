"""The page: what is known of the article, who is quoted, the text, and the lists; or the same in a notebook."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from importlib.resources import files

import regex

from newskit.document import Document
from newskit.formats.html.article import Names, to_article
from newskit.formats.html.head import boxes, heading, known, summary, title
from newskit.formats.html.known_rules import RuleCards
from newskit.formats.html.lists import parts, to_lists
from newskit.formats.html.marks import element, letters, value
from newskit.formats.plain import to_write

_PLACE = regex.compile(r"<!--(\w++)-->")
_HERE = "newskit.formats.html"
_SCOPE = regex.compile(r"\.newskit\b")


def data(name: str, package: str = _HERE) -> str:
    """Return a data file of the pages."""
    return files(package).joinpath(name).read_text("utf-8")


def fill(template: str, parts: Mapping[str, str]) -> str:
    """Put each part in the place of the comment that has its name."""
    return _PLACE.sub(lambda place: parts[place[1]], template)


def page_style(name: str, package: str = _HERE) -> str:
    """Return the style sheet of a whole page: colours, what all pages have, and its own file."""
    return data("palette.css") + data("common.css") + data(name, package)


def style() -> str:
    """Return the style sheet that a fragment needs; it touches nothing else in the page that it stands in."""
    return data("palette.css").replace(":root", ".newskit") + data("notebook.css") + data("view.css")


def to_html(document: Document, *, fragment: bool = False, prefix: str = "") -> str:
    """Write a document as a page that needs nothing else: the article with what was found in it, and lists beside it.

    With ``fragment`` it is one element to put into a page of yours, which needs ``style()`` once; ``prefix`` begins
    all ids, so that several fragments can stand in one page. The text stands there letter for letter, but for NUL and
    lone surrogates, which HTML cannot hold: they become U+FFFD. The name of a rule opens what the rule says, where an
    installed plugin has it.
    """
    document = to_write(document)
    view = _view(document, prefix)
    if fragment:
        return view
    page = {"title": value(title(document)), "style": page_style("view.css"), "view": view}
    return fill(data("page.html"), page)


def to_notebook(document: Document) -> str:
    """Write a document as the output of a cell, with styles that leave the notebook and its other outputs alone.

    A random word sets its ids and styles apart, as outputs of other sessions may stand in the same notebook.
    """
    own = f"newskit-{secrets.token_hex(4)}"
    styles = _SCOPE.sub(f".{own}", style())
    view = _view(to_write(document), f"{own}-").replace('<div class="newskit">', f'<div class="{own}">', 1)
    return f"<div><style>\n{styles}</style>\n{view}</div>\n"


def _view(document: Document, prefix: str) -> str:
    names = Names(prefix)
    rules = RuleCards(names, document.article.language)
    listed, ways = _sections(names, to_lists(document, names, rules))
    return fill(
        data("view.html"),
        {
            "known": known(document),
            "summary": summary(document, names),
            "ways": ways,
            "show": boxes(document),
            "heading": heading(document),
            "lists": listed or "<p>Nothing was found.</p>",
            "parts": parts(document, rules),
            "language": value(document.article.language),
            "text": to_article(document, names),
            "rules": rules.cards(),
        },
    )


def _sections(names: Names, lists: Iterable[tuple[str, int, str]]) -> tuple[str, str]:
    """Return the lists as sections, and the links that lead to them."""
    listed, ways = [], []
    for place, (heading_, count, entries) in enumerate(lists):
        id_ = names.entry("list", place)
        said = f"{letters(heading_)} <small>{count:,}</small>"
        opened = f"{element('h2', id=id_)}{said}</h2>"
        listed.append(f"{element('section', aria_labelledby=id_)}{opened}{entries}</section>")
        ways.append(f"{element('a', href=f'#{id_}')}{said}</a>")
    return "\n".join(listed), " ".join(ways)
