"""Candidates: runs of capitalised tokens that may be names, joined over particles, initials and marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import define, evolve

from newskit import Doc, Title
from newskit.text import Sentence
from newskit_names.lexicon import Lexicon

_QUOTES = frozenset("\"“”'‘’") | {"``", "''"}
_PARTIES = frozenset("rdi")
_HEADLINE_WORDS = 4
_ARTICLE = frozenset("aedAE'’")
"""First letters of an Arabic article: al-, el-, ed-, 'l-."""
_AT_MOST = 14
"""Tokens of the longest name."""


@define
class Candidate:
    """A run of tokens ``first:last`` that may be a name, its code points ``start:end``, and the title before it."""

    first: int
    last: int
    start: int
    end: int
    text: str
    initial: bool
    """It begins a sentence."""
    title: Title | None = None
    words: tuple[str, ...] = ()
    headline: bool = False


def _has_capital(word: str) -> bool:
    """Tell whether a token begins a name: a capital, or an Arabic article before one."""
    if word[0].isupper():
        return True
    return word[0] in _ARTICLE and word[1:3] in ("l-", "s-", "n-", "d-") and word[3:4].isupper()


class Segmenter:
    """Cuts one article into candidates."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self.doc, self.lexicon, self.tokens = doc, lexicon, doc.tokens
        self.words, self.lower = doc.tokens.words, doc.tokens.lower
        self.starts, self.ends = doc.tokens.starts, doc.tokens.ends
        kinds = lexicon.kinds
        self.particles, self.suffixes = kinds["particle"], kinds["suffix"]
        self.abbreviated = kinds["abbreviated"]
        self.companies, self.bodies, self.of = kinds["company"], kinds["body"], kinds["of"]
        self.names = lexicon.names
        self.starts_names = lexicon.place_starts | self.bodies | kinds["before"]
        self.ends_names = self.bodies | self.companies | kinds["feature"]
        self.role_tokens: set[int] = set()
        self.after_title: dict[int, Title] = {}
        self.skip, self.small, self.senior = kinds["calendar"], kinds["small"], kinds["senior"]

    def read_titles(self, titles: Iterable[Title]) -> None:
        """Mark the words of roles, which are no names, and the tokens that follow a title."""
        for title in titles:
            if self._name_part(title):
                continue
            inside = self.tokens.within(title.span.start, title.span.end)
            role = set(title.role.lower().replace(".", " ").split())
            named = set(" ".join(filter(None, (title.organization, title.place, title.within))).lower().split())
            self.role_tokens.update(
                index for index in inside if self.lower[index].rstrip(".") in role and self.lower[index] not in named
            )
            if title.kind == "before":
                self.after_title[inside.stop] = title

    def _name_part(self, title: Title) -> bool:
        """Tell whether a title is part of a person's name after all: "Stephen King", "Dean Jones"."""
        role, named = title.role.lower(), (title.organization or "").lower().split()
        if title.kind != "before" or not title.role[0].isupper():
            return False
        if title.span.text.lower() == role and role in self.lexicon.kinds["given_title"]:
            after = self.tokens.at_or_after(title.span.end)
            return not self._capital(after + 1, len(self.words))
        return bool(
            named and role in self.lexicon.surnames and named[0] in self.lexicon.given and named[-1] not in self.bodies
        )

    def candidates(self) -> Iterator[Candidate]:
        """Yield the candidates in the order of the text; none overlaps another."""
        capitals = [
            index
            for index, word in enumerate(self.words)
            if word[0].isupper() or (word[0] in _ARTICLE and _has_capital(word))
        ]
        sentences = self.doc.sentences
        number, done, counted, headline = -1, 0, -1, False
        for index in capitals:
            if index < done or index in self.role_tokens:
                continue
            while number + 1 < len(sentences) and sentences[number + 1].tokens.start <= index:
                number += 1
            sentence = sentences[number]
            if counted != number:
                counted, headline = number, self._headline(sentence)
            candidate = self._grow(index, sentence.tokens)
            if candidate is None:
                continue
            done = max(candidate.last, index + 1)
            candidate.headline = headline
            yield candidate

    def rest(self, candidate: Candidate) -> Candidate:
        """Return a candidate without its first token."""
        first = candidate.first + 1
        text = candidate.text.partition(" ")[2]
        start, words = self.starts[first], candidate.words[1:]
        return evolve(candidate, first=first, start=start, text=text, initial=False, title=None, words=words)

    def _headline(self, sentence: Sentence) -> bool:
        """Tell whether nearly every word of a sentence has a capital, so that capitals say nothing."""
        if not any(self.words[index][0].isupper() for index in sentence.tokens[1:_HEADLINE_WORDS]):
            return False
        written = [self.words[index] for index in sentence.tokens if self.words[index][0].isalpha()]
        if len(written) < _HEADLINE_WORDS:
            return False
        long = [word for word in written if len(word) > 3]  # noqa: PLR2004 - short words stay small in headlines
        return len(long) > 1 and sum(word[0].isupper() for word in long) * 10 > len(long) * 8

    def _next_to(self, left: int, right: int) -> bool:
        gap = self.starts[right] - self.ends[left]
        return gap == 1 or (gap > 0 and self.doc.text[self.ends[left] : self.starts[right]].isspace())

    def _capital(self, index: int, stop: int) -> bool:
        return index < stop and _has_capital(self.words[index]) and index not in self.role_tokens

    def _grow(self, first: int, sentence: range) -> Candidate | None:
        stop = min(sentence.stop, first + _AT_MOST)
        if self._no_name(first, sentence):
            return None
        if self.words[first][1:2] == "-" and self.lower[first][0] in _PARTIES:
            return self._party_state(first, stop)
        last = self._stop_mark(first, first + 1, stop)
        while last < stop:
            grown = self._extend(first, last, stop)
            if grown == last:
                break
            last = grown
        return self._made(first, last, sentence)

    def _party_state(self, first: int, stop: int) -> Candidate | None:
        """Take the state out of a lawmaker's party and state: "R-Calif."."""
        name = self.lower[first][2:]
        dotted = first + 1 < stop and self.words[first + 1] == "." and f"{name}." in self.lexicon.places
        if not dotted and name not in self.lexicon.places:
            return None
        last = first + 1 + dotted
        start, end = self.starts[first] + 2, self.ends[last - 1]
        return Candidate(first, last, start, end, self.doc.text[start:end], initial=False, words=(name,))

    def quoted(self, candidate: Candidate) -> bool:
        """Tell whether a name fills quotation marks, as the title of a work does."""
        before, behind = candidate.first - 1, candidate.last
        if before < 0 or behind >= len(self.words) or self.words[before] not in _QUOTES:
            return False
        behind += self.words[behind] in (",", ".") and behind + 1 < len(self.words)
        return self.words[behind] in _QUOTES

    def _no_name(self, index: int, sentence: range) -> bool:
        """Tell whether a capitalised word only begins a sentence, or is a day, a month or a pronoun."""
        lower = self.lower[index]
        if lower in self.skip:
            return True
        if self.words[index].isupper() and len(lower) > 1:
            return lower in self.small
        if lower in self.small:
            following = self.words[index + 1 : index + 2]
            return len(lower) > 1 or following != ["."]
        if index == sentence.start and index + 1 < sentence.stop and lower in self.lexicon.common:
            return lower not in self.names and self._capital(index + 1, sentence.stop) and not self._starts_name(index)
        return False

    def _starts_name(self, index: int) -> bool:
        return self.lower[index] in self.starts_names or self.lower[index + 1] in self.ends_names

    def _stop_mark(self, first: int, last: int, stop: int) -> int:
        """Take in the stop of an initial or an abbreviation."""
        if last >= stop or self.words[last] != "." or self.ends[last - 1] != self.starts[last]:
            return last
        word = self.lower[last - 1]
        short = (len(word) == 1 and (last - 1 > first or self._capital(last + 1, stop))) or word in self.abbreviated
        if not short and word + "." in self.lexicon.places:
            short = True
        return last + 1 if short else last

    def _extend(self, first: int, last: int, stop: int) -> int:
        """Return the end of a candidate with what joins on behind it."""
        word, written = self.lower[last], self.words[last]
        if word == "'s":
            return last + (f"{self._text(first, last)}'s" in self.lexicon.organizations)
        if written in _QUOTES or word == ",":
            return self._over_mark(first, last, stop)
        if self._tail(last - 1):
            return last
        if written == "&":
            return last + 2 if self._capital(last + 1, stop) else last
        if not self._next_to(last - 1, last):
            return last
        return (
            self._over_capital(first, last, stop) if self._capital(last, stop) else self._over_word(first, last, stop)
        )

    def _over_capital(self, first: int, last: int, stop: int) -> int:
        if self.lower[last] in self.skip or last in self.after_title or self._new_name(first, last, stop):
            return last
        return self._stop_mark(first, last + 1, stop)

    def _new_name(self, first: int, last: int, stop: int) -> bool:
        """Tell whether a name of its own follows: "Nazi | Germany", "Swiss | Anna Meier"."""
        words, lower, lexicon = self.words, self.lower, self.lexicon
        if last + 1 < stop and f"{words[last]} {words[last + 1]}" in lexicon.organizations:
            return self._text(first, last) not in lexicon.organizations
        if lower[last] in lexicon.demonyms:  # but the Cleveland Indians are a team
            kind = lexicon.places.get(self._text(first, last).lower())
            return kind is not None and not (kind == "city" and lower[last].endswith("s"))
        so_far = " ".join(lower[first:last])
        if so_far in lexicon.demonyms and last > first + 1:
            return lower[last] not in self.ends_names
        modifying = all(lower[index] in lexicon.demonyms or lower[index] in self.senior for index in range(first, last))
        if modifying and (words[last] in lexicon.organizations or self._person_like(last, stop)):
            return True
        lone = last == first + 1 and lower[last] in lexicon.places
        return lone and (lower[first] in lexicon.demonyms or words[first] in lexicon.organizations)

    def _over_mark(self, first: int, last: int, stop: int) -> int:
        following = last + 1
        if self.words[last] == ",":
            if self._capital(following, stop) and self.lower[following] in (*self.suffixes, "inc", "ltd", "llc"):
                return self._stop_mark(first, following + 1, stop)
            return last
        if not (last > first and self._next_to(last - 1, last) and self._capital(following, stop)):
            return last
        end = following
        while self._capital(end, stop) and end < following + 2:
            end += 1
        nicknamed = end + 1 < stop and self.words[end] in _QUOTES and self._capital(end + 1, stop)
        if nicknamed and self._next_to(end, end + 1) and self.lower[first] not in self.lexicon.common:
            return end + 2
        return last

    def _over_word(self, first: int, last: int, stop: int) -> int:
        """Join over a small word: a particle, "of", "and", "for", "on"."""
        word, following = self.lower[last], last + 1
        if word in self.particles:
            while following < stop and self.lower[following] in self.particles and following < last + 3:
                following += 1
            if self._capital(following, stop) and not self.words[last][0].isupper():
                return self._stop_mark(first, following + 1, stop) if word != "e" or following > last + 1 else last
            return last
        if word not in ("of", "and", "for", "on", "in"):
            return last
        if following < stop and self.lower[following] == "the" and word != "and":
            following += 1
        if not self._capital(following, stop) or self.lower[following] in self.skip:
            return last
        if word == "of":
            joins = self.lower[last - 1] in self.of or self.lower[first] in self.of
        elif word == "and":
            joins = self._one_body(first, last, stop)
        else:
            joins = self.lower[last - 1] in self.of and word in ("for", "on")
        return self._stop_mark(first, following + 1, stop) if joins else last

    def _one_body(self, first: int, join: int, stop: int) -> bool:
        """Tell whether "X and Y" is one body: "Ministry of Trade and Industry"."""
        inside = self.lower[first:join]
        if any(word in ("of", "on", "for") for word in inside) and any(word in self.of for word in inside):
            return join + 2 >= stop or not self._person_like(join + 1, stop)
        end = join + 1
        while self._capital(end, stop):
            end += 1
        if end - join < 3 or self.lower[end - 1] not in self.ends_names or len(inside) > 2:  # noqa: PLR2004
            return False
        return not any(
            word in self.lexicon.given or word in self.lexicon.places or word in self.bodies for word in inside
        )

    def _person_like(self, index: int, stop: int) -> bool:
        following = index + 1
        return (
            self.lower[index] in self.lexicon.given
            and self._capital(following, stop)
            and self.lower[following] not in self.ends_names
            and self.lower[index] not in self.lexicon.places
        )

    def _made(self, first: int, last: int, sentence: range) -> Candidate:
        first = self._ordinal(first, last, sentence)
        text, end = self._text(first, last), self.ends[last - 1]
        words = [word for word in self.lower[first:last] if word != "."]
        tail = self._tail(last - 1)
        if tail:
            end -= tail
            text = text[:-tail]
            words[-1] = self.lower[last - 1][:-tail]
        initial, title = first == sentence.start, self.after_title.get(first)
        return Candidate(first, last, self.starts[first], end, text, initial, title, tuple(words))

    def _tail(self, index: int) -> int:
        """Return the length of what is no name at the end of a compound: "-based" in "Florence-based"."""
        name, hyphen, rest = self.words[index].rpartition("-")
        compound = (
            hyphen and name and (rest in self.lexicon.kinds["compound"] or (rest.endswith("ed") and rest.islower()))
        )
        return len(rest) + 1 if compound else 0

    def _ordinal(self, first: int, last: int, sentence: range) -> int:
        """Take in a number in front: "8th Circuit", "20th Century Fox"."""
        before = first - 1
        if (
            before < sentence.start
            or not self.words[before][0].isdigit()
            or self.ends_names.isdisjoint(self.lower[first:last])
        ):
            return first
        return before if self.lower[before][-2:] in ("st", "nd", "rd", "th") and self._next_to(before, first) else first

    def _text(self, first: int, last: int) -> str:
        text = self.doc.text[self.starts[first] : self.ends[last - 1]]
        return text if last == first + 1 else " ".join(text.split())


def occurrences(candidates: Sequence[Candidate]) -> dict[str, list[Candidate]]:
    """Return the candidates by their text on one line, in the order in which they come first."""
    found: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        found.setdefault(candidate.text, []).append(candidate)
    return found
