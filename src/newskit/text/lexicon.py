"""Word lists as data files: one entry a line, ``#`` begins a comment."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import chain, combinations
from typing import TypeVar

from newskit.data_files import read_data, read_text
from newskit.errors import InputError
from newskit.hints import there
from newskit.text.cache import Kept

T = TypeVar("T")
_HEAD = re.compile(r"(?>(?:#(?>[^\n]*)\n)*)")
"""Lines of comments before everything else."""
_HEAD_OF_BYTES = re.compile(_HEAD.pattern.encode())


def _body(package: str, name: str) -> str:
    """Return what stands behind the lines of comments at the head of a file."""
    return _HEAD.sub("", read_text(package, name), count=1)


def _all_lines(package: str, name: str) -> list[str]:
    return _lines(read_text(package, name))


def _lines(text: str) -> list[str]:
    """Return all lines of a data file, without comments and without white space around them."""
    return [line.partition("#")[0].strip() if "#" in line else line.strip() for line in text.splitlines()]


def read_entries(package: str, name: str) -> list[str]:
    """Return what ``entries`` does, read anew."""
    body = _body(package, name)
    lines = _lines(body) if "#" in body else map(str.strip, body.splitlines())
    return list(filter(None, lines))


@cache
def entries(package: str, name: str) -> tuple[str, ...]:
    """Return the entries of a word list that lies in a package, in the order of the file, without comments.

    Raises ``FileNotFoundError`` where the package has no such file.
    """
    return tuple(read_entries(package, name))


def rows(package: str, name: str, form: str, read: Callable[[str], T]) -> list[T]:
    """Return what ``read`` makes of each entry of a file, in its order.

    ``form`` says how an entry reads. Raises ``InputError`` with file and line where ``read`` raises ``ValueError`` or
    ``KeyError``.
    """
    try:
        return list(map(read, entries(package, name)))
    except (ValueError, KeyError) as exc:
        for number, line in enumerate(_all_lines(package, name), start=1):
            if line and _raises(read, line):
                message = f"an entry reads {form}, got {line!r}"
                raise InputError(message, path=f"{package}/{name}", line=number) from exc
        raise


@cache
def pairs(package: str, name: str, form: str, between: str = " ") -> dict[str, str]:
    """Return the second field of each entry by the first, which stands before ``between``.

    Raises ``InputError`` with file and line for an entry of more fields or fewer; ``form`` says how one reads.
    """
    body = _body(package, name)
    if "#" in body or body.count(between) != body.count("\n"):
        return dict(rows(package, name, form, lambda line: _pair(line.split(between))))
    # Large tables are read so: all fields at once take half the time of line by line.
    fields = body.replace("\n", between).split(between)
    return dict(zip(fields[::2], fields[1::2], strict=False))


def _pair(fields: list[str]) -> tuple[str, str]:
    first, second = fields
    return first, second


_BLOCK = 1 << 10
"""Bytes of a block: a search through it takes no longer than finding it."""


class _Blocks:
    """The bytes of a file whose lines are sorted, in blocks of some fifty lines of which the first is known.

    Nothing stands in the file but entries and, before them, lines of comments.
    """

    __slots__ = ("_text", "data", "ending", "firsts", "starts")

    def __init__(self, package: str, name: str, ending: str) -> None:
        data = read_data(package, name)
        if data and data[-1:] != b"\n":
            data += b"\n"
        head = _HEAD_OF_BYTES.match(data)
        at = (head.end() if head else 0) - 1  # each entry is found by the end of the line before it
        if at < 0:
            at, data = 0, b"\n" + data
        self.data, self.ending = data, ending.encode("ascii")
        self._text = bytes(set(range(256)).difference(b"\n" + self.ending))
        self.starts, self.firsts = list[int](), list[bytes]()
        while 0 <= at < len(data) - 1:
            self.starts.append(at)
            self.firsts.append(data[at + 1 : data.find(self.ending, at + 1)])
            at = data.find(b"\n", at + _BLOCK)
        self.starts.append(len(data) - 1)
        if self.firsts != sorted(self.firsts):
            raise InputError("the entries are not sorted", path=f"{package}/{name}")

    def of(self, first: bytes) -> int:
        """Return the block in which an entry with a first field stands, if there is one; -1 for none."""
        return bisect_right(self.firsts, first) - 1

    def behind(self, first: bytes, block: int) -> int:
        """Return where what stands behind a first field begins, -1 where its block has no such entry."""
        if b"\n" in first:  # it would be found across two entries
            return -1
        wanted = b"\n" + first + self.ending
        found = self.data.find(wanted, self.starts[block], self.starts[block + 1] + 1)
        return found if found < 0 else found + len(wanted)

    def has_fields(self, block: int) -> bool:
        """Tell whether each entry of a block has one end of a first field."""
        signs = self.data[self.starts[block] : self.starts[block + 1]].translate(None, self._text)
        return signs == (b"\n" + self.ending) * (len(signs) // 2)


class SortedWords(AbstractSet[str]):
    """The entries of a word list that is sorted, as a set, with a few more words.

    A large list of which few words are asked for is read so: it stays the bytes of the file, at a tenth of the memory
    of a set and of the time that making one takes; words asked for are remembered. Raises ``InputError`` where the
    beginnings of its blocks are not sorted.
    """

    def __init__(self, package: str, name: str, more: frozenset[str] = frozenset()) -> None:
        self._blocks = _Blocks(package, name, "\n")
        self._more = more
        self._known = Kept(self._has, _ASKED)

    def _has(self, word: str) -> bool:
        written = word.encode(errors="surrogatepass")
        block = self._blocks.of(written)
        return word in self._more or (block >= 0 and self._blocks.behind(written, block) >= 0)

    def __contains__(self, word: object) -> bool:
        known = self._known.get(word)  # type: ignore[call-overload]  # faster than a look-up that may work it out
        return isinstance(word, str) and self._known[word] if known is None else known

    def __iter__(self) -> Iterator[str]:
        written = self._blocks.data[self._blocks.starts[0] + 1 :].decode().split("\n")[:-1]
        return chain(written, sorted(self._more.difference(written)))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @classmethod
    def _from_iterable(cls, words: Iterable[str]) -> AbstractSet[str]:  # type: ignore[override]  # of what the operators give
        return frozenset(words)


_ASKED = 1 << 12


class SortedTable:
    """The second field of each entry of a file by the first, where the entries are sorted by it.

    Large tables are read so: they stay the bytes of the file, and only what is asked for is ever read. ``form`` says
    how an entry reads, ``between`` is the one ASCII character behind its first field. Raises ``InputError`` with the
    file where the beginnings of its blocks are not sorted; with file and line for an entry of more fields or fewer,
    once one beside it is asked for, and for one that is not UTF-8.
    """

    __slots__ = ("_between", "_blocks", "_file", "_form", "_seen")

    def __init__(self, package: str, name: str, form: str, between: str = "\t") -> None:
        self._file, self._form, self._between = (package, name), form, between
        self._blocks = _Blocks(package, name, between)
        self._seen = bytearray(len(self._blocks.starts))
        if any(b"\n" in first for first in self._blocks.firsts):  # it would be looked for elsewhere
            self._refuse()

    def get(self, key: str) -> str | None:
        """Return the second field of the entry with a first field, None where there is none."""
        written, blocks = key.encode(errors="surrogatepass"), self._blocks
        block = blocks.of(written)
        if block < 0:
            return None
        if not self._seen[block]:
            if not blocks.has_fields(block):
                self._refuse()
            self._seen[block] = True
        found, data = blocks.behind(written, block), blocks.data
        if found < 0:
            return None
        try:
            return data[found : data.index(b"\n", found)].decode()
        except UnicodeDecodeError:
            self._refuse()
            raise

    def __contains__(self, key: str) -> bool:
        return self.get(key) is not None

    def under(self, beginning: str) -> Iterator[tuple[str, str]]:
        """Yield the entries whose first field begins so: what follows in it, and the second field."""
        if "\n" in beginning:  # it would be found across two entries
            return
        blocks, data, wanted = self._blocks, self._blocks.data, b"\n" + beginning.encode()
        block = max(0, bisect_left(blocks.firsts, wanted[1:]) - 1)
        at = data.find(wanted, *blocks.starts[block : block + 3 : 2])  # in the block or at the head of the next
        while 0 <= at < len(data) - 1 and data.startswith(wanted, at):
            end = data.index(b"\n", at + 1)
            try:
                first, sign, second = data[at + len(wanted) : end].decode().partition(self._between)
            except UnicodeDecodeError:
                self._refuse()
                raise
            if not sign or self._between in second:
                self._refuse()
            yield first, second
            at = end

    def _refuse(self) -> None:
        """Raise ``InputError`` for the first entry that is no UTF-8, or has more fields or fewer."""
        rows(*self._file, self._form, lambda line: _pair(line.split(self._between)))


def _raises(read: Callable[[str], object], line: str) -> bool:
    try:
        read(line)
    except (ValueError, KeyError):
        return True
    return False


@cache
def words(package: str, name: str) -> frozenset[str]:
    """Return the entries of a word list as a set."""
    return frozenset(read_entries(package, name))


@cache
def classes(package: str, name: str) -> dict[str, frozenset[str]]:
    """Return a word list whose entries read ``CLASS WORD…`` as a set of words for each class.

    A line ``CLASS: what it is`` declares a class; where a file declares any it has no others. ``apart: CLASS CLASS…``
    says that a word is in but one of these. Raises ``InputError`` with file and line for a class that is not
    declared or has no word behind it, and for a word in two classes that are apart.
    """
    listed: defaultdict[str, list[str]] = defaultdict(list)
    for line in read_entries(package, name):
        label, _, word = line.partition(" ")
        listed[label].append(word)
    apart = [group.split() for group in listed.pop("apart:", ())]
    declared = {label[:-1] for label in listed if label[-1] == ":"}
    found = {label: frozenset(map(str.strip, group)) for label, group in listed.items() if label[-1] != ":"}
    if declared:
        pairs = {pair for group in apart for pair in combinations(group, 2)}
        known = found.keys() | {label for group in apart for label in group} <= declared
        if (
            not known
            or any(not found.get(one, set()).isdisjoint(found.get(other, set())) for one, other in pairs)
            or any("" in group for group in found.values())
        ):
            raise _fault(package, name, declared, pairs)
    return found | dict.fromkeys(declared - found.keys(), frozenset[str]())


def _fault(package: str, name: str, declared: set[str], pairs: Iterable[tuple[str, str]]) -> InputError:
    """Return what is wrong with a file of classes, with its line."""
    where: dict[str, dict[str, int]] = {}
    both = {frozenset(pair) for pair in pairs}
    path = f"{package}/{name}"
    for number, line in enumerate(_all_lines(package, name), start=1):
        label, _, word = line.partition(" ")
        named = word.split() if label == "apart:" else [label] if line and label[-1] != ":" else []
        unknown = [each for each in named if each not in declared]
        if unknown:
            told = there(unknown[0], sorted(declared))
            return InputError(f"no class is named {unknown[0]!r}{told}", path=path, line=number)
        if named and not word.strip():
            return InputError(f"an entry reads CLASS WORD, got {line!r}", path=path, line=number)
        for other, first in where.get(word.strip(), {}).items():
            if frozenset((label, other)) in both:
                why = f"{word.strip()!r} is in two classes that are apart, {label} and {other} (line {first})"
                return InputError(why, path=path, line=number)
        where.setdefault(word.strip(), {})[label] = number
    raise AssertionError(path)  # asked only where there is one
