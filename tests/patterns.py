"""Which regular expressions newskit makes, and which of their repeats may turn back.

A line count sees nothing of what happens within one match. So patterns are held to a rule that can be read off them:
what repeats without a bound gives nothing back, unless nothing behind it can fail. It is possessive or stands at the
end. Then each start of a match costs what it reads, once. The rule says nothing of how many starts there are: a search
that reads to the end of a line from every word of it is a square all the same.
"""

from __future__ import annotations

import gc
import importlib
import json
import pkgutil
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from re import _constants as op  # type: ignore[attr-defined]  # with the next, the one reader of patterns that there is
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import regex

_BOUND = 48
"""A repeat of at most so many turns is bounded: what it gives back costs the same in every text."""
_MAKING = ("compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT)

Item = tuple[Any, Any]


def made_by(packages: Iterable[str], use: Callable[[], object]) -> dict[tuple[str, int], str]:
    """Return each pattern, with its flags, that modules of these packages make when imported and used, and who does."""
    found: dict[tuple[str, int], str] = {}
    names = tuple(packages)
    for module in (re, regex):
        for name in _MAKING:
            setattr(module, name, _spy(getattr(module, name), names, found))
    _spy_lazy(names, found)
    for package in map(importlib.import_module, names):
        for each in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not each.name.endswith("__main__"):
                with suppress(ImportError):  # what another package is for that is not here
                    importlib.import_module(each.name)
    use()
    return found


def _spy(
    original: Callable[..., object], names: tuple[str, ...], found: dict[tuple[str, int], str]
) -> Callable[..., object]:
    def spy(pattern: Any, *arguments: Any, **options: Any) -> object:
        maker = sys._getframe(1).f_globals.get("__name__", "")
        if maker.startswith(names) and isinstance(pattern, (str, bytes)):
            pattern_text = pattern if isinstance(pattern, str) else pattern.decode("latin-1")
            made = re if original.__module__.startswith("re") and not original.__module__.startswith("regex") else regex
            flags = next((each for each in (*arguments, *options.values()) if isinstance(each, made.RegexFlag)), 0)
            found.setdefault((pattern_text, int(flags) & int(re.VERBOSE | re.IGNORECASE)), maker)
        return original(pattern, *arguments, **options)

    return spy


def _spy_lazy(names: tuple[str, ...], found: dict[tuple[str, int], str]) -> None:
    """See the patterns that are compiled when they are first used where they are written, used or not."""
    lazy = importlib.import_module("newskit.text.lazy").Lazy
    if any(isinstance(each, lazy) for each in gc.get_objects()):
        raise AssertionError("one is there already, whose maker is not known")
    original = lazy.__init__

    def init(self: object, pattern: str, flags: int) -> None:
        maker = sys._getframe(2).f_globals.get("__name__", "")  # behind the function that makes one
        if maker.startswith(names):
            found.setdefault((pattern, int(flags) & int(re.VERBOSE | re.IGNORECASE)), maker)
        original(self, pattern, flags)

    lazy.__init__ = init


def turning_back(pattern: str, flags: int = 0) -> list[str]:
    """Return the repeats without a bound that may have to give back what they took, by what they repeat."""
    plain = re.sub(r"\\[pP]\{\^?\w+\}", r"\\w", pattern)  # what `regex` writes otherwise than `re`
    tree = _parser.parse(re.sub(r"\(\?<(?=\w)", "(?P<", plain), flags)
    return [_shown(item) for item in _turning_back(list(tree), can_fail=False)]


def _turning_back(items: Sequence[Item], *, can_fail: bool) -> Iterator[Item]:
    """Yield the repeats at fault in a sequence; ``can_fail`` tells whether what comes behind it can."""
    for place, (kind, value) in enumerate(items):
        behind = can_fail or any(map(_can_fail, items[place + 1 :]))
        if kind in _REPEATS:
            low, high, body = value
            if high > _BOUND and behind:
                yield kind, value
            yield from _turning_back(list(body), can_fail=behind or low > 1)
        elif kind is op.POSSESSIVE_REPEAT:
            yield from _turning_back(list(value[2]), can_fail=value[0] > 1)
        elif kind is op.ATOMIC_GROUP:
            yield from _turning_back(list(value), can_fail=False)
        elif kind in (op.ASSERT, op.ASSERT_NOT):
            yield from _turning_back(list(value[1]), can_fail=False)
        elif kind is op.SUBPATTERN:
            yield from _turning_back(list(value[3]), can_fail=behind)
        elif kind is op.BRANCH:
            for branch in value[1]:
                yield from _turning_back(list(branch), can_fail=behind)


def _can_fail(item: Item) -> bool:
    """Tell whether an item can fail where it stands: all but what may match nothing."""
    kind, value = item
    if kind in (*_REPEATS, op.POSSESSIVE_REPEAT):
        return value[0] > 0 and any(map(_can_fail, value[2]))
    if kind is op.SUBPATTERN:
        return any(map(_can_fail, value[3]))
    if kind is op.ATOMIC_GROUP:
        return any(map(_can_fail, value))
    if kind is op.BRANCH:
        return all(any(map(_can_fail, branch)) for branch in value[1])
    return True


def _shown(item: Item) -> str:
    kind, (low, high, body) = item
    return f"{str(kind).lower()} {low} to {high} of {list(body)}"


def main(article: str, *packages: str) -> None:
    """Print the patterns, in a process of their own: functions of the standard library are replaced to see them."""

    def use() -> None:
        import newskit  # noqa: PLC0415 - not before the functions are replaced

        offices = "Chief executive Ann Roe met the 50-year-old mayor of Lima, Al Poe, and Sen. Jo Doe, D-Hartford."
        text = f"{Path(article).read_text('utf-8')}\n\n{offices}"
        for entity in newskit.Kit().extract(text, published="Tue Feb 18 10:00:00 2025").entities:
            _ = entity.office

    found = made_by(packages, use)
    print(json.dumps([[pattern, flags, maker] for (pattern, flags), maker in sorted(found.items())]))  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
