"""Who says it, where the order of a clause plainly tells: subjects of relative clauses, names before their offices."""

from __future__ import annotations

from collections.abc import Iterator

from newskit_quotes.chunks import phrase_before, phrase_from, phrases
from newskit_quotes.columns import COMMAS, Columns
from newskit_quotes.lexicon import DAYS, OWNING, PERSONAL, word_class
from newskit_quotes.records import Range
from newskit_quotes.refused import is_reduced
from newskit_quotes.wholes import RESTRICTING, full_phrase, in_clause, restricts

_TENSED = frozenset({"VBD", "VBZ", "VBP"})
_ASKED, _MAIN = frozenset({"WP", "WRB", "WDT"}), frozenset({"VBD", "VBZ", "VBP", "MD"})
_PRONOUNS = frozenset({"WDT", "WP"})
_OBJECTS, _CONTACT, _NAMED = map(word_class, ("object_relative", "contact", "verb_of_naming"))
_CHARGED, _VERBAL = word_class("charged"), frozenset({"VERB", "AUX"})
_LEFT, _LINKS, _OF_CLAUSE = map(word_class, ("left_to", "linking_preposition", "of_clause"))
_PUT, _COMING = frozenset({"put", "puts"}), frozenset({"came", "was", "is", "were"})
_APPOSED, _AS, _CLAUSE, _REACH = 2, 12, 32, 24
"""Appositions between a relative pronoun and its verb, tokens between "as" and its verb, and behind it, at most;
how many tokens before a verb are looked at."""
_RAISED, _STOPS = frozenset({"which", "who", "that"}), frozenset({".", "?", "!"})
_ASIDES, _NEAR = 20, 6
"""Tokens of the asides between "who" and its verb, and from "came" to who sent an answer."""
_OBJECTIVE = frozenset({"DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM", "PART"})


def of_relative(columns: Columns, head: int) -> tuple[Range, Range] | None:
    """Return the object before a relative clause's subject and verb, and the subject: "an act | that | Lopez called".

    The object is the pronoun, or of a verb of naming without one the phrase: "| a move | Lopez called “late”".
    """
    before = columns.lower[max(0, head - _REACH) : head]
    named = columns.lower[head] in _NAMED and not _CONTACT.isdisjoint(before)
    if not named and _OBJECTS.isdisjoint(before):
        return None
    start = columns.group_starts[head]
    if columns.tags[head] != "VERB" or columns.fine[head] not in _TENSED | {"VBN"} or columns.is_passive(head):
        return None
    end = start - (columns.lowered(start - 1) == ",")
    for base in _apposed(columns, end):
        pronoun = base[0] - 1
        told = columns.lowered(pronoun) in _OBJECTS and columns.fine[pronoun] in _PRONOUNS
        if told or (named and columns.lowered(pronoun) == "that"):
            subject = full_phrase(columns, base, start)
            return _named_by(columns, pronoun), (base[0], min(subject[1], start))
        contact = _contact(columns, base) if named else None
        if contact is not None:
            return contact, (contact[1], base[1])
    return None


def raised(columns: Columns, head: int) -> list[Range] | None:
    """Return a relative pronoun and its clause behind who says so: "the law, | which | Lopez says | is old"."""
    first, last = columns.bounds[head]
    verb = head + 1 + (columns.tag(head + 1) == "ADV")
    if columns.grade(head) not in ("say", "think") or columns.fine_tag(verb) not in _TENSED | {"MD"} or verb >= last:
        return None
    subject = phrase_before(columns, columns.group_starts[head])
    pronoun = subject[0] - 1 if subject is not None and columns.fine[head] in _TENSED else first
    told = columns.fine_tag(pronoun) in _PRONOUNS or columns.tag(pronoun - 1) == "NOUN"
    if pronoun <= first or columns.lower[pronoun] not in _RAISED or not told:
        return None
    apart = columns.lower[pronoun - 1] == ","
    for end in range(verb + 1, last - 1):
        if columns.inside[end]:
            return None
        if columns.fine[end + apart] in _TENSED | {"MD"} and (columns.lower[end] == "," or not apart):
            last = end
            break
    stop = last - (columns.lower[last - 1] in _STOPS)
    return [(pronoun, pronoun + 1), (head + 1, stop)]


