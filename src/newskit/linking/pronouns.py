"""Pronouns: whom "he" and "she" stand for in the article's own words, and by what evidence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import compress, count
from operator import attrgetter
from typing import NamedTuple

from attrs import Factory, define, evolve

from newskit.kinds import Entity, Mention, Title
from newskit.linking.named import Text, gendered
from newskit.linking.words import WORDS
from newskit.spans import Span
from newskit.text import UNIVERSAL_TAGS, Kept, closed_class, female_share, given_names

PRONOUNS = {word: gender for gender in ("male", "female") for word in closed_class(f"{gender}_pronoun")}
_SUBJECTS = closed_class("personal_pronoun")
_INDEFINITE = closed_class("article") - {"the"} | {"one", "another"}
_POSSESSIVE = closed_class("possessive_mark")
_SUBORDINATORS = closed_class("subordinator")
_IN_NAMES = frozenset(("PROPN", "NOUN", "ADJ", "DET", "NUM", "PART"))
_GOVERNING = frozenset(("ADP", "VERB", "AUX"))
_in_names = Kept(lambda tag: UNIVERSAL_TAGS[tag] in _IN_NAMES)
_governs = Kept(lambda tag: UNIVERSAL_TAGS[tag] in _GOVERNING)
_PROPER = frozenset(("NNP", "NNPS"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_BEFORE_INVERTED = frozenset((",", "”", '"', "’", "''", "?", "!"))
_REACH = 1500
"""Characters before a pronoun in which its antecedent is looked for."""
_MENTIONS = 24
"""Most mentions before a pronoun that are compared: time stays linear in the length of the text."""
_NEVER, _HARDLY = 0.1, 0.3
"""Where fewer of a name's bearers are of a gender, a person so named is not meant; or only where nobody else can be."""
_CONTRADICTS = 0.05
"""Where fewer of a name's bearers are of the gender that words tell, the evidence conflicts and says nothing."""
_TITLE = 16
"""Tokens before a name that are looked at for what governs it: more than a title has."""
_KEPT = 1 << 10
"""Roles and names whose gender is kept in memory between articles."""
_PHRASE = 6
"""Tokens from the article of "a 40-year-old school bus driver's mother" in which the noun is looked for."""


@define(eq=False)
class _Place:
    """Somebody spoken of: the token, the number of the entity or -1, and where the phrase ends.

    ``who`` is the number or, of whom no name tells, the gender by the words, "" for none. Whom the words of another
    name, ``quoted``, the article's own pronouns mean only where they can mean nobody else. ``subject`` is None until it
    is asked for, as of few.
    """

    token: int
    number: int
    end: int
    who: int | str
    quoted: bool = False
    subject: bool | None = None


class _Answer(NamedTuple):
    """Whom a pronoun means: the number of the entity, the rule, and whether it can mean nobody else."""

    number: int
    rule: str
    clear: bool = False


@define
class _Person:
    """What tells a person's gender: words beside the name, clear pronouns, and the given name."""

    words: str
    female: float | None
    clear: set[str] = Factory(set)
    _likely: dict[str, float] = Factory(dict)

    def likelihood(self, gender: str) -> float:
        """Return 0 to 1; 0.5 where nothing is known."""
        known = self._likely.get(gender)
        if known is None:
            known = self._likely[gender] = self._likelihood(gender)
        return known

    def learn(self, gender: str) -> None:
        """Take in that a clear pronoun is of a gender."""
        self.clear.add(gender)
        self._likely.clear()

    def _likelihood(self, gender: str) -> float:
        told = self.words or ("".join(self.clear) if len(self.clear) == 1 else "")
        by_name = 0.5 if self.female is None else self.female if gender == "female" else 1 - self.female
        if not told:
            return by_name
        against = by_name if told == gender else 1 - by_name
        return 0.5 if against < _CONTRADICTS else float(told == gender)


