"""The people of an article, as titles that stand alone are compared with them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from attrs import Factory, define

from newskit.kinds import Title
from newskit.linking.offices import Office

LATEST = 40
"""Most offices and mentions of a person that are compared."""


def start_of(held: tuple[Title, Office]) -> int:
    """Return where a title begins."""
    return held[0].span.start


@define
class Person:
    """A person of the article: the offices held, the mentions, and what the text says of origin and party."""

    number: int
    starts: list[int] = Factory(list)
    ends: list[int] = Factory(list)
    offices: list[tuple[Title, Office]] = Factory(list)
    said: set[str] = Factory(set)
    parties: set[str] = Factory(set)
    implied: set[str] = Factory(set)

    def last(self, offset: int) -> int:
        """Return the end of the last mention before an offset, -1 where there is none."""
        place = bisect_right(self.ends, offset)
        return self.ends[place - 1] if place else -1

    def before(self, offset: int) -> list[Office]:
        """Return the offices held whose titles stand before an offset, the latest."""
        place = bisect_left(self.offices, offset, key=start_of)
        return [held for _, held in self.offices[max(0, place - LATEST) : place]]

    def after(self, offset: int) -> list[tuple[Title, Office]]:
        """Return the first titles from an offset on and what they say."""
        place = bisect_left(self.offices, offset, key=start_of)
        return self.offices[place : place + LATEST]

    def inside(self, start: int, end: int) -> bool:
        """Tell whether the person is named between two offsets."""
        place = bisect_left(self.starts, start)
        return place < len(self.starts) and self.starts[place] < end
