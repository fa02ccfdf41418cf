"""Files of rules and of word lists: read line by line, each error with its file, line and field."""

from __future__ import annotations

import re
from typing import NamedTuple

from newskit.data_files import read_text
from newskit.hints import there
from newskit.rules.record import Line, Place, Rule, Written

_COMMENT = re.compile(r"(?:^|\s\s+)#(?:\s|$)")
_NAME = re.compile(r"\w+")
_RULE_NAME = re.compile(r"\w+(?:[ -]\w+)*")
_KEYS = ("finds", "refuses", "when", "function", "value", "keep", "unless", "yes", "no")
_ONCE = frozenset({"finds", "refuses", "function", "value"})
_TESTS = frozenset({"keep", "unless"})
_EXAMPLES = frozenset({"yes", "no"})
_SETTINGS = ("weak", "strong", "together")
_DECLARED = re.compile(r"([A-Z][A-Z0-9_]+):\s")


_Field = tuple[str, str, int]
"""The key of a field, its text and its line."""


def lines(package: str, name: str) -> list[tuple[int, str]]:
    """Return the lines of a data file in a package by number from 1, without comments.

    A line that begins with white space goes on with the one before. A comment begins with ``#`` at the head of a line
    or behind two blanks. Raises ``FileNotFoundError`` where the package has no such file.
    """
    found: list[tuple[int, str]] = []
    for number, raw in enumerate(read_text(package, name).splitlines(), start=1):
        comment = _COMMENT.search(raw) if "#" in raw else None
        text = (raw[: comment.start()] if comment else raw).rstrip()
        if not text:
            continue
        if text[0].isspace():
            text = text.lstrip()
            if found:
                number, before = found.pop()  # noqa: PLW2901 - of the line that goes on
                text = f"{before} {text}"
        found.append((number, text))
    return found


def declared(package: str, name: str) -> tuple[frozenset[str], list[tuple[int, str]]]:
    """Return the classes or lists that a file of words declares, ``NAME: what it is``, and its other lines."""
    heads, others = set[str](), list[tuple[int, str]]()
    for line in lines(package, name):
        head = _DECLARED.match(line[1]) if ":" in line[1] else None
        if head:
            heads.add(head[1])
        else:
            others.append(line)
    return frozenset(heads), others


class Source(NamedTuple):
    """What a file of rules says: its settings, its macros by name, and its records in their order."""

    path: str
    settings: dict[str, list[Line]]
    macros: dict[str, Line]
    rules: list[Rule]


def read_source(package: str, name: str) -> Source:
    """Read a file of rules; raises ``InputError`` for what is no record."""
    path = f"{package}/{name}"
    source = Source(path, {}, {}, [])
    named: dict[str, Place] = {}
    head: Line | None = None
    fields: list[_Field] = []
    for number, line in lines(package, name):
        if line[0] == "[" and line[-1] == "]":
            _finish(source, head, fields)
            head, fields = Line(line[1:-1].strip(), Place(path, number)), []
            _check_name(head, named)
        elif line[0] == "{":
            _macro(source, line, Place(path, number))
        else:
            key, colon, text = line.partition(":")
            key = key.strip()
            known = _SETTINGS if head is None else _KEYS
            if not colon or key not in known:
                of = f"rule {head.text!r}: " if head else ""
                raise Place(path, number, key).error(f"{of}unknown key {key!r}{there(key, known)}")
            if head is None:
                source.settings.setdefault(key, []).append(Line(text.strip(), Place(path, number, key)))
            else:
                fields.append((key, text.strip(), number))
    _finish(source, head, fields)
    return source


def _check_name(head: Line, named: dict[str, Place]) -> None:
    if not _RULE_NAME.fullmatch(head.text):
        raise head.place.error(f"a rule's name is words joined by a blank or a hyphen, got {head.text!r}")
    before = named.setdefault(head.text, head.place)
    if before is not head.place:
        raise head.place.error(f"there are two rules named {head.text!r}; the first is in line {before.line}")


def _macro(source: Source, line: str, place: Place) -> None:
    name, sign, pattern = line.partition("=")
    name = name.strip()
    if not sign or name[-1] != "}" or not _NAME.fullmatch(name[1:-1]):
        raise place.error("a macro is written as {name} = pattern")
    if name in source.macros:
        raise place.error(f"there are two macros named {name}; the first is in line {source.macros[name].place.line}")
    source.macros[name] = Line(pattern.strip(), Place(place.path, place.line, name))


def _finish(source: Source, head: Line | None, fields: list[_Field]) -> None:
    if head is None:
        return
    by_key = _by_key(source.path, head, fields)
    one = {key: by_key[key][0] if key in by_key else None for key in _ONCE}
    finds = one["finds"] or one["refuses"]
    if finds is None:
        raise _missing(head, "finds")
    if one["finds"] and one["refuses"]:
        raise one["refuses"].place.error(f"rule {head.text!r}: it either finds something or refuses it")
    if ("when" in by_key) is ("function" in by_key):
        raise head.place.error(
            f"rule {head.text!r}: give either 'when', a pattern, or 'function', the name of the code"
        )
    tests = tuple(by_key.get("test", ()))
    if tests and "function" in by_key:
        raise tests[0].place.error(f"rule {head.text!r}: {tests[0].place.field!r} is a test of a pattern's matches")
    found, refused = _examples(head, fields, "yes"), _examples(head, fields, "no")
    source.rules.append(
        Rule(
            head.text,
            finds.text,
            one["refuses"] is not None,
            tuple(by_key.get("when", ())),
            one["function"],
            one["value"],
            tests,
            found,
            refused,
            len(source.rules),
            head.place,
        )
    )


def _by_key(path: str, head: Line, fields: list[_Field]) -> dict[str, list[Line]]:
    """Return the fields of a record but its examples; those of its tests, in their order, are one."""
    by_key: dict[str, list[Line]] = {}
    for key, text, number in fields:
        if not text:
            raise Place(path, number, key).error(f"rule {head.text!r}: {key!r} is empty")
        if key in _EXAMPLES:
            continue
        line = Line(text, Place(path, number, key))
        if key in _ONCE and key in by_key:
            raise line.place.error(f"rule {head.text!r}: {key!r} is given twice")
        by_key.setdefault("test" if key in _TESTS else key, []).append(line)
    return by_key


def _examples(head: Line, fields: list[_Field], wanted: str) -> tuple[Written, ...]:
    """Return the examples of a record that have brackets; they are read to the end only when they are needed."""
    written = tuple([(text, number) for key, text, number in fields if key == wanted])
    if not written:
        raise _missing(head, wanted)
    for text, number in written:
        if "[" not in text or "]" not in text:
            place = Place(head.place.path, number, wanted)
            raise place.error(f"the words in question stand between brackets, got {text!r}")
    return written


def _missing(head: Line, key: str) -> Exception:
    why = {"finds": "one line that says what it finds", "yes": "an example that it must find"}
    return head.place.error(
        f"rule {head.text!r}: {key!r} is missing, {why.get(key, 'an example that it must not find')}"
    )
