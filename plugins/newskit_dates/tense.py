"""The tense of the clause around an expression, from the verb forms and other cues in it."""

from __future__ import annotations

from newskit.text import Tokens
from newskit_dates.cues import CLAUSE_ENDS, WILL, cues, timed
from newskit_dates.listings import is_in_listing
from newskit_dates.scheduled import happened, is_announced, is_reported, is_set, of_event, starts
from newskit_dates.timetable import is_planned
from newskit_dates.word_lists import listed, planned, unplanned

_CLAUSE_REACH = 14


_LOOSE = frozenset({"playing", "starting", "beginning", "opening"})

_OBJECTS = frozenset({"a", "an", "the", "to"})
_UNTIL = frozenset({"until", "till"})
_GIVEN = {
    "planned": _OBJECTS | {"for"}, "plans": _OBJECTS, "plan": _OBJECTS, "have": _UNTIL, "has": _UNTIL,
}  # fmt: skip
"""What makes a word tell of a time to come by what stands right behind it: "planned a march for Friday", "have until
Friday", not "set aside her plans"."""

_NOBODY = frozenset({"nor", "neither", "nobody", "none", "no"})
_NOBODY_REACH = 8
"""Words before "could" in which these make it tell of the past: "neither he nor his lawyer could be reached"."""


_SHOWN = 5
"""Words between "is" and a clock time: "it is on Channel Two at 9pm on Friday"."""
_PRESENT = frozenset({"is", "are", "am"})
_BEING = _PRESENT | {"be", "being", "remain", "remains", "stay", "stays"}
"""What makes a participle none of the past: "they are tipped to win"."""


_UNMAKES_FUTURE = {
    "soon": frozenset({"after", "as"}), "could": frozenset({"not", "have"}), "would": frozenset({"not", "have"}),
}  # fmt: skip
"""What behind a cue makes it tell nothing of the future: "soon after", "could not be reached on Monday"."""

_NOT_TO_COME = frozenset({"have", "'t"})

_AHEAD = (2, 3)
"""Words of what stands before a time to come whatever the verb."""

_TILL = frozenset({"until", "till", "to", "through"})
_CLOCK_REACH = 7
"""Words of a clock time between "until" and its day, and so many more."""

_BY_DAY = frozenset({"due", "likely", "possible"})
"""Those of them that may stand right before the day."""


_CHANCES = frozenset({"likely", "possible"})
_SURELY = _PRESENT | {"be", "most", "very", "seems", "looks", "also", "still"}
"""What makes a chance one to come: "a storm is likely on Thursday", not "it did not grow any more likely"."""
_ON_OR_TILL = _TILL | _PRESENT | {"on", "at"}
_HAVE = frozenset({"have", "has", "gives", "giving"})
_BOUND = frozenset({"until", "till", "through", "by"})
"""What stands before a day that is to come, where no verb tells of the past: "the sale lasts through Sunday"."""

_WAS = frozenset({"was", "were"})
_HELPING = frozenset({"was", "were", "had", "did", "been"})
"""Past forms that say nothing of when: "the vote was on May 3" may be of a plan."""

_ALSO_BARE = frozenset({"put", "hit", "have", "wed"})
"""Past forms that are infinitives too."""

_BEFORE_HAVE = frozenset({"will", "shall", "can"})
"""What makes "have" tell of a time to come; "may have" and "would have" begin what has been."""

_PRESENTS = frozenset({"third", "bare"})
"""The kinds of the verb forms of ``timetabled.txt``."""
_PLANNED_FORMS = _PRESENTS | {"going"}
_MODAL_KINDS = frozenset({"future", "modal"})

_NOT_PRESENT = frozenset({"to", "not", "did", "do", "and", "or"})

_OPENERS = CLAUSE_ENDS | {""}

_BUT_REACH = 4
"""Words behind "but" in which a past form tells that nothing came of it."""
_EVENT_REACH = 4
"""Words in which a day's event is named: "Tuesday's Wyoming Republican primary"."""


