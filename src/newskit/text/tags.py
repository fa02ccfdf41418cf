"""Part-of-speech tags: one Penn Treebank tag for each token of a text.

The tags are Penn's (``NN``, ``NNS``, ``NNP``, ``VB``, ``VBD``, ``VBZ``, ``MD``, ``IN``, ``TO`` …), because tense
matters in news, and Universal tags do not tell "says" from "said". Where a token of ours is several of Penn's:
"don't" and "cannot" have the tag of the verb, "we'll" is ``PRP+MD``, "they've" ``PRP+VBP``, a compound with a hyphen
has the tag it has as a whole ("long-term" ``JJ``). All quotation marks are ``''``, all dashes and colons ``:``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial

from newskit.text.cache import Kept
from newskit.text.lexicon import entries
from newskit.text.sentences import Sentence
from newskit.text.tokens import Tokens
from newskit.text.word_classes import SEEN_THROUGH, WordClasses, candidates

_PACKAGE = "newskit.text"
_PROPER = ("NNP", "NNPS")
_STOP = "."
_BEGINNING = 3
_LONG = 4
_HEADLINE_SHARE = 0.6
_STOPS = frozenset((".", "?", "!", ":", ";", ",", "…", '"', "”", "''"))


def left_features(own: str, left: str) -> tuple[str, ...]:
    """Return the features of an ambiguous entry and what stands before it."""
    near = left.rpartition(" ")[2]
    name, _, tags = own.rpartition("*")
    found = [f"a{tags}", f"b{near}", f"d{tags} {near}"]
    if name:
        found += [f"A{name}", f"D{name} {near}"]
    if near != left:
        found += [f"c{left}", f"k{tags} {left}", f"K{name or tags} {left}"]
    return tuple(found)


def right_features(own: str, right: str) -> tuple[str, ...]:
    """Return the features of an ambiguous entry and what may stand after it."""
    name, _, tags = own.rpartition("*")
    likely = right.partition("|")[0]
    found = (f"e{likely}", f"f{tags} {likely}", f"g{tags} {right}")
    return (*found, f"F{name} {likely}", f"G{name} {right}") if name else found


def around_features(beside: tuple[str, str]) -> tuple[str, ...]:
    """Return the features of what stands on both sides of a token."""
    left, right = beside
    return (f"h{left} {right}",)


def seen_from_before(entry: str) -> str:
    """Return what the word before sees of an entry: its one or two likeliest tags."""
    tags = candidates(entry)
    return tags[0] if tags[0] in _PROPER else "|".join(tags[:2])


Weights = Mapping[str, Mapping[str, int]]
_DIGIT = 1 << 15
"""Scores of several tags are added as the digits of one whole number; the largest sums are far below half of this."""


class _Scores(dict[str, int]):
    """Scores of an entry's tags by what stands beside it, summed when first met; there are few hundred neighbours.

    Each is a number whose digits to the base ``_DIGIT`` say by how much each later tag scores above the first.
    """

    def __init__(self, weights: Weights, tags: tuple[str, ...], features: Callable[[str], tuple[str, ...]]) -> None:
        super().__init__()
        self._weights, self._tags, self._features = weights, tags, features

    def __missing__(self, beside: str) -> int:
        scores, weights = dict.fromkeys(self._tags, 0), self._weights
        for feature in self._features(beside):
            for tag, weight in weights[feature].items() if feature in weights else ():
                if tag in scores:
                    scores[tag] += weight
        summed = 0
        first, *later = scores.values()
        for score in reversed(later):
            summed = summed * _DIGIT + score - first
        self[beside] = summed
        return summed


class _Around(dict[str, _Scores]):
    """Scores by the tag before and, within that, by the likeliest tag after."""

    def __init__(self, weights: Weights, tags: tuple[str, ...]) -> None:
        super().__init__()
        self._weights, self._tags = weights, tags

    def __missing__(self, before: str) -> _Scores:
        self[before] = found = _Scores(self._weights, self._tags, lambda after: around_features((before, after)))
        return found


class _Best(dict[int, str]):
    """The tag that a sum of scores decides for, worked out when first met: of equals, the first."""

    def __init__(self, tags: tuple[str, ...]) -> None:
        super().__init__()
        self._tags = tags

    def __missing__(self, summed: int) -> str:
        best, highest, rest = self._tags[0], 0, summed
        for tag in self._tags[1:]:
            score = (rest + _DIGIT // 2) % _DIGIT - _DIGIT // 2
            rest = (rest - score) // _DIGIT
            if score > highest:
                best, highest = tag, score
        if len(self) >= _SUMS:
            self.clear()
        self[summed] = best
        return best


_SUMS = 1 << 10
"""Sums of one entry kept in memory; in 1,600 articles of news one entry of 721 met as many."""
_Choice = tuple[_Scores, _Scores, _Around, _Best]
"""An ambiguous entry: the scores of its tags by the left, by the right and by both, and what they decide."""
_Met = tuple[str, str, str, _Choice | None]
"""What is known of a word: its entry, its likeliest tag, what the word before it sees, and its choice if it has one."""


class _Joint(dict[str, str]):
    """What an entry sees on its left where it sees through a tag: the tag before that and the tag."""

    def __init__(self, near: str) -> None:
        super().__init__()
        self._near = near

    def __missing__(self, before: str) -> str:
        self[before] = joint = f"{before} {self._near}"
        return joint


class Tagger:
    """A lexicon with guesses for unknown words, and weights that decide between the tags a word can have."""

    def __init__(self, classes: WordClasses, weights: Weights) -> None:
        self._weights = weights
        self._named = {feature[1:].partition(" ")[0] for feature in weights if feature[0].isupper()}
        self._met: dict[str, _Met] = {}
        self._choices: dict[str, _Choice] = {}
        self._around: dict[tuple[str, ...], _Around] = {}
        self._joint = {near: _Joint(near) for near in SEEN_THROUGH}
        self._penn: dict[str, str] = {}
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
            for tag in tags:
                self._penn[tag] = tag.partition("~")[0]
            choice = self._choice(entry, tags) if len(tags) > 1 else None
            self._met[entry] = known = entry, tags[0], seen_from_before(entry), choice
        return known

    def _choice(self, entry: str, tags: tuple[str, ...]) -> _Choice:
        # Words and endings without weights of their own share what their tags have.
        name, _, bare = entry.rpartition("*")
        own = entry if name in self._named else bare
        if own not in self._choices:
            around = self._around.setdefault(tags, _Around(self._weights, tags))
            left = _Scores(self._weights, tags, partial(left_features, own))
            right = _Scores(self._weights, tags, partial(right_features, own))
            self._choices[own] = left, right, around, _Best(tags)
        return self._choices[own]

    def tag(self, tokens: Tokens, sentences: Sequence[Sentence]) -> list[str]:
        """Return the Penn tag of each token."""
        found = self._look_up(tokens, sentences)
        # Two stops serve as what is beyond the end and, by negative indices, as what is before the beginning.
        _, likely, rights, choices = zip(*found, self._stop, self._stop, strict=True)
        tags, joint = list(likely), self._joint
        for index, choice in enumerate(choices):
            if choice is None:
                continue
            left, right, around, best = choice
            near = tags[index - 1]
            seen = joint[near][tags[index - 2]] if near in joint else near
            tags[index] = best[left[seen] + right[rights[index + 1]] + around[near][likely[index + 1]]]
        del tags[-2:]
        return list(map(self._penn.__getitem__, tags))


@cache
def tagger() -> Tagger:
    """Return the tagger that ships, read once."""
    known = dict(_pair(line) for line in entries(_PACKAGE, "tag_lexicon.txt"))
    endings = dict(_pair(line) for line in entries(_PACKAGE, "tag_endings.txt"))
    weights = {}
    for line in entries(_PACKAGE, "tag_weights.txt"):
        feature, _, values = line.partition("\t")
        pairs = (value.rpartition("=") for value in values.split(" "))
        weights[feature] = {tag: int(weight) for tag, _, weight in pairs}
    return Tagger(WordClasses(known, endings), weights)


def _pair(line: str) -> tuple[str, str]:
    word, _, entry = line.partition(" ")
    return word, entry


def tags(tokens: Tokens, sentences: Sequence[Sentence]) -> Sequence[str]:
    """Tag the tokens of a text: one Penn Treebank tag each."""
    return tagger().tag(tokens, sentences)
