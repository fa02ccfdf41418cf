"""The vocabulary checks what it is given."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

import attrs
import pytest

import newskit
from newskit import Article, Entity, InputError, Mention, Part, Quote, Span, TimeExpression, Title
from newskit.kinds import KINDS, anchor, is_kind, leaves, spans_of

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
    "a date": (dt.date(2025, 2, 18), dt.date(2025, 2, 18)),
    "a date and time": (dt.datetime(2025, 2, 18, 1, 2, tzinfo=dt.UTC), dt.date(2025, 2, 18)),
    "nothing": (None, None),
}


@pytest.mark.parametrize(("given", "day"), PUBLISHED.values(), ids=PUBLISHED)
def test_the_day_of_publication_is_read_from(given: Any, day: dt.date | None) -> None:
    published = Article("", published=given).published
    assert published == day
    assert type(published) is type(day)


@pytest.mark.parametrize("wrong", ["18.02.2025", "2025-02-30", "", "yesterday", 20250218, b"2025-02-18"], ids=repr)
def test_a_wrong_day_is_refused_by_its_field(wrong: Any) -> None:
    with pytest.raises(InputError, match="expected a date as YYYY-MM-DD") as caught:
        Article("", published=wrong)
    assert caught.value.field == "published"
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize("wrong", [None, b"text", 3, ["text"]], ids=repr)
def test_a_text_that_is_no_string_is_refused(wrong: Any) -> None:
    with pytest.raises(InputError, match="expected a string") as caught:
        newskit.extract(wrong)
    assert caught.value.field == "text"


@pytest.mark.parametrize(("wrong", "name"), [(None, "NoneType"), (b"text", "bytes"), (["text"], "list")], ids=repr)
def test_the_refusal_names_what_was_given(wrong: Any, name: str) -> None:
    with pytest.raises(InputError, match=f"expected a string, got {name}"):
        Article(wrong)


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


FIELDS = {"date": "type", "source type": "source_type", "confidence": "confidence", "content": "content"}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_word_outside_the_vocabulary_is_refused_by_its_field(wrong: str) -> None:
    with pytest.raises(InputError, match="expected") as caught:
        WRONG[wrong]()
    assert caught.value.field == FIELDS.get(wrong, "kind")


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
    assert Entity("person", "Jane Roe", (), titles=(chair, minister)).role == "Minister"
    assert Entity("person", "Jane Roe", (), titles=(chair, Title(OTHER, "dean"))).role == "chair"
    assert Entity("person", "Jane Roe", ()).role is None
    assert Entity("person", "Jane Roe", ()).title is None


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
    assert anchor(Entity("person", "He", ())) == ()


@attrs.define
class Bundle:
    """A kind of somebody else's, with lists."""

    layer: ClassVar[str] = "bundles"
    names: list[str]
    spans: list[Span]
    groups: list[tuple[list[Span], Mention]]
    quotes: list[Quote]


def test_leaves_in_lists_are_leaves_in_their_order() -> None:
    quote = Quote("direct", (OTHER,))
    bundle = Bundle(["a"], [OTHER, SPAN], [([SPAN, OTHER], Mention(OTHER)), ([], Mention(SPAN))], [quote])
    assert leaves(bundle) == [OTHER, SPAN, SPAN, OTHER, OTHER, SPAN, quote]


def test_an_annotation_with_lists_lies_where_the_first_list_with_spans_lies() -> None:
    assert anchor(Bundle([], [OTHER, SPAN], [([SPAN], Mention(SPAN))], [])) == (OTHER, SPAN)
    assert anchor(Bundle([], [], [([SPAN], Mention(OTHER))], [])) == (SPAN, OTHER)
    assert anchor(Bundle(["a"], [], [], [])) == ()


def test_the_spans_of_a_value_are_its_own_not_those_of_what_it_refers_to() -> None:
    quote = Quote("direct", (OTHER,))
    assert spans_of(SPAN) == (SPAN,)
    assert spans_of([Mention(OTHER), (SPAN, quote)]) == (OTHER, SPAN)
    assert spans_of(quote) == ()
    assert spans_of("He") == spans_of(None) == ()


@attrs.frozen
class Widened:
    layer: ClassVar[str] = "widened"
    note: str | int | None
    place: Span | str | None
    unknown: Nowhere  # type: ignore[name-defined]  # noqa: F821 - as under TYPE_CHECKING


def test_a_field_that_may_hold_a_span_among_others_is_looked_at() -> None:
    assert leaves(Widened("a", SPAN, OTHER)) == [SPAN, OTHER]
    assert leaves(Widened(None, "a", None)) == []
    assert anchor(Widened(3, None, OTHER)) == (OTHER,)
