"""What extractors read of a text that holds what shows nothing, and where what they find lies."""

from __future__ import annotations

import dataclasses
from collections import defaultdict, deque
from collections.abc import Iterator
from types import ModuleType
from typing import Any, ClassVar, NamedTuple

import attrs
import pytest

import newskit
from newskit.characters import as_seen
from newskit.errors import FailureWarning
from newskit.formats import read_html

SEEN = {
    "soft hyphens": ("the Mi\u00adnis\u00adtry", "the Ministry"),
    "a space of no width in a word": ("Mon\u200bday", "Monday"),
    "a space of no width between words": ("on\u200bApril", "on April"),
    "a space of no width beside another": ("on \u200bApril", "on April"),
    "a space of no width behind a mark": ('"\u200bIt is late,"', '"It is late,"'),
    "a byte order mark first": ("\ufeffIt rained.", "It rained."),
    "several at once": ("Mon\u00ad\u200b\u2060day", "Monday"),
    "marks of direction": ("\u200eLima\u200f", "Lima"),
    "a joiner between letters": ("Li\u200dma", "Lima"),
    "a joiner of one sign": ("\U0001f469\u200d\u2696\ufe0f", "\U0001f469\u200d\u2696\ufe0f"),
    "a joiner beside a currency": ("\u200d€3 million", "€3 million"),
    "a non-joiner of another script": ("می\u200cخواهم", "می\u200cخواهم"),
    "references by number": ("Andr&#233; and Ren&#xE9;", "André and René"),
    "references by name": ("Smith &amp; Sons&nbsp;Ltd", "Smith & Sons\u00a0Ltd"),
    "a reference to what shows nothing": ("Mon&shy;day", "Monday"),
    "a reference to a line's end": ("It&#10;rained", "It rained"),
    "an apostrophe": ("It&#8217;s", "It’s"),
    "hyphens": ("a well\u2010known two\u2011day, ten&#8209;boat fair", "a well-known two-day, ten-boat fair"),
    "an apostrophe of a decade": ("the &rsquo;80s, &lsquo;so&rsquo;", "the ’80s, &lsquo;so&rsquo;"),
    "quotation marks": ("&ldquo;Yes,&rdquo; &#34;no&#34;", "&ldquo;Yes,&rdquo; &#34;no&#34;"),
    "names of no character": ("R&D; &zorvo; &#0; &", "R&D; &zorvo; \ufffd &"),
    "written twice": ("&amp;amp;", "&amp;"),
}


@pytest.mark.parametrize(("text", "seen"), SEEN.values(), ids=SEEN)
def test_what_is_seen(text: str, seen: str) -> None:
    assert as_seen(text) == seen


class Place(NamedTuple):
    name: str
    spans: tuple[newskit.Span, ...]


@dataclasses.dataclass(frozen=True)
class Note:
    span: newskit.Span
    day: int = 0


@attrs.frozen
class Remark:
    layer: ClassVar[str] = "remarks"
    place: Place
    notes: dict[str, list[Note]] = attrs.field(factory=dict, hash=False)
    _hidden: frozenset[newskit.Span] = frozenset()
    of: newskit.Entity | None = None


@newskit.extractor(Remark, reads=(newskit.Entity,))
def remarks(doc: newskit.Doc) -> Iterator[Remark]:
    at = doc.text.index("Lima")
    span = doc.span(at, at + 4)
    (person,) = (each for each in doc[newskit.Entity] if each.kind == "person")
    yield Remark(Place("Lima", (span,)), {"all": [Note(span, 3)]}, frozenset((span,)), person)


def module() -> ModuleType:
    made: Any = ModuleType("zorvo_remarks")
    made.newskit_extractors = newskit.hookimpl(lambda: [remarks])
    made.newskit_extractors.__name__ = "newskit_extractors"
    return made


