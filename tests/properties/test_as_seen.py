"""What shows nothing in a text, and references in the place of characters, change no answer but its offsets."""

from __future__ import annotations

from typing import Any

import pytest
import regex
from conftest import FIRST_PARTY
from hypothesis import given
from hypothesis import strategies as st
from written import texts_of_tests

import newskit
from newskit.characters import as_seen
from newskit.formats import from_json, to_dict, to_json

_IN_WORD = regex.compile(r"(?<=[a-z])(?=[a-z])")
_AROUND = regex.compile(r"(?<=\S)(?=\s)|(?<=\s)(?=\S)|^|$")
_LETTER = regex.compile(r"(?=\p{L})[^\x00-\x7f]|[a-z]")
WRITTEN = [text for text in texts_of_tests() if len(text) < 5_000 and as_seen(text) == text]


@pytest.fixture(scope="module")
def kit() -> newskit.Kit:
    return newskit.Kit(plugins=FIRST_PARTY, block=(), strict=True)


def _without_places(found: Any) -> Any:
    if isinstance(found, dict):
        return {key: _without_places(value) for key, value in found.items() if key not in ("start", "end")}
    if isinstance(found, list):
        return [_without_places(each) for each in found]
    return as_seen(found) if isinstance(found, str) else found


@st.composite
def rewritten(draw: st.DrawFn, text: str, places: regex.Pattern[str], write: Any) -> str:
    """A text of which some places are written otherwise."""
    found = draw(st.sets(st.sampled_from(sorted({match.span() for match in places.finditer(text)})), min_size=1))
    for start, end in sorted(found, reverse=True):
        text = text[:start] + draw(write(text[start:end])) + text[end:]
    return text


WAYS = {
    "soft hyphens and zero widths in words": (_IN_WORD, lambda _: st.sampled_from("\u00ad\u200b\u2060\ufeff")),
    "what shows nothing beside spaces": (
        _AROUND,
        lambda _: st.text("\u200b\ufeff\u200e\u2060\u200d", min_size=1, max_size=3),
    ),
    "references for letters": (
        _LETTER,
        lambda letter: st.sampled_from((f"&#{ord(letter)};", f"&#x{ord(letter):X};", f"&#x{ord(letter):x};")),
    ),
}


@pytest.mark.parametrize("way", WAYS)
@given(data=st.data())
def test_what_a_reader_sees_is_what_is_read(kit: newskit.Kit, way: str, data: st.DataObject) -> None:
    places, write = WAYS[way]
    text = data.draw(st.sampled_from([text for text in WRITTEN if places.search(text)]))
    odd = data.draw(rewritten(text, places, write))
    assert as_seen(odd) == text
    found = kit.extract(odd)
    assert found.text == odd
    assert _without_places(to_dict(found)) == _without_places(to_dict(kit.extract(text)))
    assert from_json(to_json(found)).layers == found.layers
