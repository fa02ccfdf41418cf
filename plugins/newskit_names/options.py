"""The options of the plugin, checked: a newsroom's own organisations, places and people."""

from __future__ import annotations

from typing import Any

import newskit
from newskit_names.lexicon import OwnNames

_NAME = "newskit_names"
_KNOWN = ("organizations", "people", "places")


def read(config: newskit.Config) -> OwnNames:
    """Return the names that a user adds.

    Raises ``PluginError`` for an option that is not there and for what is no list of names with their capitals.
    """
    given = config.for_plugin(_NAME, known=_KNOWN)
    return OwnNames(**{option: _names(option, given.get(option, ())) for option in _KNOWN})


def _names(option: str, value: Any) -> tuple[str, ...]:  # noqa: ANN401 - what a user gave
    """Return the names on one line, without an article before them."""
    if not isinstance(value, (list, tuple)):
        raise _refusal(option, value)
    for name in value:
        if not isinstance(name, str) or not any(map(str.isupper, name)):
            raise _refusal(option, name)
    return tuple(" ".join(name.replace("’", "'").split()).removeprefix("The ") for name in value)


def _refusal(option: str, value: object) -> newskit.PluginError:
    expected = "a list of names with their capitals"
    return newskit.PluginError(f"option {option!r}: expected {expected}, got {value!r}", plugin=_NAME)
