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
_RAW = {
    name: regex.compile(f"</{name}(?=[\\s/>])[^>]*+>?+", regex.IGNORECASE)
    for name in ("script", "style", "textarea", "title", "iframe", "noscript", "noembed", "noframes")
}
"""Elements in which there are no tags where scripts run, and how they end."""
_CUT = frozenset(_RAW) - {"textarea", "title"}
"""Those that hold nothing to read; as XML parsers read tags in some of them, code would come out as text."""
_OPEN_ENDED = frozenset(("iframe", "noscript", "noembed", "noframes"))
"""Those whose end a page that is cut short may lack: the rest is read as if they were not there."""
_DATA = regex.compile("ld\\+json", regex.IGNORECASE)


def without_code(source: str) -> str:
    """Return a page without comments and what is only for scripts or for readers without them, but its JSON-LD.

    Raises ``InputError`` for an element of too many attributes, before the page is parsed.
    """
    place = kept = 0
    pieces: list[str] = []
    endless: set[str] = set()

    def cut(start: int, end: int) -> None:
        nonlocal kept
        pieces.append(source[kept:start])
        kept = end

    while found := _TAG.search(source, place):
        place = found.end()
        if found["comment"]:
            end = _COMMENT_END.search(source, place - 2)  # `<!-->` is a whole comment
            place = end.end() if end else len(source)
            continue
        if len(found["attributes"]) > MOST_ATTRIBUTES:
            count = sum(1 for _ in islice(_EACH.finditer(found["attributes"]), MOST_ATTRIBUTES + 1))
            _refuse(count, MOST_ATTRIBUTES, "an element has more than {:,} attributes")
        name = found["name"].lower()
        raw = _RAW.get(name)
        if raw:
            end = None if name in endless else raw.search(source, place)
            if end is None:
                endless.add(name)
                if name in _OPEN_ENDED:
                    place += source.startswith(">", place)
                    cut(found.start(), place)
                else:
                    place = len(source)
                continue
            place = end.end()
            if name in _CUT and not (name == "script" and _DATA.search(found["attributes"])):
                cut(found.start(), place)
    return "".join(pieces) + source[kept:]


def check_tree(tree: Any) -> None:  # noqa: ANN401 - an element of lxml, which has no types
    """Raise ``InputError`` for a page with too much in one paragraph, or too many meta elements."""
    _refuse(sum(1 for _ in tree.iter("meta")), MOST_META, "there are more than {:,} meta elements")
    for paragraph in tree.iter("p"):
        count = sum(1 for _ in islice(paragraph.iterdescendants(), MOST_IN_A_PARAGRAPH + 1))
        _refuse(count, MOST_IN_A_PARAGRAPH, "a paragraph holds more than {:,} elements")


def _refuse(count: int, most: int, message: str) -> None:
    if count > most:
        raise InputError(f"no page that is read: {message.format(most)}, which no article has")
