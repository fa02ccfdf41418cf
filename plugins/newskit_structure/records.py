"""The rules of the plugin: the records of ``rules.txt`` and the functions that these name."""

from __future__ import annotations

from functools import cache
from typing import cast, get_args

from newskit import Part, PartKind
from newskit.rules import Rules
from newskit_structure import front, furniture
from newskit_structure.dateline import dateline_end
from newskit_structure.line import PACKAGE

_BY_FORM = (
    furniture.form,
    furniture.forms,
    furniture.note,
    furniture.date_line,
    furniture.page_furniture,
    furniture.boilerplate,
    furniture.by_name,
    furniture.sign_off,
    furniture.credit_line,
    furniture.credited,
    furniture.worded,
)
_BY_PLACE = (
    front.is_kicker,
    front.headline_rule,
    front.standfirst_rule,
    front.signature_rule,
    front.is_subhead,
    front.story_rule,
    dateline_end,
)


def _kind(part: Part) -> str:
    return part.kind


RULES = Rules(
    PACKAGE,
    readers=dict.fromkeys(get_args(PartKind), _kind),
    functions=[function.__name__ for function in (*_BY_FORM, *_BY_PLACE)],
    answer=_kind,
    rest="text",
)


@cache
def kinds() -> dict[str, PartKind]:
    """Return the kind of the parts that each rule finds, by the name of the rule."""
    return {rule.name: cast("PartKind", rule.reader) for rule in RULES}
