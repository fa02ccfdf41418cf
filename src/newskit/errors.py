"""Errors, warnings, and the record of what failed."""

from __future__ import annotations

from typing import Self

from attrs import frozen


class NewskitError(Exception):
    """Base of every error that newskit raises on purpose; all can be pickled, to come back from worker processes."""

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuilt, (type(self), self.args, self.__dict__)


def _rebuilt(cls: type[NewskitError], args: tuple[object, ...], attributes: dict[str, object]) -> NewskitError:
    """Make an error without its constructor, whose keywords pickle does not know."""
    error = cls.__new__(cls)
    error.args = args
    error.__dict__.update(attributes)
    return error


def reason(exc: Exception) -> str:
    """Return what the system says of a refusal as messages have it: in lower case, without number and path."""
    if isinstance(exc, FileExistsError):  # only folders are made where something may be
        return "a file is there, expected a folder"
    return (getattr(exc, "strerror", None) or str(exc)).lower()


class InputError(NewskitError, ValueError):
    """Input that cannot be read: says the file, the line and the field where they are known.

    ``line`` counts from 1; ``field`` is a name or a path such as ``quotes[3].start``; ``message`` is the error without
    its place.
    """

    def __init__(
        self,
        message: str,
        *,
        path: str | None = None,
        line: int | None = None,
        field: str | None = None,
    ) -> None:
        self.message, self.path, self.line, self.field = message, path, line, field
        where = ":".join(str(part) or repr(part) for part in (path, line) if part is not None)
        place = ", ".join(part for part in (where, f"field {field!r}" if field else "") if part)
        super().__init__(f"{place}: {message}" if place else message)

    def located(self, *, path: str, line: int | None = None) -> InputError:
        """Return the same error for a file and a line that only the caller knows."""
        return InputError(self.message, path=path, line=line, field=self.field)


class PluginError(NewskitError):
    """A plugin that cannot be found, loaded or registered, or that breaks the contract."""

    def __init__(self, message: str, *, plugin: str | None = None, distribution: str | None = None) -> None:
        self.plugin, self.distribution = plugin, distribution
        super().__init__(message)


class OptionError(PluginError):
    """An option that its plugin does not have or cannot take: says the file, the plugin and the option if known.

    ``option`` is a name or a path such as ``roles.office[2]``; ``message`` is the error without the file.
    """

    def __init__(
        self, message: str, *, plugin: str | None = None, option: str | None = None, path: str | None = None
    ) -> None:
        self.message, self.option, self.path = message, option, path
        super().__init__(f"{path}: {message}" if path else message, plugin=plugin)

    def located(self, path: str) -> OptionError:
        """Return the same error for a file that only the caller knows."""
        return OptionError(self.message, plugin=self.plugin, option=self.option, path=path)


class NotAskedForError(PluginError):
    """What a hook raises whose plugin does nothing unless it is asked for: it is listed as blocked, with the message.

    No warning is given. A plugin is asked for by an option or by its name (``Config.asks_for``).
    """


class PlanError(NewskitError):
    """Extractors that cannot be put in an order."""


class ExtractorError(NewskitError):
    """An extractor that failed on an article; raised in strict mode only."""

    def __init__(self, message: str, *, extractor: str, plugin: str, article_id: str) -> None:
        self.extractor, self.plugin, self.article_id = extractor, plugin, article_id
        super().__init__(message)


class WorkerError(NewskitError):
    """A worker process that died, or that cannot be given what it is to work with."""


class MissingExtraError(NewskitError, ImportError):
    """A package that an optional part of newskit needs is not installed; ``path`` is the file that needs it, if any."""

    def __init__(self, package: str, *, extra: str, path: str | None = None) -> None:
        self.package, self.extra, self.path = package, extra, path
        told = f"{package} is not installed; run: pip install 'newskit[{extra}]'"
        super().__init__(f"{path}: {told}" if path else told)


class CorpusError(NewskitError):
    """A corpus run that cannot start or go on."""


class UnfinishedError(CorpusError):
    """A corpus run that cannot go on; what is finished stays, and the same run goes on from there."""


class InputWarning(UserWarning):
    """A text that is likely to be a mistake: the path of a file in the place of what is in it."""


class LanguageWarning(UserWarning):
    """An article is in a language that no extractor is made for; a kit tells the first article of each language.

    ``Kit.covers`` tells it of any.
    """


class PluginWarning(UserWarning):
    """A plugin is broken: it was left out, or a part of what it does was; the message names it."""


class UnmadeKindWarning(PluginWarning):
    """What a plugin that was chosen by name reads is made by none of those chosen: it finds less, or nothing."""


class FailureWarning(PluginWarning):
    """An extractor failed, or what it made cannot be written; a kit tells the first failure of each of its extractors.

    All failures are in the documents.
    """


def describe(exc: BaseException) -> str:
    """Return an exception's type and message; never raises, though a foreign ``__str__`` may."""
    try:
        return f"{type(exc).__name__}: {exc}"
    except BaseException:
        return f"{type(exc).__name__}, whose message cannot be shown"


def _traceback(exc: BaseException) -> str:
    import traceback  # noqa: PLC0415 - import time, for the rare article that fails

    try:
        return "".join(traceback.format_exception(exc))
    except BaseException:  # an exception can lie about itself in many ways
        return ""


@frozen
class Failure:
    """What one extractor could not do on one article, kept beside the results.

    ``error`` is the exception's type and message, ``traceback`` its full text.
    """

    extractor: str
    plugin: str
    article_id: str
    error: str
    traceback: str = ""

    @classmethod
    def of(cls, exc: BaseException, *, extractor: str, plugin: str, article_id: str) -> Self:
        """Record an exception that an extractor raised."""
        return cls(
            extractor=extractor, plugin=plugin, article_id=article_id, error=describe(exc), traceback=_traceback(exc)
        )
