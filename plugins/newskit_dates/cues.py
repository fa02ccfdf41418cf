"""What each word tells of the time of its clause, by itself or by what stands beside it."""

from __future__ import annotations

from functools import cache

from newskit.text import classes, words

_CACHE_LIMIT = 50_000
CLAUSE_ENDS = frozenset('.;?!"“”')
MODALS = frozenset({"may", "might", "can", "must", "should", "need", "needs", "risk", "chance", "chances"})
"""What tells of a time to come before it only: "can win on Tuesday", but not "on Tuesday, where you can get one"."""
TIMED = {
    "set": frozenset({"for"}), "due": frozenset({"on", "in", "by", "before", "back", "home", "out"}),
    "takes": frozenset({"office", "effect", "place", "over", "on"}),
    "reports": frozenset({"earnings", "results", "figures", "to"}), "appears": frozenset({"in", "before"}),
    "wraps": frozenset({"up"}), "wrap": frozenset({"up"}),
    "take": frozenset({"office", "effect", "place", "over"}),
    "likely": frozenset({"on", "by", "in", "before", "until", "through"}),
    "possible": frozenset({"on", "by", "in", "before", "until", "through"}),
    "forecast": frozenset({"for"}),
    "comes": frozenset({"out", "into", "back", "up"}), "come": frozenset({"out", "into", "back"}),
    "gets": frozenset({"under", "underway"}), "steps": frozenset({"down"}),
}  # fmt: skip
"""What makes a word tell of a time to come: "is set for Friday", "due in March", "takes office in January"."""
SAME = frozenset({"cut", "shut", "let", "hurt", "beat", "cost", "quit", "split", "shed", "burst", "read", "spread"})
"""Verbs whose past is their present: behind "which" or "he" it is the past."""

_TELLS_NOTHING = frozenset({"wouldn't", "couldn't"})
WILL = "'ll"
_SHORTEST_PAST = 5
_NO_PAST = frozenset({
    "bleed", "breed", "exceed", "greed", "hatred", "hundred", "indeed", "proceed", "sacred", "speed", "succeed",
    "tweed",
})  # fmt: skip
"""Words in -ed that are no past forms."""


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


_KINDS = {
    **dict.fromkeys(CLAUSE_ENDS | _TELLS_NOTHING, "end"),
    **dict.fromkeys(("to", "ahead", "if", "after")),
    **dict.fromkeys(TIMED, "timed"),
    **dict.fromkeys(MODALS, "modal"),
    **dict.fromkeys(SAME, "past"),
}
"""The words that tell by what stands beside them, with the kind of cue that they are; None where that is the word."""


def _cue_of(word: str) -> str:
    if word in _KINDS:
        return _KINDS[word] or word
    timetabled = classes("newskit_dates", "timetabled.txt")
    if word in timetabled["GOING"]:
        return "going"
    if word in timetabled["THIRD"] or word in timetabled["BARE"]:
        return "third" if word in timetabled["THIRD"] else "bare"
    if word in words("newskit_dates", "future_cues.txt") or word.endswith(WILL):
        return "future"
    regular = len(word) >= _SHORTEST_PAST and word.endswith("ed") and word not in _NO_PAST  # not "need"
    return "past" if regular or word in words("newskit_dates", "past_cues.txt") else ""
