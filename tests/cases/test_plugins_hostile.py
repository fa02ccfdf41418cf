"""A plugin that raises whatever can be raised, wherever it is called, costs its own output and nothing else."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, ClassVar, NamedTuple

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newskit
from newskit import Article, Doc, Extractor, Failure, FailureWarning, InputError, Kit, Part, Span
from newskit.formats import to_json

TEXT = "Bridge to reopen\n\nIt was closed in May."
RAISED = (
    SystemExit(0),
    KeyboardInterrupt("mine"),
    GeneratorExit(),
    RecursionError("deep"),
    MemoryError(),
    asyncio.CancelledError(),
    StopIteration(),
    type("OddError", (BaseException,), {})("odd"),
)
needs_alarms = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no SIGALRM on this system")


@newskit.extractor(Part)
def good(doc: Doc) -> Iterator[Part]:
    yield Part("headline", doc.span(0, 6))


def plugin(name: str, *extractors: Extractor) -> SimpleNamespace:
    return SimpleNamespace(__name__=name, newskit_extractors=newskit.hookimpl(lambda: [*extractors]))


def beside_good(function: Callable[[Doc], Any], makes: type = Part, **options: Any) -> Kit:
    """A kit of a plugin that does as it is told in every way, one before it by name and one after it."""
    bad = newskit.extractor(makes, name="bad")(function)
    added = plugin("hostile", bad), plugin("alpha", good), plugin("zeta", newskit.extractor(Part, name="more")(good))
    return Kit(plugins=(), block=(), add=added, **options)


def failures(kit: Kit, text: str = TEXT) -> tuple[Failure, ...]:
    """What failed, all others having done their work."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        document = kit.extract(Article(text, id="a1"))
    assert Part("headline", Span(0, 6, text[:6])) in document.parts
    assert {str(each.message) for each in caught} <= {
        f"{each.extractor} failed on article 'a1': {each.error}" for each in document.failures
    }
    return document.failures


@attrs.frozen(eq=False, repr=False)
class Trap:
    """A kind that raises what it holds where the name of a method says."""

    layer: ClassVar[str] = "traps"
    span: Span
    where: str
    what: BaseException

    def _spring(self, where: str) -> None:
        if where == self.where:
            raise self.what

    def __eq__(self, other: object) -> bool:
        self._spring("eq")
        return self is other

    def __hash__(self) -> int:
        self._spring("hash")
        return 1

    def __repr__(self) -> str:
        self._spring("repr")
        return "Trap"


def _hostile(where: str, what: BaseException) -> Callable[[Doc], Any]:
    def at_once(doc: Doc) -> Any:
        if where == "call":
            raise what
        return later(doc)

    def later(doc: Doc) -> Iterator[Any]:
        if where == "first":
            raise what
        for _ in range(2):
            yield Trap(doc.span(0, 1), where, what)
        if where == "half way":
            raise what

    return at_once


@given(st.sampled_from(("call", "first", "half way", "eq", "hash", "repr")), st.sampled_from(RAISED))
def test_whatever_is_raised_wherever_it_costs_its_own_output(where: str, what: BaseException) -> None:
    kit = beside_good(_hostile(where, what), Trap)
    for failure in failures(kit):
        assert (failure.extractor, failure.plugin, failure.article_id) == ("hostile.bad", "hostile", "a1")
        assert failure.error.startswith(type(what).__name__) or "StopIteration" in failure.error
    if where in ("call", "first", "half way", "hash"):
        assert len(failures(kit)) == 1


@pytest.mark.parametrize("what", RAISED, ids=lambda what: type(what).__name__)
def test_in_strict_mode_it_is_an_error_of_the_extractor(what: BaseException) -> None:
    with pytest.raises(newskit.ExtractorError, match=r"hostile\.bad failed on the article: ") as caught:
        beside_good(_hostile("first", what), strict=True).extract(TEXT)
    assert caught.value.plugin == "hostile"


