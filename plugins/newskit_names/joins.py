"""The end of a name from its first token: over capitals, initials, particles, marks and function words."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache

from newskit import Doc, Title
from newskit.text import Kept, lower_case, may_be_trade
from newskit_names.lexicon import POSSESSIVE, Lexicon
from newskit_names.place_joins import PlaceJoins
from newskit_names.token_spans import QUOTES, has_capital

_MARKS = frozenset((",", "("))
_WITHIN = POSSESSIVE | {"and", "of", "&"}
"""Tokens with which a name continues."""
_APOSTROPHES = frozenset("'’")
_STATIONS = 100
"""Numbers of broadcasters are below it."""
_SHORT, _SHARED = 3, 3
"""Letters of the short forms of months; letters that the short form of a name shares with it at least."""


@lru_cache(8)
def _joining(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str], Kept[bool]]:
    """Return the words that may follow a comma in a name, and all tokens over which a name may continue.

    The last tells, of a token as it is written, whether no name surely continues over it or with it.
    """
    suffixes, particles = lexicon.kinds["suffix"], lexicon.kinds["particle"]
    joining = particles | QUOTES | lexicon.kinds["inside"] | _MARKS | POSSESSIVE | {".", "&", "$", "and", "in", "to"}
    joining |= frozenset(map(str, range(1, _STATIONS)))
    closing = Kept(lambda word: lower_case(word) not in joining and (word.islower() or not has_capital(word)))
    return suffixes | lexicon.kinds["comma_form"], joining, closing


class Joins(PlaceJoins):
    """Finds the ends of the candidates of one article.

    ``role_tokens`` are tokens of titles, which are no part of a name; a title ends before each of ``after_title``.
    """

    def __init__(
        self, doc: Doc, lexicon: Lexicon, role_tokens: AbstractSet[int], after_title: Mapping[int, Title]
    ) -> None:
        super().__init__(doc, lexicon, role_tokens)
        self.after_title, kinds = after_title, lexicon.kinds
        self.particles, self.suffixes = kinds["particle"], kinds["suffix"]
        self.abbreviated, self.stations, self.holidays = kinds["abbreviated"], kinds["station"], kinds["holiday"]
        self.things, self.owners = kinds["thing"], kinds["owner"]
        self.behind_comma, self.joining, self.closing = _joining(lexicon)
        self.headline = False
        """Whether the sentence is a headline, whose common words have capitals too."""
        self.skip, self.breaks, self.senior = kinds["calendar"], kinds["break"], kinds["senior"]
        self.headline_small = kinds["small"] - kinds["inside"] - {"the", "and"}
        self.short_surnames, self.ranks = kinds["short_surname"], kinds["rank"]
        self.passed_over = -1
        """The last noun with a capital behind a country that is no part of a name."""

    def end(self, first: int, stop: int, listed: int = 0) -> int:
        """Return the token behind the name that begins with a token, and reaches to ``listed`` at least."""
        last = self._grown(first, self.stop_mark(first, first + 1, stop), stop)
        if last < listed:  # "Club for Growth | Action", but "Kings of Leon | , Zorvo", "Airtel Kenya | Ann Roe"
            goes_on = self.capital(listed, stop) and not self.person_like(listed, stop)
            return self._grown(first, listed, stop) if goes_on else listed
        return last

    def _grown(self, first: int, last: int, stop: int) -> int:
        while last < stop:
            grown = self._extend(first, last, stop)
            if grown == last:
                break
            last = grown
        return last

    def alone(self, index: int, stop: int) -> bool:
        """Tell whether a name of one token surely ends before one that is not ``closing``, else ``end`` decides."""
        behind = index + 1
        following = self.lower[behind]
        if following not in self.joining:
            return False
        if following == ",":
            return not self._joins_over_comma(behind + 1, stop)
        if following == "(":
            return self.over_bracket(index, behind, stop) == behind
        if following == "and":
            firm = self.capital(behind + 1, stop) and self.lower[behind + 1] in self.firms
            return not firm and (behind + 2 >= stop or self.words[behind + 2] == self.lower[behind + 2])
        return self._closed(index, following)

    def _closed(self, index: int, following: str) -> bool:
        """Tell whether a name ends before a mark or preposition over which others continue."""
        word = self.lower[index]
        if following in POSSESSIVE:
            return not (word in self.lexicon.kinds["owner"] or self.owned(index, index + 1, len(self.words)))
        if following == ".":
            dotted = word in self.abbreviated or f"{word}." in self.lexicon.places
            return len(word) > 1 and not (dotted or self.site(index + 1) or self.initial_glued(index + 1))
        if following.isdigit():
            return word not in self.stations
        if following == "to" and self.words[index + 1] != "to":  # "James To"
            return False
        return (following in self.inside or following in ("in", "to")) and word not in self.of

    def _joins_over_comma(self, index: int, stop: int) -> bool:
        """Tell whether a token behind a comma may be a suffix, a legal form, or the partner of a firm."""
        if index >= stop or not self.words[index][0].isupper():
            return False
        return self.lower[index] in self.behind_comma or self.partners(index, stop) > 0

    def stop_mark(self, first: int, last: int, stop: int) -> int:
        """Return the end with the full stop of an initial or an abbreviation, and with that and the end of a site's."""
        if last >= stop or self.words[last] != "." or self.ends[last - 1] != self.starts[last]:
            return last
        if self.site(last):
            return last + 2
        word = self.lower[last - 1]
        short = (len(word) == 1 and (last - 1 > first or self.capital(last + 1, stop))) or word in self.abbreviated
        if len(word) == 1 and last - 1 > first and self.lettered(last - 2):  # "SZC B. | Then it rained"
            return last
        short = short or word + "." in self.lexicon.places or self.initial_glued(last)
        return last + 1 if short else last

    def _extend(self, first: int, last: int, stop: int) -> int:
        """Return the end of a candidate with the next token or tokens that belong to it, else the same end."""
        word, written = self.lower[last], self.words[last]
        if word in POSSESSIVE or word == "-":
            return self.over_possessive(first, last, stop) if word != "-" else self.over_hyphen(last, stop)
        if ("-" in self.words[last - 1] or self.words[last - 1][-2:-1] in _APOSTROPHES) and self.tail(last - 1):
            return last
        if written in QUOTES or word in _MARKS:
            return self.over_mark(first, last, stop)
        if written == "&":
            return self.over_ampersand(first, last, stop)
        if not (self.next_to(last - 1, last) or self.glued(first, last)):
            return last
        over = self._over_capital if self.capital(last, stop) else self.over_word
        return over(first, last, stop)

    def over_ampersand(self, first: int, last: int, stop: int) -> int:
        """Continue over "&" before a capital: "Smith & Wellington Partners"."""
        joins = self.capital(last + 1, stop) and not self.of_people(first, last, stop)
        return self.stop_mark(first, last + 2, stop) if joins else last

    def over_possessive(self, first: int, last: int, stop: int) -> int:
        """Continue over 's in a known name ("Sotheby's") or behind a plural that forms bodies ("People's Party")."""
        if self.saints(first, last, stop):
            return last + 1
        if self.owned(first, last, stop):
            return last + 2
        return last + 1 if self.lower[last - 1] in self.lexicon.kinds["owner"] and self.to_body(last, stop) else last

    def _over_capital(self, first: int, last: int, stop: int) -> int:
        lower = self.lower[last]
        if self.headline and self.plain(last, stop) and not self.of_field(first, last):
            return last
        if lower in self.short_surnames and self.short_surname(first, last, stop):
            return last + 1
        if self.within_name(first, last, stop):
            return last + 1
        if lower in self.skip or lower in self.breaks or last in self.after_title:
            return self.over_skipped(first, last, stop)
        if self.parted(first, last, stop):
            return last
        return self.stop_mark(first, last + 1, stop)

    def over_skipped(self, first: int, last: int, stop: int) -> int:
        """Continue over a monarch's numeral or an initial I, or a holiday in a body: "Ohio Christmas Tree Board"."""
        if self.lower[last] in self.holidays:
            return last + 1 if self.to_body(last, stop) else last
        return self.over_numeral(first, last, stop) if self.lower[last] == "i" else last

    def parted(self, first: int, last: int, stop: int) -> bool:
        """Tell whether a rank, a noun or another name begins at a token with a capital."""
        if self.lower[last] in self.ranks and self.ranked(last, stop):
            return True
        if self.lower[last] in self.things and self.before_term(last, stop):
            return True
        if (self.words[last][-1] == "." and self.before_noun(first, last, stop)) or self.headed_by(first, last, stop):
            return True
        apart = self.of_noun(first, last, stop) or self.behind_of(first, last, stop) or self.partisan(first, last, stop)
        return apart or self.new_name(first, last, stop) or self.dotted(first, last, stop)

    def within_name(self, first: int, last: int, stop: int) -> bool:
        """Tell whether a month's short form or "Against" stands inside: "Park Jun Seo", "Board Against Noise"."""
        lower = self.lower[last]
        if lower == "against":
            return self.lower[last - 1] in self.of and self.capital(last + 1, stop)
        if lower not in self.skip or len(lower) > _SHORT or lower not in self.lexicon.given or last > first + 1:
            return False
        dated = last + 1 < stop and self.words[last + 1][0].isdigit()
        if self.lower[first] in self.lexicon.kinds["family_first"] and not dated:  # "Zhang Jun"
            return True
        return self.capital(last + 1, stop) and self.next_to(last, last + 1)

    def family_first(self, index: int) -> bool:
        """Tell whether a word is a Chinese family name before one that is no common word: "the visit of | He Zor"."""
        named = self.lower[index] in self.lexicon.kinds["family_first"] and not self.headline
        behind = self.words[index + 1]
        return named and self.words[index].istitle() and behind.istitle() and not self._common(behind.lower())

    def short_surname(self, first: int, last: int, stop: int) -> bool:
        """Tell whether a small word with a capital is the surname behind one given name: "James To", "Wilson Or"."""
        lone = last == first + 1 and not self.headline and self.lower[first] in self.lexicon.given
        if not (lone and self.words[first].istitle() and self.words[last].istitle()):
            return False
        following = last + 1
        if not self.capital(following, stop):
            return True
        stem, hyphen, tail = self.words[following].partition("-")  # "Ann So | Ka-ming"
        return bool(hyphen) and stem.istitle() and tail.islower() and not self.tail(following)

    def of_field(self, first: int, last: int) -> bool:
        """Tell whether the second word of a body's last field stands here: "Ministry of Lands and Urban | Planning"."""
        return self.lower[last - 2] == "and" and self.lower[first] in self.of and "of" in self.lower[first:last]

    def plain(self, index: int, stop: int) -> bool:
        """Tell whether a word of a headline is a common one that builds no name with the word behind it."""
        lower, lexicon = self.lower[index], self.lexicon
        if lower in lexicon.kinds["headline"] or index + 1 >= stop:
            return lower in lexicon.kinds["headline"] or self._common(lower)
        if not self._common(lower):
            return False
        for following in range(index + 1, min(index + 4, stop)):
            if not self.capital(following, stop) or self.lower[following] in self.headline_small:
                return True
            if self.lower[following] in self.ends_names:
                return False
        return f"{self.words[index]} {self.words[index + 1]}" not in lexicon.organizations

    def _common(self, lower: str) -> bool:
        lexicon = self.lexicon
        if lower not in lexicon.common or lower in lexicon.names or lower in lexicon.places:
            return False
        return lower not in self.ends_names and lower not in lexicon.starts_names and lower not in self.of

    def new_name(self, first: int, last: int, stop: int) -> bool:
        """Tell whether another name begins here: "Nazi | Germany", "Swiss | Anna Meier"."""
        words, lower, lexicon = self.words, self.lower, self.lexicon
        if last + 1 < stop and f"{words[last]} {words[last + 1]}" in lexicon.organizations:
            return not self._part_of_body(first, last)
        if lower[last] in lexicon.demonyms:  # but the Cleveland Indians are a team
            kind = lexicon.places.get(self.text(first, last).lower())
            return kind is not None and not (kind == "city" and lower[last].endswith("s"))
        before = " ".join(lower[first:last])
        both = f"{before} {lower[last]}"
        if both in lexicon.places or both in lexicon.cities or both in lexicon.towns:
            return False
        if last > first + 1 and (before in lexicon.demonyms or before in lexicon.followers):
            return not self.to_body(last - 1, stop)
        if self._modifies(lower[first]) and all(map(self._modifies, lower[first + 1 : last])):
            party = before in lexicon.followers and words[last] in lexicon.organizations  # "Republican | Senate"
            faith = lower[first] in lexicon.kinds["believer"] or lower[first] in self.senior  # "Hindu Zorva Meler"
            of_people = not faith and self.person_of(last, stop)  # "Swiss | Zorva Meier"
            if party or of_people or self.own_body(last) or self.person_like(last, stop):
                return f"{self.text(first, last)} {words[last]}" not in lexicon.organizations
        lone, placed = last == first + 1, lower[last] in lexicon.places
        described = lower[first] in lexicon.demonyms or lower[first] in lexicon.followers  # "Republican | Ohio"
        placed = placed or (described and " ".join(lower[last : last + 2]) in lexicon.places)
        named = described or words[first] in lexicon.organizations
        parted = (lone and placed and named) or self.in_place(first, last, stop)
        bears = self.person_like(last, stop) or self.speaks(last, stop)
        return parted or (bears and self.placed(first, last))

    def _part_of_body(self, first: int, last: int) -> bool:
        """Tell whether what stands before a known body belongs to its name: "Ohio Freedom Caucus"."""
        before, lexicon = self.text(first, last), self.lexicon
        owner = before.lower()
        known = owner in lexicon.places or owner in lexicon.demonyms
        pair = " ".join(self.lower[last : last + 2]) in lexicon.kinds["reserved"]  # "Peru | Red Cross"
        pair = pair and lexicon.kinds["in"].isdisjoint(self.lower[first - 1 : first])
        placed = known and (pair or self.lower[last + 1] in lexicon.kinds["strong"])
        word, lone = self.lower[last - 1], last == first + 1
        described = lone and word in lexicon.common and word not in self.ends_names  # "Physical | Education"
        part = word in lexicon.kinds["part"] or word in lexicon.kinds["foreign_body"]
        return placed or part or described or before in lexicon.organizations

    def dotted(self, first: int, last: int, stop: int) -> bool:
        """Tell whether a noun that is no name follows a country's abbreviation: "U.S. | Tariffs"."""
        lower, lexicon = self.lower[last], self.lexicon
        if self.words[last - 1][-1] != "." or lower in self.ends_names or lower in lexicon.names:
            return False
        before, behind = self.text(first, last), last + 1
        joined = behind < stop and (self.lower[behind] in _WITHIN or self.capital(behind, stop))
        if joined or f"{before} {self.words[last]}" in lexicon.organizations:
            return False
        if lexicon.places.get(before.lower()) == "country" and self.words[last].istitle():
            self.passed_over = last
        return self.passed_over == last

    def _modifies(self, lower: str) -> bool:
        """Tell whether a word is a modifier of a person's name: "Swiss", "former", "Mormon"."""
        return lower in self.lexicon.demonyms or lower in self.senior or lower in self.lexicon.followers

    def over_mark(self, first: int, last: int, stop: int) -> int:
        """Continue over a comma, a bracket, or a nickname between quotation marks: 'Earvin "Buddy" Harmon'."""
        following = last + 1
        if self.words[last] == ",":
            return self.over_comma(first, last, stop)
        if self.words[last] == "(":
            return self.over_bracket(first, last, stop)
        if self.words[last] in _APOSTROPHES and self._over_apostrophe(first, last, stop):
            return following
        following += self.words[following : following + 1] == ["the"]
        if not (last > first and self.next_to(last - 1, last) and self.capital(following, stop)):
            return last
        end = following
        while self.capital(end, stop) and end < following + 2:
            end += 1
        joined = end + 1 < stop and self.words[end] in QUOTES and self.capital(end + 1, stop)
        plain = joined and all(map(self.lexicon.common.__contains__, (self.lower[first], self.lower[end + 1])))
        return end + 2 if joined and not plain and self.next_to(end, end + 1) else last  # not "Hope 'Fades' For Miners"

    def _over_apostrophe(self, first: int, last: int, stop: int) -> bool:
        """Tell whether a name goes on over an apostrophe: "Lil' Ann", "Farmers' Party", "St James' Park"."""
        lower = self.lower[last - 1]
        if lower in self.lexicon.kinds["clipped"]:
            return self.capital(last + 1, stop)
        members = lower in self.owners or (may_be_trade(lower) and lower not in self.lexicon.surnames)
        return (members and self.to_body(last, stop)) or self.saints(first, last, stop)

    def over_bracket(self, first: int, last: int, stop: int) -> int:
        """Continue over a short form between given name and surname: "Benjamin (Ben) Keller", "Ann (Big Annie) Roe"."""
        marked = last + 1 < stop and self.words[last + 1] in QUOTES  # 'Benjamin ("Ben") Keller'
        end = begin = last + 1 + marked
        while self.capital(end, stop) and end < begin + 2:
            end += 1
        given = self.lexicon.given
        known = self.lower[first] in given or not self._tells_body(first)
        short = self.lower[end - 1] in given and not (self.words[end - 1].isupper() and len(self.words[end - 1]) > 1)
        short = short or (end == begin + 1 and self._shortens(first, last, begin))
        if last > first + 2 or not known or not short:  # "Ann Roe (US)"
            return last
        end += marked and end < stop and self.words[end] in QUOTES
        closed = end + 1 < stop and self.words[end] == ")" and self.capital(end + 1, stop)
        return end + 2 if closed else last

    def _shortens(self, first: int, bracket: int, index: int) -> bool:
        """Tell whether a word in brackets shortens the given names before: "Thandeka (Thandi)", "Juan Paulo (JP)"."""
        word, names = self.lower[index], self.lower[first:bracket]
        if self.words[index].isupper():
            return word == "".join(name[0] for name in names) and names[0] in self.lexicon.given
        if names[-1] in self.lexicon.given and word not in self.lexicon.places and not self._tells_body(index):
            return True
        return len(word) > _SHARED and names[-1].startswith(word[:_SHARED]) and word != names[-1]

    def _tells_body(self, index: int) -> bool:
        """Tell whether a word is of a place or a body, or a common one."""
        lexicon, word = self.lexicon, self.lower[index]
        listed = word in lexicon.places or word in lexicon.common or word in self.bodies
        return listed or self.words[index] in lexicon.organizations or self.words[index].isupper()

    def over_comma(self, first: int, last: int, stop: int) -> int:
        """Continue with a suffix, a legal form ("Van Pelt, Jr.") or the partners of a firm ("Sachs, Poe & Co.")."""
        following = last + 1
        if not self.capital(following, stop):
            return last
        if self.lower[following] in self.behind_comma:
            return self.stop_mark(first, following + 1, stop)
        end = 0 if " ".join(self.lower[first:last]) in self.lexicon.places else self.partners(following, stop)
        end = end or self.fields(first, last, stop)
        return self.stop_mark(first, end, stop) if end else last

    def over_word(self, first: int, last: int, stop: int) -> int:
        """Continue over a function word: a particle, "of", "and", "for", "on"."""
        word, following = self.lower[last], last + 1
        if word in self.particles:
            return self.over_particles(first, last, stop)
        if word not in self.inside and word not in ("and", "in"):
            if word == "to":
                return self.over_purpose(last, stop)
            return following if self.lower[last - 1] in self.stations and word.isdigit() else last
        if following < stop and self.lower[following] == "the" and word != "and":
            following += 1
        if not self.capital(following, stop) or self.lower[following] in self.skip:
            return last
        if word == "of":
            joins = self.of_what(first, last, following, stop)
        elif word == "and":
            body = not self.of.isdisjoint(self.lower[first:last])  # "Ann Roe Institute for Art | and Crafts"
            borne = first in self.after_title or (self.person_like(first, last) and not body)
            joins = not borne and (self.makes_firm(first, last) or self.one_body(first, last, stop))
        else:
            joins = self.lower[last - 1] in self.of and word in self.inside
        return self.stop_mark(first, following + 1, stop) if joins else last

    def over_particles(self, first: int, last: int, stop: int) -> int:
        """Continue over at most three particles: "van der Berg"."""
        following = last + 1
        while following < stop and self.lower[following] in self.particles and following < last + 3:
            following += 1
        if following > last + 1 and not self.capital(following, stop):
            following -= 1  # "San Zorvel del Sur"
        if not self.capital(following, stop) or self.words[last][0].isupper():
            return last
        lone_e = self.lower[last] == "e" and following == last + 1 and self.particles.isdisjoint(self.lower[first:last])
        if lone_e and self.lower[last - 1] not in self.lexicon.kinds["ezafe"]:
            return last
        return self.stop_mark(first, following + 1, stop)
