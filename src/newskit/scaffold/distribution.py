"""The files of a new plugin: templates with the names of the plugin put in."""

from __future__ import annotations

import importlib.util
import keyword
import re
import sys
from collections.abc import Iterator
from importlib.metadata import metadata, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Template

from attrs import frozen

from newskit.errors import InputError, reason

_NAME = re.compile(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?", re.IGNORECASE)
"""The names that a distribution may have (PyPA, Names and normalization)."""
_RUNS = re.compile(r"[-_.]+")
_COMMON = {
    "pyproject.toml.in": "pyproject.toml",
    "README.md.in": "README.md",
    "LICENSE.in": "LICENSE",
    "gitignore.in": ".gitignore",
    "tests.yml.in": ".github/workflows/tests.yml",
    "test_module.py.in": "tests/test_{module}.py",
}


@frozen
class Kind:
    """What a template needs to know of what its plugin finds: in words, the plugins that it reads, an example.

    ``found`` is the expression for the spans that a document has of it.
    """

    summary: str
    example: str
    found: str
    needs: tuple[str, ...] = ()


KINDS = {
    "quote": Kind(
        "Finds the turns of printed interviews.",
        r"Q: [Is the pier safe?]\n\nA: [It will be, in May.]",
        "tuple(span for quote in document.quotes for span in quote.content)",
    ),
    "entity": Kind(
        "Finds the committees of a parliament.",
        "The [Senate Harbours Committee] met. The [Senate Harbours Committee] agreed.",
        "tuple(mention.span for entity in document.entities for mention in entity.mentions)",
    ),
    "title": Kind(
        "Finds the offices of a harbour.",
        "The [chief lampwright] met [Pierkeeper] Ida Brandt.",
        "tuple(title.span for title in document.titles)",
    ),
    "time": Kind(
        "Finds the terms of a university.",
        "They met in [Michaelmas term 2024] and again in [Hilary 2025].",
        "tuple(expression.span for expression in document.dates)",
    ),
    "own": Kind(
        "Finds amounts of money, a kind of its own.",
        "The pier cost [$3.5 million], and [€1,500] a day.",
        "tuple(money.span for money in document[{module}.Amount])",
    ),
    "amend": Kind(
        "Marks the quotes that were not given to be printed.",
        r"[“The pier is unsafe,”] Ida Brandt said off the record.\n\n“It is safe,” Tom Okafor said.",
        'tuple(span for quote in document.quotes if "terms" in quote.extra for span in quote.content)',
        ("newskit_structure", "newskit_dates", "newskit_titles", "newskit_names", "newskit_quotes"),
    ),
}
"""The kinds of plugins that there are templates for, by the name that the command takes."""


@frozen
class Scaffold:
    """A plugin that was made: the names of its distribution and its module, its folder, and the files in it."""

    name: str
    module: str
    folder: Path
    files: tuple[str, ...]


def checked_name(given: str) -> tuple[str, str]:
    """Return the names of a distribution, normalised, and of its module.

    Raises ``InputError`` for what cannot be either, and for the name of a module that is there.
    """
    if not _NAME.fullmatch(given):
        raise InputError(f"{given!r} cannot be the name of a distribution: letters, digits, and - _ . between them")
    name = _RUNS.sub("-", given).lower()
    module = name.replace("-", "_")
    if not module.isidentifier() or keyword.iskeyword(module):
        raise InputError(f"{given!r} gives the module {module!r}, which Python cannot import")
    if module in sys.stdlib_module_names:
        raise InputError(f"{given!r} gives the module {module!r}, which is one of Python's own")
    found = importlib.util.find_spec(module)
    if found is not None and found.origin is not None:  # a mere folder is none
        raise InputError(f"{given!r} gives the module {module!r}, which is installed already")
    return name, module


def make(given: str, kind: str, parent: Path) -> Scaffold:
    """Write a new plugin into a folder of its name in ``parent``.

    Raises ``InputError`` for a name that it cannot have, a folder that is there, and one that cannot be written.
    """
    name, module = checked_name(given)
    folder = parent / name
    written = dict(_files(name, module, kind))
    try:
        folder.mkdir(parents=True)
        for path, text in written.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, "utf-8", newline="\n")
    except FileExistsError:
        raise InputError("there already; choose another name or folder", path=str(folder)) from None
    except OSError as exc:
        raise InputError(f"cannot be written: {reason(exc)}", path=str(folder)) from None
    return Scaffold(name, module, folder, tuple(sorted(written)))


def _files(name: str, module: str, kind: str) -> Iterator[tuple[str, str]]:
    """Yield the path of each file in the folder and its text."""
    told = KINDS[kind]
    values = {
        "name": name,
        "module": module,
        "summary": told.summary,
        "example": told.example.replace('"', '\\"'),
        "found": told.found.format(module=module),
        "needs": ", ".join(f'"{each}"' for each in told.needs),
        "needs_in_command": "".join(f",{each}" for each in told.needs),
        "versions": _versions(),
        "python": metadata("newskit")["Requires-Python"],
    }

    def filled(template: Traversable) -> str:
        return Template(template.read_text("utf-8")).substitute(values)

    here = files(__package__ or "newskit.scaffold")
    for template, path in _COMMON.items():
        yield path.format(module=module), filled(here / "common" / template)
    for each in (here / kind).iterdir():
        if each.name.endswith(".in"):
            yield f"src/{module}/{each.name.removesuffix('.in')}", filled(each)
    yield f"src/{module}/py.typed", ""


def _versions() -> str:
    """Return the versions of newskit with which the plugin goes on working, as the compatibility promise has it."""
    major, minor = version("newskit").split(".")[:2]
    return f">={major}.{minor},<{major}.{int(minor) + 2}" if major == "0" else f">={major}.{minor},<{int(major) + 2}"
