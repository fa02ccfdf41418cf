"""Nominal mentions: whom a title without a name beside it stands for, "the Ohio senator", "her lawyer"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort

from newskit.kinds import Title
from newskit.linking.offices import Office, office
from newskit.linking.people import Person, gender_of, start_of
from newskit.linking.salience import DEMONSTRATIVES, NATIONAL, POSSESSIVES, Salience, determiner, is_office
from newskit.linking.subjects import (
    LED,
    SUBJECT,
    SUBJECT_AGED,
    SUBJECT_MODIFIED,
    SUBJECT_TOLD,
)
from newskit.linking.words import WORDS
from newskit.text import closed_class, lazy_pattern

_OWNER = lazy_pattern(r"[Tt]he\s++(\p{Lu}\p{L}++)['’]s?+\s")
_INDEFINITE = closed_class("article") - {"the"}
_OF_ONE = frozenset(("his", "her"))
"""Whose office is not the possessor's: "Ann Poe and | her lawyer"."""
_POSSESSOR = lazy_pattern(r"\p{Lu}[\w.&\s-]{1,40}?['’]s?+\s")
_MENTIONS = 200
"""Most mentions before and behind a title that are compared: time stays linear in the length of the text."""
_LEAD = 3
"""Sentences from the beginning in which a title may stand before its holder is named."""
_AHEAD = 1500
_NAMING = frozenset(("", "the"))
"""What a phrase begins with that can stand before a person is named: "the club's captain", "Acme's chief executive"."""
_NEXT = 2
"""Sentences ahead in which a person that the lead only describes is named."""
_OWN = frozenset(("", "u.s.", "u.s", "us", "united states", "american", "america"))
"""Places that an office without one may well be of."""
_SURE = 14
"""The least degree of an office of the same noun that is of the same body or place."""


def _of_somebody(phrase: str) -> bool:
    """Tell whether an office is that of a person told by the nation alone: "the | Dane's agent"."""
    owner = _OWNER.match(phrase)
    return owner is not None and owner[1].lower() in WORDS["nation"]


def _unplaced(held: Office) -> bool:
    """Tell whether an office of state is of whatever the article is about, rather than of a place told elsewhere."""
    return not (held.place or held.bodies)


