"""Files that are there as a whole or not at all, whatever ends the program that writes them."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path
from typing import IO

from newskit.paths import is_there


@contextmanager
def written_whole(path: Path, *, replace: bool = True) -> Iterator[IO[bytes]]:
    """Open a file that has its name only when all of it is on the disk; an error leaves nothing behind.

    Raises ``FileExistsError`` where it is not to ``replace`` a file that is there at the end. Of a process that is
    killed a hidden file stays behind, which the next one to write the same file removes.
    """
    temporary = path.with_name(f".{path.name}.{uuid.uuid4().hex}.tmp")
    try:
        with temporary.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        (_rename if replace else _name)(temporary, path)
    except BaseException as exc:
        with suppress(OSError):  # a name that was too long to begin with, say
            temporary.unlink(missing_ok=True)
        if isinstance(exc, OSError) and exc.filename == str(temporary):
            exc.filename = str(path)  # which people know
        raise
    for leftover in path.parent.glob(f".{escape(path.name)}.*.tmp"):
        leftover.unlink(missing_ok=True)
    sync_folder(path.parent)


def _rename(temporary: Path, path: Path) -> None:
    try:
        temporary.replace(path)
    except FileNotFoundError:
        # A second run in the same folder has finished the same file, with the same bytes, and tidied up.
        if not is_there(path):
            raise


def _name(temporary: Path, path: Path) -> None:
    """Give a file its name unless there is one of that name, in one step."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except FileNotFoundError:  # as above, by one that wrote the same file at the same time
        raise FileExistsError(path) from None
    except OSError:  # a file system without links: the name is claimed first, and filled in a moment later
        with path.open("xb") as file:
            file.write(temporary.read_bytes())
            file.flush()
            os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Bring a folder's names to the disk."""
    if os.name == "posix":  # elsewhere a folder cannot be opened, and a rename needs no more
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
