"""Rules about a candidate's spelling and the words right beside it: states, ages, firms, acronyms, datelines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newskit.text import Tokens
from newskit_names.candidates import Candidate
from newskit_names.lexicon import Lexicon

_DATELINE = 14
_ACRONYM = 6
_UNSAID = frozenset(("of", "the", "and", "for", "on", "in", "to", "&", "-"))
_DASHES = frozenset(("_", "--", "–", "—", "-"))
_IN_DATELINE = frozenset((",", "(", ")", ".", "/", ";", "-"))


def located(candidate: Candidate, lexicon: Lexicon, tokens: Tokens) -> bool:
    """Tell whether a place must stand here: "the town of Zorville", "in Belle Vista, Ohio"."""
    lower, first = tokens.lower, candidate.first
    if first > 1 and lower[first - 1] == "of" and lower[first - 2] in lexicon.kinds["town"]:
        return candidate.words[-1] not in lexicon.ends_names or candidate.words[-1] in lexicon.kinds["feature"]
    return first > 0 and lower[first - 1] in lexicon.kinds["in"] and _before_state(candidate, lexicon, tokens)


def beside(group: Sequence[Candidate], lexicon: Lexicon, tokens: Tokens) -> str | None:
    """Return the kind that a neighbour tells: a state behind a comma, an age, the noun of a firm before."""
    if any(_before_state(each, lexicon, tokens) for each in group):
        return "place"
    words = group[0].words
    if len(words) == 1 and group[0].text.isupper() and 1 < len(words[0]) <= _ACRONYM:
        return _acronym(group, lexicon, tokens)
    if len(words) > 1 and any(_before_age(each, tokens) for each in group):
        return "person"
    if _spelt_as_firm(group[0], lexicon):
        return "organization"
    if len(words) == 1 and any(map(str.isdigit, words[0])):
        return "none"
    made = any(each.first and tokens.lower[each.first - 1] in lexicon.kinds["maker"] for each in group)
    return "organization" if made and words[0] not in lexicon.given else None


def _spelt_as_firm(candidate: Candidate, lexicon: Lexicon) -> bool:
    """Tell whether one word has a firm's spelling ("Zorbcorp", "EduZorb"), or several begin with a body's acronym."""
    word, text, kinds = candidate.words[0], candidate.text, lexicon.kinds
    if len(candidate.words) > 1:
        first = text.partition(" ")[0]
        return first.isupper() and len(first) > 1 and first in lexicon.organizations and word not in kinds["ambiguous"]
    if word in lexicon.names or "-" in text or "'" in text or not text[1:].isalpha():
        return False
    if word.endswith(tuple(kinds["ending"])) and word not in lexicon.common:
        return True
    camel = any(one.islower() and other.isupper() for one, other in pairwise(text))
    return camel and not word.startswith(tuple(kinds["camel_name"]))


def _acronym(group: Sequence[Candidate], lexicon: Lexicon, tokens: Tokens) -> str | None:
    """Return the kind of an unknown acronym: a body, unless all around it is in capitals, or it is a share's symbol."""
    word = group[0].words[0]
    if word in lexicon.kinds["initials"]:
        return "person"
    introduced = [_introduced(each, tokens) for each in group]
    if True in introduced:
        return "organization"
    no_body = word in lexicon.kinds["thing"] or word in lexicon.common or False in introduced
    if no_body or any(_in_symbol(each, tokens) for each in group):
        return "none"
    shouted = all(each.headline or _beside_capitals(each, tokens) for each in group)
    return None if shouted or not word.isalpha() or word in lexicon.cities else "organization"


def _introduced(candidate: Candidate, tokens: Tokens) -> bool | None:
    """Tell whether words with these initials stand before an acronym in brackets: True where they are a name's.

    False for those of a term, "gross domestic product (GDP)"; None where there are none.
    """
    first = candidate.first - 1
    if first < 1 or tokens.words[first] != "(":
        return None
    index, letters, capitals = first, candidate.words[0].replace(".", ""), 0
    for letter in reversed(letters):
        index -= 1
        while index >= 0 and tokens.lower[index] in _UNSAID and tokens.lower[index][0] != letter:
            index -= 1
        if index < 0 or tokens.lower[index][0] != letter:
            return None
        capitals += tokens.words[index][0].isupper()
    return capitals * 2 >= len(letters)


def _in_symbol(candidate: Candidate, tokens: Tokens) -> bool:
    return candidate.first > 0 and tokens.words[candidate.first - 1] in ("<", "$", "#", "@", "&")


def _beside_capitals(candidate: Candidate, tokens: Tokens) -> bool:
    first, last = candidate.first, candidate.last
    beside = (*tokens.words[max(0, first - 1) : first], *tokens.words[last : last + 1])
    return any(len(word) > 1 and word.isupper() for word in beside)


def _before_age(candidate: Candidate, tokens: Tokens) -> bool:
    """Tell whether an age between commas follows: "Zora Velm, 65,"."""
    behind = tokens.words[candidate.last : candidate.last + 3]
    aged = len(behind) == 3 and behind[0] == "," and len(behind[1]) == 2 and behind[1].isdigit()  # noqa: PLR2004
    return aged and behind[2] in (",", ".", ";")


def dateline(candidate: Candidate, tokens: Tokens) -> bool:
    """Tell whether a candidate opens a dateline: "PRISTINA, Yugoslavia (AP) _"."""
    if not candidate.initial or not candidate.words[0].isalpha():
        return False
    for index in range(candidate.last, min(candidate.last + _DATELINE, len(tokens))):
        word = tokens.words[index]
        if word in _DASHES:
            return index > candidate.last or candidate.text.isupper()
        if not (word[0].isupper() or word in _IN_DATELINE or word[0].isdigit()):
            return False
    return False


def _before_state(candidate: Candidate, lexicon: Lexicon, tokens: Tokens) -> bool:
    """Tell whether a comma and a state or country follow: "Reston, Va."."""
    last, lower = candidate.last, tokens.lower
    if last + 1 >= len(lower) or lower[last] != "," or not tokens.words[last + 1][0].isupper():
        return False
    following = lower[last + 1]
    for name in (following, f"{following}.", " ".join(lower[last + 1 : last + 3])):
        if lexicon.places.get(name) in ("state", "abbreviation", "country"):
            return True
    return False
