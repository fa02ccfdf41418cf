"""What the fields of newskit's kinds may hold, checked when an annotation is made.

Annotations are made by the hundred, and nearly all are right: a combination of types that was found right once is known
by one look-up, one of words of vocabularies by another, and only what is beyond both is looked at each time.
"""

from __future__ import annotations

import datetime as dt
import math
import operator
import reprlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar, get_args

from attrs import evolve, field, frozen

from newskit.errors import InputError

Types = tuple[type, ...]
Value = str | int | float | bool
"""What a plugin may add to an annotation under a name of its own."""
V = TypeVar("V", bound=Value)
WHOLE_NUMBERS = range(-(2**63), 2**64)
"""The whole numbers that every reader of JSON takes."""


@frozen
class Rule:
    """What a field may hold: in words, its types, what else is turned into them, and what has to hold of the value.

    ``amend`` raises ``TypeError`` or ``ValueError`` for what it cannot turn. ``items`` is the class of all items of a
    tuple. ``words`` are all values where there are few.
    """

    what: str
    types: Types
    amend: Callable[[Any], object] | None = None
    holds: Callable[[Any], bool] | None = None
    items: type | None = None
    words: frozenset[str | None] = frozenset()


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return str.__str__(value)


def _whole(value: Any) -> int:  # noqa: ANN401 - numpy's whole numbers, say
    if isinstance(value, bool):
        raise TypeError
    return int(operator.index(value))


def _number(value: object) -> float:
    if not isinstance(value, float):  # numpy's are
        raise TypeError
    return float(value)


def _day(value: object) -> dt.date:
    if not isinstance(value, dt.date) or isinstance(value, dt.datetime):
        raise TypeError
    return dt.date(value.year, value.month, value.day)


def _in_order(given: Mapping[str, V]) -> dict[str, V]:
    return dict(sorted(given.items()))


