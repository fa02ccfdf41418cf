"""What the JSON form is, and what is said of one that is wrong."""

import datetime as dt
import json
from typing import Any, ClassVar

import attrs
import pytest

from newskit import (
    Article,
    Document,
    Entity,
    Failure,
    InputError,
    Mention,
    Part,
    PluginError,
    Quote,
    Span,
    TimeExpression,
    Title,
)
from newskit.formats import from_json, to_dict, to_json

TEXT = "Harbour Master Ida Brandt said on Monday that the pier is safe."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


TITLE = Title(span("Harbour Master"), "Harbour Master", kind="before", rule="role")
IDA = Entity("person", "Ida Brandt", (Mention(span("Ida Brandt"), "full name"),), titles=(TITLE,))
MONDAY = TimeExpression(
    span("Monday"), "DATE", "2025-02-17", first=dt.date(2025, 2, 17), last=dt.date(2025, 2, 17), rule="weekday"
)
QUOTE = Quote(
    "indirect",
    (span("that the pier is safe"),),
    cue=span("said"),
    source=span("Harbour Master Ida Brandt"),
    speaker=IDA,
    said_on=MONDAY,
    source_type="named person",
    confidence=0.5,
    rule="cue",
)
FAILURE = Failure("other.thing", "other", "7", "ValueError: no")


@attrs.frozen
class Ruling:
    layer: ClassVar[str] = "rulings"

    quote: Quote
    about: Entity | TimeExpression | None = None
    before: "Ruling | None" = None


RULING = Ruling(QUOTE, MONDAY)


def document() -> Document:
    article = Article(
        TEXT, id="7", published="2025-02-18", meta={"desk": "coast"}, parts=(Part("headline", span("Harbour")),)
    )
    layers = {
        Part: (Part("paragraph", Span(0, len(TEXT), TEXT), "text"),),
        Title: (TITLE,),
        Entity: (IDA,),
        TimeExpression: (MONDAY,),
        Quote: (QUOTE,),
        Ruling: (RULING, Ruling(QUOTE, IDA, RULING)),
    }
    return Document(article, layers, (FAILURE,))


def test_the_names_are_those_of_the_contract() -> None:
    record = to_dict(document())
    assert list(record) == [
        *("schema", "id", "text", "published", "url", "publisher", "language", "meta", "given_parts"),
        *("parts", "titles", "entities", "dates", "quotes", "rulings", "publication_day", "failures"),
    ]
    assert record["parts"] == [{"kind": "paragraph", "start": 0, "end": 63, "text": TEXT, "rule": "text"}]
    title = {"start": 0, "end": 14, "text": "Harbour Master", "role": "Harbour Master", "entity": 0}
    assert title.items() <= record["titles"][0].items()
    assert record["titles"][0].keys() > {"organization", "place"}
    assert {"kind": "person", "name": "Ida Brandt", "role": "Harbour Master", "titles": [0]}.items() <= record[
        "entities"
    ][0].items()
    assert record["entities"][0]["mentions"] == [{"start": 15, "end": 25, "text": "Ida Brandt", "rule": "full name"}]
    date = {"text": "Monday", "type": "DATE", "value": "2025-02-17", "mod": None, "first": "2025-02-17"}
    assert date.items() <= record["dates"][0].items()
    assert record["quotes"][0] == {
        "kind": "indirect",
        "content": [{"start": 41, "end": 62, "text": "that the pier is safe"}],
        "cue": {"start": 26, "end": 30, "text": "said"},
        "source": {"start": 0, "end": 25, "text": "Harbour Master Ida Brandt"},
        "speaker": 0,
        "addressee": None,
        "said_on": 0,
        "venue": None,
        "reported_by": None,
        "source_type": "named person",
        "anonymous": False,
        "anonymity_reason": None,
        "confidence": 0.5,
        "rule": "cue",
        "reports": "speech",
        "status": "asserted",
        "reports_rule": "",
        "status_rule": "",
        "speaker_confidence": None,
    }


def test_a_plugins_kind_comes_back_with_its_references() -> None:
    read = from_json(to_json(document()), kinds=[Ruling])
    assert read == document()
    assert read[Ruling][1].before is read[Ruling][0]
    assert to_dict(document())["rulings"][1]["about"] == {"layer": "entities", "position": 0}


def test_an_article_with_nothing_found_has_every_array() -> None:
    record = json.loads(to_json(Document(Article(""))))
    assert {name: record[name] for name in ("parts", "titles", "entities", "dates", "quotes", "failures")} == {
        name: [] for name in ("parts", "titles", "entities", "dates", "quotes", "failures")
    }
    assert "meta" not in record


def test_lone_surrogates_are_written_as_escapes() -> None:
    written = to_json(Document(Article("a \ud800")))
    assert '"a \\ud800"' in written
    assert from_json(written).text == "a \ud800"


