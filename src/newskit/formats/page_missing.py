"""An alarm that the story is missing from what was read of a page: the text that its JSON-LD gives it."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping, Sequence

import regex

from newskit.formats.page_blocks import HEADINGS, Block
from newskit.formats.page_story import Told

_RUN = 4
"""So many words in a row are told from those of other texts."""
_SHORTEST = 50
"""A text of fewer runs raises no alarm."""
_MISSING, _SAID = 0.5, 0.8
"""The share of the runs below which a text is missing, and that a block of it has in common with it."""
_WORD = regex.compile(r"\w++")
_TAG = regex.compile(r"<[^<>]*+>")


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return set(zip(*(words[start:] for start in range(_RUN)), strict=False))


def stated_runs(data: Sequence[Mapping[str, object]]) -> set[tuple[str, ...]]:
    """Return the runs of words in the text that a page's JSON-LD gives its article; empty where it gives none."""
    body = data[0].get("articleBody") if data else None
    return _runs(_TAG.sub(" ", html.unescape(body))) if isinstance(body, str) else set()


def is_missing(story: Iterable[str], stated: set[tuple[str, ...]]) -> bool:
    """Tell whether most of a stated text is not in the story that was read."""
    if len(stated) < _SHORTEST:
        return False
    read = set().union(*map(_runs, story))
    return len(stated & read) < _MISSING * len(stated)


def said_in(page: Sequence[Block], stated: set[tuple[str, ...]]) -> list[Told]:
    """Return the blocks of a page that a stated text has, as the story."""
    found = []
    for place, block in enumerate(page):
        runs = _runs(block.text)
        if runs and not (block.hidden or block.caption) and len(runs & stated) >= _SAID * len(runs):
            found.append(Told("subhead" if block.tag in HEADINGS else "paragraph", block.text, place=place))
    return found