def _named_by(columns: Columns, pronoun: int) -> Range:
    """Return the phrase that "whom" stands for, "| the family |, whom Lopez called “brave”"; another pronoun alone."""
    before = pronoun - (columns.lowered(pronoun - 1) == ",")
    base = phrase_before(columns, before) if columns.lower[pronoun] == "whom" else None
    return base or (pronoun, pronoun + 1)


def _apposed(columns: Columns, end: int) -> Iterator[Range]:
    """Yield the phrase that ends at a token, and the one before the comma that it is in apposition to."""
    for _ in range(_APPOSED):
        base = phrase_before(columns, end)
        if base is None:
            break
        yield base
        end = base[0] - 1
        if columns.lowered(end) != ",":
            break


def _contact(columns: Columns, base: Range) -> Range | None:
    """Return the object right before a subject, or of one phrase with it: "| a sum | Poe", "| a move | the mayor"."""
    while columns.lowered(base[0] - 1) in ("of", "at"):
        owner = phrase_before(columns, base[0] - 1)
        if owner is None:
            return None
        base = owner
    for at in range(base[0] + 1, base[1]):
        if columns.words[at - 1] in _CONTACT and columns.words[at][0].isupper():
            return base[0], at
    return phrase_before(columns, base[0]) if columns.lowered(base[0] - 1) in _CONTACT else None


def heard(columns: Columns, head: int) -> Range | None:
    """Return who is heard or shown saying something: "footage of | Lopez | saying", "the tape shows | her | saying"."""
    if columns.fine[head] != "VBG" or columns.grade(head) != "say" or columns.group_starts[head] != head:
        return None
    base = phrase_before(columns, head)
    if base is None or not (columns.people[base[1] - 1] or columns.lower[base[0]] in PERSONAL):
        return None
    before = base[0] - 1
    shown = columns.lowered(before) in ("of", "with") or columns.tag(before) == "VERB"
    return base if shown and columns.bounds[head][0] < before else None


def behind_asides(columns: Columns, head: int) -> Range | None:
    """Return the "who" that asides part from its verb: "Moe, | who |, on Monday, at a rally in Lima, had said"."""
    start, (first, _) = columns.group_starts[head], columns.bounds[head]
    if columns.lowered(start - 1) != ",":
        return None
    for index in range(start - 2, max(first, start - _ASIDES) - 1, -1):
        if columns.lower[index] == "who":
            return None if columns.inside[index] or columns.count_verbs(index, start) else (index, index + 1)
    return None


def subject(columns: Columns, head: int) -> Range | None:
    """Return whose a cue plainly is: the subject of a relative clause, who is heard saying something."""
    if columns.fine[head] == "VBG":
        return heard(columns, head)
    left = left_to(columns, head) if columns.lowered(head - 1) == "to" else None
    if left is not None:
        return left
    relative = of_relative(columns, head)
    if relative is not None:
        return relative[1]
    return (
        asks(columns, head)
        or behind_asides(columns, head)
        or behind_object(columns, head)
        or restricted(columns, head)
        or charged(columns, head)
    )


def asks(columns: Columns, head: int) -> Range | None:
    """Return who asks behind the first word of a question: "Who, asked | Lopez |, pays for it?"."""
    asked = columns.lowered(head - 1) == "," and columns.fine_tag(head - 2) in _ASKED and columns.grade(head) != ""
    base = phrase_from(columns, head + 1, columns.bounds[head][1]) if asked else None
    return base if base is not None and base[0] == head + 1 else None


