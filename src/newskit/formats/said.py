"""What the fields of a plugin's annotation say, one by one, for the formats that people read.

A nested object and a mapping are told by their parts, under names with dots (``price.amount``); a list of plain values
as one field, another by its items (``prices[0].amount``). What holds nothing, ``None`` or an empty string or
collection, says nothing. A span says its words, a reference the name and the id of what it is to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

import attrs
from attrs import field, frozen

from newskit.document import Document
from newskit.formats.records import Positions
from newskit.formats.walk import Place, Walk
from newskit.kinds import KINDS, Entity
from newskit.layers import is_kind, layer_of
from newskit.leaves import anchor, spans_of
from newskit.spans import Span

_LONGEST, _LONGEST_NAME = 220, 60
_WORDS = {True: "yes", False: "no"}


@frozen
class Reference:
    """A reference to another annotation of the document."""

    to: object = field(eq=False, repr=False)
    layer: str
    position: int

    @property
    def id(self) -> str:
        """What the annotation is called in all formats: its layer, and its position in it from 0."""
        return f"{self.layer}-{self.position}"

    @property
    def name(self) -> str:
        """What the annotation is called in the article: an entity's name, else the words that it stands at."""
        return short(self.to.name if isinstance(self.to, Entity) else words_at(self.to), _LONGEST_NAME)


Value = str | int | float | bool | Span | Reference


def short(text: str, longest: int = _LONGEST) -> str:
    """Return a text on one line, cut with an ellipsis."""
    line = " ".join(text[: 4 * longest].split())
    return line if len(line) <= longest and len(text) <= 4 * longest else f"{line[:longest].rstrip()}…"


def words_at(annotation: object) -> str:
    """Return the words that an annotation stands at, empty where it stands at none."""
    return " … ".join(span.text for span in anchor(annotation))


def in_words(value: Value) -> str:
    """Say a value as people read it."""
    if isinstance(value, Reference):
        return f"{value.name} ({value.id})" if value.name else value.id
    if isinstance(value, Span):
        return value.text
    return _WORDS[value] if isinstance(value, bool) else str(value)


@frozen
class Said:
    """A field by its name, with its values: one, or those of a list. ``chosen`` are words of a closed list."""

    name: str
    values: tuple[Value, ...]
    chosen: bool = False

    @property
    def words(self) -> str:
        """The values as people read them."""
        return ", ".join(map(in_words, self.values))


def others(document: Document) -> Mapping[type, tuple[object, ...]]:
    """Return the annotations of each plugin's kind that has any, in the order of the layers' names."""
    found = ((kind, made) for kind, made in document.layers.items() if kind not in KINDS and made)
    return dict(sorted(found, key=lambda each: layer_of(each[0])))


class Fields:
    """Says the fields of the annotations of a document."""

    def __init__(self, document: Document) -> None:
        self._walk = _Walk(Positions(document.layers))

    def of(self, annotation: object) -> list[Said]:
        """Return what the fields say, but for the one that places the annotation and holds nothing but spans."""
        record = self._walk.record(annotation, Place())
        record.pop(place_of(annotation), None)
        return [said for name, value in record.items() for said in _said(name, value)]


def place_of(annotation: object) -> str:
    """Return the name of the field that places an annotation, empty where none does, or one with more than spans."""
    cls: Any = type(annotation)
    for name in attrs.fields_dict(cls):
        value = getattr(annotation, name)
        if spans_of(value):
            spans = value if isinstance(value, (tuple, list, AbstractSet)) else (value,)
            return name if all(isinstance(each, Span) for each in spans) else ""
    return ""


@frozen
class _Word:
    """A word of a closed list."""

    word: str


class _Walk(Walk):
    """Leaves spans and references as they are."""

    flat = False

    def span(self, span: Span) -> Span:
        return span

    def reference(self, annotation: object, position: int, _: Place) -> Reference:
        return Reference(annotation, layer_of(type(annotation)), position)

    def word(self, word: object) -> object:
        return _Word(word) if isinstance(word, str) else word

    def key(self, key: object, place: Place) -> object:
        written = self.value(key, place) if is_kind(type(key)) else super().key(key, place)
        return written.id if isinstance(written, Reference) else written


def _said(name: str, value: Any) -> Iterator[Said]:  # noqa: ANN401 - what the walk gives
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _said(f"{name}.{key}", item)
    elif isinstance(value, list) and any(isinstance(item, (dict, list)) for item in value):
        for place, item in enumerate(value):
            yield from _said(f"{name}[{place}]", item)
    else:
        items = value if isinstance(value, list) else [value]
        values = tuple(item.word if isinstance(item, _Word) else item for item in items if item not in (None, ""))
        if values:
            yield Said(name, values, chosen=all(isinstance(item, _Word) for item in items))
