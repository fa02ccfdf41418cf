"""The examples of rules, tried: each must give what its record says, and nothing where it says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from attrs import frozen

from newskit.errors import PluginError
from newskit.extractor import Extractor
from newskit.kit import Kit
from newskit.languages import ENGLISH
from newskit.plugins import PluginInfo, Registry, discover, name_of
from newskit.rules import Example, Place, Rule, Rules

Answer = tuple[int, int, str]
"""Start and end of an annotation, and how the rules tell it."""


@frozen
class Miss:
    """An example that does not come out: of which rule, where it stands, and what came instead."""

    rule: str
    example: Example
    message: str

    @property
    def place(self) -> Place:
        """The file and line of the example."""
        return self.example.place

    def __str__(self) -> str:
        return str(self.place.error(f"rule {self.rule!r}: {self.message}"))


def wrong_examples(plugin: str, *, add: Iterable[object] = ()) -> tuple[Miss, ...]:
    """Try every example of a plugin's rules and return those that do not come out, in the order of the files.

    They are read by the plugin, with the options of its rules, and by those plugins whose annotations it reads. Where
    it is not installed, ``add`` gives it. Raises ``InputError`` where its files or theirs cannot be read,
    ``PluginError`` where the plugin is not there or does not fit.
    """
    registry = discover(add=add)
    if plugin not in {each.name for each in registry.plugins if each.status == "active"}:
        raise PluginError(f"no plugin {plugin!r} is active", plugin=plugin)
    return tried(plugin, registry, add=add)


def tried(plugin: str, registry: Registry, *, add: Iterable[object] = ()) -> tuple[Miss, ...]:
    """Do the same with the plugins that have been found."""
    makers = [each for each in registry.extractors if each.plugin == plugin]
    return tuple(miss for maker in makers for rules in maker.rules for miss in _of(maker, rules, registry, add))


def _of(maker: Extractor, rules: Rules, registry: Registry, add: Iterable[object]) -> Iterator[Miss]:
    names = _needed(maker, registry.plugins)
    for needed in registry.plugins:
        for each in rules_of(needed) if needed.name in names else ():
            each.check()
    added = [each for each in add if name_of(each) in names]
    language = (*maker.languages, ENGLISH)[0]
    kit = Kit(plugins=names, add=added, options={maker.plugin: dict(rules.options)} if rules.options else {})

    def answers(rule: Rule, text: str) -> list[tuple[object, Answer]]:
        document = kit.extract(text, published=rules.published, language=language)
        for failure in document.failures:
            raise ValueError(failure.error)
        found: tuple[Any, ...] = document[maker.makes]
        # Who made but a part of it, or changed it, an annotation does not tell.
        whole = not maker.revises and (not rule.reader or rule.reader not in rules.parts)
        return [
            (getattr(each, "rule", None) if whole else None, told) for each in found for told in rules.told(rule, each)
        ]

    for rule in rules:
        yield from _misses(rule, rules.rest, answers)


def _misses(
    rule: Rule, rest: str | None, answers: Callable[[Rule, str], list[tuple[object, Answer]]]
) -> Iterator[Miss]:
    for example in (*rule.yes, *rule.no):
        try:
            found = answers(rule, example.text)
        except ValueError as exc:
            yield Miss(rule.name, example, f"{example.marked!r} failed: {exc}")
            continue
        message = _wrong(rule, rest, example, found)
        if message:
            yield Miss(rule.name, example, message)


def _wrong(rule: Rule, rest: str | None, example: Example, found: list[tuple[object, Answer]]) -> str | None:
    name = rule.name
    if not example.answers:
        counted = [each for by, each in found if rest is None or by == name or rest not in (name, by)]
        inside = [each for each in counted if any(each[0] < end and start < each[1] for start, end in example.spans)]
        if rule.refuses and example.place.field == "no":
            return None if inside else f"nothing in {example.marked!r}, where something is to be found"
        return f"{_told(inside, example)} in {example.marked!r}, where nothing is to be found" if inside else None
    own = sorted(each for by, each in found if by in {None, name})
    wanted = [(*span, answer) for span, answer in zip(example.spans, example.answers, strict=True)]
    if own == wanted:
        return None
    others = "".join(f"; {by}: {_told([each], example)}" for by, each in found if by not in {None, name})
    return f"expected {_told(wanted, example)}, got {_told(own, example) or 'nothing'}{others}"


def _told(answers: list[Answer], example: Example) -> str:
    return ", ".join(f"{example.text[start:end]!r} = {answer}" for start, end, answer in answers)


def _needed(maker: Extractor, plugins: tuple[PluginInfo, ...]) -> list[str]:
    """Return the names of an extractor's plugin and of those that make what it reads, and so on."""
    own = next(each for each in plugins if each.name == maker.plugin)
    names, kinds = [own.name], [kind for each in own.extractors for kind in each.sees]
    made = {each.makes for each in own.extractors if not each.revises}
    for kind in kinds:
        if kind in made:
            continue
        made.add(kind)
        for info in plugins:
            if info.name not in names and any(each.makes is kind for each in info.extractors):
                names.append(info.name)
                kinds += [read for each in info.extractors for read in each.sees]
    return names


def rules_of(plugin: PluginInfo) -> tuple[Rules, ...]:
    """Return the rules of a plugin's extractors, each file once."""
    return tuple({id(rules): rules for each in plugin.extractors for rules in each.rules}.values())
