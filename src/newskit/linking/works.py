"""Works: what somebody is whom the article gives no office, by a verb before the name: "starring | Ann Poe"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import regex

from newskit.kinds import Entity
from newskit.linking.words import OWNING, WORDS, table
from newskit.spans import Span
from newskit.text import lazy_pattern

_PARTS = table("part")
_PART = lazy_pattern(
    rf"(?:,?\s++(?:(?:which|that|who)\s++)?+(?:(?:is|was|are|were|also|and)\s++){{0,2}}+)?+"
    rf"\b({'|'.join(sorted(_PARTS, key=len, reverse=True))})\s++\Z".replace(" ", r"\s++"),
    regex.IGNORECASE,
)
_SENTENCE = lazy_pattern(r"[^.!?\n]*+\Z")
_WORD = lazy_pattern(r"\p{L}++")
_LAST = lazy_pattern(
    r"(\p{L}[\p{L}\p{N}’'-]*+|[\"”’'])(?:[\s,–—-]|\b(?:was|were|is|are|and|written|\p{Ll}++(?<=ly|ed))\b)*+\Z"
)
"""What is named last before such a verb."""
_TOLD = lazy_pattern(r"\b([Tt]he|[Aa]n?)((?:\s++[\p{L}-]++){1,4}+)\Z")
"""What is made or led, told by its noun: "the Peruvian government|, headed by"."""
_CLOSING, _PRONOUNS = frozenset("\"”’'"), frozenset(("it", "which"))
_FAR = 200
_LONGEST = 60
"""Characters that it takes up at most."""
_ENDS = tuple(sorted({f" {form.rpartition(' ')[2]} " for form in _PARTS} | {"Starring ", "Co-starring "}))
"""What a name has before it behind such a verb, which is looked for first."""
_JOINS = (", and ", ", ", " and ")
"""What stands between the names of several."""
_SEVERAL = 8
_MOST = 20


class Works:
    """Tells what those are whom a verb of taking part, making or leading names, of one article."""

    def __init__(self, text: str, people: Sequence[Entity], ending: Mapping[int, str]) -> None:
        self.text, self._ending = text, ending
        self._starts = {each.span.end: each.span.start for person in people for each in person.mentions}

    def of(self, person: Entity) -> str | None:
        """Return what a person is, with the body that is named before the verb: "founder of Acme"."""
        return next(filter(None, (self._part(each.span) for each in person.mentions[:_MOST])), None)

    def _part(self, name: Span) -> str | None:
        if self.text.startswith(OWNING, name.end) or " " not in name.text:
            return None
        start = name.start
        for _ in range(_SEVERAL):
            if self.text.endswith(_ENDS, 0, start):
                return self._told(start)
            join = next((each for each in _JOINS if self.text.endswith(each, 0, start)), None)
            before = self._starts.get(start - len(join)) if join else None
            if before is None:
                return None
            start = before
        return None

    def _told(self, start: int) -> str | None:
        """Return what the verb before a name says, with the body of which it says so."""
        found = _PART.search(self.text, max(0, start - _LONGEST), start)
        if found is None:
            return None
        role, body = _PARTS[" ".join(found[1].lower().split())], self._ending.get(found.start())
        if role in WORDS["work_role"] and not self._is_work(found.start()):
            return None
        if role not in WORDS["part_of_body"]:
            return role
        told = None if body else _TOLD.search(self.text, max(0, found.start() - _LONGEST), found.start())
        body = " ".join((told[1].lower(), *told[2].split())) if told else body
        return f"{role} of {body}" if body else role

    def _is_work(self, end: int) -> bool:
        """Tell whether what is told of before an offset may be a work: no "attack | directed by Ann Poe"."""
        before = _SENTENCE.search(self.text, max(0, end - _FAR), end)
        told = before[0].rstrip() if before else ""
        if not told or not WORDS["work"].isdisjoint(_WORD.findall(told.lower())):
            return True
        last = _LAST.search(told)
        return last is not None and (last[1][0].isupper() or last[1] in _CLOSING or last[1].lower() in _PRONOUNS)
