"""The rules of the plugin: the records of ``rules.txt`` and the functions that these name."""

from __future__ import annotations

from functools import cache
from typing import cast, get_args

from newskit import Part, PartKind
from newskit.rules import Rules
from newskit_structure import captions, dateline, front, furniture, signed, story
from newskit_structure.line import PACKAGE


def _kind(part: Part) -> str:
    return part.kind


RULES = Rules(
    PACKAGE,
    readers=dict.fromkeys(get_args(PartKind), _kind),
    functions=[
        name
        for room in (captions, dateline, front, furniture, signed, story)
        for name in vars(room)
        if name.islower() and name[0] != "_"
    ],
    answer=_kind,
    rest="text",
)


@cache
def kinds() -> dict[str, PartKind]:
    """Return the kind of the parts that each rule finds, by the name of the rule."""
    return {rule.name: cast("PartKind", rule.reader) for rule in RULES}
