"""The closed sets of values that fields of the kinds take, in the terms of the field."""

from __future__ import annotations

from typing import Literal

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
EntitySubtype = Literal["facility"]
"""What sort of its kind an entity is: a facility is a place that was built, a bridge, a stadium, a prison."""
TitleKind = Literal["before", "after", "alone"]
"""Where a title stands: before the name, after it, or alone."""
TitleTie = Literal["adjacent", "apposition", "copula", "as", "coordination", "address", "none"]
"""How a title is tied to its holder; the page on the rules of titles has an example of each."""
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
Reported = Literal["speech", "writing", "thought", "act"]
"""What a quote reports: PARC's assertions are speech and writing, its beliefs and facts thought, its eventualities
thought where they are wanted and acts where they are done."""
ReportStatus = Literal["asserted", "denied", "not said", "asked", "conditional", "planned"]
"""How a quote is reported: asserted by its source; denied, or not thought and not done; not said at all; asked, as a
question or a request; only possible, or under a condition; still to come."""