class Genders:
    """The evidence of an article's people, by the numbers of the entities.

    Words of titles and of address ("Mrs.", "her brother") decide, then, within the linking of an article, the pronouns
    that can mean nobody else, else the share of women among those who bear the given name.
    """

    def __init__(self, entities: Sequence[Entity], words: Mapping[int, str] | None = None) -> None:
        given = words or {}
        self.people = {
            number: _Person(given.get(number, "") or _by_titles(entity.titles), _share(entity.name))
            for number, entity in enumerate(entities)
            if entity.kind == "person"
        }

    def likelihood(self, number: int, gender: str) -> float:
        """Return how likely a person is "male" or "female", 0.5 where nothing is known."""
        return self.people[number].likelihood(gender)

    def fits(self, number: int, gender: str) -> bool:
        """Tell whether a pronoun of a gender can mean a person."""
        return number in self.people and self.likelihood(number, gender) >= _NEVER


def with_pronouns(
    text: Text, entities: Sequence[Entity], titles: Sequence[Title], words: Mapping[int, str]
) -> list[Entity]:
    """Return the entities, people with the pronouns that stand for them; ``words`` are genders by form of address."""
    if not any(entity.kind == "person" for entity in entities):
        return list(entities)
    lower = text.tokens.lower
    telling = list(compress(count(), map(_telling().__contains__, lower)))
    among = [index for index in telling if lower[index] in PRONOUNS]
    quoted = _quoted(text) if among else ()
    pronouns = [index for index in among if index not in quoted]
    if not pronouns:
        return list(entities)
    nouns = [index for index in telling if lower[index] in gendered()]
    found = _Finder(text, entities, titles, words, quoted).find(pronouns, nouns)
    return [
        evolve(entity, pronouns=tuple(found[number])) if number in found else entity
        for number, entity in enumerate(entities)
    ]


@cache
def _telling() -> frozenset[str]:
    """Return the words that tell a gender, pronouns and others."""
    return frozenset((*PRONOUNS, *gendered()))


def _by_titles(titles: Iterable[Title]) -> str:
    return next(filter(None, (_by_role(title.role) for title in titles)), "")


@lru_cache(_KEPT)
def _by_role(role: str) -> str:
    words = role.lower().replace(".", " ").split()
    return next((gendered()[word] for word in words if word in gendered()), "")


@lru_cache(_KEPT)
def _share(name: str) -> float | None:
    """Return the share of women among those with the given name of a name; None for a surname alone."""
    first, *rest = name.split()
    return female_share(first) if rest or first.lower() in given_names() else None


_token = attrgetter("token")


def _quoted(text: Text) -> Container[int]:
    """Return the tokens in quotations; behind one that lies in another the outer one is over, too."""
    starts, bounds = text.tokens.starts, [quotation.start for quotation in text.quotations]
    found: set[int] = set()
    for quotation, following in zip(text.quotations, [*bounds[1:], len(text.text)], strict=False):
        first, last = bisect_left(starts, quotation.start), bisect_left(starts, min(quotation.end, following))
        found.update(range(first, last))
    return found