def test_all_that_holds_a_span_is_moved_and_refers_to_what_was_moved() -> None:
    kit = newskit.Kit(
        plugins=["newskit_names", "newskit_titles", "zorvo_remarks"], block=(), add=[module()], strict=True
    )
    doc = kit.extract("\ufeffMayor Andr&#233; Roe left Li\u00adma.")
    (remark,), (person,) = doc[Remark], [each for each in doc.entities if each.kind == "person"]
    span = newskit.Span(27, 32, "Li\u00adma")
    assert remark == Remark(Place("Lima", (span,)), {"all": [Note(span, 3)]}, frozenset((span,)), person)
    assert remark.of is person
    assert (person.name, person.office, person.mentions[0].span.text) == ("André Roe", "Mayor", "Andr&#233; Roe")
    assert person.titles[0] is doc.titles[0]


@attrs.frozen
class Strict:
    layer: ClassVar[str] = "stricts"
    span: newskit.Span
    word: str = attrs.field()
    held: Any = attrs.field(default=None, hash=False)

    @word.validator
    def _same(self, _: object, word: str) -> None:
        if word != self.span.text:
            raise ValueError("word differs")


class Unmoved:
    """An object whose copies are refused."""

    def __init__(self, span: newskit.Span) -> None:
        self.items = [span]

    def __copy__(self) -> Unmoved:
        raise TypeError("no copies")


@attrs.define
class Refusing:
    span: newskit.Span

    def __copy__(self) -> Refusing:
        raise TypeError("no copies")


HELD: dict[str, Any] = {
    "a deque": lambda span: deque([span]),
    "a dict with defaults": lambda span: defaultdict(list, {"at": [span]}),
    "an object of another class": Unmoved,
}


def strict_kit(held: Any) -> newskit.Kit:
    @newskit.extractor(Strict)
    def stricts(doc: newskit.Doc) -> Iterator[Strict]:
        at = doc.text.index("Lima")
        span = doc.span(at, at + 4)
        yield Strict(span, span.text, held(span))

    made: Any = ModuleType("zorvo_stricts")
    made.newskit_extractors = newskit.hookimpl(lambda: [stricts])
    made.newskit_extractors.__name__ = "newskit_extractors"
    return newskit.Kit(plugins=["newskit_names", "newskit_titles", "zorvo_stricts"], block=(), add=[made])


@pytest.mark.parametrize("held", HELD.values(), ids=HELD)
def test_what_makes_an_object_is_not_asked_again(held: Any) -> None:
    doc = strict_kit(held).extract("They left Li\u00adma.")
    ((found,), failures) = doc[Strict], doc.failures
    assert (found.span.text, found.word, failures) == ("Li\u00adma", "Lima", ())
    inside = {type(found.held): found.held}
    spans = inside.get(deque) or inside.get(defaultdict, {}).get("at") or [found.span]
    assert list(spans) == [found.span]


def test_an_object_that_cannot_be_moved_costs_its_own_layer_alone() -> None:
    with pytest.warns(FailureWarning, match="no copies"):
        doc = strict_kit(Refusing).extract("Mayor Ann Roe left Li\u00adma.")
    assert (doc[Strict], [failure.extractor for failure in doc.failures]) == ((), ["zorvo_stricts.stricts"])
    assert [each.name for each in doc.entities] == ["Ann Roe", "Lima"]


def test_parts_that_a_reader_knows_stay_where_they_are() -> None:
    article = read_html("<h1>Bri\u00addge shut</h1><p>\u200bMayor Ann Roe said it is shut.\u200b</p><p>It rained.</p>")
    doc = newskit.Kit(strict=True).extract(article)
    assert [as_seen(part.span.text) for part in doc.parts] == [as_seen(part.span.text) for part in article.parts]


def test_a_text_of_nothing_that_shows_has_no_answers() -> None:
    doc = newskit.Kit(strict=True).extract("\u200b\u00ad")
    assert not any(doc.layers.values())
