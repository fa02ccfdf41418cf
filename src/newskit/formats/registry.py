"""The formats that there are: newskit's own and those of plugins."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from newskit.document import Document
from newskit.errors import InputError, PluginError, PluginWarning, describe
from newskit.formats.brat import to_brat
from newskit.formats.columns import own_kinds
from newskit.formats.csv import header, to_csv
from newskit.formats.json import to_json
from newskit.formats.json_ld import to_json_ld
from newskit.formats.text import to_text
from newskit.formats.web_annotation import to_web_annotation
from newskit.guard import Guard
from newskit.hints import there
from newskit.hookspecs import Format
from newskit.kinds import KINDS
from newskit.layers import layer_of
from newskit.plugins import Registry


def _indented(document: Document) -> str:
    return to_json(document, indent=True)


def _page(document: Document) -> str:
    from newskit.formats.html import to_html  # noqa: PLC0415 - import time, for who asks for a page

    return to_html(document)


BUILT_IN = (
    Format("text", to_text),
    Format("json", _indented),
    Format("jsonl", to_json),
    Format("html", _page),
    Format("brat", to_brat),
    Format("web-annotation", to_web_annotation),
    Format("json-ld", to_json_ld),
)


def formats(registry: Registry, *, text: Callable[[Document], str] = to_text) -> Mapping[str, Format]:
    """Return all formats by name; ``text`` writes the readable listing.

    A name goes to newskit's own format first, then to the first plugin by name; who comes later is a ``PluginWarning``.
    """
    found = {each.name: each for each in (Format("text", text), *BUILT_IN[1:], *_tables(registry))}
    for plugin in registry.plugins:
        for each in plugin.formats:
            if each.name in found:
                message = f"the format {each.name!r} of plugin {plugin.name} is left out: the name is taken"
                warnings.warn(message, PluginWarning, stacklevel=2)
            else:
                found[each.name] = each
    return found


def _tables(registry: Registry) -> Iterator[Format]:
    """Yield a table in CSV for each kind."""
    for kind in (*KINDS, *own_kinds(registry.extractors)):
        yield Format(f"csv-{layer_of(kind)}", partial(to_csv, kind=kind, header=False), head=header(kind))


def rows(registry: Registry) -> Mapping[str, Format]:
    """Return the formats by name that make rows of documents, one after the other: tables, and those of plugins."""
    pages = {each.name for each in BUILT_IN}
    return {name: each for name, each in formats(registry).items() if name not in pages}


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


def ended(text: str) -> str:
    """Return the text of a document with a line end behind it, so that another can follow; an empty one has none."""
    return text if not text or text.endswith("\n") else f"{text}\n"
