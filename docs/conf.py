"""Sphinx settings: ``nox -s docs`` builds the pages with every warning an error."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newskit.examples import rules_of
from newskit.plugins import discover

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
    ("py:class", "newskit.corpus.todo.Few"),  # the counts of a summary, which its properties tell
    ("py:class", "Ground"),  # what Doc is made from is no concern of those who are given one
]


def rules_table(match: re.Match[str]) -> str:
    """Return the rules of a plugin, or those of one of its files, as a table from their records."""
    (plugin,) = (each for each in discover(plugins=[match[1]], block=[]).plugins if each.name == match[1])
    rows = ["| rule | what it finds | example | what it gives | not |", "|---|---|---|---|---|"]
    files = [rules for rules in rules_of(plugin) if match[2] in {None, f"{rules.package}/{rules.name}"}]
    for rule in (rule for rules in files for rule in rules):
        first, no = rule.yes[0], rule.no[0]
        cells = (f"`{rule.name}`", rule.finds, bold(first.marked), ", ".join(f"`{each}`" for each in first.answers))
        rows.append("| " + " | ".join((*cells, bold(no.marked))) + " |")
    return "\n".join(rows)


def bold(marked: str) -> str:
    """Return an example with the words in question in bold."""
    plain = re.sub(r"([*_`|<$])", r"\\\1", marked)
    return plain.replace("[", "<b>").replace("]", "</b>")


def fill_in_rules(_: Sphinx, __: str, source: list[str]) -> None:
    """Put a table in place of each ``<!-- rules: PLUGIN -->`` and ``<!-- rules: PLUGIN PACKAGE/FILE -->``."""
    source[0] = re.sub(r"<!-- rules: (\w+)(?: (\S+))? -->", rules_table, source[0])


def setup(app: Sphinx) -> None:
    """Fill in the tables when Sphinx reads a page."""
    app.connect("source-read", fill_in_rules)
