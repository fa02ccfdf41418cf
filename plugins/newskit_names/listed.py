"""Lists of people: a name that nothing tells is somebody's among the full names of others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from newskit.text import Tokens
from newskit_names.candidates import Candidate
from newskit_names.lexicon import Lexicon

_JOINS = frozenset((",", "and", ";", "&"))
_LONGEST, _BRACKET = 4, 6
"""Words of the longest name, and tokens of a bracket behind one."""
_OTHERS = 2
"""People beside it in the list, fewest."""


def in_lists(
    candidates: Sequence[Candidate],
    kinds: Mapping[str, str],
    tokens: Tokens,
    lexicon: Lexicon,
    undecided: Callable[[str], bool],
) -> Iterator[str]:
    """Yield the texts of names of which nothing is known that stand in a list with two full names of people or more.

    Nothing of another kind may be in the list: "Zorva Glint, Ann Keller and Al Roe".
    """
    for run in _runs(candidates, tokens):
        found = [kinds[each.text] for each in run]
        if "none" not in found or not {"person", "none"}.issuperset(found):
            continue
        people = [each for each in run if kinds[each.text] == "person"]
        full = any(each.words[0] in lexicon.given for each in people)
        if len(people) < _OTHERS or not full or any(len(each.words) == 1 for each in run):
            continue
        unknown = [each for each in run if kinds[each.text] == "none"]
        if all(_may_be(each, lexicon) and undecided(each.text) for each in unknown):
            yield from (each.text for each in unknown)


def _runs(candidates: Sequence[Candidate], tokens: Tokens) -> Iterator[list[Candidate]]:
    """Yield the names that nothing but commas, "and" and short brackets part, three or more."""
    run: list[Candidate] = []
    for each in candidates:
        if each.before == "(":
            continue
        if run and not _joined(run[-1].last, each.first, tokens):
            if len(run) > _OTHERS:
                yield run
            run = []
        run.append(each)
    if len(run) > _OTHERS:
        yield run


def _joined(first: int, stop: int, tokens: Tokens) -> bool:
    """Tell whether the tokens between two names join them."""
    lower = tokens.lower
    if stop - first > _BRACKET + 2 or first >= stop:
        return False
    if lower[first] == "(":
        closing = next((at for at in range(first, stop) if lower[at] == ")"), None)
        if closing is None:
            return False
        first = closing + 1
    return first < stop and all(lower[at] in _JOINS for at in range(first, stop))


def _may_be(candidate: Candidate, lexicon: Lexicon) -> bool:
    """Tell whether all words have but a first capital and none is a common one, of a place or a body."""
    words = candidate.words
    if len(words) > _LONGEST or not all(part.istitle() for part in candidate.text.split()):
        return False
    listed = (
        lexicon.common,
        lexicon.places,
        lexicon.cities,
        lexicon.demonyms,
        lexicon.ends_names,
        lexicon.starts_names,
    )
    return candidate.before not in lexicon.kinds["in"] and not any(word in each for word in words for each in listed)
