"""The formats that there are: newskit's own and those of plugins."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping

from newskit.document import Document
from newskit.errors import InputError, PluginError, PluginWarning, describe
from newskit.formats.brat import to_brat
from newskit.formats.html import to_html
from newskit.formats.json import to_json
from newskit.formats.json_ld import to_json_ld
from newskit.formats.text import to_text
from newskit.formats.web_annotation import to_web_annotation
from newskit.guard import Guard
from newskit.hints import there
from newskit.hookspecs import Format
from newskit.plugins import Registry


def _indented(document: Document) -> str:
    return to_json(document, indent=True)


BUILT_IN = (
    Format("text", to_text),
    Format("json", _indented),
    Format("jsonl", to_json),
    Format("html", to_html),
    Format("brat", to_brat),
    Format("web-annotation", to_web_annotation),
    Format("json-ld", to_json_ld),
)


def formats(registry: Registry, *, text: Callable[[Document], str] = to_text) -> Mapping[str, Format]:
    """Return all formats by name; ``text`` writes the readable listing.

    A name goes to newskit's own format first, then to the first plugin by name; who comes later is a ``PluginWarning``.
    """
    found = {each.name: each for each in (Format("text", text), *BUILT_IN[1:])}
    for plugin in registry.plugins:
        for each in plugin.formats:
            if each.name in found:
                message = f"the format {each.name!r} of plugin {plugin.name} is left out: the name is taken"
                warnings.warn(message, PluginWarning, stacklevel=2)
            else:
                found[each.name] = each
    return found


def find_format(found: Mapping[str, Format], name: str) -> Format:
    """Return a format by name; raises ``InputError`` that lists what exists."""
    if name not in found:
        raise InputError(f"no format is named {name!r}{there(name, found)}")
    return found[name]


def written(document: Document, chosen: Format) -> str:
    """Write a document in a format.

    Raises ``PluginError`` that names the format and its plugin for whatever the format raises, ``SystemExit`` included,
    and where it returns what is no string.
    """
    with Guard() as guard:
        text, raised = guard.call(chosen.write, document)
    if raised is None and isinstance(text, str):
        return text
    wrong = f"returned {type(text).__name__}, expected a string" if raised is None else f"failed: {describe(raised)}"
    plugin = f" of plugin {chosen.plugin}" if chosen.plugin else ""
    raise PluginError(f"format {chosen.name!r}{plugin} {wrong}", plugin=chosen.plugin or None) from raised
