"""What is still to do of a run, found as it is asked for, and the count of what is done and what is left."""

from __future__ import annotations

import os
from bisect import insort
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import define, evolve, field, frozen

from newskit.corpus.listing import Entry, groups
from newskit.corpus.manifest import Index, Outcome, cut_pieces, indexes, outcome, remember_pieces
from newskit.corpus.shards import Shard, cut
from newskit.corpus.sources import LeftError, Source
from newskit.corpus.work import Order, Tally
from newskit.corpus.workers import GivenUp, Reached, Told, cannot_write

FEW = 5


@define
class Few:
    """How many things there are, and the first few of them for people, in the order of the inputs."""

    count: int = 0
    _first: list[tuple[Index, int, str]] = field(factory=list)

    def add(self, index: Index, count: int, told: Iterable[str]) -> None:
        """Count what there is of a shard; ``told`` are the first of it."""
        self.count += count
        for number, text in enumerate(told):
            insort(self._first, (index, number, text))
        del self._first[FEW:]

    @property
    def first(self) -> tuple[str, ...]:
        """The first few, a line each."""
        return tuple(text for _, _, text in self._first)


@define
class Summary:
    """What a run did and what is left.

    ``tally`` counts what this run has written; ``shards`` of ``all_shards`` it finished, ``before`` were finished when
    it began; ``given_up`` are those whose worker died each time; ``failures_before`` counts the failures of the shards
    finished before, and ``failed`` names the first few of all. ``left`` are the inputs that were away, or that changed
    while the run was at work, whose shards are left to do. Both have a ``count``, and the ``first`` few as lines.
    """

    tally: Tally = field(factory=Tally)
    shards: int = 0
    before: int = 0
    all_shards: int = 0
    failures_before: int = 0
    given_up: list[GivenUp] = field(factory=list)
    failed: Few = field(factory=Few)
    left: Few = field(factory=Few)

    def followed_by(self, second: Summary) -> Summary:
        """Return the summary of both of two rounds, of which the second found finished what the first had done."""
        failures = second.failures_before + second.tally.failures
        before = min(self.failures_before, failures)
        tally = Tally(failures=failures - before)
        for each in (self.tally, second.tally):
            tally.add(evolve(each, failures=0))
        return evolve(
            second,
            tally=tally,
            shards=max(second.before + second.shards - self.before, 0),
            before=self.before,
            failures_before=before,
            given_up=self.given_up + second.given_up,
        )


@frozen
class Progress:
    """How far a run is: bytes of the inputs done and still to do, articles done so far, and the summary so far.

    ``articles`` counts those of this run, with those of the shards that are at work.
    """

    done: int
    total: int
    articles: int
    summary: Summary


@define
class Todo:
    """The shards of one machine of a run that are not yet done, and the count of all."""

    _order: Order
    _part: tuple[int, int]
    _size: int
    _entries: Iterable[Entry]
    _total: int
    _without: frozenset[str] = frozenset()
    _done: int = 0
    _at_work: dict[str, int] = field(factory=dict)
    summary: Summary = field(factory=Summary)

    def __iter__(self) -> Iterator[Shard]:
        """Yield the shards to do."""
        for group in groups(self._entries):
            if group[0].cut:
                yield from self._of_cut_file(group)
            else:
                for shard in cut(group, size=self._size, reading=self._order.reading):
                    if isinstance(shard, Shard) and self._is_to_do(shard.index, shard.weight):
                        yield from self._unless_given_up(shard)

    def _of_cut_file(self, group: list[Entry]) -> Iterator[Shard]:
        number, pieces = group[0].group, cut_pieces(self._order.out, group[0].group)
        source = group[0].source
        if pieces is not None and isinstance(source, Source) and self._are_done(number, pieces):
            for piece in range(pieces):
                self._is_to_do((number, piece), source.size // pieces)
            return
        seen = 0
        for shard in cut(group, size=self._size, reading=self._order.reading):
            if isinstance(shard, LeftError):
                self._miss(number, seen, shard)
                return
            seen += 1
            if self._is_to_do(shard.index, shard.weight):
                yield from self._unless_given_up(shard)
        if pieces is None:
            try:
                remember_pieces(self._order.out, number, seen)
            except OSError as exc:
                raise cannot_write(exc, self._order) from None

    def _are_done(self, group: int, pieces: int) -> bool:
        return all(self._needs_no_work(self._outcome((group, piece))) for piece in range(pieces))

    def _miss(self, group: int, seen: int, error: LeftError) -> None:
        """Count the shards of a file that cannot be cut any further: those that are done, and one for the others."""
        for index in indexes(self._order.out, group, self._order.format, cut=True):
            if index[1] >= seen:
                self._is_to_do(index, 0)
        self.summary.all_shards += 1
        self.summary.left.add((group, seen), 1, [str(error)])

    def _unless_given_up(self, shard: Shard) -> Iterator[Shard]:
        if shard.name not in self._without:
            yield shard

    def _outcome(self, index: Index) -> Outcome | None:
        return outcome(self._order.out, index, self._order.format, few=FEW)

    def _needs_no_work(self, found: Outcome | None) -> bool:
        """Tell whether a shard is done, or still lacks each of the inputs that it lacked before."""
        folder = self._order.reading.folder
        return found is not None and not any(os.access(Path(folder, path), os.R_OK) for path in found.left)

    def _is_to_do(self, index: Index, weight: int) -> bool:
        """Count a shard, and tell whether it is this machine's and there is something to do."""
        turn, count = self._part
        if sum(index) % count != turn - 1:
            return False
        self.summary.all_shards += 1
        found = self._outcome(index)
        if found is None or not self._needs_no_work(found):
            return True
        self._total -= weight
        if found.left:
            self.summary.left.add(index, len(found.left), found.left.values())
        else:
            self.summary.before += 1
            self.summary.failures_before += found.failures
            self.summary.failed.add(index, found.failures, found.first)
        return False

    def count(self, shard: Shard, told: Told) -> None:
        """Count what is said of a shard."""
        if isinstance(told, Reached):
            self._at_work[shard.name] = told.articles
            return
        self._at_work.pop(shard.name, None)
        self._done += shard.weight
        if isinstance(told, GivenUp):
            self.summary.given_up.append(told)
            return
        found = self._outcome(shard.index) if told.left or told.failures else None
        if found and told.left:
            self.summary.left.add(shard.index, len(found.left), found.left.values())
            return
        self.summary.tally.add(told)
        self.summary.shards += 1
        if found:
            self.summary.failed.add(shard.index, found.failures, found.first)

    def progress(self) -> Progress:
        """Return how far it is."""
        articles = self.summary.tally.articles + sum(self._at_work.values())
        return Progress(self._done, self._total, articles, self.summary)
