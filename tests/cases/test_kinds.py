"""The vocabulary checks what it is given."""

from __future__ import annotations

import datetime as dt
import json
from enum import StrEnum
from typing import Any, ClassVar

import attrs
import pytest

import newskit
from newskit import Article, Document, Entity, InputError, Mention, Part, Quote, Span, TimeExpression, Title
from newskit.formats import to_json
from newskit.kinds import KINDS
from newskit.layers import is_kind
from newskit.leaves import anchor, leaves

SPAN = Span(0, 2, "He")
OTHER = Span(3, 7, "said")


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [(0, 0, ""), (2, 1, "a"), (-1, 1, "ab"), (0, 3, "ab"), (0, 1, "ab"), (-2, -1, "a")],
    ids=["empty", "backwards", "before the text", "too long", "too short", "negative"],
)
def test_a_span_whose_numbers_do_not_fit_is_refused(start: int, end: int, text: str) -> None:
    with pytest.raises(InputError, match=rf"span {start}:{end} does not fit") as caught:
        Span(start, end, text)
    assert caught.value.field == "span"


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [((0, 2), (2, 4), False), ((0, 3), (2, 4), True), ((0, 9), (2, 4), True), ((2, 4), (2, 4), True)],
    ids=["touching", "crossing", "inside", "equal"],
)
def test_spans_overlap_where_they_share_a_code_point(
    one: tuple[int, int], other: tuple[int, int], *, overlap: bool
) -> None:
    first, second = (Span(start, end, "a" * (end - start)) for start, end in (one, other))
    assert first.overlaps(second) is overlap
    assert second.overlaps(first) is overlap


PUBLISHED = {
    "a day": ("2025-02-18", dt.date(2025, 2, 18)),
    "a time": ("2025-02-18T23:30:00", dt.date(2025, 2, 18)),
    "a time in a zone": ("2025-02-18T23:30:00+05:00", dt.date(2025, 2, 18)),
    "a feed's": ("Wed, 18 Feb 2025 10:00:00 GMT", dt.date(2025, 2, 18)),
    "plain English": ("February 18, 2025", dt.date(2025, 2, 18)),
    "a date": (dt.date(2025, 2, 18), dt.date(2025, 2, 18)),
    "a date and time": (dt.datetime(2025, 2, 18, 1, 2, tzinfo=dt.UTC), dt.date(2025, 2, 18)),
    "nothing": (None, None),
}


@pytest.mark.parametrize(("given", "day"), PUBLISHED.values(), ids=PUBLISHED)
def test_the_day_of_publication_is_read_from(given: Any, day: dt.date | None) -> None:
    published = Article("", published=given).published
    assert published == day
    assert type(published) is type(day)


@pytest.mark.parametrize(
    "wrong", ["18.02.2025", "2025-02-30", "", "yesterday", "20250218012345678901", 20250218, b"2025-02-18"], ids=repr
)
def test_a_wrong_day_is_refused_by_its_field(wrong: Any) -> None:
    with pytest.raises(InputError, match="expected a date as YYYY-MM-DD") as caught:
        Article("", published=wrong)
    assert caught.value.field == "published"
    assert str(caught.value).endswith("got bytes" if isinstance(wrong, bytes) else f"got {wrong!r}")
    assert isinstance(caught.value, ValueError)


def test_a_surrogate_pair_held_as_two_code_points_is_one_character() -> None:
    article = Article("a \ud83d\ude00 b \ud800", id="\ud83d\ude00", url="\ud83d\ude00", publisher="\ud83d\ude00")
    assert article == Article("a \U0001f600 b \ud800", id="\U0001f600", url="\U0001f600", publisher="\U0001f600")
    assert len(article.text) == 7
    assert json.loads(to_json(Document(article)))["text"] == article.text


def test_a_part_that_the_text_does_not_hold_is_refused_by_its_place() -> None:
    text = "a \ud83d\ude00 b"
    parts = [Part("headline", Span(0, 1, "a")), Part("paragraph", Span(2, 6, text[2:6]))]
    with pytest.raises(InputError, match="which is not the text there") as caught:
        Article(text, parts=parts)
    assert caught.value.field == "parts[1].span"


@pytest.mark.parametrize("wrong", [None, b"text", 3, ["text"]], ids=repr)
def test_a_text_that_is_no_string_is_refused(wrong: Any) -> None:
    with pytest.raises(InputError, match="expected a string") as caught:
        newskit.extract(wrong)
    assert caught.value.field == "text"


