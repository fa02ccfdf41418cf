"""Full noun phrases: a base phrase with titles, complements, appositions and the clause that tells which one it is."""

from __future__ import annotations

from newskit.text import closed_class
from newskit_quotes.chunks import HEADS, NAMING, OWNERS, phrase_before, phrases
from newskit_quotes.columns import Columns
from newskit_quotes.lexicon import DAYS, PERSONAL, word_class, word_set

_VERBAL = frozenset({"VERB", "AUX"})
_JOINERS, _WHEN, _ITSELF = map(word_class, ("joining_preposition", "time_preposition", "reflexive"))
_PARTICIPLES, _STOPPING = frozenset({"VBN", "VBG", "VBD"}), frozenset(",.;:—–-()?!")
_PREPOSITIONAL = frozenset({"following", "including", "regarding", "concerning", "considering", "pending", "barring"})
_LEADING = frozenset({"to", "and", "but", "or", "then"})
"""Words before a second verb of one subject."""
_BEHIND_PARTICIPLES = word_class("joining_preposition") | word_class("linking_preposition")
_FAMILIAR = frozenset({"familiar", "acquainted"})
_AFTER_NAMES, _ADVERBS = map(word_class, ("after_name", "aside"))
RESTRICTING, _GATHERINGS = map(word_class, ("restricting", "gathering"))
_TELLING, _ASKING = map(word_class, ("telling", "asking"))
_SUBORDINATORS = closed_class("subordinator")
_PERSONAL, _PREDICATE = frozenset({"who", "whose"}), frozenset({"VERB", "AUX", "ADV"})
_MAIN = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RETIRED = word_class("retired")
_SHORT, _FROM = 5, frozenset({"of", "from"})


def _after_age(columns: Columns, index: int, last: int) -> int:
    """Step over an age between commas, ", 46,", and the comma before where somebody is from: ", 46, | of Leeds"."""
    named = columns.people[index - 1]
    if (
        index + 2 < last
        and columns.lower[index] == ","
        and columns.words[index + 1].isdigit()
        and columns.lower[index + 2] == ","
    ):
        index += 2
    from_there = named and columns.lower[index] == "," and columns.lowered(index + 1) in _FROM
    return index + 1 if from_there and index + 2 < last and columns.tags[index + 2] == "PROPN" else index


def full_phrase(columns: Columns, base: tuple[int, int], last: int, *, reduced: bool = True) -> tuple[int, int]:
    """Extend a base noun phrase to the right over complements, appositions and further members, before ``last``.

    ``reduced`` says that a participle may go on with it.
    """
    start, end = base
    pronoun = columns.tags[end - 1] == "PRON" and end - start == 1
    if pronoun and (end >= last or columns.lower[end] != "and"):
        return base
    spans = dict(phrases(columns, end, last))
    lower = columns.lower
    while end < last:
        position = _after_age(columns, end, last)
        word = lower[position]
        follower = position + 1
        if follower in spans and (
            (word == "by" and lower[end - 1] in word_set("documents") and columns.tags[follower] != "PRON")
            or (word in _JOINERS and not _circumstance(columns, follower, spans[follower]))
            or (word == "," and _apposes(columns, follower, spans[follower], last, start))
        ):
            end = spans[follower]
        elif (word == "," and follower < last and lower[follower] in _AFTER_NAMES) or (
            word == "of" and _gerund(columns, follower, last)
        ):
            end = follower + 1
        elif (
            word == "and"
            and follower in spans
            and follower + 1 <= last
            and _joins(columns, start, spans[follower], last)
        ):
            end = spans[follower]
        elif word == "(" and _parenthesis(columns, follower, last):
            end = _behind_bracket(columns, start, position, spans)
        elif word in _ITSELF or _abbreviated(columns, end):
            end += 1 + (word == "." and _in_domain(columns, end))
        elif word in _FAMILIAR and end + 2 in spans and lower[end + 1] == "with":  # "people familiar with the talks"
            end = spans[end + 2]
        elif position > end:  # nothing but an age: "Maria Lopez, 46, said"
            end = position
        else:
            break
    return start, reduced_clause(columns, relative_clause(columns, end, last), last) if reduced else end


