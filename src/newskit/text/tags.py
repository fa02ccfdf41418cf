"""Part-of-speech tags: one Penn Treebank tag for each token of a text.

The tags are Penn's (``NN``, ``NNS``, ``NNP``, ``VB``, ``VBD``, ``VBZ``, ``MD``, ``IN``, ``TO`` …), because tense matters
to readers of news, and Universal tags do not tell "says" from "said". Where a token of ours is several of Penn's:
"don't" and "cannot" have the tag of the verb, "we'll" is ``PRP+MD``, "they've" ``PRP+VBP``, a compound with a hyphen
has the tag it has as a whole ("long-term" ``JJ``). All quotation marks are ``''``, all dashes and colons ``:``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from newskit.text.lexicon import entries
from newskit.text.sentences import Sentence
from newskit.text.tokens import Tokens
from newskit.text.word_classes import WordClasses, candidates

_PACKAGE = "newskit.text"
_MEMORY = 1 << 17
_EDGE = "^"
_PROPER = ("NNP", "NNPS")
_OPEN = ("NN", "NNS", "JJ", "VB", "VBG", "VBN", "VBD", "VBP", "VBZ")
_LOOK_BEHIND_START = 3
_HEADLINE_STOPS = frozenset(".?!:;,…\"”''")
_HEADLINE_SHARE = 0.6

Context = tuple[str, str, str, str, str, str]
"""The two tags before a token, the entry before it, its own, and the two after it."""


def features(context: Context) -> list[str]:
    """Return the features of an ambiguous token in its context, for the weights."""
    tag_2, tag_1, before, own, after, after_2 = context
    name, _, cls = own.rpartition("*")
    name_1, _, cls_1 = after.rpartition("*")
    first_1 = candidates(after)[0]
    first_2 = candidates(after_2)[0]
    found = [
        f"a{cls}",
        f"b{tag_1}",
        f"c{tag_2} {tag_1}",
        f"d{cls} {tag_1}",
        f"e{first_1}",
        f"f{cls} {first_1}",
        f"g{tag_1} {first_1}",
        f"h{cls} {cls_1}",
        f"i{first_1} {first_2}",
        f"j{cls} {tag_1} {first_1}",
    ]
    if name:
        found += [
            f"A{name}",
            f"D{name} {tag_1}",
            f"F{name} {first_1}",
            f"I{name} {first_1} {first_2}",
            f"C{name} {tag_2} {tag_1}",
        ]
    if name_1:
        found += [f"E{name_1}", f"G{cls} {name_1}"]
    name_0 = before.rpartition("*")[0]
    if name_0:
        found += [f"L{name_0}", f"M{cls} {name_0}"]
    return found


class Tagger:
    """A lexicon with guesses for unknown words, and weights that decide between the tags a word can have."""

    def __init__(self, classes: WordClasses, weights: Mapping[str, Mapping[str, float]]) -> None:
        self.classes = classes
        self._weights = weights
        self._sure: dict[str, str] = {}
        self._unsure: dict[str, tuple[str, ...]] = {}
        self._decided: dict[Context, str] = {}

    def word_entries(self, tokens: Tokens, sentences: Sequence[Sentence]) -> list[str]:
        """Return the entry of each token; the first word of a sentence, and all of a headline, without its capital."""
        written, lower = tokens.words, tokens.lower
        found = list(map(self.classes.__getitem__, written))
        for sentence in sentences:
            inside = sentence.tokens
            if written[inside[-1]] not in _HEADLINE_STOPS and self._headline(written, inside):
                for index in inside:
                    if written[index][0].isupper():
                        found[index] = self.classes.uncapped(written[index], lower[index])
                continue
            for index in inside[:_LOOK_BEHIND_START]:
                if written[index][0].isalnum():
                    if written[index][0].isupper():
                        found[index] = self.classes.uncapped(written[index], lower[index])
                    break
        return found

    @staticmethod
    def _headline(written: Sequence[str], inside: range) -> bool:
        words = [word for index in inside if len(word := written[index]) > 3 and word[0].isalpha()]
        return sum(word[0].isupper() for word in words) > _HEADLINE_SHARE * len(words)

    def decide(self, context: Context) -> str:
        """Return the best tag of an ambiguous token in its context."""
        scores = dict.fromkeys(candidates(context[3]), 0.0)
        weights = self._weights
        for feature in features(context):
            for tag, weight in weights.get(feature, {}).items():
                if tag in scores:
                    scores[tag] += weight
        return max(scores, key=scores.__getitem__)

    def tag(self, tokens: Tokens, sentences: Sequence[Sentence]) -> list[str]:
        """Return the tag of each token."""
        found = self.word_entries(tokens, sentences)
        known_tags = self._sure
        tags = [known_tags.get(entry) or self._first(entry) for entry in found]
        unsure, decided = self._unsure, self._decided
        for sentence in sentences:
            tag_2 = tag_1 = before = _EDGE
            start, stop = sentence.tokens.start, sentence.tokens.stop
            for index in range(start, stop):
                own = found[index]
                if own in unsure:
                    context = (
                        tag_2,
                        tag_1,
                        before,
                        own,
                        found[index + 1] if index + 1 < stop else _EDGE,
                        found[index + 2] if index + 2 < stop else _EDGE,
                    )
                    tag = decided.get(context)
                    if tag is None:
                        tag = self.decide(context)
                        if len(decided) < _MEMORY:
                            decided[context] = tag
                    tags[index] = tag
                tag_2 = tag_1
                tag_1 = tags[index]
                before = own
        return tags

    def _first(self, entry: str) -> str:
        tags = candidates(entry)
        self._sure[entry] = tags[0]
        if len(tags) > 1:
            self._unsure[entry] = tags
        return tags[0]


@cache
def tagger() -> Tagger:
    """Return the tagger that ships, read once."""
    known = dict(_pair(line) for line in entries(_PACKAGE, "tag_lexicon.txt"))
    endings = dict(_pair(line) for line in entries(_PACKAGE, "tag_endings.txt"))
    weights = {}
    for line in entries(_PACKAGE, "tag_weights.txt"):
        feature, _, values = line.partition("\t")
        pairs = (value.rpartition("=") for value in values.split(" "))
        weights[feature] = {tag: float(weight) for tag, _, weight in pairs}
    return Tagger(WordClasses(known, endings), weights)


def _pair(line: str) -> tuple[str, str]:
    word, _, entry = line.partition(" ")
    return word, entry


def tags(tokens: Tokens, sentences: Sequence[Sentence]) -> Sequence[str]:
    """Tag the tokens of a text: one Penn Treebank tag each."""
    return tagger().tag(tokens, sentences)
