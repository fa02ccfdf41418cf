"""Whatever is given for options comes in the declared types or is refused on one line; defaults come back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import attrs
from attrs import field, validators
from hypothesis import given
from hypothesis import strategies as st

from newskit import OptionError
from newskit.options import options_of, read_options


@attrs.frozen
class Place:
    city: str = ""
    sizes: tuple[int, ...] = ()


@attrs.frozen
class Options:
    flag: bool = False
    count: int = field(default=1, validator=validators.ge(0))
    share: float = 0.5
    name: str | None = None
    tone: Literal["plain", "rich"] = "plain"
    words: tuple[str, ...] = ()
    by_name: Mapping[str, tuple[float, ...]] = field(factory=dict)
    place: Place = Place()
    file: Path | None = None


SCALARS = st.none() | st.booleans() | st.integers(-3, 3) | st.floats(allow_nan=False) | st.text(max_size=4)
VALUES = st.recursive(
    SCALARS | st.just("rich"),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["city", "sizes", "x"]), inner, max_size=2)
    ),
    max_leaves=6,
)
NAMES = st.sampled_from([each.name for each in attrs.fields(Options)])


def fits(made: Options) -> bool:
    lists = [made.words, made.place.sizes, *made.by_name.values()]
    return (
        [type(made.flag), type(made.count), type(made.share)] == [bool, int, float]
        and (made.name is None or type(made.name) is str)
        and made.tone in ("plain", "rich")
        and all(type(each) is tuple for each in lists)
        and {*map(type, made.words)} <= {str}
        and {*map(type, made.place.sizes)} <= {int}
        and {type(each) for values in made.by_name.values() for each in values} <= {float}
        and isinstance(made.place, Place)
        and (made.file is None or isinstance(made.file, Path))
        and made.count >= 0
    )


def read(options: dict[str, Any]) -> object:
    try:
        return read_options(Options, options, "acme")
    except OptionError as exc:
        return exc


@given(st.dictionaries(NAMES | st.text(max_size=3), VALUES, max_size=3))
def test_it_comes_in_the_declared_types_or_is_refused(options: dict[str, Any]) -> None:
    made = read(options)
    if isinstance(made, OptionError):
        assert str(made).startswith("plugin acme")
        assert str(made.option).startswith(tuple(options))
        assert "\n" not in str(made)
    else:
        assert isinstance(made, Options)
        assert fits(made)


@given(st.sets(NAMES))
def test_a_default_that_is_shown_can_be_given(names: set[str]) -> None:
    shown = {each.name: each.default for each in options_of(Options) if each.name in names}
    assert read_options(Options, shown, "acme") == Options()
