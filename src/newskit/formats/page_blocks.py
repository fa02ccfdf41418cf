"""The blocks of a page: its runs of text between one block element and the next, in order, with where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, Literal

import regex
from attrs import field, frozen

from newskit.text import classes

_INLINE = classes("newskit.formats", "page_words.txt")["inline"]
_UNREAD = classes("newskit.formats", "page_words.txt")["unread"]
_BLIND = regex.compile(r"visually-?hidden|sr-only|screen-?reader|assistive")
"""The class of what is read out only, as "Image source"."""
_CAPTION = regex.compile(r"(?:(?<![a-z])|image|img|photo|fig|news)captions?(?![a-z])|caption-?text")
_CREDIT = regex.compile(
    r"(?<![a-z])(?:credits?|copyright|source|photographer|attribution|agency|contributor|byline)(?![a-z])"
)
_ASIDE = regex.compile(
    r"(?<![a-z])(?:related|recirc\w*+|recommend\w*+|promo\w*+|newsletter|comments?|trending|popular|most-?(?:read|viewed)|sidebar"
    r"|footer|breadcrumbs?|nav(?:bar|igation)?|menu|share|sharing|social|cookies?|outbrain|taboola|carousel|advert\w*+|ads?(?!\d))"
    r"(?![a-z])"
)
"""The class of what stands beside a story."""
_ASIDE_TAGS = frozenset(("nav", "footer", "form", "aside", "dialog"))
Form = Literal["text", "list", "table", "quote", "post"]
"""How a block is set: as running text, in a list, a table, a block quote or an embedded post."""
_FORMS: Mapping[str, Form] = {"li": "list", "dt": "list", "dd": "list", "tr": "table", "blockquote": "quote"}
_POST = regex.compile(r"twitter|tweet|instagram|bluesky|mastodon|tiktok|facebook|threads|embed")
_HIDDEN = regex.compile(r"display\s*+:\s*+none", regex.IGNORECASE)
_PICTURED = regex.compile(r"(?<![a-z])(?:image|figure|photo|picture|media)(?![a-z])")
_TOUCHING = regex.compile(r"(?:\p{Ll}{2}[\p{Ll}.!?]|\bBy)\Z")
"""What no word goes on from in a capital: another element's text behind it is the next word."""
_CAMEL = regex.compile(r"(?<=\p{Ll})(?=\p{Lu})")
_MARKS = regex.compile(r"[\W_]++")
_LABEL = regex.compile(
    r"\s*+(?:(?:image|photo|picture)\ )?+(?:credits?|photo(?:graph)?|image|picture|source)\s*+:?+\s*+", regex.IGNORECASE
)
"""A credit's label and nothing more."""
_BRACKETS = '(["“'
_OPEN, _CLOSE = "\x00", "\x01"
"""The bounds of a credit; the source of a page has lost such characters before."""


@frozen(eq=False)
class Block:
    """A run of text of a page, without the white space that a browser does not show.

    ``tag`` and ``element`` are those of the block element around it. ``caption`` tells that it is one of a picture,
    ``linked`` and ``bold`` that all of it is a link or bold, ``pictured`` that a picture stands in it, ``hidden`` that
    the page does not show it at first. ``aside`` is the element around it that stands beside a story by its name,
    ``form`` how it is set, and ``credit`` a span of the text.
    """

    text: str
    tag: str
    element: Any
    caption: bool = False
    aside: Any = None
    credit: tuple[int, int] | None = None
    form: Form = "text"
    linked: bool = False
    bold: bool = False
    hidden: bool = False
    pictured: bool = False
    key: str = field(init=False)
    """The letters and digits of the text, by which two readings of it are the same."""

    @key.default
    def _key(self) -> str:
        return key_of(self.text)


def key_of(text: str) -> str:
    """Return the letters and digits of a text in lower case."""
    return _MARKS.sub("", text).lower()


def is_label(text: str) -> bool:
    """Tell whether a text is the label of a credit and nothing more: "Image credit:"."""
    return _LABEL.fullmatch(text) is not None


def names_of(element: Any) -> str:  # noqa: ANN401 - an element of lxml, which has no types
    """Return what an element is called, in lower case, words apart: its class, id and the like."""
    given = " ".join(filter(None, map(element.get, ("class", "id", "itemprop", "data-testid", "rel"))))
    return _CAMEL.sub("-", given).lower() if given else ""


@frozen(eq=False)
class _Room:
    element: Any
    caption: bool = False
    aside: Any = None
    form: Form = "text"
    hidden: bool = False
    figure: bool = False


