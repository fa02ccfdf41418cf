"""The vocabulary: the kinds of annotation.

Every kind is a frozen, slotted attrs class with a ``layer``, the name under which a document lists its annotations.
Any package can bring a kind of its own: an attrs class with a ``layer`` is all that is asked. It may name fields
as ``severable`` whose items stand for themselves, as the mentions of an entity do: where what several makers made is
united, an overlap costs the item and not the annotation. Where it says that it ``nests``, one that lies within another
maker's is kept beside it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import ClassVar

from attrs import field, frozen

from newskit import fields, office
from newskit.characters import as_seen
from newskit.errors import InputError
from newskit.fields import DAY, FLAG, FRACTION, MAYBE_FRACTION, TEXT, Fields, as_tuple, maybe, one, several, word
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

_USUAL_TIE: Mapping[str, TitleTie] = {"before": "adjacent", "after": "apposition"}
_A_SPAN = one(Span)


# A converter for each type: the plain `tuple` loses the type of its items on the way through mypy's attrs plugin.
def _spans(values: Iterable[Span]) -> tuple[Span, ...]:
    found: tuple[Span, ...] = values if type(values) is tuple else as_tuple(values)
    return found


@frozen
class Part:
    """A part of the article: its headline, a caption, a paragraph. Parts may nest (a credit in a caption).

    Of newskit's own parts, the outer ones hold every line; outside them lie only white space and, at the ends of a
    line, characters that show nothing (zero-width spaces and joiners, byte order marks, soft hyphens).
    """

    layer: ClassVar[str] = "parts"

    kind: PartKind
    span: Span
    rule: str = ""

    def __attrs_post_init__(self) -> None:
        _PART.check(self)


_PART = Fields(kind=word(PartKind), span=_A_SPAN, rule=TEXT)


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
    kind: TitleKind = "alone"
    rule: str = ""
    honorific: bool = False
    claimed: bool = False
    former: bool = False
    tie: TitleTie = field()

    @tie.default
    def _usual_tie(self) -> TitleTie:
        return _USUAL_TIE.get(self.kind, "none")

    def __attrs_post_init__(self) -> None:
        _TITLE.check(self)


_MAYBE_TEXT = maybe(TEXT)
_TITLE = Fields(
    span=_A_SPAN,
    role=TEXT,
    organization=_MAYBE_TEXT,
    place=_MAYBE_TEXT,
    within=_MAYBE_TEXT,
    kind=word(TitleKind),
    rule=TEXT,
    honorific=FLAG,
    claimed=FLAG,
    former=FLAG,
    tie=word(TitleTie),
)


@frozen
class Mention:
    """One place where an entity is named, and the rule that tied it to the entity."""

    span: Span
    rule: str = ""

    def __attrs_post_init__(self) -> None:
        if type(self.span) is not Span or type(self.rule) is not str:
            _MENTION.check(self)


_MENTION = Fields(span=_A_SPAN, rule=TEXT)


def _mentions(values: Iterable[Mention]) -> tuple[Mention, ...]:
    if type(values) is tuple:
        return values
    found: tuple[Mention, ...] = tuple(values) if type(values) is list else as_tuple(values)
    return found


def _titles(values: Iterable[Title]) -> tuple[Title, ...]:
    if not values:
        return ()
    found: tuple[Title, ...] = values if type(values) is tuple else as_tuple(values)
    if len(found) > 1 and all(type(title) is Title for title in found):
        return tuple(office.ordered(found))
    return found


@frozen
class Entity:
    """A person, organisation, place or group: one entity for all that the article says of it.

    ``name`` is the fullest of its names, with the surname that a given name shares with the one behind it ("Tom" of
    "Tom and Ann Poe" is Tom Poe), so that it need not stand in the text. ``mentions`` are its names in the text,
    ``nominal_mentions`` the phrases that stand for it without naming it ("the Taliban spokesperson"); both in the order
    of the text. At least one of the two has to be there. ``pronouns`` are "he", "she" and their forms where the
    article, in its own words, uses them of a person. ``ids`` are identifiers by scheme (``{"wikidata": "Q42"}``),
    ``extra`` what else a plugin says of it, both as for a ``Quote``.

    ``titles`` are in order of aptness, whatever order they are given in: an office before a claim, a form of address
    and a rank by birth ("Sheikh"), held now before formerly, what somebody does before what one merely belongs to
    ("member", "resident"), with its organisation or place before without, then the one that says most; of equals the
    first given. A title that stands alone is among them where it tells better who the person is.
    ``affiliation`` is what the office of ``title`` is of where the title does not say it: an organisation or place
    named elsewhere, the nation that the article is about ("Finland"), the person whose spokesman somebody is, or the
    party and seat behind the name ("D-Hartford"); without a title, the organisation that somebody is said to be of
    ("Ann Roe of Acme"), or what a verb before the name says somebody is ("star"). ``affiliation_rule`` says why.
    ``subtype`` is "facility" for a place that was built.
    """

    layer: ClassVar[str] = "entities"
    severable: ClassVar[tuple[str, ...]] = ("mentions", "nominal_mentions")

    kind: EntityKind
    name: str
    mentions: tuple[Mention, ...] = field(converter=_mentions)
    nominal_mentions: tuple[Mention, ...] = field(default=(), converter=_mentions)
    titles: tuple[Title, ...] = field(default=(), converter=_titles)
    ids: Mapping[str, str] = fields.NO_IDS
    extra: Mapping[str, fields.Value] = fields.NO_EXTRA
    pronouns: tuple[Mention, ...] = field(default=(), converter=_mentions)
    affiliation: str | None = None
    affiliation_rule: str = ""
    subtype: EntitySubtype | None = None

    def __attrs_post_init__(self) -> None:
        _ENTITY.check(self)
        if not (self.mentions or self.nominal_mentions):
            raise InputError("expected at least one mention, got none, in Entity", field="mentions")

    @property
    def title(self) -> Title | None:
        """The first of ``titles`` that is no honorific and no claim, None where the article gives none."""
        return next((title for title in self.titles if not title.honorific and not title.claimed), None)

    @property
    def role(self) -> str | None:
        """The role of ``title``, or None where the article gives no title."""
        return self.title.role if self.title else None

    @property
    def office(self) -> str | None:
        """``title`` in one line as a newspaper would print it, "spokesman of the Foreign Ministry (Taliban)".

        Without a title it is ``affiliation``.
        """
        title = self.title
        return office.line(title, as_seen(title.span.text), self.affiliation) if title else self.affiliation


_ENTITY = Fields(
    kind=word(EntityKind),
    name=TEXT,
    mentions=several(Mention, "mentions"),
    nominal_mentions=several(Mention, "mentions"),
    titles=several(Title, "titles"),
    ids=fields.IDS,
    extra=fields.EXTRA,
    pronouns=several(Mention, "mentions"),
    affiliation=_MAYBE_TEXT,
    affiliation_rule=TEXT,
    subtype=word(EntitySubtype, or_none=True),
)


@frozen
class TimeExpression:
    """A time expression as in TimeML 1.2.1 TIMEX3.

    ``value`` is the normalised value; without a day to count from it stays in the unresolved form (``XXXX-WXX-2``).
    ``first`` and ``last`` are the days of the calendar interval that it covers, both inclusive, None where it cannot
    be known; the first is never after the last. ``span`` follows TimeML: no preposition, but with the article.
    ``publication`` says of the one expression that names the day of publication, where the article was given without
    one, what makes it that: a ``stamp`` ("Published …"), a ``line`` that is nothing but a date, the ``byline``, the
    ``dateline``, or an ``update``; None of all others.
    """

    layer: ClassVar[str] = "dates"

    span: Span
    type: TimeType
    value: str
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    rule: str = ""
    publication: str | None = None

    def __attrs_post_init__(self) -> None:
        _TIME.check(self)
        if self.first is not None and self.last is not None and self.first > self.last:
            msg = f"expected a day from {self.first} on, which is the first, got {self.last}, in TimeExpression"
            raise InputError(msg, field="last")


_TIME = Fields(
    span=_A_SPAN,
    type=word(TimeType),
    value=TEXT,
    mod=_MAYBE_TEXT,
    quant=_MAYBE_TEXT,
    freq=_MAYBE_TEXT,
    first=maybe(DAY),
    last=maybe(DAY),
    rule=TEXT,
    publication=_MAYBE_TEXT,
)


def _apart(spans: tuple[Span, ...]) -> bool:
    return len(spans) == 1 or (bool(spans) and all(one.end <= other.start for one, other in pairwise(spans)))


def _name(entity: Entity | None) -> str:
    return repr(entity and entity.name)


@frozen
class Quote:
    """Who said what: source, cue and content as in the PARC and PolNeAR corpora.

    ``content`` has one span for each piece, marks included, in the order of the text; ``speaker`` is the entity that
    ``source`` stands for, None where it cannot be known. ``said_on`` is the time expression of the utterance,
    ``venue`` where it was made ("statement", "social media"), ``reported_by`` the outlet that reported it.
    ``anonymity_reason`` is the phrase that says why an anonymous source is not named. ``confidence`` (0 to 1) is that
    content, source and speaker are right, ``speaker_confidence`` that ``speaker`` is; None where there is no speaker,
    or its maker does not tell. ``reports`` says what is reported, ``status`` how: whether it was said, or denied, asked
    and so on. ``rule`` names the rule that found the quote, ``reports_rule`` and ``status_rule`` those behind these.
    ``extra`` is what plugins add, strings, numbers and booleans by name; newskit adds nothing. It cannot be changed:
    ``attrs.evolve(quote, extra={**quote.extra, "ours": True})``.
    """

    layer: ClassVar[str] = "quotes"
    nests: ClassVar[bool] = True

    kind: QuoteKind
    content: tuple[Span, ...] = field(converter=_spans)
    cue: Span | None = None
    source: Span | None = None
    speaker: Entity | None = field(default=None, repr=_name)
    addressee: Span | None = None
    said_on: TimeExpression | None = None
    venue: str | None = None
    reported_by: Span | None = None
    source_type: SourceType | None = None
    anonymous: bool = False
    anonymity_reason: Span | None = None
    confidence: float = 1.0
    rule: str = ""
    extra: Mapping[str, fields.Value] = fields.NO_EXTRA
    reports: Reported = "speech"
    status: ReportStatus = "asserted"
    reports_rule: str = ""
    status_rule: str = ""
    speaker_confidence: float | None = None

    def __attrs_post_init__(self) -> None:
        _QUOTE.check(self)

    @property
    def text(self) -> str:
        """The content's pieces, joined by " … "."""
        return " … ".join(span.text for span in self.content)


_MAYBE_SPAN = maybe(_A_SPAN)
_QUOTE = Fields(
    kind=word(QuoteKind),
    content=several(Span, "at least one span, in the order of the text and without overlap", _apart),
    cue=_MAYBE_SPAN,
    source=_MAYBE_SPAN,
    speaker=maybe(one(Entity)),
    addressee=_MAYBE_SPAN,
    said_on=maybe(one(TimeExpression)),
    venue=_MAYBE_TEXT,
    reported_by=_MAYBE_SPAN,
    source_type=word(SourceType, or_none=True),
    anonymous=FLAG,
    anonymity_reason=_MAYBE_SPAN,
    confidence=FRACTION,
    rule=TEXT,
    extra=fields.EXTRA,
    reports=word(Reported),
    status=word(ReportStatus),
    reports_rule=TEXT,
    status_rule=TEXT,
    speaker_confidence=MAYBE_FRACTION,
)


KINDS: tuple[type, ...] = (Part, Title, Entity, TimeExpression, Quote)
"""The kinds that every document lists, in the order of the written form."""
