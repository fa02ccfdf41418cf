"""Time expressions in English news, as TimeML TIMEX3 with calendar intervals."""

from collections.abc import Iterable, Iterator

import newskit
from newskit import Doc, TimeExpression
from newskit_dates.recognise import expressions


@newskit.extractor(TimeExpression)
def dates(doc: Doc) -> Iterator[TimeExpression]:
    """Find the time expressions and give each its TIMEX3 value against the day of publication."""
    return expressions(doc)


@newskit.hookimpl
def newskit_extractors(config: newskit.Config) -> Iterable[newskit.Extractor]:  # noqa: ARG001 - the hook's signature
    """Register the extractor of time expressions."""
    return [dates]
