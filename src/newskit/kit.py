"""The kit: a configuration turned into a plan, which articles are taken through one by one or by several workers."""

from __future__ import annotations

import datetime as dt
import threading
import warnings
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from typing import Any, NoReturn, cast

from newskit.article import Article
from newskit.document import Document
from newskit.errors import FailureWarning, InputError, LanguageWarning, PluginWarning, UnmadeKindWarning
from newskit.extraction import extracted, named, told
from newskit.guard import can_limit
from newskit.hookspecs import Config, Format
from newskit.languages import ENGLISH
from newskit.paths import warn_of_path
from newskit.plan import Plan, make_plan, unmade
from newskit.plugins import Registry, check_names, discover, settle, several


class Kit:
    """A set of plugins and their options, ready to extract.

    ``plugins`` names the installed plugins to use (default: all, or ``NEWSKIT_PLUGINS``), ``block`` those to leave out
    (default ``NEWSKIT_BLOCK``), ``add`` plugin objects that are not installed. ``prefer`` names plugins or extractors
    whose annotations win where several make one kind. ``options`` holds options by plugin name. With ``strict`` an
    extractor that fails raises ``ExtractorError``; without, the failure is recorded and everything else goes on; the
    first failure of each extractor is a ``FailureWarning`` too. Whatever an extractor raises is its failure,
    ``SystemExit`` and its own ``KeyboardInterrupt`` included.

    ``timeout`` is the limit of time for an article, in seconds by the wall clock (default: none). The extractor at work
    when they are over fails, and those after it have as many again. An extractor that goes on in spite of being
    stopped, as with a bare ``except`` in an endless loop, is not ended. The limit needs the alarm signal of Unix
    (SIGALRM): on Windows and outside the main thread it is not kept, which is a ``RuntimeWarning``.

    A plugin that cannot be loaded is left out with a ``PluginWarning``, and so is one whose extractors cannot be put in
    an order with those of the others; with ``strict`` the latter raises ``PlanError``. Raises ``PluginError`` for an
    unknown name, for a string where several names are expected, and for a plugin that is broken with the options given
    to it; ``InputError`` for options that are not by plugin and a ``timeout`` that is no number above 0.

    Where ``plugins`` names those to use and none of them makes what another reads, that is an ``UnmadeKindWarning``.

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
        timeout: float | None = None,
    ) -> None:
        check_timeout(timeout)
        plugins, block = (None if names is None else several(names) for names in (plugins, block))
        add, prefer = several(add), several(prefer)
        chosen = {"plugins": plugins, "block": block, "add": add, "prefer": prefer}
        self._arguments: dict[str, Any] | None = {**chosen, "options": options, "strict": strict, "timeout": timeout}
        config = Config(options or {})
        found = discover(plugins=plugins, block=block, add=add, config=config)
        self.registry: Registry = found if strict else settle(found)
        self.prefer = prefer
        self.plan: Plan = make_plan(self.registry.extractors, self.prefer)
        self.strict = strict
        self.timeout = timeout
        self._told: set[object] = set()
        self._telling = threading.Lock()
        check_names(self.registry, config.options, self.prefer)
        if self.registry.by_name:
            _tell_unmade(self.registry)

    def __reduce__(self) -> NoReturn:
        msg = "a Kit cannot be pickled: make one in each process, where its data is loaded once"
        raise TypeError(msg)

    def planned(self, plan: Plan) -> Kit:
        """Return a kit of the same plugins that runs another plan."""
        kit = object.__new__(Kit)
        kit.__dict__.update(self.__dict__, plan=plan, _arguments=None)
        return kit

    def covers(self, language: str) -> bool:
        """Tell whether an extractor is made for a language; where none declares any, all are for all."""
        return self.plan.covers(language)

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
        language: str = ENGLISH,
    ) -> Document:
        """Find everything in one article, given as text or as an ``Article``; what is known beside a text is named.

        Those extractors run that are for its ``language``. Where all that declare languages are for others, that is a
        ``LanguageWarning``, and what they would make is empty.

        Raises ``InputError`` for a wrong date or a text that is none, ``TypeError`` where something is named beside an
        ``Article``, which says it itself, and ``ExtractorError`` in strict mode. Gives an ``InputWarning`` for a text
        of one line that is the path of a file.
        """
        if not isinstance(article, Article):
            warn_of_path(article)
            article = Article(article, id=id, published=published, url=url, publisher=publisher, language=language)
        elif (id, published, url, publisher, language) != ("", None, None, None, ENGLISH):
            msg = "an Article says its own id, published, url, publisher and language; make it with attrs.evolve"
            raise TypeError(msg)
        if self.timeout is not None and not can_limit() and self._first("timeout"):
            warnings.warn(_NO_LIMIT, RuntimeWarning, stacklevel=2)
        document = self._made(article)
        self._warn(document)
        return document

    def _made(self, article: Article) -> Document:
        return extracted(article, self.plan, strict=self.strict, timeout=self.timeout)

    def _warn(self, document: Document) -> None:
        """Warn of what a kit tells when it happens for the first time."""
        article = document.article
        for failure in document.failures:
            if self._first((failure.extractor,)):
                warnings.warn(told(failure), FailureWarning, stacklevel=3)
        if not self.covers(article.language) and self._first(("language", article.language)):
            warnings.warn(no_language(article, self.plan), LanguageWarning, stacklevel=3)

    def _first(self, event: object) -> bool:
        """Tell whether something happens in this kit for the first time."""
        with self._telling:
            first = event not in self._told
            self._told.add(event)
        return first

    def pipe(self, articles: Iterable[Article | str], *, workers: int = 1) -> Iterator[Document]:
        """Extract article by article, in order, holding one at a time.

        With several ``workers`` some are extracted at once, in threads where these run at the same time (free-threaded
        Python, no ``timeout``), else in processes: copies of this one where it has a single thread and the system is
        Linux, else begun anew, each with its own kit. Documents come in the order of the articles and are the same for
        any number of workers; at most some tens of articles a worker are on the way. Processes begun anew run the main
        program: keep what it does behind ``if __name__ == "__main__"``. Processes end with this one, and after Ctrl-C
        within seconds, whatever a plugin is at there; threads cannot be ended.

        Raises ``TypeError`` for a single article, ``InputError`` for a number of workers below 1, what ``extract``
        raises, and ``WorkerError`` where a process dies or cannot be given what ``add`` or ``options`` hold.
        """
        if isinstance(articles, (str, Article)):
            msg = "expected several articles; one article is for Kit.extract"
            raise TypeError(msg)
        if type(workers) is not int or workers < 1:
            raise InputError(f"expected a number of workers from 1, got {workers!r}", field="workers")
        return map(self.extract, articles) if workers == 1 else self._piped(articles, workers)

    def _piped(self, articles: Iterable[Article | str], workers: int) -> Iterator[Document]:
        from newskit import pool, recipe  # noqa: PLC0415 - import time, for who wants several workers

        given = map(self._article, articles)
        if pool.threads_run_at_once() and self.timeout is None:
            several_at_work, work = pool.of_threads(workers), self._all_made
        else:
            packed = recipe.packed(self._arguments)
            copied = partial(_kits.__setitem__, packed, self)
            several_at_work = pool.of_copies(workers, copied) if pool.can_fork() else pool.of_processes(workers)
            work = partial(_made_there, packed)
        for document in pool.in_order(several_at_work, workers, given, work):
            if isinstance(document, Exception):
                raise document
            self._warn(document)
            yield document

    def _all_made(self, articles: Iterable[Article]) -> list[Document | Exception]:
        """Return the documents of some articles up to the first that raises, and what it raises."""
        made: list[Document | Exception] = []
        try:
            made.extend(map(self._made, articles))
        except Exception as exc:
            made.append(exc)
        return made

    @staticmethod
    def _article(article: Article | str) -> Article:
        if isinstance(article, Article):
            return article
        warn_of_path(article)
        return Article(article)


_kits: dict[bytes, Kit] = {}
"""The kits of a process that works for another, by their arguments."""


def _kit_there(packed: bytes) -> Kit:
    if packed not in _kits:
        from newskit.recipe import unpacked  # noqa: PLC0415 - likewise

        with warnings.catch_warnings():
            warnings.simplefilter("ignore", PluginWarning)  # the process that began this one has said it
            _kits[packed] = Kit(**unpacked(packed))
    return _kits[packed]


def _made_there(packed: bytes, articles: list[Article]) -> list[Document | Exception]:
    from newskit.wire import Lean  # noqa: PLC0415 - likewise

    made = _kit_there(packed)._all_made(articles)  # noqa: SLF001 - of this module, and for nobody else
    return cast("list[Document | Exception]", Lean(made))  # which is what arrives


def _tell_unmade(registry: Registry) -> None:
    """Warn of kinds that extractors chosen by name read and nobody makes; what is blocked is left out on purpose."""
    missing = unmade(registry.extractors)
    if missing:
        readers = dict.fromkeys(reader.qualified_name for kind in missing for reader in missing[kind])
        kinds = ", ".join(kind.__name__ for kind in missing)
        told = f"nobody makes what {', '.join(readers)} {'reads' if len(readers) == 1 else 'read'}: {kinds}"
        warnings.warn(f"{told}; choose plugins that do, or none by name", UnmadeKindWarning, stacklevel=3)


_LONGEST = 100_000_000
"""The most seconds that every system's alarms can be set to."""
_NO_LIMIT = "the time limit is not kept: it needs SIGALRM, which comes on Unix and in the main thread only"


def check_timeout(timeout: float | None) -> None:
    """Refuse what is no time limit; raises ``InputError``."""
    if timeout is not None and not (type(timeout) in (int, float) and 0 < timeout <= _LONGEST):
        told = f"expected a number of seconds above 0, and at most {_LONGEST:,}, got {timeout!r}"
        raise InputError(told, field="timeout")


def no_language(article: Article, plan: Plan) -> str:
    """Say of an article that no extractor is made for its language."""
    others = ", ".join(plan.languages)
    where = f"{named(article.id)} is in the language {article.language!r}"
    return f"{where}, for which no extractor is made; those for {others} do not run on it"


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
    language: str = ENGLISH,
) -> Document:
    """Find everything in one article with the default kit; the same arguments as ``Kit.extract``."""
    return default_kit().extract(article, id=id, published=published, url=url, publisher=publisher, language=language)
