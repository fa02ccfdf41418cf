"""The kit: a configuration turned into a plan, and the plan run on articles."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import GeneratorType
from typing import Any, NoReturn

from newskit.document import Document
from newskit.errors import ExtractorError, Failure, PluginError, describe
from newskit.extractor import Doc, Extractor
from newskit.hookspecs import Config, Format
from newskit.kinds import Article, Span, leaves
from newskit.merge import merge
from newskit.paths import warn_of_path
from newskit.plan import Plan, Step, make_plan
from newskit.plugins import Registry, discover, settle, several
from newskit.text import Ground

Layers = dict[type, tuple[object, ...]]


class Kit:
    """A set of plugins and their options, ready to extract.

    ``plugins`` names the installed plugins to use (default: all, or ``NEWSKIT_PLUGINS``), ``block`` those to leave out
    (default ``NEWSKIT_BLOCK``), ``add`` plugin objects that are not installed. ``prefer`` names plugins or extractors
    whose annotations win where several make one kind. ``options`` holds options by plugin name. With ``strict`` an
    extractor that fails raises ``ExtractorError``; without, the failure is recorded and everything else goes on.
    A plugin that cannot be loaded is left out with a ``PluginWarning``, and so is one whose extractors cannot be put in
    an order with those of the others; with ``strict`` the latter raises ``PlanError``. Raises ``PluginError`` for an
    unknown name, for a string where several names are expected, and for a plugin that is broken with the options given
    to it; ``InputError`` for options that are not by plugin.

    A kit cannot be pickled: each process makes its own.
    """

    def __init__(
        self,
        *,
        plugins: Iterable[str] | None = None,
        block: Iterable[str] | None = None,
        add: Iterable[object] = (),
        prefer: Iterable[str] = (),
        options: Mapping[str, Mapping[str, Any]] | None = None,
        strict: bool = False,
    ) -> None:
        config = Config(options or {})
        found = discover(plugins=plugins, block=block, add=add, config=config)
        self.registry: Registry = found if strict else settle(found)
        self.plan: Plan = make_plan(self.registry.extractors)
        self.prefer = several(prefer)
        self.strict = strict
        self._check_names(config)

    def __reduce__(self) -> NoReturn:
        msg = "a Kit cannot be pickled: make one in each process, where its data is loaded once"
        raise TypeError(msg)

    def _check_names(self, config: Config) -> None:
        known = {plugin.name for plugin in self.registry.plugins}
        extractors = {each.qualified_name for each in self.registry.extractors}
        for name in sorted({*config.options} - known | {*self.prefer} - known - extractors):
            msg = f"no plugin is named {name!r}; installed: {', '.join(sorted(known)) or 'none'}"
            raise PluginError(msg, plugin=name)

    @property
    def formats(self) -> tuple[Format, ...]:
        """The formats that the plugins brought."""
        return self.registry.formats

    def extract(
        self,
        article: Article | str,
        *,
        id: str = "",  # noqa: A002 - the field's name in the contract
        published: dt.date | str | None = None,
        url: str | None = None,
        publisher: str | None = None,
        language: str = "en",
    ) -> Document:
        """Find everything in one article, given as text or as an ``Article``; what is known beside a text is named.

        Raises ``InputError`` for a wrong date or a text that is none, ``TypeError`` where something is named beside an
        ``Article``, which says it itself, and ``ExtractorError`` in strict mode. Gives an ``InputWarning`` for a text
        of one line that is the path of a file.
        """
        if not isinstance(article, Article):
            warn_of_path(article)
            article = Article(article, id=id, published=published, url=url, publisher=publisher, language=language)
        elif (id, published, url, publisher, language) != ("", None, None, None, "en"):
            msg = "an Article says its own id, published, url, publisher and language; make it with attrs.evolve"
            raise TypeError(msg)
        ground = Ground(article.text)
        layers: Layers = {}
        failures: list[Failure] = []
        for step in self.plan:
            layers[step.kind] = self._run(step, article, ground, layers, failures)
        return Document(article, layers, tuple(failures))

    def pipe(self, articles: Iterable[Article | str]) -> Iterator[Document]:
        """Extract article by article, in order, holding one at a time.

        Raises ``TypeError`` for a single article, and what ``extract`` raises.
        """
        if isinstance(articles, (str, Article)):
            msg = "expected several articles; one article is for Kit.extract"
            raise TypeError(msg)
        return map(self.extract, articles)

    def _run(
        self, step: Step, article: Article, ground: Ground, layers: Layers, failures: list[Failure]
    ) -> tuple[object, ...]:
        outputs: dict[str, list[object]] = {}
        for maker in step.makers:
            try:
                made = list(_returned(maker, Doc(article, ground, layers, maker)))
                if made:
                    check_made(maker, made, article.text, layers)
            except Exception as exc:
                self._record(exc, maker, article, failures)
            else:
                outputs[maker.qualified_name] = made
        try:
            return merge(outputs, self.prefer)
        except Exception as exc:  # a plugin's kind whose instances cannot be compared or made anew
            for maker in step.makers:
                if maker.qualified_name in outputs:
                    self._record(exc, maker, article, failures)
            return ()

    def _record(self, exc: Exception, maker: Extractor, article: Article, failures: list[Failure]) -> None:
        if self.strict:
            raise _strict_error(exc, maker, article) from exc
        failures.append(Failure.of(exc, extractor=maker.qualified_name, plugin=maker.plugin, article_id=article.id))


def _returned(maker: Extractor, doc: Doc) -> Iterable[object]:
    returned = maker(doc)
    if not isinstance(returned, (GeneratorType, list, tuple, Iterable)):  # the last is slow to tell
        msg = f"returned {type(returned).__name__}, expected an iterable of {maker.makes.__name__}"
        raise PluginError(msg, plugin=maker.plugin)
    return returned


def _strict_error(exc: Exception, maker: Extractor, article: Article) -> ExtractorError:
    where = f"article {article.id!r}" if article.id else "the article"
    msg = f"{maker.qualified_name} failed on {where}: {describe(exc)}"
    return ExtractorError(msg, extractor=maker.qualified_name, plugin=maker.plugin, article_id=article.id)


def check_made(maker: Extractor, made: list[object], text: str, layers: Mapping[type, tuple[object, ...]]) -> None:
    """Hold what an extractor made against its declaration, the text, and the annotations made before.

    Raises ``PluginError`` for a wrong kind, a span that does not fit and a reference to what is not in the document.
    """
    known: dict[type, set[int]] = {}
    makes = maker.makes
    for annotation in made:
        if type(annotation) is not makes:
            msg = f"yielded {type(annotation).__name__}, declares {maker.makes.__name__}"
            raise PluginError(msg, plugin=maker.plugin)
        for leaf in leaves(annotation):
            if type(leaf) is Span:
                if text[leaf.start : leaf.end] != leaf.text:
                    raise _misfit(leaf, text, maker)
                continue
            kind = type(leaf)
            if kind not in known:
                known[kind] = set(map(id, layers.get(kind, ())))
            if id(leaf) not in known[kind]:
                msg = f"{maker.makes.__name__} refers to a {kind.__name__} that is not in the document"
                raise PluginError(msg, plugin=maker.plugin)


def _misfit(span: Span, text: str, maker: Extractor) -> PluginError:
    found = text[span.start : span.end]
    msg = f"span {span.start}:{span.end} says {span.text!r}, but the text there is {found!r}"
    return PluginError(msg, plugin=maker.plugin)


@cache
def default_kit() -> Kit:
    """Return the kit of all installed plugins with no options, made at the first call."""
    return Kit()


def extract(
    article: Article | str,
    *,
    id: str = "",  # noqa: A002 - the field's name in the contract
    published: dt.date | str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    language: str = "en",
) -> Document:
    """Find everything in one article with the default kit; the same arguments as ``Kit.extract``."""
    return default_kit().extract(article, id=id, published=published, url=url, publisher=publisher, language=language)
