"""Part-of-speech tags: one Penn Treebank tag for each token of a text.

The tags are Penn's (``NN``, ``NNS``, ``NNP``, ``VB``, ``VBD``, ``VBZ``, ``MD``, ``IN``, ``TO`` …), because tense
matters in news, and Universal tags do not tell "says" from "said". Where a token of ours is several of Penn's:
"don't" and "cannot" have the tag of the verb, "we'll" is ``PRP+MD``, "they've" ``PRP+VBP``, a compound with a hyphen
has the tag it has as a whole ("long-term" ``JJ``). All quotation marks are ``''``, all dashes and colons ``:``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import compress, count
from operator import itemgetter
from typing import Protocol

from newskit.text.cache import Kept
from newskit.text.lexicon import SortedTable, pairs, rows
from newskit.text.sentences import Sentence
from newskit.text.tokens import Tokens
from newskit.text.word_classes import SEEN_THROUGH, WordClasses, candidates

_PACKAGE = "newskit.text"
_WEIGHTS = "tag_weights.txt"
_FORM = "FEATURE, a tab, TAG=WEIGHT …"
_PROPER = ("NNP", "NNPS")
_STOP = "."
_BEGINNING = 3
_LONG = 4
_HEADLINE_SHARE = 0.6
_STOPS = frozenset((".", "?", "!", ":", ";", ",", "…", '"', "”", "''"))


Heads = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""How the features of an entry on one of its sides begin: those that are whole, those to which the nearest tag is
added, and those to which all that is seen there is added."""


def _left_heads(own: str) -> Heads:
    name, _, tags = own.rpartition("*")
    near, far = ("b", f"d{tags} "), ("c", f"k{tags} ", f"K{name or tags} ")
    return ((f"a{tags}", f"A{name}"), (*near, f"D{name} "), far) if name else ((f"a{tags}",), near, far)


def _right_heads(own: str) -> Heads:
    name, _, tags = own.rpartition("*")
    near, far = ("e", f"f{tags} "), (f"g{tags} ",)
    return ((), (*near, f"F{name} "), (*far, f"G{name} ")) if name else ((), near, far)


def left_features(own: str, left: str) -> tuple[str, ...]:
    """Return the features of an ambiguous entry and what stands before it."""
    whole, near, far = _left_heads(own)
    last = _last(left)
    found = (*whole, *(head + last for head in near))
    return found if last == left else (*found, *(head + left for head in far))


def right_features(own: str, right: str) -> tuple[str, ...]:
    """Return the features of an ambiguous entry and what may stand after it."""
    whole, near, far = _right_heads(own)
    return (*whole, *(head + _likeliest(right) for head in near), *(head + right for head in far))


def around_features(beside: tuple[str, str]) -> tuple[str, ...]:
    """Return the features of what stands on both sides of a token."""
    left, right = beside
    return (f"h{left} {right}",)


def _last(left: str) -> str:
    return left.rpartition(" ")[2]


def _likeliest(right: str) -> str:
    return right.partition("|")[0]


def seen_from_before(entry: str) -> str:
    """Return what the word before sees of an entry: its one or two likeliest tags."""
    tags = candidates(entry)
    return tags[0] if tags[0] in _PROPER else "|".join(tags[:2])


class Weights(Protocol):
    """The row of each feature as it is written, ``TAG=WEIGHT TAG=WEIGHT …``."""

    def get(self, key: str, /) -> str | None:
        """Return the row of a feature, None where it has none."""

    def under(self, beginning: str, /) -> Iterable[tuple[str, str]]:
        """Return the rows of the features that begin so, with what follows in each."""


_NAMED = "DFGK"
"""Heads of features that have a name, with what stands beside; the name alone is behind an A."""
_SHARED = frozenset("bce")
"""How features begin that know nothing of the entry but its tags."""
_DIGIT = 1 << 15
"""Scores of several tags are added as the digits of one whole number; the largest sums are far below half of this."""


