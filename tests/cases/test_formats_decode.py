"""Bytes that are no text, and text in encodings that nobody named."""

from __future__ import annotations

import codecs
import io
import zipfile
from pathlib import Path

import pytest

from newskit import InputError
from newskit.formats import read_articles, read_html
from newskit.formats.decode import NoTextError, decode
from newskit.formats.files import Form
from newskit.formats.signatures import other_format, wide_encoding

STORY = "The mayor said on Monday that the pier is safe. “It is,” she said. Café, naïve.\n" * 3


def zipped(*names: str, stored: bytes = b"") -> bytes:
    file = io.BytesIO()
    # A time of which a byte is that of a line feed.
    at = (2025, 2, 18, 1, 17, 20)
    with zipfile.ZipFile(file, "w") as archive:
        if stored:
            archive.writestr(zipfile.ZipInfo("mimetype", at), stored)
        for name in names:
            archive.writestr(zipfile.ZipInfo(name, at), "x")
    return file.getvalue()


OTHERS = {
    "RTF": (rb"{\rtf1\ansi The pier is safe.}", "rich text (RTF); save it as plain text"),
    "docx": (zipped("[Content_Types].xml", "_rels/.rels", "word/document.xml"), "a Word document (.docx); save it"),
    "xlsx": (zipped("[Content_Types].xml", "xl/workbook.xml"), "an Excel workbook"),
    "EPUB": (zipped("META-INF/container.xml", stored=b"application/epub+zip"), "an EPUB book"),
    "odt": (zipped("content.xml", stored=b"application/vnd.oasis.opendocument.text"), "an OpenDocument file"),
    "zip": (zipped("story.txt"), "a zip archive; unpack it first"),
    "doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "an old office document, as .doc is"),
    "xz": (b"\xfd7zXZ\0\0\x04", "packed with xz"),
    "tar": (b"story.txt" + bytes(248) + b"ustar\x0000", "a tar archive"),
    "PNG": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture (PNG)"),
    "SQLite": (b"SQLite format 3\0\x10\0", "an SQLite database"),
}


@pytest.mark.parametrize(("data", "what"), OTHERS.values(), ids=OTHERS)
@pytest.mark.parametrize("form", ["text", "jsonl", "html"])
def test_another_format_is_refused_with_what_to_do(tmp_path: Path, data: bytes, what: str, form: Form) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(data)
    errors: list[InputError] = []
    assert list(read_articles(path, input_format=form, on_error=errors.append)) == []
    assert len(errors) == 1
    assert str(errors[0]).startswith(f"{path}: no text: the file is ")
    assert what in str(errors[0])


@pytest.mark.parametrize(
    "text", ["Rarely has a pier been safe.", "IDs are cheap.", "BZh is a name", "{\\it x}", "PARIS - It rained.", ""]
)
def test_a_text_that_begins_like_one_is_text(text: str) -> None:
    assert other_format(text.encode()) is None
    assert decode(text.encode(), "utf-8") == text


WIDE = {
    "utf-16 with a mark": (STORY.encode("utf-16"), "utf-16"),
    "utf-16-be with a mark": (codecs.BOM_UTF16_BE + STORY.encode("utf-16-be"), "utf-16"),
    "utf-32 with a mark": (STORY.encode("utf-32"), "utf-32"),
    "utf-32-be with a mark": (codecs.BOM_UTF32_BE + STORY.encode("utf-32-be"), "utf-32"),
    **{each: (STORY.encode(each), each) for each in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")},
    "a word": ("pier".encode("utf-16-le"), "utf-16-le"),
    "Cyrillic": (("Мэр заявил, что пирс безопасен. " * 4).encode("utf-16-le"), "utf-16-le"),
}


@pytest.mark.parametrize(("data", "name"), WIDE.values(), ids=WIDE)
@pytest.mark.parametrize("asked", ["utf-8", "windows-1252"])
def test_utf_16_and_utf_32_are_told_and_read_by_the_name_that_is_told(data: bytes, name: str, asked: str) -> None:
    with pytest.raises(NoTextError, match=rf"it is {name[:6].upper()}: .* --encoding {name}$"):
        decode(data, asked)
    text = decode(data, name)
    assert text == data.decode(name).removeprefix("\ufeff")
    assert "\0" not in text


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_mark_is_no_part_of_the_text_where_the_byte_order_is_named_too(name: str) -> None:
    assert decode("\ufeffsafe".encode(name), name) == "safe"


@pytest.mark.parametrize("text", ["a\0b", "ab\0d", "\0\0\0\0", "one\0two\0three\0four", "a" * 80 + "\0", "ab\0d\0f"])
def test_a_text_with_nul_characters_is_text(text: str) -> None:
    assert wide_encoding(text.encode()) is None
    assert decode(text.encode(), "utf-8") == text


def test_lines_in_an_encoding_that_was_not_named_are_told_once(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes('{"text": "one"}\n{"text": "two"}\n'.encode("utf-16-le"))
    errors: list[InputError] = []
    assert list(read_articles(path, on_error=errors.append)) == []
    assert len(errors) == 1
    assert "it is UTF-16: name its encoding, as in --encoding utf-16-le" in str(errors[0])


@pytest.mark.parametrize("name", ["utf-16", "utf-16-le", "utf-32", "utf-32-be"])
def test_a_page_in_utf_16_or_utf_32_is_read(name: str) -> None:
    page = f"<html><body><article><h1>Pier safe</h1><p>{STORY}</p><p>{STORY}</p></article></body></html>"
    assert STORY.strip()[:40] in read_html(page.encode(name)).text
