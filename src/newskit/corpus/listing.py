"""The listing of a run: its files as they were when it began, and the shard that each belongs to.

It is written once, beside the manifest, and every start of the run cuts from it: what is away for a while or was edited
moves no other file into another shard. It has a line a file, in the order of the walk, and is never held in memory.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from itertools import groupby
from pathlib import Path
from typing import IO, Any

from attrs import define, evolve, field, frozen

from newskit.corpus.sources import COST_OF_A_FILE, Source, Walk
from newskit.errors import InputError
from newskit.formats.files import Form, need
from newskit.paths import is_same

SHARDS_AT_LEAST = 64
"""Into how many shards a corpus is cut if it is not tiny, so that each of a machine's workers has several."""
_LEAST_BYTES = 16 * 1024
"""What a shard reads at least, if nobody asks for less: some articles."""


@frozen
class Entry:
    """A line of the listing: the number of the input, a file of it, and its group.

    A group is a file that is ``cut`` into shards, or the files of one shard; groups count from 0. In the place of a
    folder that could not be listed stands the error.
    """

    input: int
    source: Source | InputError
    group: int = 0
    cut: bool = False

    def line(self) -> str:
        """Return the line that is read again by ``of``."""
        record: dict[str, object] = {"input": self.input, "group": self.group}
        if isinstance(self.source, Source):
            source = self.source
            record |= {"path": source.path, "form": source.form, "size": source.size, "mtime_ns": source.mtime_ns}
            record |= {"digest": source.digest, "cut": self.cut}
        else:
            record |= {"path": self.source.path, "error": self.source.message}
        return json.dumps(record, separators=(",", ":")) + "\n"

    @classmethod
    def of(cls, line: str) -> Entry:
        """Read a line."""
        record: dict[str, Any] = json.loads(line)
        number, group, path = record["input"], record["group"], record["path"]
        if "error" in record:
            return cls(number, InputError(record["error"], path=path), group)
        source = Source(path, record["form"], record["size"], record["mtime_ns"], record["digest"])
        return cls(number, source, group, record["cut"])


@define
class Fingerprint:
    """What one input was when a run began: how many files and bytes, and a digest of names, sizes and digests."""

    path: str
    files: int = 0
    bytes: int = 0
    _digest: blake2b = field(factory=lambda: blake2b(digest_size=16))

    def add(self, source: Source | InputError) -> None:
        """Take in a file, or what stands for one."""
        if isinstance(source, InputError):
            self._digest.update(str(source).encode(errors="surrogateescape"))
            return
        self.files += 1
        self.bytes += source.size
        name = os.path.relpath(source.path, self.path)
        self._digest.update(f"{name}\0{source.size}\0{source.digest}\0".encode(errors="surrogateescape"))

    def as_record(self) -> dict[str, object]:
        """Return what the manifest keeps."""
        return {"path": self.path, "files": self.files, "bytes": self.bytes, "digest": self._digest.hexdigest()}


@define
class Found:
    """The files that are there now, listed in a file without a name, with what there is to say of each input."""

    walk: Walk
    prints: tuple[Fingerprint, ...]
    weight: int
    _file: IO[str]

    def __iter__(self) -> Iterator[Entry]:
        """Yield the files in the order of the walk, all in group 0."""
        self._file.seek(0)
        return map(Entry.of, self._file)

    def check_not_empty(self) -> None:
        """Raise ``InputError`` for a folder with nothing to read."""
        there = {entry.input for entry in self}
        for number, passed in enumerate(self.walk.passed_over):
            if number not in there:
                raise passed.nothing()


@contextmanager
def find(inputs: tuple[str, ...], form: Form | None = None, *, metadata: str | None = None) -> Iterator[Found]:
    """List the files of inputs but for that of the ``metadata``.

    Raises ``MissingExtraError`` where one needs a package that is not installed.
    """
    walk, prints, weight = Walk(inputs, form), tuple(map(Fingerprint, inputs)), 0
    forms: set[Form] = set()
    with tempfile.TemporaryFile("w+", encoding="ascii") as file:
        for number, source in walk:
            if metadata and _is_same(source.path or "", metadata):
                continue
            if isinstance(source, Source):
                weight += source.weight
                if source.form not in forms:
                    need(source.form, source.path)
                    forms.add(source.form)
            prints[number].add(source)
            file.write(Entry(number, source).line())
        yield Found(walk, prints, weight, file)


def _is_same(path: str, other: str) -> bool:
    return Path(path).name == Path(other).name and is_same(path, other)  # names alone cost nothing


def bytes_of_a_shard(shard_bytes: int, weight: int) -> int:
    """Return about how much a shard reads: what the user says, or less, so that there are enough shards to share.

    It depends on the inputs alone, not on the number of workers, so that all machines of a run cut alike.
    """
    return min(shard_bytes, max(weight // SHARDS_AT_LEAST, _LEAST_BYTES))


def grouped(entries: Iterable[Entry], size: int, can_be_cut: Callable[[Source], bool]) -> Iterator[Entry]:
    """Give each file its group: its own where it holds more than ``size`` bytes and can be cut, else a shared one."""
    group, filled = 0, 0
    for entry in entries:
        source = entry.source
        weight = source.weight if isinstance(source, Source) else COST_OF_A_FILE
        if isinstance(source, Source) and weight - COST_OF_A_FILE > size and can_be_cut(source):
            group += filled > 0
            yield evolve(entry, group=group, cut=True)
            group, filled = group + 1, 0
            continue
        yield evolve(entry, group=group)
        filled += weight
        if filled >= size:
            group, filled = group + 1, 0


def read_listing(path: Path) -> Iterator[Entry]:
    """Yield the entries of a listing."""
    with path.open(encoding="ascii") as file:
        yield from map(Entry.of, file)


def groups(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Yield the entries of each group."""
    for _, members in groupby(entries, key=lambda entry: entry.group):
        yield list(members)


@frozen
class Difference:
    """A file that was listed otherwise than it is found now, or was not listed at all."""

    source: Source
    listed: Entry | None


def differences(listed: Iterable[Entry], found: Iterable[Entry], inputs: tuple[str, ...]) -> Iterator[Difference]:
    """Yield the files that are there and not as they were listed, in the order of the walk.

    What is away makes no difference: shards that are done need it no more, and the others are left to do.
    """
    old, now = _files(listed, inputs), _files(found, inputs)
    before = next(old, None)
    for place, _, source in now:
        if source.digest is None:
            continue
        while before and before[0] < place:
            before = next(old, None)
        if not before or before[0] != place:
            yield Difference(source, None)
        elif (source.size, source.digest) != (before[2].size, before[2].digest):
            yield Difference(source, before[1])


_Place = tuple[int, tuple[tuple[bool, str], ...]]


def _files(entries: Iterable[Entry], inputs: tuple[str, ...]) -> Iterator[tuple[_Place, Entry, Source]]:
    for entry in entries:
        if isinstance(entry.source, Source):
            names = Path(entry.source.path).relative_to(inputs[entry.input]).parts
            last = len(names) - 1
            # A folder's own files come before its folders.
            place = tuple((number < last, name) for number, name in enumerate(names))
            yield (entry.input, place), entry, entry.source
