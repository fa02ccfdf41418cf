"""Leads: whom the first sentences only describe, and the next ones name: "The Acme chairman has quit. Ann Poe said"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from attrs import define

from newskit.kinds import Title
from newskit.linking.offices import Office
from newskit.linking.people import Person, start_of
from newskit.linking.subjects import (
    AGED,
    IDENTIFIED,
    LED,
    LONGEST_MET,
    LONGEST_SAID,
    MET,
    OPENED,
    OWNER,
    SAID_BY,
    SPEAKS,
    SUBJECT,
    SUBJECT_AGED,
    SUBJECT_MODIFIED,
    SUBJECT_TOLD,
    TELLS,
)
from newskit.linking.words import WORDS
from newskit.text import closed_class

LEAD = 3
"""Sentences from the beginning in which a title may stand before its holder is named."""
_DETERMINERS = closed_class("article") | closed_class("demonstrative") | closed_class("possessive")
_INDEFINITE = closed_class("article") - {"the"}
_NEXT = 2
"""Sentences ahead in which a person that the lead only describes is named."""
_OTHERS = 4
"""Names ahead among which somebody is identified."""
_QUOTED = frozenset(',"”’?!')
"""What ends that which a subject behind it says: "…," | the Acme chairman has said."""


def determiner_of(phrase: str) -> str:
    """Return the article, demonstrative or possessive pronoun that a phrase begins with, "" where none does."""
    first, *rest = phrase.lower().split(maxsplit=1) or [""]
    return first if rest and first in _DETERMINERS else ""


def is_office(held: tuple[Title, Office]) -> bool:
    """Tell whether a title is more than a form of address."""
    return not held[0].honorific


@define
class Leads:
    """Finds whom the next sentences name; the lists are of the mentions of people, in the order of the text."""

    text: str
    sentence_starts: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]
    named: Sequence[Person]

    def named_next(self, wanted: Office, title: Title) -> tuple[int, str] | None:
        """Take the subject of the next sentence where the lead says of a subject what it is and not who.

        That is somebody who is named there first and has no office: "The Acme chairman has quit. | Ann Poe said …".
        Behind an indefinite title it may be told at once what they are: "A baker has … . | Ann Poe, a nurse, …".
        Behind a definite one it may be who speaks further on: "It was late. He was tired, | Ann Poe said."
        """
        here, new = self._sentence(title.span.start), determiner_of(title.span.text) in _INDEFINITE
        told = wanted.bodies or wanted.place or wanted.words
        unnamed = (new and wanted.noun in WORDS["informant"]) or (not told and wanted.noun in WORDS["unnamed"])
        early = here <= (LEAD if told else 1) or bool(wanted.bodies and not new)
        if unnamed or not (early or (told and determiner_of(title.span.text) == "the")):
            return None
        if here == len(self.sentence_starts):
            return None
        if not self._is_subject(title, here, new=new):
            return self._told_of(title, here) if new else None
        place = bisect_left(self.starts, self.sentence_starts[here])
        if place == len(self.starts) or self._sentence(self.starts[place]) - here > _NEXT:
            return None
        person, there = self.named[place], self._sentence(self.starts[place])
        known = any(self._known_before(held, there, new=new) for held in person.offices)
        if person.starts[0] != self.starts[place] or known:
            return None
        found = (early and self._is_first(place, there, new=new)) or (not new and self._speaks(place))
        return (person.number, "named in the next sentence") if found else None

    def _told_of(self, title: Title, here: int) -> tuple[int, str] | None:
        """Take who is named next with an age, or is identified with somebody: "jailed | a nurse |. Al Roe, 52, …"."""
        if here > 1 or not MET.search(self.text, max(0, title.span.start - LONGEST_MET), title.span.start):
            return None
        first = bisect_left(self.starts, self.sentence_starts[here])
        for place in range(first, min(len(self.starts), first + _OTHERS)):
            person, start = self.named[place], self.starts[place]
            if self._sentence(start) - here > _NEXT:
                break
            opens = place == first and OPENED.fullmatch(
                self.text, self.sentence_starts[self._sentence(start) - 1], start
            )
            aged = opens and AGED.match(self.text, self.ends[place])
            known = aged or IDENTIFIED.search(self.text, max(0, start - LONGEST_MET), start)
            if known and person.starts[0] == start and not any(map(is_office, person.offices)):
                return person.number, "named in the next sentence"
        return None

    def _is_subject(self, title: Title, here: int, *, new: bool) -> bool:
        """Tell whether a title is the subject that begins a sentence, or the one behind what it says."""
        start, end = title.span.start, title.span.end
        if OPENED.fullmatch(self.text, self.sentence_starts[here - 1], start):
            return (SUBJECT_MODIFIED if new else SUBJECT).match(self.text, end) is not None
        behind = not new and self.text[:start].rstrip()[-1:] in _QUOTED
        return behind and SPEAKS.match(self.text, end) is not None

    def _is_first(self, place: int, sentence: int, *, new: bool) -> bool:
        """Tell whether a mention is the subject that begins a sentence."""
        led = LED.fullmatch(self.text, self.sentence_starts[sentence - 1], self.starts[place])
        return bool(led and (SUBJECT_TOLD if new else SUBJECT_AGED).match(self.text, self.ends[place]))

    def _speaks(self, place: int) -> bool:
        """Tell whether a mention is of who says something, and nobody of another body: "Acme's Ann Poe said"."""
        start, end = self.starts[place], self.ends[place]
        if OWNER.search(self.text, max(0, start - LONGEST_SAID), start):
            return False
        if TELLS.match(self.text, end):
            return True
        inverted = SAID_BY.search(self.text, max(0, start - LONGEST_SAID), start)
        return inverted is not None and self.text[end : end + 1] in (".", "\n", "")

    def _known_before(self, held: tuple[Title, Office], sentence: int, *, new: bool) -> bool:
        """Tell whether somebody has an office up to a sentence, with ``new`` one that is not told behind the name."""
        told_there = new and held[0].kind == "after"
        return is_office(held) and self._sentence(start_of(held)) <= sentence and not told_there

    def _sentence(self, offset: int) -> int:
        return bisect_right(self.sentence_starts, offset)
