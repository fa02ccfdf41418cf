"""Any document as HTML, brat, Web Annotation and JSON-LD, read back by other means: nothing moves, nothing is lost."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from parsed import Page

from newskit import Document, Span
from newskit.bench.polnear import read_polnear
from newskit.formats import to_brat, to_html, to_json_ld, to_web_annotation
from newskit.formats.html.marks import Mark, element, marked, pieces
from newskit.testing.strategies import documents

HELD = re.compile(r"[\0\ud800-\udfff]")
BROKEN = "\t\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"


def places(spans: Iterable[Span]) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}


@given(documents(surrogates=True))
def test_html_shows_the_text_letter_for_letter(document: Document) -> None:
    page = Page(to_html(document), "article")
    assert page.text == HELD.sub("\ufffd", document.text)


@given(documents())
def test_html_marks_what_was_found_and_nothing_else(document: Document) -> None:
    page = Page(to_html(document), "article")
    for number, quote in enumerate(document.quotes, start=1):
        assert page.places("quote", f"{number} ") == places(quote.content)
    assert page.places("cue") == places(quote.cue for quote in document.quotes if quote.cue)
    assert page.places("source") == places(quote.source for quote in document.quotes if quote.source)
    assert page.places("title") == places(title.span for title in document.titles)
    assert page.places("date") == places(date.span for date in document.dates)
    for kind in ("person", "organization", "place", "group"):
        named = [entity for entity in document.entities if entity.kind == kind]
        mentions = (each.span for entity in named for each in (*entity.mentions, *entity.nominal_mentions))
        assert page.places(kind) == places(mentions)


@given(documents(), st.sampled_from(["", "one-"]))
def test_every_link_in_html_leads_somewhere(document: Document, prefix: str) -> None:
    page = Page(to_html(document, fragment=True, prefix=prefix), "article")
    assert len(page.ids) == len(set(page.ids))
    assert all(id_.startswith(prefix) for id_ in page.ids)
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    assert "script" not in page.tags


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=8))
def test_pieces_cover_the_text_once_and_know_what_covers_them(edges: list[tuple[int, int]]) -> None:
    ranges = [(min(each), max(each), place) for place, each in enumerate(edges)]
    cut = list(pieces(ranges, 20))
    assert [place for start, end, _ in cut for place in range(start, end)] == list(range(20))
    for start, end, covering in cut:
        assert covering == [item for low, high, item in ranges if low <= start and end <= high and low < high]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9), st.booleans()), max_size=8))
def test_marks_nest_however_they_cross(edges: list[tuple[int, int, bool]]) -> None:
    text = "a<b>&\r\n 'c"
    marks = [
        Mark(start, start + length, element("i", class_=f"n{place}"), href=f"#{place}" if linked else None)
        for place, (start, length, linked) in enumerate(edges)
        if start + length <= len(text)
    ]
    page = Page(f"<p>{marked(text, marks)}</p>", "p")
    assert page.text == text
    for mark in marks:
        (class_,) = re.findall(r"n\d+", mark.opening)
        assert page.places(class_) == set(range(mark.start, mark.end))


def bounds(standoff: str) -> dict[str, tuple[str, list[tuple[int, int]], str]]:
    """Read the text-bound lines as any program would: by lines, tabs, semicolons."""
    found = {}
    for line in standoff.splitlines():
        key, declared, *text = line.split("\t")
        if key.startswith("T"):
            type_, _, offsets = declared.partition(" ")
            pairs = [pair.split() for pair in offsets.split(";")]
            found[key] = type_, [(int(start), int(end)) for start, end in pairs], *text
    return found


@given(documents(surrogates=True))
def test_brat_lines_give_the_text_and_the_spans(document: Document) -> None:
    standoff = to_brat(document)
    found = bounds(standoff)
    for _, fragments, text in found.values():
        assert " ".join(document.text[start:end] for start, end in fragments) == text
    numbers = [line.partition("\t")[0] for line in standoff.splitlines() if line[0] != "*"]
    assert len(numbers) == len(set(numbers))
    for line in standoff.splitlines():
        assert set(re.findall(r"(?<=[ :])T\d+", line.split("\t")[1])) <= found.keys()

    def of(*types: str) -> list[set[int]]:
        return [
            {place for start, end in fragments for place in range(start, end)}
            for type_, fragments, _ in found.values()
            if type_ in types
        ]

    def held(spans: Iterable[Span]) -> set[int]:
        return places(spans) - blank(document.text)

    dates = [held([date.span]) for date in document.dates]
    assert of("Date", "Time", "Duration", "Set") == [each for each in dates if each]
    assert of("Title") == [each for each in (held([title.span]) for title in document.titles) if each]
    contents = [held(quote.content) for quote in document.quotes]
    assert of("Content") == [each for each in contents if each]


@given(documents())
def test_brat_is_read_as_polnear_is(document: Document) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, content in (("text/a.txt", document.text), ("attributions/a_newskit.ann", to_brat(document))):
            Path(folder, name).parent.mkdir()
            Path(folder, name).write_bytes(content.encode())
        (read,) = read_polnear(Path(folder))
    assert read.text == document.text
    wanted = [places(quote.content) - blank(document.text) for quote in document.quotes]
    found = [{place for start, end in each.content for place in range(start, end)} for each in read.quotes or ()]
    assert found == [each for each in wanted if each]


def blank(text: str) -> set[int]:
    return {place for place, letter in enumerate(text) if letter in BROKEN}


def targets(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        if value.get("type") == "SpecificResource":
            yield value
        for inner in value.values():
            yield from targets(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from targets(inner)


@given(documents(surrogates=True))
def test_selectors_of_web_annotations_select_what_they_quote(document: Document) -> None:
    page = json.loads(to_web_annotation(document))
    text = document.text
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    for target in targets(page):
        position, quoted = target["selector"]
        assert (position["type"], quoted["type"]) == ("TextPositionSelector", "TextQuoteSelector")
        start, end = position["start"], position["end"]
        assert text[start:end] == quoted["exact"]
        assert text[:start].endswith(quoted["prefix"])
        assert text[end:].startswith(quoted["suffix"])


@given(documents())
def test_web_annotations_hold_every_span_once(document: Document) -> None:
    page = json.loads(to_web_annotation(document))
    items = {item["id"]: item for item in page["items"]}
    assert len(items) == len(page["items"])
    assert len(items) == sum(len(layer) for layer in document.layers.values())

    def spans(item: Any) -> list[tuple[int, int]]:
        found = item["target"] if isinstance(item["target"], list) else []
        return [(each["selector"][0]["start"], each["selector"][0]["end"]) for each in found]

    for place, quote in enumerate(document.quotes):
        item = items[f"#quotes-{place}"]
        assert spans(item) == [(span.start, span.end) for span in quote.content]
        if quote.speaker:
            assert items[item["newskit:speaker"]["id"]]["body"][0]["value"] in (quote.speaker.name, quote.speaker.kind)
    for place, date in enumerate(document.dates):
        assert spans(items[f"#dates-{place}"]) == [(date.span.start, date.span.end)]


@given(documents(surrogates=True))
def test_json_ld_has_its_context_and_every_reference_an_end(document: Document) -> None:
    node = json.loads(to_json_ld(document))
    assert (node["@context"], node["@type"]) == ("https://schema.org", "NewsArticle")
    assert node.get("articleBody", "") == document.text
    said = node.get("hasPart", [])
    assert [each["text"] for each in said] == [quote.text for quote in document.quotes]
    people = {each["@id"]: each["name"] for each in node.get("mentions", [])}
    for each, quote in zip(said, document.quotes, strict=True):
        speaker = each.get("author" if each["@type"] == "Claim" else "spokenByCharacter")
        if isinstance(speaker, dict):
            assert quote.speaker is not None
            assert people[speaker["@id"]] == quote.speaker.name
