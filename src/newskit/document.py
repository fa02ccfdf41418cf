"""The result: an article with everything that was found in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, TypeVar, cast

from attrs import field, frozen

from newskit.errors import Failure
from newskit.kinds import KINDS, Article, Entity, Part, Quote, TimeExpression, Title, layer_of

K = TypeVar("K")


def _layers(layers: Mapping[type, tuple[object, ...]]) -> dict[type, tuple[object, ...]]:
    return {**dict.fromkeys(KINDS, ()), **layers}


def _counts(layers: Mapping[type, tuple[object, ...]]) -> str:
    return ", ".join(f"{len(made)} {layer_of(kind)}" for kind, made in layers.items())


@frozen
class Document:
    """An article, its annotations by kind, and what failed.

    ``document[Kind]`` gives the annotations of a kind in the order of the text; a kind that nobody made is ``()``.
    Raises ``TypeError`` for what is no class. A document itself is no sequence.
    """

    __iter__: ClassVar[None] = None  # with __getitem__ alone Python would iterate, and never stop

    article: Article
    layers: Mapping[type, tuple[object, ...]] = field(factory=dict, converter=_layers, hash=False, repr=_counts)
    failures: tuple[Failure, ...] = ()

    def __getitem__(self, kind: type[K]) -> tuple[K, ...]:
        if not isinstance(kind, type):
            msg = f"expected a kind such as newskit.Quote, got {kind!r}"
            raise TypeError(msg)
        return cast("tuple[K, ...]", self.layers.get(kind, ()))

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

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
