"""The readable listing of a document, for a terminal or a file."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import regex
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from newskit.document import Document
from newskit.formats.facts import added_in_words, dropped, interval, length, published, revised, times, value
from newskit.formats.plain import to_write
from newskit.formats.said import Fields, Said, others, words_at
from newskit.kinds import Entity, Quote, TimeExpression
from newskit.layers import layer_of

_LONGEST_QUOTE = 600
_LONGEST_LINE = 200
_NARROW = 60
"""Columns below which no table is set."""
_OTHER_ENTITIES = (
    ("organization", "ORGANIZATIONS"),
    ("place", "PLACES"),
    ("group", "GROUPS"),
)
_QUOTE_STYLES = {"direct": "green", "mixed": "yellow", "indirect": "blue"}
_HEADING, _ROLE, _DATE, _FAINT = "bold cyan", "magenta", "yellow", "dim"

_UNSAFE = regex.compile(r"[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_UNSAFE_IN_LINES = regex.compile(rf"(?![\n\t]){_UNSAFE.pattern}")
_DELETE = "\x7f"


def _picture(match: regex.Match[str]) -> str:
    """Return the picture of a control character; what has none of its own becomes U+FFFD."""
    character = match.group()
    if character == _DELETE:
        return "\u2421"
    return chr(0x2400 + ord(character)) if character < " " else "\ufffd"


def printable(text: str) -> str:
    """Return a text on one line and safe for a terminal, as ``pictured`` makes it."""
    return _UNSAFE.sub(_picture, " ".join(text.split()))


def pictured(text: str) -> str:
    """Return a text of any lines with pictures of what a terminal would obey or hide.

    These are control characters but line feeds and tabs, lone surrogates, and the signs that force a direction.
    """
    return _UNSAFE_IN_LINES.sub(_picture, text)


def to_text(document: Document, *, width: int = 100, colour: bool = False) -> str:
    """Write a document as a listing of its parts, people, other entities, dates and quotes.

    ``width`` is in columns. Long stretches are cut with an ellipsis, control characters shown as pictures; the JSON
    forms have everything as it is.
    """
    document = to_write(document)
    file = io.StringIO()
    console = Console(
        file=file,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for block in _blocks(document, width):
        console.print(block)
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines()).rstrip() + "\n"


def _blocks(document: Document, width: int) -> Iterator[RenderableType]:
    yield _head(document)
    if not any(document.layers.values()):
        yield Text("  nothing found" if document.text.strip() else "  the article is empty", _FAINT)
    if document.parts:
        yield from _section("PARTS", _rows(_parts(document), width, 0, 1))
    people = [entity for entity in document.entities if entity.kind == "person"]
    if people:
        yield from _section("PEOPLE", _people_table(document, people, width), count=len(people))
    for kind, heading in _OTHER_ENTITIES:
        named = [entity for entity in document.entities if entity.kind == kind]
        if named:
            yield from _section(heading, _names(named), count=len(named))
    if document.dates:
        dates = _rows(_dates(document.dates), width, 0, 0, 0, 1)
        yield from _section("DATES", dates, count=len(document.dates))
    if document.quotes:
        yield from _section("QUOTES", *_quotes(document.quotes), count=len(document.quotes))
    yield from _others(document, width)
    yield from _making(document)


def _making(document: Document) -> Iterator[RenderableType]:
    """Yield what was left out in merging, what revisers did, and what failed."""
    if document.dropped:
        lines = (Text(_cut(each, _LONGEST_LINE)) for each in dropped(document))
        yield from _section("DROPPED", *lines, count=len(document.dropped))
    if document.revised:
        lines = (Text(_cut(each, _LONGEST_LINE)) for each in revised(document))
        yield from _section("REVISED", *lines, count=len(document.revised))
    if document.failures:
        failed = (Text(f"{each.extractor}: {_cut(each.error, _LONGEST_LINE)}", "red") for each in document.failures)
        yield from _section("FAILURES", *failed, count=len(document.failures))


def _section(heading: str, *content: RenderableType, count: int | None = None) -> Iterator[RenderableType]:
    yield Text.assemble("\n", (heading, _HEADING), " ", ("" if count is None else str(count), _FAINT))
    yield from (Padding(each, (0, 0, 0, 2)) for each in content)


def _head(document: Document) -> Text:
    article = document.article
    known = (article.id, published(document), article.publisher, article.url, length(article))
    return Text(" · ".join(printable(each) for each in known if each), _FAINT, overflow="fold")


def _cut(text: str, length: int) -> str:
    shown = printable(text[: 4 * length])
    return shown if len(shown) <= length and len(text) <= 4 * length else f"{shown[:length].rstrip()}…"


def _rows(rows: Iterable[Sequence[Text]], width: int, *ratios: int, wrapped: int | None = None) -> RenderableType:
    """Set rows in columns, each cell on one line; where the listing is narrow, row after row in lines of their own.

    Columns are as wide as their content, or by ratio where given; the cells of one column may be ``wrapped``.
    """
    if width < _NARROW:
        narrow = Table.grid(padding=(0, 1, 0, 0))
        for row in rows:
            line = Text(" · ", _FAINT).join(cell for cell in row if cell)
            line.overflow = "fold"
            narrow.add_row(Text("–", _FAINT), line)
        return narrow
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0), expand=any(ratios))
    for column, ratio in enumerate(ratios):
        table.add_column(ratio=ratio or None, no_wrap=column != wrapped, overflow="ellipsis")
    for row in rows:
        table.add_row(*row)
    return table


def _parts(document: Document) -> Iterator[tuple[Text, Text]]:
    paragraphs = [part for part in document.parts if part.kind == "paragraph"]
    listed = False
    for part in document.parts:
        if part.kind != "paragraph":
            style = "bold" if part.kind == "headline" else ""
            yield Text(part.kind, _FAINT), Text(_cut(part.span.text, _LONGEST_LINE), style)
        elif not listed:
            listed = True
            count = f"{len(paragraphs)} paragraphs" if len(paragraphs) > 1 else "paragraph"
            yield Text(count, _FAINT), Text(_cut(part.span.text, _LONGEST_LINE))


def _people_table(document: Document, people: Sequence[Entity], width: int) -> RenderableType:
    rows = list(_people(document, people))
    if not any(row[-1] for row in rows):  # nobody added anything
        rows = [row[:-1] for row in rows]
    return _rows(rows, width, *(0 for _ in rows[0]), wrapped=1)


def _people(document: Document, people: Iterable[Entity]) -> Iterator[tuple[Text, ...]]:
    quotes = Counter(id(quote.speaker) for quote in document.quotes if quote.speaker)
    for person in people:
        said = quotes[id(person)]
        yield (
            Text(_cut(person.name, 40), "bold"),
            Text(printable(person.office or ""), _ROLE),
            Text(times(len(person.mentions) + len(person.nominal_mentions), "mention"), _FAINT),
            Text(times(said, "quote") if said else "", _FAINT),
            Text(_cut(added_in_words(person), 80), _FAINT),
        )


def _names(entities: Iterable[Entity]) -> Text:
    return _counted(
        (entity.name, len(entity.mentions) + len(entity.nominal_mentions), _cut(added_in_words(entity), 80))
        for entity in entities
    )


def _counted(names: Iterable[tuple[str, int, str]]) -> Text:
    line = Text(overflow="fold")
    for each, count, more in names:
        # No-break spaces keep a name and its number on one line.
        name = _cut(each, 60).replace(" ", "\u00a0")
        line.append(" · " if line else "", _FAINT).append(name)
        line.append(f"\u00a0×{count}" if count > 1 else "", _FAINT)
        line.append(f" ({more})" if more else "", _FAINT)
    return line


def _others(document: Document, width: int) -> Iterator[RenderableType]:
    """Yield a section for each plugin's kind whose fields say something, and one with the words of all others."""
    fields = Fields(document)
    bare: list[tuple[Text, Text]] = []
    for kind, found in others(document).items():
        said = [_said(fields.of(annotation)) for annotation in found]
        if any(said):
            layer = layer_of(kind)
            names = (_cut(words_at(each), 60) or printable(f"{layer}-{place}") for place, each in enumerate(found))
            rows = [(Text(name), Text(line, _FAINT)) for name, line in zip(names, said, strict=True)]
            yield from _section(printable(layer.upper()), _rows(rows, width, 0, 1, wrapped=1), count=len(found))
        else:
            bare.append((Text(f"{kind.__name__} {len(found)}"), _where(found)))
    if bare:
        yield from _section("MORE", _rows(bare, width, 0, 1, wrapped=1))


