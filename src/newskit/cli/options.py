"""What ``newskit plugins --options NAME`` shows: what a plugin can be told, in a configuration or from Python."""

from __future__ import annotations

import orjson
from attrs import asdict
from rich.text import Text

from newskit.cli.rendering import rendered, table_of
from newskit.cli.shared import refuse, write
from newskit.formats.text import printable
from newskit.hints import there
from newskit.options import options_of
from newskit.plugins import PluginInfo, Registry


def show_options(registry: Registry, name: str, *, as_json: bool) -> None:
    """Write the options of a plugin; refuses a name that none has, and a plugin that was not loaded."""
    by_name = {plugin.name: plugin for plugin in reversed(registry.plugins)}
    if name not in by_name:
        refuse(f"no plugin is named {name!r}{there(name, sorted(by_name), heading='installed')}")
    plugin = by_name[name]
    if plugin.options is None and plugin.status != "active":
        refuse(f"plugin {name} is {plugin.status}{f': {plugin.error}' if plugin.error else ''}")
    if as_json:
        write(orjson.dumps({"options": option_records(plugin)}, option=orjson.OPT_INDENT_2).decode() + "\n")
    elif plugin.options is None:
        write(f"{name} has no options\n")
    else:
        write(_listing(name, plugin.options))


def option_records(plugin: PluginInfo) -> list[dict[str, object]]:
    """Return the options of a plugin as JSON has them."""
    return [asdict(each) for each in options_of(plugin.options)] if plugin.options else []


def _listing(name: str, cls: type) -> str:
    table = table_of("OPTION", "TAKES", "DEFAULT", "MEANING")
    table.columns[0].no_wrap = True
    for each in options_of(cls):
        default = orjson.dumps(each.default, default=str).decode()
        table.add_row(Text(each.name, "bold"), Text(printable(each.takes)), printable(default), printable(each.help))
    return rendered(Text(f"[options.{name}]", "bold"), table)
