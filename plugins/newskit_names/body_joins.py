"""Joins inside the names of bodies: partners of a firm, "and" between fields, lists of fields, sites."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from newskit import Doc
from newskit_names.lexicon import POSSESSIVE, Lexicon
from newskit_names.token_spans import TokenSpans

_ENDS = frozenset('.?!”"')
_SAINTS = frozenset(("st", "saint"))
_SEVERAL = 2
"""Fewest words behind "and" in the name of a body, and most before it: "Trade and Industry Ministry"."""
_FAMILY = frozenset(("family", "friends"))
_PARTNERS = 10
"""Tokens behind the first partner's comma in which the firm's name ends."""
_FULL_NAME = 2
"""Words of a full name."""
_FIELDS = 12
"""Tokens of a list of fields, marks and "and" included."""


class BodyJoins(TokenSpans):
    """Tells of the tokens of one article how far the name of a body goes."""

    def __init__(self, doc: Doc, lexicon: Lexicon, role_tokens: AbstractSet[int]) -> None:
        super().__init__(doc, lexicon, role_tokens)
        kinds = lexicon.kinds
        self.bodies, self.of, self.inside = kinds["body"], kinds["of"], kinds["inside"]
        self.ends_names, self.firms = lexicon.ends_names, kinds["firm"]
        self.ends_joined = self.bodies | kinds["company"]

    def of_people(self, first: int, mark: int, stop: int) -> bool:
        """Tell whether "&" stands between people: "Ann Roe & Al Poe", "Ann & Al Poe", "Ann Roe & Family"."""
        following = mark + 1
        if mark == first + 1 and self.lower[first] in self.lexicon.given and self._full(following):
            firm = self.text(first, following + 1) in self.lexicon.organizations
            return not firm and not self.capital(following + 2, stop)
        if mark != first + 2 or not self.capital(following, stop) or self.lower[mark - 1] in self.bodies:
            return False
        if self.lower[following] in _FAMILY:
            return True
        return self._full(first) and self._full(following) and not self.capital(following + 2, stop)

    def behind_of(self, first: int, last: int, stop: int) -> bool:
        """Tell whether a full name and no more follows what a body is of: "Assembly of Nations | Ann Keller"."""
        if "of" not in self.lower[first : last - 1] or self.lower[last - 1] in self.inside:
            return False
        if not (self.person_like(last, stop) and self._full(last)) or self.capital(last + 2, stop):
            return False
        known = self.lexicon.organizations
        return self.text(first, last + 2) not in known and self.text(last, last + 2) not in known

    def partisan(self, first: int, last: int, stop: int) -> bool:
        """Tell whether one of a party follows a place, and a name that one: "South Dakota | Republican Ann Roe"."""
        follows = self.lower[last] in self.lexicon.followers and self.capital(last + 1, stop)
        placed = follows and " ".join(self.lower[first:last]) in self.lexicon.places
        return placed and not self.to_body(last, stop)

    def _full(self, index: int) -> bool:
        """Tell whether two words are a given name and a surname, or a Chinese or Korean name with a hyphen."""
        first, last = self.lower[index : index + 2] if index + 2 <= len(self.lower) else ("", "")
        if first in self.lexicon.kinds["family_first"] and "-" in last:
            return True
        return first in self.lexicon.given and last in self.lexicon.surnames and not self._noun(last)

    def to_body(self, mark: int, stop: int) -> bool:
        """Tell whether capitals up to the noun of a body follow a mark."""
        index = mark + 1
        while self.capital(index, min(stop, mark + 4)):
            if self.lower[index] in self.bodies:
                return True
            index += 1
        return False

    def headed_by(self, first: int, last: int, stop: int) -> bool:
        """Tell whether who speaks stands right behind what they head: "head of Zorvel Station | Zoro Mizra said"."""
        lower, surname, behind = self.lower, last + 1, last + 2
        if not first or lower[first - 1] != "of" or lower[last - 1] not in self.ends_names or behind >= stop:
            return False
        words = self.words[last:behind]
        named = all(word.istitle() and not self._builds(word.lower()) for word in words) and self.next_to(last, surname)
        return named and lower[behind] in self.lexicon.kinds["speech"]

    def _builds(self, lower: str) -> bool:
        """Tell whether a word is a common one, a place or the noun of a body."""
        lexicon = self.lexicon
        lists = (lexicon.common, lexicon.places, lexicon.cities, self.ends_names, self.bodies)
        return any(lower in each for each in lists)

    def saints(self, first: int, mark: int, stop: int) -> bool:
        """Tell whether what is named after a saint stands behind the mark: "St Mary's Hospital", "St James' Park"."""
        named, noun = self.lower[first] in _SAINTS and first + 1 < mark, self.lower[mark + 1 : mark + 2]
        if not named or not self.capital(mark + 1, stop):
            return False
        kinds = self.lexicon.kinds
        return noun[0] in self.ends_names or noun[0] in kinds["facility"] or noun[0] in kinds["schooling"]

    def owned(self, first: int, mark: int, stop: int) -> bool:
        """Tell whether the noun of a place or a shop stands behind one word's mark: "Roe's Point", "Roe's Pub"."""
        noun, kinds = mark + 1, self.lexicon.kinds
        if mark != first + 1 or noun >= stop:
            return False
        if self.lower[noun] not in kinds["owned"] and self.lower[noun] not in kinds["shop"]:
            return False
        word = self.lower[first]
        listed = word in self.lexicon.places or word in self.lexicon.demonyms or word in self.lexicon.cities
        return self.words[noun].istitle() and not listed and not self.capital(noun + 1, stop)

    def before_term(self, last: int, stop: int) -> bool:
        """Tell whether a term in capitals that modifies a noun follows a body: "Zorvel University | AI hub"."""
        modifies = self.words[last].isupper() and not self.capital(last + 1, stop)
        return modifies and self.lower[last - 1] in self.lexicon.kinds["strong"]

    def of_holiday(self, index: int) -> bool:
        """Tell whether a holiday ends at a token: "Christmas | Eve", "New Year's | Eve"."""
        if index > 0 and self.lower[index] in POSSESSIVE:
            return self.lower[index - 1] == "year"
        return index >= 0 and self.lower[index] in self.lexicon.kinds["holiday"]

    def partners(self, index: int, stop: int) -> int:
        """Return the token behind partners who end as a firm does ("Sachs & Co", "Kent, Lee and Sons"), else 0."""
        last = min(stop, index + _PARTNERS) - 2
        while index < last and self.capital(index, stop) and self.words[index + 1] == ",":
            index += 2
        join = index + 1
        if join + 1 >= stop or not self.capital(index, stop) or self.words[join] not in ("&", "and"):
            return 0
        return join + 2 if self.capital(join + 1, stop) and self.lower[join + 1] in self.firms else 0

    def makes_firm(self, first: int, join: int) -> bool:
        """Tell whether "and" joins what ends a firm: "Mason and Sons"; neither "Ann Poe and Sons" nor "Poe and Co"."""
        word, lone = self.lower[join + 1], join == first + 1
        return word in self.firms and (word != "co" if lone else self.lower[first] not in self.lexicon.given)

    def one_body(self, first: int, join: int, stop: int) -> bool:
        """Tell whether "X and Y" is one body: "Ministry of Trade and Industry"."""
        inside, organizations = self.lower[first:join], self.lexicon.organizations
        end = join + 1
        while self.capital(end, stop):
            end += 1
        known = self.text(first, join) in organizations or self.text(join + 1, end) in organizations
        acronym = join == first + 1 and not self.words[first].istitle()  # "ZPD | and Public Authority"
        based = "-" in self.words[join + 1] and self.tail(join + 1)  # "Zorvel Reach | and Lima-based Zorvel Lab"
        if known or acronym or based or self._known_acronym(join + 1):  # "FBI | and Justice Department"
            return False
        if inside[:2] == ["university", "of"] and end - join > _SEVERAL and self.lower[end - 1] in self.ends_joined:
            return False  # "University of Zorvel | and Leeds Hospital"
        if not self.inside.isdisjoint(inside) and not self.of.isdisjoint(inside):
            return not (self.another_body(end, stop) or self.person_like(join + 1, stop))
        several = end - join > _SEVERAL and self.lower[end - 1] in self.ends_joined
        paired = f"{self.lower[join - 1]} {self.lower[join + 1]}" in self.lexicon.kinds["paired"]
        return several and (paired or self._fields_of_one(first, join, end, stop))

    def _fields_of_one(self, first: int, join: int, end: int, stop: int) -> bool:
        """Tell whether what is before "and" and what is behind it share the noun of a body, at the end."""
        inside = self.lower[first:join]
        if len(inside) > _SEVERAL:
            return self._of_fields(inside, end)
        if end - join == _SEVERAL + 1 and self.lower[end - 1] in self.lexicon.kinds["shared"]:
            return self.lower[join - 1] not in self.bodies and not self.person_like(join + 1, stop)
        owner = len(inside) == _SEVERAL and inside[0] in self.lexicon.places  # "Ohio Oil | and Gas Corporation"
        return not any(map(self._of_another, inside[owner:]))

    def _of_fields(self, inside: Sequence[str], end: int) -> bool:
        """Tell whether several words before "and" are no name of their own: "National Food and Farms Authority"."""
        names, places = self.lexicon.names, self.lexicon.places
        if self.lower[end - 1] not in self.lexicon.kinds["strong"] or not self.ends_names.isdisjoint(inside[1:]):
            return False
        return not any(word in names or word in places for word in inside)

    def _known_acronym(self, index: int) -> bool:
        """Tell whether a token is a well-known body's acronym, with which another name begins: "and | BBC Radio"."""
        written = self.words[index]
        return written.isupper() and written in self.lexicon.organizations

    def another_body(self, end: int, stop: int) -> bool:
        """Tell whether what ends at a token is a body of its own: "Museum of Art | and City Museum of Science"."""
        return end < stop and self.lower[end] in self.inside and self.lower[end - 1] in self.of

    def of_what(self, first: int, last: int, following: int, stop: int) -> bool:
        """Tell whether "of" and what follows belong to a name: "Bank | of Zorvel", but not "Bill Roe | of Ohio"."""
        opens = first == 0 or self.lower[first - 1] in _ENDS
        if opens and self.lower[first] == "friends" and first + 1 == last == following - 1:  # "Friends | of Lopez say"
            return False
        if self.lower[last - 1] in self.lexicon.kinds["led"] and self.person_like(following, stop):
            return False
        given = last > first + 1 and self.lower[first] in self.lexicon.given
        return not self.of.isdisjoint(self.lower[first + given : last])

    def over_purpose(self, last: int, stop: int) -> int:
        """Return the end with "to" and a verb behind the noun of a body: "Alliance | to End Hunger"."""
        verb = last + 1
        named = self.lower[last - 1] in self.of and self.capital(verb, stop) and self.capital(verb + 1, stop)
        listed = named and (self.lower[verb] in self.lexicon.names or self.lower[verb] in self.lexicon.places)
        return verb + 1 if named and not listed and self.lower[verb] in self.lexicon.common else last

    def _of_another(self, word: str) -> bool:
        """Tell whether a word before "and" ends a name of its own; a plural is a field: "Communications and …"."""
        lexicon = self.lexicon
        body = word in self.bodies and word[-1] != "s" and word not in self.lexicon.kinds["field"]
        return word in lexicon.given or word in lexicon.places or body or word.isdigit()

    def fields(self, first: int, comma: int, stop: int) -> int:
        """Return the end of a list of nouns that a body is of, else 0: "Ministry of Lands, | Ports and Trade"."""
        inside = self.lower[first:comma]
        if self.inside.isdisjoint(inside) or self.of.isdisjoint(inside) or not self._field(comma - 1):
            return 0
        index, last, joined = comma, min(stop, comma + _FIELDS), False
        while index < last and not joined:
            mark = self.words[index] == ","
            joined = index + mark < last and self.lower[index + mark] in ("and", "&")
            if not (mark or joined):
                return 0
            begins = index = index + mark + joined
            while self.capital(index, stop) and self._field(index):
                index += 1
            if index == begins:
                return 0
        return index if joined and not self.capital(index, stop) else 0

    def _field(self, index: int) -> bool:
        """Tell whether a word is a common one, or in no list, and no name's."""
        word, lexicon = self.lower[index], self.lexicon
        if word in lexicon.common:
            named = word in lexicon.given and not self._noun(self.doc.tokens.lowered(index + 1))
        else:
            named = word in lexicon.names or word in lexicon.cities
        return not named and word not in lexicon.places

    def site(self, stop_mark: int) -> bool:
        """Tell whether a full stop and the end of a site's address stand right behind a name: "Zorvel.com"."""
        behind = stop_mark + 1
        if behind >= len(self.words) or self.words[behind] not in self.lexicon.kinds["domain"]:
            return False
        return self.ends[stop_mark - 1] == self.starts[stop_mark] and self.ends[stop_mark] == self.starts[behind]

    def person_like(self, index: int, stop: int) -> bool:
        """Tell whether a given name with a capital behind it, no noun of a body, stands at a token."""
        following = index + 1
        return (
            self.lower[index] in self.lexicon.given
            and self.capital(following, stop)
            and self.lower[following] not in self.ends_names
            and self.lower[index] not in self.lexicon.places
            and not self._noun(self.lower[following])  # "Housing and | Urban Development"
        )

    def _noun(self, word: str) -> bool:
        """Tell whether a word is a common one and no surname."""
        return word in self.lexicon.common and word not in self.lexicon.surnames

    def person_of(self, index: int, stop: int) -> bool:
        """Tell whether a given name or two words of no list stand alone behind a people: "Italian | Zorvo Kelvin"."""
        end = next((at for at in range(index, index + _FULL_NAME + 1) if not self.capital(at, stop)), stop)
        words, written = self.lower[index:end], self.words[index:end]
        if not 0 < len(words) <= _FULL_NAME or not all(map(str.istitle, written)):
            return False
        lexicon = self.lexicon
        lists = (lexicon.common, lexicon.places, lexicon.cities, lexicon.demonyms, self.ends_names, lexicon.followers)
        if any(word in each for word in words for each in lists):
            return False
        known = not lexicon.organizations.isdisjoint((*written, " ".join(written)))
        given = words[0] in lexicon.given and words[0] not in lexicon.surnames
        return not known and (len(words) == _FULL_NAME or given)