class _Tags:
    """The tags that an entry can have, with what each adds to a score of them all for one point of its own.

    A score is a number whose digits to the base ``_DIGIT`` say by how much each later tag scores above the first.
    ``left`` and ``right`` are what all entries with these tags have in common.
    """

    def __init__(self, tags: tuple[str, ...], model: _Model) -> None:
        self.tags, self.model = tags, model
        later = [(tag, _DIGIT**place) for place, tag in enumerate(tags[1:])]
        self._units = [(tags[0], -sum(unit for _, unit in later)), *later]
        self.left, self.right = _Shared(self, _left_heads(""), _last), _Shared(self, _right_heads(""), _likeliest)

    def score(self, row: str | None) -> int:
        """Return the score that a feature's weights give, 0 where it has none."""
        summed = 0
        if row:
            weights = _weights(row)
            for tag, unit in self._units:
                if tag in weights:
                    summed += weights[tag] * unit
        return summed

    def best(self, summed: int) -> str:
        """Return the tag that a sum of scores decides for: of equals, the first."""
        if len(self.tags) == 2:  # noqa: PLR2004 - as most entries have
            return self.tags[summed > 0]
        best, highest, rest = self.tags[0], 0, summed
        for tag in self.tags[1:]:
            score = (rest + _DIGIT // 2) % _DIGIT - _DIGIT // 2
            rest = (rest - score) // _DIGIT
            if score > highest:
                best, highest = tag, score
        return best


class _Model:
    """The rows of weights by how their feature begins, each read when first asked for."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._known: dict[str, Mapping[str, str]] = {}

    def knows(self, name: str) -> bool:
        """Tell whether there are features of a word or an ending by its name; their heads are capitals."""
        alone = self._weights.get(f"A{name}") is not None
        return alone or any(True for head in _NAMED for _ in self._weights.under(f"{head}{name} "))

    def _under(self, head: str) -> Mapping[str, str]:
        known = self._known.get(head)
        if known is None:
            known = self._known[head] = dict(self._weights.under(head))
        return known

    def after(self, before: str) -> Mapping[str, str]:
        """Return the weights of what stands around a token, by the likeliest tag after it."""
        return self._under(f"h{before} ")

    def shared(self, heads: tuple[str, ...]) -> Mapping[str, str]:
        """Return the weights of the one of these heads that knows nothing of the entry."""
        return next((self._under(head) for head in heads if head in _SHARED), {})

    def own(self, heads: tuple[str, ...], tags: _Tags) -> dict[str, int]:
        """Return the scores of the other heads, summed by what is added to them."""
        found: dict[str, int] = {}
        for head in heads:
            if head not in _SHARED:
                for rest, row in self._rows(head):
                    found[rest] = found.get(rest, 0) + tags.score(row)
        return found

    def _rows(self, head: str) -> Iterable[tuple[str, str]]:
        if head[-1] == " ":
            return self._weights.under(head)
        row = self._weights.get(head)
        return () if row is None else (("", row),)


class _Shared(dict[str, int]):
    """Scores of tags by what stands on one side of an entry, whichever it is; there are few hundred neighbours."""

    __slots__ = ("_far", "_near", "_nearest", "_score")

    def __init__(self, tags: _Tags, heads: Heads, nearest: Callable[[str], str]) -> None:
        super().__init__()
        _, near, far = heads
        self._score, self._nearest = tags.score, nearest
        self._near, self._far = tags.model.shared(near), tags.model.shared(far)

    def __missing__(self, beside: str) -> int:
        near, far = self._near.get(self._nearest(beside)), self._far.get(beside)
        self[beside] = summed = self._score(near) + self._score(far)
        return summed


class _Side:
    """Scores of an entry's tags by what stands on one side."""

    __slots__ = ("_far", "_near", "_nearest", "_shared", "_whole")

    def __init__(self, tags: _Tags, heads: Heads, nearest: Callable[[str], str], shared: _Shared) -> None:
        whole, near, far = heads
        self._shared, self._nearest = shared, nearest
        self._whole = sum(tags.model.own(whole, tags).values())
        self._near, self._far = tags.model.own(near, tags), tags.model.own(far, tags)

    def score(self, beside: str) -> int:
        near = self._near.get(self._nearest(beside), 0)
        return self._whole + near + self._far.get(beside, 0) + self._shared[beside]


_DECIDED = 1 << 8
"""Decisions on one entry kept in memory, several megabytes for all; the commonest words forget them at times."""


class _Choice:
    """What an ambiguous entry is, by what it sees on its left and its right.

    Decided when first met, by the scores of its tags by the left, by the right and by both; ``rows`` has what was
    decided, by the right, of which there is less, and then by the left.
    """

    __slots__ = ("_count", "_left", "_right", "_tags", "rows")

    def __init__(self, own: str, tags: _Tags) -> None:
        self._tags = tags
        self._left = _Side(tags, _left_heads(own), _last, tags.left)
        self._right = _Side(tags, _right_heads(own), _likeliest, tags.right)
        self._count = 0
        self.rows: dict[str, dict[str, _Met]] = {}

    def decide(self, left: str, right: str, before: str, after: str) -> _Met:
        """Return what the scores decide for, between something on the left and something on the right, and keep it.

        ``before`` is the tag before it, ``after`` the likeliest one behind it.
        """
        self._count += 1
        if self._count > _DECIDED:
            self.rows.clear()
            self._count = 1
        tags = self._tags
        score = self._left.score(left) + self._right.score(right) + tags.score(tags.model.after(before).get(after))
        decided = _decided(tags.best(score))
        self.rows.setdefault(right, {})[left] = decided
        return decided


_Met = tuple[str, str, str, str, _Choice | None]
"""What is known of a word: its entry, its likeliest tag, in here and Penn's, what the word before it sees, and what
decides where it is ambiguous."""
_penn, _choice = itemgetter(2), itemgetter(4)


@cache
def _decided(tag: str) -> _Met:
    """Return what is known of a word whose tag is decided, which may have a mark in here."""
    return "", tag, tag.partition("~")[0], "", None


class Tagger:
    """A lexicon with guesses for unknown words, and weights that decide between the tags a word can have."""

    def __init__(self, classes: WordClasses, weights: Weights) -> None:
        self._model = _Model(weights)
        self._met: dict[str, _Met] = {}
        self._choices: dict[str, _Choice] = {}
        self._tags: dict[tuple[str, ...], _Tags] = {}
        self._joint: dict[str, dict[str, str]] = {near: {} for near in SEEN_THROUGH}
        """What an entry sees on its left where it sees through a tag: by that and the tag before it."""
        self._words = Kept(lambda word: self._meet(classes.entry(word)))
        self._first_words = Kept(lambda word: self._meet(classes.uncapped(word)))
        self._headline_words = Kept(lambda word: self._meet(classes.in_headline(word)))
        self._stop = self._meet(_STOP)

    def word_entries(self, tokens: Tokens, sentences: Sequence[Sentence]) -> list[str]:
        """Return the entry of each token; the first word of a sentence, and all of a headline, without its capital."""
        return [met[0] for met in self._look_up(tokens, sentences)]

    def _look_up(self, tokens: Tokens, sentences: Sequence[Sentence]) -> list[_Met]:
        written = tokens.words
        found = list(map(self._words.__getitem__, written))
        for sentence in sentences:
            inside = sentence.tokens
            index, stop = inside.start, inside.stop
            if written[stop - 1] not in _STOPS and self._headline(written[index:stop]):
                for place in inside:
                    if written[place][0].isupper():
                        found[place] = self._headline_words[written[place]]
                continue
            last = min(index + _BEGINNING, stop)
            while index < last and not written[index][0].isalnum():
                index += 1
            if index < last and written[index][0].isupper():
                found[index] = self._first_words[written[index]]
        return found

    @staticmethod
    def _headline(written: Sequence[str]) -> bool:
        words = [word for word in written if len(word) >= _LONG and word[0].isalpha()]
        return sum(word[0].isupper() for word in words) > _HEADLINE_SHARE * len(words)

    def _meet(self, entry: str) -> _Met:
        known = self._met.get(entry)
        if known is None:
            tags = candidates(entry)
            choice = self._choice(entry, tags) if len(tags) > 1 else None
            _, likely, penn, _, _ = _decided(tags[0])
            self._met[entry] = known = entry, likely, penn, seen_from_before(entry), choice
        return known

    def _choice(self, entry: str, tags: tuple[str, ...]) -> _Choice:
        # Words and endings without weights of their own share what their tags have.
        name, _, bare = entry.rpartition("*")
        own = entry if name and self._model.knows(name) else bare
        if own not in self._choices:
            if tags not in self._tags:
                self._tags[tags] = _Tags(tags, self._model)
            self._choices[own] = _Choice(own, self._tags[tags])
        return self._choices[own]

    def tag(self, tokens: Tokens, sentences: Sequence[Sentence]) -> list[str]:
        """Return the Penn tag of each token."""
        found, joint = self._look_up(tokens, sentences), self._joint
        # Two stops serve as what is beyond the end and, by negative indices, as what is before the beginning.
        found += (self._stop, self._stop)
        for index in compress(count(), map(_choice, found)):
            near, before, right = found[index - 1][1], found[index - 2][1], found[index + 1][3]
            choice: _Choice = found[index][4]  # type: ignore[assignment]  # as there is one
            try:
                found[index] = choice.rows[right][joint[near][before] if near in joint else near]
            except KeyError:  # not met yet
                seen = joint[near].setdefault(before, f"{before} {near}") if near in joint else near
                found[index] = choice.decide(seen, right, near, found[index + 1][1])
        del found[-2:]
        return list(map(_penn, found))


@cache
def tagger() -> Tagger:
    """Return the tagger that ships, read once; the rows of its weights are read when first asked for."""
    known = SortedTable(_PACKAGE, "tag_lexicon.txt", "WORD TAGS", " ")
    endings = pairs(_PACKAGE, "tag_endings.txt", "ENDING TAGS")
    return Tagger(WordClasses(known, endings), SortedTable(_PACKAGE, _WEIGHTS, _FORM))


@lru_cache(1 << 10)
def _weights(row: str) -> dict[str, int]:
    try:
        return _read(row)
    except ValueError:
        check_weights()
        raise


def _read(row: str) -> dict[str, int]:
    pairs = (value.rpartition("=") for value in row.split(" "))
    return {tag: int(weight) for tag, _, weight in pairs}


def check_weights() -> None:
    """Read all rows of the weights; raises ``InputError`` with file and line for the first that is none."""
    rows(_PACKAGE, _WEIGHTS, _FORM, lambda line: _read(line.split("\t")[1]))


def tags(tokens: Tokens, sentences: Sequence[Sentence]) -> Sequence[str]:
    """Tag the tokens of a text: one Penn Treebank tag each."""
    return tagger().tag(tokens, sentences)
