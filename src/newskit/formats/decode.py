"""Bytes to text: encodings, and what is said of bytes that are no text."""

from __future__ import annotations

import codecs

from newskit.errors import InputError

_UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HEADS = (
    (b"\x1f\x8b", "packed with gzip; newskit unpacks what is named .jsonl.gz, all else gunzip does"),
    (b"PAR1\x15", "Parquet; name it .parquet, or say --input-format parquet"),
    (b"PK\x03\x04", "a zip archive, as office documents are; save it as plain text"),
    (b"%PDF-", "a PDF; save it as plain text"),
)
"""How files begin that are mistaken for text, and what to do with them."""


class NoTextError(InputError):
    """A file that is none of text, no line of which can be read."""


def check_encoding(encoding: str) -> None:
    """Raise ``InputError`` for a name that is no text encoding."""
    try:
        codecs.lookup(encoding)
        "x".encode(encoding)
    except (LookupError, ValueError):
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

    Raises ``InputError`` that says which byte is wrong, and ``NoTextError`` where the file is none of text.
    """
    if offset == 0:
        check_head(raw)
    bare = raw.removeprefix(codecs.BOM_UTF8) if offset == 0 and is_utf_8(encoding) else raw
    try:
        return bare.decode(encoding)
    except UnicodeDecodeError as exc:
        if offset == 0 and b"\0" in raw and not raw.startswith(_UTF_16_MARKS):
            raise NoTextError("no text: the file holds NUL bytes, as programs and pictures do") from None
        place = offset + len(raw) - len(bare) + exc.start
        guess = "utf-16" if raw.startswith(_UTF_16_MARKS) else "windows-1252"
        name = "UTF-8" if is_utf_8(encoding) else encoding
        msg = f"not {name}: byte 0x{exc.object[exc.start]:02x} at byte offset {place}; name its encoding, "
        raise InputError(f"{msg}as in --encoding {guess}") from None
    except UnicodeError as exc:
        raise InputError(f"not {encoding}: {exc}") from None


def check_head(raw: bytes) -> None:
    """Raise ``NoTextError`` for a file that begins as one of those that are mistaken for text."""
    for head, what in _HEADS:
        if raw.startswith(head):
            raise NoTextError(f"no text: the file is {what}")
