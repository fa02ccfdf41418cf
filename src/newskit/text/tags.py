"""Part-of-speech tags: one Penn Treebank tag for each token of a text.

The tags are Penn's (``NN``, ``NNS``, ``NNP``, ``VB``, ``VBD``, ``VBZ``, ``MD``, ``IN``, ``TO`` …), because tense
matters in news, and Universal tags do not tell "says" from "said". Where a token of ours is several of Penn's:
"don't" and "cannot" have the tag of the verb, "we'll" is ``PRP+MD``, "they've" ``PRP+VBP``, a compound with a hyphen
has the tag it has as a whole ("long-term" ``JJ``). All quotation marks are ``''``, all dashes and colons ``:``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from operator import add
from typing import TypeVar

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


K = TypeVar("K")


class _Scores(dict[K, tuple[int, ...]]):
    """Scores of an entry's tags by what stands beside it, summed when first met; there are few hundred neighbours."""

    def __init__(self, weights: Weights, tags: tuple[str, ...], features: Callable[[K], tuple[str, ...]]) -> None:
        super().__init__()
        self._weights, self._tags, self._features = weights, tags, features

    def __missing__(self, beside: K) -> tuple[int, ...]:
        scores = dict.fromkeys(self._tags, 0)
        for feature in self._features(beside):
            for tag, weight in self._weights.get(feature, {}).items():
                if tag in scores:
                    scores[tag] += weight
        self[beside] = summed = tuple(scores.values())
        return summed


class _Choice:
    """An ambiguous entry: its tags and their scores by the left, by the right and by both."""

    __slots__ = ("around", "left", "right", "tags", "two")

    def __init__(self, weights: Weights, entry: str, around: dict[tuple[str, ...], _Scores[tuple[str, str]]]) -> None:
        self.tags = candidates(entry)
        self.two = len(self.tags) == len(("either", "or"))
        self.left = _Scores(weights, self.tags, partial(left_features, entry))
        self.right = _Scores(weights, self.tags, partial(right_features, entry))
        if self.tags not in around:
            around[self.tags] = _Scores(weights, self.tags, around_features)
        self.around = around[self.tags]


class Tagger:
    """A lexicon with guesses for unknown words, and weights that decide between the tags a word can have."""

    def __init__(self, classes: WordClasses, weights: Weights) -> None:
        self.classes = classes
        self._weights = weights
        self._named = {feature[1:].partition(" ")[0] for feature in weights if feature[0].isupper()}
        self._likely: dict[str, str] = {}
        self._choices: dict[str, _Choice] = {}
        self._around: dict[tuple[str, ...], _Scores[tuple[str, str]]] = {}
        self._right: dict[str, str] = {}
        self._penn: dict[str, str] = {}
        self._meet(_STOP)

    def word_entries(self, tokens: Tokens, sentences: Sequence[Sentence]) -> list[str]:
        """Return the entry of each token; the first word of a sentence, and all of a headline, without its capital."""
        written, lower = tokens.words, tokens.lower
        uncapped = self.classes.uncapped
        found = list(map(self.classes.__getitem__, written))
        for sentence in sentences:
            inside = sentence.tokens
            start, stop = inside.start, inside.stop
            if written[stop - 1] not in _STOPS and self._headline(written[start:stop]):
                for index in inside:
                    if written[index][0].isupper():
                        found[index] = self.classes.in_headline(written[index], lower[index])
                continue
            for index in range(start, min(start + _BEGINNING, stop)):
                if (first := written[index][0]).isalnum():
                    if first.isupper():
                        found[index] = uncapped(written[index], lower[index])
                    break
        return found

    @staticmethod
    def _headline(written: Sequence[str]) -> bool:
        words = [word for word in written if len(word) >= _LONG and word[0].isalpha()]
        return sum(word[0].isupper() for word in words) > _HEADLINE_SHARE * len(words)

    def inner(self, found: list[str]) -> list[str]:
        """Return the inner tags of tokens with these entries: Penn tags, some with a mark of the word (``VBD~h``)."""
        # Two stops serve as what is beyond the end and, by negative indices, as what is before the beginning.
        found = [*found, _STOP, _STOP]
        for entry in set(found) - self._likely.keys():
            self._meet(entry)
        likely, rights, choices = self._likely, self._right, self._choices
        tags = list(map(likely.__getitem__, found))
        places = [index for index, entry in enumerate(found) if entry in choices]
        for index in places:
            choice = choices[found[index]]
            near = left = tags[index - 1]
            if left in SEEN_THROUGH:
                left = f"{tags[index - 2]} {left}"
            beyond = found[index + 1]
            right = rights[beyond]
            before, after, both = choice.left[left], choice.right[right], choice.around[near, likely[beyond]]
            if choice.two:
                if before[1] + after[1] + both[1] > before[0] + after[0] + both[0]:
                    tags[index] = choice.tags[1]
            else:
                scores = list(map(add, map(add, before, after), both))
                tags[index] = choice.tags[scores.index(max(scores))]
        del tags[-2:]
        return tags

    def _meet(self, entry: str) -> None:
        tags = candidates(entry)
        self._likely[entry] = tags[0]
        self._right[entry] = seen_from_before(entry)
        if len(tags) > 1:
            # Words and endings without weights of their own share what their tags have.
            name, _, bare = entry.rpartition("*")
            own = entry if name in self._named else bare
            if own not in self._choices:
                self._choices[own] = _Choice(self._weights, own, self._around)
            self._choices[entry] = self._choices[own]
        for tag in tags:
            self._penn[tag] = tag.partition("~")[0]

    def tag(self, tokens: Tokens, sentences: Sequence[Sentence]) -> list[str]:
        """Return the Penn tag of each token."""
        inner = self.inner(self.word_entries(tokens, sentences))
        return list(map(self._penn.__getitem__, inner))


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
