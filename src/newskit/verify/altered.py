"""Claims that are not there word for word: the place in the source that is nearest, and what differs there.

The rarer words of the claim vote for places in the source; the few places with most votes are aligned token by token
(rapidfuzz), and the nearest is the answer where at least half of the letters are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple, Protocol, cast

import regex
from attrs import evolve, frozen

from newskit.errors import MissingExtraError
from newskit.verify.claim import Claim
from newskit.verify.source import Text, Token
from newskit.verify.verdict import Change, Difference, EditMark, Matter
from newskit.verify.words import has_words, is_name, is_negation, is_number

NEAR = 0.5
"""The least similarity of what is altered."""
_MOST_SEEDS, _MOST_PLACES = 12, 64
"""Words of a claim that vote, the rarest first, and places of each in the source."""
_MOST_ALIGNED = 3
_FEWEST = 2
"""Words that a claim has to share with the source to be an altered quote of it."""
_CLOSED, _NEAR = r"(?:[,.?!…—–-]\s?[”\"’'»]|[”\"’'»]\s?[,.—–-])", 4
"""The end of a quotation, as where somebody is said to speak, and how near to a difference it is."""
_BETWEEN = regex.compile(rf"{_CLOSED}[^“”\"«»\n]{{1,200}}+[“\"‘'«]\s*+[\p{{L}}\p{{N}}]")
_MOST_SLACK = 200
_BLOCK = 500
"""Tokens of a claim that are aligned at once, since an alignment takes the square of them."""
_LIKE, _MOST_LIKE = 0.75, 8
"""How much the letters of other words have to be alike to count, and the most words that are compared so."""
_FAR = 3
"""So many tokens more than it has itself an equal run at an end may stand off; then its words are others."""


class _Run(NamedTuple):
    """A run of tokens that are equal, or that differ: of the claim, then of the source."""

    equal: bool
    claim: int
    claim_end: int
    source: int
    source_end: int


class _Aligned(Protocol):
    """One run as rapidfuzz has it."""

    tag: str
    src_start: int
    src_end: int
    dest_start: int
    dest_end: int


class _Indel(Protocol):
    """What is used of rapidfuzz: the distance by insertions and deletions."""

    def opcodes(self, said: Sequence[str], there: Sequence[str], /) -> Iterable[_Aligned]:
        """Return the runs of an alignment."""
        ...

    def normalized_similarity(self, said: str, there: str, /) -> float:
        """Return twice the share of what both have in the same order."""
        ...


@cache
def indel() -> _Indel:
    """Return rapidfuzz's distance; raises ``MissingExtraError`` where it is not installed."""
    try:
        from rapidfuzz.distance import Indel  # noqa: PLC0415 - the extra, for whoever needs it
    except ImportError:
        raise MissingExtraError("rapidfuzz", extra="verify") from None
    return cast("_Indel", Indel)


@frozen
class Near:
    """The stretch of the folded source that is nearest to a claim, its similarity, and what differs."""

    start: int
    end: int
    similarity: float
    differences: tuple[Difference, ...]


def nearest(claim: Claim, source: Text) -> Near | None:
    """Return the stretch that is nearest, None where none is near."""
    tokens = _kept(claim)
    indel()  # said before anything is looked for
    found: tuple[float, list[_Run]] | None = None
    for first, last in _candidates(claim, tokens, source):
        runs = _runs(claim.words[tokens.start : tokens.stop], source.words[first:last])
        runs = [_Run(equal, a + tokens.start, b + tokens.start, c + first, d + first) for equal, a, b, c, d in runs]
        similarity = _similarity(claim, source, runs)
        if similarity >= NEAR and (found is None or similarity > found[0]):
            found = similarity, runs
    if found is None:
        return None
    similarity, runs = found
    start, end = source.tokens[runs[0].source][0], source.tokens[runs[-1].source_end - 1][1]
    return Near(start, end, similarity, tuple(_differences(claim, source, runs)))


def _kept(claim: Claim) -> range:
    """Return the tokens of a claim's core."""
    start, end = claim.core
    kept = [place for place, (first, last) in enumerate(claim.tokens) if start <= first and last <= end]
    return range(kept[0], kept[-1] + 1) if kept else range(0)


