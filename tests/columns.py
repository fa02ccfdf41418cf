"""Columns of tokens that refuse what lies before the text, for plugins to run on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, SupportsIndex, TypeVar

import pytest

import newskit_quotes.columns
from newskit.text import Tokens, ground

T = TypeVar("T")
_OF_QUOTES = ("tags", "fine", "codes", "kinds", "inside", "verbs", "sentence_of", "sentences")
"""What a page of the quotes has beside the columns of the tokens."""


class OutsideError(Exception):
    """A column was asked for what stands before its beginning, which Python takes from its end."""


class Column(list[T]):
    """A list that refuses negative indices, alone and as the bounds of slices."""

    def __getitem__(self, index: SupportsIndex | slice) -> Any:
        bounds = (index.start, index.stop) if isinstance(index, slice) else (index,)
        if any(bound is not None and bound.__index__() < 0 for bound in bounds):
            msg = f"index {index} of a column of {len(self)}"
            raise OutsideError(msg)
        return super().__getitem__(index)

    def find(self, value: T, start: int, stop: int) -> int:
        """Find a value as an array of bytes does."""
        if start < 0 or stop < 0:
            msg = f"bounds {start}:{stop} of a column of {len(self)}"
            raise OutsideError(msg)
        return next((at for at in range(start, min(stop, len(self))) if self[at] == value), -1)


@contextmanager
def refusing_columns() -> Iterator[None]:
    """Give every extractor tokens and tags whose columns refuse negative indices."""
    tokenize, tags, read = ground.tokenize, ground.tags, newskit_quotes.columns.Columns.__init__

    def tokens_of(text: str) -> Tokens:
        found = tokenize(text)
        return Tokens(Column(found.starts), Column(found.ends), Column(found.words), Column(found.lower))

    def read_columns(columns: newskit_quotes.columns.Columns, *given: Any) -> None:
        read(columns, *given)
        for name in _OF_QUOTES:
            setattr(columns, name, Column(getattr(columns, name)))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ground, "tokenize", tokens_of)
        patch.setattr(ground, "tags", lambda *given: Column(tags(*given)))
        patch.setattr(newskit_quotes.columns.Columns, "__init__", read_columns)
        yield
