"""The order of extractors: each kind after the kinds that its makers read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter

from attrs import frozen

from newskit.errors import PlanError
from newskit.extractor import Extractor


@frozen
class Step:
    """One kind and the extractors that make it, by qualified name."""

    kind: type
    makers: tuple[Extractor, ...]


@frozen
class Plan:
    """The steps in the order in which they run; the same for every order of registration."""

    steps: tuple[Step, ...]

    def __iter__(self) -> Iterator[Step]:
        return iter(self.steps)


def _order(graph: dict[type, set[type]], makers: dict[type, list[Extractor]]) -> list[type]:
    sorter = TopologicalSorter(graph)
    try:
        sorter.prepare()
    except CycleError as error:
        circle = " -> ".join(_with_makers(kind, makers) for kind in error.args[1])
        msg = f"extractors read each other in a circle: {circle}"
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
    names = ", ".join(maker.qualified_name for maker in makers.get(kind, ()))
    return f"{kind.__name__} ({names})" if names else kind.__name__


def make_plan(extractors: Iterable[Extractor]) -> Plan:
    """Put extractors in order.

    Raises ``PlanError`` for a circle, naming its kinds and extractors, for two extractors of one name, and for two
    kinds that name the same layer.
    """
    makers: dict[type, list[Extractor]] = {}
    graph: dict[type, set[type]] = {}
    names: set[str] = set()
    for each in sorted(extractors, key=lambda extractor: extractor.qualified_name):
        if each.qualified_name in names:
            msg = f"two extractors are named {each.qualified_name}"
            raise PlanError(msg)
        names.add(each.qualified_name)
        makers.setdefault(each.makes, []).append(each)
        graph.setdefault(each.makes, set()).update(each.reads)
    order = _order(graph, makers)
    _check_layers(order)
    return Plan(tuple(Step(kind, tuple(makers[kind])) for kind in order if kind in makers))


def _check_layers(kinds: list[type]) -> None:
    by_layer: dict[str, type] = {}
    for kind in kinds:
        layer: str = kind.layer  # type: ignore[attr-defined]  # every kind has one, as Extractor checks
        other = by_layer.setdefault(layer, kind)
        if other is not kind:
            names = " and ".join(f"{each.__module__}.{each.__qualname__}" for each in (kind, other))
            msg = f"{names} both name the layer {layer!r}"
            raise PlanError(msg)
