"""The README sets up in two lines, shows what comes out, and links what is there; test_docs runs its code."""

from __future__ import annotations

import re
from types import ModuleType

import pytest
from pages import README, ROOT, blocks, run

import newskit
from newskit.formats.text import to_text

SEED = ROOT / "seeds" / "000_9b9daa9efa5b48ea.txt"


def test_two_lines_do_all_the_setup() -> None:
    (setup,) = blocks(README, "sh")
    install, check = setup.code.splitlines()
    assert install.startswith("python3 -m venv .venv && .venv/bin/pip install . &&")
    assert str(SEED.relative_to(ROOT)) in install
    assert check.startswith("python3 -m venv .venv && ")
    assert check.endswith(".venv/bin/pytest -n auto")


def test_the_listing_is_what_the_command_prints(kit: newskit.Kit) -> None:
    article = newskit.Article(SEED.read_text("utf-8"), id=f"seeds/{SEED.name}", published="2025-02-18")
    printed = iter(to_text(kit.extract(article), width=110).splitlines())
    shown = [line for line in blocks(README, "text")[0].code.splitlines() if line.strip() != "…"]
    missing = [line for line in shown if line not in printed]  # each is looked for after the one before
    assert not missing


def test_the_plugin_has_fifteen_lines_and_runs() -> None:
    module = ModuleType("hashtag_plugin")
    block = blocks(README, "python")[1]
    run(block, module, README)
    document = newskit.Kit(plugins=[], add=[module]).extract("Crowds shouted #reopen.")
    assert [tag.span.text for tag in document[module.Hashtag]] == ["#reopen"]
    assert len([line for line in block.code.splitlines() if line.strip()]) == 15


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#]+)\)", README.read_text("utf-8")))
def test_what_is_linked_is_there(link: str) -> None:
    assert (ROOT / link).exists()
