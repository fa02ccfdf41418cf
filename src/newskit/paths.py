"""What is at a path, and texts that are paths by mistake.

The questions of ``pathlib`` raise where a folder may not be entered or a name is too long, as a text is in the place of
a path; these do not, or say it as newskit says all of its errors.
"""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Iterable
from typing import TYPE_CHECKING

from newskit.errors import InputError, InputWarning, reason

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST = 255
"""Characters of a text that is asked about: no name of a file is longer on common systems, and hardly any path."""


def is_there(path: str | Path) -> bool:
    """Tell whether a file or a folder is there; raises ``InputError`` where the system does not let it be known."""
    try:
        os.stat(path)  # noqa: PTH116 - Path's is the same
    except (FileNotFoundError, NotADirectoryError, ValueError):  # the last for a NUL
        return False
    except OSError as exc:
        raise InputError(f"cannot be read: {reason(exc)}", path=str(path)) from None
    return True


def is_folder(path: str | Path) -> bool:
    """Tell whether a folder is there, as far as can be known."""
    return os.path.isdir(path)  # noqa: PTH112 - Path raises


def is_file(path: str | Path) -> bool:
    """Tell whether a file is there, as far as can be known."""
    return os.path.isfile(path)  # noqa: PTH113 - Path raises


def inside(folder: Path) -> list[Path]:
    """Return what is in a folder, by name; raises ``InputError`` where it cannot be listed."""
    try:
        return sorted(folder.iterdir())
    except OSError as exc:
        raise InputError(f"cannot be read: {reason(exc)}", path=str(folder)) from None


def is_same(path: str | Path, other: str | Path) -> bool:
    """Tell whether two paths are one file that is there, as far as can be known."""
    try:
        return os.path.samefile(path, other)  # noqa: PTH121 - Path's is the same
    except (OSError, ValueError):  # the latter for a NUL
        return False


def several_paths(given: Iterable[str | os.PathLike[str]], field: str) -> tuple[str, ...]:
    """Return paths as strings; raises ``InputError`` for a single one, and for an empty one: it is the folder here."""
    if isinstance(given, (str, os.PathLike)):
        raise InputError(f"expected a list of paths, got {given!r}", field=field)
    paths = tuple(os.fspath(each) for each in given)
    if "" in paths:
        raise InputError("expected paths, got an empty one", field=field)
    return paths


def real(path: str | Path) -> Path:
    """Return where a path leads through links; one that leads back to itself stays as it is."""
    from pathlib import Path  # noqa: PLC0415 - a thirtieth of newskit's import time, for the commands

    return Path(os.path.realpath(path))  # Path.resolve raises for such a link before Python 3.13


def warn_of_path(text: object) -> None:
    """Give an ``InputWarning`` for a text of one line that is the path of a file; the file is not opened.

    The warning is that of the line which called newskit. It changes no answer.
    """
    if not isinstance(text, str) or len(text) > _LONGEST or "\n" in text or not is_file(text):
        return
    depth, frame = 1, sys._getframe(1)  # noqa: SLF001 - as warnings itself finds the caller
    while frame.f_back and frame.f_globals.get("__name__", "").partition(".")[0] == "newskit":
        depth, frame = depth + 1, frame.f_back
    message = f"the text {text!r} is the path of a file, which is not read; newskit.formats.read_articles reads files"
    warnings.warn(message, InputWarning, stacklevel=depth + 1)
