"""The order of extractors: each kind after the kinds that its makers read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from graphlib import CycleError, TopologicalSorter
from heapq import heappop, heappush
from typing import NamedTuple

from attrs import frozen

from newskit.errors import PlanError
from newskit.extractor import Extractor
from newskit.kinds import KINDS
from newskit.layers import DOCUMENT_FIELDS, layer_of


class Step(NamedTuple):
    """One kind with the extractors that make it, those first whose annotations go before, and its revisers in order."""

    kind: type
    makers: tuple[Extractor, ...]
    revisers: tuple[Extractor, ...] = ()


@frozen
class Plan:
    """The steps in the order in which they run; the same for every order of registration."""

    steps: tuple[Step, ...]

    def __iter__(self) -> Iterator[Step]:
        return iter(self.steps)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that makers declare, in order; those that declare none are for any."""
        return tuple(sorted({language for each in self._makers() for language in each.languages}))

    def covers(self, language: str) -> bool:
        """Tell whether a maker declares a language, or none declares any."""
        return not self.languages or any(each.languages and each.fits(language) for each in self._makers())

    def _makers(self) -> Iterator[Extractor]:
        return (each for step in self.steps for each in step.makers)


_Graph = dict[type, set[type]]
"""Each kind and what its makers read."""


def _order(graph: _Graph, makers: dict[type, list[Extractor]]) -> list[type]:
    # Sets of classes have another order in each process: in order of names the circle that is found is the same.
    sorter = TopologicalSorter({kind: sorted(graph[kind], key=_identity) for kind in sorted(graph, key=_identity)})
    try:
        sorter.prepare()
    except CycleError as error:
        circle = " -> ".join(_with_makers(kind, makers) for kind in error.args[1])
        own = len(set(error.args[1])) == 1
        hint = "; one that changes what others made is declared with newskit.reviser" if own else ""
        msg = f"extractors read each other in a circle: {circle}{hint}"
        raise PlanError(msg) from None
    order: list[type] = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready(), key=_identity)
        order += ready
        sorter.done(*ready)
    return order


def _identity(kind: type) -> tuple[str, str]:
    return kind.__qualname__, kind.__module__


def _with_makers(kind: type, makers: dict[type, list[Extractor]]) -> str:
    names = ", ".join(maker.qualified_name for maker in makers[kind])
    return f"{kind.__name__} ({names})"


def _graph(extractors: Iterable[Extractor]) -> _Graph:
    graph: _Graph = {}
    for each in extractors:
        graph.setdefault(each.makes, set()).update(each.reads)
    return graph


def make_plan(extractors: Iterable[Extractor], prefer: Sequence[str] = ()) -> Plan:
    """Put extractors in order; ``prefer`` names the plugins and extractors whose annotations go before those of others.

    Raises ``PlanError`` for a circle, naming its kinds and extractors, for two extractors of one name, for two kinds
    that name the same layer, and for a layer that has the name of another field of a document.
    """
    in_order = sorted(extractors, key=lambda extractor: extractor.qualified_name)
    _check_distinct(in_order)
    makers: dict[type, list[Extractor]] = {}
    for each in in_order:
        makers.setdefault(each.makes, []).append(each)
    order = _order(_graph(in_order), makers)
    return Plan(tuple(_step(kind, makers[kind], prefer) for kind in order if kind in makers))


def _step(kind: type, extractors: Sequence[Extractor], prefer: Sequence[str]) -> Step:
    makers = [each for each in extractors if not each.revises]
    revisers = [each for each in extractors if each.revises]
    return Step(kind, _by_precedence(makers, prefer), _by_turns(revisers))


def _by_precedence(makers: Sequence[Extractor], prefer: Sequence[str]) -> tuple[Extractor, ...]:
    """Put makers in the order in which their annotations go before: as preferred, as declared, then by name."""
    declared = _sorted(makers, lambda one, other: other.is_named(one.over), "go over each other")
    rank = {name: place for place, name in reversed(list(enumerate(prefer)))}
    last = len(rank)

    def preferred(maker: Extractor) -> int:
        return min(rank.get(maker.qualified_name, last), rank.get(maker.plugin, last))

    return tuple(sorted(declared, key=preferred))


def _by_turns(revisers: Sequence[Extractor]) -> tuple[Extractor, ...]:
    """Put revisers in the order in which they run: as declared, then by name."""
    return _sorted(
        revisers, lambda one, other: one.is_named(other.after) or other.is_named(one.before), "wait for each other"
    )


