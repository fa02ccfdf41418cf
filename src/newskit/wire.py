"""Documents on their way between processes: the values of newskit's own classes, without the names of the fields."""

from __future__ import annotations

import copyreg
import pickle
from collections import ChainMap
from collections.abc import Callable, Mapping
from io import BytesIO
from operator import attrgetter
from typing import Any, TypeVar

import attrs

from newskit.article import Article
from newskit.document import Document, Dropped, PublicationDay, Revised
from newskit.errors import Failure
from newskit.kinds import KINDS, Mention
from newskit.spans import Span

T = TypeVar("T")
CLASSES: tuple[type, ...] = (Article, Document, Dropped, Failure, *KINDS, Mention, PublicationDay, Revised, Span)
"""Those whose instances are their fields and no more: what attrs pickles is a dictionary an instance, which takes twice
as long to write and half as long again to read."""
Reduced = tuple[Callable[..., object], tuple[object, ...]]


def _reducer(cls: type) -> Callable[[Any], Reduced]:
    values = attrgetter(*(each.name for each in attrs.fields(cls)))
    return lambda instance: (_made, (cls, *values(instance)))


_SETTERS: dict[type, tuple[Callable[[object, object], None], ...]] = {
    cls: tuple(getattr(cls, each.name).__set__ for each in attrs.fields(cls)) for cls in CLASSES
}


def _made(cls: type[T], *values: object) -> T:
    """Return an instance with the values of one that was checked when it was made."""
    instance = object.__new__(cls)
    for setter, value in zip(_SETTERS[cls], values, strict=False):  # as many: strict would take half as long again
        setter(instance, value)
    return instance


class _Pickler(pickle.Pickler):
    dispatch_table: Mapping[type, Callable[[Any], Any]] = ChainMap(
        {cls: _reducer(cls) for cls in CLASSES}, copyreg.dispatch_table
    )


class Lean:
    """What becomes, on its way to another process, the object that it holds, in a form with less to write and read."""

    def __init__(self, held: object) -> None:
        self.held = held

    def __reduce__(self) -> Reduced:
        written = BytesIO()
        _Pickler(written, pickle.HIGHEST_PROTOCOL).dump(self.held)
        return pickle.loads, (written.getvalue(),)
