"""Candidates: runs of capitalised tokens that may be names, where they begin and what is cut off them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import compress, count
from operator import attrgetter, ne

from attrs import define, evolve

from newskit import Doc, Title
from newskit.text import FIGURE, Kept, closed_class, female_share, lower_case
from newskit_names.edges import Edges
from newskit_names.joins import Joins
from newskit_names.kin import Kin
from newskit_names.lexicon import Lexicon
from newskit_names.token_spans import AT_MOST, has_capital, plain
from newskit_names.works import Works

_PARTIES = frozenset("rdi")
_EVES = frozenset(("eve", "day"))
_TAGS = frozenset("#@")
_GERUND = 5
"""A word in "-ing" with more letters is a verb where a sentence begins, if no list knows it."""
_PARTICLES = 4
"""Tokens of the first word of a name and the particles behind it, most."""
_TOLD = frozenset(("said", "says", "told", "added", "was", "is", "has", "had"))
"""Verbs that no auxiliary stands before."""
_ARTICLES = closed_class("article")
_APPOSING = _ARTICLES | closed_class("relative")
_OPENING = frozenset('"“‘_—–:') | {"``", "--"}
"""Marks behind which a capital says as little as at the beginning of a sentence."""


@define
class Candidate:
    """A run of tokens ``first:last`` that may be a name, its code points ``start:end``, and the title before it."""

    first: int
    last: int
    start: int
    end: int
    text: str
    initial: bool
    """It begins a sentence, or what stands behind an opening mark."""
    before: str
    behind: str
    """The tokens beside it in lower case, "" at the ends of the text."""
    title: Title | None = None
    words: tuple[str, ...] = ()
    headline: bool = False


_first, _tokens = attrgetter("first"), attrgetter("tokens")


@lru_cache(8)
def _beginning(lexicon: Lexicon) -> tuple[Kept[bool], Kept[bool], Kept[bool]]:
    """Return whether a name may begin with a word as it is written, be it alone, and be a listed one of several."""
    never, special = lexicon.never_begins, lexicon.special | _EVES

    def begins(word: str) -> bool:
        if word in lexicon.organizations or lexicon.listed.any_beginning(f"{word} "):  # "eBay", "Now TV"
            return True
        return has_capital(word) and (word.isupper() or lower_case(word) not in never)

    alone = Kept[bool](lambda word: "-" not in word and lower_case(word) not in special)
    return Kept(begins), alone, Kept(lambda word: lexicon.listed.any_beginning(plain(word)))


class Segmenter(Works):
    """Cuts one article into candidates."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        super().__init__(doc, lexicon)
        self.ends = doc.tokens.ends
        self.begins, self.alone, self.lists = _beginning(lexicon)
        kinds = lexicon.kinds
        self.calendar, self.small, self.label = kinds["calendar"], kinds["small"], kinds["label"]
        self.months, self.dated = kinds["month_name"], kinds["dated"]
        self.counted, self.virtues, self.compound = kinds["counted"], kinds["virtue"], kinds["compound"]
        if "Famer" in doc.text:
            self.read_honours()
        self.set_aside: list[Candidate] = []
        self.joins = Joins(doc, lexicon, self.role_tokens, self.after_title)
        self.edges = Edges(self.joins, self.bodies)
        self.kin = Kin(lexicon, doc.tokens)

    def candidates(self) -> list[Candidate]:
        """Return the candidates in the order of the text; none overlaps another and none is the title of a work.

        Words whose capital a sentence explains are candidates only where another one has the word.
        """
        found = list(self._runs())
        if self.set_aside:
            known = {word for candidate in found for word in candidate.words}
            again = [candidate for candidate in self.set_aside if candidate.words[0] in known]
            found = sorted(found + again, key=_first) if again else found
        return found

    def _runs(self) -> Iterator[Candidate]:
        words, joins = self.words, self.joins
        marked = self.behind_marks()
        capitals = list(compress(count(), map(ne, words, self.lower)))
        sentences, sentence, done = map(_tokens, self.doc.sentences), range(0), 0
        for index in compress(capitals, map(self.begins.__getitem__, map(words.__getitem__, capitals))):
            if index < done:
                continue
            if sentence.stop <= index:
                while sentence.stop <= index:
                    sentence = next(sentences)
                joins.headline = self.headline(sentence, capitals)
            listed = self._listed(index, sentence.stop) if self.lists[words[index]] else 0
            if (index in self.role_tokens and not listed) or self._tagged(index):
                continue
            candidate = None if listed else self._lone(index, sentence)
            candidate = candidate or self._candidate(index, sentence, listed)
            if candidate is None:
                continue
            done = candidate.last
            if joins.passed_over >= done:
                done = joins.passed_over + 1
            candidate.headline = joins.headline
            if candidate.first in marked and self.quoted(candidate.first, candidate.last):
                continue
            if candidate.initial and len(candidate.words) == 1 and self._sets_aside(index, sentence):
                self.set_aside.append(candidate)
            else:
                yield candidate

    def _tagged(self, index: int) -> bool:
        """Tell whether a word is a tag or an account of several words in one: "#SaveZorvel", "@ZorvelNews"."""
        word = self.words[index]
        glued = self.tokens.word(index - 1) in _TAGS and self.ends[index - 1] == self.starts[index]
        return glued and not word[1:].islower() and not word.isupper()

    def _listed(self, index: int, stop: int) -> int:
        """Return the token behind the listed name of several tokens that stands here, 0 where none does.

        Such are no "Foreign Affairs" before "Minister" nor, in a headline, common words: "Breaking the Silence".
        """
        listed = self.joins.listed(index, stop)
        office = index in self.role_tokens and listed in self.role_tokens
        return 0 if office or (self.joins.headline and all(map(self._common, range(index, listed)))) else listed

    def _sets_aside(self, index: int, sentence: range) -> bool:
        """Tell whether a sentence explains the capital of its first word: a common one, or a question: "Harsh?"."""
        lower, following = self.lower[index], self.tokens.word(index + 1)
        asked = sentence.stop == index + 2 and following == "?"
        asked = asked or (following == "," and lower.endswith("ly") and lower not in self.lexicon.names)  # "Oddly, he"
        described = lower in self.joins.senior and following in self.lexicon.plurals  # "Young sisters"
        return asked or described or lower in self.lexicon.sentence_words

    def _lone(self, index: int, sentence: range) -> Candidate | None:
        """Return the candidate of one token where it is plain that nothing joins it: most are such."""
        word, lower, before, behind = self.words[index], self.lower, index - 1, index + 1
        if self.joins.headline or not self.alone[word] or (index and self.bits[before] & FIGURE):
            return None
        if index and self.words[before] in self.joins.particles:
            return None
        if (
            behind < sentence.stop
            and not self.joins.closing[self.words[behind]]
            and not self.joins.alone(index, sentence.stop)
        ):
            return None
        begins = index == sentence.start or self.words[before] in _OPENING
        start, end, title = self.starts[index], self.ends[index], self.after_title.get(index)
        left, right = lower[before] if index else "", lower[behind] if behind < len(lower) else ""
        return Candidate(index, behind, start, end, word, begins, left, right, title, (lower[index],))

    def rest(self, candidate: Candidate) -> Candidate:
        """Return a candidate without its first token."""
        first = candidate.first + 1
        text = candidate.text.partition(" ")[2]
        start, words = self.starts[first], candidate.words[1:]
        before = self.lower[first - 1]
        return evolve(
            candidate, first=first, start=start, text=text, initial=False, before=before, title=None, words=words
        )

    def unowned(self, candidate: Candidate) -> Candidate:
        """Return a candidate without the possessive mark that is its last token."""
        last, words = candidate.last - 1, candidate.words[:-1]
        text = candidate.text[: -len(candidate.words[-1])]
        return evolve(candidate, last=last, end=self.ends[last - 1], text=text, behind=self.lower[last], words=words)

    def _candidate(self, first: int, sentence: range, listed: int) -> Candidate | None:
        stop = min(sentence.stop, first + AT_MOST)
        if not listed and self._no_name(first, sentence):
            return None
        if self.words[first][1:2] == "-" and self.lower[first][0] in _PARTIES:
            return self.party_state(first, stop)
        return self._made(first, self.joins.end(first, stop, listed), sentence)

    def party_state(self, first: int, stop: int) -> Candidate | None:
        """Take the state out of a lawmaker's party and state: "R-Calif."."""
        name = self.lower[first][2:]
        dotted = first + 1 < stop and self.words[first + 1] == "." and f"{name}." in self.lexicon.places
        if not dotted and name not in self.lexicon.places:
            return None
        last = first + 1 + dotted
        start, end = self.starts[first] + 2, self.ends[last - 1]
        text, (before, behind) = self.doc.text[start:end], self.beside(first, last)
        return Candidate(first, last, start, end, text, initial=False, before=before, behind=behind, words=(name,))

    def _begins(self, index: int, sentence: range) -> bool:
        """Tell whether a word has its capital from where it stands."""
        return index == sentence.start or self.words[index - 1] in _OPENING

    def _no_name(self, index: int, sentence: range) -> bool:
        """Tell whether a capitalised word only begins a sentence, or is a date, a label, a currency or a believer."""
        lower, following = self.lower[index], self.tokens.word(index + 1)
        if lower in self.calendar or lower in self.months:
            return self.is_date(index, sentence)
        ranked = lower in self.joins.ranks and self.joins.ranked(index, sentence.stop) and not self._initials(index)
        kinds = self.lexicon.kinds
        dated = lower in kinds["era"] and index > 0 and self.words[index - 1].isdigit()
        priced = following[:1].isdigit() and lower in kinds["currency"]
        faithful = lower in kinds["believer"] and self.tokens.lowered(index - 1) in kinds["devout"]
        if ranked or dated or priced or faithful or (following == "$" and self.ends[index] == self.starts[index + 1]):
            return True
        if (lower in self.label and following == ":") or (lower in _EVES and self.joins.of_holiday(index - 1)):
            return True
        if lower in self.small and not self._named_so(index, sentence):
            if self.words[index].isupper() and len(lower) > 1:
                return not self.acronym(index)
            return len(lower) > 1 or not (following == "." or self._initial(index + 1, sentence.stop))
        return self.plain(index, sentence)

    def _named_so(self, index: int, sentence: range) -> bool:
        """Tell whether a small word is a given name, a surname behind a form of address, a relative, or a number."""
        if self.given(index, sentence) or self._honoured(index) or self.numbers(index, sentence):
            return True
        return self.lower[index] in self.lexicon.given and self.kin.named(index)

    def numbers(self, index: int, sentence: range) -> bool:
        """Tell whether a name begins with a number, by its capital within a sentence: "at the | Four Harbours"."""
        if self.lower[index] not in self.counted:
            return False
        if self.joins.headline or self._begins(index, sentence) or not self.words[index].istitle():
            return False
        return self.joins.capital(index + 1, sentence.stop) and self.words[index + 1].istitle()

    def _initials(self, index: int) -> bool:
        """Tell whether a rank of two capitals behind a title is somebody's initials: "chief minister MK | Zorvel"."""
        return len(self.words[index]) == 2 and self.words[index].isupper() and index in self.after_title  # noqa: PLR2004

    def _initial(self, index: int, stop: int) -> bool:
        """Tell whether a letter is an initial behind another one, as a name follows: "A | G Roe"."""
        before, letter = self.tokens.word(index - 2), self.words[index] if index < stop else ""
        numbers = before[:1].isupper() or before in self.lexicon.kinds["lettered"]  # "Plan A | G Roe", "in group A"
        if self.words[index - 1] != "A" or (numbers and before.lower() not in self.lexicon.kinds["office"]):
            return False
        named = self.joins.capital(index + 1, stop) and self.lower[index + 1] not in self.small  # not "A N Other"
        return named and len(letter) == 1 and letter.isupper()

    def _honoured(self, index: int) -> bool:
        """Tell whether a form of address makes a small word a surname: "Mr Said"."""
        title = self.after_title.get(index)
        return title is not None and title.honorific and self.words[index].istitle()

    def given(self, index: int, sentence: range) -> bool:
        """Tell whether a small word is a given name, by its capital within a sentence and one behind: "Will Roe"."""
        following = index + 1
        if not self.joins.capital(following, sentence.stop):
            return False
        if self.joins.family_first(index) and not self._begins(index, sentence):
            return True
        if self.lower[index] not in self.lexicon.given:
            return False
        if index in self.after_title:  # "Skipper | Will Roe"
            return True
        begins, name = self._begins(index, sentence), self.lower[following]
        if name not in self.lexicon.surnames:
            plain = self._common(following) or name in self.lexicon.places or len(name) == 1
            told = not begins or self.tokens.lowered(following + 1) in _TOLD  # "Will Roe said"
            return self.lower[index] in self.lexicon.widely and told and not (self.joins.headline or plain)
        return not begins or self._joined(following + 1, sentence)

    def _joined(self, index: int, sentence: range) -> bool:
        """Tell whether a name before a token is joined to another, or speaks: "Will Roe and Ann Poe", "Al Roe said"."""
        word = self.tokens.lowered(index) if index < sentence.stop else ""
        if word == "," and (self.tokens.lowered(index + 1) in _APPOSING or self.words[index + 1].isdigit()):
            return True  # "Will Roe, the driver", "Will Roe, 52,"
        listed = word == "and" and self.joins.capital(index + 1, sentence.stop)
        return listed or word in self.lexicon.kinds["speech"]

    def plain(self, index: int, sentence: range) -> bool:
        """Tell whether a common word has its capital only from a headline or the beginning of a sentence."""
        if self.words[index].isupper() and len(self.words[index]) > 1:
            return False
        if self.joins.headline and self.joins.plain(index, sentence.stop):
            return True
        begins = self._begins(index, sentence) and index + 1 < sentence.stop
        return begins and self._common(index) and self.drops_first(index, sentence)

    def _common(self, index: int) -> bool:
        """Tell whether a word is a common one, or ends in one behind a hyphen: "Pro-reform", "Ex-boxer"."""
        before, hyphen, last = self.words[index].rpartition("-")
        if before.count("-") and before.partition("-")[2].islower():  # "Nurse-turned-baker"
            return last.islower()
        if not hyphen:
            lower = self.lower[index]
            verb = lower.endswith("ing") and len(lower) > _GERUND and female_share(lower) is None  # but "Tsering"
            return verb or lower in self.lexicon.common
        return bool(before) and last.islower() and (last in self.lexicon.common or last in self.compound)

    def is_date(self, index: int, sentence: range) -> bool:
        """Tell whether a word is a day or month here: "May" and "April" are given names, "Jan" and "August" too."""
        lower = self.lower[index]
        if lower not in self.months:  # "coach | Sunday Roe"
            return index not in self.after_title or not self.joins.capital(index + 1, sentence.stop)
        following, dated = index + 1, index > sentence.start and self.lower[index - 1] in self.dated
        if following < sentence.stop and self._day(following):
            return True
        if self._leads_particle(index, sentence.stop):
            return False
        named = self.joins.capital(following, sentence.stop) and self.joins.next_to(index, following)
        if named:
            full = self.lower[following] in self.lexicon.given and self.joins.capital(following + 1, sentence.stop)
            return self._of_event(index) or (dated and (full or self.lower[following] not in self.lexicon.names))
        return dated or (lower in self.calendar and not self.kin.named(index))

    def _leads_particle(self, index: int, stop: int) -> bool:
        """Tell whether a particle of surnames and a capital stand behind a word: "Jan | de Zorvel"."""
        behind = index + 1
        while behind < stop and self.words[behind] in self.joins.particles and behind < index + _PARTICLES:
            behind += 1
        return behind > index + 1 and self.joins.capital(behind, stop)

    def _of_event(self, index: int) -> bool:
        """Tell whether a month stands between an article and a listed place or body: "the June Geneva summit"."""
        name, lexicon = self.words[index + 1], self.lexicon
        listed = name.lower() in lexicon.places or name.lower() in lexicon.cities or name in lexicon.organizations
        return listed and self.tokens.lowered(index - 1) in _ARTICLES

    def _day(self, index: int) -> bool:
        """Tell whether a token behind a month is its day, "May 5" or "May One", or the stop of an abbreviation."""
        return self.words[index][0].isdigit() or self.words[index] == "." or self.lower[index] in self.counted

    def acronym(self, index: int) -> bool:
        """Tell whether a small word in capitals is a known acronym, with no capitals around it: "the WHO said"."""
        beside = (self.tokens.word(index - 1), self.tokens.word(index + 1))
        if beside[1] == "&" and self.ends[index] == self.starts[index + 1]:  # "AT&T"
            return True
        shouted = any(len(word) > 1 and word.isupper() for word in beside)
        return self.words[index] in self.lexicon.organizations and not shouted

    def drops_first(self, index: int, sentence: range) -> bool:
        """Tell whether a common word before a name belongs to the sentence: "Then | Ann Poe left"."""
        lower, following = self.lower[index], index + 1
        if lower in self.lexicon.names or lower in self.lexicon.places:
            return False
        if not self.joins.capital(following, sentence.stop):
            return False
        written, organizations = self.words[index], self.lexicon.organizations
        if written in organizations or f"{written} {self.words[following]}" in organizations:
            return False
        if lower in self.lexicon.starts_names or self.lower[following] in self.lexicon.ends_names:
            return False
        if lower in self.virtues and self._joined(following + 1, sentence):  # "Gift Roe said"
            return False
        return not (lower in self.lexicon.nouns and self.joins.to_body(index, sentence.stop))

    def _made(self, first: int, last: int, sentence: range) -> Candidate | None:
        if self.lower[last - 1] in self.label and self.tokens.word(last) == ":":
            last -= 1
            if last == first:
                return None
        last = self.edges.end(first, last)
        initial, title = self._begins(first, sentence), self.after_title.get(first)
        first = self.edges.begin(first, last, sentence.start)
        text, end = self.joins.text(first, last), self.ends[last - 1]
        words = [word for word in self.lower[first:last] if word != "."]
        tail = self.joins.tail(last - 1)
        if tail:
            end -= tail
            text = text[:-tail]
            words[-1] = self.lower[last - 1][:-tail]
        before, behind = self.beside(first, last)
        return Candidate(first, last, self.starts[first], end, text, initial, before, behind, title, tuple(words))

    def beside(self, first: int, last: int) -> tuple[str, str]:
        """Return the tokens before and behind some tokens, in lower case."""
        return self.tokens.lowered(first - 1), self.tokens.lowered(last)


def occurrences(candidates: Sequence[Candidate]) -> dict[str, list[Candidate]]:
    """Return the candidates by their text on one line, in the order in which they come first."""
    found: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        found[candidate.text].append(candidate)
    return found
