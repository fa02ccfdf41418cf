"""What stands above a story on its page: headline, standfirst, byline, day and time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import regex
from attrs import frozen

from newskit.formats.page_blocks import Block, key_of, names_of
from newskit.formats.page_story import Story, Told
from newskit.terms import PartKind
from newskit.text import classes, furniture

_STANDFIRST = regex.compile(
    r"(?<![a-z])(?:standfirst|dek|deck|strapline|subtitle|sub-?titles?|sub-?head(?:line|ing)?|summary|excerpt)(?![a-z])"
)
"""What an element is called that holds a standfirst."""
_BYLINE = regex.compile(r"(?<![a-z])(?:by-?lines?|authors?|contributors?|writers?)(?![a-z])")
_BY = regex.compile(r"(?i:(?:written|words|story|reported|posted|analysis|opinion|review) )?+(?i:by)(?::?+ )?+\p{Lu}")
_DAY = regex.compile(
    r"(?<![a-z])(?:date|datetime|time|timestamp|pubdate|published|publish|posted|updated|modified)(?![a-z])"
)
_ALL_BY = regex.compile(r" (?:articles|posts|stories) by ")
"""What is furniture of a text but names the writer where a page calls it a byline: "View all posts by Jane Roe"."""
_STARTS_DAY = regex.compile(
    r"[\W_]*+(?:(?:first |last )?+(?:published|updated|posted|created|modified)(?: on| at)?+:?+ )?+"
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*+[.,]*+\ )?+"
    r"(?:(?:\d{1,2}\ )?+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*+\.?+\ \d"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}(?!\d)|\d{4}-\d\d-\d\d)",
    regex.IGNORECASE,
)
_LONGEST_STANDFIRST, _SHORTEST_STANDFIRST = 600, 12
_WORDS = 4
"""The fewest words of a standfirst."""
_LONGEST_SIGNATURE, _LONGEST_DAY = 150, 100
LEAD = 80
"""How long the paragraph is that a story begins with."""
_ABOVE = 6
"""How many blocks above the headline may hold the day."""
_NAME = range(2, 4)
_ALIKE = 3
"""So many blocks of one markup are paragraphs of the story."""
_LABEL = 3
"""The most words of a label in a headline: "Opinion"."""
_AGREED = 0.5
"""The share of the page's own title that a headline has."""
_PARTING = regex.compile(r"\s++[|–—·•:»-]\s++|\s*+\|\s*+")


def headline_of(page: Sequence[Block], titles: Sequence[str], site: Sequence[str]) -> tuple[str, int]:
    """Return the headline and the number of its block, -1 where the page shows none.

    It is the heading of the first rank that agrees best with the ``titles`` in the page's data, the surest first;
    else the first of these without the name of the ``site``.
    """
    bare = [without_site(title, site) for title in titles if title]
    named = {key_of(name) for name in site} if bare else set()
    headings = [
        (place, block) for place, block in enumerate(page) if block.tag == "h1" and block.key not in {"", *named}
    ]
    if headings:
        agreed = [max((_agreement(block.text, title) for title in bare), default=0.0) for _, block in headings]
        best = max(agreed)
        place, block = headings[agreed.index(best)]
        if best >= _AGREED or not bare or len(headings) == 1:
            return _without_label(without_site(block.text, site), bare), place
    for title in bare:
        key = key_of(title)
        place = next((place for place, block in enumerate(page) if block.key == key), -1)
        if place >= 0:
            return page[place].text, place
    return (bare[0] if bare else ""), -1


def _agreement(shown: str, title: str) -> float:
    """Return which share of the words of the longer of two titles the other has."""
    one, other = set(shown.lower().split()), set(title.lower().split())
    return len(one & other) / max(len(one), len(other), 1)


def without_site(title: str, site: Sequence[str]) -> str:
    """Return a title without the name of the site and its section, behind a bar or dash or before it."""
    names = [key_of(name) for name in site if key_of(name)]
    while True:
        marks = list(_PARTING.finditer(title))
        if not marks:
            return title
        last, first = marks[-1], marks[0]
        if _is_site(title[last.end() :], names, barred="|" in last[0]):
            title = title[: last.start()]
        elif key_of(title[: first.start()]) in names:
            title = title[first.end() :]
        else:
            return title


def _is_site(written: str, names: Sequence[str], *, barred: bool) -> bool:
    key = key_of(written)
    named = any(
        key == name or (len(name) > _LABEL and key.startswith(name)) or (len(key) > _LABEL and name.startswith(key))
        for name in names
    )
    return named or (barred and len(written.split()) <= _LABEL)


