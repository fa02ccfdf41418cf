"""A page in the browser, and what it did there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from attrs import define, field


@define
class Opened:
    """A page in the browser, with what it said in the console and asked of others."""

    page: Any
    told: list[str] = field(factory=list)
    asked: list[str] = field(factory=list)

    def text(self, selector: str) -> str:
        """Return what is shown of the first element that a selector selects."""
        return str(self.page.locator(selector).first.inner_text())

    def count(self, selector: str) -> int:
        """Return how many elements are shown."""
        return int(self.page.locator(f"{selector}:visible").count())

    def findings(self) -> list[str]:
        """Return the serious and critical findings of axe-core, each with the first element that it is about."""
        axe = pytest.importorskip("axe_playwright_python.base")
        self.page.evaluate(axe.AXE_SCRIPT)
        found = self.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        first = {each["id"]: each["nodes"][0] for each in found["violations"]}
        return [
            f"{each['id']}: {first[each['id']]['html'][:200]} {first[each['id']]['failureSummary']}"
            for each in found["violations"]
            if each["impact"] in ("serious", "critical")
        ]


Open = Callable[..., Opened]
