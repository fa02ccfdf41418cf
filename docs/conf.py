"""Sphinx settings: ``nox -s docs`` builds the pages with every warning an error."""

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
    ("py:class", "V"),  # a type variable
    ("py:class", "Ground"),  # what Doc is made from is no concern of those who are given one
]
