"""The page that compares newskit with others gives the figures that were measured, and no others."""

from __future__ import annotations

import re

import pytest
from pages import ROOT

WHY = ROOT / "docs" / "explanation" / "why-newskit.md"
MEASURED = (ROOT / "benchmarks" / "peers_results.md").read_text("utf-8")
ROWS = re.findall(r"^\| (\S.*?) \| (\d.*) \|$", WHY.read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize(
    ("name", "cells"), ROWS, ids=[f"{place}-{name.split()[0]}" for place, (name, _) in enumerate(ROWS)]
)
def test_figures_are_those_of_one_measured_row(name: str, cells: str) -> None:
    package = "newskit-dates" if name == "newskit, dates alone" else re.split(r"[ ,']", name.lower())[0]
    measured = [line.split(" | ") for line in MEASURED.splitlines() if line.startswith(f"| {package} |")]
    wanted = cells.split(" | ")
    assert any(set(wanted) <= set(row) for row in measured), f"{package}: {wanted} in none of {measured}"


def test_there_are_rows() -> None:
    assert len(ROWS) >= 12
