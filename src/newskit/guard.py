"""Calls into plugins: whatever they raise stays with them, what the program's own signals raise does not.

A plugin can raise ``SystemExit`` or ``KeyboardInterrupt`` as well as any other exception, and neither may end the
program. The user's Ctrl-C may. Which of the two it was cannot be seen in the exception: so the handler of SIGINT
is watched while an article is worked on, and what it raised is raised again, even where a plugin has swallowed it. What
the handler of another signal raised, as of SIGTERM, is known by its frame in the traceback.
"""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable
from types import CodeType, FrameType, TracebackType
from typing import Any, Self, TypeVar

T = TypeVar("T")
_AGAIN = 1.0
"""Seconds after which code that goes on in spite of the time limit is stopped once more."""
_SOON = 1e-3


class _TimeUp(BaseException):
    """Stops code that has taken too long; no ``Exception``, so that ``except Exception`` in a loop lets it pass."""


def can_limit() -> bool:
    """Tell whether this thread can be held to a time limit: the main thread, where the system has alarms."""
    return hasattr(signal, "setitimer") and _in_main_thread()


def _in_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()


class Guard:
    """What calls into plugins are made through, for one article; entered, it may hold them to a limit of time.

    ``limit`` is in seconds by the wall clock, for all calls together: who is at work when they are over is stopped, and
    the calls after it have as many again. Handlers and timers are put back at the end. In a thread that is not the
    main one, where neither signals nor alarms arrive, everything is caught and nothing is stopped.
    """

    def __init__(self, limit: float | None = None) -> None:
        self._limit = limit if limit is not None and can_limit() else None
        self._at_work = self._late = False
        self._heard: BaseException | None = None
        self._interrupt: Any = None
        self._alarm: Any = None
        self._timer = (0.0, 0.0)
        self._began = 0.0

    def __enter__(self) -> Self:
        try:
            self._watch()
        except BaseException:  # a signal that came while its handler was being changed
            self.__exit__()
            raise
        return self

    def _watch(self) -> None:
        if not _in_main_thread():
            return
        interrupt = signal.getsignal(signal.SIGINT)
        if callable(interrupt):
            self._interrupt = interrupt
            signal.signal(signal.SIGINT, self._hear)
        if self._limit is not None:
            self._alarm = signal.signal(signal.SIGALRM, self._stop)
            self._began = time.monotonic()
            self._timer = signal.setitimer(signal.ITIMER_REAL, self._limit, _AGAIN)

    def __exit__(self, *_: object) -> None:
        if self._limit is not None and self._alarm is not None:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, self._alarm)
            remaining, interval = self._timer
            if remaining:  # the program's own alarm, which waited meanwhile
                due = remaining - (time.monotonic() - self._began)
                signal.setitimer(signal.ITIMER_REAL, max(due, _SOON), interval)
        if self._interrupt is not None:
            signal.signal(signal.SIGINT, self._interrupt)

    def _hear(self, number: int, frame: FrameType | None) -> None:
        try:
            self._interrupt(number, frame)
        except BaseException as exc:
            self._heard = exc
            raise

    def _stop(self, _: int, __: FrameType | None) -> None:
        if self._at_work:
            self._late = True
            raise _TimeUp

    def call(self, foreign: Callable[..., T], *args: object) -> tuple[T | None, BaseException | None]:
        """Return what foreign code returned, or None and what it raised: ``TimeoutError`` where it was stopped.

        Raises only what a handler of the program's signals raised.
        """
        result, raised = None, None
        self._at_work = True
        try:
            result = foreign(*args)
        except BaseException as exc:
            self._at_work = False  # before any call, which is where a signal could come
            raised = exc
        self._at_work = False
        if self._heard is not None:
            raise self._heard
        if self._late:
            return None, self._stopped(raised)
        if raised is not None and _of_handler(raised.__traceback__):
            raise raised
        return result, raised

    def _stopped(self, raised: BaseException | None) -> TimeoutError:
        """Return the error of a call that was stopped, whatever it made of that, and start the clock again."""
        self._late = False
        signal.setitimer(signal.ITIMER_REAL, self._limit or 0, _AGAIN)
        late = TimeoutError(f"stopped at the time limit of {self._limit:g} s for an article")
        return late.with_traceback(raised.__traceback__ if raised else None)


def _of_handler(traceback: TracebackType | None) -> bool:
    """Tell whether an exception came out of a signal handler that the program has set."""
    if not _in_main_thread():
        return False
    handlers = {_code(handler) for handler in map(signal.getsignal, signal.valid_signals()) if callable(handler)} - {
        None
    }
    while traceback is not None:
        if traceback.tb_frame.f_code in handlers:
            return True
        traceback = traceback.tb_next
    return False


def _code(handler: object) -> CodeType | None:
    """Return the code of a function, a method, or an object that can be called."""
    function = getattr(handler, "func", handler)  # functools.partial
    code = getattr(getattr(function, "__func__", function), "__code__", None)
    return code or getattr(getattr(type(function), "__call__", None), "__code__", None)  # noqa: B004 - its code
