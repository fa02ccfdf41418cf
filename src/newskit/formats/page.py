"""Reading articles from pages of HTML: the main text through trafilatura, its parts as spans of it.

trafilatura (extra ``html``) is imported when it is needed. Nothing depends on the clock: the day of publication is
what the page itself says, and is looked up here, since finders of dates complete what a page leaves out by today's.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterator, Sequence
from copy import deepcopy
from functools import cache
from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING, Any

import regex
from attrs import evolve, frozen

from newskit.article import Article
from newskit.errors import InputError, MissingExtraError, describe
from newskit.formats.decode import decode, is_utf_8
from newskit.formats.page_authors import Byline, authors_of
from newskit.formats.page_blocks import Block, blocks_in, key_of
from newskit.formats.page_data import descriptions_in, linked_data, modified_on, published_on, publisher_in, titles_in
from newskit.formats.page_front import LEAD, Front, front_of, headline_of
from newskit.formats.page_limits import check_tree, without_code
from newskit.formats.page_missing import is_missing, said_in, stated_runs
from newskit.formats.page_story import Story, Told, captions, completed, labelled, merged, placed, without_teasers
from newskit.formats.signatures import wide_encoding
from newskit.kinds import Part
from newskit.languages import ENGLISH, is_tag
from newskit.spans import Span
from newskit.terms import PartKind

if TYPE_CHECKING:
    from types import ModuleType

_RULE = "html"
_BETWEEN = "\n\n"
_CHARSET = regex.compile(
    rb"<(?:meta|\?xml)[^>]*?\b(?:charset|encoding)\s*+=\s*+[\"']?+\s*+([\w:.-]++)", regex.IGNORECASE
)
"""How a page declares its encoding; looked for in its head alone."""
_DECLARATION = regex.compile(r"\A\s*+<\?xml[^>]*+>")
_UNHELD = regex.compile(
    r"[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
    r"|&#(?:0*+(?:(?<=0)|[1-8]|1[1245-9]|2[0-9]|3[01])|x0*+(?:(?<=0)|[1-8be-f]|1[0-9a-f]));",
    regex.IGNORECASE,
)
"""Control characters, written as themselves or by number, and lone surrogates."""
_LINKS = 5
"""How many links of a byline may be its names."""
_HEAD_BYTES = 4096
_BLOCKS = frozenset(("p", "head", "list", "item", "quote", "table", "row", "div", "ab", "code"))
# A date would be looked for once more otherwise, and against today.
_NO_DATE = {"extensive_search": False, "original_date": True, "max_date": "9999-12-31"}


@cache
def trafilatura() -> ModuleType:
    """Import trafilatura; raises ``MissingExtraError`` where it is not installed."""
    try:
        module = import_module("trafilatura")
    except ImportError:
        raise MissingExtraError("trafilatura", extra="html") from None
    for name in ("trafilatura", "htmldate"):  # what they log is told by the error that we raise
        logging.getLogger(name).addHandler(logging.NullHandler())
    return module


def read_html(
    page: str | bytes,
    *,
    id: str = "",  # noqa: A002 - the field's name in the contract
    published: dt.date | str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    language: str = ENGLISH,
    encoding: str = "utf-8",
) -> Article:
    """Make an article of a page: headline, standfirst, subheads and paragraphs, a blank line between them.

    ``parts`` are the spans of these in the text. White space is what a browser shows of it, and menus, captions,
    comments and advertisements are left out. ``published``, ``url`` and ``publisher`` are those of the page where they
    are not given; ``language`` is for a page whose ``lang`` says none, of which the language alone is taken ("en" of
    "en-GB"). ``meta["authors"]`` lists who signed it. Bytes are read as ``encoding``, UTF-8 or what the page
    declares.

    Raises ``InputError`` for a page without an article's text and for one that would take minutes to read, with more
    than 1,000 attributes in an element, 2,000 elements in a paragraph or 5,000 meta elements; ``MissingExtraError``
    without trafilatura.
    """
    source = page if isinstance(page, str) else _decoded(page, encoding)
    trafilatura()
    source = without_code(source)
    try:
        tree = _tree(source)
        check_tree(tree)
        found, blocks = _main_text(tree, url)
    except InputError:
        raise
    except Exception as exc:
        raise InputError(f"cannot be read as HTML: {describe(exc)}") from None
    if not any(block.kind == "paragraph" for block in blocks):
        raise InputError("no article's text was found in the page")
    data = linked_data(tree, _spaced(found.title))
    page_blocks = list(blocks_in(tree))
    titles = [_spaced(title) for title in (*titles_in(tree, data), found.title)]
    named = publisher_in(tree, data, found.hostname or "")
    site = [name for name in (named, found.sitename, publisher, found.hostname) if name]
    headline, start = headline_of(page_blocks, titles, site)
    found_story = placed([Told(block.kind, block.text) for block in blocks], page_blocks)
    stated = stated_runs(data)
    if is_missing((told.text for told in found_story), stated):
        found_story = said_in(page_blocks, stated) or found_story
    story = Story.of(completed(Story.of(found_story, page_blocks)), page_blocks)
    front = front_of(story, start, [_spaced(text) for text in descriptions_in(tree, data)])
    told = _whole(story, headline, start, front, url or found.url)
    text, parts = _joined(told, page_blocks)
    authors = authors_of(tree, data, [_byline(each, page_blocks) for each in told if each.kind == "byline"], site)
    days = [each.text for each in front.signed] + list(front.above)
    modified = modified_on(tree, data)
    return Article(
        text,
        id=id,
        published=published or published_on(tree, data, url or found.url, days),
        url=url or found.url or None,
        publisher=publisher or named or (found.hostname or "").removeprefix("www.") or None,
        language=_language(tree) or language,
        parts=parts,
        meta={**({"authors": authors} if authors else {}), **({"modified": modified.isoformat()} if modified else {})},
    )


def _language(tree: Any) -> str | None:  # noqa: ANN401 - an element of lxml, which has no types
    """Return the language that a page says it is in; None where it says none, or holds what is no tag."""
    said = (tree.get("lang") or "").strip().replace("_", "-").partition("-")[0].lower()
    return said if is_tag(said) and said != "und" else None


def read_page(raw: bytes, *, path: str, encoding: str, language: str = ENGLISH) -> Article | InputError:
    """Read a file's bytes as a page, the ``id`` of whose article is the path."""
    try:
        return read_html(raw, id=path, language=language, encoding=encoding)
    except InputError as exc:
        return exc.located(path=path)


