"""Extractors: a function with a declaration of what it makes and reads, and the ``Doc`` it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import ClassVar, TypeVar, cast

from attrs import field, frozen

from newskit.errors import PluginError
from newskit.kinds import Article, Span, is_kind
from newskit.rules import Rules
from newskit.text import Ground, Paragraph, Quotation, Sentence, Tokens

K = TypeVar("K")


class Doc:
    """An article with the kinds made so far, as one extractor sees it.

    ``doc[Kind]`` gives the annotations of a kind that the extractor declared in ``reads``, in the order of the text,
    and ``()`` where nobody makes them. Raises ``PluginError`` for a kind that was not declared. A ``Doc`` itself is no
    sequence.
    """

    __iter__: ClassVar[None] = None  # with __getitem__ alone Python would iterate
    __slots__ = ("_ground", "_layers", "_reader", "article", "text")

    def __init__(
        self, article: Article, ground: Ground, layers: Mapping[type, tuple[object, ...]], reader: Extractor
    ) -> None:
        self.article = article
        self.text = article.text
        """The article's text; all offsets count its code points."""
        self._ground = ground
        self._layers = layers
        self._reader = reader

    def __getitem__(self, kind: type[K]) -> tuple[K, ...]:
        if kind not in self._reader.reads:
            declared = ", ".join(read.__name__ for read in self._reader.reads) or "nothing"
            wanted = getattr(kind, "__name__", repr(kind))
            msg = f"{self._reader.name} reads {wanted}, but declares {declared}"
            raise PluginError(msg, plugin=self._reader.plugin)
        return cast("tuple[K, ...]", self._layers.get(kind, ()))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the text."""
        return self._ground.paragraphs

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of every paragraph."""
        return self._ground.sentences

    @property
    def tokens(self) -> Tokens:
        """The tokens of the text, as columns."""
        return self._ground.tokens

    @property
    def tags(self) -> Sequence[str]:
        """The part of speech of each token as a tag of the Penn Treebank (``VBD``, ``VBZ``, ``MD``, ``NNS``, ``IN``).

        Parallel to the columns of ``tokens``. "don't" has the tag of its verb, "we'll" is ``PRP+MD``.
        """
        return self._ground.tags

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """The stretches between quotation marks."""
        return self._ground.quotations

    def span(self, start: int, end: int) -> Span:
        """Return the span ``start:end`` of the text; raises ``InputError`` where it is empty or outside."""
        return Span(start, end, self.text[start:end])


Function = Callable[[Doc], Iterable[object]]


def _several(rules: Rules | Iterable[Rules]) -> tuple[Rules, ...]:
    return (rules,) if isinstance(rules, (Rules, str)) else tuple(rules)


def _check_kind(kind: object) -> None:
    if not is_kind(kind):
        msg = f"{kind!r} is no kind: an attrs class with a `layer` is expected, as in @newskit.extractor(newskit.Quote)"
        raise PluginError(msg)


@frozen
class Extractor:
    """What an extractor is called, what it makes and reads, the function that does it, and the rules that it follows.

    ``plugin`` is set at registration. Calling an extractor calls its function. ``rules`` are listed by
    ``newskit plugins --rules``; those of an extractor that has none there are not known. Raises ``PluginError`` where
    ``makes`` or ``reads`` are not kinds, or ``rules`` are no ``newskit.rules.Rules``.
    """

    name: str
    makes: type
    reads: tuple[type, ...]
    function: Function
    plugin: str = ""
    rules: tuple[Rules, ...] = field(default=(), converter=_several)

    def __attrs_post_init__(self) -> None:
        for kind in (self.makes, *self.reads):
            _check_kind(kind)
        for rules in self.rules:
            if not isinstance(rules, Rules):
                msg = f"rules: expected newskit.rules.Rules, got {rules!r}"
                raise PluginError(msg)

    @property
    def qualified_name(self) -> str:
        """``plugin.name``, which is what preferences and failures name."""
        return f"{self.plugin}.{self.name}" if self.plugin else self.name

    def __call__(self, doc: Doc) -> Iterable[object]:
        """Run the function on an article."""
        return self.function(doc)


def extractor(
    makes: type, *, reads: Iterable[type] = (), name: str | None = None, rules: Rules | Iterable[Rules] = ()
) -> Callable[[Function], Extractor]:
    """Turn a function into an extractor that makes one kind; its name is the function's unless given.

    ``rules`` are those that its answers name, of one file or of several, so that they are listed and their examples
    tried.

    Raises ``PluginError`` where ``makes`` or ``reads`` are no kinds, ``rules`` are none, and what is decorated is no
    function.
    """
    _check_kind(makes)
    if isinstance(reads, type):
        msg = f"reads: expected several kinds, as in reads=({reads.__name__},), got one"
        raise PluginError(msg)
    kinds = tuple(reads)

    def declare(function: Function) -> Extractor:
        if not callable(function):
            msg = f"expected a function of a Doc, got {function!r}"
            raise PluginError(msg)
        own_name: str = getattr(function, "__name__", type(function).__name__)
        return Extractor(name or own_name, makes, kinds, function, rules=rules)

    return declare
