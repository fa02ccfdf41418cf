"""Where the pages of ``newskit view`` go: a file for each article, under a name that every system takes."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import regex

from newskit.document import Document
from newskit.errors import NewskitError, reason
from newskit.formats import to_html
from newskit.paths import is_file, is_folder, is_same, is_there
from newskit.whole_files import written_whole

_UNSAFE = regex.compile(r"[^\p{L}\p{M}\p{N}_-]++")
_RESERVED = regex.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", regex.IGNORECASE)
"""Names that Windows keeps for devices."""
_LONGEST = 80
_BYTES = 200
_OURS = b'<meta name="generator" content="newskit">'
PAGE_ENDS = (".html", ".htm")
"""How the name of a page ends."""


def safe_name(id_: str) -> str:
    """Return a name for the file of an article, without an ending: letters, digits, ``-`` and ``_`` of its id.

    Of a path or an address the last part counts. The name never begins with ``-``, is never empty, and no device's.
    """
    last = id_.replace("\\", "/").rstrip("/").rpartition("/")[2]
    stem, dot, ending = last.rpartition(".")
    if dot and stem and len(ending) <= len("jsonl"):
        last = stem
    name = _UNSAFE.sub("-", last)[:_LONGEST].strip("-")
    name = name.encode("utf-8", "ignore")[:_BYTES].decode("utf-8", "ignore")
    return f"article-{name}" if _RESERVED.fullmatch(name) else name or "article"


def check_not_read(path: Path, inputs: Iterable[str | Path]) -> None:
    """Raise ``NewskitError`` for a file to write that is one of those that are read."""
    if is_there(path) and any(is_same(path, each) for each in inputs):
        raise NewskitError(f"{path} is read, and would be replaced")


class Pages:
    """Writes pages: into a folder by the names of articles, or one into a file.

    In a folder a file that is there is replaced where newskit wrote it; another, as the page of a site, is left alone
    and the new one gets a number.
    """

    def __init__(self, out: Path | None, inputs: Iterable[str]) -> None:
        self._file = out if out and out.suffix.lower() in PAGE_ENDS and not is_folder(out) else None
        self._folder = out or Path()
        self._taken: set[str] = set()
        self.written: list[Path] = []
        if self._file:
            check_not_read(self._file, inputs)

    def write(self, document: Document) -> Path:
        """Write the page of a document and return where; raises ``NewskitError`` for a second page of one file."""
        if self._file and self.written:
            raise NewskitError(f"{self._file} holds one page and there are more articles: give -o a folder")
        path = self._file or self._free(safe_name(document.article.id or "article"))
        page = to_html(document).encode("utf-8")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with written_whole(path) as file:
                file.write(page)
        except OSError as exc:
            raise NewskitError(f"{path}: cannot be written: {reason(exc)}") from None
        self.written.append(path)
        return path

    def _free(self, stem: str) -> Path:
        number, name = 1, stem
        while name.casefold() in self._taken or not _replaceable(self._folder / f"{name}.html"):
            number += 1
            name = f"{stem}-{number}"
        self._taken.add(name.casefold())
        return self._folder / f"{name}.html"


def _replaceable(path: Path) -> bool:
    """Tell whether a file may be written: there is none, or one that newskit wrote.

    Where that cannot be known, as in a folder that is none, it may: writing says then what is wrong, and another number
    behind the name would not help.
    """
    try:
        if not is_file(path):  # what else is there, as a pipe, may never give a byte
            return not os.path.lexists(path)
        with path.open("rb") as file:
            return _OURS in file.read(1000)
    except OSError:
        return not os.path.lexists(path)
