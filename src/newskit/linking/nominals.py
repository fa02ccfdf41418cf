"""Nominal mentions: whom a title without a name beside it stands for, "the Ohio senator", "her lawyer"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from operator import attrgetter

from newskit.kinds import Title
from newskit.linking.leads import LEAD, Leads, determiner_of
from newskit.linking.offices import COUNTRIES, NARROWER, WIDER, Office, families_of, office, same_body
from newskit.linking.people import LATEST, PARTY_NAMES, Person, gender_of, start_of
from newskit.linking.salience import POSSESSOR, Salience
from newskit.linking.subjects import BEHIND_COMMA
from newskit.linking.words import WORDS
from newskit.text import Sentence, closed_class

_POSSESSIVES = closed_class("possessive")
_DEMONSTRATIVES = closed_class("demonstrative")
_INDEFINITE = closed_class("article") - {"the"}
_OF_ONE = frozenset(("his", "her"))
"""Whose office is not the possessor's: "Ann Poe and | her lawyer"."""
_BACK = 300
_MENTIONS = 200
"""Most mentions before and behind a title that are compared: time stays linear in the length of the text."""
_AHEAD = 1500
_NAMING = frozenset(("", "the", "its"))
"""What a phrase begins with that can stand before a person is named: "the club's captain", "Acme's chief executive"."""
_OF_STATE = families_of(WORDS["of_state"])
_SURE = 14
"""The least degree of an office of the same noun that is of the same body or place."""
_NARROWER = "narrower role"
_SAME_NOUN = 6
"""The least degree of an office of the same noun."""


