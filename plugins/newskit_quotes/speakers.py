"""Which entity a source is: by a name in it, by a phrase that stands for one, or by a pronoun's antecedent."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

import newskit
from newskit.linking import Genders
from newskit.text import classes, closed_class, once
from newskit_quotes.authors import author, is_named
from newskit_quotes.bodies import Bodies, apposed
from newskit_quotes.chunks import base_of, phrases
from newskit_quotes.columns import Columns
from newskit_quotes.epithets import Epithets
from newskit_quotes.lexicon import POSSESSIVE, WHO, word_class, word_set
from newskit_quotes.records import Range
from newskit_quotes.strangers import EPITHETS, is_other_told, is_put, is_stranger, is_unknown
from newskit_quotes.surnames import Surnames
from newskit_quotes.wholes import apposed_name, restricts

_PRONOUNS = {word: gender for gender in ("male", "female") for word in closed_class(f"{gender}_pronoun")}
_BEFORE_NAMES = frozenset({"PROPN", "NOUN", "ADJ", "DET", "NUM", "PART"})
_GOVERNING = frozenset({"ADP", "VERB", "AUX"})
_COUNTED = frozenset({"NOUN", "NUM"})
_ADDRESSES = frozenset({"dr", "dame", "lady", "lord", "miss", "mr", "mrs", "ms", "prof", "sir"})
_UTTERANCES = word_class("utterance")
_OWNED_BY = word_class("owned_by")
_OFFICES = word_class("office")
_KIN, _PARTISANS = map(word_class, ("kin", "partisan"))
_SHORT, _NEAR, _FAR = 4, 2, 200
"""Words of "the 24-year-old Ohio Democrat"; sentences, and tokens, back in which the person is named whom they mean."""
_HALF = 0.5
"""Which share of a person's pronouns says of what gender they are."""
_MOST = 8
"""Mentions that are looked at in one source."""
_REACH = 1500
"""A pronoun's antecedent is looked for within so many characters."""


@cache
def _peoples() -> frozenset[str]:
    """Return the nouns for one of a people, with their capitals: "the Peruvian"."""
    return classes("newskit.text", "places.txt")["demonym"]