def _said(fields: Iterable[Said]) -> str:
    return " · ".join(f"{printable(each.name)}: {_cut(each.words, _LONGEST_LINE)}" for each in fields)


def _where(found: Iterable[object]) -> Text:
    """Say at which words annotations stand."""
    words = Counter(map(words_at, found))
    return _counted((each, count, "") for each, count in words.items() if each)


def _dates(dates: Iterable[TimeExpression]) -> Iterator[tuple[Text, ...]]:
    for date in dates:
        yield (
            Text(_cut(date.span.text, 30)),
            Text(printable(value(date)), _DATE),
            Text(date.type.lower(), _FAINT),
            Text(interval(date), _FAINT),
        )


def _quotes(quotes: Iterable[Quote]) -> Iterator[RenderableType]:
    for place, quote in enumerate(quotes):
        if place:
            yield Text("")
        yield _quote(quote)


def _quote(quote: Quote) -> Table:
    entry = Table.grid(padding=(0, 1, 0, 0))
    entry.add_row(Text("●", _QUOTE_STYLES[quote.kind]), Group(_who(quote), _content(quote), _how(quote)))
    return entry


def _content(quote: Quote) -> Text:
    return Text(_cut(quote.text, _LONGEST_QUOTE), overflow="fold")


def _who(quote: Quote) -> Text:
    line = Text(overflow="fold")
    source = _cut(quote.source.text, 80) if quote.source else "no source named"
    if quote.speaker is None:
        line.append(source, "bold italic" if quote.source else "italic")
    else:
        line.append(_cut(quote.speaker.name, 80), "bold")
        if quote.speaker.office:
            line.append(f", {printable(quote.speaker.office)}", _ROLE)
    if quote.said_on:
        line.append(f"  {quote.said_on.value}", _DATE)
    return line


def _how(quote: Quote) -> Text:
    """Say how a quote was found: kind, cue, circumstances, and the rule."""
    facts = [
        quote.kind,
        f"“{printable(quote.cue.text)}”" if quote.cue else "no cue",
        f"to {printable(quote.addressee.text)}" if quote.addressee else "",
        printable(quote.venue or ""),
        f"reported by {printable(quote.reported_by.text)}" if quote.reported_by else "",
        quote.source_type or "",
        "anonymous" if quote.anonymous and quote.source_type != "anonymous source" else "",
        quote.reports if quote.reports != "speech" else "",
        quote.status if quote.status != "asserted" else "",
        _cut(added_in_words(quote), _LONGEST_LINE),
        f"rule: {printable(quote.rule)}" if quote.rule else "",
        f"{quote.confidence:.0%}",
        "" if quote.speaker_confidence is None else f"speaker {quote.speaker_confidence:.0%}",
    ]
    return Text(" · ".join(filter(None, facts)), _FAINT, overflow="fold")
