"""The command ``newskit plugins``: list what is installed."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import Annotated

import orjson
import typer
from rich.table import Table
from rich.text import Text

from newskit.cli.help import Command, command_app
from newskit.cli.options import option_records, show_options
from newskit.cli.rendering import rendered, table_of
from newskit.cli.rules import show_rules
from newskit.cli.shared import Add, Block, Config, Plugins, Prefer, configuration, open_output, refuse, write
from newskit.errors import NewskitError, PluginWarning
from newskit.extractor import Extractor
from newskit.formats.text import printable
from newskit.options import names_of
from newskit.plan import Plan
from newskit.plugins import PluginInfo

app = command_app()


@app.command(cls=Command)
def list_plugins(  # noqa: PLR0913 - an option of the command each
    *,
    plan: Annotated[bool, typer.Option("--plan", help="Show the order in which the extractors run.")] = False,
    options: Annotated[
        str | None, typer.Option("--options", metavar="NAME", help="Show the options of a plugin, and what each takes.")
    ] = None,
    rules: Annotated[bool, typer.Option("--rules", help="List every rule of every plugin, with its examples.")] = False,
    check: Annotated[bool, typer.Option("--check", help="With --rules: try every example of every rule.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    plugins: Plugins = None,
    block: Block = None,
    prefer: Prefer = None,
    add: Add = None,
    config: Config = None,
) -> None:
    """List the plugins: where they come from, what they make and read, what is blocked or broken.

    **Examples**

    - `newskit plugins --plan --prefer acme_quotes`
    - `newskit plugins --options newskit_dates`
    - `newskit plugins --rules --check --add my_plugin.py`
    - `newskit plugins --json | jq '.plugins[] | select(.status == "broken")'`
    """
    with warnings.catch_warnings(), open_output():
        warnings.simplefilter("ignore", PluginWarning)  # the list itself says what is broken
        try:
            given = configuration(config, plugins, block, prefer, add)
            kit = given.kit()
        except NewskitError as exc:
            refuse(str(exc))
        if rules or check:
            show_rules(kit.registry, as_json=as_json, check=check, add=given.modules)
        elif options is not None:
            show_options(kit.registry, options, as_json=as_json)
        elif as_json:
            write(_plugins_json(kit.registry.plugins, kit.plan if plan else None))
        else:
            write(rendered(_plan_table(kit.plan) if plan else _plugin_table(kit.registry.plugins)))


def _kinds(kinds: tuple[type, ...]) -> str:
    return ", ".join(kind.__name__ for kind in kinds)


def _languages(extractor: Extractor) -> str:
    return ", ".join(extractor.languages) or "any"


def _plugins_json(plugins: tuple[PluginInfo, ...], plan: Plan | None) -> str:
    listed: dict[str, object] = {"plugins": [_plugin_record(plugin) for plugin in plugins]}
    if plan:
        listed["plan"] = [
            {
                "makes": step.kind.__name__,
                "extractors": [each.qualified_name for each in step.makers],
                "revisers": [each.qualified_name for each in step.revisers],
            }
            for step in plan
        ]
    return orjson.dumps(listed, option=orjson.OPT_INDENT_2).decode() + "\n"


def _plugin_record(plugin: PluginInfo) -> dict[str, object]:
    return {
        "name": plugin.name,
        "distribution": plugin.distribution,
        "version": plugin.version,
        "status": plugin.status,
        "extractors": [_extractor_record(each) for each in plugin.extractors],
        "formats": [each.name for each in plugin.formats],
        "options": option_records(plugin),
        "error": plugin.error,
    }


def _extractor_record(extractor: Extractor) -> dict[str, object]:
    return {
        "name": extractor.name,
        "makes": extractor.makes.__name__,
        "revises": extractor.revises,
        "reads": [kind.__name__ for kind in extractor.reads],
        "languages": extractor.languages,
        **{name: getattr(extractor, name) for name in _TURNS},
    }


_TURNS = ("over", "after", "before")
"""What an extractor says of whom it goes before or behind."""
_STATUS_STYLES = {"active": "green", "blocked": "yellow", "broken": "red"}


def _plugin_table(plugins: tuple[PluginInfo, ...]) -> Table | Text:
    if not plugins:
        return Text("no plugin is installed")
    table = table_of("PLUGIN", "FROM", "STATUS", "MAKES AND READS")
    table.columns[0].no_wrap = table.columns[2].no_wrap = True
    for plugin in plugins:
        origin = f"{plugin.distribution} {plugin.version}" if plugin.distribution else ""
        status = Text(plugin.status, _STATUS_STYLES[plugin.status])
        table.add_row(Text(plugin.name, "bold"), Text(origin), status, _does(plugin, plugins))
    return table


def _does(plugin: PluginInfo, plugins: Sequence[PluginInfo]) -> Text:
    lines = [_told(each, plugins) for each in plugin.extractors]
    if plugin.formats:
        lines.append(f"formats: {', '.join(each.name for each in plugin.formats)}")
    if plugin.options:
        lines.append(f"options: {', '.join(names_of(plugin.options))}")
    if plugin.error:
        return Text(printable(plugin.error), _STATUS_STYLES[plugin.status])
    return Text("\n".join(map(printable, lines)))


def _is_there(name: str, plugins: Sequence[PluginInfo]) -> bool:
    """Tell whether a plugin or an extractor has a name; what a plugin that is not active would make is not known."""
    return any(
        name == plugin.name
        or (plugin.status != "active" and name.startswith(f"{plugin.name}."))
        or any(name == each.qualified_name for each in plugin.extractors)
        for plugin in plugins
    )


def _told(extractor: Extractor, plugins: Sequence[PluginInfo]) -> str:
    does = f"{'revises ' if extractor.revises else ''}{extractor.makes.__name__}"
    reads = f" from {_kinds(extractor.reads)}" if extractor.reads else ""
    turns = [
        f"{turn} {', '.join(name if _is_there(name, plugins) else f'{name} (nobody here)' for name in given)}"
        for turn in _TURNS
        if (given := getattr(extractor, turn))
    ]
    languages = f" ({', '.join(extractor.languages)})" if extractor.languages else ""
    return f"{extractor.name}: {'; '.join([does + reads + languages, *turns])}"


def _plan_table(plan: Plan) -> Table | Text:
    if not plan.steps:
        return Text("nothing to run")
    table = table_of("", "KIND", "MADE BY", "READS", "LANGUAGES")  # who is named first goes before
    made = {step.kind for step in plan if step.makers}
    for place, step in enumerate(plan, start=1):
        for each in (*step.makers, *step.revisers):
            name = f"{each.qualified_name} (revises)" if each.revises else each.qualified_name
            reads = ", ".join(f"{kind.__name__}{'' if kind in made else ' (nobody makes it)'}" for kind in each.reads)
            table.add_row(Text(str(place)), Text(step.kind.__name__, "bold"), name, reads, _languages(each))
    return table
