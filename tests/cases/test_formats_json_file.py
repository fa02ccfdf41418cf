"""Articles from JSON that is no JSON Lines."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path
from typing import IO, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit import Article, InputError
from newskit.formats import json_file, read_articles

A, B = {"text": 'He said "no [way}".', "id": "a"}, {"text": "Café \\", "id": "b", "tags": [["x"], {}]}
ARTICLES = [Article(A["text"], id="a"), Article(B["text"], id="b", meta={"tags": [["x"], {}]})]


def read(data: str | bytes, *, encoding: str = "utf-8") -> tuple[list[Article], list[InputError]]:
    raw = data.encode(encoding) if isinstance(data, str) else data
    found = [each for _, each in json_file.read_json(io.BytesIO(raw), path="a.json", encoding=encoding)]
    return [each for each in found if isinstance(each, Article)], [
        each for each in found if isinstance(each, InputError)
    ]


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([A, B]),
        json.dumps([A, B], indent=2, ensure_ascii=False),
        f"{json.dumps(A)}\n{json.dumps(B)}\n",
        f"{json.dumps(A, indent=1)}{json.dumps(B, indent=1)}",
        f"\ufeff [ {json.dumps(A)} ] [] [{json.dumps(B)}]\r\n",
    ],
    ids=["array", "indented", "lines", "one after the other", "arrays"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("at_once", [1, 7, 1 << 18])
def test_objects_and_arrays_of_them(text: str, encoding: str, at_once: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_file, "_AT_ONCE", at_once)
    assert read(text.removeprefix("\ufeff") if encoding == "utf-16" else text, encoding=encoding) == (ARTICLES, [])


def test_one_object_by_the_name_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"body": "one"}')
    assert list(read_articles(path, columns={"text": "body"})) == [Article("one", id=f"{path}:1")]
    packed = tmp_path / "a.json.gz"
    packed.write_bytes(gzip.compress(json.dumps([A, B]).encode()))
    assert list(read_articles(packed)) == ARTICLES


ONE, TWO = '{"text": "one"}', '{"text": "two"}'
WRONG: dict[str, tuple[str | bytes, list[str], list[tuple[int, str]]]] = {
    "empty": ("", [], [(1, "the file is empty")]),
    "nothing": ("[]", [], []),
    "no objects": (f'[{ONE}, 5, "[", {TWO}]', ["one", "two"], [(2, "expected a comma, got ', 5, \"[\",'")]),
    "no comma": (f"[{ONE} {TWO}]", ["one", "two"], [(2, "expected a comma, got ''")]),
    "a comma too many": (f"[{ONE},]", ["one"], [(2, "expected an object, got ','")]),
    "commas between objects": (f"{ONE},{TWO}", ["one", "two"], [(2, "expected an object, got ','")]),
    "an array in it": (f"[[{ONE}], {TWO}]", ["two"], [(1, "expected an object, got an array")]),
    "a broken object": (f'[{{"text" "x"}}, {TWO}]', ["two"], [(1, "no JSON: expecting ':' delimiter")]),
    "no text": (f'[{{"body": "x"}}, {TWO}]', ["two"], [(1, "field 'text': missing")]),
    "cut": (f'[{ONE}, {{"text": "tw', ["one"], [(2, "the file ends within an object")]),
    "no end": (f"[{ONE}", ["one"], [(2, "the file ends within an array")]),
    "something after it": (f"{ONE} x", ["one"], [(2, "expected an object, got 'x'")]),
    "no JSON": ("The pier is safe.", [], [(1, "expected an object, got 'The pier is safe.'")]),
    "deep": ("[" * 50_000, [], [(1, "the file ends within an object")]),
    "deep and closed": ("[" * 5000 + "]" * 5000, [], [(1, "nested too deep")]),
    "not UTF-8": (b'[{"text": "caf\xe9"}, {"text": "two"}]', ["two"], [(1, "not UTF-8: byte 0xe9; name its encoding")]),
}


@pytest.mark.parametrize(("data", "texts", "told"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_costs_itself(data: str | bytes, texts: list[str], told: list[tuple[int, str]]) -> None:
    articles, errors = read(data)
    assert [article.text for article in articles] == texts
    assert [error.line for error in errors] == [line for line, _ in told]
    for error, (_, message) in zip(errors, told, strict=True):
        assert message in str(error)


def test_what_does_not_end_is_not_kept_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_file, "LARGEST", 2**20)
    monkeypatch.setattr(json_file, "_AT_ONCE", 2**16)

    class Endless(io.RawIOBase):
        """A file without an end."""

        asked = 0

        def read(self, size: int = -1) -> bytes:
            self.asked += 1
            return b"x" * size if self.asked > 1 else b'[{"text": "one"}, {"text": "'

    file: IO[bytes] = Endless()  # type: ignore[assignment]  # as much of a file as is asked for
    *found, (number, error) = json_file.read_json(file, path="a.json", encoding="utf-8")
    assert len(found) == 1
    assert number == 2
    assert "an object does not end within" in str(error)


def test_each_character_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the size of the chunks, an object is not searched from its beginning again."""
    monkeypatch.setattr(json_file, "_AT_ONCE", 10)
    places: list[int] = []

    class Counting:
        """Counts what a pattern finds."""

        def __init__(self, pattern: Any) -> None:
            self._pattern = pattern

        def search(self, text: str, place: int) -> Any:
            assert len(text) <= 10
            places.append(place)
            return self._pattern.search(text, place)

    monkeypatch.setattr(json_file, "_OUTSIDE", Counting(json_file._OUTSIDE))
    monkeypatch.setattr(json_file, "_INSIDE", Counting(json_file._INSIDE))
    text = json.dumps({"text": "x" * 10_000, "list": [1] * 1000})
    assert len(read(text)[0]) == 1
    assert len(places) < len(text) / 10 + 20


@given(
    st.lists(st.dictionaries(st.text(max_size=3), st.text(max_size=5) | st.lists(st.text(max_size=3)), max_size=3)),
    st.sampled_from([{}, {"indent": 1}, {"ensure_ascii": False}]),
)
def test_an_array_is_cut_into_its_objects(records: list[dict[str, object]], style: dict[str, Any]) -> None:
    whole = json.dumps([{**record, "text": "x"} for record in records], **style)
    found = list(json_file._objects(iter(whole)))
    assert [json.loads(each) for each in found if isinstance(each, str)] == json.loads(whole)