def _candidates(claim: Claim, tokens: range, source: Text) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the source's tokens for which most of the claim's words vote, the likeliest first."""
    places = source.places
    known = [place for place in tokens if claim.words[place] in places and has_words(claim.words[place])]
    known.sort(key=lambda place: (len(places[claim.words[place]]), place))
    votes = sorted(at - place for place in known[:_MOST_SEEDS] for at in places[claim.words[place]][:_MOST_PLACES])
    slack = min(4 + len(tokens) // 3, _MOST_SLACK)
    chosen: list[int] = []
    most = 0
    for number, diagonal in sorted(_windows(votes, slack), reverse=True):
        most = most or number
        if 2 * number < most:
            return
        if all(abs(diagonal - other) > slack for other in chosen):
            chosen.append(diagonal)
            yield max(diagonal + tokens.start - slack, 0), min(diagonal + tokens.stop + 2 * slack, len(source.words))
        if len(chosen) == _MOST_ALIGNED:
            return


def _windows(votes: list[int], slack: int) -> Iterator[tuple[int, int]]:
    """Yield for each vote how many are within the slack behind it, and the vote."""
    end = 0
    for start, vote in enumerate(votes):
        while end < len(votes) and votes[end] <= vote + slack:
            end += 1
        yield end - start, vote


def _runs(said: list[str], there: list[str]) -> list[_Run]:
    """Return the runs of an alignment, without what the source has before the claim and behind it."""
    runs = _merged(_in_blocks(said, there))
    if not any(run.equal for run in runs):
        return []
    runs = _ended(runs, said, there)
    turned = [_turned(run, len(said), len(there)) for run in reversed(runs)]
    turned = _ended(turned, said[::-1], there[::-1])
    return [_turned(run, len(said), len(there)) for run in reversed(turned)]


def _turned(run: _Run, said: int, there: int) -> _Run:
    """Return a run as it is in both texts read backwards."""
    return _Run(run.equal, said - run.claim_end, said - run.claim, there - run.source_end, there - run.source)


def _in_blocks(said: list[str], there: list[str]) -> Iterator[_Run]:
    """Align block by block of the claim, each behind the last run of the one before it that is equal."""
    at = place = 0
    while at < len(said):
        block, window = said[at : at + _BLOCK], there[place : place + 2 * _BLOCK + 2 * _MOST_SLACK]
        runs = [
            _Run(op.tag == "equal", op.src_start + at, op.src_end + at, op.dest_start + place, op.dest_end + place)
            for op in indel().opcodes(block, window)
        ]
        if at + len(block) < len(said):
            while runs and not runs[-1].equal:
                runs.pop()
            runs = runs or [_Run(equal=False, claim=at, claim_end=at + len(block), source=place, source_end=place)]
        yield from runs
        at, place = runs[-1].claim_end, runs[-1].source_end


def _merged(runs: Iterable[_Run]) -> list[_Run]:
    """Put runs of a kind that follow each other together."""
    merged: list[_Run] = []
    for run in runs:
        if merged and merged[-1].equal == run.equal:
            merged[-1] = merged[-1]._replace(claim_end=run.claim_end, source_end=run.source_end)
        else:
            merged.append(run)
    return merged


def _ended(runs: list[_Run], said: list[str], there: list[str]) -> list[_Run]:
    """Return runs whose first begins where the claim does: what an alignment picks up far before it is left."""
    runs = [run for place, run in enumerate(runs) if place or run.equal or run.claim < run.claim_end]
    while len(runs) > 2 and runs[0].equal and runs[1].claim == runs[1].claim_end:  # noqa: PLR2004 - all but the last
        first, skipped, *rest = runs
        size = first.claim_end - first.claim
        close = skipped.source_end - size
        if there[close : skipped.source_end] == said[first.claim : first.claim_end]:
            runs = _merged([first._replace(source=close, source_end=skipped.source_end), *rest])
        elif skipped.source_end - skipped.source > size + _FAR:
            runs = [_Run(False, first.claim, first.claim_end, skipped.source_end, skipped.source_end), *rest]  # noqa: FBT003
        else:
            break
    if len(runs) > 2 and runs[0].equal:  # noqa: PLR2004 - all but the last
        runs[:2] = _nearer(runs[0], runs[1], said, there)
    first = runs[0]
    if not first.equal and len(runs) > 1:  # what the claim has in place of words that stand before the first equal one
        end, start = first.source_end, first.source_end
        wanted = first.claim_end - first.claim
        while start > 0 and end - start < wanted and has_words(there[start - 1]):
            start -= 1
            if there[start].startswith(said[first.claim]):  # 25% and 25 per cent begin alike
                break
        runs[0] = first._replace(source=start)
    return runs


def _nearer(first: _Run, other: _Run, said: list[str], there: list[str]) -> list[_Run]:
    """Return the first run and what differs behind it, where its words stand again nearer to the rest of the claim."""
    words, wanted = said[first.claim : first.claim_end], other.claim_end - other.claim
    for start in range(other.source_end - wanted - len(words), first.source, -1):
        if there[start : start + len(words)] == words:
            end = start + len(words)
            return [first._replace(source=start, source_end=end), other._replace(source=end)]
    return [first, other]


def _similarity(claim: Claim, source: Text, runs: list[_Run]) -> float:
    """Return the share of letters that both have in tokens that are equal or nearly so; 0 where these are too few."""
    if not runs:
        return 0.0
    equal, words = 0.0, 0
    for run in runs:
        said, there = _tokens(claim, run.claim, run.claim_end), _tokens(source, run.source, run.source_end)
        like = 1.0 if run.equal else _likeness(said, there)
        equal += like * (sum(map(len, said)) + sum(map(len, there)))
        words += sum(map(has_words, said)) if like else 0
    both = _size(claim, runs[0].claim, runs[-1].claim_end) + _size(source, runs[0].source, runs[-1].source_end)
    return equal / both if words >= _FEWEST else 0.0


def _likeness(said: Sequence[str], there: Sequence[str]) -> float:
    """Return how much other words are like these by their letters, 0 where that is little: can't, can."""
    if abs(len(said) - len(there)) > 1 or not (said and there) or len(said) > _MOST_LIKE:
        return 0.0
    likeness: float = indel().normalized_similarity("".join(said).casefold(), "".join(there).casefold())
    return likeness if likeness >= _LIKE else 0.0


