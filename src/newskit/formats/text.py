"""The readable listing of a document, for a terminal or a file."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Iterator

import regex
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from newskit.document import Document
from newskit.kinds import KINDS, Entity, Quote, TimeExpression, Title

_LONGEST_QUOTE = 600
_LONGEST_LINE = 200
_OTHER_ENTITIES = (("organization", "ORGANIZATIONS"), ("place", "PLACES"), ("group", "GROUPS"))
_QUOTE_STYLES = {"direct": "green", "mixed": "yellow", "indirect": "blue"}
_HEADING, _ROLE, _DATE, _FAINT = "bold cyan", "magenta", "yellow", "dim"

_UNSAFE = regex.compile(r"[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]")


def _shown(match: regex.Match[str]) -> str:
    character = match.group()
    code = ord(character)
    if code < 0x20:  # noqa: PLR2004 - the C0 controls have pictures of their own from U+2400 on
        return chr(0x2400 + code)
    return "\ufffd" if 0xD800 <= code <= 0xDFFF or 0x7F <= code <= 0x9F else ""  # noqa: PLR2004 - Unicode's blocks


def printable(text: str) -> str:
    """Return a text on one line and safe for a terminal: no control characters, lone surrogates, forced direction."""
    return _UNSAFE.sub(_shown, " ".join(text.split()))


def to_text(document: Document, *, width: int = 100, colour: bool = False) -> str:
    """Write a document as a listing of its parts, people, other entities, dates and quotes.

    ``width`` is in columns. Long stretches are cut with an ellipsis, control characters shown as pictures; the JSON
    forms have everything as it is.
    """
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
    for block in _blocks(document):
        console.print(block)
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines()).rstrip() + "\n"


def _blocks(document: Document) -> Iterator[RenderableType]:
    yield _head(document)
    if not any(document.layers.values()):
        yield Text("  nothing found" if document.text.strip() else "  the article is empty", _FAINT)
    if document.parts:
        yield from _section("PARTS", _parts(document))
    people = [entity for entity in document.entities if entity.kind == "person"]
    if people:
        yield from _section(f"PEOPLE {len(people)}", _people(document, people))
    for kind, heading in _OTHER_ENTITIES:
        named = [entity for entity in document.entities if entity.kind == kind]
        if named:
            yield from _section(f"{heading} {len(named)}", _names(named))
    if document.dates:
        yield from _section(f"DATES {len(document.dates)}", _dates(document.dates))
    if document.quotes:
        yield from _section(f"QUOTES {len(document.quotes)}", *_quotes(document.quotes))
    others = {kind.__name__: found for kind, found in document.layers.items() if kind not in KINDS and found}
    if others:
        yield from _section("MORE", Text(" · ".join(f"{name} {len(others[name])}" for name in sorted(others))))
    if document.failures:
        failed = (Text(f"{each.extractor}: {_cut(each.error, _LONGEST_LINE)}", "red") for each in document.failures)
        yield from _section(f"FAILURES {len(document.failures)}", *failed)


def _section(heading: str, *content: RenderableType) -> Iterator[RenderableType]:
    name, _, count = heading.partition(" ")
    yield Text.assemble("\n", (name, _HEADING), " ", (count, _FAINT))
    yield from (Padding(each, (0, 0, 0, 2)) for each in content)


def _head(document: Document) -> Text:
    article = document.article
    published = f"published {article.published}" if article.published else "no day of publication"
    known = (article.id, published, article.publisher, article.url, f"{len(article.text):,} characters")
    return Text(" · ".join(printable(each) for each in known if each), _FAINT, overflow="fold")


def _cut(text: str, length: int) -> str:
    shown = printable(text[: 4 * length])
    return shown if len(shown) <= length and len(text) <= 4 * length else f"{shown[:length].rstrip()}…"


def _grid(*ratios: int) -> Table:
    """Return an empty table of columns that stay on one line, as wide as their content, or by ratio where given."""
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0), expand=any(ratios))
    for ratio in ratios:
        table.add_column(ratio=ratio or None, no_wrap=True, overflow="ellipsis")
    return table


def _parts(document: Document) -> Table:
    table = _grid(0, 1)
    paragraphs = [part for part in document.parts if part.kind == "paragraph"]
    listed = False
    for part in document.parts:
        if part.kind != "paragraph":
            style = "bold" if part.kind == "headline" else ""
            table.add_row(Text(part.kind, _FAINT), Text(_cut(part.span.text, _LONGEST_LINE), style))
        elif not listed:
            listed = True
            count = f"{len(paragraphs)} paragraphs" if len(paragraphs) > 1 else "paragraph"
            table.add_row(Text(count, _FAINT), Text(_cut(part.span.text, _LONGEST_LINE)))
    return table


def _office(title: Title) -> str:
    """Say a title in one line: the role, then the organisation and place that are not in it."""
    around = (title.organization, title.within, title.place)
    role = title.role.casefold()
    said = [each for each in around if each and each.casefold() not in role]
    return printable(", ".join([title.role, *said]))


def _times(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _people(document: Document, people: Iterable[Entity]) -> Table:
    quotes = Counter(id(quote.speaker) for quote in document.quotes if quote.speaker)
    table = _grid(0, 0, 0, 0)
    table.columns[1].no_wrap = False  # an office is worth a second line
    for person in people:
        said = quotes[id(person)]
        table.add_row(
            Text(_cut(person.name, 40), "bold"),
            Text(_office(person.title) if person.title else "", _ROLE),
            Text(_times(len(person.mentions) + len(person.nominal_mentions), "mention"), _FAINT),
            Text(_times(said, "quote") if said else "", _FAINT),
        )
    return table


def _names(entities: Iterable[Entity]) -> Text:
    line = Text(overflow="fold")
    for entity in entities:
        count = len(entity.mentions) + len(entity.nominal_mentions)
        # No-break spaces keep a name and its number on one line.
        name = _cut(entity.name, 60).replace(" ", "\u00a0")
        line.append(" · " if line else "", _FAINT).append(name)
        line.append(f"\u00a0×{count}" if count > 1 else "", _FAINT)
    return line


def _dates(dates: Iterable[TimeExpression]) -> Table:
    table = _grid(0, 0, 0, 1)
    for date in dates:
        table.add_row(
            Text(_cut(date.span.text, 30)),
            Text(" ".join(filter(None, (date.value, date.mod, date.quant, date.freq))), _DATE),
            Text(date.type.lower(), _FAINT),
            Text(_interval(date), _FAINT),
        )
    return table


def _interval(date: TimeExpression) -> str:
    """Give the days that an expression covers, where its value does not already say so."""
    if date.first is None and date.last is None:
        return ""
    if date.first == date.last:
        return "" if date.value == str(date.first) else str(date.first)
    return f"{date.first or '…'} – {date.last or '…'}"


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
    line = Text()
    source = _cut(quote.source.text, 80) if quote.source else "no source named"
    if quote.speaker is None:
        line.append(source, "bold italic" if quote.source else "italic")
    else:
        line.append(_cut(quote.speaker.name, 80), "bold")
        if quote.speaker.title:
            line.append(f", {_office(quote.speaker.title)}", _ROLE)
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
        f"rule: {printable(quote.rule)}" if quote.rule else "",
        f"{quote.confidence:.0%}",
    ]
    return Text(" · ".join(filter(None, facts)), _FAINT)