def _decoded(raw: bytes, encoding: str) -> str:
    if not is_utf_8(encoding):
        return decode(raw, encoding)
    wide = wide_encoding(raw)
    if wide:
        return decode(raw, wide)
    try:
        return decode(raw, encoding)
    except InputError:
        declared = _CHARSET.search(raw[:_HEAD_BYTES])
        name = declared[1].decode("ascii") if declared else "utf-8"
        try:
            "x".encode(name)
        except (LookupError, ValueError):
            name = "utf-8"
        return decode(raw, "windows-1252" if name.lower() in ("latin-1", "iso-8859-1") else name)


def _tree(source: str) -> Any:  # noqa: ANN401 - an element of lxml, which has no types
    """Parse a page as the whole document that it is, though it may leave out that it is one."""
    whole = import_module("lxml.html")
    # A text has no encoding any more; and what XML cannot hold would end the page or spoil all of it.
    parser = whole.HTMLParser(remove_comments=True, remove_pis=True)
    tree = whole.document_fromstring(_DECLARATION.sub("", _UNHELD.sub("", source)) or "<html></html>", parser)
    for element in tree.iter():
        if ":" in element.tag:  # as office programs write; trafilatura would copy the name, which XML refuses
            element.tag = "span"
    return tree


@frozen
class _Block:
    kind: PartKind
    text: str


def _main_text(tree: Any, url: str | None) -> tuple[Any, list[_Block]]:  # noqa: ANN401 - as above
    """Return what trafilatura knows of a page, and the blocks of its main text."""
    found, blocks = _extracted(tree, url)
    headline = _spaced(tree.findtext(".//h1"))
    if headline and any(headline in block.text and headline != block.text for block in blocks):
        # For a story too short for its taste it takes all that the page shows, menus and headline in one paragraph.
        brief, of_brief = _extracted(tree, url, MIN_EXTRACTED_SIZE="1")
        if of_brief:
            return brief, of_brief
    return found, blocks


