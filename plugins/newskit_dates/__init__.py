"""Time expressions in English news, as TimeML TIMEX3 with calendar intervals."""

from collections.abc import Iterable, Iterator

import newskit
from newskit import Doc, TimeExpression
from newskit_dates.recognise import expressions

_NAME = "newskit_dates"


def _day_first(config: newskit.Config) -> bool:
    """Return the option ``day_first``; raises ``PluginError`` for another option and for what is no bool."""
    value = config.for_plugin(_NAME, known=("day_first",)).get("day_first", False)
    if not isinstance(value, bool):
        raise newskit.PluginError(f"option 'day_first': expected True or False, got {value!r}", plugin=_NAME)
    return value


@newskit.hookimpl
def newskit_extractors(config: newskit.Config) -> Iterable[newskit.Extractor]:
    """Register the extractor; the option ``day_first`` (False unless given) reads "02/07/25" as 2 July."""
    day_first = _day_first(config)

    @newskit.extractor(TimeExpression, reads=(newskit.Part,))
    def dates(doc: Doc) -> Iterator[TimeExpression]:
        """Find the time expressions and give each its TIMEX3 value against the day of publication."""
        return expressions(doc, day_first=day_first)

    return [dates]
