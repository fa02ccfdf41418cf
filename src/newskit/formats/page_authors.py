"""Who signed a page: persons before outlets, from its data and from the bylines that it shows."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

import regex
from attrs import frozen

from newskit.formats.page_blocks import key_of
from newskit.formats.page_data import several
from newskit.text import classes, closed_class

_META = (
    "author",
    "article:author",
    "og:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "cxenseparse:author",
)
"""How meta elements are named that hold authors, the surest first."""
_BEFORE = regex.compile(
    r"""
    (?: (?:view\ |see\ )?+all\ (?:posts|articles|stories)\ (?:by|from)
      | (?:words|text|story|article|written|posted|published|reported|analysis|opinion|review|reviewed|column|compiled
          |presented|created) (?:\ and\ (?:photos?|photographs?|images?))?+ \ ?+by
      | by|authors?|from )
    (?: \s*+:\s*+ | \s++ | (?-i:(?=\p{Lu})) )
    """,
    regex.IGNORECASE | regex.VERBOSE,
)
"""What stands before names; the last is a word that has grown together with the name."""
_PARTING = regex.compile(r"\s*+[;|•·/\n]\s*+|\s*+,\s++|\s++(?:and|&|with)\s++|\s++[-–—]\s++")
_NOISE = regex.compile(r"@\w|https?:|www\.|\d|[<>{}=_]|\.(?:com|org|net|co)\b")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*+\.?+"
_AFTER = regex.compile(
    r"\s++(?:in|at|for|on|is|was|has|updated|published|posted|\()\s*+\p{L}.*+|\s*+\(.*+|[’']s .*+"
    rf"|\s++(?:{_MONTH}\s++)?\d.*+",
    regex.IGNORECASE,
)
_QUOTES = "'’‘\"“"
_INITIALS = 3
"""The most letters in capitals that are initials, and of a site's name that tells nothing inside another."""
_LINES = 2
_NAME = range(2, 6)
_SUFFIXES = ("jr", "sr", "ii", "iii", "iv", "phd", "md", "esq")


@frozen
class Byline:
    """A byline that a page shows: its text, and that of the links in it."""

    text: str
    links: Sequence[str]


def authors_of(
    tree: Any,  # noqa: ANN401 - an element of lxml, which has no types
    data: Sequence[Mapping[str, object]],
    shown: Sequence[Byline],
    site: Sequence[str],
) -> list[str]:
    """Return the names of those who signed a page: JSON-LD, the bylines ``shown``, ``rel=author``, microdata and meta.

    A byline is its links, where it has some, else its text. Persons go before outlets, whichever source names them, and
    a byline that names all persons of the data and more before the data; names of the ``site`` itself are none.
    """
    own = {key_of(name) for name in site if key_of(name)}
    given = list(_stated(data))
    signed = [_signed(name, kind, own) for name, kind in given]
    persons = any(_is_person(name, own) for names in signed for name in names)
    stated = _distinct(name for names in signed for name in names if not (persons and _is_agency(name)))
    texts = [_persons([byline.text], own) for byline in shown]
    links = [_persons(byline.links, own) for byline in shown]
    lines = [text if set(text) >= set(link) else link for text, link in zip(texts, links, strict=True)]
    for line in texts:
        if stated and set(map(key_of, line)) > set(map(key_of, stated)):
            return line
    linked = _marked(tree)
    meta = list(_in_meta(tree))
    found = stated or _distinct(chain.from_iterable(lines[:_LINES])) or _persons(linked, own) or _persons(meta, own)
    if found:
        return found
    outlets = [*(name for name, _ in given), *linked, *meta]
    named = [_BEFORE.sub("", name, count=1).strip(" ,") for name in outlets]
    return _distinct(name for name in named if _is_outlet(name, own))[:1]


def _signed(name: str, kind: str, own: set[str]) -> list[str]:
    """Return the persons in a name of the data, or a collective that the data calls a person: "Metro Desk Team"."""
    persons = _persons([name], own)
    collective = (
        kind in ("Person", "")
        and " " in name
        and "," not in name
        and not _NOISE.search(name)
        and not _is_own(name, own)
    )
    return persons or ([name] if collective else [])


