"""Nominal mentions: whom a title without a name beside it stands for, "the Ohio senator", "her lawyer"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from operator import attrgetter

from newskit.kinds import Title
from newskit.linking.fitting import NARROWER_ROLE, contradicts, fit, of_another_party, says_other
from newskit.linking.leads import LEAD, Leads, determiner_of
from newskit.linking.named import Text
from newskit.linking.offices import Office, family, office
from newskit.linking.people import Person, gender_of, start_of
from newskit.linking.pronouns import PRONOUNS
from newskit.linking.salience import NATIONAL, POSSESSOR, Salience
from newskit.linking.subjects import BEHIND_COMMA, HE_BEFORE, HE_BEHIND
from newskit.linking.words import WORDS
from newskit.text import closed_class, lazy_pattern

_POSSESSIVES = closed_class("possessive")
_DEMONSTRATIVES = closed_class("demonstrative")
_INDEFINITE = closed_class("article") - {"the"}
_BROAD = frozenset(map(family, WORDS["broad"]))
_SPEAKERS = frozenset(("my", "our", "your"))
_OF_ONE = frozenset(("his", "her"))
"""Whose office is not the possessor's: "Ann Poe and | her lawyer"."""
_BACK = 300
_MENTIONS = 200
"""Most mentions before and behind a title that are compared: time stays linear in the length of the text."""
_AHEAD = 1500
_CLAUSE = 60
"""Characters before a predicate in which its pronoun is looked for."""
_NAMING = frozenset(("", "the", "its"))
"""What a phrase begins with that can stand before a person is named: "the club's captain", "Acme's chief executive"."""
_OWNER = lazy_pattern(r"[Tt]he\s++(\p{Lu}\p{L}++)['’]s?+\s")
_OWN = frozenset(("", "u.s.", "u.s", "us", "united states", "american", "america"))
"""Places that an office without one may well be of."""
_SURE = 14
"""The least degree of an office of the same noun that is of the same body or place."""
_SAME_NOUN = 6
"""The least degree of an office of the same noun."""


def _of_somebody(phrase: str) -> bool:
    """Tell whether an office is that of a person told by the nation alone: "the | Dane's agent"."""
    owner = _OWNER.match(phrase)
    return owner is not None and owner[1].lower() in WORDS["nation"]


def _unplaced(held: Office) -> bool:
    """Tell whether an office of state is of whatever the article is about, rather than of a place told elsewhere."""
    return not (held.place or held.bodies)


