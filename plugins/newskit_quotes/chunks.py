"""Base noun phrases from parts of speech: no complements, but with a possessor before."""

from __future__ import annotations

from bisect import bisect_left

from newskit_quotes.columns import Columns
from newskit_quotes.lexicon import OWNING, POSSESSIVE, RELATIVES

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON", "X", "SYM"})
_BEGINNING = frozenset({"DET", "PRON"})
"""Only these, and what follows a pronoun, may begin a phrase right behind another."""
HEADS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "X", "ADJ"})
NAMING = frozenset({"NOUN", "PROPN"})
_DETERMINING = frozenset({"DET", "ADJ", "NUM"})
_PAST_OR_PRESENT = frozenset({"VBD", "VBZ", "VBP"})
OWNERS = OWNING | {"whose"}
_JOINT = POSSESSIVE | {"&", "/", ".", "per"}


def _begins_new(columns: Columns, index: int, start: int) -> bool:
    """Tell whether a nominal token begins a phrase of its own although the token before it was nominal too."""
    tag = columns.tags[index]
    if tag == "DET":
        return columns.tags[index - 1] != "DET"
    if tag == "PRON":
        return columns.lower[index] not in OWNERS or index > start
    return columns.tags[index - 1] == "PRON" and columns.lower[index - 1] not in OWNERS


def phrases(columns: Columns, first: int, last: int) -> list[tuple[int, int]]:
    """Return the base noun phrases among the tokens ``first:last``: no complements, but with a possessor before.

    The phrases of a whole sentence are found once; those that a bound cuts are cut.
    """
    found: list[tuple[int, int]] = []
    if first >= last:
        return found
    for sentence in range(columns.sentence_of[first], columns.sentence_of[last - 1] + 1):
        bases = _of_sentence(columns, sentence)
        if columns.sentences[sentence][0] < first:
            low = bisect_left(bases, (first,))
            if low and bases[low - 1][1] > first:
                _keep(found, columns, first, min(bases[low - 1][1], last))
            bases = bases[low:]
        for base in bases:
            if base[0] >= last:
                break
            if base[1] <= last:
                found.append(base)
            else:
                _keep(found, columns, base[0], last)
    return found


def base_of(columns: Columns, source: tuple[int, int]) -> tuple[int, int]:
    """Return the first base noun phrase of a source, which says what it is; the source itself where it has none."""
    base = columns.bases.get(source)
    if base is None:
        base = columns.bases[source] = next(iter(phrases(columns, *source)), source)
    return base


def phrase_from(columns: Columns, first: int, last: int) -> tuple[int, int] | None:
    """Return the base noun phrase that begins at a token, cut at ``last``; None where none does."""
    if first >= last:
        return None
    found = _of_sentence(columns, columns.sentence_of[first])
    place = bisect_left(found, (first + 1,)) - 1
    if place < 0 or found[place][1] <= first:
        return None
    base = found[place]
    return base if base[0] == first and base[1] <= last else _cut(columns, first, min(base[1], last))


def phrase_before(columns: Columns, last: int) -> tuple[int, int] | None:
    """Return the base noun phrase of the sentence that ends right before a token; None where none does."""
    first, _ = columns.bounds[last]
    if last <= first:
        return None
    found = _of_sentence(columns, columns.sentence_of[last])
    place = bisect_left(found, (last,)) - 1
    if place < 0 or found[place][1] <= last:
        return found[place] if place >= 0 and found[place][1] == last else None
    cut = _cut(columns, found[place][0], last)
    return cut if cut and cut[1] == last else None


def _cut(columns: Columns, start: int, end: int) -> tuple[int, int] | None:
    found: list[tuple[int, int]] = []
    _keep(found, columns, start, end)
    return found[0] if found else None


def _of_sentence(columns: Columns, sentence: int) -> list[tuple[int, int]]:
    found = columns.noun_phrases.get(sentence)
    if found is None:
        found = columns.noun_phrases[sentence] = _phrases(columns, *columns.sentences[sentence])
    return found


def _phrases(columns: Columns, first: int, last: int) -> list[tuple[int, int]]:
    tags, lower, joined = columns.tags, columns.lower, columns.joined
    found: list[tuple[int, int]] = []
    start, before = -1, ""
    for index, tag in enumerate(tags[first:last], first):
        if tag in _NOMINAL and lower[index] not in RELATIVES:
            if start < 0:
                start = index
            elif (tag in _BEGINNING or before == "PRON") and not joined[index] and _begins_new(columns, index, start):
                _keep(found, columns, start, index)
                start = index
        elif start < 0:
            if tag == "VERB" and index == first and modifies(columns, index, start, last):
                start = index
        elif tag == "VERB" or joined[index] or lower[index] in _JOINT:
            start = _behind(columns, found, (start, index), last)
        else:
            _keep(found, columns, start, index)
            start = -1
        before = tag
    if start >= 0:
        _keep(found, columns, start, last)
    return found


def _behind(columns: Columns, found: list[tuple[int, int]], open_phrase: tuple[int, int], last: int) -> int:
    """Return where the phrase begins that a token is in which is not nominal, -1 where it ends one, which is kept."""
    start, index = open_phrase
    if columns.joined[index]:
        return start
    tags = columns.tags
    if tags[index] == "VERB" and modifies(columns, index, start, last):
        if tags[index - 1] == "PRON" and _begins_new(columns, index, start):
            _keep(found, columns, start, index)
            return index
        return start
    if columns.lower[index] in _JOINT and _goes_on(columns, index, last):
        return start
    _keep(found, columns, start, index)
    return -1


def _goes_on(columns: Columns, index: int, last: int) -> bool:
    """Tell whether a phrase goes on over what alone is none: "Lopez's plan", "Smith & Co", "J. Roe", "44 per cent"."""
    word, tags = columns.lower[index], columns.tags
    if word == "per":
        return columns.lowered(index + 1) == "cent"
    if word in POSSESSIVE:
        return True
    if word == "/":
        return columns.tag(index + 1) in NAMING
    return index + 1 < last and (word == "&" or (tags[index + 1] in _NOMINAL and columns.words[index - 1][0].isupper()))


def modifies(columns: Columns, index: int, start: int, last: int) -> bool:
    """Tell whether a word with a verb's tag only modifies a noun.

    "A debt-ridden firm", "one trading company"; where a sentence begins, "Banking sources said", "Prosecuting attorney
    Carol Lam said".
    """
    if start >= 0:
        own = columns.lower[index - 1] in POSSESSIVE  # "the sport's governing body"
        if columns.fine[index] == "VBG" and (own or columns.tags[index - 1] in _DETERMINING):
            return columns.tag(index + 1) in ("NOUN", "ADJ", "PROPN") or "-" in columns.lower[index][1:-1]
        return "-" in columns.lower[index][1:-1]
    if index != columns.bounds[index][0]:
        return False
    after = index + 1
    while after < last and (columns.tags[after] in NAMING or after in columns.offices):
        after += 1  # "Disgraced | former MP | Ann Poe said"
    return after > index + 1 and columns.fine_tag(after) in _PAST_OR_PRESENT


def _keep(found: list[tuple[int, int]], columns: Columns, start: int, end: int) -> None:
    tags, joined = columns.tags, columns.joined
    while end > start and tags[end - 1] not in HEADS and not joined[end - 1]:
        end -= 1
    if end > start:
        found.append((start, end))
