"""Bytes to text: encodings, and what is said of bytes that are no text."""

from __future__ import annotations

import codecs

import regex

from newskit.errors import InputError
from newskit.formats.signatures import marked_as, other_format, wide_encoding

_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
"""Encodings whose byte order is said, and that leave a mark in the text."""
_UNDECODED = regex.compile(r"[\udc80-\udcff]")


class NoTextError(InputError):
    """A file that is none of text, no line of which can be read."""


def check_encoding(encoding: str) -> None:
    """Raise ``InputError`` for a name that is no text encoding."""
    try:
        codecs.lookup(encoding)
        "x".encode(encoding)
    except (LookupError, TypeError, ValueError):
        msg = f"no text encoding is named {encoding!r}; some are utf-8, utf-16, windows-1252"
        raise InputError(msg, field="encoding") from None


def can_be_cut(encoding: str) -> bool:
    """Tell whether lines can be cut before they are decoded, as in UTF-8 and its elders; not in UTF-16."""
    return "\n".encode(encoding) == b"\n"


def is_utf_8(encoding: str) -> bool:
    """Tell whether an encoding is UTF-8, by whatever name."""
    return codecs.lookup(encoding).name == "utf-8"


def decode(raw: bytes, encoding: str, *, offset: int = 0) -> str:
    """Decode bytes that stand at an offset of a file, without a byte order mark.

    Raises ``InputError`` that says which byte is wrong, and ``NoTextError`` where the file is none of text or in an
    encoding of two or four bytes that was not named.
    """
    if offset == 0:
        check_head(raw, encoding)
    bare = raw.removeprefix(codecs.BOM_UTF8) if offset == 0 and is_utf_8(encoding) else raw
    try:
        text = bare.decode(encoding)
    except UnicodeDecodeError as exc:
        if offset == 0 and b"\0" in raw and can_be_cut(encoding):
            raise NoTextError("no text: the file holds NUL bytes, as programs and pictures do") from None
        place = offset + len(raw) - len(bare) + exc.start
        msg = f"not {_named(encoding)}: byte 0x{exc.object[exc.start]:02x} at byte offset {place}; name its encoding, "
        raise InputError(f"{msg}as in --encoding windows-1252") from None
    except UnicodeError as exc:
        raise InputError(f"not {encoding}: {exc}") from None
    return text.removeprefix("\ufeff") if offset == 0 and codecs.lookup(encoding).name in _WIDE else text


def _named(encoding: str) -> str:
    return "UTF-8" if is_utf_8(encoding) else encoding


def no_encoding(text: str, encoding: str) -> None:
    """Raise ``InputError`` for a text in which surrogates stand for bytes that could not be decoded."""
    found = None if text.isascii() else _UNDECODED.search(text)
    if found:
        byte = ord(found[0]) - 0xDC00
        raise InputError(f"not {_named(encoding)}: byte 0x{byte:02x}; name its encoding, as in --encoding windows-1252")


def check_head(raw: bytes, encoding: str = "utf-8") -> None:
    """Raise ``NoTextError`` for a file that begins as another format does, or in UTF-16 or UTF-32 where it is not said.

    ``raw`` is the file, or at least its first line.
    """
    what = other_format(raw)
    if what:
        raise NoTextError(f"no text: the file is {what}")
    wide = wide_encoding(raw) if can_be_cut(encoding) else None
    if wide:
        # Of a file with a mark the first byte is wrong in UTF-8; without one, Latin letters pass with NUL between them.
        place = f"byte 0x{raw[0]:02x} at byte offset 0" if marked_as(raw) else "NUL between the letters"
        name = wide[:6].upper()
        msg = f"not {_named(encoding)}: {place}; it is {name}: name its encoding, as in --encoding {wide}"
        raise NoTextError(msg)
