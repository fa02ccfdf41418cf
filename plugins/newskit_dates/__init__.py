"""Time expressions in English news, as TimeML TIMEX3 with calendar intervals."""

from collections.abc import Iterable, Iterator

import newskit
from newskit import Doc, TimeExpression
from newskit_dates.recognise import expressions
from newskit_dates.records import RULES

_NAME = "newskit_dates"


_OPTIONS = ("day_first", "ages")


def _options(config: newskit.Config) -> dict[str, bool]:
    """Return the options, False unless given; raises ``PluginError`` for another one and for what is no bool."""
    given = config.for_plugin(_NAME, known=_OPTIONS)
    values = {name: given.get(name, False) for name in _OPTIONS}
    for name, value in values.items():
        if not isinstance(value, bool):
            raise newskit.PluginError(f"option {name!r}: expected True or False, got {value!r}", plugin=_NAME)
    return values


@newskit.hookimpl
def newskit_extractors(config: newskit.Config) -> Iterable[newskit.Extractor]:
    """Register the extractor; options: ``day_first`` reads "02/07/25" as 2 July, ``ages`` keeps "18-year-old"."""
    options = _options(config)

    @newskit.extractor(TimeExpression, reads=(newskit.Part,), rules=RULES, languages=("en",))
    def dates(doc: Doc) -> Iterator[TimeExpression]:
        """Find the time expressions and give each its TIMEX3 value against the day of publication."""
        return expressions(doc, **options)

    return [dates]
