"""Time expressions in English news, as TimeML TIMEX3 with calendar intervals."""

from collections.abc import Iterable, Iterator

import newskit
from newskit import Doc, TimeExpression
from newskit_dates.options import Options
from newskit_dates.recognise import expressions
from newskit_dates.records import RULES


@newskit.hookimpl
def newskit_options() -> type[Options]:
    """Return the class of the options."""
    return Options


@newskit.hookimpl
def newskit_extractors(options: Options) -> Iterable[newskit.Extractor]:
    """Register the extractor."""

    @newskit.extractor(TimeExpression, reads=(newskit.Part,), rules=RULES, languages=("en",))
    def dates(doc: Doc) -> Iterator[TimeExpression]:
        """Find the time expressions and give each its TIMEX3 value against the day of publication."""
        return expressions(doc, day_first=options.day_first, ages=options.ages)

    return [dates]
