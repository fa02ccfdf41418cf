"""Sphinx settings: ``nox -s docs`` builds the pages with every warning an error."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newskit.examples import rules_of
from newskit.plugins import discover
from newskit.rules import Example, Rule

if TYPE_CHECKING:
    from sphinx.application import Sphinx

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
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints = "description"
intersphinx_mapping: dict[str, tuple[str, None]] = {}
nitpick_ignore_regex = [
    ("py:.*", r"(attr|collections|datetime|dt|hypothesis|os|pa|pathlib|pluggy|regex|typing)\..*"),
    ("py:class", "SearchStrategy"),  # hypothesis's
    ("py:class", r"V|newskit\.rules\.rules\.[FT]"),  # type variables
    ("py:class", "Ground"),  # what Doc is made from is no concern of those who are given one
]


def records(plugin: str) -> list[Rule]:
    """Return the rules of a plugin in the order of its file."""
    (found,) = (each for each in discover(plugins=[plugin], block=[]).plugins if each.name == plugin)
    return [rule for rules in rules_of(found) for rule in rules]


def row(*cells: str) -> str:
    """Return a row of a table."""
    return f"| {' | '.join(cells)} |"


def rules_table(match: re.Match[str]) -> str:
    """Return the rules of a plugin as a table, from their records; where code gives the value, with its arguments."""
    rules = records(match[1])
    valued = any(rule.function and rule.arguments for rule in rules)
    rows = [row("rule", "what it finds", *["value"] * valued, "example", "what it gives", "not")]
    rows.append(row(*["---"] * (5 + valued)))
    for rule in rules:
        first, value = rule.yes[0], [rule.value.text if rule.value else ""] * valued
        rows.append(
            row(f"`{rule.name}`", rule.finds, *value, bold(first.marked), given(first), bold(rule.no[0].marked))
        )
    return "\n".join(rows)


def examples_table(match: re.Match[str]) -> str:
    """Return all that one rule finds in the examples of its record, as a table."""
    (rule,) = (rule for rule in records(match[1]) if rule.name == match[2])
    rows = [row(bold(example.marked), given(example)) for example in rule.yes]
    return "\n".join((row("example", "what it gives"), row("---", "---"), *rows))


def given(example: Example) -> str:
    """Return the answers of an example."""
    return "; ".join(f"`{each}`" for each in example.answers)


def bold(marked: str) -> str:
    """Return an example with the words in question in bold."""
    plain = re.sub(r"([*_`|<$])", r"\\\1", marked)
    return plain.replace("[", "<b>").replace("]", "</b>").replace("¶", "<br>")


def fill_in_rules(_: Sphinx, __: str, source: list[str]) -> None:
    """Put a table in place of each ``<!-- rules: PLUGIN -->`` and ``<!-- examples: PLUGIN RULE -->``."""
    source[0] = re.sub(r"<!-- rules: (\w+) -->", rules_table, source[0])
    source[0] = re.sub(r"<!-- examples: (\w+) (.+?) -->", examples_table, source[0])


def setup(app: Sphinx) -> None:
    """Fill in the tables when Sphinx reads a page."""
    app.connect("source-read", fill_in_rules)
