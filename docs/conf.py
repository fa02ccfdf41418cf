"""Sphinx settings: ``nox -s docs`` builds the pages with every warning an error."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newskit.examples import rules_of
from newskit.plugins import discover

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
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints = "description"
intersphinx_mapping: dict[str, tuple[str, None]] = {}
nitpick_ignore_regex = [
    ("py:.*", r"(attr|collections|datetime|dt|hypothesis|os|pa|pathlib|pluggy|regex|typing)\..*"),
    ("py:class", "SearchStrategy"),  # hypothesis's
    ("py:class", r"V|newskit\.(rules\.rules\.[FT]|linking\.named\.Text|corpus\.todo\.Few)"),  # type variables
    ("py:class", "Ground"),  # what Doc is made from is no concern of those who are given one
]


def rules_table(match: re.Match[str]) -> str:
    """Return the rules of a plugin as a table, from their records: all, or those with the values that are named.

    ``none`` stands for records that name none, ``refuses`` for those that refuse.
    """
    name, *values = match[1].split()
    (plugin,) = (each for each in discover(plugins=[name], block=[]).plugins if each.name == name)
    rows = ["| rule | what it finds | example | what it gives | not |", "|---|---|---|---|---|"]
    listed = [rule for rules in rules_of(plugin) for rule in rules]
    wanted = [each for each in listed if ("refuses" if each.refuses else each.reader or "none") in values or not values]
    return "\n".join([*rows, *map(row_of, wanted)])


def row_of(rule: Rule) -> str:
    """Return a record as a row of its table."""
    first, no = rule.yes[0], rule.no[0]
    gives = ", ".join(f"`{each}`" for each in first.answers).replace("|", "\\|")
    cells = (f"`{rule.name}`", plain(rule.finds), bold(first.marked), gives or "nothing", bold(no.marked))
    return "| " + " | ".join(cells) + " |"


def bold(marked: str) -> str:
    """Return an example with the words in question in bold."""
    return plain(marked).replace("[", "<b>").replace("]", "</b>").replace("\\n", "<br>")


def plain(text: str) -> str:
    """Return a text in which no sign is one of Markdown's."""
    return re.sub(r"([*_`|<$])", r"\\\1", text)


def fill_in_rules(_: Sphinx, __: str, source: list[str]) -> None:
    """Put a table in place of each ``<!-- rules: PLUGIN -->`` and ``<!-- rules: PLUGIN VALUE … -->``."""
    source[0] = re.sub(r"<!-- rules: (\w+(?: \w+)*) -->", rules_table, source[0])


def setup(app: Sphinx) -> None:
    """Fill in the tables when Sphinx reads a page."""
    app.connect("source-read", fill_in_rules)