def test_what_json_cannot_hold_is_refused_by_name() -> None:
    with pytest.raises(InputError, match="field 'meta'") as caught:
        to_json(Document(Article("a", meta={"day": dt.date(2025, 2, 18)})))
    assert caught.value.field == "meta"


def test_a_reference_out_of_the_document_is_refused() -> None:
    with pytest.raises(InputError, match=r"refers to Entity .* not in the document"):
        to_json(Document(Article(TEXT), {Quote: (QUOTE,), TimeExpression: (MONDAY,)}))


@attrs.frozen
class Texts:
    layer: ClassVar[str] = "text"


def test_a_kind_may_not_take_the_name_of_another_field() -> None:
    with pytest.raises(PluginError, match="the name 'text' is taken"):
        to_json(Document(Article(""), {Texts: ()}))
    with pytest.raises(PluginError, match="the name 'text' is taken"):
        from_json(to_json(Document(Article(""))), [Texts])


WRONG = [
    ("schema", 2, "schema", "expected 1, got 2"),
    ("text", None, "text", "expected a string, got null"),
    ("id", 3, "id", "expected a string, got a number"),
    ("published", "soon", "published", "expected a date as YYYY-MM-DD, got 'soon'"),
    ("meta", "x", "meta", "expected an object, got a string"),
    ("quotes", {}, "quotes", "expected an array, got an object"),
    ("failures", None, "failures", "expected an array, got null"),
    ("failures.0", {}, "failures[0].extractor", "missing"),
    ("given_parts.0.start", 2, "given_parts[0]", "does not fit"),
    ("verdicts", [], "verdicts", "array of no known kind"),
    ("quotes.0", 3, "quotes[0]", "expected an object, got a number"),
    ("quotes.0.kind", "odd", "quotes[0].kind", "expected one of direct, mixed, indirect, got 'odd'"),
    ("quotes.0.speaker", 1, "quotes[0].speaker", "1 is no position in 'entities', which holds 1"),
    ("quotes.0.speaker", -1, "quotes[0].speaker", "no position"),
    ("quotes.0.speaker", True, "quotes[0].speaker", "expected a position in 'entities', got a boolean"),
    ("quotes.0.content", [], "quotes[0].content", "at least one span"),
    ("quotes.0.content.0.start", 40, "quotes[0].content[0]", "does not fit"),
    ("quotes.0.content.0.end", "9", "quotes[0].content[0].end", "expected a whole number, got a string"),
    ("quotes.0.cue.text", "sang", "quotes[0].cue.text", "says 'sang', but the article has 'said' at 26:30"),
    ("quotes.0.confidence", 2, "quotes[0].confidence", "expected a number from 0 to 1"),
    ("quotes.0.anonymous", 0, "quotes[0].anonymous", "expected true or false, got a number"),
    ("dates.0.first", "x", "dates[0].first", "ISO 8601"),
    ("titles.0", {}, "titles[0].start", "missing"),
    ("entities.0.titles.0", 4, "entities[0].titles[0]", "no position in 'titles'"),
    ("entities.0.mentions.0.start", None, "entities[0].mentions[0].start", "expected a whole number, got null"),
    ("rulings.0.about", 1, "rulings[0].about", "whose layer is one of entities, dates"),
    ("rulings.0.about.position", 5, "rulings[0].about", "no position in 'dates'"),
    ("rulings.0.before", 1, "rulings[1].before", "refers back to itself"),
]


@pytest.mark.parametrize(("place", "value", "field", "message"), WRONG, ids=[f"{w[0]}={w[1]}" for w in WRONG])
def test_a_wrong_value_is_named_by_its_field(place: str, value: Any, field: str, message: str) -> None:
    record = to_dict(document())
    inner = record
    *way, last = (int(step) if step.isdecimal() else step for step in place.split("."))
    for step in way:
        inner = inner[step]
    inner[last] = value
    with pytest.raises(InputError) as caught:
        from_json(json.dumps(record), kinds=[Ruling])
    assert caught.value.field == field
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no JSON: expecting value at character 0"),
        ('{"a"', "no JSON"),
        ('{"a": "\n"}', "no JSON: invalid control character at character 7"),
        ("[1]", "expected an object, got an array"),
        (b'{"text": "\xff"}', "not UTF-8: byte 0xff at byte offset 10"),
        ('{"a": NaN}', "NaN is no JSON number"),
        ("[" * 100_000, "nested too deep"),
    ],
    ids=["empty", "cut", "control", "array", "not UTF-8", "NaN", "deep"],
)
def test_what_is_no_document_is_refused(text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        from_json(text)


def test_without_its_kind_an_array_is_refused() -> None:
    with pytest.raises(InputError, match=r"field 'rulings'.*Pass the class of its kind"):
        from_json(to_json(document()))