class Nominals:
    """Resolves the titles without names beside them to people."""

    def __init__(self, text: str, sentences: Sequence[Sentence], people: Sequence[Person]) -> None:
        self.text = text
        self.sentence_starts = [sentence.start for sentence in sentences]
        named = sorted(
            (start, end, person.number, person)
            for person in people
            for start, end in zip(person.starts, person.ends, strict=True)
        )
        self.starts = [start for start, _, _, _ in named]
        self.ends = [end for _, end, _, _ in named]
        self.named = [person for _, _, _, person in named]
        self.people = sorted(people, key=attrgetter("number"))
        self.leads = Leads(text, self.sentence_starts, self.starts, self.ends, self.named)
        self.salience = Salience(text, self.sentence_starts, self.starts, self.ends, self.named, self._contradicts)
        self._by_number = {person.number: person for person in people}

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
        if found and determiner_of(title.span.text) not in _POSSESSIVES:
            insort(self._by_number[found[0]].offices, (title, wanted), key=start_of)
        return found

    def _found(self, title: Title, wanted: Office) -> tuple[int, str] | None:
        if title.kind == "alone" and title.tie in ("copula", "as"):
            return self.of_pronoun(title)
        determiner = determiner_of(title.span.text)
        if not WORDS["nameless"].isdisjoint(wanted.words) or (title.kind, title.tie) == ("after", "copula"):
            return None
        others = self._around(title.span.start, title.span.end)
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
        pointed = determiner_of(title.span.text) in _DEMONSTRATIVES
        found = found or self._namesake(wanted, people, start)
        return found or (None if theirs or pointed else self.salience.of(wanted, people, title))

    def _namesake(self, wanted: Office, people: list[Person], start: int) -> tuple[int, str] | None:
        """Take the only holder of such an office named before, by whatever name the body goes: "sporting director"."""
        alike = [
            person
            for person in people
            if wanted.words
            and any((held.noun, held.words) == (wanted.noun, wanted.words) for held in person.before(start))
        ]
        return (alike[0].number, "same role") if len(alike) == 1 and wanted.words and not wanted.place else None

    def holder(self, wanted: Office, people: list[Person], start: int) -> tuple[int, str] | None:
        """Take the person named last among those whose office fits best."""
        ranked: list[tuple[tuple[int, ...], Person, str]] = []
        for person in people:
            fits = [self.fit(wanted, held, person) for held in person.before(start)]
            if person.implies(wanted.noun, self.text):
                fits.append((1, "implied by what is theirs") if not self._contradicts(wanted, person) else (0, ""))
            degree, rule = max(fits, default=(0, ""), key=lambda each: each[0])
            if degree:
                ranked.append(((degree, person.last(start)), person, rule))
        if not ranked:
            return None
        _, person, rule = max(ranked, key=lambda each: each[0])
        return None if rule == _NARROWER and len(ranked) > 1 else (person.number, rule)

    def fit(self, wanted: Office, held: Office, person: Person) -> tuple[int, str]:
        """Return how well a held office fits a wanted one, 0 for not at all, and the rule."""
        same = wanted.noun == held.noun
        wider = held.noun in WIDER.get(wanted.noun, ())
        narrower = not (same or wider) and held.noun in NARROWER and wanted.noun in WIDER[held.noun]
        others = same and wanted.words and held.words and wanted.words.isdisjoint(held.words)
        if not (same or wider or narrower) or others:
            return 0, ""
        said = wanted.bodies | {wanted.place} - {""}
        known = held.bodies | ({held.place} - {""}) | person.origins(self.text)
        shared = said & known or any(same_body(one, other) for one in said for other in known)
        if not shared and (self._clash(wanted, held, person) or (not same and self._needs_more(wanted, held))):
            return 0, ""
        if wanted.past and not held.past:
            return 1, "same role"
        degree = (4 if same else 3) if shared else 2 if same else 1
        told = bool(wanted.words & held.words) - (wanted.place != "" and not shared and bool(held.bodies))
        degree = degree * 4 - 2 * (held.past and not wanted.past) + told
        if shared:
            return degree, "same role and organisation"
        return (1, _NARROWER) if narrower else (degree, "same role" if same else "wider role")

    def _says_other(self, wanted: Office, held: Office) -> bool:
        """Tell whether a wider noun has words of its own: "the party leader" of whom the article calls a premier."""
        told = bool(wanted.words) and wanted.words.isdisjoint(held.words) and not held.bodies
        return told and wanted.noun != held.noun and wanted.noun in WIDER["politician"]

    def _needs_more(self, wanted: Office, held: Office) -> bool:
        """Tell whether a wider noun says too little: "the police chief" of a bank's director."""
        if wanted.noun in WORDS["led"] and wanted.words.isdisjoint(held.words):
            return True
        return wanted.past and not held.past and wanted.noun not in WORDS["relative"]

    def _clash(self, wanted: Office, held: Office, person: Person) -> bool:
        mine = wanted.bodies & PARTY_NAMES
        theirs = person.parties(self.text) if mine else mine
        if theirs and mine.isdisjoint(theirs):
            return True
        if wanted.bodies and held.bodies and not (wanted.bodies | held.bodies) & (PARTY_NAMES | COUNTRIES):
            return True  # who plays for a country plays for a club too
        if wanted.noun == held.noun and held.noun in WORDS["portfolio"] and wanted.words and not held.words:
            return bool(held.bodies)  # "the defence minister" is not "the minister of the Royal Court"
        of_state = wanted.noun == held.noun and wanted.noun in _OF_STATE
        if of_state and self._of_country(wanted, held) | self._of_country(held, wanted):
            return True  # "the president of Peru" is not the president of the Zorvo Club
        return bool(wanted.place and held.place and "u.s." not in (wanted.place, held.place))

    def _of_country(self, one: Office, other: Office) -> bool:
        """Tell whether an office is of a place, and another of a body that is neither a party nor a country."""
        return bool(one.place and not one.bodies and not other.place and other.bodies - PARTY_NAMES - COUNTRIES)

    def _contradicts(self, wanted: Office, person: Person) -> bool:
        """Tell whether a person holds an office of the same noun that clashes with the one wanted."""
        return any(
            held.noun == wanted.noun and self._clash(wanted, held, person) for _, held in person.offices[:LATEST]
        )

    def ahead(self, wanted: Office, people: list[Person], end: int, *, least: int = 1) -> tuple[int, str] | None:
        """Take the first person whose office, given further on, fits: a headline or lead names people late.

        ``least`` is the least degree; anywhere else the noun, and the body or the place, must be the same.
        """
        found: list[tuple[int, int, Person]] = []
        for person in people:
            for title, held in person.after(end):
                distance = title.span.start - end
                if distance < _AHEAD and not self._says_other(wanted, held):
                    degree, _ = self.fit(wanted, held, person)
                    if degree >= least:
                        found.append((-degree, distance, person))
        if not found:
            return None
        return min(found, key=lambda each: each[:2])[2].number, "named later"

    def _introduced(self, title: Title, wanted: Office, people: list[Person]) -> tuple[int, str] | None:
        """An indefinite title, or one without an article, is a person's only where the lead introduces them so."""
        if self._sentence(title.span.start) >= LEAD:
            return None
        found = self.ahead(wanted, people, title.span.end)
        if found:
            return found
        start = title.span.start
        known = [each for each in people if each.last(start) >= 0]
        if determiner_of(title.span.text) in _INDEFINITE:  # "Ann Poe was sued by | an artist |", who is another
            known = [each for each in known if self._sentence(each.last(start)) < self._sentence(start)]
        return self.holder(wanted, known, start) or self.leads.named_next(wanted, title)

    def of_pronoun(self, title: Title) -> tuple[int, str] | None:
        """A predicate of "he" or "she" belongs to the person named last before it, unless ``predicates`` knows better.

        Where the name follows, it is theirs: "Before her appointment as | minister, | Ann Poe was".
        """
        number = self._named_behind(title) if title.tie == "as" else None
        if number is None:
            number = self._last_named(title.span.start)
        return None if number is None else (number, "predicate of a pronoun")

    def _named_behind(self, title: Title) -> int | None:
        """Return the first person that a sentence names, where that is right behind a title and a comma."""
        place = bisect_left(self.starts, title.span.end)
        if place == len(self.starts) or not BEHIND_COMMA.fullmatch(self.text, title.span.end, self.starts[place]):
            return None
        begun = self._sentence(title.span.start)
        first = place == 0 or self._sentence(self.starts[place - 1]) < begun
        return self.named[place].number if first and self._sentence(self.starts[place]) == begun else None

    def _last_named(self, start: int) -> int | None:
        position = bisect_right(self.ends, start) - 1
        if position < 0 or self.ends[position] < start - _BACK:
            return None
        return self.named[position].number

    def _sentence(self, offset: int) -> int:
        return bisect_right(self.sentence_starts, offset)
