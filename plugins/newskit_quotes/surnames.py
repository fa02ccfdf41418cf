"""People by their surnames: whom a label, a letter of an interview or a surname alone stands for."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from operator import itemgetter

import newskit
from newskit.text import closed_class, once
from newskit_quotes.columns import Columns
from newskit_quotes.interviews import interviewed
from newskit_quotes.records import Range
from newskit_quotes.turns import ANSWERS, letter_of

Named = tuple[int, int, int, bool]
"""A mention: where it begins and ends, in characters, the number of its entity, and whether it is a name."""
_ADDRESSES = closed_class("male") | closed_class("female")
_NAMING = frozenset({"PROPN", "NOUN", "ADJ"})
_SEVERAL, _MARKS = 2, frozenset("\"'“‘")
_MOST = 8
"""People of one surname that are looked at."""


class Surnames:
    """The people of an article by the last words of their names."""

    def __init__(self, columns: Columns, entities: Sequence[newskit.Entity], mentions: Sequence[Named]) -> None:
        self.columns, self.entities, self.mentions = columns, entities, mentions
        self.numbers = {id(entity): number for number, entity in enumerate(entities)}
        self.asked = -1
        """The token of the first letter of a question or an answer."""
        self.answers: newskit.Entity | None = None
        """Who answers behind such letters."""

    def of_label(self, source: Range) -> newskit.Entity | None:
        """Return the person whom a turn's label names, whatever the case of its letters: "LOPEZ:" is Maria Lopez."""
        words = [word for word in self.columns.lower[slice(*source)] if word != "." and word not in _ADDRESSES]
        if len(words) == 1 and letter_of(words[0]):
            return self.of_letter(source[0], words[0])
        same: list[tuple[tuple[bool, bool, int], newskit.Entity]] = []
        for name, entity in self.by_surname.get(words[-1], ()) if words else ():
            if name == words or len(words) == 1:
                same.append(((name != words, entity.name.isupper(), -len(name)), entity))
        return min(same, key=itemgetter(0))[1] if same else None

    def of_letter(self, token: int, word: str) -> newskit.Entity | None:
        """Return the person who answers behind "A.", whom the article names before its first letter; none who asks."""
        if self.asked < 0:
            self.asked, name = token, interviewed(self.columns, token)
            low = bisect_left(self.mentions, (self.columns.starts[name[0]],)) if name else len(self.mentions)
            self.answers = self.entities[self.mentions[low][2]] if low < len(self.mentions) else None
        return self.answers if letter_of(word) in ANSWERS else None

    def of_surname(self, source: Range) -> newskit.Entity | None:
        """Return the only person with a surname that is a word too, and no name alone: "| White | said"."""
        word = self.columns.words[source[0]]
        if source[1] - source[0] > 1 or not word[0].isupper() or self.columns.tags[source[0]] not in _NAMING:
            return None
        bearers = [entity for name, entity in self.by_surname.get(word.lower(), ()) if len(name) > 1]
        return bearers[0] if len(bearers) == 1 else None

    def is_contested(self, mention: tuple[int, int, int, bool]) -> bool:
        """Tell whether a surname alone may be one of several people's, none of whom is named more often before."""
        start, _, number, named = mention
        surname = self.entities[number].name.rpartition(" ")[2].lower()
        bearers = self.by_surname[surname] if named and surname in self.shared else ()
        first = bisect_left(self.columns.starts, start) if bearers else 0
        if len(bearers) < _SEVERAL or self.columns.lowered(first) != surname:
            return False
        if self.columns.lowered(first - 1 - (self.columns.lowered(first - 1) == ".")) in _ADDRESSES:
            return False
        times = [
            bisect_left(self.named_at[self.numbers[id(entity)]], start) for name, entity in bearers if len(name) > 1
        ]
        return times.count(max(times)) > 1

    @once
    def named_at(self) -> list[list[int]]:
        """Where each entity is named, in order."""
        return [sorted(mention.span.start for mention in entity.mentions) for entity in self.entities]

    @once
    def shared(self) -> frozenset[str]:
        """The surnames of several people, in lower case."""
        names = (entity.name.rpartition(" ")[2].lower() for entity in self.entities if entity.kind == "person")
        return frozenset(surname for surname, number in Counter(names).items() if number > 1)

    @once
    def by_surname(self) -> dict[str, list[tuple[list[str], newskit.Entity]]]:
        """The people by the last words of their names, each with the words in lower case; the first of many."""
        found: dict[str, list[tuple[list[str], newskit.Entity]]] = defaultdict(list)
        for entity in self.entities:
            name = entity.name.lower().split() if entity.kind == "person" else []
            if name and len(found[name[-1]]) < _MOST:
                found[name[-1]].append((name, entity))
            for word in name[1:-1]:
                if word[0] in _MARKS and len(found[word[1:-1]]) < _MOST:  # 'Gerald "Chip" Roe'
                    found[word[1:-1]].append((name, entity))
        return found