class Nominals(Salience):
    """Resolves the titles without names beside them to people."""

    def _around(self, start: int, end: int) -> list[Person]:
        """Return the people named near a title that does not name them itself, each once, by their numbers."""
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end)
        near = self.people
        if first > _MENTIONS or last + _MENTIONS < len(self.named):
            numbers = {person.number for person in self.named[max(0, first - _MENTIONS) : last + _MENTIONS]}
            near = [person for person in near if person.number in numbers]
        inside = {person.number for person in self.named[bisect_left(self.starts, start) : last]}
        return [person for person in near if person.number not in inside] if inside else near

    def resolve(self, title: Title) -> tuple[int, str] | None:
        """Return the number of the person whom a title alone stands for and the rule that says so.

        What it says is then known of the person: "The Ohio banker left. … The banker".
        """
        wanted = office(title)
        found = self._found(title, wanted)
        if found and determiner(title.span.text) not in POSSESSIVES:
            insort(self._by_number[found[0]].offices, (title, wanted), key=start_of)
        return found

    def _found(self, title: Title, wanted: Office) -> tuple[int, str] | None:
        if title.kind == "alone" and title.tie in ("copula", "as"):
            return self.of_pronoun(title)
        begun = determiner(title.span.text)
        if not WORDS["nameless"].isdisjoint(wanted.words) or (title.kind, title.tie) == ("after", "copula"):
            return None
        others = self._around(title.span.start, title.span.end)
        gender = gender_of(title.role)
        if gender:
            others = [person for person in others if person.may_be(gender)]
        if begun in _OF_ONE:
            last = self.last_named(title.span.start)
            others = [person for person in others if person.number != last]
        if (begun and begun not in _INDEFINITE) or title.tie == "address":
            return self._definite(title, wanted, others, bare=begun in POSSESSIVES)
        if _POSSESSOR.match(title.span.text):
            return self._definite(title, wanted, others, bare=True)
        return self._introduced(title, wanted, others)

    def _definite(self, title: Title, wanted: Office, people: list[Person], *, bare: bool) -> tuple[int, str] | None:
        start = title.span.start
        found = self.holder(wanted, [each for each in people if each.last(start) >= 0], start)
        if found:
            return found
        if self.sentence(start) < _LEAD or bare:
            found = self.ahead(wanted, people, title.span.end)
        if not found and determiner(title.span.text) in _NAMING:
            found = self.named_next(wanted, title)
        if not found and (wanted.bodies or wanted.place):
            found = self.ahead(wanted, people, title.span.end, sure=True)
        theirs = bare and (wanted.place or not (wanted.bodies or wanted.words))  # "Peru's ambassador", "her lawyer"
        theirs = theirs or _of_somebody(title.span.text)
        pointed = determiner(title.span.text) in DEMONSTRATIVES
        found = found or self._namesake(wanted, people, start)
        return found or (None if theirs or pointed else self.salient(wanted, people, title))

    def _namesake(self, wanted: Office, people: list[Person], start: int) -> tuple[int, str] | None:
        """Take the only holder of such an office named before, by whatever name the body goes: "sporting director"."""
        alike = [
            person
            for person in people
            if wanted.words
            and not self.of_another_party(wanted, person)
            and any((held.noun, held.words) == (wanted.noun, wanted.words) for held in person.before(start))
        ]
        return (alike[0].number, "same role") if len(alike) == 1 and wanted.words and not wanted.place else None

    def holder(self, wanted: Office, people: list[Person], start: int) -> tuple[int, str] | None:
        """Take the person named last among those whose office fits best."""
        ranked: list[tuple[tuple[int, ...], Person, str]] = []
        last = self.last_named(start)
        for person in people:
            foreign = person.number != last and wanted.place not in _OWN and wanted.noun in NATIONAL
            fits = [
                self.fit(wanted, held, person) for held in person.before(start) if not (foreign and _unplaced(held))
            ]
            if not foreign and self._implied(wanted, person):
                fits.append((1, "implied by what is theirs"))
            degree, rule = max(fits, default=(0, ""), key=lambda each: each[0])
            if degree:
                ranked.append(((degree, person.last(start)), person, rule))
        if not ranked:
            return None
        _, person, rule = max(ranked, key=lambda each: each[0])
        return person.number, rule

    def _implied(self, wanted: Office, person: Person) -> bool:
        """Tell whether what is a person's says the office; whose government it is may lead any party or body."""
        led = wanted.noun == "leader" and wanted.bodies
        return not led and person.implies(wanted.noun, self.text) and not self.contradicts(wanted, person)

    def ahead(self, wanted: Office, people: list[Person], end: int, *, sure: bool = False) -> tuple[int, str] | None:
        """Take the first person whose office, given further on, fits: a headline or lead names people late.

        ``sure`` is for anywhere else, where the noun, and the body or the place, must be the same.
        """
        least = _SURE if sure else 1
        found: list[tuple[int, int, Person]] = []
        for person in people:
            for title, held in person.after(end):
                distance = title.span.start - end
                if distance < _AHEAD:
                    degree, _ = self.fit(wanted, held, person)
                    if degree >= least:
                        found.append((-degree, distance, person))
        if not found:
            return None
        return min(found, key=lambda each: each[:2])[2].number, "named later"

    def named_next(self, wanted: Office, title: Title) -> tuple[int, str] | None:
        """Take the subject of the next sentence where the lead says of a subject what it is and not who.

        That is somebody who is named there first and has no office: "The Acme chairman has quit. | Ann Poe said …".
        Behind an indefinite title it may be told at once what they are: "A baker has … . | Ann Poe, a nurse, …".
        """
        here, new = self.sentence(title.span.start), determiner(title.span.text) in _INDEFINITE
        told = wanted.bodies or wanted.place or wanted.words
        unnamed = (new and wanted.noun in WORDS["informant"]) or (not told and wanted.noun in WORDS["unnamed"])
        if (here > (_LEAD if told else 1) and (new or not wanted.bodies)) or unnamed:
            return None
        if not self._opens(title, here, new=new) or here == len(self.sentence_starts):
            return None
        place = bisect_left(self.starts, self.sentence_starts[here])
        if place == len(self.starts) or self.sentence(self.starts[place]) - here > _NEXT:
            return None
        person, there = self.named[place], self.sentence(self.starts[place])
        led = LED.fullmatch(self.text, self.sentence_starts[there - 1], self.starts[place])
        subject = (SUBJECT_TOLD if new else SUBJECT_AGED).match(self.text, self.ends[place])
        known = any(self._known_before(held, there, new=new) for held in person.offices)
        if person.starts[0] != self.starts[place] or known or not (led and subject):
            return None
        return person.number, "named in the next sentence"

    def _opens(self, title: Title, here: int, *, new: bool) -> bool:
        """Tell whether a title is the subject that begins a sentence."""
        if not LED.fullmatch(self.text, self.sentence_starts[here - 1], title.span.start):
            return False
        return (SUBJECT_MODIFIED if new else SUBJECT).match(self.text, title.span.end) is not None

    def _known_before(self, held: tuple[Title, Office], sentence: int, *, new: bool) -> bool:
        """Tell whether somebody has an office up to a sentence, with ``new`` one that is not told behind the name."""
        told_there = new and held[0].kind == "after"
        return is_office(held) and self.sentence(start_of(held)) <= sentence and not told_there

    def _introduced(self, title: Title, wanted: Office, people: list[Person]) -> tuple[int, str] | None:
        """An indefinite title, or one without an article, is a person's only where the lead introduces them so."""
        if self.sentence(title.span.start) >= _LEAD:
            return None
        found = self.ahead(wanted, people, title.span.end)
        if found:
            return found
        start = title.span.start
        known = [each for each in people if each.last(start) >= 0]
        if determiner(title.span.text) in _INDEFINITE:  # "Ann Poe was sued by | an artist |", who is another
            known = [each for each in known if self.sentence(each.last(start)) < self.sentence(start)]
        return self.holder(wanted, known, start) or self.named_next(wanted, title)

    def of_pronoun(self, title: Title) -> tuple[int, str] | None:
        """A predicate of "he" or "she" belongs to the person named last before it."""
        number = self.last_named(title.span.start)
        return None if number is None else (number, "predicate of a pronoun")
