"""What relative expressions count from: the day of publication, the last date told, and the clause's tense."""

from __future__ import annotations

import datetime as dt
from functools import cache

from newskit.text import Tokens, words
from newskit_dates.calendar import Period
from newskit_dates.reading import Reading

_TOLD = frozenset({"day", "month", "quarter", "season", "year"})
_CACHE_LIMIT = 50_000
_CLAUSE_REACH = 14
_SENTENCE_REACH = 40
_SENTENCE_ENDS = frozenset(".;?!")
_STOPS = _SENTENCE_ENDS | frozenset('"”')
_QUARTER_REACH = 60
"""Tokens over which results are compared with those of a quarter that was told."""

_RANGE_WORDS = frozenset({"to", "through", "until", "till", "-", "–", "—"})
_BOUND_TO = frozenset({"is", "are", "set", "due", "planned", "planning", "preparing", "hoping", "hope", "likely"})
"""What makes an infinitive tell of a time to come: "is to", "set to", "planned to"."""

_PLANNED = frozenset({"planned", "plans", "plan"})
"""What tells of a time to come only with an object: "planned a march for Friday", not "set aside her plans"."""

_OBJECTS = frozenset({"a", "an", "the", "for", "to"})
_NOBODY = frozenset({"nor", "neither", "nobody", "none", "no"})
_NOBODY_REACH = 8
"""Words before "could" in which these make it tell of the past: "neither he nor his lawyer could be reached"."""

_DETERMINERS = frozenset({"a", "an", "the", "this", "that", "its", "his", "her", "their"})
"""What stands before a participle that is an adjective: "the disputed vote", "on a still unspecified date"."""

_STILL = frozenset({"still", "yet", "much", "newly", "recently", "widely", "so"})

_UNMAKES_FUTURE = {
    "soon": frozenset({"after", "as"}), "could": frozenset({"not"}), "would": frozenset({"not"}),
}  # fmt: skip
"""What behind a cue makes it tell nothing of the future: "soon after", "could not be reached on Monday"."""

_MODALS = frozenset({"may", "might", "can", "must", "should", "hope"})
_AFTER_AMOUNTS = frozenset({"a", "an", "per", "of", "or", "only", "before", "after", "the", "each", "every"})

_AHEAD = frozenset({("as", "soon", "as"), ("as", "early", "as"), ("no", "later", "than"), ("as", "late", "as")})
"""What stands before a time to come whatever the verb: "as soon as Tuesday"."""

_AHEAD_OF = (["ahead", "of"], ["advance", "of"])
"""The same in two words: "she leads ahead of Tuesday's vote"."""

_TILL = frozenset({"until", "till", "to", "through"})
_PUT_OFF = frozenset({"postponed", "delayed", "deferred", "extended", "adjourned", "rescheduled", "given"})
"""Past verbs whose "until" names a time to come: "postponed until Friday"."""

_TIMED = {
    "set": frozenset({"for"}), "due": frozenset({"on", "in", "by", "before"}),
}  # fmt: skip
"""What makes an adjective tell of a time to come: "is set for Friday", "due in March"."""

_TIMETABLE = frozenset({"meet", "arrive", "convene", "resume", "depart", "begin"})
"""Verbs whose present form right before a day tells of a time to come: "they meet Monday"."""

_NOT_PRESENT = frozenset({"to", "not", "did", "do", "and", "or"})

_CLAUSE_ENDS = frozenset('.;?!"“”')
_TELLS_NOTHING = frozenset({"wouldn't", "wouldn’t", "couldn't", "couldn’t"})
_WILL = ("'ll", "’ll")
_CLAUSE_BREAKS = frozenset({"and", "but", "as", "with", "while", "from", "to", "in"})
_POSSESSIVES = (["'s"], ["’s"])
_SHORTEST_PAST = 5


