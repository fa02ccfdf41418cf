"""Plugins: found by entry point, each loaded and registered behind its own guard, blocked or chosen by name."""

from __future__ import annotations

import inspect
import os
import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from types import FunctionType, MethodType
from typing import Literal, NamedTuple, TypeVar, cast

import pluggy
from attrs import evolve, frozen

from newskit import hookspecs
from newskit.errors import NotAskedForError, OptionError, PluginError, PluginWarning, describe
from newskit.extractor import Extractor
from newskit.guard import Guard
from newskit.hints import there
from newskit.hookspecs import PROJECT, Config, Format
from newskit.installed import Installed, installed
from newskit.options import check_options, read_options
from newskit.plan import misfits

GROUP = "newskit"
DISTRIBUTION = "newskit"
"""What the plugins that come with newskit are installed from."""
HOOKS = ("newskit_extractors", "newskit_formats", "newskit_options")
_FORMAT_NAME = re.compile(r"[\w-][\w.-]*")
T = TypeVar("T")
Status = Literal["active", "blocked", "broken"]


@frozen
class PluginInfo:
    """A plugin as it was found: where it comes from, whether it is used, what it brings, or why it brings nothing.

    ``options`` is the attrs class that it declares, where it was loaded and has any.
    """

    name: str
    status: Status
    distribution: str | None = None
    version: str | None = None
    extractors: tuple[Extractor, ...] = ()
    formats: tuple[Format, ...] = ()
    options: type | None = None
    error: str | None = None


def name_of(plugin: object) -> str:
    """Return the name of a plugin that is not installed: that of its module, or of the class of an instance."""
    return str(getattr(plugin, "__name__", None) or type(plugin).__name__)


class _Candidate(NamedTuple):
    name: str
    load: Callable[[], object]
    distribution: str | None = None
    version: str | None = None

    @classmethod
    def of_installed(cls, plugin: Installed) -> _Candidate:
        return cls(plugin.name, plugin.load, plugin.distribution, plugin.version)

    @classmethod
    def of_object(cls, plugin: object) -> _Candidate:
        return cls(name_of(plugin), lambda: plugin)


@frozen
class Registry:
    """Every plugin that was found, by name, whatever became of it."""

    plugins: tuple[PluginInfo, ...]
    by_name: bool = False
    """Whether the plugins to use were chosen by name."""

    @property
    def extractors(self) -> tuple[Extractor, ...]:
        """The extractors of the active plugins."""
        return tuple(each for plugin in self.plugins for each in plugin.extractors)

    @property
    def formats(self) -> tuple[Format, ...]:
        """The formats of the active plugins."""
        return tuple(each for plugin in self.plugins for each in plugin.formats)


def several(given: Iterable[T]) -> tuple[T, ...]:
    """Return what was given as a tuple; raises ``PluginError`` for a string or a single thing."""
    if isinstance(given, str):
        raise PluginError(f"expected a list of names, got the string {given!r}", plugin=given)
    if not isinstance(given, Iterable):
        raise PluginError(f"expected a list, got {given!r}")
    return tuple(given)


def _objects(add: Iterable[object]) -> tuple[object, ...]:
    """Return the plugins that were added; raises ``PluginError`` where one is a path or a name."""
    for each in several(add):
        if isinstance(each, (str, os.PathLike)):
            raise PluginError(f"add: expected modules or instances, got {each!r}: import it first, and give the module")
    return several(add)


def _names(given: Iterable[str] | None, variable: str) -> tuple[str, ...] | None:
    """Return the names that were given, else those in the environment, None where neither says any."""
    if given is not None:
        return several(given)
    names = os.environ.get(variable)
    return None if names is None else tuple(name.strip() for name in names.split(",") if name.strip())


def _unknown(name: str, known: Iterable[str]) -> str:
    """Return what to say of a name that no plugin has."""
    return f"no plugin is named {name!r}{there(name, sorted(known), heading='installed', none='installed: none')}"


def _check_names(names: Iterable[str], known: Sequence[str]) -> None:
    for name in names:
        if name not in known:
            raise PluginError(_unknown(name, known), plugin=name)