@pytest.mark.parametrize(("wrong", "name"), [(None, "NoneType"), (b"text", "bytes"), (["text"], "list")], ids=repr)
def test_the_refusal_names_what_was_given(wrong: Any, name: str) -> None:
    with pytest.raises(InputError, match=f"expected a string, got {name}"):
        Article(wrong)


@pytest.mark.parametrize("wrong", [None, 3, "caption", [SPAN], (Part("caption", SPAN), "caption")], ids=repr)
def test_parts_that_are_none_are_refused(wrong: Any) -> None:
    with pytest.raises(InputError, match=r"field 'parts': expected several newskit\.Part, got"):
        Article("Hello", parts=wrong)


def test_what_is_no_mapping_is_no_meta() -> None:
    for wrong in (3, "section", [("section", "city")]):
        with pytest.raises(InputError, match="field 'meta': expected a mapping, got"):
            Article("Hello", meta=wrong)  # type: ignore[arg-type]
    assert Article("Hello", meta=None).meta is None  # type: ignore[arg-type]


WRONG: dict[str, Any] = {
    "part": lambda: Part("advert", SPAN),  # type: ignore[arg-type]
    "entity": lambda: Entity("animal", "Rex", ()),  # type: ignore[arg-type]
    "title": lambda: Title(SPAN, "mayor", kind="under"),  # type: ignore[arg-type]
    "date": lambda: TimeExpression(SPAN, "EPOCH", "2021"),  # type: ignore[arg-type]
    "quote": lambda: Quote("whispered", (SPAN,)),  # type: ignore[arg-type]
    "source type": lambda: Quote("direct", (SPAN,), source_type="a dog"),  # type: ignore[arg-type]
    "confidence": lambda: Quote("direct", (SPAN,), confidence=1.5),
    "content": lambda: Quote("direct", ()),
}
FIELDS: dict[str, tuple[Any, str, str]] = {
    "a span of text numbers": (lambda: Span("0", 2, "He"), "start", "expected a whole number, got '0', in Span"),  # type: ignore[arg-type]
    "a span of truth": (lambda: Span(start=False, end=2, text="He"), "start", "expected a whole number, got False"),
    "a span of no text": (lambda: Span(0, 2, b"He"), "text", "expected a string, got bytes b'He'"),  # type: ignore[arg-type]
    "a part without span": (lambda: Part("caption", None), "span", "expected a Span, got None, in Part"),  # type: ignore[arg-type]
    "a part of odd kind": (lambda: Part(["caption"], SPAN), "kind", "expected one of headline"),  # type: ignore[arg-type]
    "a rule of bytes": (lambda: Part("caption", SPAN, b"x"), "rule", "expected a string, got bytes b'x'"),  # type: ignore[arg-type]
    "a mention of words": (lambda: Mention("He"), "span", "expected a Span, got 'He', in Mention"),  # type: ignore[arg-type]
    "a title without role": (lambda: Title(SPAN, None), "role", "expected a string, got None, in Title"),  # type: ignore[arg-type]
    "a title of a place": (lambda: Title(SPAN, "mayor", place=SPAN), "place", "expected a string or None, got Span"),  # type: ignore[arg-type]
    "a title that may be": (lambda: Title(SPAN, "mayor", claimed=1), "claimed", "expected True or False, got 1"),  # type: ignore[arg-type]
    "nobody mentioned": (lambda: Entity("person", "Roe", ()), "mentions", "at least one mention, got none, in Entity"),
    "mentions that are spans": (lambda: Entity("person", "Roe", (SPAN,)), "mentions", "expected mentions, got"),  # type: ignore[arg-type]
    "mentions that are none": (lambda: Entity("person", "Roe", None), "mentions", "expected mentions, got None"),  # type: ignore[arg-type]
    "titles in words": (lambda: Entity("person", "Roe", (Mention(SPAN),), titles="mayor"), "titles", "got 'mayor'"),  # type: ignore[arg-type]
    "a day in words": (
        lambda: TimeExpression(SPAN, "DATE", "2020", first="2020-01-01"),  # type: ignore[arg-type]
        "first",
        "expected a date or None, got '2020-01-01', in TimeExpression",
    ),
    "a day with a time": (
        lambda: TimeExpression(SPAN, "DATE", "2020", last=dt.datetime(2020, 1, 1, tzinfo=dt.UTC)),
        "last",
        "expected a date or None",
    ),
    "days backwards": (
        lambda: TimeExpression(SPAN, "DATE", "2020", first=dt.date(2020, 2, 1), last=dt.date(2020, 1, 1)),
        "last",
        "expected a day from 2020-02-01 on, which is the first, got 2020-01-01",
    ),
    "a cue in words": (lambda: Quote("direct", (OTHER,), cue="said"), "cue", "expected a Span or None, got 'said'"),  # type: ignore[arg-type]
    "a speaker in words": (
        lambda: Quote("direct", (OTHER,), speaker="Bob"),  # type: ignore[arg-type]
        "speaker",
        "expected a Entity or None, got 'Bob', in Quote",
    ),
    "a day said in words": (lambda: Quote("direct", (OTHER,), said_on="Monday"), "said_on", "got 'Monday'"),  # type: ignore[arg-type]
    "content backwards": (lambda: Quote("direct", (OTHER, SPAN)), "content", "in the order of the text"),
    "content twice": (lambda: Quote("direct", (OTHER, OTHER)), "content", "without overlap"),
    "content in words": (lambda: Quote("direct", "He"), "content", "got 'He'"),  # type: ignore[arg-type]
    "one span as content": (lambda: Quote("direct", SPAN), "content", "expected at least one span"),  # type: ignore[arg-type]
    "confidence that is no number": (lambda: Quote("direct", (OTHER,), confidence=float("nan")), "confidence", "nan"),
    "confidence that is true": (lambda: Quote("direct", (OTHER,), confidence=True), "confidence", "got True"),
    "confidence in words": (lambda: Quote("direct", (OTHER,), confidence="1"), "confidence", "got '1'"),  # type: ignore[arg-type]
}


