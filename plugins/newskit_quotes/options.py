"""The options of the plugin, checked: the model, and a newsroom's own words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn

import newskit
from newskit_quotes.lexicon import GRADES, Lexicon, lexicon

_NAME = "newskit_quotes"
KNOWN = ("cue_nouns", "cue_verbs", "model", "outlets")


def read(config: newskit.Config) -> tuple[bool, Lexicon]:
    """Return whether the model has a say, and the words that are known.

    Raises ``PluginError`` for an option that is not there and for what is no value of one.
    """
    given = config.for_plugin(_NAME, known=KNOWN)
    use_model = given.get("model", True)
    if not isinstance(use_model, bool):
        _refuse("model", "True or False", use_model)
    verbs = given.get("cue_verbs", {})
    grades = ", ".join(GRADES)
    if not isinstance(verbs, Mapping):
        _refuse("cue_verbs", f"lists of verbs by grade ({grades})", verbs)
    unknown = [grade for grade in verbs if grade not in GRADES]
    if unknown:
        _refuse("cue_verbs", f"grades of {grades}", unknown[0])
    return use_model, lexicon(
        {grade: _words(f"cue_verbs.{grade}", verbs[grade]) for grade in verbs},
        _words("cue_nouns", given.get("cue_nouns", ())),
        [" ".join(name.split()) for name in _strings("outlets", given.get("outlets", ()))],
    )


def _words(option: str, value: object) -> list[str]:
    found = _strings(option, value)
    for word in found:
        if not word.replace("-", "").isalpha():
            _refuse(option, "words of letters, each its base form alone", word)
    return found


def _strings(option: str, value: Any) -> list[str]:  # noqa: ANN401 - what a user gave
    """Return a list of strings in lower case."""
    if not isinstance(value, (list, tuple)):
        _refuse(option, "a list of words", value)
    for word in value:
        if not isinstance(word, str) or not word.strip():
            _refuse(option, "a list of words", word)
    return [word.lower() for word in value]


def _refuse(option: str, wanted: str, value: object) -> NoReturn:
    raise newskit.PluginError(f"option {option!r}: expected {wanted}, got {value!r}", plugin=_NAME)
