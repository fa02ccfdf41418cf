"""Attributes that are worked out when first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class once(Generic[T]):  # noqa: N801 - a decorator
    """A method whose value is worked out when first asked for and kept as an attribute.

    As ``functools.cached_property``, but without the instance's ``__dict__``: reading any attribute of an instance
    that has been asked for that takes several times as long in Python 3.11.
    """

    def __init__(self, function: Callable[[Any], T]) -> None:
        self._function, self.__doc__ = function, function.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> once[T]: ...

    @overload
    def __get__(self, instance: object, owner: type) -> T: ...

    def __get__(self, instance: object, owner: type) -> once[T] | T:
        if instance is None:
            return self
        value = self._function(instance)
        object.__setattr__(instance, self._name, value)  # of a frozen one too
        return value
