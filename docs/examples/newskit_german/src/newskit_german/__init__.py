"""German for newskit: quotes direct and indirect with source and cue, the people who speak, and dates."""

from collections.abc import Iterable

import newskit
from newskit_german.dates import dates
from newskit_german.people import people
from newskit_german.quotes import quotes


@newskit.hookimpl
def newskit_extractors() -> Iterable[newskit.Extractor]:
    """Register the extractors; all are for German alone."""
    return [dates, people, quotes]
