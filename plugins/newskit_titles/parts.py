"""The parts of a title: role, organisation, place, and what the organisation belongs to."""

from __future__ import annotations

from attrs import define

from newskit.text import Tokens
from newskit_titles.lexicon import (
    BODY_NOUNS,
    FIELDS,
    INNER,
    LEADS,
    LONGEST_PLACE,
    OF_PLACE,
    ORGANISATION_NOUNS,
    SHORT,
    is_place,
)

_POSSESSIVE = ("'s", "’s", "'", "’")
_JOINS = ("of", "and", "&", "for", "the", ",")


@define
class Parts:
    """What a title says beside where it stands."""

    role: list[str]
    organization: str | None = None
    place: str | None = None
    within: str | None = None


class Reader:
    """Reads the parts of phrases of one text."""

    def __init__(self, text: str, tokens: Tokens) -> None:
        self.text, self.tokens = text, tokens

    def written(self, first: int, last: int) -> str | None:
        """Return the text of the tokens ``first:last`` on one line, None where there are none."""
        if first >= last:
            return None
        return " ".join(self.text[self.tokens.starts[first] : self.tokens.ends[last - 1]].split())

    def leading_place(self, first: int, last: int) -> int:
        """Return the end of the longest place name that begins at a token, the token itself where none does."""
        for end in range(min(last, first + LONGEST_PLACE + 2), first, -1):
            if is_place((self.written(first, end) or "",)):
                return end
        return first

    def read(self, start: int, head: int, after: int) -> Parts:
        """Take the left side of a title apart.

        ``start`` is its first token behind the article, ``head:after`` its noun. Words of the role stand next to the
        noun, adjectives such as "former" also in front; what lies between names the place and the organisation.
        """
        lower = self.tokens.lower
        role = head
        while role > start and self._of_role(role - 1):
            role -= 1
        while role < head and self._ends_body(start, role):
            role += 1
        middle = start
        while middle < role and lower[middle] in LEADS and self.leading_place(middle, role) == middle:
            middle += 1
        parts = Parts([text for text in (self.written(start, middle), self.written(role, after)) if text])
        self._middle(middle, role, parts)
        return parts

    def _of_role(self, index: int) -> bool:
        lower = self.tokens.lower
        word = lower[index - 1] if lower[index] == "." and index else lower[index]
        if word in SHORT or word in INNER or word in LEADS:
            return True
        return self.tokens.words[index][0].islower() and word not in _POSSESSIVE and word not in _JOINS

    def _ends_body(self, start: int, index: int) -> bool:
        """Tell whether a body's noun belongs to the name before it: "Farlow campaign | manager"."""
        if self.tokens.lower[index] not in BODY_NOUNS or index == start:
            return False
        return self.tokens.words[index - 1][0].isupper() and self.tokens.lower[index - 1] not in LEADS

    def _middle(self, first: int, last: int, parts: Parts) -> None:
        lower = self.tokens.lower
        marks = [index for index in range(first, last) if lower[index] in _POSSESSIVE]
        if marks:
            self._owned(first, marks[-1], last, parts)
            return
        if not any(self.tokens.words[index][0].isupper() for index in range(first, last)):
            return
        place = self.leading_place(first, last)
        rest = range(place, last)
        generic = (
            bool(rest)
            and lower[last - 1] in ORGANISATION_NOUNS
            and all(lower[index] in FIELDS or lower[index] in ORGANISATION_NOUNS for index in rest)
        )
        if place == last:
            parts.place = self.written(first, last)
        elif place > first and generic:
            parts.place, parts.organization = self.written(first, place), self.written(place, last)
        else:
            parts.organization = self.written(first, last)

    def _owned(self, first: int, mark: int, last: int, parts: Parts) -> None:
        """``first:mark`` is the possessor, ``mark + 1:last`` the organisation that it has."""
        lower, words = self.tokens.lower, self.tokens.words
        if lower[first] == "the" and mark > first + 1:
            first += 1
        if not any(words[index][0].isupper() for index in range(first, mark)):
            return
        possessor = self.written(first, mark)
        parts.organization = self.written(mark + 1, last)
        if self.leading_place(first, mark) == mark:
            parts.place = possessor
        elif parts.organization:
            parts.within = possessor
        else:
            parts.organization = possessor

    def govern(self, parts: Parts, noun: str, preposition: str, first: int, last: int) -> None:
        """Add what stands behind the noun and a preposition: tokens ``first:last``, the article left out."""
        lower, words = self.tokens.lower, self.tokens.words
        if all(lower[index] in FIELDS or lower[index] in ("and", "&", ",") for index in range(first, last)):
            parts.role.append(f"{preposition} {self.written(first, last)}")
            return
        if not any(words[index][0].isupper() for index in range(first, last)):
            parts.role.append(f"{preposition} {self.written(first - (lower[first - 1] != preposition), last)}")
            return
        named = self.written(first, last)
        if preposition == "from" and lower[last - 1] not in ORGANISATION_NOUNS:
            parts.place = parts.place or named
            return
        if self.leading_place(first, last) == last or (
            noun in OF_PLACE
            and preposition in ("of", "to")
            and not any(lower[index] in ORGANISATION_NOUNS for index in range(first, last))
            and noun not in ("president", "premier", "chancellor")
        ):
            parts.place = parts.place or named
        elif parts.organization is None:
            self._organization(parts, first, last)

    def _organization(self, parts: Parts, first: int, last: int) -> None:
        lower = self.tokens.lower
        marks = [index for index in range(first, last) if lower[index] in _POSSESSIVE]
        if marks and marks[-1] + 1 < last:
            self._owned(first, marks[-1], last, parts)
        else:
            parts.organization = self.written(first, last)