class _Finder:
    """Finds the pronouns of one article and whom they mean."""

    def __init__(
        self,
        text: Text,
        entities: Sequence[Entity],
        titles: Sequence[Title],
        words: Mapping[int, str],
        quoted: Container[int],
    ) -> None:
        self.text, self.tokens = text, text.tokens
        self.entities, self.titles, self.quoted = entities, titles, quoted
        self.genders = Genders(entities, words)
        self.starts = [sentence.tokens.start for sentence in text.sentences]
        self.near = range(0)
        """The tokens before the last pronoun that the first one reaches."""
        self._fitting: dict[str, tuple[Container[int | str], Container[int | str]]] = {}

    def find(self, pronouns: Sequence[int], nouns: Sequence[int]) -> dict[int, list[Mention]]:
        """Return the pronouns of each person by number, in the order of the text; ``nouns`` tell a gender."""
        tokens = self.tokens
        self.near = range(tokens.at_or_after(tokens.starts[pronouns[0]] - _REACH), pronouns[-1])
        places = sorted((*self._named(), *self._strangers(), *self._unnamed(nouns)), key=_token)
        found: dict[int, list[Mention]] = {}
        for token, answer in self._resolved(pronouns, places):
            span = Span(tokens.starts[token], tokens.ends[token], tokens.words[token])
            found.setdefault(answer.number, []).append(Mention(span, answer.rule))
        return found

    def _named(self) -> Iterator[_Place]:
        starts, low, high, quoted = self.tokens.starts, self.near.start, self.near.stop, self.quoted
        for number in self.genders.people:
            entity = self.entities[number]
            for mention in (*entity.mentions, *entity.nominal_mentions):
                first = bisect_left(starts, mention.span.start)
                if low <= first < high:
                    yield _Place(first, number, mention.span.end, number, first in quoted)

    def _strangers(self) -> Iterator[_Place]:
        """Yield those whom only a title tells: "a spokeswoman"."""
        titles = [title for title in self.titles if title.kind != "before"]
        if not titles:
            return
        known = {(title.span.start, title.span.end) for entity in self.entities for title in entity.titles}
        known |= {(each.span.start, each.span.end) for entity in self.entities for each in entity.nominal_mentions}
        for title in titles:
            start, end = title.span.start, title.span.end
            first = self.tokens.at_or_after(start)
            if first in self.near and (start, end) not in known:
                yield _Place(first, -1, end, _by_role(title.role), first in self.quoted)

    def _unnamed(self, nouns: Sequence[int]) -> Iterator[_Place]:
        """Yield those whom only a noun tells: "a woman", "another man"."""
        lower, ends, tags = self.tokens.lower, self.tokens.ends, self.text.tags
        genders, low = gendered(), self.near.start
        for noun in nouns[bisect_left(nouns, low) : bisect_left(nouns, self.near.stop + _PHRASE - 1)]:
            for index in range(noun - 1, max(low, noun - _PHRASE + 1) - 1, -1):
                if lower[index] in _INDEFINITE and index < self.near.stop:
                    yield _Place(index, -1, ends[noun], genders[lower[noun]])
                if lower[index] in genders or not _in_names[tags[index]]:
                    break

    def _is_subject(self, place: _Place) -> bool:
        if place.subject is None:
            place.subject = self._governed_by_none(place.token, self.tokens.at_or_after(place.end))
        return place.subject

    def _governed_by_none(self, first: int, last: int) -> bool:
        """Tell whether a phrase stands where subjects do: behind no preposition and no verb but an inverted one."""
        tokens, tags = self.tokens, self.text.tags
        if tokens.lowered(last) in _POSSESSIVE:
            return False
        low = max(0, first - _TITLE)
        while first > low and (
            _in_names[tags[first - 1]]
            or (first > 1 and tags[first - 1] == "CC" and tags[first - 2] in _PROPER)  # "behind Lopez and | Roe |"
        ):
            first -= 1
        if not first or not _governs[tags[first - 1]] or tokens.lower[first - 1] in _SUBORDINATORS:
            return True
        if tokens.lowered(first - 2) == "according":  # "…, according to | Lopez |, who"
            return tokens.word(first - 3) == ","
        if tokens.lower[first - 1] in WORDS["presenting"] and tags[first - 1] in _FINITE:  # "Among them is | Lopez |"
            return True
        inverted = tokens.word(first - 2) in _BEFORE_INVERTED
        if tags[first - 1] in _FINITE and self.starts[self._sentence(first) - 1] == first - 1:
            return tokens.lowered(last) not in _BEFORE_INVERTED  # "Will | Lopez | leave?"
        clause = not _FINITE.isdisjoint(tags[last : last + 1])  # "said | Lopez | wants"
        return UNIVERSAL_TAGS[tags[first - 1]] == "VERB" and (inverted or clause)

    def _resolved(self, pronouns: Sequence[int], places: Sequence[_Place]) -> Iterator[tuple[int, _Answer]]:
        """Yield each pronoun that has an antecedent, with it."""
        spoken = list(places)
        keys = [place.token for place in spoken]
        for pronoun in pronouns:
            stop = bisect_left(keys, pronoun)
            reached = self.tokens.at_or_after(self.tokens.starts[pronoun] - _REACH)
            first = max(0, stop - _MENTIONS, bisect_left(keys, reached))
            answer = self._antecedent(pronoun, spoken[first:stop])
            if answer and answer.number >= 0:
                yield pronoun, answer
                self._learn(pronoun, answer)
                subject = self.tokens.lower[pronoun] in _SUBJECTS
                end = self.tokens.ends[pronoun]
                spoken.insert(stop, _Place(pronoun, answer.number, end, answer.number, subject=subject))
                keys.insert(stop, pronoun)

    def _learn(self, pronoun: int, answer: _Answer) -> None:
        """Take a pronoun that can mean nobody else for evidence of the person's gender."""
        gender, person = PRONOUNS[self.tokens.lower[pronoun]], self.genders.people[answer.number]
        if answer.clear and gender not in person.clear and person.likelihood(gender) >= _HARDLY:
            person.learn(gender)
            self._fitting.clear()

    def _fits(self, gender: str) -> tuple[Container[int | str], Container[int | str]]:
        """Return whom a pronoun can mean, as ``_Place.who`` says it, and whom it can mean beside others."""
        found = self._fitting.get(gender)
        if found is None:
            likely = {number: person.likelihood(gender) for number, person in self.genders.people.items()}
            fitting = {number for number, each in likely.items() if each >= _NEVER}
            alike = {number for number, each in likely.items() if each >= _HARDLY}
            found = self._fitting[gender] = {"", gender, *fitting}, {"", gender, *alike}
        return found

    def _antecedent(self, pronoun: int, before: Sequence[_Place]) -> _Answer | None:
        """Return the person meant: the subject of the sentence nearest before, else who is named last, if they fit."""
        fitting, likely = self._fits(PRONOUNS[self.tokens.lower[pronoun]])
        near = [place for place in before if place.who in likely] or [place for place in before if place.who in fitting]
        if not near:
            return None
        number = near[0].number
        if all(place.number == number for place in near):
            return _Answer(near[0].number, "only person it fits", clear=True)
        near = [place for place in near if not place.quoted] or near
        latest = next(filter(self._is_subject, reversed(near)), None)
        if latest is None:
            return _Answer(near[-1].number, "nearest person it fits")
        sentence = self._sentence(latest.token)
        if self._alone_since(near, sentence):
            return _Answer(near[-1].number, "nearest person it fits")
        his = self.tokens.lower[pronoun] == "his"
        if his and sentence == self._sentence(pronoun) and self._in_clause(near[-1]):
            return _Answer(near[-1].number, "subject before it")
        begins = self.starts[sentence - 1]
        chosen = next(place for place in near if place.token >= begins and self._is_subject(place))
        return _Answer(chosen.number, "subject before it")

    def _alone_since(self, near: Sequence[_Place], sentence: int) -> bool:
        """Tell whether one person alone, whom nothing owns, is named behind the sentence of the last subject."""
        later = [place for place in near if self._sentence(place.token) > sentence]
        owns = any(self.tokens.lowered(self.tokens.at_or_after(place.end)) in _POSSESSIVE for place in later)
        return bool(later) and len({place.number for place in later}) == 1 and not owns

    def _in_clause(self, place: _Place) -> bool:
        """Tell whether a name is the subject of what is said or thought: "Lopez said | Roe | wants his car"."""
        before = place.token - 1
        told = self.tokens.lowered(before) == "that" or UNIVERSAL_TAGS[self.text.tags[before]] == "VERB"
        return told and self._is_subject(place)

    def _sentence(self, token: int) -> int:
        return bisect_right(self.starts, token)
