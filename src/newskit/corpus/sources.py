"""The files of a run's inputs, in an order that depends on names alone, and whether they are still as they were."""

from __future__ import annotations

import errno
import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import IO

from attrs import define, evolve, field, frozen

from newskit.errors import InputError
from newskit.formats.files import Form, form_of
from newskit.formats.read import unreadable
from newskit.paths import is_folder, real

_BLOCK, _BLOCKS = 16 * 1024, 16
_SUFFIXES_TOLD, _NAMES_TOLD = 5, 5
COST_OF_A_FILE = 1024
"""What a file weighs beside its bytes, so that a million empty files are no single shard."""
_UNPACKED = 3
"""How many bytes of text about a byte of a packed file holds."""


class LeftError(InputError):
    """What keeps an input from being read now, though perhaps not later: its shard is not done, and left to do.

    ``changed`` tells a file that was edited from one that is away.
    """

    changed = False


def left(exc: OSError, path: str) -> LeftError:
    """Return the error for a file that is missing, or that the system does not let us read."""
    return LeftError(unreadable(exc, path).message, path=path)


def other_than_listed(path: str) -> LeftError:
    """Return the error for a file that was edited after it was listed."""
    error = LeftError("it has changed since the run began", path=path)
    error.changed = True
    return error


@frozen
class Source:
    """A file, what it holds, and how it was when it was listed.

    ``size`` is in bytes, ``mtime_ns`` when it was last written, ``digest`` that of its bytes, or of 16 samples of a
    file over 256 KiB; None where the file could not be read.
    """

    path: str
    form: Form
    size: int = 0
    mtime_ns: int = 0
    digest: str | None = None

    @classmethod
    def listed(cls, path: str, form: Form) -> Source:
        """Return a file as it is; one that cannot be read has no digest."""
        try:
            with opened(Path(path)) as file:
                found = os.fstat(file.fileno())
                return cls(path, form, found.st_size, found.st_mtime_ns, _digest(file, found.st_size))
        except OSError:
            with suppress(OSError):
                return cls(path, form, Path(path).stat().st_size)
            return cls(path, form)

    @property
    def weight(self) -> int:
        """About how many bytes there are to read."""
        packed = self.form == "parquet" or self.path.lower().endswith(".gz")
        return self.size * (_UNPACKED if packed else 1) + COST_OF_A_FILE

    def read(self, folder: Path) -> bytes:
        """Return all of the file's bytes; raises ``LeftError`` where they are not those that were listed."""
        try:
            with opened(Path(folder, self.path)) as file:
                raw = file.read()
        except OSError as exc:
            raise left(exc, self.path) from None
        if len(raw) != self.size or _digest(BytesIO(raw), self.size) != self.digest:
            raise other_than_listed(self.path)
        return raw

    def check(self, folder: Path) -> None:
        """Raise ``LeftError`` where the file is missing, or is not the one that was listed."""
        try:
            if not self.looks_as_listed(Path(folder, self.path).stat()):
                with opened(Path(folder, self.path)) as file:
                    self.check_opened(file)
        except OSError as exc:
            raise left(exc, self.path) from None

    def check_opened(self, file: IO[bytes]) -> Source:
        """Return this with the time that the open file has here; raises ``LeftError`` where its bytes are others.

        The file stands afterwards where it stood before.
        """
        found = os.fstat(file.fileno())
        if self.looks_as_listed(found):
            return self
        place = file.tell()
        if found.st_size != self.size or _digest(file, self.size) != self.digest:
            raise other_than_listed(self.path)
        file.seek(place)
        return evolve(self, mtime_ns=found.st_mtime_ns)

    def looks_as_listed(self, found: os.stat_result) -> bool:
        """Tell whether size and time of a file are those that were listed, so that no byte needs to be read."""
        return self.digest is not None and (found.st_size, found.st_mtime_ns) == (self.size, self.mtime_ns)


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """Open a file to read it; a FIFO, a socket or a device raises ``OSError`` and is not waited for."""
    with open(path, "rb", opener=_at_once) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, "it is no regular file")
        yield file