def _extracted(tree: Any, url: str | None, **settings: str) -> tuple[Any, list[_Block]]:  # noqa: ANN401
    config = deepcopy(import_module("trafilatura.settings").DEFAULT_CONFIG)
    config["DEFAULT"].update(settings)
    found = trafilatura().bare_extraction(
        tree,
        url=url,
        include_comments=False,
        with_metadata=True,
        date_extraction_params=dict(_NO_DATE),
        config=config,
    )
    return found, [] if found is None else list(_blocks(found.body))


def _spaced(text: str | None) -> str:
    return " ".join((text or "").split())


def _blocks(body: Any) -> Iterator[_Block]:  # noqa: ANN401 - an element of lxml, which has no types
    """Yield the runs of text of a body, cut where a block begins or ends and at line breaks."""
    pieces: list[str] = []

    def flush(kind: PartKind) -> Iterator[_Block]:
        text = _spaced("".join(pieces))
        pieces.clear()
        if text:
            yield _Block(kind, text)

    kind: PartKind = "paragraph"
    for event, element in _events(body):
        tag = element.tag
        if event == "start":
            if tag in _BLOCKS:
                yield from flush(kind)
                kind = "subhead" if tag == "head" else kind
            pieces.append(element.text or "")
        else:
            if tag in _BLOCKS:
                yield from flush(kind)
                kind = "paragraph" if tag == "head" else kind
            elif tag == "lb" and kind == "paragraph":
                yield from flush(kind)
            elif tag in ("lb", "cell"):
                pieces.append(" ")
            pieces.append(element.tail or "")
    yield from flush(kind)


def _events(body: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - as above
    """Walk through the elements of a body, each when it starts and when it ends, without recursion."""
    stack = [iter(body)]
    open_ones: list[Any] = []
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
            if open_ones:
                yield "end", open_ones.pop()
        elif isinstance(element.tag, str):
            yield "start", element
            open_ones.append(element)
            stack.append(iter(element))


def _whole(story: Story, headline: str, start: int, front: Front, url: str | None) -> list[Told]:
    """Put the headline, what stands below it, and the captions around and in the story."""
    others = [*front.standfirst, *front.signed, *captions(story, start)]
    others.sort(key=lambda each: each.place)
    taken = {each.place for each in others}
    lead = next((index for index, told in enumerate(story.told) if len(told.text) >= LEAD), 0)
    bare = key_of(headline)
    kept = [
        labelled(told, story, start)
        for index, told in enumerate(story.told)
        if told.place not in taken
        and not (told.place >= 0 and story.page[told.place].caption)
        and (index > lead or key_of(told.text) != bare)
    ]
    kept = without_teasers(kept, story.page, url)
    last = max((index for index, told in enumerate(kept) if told.kind == "paragraph"), default=-1)
    for index in range(last + 1, len(kept)):
        if kept[index].kind == "subhead":  # what it heads is not of the story
            kept[index] = evolve(kept[index], kind="boilerplate")
    return [*([Told("headline", headline)] if headline else ()), *merged(kept, others)]


def _byline(told: Told, page: Sequence[Block]) -> Byline:
    links = [_spaced(element.text_content()) for element in islice(page[told.place].element.iter("a"), _LINKS)]
    return Byline(told.text, list(filter(None, links)))


def _joined(story: Sequence[Told], page: Sequence[Block]) -> tuple[str, tuple[Part, ...]]:
    parts, place = [], 0
    for told in story:
        form = page[told.place].form if told.place >= 0 and told.kind == "paragraph" else "text"
        rule = _RULE if form == "text" else f"{_RULE}-{form}"
        parts.append(Part(told.kind, Span(place, place + len(told.text), told.text), rule=rule))
        if told.credit and told.kind == "caption":
            start, end = told.credit
            parts.append(Part("credit", Span(place + start, place + end, told.text[start:end]), rule=_RULE))
        place += len(told.text) + len(_BETWEEN)
    return _BETWEEN.join(told.text for told in story), tuple(parts)
