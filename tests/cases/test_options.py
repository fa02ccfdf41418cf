"""The options of a plugin: declared as an attrs class, read strictly, shown; the likely name is suggested."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Literal

import attrs
import pytest
from attrs import field, validators
from plugged import Install

import newskit
from newskit.options import options_of


@attrs.frozen
class Place:
    city: str = ""
    size: int = 0


def _not_empty(_: object, __: attrs.Attribute[Any], value: str) -> None:
    if not value:
        raise ValueError("expected something, got nothing")


@attrs.frozen
class Options:
    """Options of every type."""

    flag: bool = False
    """Whether it is on,
    and how."""
    count: int = field(default=1, validator=validators.ge(1))
    share: float = 0.5
    name: str = field(default="a", validator=_not_empty)
    note: str | None = None
    """What to say."""
    tone: Literal["plain", "rich"] = "plain"
    words: tuple[str, ...] = ()
    sizes: Sequence[float] = ()
    known: frozenset[str] = frozenset()
    by_name: Mapping[str, tuple[int, ...]] = field(factory=dict)
    place: Place = Place()
    file: Path | None = None
    _made: int = field(default=0, init=False)


def kit(options: object, cls: Any = Options, seen: list[Any] | None = None) -> newskit.Kit:
    def newskit_options() -> Any:
        return cls

    def newskit_extractors(options: Any) -> list[newskit.Extractor]:
        if seen is not None:
            seen.append(options)
        return []

    hooks = {each.__name__: newskit.hookimpl(each) for each in (newskit_options, newskit_extractors)}
    return newskit.Kit(plugins=(), add=[SimpleNamespace(__name__="acme", **hooks)], options={"acme": options})  # type: ignore[dict-item]


def given(**options: object) -> Options:
    seen: list[Any] = []
    kit(options, seen=seen)
    (made,) = seen
    assert isinstance(made, Options)
    return made


def test_what_is_given_comes_in_the_declared_types() -> None:
    made = given(
        flag=True,
        count=2,
        share=1,
        name="b",
        note="c",
        tone="rich",
        words=["x", "y"],
        sizes=(1, 0.5),
        known=["x", "x"],
        by_name={"x": [1, 2]},
        place={"city": "Port Vell"},
        file="a/b.txt",
    )
    assert made == Options(
        flag=True,
        count=2,
        share=1.0,
        name="b",
        note="c",
        tone="rich",
        words=("x", "y"),
        sizes=(1.0, 0.5),
        known=frozenset({"x"}),
        by_name={"x": (1, 2)},
        place=Place("Port Vell"),
        file=Path("a/b.txt"),
    )
    assert type(made.share) is float


def test_none_given_are_the_defaults() -> None:
    assert given() == Options()


WRONG: dict[str, tuple[str, object, str]] = {
    "a string for a flag": ("flag", "no", "option 'flag': expected true or false, got 'no'"),
    "a number for a flag": ("flag", 1, "option 'flag': expected true or false, got 1"),
    "a flag for a number": ("count", True, "option 'count': expected a whole number, got True"),
    "a fraction for a whole number": ("count", 1.0, "option 'count': expected a whole number, got 1.0"),
    "figures for a number": ("share", "1", "option 'share': expected a number, got '1'"),
    "a number for a string": ("name", 3, "option 'name': expected a string, got 3"),
    "a number for a string or nothing": ("note", 3, "option 'note': expected a string, got 3"),
    "another word": ("tone", "loud", "option 'tone': expected one of plain, rich, got 'loud'"),
    "a string for a list": ("words", "xyz", "option 'words': expected a list of strings, got 'xyz'"),
    "a table for a list": ("words", {"x": 1}, "option 'words': expected a list of strings, got {'x': 1}"),
    "a wrong item": ("words", ["x", 7], "option 'words[1]': expected a string, got 7"),
    "a string for a set": ("known", "xyz", "option 'known': expected a list of strings, got 'xyz'"),
    "a list for a table": ("by_name", ["x"], "option 'by_name': expected a table of lists of whole numbers, got ['x']"),
    "a wrong list in a table": ("by_name", {"x": 1}, "option 'by_name.x': expected a list of whole numbers, got 1"),
    "a wrong item in a table": ("by_name", {"x": [1, "2"]}, "option 'by_name.x[1]': expected a whole number, got '2'"),
    "a wrong field": ("place", {"size": "big"}, "option 'place.size': expected a whole number, got 'big'"),
    "a field that is none": (
        "place",
        {"cty": "x"},
        "option 'place': unknown name 'cty'; did you mean 'city'? There are",
    ),
    "what a validator refuses": ("count", 0, "option 'count': 'count' must be >= 1: 0"),
    "what its own validator refuses": ("name", "", "option 'name': expected something, got nothing"),
    "an option that is none": (
        "wrods",
        [],
        ": unknown option 'wrods'; did you mean 'words'? There are: by_name, count",
    ),
    "one that cannot be given": ("_made", 3, ": unknown option '_made'"),
}


@pytest.mark.parametrize(("option", "value", "message"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_names_plugin_and_option(option: str, value: object, message: str) -> None:
    with pytest.raises(newskit.OptionError) as caught:
        given(**{"flag": True, option: value})
    told = str(caught.value)
    assert told.startswith("plugin acme")
    assert message in told
    assert caught.value.plugin == "acme"
    assert str(caught.value.option).startswith(option)


@attrs.frozen
class NoDefault:
    name: str


@attrs.frozen
class BadDefault:
    name: str = field(default="", validator=_not_empty)


@attrs.frozen
class DefaultOfAnotherType:
    count: int = "three"  # type: ignore[assignment]


@attrs.frozen
class NumberForAFlag:
    flag: bool = 0  # type: ignore[assignment]


@attrs.define
class SharedDefault:
    words: list[str] = []  # noqa: RUF008 - what is refused


@attrs.frozen
class NoType:
    name: Nowhere = ""  # type: ignore[name-defined]  # noqa: F821


@attrs.frozen
class Unreadable:
    pattern: newskit.Kit | None = None


@pytest.mark.parametrize(
    ("cls", "message"),
    [
        ({"flag": False}, r"newskit_options: expected an attrs class, got \{'flag': False\}"),
        (Options(), "newskit_options: expected an attrs class, got Options"),
        (NoDefault, "option 'name' has no default"),
        (NoType, "the types of its options cannot be resolved: name 'Nowhere' is not defined"),
        (BadDefault, "the defaults of its options are refused: ValueError: expected something"),
        (DefaultOfAnotherType, "option 'count' is of the type int, and its default is 'three'"),
        (NumberForAFlag, "option 'flag' is of the type bool, and its default is 0"),
        (
            SharedDefault,
            r"option 'words' has a list for its default, which every kit would share: write attrs.field\(f",
        ),
    ],
    ids=[
        "a table",
        "an object",
        "no default",
        "no type",
        "a bad default",
        "a default of another type",
        "a number for a flag",
        "a shared default",
    ],
)
def test_a_plugin_that_declares_them_wrongly_is_broken(cls: object, message: str) -> None:
    with pytest.raises(newskit.PluginError, match=f"plugin acme was given options and is broken: .*{message}"):
        kit({}, cls)


@attrs.frozen
class Made:
    ratio: float = 1
    shout: str = field(default=3, converter=str)
    words: list[str] = field(factory=list)
    later: tuple[str, ...] = ()
    note: str | None = None


def test_a_default_that_becomes_its_type_is_none_of_these() -> None:
    assert kit({"ratio": 2}, Made).registry.plugins


def test_a_name_that_is_no_string_is_unknown_like_another() -> None:
    with pytest.raises(newskit.OptionError, match="plugin acme: unknown option 3"):
        kit({3: "x"})
    with pytest.raises(newskit.OptionError, match="options are given to 3: no plugin is named 3"):
        newskit.Kit(plugins=(), options={3: {}})  # type: ignore[dict-item]


@attrs.frozen
class AnyObject:
    pattern: object = None


def test_a_type_of_anything_names_its_option() -> None:
    with pytest.raises(newskit.PluginError, match="pattern is a object, which no value"):
        kit({"pattern": "x"}, AnyObject)


def test_a_type_that_no_value_has_is_the_plugins_fault() -> None:
    with pytest.raises(
        newskit.PluginError, match=r"its options cannot be read: pattern is a Kit, which no value"
    ) as caught:
        kit({"pattern": "x"}, Unreadable)
    assert not isinstance(caught.value, newskit.OptionError)


def test_options_are_told_with_the_docstrings_of_their_fields() -> None:
    shown = {each.name: each for each in options_of(Options)}
    assert list(shown) == [each.name for each in attrs.fields(Options) if each.init]
    assert shown["flag"].help == "Whether it is on, and how."
    assert (shown["note"].help, shown["count"].help) == ("What to say.", "")
    assert (shown["words"].default, shown["place"].default) == ([], {"city": "", "size": 0})
    assert {name: each.takes for name, each in shown.items()} == {
        "flag": "true or false",
        "count": "a whole number",
        "share": "a number",
        "name": "a string",
        "note": "a string",
        "tone": "one of plain, rich",
        "words": "a list of strings",
        "sizes": "a list of numbers",
        "known": "a list of strings",
        "by_name": "a table of lists of whole numbers",
        "place": "a table of city, size",
        "file": "a path",
    }


def test_a_class_derived_from_another_has_its_docstrings_too() -> None:
    @attrs.frozen
    class More(Options):
        more: int = 0
        """One more."""

    assert {each.name: each.help for each in options_of(More) if each.help} == {
        "flag": "Whether it is on, and how.",
        "note": "What to say.",
        "more": "One more.",
    }


def test_the_source_need_not_be_there() -> None:
    space: dict[str, Any] = {}
    exec("import attrs\n@attrs.frozen\nclass Typed:\n    a: int = 0\n    'What.'\n", space)
    (shown,) = options_of(space["Typed"])
    assert (shown.name, shown.takes, shown.help) == ("a", "a whole number", "")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (
            "@newskit.hookimpl\ndef newskit_extractor(): ...",
            "unknown hook 'newskit_extractor'; did you mean 'newskit_ex",
        ),
        ("def newskit_extractors(): ...", "newskit_extractors is there, and not marked as a hook"),
        (
            "@newskit.hookimpl\ndef newskit_extractors(): return []\ndef newskit_formats(): ...",
            "newskit_formats is there, and not marked as a hook: put @newskit.hookimpl before it",
        ),
        ("@newskit.hookimpl\ndef newskit_options(): ...", "it implements no hook: mark newskit_extractors or"),
    ],
    ids=["misspelt", "not marked", "one not marked", "options alone"],
)
def test_a_hook_that_would_do_nothing_is_told(
    install: Install, package: str, monkeypatch: pytest.MonkeyPatch, source: str, message: str
) -> None:
    monkeypatch.syspath_prepend(install(package, f"import newskit\n{source}"))
    with pytest.warns(newskit.PluginWarning) as caught:
        newskit.Kit()
    assert message in str(caught[0].message)


def test_a_hook_may_have_another_name_and_be_for_another_newskit(
    install: Install, package: str, monkeypatch: pytest.MonkeyPatch, recwarn: pytest.WarningsRecorder
) -> None:
    source = """
        import newskit
        @newskit.hookimpl(specname="newskit_extractors")
        def makers():
            return []
        @newskit.hookimpl(optionalhook=True)
        def newskit_views():
            return []
    """
    monkeypatch.syspath_prepend(install(package, source))
    assert {each.name: each.status for each in newskit.Kit().registry.plugins}[package] == "active"
    assert not recwarn.list


def test_a_plugin_that_refuses_options_that_nobody_gave_stops_nobody(
    install: Install, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = """
        import newskit
        @newskit.hookimpl
        def newskit_extractors():
            raise newskit.OptionError("no luck", plugin="acme")
    """
    monkeypatch.syspath_prepend(install(package, source))
    with pytest.warns(newskit.PluginWarning, match=f"plugin {package} .* is broken and left out: OptionError: no luck"):
        kit = newskit.Kit()
    assert kit.extract("He said no on Monday.").dates
    with pytest.raises(newskit.OptionError, match="no luck"):
        newskit.Kit(options={package: {}})
