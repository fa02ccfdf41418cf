"""Salience: whom a title that fits nobody's office stands for, by who is spoken of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

import regex
from attrs import define, field

from newskit.kinds import Title
from newskit.linking.fitting import contradicts
from newskit.linking.leads import determiner_of, is_office
from newskit.linking.named import Text
from newskit.linking.offices import NARROWER, WIDER, Office, family
from newskit.linking.people import LATEST, Person, gender_of
from newskit.linking.subjects import (
    BEHIND,
    CLAUSE,
    COORDINATED,
    GOVERNED,
    HE_ANYWHERE,
    JOINED,
    LONGEST_BEHIND,
    LONGEST_GOVERNING,
    LONGEST_SAID,
    OPENED,
    OWNER,
    SAID_BY,
    SPEAKS,
    SUBJECT,
    SUBJECT_WHO,
    TOLD_BEHIND,
)
from newskit.linking.words import WORDS
from newskit.text import lazy_pattern, once

POSSESSOR = lazy_pattern(r"\p{Lu}[\w.&\s-]{1,40}?['’]s?+\s")
_OWNS = ("'", "’")
_AGED = "year-old"
_COMMON_OWNER = lazy_pattern(r"(?:the|its|their|our)\s++(?:\p{Ll}++\s++){0,2}?\p{Ll}{3,}+['’]s?+\s", regex.IGNORECASE)
OF_STATE = WIDER["politician"] | WIDER["royal"] | {"politician"}
"""Offices of which an article may speak without saying who holds them: "the prime minister"."""
NATIONAL = frozenset(map(family, WORDS["national"]))
"""Offices of a nation, which are another's where another place is told: "the French president"."""
_LEADING = frozenset(map(family, ("captain", "footballer", "host", "presenter", "skipper", "star")))
"""Offices that those of a trade have: "Oscar host Ann Poe … | the comedian |"."""
_TRADES = NARROWER.union(_LEADING, *(WIDER[noun] for noun in NARROWER)) - OF_STATE
_TRADES |= frozenset(map(family, WORDS["wealthy"]))
"""Nouns of those of whom articles are written, whose trade all know: "the singer", "the striker"."""
_PLAYERS = frozenset(map(family, WORDS["player"]))
"""Trades of a team, which in an article of a sport are rather those of whom it is."""
_IN_SPORT = _PLAYERS.union(map(family, ("captain", "coach", "head coach", "manager", "skipper")))
"""Offices by which an article is of a sport."""
_SEATS = WIDER["politician"] - frozenset(map(family, ("candidate", "nominee", "chief", "leader", "secretary")))
"""Offices of state of a place or a party."""
_SHE = frozenset(("she", "her", "hers", "herself"))
_RUNNING = frozenset(("front-runner", "frontrunner"))
_OFTEN = 2
"""Mentions of somebody whom a bare noun can stand for: "The sprinter has …"."""
_MOST = 3
"""Mentions of whom an article is about."""
_FAR = 300
"""Characters of one clause."""
_NEAR = 3
"""Sentences back in which a person can be the antecedent."""


def _named_so(person: Person) -> bool:
    """Tell whether somebody has an office beside the name."""
    return any(is_office(held) and held[0].kind != "alone" for held in person.offices[:LATEST])


def _owned_by_another(title: Title) -> bool:
    """Tell whether something owns an office: "Acme's chairman", "the hotel's manager"."""
    return any(each.match(title.span.text) for each in (POSSESSOR, _COMMON_OWNER))


