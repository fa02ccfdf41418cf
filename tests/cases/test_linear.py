"""Twice the text takes twice the steps, on every kind of hostile text and for every line; patterns never turn back."""

from __future__ import annotations

import sys

import pytest

import newskit
from newskit.testing import HOSTILE, count_steps, steep_lines


@pytest.mark.heavy
@pytest.mark.parametrize("kind", HOSTILE)
def test_no_line_runs_out_of_proportion_on(kit: newskit.Kit, kind: str) -> None:
    assert steep_lines(kit.extract, kind) == []


def pairs(text: str) -> int:
    count = 0
    for _ in text:
        for _ in text:
            count += 1
    return count


def halves(text: str) -> list[str]:
    return [text[: len(text) // (step + 1)] for step in range(len(text))]


def twice(text: str) -> None:
    for _ in text:
        for _ in "ab":
            pass


def recursive(text: str) -> int:
    return sum(1 for _ in text) + recursive(text[len(text) // 20 + 1 :]) if text else 0


@pytest.mark.parametrize(("call", "steep"), [(pairs, True), (halves, False), (twice, False), (recursive, False)])
def test_a_line_that_runs_for_each_pair_is_told_and_no_other(call: object, *, steep: bool) -> None:
    found = steep_lines(call, "spaces", 60)  # type: ignore[arg-type]  # functions of a text
    assert bool(found) is steep
    assert all("test_linear.py" in line or line.startswith("all lines") for line in found)


def test_steps_are_the_same_every_time_and_the_tracer_is_put_back() -> None:
    def tracer(*_: object) -> None:
        return None

    before = sys.gettrace()
    sys.settrace(tracer)
    try:
        first, second = (count_steps(lambda: pairs("abcd")) for _ in range(2))
        assert sys.gettrace() is tracer
    finally:
        sys.settrace(before)
    assert first == second
    assert [count for line, count in first.items() if line.endswith(" pairs")] == [1, 5, 20, 16, 1]
