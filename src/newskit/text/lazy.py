"""Patterns that are compiled when they are first used."""

from __future__ import annotations

from typing import Any, cast

import regex

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


class Lazy:
    """A pattern of the `regex` package with its flags, compiled at the first use of one of its methods.

    These then take the place of ``__getattr__``, so that they cost what those of a compiled pattern do.
    """

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = regex.compile(self.pattern, self.flags)
        self.__dict__.update({each: getattr(compiled, each) for each in _METHODS})
        return self.__dict__[name]


def lazy_pattern(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    """Return a pattern of the `regex` package that is compiled when it is first used.

    Compiling takes some milliseconds, and most articles need few of the patterns that a plugin has. Has the methods of
    a compiled pattern that search and replace. Raises ``regex.error`` at the first use where it does not compile.
    """
    return cast("regex.Pattern[str]", Lazy(pattern, flags))
