"""Whose a letter or a statement is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import newskit
from newskit_quotes.chunks import phrases
from newskit_quotes.columns import Columns
from newskit_quotes.lexicon import POSSESSIVE, word_class
from newskit_quotes.records import Range

_AUTHORED, _FROM = word_class("authored"), frozenset({"by", "from"})
_DESKS = frozenset({"office", "offices"})


def author(
    columns: Columns, entities: Sequence[newskit.Entity], inside: Sequence[tuple[int, int, int, bool]], base: Range
) -> newskit.Entity | None:
    """Return whose a letter or a statement is: "Lopez's letter to Roe", "a statement from Lopez"."""
    for start, end, number, _ in inside:
        token = bisect_left(columns.starts, start)
        owns = token < base[1] and columns.lowered(bisect_left(columns.starts, end)) in POSSESSIVE
        behind = phrases(columns, base[1], columns.bounds[token][1])
        begin, stop = next((each for each in behind if each[0] <= token < each[1]), (token, token + 1))
        if columns.lowered(begin - 1) == "of" and columns.lowered(begin - 2) in _DESKS:
            begin = next((each[0] for each in behind if each[1] == begin - 1), begin)
        named = entities[number].kind != "group" or is_named(entities[number])
        behind_name = bisect_left(columns.starts, end)
        desk = columns.lowered(behind_name) in POSSESSIVE and columns.lowered(behind_name + 1) in _DESKS
        named = named and (owns or desk or end >= columns.ends[stop - 1])  # not "a report by | UK | bakers Arvon"
        written = begin - 1 == base[1] or columns.lowered(begin - 2) in _AUTHORED
        if named and (owns or (token >= base[1] and columns.lowered(begin - 1) in _FROM and written)):
            return entities[number]
    whole = [each for each in inside if each[1] == columns.ends[base[1] - 1]]
    return entities[whole[0][2]] if whole and entities[whole[0][2]].kind == "organization" else None


def is_named(group: newskit.Entity) -> bool:
    """Tell whether a group is named ("Republicans") or only described ("Japanese officials"), so that it is nobody."""
    return group.name.rpartition(" ")[2][0].isupper()