def behind_object(columns: Columns, head: int) -> Range | None:
    """Return the name behind the noun of which a clause tells what somebody says: "a plan | Ann Roe | said is late"."""
    said = columns.grade(head) == "say" and columns.fine_tag(head + 1) in _TENSED | {"MD"}
    base = phrase_before(columns, columns.group_starts[head]) if said else None
    if base is None or columns.tags[base[0]] != "DET":
        return None
    nouns = (at for at in range(base[0] + 2, base[1]) if columns.people[at] and columns.tags[at - 1] == "NOUN")
    name = next((at for at in nouns if columns.words[at - 1].islower()), None)
    return None if name is None else (name, base[1])


def restricted(columns: Columns, head: int) -> Range | None:
    """Return whom a clause without commas right before the verb tells of: "| The nurse | who found Mr Roe said"."""
    if RESTRICTING.isdisjoint(columns.lower[max(0, head - _REACH) : head]):
        return None
    start = columns.group_starts[head]
    if columns.tags[head] != "VERB" or columns.fine[head] not in _TENSED or columns.is_passive(head):
        return None
    first = max(columns.bounds[head][0], head - _REACH)
    for pronoun in range(start - 2, first, -1):
        if restricts(columns, pronoun):
            base, last = phrase_before(columns, pronoun), phrase_before(columns, start)
            if base is None or columns.fine_tag(base[0] - 1) == "VBG" or not in_clause(columns, pronoun, start):
                return None
            if last is not None and columns.lowered(last[0] - 1) in _OF_CLAUSE:
                return None  # "after | a judge | warned"
            link = columns.lowered(base[0] - 1)  # "| A teacher | at the school who saw it said"
            return (phrase_before(columns, base[0] - 1) if link in _LINKS or link == "and" else None) or base
    return None


def charged(columns: Columns, head: int) -> Range | None:
    """Return whom a participle of a charge tells of, before a verb: "| A man accused of stealing a pump | said"."""
    start = columns.group_starts[head]
    low = max(columns.bounds[head][0], start - _REACH)
    if _CHARGED.isdisjoint(columns.lower[low:start]) or columns.tags[head] != "VERB":
        return None
    at = next(at for at in range(low, start) if columns.lower[at] in _CHARGED)
    base = phrase_before(columns, at) if is_reduced(columns, at) else None
    main = any(columns.fine[each] in _TENSED and columns.tags[each] in _VERBAL for each in range(at + 1, start))
    return None if base is None or main else (base[0], start)


def accompanying(columns: Columns, head: int) -> Range | None:
    """Return who says something beside a clause: "schools are strict, with | Aya Mori, a teacher |, saying"."""
    if columns.fine[head] != "VBG" or columns.lowered(head - 1) != ",":
        return None
    first, _ = columns.bounds[head]
    begin = next((at for at in range(head - 2, max(first, head - _REACH), -1) if columns.lower[at] == "with"), None)
    if begin is None or columns.lower[begin - 1] != "," or columns.count_verbs(begin, head - 1):
        return None
    base, person = phrase_from(columns, begin + 1, head - 1), any(columns.people[begin + 1 : head - 1])
    return (begin + 1, head - 1) if base is not None and base[0] == begin + 1 and person else None


def left_to(columns: Columns, head: int) -> Range | None:
    """Return whom it is left to to say something: "It fell to | the captain, Ann Poe |, to say: “…”"."""
    first = max(columns.bounds[head][0], head - _REACH)
    for to in range(head - 3, first, -1):
        if columns.lower[to] == "to" and columns.lower[to - 1] in _LEFT:
            end = head - 1 - (columns.lower[head - 2] == ",")
            base = phrase_from(columns, to + 1, end)
            whole = base is not None and base[0] == to + 1 and full_phrase(columns, base, end)[1] == end
            return (to + 1, end) if whole and not columns.inside[to] else None
    return None