def _stated(data: Sequence[Mapping[str, object]]) -> Iterator[tuple[str, str]]:
    """Yield the name and the kind of each author of the first article in a page's JSON-LD."""
    for author in several(data[0].get("author") or data[0].get("creator")) if data else ():
        kind = str(author.get("@type", "")) if isinstance(author, dict) else ""
        for name in several(author.get("name") if isinstance(author, dict) else author):
            if isinstance(name, str):
                yield " ".join(html.unescape(name).split()), kind


def _marked(tree: Any) -> list[str]:  # noqa: ANN401
    """Return the text of the first link to an author, else that of each author in microdata."""
    elements = tree.xpath("//a[contains(@rel, 'author')]")[:1]
    if not elements:
        named = tree.xpath("//*[@itemprop='author']//*[@itemprop='name']")
        elements = named or tree.xpath("//*[@itemprop='author'][not(self::meta)]")
    return [" ".join((element.get("content") or element.text_content()).split()) for element in elements]


def _in_meta(tree: Any) -> Iterator[str]:  # noqa: ANN401
    held: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        for attribute in ("name", "property", "itemprop"):
            held.setdefault(element.get(attribute, "").lower(), []).append(" ".join(element.get("content", "").split()))
    for name in _META:
        if any(held.get(name, ())):
            yield from held[name]


def _distinct(names: Iterable[str]) -> list[str]:
    return list({key_of(name): name for name in reversed(list(names))}.values())[::-1]


def _words(label: str) -> frozenset[str]:
    return classes("newskit.formats", "page_words.txt")[label]


def _persons(written: Iterable[str], own: set[str]) -> list[str]:
    """Return the names of persons in a byline, up to what stands behind them: job and paper."""
    found = []
    for line in written:
        here = []
        for name in _names(line):
            bare = _without_own(name, own)
            if _is_person(bare, own):
                here.append(bare)
            elif here:
                break
        found += here
    return _distinct(found)


def _names(line: str) -> Iterator[str]:
    """Yield the pieces of a byline that may be names, with suffix and degree."""
    bare = _BEFORE.sub("", line, count=1)
    held = ""
    for piece in _PARTING.split(bare):
        name = _AFTER.sub("", piece).strip(" ,:")
        if held and name.lower().replace(".", "") in _SUFFIXES:
            held = f"{held}, {name}" if name.lower().startswith(("ph", "m", "e")) else f"{held} {name}"
            continue
        if held:
            yield held
        held = name
    if held:
        yield held


def _without_own(name: str, own: set[str]) -> str:
    """Return a name without that of the site or of a platform behind it."""
    words = name.split()
    while len(words) > _NAME.start and words[-1].lower() in _words("platform"):
        words.pop()
    for number in range(_NAME.start, len(words)):
        if key_of(" ".join(words[number:])) in own:
            return " ".join(words[:number])
    return " ".join(words)


def _is_own(name: str, own: set[str]) -> bool:
    key = key_of(name)
    return any(key in each or each in key for each in own)


def _is_person(name: str, own: set[str]) -> bool:
    words = name.split()
    if len(words) not in _NAME or _NOISE.search(name) or key_of(name) in own:
        return False
    particles = closed_class("particle")
    if not all(word[0].isupper() or word.lower() in particles or word[0] in _QUOTES for word in words):
        return False
    shouted = not name.isupper() and any(word.isupper() and len(word.strip(".")) > _INITIALS for word in words)
    outlet = any(len(each) > _INITIALS and each in key_of(name) for each in own)
    return not (
        shouted or outlet or any(word.lower().strip(".,") in _words("no_person") | _words("platform") for word in words)
    )


def _is_agency(name: str) -> bool:
    return key_of(name.lower().removeprefix("the ")) in _words("agency")


def _is_outlet(name: str, own: set[str]) -> bool:
    staff = any(word.lower() in _words("no_outlet") for word in name.split())
    return bool(key_of(name)) and (_is_agency(name) or not (staff or _NOISE.search(name) or _is_own(name, own)))