def _size(text: Text, start: int, end: int) -> int:
    return sum(last - first for first, last in text.tokens[start:end])


def _differences(claim: Claim, source: Text, runs: list[_Run]) -> list[Difference]:
    found: list[Difference] = []
    for place, run in enumerate(runs):
        if run.equal:
            found += _cases(claim, source, run)
        else:
            found.append(_difference(claim, source, run, inner=0 < place < len(runs) - 1))
    start = claim.stretch(*claim.core).start  # a capital there is no difference where there are others
    found = [each for each in found if each.matter != "case" or each.claim.start > start] or found
    return _with_moves(found)


def _cases(claim: Claim, source: Text, run: _Run) -> Iterator[Difference]:
    """Yield the tokens of an equal run that differ by their capitals."""
    for said, there in zip(range(run.claim, run.claim_end), range(run.source, run.source_end), strict=True):
        (start, end), (first, last) = claim.tokens[said], source.tokens[there]
        if claim.text[start:end] != source.text[first:last]:
            yield Difference("replaced", "case", claim.stretch(start, end), source.stretch(first, last))


def _difference(claim: Claim, source: Text, run: _Run, *, inner: bool) -> Difference:
    said = _place(claim, run.claim, run.claim_end)
    there = _place(source, run.source, run.source_end)
    change: Change = "replaced"
    if run.claim == run.claim_end:
        change = "omitted"
    elif run.source == run.source_end:
        change = "added"
    gone, come = source.stretch(*there), claim.stretch(*said)
    matter = _matter(_tokens(claim, run.claim, run.claim_end), _tokens(source, run.source, run.source_end), run)
    edit: EditMark = "attribution" if inner and _between_quotations(claim, source, said, there) else ""
    return Difference(change, matter, come, gone, edit)


def _between_quotations(claim: Claim, source: Text, said: Token, there: Token) -> bool:
    """Tell whether a claim leaves out nothing but what the source has between two of its quotations: ," she said, "."""
    if has_words(claim.text[slice(*said)]):
        return False
    start, end = source.folded.span(max(there[0] - 2, 0), min(there[1] + 3, len(source.text)))
    found = _BETWEEN.search(source.original, start, end)
    return found is not None and found.start() <= start + _NEAR


def _place(text: Text, start: int, end: int) -> Token:
    """Return where tokens are in the folded text; none are behind the one before them."""
    if start < end:
        return text.tokens[start][0], text.tokens[end - 1][1]
    place = text.tokens[start - 1][1] if start else 0
    return place, place


def _tokens(text: Text, start: int, end: int) -> list[str]:
    return [text.text[first:last] for first, last in text.tokens[start:end]]


def _matter(said: list[str], there: list[str], run: _Run) -> Matter:
    odd = {*said} ^ {*there} or {*said, *there}
    words = [word for word in (*said, *there) if word in odd and has_words(word)]
    if not words:
        return "punctuation"
    if any(map(is_negation, words)):
        return "negation"
    if any(map(is_number, words)):
        return "number"
    inside = [word for tokens, first in ((said, run.claim), (there, run.source)) for word in tokens[first == 0 :]]
    return "name" if any(word in odd and is_name(word) for word in inside) else "word"


def _with_moves(found: list[Difference]) -> list[Difference]:
    """Say of words that are left out here and added there that they were moved."""
    gone = {each.source.text.casefold() for each in found if each.change == "omitted" and has_words(each.source.text)}
    come = {each.claim.text.casefold() for each in found if each.change == "added" and has_words(each.claim.text)}
    both = gone & come
    return [
        evolve(each, change="moved")
        if each.change in ("omitted", "added") and (each.source.text or each.claim.text).casefold() in both
        else each
        for each in found
    ]