def discover(
    *,
    plugins: Iterable[str] | None = None,
    block: Iterable[str] | None = None,
    add: Iterable[object] = (),
    config: Config | None = None,
) -> Registry:
    """Find, load and register plugins; a broken one is a ``PluginWarning`` and stops nobody else.

    ``plugins`` names the installed plugins to use (all where None), ``block`` those to leave out; where they are None
    the environment's ``NEWSKIT_PLUGINS`` and ``NEWSKIT_BLOCK`` decide, names parted by commas. ``add`` are plugin
    objects (modules or instances) that need no installation; one goes in the place of an installed one of its name.
    Raises ``PluginError`` for a name that is not installed, for a string in place of several names, and for a plugin
    that is broken with the options given to it.
    """
    added = [_Candidate.of_object(each) for each in _objects(add)]
    taken = {each.name for each in added}
    own = [_Candidate.of_installed(each) for each in installed(GROUP) if each.name not in taken]
    candidates = sorted([*own, *added], key=lambda each: (each.name, each.distribution or ""))
    known = [each.name for each in candidates]
    chosen, blocked = _names(plugins, "NEWSKIT_PLUGINS"), _names(block, "NEWSKIT_BLOCK") or ()
    _check_names([*(chosen or ()), *blocked], known)
    by_name = {*(chosen or ()), *(each.name for each in added)}
    wanted = {*(known if chosen is None else ()), *by_name} - set(blocked)
    given = evolve(config or Config(), chosen=frozenset(by_name))
    seen: set[str] = set()
    return Registry(tuple(_info(each, wanted, seen, given) for each in candidates), by_name=chosen is not None)


def check_names(registry: Registry, options: Iterable[str], prefer: Iterable[str]) -> None:
    """Refuse names that nobody has; raises ``OptionError`` for options, ``PluginError`` for who is to go before."""
    known = {plugin.name for plugin in registry.plugins}
    extractors = {each.qualified_name for each in registry.extractors}
    for name in sorted({*options} - known, key=str):
        raise OptionError(f"options are given to {name!r}: {_unknown(name, known)}", plugin=name)
    for name in sorted({*prefer} - known - extractors, key=str):
        told = there(name, sorted(known | extractors), heading="installed")
        raise PluginError(f"prefer: no plugin or extractor is named {name!r}{told}", plugin=name)


def settle(registry: Registry) -> Registry:
    """Leave out, as broken, the plugins whose extractors cannot be put in an order with those of the others.

    Each is one ``PluginWarning``. The plugins that come with newskit are never blamed. Raises ``PlanError`` where these
    cannot be ordered among themselves.
    """
    own = {each.name for each in registry.plugins if each.distribution == DISTRIBUTION}
    blamed = misfits(registry.extractors, own)
    left_out = [each for each in registry.plugins if each.extractors and each.name in blamed]
    broken = {each.name: _broken(each, blamed[each.name]) for each in left_out}
    return evolve(registry, plugins=tuple(broken[each.name] if each in left_out else each for each in registry.plugins))


def _broken(info: PluginInfo, error: str) -> PluginInfo:
    origin = f" ({info.distribution} {info.version})" if info.distribution else ""
    warnings.warn(f"plugin {info.name}{origin} is broken and left out: {error}", PluginWarning, stacklevel=6)
    return evolve(info, status="broken", extractors=(), formats=(), error=error)


def _info(candidate: _Candidate, wanted: set[str], seen: set[str], config: Config) -> PluginInfo:
    info = PluginInfo(candidate.name, "blocked", candidate.distribution, candidate.version)
    if candidate.name not in wanted:
        return info
    with Guard() as guard:
        loaded, raised = guard.call(_loaded, candidate, seen)
        if loaded is not None:
            info = evolve(info, options=loaded.options)
            found, raised = guard.call(loaded.register, info, config)
    if isinstance(raised, NotAskedForError):
        return evolve(info, error=str(raised))
    if isinstance(raised, OptionError) and candidate.name in config.options:
        raise raised
    if raised is not None and candidate.name in config.options:
        msg = f"plugin {candidate.name} was given options and is broken: {describe(raised)}"
        raise PluginError(msg, plugin=candidate.name) from raised
    return _broken(info, describe(raised)) if raised is not None else cast("PluginInfo", found)


