"""Of what body somebody is to whom the article gives no office: "said Ann Poe of Acme", "Ann Poe (Lima), Al Roe …"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import regex

from newskit.kinds import Entity
from newskit.linking.words import OWNING, one_of
from newskit.spans import Span
from newskit.text import lazy_pattern, once

_PLACED = rf"(?:\p{{Lu}}\p{{Ll}}++\s++(?=(?:\p{{Ll}}++\s++){{0,2}}{one_of('club')}\s++\p{{Lu}}))?+"
TO_BODY = (
    rf"(?:(?:the|an?)\s++{_PLACED})?+(?:\p{{Ll}}[\p{{Ll}}-]++\s++){{0,3}}+"
    r"(?:(?:\p{Lu}\w*+\s)?+[\p{Lu}\w]*+-based\s++)?+"
)
"""What stands before a body's name: "of | the rebel group | Zorvo", "from | the Lima-based | Acme Trust"."""
_PART = r"['’]s(?:\s\p{Ll}++){1,4}?(?=\s*+[,.;:)]|\s(?:who|has|had|is|was|will|said|says)\b|\s\p{Ll}++(?<=ed)\b)"
OF_KIND = rf"(?:\s(?:trade\s|news)?+(?:{one_of('common_body')}|party|paper|group)\b|{_PART})?+"
"""What may stand behind it: "of the Zorvo | union", "of Zorvo Police|'s roads unit"."""
_BEHIND = lazy_pattern(rf"(?P<comma>,)?+\s++(?P<link>(?:of|from|with|at|(?<=,\s)for)\b|\()\s*+{TO_BODY}")
_LEADING = (" of ", " from ", " with ", " at ", ", of ", ", from ", ", with ", ", for ", " (")
_STYLED = lazy_pattern(r",\s++(?:(?:Sir|Lord|Lady|Dame|Baroness|Mr|Mrs|Ms|Dr)\.?+\s++)?+\Z")
_FOR = lazy_pattern(r"\bFor\s++(?:the\s++)?+\Z")
"""What begins a sentence of who speaks for a body: "For the | Harbor Party, Sir Al Roe said"."""
_SAID = lazy_pattern(rf"\b(?:{one_of('speaking')}|according\s++to)\s++\Z", regex.IGNORECASE)
_REACH = 16
"""Characters of what is sought before a name."""
_ENDED = lazy_pattern(
    rf"{OF_KIND}(?:\s*+(?:[,.;:]|\Z)|\n|"
    rf"\s(?:who|has|had|is|was|will|would|in|on|{one_of('subject_verb')}|{one_of('speaking')}|\p{{Ll}}++(?<=ed))\b)"
)
"""What ends a body behind a name; a noun would go on with it: "of the Acme | crisis"."""
_TELLS = lazy_pattern(rf"(?:\sin(?:\s\p{{Lu}}[\w'’-]*+){{1,3}}+)?+,?+\s(?:{one_of('speaking')})\b")
"""Speech behind a body, with or without where that is: "of the Acme Trust | in Cape Town says"."""
_BRACKETS = lazy_pattern(
    r"\s\((\p{Lu}[\p{L}.'’&-]*+(?:\s[\p{L}&][\p{L}.'’&-]*+){0,4}+)(?:/\p{Lu}{2,4}+|,\s(?:capt|captain|c))?+\)"
    r"(?=\s*+[,;.]|\s*+\n|\s(?:and|v)\s|\Z)"
)
"""A club, a land or a party in brackets behind one of a list."""
_FEWEST = 3
"""People of a list who have such brackets, fewest."""
_MOST = 20


class Belonging:
    """Ties people without an office to bodies: those that are named at offsets, ``starting`` and ``ending`` there."""

    def __init__(
        self, text: str, people: Sequence[Entity], starting: Mapping[int, tuple[str, int]], ending: Mapping[int, str]
    ) -> None:
        self.text, self._people, self._starting, self._ending = text, people, starting, ending

    def of(self, person: Entity) -> tuple[str | None, str]:
        """Return the body that a person is said to be of, and the rule that says so."""
        beside = next(filter(None, (self.beside(each.span, person.name) for each in person.mentions[:_MOST])), None)
        if beside:
            return beside, "body beside a name"
        told = map(self._brackets.get, (each.span.end for each in person.mentions))
        return next(filter(None, told), None), "brackets of a list"

    def beside(self, name: Span, whole: str) -> str | None:
        """Return the body that owns a name, or that stands behind it and ends there: "said Ann Poe of | Acme"."""
        if self.text.endswith(OWNING, 0, name.start):
            owner = self._ending.get(name.start - 3) or self._ending.get(name.start - 2)
            if owner:
                return owner
        spoken_for = self._spoken_for(name)
        if spoken_for:
            return spoken_for
        gap = _BEHIND.match(self.text, name.end) if self.text.startswith(_LEADING, name.end) else None
        body, end = self._starting.get(gap.end(), (None, 0)) if gap else (None, 0)
        if gap is None or body is None or body == "".join(word[0] for word in whole.split()):
            return None  # "Ana Maria Lopez (AML)"
        link = gap["link"]
        if link == "(":
            return body if self.text[end : end + 1] == ")" else None
        if not _ENDED.match(self.text, end):
            return None
        return body if link == "of" or self._told(name, end, apart=bool(gap["comma"])) else None

    def _spoken_for(self, name: Span) -> str | None:
        """Return the body before a name for which somebody speaks: "For the | Harbor Party, | Sir Al Roe said"."""
        apart = _STYLED.search(self.text, max(0, name.start - _REACH), name.start)
        body = self._ending.get(apart.start()) if apart else None
        if apart is None or body is None or not _TELLS.match(self.text, name.end):
            return None
        start = apart.start() - len(body)
        return body if _FOR.search(self.text, max(0, start - _REACH), start) else None

    def _told(self, name: Span, end: int, *, apart: bool) -> bool:
        """Tell whether somebody speaks who is "at" or "from" a body, not who was hired "from | Acme"."""
        if _SAID.search(self.text, max(0, name.start - _REACH), name.start) or _TELLS.match(self.text, end):
            return True
        return apart and self.text[end : end + 1] == ","

    @once
    def _brackets(self) -> dict[int, str]:
        """What stands in brackets behind the people of a list, by the ends of their names: "Ann Poe | (Lima)"."""
        spans = [each.span for person in self._people for each in person.mentions]
        told = {span.end: each for span in spans if (each := _BRACKETS.match(self.text, span.end))}
        cast = any(span.start - 2 in told for span in spans)  # "Ann Poe (Juliet)"
        return {} if cast or len(told) < _FEWEST else {end: each[1] for end, each in told.items()}
