"""Extractors: a function with a declaration of what it makes and reads, and the ``Doc`` it is given."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, ClassVar, TypeVar, cast, overload

import attrs
from attrs import field, frozen

from newskit.article import Article
from newskit.errors import PluginError
from newskit.languages import fits, is_tag
from newskit.layers import is_kind, layer_of
from newskit.rules import Rules
from newskit.spans import Span
from newskit.text import Ground, Paragraph, Quotation, Sentence, Tokens

K = TypeVar("K")


class Doc:
    """An article with the kinds made so far, as one extractor sees it.

    ``doc[Kind]`` gives the annotations of a kind that the extractor declared in ``reads``, in the order of the text,
    and ``()`` where nobody makes them; a reviser sees those of the kind that it revises. The name of a layer, as in
    ``doc["quotes"]``, stands for its kind. Raises ``PluginError`` for what was not declared. A ``Doc`` itself is no
    sequence.
    """

    __iter__: ClassVar[None] = None  # with __getitem__ alone Python would iterate
    __slots__ = ("_ground", "_layers", "_reader", "article", "text")

    def __init__(
        self, article: Article, ground: Ground, layers: Mapping[type, tuple[object, ...]], reader: Extractor
    ) -> None:
        self.article = article
        """The article with all that is known of it, such as ``published``, ``publisher`` and ``meta``."""
        self.text = article.text
        """The article's text as it is seen, without what shows nothing and with the characters of references.

        All offsets count its code points. The kit moves what is found to the text as it came.
        """
        self._ground = ground
        self._layers = layers
        self._reader = reader

    @overload
    def __getitem__(self, kind: type[K]) -> tuple[K, ...]: ...

    @overload
    def __getitem__(self, kind: str) -> tuple[Any, ...]: ...

    def __getitem__(self, kind: type[K] | str) -> tuple[K, ...]:
        for seen in self._reader.sees:
            if seen is kind or (isinstance(kind, str) and layer_of(seen) == kind):
                return cast("tuple[K, ...]", self._layers.get(seen, ()))
        wanted = getattr(kind, "__name__", repr(kind))
        declared = ", ".join(seen.__name__ for seen in self._reader.sees) or "nothing"
        msg = f"{self._reader.name} reads {wanted}, but declares {declared}"
        raise PluginError(msg, plugin=self._reader.plugin)

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
_NAMES = ("over", "after", "before", "languages")


def _several(rules: Rules | Iterable[Rules]) -> tuple[Rules, ...]:
    return (rules,) if isinstance(rules, (Rules, str)) else tuple(rules)


def _check_kind(kind: object) -> None:
    if not is_kind(kind):
        msg = f"{kind!r} is no kind: an attrs class with a `layer` is expected, as in @newskit.extractor(newskit.Quote)"
        raise PluginError(msg)


def _check_names(_: object, attribute: attrs.Attribute[tuple[str, ...]], value: object) -> None:
    if not isinstance(value, tuple) or not all(isinstance(each, str) for each in value):
        what = attribute.name
        raise PluginError(f"{what}: expected names of plugins or extractors, as in {what}=('acme',), got {value!r}")


def _check_languages(_: object, attribute: attrs.Attribute[tuple[str, ...]], value: object) -> None:
    if not isinstance(value, tuple) or not all(map(is_tag, value)):
        what = attribute.name
        raise PluginError(f"{what}: expected tags as in BCP 47, such as {what}=('de', 'pt-BR'), got {value!r}")


@frozen
class Extractor:
    """What an extractor is called, what it makes and reads, the function that does it, and the rules that it follows.

    ``plugin`` is set at registration. Calling an extractor calls its function. ``rules`` are listed by
    ``newskit plugins --rules``; those of an extractor that has none there are not known. ``over``, ``after`` and
    ``before`` are names of plugins or of extractors (``plugin.name``); those of nobody here are passed over. One that
    ``revises`` gives back the whole of ``makes``, which is not among its ``reads``. ``languages`` are tags of BCP 47:
    it runs on articles in these alone, and on all where there are none. Raises ``PluginError`` where ``makes`` or
    ``reads`` are not kinds, ``rules`` are no ``newskit.rules.Rules``, names are no strings, or languages are no tags.
    """

    name: str
    makes: type
    reads: tuple[type, ...]
    function: Function
    plugin: str = ""
    rules: tuple[Rules, ...] = field(default=(), converter=_several)
    revises: bool = False
    over: tuple[str, ...] = field(default=(), validator=_check_names)
    after: tuple[str, ...] = field(default=(), validator=_check_names)
    before: tuple[str, ...] = field(default=(), validator=_check_names)
    languages: tuple[str, ...] = field(default=(), validator=_check_languages)

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

    @property
    def sees(self) -> tuple[type, ...]:
        """The kinds that ``doc`` gives it: what it reads and what it revises."""
        return (self.makes, *self.reads) if self.revises else self.reads

    def is_named(self, names: Collection[str]) -> bool:
        """Tell whether names of plugins and extractors name this one."""
        return self.qualified_name in names or self.plugin in names

    def fits(self, language: str) -> bool:
        """Tell whether it runs on articles in a language: ``en-GB`` fits ``en``, and all fit where it declares none."""
        return not self.languages or fits(language, self.languages)

    def __call__(self, doc: Doc) -> Iterable[object]:
        """Run the function on an article."""
        return self.function(doc)


def extractor(
    makes: type[K],
    *,
    reads: Iterable[type] = (),
    name: str | None = None,
    rules: Rules | Iterable[Rules] = (),
    over: Iterable[str] = (),
    languages: Iterable[str] = (),
) -> Callable[[Callable[[Doc], Iterable[K]]], Extractor]:
    """Turn a function into an extractor that makes one kind; its name is the function's unless given.

    ``rules`` are those that its answers name, of one file or of several, so that they are listed and their examples
    tried. ``over`` names the plugins and extractors of the same kind that it goes before where their annotations
    overlap; what the user of a kit prefers goes before that. ``languages`` are those that it is made for, as tags of
    BCP 47 such as ``de``, which ``de-CH`` fits; it runs on articles in these alone, and without any on all.

    Raises ``PluginError`` where ``makes`` or ``reads`` are no kinds, ``rules`` are none, ``over`` or ``languages`` is
    one string or no tag, and what is decorated is no function.
    """
    return _declaring(makes, reads, name, rules=rules, over=over, languages=languages)


def reviser(
    kind: type[K],
    *,
    reads: Iterable[type] = (),
    name: str | None = None,
    rules: Rules | Iterable[Rules] = (),
    after: Iterable[str] = (),
    before: Iterable[str] = (),
    languages: Iterable[str] = (),
) -> Callable[[Callable[[Doc], Iterable[K]]], Extractor]:
    """Turn a function into an extractor that revises a kind: it gives back the whole of it, which takes its place.

    ``doc[kind]`` is what all makers made, united, as the revisers before have left it. What is given back may be the
    same annotations, fewer, changed ones (``attrs.evolve``) and new ones; nobody else has read the kind before.
    Revisers of one kind run in the order of their names but for those that are named in ``after`` and ``before``, as
    plugins or extractors. A reviser that fails costs its own revision alone. ``rules`` are those that it follows, as of
    an extractor; ``languages`` are those of its articles.

    Raises ``PluginError`` as ``extractor`` does.
    """
    return _declaring(
        kind,
        reads,
        name,
        revises=True,
        rules=rules,
        after=after,
        before=before,
        languages=languages,
    )


def _all_of(name: str, given: Any) -> Any:  # noqa: ANN401 - a field of Extractor
    """Return several names as a tuple; raises ``PluginError`` for one string and for what cannot be gone through."""
    if name not in _NAMES:
        return given
    if isinstance(given, str):
        raise PluginError(f"{name}: expected several names, as in {name}=({given!r},), got the string {given!r}")
    if not isinstance(given, Iterable):
        raise PluginError(f"{name}: expected several names, got {given!r}")
    return tuple(given)


def _declaring(
    makes: type,
    reads: Iterable[type],
    name: str | None,
    **declared: Any,  # noqa: ANN401 - fields of Extractor
) -> Callable[[Function], Extractor]:
    _check_kind(makes)
    if isinstance(reads, type):
        msg = f"reads: expected several kinds, as in reads=({reads.__name__},), got one"
        raise PluginError(msg)
    if not isinstance(reads, Iterable):
        raise PluginError(f"reads: expected several kinds, got {reads!r}")
    declared = {each: _all_of(each, given) for each, given in declared.items()}
    revises = declared.get("revises", False)
    kinds = tuple(kind for kind in reads if not (revises and kind is makes))

    def declare(function: Function) -> Extractor:
        if not callable(function):
            msg = f"expected a function of a Doc, got {function!r}"
            raise PluginError(msg)
        own_name: str = getattr(function, "__name__", type(function).__name__)
        return Extractor(name or own_name, makes, kinds, function, **declared)

    return declare
