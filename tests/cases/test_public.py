"""The compatibility promise: a public name, field, parameter or option that goes is seen before its users see it."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from public import lines

RECORD = Path(__file__).parents[1] / "public.txt"


@pytest.fixture(scope="module")
def recorded() -> set[str]:
    return set(RECORD.read_text("utf-8").splitlines())


def test_nothing_public_goes(recorded: set[str]) -> None:
    gone = sorted(recorded.difference(lines()))
    assert not gone, "gone from the public interface: docs/reference/compatibility.md says when that may be"


def test_what_is_new_is_promised_on_purpose(recorded: set[str]) -> None:
    new = sorted(set(lines()).difference(recorded))
    assert not new, "new in the public interface: python tests/public.py > tests/public.txt"


@pytest.mark.parametrize(
    "line",
    [
        "newskit.Quote.speaker",
        "newskit.Quote(0: kind)",
        "newskit.EntityKind 'person'",
        "newskit.Kit.extract(published=)",
        "newskit.Document.quotes",
        "newskit.rules.Rules.find(0: text)",
        "hook newskit_extractors(0: config)",
        "newskit run --workers",
    ],
)
def test_each_sort_of_thing_is_in_the_record(line: str, recorded: set[str]) -> None:
    assert line in recorded


@pytest.mark.parametrize("name", ["newskit.corpus", "newskit.verify"])
def test_what_is_imported_when_asked_for_is_listed_and_nothing_else_is_there(name: str) -> None:
    package = import_module(name)
    assert set(package.__all__) <= set(dir(package))
    with pytest.raises(AttributeError, match=f"module '{name}' has no attribute 'nobody'"):
        _ = package.nobody
