"""The files of a run's inputs, in an order that depends on their names alone."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

from attrs import define, field, frozen

from newskit.errors import InputError
from newskit.formats.files import Form, form_of, need
from newskit.formats.read import unreadable

_BLOCK, _BLOCKS = 16 * 1024, 16
_SUFFIXES_TOLD = 5


@frozen
class Source:
    """A file, what it holds, and its size in bytes."""

    path: str
    form: Form
    size: int


def sources(given: str, form: Form | None = None) -> Iterator[Source | InputError]:
    """Yield the files of one input, a file or a folder, whose files come sorted by name, its own before its folders'.

    What a file holds is said by its suffix, or by ``form``. A file given by its own name is text where its suffix says
    nothing; in a folder such a file is passed over, as is every name that begins with a dot or an underscore. What
    cannot be listed is yielded as an error.
    """
    if Path(given).is_dir():
        yield from _in_folder(given, form)
    else:
        yield _source(given, form or form_of(given) or "text")


def _in_folder(folder: str, form: Form | None) -> Iterator[Source | InputError]:
    errors: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if _is_input(name))
        for name in sorted(files):
            found = form or form_of(name)
            if found and _is_input(name):
                yield _source(str(Path(place, name)), found)
        while errors:
            exc = errors.pop()
            yield unreadable(exc, str(exc.filename))
    for exc in errors:
        yield unreadable(exc, str(exc.filename))


def _is_input(name: str) -> bool:
    return not name.startswith((".", "_"))


def distinct(inputs: Iterable[str], form: Form | None = None) -> tuple[str, ...]:
    """Return inputs without those that others read too: a path given again, and what is in a folder that is given."""
    given = {each: Path(each).resolve() for each in inputs}
    folders = {path for path in given.values() if path.is_dir()}
    first: dict[Path, str] = {}
    for each, path in given.items():
        if not any(folder in folders and _lists(folder, path, form) for folder in path.parents):
            first.setdefault(path, each)
    return tuple(first.values())


def _lists(folder: Path, path: Path, form: Form | None) -> bool:
    readable = form or form_of(path.name) or path.is_dir()
    return bool(readable) and all(map(_is_input, path.relative_to(folder).parts))


def _nothing_in(folder: str) -> InputError:
    """Return the error for a folder of whose files none can be read."""
    suffixes: Counter[str] = Counter()
    for _, _, files in os.walk(folder):
        suffixes.update(Path(name).suffix.lower() or "no suffix" for name in files)
    if not suffixes:
        return InputError("nothing to read: there are no files", path=folder)
    number = suffixes.total()
    kinds = ", ".join(sorted(suffixes)[:_SUFFIXES_TOLD]) + (", …" if len(suffixes) > _SUFFIXES_TOLD else "")
    passed_over = f"{number:,} file{'s' if number > 1 else ''} passed over ({kinds})"
    return InputError(f"nothing to read: {passed_over}; --input-format says what they are", path=folder)


def _source(path: str, form: Form) -> Source | InputError:
    try:
        return Source(path, form, Path(path).stat().st_size)
    except OSError as exc:
        return unreadable(exc, path)


@define
class Fingerprint:
    """What one input was when a run began: how many files and bytes, and a digest of names, sizes and samples.

    Of a file of more than 256 KiB the digest has 16 blocks, evenly spread, so that a terabyte is known in moments:
    bytes changed in place between two blocks, and nowhere else, are not seen.
    """

    path: str
    files: int = 0
    bytes: int = 0
    _digest: blake2b = field(factory=lambda: blake2b(digest_size=16))

    @classmethod
    def take(cls, given: str, form: Form | None = None) -> Fingerprint:
        """Take the fingerprint of one input.

        Raises ``InputError`` for a folder with nothing to read, and ``MissingExtraError`` where it has files that only
        a package reads that is not installed.
        """
        taken = cls(given)
        forms: set[Form | None] = set()
        for source in sources(given, form):
            found = source.form if isinstance(source, Source) else None
            if found and found not in forms:
                need(found)
            forms.add(found)
            taken._add(source)
        if not forms:
            raise _nothing_in(given)
        return taken

    def _add(self, source: Source | InputError) -> None:
        if isinstance(source, InputError):
            self._digest.update(str(source).encode(errors="surrogateescape"))
            return
        self.files += 1
        self.bytes += source.size
        self._digest.update(
            f"{os.path.relpath(source.path, self.path)}\0{source.size}\0".encode(errors="surrogateescape")
        )
        self._digest.update(_sample(source))

    def as_record(self) -> dict[str, object]:
        """Return what the manifest keeps."""
        return {"path": self.path, "files": self.files, "bytes": self.bytes, "digest": self._digest.hexdigest()}


def _sample(source: Source) -> bytes:
    try:
        with Path(source.path).open("rb") as file:
            if source.size <= _BLOCK * _BLOCKS:
                return blake2b(file.read(), digest_size=16).digest()
            digest = blake2b(digest_size=16)
            for place in range(_BLOCKS):
                file.seek((source.size - _BLOCK) * place // (_BLOCKS - 1))
                digest.update(file.read(_BLOCK))
            return digest.digest()
    except OSError as exc:
        return str(exc.strerror).encode()
