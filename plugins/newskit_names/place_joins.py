"""Places before other names: where a place ends and somebody's name, or a body's, begins."""

from __future__ import annotations

from newskit_names.body_joins import BodyJoins

_PLACE = 5
"""Words of the longest listed places."""


class PlaceJoins(BodyJoins):
    """Tells of the places of one article whether another name begins right behind them."""

    def placed(self, first: int, last: int) -> bool:
        """Tell whether a place, no longer one's beginning, stands behind its preposition: "in Cairo | Mona Zorvel"."""
        lexicon, lower = self.lexicon, self.lower
        led = first - (first > 1 and lower[first - 1] == "the")  # "left in the U.S. | Ann Roe was"
        if led > 1 and lower[led - 1] == "for" and lower[led - 2] in lexicon.kinds["member"]:
            return last == first + 1  # "TD for Zorvel | Ann Roe"
        governed = led > 0 and lower[led - 1] in lexicon.kinds["in"]
        before, lone = " ".join(lower[first:last]), last == first + 1
        known = before in lexicon.places or before in lexicon.cities
        if lower[first] in lexicon.given and not (lower[last] in lexicon.given and lexicon.places.get(before)):
            return False  # "in Ann Zorvel", but "in London | David Zorvel"
        if not governed or not known or (lone and lower[first] in lexicon.kinds["before"]):
            return False
        longer = range(last + 1, min(first + _PLACE, len(lower)) + 1)  # "in Ho | Chi Minh City"
        return not any(" ".join(lower[first:end]) in lexicon.places for end in longer)

    def in_place(self, first: int, last: int, stop: int) -> bool:
        """Tell whether an organisation, no team, directly follows a place: "In Las Vegas | Microsoft said"."""
        lower, lexicon = self.lower[last], self.lexicon
        if not self.own_body(last) or self.capital(last + 1, stop) or lower[-1] == "s":  # "Minnesota Timberwolves"
            return False
        placed = " ".join(self.lower[first:last]) in lexicon.places and lower not in lexicon.kinds["ambiguous"]
        return placed and f"{self.text(first, last)} {self.words[last]}" not in lexicon.organizations

    def own_body(self, index: int) -> bool:
        """Tell whether a word is a body whose name needs no other word: "Microsoft", but not "Parliament"."""
        return self.words[index] in self.lexicon.organizations and self.lower[index] not in self.lexicon.kinds["strong"]
