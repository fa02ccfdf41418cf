"""Nominal mentions: whom a title without a name beside it stands for, "the Ohio senator", "her lawyer"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from operator import attrgetter

import regex

from newskit.kinds import Title
from newskit.linking.leads import LEAD, Leads, determiner_of, is_office
from newskit.linking.named import Text
from newskit.linking.offices import COUNTRIES, WIDER, Office, family, office, same_body
from newskit.linking.people import LATEST, PARTY_NAMES, Person, gender_of, start_of
from newskit.linking.subjects import (
    BEHIND_COMMA,
    GOVERNED,
    LONGEST_GOVERNING,
    LONGEST_SAID,
    SAID_BY,
    SPEAKS,
    SUBJECT,
    SUBJECT_WHO,
)
from newskit.linking.words import WORDS
from newskit.text import closed_class, lazy_pattern, once

_POSSESSIVES = closed_class("possessive")
_DETERMINERS = closed_class("article") | closed_class("demonstrative") | _POSSESSIVES
_DEMONSTRATIVES = closed_class("demonstrative")
_INDEFINITE = closed_class("article") - {"the"}
_OF_ONE = frozenset(("his", "her"))
"""Whose office is not the possessor's: "Ann Poe and | her lawyer"."""
_POSSESSOR = lazy_pattern(r"\p{Lu}[\w.&\s-]{1,40}?['’]s?+\s")
_OWNER = lazy_pattern(r"[Tt]he\s++(\p{Lu}\p{L}++)['’]s?+\s")
_OWNS = ("'", "’")
_AGED = "year-old"
_COMMON_OWNER = lazy_pattern(r"(?:the|its|their|our)\s++(?:\p{Ll}++\s++){0,2}?\p{Ll}{3,}+['’]s?+\s", regex.IGNORECASE)
OF_STATE = WIDER["politician"] | WIDER["royal"] | {"politician"}
"""Offices of which an article may speak without saying who holds them: "the prime minister"."""
_BACK = 300
_MENTIONS = 200
"""Most mentions before and behind a title that are compared: time stays linear in the length of the text."""
_AHEAD = 1500
_NAMING = frozenset(("", "the", "its"))
"""What a phrase begins with that can stand before a person is named: "the club's captain", "Acme's chief executive"."""
_OFTEN = 2
"""Mentions of somebody whom a bare noun can stand for: "The sprinter has …"."""
_NATIONAL = frozenset(map(family, WORDS["national"]))
"""Offices of a nation, which are another's where another place is told: "the French president"."""
_OWN = frozenset(("", "u.s.", "u.s", "us", "united states", "american", "america"))
"""Places that an office without one may well be of."""
_SURE = 14
"""The least degree of an office of the same noun that is of the same body or place."""
_SAME_NOUN = 6
"""The least degree of an office of the same noun."""
_NEAR = 3
"""Sentences back in which a person can be the antecedent."""


def _of_somebody(phrase: str) -> bool:
    """Tell whether an office is that of a person told by the nation alone: "the | Dane's agent"."""
    owner = _OWNER.match(phrase)
    return owner is not None and owner[1].lower() in WORDS["nation"]


def _unplaced(held: Office) -> bool:
    """Tell whether an office of state is of whatever the article is about, rather than of a place told elsewhere."""
    return not (held.place or held.bodies)


def _named_so(person: Person) -> bool:
    """Tell whether somebody has an office beside the name."""
    return any(is_office(held) and held[0].kind != "alone" for held in person.offices[:LATEST])