class _Text:
    """The text of a block while it is read, and whether all of it is a link, or bold."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.links = self.bolds = 0
        self.linked = self.plain = self.bold = self.light = self.pictured = False

    def open(self, *, credit: bool, cuts: bool) -> None:
        apart = cuts or (credit and self.pieces and self.pieces[-1][-1] not in _BRACKETS)
        self.put(" " * bool(apart) + _OPEN * credit)

    def put(self, mark: str) -> None:
        if mark:
            self.pieces.append(mark)

    def add(self, text: str | None) -> None:
        if text:
            if self.pieces and _touch(self.pieces[-1], text):
                self.pieces.append(" ")
            self.pieces.append(text)
            if not text.isspace() and any(map(str.isalnum, text)):
                self.linked, self.plain = (True, self.plain) if self.links else (self.linked, True)
                self.bold, self.light = (True, self.light) if self.bolds else (self.bold, True)

    def enter(self, tag: str, change: int) -> None:
        if tag == "a":
            self.links += change
        elif tag in ("b", "strong"):
            self.bolds += change
        elif tag == "img":
            self.pictured = True
        elif tag == "time":
            self.pieces.append(" ")

    def flushed(self, room: _Room) -> Iterator[Block]:
        text = " ".join("".join(self.pieces).split())
        self.pieces.clear()
        if not text:
            return
        linked, bold, pictured = self.linked and not self.plain, self.bold and not self.light, self.pictured
        self.linked = self.plain = self.bold = self.light = self.pictured = False
        credit = None
        if _OPEN in text or _CLOSE in text:
            text, credit = _credited(text)
        if text:
            yield Block(
                text,
                room.element.tag,
                room.element,
                room.caption,
                room.aside,
                credit,
                room.form,
                linked,
                bold,
                room.hidden,
                pictured,
            )


def _touch(before: str, text: str) -> bool:
    """Tell whether the texts of two elements would grow into one word: "she said.The", "ESTUpdated", "Roe@janeroe"."""
    if text[0] == "@":
        return before[-1].isalnum()
    if not text[0].isupper():
        return False
    return _TOUCHING.search(before) is not None or (before[-2:].isupper() and text[1:2].islower())


class _Reader:
    """What was read of a page so far: the block elements that are open, and the text since the last of their bounds."""

    def __init__(self, root: Any) -> None:  # noqa: ANN401
        self.rooms = [_Room(root)]
        self.text = _Text()

    def start(self, element: Any) -> Iterator[Block]:  # noqa: ANN401
        tag, room = element.tag, self.rooms[-1]
        if element is not room.element:  # else the root
            entered = _entered(element, tag, room)
            if entered is not None:
                yield from self.text.flushed(room)
                self.rooms.append(entered)
            elif room.caption:
                self.text.open(credit=_is_credit(element, tag), cuts=_cuts(tag))
        self.text.enter(tag, 1)
        self.text.add(element.text)

    def end(self, element: Any) -> Iterator[Block]:  # noqa: ANN401
        tag, room = element.tag, self.rooms[-1]
        self.text.enter(tag, -1)
        if element is room.element:
            yield from self.text.flushed(room)
            self.rooms.pop()
        elif tag == "br" and not (room.caption or room.element.tag in HEADINGS):
            yield from self.text.flushed(room)
        else:
            credit = room.caption and _is_credit(element, tag)
            self.text.put(_CLOSE * credit + " " * (tag == "br" or _cuts(tag)))


def blocks_in(root: Any) -> Iterator[Block]:  # noqa: ANN401
    """Yield the blocks of an element in order, each once; line breaks cut them, but not in a caption or heading."""
    reader = _Reader(root)
    walk = import_module("lxml.etree").iterwalk(root, events=("start", "end"))
    for event, element in walk:
        unread = (element.tag in _UNREAD and not _opens_picture(element)) or _is_blind(element)
        if event == "start":
            if unread:
                walk.skip_subtree()  # its end comes yet, with the text behind it
            else:
                yield from reader.start(element)
            continue
        if not unread:
            yield from reader.end(element)
        if element is not root:
            reader.text.add(element.tail)


HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CELLS = frozenset(("td", "th"))


def _cuts(tag: str) -> bool:
    """Tell whether an element cuts the text around it."""
    return not (tag in _INLINE or "-" in tag)


def _is_blind(element: Any) -> bool:  # noqa: ANN401
    called = element.get("class")
    return called is not None and _BLIND.search(called) is not None


def _opens_picture(element: Any) -> bool:  # noqa: ANN401
    """Tell whether a button is a picture with its caption, which it shows large."""
    return element.tag == "button" and next(element.iter("figcaption"), None) is not None


def _is_credit(element: Any, tag: str) -> bool:  # noqa: ANN401
    return tag in ("cite", "small") or _CREDIT.search(names_of(element)) is not None


def _entered(element: Any, tag: str, room: _Room) -> _Room | None:  # noqa: ANN401
    """Return the room that an element is, None where its text goes on in the one around it."""
    called = element.get("class") or ""
    if room.caption or (tag in _CELLS and room.element.tag == "tr"):
        return None
    figure = room.figure or tag == "figure"
    caption = (
        tag == "figcaption"
        or (figure and tag == "cite")
        or ("aption" in called and _CAPTION.search(names_of(element)) is not None)
    )
    if not (caption or _cuts(tag)):
        return None
    aside = room.aside
    if tag in _ASIDE_TAGS or called:
        names = names_of(element)
        beside = tag in _ASIDE_TAGS or _ASIDE.search(names) is not None
        if beside and not (tag == "aside" and _PICTURED.search(names)):
            aside = element
    form = _FORMS.get(tag, room.form)
    if form == "quote" and _POST.search(called):
        form = "post"
    style = element.get("style")
    hidden = (
        room.hidden or element.get("hidden") is not None or (style is not None and _HIDDEN.search(style) is not None)
    )
    return _Room(element, caption, aside, form, hidden, figure)


def _credited(text: str) -> tuple[str, tuple[int, int] | None]:
    """Take the bounds of credits out of a caption's text; returns it and where the first credit stands."""
    kept: list[str] = []
    start, end = -1, -1
    for character in text:
        if character == _OPEN:
            start = len(kept) if start < 0 else start
        elif character == _CLOSE:
            end = len(kept)
        elif character != " " or (kept and kept[-1] != " "):
            kept.append(character)
    written = "".join(kept).rstrip()
    if _LABEL.fullmatch(written[start:end]):  # a label alone: the credit is behind it
        end = len(written)
    credit = written[start:end].strip() if 0 <= start < end else ""
    if not credit:
        return written, None
    start += len(written[start:end]) - len(written[start:end].lstrip())
    return written, (start, start + len(credit))
