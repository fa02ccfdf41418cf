"""Worker processes: spawned, given one shard at a time, and replaced when they die.

The standard library's pool gives up all its work when one process dies, and does not say whose work killed it; here
each worker has a pipe of its own, so that only its shard is tried again.
"""

from __future__ import annotations

import multiprocessing
import signal
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, cast

from attrs import define, field, frozen

from newskit.corpus.manifest import Index
from newskit.corpus.pace import Pace
from newskit.corpus.shards import Shard
from newskit.corpus.work import Order, Tally, work
from newskit.errors import NewskitError, PluginWarning, UnfinishedError, describe
from newskit.pool import begin_worker

TRIES = 3
"""How often a shard whose worker dies is tried."""
_READY = "ready"
_SECONDS = 1.0
"""How often a worker says how far it is."""
_SPAWN = multiprocessing.get_context("spawn")


@frozen
class GivenUp:
    """A shard whose worker died each time, or whose rows could not be written, and why; ``name`` is its files'."""

    name: str
    place: str
    reason: str


@frozen
class Reached:
    """How many articles of a shard are done that is still at work."""

    articles: int


Told = Tally | GivenUp | Reached
"""What is said of a shard: ``Reached`` now and then, one of the others at its end."""


@define
class _Worker:
    process: BaseProcess
    pipe: Connection
    ready: bool = False
    shard: Shard | None = None

    def give(self, shard: Shard) -> None:
        self.shard = shard
        with suppress(OSError):  # its worker has died, which the pipe will tell when it is read
            self.pipe.send(shard)


def run_here(order: Order, shards: Iterable[Shard], workers: int) -> Iterator[tuple[Shard, Told]]:
    """Work on shards with a number of processes; yields what is said of each, as it comes.

    A shard whose worker dies is tried ``TRIES`` times. Raises ``UnfinishedError`` where workers cannot start, or cannot
    write.
    """
    running = _Workers(order, workers)
    try:
        yield from running.run(iter(shards))
    finally:
        running.stop()


@define
class _Workers:
    """Worker processes, and the shards whose worker has died."""

    _order: Order
    _count: int
    _workers: list[_Worker] = field(factory=list)
    _again: list[Shard] = field(factory=list)
    _deaths: dict[Index, int] = field(factory=dict)
    _stillborn: int = 0

    def run(self, todo: Iterator[Shard]) -> Iterator[tuple[Shard, Told]]:
        following = self._next(todo)
        while following or any(worker.shard for worker in self._workers):
            while following and len(self._workers) < self._count:
                self._workers.append(self._start())
            for worker in self._workers:
                if following and worker.ready and worker.shard is None:
                    worker.give(following)
                    following = self._next(todo)
            yield from self._hear()
            following = following or self._next(todo)

    def _next(self, todo: Iterator[Shard]) -> Shard | None:
        return self._again.pop() if self._again else next(todo, None)

    def _start(self) -> _Worker:
        ours, theirs = _SPAWN.Pipe()
        process = _SPAWN.Process(target=_serve, args=(theirs, self._order), name="newskit worker", daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _hear(self) -> Iterator[tuple[Shard, Told]]:
        """Wait until a worker says something or dies."""
        by_pipe = {worker.pipe: worker for worker in self._workers}
        for pipe in wait(list(by_pipe)):
            worker = by_pipe[cast("Connection", pipe)]
            try:
                message = worker.pipe.recv()
            except (EOFError, OSError):
                yield from self._bury(worker)
                continue
            if isinstance(message, Exception):
                raise message
            worker.ready = True
            self._stillborn = 0
            if worker.shard and message != _READY:
                shard = worker.shard
                if not isinstance(message, Reached):
                    worker.shard = None
                yield shard, message

    def _bury(self, worker: _Worker) -> Iterator[tuple[Shard, GivenUp]]:
        worker.process.join()
        worker.pipe.close()
        self._workers.remove(worker)
        died = _death(worker.process.exitcode)
        if worker.shard is None:
            self._stillborn += not worker.ready
            if self._stillborn >= TRIES * self._count:
                raise UnfinishedError(f"workers die before they can work: {died}")
            return
        shard = worker.shard
        self._deaths[shard.index] = self._deaths.get(shard.index, 0) + 1
        if self._deaths[shard.index] < TRIES:
            self._again.append(shard)
        else:
            yield shard, GivenUp(shard.name, shard.place, f"its worker died {TRIES} times, at last {died}")

    def stop(self) -> None:
        for worker in self._workers:
            if worker.shard or not worker.ready:
                worker.process.kill()  # even where a plugin hears the signal to end
            worker.pipe.close()
        for worker in self._workers:
            worker.process.join()
        self._workers.clear()


def _death(exitcode: int | None) -> str:
    if exitcode is not None and exitcode < 0:
        return f"killed by {signal.Signals(-exitcode).name}"
    return f"with exit status {exitcode}"


def _serve(pipe: Connection, order: Order) -> None:
    """Work on shards that come through the pipe until it is closed."""
    begin_worker()  # with its parent it ends too: a new run may be at work on the same shard already
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", PluginWarning)  # the parent has said it
            order.kit.build()
    except NewskitError as exc:
        pipe.send(exc)
        return
    pipe.send(_READY)
    while True:
        try:
            shard: Any = pipe.recv()
        except EOFError:
            return
        try:
            pipe.send(work(order, shard, teller(lambda articles: pipe.send(Reached(articles)))))
        except OSError as exc:
            pipe.send(cannot_write(exc, order))
        except Exception as exc:
            pipe.send(GivenUp(shard.name, shard.place, describe(exc)))


def teller(tell: Callable[[int], object], pace: Pace | None = None) -> Callable[[int], None]:
    """Return what passes on how many articles are done, about every second."""
    due = pace or Pace(_SECONDS)

    def now_and_then(articles: int) -> None:
        if due():
            tell(articles)

    return now_and_then


def cannot_write(exc: OSError, order: Order) -> UnfinishedError:
    """Return the error for rows that the system does not let us write, as on a full disk."""
    reason = (exc.strerror or describe(exc)).lower()
    return UnfinishedError(f"{order.out}: cannot be written: {reason}; what is finished stays, start again to go on")
