"""What an article tells of its people right beside their names: their ages and trades."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

import newskit
from newskit.text import once
from newskit_quotes.columns import Columns
from newskit_quotes.strangers import EPITHETS


class Epithets:
    """The people of an article by what stands beside their names."""

    def __init__(
        self, columns: Columns, entities: Sequence[newskit.Entity], mentions: Sequence[tuple[int, int, int, bool]]
    ) -> None:
        self.columns, self.entities, self.mentions = columns, entities, mentions

    @once
    def introduced(self) -> dict[str, set[int]]:
        """The people of each trade that stands right before their names: "the City defender Emil Moe"."""
        found: dict[str, set[int]] = defaultdict(set)
        for start, _, number, named in self.mentions:
            trade = self.columns.lowered(bisect_left(self.columns.starts, start) - 1)
            if named and trade in EPITHETS and self.entities[number].kind == "person":
                found[trade].add(number)
        return found

    @once
    def ages(self) -> dict[str, list[int]]:
        """The people of each age that the article gives: "Ann Poe, 24," "24-year-old Ann Poe"."""
        found: dict[str, list[int]] = defaultdict(list)
        lower, starts = self.columns.lower, self.columns.starts
        for start, end, number, named in self.mentions:
            if not named or self.entities[number].kind != "person":
                continue
            first, after = bisect_left(starts, start), bisect_left(starts, end)
            if (
                lower[after : after + 1] in ([","], ["("])
                and lower[after + 1 : after + 2]
                and lower[after + 1].isdigit()
            ):
                found[lower[after + 1]].append(number)
            if first and lower[first - 1].endswith("-year-old"):
                found[lower[first - 1].removesuffix("-year-old")].append(number)
        return {age: sorted(set(numbers)) for age, numbers in found.items()}
