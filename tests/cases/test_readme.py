"""The README says what is true: its code runs, and what it shows is what comes out."""

from __future__ import annotations

import contextlib
import io
import re
import types
from pathlib import Path

import pytest

import newskit
from newskit.formats.text import to_text

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
SEED = ROOT / "seeds" / "000_9b9daa9efa5b48ea.txt"
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def blocks(language: str) -> list[str]:
    return [code for name, code in BLOCKS if name == language]


def test_two_lines_do_all_the_setup() -> None:
    (setup,) = blocks("sh")
    install, check = setup.splitlines()
    assert install.startswith("python3 -m pip install . &&")
    assert str(SEED.relative_to(ROOT)) in install
    assert check.endswith("python3 -m pytest")


def test_the_listing_is_what_the_command_prints(kit: newskit.Kit) -> None:
    article = newskit.Article(SEED.read_text("utf-8"), id=f"seeds/{SEED.name}", published="2025-02-18")
    printed = iter(to_text(kit.extract(article), width=110).splitlines())
    shown = [line for line in blocks("text")[0].splitlines() if line.strip() != "…"]
    missing = [line for line in shown if line not in printed]  # each is looked for after the one before
    assert not missing


def test_the_python_call_prints_what_is_shown() -> None:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(blocks("python")[0], {})
    assert printed.getvalue() == blocks("text")[1]


def test_the_plugin_runs() -> None:
    module = types.ModuleType("hashtag_plugin")
    exec(blocks("python")[1], module.__dict__)
    document = newskit.Kit(plugins=[], add=[module]).extract("Crowds shouted #reopen.")
    assert [tag.span.text for tag in document[module.Hashtag]] == ["#reopen"]


def test_the_plugin_has_fifteen_lines() -> None:
    assert len([line for line in blocks("python")[1].splitlines() if line.strip()]) == 15


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#]+)\)", README))
def test_what_is_linked_is_there(link: str) -> None:
    assert (ROOT / link).exists()
