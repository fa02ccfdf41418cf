"""Pronouns: whom "he" and "she" stand for in the article's own words, and by what evidence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import compress, count
from operator import attrgetter
from typing import NamedTuple

from attrs import Factory, define, evolve

from newskit.kinds import Entity, Mention, Title
from newskit.linking.named import Text, gendered
from newskit.spans import Span
from newskit.text import UNIVERSAL_TAGS, Kept, Quotation, closed_class, female_share, given_names

PRONOUNS = {word: gender for gender in ("male", "female") for word in closed_class(f"{gender}_pronoun")}
_SUBJECTS = closed_class("personal_pronoun")
_INDEFINITE = closed_class("article") - {"the"} | {"one", "another"}
_POSSESSIVE = closed_class("possessive_mark")
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
_PHRASE = 6
"""Tokens from the article of "a 40-year-old school bus driver's mother" in which the noun is looked for."""


@define(eq=False)
class _Place:
    """Somebody spoken of: the token, the number of the entity or -1, how, and what gender the words tell.

    Whom the words of another name, ``quoted``, the article's own pronouns mean only where they can mean nobody else.
    """

    token: int
    number: int
    subject: bool
    gender: str = ""
    quoted: bool = False


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

    def likelihood(self, gender: str) -> float:
        """Return 0 to 1; 0.5 where nothing is known."""
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
    pronouns = [index for index in _where(text.tokens.lower, PRONOUNS.__contains__) if not _quoted(text, index)]
    if not pronouns or not any(entity.kind == "person" for entity in entities):
        return list(entities)
    found = _Finder(text, entities, titles, words).find(pronouns)
    return [
        evolve(entity, pronouns=tuple(found[number])) if number in found else entity
        for number, entity in enumerate(entities)
    ]


def _by_titles(titles: Iterable[Title]) -> str:
    return next((gendered()[word] for title in titles for word in _bare(title.role) if word in gendered()), "")


def _bare(phrase: str) -> list[str]:
    return phrase.lower().replace(".", " ").split()


def _share(name: str) -> float | None:
    """Return the share of women among those with the given name of a name; None for a surname alone."""
    first, *rest = name.split()
    return female_share(first) if rest or first.lower() in given_names() else None


_token = attrgetter("token")


def _where(lower: Sequence[str], among: Callable[[str], bool]) -> Iterator[int]:
    """Yield the tokens that are among some words."""
    return compress(count(), map(among, lower))


def _start(quotation: Quotation) -> int:
    return quotation.start


def _quoted(text: Text, token: int) -> bool:
    start = text.tokens.starts[token]
    place = bisect_right(text.quotations, start, key=_start) - 1
    return place >= 0 and start < text.quotations[place].end


class _Finder:
    """Finds the pronouns of one article and whom they mean."""

    def __init__(
        self, text: Text, entities: Sequence[Entity], titles: Sequence[Title], words: Mapping[int, str]
    ) -> None:
        self.text, self.tokens = text, text.tokens
        self.entities, self.titles = entities, titles
        self.genders = Genders(entities, words)
        self.starts = list(map(attrgetter("tokens.start"), text.sentences))

    def find(self, pronouns: Sequence[int]) -> dict[int, list[Mention]]:
        """Return the pronouns of each person by number, in the order of the text."""
        tokens = self.tokens
        places = sorted((*self._named(), *self._strangers(), *self._unnamed()), key=_token)
        found: dict[int, list[Mention]] = {}
        for token, answer in self._resolved(pronouns, places):
            span = Span(tokens.starts[token], tokens.ends[token], tokens.words[token])
            found.setdefault(answer.number, []).append(Mention(span, answer.rule))
        return found

    def _named(self) -> Iterator[_Place]:
        for number in self.genders.people:
            entity = self.entities[number]
            for mention in (*entity.mentions, *entity.nominal_mentions):
                yield self._place(mention.span.start, mention.span.end, number)

    def _strangers(self) -> Iterator[_Place]:
        """Yield those whom only a title tells: "a spokeswoman"."""
        known = {(title.span.start, title.span.end) for entity in self.entities for title in entity.titles}
        known |= {(each.span.start, each.span.end) for entity in self.entities for each in entity.nominal_mentions}
        for title in self.titles:
            start, end = title.span.start, title.span.end
            if title.kind != "before" and (start, end) not in known:
                yield self._place(start, end, -1, _by_titles((title,)))

    def _place(self, start: int, end: int, number: int, gender: str = "") -> _Place:
        first, last = self.tokens.at_or_after(start), self.tokens.at_or_after(end)
        return _Place(first, number, self._is_subject(first, last), gender, _quoted(self.text, first))

    def _is_subject(self, first: int, last: int) -> bool:
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
        if not first or not _governs[tags[first - 1]]:
            return True
        if tokens.lowered(first - 2) == "according":  # "…, according to | Lopez |, who"
            return tokens.word(first - 3) == ","
        inverted = tokens.word(first - 2) in _BEFORE_INVERTED
        clause = not _FINITE.isdisjoint(tags[last : last + 1])  # "said | Lopez | wants"
        return UNIVERSAL_TAGS[tags[first - 1]] == "VERB" and (inverted or clause)

    def _unnamed(self) -> Iterator[_Place]:
        """Yield those whom only a noun tells: "a woman", "another man"."""
        lower, tags = self.tokens.lower, self.text.tags
        genders = gendered()
        for index in _where(lower, _INDEFINITE.__contains__):
            for noun in range(index + 1, min(index + _PHRASE, len(lower))):
                if lower[noun] in genders:
                    yield _Place(index, -1, self._is_subject(index, noun + 1), genders[lower[noun]])
                    break
                if not _in_names[tags[noun]]:
                    break

    def _resolved(self, pronouns: Sequence[int], places: Sequence[_Place]) -> Iterator[tuple[int, _Answer]]:
        """Yield each pronoun that has an antecedent, with it."""
        spoken = list(places)
        keys = [place.token for place in spoken]
        for pronoun in pronouns:
            stop = bisect_left(keys, pronoun)
            answer = self._antecedent(pronoun, spoken[max(0, stop - _MENTIONS) : stop])
            if answer and answer.number >= 0:
                yield pronoun, answer
                gender = PRONOUNS[self.tokens.lower[pronoun]]
                if answer.clear and self.genders.likelihood(answer.number, gender) >= _HARDLY:
                    self.genders.people[answer.number].clear.add(gender)
                spoken.insert(stop, _Place(pronoun, answer.number, self.tokens.lower[pronoun] in _SUBJECTS))
                keys.insert(stop, pronoun)

    def _antecedent(self, pronoun: int, before: Sequence[_Place]) -> _Answer | None:
        """Return the person meant: the subject of the sentence nearest before, else who is named last, if they fit."""
        gender, starts = PRONOUNS[self.tokens.lower[pronoun]], self.tokens.starts
        low = starts[pronoun] - _REACH
        likelihood = {number: person.likelihood(gender) for number, person in self.genders.people.items()}
        near = [
            place
            for place in before
            if (place.gender in ("", gender) if place.number < 0 else likelihood[place.number] >= _NEVER)
            and starts[place.token] >= low
        ]
        near = [place for place in near if place.number < 0 or likelihood[place.number] >= _HARDLY] or near
        if not near:
            return None
        if len({place.number for place in near}) == 1:
            return _Answer(near[0].number, "only person it fits", clear=True)
        near = [place for place in near if not place.quoted] or near
        subjects = [place for place in near if place.subject]
        if not subjects:
            return _Answer(near[-1].number, "nearest person it fits")
        latest = self._sentence(subjects[-1].token)
        if latest == self._sentence(pronoun) and self.tokens.lower[pronoun] == "his" and self._in_clause(near[-1]):
            return _Answer(near[-1].number, "subject before it")
        chosen = next(place for place in subjects if self._sentence(place.token) == latest)
        return _Answer(chosen.number, "subject before it")

    def _in_clause(self, place: _Place) -> bool:
        """Tell whether a name is the subject of what is said or thought: "Lopez said | Roe | wants his car"."""
        before = place.token - 1
        told = self.tokens.lowered(before) == "that" or UNIVERSAL_TAGS[self.text.tags[before]] == "VERB"
        return place.subject and told

    def _sentence(self, token: int) -> int:
        return bisect_right(self.starts, token)
