"""Holders: which person a title belongs to, beside the name and, by ``nominals``, where it stands alone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

import regex

from newskit.kinds import Title
from newskit.linking.chains import Chain
from newskit.linking.named import Text
from newskit.linking.nominals import Nominals
from newskit.linking.offices import office, offices
from newskit.linking.people import Person
from newskit.linking.salience import OF_STATE
from newskit.linking.subjects import SPEAKS, SUBJECT
from newskit.linking.words import one_of
from newskit.office import is_plural
from newskit.text import is_former, lazy_pattern

_BETWEEN = lazy_pattern(
    r"(?:\s?+\([^()\n]{1,60}+\))?+(?:\s++of\s++(?:the\s++)?+\p{Lu}[\w.]*+(?:\s\p{Lu}[\w.]*+){0,3}+)?+"
    r"[\s,(“\"–—-]*+(?:(?:age\s++)?+\d{1,3}+\s*+,\s*+)?+(?:and\s++)?+(?:who\s++)?+"
    rf"(?:{one_of('adverb')}\s++)?+(?:{one_of('verb')}\s++(?:{one_of('named')}\s++)?+)?+"
    rf"(?:as\s++)?+(?:{one_of('adverb', 'adverb_behind')}\s++)?+[“\"]?+"
)
_ASIDE = lazy_pattern(rf"{SPEAKS.pattern},(?!\s*+[“\"‘'«])")
"""What stands behind who says all round it: "Ann Poe, her lawyer| said, | is in Lima"."""
_MODIFYING = lazy_pattern(r"\s++\p{Ll}++(?:,\s++|\s++)who\s")
"""What stands behind a name that tells which: "a | Poe | volunteer who was elected as a delegate"."""
_PLAIN = frozenset((" ", ", "))
"""What mostly stands between a name and its title; the pattern takes it too."""
_COORDINATED = lazy_pattern(
    r"(?:\s?+\([^()\n]{1,40}+\))?+(?:\s++(?:of|from)\s++(?:the\s++)?+\p{Lu}[\w'’.-]*+(?:\s++(?:of\s++)?+\p{Lu}[\w'’.-]*+)*+)?+"
    rf"\s*+(?:,?+\s*+(?:and|&)|,)\s++(?:(?i:{one_of('style')})\.?+\s++)*+"
)
_INSERTION = lazy_pattern(
    rf",\s++(?!{one_of('clause')}\b)(?=[\p{{Ll}}\d])"
    rf"(?:[^.;:!?\n,]*+,(?!\s++{one_of('inserted_verb')}\s))*+"
    rf"[^.;:!?\n,]*+,\s++{one_of('inserted_verb')}\s++(?:{one_of('inserted_adverb')}\s++)?+(?:{one_of('named')}\s++)?+"
)
"""What may stand between a subject and a title that its verb gives it."""
_WHO = lazy_pattern(
    rf",\s++who\s++(?:(?!and\s++(?:{one_of('adverb')}\s++)?+{one_of('inserted_verb')}\s)[^\s.;:!?,“\"]++\s++){{1,14}}+"
    rf"and\s++(?:{one_of('adverb')}\s++)?+{one_of('inserted_verb')}\s++(?:{one_of('inserted_adverb')}\s++)?+"
)
"""The same of a clause with "who" that goes on with another verb: "Ann Poe|, who left in May and is now | a baker"."""
_INSERTED = 4
"""People named before a title that may be its subject."""
_ARTICLE = lazy_pattern(r"(?:the|an?|his|her|its|their)\s", regex.IGNORECASE)
_SPEAKER = lazy_pattern(r"an?\s(?:(?!for\s)[^\s,]++\s++)++for\s", regex.IGNORECASE)
_APPOSED = lazy_pattern(r"[,:]?+\s++")
_BEFORE = lazy_pattern(
    rf"[^\p{{L}}\p{{N}}]{{0,4}}|,?+\s++H(?:\.\s?+|\s)?+E\.?+\s++|,\s++(?:the\s++)?+(?:(?i:{one_of('style')})\.?+\s++)++|"
    r",\s++the\s++\p{Lu}[\p{L}-]++\s++|,?+\s++(?:sur)?+named\s++|"
    r",\s++\p{Lu}\p{L}*+(?:-born|['’]s)\s++|"
    r",?+\s++(?:(?:is|was|has\s++been)\s++)?+(?:identified|named)\s++(?:(?:by\s++police|only)\s++)?+as\s++|"
    rf"\s++(?:are|were|included?)\s++(?:(?i:{one_of('style')})\.?+\s++)*+|"
    rf"\s++(?:is|was)\s++(?:listed\s++as\s++)?+(?:(?i:{one_of('style')})\.?+\s++)*+|"
    r"\s++\((?:[Rr]e?td?\.?|retired)\)\s++|\s++Mo?h?d\.?+\s++"
)
"""What may stand between a title and the name that it goes before: "its chairman, | Peru's | Ann Poe"."""
_INSIDE = lazy_pattern(r"(?<![\p{L}’'-])(?!as\s)\p{Ll}[\p{L}’'-]*+\s++\Z")
"""What stands before a title inside of a clause, unlike "As | a nurse, Ann Poe said"."""
_EXEMPLIFIED = lazy_pattern(r",?+\s++(?:such\s++as|including)\s++")
_BEHAVING = lazy_pattern(r"\p{Ll}++(?<=ed|ing)\s")
_OF_BODY = lazy_pattern(r"\s(?:of|at|with|for)\s")
_BEFORE_MOST = 45
_NEAR = 110
_FAR = 160
_MOST = 20


class Holders:
    """Finds the holders of the titles of one article among its people."""

    def __init__(self, text: Text, titles: Sequence[Title], chains: Sequence[Chain]) -> None:
        self._ground, self.text, self.titles, self._chains = text, text.text, titles, chains
        people = [] if not titles else [(n, chain) for n, chain in enumerate(chains) if chain.kind == "person"]
        named = sorted(
            (each.span.start, each.span.end, number) for number, chain in people for each, _ in chain.mentions
        )
        self.starts = [start for start, _, _ in named]
        self.ends = [end for _, end, _ in named]
        self.owners = [number for _, _, number in named]
        self.held: dict[int, list[Title]] = {}
        self.meant: dict[int, list[tuple[Title, str]]] = {}

    def settle(self) -> None:
        """Give each title beside a name its holder, then each title alone the person it stands for."""
        previous: tuple[Title, int] | None = None
        for title in self.titles:
            owner = self._owner(title, previous)
            if owner is not None:
                self.held.setdefault(owner, []).append(title)
                self._share(title, owner)
                if previous is None or title.span.end > previous[0].span.end:  # no title inside another
                    previous = title, owner
        owned = self._stacked()
        for title in self.titles:
            if title.kind == "before" and id(title) not in owned:
                self._give_behind(title)
        alone = [title for title in self.titles if title.kind != "before" and id(title) not in owned]
        if not alone or not self.owners:
            return
        nominals = Nominals(self._ground, self._people())
        for title in alone:
            found = nominals.resolve(title)
            if found:
                self.meant.setdefault(found[0], []).append((title, found[1]))

    def _people(self) -> list[Person]:
        people: dict[int, Person] = {}
        for start, end, number in zip(self.starts, self.ends, self.owners, strict=True):
            chain = self._chains[number]
            person = people.setdefault(number, Person(number, chain.name, chain.gender))
            person.starts.append(start)
            person.ends.append(end)
        for number, titles in self.held.items():
            people[number].offices = [(title, each) for title in titles for each in offices(title)]
        return list(people.values())

    def _share(self, title: Title, owner: int) -> None:
        """A plural title is held by each: "Sens. Ann Poe and Al Roe", "Ann Poe and Al Roe, bakers"."""
        if not is_plural(title):
            return
        if title.kind == "after":
            self._share_back(title, owner)
            return
        position = bisect_left(self.starts, title.span.end)
        for following in range(position + 1, min(len(self.starts), position + _MOST)):
            if not _COORDINATED.fullmatch(self.text, self.ends[following - 1], self.starts[following]):
                return
            if self.owners[following] != owner:
                self.held.setdefault(self.owners[following], []).append(title)

    def _share_back(self, title: Title, owner: int) -> None:
        position = bisect_right(self.ends, title.span.start) - 1
        for preceding in range(position - 1, max(-1, position - _MOST), -1):
            if not _COORDINATED.fullmatch(self.text, self.ends[preceding], self.starts[preceding + 1]):
                return
            if self.owners[preceding] != owner:
                self.held.setdefault(self.owners[preceding], []).append(title)

    def _stacked(self) -> dict[int, int]:
        """A title right before another title has its holder: "bureau director | General | Ann Poe".

        Returns the holder of each title by its ``id``.
        """
        owners = {id(title): owner for owner, titles in self.held.items() for title in titles}
        for title, following in reversed(list(pairwise(self._outer()))):
            beside = following.kind == "before" and title.kind != "after" and self._stands_before(title, following)
            owner = owners.get(id(following)) if beside and id(title) not in owners else None
            if owner is not None:
                owners[id(title)] = owner
                self.held[owner].append(title)
                self._share(title, owner)
        for titles in self.held.values():
            titles.sort(key=lambda title: title.span.start)
        return owners

    def _outer(self) -> Iterator[Title]:
        """Yield the titles that stand in no other: "the minister's permanent secretary", without "the minister"."""
        end = 0
        for title in self.titles:
            if title.span.start >= end:
                end = title.span.end
                yield title

    def _stands_before(self, title: Title, following: Title) -> bool:
        gap = self.text[title.span.end : following.span.start]
        if title.kind == "alone" and _SPEAKER.match(title.span.text) and following.span.text[0].islower():
            return False  # "a spokesman for Lima | police chief Ann Poe"
        if title.kind == "alone" and gap.strip(" \n,") == "and":
            return self._coordinated(title, following)
        apposed = title.kind == "before" and title.tie == "apposition" and bool(_APPOSED.fullmatch(gap))
        apposed = apposed and not self._ends_opening(title, bisect_left(self.starts, following.span.end))
        return gap.isspace() or apposed

    def _coordinated(self, title: Title, following: Title) -> bool:
        """Tell whether one person has two titles before the name: neither has an article, or both share the first's."""
        if _ARTICLE.match(following.span.text):
            return False
        if is_former(following.role) and following.span.text[0].islower():
            return True  # "the club president and | former mayor | Ann Poe"
        return following.tie == "apposition" if _ARTICLE.match(title.span.text) else title.span.text[0].isupper()

    def _owner(self, title: Title, previous: tuple[Title, int] | None) -> int | None:
        if title.kind == "alone":
            return None
        if title.kind == "before":
            position = bisect_left(self.starts, title.span.end)
            if self._supposed(title):
                return None
            if position < len(self.starts) and self._goes_before(title, position):
                return self.owners[position]
            return None
        if previous and title.tie == "coordination" and title.span.start - previous[0].span.end < _NEAR:
            return previous[1]
        return self._named_before(title)

    def _give_behind(self, title: Title) -> None:
        """Give a title that a body's name follows the person before it: "Ann Poe, the | leader of the union | Zork"."""
        position = bisect_right(self.ends, title.span.start) - 1
        if position < 0 or title.tie != "adjacent" or is_plural(title) or not _OF_BODY.search(title.span.text):
            return
        if self.text[self.ends[position] : title.span.start] in (", ", ", the ", ", a ", ", an "):
            insort(self.held.setdefault(self.owners[position], []), title, key=attrgetter("span.start"))

    def _named_before(self, title: Title) -> int | None:
        if title.tie == "apposition" and _ASIDE.match(self.text, title.span.end):
            return None
        position = bisect_right(self.ends, title.span.start) - 1
        while title.tie == "as" and position > 0 and _MODIFYING.match(self.text, self.ends[position]):
            position -= 1
        if position < 0:
            return None
        gap = self.text[self.ends[position] : title.span.start]
        if title.tie == "as":
            near = len(gap) < _FAR and "\n" not in gap
            return self.owners[position] if near else None
        subject = self._before_insertion(title, position) if title.tie == "copula" else None
        if subject is not None:
            return subject
        near = len(gap) < _NEAR and bool(gap) and (gap in _PLAIN or _BETWEEN.fullmatch(gap) is not None)
        return self.owners[position] if near else None

    def _before_insertion(self, title: Title, position: int) -> int | None:
        """Return the person whom an insertion parts from the verb: "Ann Poe, who met Al Roe, is a senator"."""
        found = None
        for place in range(position, max(-1, position - _INSERTED), -1):
            if title.span.start - self.ends[place] > _FAR:
                break
            end, start = self.ends[place], title.span.start
            if _INSERTION.fullmatch(self.text, end, start) or _WHO.fullmatch(self.text, end, start):
                found = self.owners[place]
        return found

    def _supposed(self, title: Title) -> bool:
        """Tell whether nobody holds an office of state yet: "what a | President Poe | would do"."""
        adjacent = title.tie == "adjacent" and self.text.endswith((" a ", " A "), 0, title.span.start)
        real = _BEHAVING.match(title.span.text)  # "a | subdued Prime Minister Poe"
        return adjacent and not real and office(title).noun in OF_STATE

    def _goes_before(self, title: Title, position: int) -> bool:
        end, start = title.span.end, self.starts[position]
        if start == end + 1:
            return True
        if start - end > _BEFORE_MOST:
            return False
        if is_plural(title) and _EXEMPLIFIED.fullmatch(self.text, end, start):
            return True
        return _BEFORE.fullmatch(self.text, end, start) is not None and not self._ends_opening(title, position)

    def _ends_opening(self, title: Title, position: int) -> bool:
        """Tell whether a title ends what stands before a subject: "Asked by | a judge, Ann Poe said"."""
        start = title.span.start
        if title.tie != "apposition" or position >= len(self.ends):
            return False
        inside = _INSIDE.search(self.text, max(0, start - _BEFORE_MOST), start) is not None
        return inside and SUBJECT.match(self.text, self.ends[position]) is not None