class Anchor:
    """Where an article stands in time.

    ``day`` is the day of publication or None. ``reference`` is the last period that was told; in a narrative, a text
    that tells of other years than its own, it is what months, days and "the next day" count from. ``day_first`` is the
    order of figures with strokes.
    """

    def __init__(self, tokens: Tokens, published: dt.date | None, *, day_first: bool = False) -> None:
        self.tokens = tokens
        self.published = published
        self.day_first = day_first
        self.narrative = False
        self.reference: Period | None = None
        self.quarter: Period | None = None
        self._told = (-2, -2)
        self._quarter_at = -_QUARTER_REACH
        self._reference_at = 0

    @property
    def day(self) -> dt.date | None:
        """The day that partial dates are completed from: in a narrative the last one told, else publication day."""
        return self.reference.first if self.narrative and self.reference else self.published

    @property
    def told(self) -> dt.date | None:
        """The day that "the next day" and "a year earlier" count from: the last told, else publication day."""
        return self.reference.first if self.reference else self.published

    def closes_range(self, start: int) -> bool:
        """Tell whether the expression at a token ends a range that the last one began ("Monday to Friday")."""
        first, stop = self._told
        if start != stop + 1:
            return False
        word = self.tokens.lower[stop]
        return word in _RANGE_WORDS or (word == "and" and self.word(first - 1) == "between")

    def tell(self, reading: Reading, start: int, stop: int) -> None:
        """Remember a period that the text told at some tokens, for those that count from it."""
        self._told = (start, stop)
        if reading.period is not None and reading.period.grain in _TOLD:
            self.reference, self._reference_at = reading.period, stop
            if reading.period.grain == "quarter":
                self.quarter = reading.period
                self._quarter_at = stop

    def day_of_sentence(self, start: int, stop: int) -> dt.date | None:
        """Return the day that the sentence of an expression has told before, None where it has told none last.

        Where the sentence tells of the past, the day may be of the sentence before; a heading tells of no other's day.
        """
        reference, at, tokens = self.reference, self._reference_at, self.tokens
        if reference is None or reference.grain != "day" or start - at > _SENTENCE_REACH:
            return None
        ends = [place for place in range(at, start) if tokens.lower[place] in _SENTENCE_ENDS]
        lines = (place for place in range(at + 1, start + 1) if tokens.starts[place] - tokens.ends[place - 1] > 1)
        if any(tokens.lower[place - 1] not in _STOPS for place in lines):
            return None
        return reference.first if not ends or (len(ends) == 1 and self.tense(start, stop) < 0) else None

    def governs(self, stop: int) -> bool:
        """Tell whether words follow that those before could govern: "the year before the war", "the week that was"."""
        word = self.word(stop)
        return word[:1].isalnum() and word not in _CLAUSE_BREAKS

    def hoped(self, start: int) -> bool:
        """Tell whether a verb of hope or a modal stands right before two tokens: "will one day be", "to one day be"."""
        word = self.word(start - 1)
        verb = word == "to" and self.governs(start + 2) and self.word(start + 2) not in _AFTER_AMOUNTS
        return verb or _cues()[word] == "future" or word in _MODALS

    def quarter_near(self, start: int) -> Period | None:
        """Return the quarter that the text around a token is about, None where none was told of late."""
        if self.reference is not None and self.reference.grain == "quarter":
            return self.reference
        return self.quarter if start - self._quarter_at <= _QUARTER_REACH else None

    def tense(self, start: int, stop: int) -> int:
        """Return 1 where the clause around the tokens is about the future, -1 the past, 0 where nothing tells.

        The nearest verb form before the expression decides; where none is in reach, the nearest after it.
        """
        lower = self.tokens.lower
        if tuple(lower[max(0, start - 3) : start]) in _AHEAD or lower[max(0, start - 2) : start] in _AHEAD_OF:
            return 1
        if self._timetabled(start):
            return 1
        before = self._cue(range(start - 1, max(-1, start - 1 - _CLAUSE_REACH), -1), till=self.word(start - 1) in _TILL)
        # what "Monday's vote" will do says nothing of when it was
        if before or lower[stop : stop + 1] in _POSSESSIVES:
            return before
        return self._cue(range(stop, min(len(lower), stop + _CLAUSE_REACH)))

    def _timetabled(self, start: int) -> bool:
        """Tell whether a present form that timetables have stands before: "they meet on Monday", not "did not meet"."""
        at = start - 1 - (self.word(start - 1) == "on")
        at -= self.word(at).endswith("ly")
        return self.word(at) in _TIMETABLE and not (
            self.word(at - 1) in _NOT_PRESENT or self.word(at - 1).endswith(("n't", "n’t"))
        )

    def word(self, place: int) -> str:
        """Return the word at a place in lower case, nothing outside the text."""
        return self.tokens.lower[place] if 0 <= place < len(self.tokens.lower) else ""

    def _cue(self, places: range, *, till: bool = False) -> int:
        lower, cues = self.tokens.lower, _cues()
        for place in places:
            word = lower[place]
            cue = cues[word]
            if not (cue or till):
                continue
            if cue == "end":
                return 0
            if self._is_future(place, word, cue) or (till and word in _PUT_OFF):
                return 1
            if cue == "past" and self._is_past(place, word):
                return -1
        return 0

    def _is_past(self, place: int, word: str) -> bool:
        """Tell whether a verb form is of the past: not in "is to be held", and no name in -ed ("Mohamed")."""
        before = self.word(place - 1)
        if not word.endswith("ed"):
            return before != "be"
        name = self.tokens.words[place][0].isupper() and before not in _CLAUSE_ENDS
        described = before in _DETERMINERS or (before in _STILL and self.word(place - 2) in _DETERMINERS)
        return before != "be" and not (name or described)

    def _is_future(self, place: int, word: str, cue: str) -> bool:
        following = self.word(place + 1)
        if word in _PLANNED:
            return following in (_OBJECTS if word == "planned" else _OBJECTS - {"for"})
        if word == "could" and not _NOBODY.isdisjoint(self.tokens.lower[max(0, place - _NOBODY_REACH) : place]):
            return False
        if cue == "timed":
            return following in _TIMED[word] or (word == "due" and following.endswith("day"))
        if cue == "to":
            place -= 1
            if self.word(place) not in _BOUND_TO:
                return False
        elif cue != "future" or following in _UNMAKES_FUTURE.get(word, ()):
            return False
        # "had been scheduled" tells of what was to come then
        return not (self.word(place - 1) == "been" and "had" in self.tokens.lower[max(0, place - 4) : place])


class _Cues(dict[str, str]):
    """What each word in lower case tells of the time of its clause; a word not yet seen is looked up and remembered."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _CACHE_LIMIT:
            self.clear()
        return self.setdefault(word, _cue_of(word))


@cache
def _cues() -> _Cues:
    return _Cues()


def _cue_of(word: str) -> str:
    if word in _CLAUSE_ENDS or word in _TELLS_NOTHING:
        return "end"
    if word == "to":
        return "to"
    if word in _TIMED:
        return "timed"
    if word in words("newskit_dates", "future_cues.txt") or word.endswith(_WILL):
        return "future"
    regular = len(word) >= _SHORTEST_PAST and word.endswith("ed")  # not "need"
    return "past" if regular or word in words("newskit_dates", "past_cues.txt") else ""
