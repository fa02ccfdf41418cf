"""JSON objects read so that a field costs nothing but itself: what JSON or Python cannot hold is kept as it is written.

Kept as text, and told, are NaN and infinity, which are no JSON; numbers beyond double precision; whole numbers of more
than 64 bits, which other readers round; and what is nested deeper than 100 levels, which none writes again.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator, Mapping
from json.decoder import scanstring  # type: ignore[attr-defined]  # which the stubs leave out
from typing import cast

import orjson
import regex

from newskit.errors import InputError
from newskit.formats.json import loads
from newskit.formats.records import Record, expected

DEEPEST = 100
_UNREADABLE = 500
"""Deeper than this nothing is read: how deep Python's own reader goes depends on its version."""
_MOST_DIGITS = 20
_OVER_64_BITS = 2**64
_SPACE = regex.compile(r"[ \t\n\r]*+")
_SCALAR = regex.compile(r"[^\s,\]}]++")
_NESTED = regex.compile(r'"(?:[^"\\]++|\\.)*+"|[\[\]{}]', regex.DOTALL)
_CLOSING = {"[": "]", "{": "}"}
_scan = cast("Callable[[str, int, bool], tuple[str, int]]", scanstring)


class AsWritten(str):
    """The text of a number that Python or JSON cannot hold: it is no string of the record."""

    __slots__ = ()


def read_object(text: str) -> tuple[Record, Mapping[str, str]]:
    """Read an object; returns it, and what is told of its fields by their names.

    Raises ``InputError`` for what is no JSON or no object.
    """
    try:
        value = orjson.loads(text)
    except orjson.JSONDecodeError:
        return _by_members(text)
    if not isinstance(value, dict):
        raise expected("an object", value)
    return _by_members(text) if any(map(_must_be_read_again, value.values())) else (value, {})


def _must_be_read_again(value: object) -> bool:
    """Tell whether a value holds a number that may be a rounded one, or is nested too deep."""
    if isinstance(value, (str, int)):
        return False
    level = [value]
    for _ in range(DEEPEST + 1):
        # Whole numbers that do not fit come as floats.
        if any(isinstance(each, float) and not abs(each) < 2**63 for each in level):
            return True
        level = [inner for each in level for inner in _inside(each)]
        if not level:
            return False
    return True


def _inside(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list):
        yield from value


def _by_members(text: str) -> tuple[Record, Mapping[str, str]]:
    record: Record = {}
    told: dict[str, str] = {}
    try:
        for name, written, depth in _members(text):
            record[name], doubts = _value(written, depth)
            if doubts:
                told[name] = f"{', '.join(doubts)}; it is kept as text"
    except (ValueError, IndexError):
        if _deepest(text) > _UNREADABLE:
            raise InputError("no JSON: nested too deep") from None
        value = loads(text)  # says where it is no JSON
        raise expected("an object", value) from None
    return record, told


def _deepest(text: str) -> int:
    depth = most = 0
    for found in _NESTED.finditer(text):
        sign = found[0]
        depth += (sign in _CLOSING) - (sign in _CLOSING.values())
        most = max(most, depth)
    return most


def _value(written: str, depth: int) -> tuple[object, list[str]]:
    if depth > DEEPEST:
        return written, [f"nested deeper than {DEEPEST} levels"]
    doubts: dict[str, None] = {}

    def constant(name: str) -> str:
        doubts[f"{name} is no JSON number"] = None
        return name

    def fraction(digits: str) -> float | str:
        number = float(digits)
        if math.isfinite(number):
            return number
        doubts["a number beyond double precision"] = None
        return digits

    def whole(digits: str) -> int | str:
        if len(digits) <= _MOST_DIGITS and -_OVER_64_BITS // 2 <= int(digits) < _OVER_64_BITS:
            return int(digits)
        doubts["a whole number of more than 64 bits"] = None
        return digits

    value = json.loads(written, parse_constant=constant, parse_float=fraction, parse_int=whole)
    return AsWritten(value) if isinstance(value, str) and not written.startswith('"') else value, list(doubts)


def _members(text: str) -> Iterator[tuple[str, str, int]]:
    """Yield the name of each member of an object, its value as it is written, and how deep that is nested.

    Raises ``ValueError`` or ``IndexError`` for what is no object.
    """
    place = _after(text, 0, "{")
    if text[place] == "}":
        place += 1
    else:
        while True:
            _after(text, place, '"')
            name, place = _scan(text, place + 1, True)  # noqa: FBT003 - as the standard library names no argument
            start = _after(text, _space(text, place), ":")
            end, depth = _end_of_value(text, start)
            yield name, text[start:end], depth
            place = _space(text, end)
            if text[place] != ",":
                place = _after(text, place, "}")
                break
            place = _space(text, place + 1)
    if _space(text, place) != len(text):
        raise ValueError(place)


def _space(text: str, place: int) -> int:
    return cast("regex.Match[str]", _SPACE.match(text, place)).end()


def _after(text: str, place: int, sign: str) -> int:
    """Return the place of what comes after a sign and white space."""
    place = _space(text, place)
    if text[place] != sign:
        raise ValueError(place)
    return _space(text, place + 1)


def _end_of_value(text: str, start: int) -> tuple[int, int]:
    """Return where a value ends, and how deep it is nested."""
    first = text[start]
    if first not in "[{":
        found = None if first == '"' else _SCALAR.match(text, start)
        return found.end() if found else _scan(text, start + 1, True)[1], 0  # noqa: FBT003 - as above
    closings: list[str] = []
    deepest = 0
    for token in _NESTED.finditer(text, start):
        sign = token[0]
        if sign in _CLOSING:
            closings.append(_CLOSING[sign])
            deepest = max(deepest, len(closings))
        elif sign in "]}":
            if closings.pop() != sign:
                raise ValueError(token.start())
            if not closings:
                return token.end(), deepest
    raise ValueError(start)


def check_held(fields: Mapping[str, object], names: tuple[str, ...]) -> None:
    """Raise ``InputError`` for a field that must be a string and is a number kept as text."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, AsWritten) and not (name == "id" and value.lstrip("-").isdecimal()):
            raise InputError("expected a string, got a number", field=name)