def _sorted(
    extractors: Sequence[Extractor], is_before: Callable[[Extractor, Extractor], bool], what: str
) -> tuple[Extractor, ...]:
    """Put extractors of one kind in the order that they declare, else by name; a circle is refused."""
    by_name = {each.qualified_name: each for each in extractors}
    sorter = TopologicalSorter(
        {
            name: [one.qualified_name for one in extractors if one is not other and is_before(one, other)]
            for name, other in by_name.items()
        }
    )
    try:
        sorter.prepare()
    except CycleError as error:
        raise PlanError(f"extractors {what} in a circle: {' -> '.join(error.args[1])}") from None
    ready: list[str] = []
    order: list[Extractor] = []
    while sorter.is_active():
        for name in sorter.get_ready():
            heappush(ready, name)
        first = heappop(ready)  # one at a time, so that names decide whatever the order does not
        order.append(by_name[first])
        sorter.done(first)
    return tuple(order)


def _check_distinct(extractors: Sequence[Extractor]) -> None:
    names: set[str] = set()
    by_layer: dict[str, type] = {layer_of(kind): kind for kind in KINDS}
    for each in extractors:
        if each.qualified_name in names:
            msg = f"two extractors are named {each.qualified_name}"
            raise PlanError(msg)
        names.add(each.qualified_name)
        layer, kind = layer_of(each.makes), each.makes
        other = by_layer.setdefault(layer, kind)
        if other is not kind:
            both = " and ".join(sorted(f"{one.__module__}.{one.__qualname__}" for one in (kind, other)))
            msg = f"{both} both name the layer {layer!r}"
            raise PlanError(msg)
        if layer in DOCUMENT_FIELDS:
            msg = f"{kind.__module__}.{kind.__qualname__} names the layer {layer!r}, which is a field of every document"
            raise PlanError(msg)


def unmade(extractors: Sequence[Extractor]) -> dict[type, tuple[Extractor, ...]]:
    """Return the kinds that nobody makes, each with the extractors that read or revise it, in order of names."""
    made = {each.makes for each in extractors if not each.revises}
    readers: dict[type, list[Extractor]] = {}
    for each in sorted(extractors, key=lambda extractor: extractor.qualified_name):
        for kind in each.sees:
            if kind not in made:
                readers.setdefault(kind, []).append(each)
    return {kind: tuple(readers[kind]) for kind in sorted(readers, key=_identity)}


def misfits(extractors: Iterable[Extractor], trusted: Collection[str]) -> dict[str, str]:
    """Return the plugins that have to be left out so that the rest can be ordered, each with the reason.

    Blamed is, whatever the order of registration, who cannot be ordered together with the ``trusted`` plugins alone;
    then everybody who is part of a circle; then, of those who want one layer or name, all but the one whose plugin's
    name sorts first. A trusted plugin is never blamed; raises ``PlanError`` where they fail among themselves.
    """
    plugins: dict[str, list[Extractor]] = {}
    for each in sorted(extractors, key=lambda extractor: extractor.qualified_name):
        plugins.setdefault(each.plugin, []).append(each)
    ours = [each for name in plugins if name in trusted for each in plugins[name]]
    make_plan(ours)
    others = {name: theirs for name, theirs in plugins.items() if name not in trusted}
    blamed: dict[str, str] = {}
    for name, theirs in others.items():
        _blame(blamed, name, [*ours, *theirs])
    circle = _in_circle([*ours, *(each for name in others if name not in blamed for each in others[name])])
    for name in sorted({each.plugin for each in circle} - set(trusted)):
        _blame(blamed, name, circle)
    fitting = ours
    for name in sorted(others.keys() - blamed.keys()):
        _blame(blamed, name, [*fitting, *others[name]])
        if name not in blamed:
            fitting = [*fitting, *others[name]]
    return blamed


def _blame(blamed: dict[str, str], name: str, extractors: list[Extractor]) -> None:
    try:
        make_plan(extractors)
    except PlanError as error:
        blamed[name] = str(error)


def _in_circle(extractors: list[Extractor]) -> list[Extractor]:
    """Return the extractors that read what depends on what they make."""
    graph = _graph(extractors)
    return [each for each in extractors if each.makes in _behind(each.reads, graph)]


def _behind(kinds: Iterable[type], graph: _Graph) -> set[type]:
    """Return kinds and all that has to be made before them."""
    found: set[type] = set()
    waiting = list(kinds)
    while waiting:
        kind = waiting.pop()
        if kind not in found:
            found.add(kind)
            waiting += graph.get(kind, ())
    return found
