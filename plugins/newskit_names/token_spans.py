"""Spans of tokens that may be names: their text on one line, and what is no part of the name at their end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from newskit import Doc
from newskit.text import Tokens, female_share, lazy_pattern
from newskit_names.lexicon import Lexicon

AT_MOST = 14
"""Tokens of the longest name."""
_SIGNS = tuple("\"“”'‘’`")
QUOTES = frozenset(_SIGNS[:-1]) | {"``", "''"}
"""Tokens that are quotation marks, which consist of the signs."""
_INITIAL = 2
"""Letters of an initial, which can be two of one sound: "Ts."."""
_OWNED = frozenset(("'S", "’S"))
"""The possessive mark of a line in capitals, which belongs to the token before it."""
_ARTICLE = frozenset("aedAE'’")
"""First letters of an Arabic article: al-, el-, ed-, 'l-."""
_CAMEL = lazy_pattern(r"(?:d[aeiu]|del|van|von|l[ae])\p{Lu}\p{Ll}{2,}+")
"""A surname that is written as one word with its particle: "diCaprio"."""
_ARABIC = frozenset(("al", "el", "abu"))
_CLUB = 3
"""Letters of a club's acronym, fewest."""
_ELIDED = ("d'", "d’", "dell'", "dell’", "dall'", "dall’")
"""A French or Italian particle before a vowel: "d'Estaing"."""


def plain(text: str) -> str:
    """Return a text with plain apostrophes, as the lists have them."""
    return text.replace("’", "'")


def has_capital(word: str) -> bool:
    """Tell whether a token can stand in a name: a capital first, or behind an article or particle, but no "T-shirt"."""
    if word[0].isupper():
        return word[1:2] != "-" or not word[2:].islower()
    if word.startswith(_ELIDED):
        return word.replace("’", "'").partition("'")[2][:1].isupper()
    if word[0] in "dvl" and not word.islower() and _CAMEL.fullmatch(word):
        return True
    return word[0] in _ARTICLE and word[1:3] in ("l-", "s-", "n-", "d-") and word[3:4].isupper()


def quote_marks(doc: Doc) -> Iterator[int]:
    """Yield the tokens that are quotation marks: to search the text for them takes a third of looking at each token."""
    text, starts, words = doc.text, doc.tokens.starts, doc.tokens.words
    for place in sorted(found.start() for sign in _SIGNS if sign in text for found in re.finditer(sign, text)):
        index = bisect_left(starts, place)
        if index < len(starts) and starts[index] == place and words[index] in QUOTES:
            yield index


def naming(tokens: Tokens, lexicon: Lexicon, first: int) -> str | None:
    """Return the kind that a noun tells before a name in marks, or before "called": "a village called Zorvel"."""
    called, index = lexicon.kinds["called"], first - 1
    if tokens.lowered(index) == "surnamed":
        return "person"
    index -= tokens.word(index) in QUOTES
    if _nicknames(tokens, lexicon, index):
        return "person"
    index -= tokens.lowered(index) in called
    if index == first - 1:
        return None
    noun = tokens.lowered(index - (tokens.word(index) == ","))
    if noun in lexicon.kinds["town"]:
        return "place"
    if noun in lexicon.kinds["human"] and tokens.lowered(first - 1) in called:
        return "person"
    return "organization" if noun in lexicon.kinds["maker"] or noun in lexicon.kinds["institution"] else None


