"""Noun phrases of German: article, adjectives, nouns, what is joined to them, and an apposition."""

from __future__ import annotations

from newskit.text import Tokens
from newskit_german.frames import Frame, Quoted, word_class

_INSIDE = frozenset("-–/&.'’")
"""Marks within names and numbers."""
_ADJECTIVE = ("e", "en", "er", "es", "em")
_SHORTEST = 4
"""Letters of an adjective with its ending."""
_ADVERBIAL = ("weise", "dings", "falls", "lich", "ig", "maßen", "end", "isch")
"""How a word ends that opens a sentence with a capital, and is no noun."""
_INTENSIVE = frozenset(("nicht", "sehr", "so", "noch", "bisher", "selbst", "neu"))
_OF_NAMES = frozenset(("van", "von", "de", "al", "bin", "zu", "du", "da", "la", "el"))
_LONGEST_NAME = 6
"""Words of a quotation that may be a name within a phrase: „Der Spiegel“."""
_LONGEST = 40
"""Tokens of a phrase, so that reading one takes no more in any text."""
_ADJECTIVES, _BRACKETED = 5, 8


def phrase_end(frame: Frame, start: int, *, apposition: bool = True) -> int:
    """Return where the noun phrase ends that begins at a token, ``start`` itself where none does."""
    end = _core(frame, start)
    if end == start or (end - start == 1 and frame.is_in(start, "PRONOUN")):
        return end
    end = _joined(frame, end, start + _LONGEST)
    if not apposition or end + 1 >= frame.stop or frame.tokens.words[end] != "," or frame.quoted_at(end + 1):
        return end
    beside = _joined(frame, _core(frame, end + 1), end + _LONGEST)
    closed = beside >= frame.stop or frame.tokens.words[beside] in ",:.;–-" or frame.quoted_at(beside)
    return beside if closed and beside > end + 1 else end


def _joined(frame: Frame, end: int, bound: int) -> int:
    """Take in what is in brackets behind a phrase, and phrases in the genitive or behind a preposition."""
    words = frame.tokens.words
    while end < min(frame.stop, bound):
        if words[end] == "(":
            inside = range(end, min(end + _BRACKETED, frame.stop))
            close = next((at for at in inside if words[at] == ")"), None)
            if close is None:
                return end
            end = close + 1
            continue
        if not frame.is_in(end, "JOINS"):
            return end
        more = _core(frame, end if frame.is_in(end, "ARTICLE") else end + 1)
        if more <= end + 1:
            return end
        end = more
    return end


def _core(frame: Frame, start: int) -> int:
    """Return the end of article, adjectives and nouns, or of a pronoun; ``start`` where there is no noun."""
    words, index = frame.tokens.words, start
    if index >= frame.stop or (frame.quoted_at(index) and not _is_name(frame, index)):
        return start
    if frame.is_in(index, "ARTICLE"):
        index += 1
    last = min(frame.stop, index + _ADJECTIVES)
    while index < last and _is_adjective(words[index], inside=index > start):
        index += 1
    noun = index
    last = min(frame.stop, noun + _LONGEST)
    while index < last:
        end = _noun_end(frame, index, start, noun)
        if end == index:
            break
        index = end
    while index > noun and words[index - 1] in _INSIDE:
        index -= 1
    if index > noun:
        return index
    return start + 1 if frame.is_in(start, "PRONOUN") else start


def _noun_end(frame: Frame, index: int, start: int, noun: int) -> int:
    """Return where a noun or a name in quotation marks ends, the token itself where it is neither."""
    named = frame.quoted_at(index)
    if named:
        alone = index == start
        return named.stop if _is_name(frame, index) and not (alone and _has_small(frame, named)) else index
    joins = index > noun and _joins_names(frame.tokens, index)
    return index + (joins or _is_noun(frame, index, first=index == start))


def _joins_names(tokens: Tokens, index: int) -> bool:
    """Tell whether a token stands within a name or a number: a hyphen, the stop of "Dr.", a small "van"."""
    word = tokens.words[index]
    if word == "." and tokens.ends[index - 1] == tokens.starts[index]:
        return len(tokens.words[index - 1]) == 1 or tokens.lower[index - 1] in word_class("ABBREVIATION")
    beside = tokens.word(index - 1)[:1].isupper() and tokens.word(index + 1)[:1].isupper()
    return word in _INSIDE or (word in _OF_NAMES and beside and word not in word_class("JOINS"))


def _is_name(frame: Frame, index: int) -> bool:
    quoted = frame.quoted_at(index)
    if quoted is None or index != quoted.start or quoted.stop - quoted.start - 2 > _LONGEST_NAME:
        return False
    first = index + (not frame.tokens.words[index][0].isalnum())
    # „gravierende Bedenken“ begins with an adjective, and is words of somebody's
    return first + 1 >= quoted.stop or not _is_adjective(frame.tokens.words[first], inside=True)


def _has_small(frame: Frame, quoted: Quoted) -> bool:
    return any(word[0].islower() for word in frame.tokens.words[quoted.start : quoted.stop])


def _is_noun(frame: Frame, index: int, *, first: bool) -> bool:
    """Tell whether a word is a noun: a capital tells, but at the head of a phrase, which may open a sentence."""
    word = frame.tokens.words[index]
    if word[0].isdigit():
        return not first
    if first:
        other = frame.is_in(index, "PREPOSITION", "LINK", "ADVERB", "FINITE", "HAVE", "SUBJUNCTIVE")
        if other or word.endswith(_ADVERBIAL):
            return False
    return word[0].isupper() or word.rpartition("-")[2][:1].isupper()


def _is_adjective(word: str, *, inside: bool) -> bool:
    if word[0].isdigit() or (inside and word in _INTENSIVE):
        return True
    if not (word[0].islower() and word.endswith(_ADJECTIVE) and len(word) >= _SHORTEST):
        return False
    return not any(word in word_class(name) for name in ("PREPOSITION", "ARTICLE", "LINK", "SUBJUNCTIVE", "FINITE"))
