"""The blocks of code in the README and on the pages of docs/, and how they are run."""

from __future__ import annotations

import contextlib
import doctest
import io
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

from attrs import frozen

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PAGES = (README, *sorted((ROOT / "docs").rglob("*.md")))
_FENCED = re.compile(r"^```(?:\{(\w+)\}|(\w+))[^\n]*\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_FILE = re.compile(r"# (\w+\.py)\n")


@frozen
class Block:
    """A fenced block: its language or directive, its text, and the line that it begins after."""

    language: str
    code: str
    line: int


def blocks(page: Path, *languages: str) -> list[Block]:
    """Return the blocks of a page in one of the languages."""
    text = page.read_text("utf-8")
    found = (
        Block(match[1] or match[2], match[3], text.count("\n", 0, match.start()) + 1)
        for match in _FENCED.finditer(text)
    )
    return [block for block in found if block.language in languages]


def is_page(page: Path) -> str:
    """Return the name that a test shows for a page."""
    return page.relative_to(ROOT).as_posix()


def run(block: Block, module: ModuleType, page: Path) -> str:
    """Run a block as its reader would, after those before it in the module; returns what it prints.

    A block whose first line is a comment with the name of a file is that file in the folder where the reader stands: a
    test is given to pytest, what holds something for ``__main__`` is run, and the rest is there to be imported.
    """
    if block.language == "doctest":
        return _run_session(block, module, page)
    named = _FILE.match(block.code)
    if named:
        return _run_file(named[1], block.code)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile("\n" * block.line + block.code, page, "exec"), module.__dict__)
    return printed.getvalue()


def _run_session(block: Block, module: ModuleType, page: Path) -> str:
    name = is_page(page)
    session = doctest.DocTestParser().get_doctest(block.code, module.__dict__, name, str(page), block.line)
    report = io.StringIO()
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(session, out=report.write, clear_globs=False)
    module.__dict__.update(session.globs)
    assert not report.getvalue(), report.getvalue()
    return ""


def _run_file(name: str, code: str) -> str:
    Path(name).write_text(code, "utf-8")
    is_test = name.startswith("test_")
    if not is_test and "__main__" not in code:
        return ""
    command = [sys.executable, *(["-m", "pytest", "-q"] if is_test else []), name]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return "" if is_test else done.stdout
