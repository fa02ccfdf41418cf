"""What each word tells of the time of its clause, by itself or by what stands beside it."""

from __future__ import annotations

from functools import cache

from newskit.text import classes, words
from newskit_dates.word_lists import PACKAGE, listed

_CACHE_LIMIT = 50_000
CLAUSE_ENDS = frozenset('.;?!"“”')
_TELLS_NOTHING = frozenset({"wouldn't", "couldn't"})
WILL = "'ll"
_SHORTEST_PAST = 5


class _Cues(dict[str, str]):
    """What each word in lower case tells of the time of its clause; a word not yet seen is looked up and remembered."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _CACHE_LIMIT:
            self.clear()
        return self.setdefault(word, _cue_of(word))


@cache
def cues() -> _Cues:
    """Return what each word in lower case tells: ``future``, ``past``, ``modal``, … or nothing."""
    return _Cues()


@cache
def timed() -> dict[str, frozenset[str]]:
    """Return what makes a word tell of a time to come by standing behind it."""
    return classes(PACKAGE, "timed_cues.txt")


@cache
def _kinds() -> dict[str, str]:
    """Return the words that tell by what stands beside them, with the kind of cue that they are."""
    return {
        **dict.fromkeys(CLAUSE_ENDS | _TELLS_NOTHING, "end"),
        **{word: word for word in ("to", "ahead", "if", "after")},
        **dict.fromkeys(timed(), "timed"),
        **dict.fromkeys(listed("MODAL"), "modal"),
        **dict.fromkeys(listed("SAME"), "past"),
    }


def _cue_of(word: str) -> str:
    if word in _kinds():
        return _kinds()[word]
    timetabled = classes(PACKAGE, "timetabled.txt")
    if word in timetabled["GOING"]:
        return "going"
    if word in timetabled["THIRD"] or word in timetabled["BARE"]:
        return "third" if word in timetabled["THIRD"] else "bare"
    if word in words(PACKAGE, "future_cues.txt") or word.endswith(WILL):
        return "future"
    regular = len(word) >= _SHORTEST_PAST and word.endswith("ed") and word not in listed("NO_PAST")  # not "need"
    return "past" if regular or word in words(PACKAGE, "past_cues.txt") else ""
