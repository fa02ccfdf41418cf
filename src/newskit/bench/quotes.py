"""Quotes counted: contents as sets of letters, paired by falling intersection over union, and their sources.

A content is the set of positions of its letters and digits, so that marks and punctuation at its edge do not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import regex
from attrs import frozen

from newskit.bench.annotated import QUOTE_KINDS, Attribution, Range
from newskit.bench.tally import Share, Tally, one_to_one

Letters = frozenset[int]
LEVELS = {"exact": 0.999999, "near": 0.8, "half": 0.5}
"""The least intersection over union (IoU) of each measure of contents."""
KINDS = ("all", *QUOTE_KINDS)
_WORD = regex.compile(r"\w+")


def letters(text: str, ranges: Iterable[Range]) -> Letters:
    """Return the positions of letters and digits in some ranges of a text."""
    return frozenset(
        place for start, end in ranges for place in range(start, min(end, len(text))) if text[place].isalnum()
    )


@frozen
class Pair:
    """A gold and a predicted quote by their places in the two lists, and the IoU of their contents."""

    gold: int
    predicted: int
    iou: float


def pairs(gold: Sequence[Letters], predicted: Sequence[Letters]) -> tuple[Pair, ...]:
    """Pair two lists of contents one to one by falling IoU; of equals, those later in the gold first."""
    close = sorted(
        (
            (len(one & other) / len(one | other), i, j)
            for i, one in enumerate(gold)
            for j, other in enumerate(predicted)
            if not one.isdisjoint(other)
        ),
        reverse=True,
    )
    return tuple(Pair(i, j, iou) for iou, i, j in one_to_one(close))


def source_right(text: str, gold: Attribution, predicted: Attribution) -> bool:
    """Tell whether a source shares a letter with the gold source, or both are absent.

    Where only a name is predicted, the last word of the gold source must be in it.
    """
    wanted = letters(text, gold.source)
    if not wanted:
        return not predicted.source and not predicted.speaker
    if predicted.source:
        return not wanted.isdisjoint(letters(text, predicted.source))
    if predicted.speaker:
        words = _WORD.findall(" ".join(text[start:end] for start, end in gold.source).lower())
        return bool(words) and words[-1] in _WORD.findall(predicted.speaker.lower())
    return False


@frozen
class Matched:
    """The quotes of one article on both sides, without those that hold no letter, and how they pair."""

    text: str
    gold: tuple[Attribution, ...]
    predicted: tuple[Attribution, ...]
    gold_letters: tuple[Letters, ...]
    predicted_letters: tuple[Letters, ...]
    pairs: tuple[Pair, ...]

    def right(self, pair: Pair) -> bool:
        """Tell whether half the content and the source are right."""
        return pair.iou >= LEVELS["half"] and self.source_right(pair)

    def source_right(self, pair: Pair) -> bool:
        """Tell whether the source is right."""
        return source_right(self.text, self.gold[pair.gold], self.predicted[pair.predicted])


def match(text: str, gold: Iterable[Attribution], predicted: Iterable[Attribution]) -> Matched:
    """Pair the quotes of an article."""
    kept_gold, gold_letters = _with_letters(text, gold)
    kept_predicted, predicted_letters = _with_letters(text, predicted)
    paired = pairs(gold_letters, predicted_letters)
    return Matched(text, kept_gold, kept_predicted, gold_letters, predicted_letters, paired)


def _with_letters(text: str, quotes: Iterable[Attribution]) -> tuple[tuple[Attribution, ...], tuple[Letters, ...]]:
    found = [(quote, letters(text, quote.content)) for quote in quotes]
    kept = [(quote, content) for quote, content in found if content]
    return tuple(quote for quote, _ in kept), tuple(content for _, content in kept)


def tallies(matched: Matched) -> dict[str, Tally]:
    """Count one article: ``char``, and for each kind ``exact``, ``near``, ``half``, ``attr`` and ``attr_near``.

    A quote counts on its own side under its own kind. ``attr`` is ``half`` with the source right.
    """
    counts = {"char": _characters(matched)}
    by_gold = {pair.gold: pair for pair in matched.pairs}
    by_predicted = {pair.predicted: pair for pair in matched.pairs}
    sources = {pair: matched.source_right(pair) for pair in matched.pairs}
    gold = [(quote.kind, by_gold.get(place)) for place, quote in enumerate(matched.gold)]
    predicted = [(quote.kind, by_predicted.get(place)) for place, quote in enumerate(matched.predicted)]
    for kind in KINDS:
        mine = [pair for own, pair in gold if kind in ("all", own)]
        theirs = [pair for own, pair in predicted if kind in ("all", own)]
        for level, least in LEVELS.items():
            counts[f"{kind}.{level}"] = Tally(
                sum(pair is not None and pair.iou >= least for pair in theirs),
                len(theirs),
                sum(pair is not None and pair.iou >= least for pair in mine),
                len(mine),
            )
        for name, level in (("attr", "half"), ("attr_near", "near")):
            least = LEVELS[level]
            counts[f"{kind}.{name}"] = Tally(
                sum(pair is not None and pair.iou >= least and sources[pair] for pair in theirs),
                len(theirs),
                sum(pair is not None and pair.iou >= least and sources[pair] for pair in mine),
                len(mine),
            )
    return counts


def _characters(matched: Matched) -> Tally:
    gold: Letters = frozenset().union(*matched.gold_letters)
    predicted: Letters = frozenset().union(*matched.predicted_letters)
    return Tally.of(len(gold & predicted), len(predicted), len(gold))


def speaker_accuracy(sums: dict[str, Tally], kind: str) -> Share:
    """Return the share of gold quotes found by half whose source is right."""
    return Share(sums[f"{kind}.attr"].right_gold, sums[f"{kind}.half"].right_gold)


def scores(sums: dict[str, Tally]) -> dict[str, object]:
    """Return the measures of quotes in per cent: ``char``, and by kind the others, with the numbers of quotes."""
    result: dict[str, object] = {"char": sums["char"].to_dict()}
    for kind in KINDS:
        half = sums[f"{kind}.half"]
        result[kind] = {
            "gold": half.gold,
            "pred": half.predicted,
            **{name: sums[f"{kind}.{name}"].to_dict() for name in (*LEVELS, "attr", "attr_near")},
            "speaker_acc": speaker_accuracy(sums, kind).rounded(),
        }
    return result
