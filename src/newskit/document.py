"""The result: an article with everything that was found in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, ClassVar, Literal, TypeVar, cast, overload

from attrs import field, frozen

from newskit.article import Article
from newskit.errors import Failure
from newskit.hints import there
from newskit.kinds import KINDS, Entity, Part, Quote, TimeExpression, Title
from newskit.layers import layer_of
from newskit.spans import Span

K = TypeVar("K")


def _layers(layers: Mapping[type, tuple[object, ...]]) -> dict[type, tuple[object, ...]]:
    return {**dict.fromkeys(KINDS, ()), **layers}


def _counts(layers: Mapping[type, tuple[object, ...]]) -> str:
    return ", ".join(f"{len(made)} {layer_of(kind)}" for kind, made in layers.items())


@frozen
class Dropped:
    """An annotation that was left out, since one of a maker that goes before it overlaps it.

    ``extractor`` made it and ``lost_to`` the other; ``spans`` are where it lies. Of an annotation that only lost some
    items, such as mentions of an entity, ``spans`` are theirs and ``whole`` is False.
    """

    layer: str
    extractor: str
    lost_to: str
    spans: tuple[Span, ...]
    whole: bool = True


@frozen
class Revised:
    """What a reviser did to one annotation, and where: it dropped it, changed it, or added it.

    ``spans`` are where the annotation lies, those of the new one where it was changed. Changed is what has another
    annotation in its very place.
    """

    layer: str
    extractor: str
    change: Literal["dropped", "changed", "added"]
    spans: tuple[Span, ...]


@frozen
class PublicationDay:
    """The day of publication that dates were counted from, and why it is that day.

    ``source`` is ``given`` where the article came with it. Else it was found in the text, and ``expression`` is the
    time expression that names it, ``source`` what makes it that (``TimeExpression.publication``).
    """

    day: dt.date
    source: str
    expression: TimeExpression | None = None


@frozen
class Document:
    """An article, its annotations by kind, and what failed.

    ``document[Kind]`` gives the annotations of a kind in the order of the text; a kind that nobody made is ``()``.
    ``document["money"]`` gives those of the layer of that name. ``dropped`` says what overlapped the annotations of
    makers that go before, ``revised`` what revisers changed. Raises ``TypeError`` for what is neither class nor name,
    and ``KeyError`` that names the layers for a name of none. A document itself is no sequence.
    """

    __iter__: ClassVar[None] = None  # with __getitem__ alone Python would iterate, and never stop

    article: Article
    layers: Mapping[type, tuple[object, ...]] = field(factory=dict, converter=_layers, hash=False, repr=_counts)
    failures: tuple[Failure, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    revised: tuple[Revised, ...] = ()

    @overload
    def __getitem__(self, kind: type[K]) -> tuple[K, ...]: ...

    @overload
    def __getitem__(self, kind: str) -> tuple[Any, ...]: ...

    def __getitem__(self, kind: type[K] | str) -> tuple[K, ...]:
        if isinstance(kind, str):
            layers = {layer_of(each): made for each, made in self.layers.items()}
            if kind not in layers:
                msg = f"no layer is named {kind!r}{there(kind, layers)}"
                raise KeyError(msg)
            return cast("tuple[K, ...]", layers[kind])
        if not isinstance(kind, type):
            msg = f"expected a kind such as newskit.Quote or the name of a layer, got {kind!r}"
            raise TypeError(msg)
        return cast("tuple[K, ...]", self.layers.get(kind, ()))

    def _repr_html_(self) -> str:
        """Show the document in a notebook: the article with what was found in it, and lists beside it."""
        from newskit.formats.html import to_notebook  # noqa: PLC0415 - the formats stand above; notebooks alone ask

        return to_notebook(self)

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @property
    def publication_day(self) -> PublicationDay | None:
        """The day that dates were counted from, given or found in the text; None where it is not known."""
        if self.article.published:
            return PublicationDay(self.article.published, "given")
        for date in self.dates:
            if date.publication and date.first:
                return PublicationDay(date.first, date.publication, date)
        return None

    @property
    def parts(self) -> tuple[Part, ...]:
        """Headline, standfirst, captions, paragraphs and the other parts."""
        return self[Part]

    @property
    def titles(self) -> tuple[Title, ...]:
        """Offices, ranks and jobs."""
        return self[Title]

    @property
    def entities(self) -> tuple[Entity, ...]:
        """People, organisations, places and groups."""
        return self[Entity]

    @property
    def dates(self) -> tuple[TimeExpression, ...]:
        """Time expressions."""
        return self[TimeExpression]

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Quotes, direct, mixed and indirect."""
        return self[Quote]

    @property
    def statements(self) -> tuple[Quote, ...]:
        """The quotes of what was said or written and asserted, without thoughts, acts, and what was denied or asked."""
        return tuple(
            quote for quote in self.quotes if quote.reports in ("speech", "writing") and quote.status == "asserted"
        )