def _without_label(shown: str, titles: Sequence[str]) -> str:
    """Return a headline without a label before it, where the page's data has it without one."""
    key, words = key_of(shown), shown.split()
    for title in titles:
        bare = key_of(title)
        if bare and key != bare and key.endswith(bare):
            for number in range(1, min(_LABEL, len(words) - 1) + 1):
                if key_of(" ".join(words[number:])) == bare:
                    return " ".join(words[number:]).lstrip("|:–—- ")
    return shown


@frozen
class Front:
    """What stands around the headline of a story."""

    standfirst: tuple[Told, ...]
    signed: tuple[Told, ...]
    above: tuple[str, ...]
    """Days that stand right above the headline."""


def front_of(story: Story, start: int, descriptions: Sequence[str]) -> Front:
    """Find the standfirst, the byline and the day between the headline at ``start`` and the story."""
    page = story.page
    if start < 0:
        return Front((), (), ())
    standfirst: list[Told] = []
    signed: list[Told] = []
    chosen = {told.place for told in story.told}
    shapes = Counter(_shape(page[place]) for place in chosen if place >= 0)
    above = set(page[start].element.iterancestors())
    described = [key_of(text) for text in descriptions if len(text) >= _SHORTEST_STANDFIRST]
    holder: Any = None
    for place in range(start + 1, len(page)):
        block = page[place]
        if block.tag == "h1" and block.key != page[start].key:
            break
        if block.caption or block.key == page[start].key:
            continue
        around = _called(block.element, above, _STANDFIRST)
        if around is not None and 2 * story.weights[around] > story.total:
            around = None
        alike = shapes[_shape(block)] >= _ALIKE and place in chosen
        if _fits(block.text) and (
            (around is not None and (not standfirst or around is holder) and not story.beside(block))
            or (not standfirst and not alike and _describes(block.key, described))
        ):
            standfirst.append(Told("standfirst", block.text, place=place))
            holder = around
            continue
        if place in chosen and len(block.text) >= LEAD:
            break
        if block.bold and _is_name(block.text):
            signed.append(Told("byline", block.text, place=place))
            continue
        kind = _signature(block, above)
        if kind and all(told.text != block.text for told in signed):  # pages say it again for narrow screens
            signed.append(Told(kind, block.text, place=place))
    days = [block.text for block in page[max(0, start - _ABOVE) : start] if _signature(block, above) == "dateline"]
    return Front(tuple(standfirst), tuple(signed), tuple(days))


def _shape(block: Block) -> tuple[Any, ...]:
    """Return what tells the paragraphs of a story from what stands above them: their markup and that around them."""
    parent = block.element.getparent()
    return block.tag, block.element.get("class"), None if parent is None else (parent.tag, parent.get("class"))


def _called(element: Any, above: set[Any], name: regex.Pattern[str]) -> Any:  # noqa: ANN401
    """Return the element around a block, itself or without the headline in it, that a name is given to."""
    while element is not None and element not in above:
        if name.search(names_of(element)):
            return element
        element = element.getparent()
    return None


def _fits(text: str) -> bool:
    return _SHORTEST_STANDFIRST <= len(text) <= _LONGEST_STANDFIRST and len(text.split()) >= _WORDS


def _describes(key: str, described: Sequence[str]) -> bool:
    return any(key == each or (len(each) > LEAD and key.startswith(each)) for each in described)


def _is_name(text: str) -> bool:
    words = text.split()
    return len(words) in _NAME and all(
        word[0].isupper() and word.replace("-", "").replace(".", "").isalpha() for word in words
    )


def _signature(block: Block, above: set[Any]) -> PartKind | None:
    button = block.text.lower() in classes("newskit.text", "furniture.txt")["button"]  # alone, beside the names
    other = button or (furniture(block.text) and not _ALL_BY.search(block.text))
    if len(block.text) > _LONGEST_SIGNATURE or not block.key or other:
        return None
    if _STARTS_DAY.match(block.text):
        return "dateline"
    if _called(block.element, above, _BYLINE) is not None or _BY.match(block.text):
        return "byline"
    if len(block.text) > _LONGEST_DAY or not any(map(str.isdigit, block.text)):
        return None
    if next(block.element.iter("time"), None) is not None or _called(block.element, above, _DAY) is not None:
        return "dateline"
    return None
