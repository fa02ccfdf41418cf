"""The options of the plugin: the model, and a newsroom's own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

import attrs
from attrs import field, frozen

Grade = Literal["say", "think", "want", "judge"]
"""How strongly a verb reports."""


def _lowered(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(" ".join(word.lower().split()) for word in words)


def _lowered_by_grade(verbs: Mapping[Grade, Iterable[str]]) -> dict[Grade, tuple[str, ...]]:
    return {grade: _lowered(verbs[grade]) for grade in verbs}


def _are_words(_: object, __: attrs.Attribute[Any], words: Iterable[str]) -> None:
    for word in words:
        if not word.replace("-", "").isalpha():
            raise ValueError(f"expected words of letters, each its base form alone, got {word!r}")


def _are_words_by_grade(options: object, attribute: attrs.Attribute[Any], verbs: Mapping[Grade, Iterable[str]]) -> None:
    for words in verbs.values():
        _are_words(options, attribute, words)


def _are_names(_: object, __: attrs.Attribute[Any], names: Iterable[str]) -> None:
    if "" in names:
        raise ValueError("expected names of outlets, got an empty one")


@frozen
class Options:
    """Whether the model has a say, and words besides those of the lists, all in lower case."""

    model: bool = True
    """Whether the linear model has a say; without it rules decide alone."""
    cue_verbs: Mapping[Grade, tuple[str, ...]] = field(
        factory=dict, converter=_lowered_by_grade, validator=_are_words_by_grade
    )
    """More verbs that report, as base forms by grade: say, think, want, judge."""
    cue_nouns: tuple[str, ...] = field(default=(), converter=_lowered, validator=_are_words)
    """More nouns that stand for what somebody said or thought ("her jibe that …")."""
    outlets: tuple[str, ...] = field(default=(), converter=_lowered, validator=_are_names)
    """More names of news outlets, each as the article ends it ("told the Ardent Valley Bugle")."""