def _loaded(candidate: _Candidate, seen: set[str]) -> _Loaded:
    if candidate.name in seen:
        msg = "another plugin has the same name"
        raise PluginError(msg, plugin=candidate.name)
    seen.add(candidate.name)
    plugin = candidate.load()
    if inspect.isclass(plugin):
        msg = f"{plugin.__name__} is a class: register an instance of it"
        raise PluginError(msg, plugin=candidate.name)
    manager = _Manager(PROJECT)
    manager.add_hookspecs(hookspecs)
    _check_hooks(manager, plugin, candidate.name)
    manager.register(plugin, candidate.name)
    manager.check_pending()
    declared = [check_options(each, candidate.name) for each in _returned(manager, "newskit_options")]
    return _Loaded(manager, declared[0] if declared else None)


class _Manager(pluggy.PluginManager):
    """Looks for hooks among a module's functions alone: pluggy asks each of its names with much ceremony, and twice."""

    def parse_hookimpl_opts(self, plugin: object, name: str) -> pluggy.HookimplOpts | None:
        if inspect.ismodule(plugin) and not isinstance(vars(plugin).get(name), _MARKABLE):
            return None
        return super().parse_hookimpl_opts(plugin, name)


_MARKABLE = (FunctionType, MethodType, staticmethod, classmethod)


def _check_hooks(manager: pluggy.PluginManager, plugin: object, name: str) -> None:
    """Refuse a hook that is misspelt, one that is not marked, and a plugin that has none."""
    found = ((each, manager.parse_hookimpl_opts(plugin, each)) for each in dir(plugin))
    marked = {marks["specname"] or each: marks["optionalhook"] for each, marks in found if marks is not None}
    for each, is_optional in marked.items():
        if each not in HOOKS and not is_optional:
            raise PluginError(f"unknown hook {each!r}{there(each, HOOKS)}", plugin=name)
    for each in HOOKS:
        if each not in marked and callable(inspect.getattr_static(plugin, each, None)):
            raise PluginError(
                f"{each} is there, and not marked as a hook: put @newskit.hookimpl before it", plugin=name
            )
    if not {"newskit_extractors", "newskit_formats"} & marked.keys():
        msg = "it implements no hook: mark newskit_extractors or newskit_formats with newskit.hookimpl"
        raise PluginError(msg, plugin=name)


class _Loaded(NamedTuple):
    """A plugin that could be loaded, with the class of its options."""

    manager: pluggy.PluginManager
    options: type | None

    def register(self, info: PluginInfo, config: Config) -> PluginInfo:
        """Call the hooks one by one, outside pluggy's own loop, where one failure would cost everyone's result."""
        options = read_options(self.options, config.options.get(info.name), info.name)
        extractors = [
            evolve(_checked(each, Extractor, info.name), plugin=info.name)
            for each in _call(self.manager, "newskit_extractors", config=config, options=options)
        ]
        formats = [
            evolve(_checked(each, Format, info.name), plugin=info.name)
            for each in _call(self.manager, "newskit_formats", options=options)
        ]
        _check_distinct("extractors", [each.name for each in extractors], info.name)
        _check_distinct("formats", [each.name for each in formats], info.name)
        _check_format_names(formats, info.name)
        return evolve(info, status="active", extractors=tuple(extractors), formats=tuple(formats))


def _check_distinct(what: str, names: list[str], plugin: str) -> None:
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        msg = f"it registers two {what} named {twice[0]!r}"
        raise PluginError(msg, plugin=plugin)


def _check_format_names(formats: Iterable[Format], plugin: str) -> None:
    """Refuse a name that the command cannot take and a run cannot end its files with."""
    for each in formats:
        if not _FORMAT_NAME.fullmatch(each.name):
            msg = f"a format is named {each.name!r}: expected letters, digits, and - _ ."
            raise PluginError(msg, plugin=plugin)


def _returned(manager: pluggy.PluginManager, hook: str, **arguments: object) -> Iterator[object]:
    for implementation in getattr(manager.hook, hook).get_hookimpls():
        given = {name: arguments[name] for name in implementation.argnames}
        yield implementation.function(**given)


def _call(manager: pluggy.PluginManager, hook: str, **arguments: object) -> Iterable[object]:
    for result in _returned(manager, hook, **arguments):
        if not isinstance(result, Iterable):
            msg = f"{hook} returned {type(result).__name__}, expected an iterable"
            raise PluginError(msg)
        yield from result


def _checked(value: object, expected: type[T], plugin: str) -> T:
    if not isinstance(value, expected):
        hint = "; decorate it with newskit.extractor" if callable(value) and expected is Extractor else ""
        msg = f"expected {expected.__name__} objects, got {value!r}{hint}"
        raise PluginError(msg, plugin=plugin)
    return value
