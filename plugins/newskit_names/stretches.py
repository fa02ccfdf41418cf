"""Stretches: the runs of tokens, capitals and what may join them, in which the model looks for names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from newskit import Doc
from newskit_names.candidates import Candidate
from newskit_names.lexicon import POSSESSIVE, Lexicon
from newskit_names.token_spans import has_capital

_JOINING = POSSESSIVE | {"of", "and", "for", "the", "on", "to", "with", "against", "&", "-", "/", "."}
"""Tokens between the words of a name, besides particles and the small words inside names."""
_FARTHEST = 3
"""Tokens from one capital of a stretch to the next."""


@lru_cache(8)
def _joining(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.kinds["inside"] | lexicon.kinds["particle"] | _JOINING


@lru_cache(8)
def _tails(lexicon: Lexicon) -> frozenset[str]:
    """Return the nouns that end a name in small letters too: "Zorbian party"."""
    kinds = lexicon.kinds
    return kinds["body"] | kinds["company"] | kinds["feature"] | kinds["facility"] | kinds["town"]


def stretches(
    doc: Doc, lexicon: Lexicon, candidates: Sequence[Candidate], at: Mapping[int, Candidate]
) -> Iterator[range]:
    """Yield the stretches around the names that the rules found, in the order of the text.

    ``at`` has these names by their tokens.
    """
    words, lower, sentences = doc.tokens.words, doc.tokens.lower, doc.sentences
    joining, tails = _joining(lexicon), _tails(lexicon)
    number, start, stop, done = -1, 0, 0, 0

    def end(index: int, limit: int, step: int) -> int:
        """Return the last token of a stretch in one direction."""
        behind = index + step
        while behind != limit:
            if behind in at or has_capital(words[behind]):
                index = behind
            elif lower[behind] not in joining or abs(behind - index) >= _FARTHEST:
                break
            behind += step
        return index

    for candidate in candidates:
        if candidate.first < done:
            continue
        while stop <= candidate.first:
            number += 1
            start, stop = sentences[number].tokens.start, sentences[number].tokens.stop
        first = end(candidate.first, max(start, done) - 1, -1)
        done = end(candidate.last - 1, stop, 1) + 1
        if done < stop and lower[done] in tails and words[done] == lower[done]:
            done += 1
        yield range(first, done)
