"""How the rules read each token: Universal tags, mended where a name, a title or an article tells more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, compress, count

import newskit
from newskit.text import CAPITAL, Tokens, closed_class
from newskit_quotes.lexicon import OWNING, WHO, word_class, word_set

AUXILIARIES = word_class("auxiliary")
_NAMES = word_class("name")
_DETERMINING = (closed_class("article") | OWNING) - {"her"}  # "saw her leave"
_NO_NAMES = frozenset({"VERB", "ADV", "AUX", "INTJ", "NOUN"})
_BEHIND_NOUNS = frozenset({"close", "near", "next"})
_NOUNS = frozenset({"NOUN", "PROPN", "DET", "PRON"})
_OUTER = ("outside", "inside", "then")
"""Words that are adjectives behind an article: "an outside adviser"."""
_MARKS = frozenset({",", ".", ":"})
_PARTICIPLES = frozenset({"VBN", "VBG", "VBD"})
_SAYING = word_class("saying_form")
_WHOLE = frozenset({"person", "organization"})
_GOVERNED = frozenset({"ADP", "DET", "PRON"})
_LEADING = _DETERMINING | {"those", "her", "to", "told"}
"""Words behind which a verb may be none."""


def coarse(doc: newskit.Doc, found: list[str], doubted: Iterable[bool]) -> dict[int, str]:
    """Mend Universal tags: auxiliaries are parted from other verbs, and a country from a pronoun, by the word.

    ``doubted`` tells which are verbs and adverbs. Returns Penn's tags of the words that were taken for others.
    """
    tags, lower = doc.tags, doc.tokens.lower
    for index in compress(count(), doubted):
        if found[index] != "ADV" and lower[index] in AUXILIARIES:
            found[index] = "AUX"
        elif index and (lower[index - 1] in _LEADING or tags[index - 1] == "POS"):
            (_read_adverb if found[index] == "ADV" else _read_verb)(found, tags, lower, index)
        elif lower[index] in _BEHIND_NOUNS and found[index] == "ADV":
            _read_adverb(found, tags, lower, index)
    _read_words(doc, found)
    _read_capitals(doc, found)
    return {**dict.fromkeys(_warning(doc, found), "VBG"), **dict.fromkeys(_subjects(tags, lower, found), "NNS")}


def _read_words(doc: newskit.Doc, found: list[str]) -> None:
    """Mend the tags of single words, by what stands before them."""
    tags, lower = doc.tags, doc.tokens.lower
    for index in chain.from_iterable(places(lower, word) for word in _OUTER if word in doc.text):
        if index and _determines(lower, tags, index - 1):
            found[index] = "ADJ"
    for index in places(lower, "show") if "show" in doc.text else ():
        if index > 1 and tags[index - 1] == "NNP" and tags[index - 2] == "POS":
            found[index] = "NOUN"  # "Radio Porto's Breakfast | show |"
    for index in places(lower, "retired") if "retired" in doc.text else ():
        if tags[index + 1 : index + 2] in (["NN"], ["NNS"], ["JJ"]):
            found[index] = "ADJ"  # "her neighbour, | retired | teacher Ann Poe, said"


def _read_capitals(doc: newskit.Doc, found: list[str]) -> None:
    """Mend the tags of words that their capitals tell from others: a country, a surname."""
    tags, words = doc.tags, doc.tokens.words
    for index in places(words, "May") if "May" in doc.text else ():
        if tags[index + 1 : index + 2] in (["VBD"], ["VBZ"]):  # "| May | said"
            found[index] = "PROPN"
    for index in places(words, "US") if "US" in doc.text else ():
        if found[index] == "PRON":
            found[index] = "PROPN"


def _warning(doc: newskit.Doc, found: list[str]) -> Iterator[int]:
    """Read as a participle, and yield, what a tagger takes for a noun: "decried the cost, | warning | that it rose"."""
    lower = doc.tokens.lower
    for index in places(lower, "warning") if ", warning that" in doc.text else ():
        if index and lower[index - 1] == "," and lower[index + 1 : index + 2] == ["that"]:
            found[index] = "VERB"
            yield index


def _subjects(tags: Sequence[str], lower: Sequence[str], found: list[str]) -> Iterator[int]:
    """Read as a noun, and yield, what looks like a verb before a helper: "warned that | strikes | will"."""
    for index in places(tags, "MD"):
        if index and tags[index - 1] == "VBZ" and found[index - 1] == "VERB" and lower[index - 1] not in _SAYING:
            found[index - 1] = "NOUN"
            yield index - 1


def places(words: Sequence[str], word: str) -> Iterator[int]:
    """Yield where a word stands."""
    place = -1
    for _ in range(words.count(word)):
        place = words.index(word, place + 1)
        yield place


def _read_verb(found: list[str], tags: Sequence[str], lower: Sequence[str], index: int) -> None:
    """Mend a verb behind an article or a possessor, or behind "according to", where none stands.

    A participle modifies there or is a noun: "the | acting | FBI director", "one of the | wounded |".
    """
    if not index:
        return
    if _determines(lower, tags, index - 1):
        found[index] = "NOUN" if tags[index] == "VBZ" else "ADJ"
        return
    if lower[index - 1] == "those" and tags[index] == "VBN":  # "one of those | injured | said"
        found[index] = "NOUN"
    if lower[index - 1] == "told" and tags[index] == "VB":  # "told | parliament | that"
        found[index] = "NOUN"
    hers = lower[index - 1] == "her" and tags[index] == "VBZ"
    if hers or (lower[index - 1] == "to" and index > 1 and lower[index - 2] == "according"):
        found[index] = "NOUN"


def _read_adverb(found: list[str], tags: Sequence[str], lower: Sequence[str], index: int) -> None:
    """Mend an adverb within a noun phrase, "his | newly elected | deputy", or behind one, "sources | close | to"."""
    if not 0 < index < len(found) - 1:
        return
    if _determines(lower, tags, index - 1):
        if tags[index + 1] in _PARTICIPLES or found[index + 1] == "ADJ":
            found[index : index + 2] = "ADJ", "ADJ"
        elif found[index + 1] == "NOUN":  # "the town's | only | bank"
            found[index] = "ADJ"
    elif lower[index] in _BEHIND_NOUNS and found[index - 1] in _NOUNS and lower[index + 1] == "to":
        found[index] = "ADJ"


def _determines(lower: Sequence[str], tags: Sequence[str], index: int) -> bool:
    if lower[index] in _DETERMINING:
        return True
    # No "'" that opens or closes a quotation.
    return tags[index] == "POS" and index > 0 and tags[index - 1] not in _MARKS


def whole_names(doc: newskit.Doc, tags: list[str]) -> tuple[bytearray, bytearray, bytearray]:
    """Tell which tokens are of a name, of a person's, and which go on with one; tag their words as nominal.

    Changes ``tags``: a tagger that does not know a name takes a part of it for a verb or an adverb.
    """
    tokens, bits = doc.tokens, doc.tokens.bits
    named, people, joined = bytearray(len(tags)), bytearray(len(tags)), bytearray(len(tags))
    for entity in doc[newskit.Entity]:
        if entity.kind not in _WHOLE:
            continue
        person = entity.kind == "person"
        odd = person and entity.name.partition(" ")[0].lower() in _NAMES
        for mention in entity.mentions:
            inside = tokens.within(mention.span.start, mention.span.end)
            first, stop = inside.start, inside.stop
            if first >= stop:
                continue
            if odd or (person and stop - first == 1):  # "| May | said", "said | An |"
                tags[first] = "PROPN"
            all_of_it = b"\x01" * (stop - first)
            named[first:stop] = all_of_it
            people[first:stop] = all_of_it if person else bytes(stop - first)
            joined[first:stop] = b"\x00" + all_of_it[1:]
            _name(bits, tags, first, stop)
            if person:
                _read_beside(tokens, tags, first - 1, stop)
    for title in doc[newskit.Title]:
        _read_title(tokens, tags, tokens.within(title.span.start, title.span.end))
    return named, people, joined


def _read_title(tokens: Tokens, tags: list[str], inside: range) -> None:
    """Mend the tags of a title's words, none of which is a verb: "| fire | chief Ann Poe"."""
    _name(tokens.bits, tags, inside.start, inside.stop)
    first = inside.start
    if len(inside) > 1 and tags[first] == "VERB" and not tokens.bits[first] & CAPITAL:
        behind = first > 0 and (tags[first - 1] == "ADV" or tokens.lower[first - 1] in WHO)
        predicate = behind or (first > 0 and tags[first + 1] in _GOVERNED)
        tags[first] = "VERB" if predicate else "NOUN"  # "who | lectures | at Porto", "who | teaches | physics"
    for index in inside[1:]:
        if tags[index] == "VERB" or (tags[index] == "ADV" and index == inside[-1]):
            tags[index] = "NOUN"


def _read_beside(tokens: Tokens, tags: list[str], before: int, after: int) -> None:
    """Mend a trade before a person's name, and a verb of saying behind it."""
    trade = before > 0 and tags[before] == "VERB" and tokens.lower[before] in word_set("strangers")
    if trade and tokens.lower[before - 1] != "to":
        tags[before] = "NOUN"  # "…, engineer Ann Poe said"
    after += tokens.lowered(after) == "," and tags[after + 1 : after + 2] == ["NOUN"]  # "the chief, Ann Poe, | reckons"
    if tokens.lowered(after) in _SAYING and tags[after] == "NOUN" and tags[after + 1 : after + 2] != ["NOUN"]:
        tags[after] = "VERB"  # "Lopez reports on Monday"


def _name(bits: Sequence[int], tags: list[str], first: int, stop: int) -> None:
    if _NO_NAMES.isdisjoint(tags[first:stop]):
        return
    for index in range(first, stop):
        if tags[index] in _NO_NAMES and bits[index] & CAPITAL:
            tags[index] = "PROPN"