def test_the_first_failure_of_each_extractor_is_told_once_a_kit_from_many_threads_too() -> None:
    kit = beside_good(_hostile("first", SystemExit(3)))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        threads = [threading.Thread(target=lambda: list(kit.pipe([TEXT] * 20))) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert [str(each.message) for each in caught] == ["hostile.bad failed on the article: SystemExit: 3"]
    assert issubclass(caught[0].category, newskit.PluginWarning)
    with pytest.warns(FailureWarning):
        beside_good(_hostile("first", SystemExit(3))).extract(TEXT)


def _after(number: int, seconds: float = 0.2) -> None:
    threading.Timer(seconds, os.kill, (os.getpid(), number)).start()


def _endless(_: Doc) -> Any:
    while True:
        try:
            while True:
                pass
        except Exception:
            pass


def _deaf(doc: Doc) -> Any:
    try:
        _endless(doc)
    except BaseException:
        return ()


@pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
@pytest.mark.parametrize("extractor", [_endless, _deaf])
def test_the_users_interrupt_ends_the_work_even_where_a_plugin_swallows_it(extractor: Any) -> None:
    # What a shell starts in the background ignores the signal, and would wait here for ever.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        _after(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            beside_good(extractor).extract(TEXT)
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
def test_what_the_programs_own_handler_raises_is_not_the_plugins() -> None:
    def leave(*_: object) -> None:
        raise SystemExit(7)

    before = signal.signal(signal.SIGTERM, leave)
    try:
        _after(signal.SIGTERM)
        with pytest.raises(SystemExit, match="7"):
            beside_good(_endless).extract(TEXT)
    finally:
        signal.signal(signal.SIGTERM, before)


@needs_alarms
@pytest.mark.parametrize("extractor", [_endless, _deaf, lambda _: time.sleep(60)], ids=["endless", "deaf", "asleep"])
def test_who_takes_too_long_is_stopped_by_name_and_the_others_go_on(extractor: Any) -> None:
    (failure,) = failures(beside_good(extractor, timeout=0.2))
    assert failure.extractor == "hostile.bad"
    assert failure.error == "TimeoutError: stopped at the time limit of 0.2 s for an article"
    assert "test_plugins_hostile.py" in failure.traceback or extractor is _deaf
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


@needs_alarms
def test_who_takes_too_long_in_an_inner_kit_is_stopped_too() -> None:
    inner = beside_good(_endless)
    (failure,) = failures(beside_good(lambda doc: inner.extract(doc.text).parts, timeout=0.2))
    assert failure.error.startswith("TimeoutError")


@needs_alarms
def test_an_alarm_of_the_program_waits_and_comes() -> None:
    heard: list[int] = []
    before = signal.signal(signal.SIGALRM, lambda number, _: heard.append(number))
    signal.setitimer(signal.ITIMER_REAL, 0.1)
    try:
        failures(beside_good(lambda _: time.sleep(60), timeout=0.3))
        time.sleep(0.1)
    finally:
        signal.signal(signal.SIGALRM, before)
    assert heard == [signal.SIGALRM]


def test_a_limit_that_is_not_kept_is_told_once() -> None:
    kit = beside_good(good.function, timeout=5)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        thread = threading.Thread(target=lambda: list(kit.pipe([TEXT] * 2)))
        thread.start()
        thread.join()
    assert [each.category for each in caught] == [RuntimeWarning]
    assert "the time limit is not kept" in str(caught[0].message)


@pytest.mark.parametrize("wrong", [0, -1, float("nan"), float("inf"), 1e300, "5", True], ids=repr)
def test_what_is_no_limit_is_refused(wrong: Any) -> None:
    with pytest.raises(InputError, match="expected a number of seconds above 0") as caught:
        Kit(timeout=wrong)
    assert caught.value.field == "timeout"


@attrs.frozen
class Holder:
    layer: ClassVar[str] = "holders"
    what: Any = attrs.field(hash=False)


@attrs.frozen
class Lying(Span):
    """Says what it likes of where it is."""

    def __attrs_post_init__(self) -> None:
        pass


class Pair(NamedTuple):
    one: Span
    other: int = 0


def _held(wrap: Callable[[Span], Any], span: Span) -> str:
    (failure,) = failures(beside_good(lambda _: [Holder(wrap(span))], Holder))
    return failure.error


WRAPPED: dict[str, Callable[[Span], Any]] = {
    "bare": lambda span: span,
    "in a list": lambda span: [span],
    "in a tuple of tuples": lambda span: ((span,),),
    "in a dictionary": lambda span: {"a": [span]},
    "as a key": lambda span: {span: 1},
    "in a set": lambda span: {span},
    "in a frozen set": lambda span: frozenset((span,)),
    "in a class": lambda span: newskit.Mention(span) if type(span) is Span else Holder(span).what,
    "in a named tuple": Pair,
}


@pytest.mark.parametrize("wrap", WRAPPED.values(), ids=WRAPPED)
def test_a_span_that_lies_is_caught_wherever_it_is(wrap: Callable[[Span], Any]) -> None:
    assert "span 0:3 says 'xyz', but the text there is 'Bri'" in _held(wrap, Span(0, 3, "xyz"))
    assert "holds a Lying, expected newskit.Span itself" in _held(wrap, Lying(0, 300, "xyz"))


def test_a_field_that_declares_something_else_is_looked_into_too() -> None:
    @attrs.frozen
    class Declares:
        layer: ClassVar[str] = "declares"
        name: str

    wrong: Any = Span(0, 3, "xyz")
    (failure,) = failures(beside_good(lambda _: [Declares(wrong)], Declares))
    assert "says 'xyz'" in failure.error


def test_what_cannot_be_written_costs_its_layer_and_is_told() -> None:
    document = beside_good(lambda _: [Holder(1), Holder(Decimal("NaN"))], Holder).extract(TEXT)
    assert document.failures == ()
    with pytest.warns(FailureWarning, match="JSON cannot hold NaN"):
        assert '"error":"layer \'holders\' of ' in to_json(document)


def test_a_whole_number_of_a_derived_class_is_written() -> None:
    class Grams(int):
        def __eq__(self, other: object) -> bool:  # what a search through all whole numbers would call
            raise AssertionError

        __hash__ = int.__hash__

    document = beside_good(lambda _: [Holder(Grams(4))], Holder).extract(TEXT)
    assert json.loads(to_json(document))["holders"] == [{"what": 4}]
