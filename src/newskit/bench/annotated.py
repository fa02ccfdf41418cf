"""Articles with annotations as plain offsets: what is compared, whoever wrote it.

Gold files, newskit's own JSON and other systems' output all come down to these. Ranges are half-open, in Unicode code
points of ``text``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, TypeVar

from attrs import frozen

from newskit.errors import InputError
from newskit.formats.records import expected
from newskit.languages import ENGLISH

Range = tuple[int, int]
Layer = Literal["quotes", "dates", "entities", "titles"]
LAYERS: tuple[Layer, ...] = ("quotes", "dates", "entities", "titles")
QUOTE_KINDS = ("direct", "mixed", "indirect")
TITLE_FIELDS = ("role", "organization", "place", "within")
_MARKS = frozenset('"“”„«»')
T = TypeVar("T")


@frozen
class Attribution:
    """Who said what. ``speaker`` is a name, where the source is given as one."""

    content: tuple[Range, ...]
    kind: str
    source: tuple[Range, ...] = ()
    cue: tuple[Range, ...] = ()
    speaker: str | None = None
    confidence: float | None = None
    rule: str = ""


@frozen
class Timex:
    """A TIMEX3."""

    start: int
    end: int
    type: str | None = None
    value: str | None = None
    rule: str = ""


@frozen
class Name:
    """A mention by name with the label of its entity."""

    start: int
    end: int
    label: str
    rule: str = ""


@frozen
class Holding:
    """A title and one person who holds it, who is known by ``name`` and by the places of ``mentions``."""

    start: int
    end: int
    name: str
    mentions: tuple[Range, ...] = ()
    kind: str | None = None
    role: str | None = None
    organization: str | None = None
    place: str | None = None
    within: str | None = None
    rule: str = ""


@frozen
class Annotated:
    """An article with the layers that its corpus has or a system found; a layer that is None was not annotated."""

    id: str
    text: str
    published: str | None = None
    publisher: str | None = None
    language: str = ENGLISH
    quotes: tuple[Attribution, ...] | None = None
    dates: tuple[Timex, ...] | None = None
    entities: tuple[Name, ...] | None = None
    titles: tuple[Holding, ...] | None = None


def annotated(record: Mapping[str, Any], *, text: str | None = None) -> Annotated:
    """Read a record of a gold file or of newskit's JSON; ``text`` is that of the gold, for a record that has none.

    Spans are ``{"start", "end"}`` or ``[start, end]``; ``content``, ``cue`` and ``source`` are a span or a list of
    spans. Raises ``InputError`` that names the field.
    """
    text = record.get("text", text)
    if not isinstance(text, str):
        raise InputError("missing", field="text") if text is None else expected("a string", text, field="text")
    return Annotated(
        id=str(record.get("id", "")),
        text=text,
        published=record.get("published"),
        publisher=record.get("publisher"),
        language=record.get("language") or ENGLISH,
        quotes=_layer(record, "quotes", lambda _, item: (_attribution(item, text),)),
        dates=_layer(record, "dates", lambda _, item: (_timex(item),)),
        entities=_layer(record, "entities", lambda _, item: _names(item)),
        titles=_layer(record, "titles", lambda place, item: _holdings(place, item, record, text)),
    )


def _layer(
    record: Mapping[str, Any], name: str, read: Callable[[int, Mapping[str, Any]], tuple[T, ...]]
) -> tuple[T, ...] | None:
    listed = record.get(name)
    if listed is None:
        return None
    if not isinstance(listed, list):
        raise expected("an array", listed, field=name)
    found: list[T] = []
    for place, item in enumerate(listed):
        try:
            if not isinstance(item, dict):
                raise expected("an object", item)
            found.extend(read(place, item))
        except InputError as exc:
            inner = f".{exc.field}" if exc.field else ""
            raise InputError(exc.message, field=f"{name}[{place}]{inner}") from None
    return tuple(found)


def _attribution(item: Mapping[str, Any], text: str) -> Attribution:
    content = _ranges(item, "content") or ((_range(item, "content"),) if "start" in item else ())
    stated = next((item[name] for name in ("direct", "kind") if item.get(name) in QUOTE_KINDS), None)
    speaker = item.get("speaker")
    return Attribution(
        content=content,
        kind=stated or ("direct" if _marked(text, content) else "indirect"),
        source=_ranges(item, "source"),
        cue=_ranges(item, "cue"),
        speaker=speaker if isinstance(speaker, str) else None,
        confidence=item.get("confidence"),
        rule=item.get("rule") or "",
    )


def _marked(text: str, content: tuple[Range, ...]) -> bool:
    """Tell whether a quotation mark stands in or beside the content."""
    reach = "".join(text[max(0, start - 1) : end + 1] for start, end in content)
    return "''" in reach or not _MARKS.isdisjoint(reach)


def _timex(item: Mapping[str, Any]) -> Timex:
    start, end = _range(item, None)
    return Timex(start, end, item.get("type"), item.get("value"), item.get("rule") or "")


def _names(item: Mapping[str, Any]) -> tuple[Name, ...]:
    label = str(item.get("label") or item.get("kind") or "")
    found = []
    for mention in item.get("mentions") or ([item] if "start" in item else ()):
        start, end = _range(mention, "mentions" if "mentions" in item else None)
        found.append(Name(start, end, label, mention.get("rule") or "" if isinstance(mention, dict) else ""))
    return tuple(found)


def _holdings(place: int, item: Mapping[str, Any], record: Mapping[str, Any], text: str) -> tuple[Holding, ...]:
    """Read a title of gold, which has its holder, or of newskit's JSON, which any number of entities hold."""
    start, end = _range(item, None)
    if "holder" in item:
        at = {name: " ".join(text[slice(*each)] for each in _ranges(item, name)) for name in ("name", *TITLE_FIELDS)}
        return (Holding(start, end, mentions=_ranges(item, "holder"), kind=item.get("kind"), **at),)
    stated = {name: item.get(name) for name in ("kind", *TITLE_FIELDS)}
    return tuple(
        Holding(
            start,
            end,
            name=str(entity.get("name") or ""),
            mentions=_ranges(entity, "mentions"),
            rule=item.get("rule") or "",
            **stated,
        )
        for number, entity in enumerate(record.get("entities") or ())
        if number == item.get("entity") or place in (entity.get("titles") or ())
    )


def _ranges(item: Mapping[str, Any], field: str) -> tuple[Range, ...]:
    value = item.get(field)
    if not value:
        return ()
    if isinstance(value, dict) or isinstance(value[0], int):
        return (_range(value, field),)
    return tuple(_range(each, field) for each in value)


def _range(value: object, field: str | None) -> Range:
    given = (value.get("start"), value.get("end")) if isinstance(value, dict) else value
    if not isinstance(given, (list, tuple)) or [type(each) for each in given] != [int, int]:
        raise InputError(f"expected a span as start and end, got {value!r:.80}", field=field)
    start, end = given
    if not 0 <= start <= end:
        raise InputError(f"expected 0 <= start <= end, got {start}:{end}", field=field)
    return start, end
