"""The spaCy pipeline: loaded without the components that names do not need, its labels mapped to kinds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import regex
from attrs import frozen

import newskit

_UNNEEDED = ("tagger", "parser", "attribute_ruler", "lemmatizer", "morphologizer", "senter")
_MANY = "xx"
"""What spaCy calls a pipeline for several languages."""
_SURROGATE = regex.compile(r"[\ud800-\udfff]")
_LONGEST = 100_000
"""Most characters in one call of spaCy, which refuses a million and whose memory grows with them."""


@frozen
class Name:
    """A name that the pipeline found, half-open in code points of the article's text."""

    start: int
    end: int
    kind: newskit.EntityKind


class Pipeline:
    """A loaded pipeline and the kinds that its labels stand for; names with other labels are left out."""

    def __init__(self, model: str, kinds: Mapping[str, newskit.EntityKind]) -> None:
        self.kinds = kinds
        self.nlp = _load(model)

    @property
    def languages(self) -> tuple[str, ...]:
        """The language that the pipeline is for; none where it is for any."""
        language = getattr(self.nlp, "lang", _MANY)
        return () if language == _MANY else (language,)

    def names(self, text: str) -> list[Name]:
        """Return the names of a text in its order."""
        found = []
        for start, piece in _pieces(text):
            # Strings that spaCy adds to its vocabulary are freed after each text: memory stays flat on a long run.
            with self.nlp.memory_zone():
                for name in self.nlp(piece).ents:
                    kind = self.kinds.get(name.label_)
                    if kind:
                        found.append(Name(start + name.start_char, start + name.end_char, kind))
        return found


@cache
def _load(model: str) -> Any:  # noqa: ANN401 - spaCy is an extra: its types are not there for everybody
    """Load a pipeline once; raises ``MissingExtraError`` without spaCy, ``PluginError`` where it cannot be loaded."""
    try:
        import spacy  # noqa: PLC0415 - an extra, and seconds of start-up
    except ImportError:
        raise newskit.MissingExtraError("spacy", extra="spacy") from None
    try:
        return spacy.load(model, exclude=_UNNEEDED)
    except (OSError, ImportError, ValueError) as exc:
        raise newskit.PluginError(f"option 'model': {model!r} cannot be loaded: {exc}", plugin="newskit_spacy") from exc


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Cut a text, where it is very long, at the ends of lines or words; yield each piece with its offset."""
    text = _SURROGATE.sub("\ufffd", text)  # as long as before; spaCy cannot encode a lone half
    start = 0
    while len(text) - start > _LONGEST:
        limit = start + _LONGEST
        cut = max(text.rfind("\n", start + 1, limit), 0) or max(text.rfind(" ", start + 1, limit), 0) or limit
        yield start, text[start:cut]
        start = cut
    if text[start:].strip():
        yield start, text[start:]
