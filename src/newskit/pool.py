"""Work on a stream by several workers at once: in order, lazily, and with few items on the way."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context, get_start_method
from typing import TypeVar

from newskit.errors import WorkerError

T = TypeVar("T")
R = TypeVar("R")
AT_ONCE = 16
"""Items handed to a worker together: what it costs to hand them over is then a few hundredths of the work."""
_AHEAD = 2
"""Times ``AT_ONCE`` items for each worker that are on the way, so that none waits."""

_DIED = (
    "a worker process died: killed, as where memory is short, or unable to begin, "
    'as where the main program does not keep what it does behind `if __name__ == "__main__"`'
)


def threads_run_at_once() -> bool:
    """Tell whether threads of this Python run at the same time, as those of a free-threaded build do."""
    return not getattr(sys, "_is_gil_enabled", lambda: True)()


def of_threads(workers: int) -> Executor:
    """Return a pool of threads."""
    return ThreadPoolExecutor(workers, "newskit worker")


def can_fork() -> bool:
    """Tell whether a copy of this process can go on by itself: it has one thread, and another start was not asked for.

    That is told on Linux alone, where the system knows the threads of every library. On macOS a copy may not use some
    of the system's own libraries.
    """
    try:
        threads = len(os.listdir("/proc/self/task"))  # noqa: PTH208 - of what is no file
    except OSError:
        return False
    return sys.platform == "linux" and threads == 1 and get_start_method(allow_none=True) in {None, "fork"}


def of_copies(workers: int, begin: Callable[[], object]) -> Executor:
    """Return a pool of processes that begin as copies of this one, each with a call of ``begin``."""
    return ProcessPoolExecutor(workers, get_context("fork"), _begin_copy, (begin,))


def _begin_copy(begin: Callable[[], object]) -> None:
    gc.freeze()  # what was copied is garbage, if at all, in the parent
    _ignore_interrupt()
    begin()


def of_processes(workers: int) -> Executor:
    """Return a pool of processes that begin with nothing of this one, which may have threads."""
    return ProcessPoolExecutor(workers, get_context("spawn"), _ignore_interrupt)


def _ignore_interrupt() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it too, and decides


def in_order(pool: Executor, workers: int, items: Iterable[T], work: Callable[[list[T]], list[R]]) -> Iterator[R]:
    """Yield what ``work`` makes of the items, in their order, and end the pool.

    What ``items`` or ``work`` raises is raised where its place is in the order. Raises ``WorkerError`` where a process
    dies.
    """
    with pool:
        waiting: deque[Future[list[R]]] = deque()
        stopped: list[BaseException] = []
        chunks = _chunks(items, stopped)
        try:
            while True:
                for chunk in islice(chunks, workers * _AHEAD - len(waiting)):
                    waiting.append(pool.submit(work, chunk))
                if not waiting:
                    break
                yield from waiting.popleft().result()
        except BrokenProcessPool:
            raise WorkerError(_DIED) from None
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
    for exc in stopped:
        raise exc


def _chunks(items: Iterable[T], stopped: list[BaseException]) -> Iterator[list[T]]:
    """Yield the items some at a time; what they raise ends them, and is kept."""
    held: list[T] = []
    try:
        for item in items:
            held.append(item)
            if len(held) == AT_ONCE:
                yield held
                held = []
    except Exception as exc:
        stopped.append(exc)
    if held:
        yield held
