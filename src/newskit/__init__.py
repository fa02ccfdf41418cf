"""newskit turns the text of a news article into typed, linked facts: who said what, when, and in what office."""

from newskit.document import Document
from newskit.errors import (
    CorpusError,
    ExtractorError,
    Failure,
    InputError,
    MissingExtraError,
    NewskitError,
    PlanError,
    PluginError,
    PluginWarning,
)
from newskit.extractor import Doc, Extractor, extractor
from newskit.hookspecs import Config, Format, hookimpl
from newskit.kinds import (
    Article,
    Entity,
    EntityKind,
    Mention,
    Part,
    PartKind,
    Quote,
    QuoteKind,
    SourceType,
    Span,
    TimeExpression,
    TimeType,
    Title,
    TitleKind,
)
from newskit.kit import Kit, extract

__all__ = [
    "Article",
    "Config",
    "CorpusError",
    "Doc",
    "Document",
    "Entity",
    "EntityKind",
    "Extractor",
    "ExtractorError",
    "Failure",
    "Format",
    "InputError",
    "Kit",
    "Mention",
    "MissingExtraError",
    "NewskitError",
    "Part",
    "PartKind",
    "PlanError",
    "PluginError",
    "PluginWarning",
    "Quote",
    "QuoteKind",
    "SourceType",
    "Span",
    "TimeExpression",
    "TimeType",
    "Title",
    "TitleKind",
    "extract",
    "extractor",
    "hookimpl",
]