class Speakers:
    """The entities of an article by where they are mentioned, and who spoke last."""

    def __init__(self, columns: Columns, entities: Sequence[newskit.Entity]) -> None:
        self.columns = columns
        found = [
            (mention.span.start, mention.span.end, number, named)
            for number, entity in enumerate(entities)
            for mentions, named in ((entity.mentions, True), (entity.nominal_mentions, False))
            for mention in mentions
        ]
        self.mentions = sorted(found)
        self.starts = [each[0] for each in self.mentions]
        self.entities = entities
        self.numbers = {id(entity): number for number, entity in enumerate(entities)}
        self.known: dict[Range, newskit.Entity | None] = {}
        """Whom or what the pronouns that are sources stand for, by where they stand."""
        self.told: dict[int, list[str]] = {}
        """The genders of the pronouns of those people that were looked at."""
        self.last: newskit.Entity | None = None
        self.said = -1
        """The token of the source of who spoke last, -1 where two spoke in that sentence."""
        self.spoken = -1
        """The last token of what that person said, or of the source behind it."""
        self.heard = False
        """Whether anybody was heard yet."""
        self.stranger = -1
        """The token of who spoke last where it was somebody unnamed: "a spokesman"."""
        self.unknown = -1
        """The last token of what somebody said who is spoken of as known, "the billionaire", and whom nothing tells."""
        self.in_doubt = False
        """Whether such words stand right before the pronoun looked at last."""

    @once
    def genders(self) -> Genders:
        """Which pronouns can stand for each person."""
        return Genders(self.entities)

    @once
    def pronouns(self) -> dict[int, int]:
        """The people for whom the makers of entities found pronouns, by where these begin."""
        return {each.span.start: number for number, person in enumerate(self.entities) for each in person.pronouns}

    @once
    def bodies(self) -> Bodies:
        """The organizations, and what stands for them."""
        return Bodies(self.columns, self.entities, self.mentions)

    @once
    def epithets(self) -> Epithets:
        """What the article tells of its people beside their names: their ages and trades."""
        return Epithets(self.columns, self.entities, self.mentions)

    @once
    def surnames(self) -> Surnames:
        """The surnames of the article, and whose they are."""
        return Surnames(self.columns, self.entities, self.mentions)

    def resolve(
        self, source: Range | None, content: Sequence[Range], *, labelled: bool = False
    ) -> newskit.Entity | None:
        """Return the entity that the source of some content stands for, None where it cannot be known.

        ``labelled`` says that the source is the label of a turn.
        """
        if source is None:
            return None
        found = (self.surnames.of_label(source) if labelled else None) or self._resolve(source, content)
        self.heard = True
        if found is not None and found.kind == "person":
            of = self.columns.sentence_of
            other = self.said >= 0 and of[self.said] == of[source[0]] and self.last is not found
            self.last, self.said = found, -1 if other else source[0]
            self.spoken = max(source[0], content[-1][1] - 1)
        elif is_stranger(self.columns, source):
            self.stranger = source[0]
        elif found is None and is_unknown(self.columns, source):
            self.unknown = max(source[0], content[-1][1] - 1)
        if found is not None and found.kind == "organization":
            self.bodies.spoke(source, found)
        return found

    def _resolve(self, source: Range, content: Sequence[Range]) -> newskit.Entity | None:
        columns = self.columns
        if columns.lower[source[0]] in WHO:
            source = self._head_of_relative(source[0]) or source
        start, end = columns.starts[source[0]], columns.ends[source[1] - 1]
        if source[1] - source[0] == 1 and columns.lower[source[0]] in _PRONOUNS:
            if source not in self.known:  # "she said, adding that": of both she is one
                self.known[source] = self.antecedent(source[0], _PRONOUNS[columns.lower[source[0]]], content)
            return self.known[source]
        if source[1] - source[0] == 1 and columns.lower[source[0]] == "it":
            quoted = all(columns.inside[min(first + 1, last - 1)] for first, last in content)
            begin = min(source, *content)[0]
            self.known[source] = self.known.get(source) or self.bodies.it(begin, source[0], quoted=quoted)
            return self.known[source]
        low = bisect_left(self.starts, start)
        high = min(bisect_left(self.starts, end, low), low + _MOST)
        base = base_of(columns, source)
        clause = next((at for at in range(base[1], source[1]) if restricts(columns, at)), source[1])
        end = columns.ends[clause - 1]  # who is named in the clause that tells which one is meant is another
        apposed = columns.ends[apposed_name(columns, clause, source[1]) - 1]
        inside = [each for each in self.mentions[low:high] if each[1] <= end or each[0] >= apposed]
        joint = columns.lower[base[1] - 1] in word_set("documents") and self._is_joint(inside)
        if not joint and columns.lower[base[1] - 1] in _UTTERANCES and base[1] - base[0] > 1:
            return author(self.columns, self.entities, inside, base) or self.bodies.publisher(base, self._author_of)
        heads = [each for each in inside if self._apart(each[0]) and self.is_head(each, source)]
        for wanted in () if joint else ("person", "organization", "group", "place"):
            for each in heads:
                entity = self.entities[each[2]]
                if entity.kind == wanted and (wanted != "group" or is_named(entity)):
                    return None if wanted == "person" and self.surnames.is_contested(each) else entity
        if heads or joint:
            return None
        return (
            self.surnames.of_surname(source)
            or self.bodies.spoken_for(source, base)
            or self.called(source, base, content)
            or self.in_office(source, base)
            or self.bodies.called(source, base)
        )

    def _is_joint(self, inside: Sequence[tuple[int, int, int, bool]]) -> bool:
        """Tell whether "and" joins two names within a source, as of authors: "a study by Ann Poe and Al Roe"."""
        text = self.columns.text
        return any(text[one[1] : other[0]].strip() in ("and", "and the", "&") for one, other in pairwise(inside))

    def called(self, source: Range, base: Range, content: Sequence[Range]) -> newskit.Entity | None:
        """Return the one person named shortly before whom news calls by age, trade or kin: "the striker".

        Where several are named, it is nobody, but for one of that age.
        """
        lower = self.columns.lower
        head = base[1] - 1
        if lower[base[0]] != "the" or base[1] - base[0] > _SHORT:
            return None
        age = lower[head].removesuffix("-year-old")
        kin = lower[head] in _KIN and lower[base[1] : base[1] + 1] == ["of"]
        epithet = lower[head] in EPITHETS or self.columns.words[head] in _peoples()
        if age == lower[head] and not kin and (not epithet or source != base):
            return None
        if lower[head] in _PARTISANS and base[1] - base[0] == len(("the", "Republican")):  # of whom news has many
            return None
        one = self.epithets.ages.get(age, []) if age != lower[head] else self.epithets.introduced.get(age, [])
        if len(one) == 1:
            return self.entities[next(iter(one))]
        stop = self.columns.bounds[base[0]][0]
        sentence = self.columns.sentence_of[base[0]]
        first = max(self.columns.sentences[max(0, sentence - _NEAR)][0], base[0] - _FAR)
        near = {number for token, number in self._people(first, base[0]) if not self._said(token, content)}
        if len(near) > 1 and age != lower[head]:
            near = {number for token, number in self._people(first, base[0]) if self._is_free_subject(token, content)}
        running = kin or (age != lower[head] and len(near) > 1)
        if running and self.last is not None and self.columns.sentence_of[self.said] >= sentence - 1:
            # "Lopez said it was late. “…,” | the mother of two | said"
            near = near & {self.numbers[id(self.last)]} or near
        if (one and age != lower[head]) or len(near) != 1 or not stop:
            return None
        (number,) = near
        other_age = age != lower[head] and any(number in each for each in self.epithets.ages.values())
        gender = next((gender for gender in ("male", "female") if lower[head] in closed_class(gender)), None)
        return None if other_age or not (gender is None or self.genders.fits(number, gender)) else self.entities[number]

    def in_office(self, source: Range, base: Range) -> newskit.Entity | None:
        """Return the one person whom the article gives an office, which a headline has alone: "…, says mayor"."""
        first, last = self.columns.headline
        if not first <= source[0] < last or source != base or source[1] - source[0] > 1:
            return None
        office = self.columns.lower[source[0]]
        people = (each for each in self.entities if each.kind == "person")
        bears = [
            each
            for each in people
            if any(not title.former and title.role.lower().rpartition(" ")[2] == office for title in each.titles)
        ]
        return bears[0] if len(bears) == 1 else None

    def _said(self, token: int, content: Sequence[Range]) -> bool:
        return bool(self.columns.inside[token]) or any(start <= token < end for start, end in content)

    def _author_of(self, phrase: Range, base: Range) -> newskit.Entity | None:
        """Return whose a letter or a statement is that is told of elsewhere in the article."""
        start, end = self.columns.starts[phrase[0]], self.columns.ends[phrase[1] - 1]
        low = bisect_left(self.starts, start)
        return author(
            self.columns, self.entities, [each for each in self.mentions[low : low + _MOST] if each[1] <= end], base
        )

    def _head_of_relative(self, pronoun: int) -> Range | None:
        """Return the phrase before a relative pronoun, which it stands for."""
        first, _ = self.columns.bounds[pronoun]
        return next(reversed(phrases(self.columns, first, pronoun)), None)

    def _apart(self, start: int) -> bool:
        """Tell whether a name begins with a token, unlike that in "a pro-Roe group"."""
        starts = self.columns.starts
        token = bisect_left(starts, start)
        return token < len(starts) and starts[token] == start

    def is_head(self, mention: tuple[int, int, int, bool], source: Range) -> bool:
        """Tell whether a mention is what the source is called, not a part of it such as a possessor or a place."""
        start, end, number, _ = mention
        columns = self.columns
        follower = bisect_left(columns.starts, end)
        base = base_of(columns, source)
        if follower < source[1] and columns.lower[follower] in POSSESSIVE:
            return False
        if follower < source[1] and columns.tags[follower] == "NOUN":  # "the Ardent newspaper", but "Lopez supporters"
            return self.entities[number].kind == "organization" and columns.lower[base[1] - 1] in word_set("kinds")
        low, high = columns.starts[base[0]], columns.ends[base[1] - 1]
        ends_base = end == high or (end > high and start <= low)
        if ends_base and self.entities[number].kind != "place":
            return True
        token = bisect_left(columns.starts, start)
        if self.entities[number].kind == "organization" and apposed(columns, base, token):
            return follower >= source[1] or columns.lower[follower] == ","
        if self.entities[number].kind == "person":
            first = next((first for first, last in phrases(columns, *source) if first <= token < last), token)
            owned = first > source[0] and columns.lower[first - 1] in _OWNED_BY
            return not owned or self._ends_office(base, first, token)
        return ends_base and start - low <= len("the ")

    def _ends_office(self, base: Range, first: int, token: int) -> bool:
        """Tell whether a name ends the office that begins a source: "Head of news Ann Poe", "the MP for Arvon Ann Poe".

        A title of its own between, "the manager of singer Ann Poe", says that the office is another's.
        """
        columns = self.columns
        styled = token - (columns.lower[token - 1] in _ADDRESSES)  # "Minister for Health | Dr | Ann Poe"
        end = columns.titles.get(base[0] + (columns.lower[base[0]] == "the"), -1)
        if {end, columns.titles.get(end)} & {token, styled}:  # "Head of Police | Major | Ann Poe"
            return True
        if token == first or columns.lower[base[1] - 1] not in _OFFICES | _KIN:
            return False
        titled = any(columns.titles.get(at) == token for at in range(first, styled))
        on = columns.lower[first - 1] == "on"  # "Spokesman on Health | Senator | Ann Poe"
        body = columns.named[token - 1] and not columns.people[token - 1]  # "the spokesman for Oxfam Ann Poe"
        return on or (not titled and (body or columns.tags[styled - 1] in _COUNTED))

    def antecedent(self, pronoun: int, gender: str, content: Sequence[Range]) -> newskit.Entity | None:
        """Return the person whom a pronoun stands for.

        A person whom the words themselves name is not who says them. Then, and where the makers of entities do not
        tell, it is the last person before it who is a subject and fits, whom no quotation names, else who spoke last.
        """
        columns = self.columns
        before = columns.sentence_of[self._begin(pronoun, content)] - 1
        self.in_doubt = self.unknown > self.spoken and before == columns.sentence_of[self.unknown]
        told = self.pronouns.get(columns.starts[pronoun])
        running = self._running(pronoun, gender, content)
        if running is not None and not self._is_named_in(self.numbers[id(running)], content):
            return running
        if told is not None and not (
            self._is_named_in(told, content) or self._is_by_stranger(pronoun, gender, content)
        ):
            return self.entities[told]
        first, stop = columns.bounds[pronoun][0], pronoun
        while stop and columns.starts[pronoun] - columns.starts[stop - 1] < _REACH:
            if first <= self.stranger < stop:
                return None
            for token, number in self._people(first, stop):
                if not self._said(token, content) and self.genders.fits(number, gender) and self._is_subject(token):
                    return self.entities[number]
            first, stop = columns.bounds[first - 1][0] if first else 0, first
        if self.last is None:
            return self._only_one(pronoun, gender)
        return self.last if self.genders.fits(self.numbers[id(self.last)], gender) else None

    def _only_one(self, pronoun: int, gender: str) -> newskit.Entity | None:
        """Return the only person named before a pronoun, where nobody was heard: "Poe's house fell. | She | said"."""
        before = dict(self._people(0, pronoun))
        if self.heard or len(set(before.values())) != 1 or is_other_told(self.columns, max(before), pronoun):
            return None
        number = before[max(before)]
        return self.entities[number] if self.genders.fits(number, gender) else None

    def _is_by_stranger(self, pronoun: int, gender: str, content: Sequence[Range]) -> bool:
        """Tell whether somebody unnamed spoke in the sentence before, which tells of nobody: "another parent said"."""
        sentence = self.columns.sentence_of[self._begin(pronoun, content)] - 1
        first, last = self.columns.sentences[sentence] if sentence >= 0 else (0, 0)
        if not first <= self.stranger < last:
            return False
        told = is_put(self.columns, first, last) or gender in map(_PRONOUNS.get, self.columns.lower[first:last])
        return not told and not any(self._people(first, last))

    def _running(self, pronoun: int, gender: str, content: Sequence[Range]) -> newskit.Entity | None:
        """Return the person who spoke last, right before the sentence that a pronoun or its quotation begins."""
        columns = self.columns
        begin = self._begin(pronoun, content)
        if self.last is None or self.said < 0 or columns.bounds[begin][0] != begin:
            return None
        if self.spoken >= begin or columns.sentence_of[self.spoken] != columns.sentence_of[begin] - 1:
            return None
        fits = self.genders.fits(self.numbers[id(self.last)], gender)
        return self.last if fits and self.agreeing(self.last, gender) >= _HALF else None

    def agreeing(self, person: newskit.Entity, gender: str) -> float:
        """Return which share of the pronouns that the makers of entities give to a person are of a gender."""
        told = self.told.get(id(person))
        if told is None:
            told = self.told[id(person)] = [_PRONOUNS[each.span.text.lower()] for each in person.pronouns]
        return told.count(gender) / len(told) if told else 1.0

    def _begin(self, pronoun: int, content: Sequence[Range]) -> int:
        """Return the first token of a quotation that stands before "he said", else the pronoun."""
        quoted = content and content[0][0] < pronoun and self.columns.inside[content[0][0]]
        return content[0][0] if quoted else pronoun

    def _is_named_in(self, number: int, content: Sequence[Range]) -> bool:
        return any(each == number for start, end in content for _, each in self._people(start, end))

    def _people(self, first: int, stop: int) -> Iterator[tuple[int, int]]:
        """Yield the first token and the number of each person named in a range of tokens."""
        if first >= stop:
            return
        starts = self.columns.starts
        low = bisect_left(self.starts, starts[first])
        for start, _, number, named in self.mentions[low : bisect_left(self.starts, starts[stop - 1] + 1)]:
            if named and self.entities[number].kind == "person":
                yield bisect_left(starts, start), number

    def _is_free_subject(self, token: int, content: Sequence[Range]) -> bool:
        return not self._said(token, content) and self._is_subject(token)

    def _is_subject(self, token: int) -> bool:
        """Tell whether a name stands where subjects do: behind no preposition, no verb but one of saying."""
        columns = self.columns
        after = token
        while after < len(columns.words) and columns.tags[after] == "PROPN":
            after += 1
        if columns.lowered(after) in POSSESSIVE:
            return False
        first = columns.bounds[token][0]
        while token > first and columns.tags[token - 1] in _BEFORE_NAMES:
            token -= 1
        before = columns.tags[token - 1] if token > first + 1 else ""  # "Will | Lopez | leave?"
        return before not in _GOVERNING or columns.grade(token - 1) == "say"
