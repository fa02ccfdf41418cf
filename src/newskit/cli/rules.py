"""What ``newskit plugins --rules`` shows: each rule of each plugin, with its examples, and whether they come out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NoReturn

import orjson
import typer
from rich.console import Group
from rich.table import Table
from rich.text import Text

from newskit.cli.rendering import rendered, table_of
from newskit.cli.shared import counted, say, write
from newskit.errors import NewskitError
from newskit.examples import rules_of, tried
from newskit.formats.text import printable
from newskit.plugins import PluginInfo, Registry
from newskit.rules import Line, Rule, Rules


def show_rules(registry: Registry, *, as_json: bool, check: bool, add: Iterable[object] = ()) -> None:
    """Write the rules of every plugin, or try their examples; exits with status 1 where something is wrong."""
    wrong: list[str] = []
    listed: list[tuple[PluginInfo, Rules]] = []
    for plugin in registry.plugins:
        if check and plugin.status == "broken":
            wrong.append(f"{plugin.name} is broken, and its rules are not known: {plugin.error}")
        for rules in rules_of(plugin):
            try:
                rules.check()
                listed.append((plugin, rules))
            except NewskitError as exc:
                wrong.append(str(exc))
    for name in dict.fromkeys(plugin.name for plugin, _ in listed) if check else ():
        wrong += _tried(name, registry, add)
    if as_json:
        write(_json(listed))
    elif not check:
        write(rendered(Group(*(_table(plugin, rules) for plugin, rules in listed)) if listed else Text("no rules")))
    elif not wrong:
        _say_tried(listed)
    if wrong:
        _fail(wrong)


def _tried(name: str, registry: Registry, add: Iterable[object]) -> list[str]:
    try:
        return [*map(str, tried(name, registry, add=add))]
    except NewskitError as exc:  # the file of another plugin, whose annotations it reads
        return [str(exc)]


def _fail(wrong: list[str]) -> NoReturn:
    for message in dict.fromkeys(wrong):
        say(printable(message))
    raise typer.Exit(1)


def _say_tried(listed: list[tuple[PluginInfo, Rules]]) -> None:
    rules = [rule for _, each in listed for rule in each]
    examples = sum(len(rule.yes) + len(rule.no) for rule in rules)
    write(f"{counted(len(rules), 'rule')}, {counted(examples, 'example')}: all come out\n")


def _json(listed: list[tuple[PluginInfo, Rules]]) -> str:
    plugins = [
        {"plugin": plugin.name, "file": f"{rules.package}/{rules.name}", "rules": [*map(_record, rules)]}
        for plugin, rules in listed
    ]
    return orjson.dumps({"rules": plugins}, option=orjson.OPT_INDENT_2).decode() + "\n"


def _record(rule: Rule) -> dict[str, object]:
    return {
        "name": rule.name,
        "refuses" if rule.refuses else "finds": rule.finds,
        "when": [line.text for line in rule.when],
        "function": rule.function.text if rule.function else None,
        "value": rule.value.text if rule.value else None,
        "tests": [_test(line) for line in rule.tests],
        "yes": [{"text": each.text, "spans": each.spans, "answers": each.answers} for each in rule.yes],
        "no": [{"text": each.text, "spans": each.spans} for each in rule.no],
        "line": rule.place.line,
    }


def _test(line: Line) -> str:
    return f"{line.place.field}: {line.text}"


def _table(plugin: PluginInfo, rules: Rules) -> Table:
    table = table_of("RULE", "FINDS", "EXAMPLES")
    table.title = Text(plugin.name, "bold")
    table.columns[0].no_wrap = True
    for rule in rules:
        examples = [" = ".join(filter(None, (each.marked, "; ".join(each.answers)))) for each in rule.yes]
        examples += [f"not: {each.marked}" for each in rule.no]
        finds = f"refuses: {rule.finds}" if rule.refuses else rule.finds
        table.add_row(Text(rule.name, "bold"), Text(printable(finds)), Text("\n".join(map(printable, examples))))
    return table
