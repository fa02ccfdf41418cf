"""Which tags a word can have, out of context: a lexicon first, then the word's shape, morphology and ending.

An entry is the tags a word can have, the most frequent first: ``NNS``, ``NN|VB``, ``NN>VB`` where the first is much the
likelier. A word or ending that the context model knows by itself comes with its own name before an asterisk:
``that*IN|WDT|DT``, ``-ing*VBG|NN``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Protocol

import regex

_APOSTROPHES = str.maketrans("’‘ʼ＇", "''''")
_CONTRACTED = {"'m": "VBP~b", "'re": "VBP~b", "'ve": "VBP~h", "'ll": "MD", "'d": "MD", "'d've": "MD"}
_NEGATED = {
    "isn't": "VBZ~b",
    "aren't": "VBP~b",
    "ain't": "VBP~b",
    "wasn't": "VBD~b",
    "weren't": "VBD~b",
    "hasn't": "VBZ~h",
    "haven't": "VBP~h",
    "hadn't": "VBD~h",
    "doesn't": "VBZ~d",
    "don't": "VBP~d",
    "didn't": "VBD~d",
}
_NUMBER = r"\d++(?:[.,:]\d++)*+(?P<tail>\p{L}*+)"
_PLURALS = frozenset({"s", "'s"})
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_MARKS = {
    **dict.fromkeys(".?!", "."),
    ",": ",",
    **dict.fromkeys(":;-–—‑―…/_·•|", ":"),
    **dict.fromkeys("([{（［｛<", "-LRB-"),
    **dict.fromkeys(")]}）］｝>", "-RRB-"),
    **dict.fromkeys('"“”„‟«»‘‹›＂「」『』`', "''"),
    **dict.fromkeys("$£€¥₹₽₩¢", "$"),
    "``": "''",
    "''": "''",
    "%": "NN",
    "&": "CC",
}
SEEN_THROUGH = frozenset(("RB", "RB~n", "NN", "NNS", "NNP", "PRP", "CC", ",", "''"))
"""Tags of words through which the one before is seen as well: "was reportedly named"."""
_MARKED = {
    "b": "be am is are was were been being isn't aren't wasn't weren't ain't",
    "h": "have has had having haven't hasn't hadn't",
    "d": "do does did don't doesn't didn't",
    "n": "not never",
    "by": "by",
    "of": "of",
}
MARK_OF = {word: mark for mark, group in _MARKED.items() for word in group.split()}
"""Words whose tags bear a mark inside the tagger, because their neighbours depend on them."""
_LONGEST_ENDING = 5
_OPEN = frozenset(("NN", "NNS", "JJ", "VB", "VBG", "VBN", "VBD", "VBP", "VBZ", "NNP", "NNPS"))
_ALWAYS_CAPITAL = frozenset(("I",))


@cache
def _number() -> regex.Pattern[str]:
    return regex.compile(_NUMBER)


def candidates(entry: str) -> tuple[str, ...]:
    """Return the tags of an entry, the most frequent first."""
    return tuple(entry.rpartition("*")[2].replace(">", "|").split("|"))


class Known(Protocol):
    """Entries by the words that have one."""

    def get(self, word: str, /) -> str | None:
        """Return the entry of a word, None where it has none."""


class WordClasses:
    """Entries of words, as written; those of unknown words are worked out.

    ``endings`` are entries for the endings of unknown words: bare for lower case, after ``^`` for capitals, after ``-``
    for compounds with a hyphen, and ``=TAG`` for a capital whose lower-case form is known with that tag first.
    """

    def __init__(self, known: Known, endings: Mapping[str, str]) -> None:
        self._known = known
        self._endings = endings
        self._by_kind = {
            kind: {ending.removeprefix(kind): entry for ending, entry in endings.items() if ending.startswith(kind)}
            for kind in ("", "^", "-", "^-")
        }

    def entry(self, word: str) -> str:
        """Return the entry of a word as it is written."""
        return self._known.get(word) or self._guess(word)

    def in_headline(self, word: str) -> str:
        """Return the entry of a capitalised word where all are: as in lower case, but for names and unknown words."""
        known = self._known.get(word.lower())
        return known if known is not None and self._known.get(word) is None else self.uncapped(word)

    def uncapped(self, word: str) -> str:
        """Return the entry of a capitalised word at the start of a sentence, where the capital says little."""
        lower = word.lower()
        known = self._known.get(lower.translate(_APOSTROPHES))
        if known is not None:
            tags = candidates(known)
            if tags[0].partition("~")[0] not in _OPEN or word in _ALWAYS_CAPITAL:
                return known
            proper = self._tags(word) or ("NNP",)
            return f"^{tags[0]}*" + "|".join(dict.fromkeys(tags + proper))
        own = self._known.get(word)
        return own or "^?*" + "|".join(dict.fromkeys(("NNP", *candidates(self.entry(lower)))))

    def _guess(self, word: str) -> str:
        plain = word if word.isascii() else word.translate(_APOSTROPHES)
        known = self._known.get(plain) if plain != word else None
        if known:
            return known
        first = plain[0]
        if first.isdecimal():
            return self._number(plain)
        if not first.isalnum():
            return self._mark(plain)
        return ("'" in plain and self._contraction(plain)) or self._cased(plain)

    def _number(self, word: str) -> str:
        if word.isascii() and word.isdigit():  # as most are
            return "CD"
        match = _number().fullmatch(word)
        if match is None:
            return self._ending("-", word.lower()) if "-" in word and word[-1].isalpha() else "CD"
        tail = match["tail"].lower()
        if tail in _ORDINALS:
            return "JJ"
        return "NNS" if tail in _PLURALS else "CD"

    def _mark(self, word: str) -> str:
        if word[0] == "'" and word[1:].lower() == "s":
            return self._known.get("'s") or "POS"
        return _MARKS.get(word) or (":" if word[0] in ".…" else "SYM")

    def _contraction(self, word: str) -> str | None:
        """Return ``PRP+MD`` and the like for a word with a contracted verb, the verb's entry for "…n't"."""
        before, _, after = word.partition("'")
        if not before:
            return None
        if after in ("t", "T") and before[-1] in "nN":
            return _NEGATED.get(word.lower()) or self._known.get(word.lower()) or "MD"
        verb = _CONTRACTED.get(f"'{after.lower()}")
        return f"{candidates(self.entry(before))[0]}+{verb}" if verb else None

    def _cased(self, word: str) -> str:
        if word[0].islower() or not word[0].isalpha():
            return self._lower(word)
        lower = word.lower()
        if "-" in word:
            return self._ending("^-", lower)
        known = self._known.get(lower)
        if known:
            likely = candidates(known)[0]
            if likely.partition("~")[0] not in _OPEN:
                return known
            return self._endings.get(f"={likely}") or self._ending("^", lower)
        return self._ending("^", lower)

    def _lower(self, word: str) -> str:
        if "-" in word or "‑" in word:
            return self._ending("-", word)
        return self._inflected(word) or self._ending("", word)

    def _ending(self, kind: str, word: str) -> str:
        known = self._by_kind[kind]
        for start in range(max(0, len(word) - _LONGEST_ENDING), len(word) + 1):
            entry = known.get(word[start:])
            if entry is not None:
                return entry
        return "NN"

    def _tags(self, word: str) -> tuple[str, ...]:
        entry = self._known.get(word)
        return candidates(entry) if entry else ()

    def _inflected(self, word: str) -> str | None:
        """Return the entry of a form whose base is known: "appeals" from "appeal", "stunned" from "stun"."""
        if word.endswith("s"):
            return self._s_form(word)
        for ending, verb in (("ed", "-ed"), ("ing", "-ing")):
            if word.endswith(ending):
                stem = word[: -len(ending)]
                known = [tags for base in bases(stem) if (tags := self._tags(base))]
                if any("VB" in tags for tags in known):
                    return self._endings.get(f"+{verb}")
        return None

    def _s_form(self, word: str) -> str | None:
        stems = [word[:-1]]
        if word.endswith("es"):
            stems.append(word[:-2])
        if word.endswith("ies"):
            stems.append(word[:-3] + "y")
        for stem in stems:
            tags = [tag for tag in self._tags(stem) if tag in ("NN", "VB", "VBP")]
            if tags:
                kind = ("N" if "NN" in tags else "") + ("V" if "VB" in tags or "VBP" in tags else "")
                if kind == "NV" and tags[0] != "NN":
                    kind = "VN"
                return self._endings.get(f"+s{kind}")
        return None


def bases(stem: str) -> list[str]:
    """Return the verbs that a stem before -ed or -ing may come from: "stun" and "stunn", "stunne" from "stunn"."""
    found = [stem, stem + "e"]
    if len(stem) > 2 and stem[-1] == stem[-2]:  # noqa: PLR2004 - a letter before the double one
        found.append(stem[:-1])
    if stem.endswith("i"):
        found.append(stem[:-1] + "y")
    return found