def _nicknames(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """Tell whether "known as" or the like behind somebody's name ends at a token: "Al Roe, better known as | “Ace”"."""
    index -= tokens.lowered(index) == "as"
    if tokens.lowered(index) not in lexicon.kinds["nicknaming"]:
        return False
    index -= 1 + (tokens.lowered(index - 1) in lexicon.kinds["known_how"])
    index -= tokens.word(index) == ","
    return tokens.word(index).istitle() and tokens.lowered(index - 1) in lexicon.given


class TokenSpans:
    """The tokens of one article; those in ``role_tokens`` belong to titles and are no part of a name."""

    def __init__(self, doc: Doc, lexicon: Lexicon, role_tokens: AbstractSet[int]) -> None:
        self.doc, self.lexicon, self.role_tokens = doc, lexicon, role_tokens
        self.words, self.lower = doc.tokens.words, doc.tokens.lower
        self.starts, self.ends = doc.tokens.starts, doc.tokens.ends

    def capital(self, index: int, stop: int) -> bool:
        """Tell whether a token can be part of a name."""
        return index < stop and has_capital(self.words[index]) and index not in self.role_tokens

    def initial_glued(self, mark: int) -> bool:
        """Tell whether a full stop ends an initial of two letters that is glued to the name: "Yu|.Boldene"."""
        name = mark + 1
        if name >= len(self.words) or self.lower[mark - 1] not in self.lexicon.kinds["digraph"]:
            return False
        glued = self.ends[mark - 1] == self.starts[mark] and self.ends[mark] == self.starts[name]
        return glued and self.words[name][1:].islower() and self.lower[name] not in self.lexicon.common

    def next_to(self, left: int, right: int) -> bool:
        """Tell whether only white space stands between two tokens."""
        gap = self.starts[right] - self.ends[left]
        return gap == 1 or (gap > 0 and self.doc.text[self.ends[left] : self.starts[right]].isspace())

    def text(self, first: int, last: int) -> str:
        """Return the text of a range of tokens on one line."""
        text = self.doc.text[self.starts[first] : self.ends[last - 1]]
        if last == first + 1:
            return text
        return " ".join(text.split())

    def listed(self, index: int, stop: int) -> int:
        """Return the token behind the longest name of several tokens that stands here as it is listed, 0 for none."""
        word, stop = self.words[index], min(stop, index + AT_MOST)
        behind = self.doc.text[self.ends[index] : self.ends[index] + 1]
        beginning = plain(word + (" " if behind.isspace() else behind))
        if not behind or not self.lexicon.listed.any_beginning(beginning):
            return 0
        name = self.lexicon.listed.longest(beginning, plain(self.text(index, stop)))
        if not name:
            return 0
        last = next(last for last in range(index + 1, stop + 1) if len(self.text(index, last)) >= len(name))
        return last if len(self.text(index, last)) == len(name) else 0

    def tail(self, index: int) -> int:
        """Return the length of the second part of a compound that begins with a name: "-based" in "Florence-based"."""
        if self.words[index][-2:] in _OWNED:
            return 2
        name, hyphen, rest = self.words[index].rpartition("-")
        if not hyphen or not name or not rest.islower():
            return 0
        compound = rest in self.lexicon.kinds["compound"] or rest.endswith("ed")
        return len(rest) + 1 if compound else 0

    def over_numeral(self, first: int, index: int, stop: int) -> int:
        """Return the end with a monarch's numeral or an initial: "Ann I", "Ann I. | Roe".

        It is neither in "Finally I" nor in "the Peru I knew".
        """
        if index + 2 < stop and self.words[index + 1] == ".":
            return index + 2
        article = first > 0 and self.lower[first - 1] == "the"
        told = article and index + 1 < stop and self.words[index + 1].islower()
        return index + 1 if self.lower[index - 1] in self.lexicon.given and not told else index

    def glued(self, first: int, last: int) -> bool:
        """Tell whether a name follows the stop of its initial without a space: "S.Ganbold"."""
        written, initials = self.words[last], self.words[last - 1]
        if self.ends[last - 1] != self.starts[last] or initials[-1] != "." or not written[0].isupper():
            return False
        if initials == ".":
            return last >= first + 2 and len(self.words[last - 2]) <= _INITIAL
        return len(written) > _INITIAL and initials[1] == "."

    def ranked(self, index: int, stop: int) -> bool:
        """Tell whether a rank stands before a name: "PM | Anwar", but not "LG Electronics"."""
        following = index + 1
        if not self.capital(following, stop) or not self.next_to(index, following) or len(self.words[following]) == 1:
            return False
        if self.words[index].istitle() and self.lower[index] in self.lexicon.kinds["particle"]:  # "Marco Di Roe"
            return False
        if self.words[index] == "Md":  # Muhammad, while "MD" is a managing director
            return False
        if self.lower[index] in self.lexicon.kinds["police_rank"] and female_share(self.lower[following]) is None:
            return False
        both = f"{self.words[index]} {self.words[following]}"
        return self.lower[following] not in self.lexicon.ends_names and both not in self.lexicon.organizations

    def over_hyphen(self, last: int, stop: int) -> int:
        """Continue over the hyphen of an Arabic article, with a space behind it by mistake: "Ahmad Al- Zorvel"."""
        joined = self.lower[last - 1] in _ARABIC and self.ends[last - 1] == self.starts[last]
        return last + 2 if joined and self.capital(last + 1, stop) and self.next_to(last, last + 1) else last

    def lettered(self, index: int) -> bool:
        """Tell whether a letter behind a token tells a club's teams apart: its acronym."""
        club = self.words[index].isupper() and len(self.words[index]) >= _CLUB
        return club and self.lower[index] not in self.lexicon.names

    def before_noun(self, first: int, last: int, stop: int) -> bool:
        """Tell whether a country's abbreviation modifies the noun behind it: "name Ann Roe | U.S. envoy"."""
        if self.lexicon.places.get(self.lower[last]) != "country" or last + 1 >= stop:
            return False
        noun = self.words[last + 1]
        return noun.isalpha() and noun.islower() and self.text(first, last + 1) not in self.lexicon.organizations

    def speaks(self, index: int, stop: int) -> bool:
        """Tell whether a listed surname says something: "in Saudi Arabia | Keller said"."""
        verb = index + 1
        said = verb < stop and self.lower[verb] in self.lexicon.kinds["speech"]
        return said and self.lower[index] in self.lexicon.surnames and self.lower[index] not in self.lexicon.ends_names

    def of_noun(self, first: int, last: int, stop: int) -> bool:
        """Tell whether a party behind a place modifies a noun: "the Ohio | Republican primary"."""
        if self.lower[last] not in self.lexicon.adjectives or self.capital(last + 1, stop):
            return False
        before = " ".join(self.lower[first:last])
        return before in self.lexicon.places or before in self.lexicon.cities
