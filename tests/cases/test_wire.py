"""What a worker process sends back: the same documents, whatever they hold."""

from __future__ import annotations

import datetime as dt
import pickle
from typing import Any, ClassVar

import attrs
import pytest
from attrs import evolve, frozen

import newskit
from newskit import Article, Document, Span
from newskit.document import Dropped, Revised
from newskit.errors import Failure
from newskit.wire import CLASSES, Lean

TEXT = (
    "Mayor Ida Brandt said on Monday: “The pier is safe.” Her deputy, Karl Lunde of the Harbour Board, told Radio "
    "Nord that he would not comment."
)


@frozen
class Noted:
    """A kind of somebody else's, with a class of newskit's in it."""

    layer: ClassVar[str] = "noted"

    span: Span
    notes: dict[str, Any] = attrs.field(factory=dict, hash=False)


def sent(held: object) -> Any:
    return pickle.loads(pickle.dumps(Lean(held)))


def test_documents_arrive_as_they_were() -> None:
    article = Article(TEXT, id="a", published="2025-03-05", meta={"section": ["harbour"]})
    document = newskit.Kit(strict=True).extract(article)
    span = Span(0, 5, TEXT[:5])
    failure = Failure.of(ValueError("no"), extractor="acme.prices", plugin="acme", article_id="a")
    document = evolve(
        document,
        layers={**document.layers, Noted: (Noted(span, {"on": dt.date(2025, 3, 5)}),)},
        failures=(failure,),
        dropped=(Dropped("noted", "acme.a", "acme.b", (span,)),),
        revised=(Revised("noted", "acme.a", "dropped", (span,)),),
    )
    assert document.quotes
    assert document.entities
    arrived = sent([document])
    assert arrived == [document]
    assert [type(each) for each in arrived[0].layers] == [type(each) for each in document.layers]
    assert repr(arrived[0].quotes) == repr(document.quotes)
    assert arrived[0].quotes[0].speaker is next(e for e in arrived[0].entities if e == document.quotes[0].speaker)
    assert arrived[0].article.meta == {"section": ["harbour"]}


def test_an_error_arrives_behind_documents() -> None:
    document = Document(Article(TEXT))
    first, error = sent([document, newskit.InputError("no", field="text")])
    assert first == document
    assert isinstance(error, newskit.InputError)


def test_it_takes_fewer_bytes() -> None:
    documents = [newskit.extract(TEXT)] * 2
    assert len(pickle.dumps(Lean(documents))) < len(pickle.dumps(documents))


@pytest.mark.parametrize("cls", CLASSES)
def test_classes_are_their_fields_and_no_more(cls: type) -> None:
    held = {name for each in cls.__mro__ for name in getattr(each, "__slots__", ())} - {"__weakref__"}
    assert held == {each.name for each in attrs.fields(cls)}
    assert "__dict__" not in dir(cls)
    assert not {"__reduce__", "__reduce_ex__"} & {name for each in cls.__mro__[:-1] for name in vars(each)}
