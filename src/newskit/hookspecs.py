"""The whole plugin contract: three hooks, and the records they deal in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import attrs
import pluggy
from attrs import field, frozen

from newskit.document import Document
from newskit.errors import InputError, PluginError
from newskit.extractor import Extractor

PROJECT = "newskit"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


def _by_plugin(_: object, attribute: attrs.Attribute[object], value: object) -> None:
    if not isinstance(value, Mapping) or not all(isinstance(each, Mapping) for each in value.values()):
        msg = f"expected options by plugin, as in {{'newskit_quotes': {{'model': False}}}}, got {value!r}"
        raise InputError(msg, field=attribute.name)


@frozen
class Config:
    """The options that the kit was given, by plugin name, and the plugins that were chosen by name.

    Raises ``InputError`` for options that are not by plugin.
    """

    options: Mapping[str, Mapping[str, Any]] = field(factory=dict, hash=False, validator=_by_plugin)
    chosen: frozenset[str] = frozenset()

    def asks_for(self, name: str) -> bool:
        """Tell whether a plugin was chosen by name or given options, and is not only there by its installation."""
        return name in self.chosen or name in self.options


def _of_format(
    expected: str, holds: Callable[[object], bool]
) -> Callable[[object, attrs.Attribute[Any], object], None]:
    def check(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if not holds(value):
            raise PluginError(f"a format's {attribute.name}: expected {expected}, got {value!r}")

    return check


@frozen
class Format:
    """A way to write a document out: a name, and a function from the document to text.

    ``plugin`` is set at registration. ``head`` comes once before the texts of all documents, as names of columns do.
    Raises ``PluginError`` where ``name`` or ``head`` is no string or ``write`` no function.
    """

    name: str = field(validator=_of_format("a string", lambda value: isinstance(value, str)))
    write: Callable[[Document], str] = field(validator=_of_format("a function of a Document", callable))
    plugin: str = ""
    head: str = field(default="", kw_only=True, validator=_of_format("a string", lambda value: isinstance(value, str)))


@hookspec
def newskit_options() -> type:  # type: ignore[empty-body]  # a specification has none
    """Return the class of the plugin's options, made with attrs: types, defaults, validators, a docstring a field."""


@hookspec
def newskit_extractors(config: Config, options: Any) -> Iterable[Extractor]:  # type: ignore[empty-body] # noqa: ANN401
    """Return the plugin's extractors; ``options`` is an object of the class that ``newskit_options`` returns."""


@hookspec
def newskit_formats(options: Any) -> Iterable[Format]:  # type: ignore[empty-body] # noqa: ANN401
    """Return the formats that the plugin can write."""
