"""The command ``newskit plugins``: list what is installed."""

from __future__ import annotations

import warnings
from typing import Annotated

import orjson
import typer
from rich.table import Table
from rich.text import Text

from newskit.cli.rules import show_rules
from newskit.cli.shared import Block, Config, Plugins, configuration, open_output, refuse, rendered, write
from newskit.errors import NewskitError, PluginWarning
from newskit.extractor import Extractor
from newskit.formats.text import printable
from newskit.hookspecs import Config as PluginConfig
from newskit.plan import Plan, make_plan
from newskit.plugins import PluginInfo, discover, settle


def list_plugins(
    *,
    plan: Annotated[bool, typer.Option("--plan", help="Show the order in which the extractors run.")] = False,
    rules: Annotated[bool, typer.Option("--rules", help="List every rule of every plugin, with its examples.")] = False,
    check: Annotated[bool, typer.Option("--check", help="With --rules: try every example of every rule.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    plugins: Plugins = None,
    block: Block = None,
    config: Config = None,
) -> None:
    """List the plugins: where they come from, what they make and read, what is blocked or broken.

    **Examples**

    - `newskit plugins --plan`
    - `newskit plugins --rules --check`
    - `newskit plugins --json | jq '.plugins[] | select(.status == "broken")'`
    """
    with warnings.catch_warnings(), open_output():
        warnings.simplefilter("ignore", PluginWarning)  # the list itself says what is broken
        try:
            kit = configuration(config, plugins, block)
            registry = settle(discover(plugins=kit.plugins, block=kit.block, config=PluginConfig(kit.options)))
            order = make_plan(registry.extractors) if plan else None
        except NewskitError as exc:
            refuse(str(exc))
        if rules or check:
            show_rules(registry, as_json=as_json, check=check)
            return
        if as_json:
            write(_plugins_json(registry.plugins, order))
            return
        write(rendered(_plan_table(order) if order else _plugin_table(registry.plugins)))


def _kinds(kinds: tuple[type, ...]) -> str:
    return ", ".join(kind.__name__ for kind in kinds)


def _languages(extractor: Extractor) -> str:
    return ", ".join(extractor.languages) or "any"


def _plugins_json(plugins: tuple[PluginInfo, ...], plan: Plan | None) -> str:
    listed: dict[str, object] = {
        "plugins": [
            {
                "name": plugin.name,
                "distribution": plugin.distribution,
                "version": plugin.version,
                "status": plugin.status,
                "extractors": [
                    {
                        "name": each.name,
                        "makes": each.makes.__name__,
                        "reads": [kind.__name__ for kind in each.reads],
                        "languages": list(each.languages),
                    }
                    for each in plugin.extractors
                ],
                "formats": [each.name for each in plugin.formats],
                "error": plugin.error,
            }
            for plugin in plugins
        ]
    }
    if plan:
        listed["plan"] = [
            {"makes": step.kind.__name__, "extractors": [each.qualified_name for each in step.makers]} for step in plan
        ]
    return orjson.dumps(listed, option=orjson.OPT_INDENT_2).decode() + "\n"


_STATUS_STYLES = {"active": "green", "blocked": "yellow", "broken": "red"}


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold cyan")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _plugin_table(plugins: tuple[PluginInfo, ...]) -> Table | Text:
    if not plugins:
        return Text("no plugin is installed")
    table = _table("PLUGIN", "FROM", "STATUS", "MAKES AND READS")
    table.columns[0].no_wrap = table.columns[2].no_wrap = True
    for plugin in plugins:
        origin = f"{plugin.distribution} {plugin.version}" if plugin.distribution else ""
        status = Text(plugin.status, _STATUS_STYLES[plugin.status])
        table.add_row(Text(plugin.name, "bold"), Text(origin), status, _does(plugin))
    return table


def _does(plugin: PluginInfo) -> Text:
    lines = [
        f"{each.name}: {each.makes.__name__}"
        + (f" from {_kinds(each.reads)}" if each.reads else "")
        + (f" ({', '.join(each.languages)})" if each.languages else "")
        for each in plugin.extractors
    ]
    if plugin.formats:
        lines.append(f"formats: {', '.join(each.name for each in plugin.formats)}")
    if plugin.error:
        return Text(printable(plugin.error), _STATUS_STYLES[plugin.status])
    return Text("\n".join(map(printable, lines)))


def _plan_table(plan: Plan) -> Table | Text:
    if not plan.steps:
        return Text("nothing to run")
    table = _table("", "KIND", "MADE BY", "READS", "LANGUAGES")
    for place, step in enumerate(plan, start=1):
        for each in (*step.makers, *step.revisers):
            name = f"{each.qualified_name} (revises)" if each.revises else each.qualified_name
            table.add_row(
                Text(str(place)), Text(step.kind.__name__, "bold"), name, _kinds(each.reads), _languages(each)
            )
    return table
