"""The vocabulary: spans, the article, and the kinds of annotation.

Every kind is a frozen, slotted attrs class with a ``layer``, the name under which a document lists its annotations.
Any package can bring a kind of its own: an attrs class with a ``layer`` is all that is asked. It may name fields
as ``severable`` whose items stand for themselves, as the mentions of an entity do: where what several makers made is
united, an overlap costs the item and not the annotation.
"""

from __future__ import annotations

import datetime as dt
import reprlib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import UnionType
from typing import Any, ClassVar, Literal, Union, cast, get_args, get_origin, get_type_hints

import attrs
from attrs import field, frozen

from newskit.errors import InputError

PartKind = Literal[
    "headline",
    "standfirst",
    "byline",
    "dateline",
    "caption",
    "credit",
    "subhead",
    "paragraph",
    "separator",
    "boilerplate",
    "correction",
]
"""The parts of an article."""
EntityKind = Literal["person", "organization", "place", "group"]
"""What an entity is."""
TitleKind = Literal["before", "after", "alone"]
"""Where a title stands: before the name, after it, or alone."""
TitleTie = Literal["adjacent", "apposition", "copula", "as", "coordination", "address", "none"]
"""How a title is tied to its holder; the page on the rules of titles has an example of each."""
_USUAL_TIE: Mapping[str, TitleTie] = {"before": "adjacent", "after": "apposition"}
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
"""The types of TIMEX3 (TimeML 1.2.1)."""
QuoteKind = Literal["direct", "mixed", "indirect"]
"""Direct: in marks throughout; mixed: in part; indirect: not at all."""
SourceType = Literal[
    "named person",
    "named organization",
    "document",
    "anonymous source",
    "unnamed person",
    "unnamed group",
]
"""What a source is, as newsrooms count it."""


def _one_of(literal: object) -> Callable[..., None]:
    words = get_args(literal)

    def check(_: object, attribute: attrs.Attribute[str], value: object) -> None:
        if value not in words:
            msg = f"expected one of {', '.join(words)}, got {value!r}"
            raise InputError(msg, field=attribute.name)

    return check


@frozen(order=True)
class Span:
    """A stretch of the article's text.

    ``start`` and ``end`` are half-open Unicode code point offsets into ``Article.text``, and ``text`` is
    ``Article.text[start:end]``. A span is never empty; spans sort by their place. Raises ``InputError`` where the
    three do not fit together.
    """

    start: int
    end: int
    text: str

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start < self.end or self.end - self.start != len(self.text):
            msg = f"span {self.start}:{self.end} does not fit {self.text!r}: expected 0 <= start < end = start + length"
            raise InputError(msg, field="span")

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end


