"""newskit turns the text of a news article into typed, linked facts: who said what, when, and in what office."""

from typing import TYPE_CHECKING

from newskit.article import Article
from newskit.document import Document, Dropped, PublicationDay, Revised
from newskit.errors import (
    CorpusError,
    ExtractorError,
    Failure,
    FailureWarning,
    InputError,
    InputWarning,
    LanguageWarning,
    MissingExtraError,
    NewskitError,
    NotAskedForError,
    OptionError,
    PlanError,
    PluginError,
    PluginWarning,
    UnmadeKindWarning,
    WorkerError,
)
from newskit.extractor import Doc, Extractor, extractor, reviser
from newskit.hookspecs import Config, Format, hookimpl
from newskit.kinds import Entity, Mention, Part, Quote, TimeExpression, Title
from newskit.kit import Kit, extract
from newskit.spans import Span
from newskit.terms import (
    EntityKind,
    EntitySubtype,
    PartKind,
    QuoteKind,
    Reported,
    ReportStatus,
    SourceType,
    TimeType,
    TitleKind,
    TitleTie,
)
from newskit.verify import verify

if TYPE_CHECKING:
    from newskit.verify import Verdict

__all__ = [
    "Article",
    "Config",
    "CorpusError",
    "Doc",
    "Document",
    "Dropped",
    "Entity",
    "EntityKind",
    "EntitySubtype",
    "Extractor",
    "ExtractorError",
    "Failure",
    "FailureWarning",
    "Format",
    "InputError",
    "InputWarning",
    "Kit",
    "LanguageWarning",
    "Mention",
    "MissingExtraError",
    "NewskitError",
    "NotAskedForError",
    "OptionError",
    "Part",
    "PartKind",
    "PlanError",
    "PluginError",
    "PluginWarning",
    "PublicationDay",
    "Quote",
    "QuoteKind",
    "ReportStatus",
    "Reported",
    "Revised",
    "SourceType",
    "Span",
    "TimeExpression",
    "TimeType",
    "Title",
    "TitleKind",
    "TitleTie",
    "UnmadeKindWarning",
    "Verdict",
    "WorkerError",
    "__version__",
    "extract",
    "extractor",
    "hookimpl",
    "reviser",
    "verify",
]

__version__: str

if not TYPE_CHECKING:  # a type checker would take any name for one of newskit's

    def __getattr__(name: str) -> object:
        if name == "__version__":
            from importlib.metadata import version  # noqa: PLC0415 - half of newskit's import time, for who asks

            return version(__name__)
        if name == "Verdict":
            from newskit.verify.verdict import Verdict  # noqa: PLC0415 - likewise

            return Verdict
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