def _behind_bracket(columns: Columns, start: int, bracket: int, spans: dict[int, int]) -> int:
    """Return the end of a phrase with a bracket, and the office behind a body's: "the Union (UN) secretary"."""
    end = columns.lower.index(")", bracket) + 1
    office = columns.words[end : end + 1] and columns.words[end].islower() and not any(columns.people[start:bracket])
    named = bracket - 1 in columns.offices and any(columns.people[end : end + 1])  # "Finance Officer (FO) | Ann Poe"
    titled = named or {bracket, end} <= columns.offices  # "Union (UN) | CEO Ann Poe"
    goes_on = office or titled or columns.lower[bracket + 1] in _RETIRED  # "Brig (retd) | Ann Poe"
    return spans.get(end, end) if goes_on else end


def with_bracketed(columns: Columns, base: tuple[int, int]) -> tuple[int, int]:
    """Return a phrase with the name or office and its short form before it: "| Union of Nurses (UN) | secretary"."""
    start, end = base
    low = max(columns.bounds[start][0], start - _SHORT)
    if columns.lowered(start - 1) != ")" or "(" not in columns.lower[low:start]:
        return base
    bracket = next(at for at in range(start - 1, low - 1, -1) if columns.lower[at] == "(")
    above = phrase_before(columns, bracket)
    if not columns.words[start].islower():  # "Deputy Commissioner (Zone 4) | Ann Poe"
        begin = bracket
        while begin - 1 in columns.offices:
            begin -= 1
        return (begin, end) if begin < bracket else base
    named = above is not None and columns.tags[above[1] - 1] == "PROPN" and not any(columns.people[slice(*above)])
    return (above[0], end) if above is not None and named and _parenthesis(columns, bracket + 1, start) else base


def _abbreviated(columns: Columns, index: int) -> bool:
    """Tell whether a full stop is an abbreviation's: one that ends no sentence, "Ann Poe, Ph.D., said"."""
    return (
        columns.lower[index] == "."
        and columns.starts[index] == columns.ends[index - 1]
        and index + 1 < columns.bounds[index][1]
    )


def _in_domain(columns: Columns, stop: int) -> bool:
    """Tell whether a full stop stands within the name of a site: "gamesweek.biz"."""
    return columns.starts[stop + 1] == columns.ends[stop] and columns.words[stop + 1].isalpha()


def reduced_clause(columns: Columns, end: int, last: int) -> int:
    """Return the end of a phrase with a participle that goes on with it: "a report released on Friday"."""
    verb = end + 1 < last and columns.tags[end] == "VERB" and columns.lower[end] not in _PREPOSITIONAL
    participle = verb and columns.fine[end] in _PARTICIPLES
    if not participle or columns.tags[end - 1] != "NOUN" or columns.lower[last - 1] in _LEADING:
        return end
    until = next((index for index in range(end + 1, last) if columns.lower[index] in _STOPPING), last)
    main = columns.fine[end] == "VBD" and columns.tag(until) not in _VERBAL  # "the mayor | left on Monday"
    if main or columns.lower[until - 1] in _BEHIND_PARTICIPLES:
        return end
    after = columns.lower[end + 1]
    bound = columns.fine[end] == "VBG" or after in _BEHIND_PARTICIPLES or after in DAYS
    return until if bound and until > end + 1 and not columns.count_verbs(end + 1, until) else end


def in_clause(columns: Columns, pronoun: int, end: int) -> bool:
    """Tell whether all between a relative pronoun and a token is one clause without commas, whose subject it is.

    "The nurse | who found Mr Roe | said", but not "The nurse who | Mr Roe | said was late", "who came and | said".
    """
    inner = range(pronoun + 1, end)
    lower, fine = columns.lower, columns.fine
    if lower[pronoun - 1] == "," or columns.inside[pronoun] or columns.inside[end - 1] or lower[end - 1] in _LEADING:
        return False
    if any(lower[at] in _SUBORDINATORS or lower[at] == "that" or _stops(columns, at) for at in inner):
        return False
    verbs = [at for at in inner if fine[at] in _MAIN]
    misread = lower[pronoun] != "whose" and fine[pronoun + 1] in ("NNS", "VBN")  # "who | lives | near the port"
    if not (verbs or misread) or any(columns.tags[at - 1] in HEADS for at in verbs[not misread :]):
        return False  # "who was ill | claimed | Mr Roe said so"
    last = phrase_before(columns, end) if end < len(fine) else None
    verb = max(last[0] - 1, pronoun) if last is not None else pronoun
    clausal = columns.grade(verb) == "say" and lower[verb] not in _TELLING and lower[verb] not in _ASKING
    return not (clausal and verb > pronoun and columns.tags[verb] == "VERB")  # "who claimed | Mr Roe | said so"