@frozen(eq=False, repr=False)
class Facts(Mapping[str, V]):
    """A mapping that cannot be changed and has a hash; its names are sorted."""

    _held: dict[str, V] = field(factory=dict, converter=_in_order)

    def __getitem__(self, name: str) -> V:
        return self._held[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def __eq__(self, other: object) -> bool:
        return self is other or super().__eq__(other)

    def __hash__(self) -> int:
        return hash(tuple(self._held.items()))

    def __repr__(self) -> str:
        return repr(self._held)


class Ids(Facts[str]):
    """Identifiers by the names of their schemes."""

    __slots__ = ()


class Extra(Facts[Value]):
    """What plugins add, by name."""

    __slots__ = ()


def _name(value: object) -> str:
    name = _string(value)
    if not name:
        raise ValueError
    return name


def _value(value: object) -> Value:
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError
        return float(value)
    whole = _whole(value)
    if whole not in WHOLE_NUMBERS:
        raise ValueError
    return whole


def _pairs(given: object) -> Iterable[tuple[object, object]]:
    if not isinstance(given, Mapping):
        raise TypeError
    return given.items()


TEXT = Rule("a string", (str,), _string)
WHOLE = Rule("a whole number", (int,), _whole)
FLAG = Rule("True or False", (bool,))
DAY = Rule("a date", (dt.date,), _day)
IDS = Rule(
    "strings by the names of their schemes, none of them empty",
    (Ids,),
    lambda given: Ids({_name(scheme): _name(value) for scheme, value in _pairs(given)}),
)
EXTRA = Rule(
    "strings, True, False and finite numbers of 64 bits by their names",
    (Extra,),
    lambda given: Extra({_name(name): _value(value) for name, value in _pairs(given)}),
)
NO_IDS, NO_EXTRA = Ids(), Extra()
FRACTION = Rule("a number from 0 to 1", (float, int), _number, lambda value: 0.0 <= value <= 1.0)
MAYBE_FRACTION = Rule(
    f"{FRACTION.what} or None",
    (*FRACTION.types, type(None)),
    FRACTION.amend,
    lambda value: value is None or 0.0 <= value <= 1.0,
)


def one(cls: type) -> Rule:
    """Return the rule of a field that holds an object of a class, and of none derived from it."""
    return Rule(f"a {cls.__name__}", (cls,))


def word(literal: object, *, or_none: bool = False) -> Rule:
    """Return the rule of a field that holds one of the words of a ``Literal``, or ``None`` as well."""
    words = get_args(literal)
    what = f"one of {', '.join(words)}"
    if or_none:
        return Rule(f"{what} or None", (str, type(None)), _string, words=frozenset((*words, None)))
    return Rule(what, (str,), _string, words=frozenset(words))


def several(cls: type, what: str, holds: Callable[[Any], bool] | None = None) -> Rule:
    """Return the rule of a field that holds objects of a class in a tuple, of which something may have to hold."""
    return Rule(what, (tuple,), holds=holds, items=cls)


def maybe(rule: Rule) -> Rule:
    """Return the rule of a field that may hold ``None`` as well, in place of what only its type is asked of."""
    return evolve(rule, what=f"{rule.what} or None", types=(*rule.types, type(None)))


def as_tuple(values: Any) -> Any:  # noqa: ANN401 - a converter: what is wrong is told by the rule
    """Return the items of what can be iterated as a tuple, and anything else as it is."""
    if type(values) is list:  # as nearly always, and the question after an ``Iterable`` takes long
        return tuple(values)
    if type(values) in (tuple, str, bytes) or not isinstance(values, Iterable):
        return values
    return tuple(values)


class Fields:
    """The rules of a kind's fields, by their names."""

    def __init__(self, **rules: Rule) -> None:
        self._rules = rules
        self._get: Callable[[object], tuple[Any, ...]] = operator.attrgetter(*rules)
        self._held = tuple((place, each.holds) for place, each in enumerate(rules.values()) if each.holds)
        several = ((place, each.items) for place, each in enumerate(rules.values()) if each.items)
        self._several = tuple((place, frozenset((items,)).issuperset) for place, items in several)
        self._words = tuple((place, each.words) for place, each in enumerate(rules.values()) if each.words)
        self._said: Callable[[Any], object] = operator.itemgetter(*(dict(self._words) or (slice(0),)))
        self._right: dict[Types, set[object]] = {}

    def check(self, annotation: object) -> None:
        """Check an annotation that is being made; raises ``InputError`` that names the field and the kind."""
        values = self._get(annotation)
        types = tuple(map(type, values))
        right = self._right.get(types)
        if right is None:
            values = self._amended(annotation, values)
            right = self._right.setdefault(tuple(map(type, values)), set())
        for place, of_class in self._several:
            items = values[place]
            if items and not of_class(map(type, items)):
                raise wrong(annotation, *list(self._rules.items())[place], items)
        for place, holds in self._held:
            if not holds(values[place]):
                raise wrong(annotation, *list(self._rules.items())[place], values[place])
        said = self._said(values)
        if said not in right:
            for place, words in self._words:
                if values[place] not in words:
                    raise wrong(annotation, *list(self._rules.items())[place], values[place])
            right.add(said)

    def _amended(self, annotation: object, values: tuple[Any, ...]) -> tuple[Any, ...]:
        """Turn what is not of the right type but means the same, as a word of an enumeration; return all values."""
        for (name, rule), value in zip(self._rules.items(), values, strict=True):
            if type(value) not in rule.types:
                try:
                    if rule.amend is None:
                        raise TypeError
                    object.__setattr__(annotation, name, rule.amend(value))
                except (TypeError, ValueError):
                    raise wrong(annotation, name, rule, value) from None
        return self._get(annotation)


def wrong(annotation: object, name: str, rule: Rule, value: object) -> InputError:
    """Return the error for a field of an annotation that is being made."""
    given = "" if isinstance(value, (str, int, float, type(None), tuple)) else f"{type(value).__name__} "
    msg = f"expected {rule.what}, got {given}{reprlib.repr(value)}, in {type(annotation).__name__}"
    return InputError(msg, field=name)
