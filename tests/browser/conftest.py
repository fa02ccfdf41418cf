"""A browser for the pages: Debian's Chromium, driven by Playwright; without one of them these tests are skipped."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsed import Open, Opened

_ARGUMENTS = (
    "--no-sandbox",  # as root, in a container
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_OWN = ("file:", "blob:", "data:")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Chromium, one for all tests."""
    playwright = pytest.importorskip("playwright.sync_api")
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("chromium is not installed")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=list(_ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def show(chromium: Any, tmp_path: Path) -> Iterator[Open]:
    """Open pages; at the end none of them may have asked anybody for anything, or have said an error."""
    opened: list[Opened] = []

    def show(html: str, *, dark: bool = False, width: int = 1280, height: int = 900, hash_: str = "") -> Opened:
        path = tmp_path / f"{len(opened)}.html"
        path.write_text(html, "utf-8")
        page = chromium.new_page(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light", accept_downloads=True
        )
        made = Opened(page)
        opened.append(made)
        page.on("console", lambda said: made.told.append(f"{said.type}: {said.text}"))
        page.on("pageerror", lambda error: made.told.append(str(error)))
        page.on("dialog", lambda dialog: (made.told.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda asked: made.asked.append(asked.url))
        page.goto(f"{path.as_uri()}{hash_}")
        return made

    yield show
    for each in opened:
        each.page.close()
        assert each.told == []
        assert [url for url in each.asked if not url.startswith(_OWN)] == []