def _stops(columns: Columns, index: int) -> bool:
    return columns.lower[index] in _STOPPING and not _abbreviated(columns, index)


def restricts(columns: Columns, index: int) -> bool:
    """Tell whether a word is such a pronoun; "that" and "which" only where a verb follows: no conjunctions."""
    word = columns.lower[index]
    return word in RESTRICTING and (word in _PERSONAL or columns.tag(index + 1) in _PREDICATE)


def relative_clause(columns: Columns, end: int, last: int) -> int:
    """Return the end of a phrase with the clause without commas that tells which one it is: "a man | who saw it"."""
    if end + 1 >= last or columns.lower[end] not in RESTRICTING or columns.tags[end - 1] not in NAMING:
        return end
    until = next((at for at in range(end + 1, last) if _stops(columns, at) or at in columns.opens), last)
    if until == end + 1 or columns.lowered(until) == ":" or until in columns.opens or not restricts(columns, end):
        return end
    return until if in_clause(columns, end, until) else end


def apposed_name(columns: Columns, first: int, last: int) -> int:
    """Return where a name behind a comma begins that ends some tokens, else their end: "who ran, | Tom Moe"."""
    begin = last
    while begin - 1 > first and columns.people[begin - 1]:
        begin -= 1
    return begin if begin < last and columns.lower[begin - 1] == "," else last


def _gerund(columns: Columns, index: int, last: int) -> bool:
    """Tell whether a word in -ing names a field and has no object: "the director of planning, Ann Poe"."""
    return index < last and columns.fine[index] == "VBG" and columns.tag(index + 1) in ("PUNCT", "VERB")


def _parenthesis(columns: Columns, first: int, last: int) -> bool:
    """Tell whether a parenthesis is short and begins with a capital, or is an officer's: "(D-Ohio)", "(retd)"."""
    told = columns.word(first)[:1].isupper() or columns.lowered(first) in _RETIRED
    return told and ")" in columns.lower[first : min(first + _SHORT, last)]


def _circumstance(columns: Columns, first: int, end: int) -> bool:
    """Tell whether a phrase behind a preposition says when or on what occasion: "on Tuesday", "in a speech"."""
    if columns.lower[first - 1] not in _WHEN:
        return False
    final = columns.words[end - 1]
    month = end - first == 1 and final.lower() in DAYS
    meets = final in _GATHERINGS and first > 1 and columns.people[first - 2] == 1
    return month or meets or any(final in word_set(name) for name in ("times", "occasions", "spoken_days"))


def _apposes(columns: Columns, first: int, end: int, last: int, start: int) -> bool:
    """Tell whether the phrase after a comma says who the one before it is."""
    if (
        columns.tags[end - 1] == "PRON"
        or columns.lower[first] in PERSONAL | _ADVERBS
        or columns.lower[end - 1] in word_set("times")
    ):
        return False
    named = any(columns.tags[index] == "PROPN" for index in range(start, first - 1))
    describes = columns.tags[first] in ("DET", "NOUN", "ADJ", "PROPN") or columns.lower[first] in OWNERS
    if not (named or columns.tags[first] == "PROPN" or (columns.tags[end - 1] == "PROPN" and columns.joined[end - 1])):
        return False
    return describes and not (end < last and columns.tags[end] in _VERBAL and columns.lower[end - 1] != ",")


def _joins(columns: Columns, start: int, end: int, last: int) -> bool:
    return end >= last or columns.tags[end] not in ("VERB", "AUX") or columns.tags[start] == "PROPN"
