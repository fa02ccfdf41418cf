"""Stretches: the runs of tokens, capitals and what may join them, in which the model looks for names."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from newskit import Doc
from newskit_names.lexicon import POSSESSIVE, Lexicon
from newskit_names.token_spans import has_capital

_JOINING = POSSESSIVE | {"of", "and", "for", "the", "in", "on", "to", "with", "against", "at", "&", "-", "/", ".", ","}
"""Tokens between the words of a name, besides particles and the small words inside names."""
_FARTHEST = 3
"""Tokens that may stand between two capitals of a stretch, and one more."""


@lru_cache(8)
def _joining(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.kinds["inside"] | lexicon.kinds["particle"] | _JOINING


@lru_cache(8)
def _tails(lexicon: Lexicon) -> frozenset[str]:
    """Return the nouns that end a name in small letters too: "Zorbian party"."""
    kinds = lexicon.kinds
    return kinds["body"] | kinds["company"] | kinds["feature"] | kinds["facility"] | kinds["town"]


def stretches(
    doc: Doc, lexicon: Lexicon, named: Collection[int], roles: Collection[int], capitals: Sequence[int]
) -> Iterator[range]:
    """Yield the stretches that may hold a name, in the order of the text.

    ``named`` are the tokens of the names that the rules found, ``roles`` those of titles, ``capitals`` the tokens that
    are not in small letters.
    """
    words, lower, sentences = doc.tokens.words, doc.tokens.lower, doc.sentences
    joining, tails, weak = _joining(lexicon), _tails(lexicon), lexicon.sentence_words | lexicon.special
    number, stop, done = -1, 0, 0
    for index in capitals:
        if index < done or not (index in named or has_capital(words[index])):
            continue
        while stop <= index:
            number += 1
            stop = sentences[number].tokens.stop
        last, behind = index, index + 1
        strong = index in named
        while behind < stop:
            if behind in named or has_capital(words[behind]):
                last, strong = behind, strong or behind in named or behind not in roles
            elif lower[behind] not in joining or behind - last > _FARTHEST:
                break
            behind += 1
        done = last + 1
        begins = index == sentences[number].tokens.start
        if strong or not (index in roles or (begins and lower[index] in weak)):
            if done < stop and lower[done] in tails and words[done] == lower[done]:
                done += 1
            yield range(index, done)
