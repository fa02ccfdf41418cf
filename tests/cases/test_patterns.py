"""No pattern turns back over what it has read: what repeats without a bound keeps what it took."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import patterns
import pytest
from patterns import turning_back

PACKAGES = (
    "newskit",
    "newskit_structure",
    "newskit_dates",
    "newskit_titles",
    "newskit_names",
    "newskit_quotes",
    "newskit_spacy",
)
BOUNDED = {
    r"""<(?:meta|\?xml)[^>]*?\b(?:charset|encoding)\s*+=\s*+[\"']?+\s*+([\w:.-]++)""": "reads the first 4,096 bytes",
}
"""Patterns that may turn back, and why that costs no more in a longer text."""


@pytest.fixture(scope="module")
def made() -> list[tuple[str, int, str]]:
    """Every pattern that newskit makes on import and on an article: pattern, flags, and the module."""
    (article,) = (Path(__file__).parents[2] / "seeds").glob("*.txt")
    command = [sys.executable, "-W", "ignore", patterns.__file__, str(article), *PACKAGES]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return [tuple(each) for each in json.loads(ran.stdout)]


def test_the_patterns_of_every_package_are_seen(made: list[tuple[str, int, str]]) -> None:
    makers = Counter(maker.partition(".")[0] for _, _, maker in made)
    assert set(makers) >= {"newskit", "newskit_structure", "newskit_dates", "newskit_titles", "newskit_names"}
    assert {"newskit_dates.grammar", "newskit.text.tokens", "newskit.text.marks"} <= {maker for *_, maker in made}


def test_no_pattern_turns_back(made: list[tuple[str, int, str]]) -> None:
    found = {f"{maker}: {pattern}": turning_back(pattern, flags) for pattern, flags, maker in made}
    bounded = {name for name in found if name.partition(": ")[2] in BOUNDED}
    assert {name: at for name, at in found.items() if at and name not in bounded} == {}
    assert len(bounded) == len(BOUNDED)
    assert all(found[name] for name in bounded)


@pytest.mark.parametrize(
    ("pattern", "faults"),
    [
        (r"\w+", 0),
        (r"\w+,", 1),
        (r"\w++,", 0),
        (r"\w{1,20},", 0),
        (r"\w{1,200},", 1),
        (r"(?>\w+),", 0),
        (r"\w+(?:,\w+)*+", 0),
        (r"\w+(?:,\w+)*+;", 1),
        (r"(?:\w+,?)+;", 2),
        (r"(?:\w+)*+;", 0),
        (r"(?:\w+){2}+", 1),
        (r"(\w+)|\d", 0),
        (r"(?:(\w+)|\d);", 1),
        (r"a(?=\w+)b", 0),
        (r"a(?=\w+,)b", 1),
        (r"\w*?(?:,|)", 0),
        (r"\w*?(?:,|;)", 1),
        (r"(?<name>\p{L}+)\P{L}", 1),
        (r"[\p{Lu}.]++\s", 0),
    ],
)
def test_a_repeat_that_can_give_back_is_told(pattern: str, faults: int) -> None:
    assert len(turning_back(pattern)) == faults
