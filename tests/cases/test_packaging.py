"""What goes out says whose it is; `nox -s build` looks into the archives themselves."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from pages import ROOT

import newskit

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
NOTICE = (ROOT / "NOTICE").read_text("utf-8")
TERMS = re.compile(r"\(MIT\)|CC BY|public domain")
BORROWED = sorted(
    path
    for package in PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    for path in (ROOT / package).rglob("*.txt")
    if any(TERMS.search(line) for line in path.read_text("utf-8").splitlines() if line.startswith("#"))
)


def test_the_version_is_that_of_the_distribution() -> None:
    assert newskit.__version__ == PROJECT["project"]["version"]
    with pytest.raises(AttributeError, match="no attribute 'version'"):
        newskit.version  # type: ignore[attr-defined] # noqa: B018


def test_borrowed_data_is_there() -> None:
    assert len(BORROWED) >= 8


@pytest.mark.parametrize("path", BORROWED, ids=lambda path: path.name)
def test_notice_says_where_borrowed_data_comes_from(path: Path) -> None:
    assert path.name in NOTICE


def test_the_licences_that_notice_names_ship_and_no_others() -> None:
    there = {f"licenses/{path.name}" for path in (ROOT / "licenses").iterdir()}
    assert set(re.findall(r"licenses/[\w.-]+\.txt", NOTICE)) == there
    assert "licenses/*" in PROJECT["project"]["license-files"]
    stated = PROJECT["project"]["license"].split(" AND ")
    assert all(name.removeprefix("licenses/").startswith(tuple(stated)) for name in there)


def test_fragments_of_the_changelog_are_called_as_towncrier_reads_them() -> None:
    names = {path.name for path in (ROOT / "changelog.d").glob("*.md")}
    odd = {
        name
        for name in names - {"README.md"}
        if not re.fullmatch(r"(\d+|\+[\w-]+)\.(added|changed|fixed)(\.\d+)?\.md", name)
    }
    assert "README.md" in names  # a release takes the others
    assert not odd
