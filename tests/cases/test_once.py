"""An attribute that is worked out once, and leaves an instance as quick to read as it was."""

from __future__ import annotations

from attrs import frozen

from newskit.text import Ground, once


class Asked:
    def __init__(self) -> None:
        self.times = 0

    @once
    def answer(self) -> int:
        """What is asked for."""
        self.times += 1
        return 42


def test_an_attribute_is_worked_out_once() -> None:
    one, other = Asked(), Asked()
    assert (one.answer, one.answer, one.times, other.times) == (42, 42, 1, 0)


def test_it_is_kept_as_an_attribute() -> None:
    asked = Asked()
    assert "answer" not in vars(asked)
    assert asked.answer == vars(asked)["answer"]


def test_a_frozen_instance_can_have_one() -> None:
    @frozen(slots=False)
    class Frozen:
        number: int

        @once
        def double(self) -> int:
            return 2 * self.number

    assert (Frozen(21).double, Frozen(21)) == (42, Frozen(21))


def test_its_class_tells_what_it_is() -> None:
    assert Asked.answer.__doc__ == "What is asked for."
    assert isinstance(Ground.__dict__["tokens"], once)