@pytest.mark.parametrize(("build", "field", "message"), FIELDS.values(), ids=FIELDS)
def test_a_field_that_holds_something_else_is_refused_by_name(build: Any, field: str, message: str) -> None:
    for _ in range(2):  # what was refused once is not taken for right
        with pytest.raises(InputError) as caught:
            build()
        assert caught.value.field == field
        assert message in str(caught.value)


class Where(StrEnum):
    CAPTION = "caption"


class Index(int):
    """As numpy's: a number that is not quite Python's."""


def test_what_means_the_same_is_taken_as_pythons_own() -> None:
    part = Part(Where.CAPTION, Span(Index(0), Index(2), "He"), Where.CAPTION)
    assert [type(each) for each in (part.kind, part.span.start, part.rule)] == [str, int, str]
    assert part == Part("caption", SPAN, "caption")
    assert Quote("direct", [OTHER], confidence=1).content == (OTHER,)


def test_a_class_derived_from_a_kind_or_a_span_is_none_of_them() -> None:
    class Better(Span):
        pass

    with pytest.raises(InputError, match="expected a Span, got Better"):
        Part("caption", Better(0, 2, "He"))


NAMED = {"date": "type", "source type": "source_type", "confidence": "confidence", "content": "content"}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_word_outside_the_vocabulary_is_refused_by_its_field(wrong: str) -> None:
    with pytest.raises(InputError, match="expected") as caught:
        WRONG[wrong]()
    assert caught.value.field == NAMED.get(wrong, "kind")


@pytest.mark.parametrize("confidence", [0.0, 0.5, 1.0])
def test_confidence_runs_from_0_to_1(confidence: float) -> None:
    assert Quote("direct", (SPAN,), confidence=confidence).confidence == confidence


@pytest.mark.parametrize("confidence", [-0.01, 1.01, float("nan")])
def test_confidence_beyond_is_refused(confidence: float) -> None:
    with pytest.raises(InputError, match="expected a number from 0 to 1") as caught:
        Quote("direct", (SPAN,), confidence=confidence)
    assert caught.value.field == "confidence"


def test_the_refusal_lists_what_there_is() -> None:
    with pytest.raises(InputError, match="expected one of person, organization, place, group, got 'animal'"):
        WRONG["entity"]()


