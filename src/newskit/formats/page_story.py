"""The story of a page: the blocks that trafilatura chose, found again in the page, with the captions between them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

import regex
from attrs import evolve, frozen

from newskit.formats.page_blocks import HEADINGS, Block, is_label, key_of, names_of
from newskit.terms import PartKind
from newskit.text import furniture

_TELLING = 25
"""So many letters and digits are the same in two places by a copy alone."""
_OPENING = 40
"""A block that begins as another of so many letters does, and is half as long as all before it, has it once again."""
_ALIKE = 3
"""So many paragraphs of the story in elements of one name tell that those of this name are its."""
_WINDOW = 60
"""How many blocks are looked at for the pieces of one that is not found whole."""
_MOST, _LITTLE = 0.85, 0.1
"""The share of the story that its container holds, and that nothing beside it does."""


_CAPTION, _HEAD = 250, 100
"""The most characters of a caption that nothing but a picture in it tells, and of a subhead that is bold."""
_TEASER = 150
"""The most characters of a line below the heading of another story."""
_STOPS, _CLOSERS = frozenset(".!…:,;"), "\"'”’»)] "
_DATA = regex.compile(
    r"(?<![a-z])(?:keywords|main-entity-of-page|date-(?:created|published|modified)|article-section|in-language|(?:image-)?url)\Z"
)
"""How elements are called that hold data in words that nobody is to read."""
_SUBHEAD = regex.compile(r"(?<![a-z])(?:sub-?head(?:line|ing|er)?|heading|crosshead)s?(?![a-z])")


@frozen
class Told:
    """A block of the article: its kind, its text, a credit in it, and the number of the block of the page that it is.

    -1 stands for a block that trafilatura made and that the page does not have as it is.
    """

    kind: PartKind
    text: str
    credit: tuple[int, int] | None = None
    place: int = -1


def placed(chosen: Sequence[Told], page: Sequence[Block]) -> list[Told]:
    """Return the chosen blocks with their places in the page, each in the page's words where it is there whole."""
    keys = [key_of(block.text) for block in chosen]
    where: dict[str, list[int]] = defaultdict(list)
    for number, block in enumerate(page):
        where[block.key].append(number)
    anchors = _rising([(index, where[key]) for index, key in enumerate(keys) if len(key) >= _TELLING and key in where])
    found: list[Told] = []
    bounds = [*anchors.values(), len(page)]
    passed, last = 0, -1
    for index, told in enumerate(chosen):
        if index in anchors:
            last = anchors[index]
            passed += 1
            found.append(evolve(told, text=page[last].text, place=last))
            continue
        limit = bounds[passed]
        places = where.get(keys[index], ())
        at = bisect_right(places, last)
        if at < len(places) and places[at] < limit:
            last = places[at]
            found.append(evolve(told, text=page[last].text, place=last))
        else:
            pieces = _pieces(keys[index], page, last + 1, limit)
            found.extend(evolve(told, text=page[place].text, place=place) for place in pieces)
            if pieces:
                last = pieces[-1]
            else:
                found.append(told)
    return found


def _rising(candidates: Sequence[tuple[int, list[int]]]) -> dict[int, int]:
    """Return the longest way through the page that takes places in rising order: the place of each block on it."""
    ends: list[int] = []  # the lowest place in which a way of each length ends
    steps: list[tuple[int, int]] = []  # the step that ends there
    before: dict[tuple[int, int], tuple[int, int] | None] = {}
    for index, places in candidates:
        for place in reversed(places[:8]):  # a block that stands more often than that tells nothing
            length = bisect_left(ends, place)
            step = (index, place)
            before[step] = steps[length - 1] if length else None
            if length == len(ends):
                ends.append(place)
                steps.append(step)
            else:
                ends[length], steps[length] = place, step
    way: dict[int, int] = {}
    step_or_none = steps[-1] if steps else None
    while step_or_none is not None:
        index, place = step_or_none
        way[index] = place
        step_or_none = before[step_or_none]
    return dict(reversed(way.items()))


def _pieces(key: str, page: Sequence[Block], start: int, limit: int) -> list[int]:
    """Return the places of blocks of which a text is put together, empty where they are not all of it."""
    places, rest = [], len(key)
    for place in range(start, min(limit, start + _WINDOW)):
        piece = page[place].key
        if piece and (len(piece) >= _TELLING or key.startswith(piece)) and piece in key:
            places.append(place)
            rest -= len(piece)
    return places if places and abs(rest) * 10 < len(key) else []


