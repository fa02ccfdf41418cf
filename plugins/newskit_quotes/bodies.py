"""Which body a phrase without its name stands for: "the company", "it", "a Norwell Air spokeswoman", "the report"."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

import newskit
from newskit.text import once
from newskit_quotes.chunks import phrases
from newskit_quotes.columns import DASHES, Columns
from newskit_quotes.lexicon import DAYS, OWNING, POSSESSIVE, word_class
from newskit_quotes.records import Range
from newskit_quotes.wholes import full_phrase

Named = tuple[int, int, int, bool]
"""A mention: where it begins and ends, in characters, the number of its entity, and whether it is a name."""
_Mention = tuple[int, int, int]
"""The first token of a name, the one behind it, and the number of its entity."""
_TRADING, _ANY, _PUBLIC, _VOICES, _ISSUING, _FOR = map(
    word_class, ("trading_body", "any_body", "public_body", "voice", "issuing", "voice_of")
)
_UTTERANCES, _TELLING, _FIRMS, _COURTS = map(word_class, ("utterance", "telling", "firm", "court"))
_SUBORDINATING = word_class("subordinating") - {"as", "that"}
_OUTLETS, _TITLES, _EDITIONS, _STUDIES = map(word_class, ("outlet", "outlet_name", "edition", "study"))
_DETERMINING = OWNING | {"the"}
_SETTING = frozenset({"near", "outside", "inside", "opposite", "at", "for", "behind"})
_GOING_ON = frozenset({"it", "its"})
_HELD, _SHARES = frozenset({"in", "of"}), frozenset({"share", "shares", "stock"})
_PERIODS = frozenset({"year", "month", "week", "quarter"})
_SUBJECTS = frozenset({"VERB", "AUX", "ADV", "PUNCT"})
_BEFORE_NAMES = frozenset({"PROPN", "NOUN", "ADJ", "DET", "NUM"})
_JOINING = frozenset({"PUNCT", "SCONJ", "CCONJ"})
_SHORT, _NEAR, _LATELY, _FAR, _ADJUNCT = 4, 3, 6, 12, 8
"""Words of "the US software giant"; sentences back in which a body is named, a voice told of, and a document; tokens of
what stands before "it said"."""


class Bodies:
    """The organizations of an article by where they are named, and what stands for them."""

    def __init__(self, columns: Columns, entities: Sequence[newskit.Entity], mentions: Sequence[Named]) -> None:
        self.columns = columns
        self.entities = entities
        starts = columns.starts
        self.mentions = [
            (bisect_left(starts, start), bisect_left(starts, end), number)
            for start, end, number, named in mentions
            if named and entities[number].kind == "organization" and not columns.inside[bisect_left(starts, start)]
        ]
        self.mentions = [each for each in self.mentions if not _files(columns, *each[:2])]
        self.last: tuple[int, newskit.Entity] | None = None
        """The sentence and the body of the last report of one."""
        self.voice: tuple[int, newskit.Entity] | None = None
        """The token of the last noun of a body's voice, and the body: "a Norwell Air | spokeswoman"."""

    def spoke(self, source: Range, body: newskit.Entity) -> None:
        """Remember which body spoke last."""
        self.last = (self.columns.sentence_of[source[0]], body)

    def spoken_for(self, source: Range, base: Range) -> newskit.Entity | None:
        """Return the body whose unnamed voice a source is: "a Norwell Air spokesman", "a spokesman for Norwell Air"."""
        lower = self.columns.lower
        if lower[base[1] - 1] not in _VOICES:
            return None
        if source == base and base[1] - base[0] == 2 and lower[base[0]] == "the":  # noqa: PLR2004 - "the spokesman"
            return self._same_voice(base[1] - 1)
        self.voice = None
        for first, last, number in self._named(source[0], source[1]):
            behind = first >= base[1] and base[1] < source[1] and lower[base[1]] in _FOR and first <= base[1] + 2
            if last == base[1] - 1 or behind:
                self.voice = base[1] - 1, self.entities[number]
                return self.entities[number]
        return None

    def _same_voice(self, noun: int) -> newskit.Entity | None:
        """Return whose voice "the spokesman" is: of the last one told of, if near, by the same noun."""
        if self.voice is None:
            return None
        token, body = self.voice
        lower, sentences = self.columns.lower, self.columns.sentence_of
        told = [at for at in range(token, noun) if lower[at] in _VOICES]
        if told != [token] or lower[token] != lower[noun] or sentences[noun] - sentences[token] > _LATELY:
            return None
        self.voice = noun, body
        return body

    def called(self, source: Range, base: Range) -> newskit.Entity | None:
        """Return the one body named shortly before that a noun of bodies calls: "the company", "the ministry"."""
        lower = self.columns.lower
        head = lower[base[1] - 1]
        if lower[base[0]] != "the" or base[1] - base[0] > _SHORT or source != base:
            return None
        if head not in _TRADING and head not in _ANY and head not in _PUBLIC:
            return self._outlet(base[0]) if head in _OUTLETS else None
        told = range(base[0] + 1, base[1] - 1)
        if any(lower[at] in POSSESSIVE or (head not in _TRADING and self._is_capital(at)) for at in told):
            return None  # "the Conservative party" is no party that another name tells of
        same = self._of_sort[head]
        before = {number for _, number in same[: bisect_left(same, (base[0],))][-2:]}
        if before and head in _PUBLIC:
            return self.entities[before.pop()] if len(before) == 1 else None
        if len(before) == 1 and not told and self._undisputed(base[0], *before):
            return self.entities[before.pop()]
        return None if self._is_contested(base[0], head) else self._nearest(base[0], head)

    def _undisputed(self, token: int, number: int) -> bool:
        """Tell whether a body spoke last, or no other did and it is a subject: Halifax is "the bank" too."""
        sentence = self.columns.sentence_of[token]
        if self.last is not None and self.last[0] >= sentence - _FAR:
            return self.last[1] is self.entities[number]
        first, _ = self.columns.sentences[max(0, sentence - _NEAR)]
        return any(each[2] == number and self.is_subject(*each[:2]) for each in self._named(first, token))

    def _is_contested(self, token: int, head: str) -> bool:
        """Tell whether several firms are near, which "the brewer" tells apart by what no name says."""
        first, _ = self.columns.sentences[max(0, self.columns.sentence_of[token] - _NEAR)]
        sort = head in _TRADING and head not in _FIRMS
        return sort and len({number for *_, number in self._named(first, token)}) > 1

    def it(self, begin: int, pronoun: int, *, quoted: bool) -> newskit.Entity | None:
        """Return the body that begins what "it said", or that spoke, or began, the sentence before.

        ``begin`` is the token that "it", or what stands before "it said", begins with. Behind another clause of its
        sentence "it" is the body that is its subject: "Norwell Air fell as | it | said". What only quotes words, as a
        sign does, has its body near: ``quoted``.
        """
        columns = self.columns
        sentence, first = columns.sentence_of[begin], columns.bounds[begin][0]
        if first != begin and not self._is_adjunct(first, begin) and (quoted or not self._is_led(first, begin)):
            return None if quoted else self._subject(first, begin)
        own = self._beginning(begin, pronoun)
        return own if own is not None else self._before(sentence, 1 if quoted else _NEAR)

    def _before(self, sentence: int, most: int) -> newskit.Entity | None:
        """Return the body that the sentences before one are of, over those that only go on: "Its sales fell."."""
        for place in range(sentence - 1, max(-1, sentence - 1 - most), -1):
            if self.last is not None and self.last[0] == place:
                return self.last[1]
            first, last = self.columns.sentences[place]
            if self.columns.lower[first] not in _GOING_ON:
                return self._beginning(first, last)
            if next(self._named(first, last), None) is not None:  # "Its parent is Tarvel Inc."
                return None
        return None

    def _subject(self, first: int, last: int) -> newskit.Entity | None:
        """Return the one body that is the subject of a clause within some tokens, or whose shares are."""
        found = {
            number
            for begin, end, number in self._named(first, last)
            if self.is_subject(begin, end) or self._opens_clause(begin, end)
        }
        return self.entities[found.pop()] if len(found) == 1 else None

    def _opens_clause(self, first: int, last: int) -> bool:
        """Tell whether a body stands behind a conjunction, or its shares do: "after | Norwell Air | cut its fares"."""
        columns = self.columns
        before = first - 1 - (columns.tag(first - 1) == "DET")
        if columns.lowered(before) in _SUBORDINATING:
            return columns.tag(last) in _SUBJECTS
        return columns.lowered(before) in _HELD and columns.lowered(before - 1) in _SHARES

    def _is_adjunct(self, first: int, begin: int) -> bool:
        """Tell whether but an adjunct that names nobody stands before a token: "In a statement, | it | said"."""
        columns = self.columns
        front = columns.tags[first] == "ADP" and columns.lower[begin - 1] == "," and begin - first <= _ADJUNCT
        return front and self._names_nobody(first, begin)

    def _is_led(self, first: int, begin: int) -> bool:
        """Tell whether a conjunction, an adverb or a time stands before a token: "Last month | it", "But | it said"."""
        columns = self.columns
        timed = not DAYS.isdisjoint(columns.lower[first:begin]) or columns.lower[begin - 1] in _PERIODS
        short = begin - first == 1 or (begin - first <= _SHORT and (timed or columns.tags[first] == "ADV"))
        return short and self._names_nobody(first, begin)

    def _names_nobody(self, first: int, stop: int) -> bool:
        return not self.columns.count_verbs(first, stop) and next(self._named(first, stop), None) is None

    def _beginning(self, first: int, last: int) -> newskit.Entity | None:
        """Return the body that a range of tokens begins with, but for an article."""
        began = [number for at, end, number in self._named(first, last) if at - first <= 1 and not self._owns(end)]
        return self.entities[began[0]] if began else None

    def publisher(self, base: Range, author: Callable[[Range, Range], newskit.Entity | None]) -> newskit.Entity | None:
        """Return who issued the document that was told of before: "Oxfam issued a report. … The report said"."""
        columns = self.columns
        head = columns.lower[base[1] - 1]
        if columns.lower[base[0]] != "the" or base[1] - base[0] > _SHORT or head not in _UTTERANCES:
            return None
        sentence = columns.sentence_of[base[0]]
        first = columns.sentences[max(0, sentence - _FAR)][0]
        for token in range(base[0] - 1, first - 1, -1):
            if columns.lower[token] != head:
                continue
            low, high = columns.bounds[token]
            phrase = next((each for each in phrases(columns, low, high) if each[0] <= token < each[1]), None)
            if phrase is None or phrase[1] != token + 1:
                continue
            found = author(full_phrase(columns, phrase, high), phrase) or self._issuer(low, phrase[0])
            if found is not None:
                return found
        return None

    def _issuer(self, first: int, stop: int) -> newskit.Entity | None:
        """Return the body that issued what stands behind its verb: "Oxfam published | a report"."""
        for first_token, last, number in self._named(first, stop):
            verbs = [at for at in range(last, stop) if self.columns.tags[at] == "VERB"]
            if len(verbs) == 1 and self.columns.lower[verbs[0]] in _ISSUING and self.is_subject(first_token, last):
                return self.entities[number]
        return None

    @once
    def _second(self) -> int:
        """The token of the first body that is not the one named first, behind all of them where there is none."""
        first = self.mentions[0][2] if self.mentions else -1
        return next((token for token, _, number in self.mentions if number != first), len(self.columns.words))

    @once
    def _of_sort(self) -> dict[str, list[tuple[int, int]]]:
        """Where the bodies of each sort are named, by the nouns in their names: "ministry", "court"."""
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for first, _, number in self.mentions:
            words = self.entities[number].name.lower().split()
            for word in _PUBLIC.intersection(words):
                found[word].append((first, number))
            for word in (_TRADING - _FIRMS).intersection(words[:1] if words[1:2] == ["of"] else words[-1:]):
                found[word].append((first, number))
        return found

    def _outlet(self, token: int) -> newskit.Entity | None:
        """Return the one newspaper named shortly before "the paper", by its name or by a noun beside it.

        There is none where the article tells of papers that are no newspapers: "a study", "published a paper".
        """
        columns = self.columns
        if columns.lower[token + 1] == "paper" and self._study < token:
            return None
        first = columns.sentences[max(0, columns.sentence_of[token] - _NEAR)][0]
        near = {number for begin, end, number in self._named(first, token) if self._is_outlet(begin, end)}
        return self.entities[near.pop()] if len(near) == 1 else None

    @once
    def _study(self) -> int:
        """The first token that tells of a paper which is no newspaper, behind all of them where there is none."""
        lower = self.columns.lower
        told = (at for at, word in enumerate(lower) if word in _STUDIES)
        return next((at for at in told if lower[at] != "paper" or lower[at - 1 : at] != ["the"]), len(lower))

    def _is_outlet(self, first: int, last: int) -> bool:
        """Tell whether a name is a newspaper's: "the Norwell Herald", "Daily Express", "Vestrimo | newspaper"."""
        lower = self.columns.lower
        beside = {self.columns.lowered(first - 1), self.columns.lowered(last)}
        titled = lower[last - 1] in _TITLES or not _EDITIONS.isdisjoint(lower[first:last])
        return titled or not _OUTLETS.isdisjoint(beside)

    def _nearest(self, token: int, head: str) -> newskit.Entity | None:
        """Return the body that is the subject of the nearest sentence before a token that has one of that sort."""
        columns = self.columns
        sentence = columns.sentence_of[token]
        for place in range(sentence, max(-1, sentence - _NEAR - 1), -1):
            first, last = columns.sentences[place]
            near = [
                number
                for begin, end, number in self._named(first, min(last, token))
                if self.is_subject(begin, end) and self._fits(number, head)
            ]
            if len(set(near)) == 1:
                return self.entities[near[0]]
            if near:
                spoke = self.last[1] if self.last else None
                return spoke if any(self.entities[number] is spoke for number in near) else None
        return self._only_one(token, head)

    def _only_one(self, token: int, head: str) -> newskit.Entity | None:
        """Return the only body that the article names before "the firm": "Shares in | Norwell Air | fell. The firm"."""
        if head not in _TRADING or head in _COURTS:
            return None
        first = self.columns.sentences[max(0, self.columns.sentence_of[token] - _NEAR)][0]
        near = next(self._named(first, token), None)
        if near is None or token > self._second:
            return None
        number = near[2]
        return self.entities[number] if self._fits(number, head) and not self._is_setting(*near[:2]) else None

    def _is_setting(self, first: int, last: int) -> bool:
        """Tell whether a body only says where or whose something is: "near | Acme |", "worked for | Acme |"."""
        columns = self.columns
        before = columns.lowered(first - 1 - (columns.tag(first - 1) == "DET"))
        modifies = columns.tag(last) == "NOUN" and columns.fine_tag(last) in ("NN", "NNS")
        return before in _SETTING or modifies

    def _fits(self, number: int, head: str) -> bool:
        """Tell whether a body's name does not tell of another sort: no "company" is called "Ministry of Health"."""
        words = set(self.entities[number].name.lower().split())
        if head in _ANY:
            return True
        if head in _COURTS:  # whose names tell what they are
            name = self.entities[number].name
            return head in words or (name.isupper() and head[0].upper() in name)
        other = _PUBLIC if head in _TRADING else _TRADING
        return words.isdisjoint(other)

    def _owns(self, last: int) -> bool:
        return self.columns.lowered(last) in POSSESSIVE

    def _is_capital(self, token: int) -> bool:
        return self.columns.words[token][0].isupper()

    def is_subject(self, first: int, last: int) -> bool:
        """Tell whether a name stands where subjects do: with no preposition or verb before it, and a verb behind."""
        columns = self.columns
        begin = columns.bounds[first][0]
        token = first
        while token > begin and columns.tags[token - 1] in _BEFORE_NAMES and columns.lower[token - 1] not in DAYS:
            token -= 1
        before = columns.tags[token - 1] if token > begin else ""
        if token > begin and columns.grade(token - 1) == "say":  # "said | Norwell Air |."
            return columns.lower[token - 1] not in _TELLING and columns.tag(last) == "PUNCT"
        verb = columns.tag(last) in _SUBJECTS or self._owns(last)
        return verb and (not before or before in _JOINING)

    def _named(self, first: int, stop: int) -> Iterator[_Mention]:
        low = bisect_left(self.mentions, (first,))
        yield from self.mentions[low : bisect_left(self.mentions, (stop,))]


def _files(columns: Columns, first: int, last: int) -> bool:
    """Tell whether a name is but the agency's of a dateline, and no "airline": "LIMA (Reuters) - A plane"."""
    return columns.lowered(first - 1) == "(" and columns.lowered(last) == ")" and columns.lowered(last + 1) in DASHES


def apposed(columns: Columns, base: Range, token: int) -> bool:
    """Tell whether a body's name stands behind a comma and what it is: "the contractor, | Norwell Air |, said"."""
    token -= columns.lowered(token - 1) == "the"
    described = columns.lower[base[0]] in _DETERMINING and columns.words[base[1] - 1].islower()
    between = base[1] < token and not any(columns.named[base[1] : token]) and not columns.count_verbs(base[1], token)
    return described and between and columns.lower[token - 1] == ","
