"""What the tests of third-party plugins share; the fixture that installs one is in conftest.py."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import newskit
from newskit.plugins import PluginInfo

Install = Callable[[str, str], Path]
FIRST_PARTY = {"newskit_structure", "newskit_dates", "newskit_titles", "newskit_names", "newskit_quotes"}
TEXT = "Bridge to reopen\n\nThe bridge will be opened again, the mayor said.\n\nIt was closed in May."

SHOUTS = """
    from typing import ClassVar
    import attrs, newskit

    @attrs.frozen
    class Shout:
        layer: ClassVar[str] = "shouts"
        span: newskit.Span
        part: newskit.Part

    @newskit.extractor(Shout, reads=(newskit.Part,))
    def shouts(doc):
        for part in doc[newskit.Part]:
            yield Shout(doc.span(part.span.start, part.span.start + 1), part)

    @newskit.hookimpl
    def newskit_extractors(config):
        return [shouts]
"""


def info_of(kit: newskit.Kit, name: str) -> PluginInfo:
    (info,) = (each for each in kit.registry.plugins if each.name == name)
    return info