@frozen
class Story:
    """The blocks of a story and what holds them: ``weights`` says how much of it each element around them holds."""

    told: Sequence[Told]
    page: Sequence[Block]
    weights: Counter[Any]
    total: int

    @classmethod
    def of(cls, told: Sequence[Told], page: Sequence[Block]) -> Story:
        """Weigh the elements that hold the blocks of a story."""
        weights: Counter[Any] = Counter()
        total = 0
        for each in told:
            if each.place >= 0:
                total += len(each.text)
                element = page[each.place].element
                while element is not None:
                    weights[element] += len(each.text)
                    element = element.getparent()
        return cls(told, page, weights, total)

    def container(self) -> Any:  # noqa: ANN401 - an element of lxml
        """Return the innermost element that holds nearly all of the story, None where there is none."""
        holding = [element for element, weight in self.weights.items() if weight >= _MOST * self.total]
        return max(holding, key=_depth, default=None)

    def beside(self, block: Block) -> bool:
        """Tell whether a block stands beside the story, by the name of an element that holds little of it."""
        return block.aside is not None and self.weights[block.aside] < _LITTLE * self.total


def _depth(element: Any) -> int:  # noqa: ANN401
    return sum(1 for _ in element.iterancestors())


def completed(story: Story) -> list[Told]:
    """Return the story with the blocks that were lost from between its own, and without those that the page hides.

    Those stand in an element in which several of the story's blocks stand, or in one of the same name beside it.
    """
    page, told = story.page, [each for each in _once(story) if not _is_hidden(each, story)]
    homes, names = _homes(page, told)
    have = {each.place for each in told}
    keys = {page[place].key for place in have if place >= 0}
    first, last = min((place for place in have if place >= 0), default=0), max(have, default=-1)
    lost = []
    for place in range(first, len(page)):
        block = page[place]
        if place in have or block.key in keys or not _is_text(block, story):
            continue
        parent = block.element.getparent()
        if (place < last and parent in homes) or _name(parent) in names:
            keys.add(block.key)
            lost.append(Told("subhead" if _heads(block) else "paragraph", block.text, place=place))
    return merged(told, lost)


def _once(story: Story) -> Iterator[Told]:
    """Yield the blocks of a story that are it: nothing beside it, no data, and not all of it again in one block."""
    begun: dict[str, str] = {}
    told_before = 0
    for told in story.told:
        block = story.page[told.place] if told.place >= 0 else None
        if block and (story.beside(block) or _DATA.search(names_of(block.element))):
            continue
        key = key_of(told.text)
        first = begun.setdefault(key[:_OPENING], key)
        copied = len(key) > len(first) >= _OPENING and key.startswith(first)
        if not (copied and 2 * len(key) > told_before):
            told_before += len(key)
            yield told


def _is_hidden(told: Told, story: Story) -> bool:
    if told.place < 0 or not story.page[told.place].hidden:
        return False
    hidden = sum(len(each.text) for each in story.told if each.place >= 0 and story.page[each.place].hidden)
    return 2 * hidden < story.total


def _homes(page: Sequence[Block], story: Iterable[Told]) -> tuple[set[Any], set[tuple[Any, ...]]]:
    """Return the elements in which paragraphs of the story stand side by side, and the names of such."""
    blocks = [page[told.place] for told in story if told.place >= 0]
    parents = Counter(block.element.getparent() for block in blocks if block.tag == "p")
    homes = {parent for parent, count in parents.items() if count > 1 and parent is not None}
    named = Counter(_name(parent) for parent in parents.elements() if parent is not None and parent.get("class"))
    often = {name for name, count in named.items() if count >= _ALIKE}
    return homes, often | {_name(home) for home in homes if home.get("class")}


def _name(element: Any) -> tuple[Any, ...]:  # noqa: ANN401 - an element of lxml
    return (element.tag, element.get("class")) if element is not None else ()


def _is_text(block: Block, story: Story) -> bool:
    return not (block.caption or block.linked or block.hidden or story.beside(block))


def _heads(block: Block) -> bool:
    return block.tag in HEADINGS or _SUBHEAD.search(names_of(block.element)) is not None


def merged(story: Sequence[Told], others: Sequence[Told]) -> list[Told]:
    """Return two rows of blocks as one in the order of the page; what has no place there follows what it followed."""
    result: list[Told] = []
    waiting = list(reversed(others))
    for told in story:
        while waiting and told.place >= 0 and waiting[-1].place < told.place:
            result.append(waiting.pop())
        result.append(told)
    return result + waiting[::-1]


