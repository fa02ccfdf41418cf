"""Profiles for hypothesis, and the kit and the seed that many tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import newskit

FIRST_PARTY = ("newskit_structure", "newskit_dates", "newskit_titles", "newskit_names", "newskit_quotes")
SEEDS = Path(__file__).parents[1] / "seeds"
SEED = "000_9b9daa9efa5b48ea"

# The kit runs whole for each example, on machines that others use too: a deadline would say nothing of it.
settings.register_profile("fast", max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("dev", max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", max_examples=300, deadline=None, derandomize=True, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


@pytest.fixture(scope="session")
def kit() -> newskit.Kit:
    """The first-party plugins, whatever else is installed."""
    return newskit.Kit(plugins=FIRST_PARTY, block=())


@pytest.fixture(scope="session")
def seed_text() -> str:
    return (SEEDS / f"{SEED}.txt").read_text("utf-8")
