"""What a rule's name opens: what the rule says and an example of it, from the records of the installed plugins."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from newskit.errors import NewskitError, PluginWarning
from newskit.formats.html.marks import element, letters, pieces
from newskit.kinds import Entity, Part, Quote, TimeExpression, Title
from newskit.languages import fits

if TYPE_CHECKING:
    from newskit.extractor import Extractor
    from newskit.formats.html.article import Names
    from newskit.rules import Example, Rule

_KINDS: Mapping[str, type] = {"quote": Quote, "entity": Entity, "title": Title, "date": TimeExpression, "part": Part}


@frozen
class _Known:
    """A rule, and the languages that its extractor is made for; none where it is for any."""

    rule: Rule
    languages: tuple[str, ...]


@cache
def _records() -> Mapping[tuple[type, str], tuple[_Known, ...]]:
    """Return the rules of the installed plugins by the kind that they make and their name, read once in a process."""
    # Reading the plugins takes longer than the import of this package, and only who makes a page needs it.
    from newskit.plugins import discover  # noqa: PLC0415

    found: dict[tuple[type, str], tuple[_Known, ...]] = {}
    with warnings.catch_warnings(), suppress(NewskitError):  # what is wrong is told where articles are read
        warnings.simplefilter("ignore", PluginWarning)
        for plugin in discover().plugins:
            for maker in plugin.extractors:
                for rule in _readable(maker):
                    place = maker.makes, rule.name
                    found[place] = (*found.get(place, ()), _Known(rule, maker.languages))
    return found


def _readable(maker: Extractor) -> Iterator[Rule]:
    """Yield the rules of an extractor, without files that cannot be read: ``newskit plugins --rules`` tells of them."""
    for rules in maker.rules:
        with suppress(NewskitError):
            yield from rules


@define
class RuleCards:
    """Makes names of rules into buttons, and keeps what they open for the end of the page."""

    names: Names
    language: str
    _used: dict[tuple[str, str], Rule] = field(factory=dict, init=False)

    def name(self, layer: str, rule: str | None) -> str:
        """Return the name of a rule of a layer as a button, as plain text where no installed plugin has such a rule."""
        if not rule:
            return ""
        if (layer, rule) not in self._used:
            record = self._record(layer, rule)
            if record is None:
                return f"{element('span', class_='rule')}{letters(rule)}</span>"
            self._used[layer, rule] = record
        opening = element("button", type="button", class_="rule", popovertarget=self._id(layer, rule))
        return f"{opening}{letters(rule)}</button>"

    def cards(self) -> str:
        """Return what the names open, each once."""
        return "\n".join(self._card(layer, rule) for (layer, _), rule in self._used.items())

    def _record(self, layer: str, rule: str) -> Rule | None:
        """Return the record of that name, the one for the article's language where plugins share a name."""
        known = _records().get((_KINDS[layer], rule), ())
        fitting = (each for each in known if not each.languages or fits(self.language, each.languages))
        found = next(fitting, known[0] if known else None)
        return found.rule if found else None

    def _id(self, layer: str, rule: str) -> str:
        return self.names.entry("rule", [*self._used].index((layer, rule)))

    def _card(self, layer: str, rule: Rule) -> str:
        says = f"Refuses {rule.finds}" if rule.refuses else rule.finds
        shown = ""
        with suppress(NewskitError):  # an example that is none is told by `newskit plugins --rules --check`
            shown += "".join(_example(each, "example") for each in rule.yes[:1])
            shown += "".join(_example(each, "example not") for each in rule.no[:1])
        opening = element("div", id=self._id(layer, rule.name), class_="rule-card", popover="", role="note")
        return f"{opening}<p><b>{letters(rule.name)}</b></p><p>{letters(says)}</p>{shown}</div>"


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