def _at_once(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def described(mode: int) -> str | None:
    """Return what a file is that is no file in the usual sense; None for one that is."""
    kinds = (
        (stat.S_ISFIFO, "a FIFO"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
    )
    return next((name for test, name in kinds if test(mode)), None)


def _digest(file: IO[bytes], size: int) -> str:
    file.seek(0)
    if size <= _BLOCK * _BLOCKS:
        return blake2b(file.read(), digest_size=16).hexdigest()
    digest = blake2b(digest_size=16)
    for place in range(_BLOCKS):
        file.seek((size - _BLOCK) * place // (_BLOCKS - 1))
        digest.update(file.read(_BLOCK))
    return digest.hexdigest()


@define
class Names:
    """How many names there are, and the first few of them."""

    _few: int
    count: int = 0
    _first: list[str] = field(factory=list)

    def add(self, name: str) -> None:
        """Count a name."""
        self.count += 1
        if self.count <= self._few:
            self._first.append(name)

    def __str__(self) -> str:
        more = self.count - len(self._first)
        return ", ".join(self._first) + (f" and {more:,} more" if more else "")


@define
class PassedOver:
    """What was not read of one folder: how many names, and the first few, each with the reason where it needs one."""

    folder: str
    names: Names = field(factory=lambda: Names(_NAMES_TOLD))
    suffixes: Counter[str] = field(factory=Counter)

    def add(self, path: str, why: str | None = None) -> None:
        """Count a name."""
        self.names.add(f"{path} ({why})" if why else path)
        if not why:
            self.suffixes[Path(path).suffix.lower() or "no suffix"] += 1

    def __str__(self) -> str:
        advice = "; --input-format says what files are" if self.suffixes else ""
        return f"{self.folder}: {self.names.count:,} passed over: {self.names}{advice}"

    def nothing(self) -> InputError:
        """Return the error for a folder of which nothing is left to read."""
        if not self.names.count:
            return InputError("nothing to read: there are no files", path=self.folder)
        if not self.suffixes:
            return InputError(f"nothing to read: passed over {self.names}", path=self.folder)
        number = self.suffixes.total()
        kinds = ", ".join(sorted(self.suffixes)[:_SUFFIXES_TOLD]) + (
            ", …" if len(self.suffixes) > _SUFFIXES_TOLD else ""
        )
        told = f"{number:,} file{'s' if number > 1 else ''} passed over ({kinds})"
        return InputError(f"nothing to read: {told}; --input-format says what they are", path=self.folder)


@define
class Walk:
    """The files of a run's inputs, those of a folder sorted by name, its own before its folders'.

    What a file holds is said by its suffix, or by ``form``. A file given by its own name is text where its suffix says
    nothing; in a folder such a file is passed over, and so are names that begin with a dot or an underscore, what is no
    regular file, and a link to a folder that is read already or that leads back. Other links are followed.
    """

    inputs: tuple[str, ...]
    form: Form | None = None
    passed_over: list[PassedOver] = field(init=False)
    _given: frozenset[Path] = field(init=False)
    _roots: list[Path] = field(init=False)

    def __iter__(self) -> Iterator[tuple[int, Source | InputError]]:
        """Yield the number of the input, from 0, and a file of it, or the error for a folder that cannot be listed."""
        self._given = frozenset(map(real, self.inputs))
        self._roots = [path for path in self._given if is_folder(path)]
        self.passed_over = [PassedOver(each) for each in self.inputs]
        for number, given in enumerate(self.inputs):
            if is_folder(given):
                for found in self._in_folder(given, self.passed_over[number]):
                    yield number, found
            else:
                yield number, Source.listed(given, self.form or form_of(given) or "text")

    def _in_folder(self, given: str, passed: PassedOver) -> Iterator[Source | InputError]:
        errors: list[OSError] = []
        for place, folders, files in os.walk(given, onerror=errors.append, followlinks=True):
            folders[:] = [name for name in sorted(folders) if self._enters(Path(place, name), passed)]
            for name in sorted(files):
                form = self._form(Path(place, name), passed)
                if form:
                    yield Source.listed(str(Path(place, name)), form)
            while errors:
                yield _unlisted(errors.pop())
        yield from map(_unlisted, errors)

    def _enters(self, path: Path, passed: PassedOver) -> bool:
        if not _is_input(path.name):
            passed.add(str(path), "hidden")
            return False
        if path.is_symlink():
            target = real(path)
            if any(target.is_relative_to(root) or root.is_relative_to(target) for root in self._roots):
                passed.add(str(path), "a link to a folder that is read already, or around it")
                return False
            self._roots.append(target)
        return True

    def _form(self, path: Path, passed: PassedOver) -> Form | None:
        """Return what a file of a folder holds; None where it is passed over."""
        form, why = self.form or form_of(path.name), None
        if not _is_input(path.name):
            why = "hidden"
        elif form:
            why = _no_file(path)
        if form and not why:
            return form
        if len(self._given) == 1 or real(path) not in self._given:
            passed.add(str(path), why)
        return None


def _no_file(path: Path) -> str | None:
    try:
        return described(path.stat().st_mode)
    except OSError:
        return None


def _unlisted(exc: OSError) -> InputError:
    return unreadable(exc, str(exc.filename))


def _is_input(name: str) -> bool:
    return not name.startswith((".", "_"))


def distinct(inputs: Iterable[str], form: Form | None = None) -> tuple[str, ...]:
    """Return inputs without those that others read too: a path given again, and what is in a folder that is given."""
    given = {each: real(each) for each in inputs}
    folders = {path for path in given.values() if is_folder(path)}
    first: dict[Path, str] = {}
    for each, path in given.items():
        if not any(folder in folders and _lists(folder, path, form) for folder in path.parents):
            first.setdefault(path, each)
    return tuple(first.values())


def _lists(folder: Path, path: Path, form: Form | None) -> bool:
    readable = form or form_of(path.name) or is_folder(path)
    return bool(readable) and all(map(_is_input, path.relative_to(folder).parts))
