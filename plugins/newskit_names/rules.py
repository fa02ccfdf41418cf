"""Rules that decide a candidate's kind before the model is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from newskit.text import Tokens
from newskit_names.candidates import Candidate
from newskit_names.groups import names_group
from newskit_names.lexicon import Lexicon
from newskit_names.neighbours import beside, dateline, located

_LONGEST_PERSON = 6


def ruled(group: Sequence[Candidate], lexicon: Lexicon, tokens: Tokens) -> str | None:
    """Return the kind that is certain from lists, a title or a dateline, None where the evidence must be weighed."""
    candidate, kinds = group[0], lexicon.kinds
    words = candidate.words
    whole = " ".join(words)
    listed = _listed(group, whole, lexicon)
    if listed:
        return listed
    titled = any(each.title for each in group)
    otherwise = _ends_otherwise(words, lexicon)
    personal = not otherwise and len(words) <= _LONGEST_PERSON and (titled or _personal(group, lexicon, tokens))
    if not titled and not otherwise and any(located(each, lexicon, tokens) for each in group):
        return "place"
    if personal:
        return "person"
    place = (candidate.text.lower() in lexicon.places or whole in lexicon.places) and whole not in kinds["both"]
    if not place and _of_body(words, kinds):
        return "organization"
    if place or any(dateline(each, tokens) for each in group):
        return "place"
    return None if titled or otherwise else beside(group, lexicon, tokens)


def _of_body(words: tuple[str, ...], kinds: Mapping[str, AbstractSet[str]]) -> bool:
    """Tell whether a name is an organisation's by its last word, or by the ampersand of partners."""
    last = words[-1]
    return len(words) > 1 and (last in kinds["company"] or last in kinds["strong"] or "&" in words[1:-1])


def _listed(group: Sequence[Candidate], whole: str, lexicon: Lexicon) -> str | None:
    """Return the kind of what lists know whatever stands around it: groups, no names, well-known organisations."""
    known = _known_organization(group[0], whole, lexicon)
    if names_group(group, lexicon) and (len(group[0].words) == 1 or not known):
        return "group"
    if _no_name(group, lexicon):
        return "none"
    return "organization" if known else None


def _personal(group: Sequence[Candidate], lexicon: Lexicon, tokens: Tokens) -> bool:
    """Tell whether the parts of a name are a person's: a given name, initials or a particle, and nothing else."""
    words, kinds = group[0].words, lexicon.kinds
    first, last = words[0], words[-1]
    if len(words) == 1:
        return any(_shares_surname(each, lexicon, tokens) or _household(each, lexicon, tokens) for each in group)
    if _spelt_as_person(group[0]):
        return True
    if first in lexicon.places or " ".join(words[:2]) in lexicon.places or " ".join(words) in lexicon.cities:
        return False
    if any(word in kinds["joint"] or word in kinds["work"] or word in kinds["never"] for word in words):
        return False
    if last in kinds["feature"] or last in kinds["company"] or first in kinds["before"]:
        return False
    given = first in lexicon.given and first not in lexicon.common and last not in lexicon.ends_names
    initials = len(first) == 1 and len(last) > 1 and last not in lexicon.common
    return given or initials or (last in kinds["suffix"] and first in lexicon.names)


def _spelt_as_person(candidate: Candidate) -> bool:
    """Tell whether a name holds a nickname in quotes, an Arabic article or an East Asian given name (Soo-jin)."""
    parts = candidate.text.split()
    if any(part[0] in "\"“`'‘" for part in parts[1:-1]):
        return True
    if len(parts) > 3:  # noqa: PLR2004 - longer ones name things after people
        return False
    stem, hyphen, tail = parts[-1].rpartition("-")
    return bool(hyphen and stem) and (stem in ("al", "el", "Al", "El") or (stem.istitle() and tail.islower()))


def _household(candidate: Candidate, lexicon: Lexicon, tokens: Tokens) -> bool:
    """Tell whether a surname names a household: "the Farlow administration", "the Farlow family"."""
    behind = tokens.lower[candidate.last] if candidate.last < len(tokens) else ""
    word = candidate.words[0]
    return behind in lexicon.kinds["household"] and word in lexicon.surnames and word not in lexicon.places


def _shares_surname(candidate: Candidate, lexicon: Lexicon, tokens: Tokens) -> bool:
    """Tell whether a given name stands before "and" and a full name: "Ann | and Paul Moore"."""
    after = tokens.lower[candidate.last : candidate.last + 3]
    return (
        len(after) > 2  # noqa: PLR2004 - the conjunction and two parts
        and candidate.words[0] in lexicon.given
        and candidate.words[0] not in lexicon.places
        and after[0] == "and"
        and after[1] in lexicon.given
        and after[2] in lexicon.surnames
        and tokens.words[candidate.last + 2][0].isupper()
    )


def _known_organization(candidate: Candidate, whole: str, lexicon: Lexicon) -> bool:
    if candidate.text in lexicon.organizations:
        return whole not in lexicon.kinds["ambiguous"]
    return len(candidate.words) > 1 and candidate.text.isupper() and candidate.text.title() in lexicon.organizations


def _no_name(group: Sequence[Candidate], lexicon: Lexicon) -> bool:
    whole = " ".join(group[0].words)
    listed = whole in lexicon.demonyms or whole in lexicon.kinds["never"]
    return listed or _bare_noun(group[0], lexicon) or _sentence_word(group, lexicon)


def _bare_noun(candidate: Candidate, lexicon: Lexicon) -> bool:
    """Tell whether a candidate is one common noun such as "Government" or "Police"."""
    word, kinds = candidate.words[0], lexicon.kinds
    if len(candidate.words) > 1 or candidate.text in lexicon.organizations:
        return False
    return word in lexicon.common and (word in kinds["body"] or word in kinds["of"] or word in kinds["feature"])


def _sentence_word(group: Sequence[Candidate], lexicon: Lexicon) -> bool:
    """Tell whether a candidate is a common word that has its capital only where a sentence begins."""
    word = group[0].words[0]
    lone = len(group[0].words) == 1 and word in lexicon.common and word not in lexicon.names
    return lone and word not in lexicon.places and all(each.initial or each.headline for each in group)


def _ends_otherwise(words: tuple[str, ...], lexicon: Lexicon) -> bool:
    last, kinds = words[-1], lexicon.kinds
    return (
        last in kinds["company"]
        or (len(words) > 1 and last in kinds["body"] and words[0] not in lexicon.given)
        or (" ".join(words) in lexicon.places and " ".join(words) not in kinds["both"])
    )