def captions(story: Story, start: int) -> Iterator[Told]:
    """Yield the captions of the pictures between the blocks of the story and right around them.

    They stand below the headline at ``start``, or above it in the same article.
    """
    container, page = story.container(), story.page
    home = next(page[start].element.iterancestors("article", "main"), None) if start >= 0 else None
    places = [told.place for told in story.told if told.place >= 0]
    if not places:
        return
    inside = set(container.iterdescendants()) if container is not None else set()
    last = max(places)
    said: set[str] = set()
    for place, block in enumerate(page):
        if not block.caption or story.beside(block) or block.key in said or is_label(block.text):
            continue
        if (place > last and block.element not in inside) or (place < start and not _is_figure_in(home, block)):
            continue
        said.add(block.key)
        yield Told(_kind_of(block), block.text, block.credit, place)


def _is_figure_in(home: Any, block: Block) -> bool:  # noqa: ANN401
    """Tell whether a block is of a figure in an element."""
    figure = next(block.element.iterancestors("figure"), None)
    return home is not None and figure is not None and home in figure.iterancestors()


def _kind_of(block: Block) -> PartKind:
    whole = block.tag == "cite" or (
        block.credit is not None and block.credit[1] - block.credit[0] >= len(block.text.strip("()[] "))
    )
    return "credit" if whole else "caption"


def labelled(told: Told, story: Story, start: int) -> Told:
    """Return a block of the story as what its words and markup tell: furniture, a link alone, a subhead, a caption.

    A short one above the headline at ``start`` is the name of a section.
    """
    block = story.page[told.place] if told.place >= 0 else None
    if not key_of(told.text):
        return evolve(told, kind="separator")
    if furniture(told.text) or (-1 < told.place < start and len(told.text) < _HEAD):
        return evolve(told, kind="boilerplate")
    if block is None or told.kind != "paragraph" or block.form not in ("text", "list"):
        return told
    if block.linked:
        return evolve(told, kind="boilerplate")
    return evolve(told, kind=_marked(told.text, block)) if block.form == "text" else told


def without_teasers(told: Sequence[Told], page: Sequence[Block], url: str | None) -> list[Told]:
    """Return the story with the headings that lead to other pages of the site, and the line below each, as furniture.

    Where headings lead to other sites too, they are those of what the story is about: shops, makers, places.
    """
    heads = {
        index: page[each.place].element
        for index, each in enumerate(told)
        if each.kind == "subhead" and each.place >= 0 and page[each.place].linked
    }
    ways = {index: _way(element, url) for index, element in heads.items()}
    leading = set() if "other" in ways.values() else {index for index, way in ways.items() if way == "site"}
    return [
        evolve(each, kind="boilerplate") if index in leading or _is_teaser(told, index, leading) else each
        for index, each in enumerate(told)
    ]


def _way(element: Any, url: str | None) -> str:  # noqa: ANN401
    """Return where the link in or around a heading leads: to the page itself, to another of its site, or to others."""
    link = next((each for each in (*element.iter("a"), *element.iterancestors("a"))), None)
    target = urlsplit((link.get("href") if link is not None else None) or "#")
    here = urlsplit(url or "")
    if target.netloc and target.netloc.removeprefix("www.") != here.netloc.removeprefix("www."):
        return "other"
    return "site" if target.path and target.path.rstrip("/") != here.path.rstrip("/") else "page"


def _is_teaser(told: Sequence[Told], index: int, leading: set[int]) -> bool:
    """Tell whether a short paragraph is all that stands below a heading that leads away."""
    each = told[index]
    alone = index + 1 == len(told) or index + 1 in leading or told[index + 1].kind == "boilerplate"
    return index - 1 in leading and alone and each.kind == "paragraph" and len(each.text) <= _TEASER


def _marked(text: str, block: Block) -> PartKind:
    """Return what a paragraph is by its markup: a picture with words, or a line all in bold."""
    stopped = text.rstrip(_CLOSERS)[-1:] in _STOPS
    if block.pictured and len(text) <= _CAPTION and not stopped:
        return "caption"
    heads = block.bold or _heads(block)
    return "subhead" if heads and len(text) <= _HEAD and not stopped and any(map(str.isalpha, text)) else "paragraph"
