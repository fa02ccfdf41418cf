"""Waiting for what processes of the tests do, and whether they live."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest


def until(what: Callable[[], object]) -> None:
    """Wait for something that is sure to come; a minute is for machines that others use too."""
    for _ in range(6000):
        if what():
            return
        time.sleep(0.01)
    pytest.fail("it did not come")


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
