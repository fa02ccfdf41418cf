"""How the rules read each token: Universal tags, mended where a name, a title or an article tells more than the tagger."""

from __future__ import annotations

from collections.abc import Sequence

import newskit
from newskit.text import UNIVERSAL_TAGS, closed_class
from newskit_quotes.lexicon import OWNING, word_class

AUXILIARIES = word_class("auxiliary")
_NAMES = word_class("name")
_DETERMINING = (closed_class("article") | OWNING) - {"her"}  # "saw her leave"
_NO_NAMES = frozenset({"VERB", "ADV", "AUX", "INTJ", "NOUN"})
_BEHIND_NOUNS = frozenset({"close", "near", "next"})
_NOUNS = frozenset({"NOUN", "PROPN", "DET", "PRON"})
_PARTICIPLES = frozenset({"VBN", "VBG", "VBD"})
_WHOLE = frozenset({"person", "organization"})


def coarse(tags: Sequence[str], words: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Return Universal tags, with auxiliaries parted from other verbs, and a country from a pronoun, by the word.

    Behind an article or a possessor no verb follows: a participle modifies or is a noun ("the | acting | FBI director",
    "one of the | wounded |"), with its adverb ("his | newly elected | deputy").
    """
    found = list(map(UNIVERSAL_TAGS.__getitem__, tags))
    modified, last = False, len(found) - 1
    for index, tag in enumerate(found):
        if tag == "VERB":
            if lower[index] in AUXILIARIES:
                found[index] = "AUX"
            elif index and _determines(lower, tags, index - 1):
                found[index] = "ADJ"
            elif index > 1 and lower[index - 1] == "to" and lower[index - 2] == "according":
                found[index] = "NOUN"
            elif index and modified and tags[index] in _PARTICIPLES:
                found[index] = "ADJ"
        modified = tag == "ADV" and 0 < index < last and _determines(lower, tags, index - 1)
        if modified and (tags[index + 1] in _PARTICIPLES or found[index + 1] == "ADJ"):
            found[index] = "ADJ"
        elif tag == "ADV" and index and lower[index] in _BEHIND_NOUNS and found[index - 1] in _NOUNS:
            if lower[index + 1 : index + 2] == ["to"]:
                found[index] = "ADJ"
    country = -1
    for _ in range(words.count("US")):
        country = words.index("US", country + 1)
        if found[country] == "PRON":
            found[country] = "PROPN"
    return found


def _determines(lower: Sequence[str], tags: Sequence[str], index: int) -> bool:
    return lower[index] in _DETERMINING or tags[index] == "POS"


def whole_names(doc: newskit.Doc, tags: list[str]) -> tuple[bytearray, bytearray, bytearray]:
    """Tell which tokens are of a name, of a person's, and which go on with one; tag names' and titles' words as nominal.

    Changes ``tags``: a tagger that does not know a name takes a part of it for a verb or an adverb.
    """
    tokens = doc.tokens
    named, people, joined = bytearray(len(tags)), bytearray(len(tags)), bytearray(len(tags))
    for entity in doc[newskit.Entity]:
        if entity.kind not in _WHOLE:
            continue
        odd = entity.kind == "person" and entity.name.partition(" ")[0].lower() in _NAMES
        for mention in entity.mentions:
            inside = tokens.within(mention.span.start, mention.span.end)
            for index in inside[:1] if odd else ():
                tags[index] = "PROPN"
            for index in inside:
                named[index], people[index], joined[index] = 1, entity.kind == "person", index > inside[0]
            _name(tokens.words, tags, inside)
    for title in doc[newskit.Title]:
        inside = tokens.within(title.span.start, title.span.end)
        _name(tokens.words, tags, inside)
        for index in inside[1:]:
            if tags[index] == "VERB" or (tags[index] == "ADV" and index == inside[-1]):
                tags[index] = "NOUN"
    return named, people, joined


def _name(words: Sequence[str], tags: list[str], inside: Sequence[int]) -> None:
    for index in inside:
        if words[index][0].isupper() and tags[index] in _NO_NAMES:
            tags[index] = "PROPN"
