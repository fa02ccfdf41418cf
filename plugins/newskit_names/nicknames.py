"""Nicknames that stand in marks or brackets within a full name: "Al “Ace” Roe", "Elizabeth (Bess) Roe"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newskit_names.candidates import Candidate


def full_names(several: Sequence[Candidate], kinds: Mapping[str, str]) -> dict[str, Candidate]:
    """Return the full names of people by the nicknames in them that stand for nobody else."""
    people = [each for each in several if kinds[each.text] == "person"]
    named = {word: each for each in people for word in _marked(each.words)}
    others = {word for each in people for word in (each.words[0], each.words[-1])} if named else set()
    return {word: each for word, each in named.items() if word not in others}


def _marked(words: tuple[str, ...]) -> Iterator[str]:
    """Yield the words of a name that stand alone in marks or brackets."""
    for place in range(2, len(words) - 2):
        if words[place].isalpha() and not (words[place - 1].isalnum() or words[place + 1].isalnum()):
            yield words[place]
