"""The kit that every process of a run builds for itself, from names and options."""

from __future__ import annotations

import warnings
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Any

import orjson
from attrs import frozen

from newskit.added import Added, load
from newskit.errors import CorpusError, InputError, PluginError, UnmadeKindWarning
from newskit.kit import Kit

Versions = tuple[tuple[str, str], ...]


@frozen
class KitSpec:
    """A kit as names and options, which another process can build again; equal specs give equal answers.

    ``plugins`` pairs each active plugin's name with its distribution and version, or with the digest of its files where
    it is one of those to ``add``, whose paths those are; ``options`` is JSON; ``timeout`` is that of ``Kit``.
    """

    plugins: Versions
    prefer: tuple[str, ...]
    options: str
    timeout: float | None = None
    add: tuple[str, ...] = ()

    @classmethod
    def choose(
        cls,
        *,
        plugins: Iterable[str] | None = None,
        block: Iterable[str] | None = None,
        add: Iterable[str] = (),
        prefer: Iterable[str] = (),
        options: Mapping[str, Mapping[str, Any]] | None = None,
        timeout: float | None = None,
    ) -> KitSpec:
        """Settle the choice that the arguments of ``Kit`` leave to the environment and to what is installed.

        Raises what ``Kit`` raises, ``PluginError`` where a plugin that is named is broken, since a corpus done without
        it would have to be done again, and ``InputError`` for options that JSON cannot hold.
        """
        named = tuple(plugins) if plugins is not None else None
        added = [load(path) for path in add]
        modules = [each.module for each in added]
        kit = Kit(plugins=named, block=block, add=modules, prefer=prefer, options=options, timeout=timeout)
        _check_whole(kit, {*(named or ()), *(module.__name__ for module in modules)})
        try:
            text = orjson.dumps(options or {}, option=orjson.OPT_SORT_KEYS).decode()
        except orjson.JSONEncodeError as exc:
            raise InputError(f"options that other processes are given must be JSON: {exc}") from None
        return cls(_versions(kit, added), kit.prefer, text, timeout, tuple(str(each.path) for each in added))

    def build(self) -> Kit:
        """Return this process's kit, made at the first call.

        Raises ``CorpusError`` where the plugins of this process are others than those the run was started with.
        """
        return _build(self)


def _check_whole(kit: Kit, asked_for: Collection[str]) -> None:
    for plugin in kit.registry.plugins:
        if plugin.status == "broken" and plugin.name in asked_for:
            msg = f"plugin {plugin.name} was asked for and is broken ({plugin.error}); a run does not go without it"
            raise PluginError(msg, plugin=plugin.name, distribution=plugin.distribution)


def _versions(kit: Kit, added: Iterable[Added]) -> Versions:
    digests = {each.module.__name__: f"added, {each.digest}" for each in added}
    return tuple(
        (plugin.name, digests.get(plugin.name) or f"{plugin.distribution} {plugin.version}")
        for plugin in kit.registry.plugins
        if plugin.status == "active"
    )


@cache
def _build(spec: KitSpec) -> Kit:
    added = [load(path) for path in spec.add]
    modules = {each.module.__name__: each.module for each in added}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UnmadeKindWarning)  # told once, where the run was started
        kit = Kit(
            plugins=[name for name, _ in spec.plugins if name not in modules],
            block=(),
            add=modules.values(),
            prefer=spec.prefer,
            options=orjson.loads(spec.options),
            timeout=spec.timeout,
        )
    found = _versions(kit, added)
    if found != spec.plugins:
        msg = f"a worker found other plugins than the run began with: {_list(found)}; expected {_list(spec.plugins)}"
        raise CorpusError(msg)
    return kit


def _list(versions: Versions) -> str:
    return ", ".join(f"{name} ({origin})" for name, origin in versions) or "none"