class Clauses:
    """What the clauses of a text tell of when they are."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens

    def tense(self, start: int, stop: int) -> int:
        """Return 1 where the clause around the tokens is about the future, -1 the past, 0 where nothing tells.

        The nearest verb form before the expression decides; where none is in reach, the nearest after it.
        """
        lower = self.tokens.lower
        if any(" ".join(lower[max(0, start - size) : start]) in listed("AHEAD") for size in _AHEAD):
            return 1
        if self._timetabled(start) or self._falls_on(start) or is_set(self.tokens, start, stop):
            return 1
        owner = self.tokens.lowered(stop) == "'s"
        if owner and self._unplanned(stop + 1):
            return -1
        clause = range(start - 1, max(-1, start - 1 - _CLAUSE_REACH), -1)
        before = self._cue(clause, till=self._till(start), behind=True, owner=owner)
        if before > 0 and self._begins(start):  # "… would resign on Monday, but on Tuesday he was in his office"
            before = self._behind(start, stop) or before
        if before > 0 and not owner and self._came_to_nothing(start, stop):
            return -1
        if before or owner:  # what "Monday's vote" will do says nothing of when it was
            return before or (1 if self._for_planned(start, stop) else 0)
        behind = self._behind(start, stop)
        return behind or int(
            self._bounded(start, stop)
            or is_announced(self.tokens, start, stop)
            or is_in_listing(self.tokens, start, stop)
        )

    def _till(self, start: int) -> bool:
        """Tell whether "until" stands before a day, or before the clock time on it: "until midnight on Friday"."""
        at = start - 1
        while at > start - _CLOCK_REACH and (
            self.tokens.lowered(at) in listed("OF_CLOCK") or self.tokens.lowered(at)[:1].isdigit()
        ):
            at -= 1
        return self.tokens.lowered(at) in (_TILL if at == start - 1 else _UNTIL)

    def _begins(self, start: int) -> bool:
        """Tell whether a day begins a clause behind another: ", but on Tuesday", ", and on Sunday"."""
        before = self.tokens.lower[max(0, start - 3) : start - 1]
        return self.tokens.lowered(start - 1) in {"on", "by"} and before in ([",", "but"], [",", "and"])

    def _behind(self, start: int, stop: int) -> int:
        """Return what the words behind an expression tell, where those before tell nothing."""
        struck = happened(self.tokens, start)
        if struck or is_reported(self.tokens, start, stop):
            return -struck
        end = min(len(self.tokens.lower), stop + _CLAUSE_REACH)
        within = self.tokens.lower[stop:end]
        if ")" in within and "(" not in within[: within.index(")")]:  # "the fair (Jan. 2-9) was announced"
            end = stop + within.index(")")
        told = self._cue(range(stop, end))
        another = self.tokens.lowered(stop) == "and" and bool(cues()[self.tokens.lowered(stop + 1)])
        return 0 if told > 0 and another else told  # "it cut jobs in December and plans to cut more"

    def _bounded(self, start: int, stop: int) -> bool:
        """Tell whether a weekday bounds something: "from Friday until Sunday", "lasts through Sunday"."""
        before, verb = self.tokens.lowered(start - 1), self.tokens.lowered(start - 2)
        goes_on = verb != "open" and self.tokens.lowered(stop) in _TILL  # "it is open from Monday to Friday"
        from_then = before == "from" and (verb in _OPENERS or goes_on)
        return self.tokens.lowered(stop - 1).endswith("day") and (
            from_then or before in _BOUND or starts(self.tokens, start) or (before == "on" and self._till(start))
        )

    def _came_to_nothing(self, start: int, stop: int) -> bool:
        """Tell whether what was to be was not: "he was due in court on Tuesday but did not appear"."""
        lower = self.tokens.lower
        at = stop + (self.tokens.lowered(stop) == ",")
        if self.tokens.lowered(at) != "but" or _WAS.isdisjoint(lower[max(0, start - _CLAUSE_REACH) : start]):
            return False
        return self._cue(range(at + 1, min(len(lower), at + 1 + _BUT_REACH))) < 0

    def _falls_on(self, start: int) -> bool:
        """Tell whether something is on the day, or given till then: "the deadline is Friday", "have until Friday"."""
        before = self.tokens.lowered(start - 1)
        if before == "out":  # "her book is out Thursday"
            return self.tokens.lowered(start - 2) in _PRESENT
        if before not in _ON_OR_TILL:
            return False
        if before in _TILL:
            return self.tokens.lowered(start - 2) in _HAVE
        at = self._before_clock(start - 1) if before == "on" else start - 1 - (before == "at")
        if at < start - 2 and before == "on":  # "it is on Channel Two at 9pm on Friday"
            at = self._is_shown(at)
        return self._is(at) and self.tokens.lowered(at - 1) not in _OPENERS | listed("NOW")

    def _is_shown(self, last: int) -> int:
        """Return where "is" stands before a few words that tell where and on what: "is on Channel Two"."""
        for at in range(last, max(-1, last - _SHOWN), -1):
            word = self.tokens.lowered(at)
            if self._is(at):
                return at
            if not word.isalpha() or word in unplanned() or word.endswith("ing") or cues()[word] == "past":
                return last
            if word in listed("BREAKS") or word in listed("MARRED"):
                return last
        return last

    def _is(self, place: int) -> bool:
        return self.tokens.lowered(place) in _PRESENT

    def _before_clock(self, on: int) -> int:
        """Return where the words before "on" end, and before a clock time: "kick-off is at 8 p.m. on Sunday"."""
        at = on - 1
        while at > on - _CLOCK_REACH and (
            self.tokens.lowered(at) in listed("OF_CLOCK") or self.tokens.lowered(at)[:1].isdigit()
        ):
            at -= 1
        return at - 1 if self.tokens.lowered(at) == "at" else on - 1

    def _unplanned(self, place: int) -> bool:
        """Tell whether what a day owns is an event that nobody plans: "Monday's attack", "Friday's deadly crash"."""
        return not unplanned().isdisjoint(self.tokens.lower[place : place + 2])

    def planned(self, stop: int) -> bool:
        """Tell whether what a day owns is an event planned long before: "Monday's Iowa caucus"."""
        owner = self.tokens.lowered(stop) == "'s"
        return owner and not planned().isdisjoint(self.tokens.lower[stop + 1 : stop + 1 + _EVENT_REACH])

    def _for_planned(self, start: int, stop: int) -> bool:
        """Tell whether something is for a planned event, without a verb of the past: "doubtful for Friday's match"."""
        reach = range(stop, min(len(self.tokens.lower), stop + _CLAUSE_REACH))
        return self.tokens.lowered(start - 1) == "for" and self.planned(stop) and self._cue(reach) >= 0

    def ahead(self, place: int) -> bool:
        """Tell whether the word at a place tells of a time to come by itself: "will", "may", "hope"."""
        word = self.tokens.lowered(place)
        return cues()[word] in {"future", "modal"} or word == "hope"

    def over(self, start: int) -> bool:
        """Tell whether a date is surely past: "since May", "resigned on May 3", "In May she resigned"."""
        before, verb = self.tokens.lowered(start - 1), start - 2
        if before == "since":
            return True
        if before == "in" and self.tokens.lowered(verb) in _OPENERS:
            return self._cue(range(start + 1, min(len(self.tokens.lower), start + 1 + _CLAUSE_REACH))) < 0
        if before != "on":
            return False
        word = self.tokens.lowered(verb)
        return word not in _HELPING and cues()[word] == "past" and self._is_past(verb, word)

    def range_over(self, start: int) -> bool:
        """Tell whether a range that begins at a token is past: "fell between May …", "From May to June it was shut"."""
        verb = start - 2
        if self.tokens.lowered(verb) not in _OPENERS:
            word, helped = self.tokens.lowered(verb), self.tokens.lowered(verb - 1) in listed("PASSIVE")
            return not helped and word not in _HELPING and cues()[word] == "past" and self._is_past(verb, word)
        for place in range(start + 1, min(len(self.tokens.lower), start + 1 + _CLAUSE_REACH)):
            word = self.tokens.lower[place]
            if word in listed("SAYING") or self.ahead(place) or cues()[word] == "end":
                return False
            if cues()[word] == "past" and self._is_past(place, word):
                return True
        return False

    def _timetabled(self, start: int) -> bool:
        """Tell whether a present form that timetables have stands before: "they meet on Monday", not "did not meet"."""
        at, word = start - 1, self.tokens.lowered(start - 1)
        if word == "on":
            at, word = at - 1, self.tokens.lowered(at - 1)
        if word.endswith("ly") or word == "again":
            at, word = at - 1, self.tokens.lowered(at - 1)
        if word not in listed("MEET"):
            return False
        before = self.tokens.lowered(at - 1)
        if before == "to" and self.tokens.lowered(at - 2) in listed("AGREED"):
            return True
        return not (before in _NOT_PRESENT or before.endswith("n't"))

    def _cue(self, places: range, *, till: bool = False, behind: bool = False, owner: bool = False) -> int:
        """Return what the first cue tells; some tell only of what is ``behind`` them, "if" not of "Monday's vote"."""
        lower, known = self.tokens.lower, cues()
        present = False  # a passive of the present stands nearer than any past form
        for place in places:
            word = lower[place]
            cue = known[word]
            if not (cue or till):
                continue
            if cue == "end" or (cue == "bare" and not behind and lower[place - 1] == "and"):
                if word == "." and self._shortens(place - 1):
                    continue
                return 0
            if cue in _PLANNED_FORMS and behind and not unplanned().isdisjoint(lower[place : places.start]):
                continue  # "they go into the game on the back of a victory over Leeds on Sunday"
            if behind and self._wants(place, word, cue) and self._of_something_else(place, places.start + 1):
                continue
            if self._is_future(place, word, cue) or (till and self._puts_off(place, word)):
                return 1
            if behind and ((cue == "if" and not owner) or (cue == "modal" and self._is_modal(place))):
                return 1
            past = cue == "past" and self._is_past(place, word)
            if past or (cue == "after" and behind and self._is_after(place, places.start)):
                return 0 if present and past else -1
            present = present or (cue == "past" and self.tokens.lowered(place - 1) in _PRESENT)
        return 0

    def _wants(self, place: int, word: str, cue: str) -> bool:
        """Tell whether a cue is a plan that may be about what is over: "wants to ask about", "is playing without"."""
        return cue == "going" or (word == "to" and self.tokens.lowered(place - 1) in listed("WANTING"))

    def _of_something_else(self, place: int, start: int) -> bool:
        """Tell whether a day is one of what a plan is about: "bounce back from Saturday", "after crash on Sunday"."""
        lower = self.tokens.lower
        if lower[place] in _LOOSE and lower[place + 1] in {"down", "up", "to"}:  # "playing down Sunday's row"
            return True
        verb = place + (lower[place] == "to")
        if lower[start - 1] == "from" and start - 2 != verb:  # but "they want to close from Monday"
            return True
        return "after" in lower[verb:start] if verb == place else of_event(self.tokens, verb + 1, start)

    def _is_after(self, place: int, last: int) -> bool:
        """Tell whether "after" begins what was done by then: "they resume work after ending a strike on Tuesday"."""
        return place + 2 < last and self.tokens.lower[place + 1].endswith("ing")

    def _puts_off(self, place: int, word: str) -> bool:
        """Tell whether a verb makes the day behind "until" one to come: "postponed until", "put off until"."""
        return word in listed("PUT_OFF") or (word == "put" and self.tokens.lowered(place + 1) in {"off", "back"})

    def _shortens(self, place: int) -> bool:
        """Tell whether a word before a full stop is a short form, as titles and initials are: "Mr. Poe", "J. Poe"."""
        word = self.tokens.lowered(place)
        return word in listed("SHORT") or (len(word) == 1 and word.isalpha() and word != "i")

    def _is_modal(self, place: int) -> bool:
        """Tell whether a modal is one of what is to come: not "may have been", no month of May, not "can't"."""
        return self.tokens.lowered(place + 1) not in _NOT_TO_COME and self.tokens.words[place].islower()

    def _is_past(self, place: int, word: str) -> bool:
        """Tell whether a verb form is of the past: not in "is to be held", and no name in -ed ("Mohamed")."""
        before = self.tokens.lowered(place - 1)
        if word in listed("SAME"):
            return before in listed("HE")
        if word in _ALSO_BARE or not word.endswith("ed"):
            return before not in _BEING and not (word in _ALSO_BARE and self._is_bare(place, word, before))
        name = self.tokens.words[place][0].isupper() and before not in CLAUSE_ENDS
        described = (before in listed("DETERMINER") and not self._relates(place, before)) or (
            before in listed("STILL") and self.tokens.lowered(place - 2) in listed("DETERMINER")
        )
        return before not in _BEING and not (name or described)

    def _relates(self, place: int, before: str) -> bool:
        """Tell whether "that" begins a clause with a verb and points to no noun: "the strike that started Friday"."""
        following = self.tokens.lowered(place + 1)
        return before == "that" and (following in listed("BEHIND_A_VERB") or following.endswith("day"))

    def _is_bare(self, place: int, word: str, before: str) -> bool:
        """Tell whether a form is an infinitive behind a modal: "will have a vote", "would put it on the ballot"."""
        if word == "have":
            following = self.tokens.lowered(place + 1)
            noun = before == "to" and not (following.endswith("ed") or following == "been" or cues()[following])
            return noun or before in _BEFORE_HAVE or before.endswith(WILL)
        return before == "to" or before.endswith(WILL) or cues()[before] in _MODAL_KINDS

    def _is_future(self, place: int, word: str, cue: str) -> bool:
        following = self.tokens.lowered(place + 1)
        if word in _GIVEN:  # "planned a march", "they have until the close of business on Friday"
            return following in _GIVEN[word]
        if cue == "ahead":  # "looks ahead to May", "ahead of the vote on Tuesday", but not "ahead of Jones"
            return following == "to" or (following == "of" and self.tokens.word(place + 2).islower())
        if cue == "timed":
            if word in _CHANCES and self.tokens.lowered(place - 1) not in _SURELY:
                return False
            return following in timed()[word] or (word in _BY_DAY and following.endswith(("day", "overnight")))
        if cue in _PLANNED_FORMS:
            return is_planned(self.tokens, place, cue)
        return (
            cue == "to" and self.tokens.lowered(place - 1) in listed("BOUND_TO") and not self._was_to_come(place - 1)
        ) or (cue == "future" and not self._unmade(place, word, following) and not self._was_to_come(place))

    def _unmade(self, place: int, word: str, following: str) -> bool:
        """Tell whether what stands around a cue makes it tell nothing of the future."""
        nobody = word == "could" and not _NOBODY.isdisjoint(self.tokens.lower[max(0, place - _NOBODY_REACH) : place])
        return nobody or following in _UNMAKES_FUTURE.get(word, ())

    def _was_to_come(self, place: int) -> bool:
        """Tell whether a cue tells of what was to come then: "had been scheduled", "was always going to be hard"."""
        if self.tokens.lowered(place) == "going":
            return not _WAS.isdisjoint(self.tokens.lower[max(0, place - 2) : place])
        return self.tokens.lowered(place - 1) == "been" and "had" in self.tokens.lower[max(0, place - 4) : place]
