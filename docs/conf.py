"""Sphinx settings: ``nox -s docs`` builds the pages with every warning an error."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newskit.examples import rules_of
from newskit.plugins import discover
from newskit.rules import Example, Rule
from newskit.tables import TABLES

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from newskit.rules import Rule

project = "newskit"
copyright = "The newskit developers"
extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.doctest",  # marks up the sessions; tests/cases/test_docs.py runs them
    "sphinx.ext.napoleon",
    "sphinx.ext.intersphinx",
]
html_theme = "furo"
html_title = "newskit"
exclude_patterns = ["_build", "examples"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints = "description"
intersphinx_mapping: dict[str, tuple[str, None]] = {}
nitpick_ignore_regex = [
    ("py:.*", r"(attr|collections|datetime|dt|hypothesis|os|pa|pathlib|pluggy|_?regex|typing)\..*"),
    ("py:class", "SearchStrategy"),  # hypothesis's
    (
        "py:class",
        r"[TV]|newskit\.(extractor\.K|rules\.rules\.[FT]|text\.lexicon\.T|linking\.named\.Text)",
    ),  # type variables
    ("py:class", "newskit.corpus.todo.Few"),  # the counts of a summary, which its properties tell
    # What only newskit makes and hands on: what it tells of a file, where a value is, what it knows of a person.
    ("py:class", r"newskit\.(formats\.read\.Doubt|tables\.table\.At|people\.evidence\.Profile)"),
    ("py:class", "Ground"),  # what Doc is made from is no concern of those who are given one
]


TYPES = {"text": "text", "whole": "count", "number": "number", "flag": "true or false", "day": "day", "place": "offset"}
"""What the types of columns are called."""


def records(plugin: str, file: str | None = None) -> list[Rule]:
    """Return the rules of a plugin, or those of one of its files, in their order."""
    (found,) = (each for each in discover(plugins=[plugin], block=[]).plugins if each.name == plugin)
    files = [rules for rules in rules_of(found) if file in {None, f"{rules.package}/{rules.name}"}]
    return [rule for rules in files for rule in rules]


def row(*cells: str) -> str:
    """Return a row of a table."""
    return f"| {' | '.join(cells)} |"


def rules_table(match: re.Match[str]) -> str:
    """Return the rules of a plugin as a table, from their records: all, those of a file, or those with values named.

    ``none`` stands for records that name no value, ``refuses`` for those that refuse. Where code gives the value, it is
    shown with its arguments.
    """
    name, *wanted = match[1].split()
    file = next((each for each in wanted if "/" in each), None)
    rules = [each for each in records(name, file) if file or not wanted or value_of(each) in wanted]
    valued = any(rule.function and rule.arguments for rule in rules)
    rows = [row("rule", "what it finds", *["value"] * valued, "example", "what it gives", "not")]
    rows.append(row(*["---"] * (5 + valued)))
    for rule in rules:
        first, value = rule.yes[0], [rule.value.text if rule.value else ""] * valued
        rows.append(
            row(f"`{rule.name}`", plain(rule.finds), *value, bold(first.marked), given(first), bold(rule.no[0].marked))
        )
    return "\n".join(rows)


def value_of(rule: Rule) -> str:
    """Return what a page names a record by: that it refuses, its value, or that it has none."""
    return "refuses" if rule.refuses else rule.reader or "none"


def examples_table(match: re.Match[str]) -> str:
    """Return all that one rule finds in the examples of its record, as a table."""
    (rule,) = (rule for rule in records(match[1]) if rule.name == match[2])
    rows = [row(bold(example.marked), given(example)) for example in rule.yes]
    return "\n".join((row("example", "what it gives"), row("---", "---"), *rows))


def columns_table(match: re.Match[str]) -> str:
    """Return the columns of a flat table."""
    rows = [row("column", "type", "what it says"), row("---", "---", "---")]
    rows += [row(f"`{each.name}`", TYPES[each.type], each.says) for each in TABLES[match[1]].columns]
    return "\n".join(rows)


def given(example: Example) -> str:
    """Return the answers of an example."""
    return "; ".join(f"`{each}`" for each in example.answers).replace("|", "\\|") or "nothing"


def bold(marked: str) -> str:
    """Return an example with the words in question in bold."""
    return plain(marked).replace("[", "<b>").replace("]", "</b>").replace("¶", "<br>")


def plain(text: str) -> str:
    """Return a text in which no sign is one of Markdown's."""
    return re.sub(r"([*_`|<$])", r"\\\1", text)


def fill_in_rules(_: Sphinx, __: str, source: list[str]) -> None:
    """Put a table in place of each ``<!-- rules: PLUGIN [PACKAGE/FILE | VALUE …] -->`` and ``<!-- examples: … -->``."""
    source[0] = re.sub(r"<!-- rules: (\w+(?: \S+)*?) -->", rules_table, source[0])
    source[0] = re.sub(r"<!-- table: (\w+) -->", columns_table, source[0])
    source[0] = re.sub(r"<!-- examples: (\w+) (.+?) -->", examples_table, source[0])


def setup(app: Sphinx) -> None:
    """Fill in the tables when Sphinx reads a page."""
    app.connect("source-read", fill_in_rules)
