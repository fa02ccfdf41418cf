"""The cells and lines of a table in CSV: quoted as RFC 4180 says, and none a formula to a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import regex

from newskit.formats.columns import Column, as_json, without_surrogates

_QUOTED = regex.compile(r'[",\r\n]')
_FORMULA = tuple("=+-@\t\r")
"""How a cell begins that a spreadsheet takes for a formula, where it is no number."""
_NUMBER = regex.compile(r"[+-]?+\d++(?:\.\d++)?+(?:[eE][+-]?+\d++)?+")
_WORDS: Mapping[object, str] = {None: "", True: "true", False: "false"}


def cell(value: Any, column: Column) -> str:  # noqa: ANN401 - what JSON holds
    """Return a value of a column as the text of a cell: nothing for ``None``, JSON for what is no single value."""
    if isinstance(value, str) and column != "json":
        return text_cell(value)
    if value is None or isinstance(value, bool):
        return _WORDS[value]
    return str(value) if isinstance(column, str) and column != "json" else as_json(value, field="")


def text_cell(text: str) -> str:
    """Return a text as a cell that no spreadsheet runs: what it would take for a formula has an apostrophe before."""
    return f"'{text}" if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text) else text


def text_of_cell(cell: str) -> str:
    """Return what ``text_cell`` made a cell of."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


def line(cells: Iterable[str]) -> str:
    """Return cells as a line with its end, a line feed; a lone surrogate becomes U+FFFD."""
    return ",".join(map(_quoted, cells)) + "\n"


def _quoted(text: str) -> str:
    text = without_surrogates(text)
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if _QUOTED.search(text) else text