class Nominals:
    """Resolves the titles without names beside them to people."""

    def __init__(self, ground: Text, people: Sequence[Person]) -> None:
        self.text, self._ground = ground.text, ground
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
        self._by_number = {person.number: person for person in people}

    @once
    def quoted(self) -> set[int]:
        """The places of the names that stand in quotations."""
        found: set[int] = set()
        for quotation in self._ground.quotations:
            found.update(range(bisect_left(self.starts, quotation.start), bisect_left(self.starts, quotation.end)))
        return found

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
        if (determiner and determiner not in _INDEFINITE) or title.tie == "address":
            return self._definite(title, wanted, others, bare=determiner in _POSSESSIVES)
        if _POSSESSOR.match(title.span.text):
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
        theirs = theirs or _of_somebody(title.span.text)
        pointed = determiner_of(title.span.text) in _DEMONSTRATIVES
        found = found or self._namesake(wanted, people, start)
        return found or (None if theirs or pointed else self.salient(wanted, people, title))

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
        last = self._last_named(start)
        for person in people:
            foreign = person.number != last and wanted.place not in _OWN and wanted.noun in _NATIONAL
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
        return not led and person.implies(wanted.noun, self.text) and not self._contradicts(wanted, person)

    def fit(self, wanted: Office, held: Office, person: Person) -> tuple[int, str]:
        """Return how well a held office fits a wanted one, 0 for not at all, and the rule."""
        same = wanted.noun == held.noun
        if not same and held.noun not in WIDER.get(wanted.noun, ()):
            return 0, ""
        if wanted.words and held.words and wanted.words.isdisjoint(held.words) and same:
            return 0, ""
        said = wanted.bodies | {wanted.place} - {""}
        known = held.bodies | ({held.place} - {""}) | person.origins(self.text)
        shared = said & known or any(same_body(one, other) for one in said for other in known)
        if not shared and self._clash(wanted, held, person):
            return 0, ""
        if not (same or shared) and self._needs_more(wanted, held):
            return 0, ""
        if wanted.past and not held.past:
            return 1, "same role"
        degree = (4 if same else 3) if shared else 2 if same else 1
        told = bool(wanted.words & held.words) - (wanted.place != "" and not shared and bool(held.bodies))
        narrower = same and bool(held.words) and not wanted.words  # "the coach" is rather one than "the strength coach"
        degree = degree * 4 - 2 * (held.past and not wanted.past) + told - narrower
        if shared:
            return degree, "same role and organisation"
        return degree, "same role" if same else "wider role"

    def _needs_more(self, wanted: Office, held: Office) -> bool:
        """Tell whether a wider noun says too little: "the police chief" of the head of a bank, "the former official"."""
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
        return bool(wanted.place and held.place and "u.s." not in (wanted.place, held.place))

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
                if distance < _AHEAD:
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

    def salient(self, wanted: Office, people: list[Person], title: Title) -> tuple[int, str] | None:
        """A subject that fits nobody's title stands for the first person of its sentence, or of those before it."""
        told = bool(wanted.bodies or wanted.place or wanted.words or _AGED in title.span.text)
        alone_of = wanted.noun in OF_STATE and not (wanted.bodies or wanted.place)
        owned_by = _POSSESSOR.match(title.span.text) is not None  # "Acme's chairman"
        owned = not told and _COMMON_OWNER.match(title.span.text) is not None
        bare = not (told or owned)
        vague = wanted.noun in WORDS["unnamed"] and not (wanted.bodies or wanted.place or owned)
        of_state = wanted.noun in WORDS["portfolio"] and not (wanted.bodies or wanted.place or wanted.past)
        speaks = self._spoken(title) or SPEAKS.match(self.text, title.span.end) is not None
        met = wanted.noun in _NATIONAL and self._governed(title)  # "a meeting with the French president"
        if vague or met or (of_state and not speaks):  # "the home secretary" of whom nobody says who that is
            return None
        if not self._is_subject(title):
            return self._one_and_only(wanted, title) if wanted.bodies or wanted.place else None
        beside = told and not self._spoken(title)
        subjects = self._subjects(title.span.start, beside=beside, spoken=speaks)
        if bare and not self._only(wanted, subjects, title.span.start):
            return None
        fit = {person.number for person in people}
        for sentence, first in sorted(subjects.items(), key=lambda each: -each[0]):
            other = (wanted.bodies or wanted.noun in _NATIONAL) and _named_so(first)
            person = self._without_office(sentence, title.span.start) if other else None
            person = person or first
            if (not told or owned_by or alone_of) and any(map(is_office, person.offices)):
                continue
            if person.number in fit and not self._contradicts(wanted, person):
                return person.number, "person spoken of"
        return None

    def _without_office(self, sentence: int, start: int) -> Person | None:
        """Return the only one named in a sentence whom no title goes with: "The Ohio senator" after "Sen. Poe met Roe"."""
        last = bisect_right(self.ends, start)
        first = bisect_left(self.starts, self.sentence_starts[sentence - 1], max(0, last - LATEST), last)
        named = {
            person.number: person for person in self.named[first:last] if self._sentence(person.last(start)) >= sentence
        }
        free = [person for person in named.values() if not _named_so(person)]
        return free[0] if len(free) == 1 else None

    def _one_and_only(self, wanted: Office, title: Title) -> tuple[int, str] | None:
        """Take the only person named so far, in another sentence and without an office: "… the Ohio banker's house"."""
        place = bisect_right(self.ends, title.span.start)
        named = {person.number for person in self.named[:place]} if place <= LATEST else set()
        definite = title.kind == "alone" and determiner_of(title.span.text) == "the"
        lone = len(named) == 1 and definite and wanted.noun not in OF_STATE
        if not lone or self._sentence(self.starts[place - 1]) == self._sentence(title.span.start):
            return None
        person = self.named[0]
        free = not any(map(is_office, person.offices)) and person.may_be(gender_of(title.role))
        return (person.number, "person spoken of") if free else None

    def _is_subject(self, title: Title) -> bool:
        """Tell whether a title is a subject: before its verb, or behind one of speech or "according to"."""
        if self._spoken(title):
            return not self.text.startswith(_OWNS, title.span.end)
        behind = SUBJECT_WHO if determiner_of(title.span.text) == "the" else SUBJECT
        return behind.match(self.text, title.span.end) is not None

    def _governed(self, title: Title) -> bool:
        """Tell whether a preposition stands before a title, which is no subject then."""
        start = title.span.start
        return GOVERNED.search(self.text, max(0, start - LONGEST_GOVERNING), start) is not None

    def _spoken(self, title: Title) -> bool:
        """Tell whether a title is the subject behind a verb of speech, as nobody in the quotation is."""
        start = title.span.start
        return SAID_BY.search(self.text, max(0, start - LONGEST_SAID), start) is not None

    def _subjects(self, start: int, *, beside: bool, spoken: bool) -> dict[int, Person]:
        """Return the first person named in the sentences before an offset, ``beside`` in its own too, where it is one.

        ``spoken`` says that it is the subject of a verb of speech, as nobody is whom the quotations name.

        Who speaks goes before: "The bank should wait for Al Roe, | Ann Poe has said".
        Of two in the sentence itself neither is meant: "Lopez and Roe met, but the Ohio banker left".
        """
        here, position = self._sentence(start), bisect_right(self.ends, start)
        subjects: dict[int, Person] = {}
        in_sentence: set[int] = set()
        speaking: set[int] = set()
        for place in range(position - 1, max(-1, position - LATEST), -1):
            sentence = self._sentence(self.starts[place])
            if here - sentence > _NEAR:
                break
            if spoken and place in self.quoted:
                continue
            speaks = SPEAKS.match(self.text, self.ends[place]) is not None
            if (sentence != here or beside) and (speaks or sentence not in speaking):
                subjects[sentence] = self.named[place]
            if speaks:
                speaking.add(sentence)
            if sentence == here and beside:
                in_sentence.add(self.named[place].number)
        return {} if len(in_sentence) > 1 else subjects

    def _only(self, wanted: Office, subjects: dict[int, Person], start: int) -> bool:
        """Tell whether the sentences before an offset name one person alone, and the article that one most often."""
        here, position = self._sentence(start), bisect_right(self.ends, start)
        near = [
            each
            for each in range(max(0, position - LATEST), position)
            if here - self._sentence(self.starts[each]) <= _NEAR
        ]
        numbers = {self.named[each].number for each in near}
        if len(numbers) != 1 or len(subjects) == 0:
            return False
        only = self.named[near[-1]]
        often = _OFTEN + (wanted.noun in OF_STATE)
        return only is self.named[0] and len(only.starts) >= often

    def of_pronoun(self, title: Title) -> tuple[int, str] | None:
        """A predicate of "he" or "she" belongs to the person named last before it; ``predicates`` knows more of pronouns.

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
