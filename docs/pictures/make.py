"""Make the picture of a page that README and the documentation show: ``python docs/pictures/make.py``.

It needs playwright and Debian's ``chromium``, as ``nox -s pages`` does. The article is our own.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

import newskit
from newskit.formats import to_html

ARTICLE = newskit.Article(
    """Port Vell pier to open again in May

Harbour Master Ida Brandt said on Monday that the pier will open again in May, after a week of repairs.

“Pier 4 is safe, and we have waited long enough,” Brandt told the Port Vell Gazette. “Nobody was hurt.”

Olaf Lind, the mayor of Port Vell, was not so sure. The storms of last summer “cost us a season,” he said.

One official, who was not allowed to speak in public, said the pier might stay closed.
""",
    id="pier.txt",
    published="2025-02-18",
    publisher="The Echo",
)
SIZE = {"width": 1080, "height": 640}


def main() -> None:
    """Write ``page.png`` beside this file."""
    with TemporaryDirectory() as folder, sync_playwright() as driver:
        page = Path(folder, "page.html")
        page.write_text(to_html(newskit.extract(ARTICLE)), "utf-8")
        browser = driver.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu", "--no-first-run"]
        )
        shown = browser.new_page(viewport=SIZE, color_scheme="light")
        shown.goto(page.as_uri())
        shown.screenshot(path=Path(__file__).with_name("page.png"))
        browser.close()


if __name__ == "__main__":
    main()