def as_clause(columns: Columns, head: int) -> tuple[int, int] | None:
    """Return the "as" of a clause that tells whose the rest of the sentence is, and where it ends: "as Lopez put it".

    It has no object, and stands at the sentence's beginning or behind a comma or closing marks.
    """
    if "as" not in columns.lower[max(0, head - _REACH) : head]:
        return None
    put = columns.lower[head] in _PUT and columns.lowered(head + 1) == "it"
    if not (put or (columns.grade(head) == "say" and columns.fine[head] in _TENSED | {"VBN"})):
        return None
    first, last = columns.bounds[head]
    start = columns.group_starts[head]
    opening = next((at for at in range(start - 2, max(first, start - _AS) - 1, -1) if columns.lower[at] == "as"), None)
    if opening is None or columns.count_verbs(opening, start) or "," in columns.lower[opening:start]:
        return None
    parted = opening == first or columns.lower[opening - 1] in COMMAS or opening in columns.closes
    behind = head + 1 + put
    day = columns.lowered(behind) in DAYS
    if not parted or phrase_before(columns, start) is None or columns.is_passive(head):
        return None
    if behind < last and (behind in columns.opens or (columns.tags[behind] in _OBJECTIVE and not day)):
        return None
    near = range(behind, min(behind + _CLAUSE, last))
    end = next((at for at in near if columns.lower[at] == "," and not columns.inside[at]), last)
    return opening, end


def with_name(columns: Columns, head: int, source: Range, content: list[Range]) -> Range:
    """Return a source that is but the office of the name before it with that name, and take that from the content.

    "Ana Moe, | Director, Campaign for Rivers |, told a briefing" is Ana Moe.
    """
    start, end = source
    behind = _name_behind(columns, head, source)
    if behind > end:
        return start, behind
    comma, (first, _) = start - 1, columns.bounds[head]
    unclosed = (
        columns.lower[start] in ("a", "an", "the") and end == columns.group_starts[head]
    )  # "Ann Moe, | a baker | said"
    office = start in columns.offices or columns.words[start][0].isupper() or unclosed
    if not first < comma < head or columns.lower[comma] != "," or not office or any(columns.people[start:end]):
        return source
    begin = comma
    while begin > first and columns.people[begin - 1]:
        begin -= 1
    named = begin < comma
    while begin > first and begin - 1 in columns.offices:
        begin -= 1
    free = begin == first or begin in columns.closes or columns.lower[begin - 1] == ","
    if not named or not free or columns.inside[begin] or columns.count_verbs(begin, columns.group_starts[head]):
        return source
    goes_on = any(low > head and columns.fine[low] in _MAIN for low, _ in content)
    if (begin, comma) in content and goes_on:  # "| Ann Moe |, her lawyer said, is in Porto"
        return source
    for number, (low, high) in enumerate(content):
        if low < begin < high <= start:
            content[number] = columns.trimmed((low, begin))
    return begin, end


def _name_behind(columns: Columns, head: int, source: Range) -> int:
    """Return the end of a name between commas behind a clause: "| The driver who hit the wall |, Tom Moe|, said"."""
    start, end = source
    clause = any(restricts(columns, at) for at in range(start, end)) and not columns.people[start]
    if not clause or columns.lowered(end) != "," or not end < columns.group_starts[head]:
        return end
    until = end + 1
    while columns.people[until]:
        until += 1
    return until if until > end + 1 and until + 1 == columns.group_starts[head] else end


def sender(columns: Columns, head: int) -> Range | None:
    """Return whose an answer is that comes from somebody: "“No!” came the reply from | Lopez |"."""
    came = head if columns.lower[head] == "came" else head - 2
    owned = came >= 0 and columns.lowered(came) in _COMING and columns.lowered(came + 1) in OWNING
    if owned:
        return came + 1, came + 2  # "“Never” was | his | reply"
    sent = came >= 0 and columns.lower[came] in _COMING and columns.lower[came + 1] == "the"
    voice = columns.lowered(came + 2) == "voice" and columns.lowered(came + 3) == "of"
    if not sent or not (voice or columns.lowered(came + 3) == "from"):
        return None
    _, last = columns.bounds[head]
    bases = phrases(columns, came + 4, last)
    return full_phrase(columns, (came + 4, bases[0][1]), last) if bases and bases[0][0] <= came + _NEAR else None
