"""Words with their classes and values, read from a file, and the words that are made of others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from attrs import frozen

from newskit.hints import there
from newskit.rules.reading import declared
from newskit.rules.record import Place
from newskit.text import Kept, lower_case

OTHER = "OTHER"
"""The class of the words that have none."""


@frozen
class Word:
    """What a word is to the rules: its class and its value within the class."""

    label: str
    value: str = ""


NO_CLASS = Word(OTHER)


class _Listed(NamedTuple):
    any_case: dict[str, Word]
    capital: dict[str, Word]
    labels: dict[str, Place]
    declared: Collection[str]


class Vocabulary:
    """The words of a file whose entries read ``CLASS=VALUE WORD`` or ``CLASS WORD``.

    A line ``CLASS: what it is`` declares a class; where a file declares any it has no others, where it declares none a
    rule has to name each. An entry in lower case fits any case; one with a capital must have one in the text, and goes
    before the other there (the nouns of German beside its verbs). ``made`` gives the class of words that no list can
    hold, such as figures and compounds, None for those that have none; ``made_classes`` names the classes that it may
    give. The file is read when the first word is looked up. Raises ``InputError`` with file and line for a class that
    is not known and for a word in two.
    """

    def __init__(
        self,
        package: str,
        name: str,
        *,
        made: Callable[[str], Word | None] | None = None,
        made_classes: Iterable[str] = (),
    ) -> None:
        self.package, self.name = package, name
        self._made, self._made_classes = made, frozenset(made_classes)
        self._known = Kept(self._classified, 1 << 12)  # asked of few words, most of them again and again

    @cached_property
    def _listed(self) -> _Listed:
        declares, entries = declared(self.package, self.name)
        path = f"{self.package}/{self.name}"
        listed = _Listed({}, {}, {}, declares)
        made: dict[str, Word] = {}
        where: dict[tuple[bool, str], int] = {}
        for number, line in entries:
            head, blank, written = line.partition(" ")
            label, _, value = head.partition("=")
            if not blank or not label.isupper() or " " in written:
                raise Place(path, number).error(f"an entry reads CLASS=VALUE WORD, got {line!r}")
            if label not in listed.labels:
                listed.labels[label] = Place(path, number)
            word = made.get(head)
            if word is None:
                word = made[head] = Word(label, value)
            capital, lower = written[0].isupper(), lower_case(written)
            table = listed.capital if capital else listed.any_case
            before = table.setdefault(lower, word)
            if before is not word and before != word:
                first = where[capital, lower]
                raise Place(path, number).error(
                    f"{written!r} is in two classes, {label} and {before.label} (line {first}); a word has one"
                    if before.label != label
                    else f"{written!r} has two values in {label}, {value!r} and {before.value!r} (line {first})"
                )
            where.setdefault((capital, lower), number)
        return listed

    @cached_property
    def classes(self) -> frozenset[str]:
        """All classes, those of the file and those of made words."""
        return self._made_classes | self._listed.labels.keys()

    def _check(self, named: Collection[str]) -> None:
        """Raise ``InputError`` for a class that the file does not declare or, where it declares none, no rule names."""
        known = self._listed.declared or named
        for label, place in self._listed.labels.items():
            if label not in known:
                wrong, heading = "no rule names the class", "they name"
                if self._listed.declared:
                    wrong, heading = "no class is named", ""
                raise place.error(f"{wrong} {label!r}{there(label, sorted(known), heading=heading)}")

    @property
    def in_any_case(self) -> frozenset[str]:
        """The words that have a class in any case, in lower case."""
        return frozenset(self._listed.any_case)

    @property
    def whole(self) -> Mapping[str, Word] | None:
        """All words by their lower case, None where that does not tell the class: of capitals, of words made."""
        return None if self._made or self._listed.capital else self._listed.any_case

    def listed(self, word: str) -> Word | None:
        """Return the class that the file gives to a word as it is written, None where it gives none."""
        lower = lower_case(word)
        found = self._listed.capital.get(lower) if word[:1].isupper() else None
        return found or self._listed.any_case.get(lower)

    def word(self, written: str) -> Word:
        """Return the class and value of a word as it is written; class ``OTHER`` where it has none."""
        return self._known[written]

    def _classified(self, written: str) -> Word:
        """Return what ``word`` does, worked out anew."""
        return self.listed(written) or (self._made(written) if self._made else None) or NO_CLASS
