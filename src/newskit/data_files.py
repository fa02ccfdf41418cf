"""The data files of packages, as editors save them: word lists, tables and rules."""

from __future__ import annotations

import codecs
import pkgutil

from newskit.errors import InputError


def read_data(package: str, name: str) -> bytes:
    """Return the bytes of a file in a package, without a byte order mark, its lines ended by line feeds.

    Raises ``FileNotFoundError`` where the package has no such file.
    """
    # pkgutil reads from zipped packages too and, unlike importlib.resources, costs no import time.
    data = pkgutil.get_data(package, name)
    if data is None:
        raise FileNotFoundError(f"{package} has no loader that reads {name}")
    data = data.removeprefix(codecs.BOM_UTF8)
    return data.replace(b"\r\n", b"\n") if b"\r" in data else data


def read_text(package: str, name: str) -> str:
    """Return what ``read_data`` does as text; raises ``InputError`` with file and line where it is not UTF-8."""
    data = read_data(package, name)
    try:
        return data.decode()
    except UnicodeDecodeError as exc:
        line = data.count(b"\n", 0, exc.start) + 1
        raise InputError("not saved as UTF-8", path=f"{package}/{name}", line=line) from None