# A converter for each type: the plain `tuple` loses the type of its items on the way through mypy's attrs plugin.
def _spans(values: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(values)


@frozen
class Part:
    """A part of the article: its headline, a caption, a paragraph. Parts may nest (a credit in a caption)."""

    layer: ClassVar[str] = "parts"

    kind: PartKind = field(validator=_one_of(PartKind))
    span: Span
    rule: str = ""


def _parts(values: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(values)


def _published(value: dt.date | str | None) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    if value is None or isinstance(value, dt.date):
        return value
    try:
        return dt.datetime.fromisoformat(value).date()
    except (TypeError, ValueError):
        msg = f"expected a date as YYYY-MM-DD, got {value!r}"
        raise InputError(msg, field="published") from None


def _string(_: object, attribute: attrs.Attribute[str], value: object) -> None:
    if not isinstance(value, str):
        msg = f"expected a string, got {type(value).__name__}"
        raise InputError(msg, field=attribute.name)


_string_or_none = attrs.validators.optional(_string)


@frozen
class Article:
    """A news article as it came in; ``text`` is never edited.

    ``published`` is the day of publication, given as a date or as ISO 8601 text. ``parts`` are those that a reader
    already knows (from HTML, say); where there are any, no structure is guessed but a dateline in the first
    paragraph. Raises ``InputError`` for a field that is no string where one is expected, and for a date that is none.
    """

    text: str = field(validator=_string, repr=reprlib.repr)
    id: str = field(default="", validator=_string)
    published: dt.date | None = field(default=None, converter=_published)
    url: str | None = field(default=None, validator=_string_or_none)
    publisher: str | None = field(default=None, validator=_string_or_none)
    language: str = field(default="en", validator=_string)
    parts: tuple[Part, ...] = field(default=(), converter=_parts)
    meta: Mapping[str, Any] = field(factory=dict, hash=False)


@frozen
class Title:
    """An office, rank, job or honorific with the organisation and the place in it.

    ``span`` is the whole phrase as written. ``role`` ("Chief Cabinet Secretary"), ``organization`` ("Foreign
    Ministry"), ``place`` ("Japan") and ``within``, what the organisation belongs to ("Taliban"), are as written,
    without article and possessive mark. ``kind`` says where the title stands: before the name, after it, or alone.
    An ``honorific`` is a form of address and names no office ("Mr."); ``claimed`` is what somebody in the article says
    of the holder ("Police said Roe was the leader"), not the article itself. A ``former`` office is held no more: see
    ``newskit.text.is_former``. ``tie`` says how the title is tied to its holder; ``copula`` and ``as`` tie one that
    stands alone to a pronoun ("She was the mayor"). Unless given, ``kind`` decides.
    """

    layer: ClassVar[str] = "titles"

    span: Span
    role: str
    organization: str | None = None
    place: str | None = None
    within: str | None = None
    kind: TitleKind = field(default="alone", validator=_one_of(TitleKind))
    rule: str = ""
    honorific: bool = False
    claimed: bool = False
    former: bool = False
    tie: TitleTie = field(validator=_one_of(TitleTie))

    @tie.default
    def _usual_tie(self) -> TitleTie:
        return _USUAL_TIE.get(self.kind, "none")


@frozen
class Mention:
    """One place where an entity is named, and the rule that tied it to the entity."""

    span: Span
    rule: str = ""


def _mentions(values: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple(values)


def _titles(values: Iterable[Title]) -> tuple[Title, ...]:
    return tuple(values)


@frozen
class Entity:
    """A person, organisation, place or group: one entity for all that the article says of it.

    ``mentions`` are its names in the text, ``nominal_mentions`` the phrases that stand for it without naming it
    ("the Taliban spokesperson"); both in the order of the text.
    """

    layer: ClassVar[str] = "entities"
    severable: ClassVar[tuple[str, ...]] = ("mentions", "nominal_mentions")

    kind: EntityKind = field(validator=_one_of(EntityKind))
    name: str
    mentions: tuple[Mention, ...] = field(converter=_mentions)
    nominal_mentions: tuple[Mention, ...] = field(default=(), converter=_mentions)
    titles: tuple[Title, ...] = field(default=(), converter=_titles)

    @property
    def title(self) -> Title | None:
        """The title most useful to show, None where the article gives none.

        No honorific and no claim; an office held now rather than a former one; then the one that says most, and the
        first of those that say as much.
        """

        def said(title: Title) -> tuple[bool, int]:
            facts = sum(map(bool, (title.organization, title.place, title.within)))
            return not title.former, facts + len(title.role.split())

        offices = (title for title in self.titles if not title.honorific and not title.claimed)
        return max(offices, key=said, default=None)

    @property
    def role(self) -> str | None:
        """The role of ``title``, or None where the article gives no title."""
        return self.title.role if self.title else None


@frozen
class TimeExpression:
    """A time expression as in TimeML 1.2.1 TIMEX3.

    ``value`` is the normalised value; without a day to count from it stays in the unresolved form (``XXXX-WXX-2``).
    ``first`` and ``last`` are the days of the calendar interval that it covers, both inclusive, None where it cannot
    be known. ``span`` follows TimeML: no preposition, but with the article.
    """

    layer: ClassVar[str] = "dates"

    span: Span
    type: TimeType = field(validator=_one_of(TimeType))
    value: str
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    rule: str = ""


def _confidence(_: object, attribute: attrs.Attribute[float], value: float) -> None:
    if not 0.0 <= value <= 1.0:
        msg = f"expected a number from 0 to 1, got {value!r}"
        raise InputError(msg, field=attribute.name)


def _some(_: object, attribute: attrs.Attribute[tuple[Span, ...]], value: tuple[Span, ...]) -> None:
    if not value:
        msg = "expected at least one span, got none"
        raise InputError(msg, field=attribute.name)


def _name(entity: Entity | None) -> str:
    return repr(entity and entity.name)


@frozen
class Quote:
    """Who said what: source, cue and content as in the PARC and PolNeAR corpora.

    ``content`` has one span for each piece, marks included; ``speaker`` is the entity that ``source`` stands for, None
    where it cannot be known. ``said_on`` is the time expression of the utterance, ``venue`` where it was made
    ("statement", "social media"), ``reported_by`` the outlet that reported it. ``anonymity_reason`` is the
    phrase that says why an anonymous source is not named. ``confidence`` runs from 0 to 1.
    ``rule`` names the rule that found the quote.
    """

    layer: ClassVar[str] = "quotes"

    kind: QuoteKind = field(validator=_one_of(QuoteKind))
    content: tuple[Span, ...] = field(converter=_spans, validator=_some)
    cue: Span | None = None
    source: Span | None = None
    speaker: Entity | None = field(default=None, repr=_name)
    addressee: Span | None = None
    said_on: TimeExpression | None = None
    venue: str | None = None
    reported_by: Span | None = None
    source_type: SourceType | None = field(default=None, validator=attrs.validators.optional(_one_of(SourceType)))
    anonymous: bool = False
    anonymity_reason: Span | None = None
    confidence: float = field(default=1.0, validator=_confidence)
    rule: str = ""

    @property
    def text(self) -> str:
        """The content's pieces, joined by " … "."""
        return " … ".join(span.text for span in self.content)


KINDS: tuple[type, ...] = (Part, Title, Entity, TimeExpression, Quote)
"""The kinds that every document lists, in the order of the written form."""
ARTICLE_FIELDS = ("id", "text", "published", "url", "publisher", "language")
"""The fields of an article that stand at the top of a written document."""
DOCUMENT_FIELDS = frozenset(("schema", *ARTICLE_FIELDS, "meta", "given_parts", "failures"))
"""What a written document has besides its layers; no layer can be named so."""


def layer_of(kind: type) -> str:
    """Return the name under which a document lists a kind."""
    return cast("str", kind.layer)  # type: ignore[attr-defined]  # every kind has one


def is_kind(cls: object) -> bool:
    """Tell whether a class can be made by an extractor: an attrs class that names its ``layer``."""
    return isinstance(cls, type) and attrs.has(cls) and isinstance(getattr(cls, "layer", None), str)


_PLAIN = (str, int, float, bool, type(None), dt.date, dt.datetime)


def _is_plain(hint: object) -> bool:
    """Tell whether what is declared so can hold neither a span nor an annotation."""
    if get_origin(hint) in (Union, UnionType):
        return all(map(_is_plain, get_args(hint)))
    return hint in _PLAIN or get_origin(hint) is Literal


@cache
def _inner_fields(cls: type) -> tuple[str, ...]:
    if not attrs.has(cls):
        return ()
    try:
        hints = get_type_hints(cls)
    except Exception:  # a hint may name what only a type checker imports: then nothing is known
        hints = {}
    return tuple(each.name for each in attrs.fields(cls) if not _is_plain(hints.get(each.name)))


@cache
def _is_leaf(cls: type) -> bool:
    return cls is Span or is_kind(cls)


def _collect(value: object, found: list[object]) -> None:
    cls: Any = type(value)
    if _is_leaf(cls):
        found.append(value)
    elif isinstance(value, (tuple, list)):
        for item in value:
            _collect(item, found)
    else:
        _collect_inner(value, found)


def _collect_inner(value: object, found: list[object]) -> None:
    cls: Any = type(value)
    for name in _inner_fields(cls):
        inner = getattr(value, name)
        if type(inner) is Span:
            found.append(inner)
        elif inner is not None:
            _collect(inner, found)


def leaves(annotation: object) -> list[object]:
    """Return each span of an annotation and each other annotation that it refers to, in the order of its fields."""
    found: list[object] = []
    _collect_inner(annotation, found)
    return found


def anchor(annotation: object) -> tuple[Span, ...]:
    """Return the spans that place an annotation: those of its first field that has any."""
    cls: Any = type(annotation)
    for name in _inner_fields(cls):
        value = getattr(annotation, name)
        if type(value) is Span:
            return (value,)
        spans = spans_of(value)
        if spans:
            return spans
    return ()


def spans_of(value: object) -> tuple[Span, ...]:
    """Return the spans of a field's value or of one of its items, in order."""
    found: list[object] = []
    _collect(value, found)
    return tuple(leaf for leaf in found if type(leaf) is Span)
