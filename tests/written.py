"""The texts that the tests are written with."""

from __future__ import annotations

import ast
from pathlib import Path


def texts_of_tests() -> list[str]:
    """Return the strings of several words in the code of the tests, which are nearly all texts for an extractor."""
    trees = (ast.parse(path.read_text("utf-8")) for path in sorted(Path(__file__).parent.rglob("*.py")))
    strings = (node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return sorted({text for text in strings if isinstance(text, str) and " " in text})
