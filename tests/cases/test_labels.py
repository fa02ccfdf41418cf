"""Labels are for people: no code decides by the ``rule`` of an annotation."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
TOLD = ROOT / "src/newskit/linking/records.py"
"""Compares labels with the names of records, to tell which examples a rule has found."""
FILES = [path for folder in ("src", "plugins") for path in sorted((ROOT / folder).rglob("*.py")) if path != TOLD]


def labels(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what a node reads of a label, directly or in a tuple, set or list."""
    if isinstance(node, ast.Attribute) and node.attr == "rule":
        yield node
    elif isinstance(node, (ast.Tuple, ast.List, ast.Set)):
        for each in node.elts:
            yield from labels(each)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):  # title.rule.lower()
        yield from labels(node.func.value)


def decisions(tree: ast.AST) -> Iterator[int]:
    """Yield the lines in which a label is compared, searched, looked up in a table, or matched."""
    for node in ast.walk(tree):
        read: list[ast.AST] = []
        if isinstance(node, ast.Compare):
            read = [node.left, *node.comparators]
        elif isinstance(node, ast.Subscript):
            read = [node.slice, node.value]
        elif isinstance(node, ast.Match):
            read = [node.subject]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            on_label = [*labels(node.func.value)]
            read = on_label or (node.args if node.func.attr in ("get", "match", "fullmatch", "search", "index") else [])
        if any(True for each in read for _ in labels(each)):
            yield node.lineno  # type: ignore[attr-defined]  # all of these have one


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_code_decides_by_a_label(path: Path) -> None:
    assert [*decisions(ast.parse(path.read_text("utf-8")))] == []


@pytest.mark.parametrize(
    "code",
    [
        'title.rule == "after as"',
        'title.rule in ("after as", "described as")',
        '"quotation" not in before.rule',
        'title.rule.startswith("after")',
        'title.rule.lower() == "x"',
        "CODES[found.rule]",
        "CODES.get(found.rule)",
        "pattern.search(found.rule)",
        "(a.kind, a.rule) == b",
        "match a.rule:\n    case 'x': pass",
    ],
)
def test_what_it_finds(code: str) -> None:
    assert [*decisions(ast.parse(code))][:1] == [1]


@pytest.mark.parametrize("code", ["note(rule=title.rule)", "shown = title.rule or 'none'", "f'rule: {title.rule}'"])
def test_a_label_may_be_shown(code: str) -> None:
    assert [*decisions(ast.parse(code))] == []
