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
    ("newskit.formats.page", "[^>]*?"): "reads the first 4,096 bytes",
    ("newskit.text.tokens", "(?<!['’]s)"): "fails behind a single s alone, of which nothing can be given back",
}
"""What may turn back, by the module and a piece of the pattern, and why that costs no more in a longer text."""
OF_AUTHORS = (
    "newskit.rules.conditions",
    "newskit.rules.patterns",
    "newskit.rules.reading",
    "newskit.scaffold.distribution",
    "newskit_quotes.forms",
)
"""Modules whose patterns read rules, lists of words and names of plugins, which are their authors', and no article."""


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
    assert {"newskit.rules.book", "newskit.text.tokens", "newskit.text.marks"} <= {maker for *_, maker in made}


def test_no_pattern_that_reads_articles_turns_back(made: list[tuple[str, int, str]]) -> None:
    faults: dict[tuple[str, str], list[str]] = {}
    for pattern, flags, maker in made:
        found = turning_back(pattern, flags)
        if found and maker not in OF_AUTHORS:
            excuse = next((each for each in BOUNDED if each[0] == maker and each[1] in pattern), (maker, pattern))
            faults[excuse] = found
    assert {at: found for at, found in faults.items() if at not in BOUNDED} == {}
    assert set(faults) == set(BOUNDED)


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
