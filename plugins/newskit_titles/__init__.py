"""Nothing yet: the rules come next."""

from collections.abc import Iterable

import newskit


@newskit.hookimpl
def newskit_extractors(config: newskit.Config) -> Iterable[newskit.Extractor]:  # noqa: ARG001 - the hook's signature
    """Register nothing."""
    return []