@define(slots=False)  # what is computed once is kept in the instance
class Salience:
    """Finds who is spoken of; the lists are of the mentions of people, in the order of the text."""

    ground: Text
    sentence_starts: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]
    named: Sequence[Person]
    text: str = field(init=False)

    @text.default
    def _text(self) -> str:
        return self.ground.text

    @once
    def quoted(self) -> set[int]:
        """The places of the names that stand in quotations."""
        found: set[int] = set()
        for quotation in self.ground.quotations:
            found.update(range(bisect_left(self.starts, quotation.start), bisect_left(self.starts, quotation.end)))
        return found

    def of(self, wanted: Office, people: list[Person], title: Title) -> tuple[int, str] | None:
        """A subject that fits nobody's title stands for the first person of its sentence, or of those before it."""
        told = bool(wanted.bodies or wanted.place or wanted.words or _AGED in title.span.text)
        alone_of = wanted.noun in OF_STATE and not (wanted.bodies or wanted.place)
        owned_by = POSSESSOR.match(title.span.text) is not None  # "Acme's chairman"
        another = _owned_by_another(title)
        owned = not told and _COMMON_OWNER.match(title.span.text) is not None
        bare = not (told or owned)
        vague = wanted.noun in WORDS["unnamed"] and not (wanted.bodies or wanted.place or owned)
        of_state = wanted.noun in WORDS["portfolio"] and not (wanted.bodies or wanted.place or wanted.past)
        speaks = self._spoken(title) or SPEAKS.match(self.text, title.span.end) is not None
        met = wanted.noun in NATIONAL and self._governed(title)  # "a meeting with the French president"
        quoted = bare and self._within_quotation(title.span.start)
        if not quoted and vague and wanted.noun in _TRADES and self._is_subject(title) and self._of_one():
            return self._spoken_of_most(wanted, people, title)
        if quoted or vague or met or (of_state and not speaks):  # "the home secretary" of whom nobody says who that is
            return None
        if not self._is_subject(title):
            found = self._spoken_of_most(wanted, people, title) if wanted.noun in _TRADES else None
            one = wanted.bodies or wanted.place or _AGED in title.span.text  # "For the 60-year-old banker"
            return found or (self._one_and_only(wanted, title) if one else None)
        subjects = self._subjects(title.span.start, beside=told and not self._spoken(title), spoken=speaks)
        if bare and not self._only(wanted, subjects, title.span.start):
            return self._spoken_of_most(wanted, people, title)
        fit = {person.number for person in people}
        for sentence, first in subjects:
            other = (wanted.bodies or wanted.noun in NATIONAL) and _named_so(first)
            person = (self._without_office(sentence, title.span.start) if other else None) or first
            if (not told or owned_by or alone_of) and any(map(is_office, person.offices)):
                continue
            if another and not self._may_own(person, title.span.start):
                continue
            if person.number in fit and not contradicts(self.text, wanted, person):
                return person.number, "person spoken of"
        return None

    def _may_own(self, person: Person, start: int) -> bool:
        """Tell whether an office that something owns may be a person's: no "Poe said so. The hotel's manager left".

        An article names most whom it is about, or names a body before the person: "Acme's Ann Poe".
        """
        last = bisect_right(self.ends, start)
        named = (place for place in range(max(0, last - LATEST), last) if self.named[place] is person)
        return (len(person.starts) >= _MOST and self._named_most(person)) or any(map(self._owned, named))

    def taken_up(self, wanted: Office, people: list[Person], title: Title) -> tuple[int, str] | None:
        """Take the only one without an office whom the sentence before names: "It hurt Ann Poe. | The striker | left".

        An office of state is theirs only where its field is told and the article names nobody more often.
        """
        start, phrase = title.span.start, title.span.text
        here = self._sentence(start)
        opens = OPENED.fullmatch(self.text, self.sentence_starts[here - 1], start) if here > 1 else None
        work = not phrase[4:].islower()  # "The Aviator has taken $75m"
        definite = determiner_of(phrase) == "the" and not _owned_by_another(title)
        if not opens or work or not definite or not self._is_subject(title) or self._within_quotation(start):
            return None
        last = bisect_right(self.ends, start)
        first = bisect_left(self.starts, self.sentence_starts[here - 2], max(0, last - LATEST), last)
        free = {each.number: each for each in self.named[first:last] if not any(map(is_office, each.offices))}
        if wanted.noun in WORDS["unnamed"] or len(free) != 1:
            return None
        (person,) = free.values()
        if wanted.noun in OF_STATE and (wanted.noun not in WORDS["portfolio"] or not self._named_most(person)):
            return None
        fits = person in people and not contradicts(self.text, wanted, person)
        return (person.number, "named in the sentence before") if fits else None

    def only_near(self, wanted: Office, people: list[Person], title: Title) -> tuple[int, str] | None:
        """Take the only one without an office near a definite title: "Coach Poe met Roe, who praised | the striker".

        Near is who is named in the sentence before, or in the same one and not in the same clause, where one is the
        subject and the other not. A trade is one of a team, where the article has another office of a team. An office
        of state has a place or a party, and is theirs only where others are near, who all have such an office, and
        where the article names nobody more often. No title stands in a quotation, and no pronoun that may be theirs
        before it or in its sentence: "Poe wept. Her father met | the striker".
        """
        start = title.span.start
        if not self._tells_one(wanted, title) or self._within_quotation(start):
            return None
        here, last = self._sentence(start), bisect_right(self.ends, start)
        first = bisect_left(self.starts, self.sentence_starts[max(0, here - 2)], max(0, last - LATEST), last)
        near = {each.number: each for each in self.named[first:last]}
        for place in range(first, last):
            beside = self._sentence(self.starts[place]) == here and start - self.ends[place] < _FAR
            if (beside and not CLAUSE.search(self.text, self.ends[place], start)) or self._owned(place):
                near.pop(self.named[place].number, None)
        free = [each for each in near.values() if not any(map(is_office, each.offices))]
        if len(free) != 1:
            return None
        (person,) = free
        others = [each.offices for each in near.values() if each is not person]
        seated = others and all(any(held.noun in _SEATS for _, held in offices) for offices in others)
        if wanted.noun in OF_STATE and not (seated and self._named_most(person)):
            return None
        if (wanted.noun in _PLAYERS and not self._of_sport()) or self._told_by_pronoun(person, wanted, title):
            return None
        male = title.role.lower().endswith("man") and not person.may_be("male")
        fits = person in people and not male and not contradicts(self.text, wanted, person)
        return (person.number, "only one near") if fits else None

    def _tells_one(self, wanted: Office, title: Title) -> bool:
        """Tell whether a definite title says enough of one: a trade, a party's front-runner, a state's senator."""
        told, phrase = bool(wanted.bodies or wanted.place), title.span.text
        kind = (
            wanted.noun in _PLAYERS
            or (told and wanted.noun in _SEATS - NATIONAL)
            or (wanted.bodies and wanted.noun in _RUNNING)
        )
        work = not (told or phrase[4:].islower())
        if not kind or work or determiner_of(phrase) != "the" or wanted.noun in WORDS["unnamed"]:
            return False
        joined = JOINED.search(self.text, max(0, title.span.start - LONGEST_GOVERNING), title.span.start)
        return not (joined or TOLD_BEHIND.match(self.text, title.span.end))

    def _of_sport(self) -> bool:
        """Tell whether the article has an office of a team, so that its striker is somebody of whom it tells."""
        return any(held.noun in _IN_SPORT for each in self.named[:LATEST] for _, held in each.offices)

    def _told_by_pronoun(self, person: Person, wanted: Office, title: Title) -> bool:
        """Tell whether a pronoun that may be the person's stands near, for a front-runner only before the title."""
        start, here = title.span.start, self._sentence(title.span.start)
        behind = self.sentence_starts[here] if here < len(self.sentence_starts) else len(self.text)
        running = wanted.noun in _RUNNING
        end = start if running else min(behind, start + _FAR)
        named = bisect_left(person.starts, self.sentence_starts[max(0, here - 2)])
        first = person.last(start) if running else person.starts[named]
        found = HE_ANYWHERE.finditer(self.text, first, end)
        return any(person.may_be("female" if each[1].lower() in _SHE else "male") for each in found)

    def _owned(self, place: int) -> bool:
        """Tell whether somebody is a body's, and so named aside: "Acme News's | Ann Poe"."""
        start = self.starts[place]
        return OWNER.search(self.text, max(0, start - LONGEST_GOVERNING), start) is not None

    def _within_quotation(self, offset: int) -> bool:
        place = bisect_right(self.ground.quotations, offset, key=attrgetter("start")) - 1
        return place >= 0 and offset < self.ground.quotations[place].end

    def _named_most(self, person: Person) -> bool:
        """Tell whether the article names nobody more often."""
        return all(len(each.starts) <= len(person.starts) for each in self.named[:LATEST])

    def _without_office(self, sentence: int, start: int) -> Person | None:
        """Return the only one in a sentence whom no title goes with: "Sen. Poe met Roe. The Ohio governor …"."""
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

    def c_commands(self, title: Title, name: int) -> bool:
        """Tell whether a title is the subject above a name, which is of another: "The senator | praised Poe".

        Neither can a name be of the subject above it (principle C of the binding theory, Chomsky 1981).
        """
        end = title.span.end
        if name - end > _FAR or SUBJECT.match(self.text, end) is None or self._governed(title):
            return False
        same = bisect_right(self.sentence_starts, end) == bisect_right(self.sentence_starts, name)
        return same and not COORDINATED.search(self.text, end, name)

    def _governed(self, title: Title) -> bool:
        """Tell whether a preposition stands before a title, which is no subject then."""
        start = title.span.start
        return GOVERNED.search(self.text, max(0, start - LONGEST_GOVERNING), start) is not None

    def _spoken(self, title: Title) -> bool:
        """Tell whether a title is the subject behind a verb of speech, as nobody in the quotation is."""
        start = title.span.start
        return SAID_BY.search(self.text, max(0, start - LONGEST_SAID), start) is not None

    def _subjects(self, start: int, *, beside: bool, spoken: bool) -> list[tuple[int, Person]]:
        """Return the first person named in the sentences before an offset, the nearest first, with their numbers.

        ``beside`` takes in the sentence itself, where it names one. Who is named behind a preposition goes last.

        ``spoken`` says that it is the subject of a verb of speech, as nobody is whom the quotations name.
        Who speaks goes before: "The bank should wait for Al Roe, | Ann Poe has said".
        Of two in the sentence itself neither is meant: "Lopez and Roe met, but the Ohio banker left".
        """
        here, position = self._sentence(start), bisect_right(self.ends, start)
        subjects: dict[int, tuple[Person, bool]] = {}
        in_sentence: set[int] = set()
        speaking: set[int] = set()
        for place in range(position - 1, max(-1, position - LATEST), -1):
            sentence = self._sentence(self.starts[place])
            if here - sentence > _NEAR:
                break
            if spoken and place in self.quoted:
                continue
            speaks = SPEAKS.match(self.text, self.ends[place]) is not None
            aside = not speaks and self._aside(place)
            fits = (sentence != here or beside) and (speaks or sentence not in speaking)
            if fits and not (aside and sentence in subjects):
                subjects[sentence] = self.named[place], aside
            if speaks:
                speaking.add(sentence)
            if sentence == here and beside:
                in_sentence.add(self.named[place].number)
        if len(in_sentence) > 1:
            return []
        ranked = sorted(subjects, key=lambda sentence: (subjects[sentence][1], -sentence))
        return [(sentence, subjects[sentence][0]) for sentence in ranked]

    def _aside(self, place: int) -> bool:
        """Tell whether somebody is named behind a preposition: "He went there with his wife | Ann Poe"."""
        start = self.starts[place]
        return BEHIND.search(self.text, max(0, start - LONGEST_BEHIND), start) is not None

    def _only(self, wanted: Office, subjects: list[tuple[int, Person]], start: int) -> bool:
        """Tell whether the sentences before an offset name one person alone, and the article that one most often."""
        near = self._near(start)
        if len({person.number for person in near}) != 1 or len(subjects) == 0:
            return False
        only = near[-1]
        often = _OFTEN + (wanted.noun in OF_STATE)
        return only is self.named[0] and len(only.starts) >= often

    def _spoken_of_most(self, wanted: Office, people: list[Person], title: Title) -> tuple[int, str] | None:
        """Take the first person of the article, of whom no office is told, where all others near have one.

        What is not their trade is theirs only in an article that names nobody else.
        """
        person, start = self.named[0], title.span.start
        fits = wanted.noun in _TRADES or (self._of_one() and wanted.noun not in OF_STATE)
        definite = determiner_of(title.span.text) == "the" and fits and not wanted.past
        if not definite or len(person.starts) < _MOST or person not in people or self._is_other(wanted, person):
            return None
        if self._of_one():
            return person.number, "person spoken of"
        near = self._near(start)
        others = all(any(map(is_office, each.offices)) for each in near if each is not person)
        return (person.number, "person spoken of") if person in near and others else None

    def _near(self, start: int) -> list[Person]:
        """Return who is named in the sentences right before an offset, once a mention."""
        here, position = self._sentence(start), bisect_right(self.ends, start)
        return [
            self.named[each]
            for each in range(max(0, position - LATEST), position)
            if here - self._sentence(self.starts[each]) <= _NEAR
        ]

    def _of_one(self) -> bool:
        """Tell whether the article names one person alone."""
        return all(person is self.named[0] for person in self.named[:LATEST])

    def _is_other(self, wanted: Office, person: Person) -> bool:
        """Tell whether an office of a person is told that is of another trade: "Oscar host …" may be "the comedian"."""
        held = {each.noun for title, each in person.offices if not title.honorific}
        alike = _LEADING if wanted.noun in _TRADES else frozenset[str]()
        alike = alike | _TRADES if self._of_one() else alike
        return not held <= alike or contradicts(self.text, wanted, person)

    def _sentence(self, offset: int) -> int:
        return bisect_right(self.sentence_starts, offset)
