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
from multiprocessing import get_context, get_start_method, parent_process
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from threading import Thread
from time import monotonic
from typing import TypeVar, cast

from newskit.errors import WorkerError

T = TypeVar("T")
R = TypeVar("R")
AT_ONCE = 16
"""Items handed to a worker together: what it costs to hand them over is then a few hundredths of the work."""
_AHEAD = 2
"""Times ``AT_ONCE`` items for each worker that are on the way, so that none waits."""
_LATE = 3.0
"""Seconds that a process has to end what it is at when nobody asks for more: many times what so many items take."""

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
    begin_worker()
    begin()


def of_processes(workers: int) -> Executor:
    """Return a pool of processes that begin with nothing of this one, which may have threads."""
    return ProcessPoolExecutor(workers, get_context("spawn"), begin_worker)


def begin_worker() -> None:
    """Leave Ctrl-C to the parent of this process, and end when the parent does, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it too, and decides
    parent = parent_process()
    if parent and not _is_told_of_end(parent.sentinel):
        Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _is_told_of_end(pipe: int) -> bool:
    """Have the system end this process when nobody holds the other end of a pipe any more; tell whether it will.

    That takes no thread, which would wait for ever where a plugin hangs in code that no other thread runs beside.
    """
    if sys.platform != "linux":  # where the signal is not sent, or ends nothing
        return False
    import fcntl  # noqa: PLC0415 - Unix has it

    signal.signal(signal.SIGIO, signal.SIG_DFL)
    try:
        fcntl.fcntl(pipe, fcntl.F_SETOWN, os.getpid())
        fcntl.fcntl(pipe, fcntl.F_SETFL, fcntl.fcntl(pipe, fcntl.F_GETFL) | os.O_ASYNC)
    except OSError:
        return False
    if wait([pipe], 0):  # the parent ended before
        os._exit(1)
    return True


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def _end(pool: Executor) -> None:
    """Have a pool do nothing more. Processes that are at work ``_LATE`` seconds later are killed; threads go on."""
    processes = getattr(pool, "_processes", None)  # without a public name, and gone after a shutdown
    if processes:
        Thread(target=_kill_late, args=(list(processes.values()),), daemon=True).start()
    pool.shutdown(wait=False, cancel_futures=True)


def _kill_late(processes: list[BaseProcess]) -> None:
    # None is killed at once: half of what it is just sending would be waited for in vain.
    left, until = {process.sentinel: process for process in processes}, monotonic() + _LATE
    while left and (ended := wait(list(left), until - monotonic())):
        for sentinel in ended:
            del left[cast("int", sentinel)]
    for process in left.values():
        process.kill()


def in_order(pool: Executor, workers: int, items: Iterable[T], work: Callable[[list[T]], list[R]]) -> Iterator[R]:
    """Yield what ``work`` makes of the items, in their order, and end the pool.

    What ``items`` or ``work`` raises is raised where its place is in the order. Raises ``WorkerError`` where a process
    dies. Where nobody asks for more, as after Ctrl-C, processes end too, some seconds later even those that hang.
    """
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
        pool.shutdown()
    except BrokenProcessPool:
        raise WorkerError(_DIED) from None
    finally:
        _end(pool)
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
