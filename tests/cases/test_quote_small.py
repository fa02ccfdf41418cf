"""Small inputs of the kinds that people report: who said what in a line or two."""

from __future__ import annotations

import pytest

import newskit

ESCAPED = [
    ("&quot;The well is dry,&quot; Rita Voss said.", ["The well is dry,"]),
    (
        "&ldquo;The well is dry,&rdquo; said Rita Voss. &ldquo;It was dry last year.&rdquo;",
        ["The well is dry,", "It was dry last year."],
    ),
    ("\\u201cThe well is dry,\\u201d Rita Voss said.", ["The well is dry,"]),
    ('\\"The well is dry,\\" Rita Voss said. \\"We dig.\\"', ["The well is dry,", "We dig."]),
    ("â€œThe well is dry,â€\x9d Rita Voss said.", ["The well is dry,"]),
    ("Rita Voss said it was &quot;dry&quot;. Tom Moe was away.", ["it was &quot;dry&quot;"]),
    ("&quot;The well is dry.&quot; Tom Moe was away.", []),
]


@pytest.mark.parametrize(("text", "content"), ESCAPED)
def test_escaped_marks_are_marks_and_no_part_of_a_quote(text: str, content: list[str]) -> None:
    quotes = newskit.extract(text).quotes
    assert [span.text for quote in quotes for span in quote.content] == content
    assert all(quote.speaker and quote.speaker.name == "Rita Voss" for quote in quotes)