@pytest.mark.parametrize("wrong", [{"id": 5}, {"id": None}, {"url": 5}, {"publisher": b"x"}, {"language": None}])
def test_a_field_of_an_article_that_is_no_string_is_refused_by_its_name(wrong: dict[str, Any]) -> None:
    with pytest.raises(InputError, match="expected a string") as caught:
        Article("No.", **wrong)
    assert [caught.value.field] == [*wrong]


@pytest.mark.parametrize(("first", "last"), [("03-01", "03-01"), ("03-01", None), (None, "03-01"), (None, None)])
def test_an_interval_may_be_one_day_or_open(first: str | None, last: str | None) -> None:
    days = [day and dt.date.fromisoformat(f"2020-{day}") for day in (first, last)]
    time = TimeExpression(SPAN, "DATE", "2020-03-01", first=days[0] or None, last=days[1] or None)
    assert [time.first, time.last] == days


def test_pieces_of_content_may_touch() -> None:
    pieces = (Span(0, 2, "He"), Span(2, 4, ", "))
    assert Quote("direct", pieces).content == pieces


def test_an_entity_without_mentions_is_refused_in_these_words() -> None:
    with pytest.raises(InputError) as caught:
        Entity("person", "Roe", ())
    assert caught.value.message == "expected at least one mention, got none, in Entity"


def test_spans_sort_by_their_place() -> None:
    spans = [Span(4, 6, "me"), Span(0, 3, "the"), Span(0, 2, "th")]
    assert [span.text for span in sorted(spans)] == ["th", "the", "me"]


def test_the_repr_of_a_quote_names_its_speaker() -> None:
    speaker = Entity("person", "Ida Brandt", [Mention(Span(0, 3, "Ida"))])
    assert "speaker='Ida Brandt'" in repr(Quote("direct", [Span(0, 2, "No")], speaker=speaker))
    assert "speaker=None" in repr(Quote("direct", [Span(0, 2, "No")]))


def test_kinds_cannot_be_changed() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        SPAN.start = 1  # type: ignore[misc]
    assert not hasattr(SPAN, "__dict__")


def test_lists_become_tuples() -> None:
    entity = Entity("person", "Jane Roe", [Mention(SPAN)])
    assert entity.mentions == (Mention(SPAN),)
    assert hash(entity) == hash(Entity("person", "Jane Roe", (Mention(SPAN),)))


def test_the_role_is_of_the_title_that_says_most() -> None:
    chair = Title(SPAN, "chair")
    minister = Title(OTHER, "Minister", organization="Finance Ministry", place="Norway")
    assert Entity("person", "Jane Roe", (Mention(SPAN),), titles=(chair, minister)).role == "Minister"
    assert Entity("person", "Jane Roe", (Mention(SPAN),), titles=(chair, Title(OTHER, "dean"))).role == "chair"
    assert Entity("person", "Jane Roe", (Mention(SPAN),)).role is None
    assert Entity("person", "Jane Roe", (Mention(SPAN),)).title is None


def test_the_text_of_a_quote_in_pieces() -> None:
    assert Quote("direct", (SPAN, OTHER)).text == "He … said"


@attrs.frozen
class Verdict:
    layer: ClassVar[str] = "verdicts"
    quote: Quote | None
    spans: tuple[Span, ...]


@attrs.frozen
class Bare:
    span: Span


@pytest.mark.parametrize(
    ("cls", "answer"),
    [(Verdict, True), (Bare, False), (int, False), (SPAN, False), (None, False), *((kind, True) for kind in KINDS)],
)
def test_a_kind_is_an_attrs_class_with_a_layer(cls: object, *, answer: bool) -> None:
    assert is_kind(cls) is answer


def test_leaves_are_the_spans_and_the_annotations_referred_to() -> None:
    entity = Entity("person", "He", (Mention(SPAN),), titles=(Title(OTHER, "said"),))
    quote = Quote("direct", (OTHER,), source=SPAN, speaker=entity)
    assert (leaves(quote)) == [OTHER, SPAN, entity]
    assert (leaves(entity)) == [SPAN, *entity.titles]
    assert (leaves(Verdict(quote, (SPAN, OTHER)))) == [quote, SPAN, OTHER]


def test_an_annotation_lies_where_its_first_field_with_spans_lies() -> None:
    quote = Quote("direct", (OTHER,), source=SPAN)
    assert anchor(quote) == (OTHER,)
    assert anchor(Verdict(None, (SPAN, OTHER))) == (SPAN, OTHER)
    assert anchor(Verdict(None, ())) == ()
