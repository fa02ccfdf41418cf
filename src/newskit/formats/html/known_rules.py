"""What a rule's name opens: what the rule says and an example of it, from the records of the installed plugins."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from attrs import define, field

from newskit.errors import NewskitError, PluginWarning
from newskit.formats.html.marks import element, letters, pieces
from newskit.kinds import Entity, Part, Quote, TimeExpression, Title

if TYPE_CHECKING:
    from newskit.formats.html.article import Names
    from newskit.rules import Example, Rule

_KINDS: Mapping[str, type] = {"quote": Quote, "entity": Entity, "title": Title, "date": TimeExpression, "part": Part}


@cache
def _records() -> Mapping[tuple[type, str], Rule]:
    """Return the rules of the installed plugins by the kind that they make and their name, read once in a process."""
    # Reading the plugins takes longer than the import of this package, and only who makes a page needs it.
    from newskit.examples import rules_of  # noqa: PLC0415
    from newskit.plugins import discover  # noqa: PLC0415

    found: dict[tuple[type, str], Rule] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PluginWarning)  # told where articles are read
        plugins = discover().plugins
    for plugin in plugins:
        kinds = {id(rules): maker.makes for maker in plugin.extractors for rules in maker.rules}
        for rules in rules_of(plugin):
            try:
                found.update(((kinds[id(rules)], rule.name), rule) for rule in rules)
            except NewskitError:  # `newskit plugins --rules` tells what is wrong in the file
                continue
    return found


@define
class RuleCards:
    """Makes names of rules into buttons, and keeps what they open for the end of the page."""

    names: Names
    _used: dict[tuple[str, str], Rule] = field(factory=dict, init=False)

    def name(self, layer: str, rule: str | None) -> str:
        """Return the name of a rule of a layer as a button, as plain text where no installed plugin has such a rule."""
        if not rule:
            return ""
        record = _records().get((_KINDS[layer], rule))
        if record is None:
            return f"{element('span', class_='rule')}{letters(rule)}</span>"
        self._used[layer, rule] = record
        opening = element("button", type="button", class_="rule", popovertarget=self._id(layer, record))
        return f"{opening}{letters(rule)}</button>"

    def cards(self) -> str:
        """Return what the names open, each once, in the order of the names."""
        return "\n".join(
            self._card(layer, rule) for (layer, _), rule in sorted(self._used.items(), key=lambda each: each[0])
        )

    def _id(self, layer: str, rule: Rule) -> str:
        return self.names.entry(f"rule-{layer}", rule.order)

    def _card(self, layer: str, rule: Rule) -> str:
        says = f"Refuses {rule.finds}" if rule.refuses else rule.finds
        shown = [_example(each, "example") for each in _first(rule.yes)]
        shown += [_example(each, "example not") for each in _first(rule.no)]
        opening = element("div", id=self._id(layer, rule), class_="rule-card", popover="", role="note")
        return f"{opening}<p><b>{letters(rule.name)}</b></p><p>{letters(says)}</p>{''.join(shown)}</div>"


def _first(examples: Iterable[Example]) -> list[Example]:
    return [*examples][:1]


def _example(example: Example, class_: str) -> str:
    """Return an example with the words in question marked, and what comes out."""
    ranges = [(start, end, None) for start, end in example.spans]
    text = "".join(
        f"<mark>{letters(example.text[start:end])}</mark>" if inside else letters(example.text[start:end])
        for start, end, inside in pieces(ranges, len(example.text))
    )
    before = "Not: " if "not" in class_ else ""
    given = f" → {letters('; '.join(example.answers))}" if example.answers else ""
    return f"{element('p', class_=class_)}{before}{text}{given}</p>"
