"""What a page may hold at most: where lxml and trafilatura need time that grows with the square of a number.

Measured by doubling: attributes of one element (lxml), all that stands inside of one paragraph (trafilatura), meta
elements (trafilatura, in some of its versions). All else was read in linear time. Of 333 pages of news sites none had
more than 64 attributes in an element, 36 elements in a paragraph, and 192 meta elements.
"""

from __future__ import annotations

from itertools import islice
from typing import Any

import regex

from newskit.errors import InputError

MOST_ATTRIBUTES, MOST_IN_A_PARAGRAPH, MOST_META = 1000, 2000, 5000
_ATTRIBUTE = r"""[\s/]*+[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
_TAG = regex.compile(
    rf"<(?:(?<comment>!--)|(?<name>[a-z][^\s/>]*+)(?<attributes>(?:{_ATTRIBUTE})*+))", regex.IGNORECASE
)
_EACH = regex.compile(_ATTRIBUTE)
_COMMENT_END = regex.compile("--!?>")
_RAW = {name: regex.compile(f"</{name}", regex.IGNORECASE) for name in ("script", "style", "textarea", "title")}
"""Elements in which there are no tags, and how they end."""


def check_source(source: str) -> None:
    """Raise ``InputError`` for a page with an element of too many attributes, before it is parsed."""
    place = 0
    while found := _TAG.search(source, place):
        place = found.end()
        if found["comment"]:
            end = _COMMENT_END.search(source, place - 2)  # `<!-->` is a whole comment
            place = end.end() if end else len(source)
            continue
        if len(found["attributes"]) > MOST_ATTRIBUTES:
            count = sum(1 for _ in islice(_EACH.finditer(found["attributes"]), MOST_ATTRIBUTES + 1))
            _refuse(count, MOST_ATTRIBUTES, "an element has more than {:,} attributes")
        raw = _RAW.get(found["name"].lower())
        if raw:
            end = raw.search(source, place)
            place = end.start() if end else len(source)


def check_tree(tree: Any) -> None:  # noqa: ANN401 - an element of lxml, which has no types
    """Raise ``InputError`` for a page with too much in one paragraph, or too many meta elements."""
    _refuse(sum(1 for _ in tree.iter("meta")), MOST_META, "there are more than {:,} meta elements")
    for paragraph in tree.iter("p"):
        count = sum(1 for _ in islice(paragraph.iterdescendants(), MOST_IN_A_PARAGRAPH + 1))
        _refuse(count, MOST_IN_A_PARAGRAPH, "a paragraph holds more than {:,} elements")


def _refuse(count: int, most: int, message: str) -> None:
    if count > most:
        raise InputError(f"no page that is read: {message.format(most)}, which no article has")
