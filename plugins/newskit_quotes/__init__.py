"""Quotes: who said what. Direct, mixed and indirect speech by rules, with a small linear model where rules end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import newskit
from newskit_quotes import details, plain
from newskit_quotes.attribution import find
from newskit_quotes.certainty import Certainty
from newskit_quotes.columns import Columns
from newskit_quotes.contents import opens_clause
from newskit_quotes.dashes import dashed
from newskit_quotes.deciders import ByModel, ByRule
from newskit_quotes.ended import ended, hears
from newskit_quotes.headlines import is_trailed
from newskit_quotes.lexicon import Lexicon, lexicon
from newskit_quotes.model import Model, shipped
from newskit_quotes.options import Options
from newskit_quotes.overlaps import says_nothing
from newskit_quotes.phrases import RULES
from newskit_quotes.records import LABELS, Attribution, Decider, Form, Range
from newskit_quotes.reported import reported
from newskit_quotes.sources import quoted
from newskit_quotes.speakers import Speakers
from newskit_quotes.status import status
from newskit_quotes.things import does, is_of_no_one, is_tagged
from newskit_quotes.uncued import own_words

_OPEN = 0.7
"""How sure a quotation is at most whose marks are never closed."""
_FLOOR, _PLAIN_FLOOR, _DONE = 0.35, 0.2, 0.6
"""What is less likely right than this is left out; where marks or a verb of saying tell of speech, less is enough, and
of what is but done more is asked."""


def _is_embedded(columns: Columns, attribution: Attribution) -> bool:
    """Tell whether a verb of saying and its source stand within another's report: "said that | Lopez said | …"."""
    head = attribution.head
    said = columns.tags[head] == "VERB" and columns.grade(head) == "say"
    return said and attribution.source is not None and bool(attribution.within)


def _is_plain(columns: Columns, attribution: Attribution) -> bool:
    """Tell whether marks tell of speech, a clause behind "was told", a verb of saying or a claim within another's."""
    if attribution.kind != "indirect" or _is_embedded(columns, attribution) or dashed(columns, attribution.head):
        return True
    if is_tagged(columns, attribution):
        return True
    clause = any(columns.count_verbs(*piece) for piece in attribution.content)
    opened = clause and attribution.source is not None and opens_clause(columns, attribution.content[0][0])
    if opened and columns.tags[attribution.head] == "NOUN":
        return True  # "assurances from the ministry | that it was safe"
    if plain.denies(columns, attribution.head) and columns.lemma(attribution.head) == "deny":
        return True
    return clause and (columns.is_addressed(attribution.head) or plain.is_rejected(columns, attribution.head))


def _likely(columns: Columns, attribution: Attribution, confidence: float) -> float:
    """Return how likely an attribution is, which is enough where it is plain by its form.

    "One in three plans to quit, a survey found", "the court heard how he fled".
    """
    head = attribution.head
    plainly = ended(columns, head) or hears(columns, head) or is_trailed(columns, head)
    return max(confidence, _FLOOR) if plainly else confidence


def _is_none(columns: Columns, attribution: Attribution, confidence: float) -> bool:
    """Tell whether an attribution is too doubtful; no verb introduces what is signed or a turn of a dialogue."""
    if (
        is_of_no_one(columns, attribution)
        or says_nothing(columns, attribution)
        or (confidence < _DONE and does(columns, attribution))
    ):
        return True
    doubtful = confidence < _FLOOR and columns.words[attribution.head][0].isalpha()
    return doubtful and (confidence < _PLAIN_FLOOR or not _is_plain(columns, attribution))


def _quotes(doc: newskit.Doc, lexicon: Lexicon, model: Model | None) -> Iterator[newskit.Quote]:
    columns, text = Columns(doc, lexicon), doc.text
    decider: Decider = ByModel(model, columns) if model else ByRule(columns, lexicon)
    found = find(columns, decider)
    if not found:
        return
    speakers = Speakers(columns, doc[newskit.Entity])
    certainty = Certainty(speakers)
    reporters = details.reporters(columns, found)
    dates = details.Dates(doc[newskit.TimeExpression])

    def span(token_range: Range) -> newskit.Span:
        whole = columns.starts[token_range[0]], columns.ends[token_range[1] - 1]
        start, end = columns.escaped.get(token_range, whole)  # nobody wants to read &quot;
        return newskit.Span(start, end, text[start:end])

    def optional(token_range: Range | None) -> newskit.Span | None:
        return span(token_range) if token_range else None

    some_open = not all(quotation.closed for quotation in columns.quotations)
    for each in found:
        confidence = decider.confidence(each)
        confidence = _likely(columns, each, confidence)
        if _is_none(columns, each, confidence):
            continue
        if columns.left_open(each.content):  # the writer's own words may be in it
            confidence = min(confidence, _OPEN)
        labelled = each.form is Form.DIALOGUE_TURN
        speaker = speakers.resolve(each.source, each.content, labelled=labelled)
        own = own_words(columns, each.content, speaker.name) if some_open and speaker else each.content
        content = tuple(map(span, own))
        sure = certainty.of(each.source, speaker, labelled=labelled)
        confidence = confidence if sure is None else min(confidence, sure)
        free: Sequence[int] = ()
        unnamed = place = None
        if details.tells(columns, each.head):
            free = details.outside(columns, each)
            said = details.phrases_in(columns, each, free)
            unnamed, place = details.anonymity(said), details.venue_phrase(said)
        addressee = details.addressee(columns, each, free)
        reporter = reporters.get(each.head) or quoted(columns, each.head)[1]
        if reporter is None and addressee and details.is_outlet(columns, addressee):
            reporter = addressee
        reports, reports_rule = reported(columns, each, speaker, place)
        how, status_rule = status(columns, each, reports)
        yield newskit.Quote(
            each.kind,
            content,
            cue=optional(each.cue),
            source=optional(each.source),
            speaker=speaker,
            addressee=optional(addressee),
            said_on=dates.said_on(columns, each, content),
            venue=details.venue(place),
            reported_by=optional(reporter),
            source_type=details.source_type(columns, each.source, speaker, anonymous=unnamed is not None),
            anonymous=unnamed is not None,
            anonymity_reason=optional(unnamed),
            confidence=round(confidence, 2),
            rule=LABELS[each.form],
            reports=reports,
            status=how,
            reports_rule=reports_rule,
            status_rule=status_rule,
            speaker_confidence=None if sure is None else round(sure, 2),
        )


@newskit.hookimpl
def newskit_options() -> type[Options]:
    """Return the class of the options."""
    return Options


@newskit.hookimpl
def newskit_extractors(options: Options) -> Iterable[newskit.Extractor]:
    """Register the extractor."""
    known = lexicon(
        {grade: options.cue_verbs[grade] for grade in options.cue_verbs}, options.cue_nouns, options.outlets
    )

    @cache
    def model() -> Model | None:  # read at the first article, not where a kit is only made
        found = shipped() if options.model else None
        return found and found.among(known)

    @newskit.extractor(
        newskit.Quote,
        reads=(newskit.Part, newskit.Title, newskit.Entity, newskit.TimeExpression),
        rules=RULES,
        languages=("en",),
    )
    def quotes(doc: newskit.Doc) -> Iterator[newskit.Quote]:
        return _quotes(doc, known, model())

    return [quotes]
