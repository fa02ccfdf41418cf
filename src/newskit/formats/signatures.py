"""How files begin that are mistaken for text: other formats, and text in encodings of two or four bytes."""

from __future__ import annotations

import codecs
from collections.abc import Mapping

import regex

_SAVE = "save it as plain text"
_UNPACK = "unpack it first"
_NO_WORDS = "it holds no text that newskit reads"
_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x1f\x8b", "packed with gzip; newskit unpacks what is named .jsonl.gz, all else gunzip does"),
    (0, b"PAR1\x15", "Parquet; name it .parquet, or say --input-format parquet"),
    (0, b"PAR1", "Parquet; name it .parquet, or say --input-format parquet"),
    (0, b"%PDF-", f"a PDF; {_SAVE}, as pdftotext does"),
    (0, b"{\\rtf", f"rich text (RTF); {_SAVE}"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", f"an old office document, as .doc is; {_SAVE}"),
    (0, b"%!PS-Adobe", f"PostScript; {_SAVE}"),
    (0, b"AT&TFORM", f"DjVu; {_SAVE}"),
    (60, b"BOOKMOBI", f"a Kindle book; {_SAVE}"),
    (0, b"bplist00", f"a property list or web archive of macOS; {_SAVE}"),
    (0, b"BZh91AY&SY", f"packed with bzip2; {_UNPACK}"),
    (0, b"\xfd7zXZ\0", f"packed with xz; {_UNPACK}"),
    (0, b"\x28\xb5\x2f\xfd", f"packed with zstd; {_UNPACK}"),
    (0, b"\x04\x22\x4d\x18", f"packed with lz4; {_UNPACK}"),
    (0, b"7z\xbc\xaf\x27\x1c", f"a 7z archive; {_UNPACK}"),
    (0, b"Rar!\x1a\x07", f"a RAR archive; {_UNPACK}"),
    (257, b"ustar", f"a tar archive; {_UNPACK}"),
    (0, b"ARROW1\0\0", "Arrow; write it as Parquet"),
    (0, b"FEA1", "Feather; write it as Parquet"),
    (0, b"Obj\x01", "Avro; write it as Parquet or JSON Lines"),
    (0, b"SQLite format 3\0", "an SQLite database; write it as JSON Lines or CSV"),
    (0, b"\x89HDF\r\n", "HDF5; write it as Parquet"),
    (0, b"\x89PNG\r\n", f"a picture (PNG); {_NO_WORDS}"),
    (0, b"\xff\xd8\xff", f"a picture (JPEG); {_NO_WORDS}"),
    (0, b"GIF87a", f"a picture (GIF); {_NO_WORDS}"),
    (0, b"GIF89a", f"a picture (GIF); {_NO_WORDS}"),
    (0, b"II*\0", f"a picture (TIFF); {_NO_WORDS}"),
    (0, b"MM\0*", f"a picture (TIFF); {_NO_WORDS}"),
    (8, b"WEBPVP8", f"a picture (WebP); {_NO_WORDS}"),
    (4, b"ftyp", f"a film or picture (MP4, HEIC); {_NO_WORDS}"),
    (0, b"OggS\0", f"a sound file (Ogg); {_NO_WORDS}"),
    (0, b"fLaC\0", f"a sound file (FLAC); {_NO_WORDS}"),
    (0, b"ID3\x03", f"a sound file (MP3); {_NO_WORDS}"),
    (0, b"ID3\x04", f"a sound file (MP3); {_NO_WORDS}"),
)
"""Where they stand, the bytes, and what the file is and what to do with it; from the formats' specifications.

None goes beyond a line feed, since of many articles in a file the first line is what is seen.
"""
_ZIP = b"PK\x03\x04"
_IN_ZIP: Mapping[bytes, str] = {
    b"application/epub+zip": "an EPUB book",
    b"application/vnd.oasis.opendocument": "an OpenDocument file",
    b"word/": "a Word document (.docx)",
    b"xl/": "an Excel workbook (.xlsx)",
    b"ppt/": "a PowerPoint file (.pptx)",
    b"[Content_Types].xml": "an office document",
}
_HEAD = 4096
"""How many bytes are looked at."""
_MARKS = (  # that of UTF-16 begins that of UTF-32
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MOST, _SOME, _FEW = 0.9, 0.1, 0.01
_LONG = 64
"""Bytes from which on letters of other scripts than Latin tell a text, too."""
_NEVER = regex.compile(r"[^\P{Cc}\t\n\r]|[\p{Cn}\p{Co}]")
_LATIN = regex.compile(r"[\t\n\r\x20-\u024f\u2000-\u22ff]")


def other_format(raw: bytes) -> str | None:
    """Return what a file is and what to do with it, where its first bytes are those of a format that is no text."""
    if raw.startswith(_ZIP):
        head = raw[:_HEAD]
        what = next((what for name, what in _IN_ZIP.items() if name in head), "")
        return f"a zip archive that holds {what}; {_SAVE}" if what else f"a zip archive; {_UNPACK}"
    return next((what for place, sign, what in _SIGNATURES if raw.startswith(sign, place)), None)


def marked_as(raw: bytes) -> str | None:
    """Return the encoding of two or four bytes that a byte order mark states."""
    return next((name for mark, name in _MARKS if raw.startswith(mark)), None)


def wide_encoding(raw: bytes) -> str | None:
    """Return the encoding of two or four bytes that a text is in, by its mark or by where its NUL bytes stand.

    In UTF-16 every second byte of a Latin letter, a space and a line end is NUL, in UTF-32 two or three of four.
    """
    marked = marked_as(raw)
    if marked:
        return marked
    head = raw[:_HEAD]
    if len(head) < 4 or 0 not in head:  # noqa: PLR2004 - bytes of a character in UTF-32
        return None
    encoding = _by_nul(head)
    return encoding if encoding and _is_text(head, encoding) else None


def _by_nul(head: bytes) -> str | None:
    first, second, third, fourth = (head[place::4].count(0) / len(head[place::4]) for place in range(4))
    even, odd = (head[place::2].count(0) / len(head[place::2]) for place in range(2))
    found = {
        "utf-32-le": min(third, fourth) >= _MOST and first <= _FEW,
        "utf-32-be": min(first, second) >= _MOST and fourth <= _FEW,
        "utf-16-le": odd >= _SOME and even <= _FEW,
        "utf-16-be": even >= _SOME and odd <= _FEW,
    }
    return next((name for name, fits in found.items() if fits), None)


def _is_text(head: bytes, encoding: str) -> bool:
    text = head.decode(encoding, errors="ignore")
    if not text or _NEVER.search(text):
        return False
    return len(head) >= _LONG or len(_LATIN.findall(text)) >= _MOST * len(text)
