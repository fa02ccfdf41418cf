"""The parts of an article: headline, standfirst, byline, dateline, captions, credits, subheads and paragraphs."""

from collections.abc import Iterable

import newskit
from newskit_structure.parts import parts


@newskit.hookimpl
def newskit_extractors() -> Iterable[newskit.Extractor]:
    """Register the extractor of parts; there are no options."""
    return [parts]