class Nominals:
    """Resolves the titles without names beside them to people."""

    def __init__(self, ground: Text, people: Sequence[Person]) -> None:
        self.text = ground.text
        self.sentence_starts = [sentence.start for sentence in ground.sentences]
        named = sorted(
            (start, end, person.number, person)
            for person in people
            for start, end in zip(person.starts, person.ends, strict=True)
        )
        self.starts = [start for start, _, _, _ in named]
        self.ends = [end for _, end, _, _ in named]
        self.named = [person for _, _, _, person in named]
        self.people = sorted(people, key=attrgetter("number"))
        self.leads = Leads(self.text, self.sentence_starts, self.starts, self.ends, self.named)
        self.salience = Salience(ground, self.sentence_starts, self.starts, self.ends, self.named)
        self._by_number = {person.number: person for person in people}

    def _around(self, title: Title) -> list[Person]:
        """Return the people named near a title, each once, by their numbers, but for those who must be others."""
        start, end = title.span.start, title.span.end
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end)
        near = self.people
        if first > _MENTIONS or last + _MENTIONS < len(self.named):
            numbers = {person.number for person in self.named[max(0, first - _MENTIONS) : last + _MENTIONS]}
            near = [person for person in near if person.number in numbers]
        others = {person.number for person in self.named[bisect_left(self.starts, start) : last]}
        if last < len(self.named) and self.salience.c_commands(title, self.starts[last]):
            others.add(self.named[last].number)
        return [person for person in near if person.number not in others] if others else near

    def resolve(self, title: Title) -> tuple[int, str] | None:
        """Return the number of the person whom a title alone stands for and the rule that says so.

        What it says is then known of the person: "The Ohio banker left. … The banker".
        """
        wanted = office(title)
        found = self._found(title, wanted)
        if found and determiner_of(title.span.text) not in _POSSESSIVES:
            insort(self._by_number[found[0]].offices, (title, wanted), key=start_of)
        return found

    def _found(self, title: Title, wanted: Office) -> tuple[int, str] | None:
        if title.kind == "alone" and title.tie in ("copula", "as"):
            return self.of_pronoun(title)
        determiner = determiner_of(title.span.text)
        if not WORDS["nameless"].isdisjoint(wanted.words) or (title.kind, title.tie) == ("after", "copula"):
            return None
        others = self._around(title)
        gender = gender_of(title.role)
        if gender:
            others = [person for person in others if person.may_be(gender)]
        if determiner in _OF_ONE:
            last = self._last_named(title.span.start)
            others = [person for person in others if person.number != last]
        if title.span.text[:8].lower() == "another ":  # who is none of those that the article has told of
            return self.leads.named_next(wanted, title)
        if (determiner and determiner not in _INDEFINITE) or title.tie == "address":
            return self._definite(title, wanted, others, bare=determiner in _POSSESSIVES)
        if POSSESSOR.match(title.span.text):
            return self._definite(title, wanted, others, bare=True)
        return self._introduced(title, wanted, others)

    def _definite(self, title: Title, wanted: Office, people: list[Person], *, bare: bool) -> tuple[int, str] | None:
        start = title.span.start
        found = self.holder(wanted, [each for each in people if each.last(start) >= 0], start)
        if found:
            return found
        if self._sentence(start) < LEAD or bare:
            relative = bare and wanted.noun in WORDS["relative"]  # "his boss" is no director named later
            least = _SAME_NOUN if relative and not wanted.bodies else 1
            found = self.ahead(wanted, people, title.span.end, least=least)
        if not found and determiner_of(title.span.text) in _NAMING:
            found = self.leads.named_next(wanted, title)
        if not found and (wanted.bodies or wanted.place):
            found = self.ahead(wanted, people, title.span.end, least=_SURE)
        theirs = bare and (wanted.place or not (wanted.bodies or wanted.words))  # "Peru's ambassador", "her lawyer"
        theirs = theirs or _of_somebody(title.span.text) or determiner_of(title.span.text) in _SPEAKERS
        pointed = determiner_of(title.span.text) in _DEMONSTRATIVES
        found = found or self._namesake(wanted, people, start)
        if found or theirs or pointed:
            return found
        spoken_of = self.salience.of(wanted, people, title) or self.salience.taken_up(wanted, people, title)
        return spoken_of or self.salience.only_near(wanted, people, title)

    def _namesake(self, wanted: Office, people: list[Person], start: int) -> tuple[int, str] | None:
        """Take the only holder of such an office named before, by whatever name the body goes: "sporting director"."""
        alike = [
            person
            for person in people
            if wanted.words
            and not of_another_party(self.text, wanted, person)
            and any((held.noun, held.words) == (wanted.noun, wanted.words) for held in person.before(start))
        ]
        return (alike[0].number, "same role") if len(alike) == 1 and wanted.words and not wanted.place else None

    def holder(self, wanted: Office, people: list[Person], start: int) -> tuple[int, str] | None:
        """Take the person named last among those whose office fits best."""
        ranked: list[tuple[tuple[int, ...], Person, str]] = []
        last = self._last_named(start)
        for person in people:
            foreign = person.number != last and wanted.place not in _OWN and wanted.noun in NATIONAL
            fits = [
                fit(self.text, wanted, held, person)
                for held in person.before(start)
                if not (foreign and _unplaced(held))
            ]
            if not foreign and self._implied(wanted, person):
                fits.append((1, "implied by what is theirs"))
            degree, rule = max(fits, default=(0, ""), key=lambda each: each[0])
            if degree:
                ranked.append(((degree, person.last(start)), person, rule))
        if not ranked:
            return None
        _, person, rule = max(ranked, key=lambda each: each[0])
        return None if rule == NARROWER_ROLE and len(ranked) > 1 else (person.number, rule)

    def _implied(self, wanted: Office, person: Person) -> bool:
        """Tell whether what is a person's says the office; whose government it is may lead any party or body."""
        led = wanted.noun == "leader" and wanted.bodies
        return not led and person.implies(wanted.noun, self.text) and not contradicts(self.text, wanted, person)

    def ahead(self, wanted: Office, people: list[Person], end: int, *, least: int = 1) -> tuple[int, str] | None:
        """Take the first person whose office, given further on, fits: a headline or lead names people late.

        ``least`` is the least degree; anywhere else the noun, and the body or the place, must be the same.
        """
        found: list[tuple[int, int, Person]] = []
        for person in people:
            for title, held in person.after(end):
                distance = title.span.start - end
                if distance < _AHEAD and not says_other(wanted, held):
                    degree, _ = fit(self.text, wanted, held, person)
                    if degree >= least:
                        found.append((-degree, distance, person))
        if not found:
            return None
        return min(found, key=lambda each: each[:2])[2].number, "named later"

    def _introduced(self, title: Title, wanted: Office, people: list[Person]) -> tuple[int, str] | None:
        """An indefinite title, or one without an article, is a person's only where the lead introduces them so."""
        if self._sentence(title.span.start) >= LEAD:
            return None
        new = determiner_of(title.span.text) in _INDEFINITE  # "a leader" is rather no president named later
        found = self.ahead(wanted, people, title.span.end, least=_SAME_NOUN if new and wanted.noun in _BROAD else 1)
        if found:
            return found
        start = title.span.start
        known = [each for each in people if each.last(start) >= 0]
        if new:  # "Ann Poe was sued by | an artist |", who is another
            known = [each for each in known if self._sentence(each.last(start)) < self._sentence(start)]
        return self.holder(wanted, known, start) or self.leads.named_next(wanted, title)

    def of_pronoun(self, title: Title) -> tuple[int, str] | None:
        """A predicate of "he" or "she" belongs to the person named last before it, unless ``predicates`` knows better.

        Where the name follows, it is theirs: "Before her appointment as | minister, | Ann Poe was".
        """
        number = self._named_behind(title) if title.tie == "as" else None
        if number is None:
            number = self._last_named(title.span.start, self._gender_told(title))
        return None if number is None else (number, "predicate of a pronoun")

    def _gender_told(self, title: Title) -> str:
        """Return the gender of the pronoun that a title is a predicate of, "" where none stands near."""
        start = title.span.start
        behind = HE_BEHIND.match(self.text, title.span.end) if title.tie == "as" else None
        before = [] if behind else HE_BEFORE.findall(self.text, max(0, start - _CLAUSE), start)
        told = behind[1] if behind else before[-1] if before else ""
        return PRONOUNS.get(told.lower(), "")

    def _named_behind(self, title: Title) -> int | None:
        """Return the first person that a sentence names, where that is right behind a title and a comma."""
        place = bisect_left(self.starts, title.span.end)
        if place == len(self.starts) or not BEHIND_COMMA.fullmatch(self.text, title.span.end, self.starts[place]):
            return None
        begun = self._sentence(title.span.start)
        first = place == 0 or self._sentence(self.starts[place - 1]) < begun
        return self.named[place].number if first and self._sentence(self.starts[place]) == begun else None

    def _last_named(self, start: int, gender: str = "") -> int | None:
        """Return the person named last before an offset who may be of a gender."""
        for position in range(bisect_right(self.ends, start) - 1, -1, -1):
            if self.ends[position] < start - _BACK:
                break
            if self.named[position].may_be(gender):
                return self.named[position].number
        return None

    def _sentence(self, offset: int) -> int:
        return bisect_right(self.sentence_starts, offset)
