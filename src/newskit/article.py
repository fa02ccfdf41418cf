"""The article as it came in."""

from __future__ import annotations

import datetime as dt
import reprlib
from collections.abc import Iterable, Mapping
from typing import Any

import attrs
from attrs import field, frozen

from newskit.characters import whole_characters, whole_characters_or_none
from newskit.days import given_day
from newskit.errors import InputError
from newskit.fields import as_tuple
from newskit.kinds import Part
from newskit.languages import ENGLISH


def _parts(values: Iterable[Part]) -> tuple[Part, ...]:
    parts: Any = as_tuple(values)
    if not (isinstance(parts, tuple) and all(isinstance(each, Part) for each in parts)):
        raise InputError(f"expected several newskit.Part, got {reprlib.repr(values)}", field="parts")
    found: tuple[Part, ...] = parts
    return found


def _string(_: object, attribute: attrs.Attribute[str], value: object) -> None:
    if not isinstance(value, str):
        msg = f"expected a string, got {type(value).__name__}"
        raise InputError(msg, field=attribute.name)


def _mapping(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if not isinstance(value, (Mapping, type(None))):  # None as of a row that has no more
        raise InputError(f"expected a mapping, got {type(value).__name__}", field=attribute.name)


_string_or_none = attrs.validators.optional(_string)


@frozen
class Article:
    """A news article as it came in; ``text`` is never edited.

    ``published`` is the day of publication, given as a date or in a form in which feeds and pages give one: ISO 8601,
    RFC 2822, or an English month by name ("March 5, 2024"). ``parts`` are those that a reader already knows (from
    HTML, say); where there are any, no structure is guessed but a dateline in the first paragraph. ``language`` is a
    tag of BCP 47 such as ``en-GB`` or ``de``, and decides which extractors run; an article that does not say it is
    taken to be English.

    A surrogate pair held as two code points, as in strings of other languages, is joined to the character that it
    stands for, so that offsets are the same in every JSON reader; a lone surrogate is kept. Raises ``InputError`` for
    a field that is no string where one is expected, for a date that is none, for ``parts`` that are none or that the
    text, its pairs joined, does not hold, and for ``meta`` that is no mapping.
    """

    text: str = field(validator=_string, converter=whole_characters, repr=reprlib.repr)
    id: str = field(default="", validator=_string, converter=whole_characters)
    published: dt.date | None = field(default=None, converter=given_day)
    url: str | None = field(default=None, validator=_string_or_none, converter=whole_characters_or_none)
    publisher: str | None = field(default=None, validator=_string_or_none, converter=whole_characters_or_none)
    language: str = field(default=ENGLISH, validator=_string)
    parts: tuple[Part, ...] = field(default=(), converter=_parts)
    meta: Mapping[str, Any] = field(factory=dict, hash=False, validator=_mapping)

    def __attrs_post_init__(self) -> None:
        for place, part in enumerate(self.parts):
            span = part.span
            if self.text[span.start : span.end] != span.text:
                msg = f"span {span.start}:{span.end} says {span.text!r}, which is not the text there"
                raise InputError(msg, field=f"parts[{place}].span")
