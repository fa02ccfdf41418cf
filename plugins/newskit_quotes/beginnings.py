"""Where content begins behind whom a verb addresses, and behind the day of a report."""

from __future__ import annotations

from newskit_quotes.chunks import NAMING, phrase_from
from newskit_quotes.columns import Columns
from newskit_quotes.lexicon import DAYS, POSSESSIVE, WHO, word_class, word_set
from newskit_quotes.records import Range
from newskit_quotes.wholes import full_phrase

_ADDRESSING, _AT_ONCE, _RELATIVE, _REFUSING = map(word_class, ("addressing", "at_once", "relative_time", "refusing"))
_PLACING = frozenset({"in", "at", "of", "on", "from"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_AMOUNTS, _JOINS = frozenset({"NUM", "DET"}), frozenset({"and", "but", "or"})
_ASKED = frozenset({"WP", "WDT", "WRB"})
_VERBAL = frozenset({"VERB", "AUX"})
_MEANS, _WIRES = frozenset({"by", "via"}), frozenset({"phone", "telephone", "email", "e-mail", "text", "letter"})
_NOBODY = frozenset({"nothing", "nobody", "everything", "everyone", "everybody", "something", "someone", "somebody"})
_WHEN = frozenset({"when", "after", "before"})
_ADJUNCT, _FAR = frozenset({"in", "at", "during", "through", "via", "to", "on"}), 18
_TIMED, _ONE_DAY, _SINCE = 7, 3, frozenset({"time", "ago", "later", "earlier", "before", "once", "again"})
"""Tokens from a verb to "that" behind a time; to the "that" of "the day that"; ends of a time."""
_PLACES, _TO_COME = 2, frozenset({"tomorrow", "tonight"})
"""Phrases that tell where they are to whom somebody speaks."""


def at_once(columns: Columns, head: int, last: int) -> int:
    """Return the mark or the word that opens content right behind its cue, or behind its adverb; else 0.

    "Lopez said | “no”", "Lopez wondered aloud | whether".
    """
    after = columns.lower[head + 1] if head + 1 < last else ""
    opens = head + 1 < last and head + 1 in columns.opens
    if opens or after in _AT_ONCE or (after == "to" and columns.lower[head] in _REFUSING):
        return head + 1
    adverb = after == "aloud" or columns.tag(head + 1) == "ADV"
    return head + 2 if adverb and head + 2 < last and columns.lower[head + 2] in _AT_ONCE else 0


def behind_addressee(columns: Columns, head: int, last: int) -> int:
    """Return the first token of a clause behind whom a verb addresses: "told the BBC | it was late"; else 0."""
    if columns.lemma(head) not in _ADDRESSING or columns.tags[head] != "VERB":
        return 0
    start = head + 1
    if not columns.is_addressed(head):
        start, sure = _behind_addressed(columns, head, last)
        if sure or not start:
            return start
    if columns.lowered(start) == "that" and _is_doing(columns, start, last):
        return start
    relative = _behind_relative(columns, start, last)
    if not relative and columns.lowered(start) == "that" and begins_clause(columns, start + 1, last):
        return start
    told = columns.is_addressed(head) and _has_participle(columns, start, last)
    return relative or (start if told or begins_clause(columns, start, last) else 0)


def _behind_addressed(columns: Columns, head: int, last: int) -> tuple[int, bool]:
    """Return where what is told begins behind whom a verb addresses, 0 for nobody, and whether it surely does."""
    base = phrase_from(columns, head + 1, last)
    if base is None or base[0] != head + 1 or columns.fine[base[0]] in _ASKED:
        return 0, False
    end = base[1]
    while end < last and columns.joined[end]:  # "told Channel 4 News | “nobody came”"
        end += 1
    if end in columns.opens and columns.people[end - 1] == 0 and columns.named[end - 1]:
        return end, True
    thing = base[1] - base[0] > 1 and _is_pronoun(columns, base[1] - 1)  # "told him nothing"
    start = _parted(columns, base, last) or end - thing
    if thing and not begins_clause(columns, start, last):  # "told the family | nothing could be done"
        return 0, False
    return _behind_more(columns, _behind_others(columns, start, last), last), False


def _behind_others(columns: Columns, start: int, last: int) -> int:
    """Return the first token behind others who are addressed, and where they are."""
    joined = phrase_from(columns, start + 1, last) if columns.lowered(start) == "and" else None
    if joined is not None and joined[0] == start + 1 and columns.lowered(joined[1]) == "that":
        start = joined[1]  # "warned banks | and other firms | that"
    for _ in range(_PLACES):  # "told a crowd | in the town | of Leeds"
        place = phrase_from(columns, start + 1, last) if columns.lowered(start) in _PLACING else None
        start = place[1] if place is not None and place[0] == start + 1 else start
    return start


def _is_doing(columns: Columns, that: int, last: int) -> bool:
    """Tell whether the subject of a clause with "that" is what one does: "told us | that cutting costs is bad |"."""
    return columns.fine[that] == "IN" and columns.fine_tag(that + 1) == "VBG" and columns.count_verbs(that, last) > 0


def _parted(columns: Columns, base: Range, last: int) -> int:
    """Return where a name begins that is the subject of a clause behind whom a verb addresses: "the jury | Roe was".

    0 where all of the phrase is addressed.
    """
    for at in range(base[0] + 1, base[1]):
        if columns.words[at][0].isupper() and columns.tags[at - 1] == "NOUN" and columns.words[at - 1].islower():
            return at if columns.fine_tag(base[1]) in _FINITE and begins_clause(columns, at, last) else 0
    return 0


def _has_participle(columns: Columns, start: int, last: int) -> bool:
    """Tell whether what a tagger takes for a participle is the verb of a clause: "was told | the knife belonged to"."""
    subject = phrase_from(columns, start, last)
    if subject is None or subject[0] != start or columns.fine_tag(subject[1]) != "VBN":
        return False
    return columns.lowered(subject[1] + 1) != "by"


def _is_pronoun(columns: Columns, index: int) -> bool:
    """Tell whether a word is a pronoun, an indefinite one too, which a tagger takes for a noun."""
    return columns.tags[index] == "PRON" or columns.lower[index] in _NOBODY


def _behind_more(columns: Columns, start: int, last: int) -> int:
    """Return the first token behind what else is told of whom a verb addresses: "told the Times | by phone |"."""
    if columns.lowered(start) in _MEANS and columns.lowered(start + 1) in _WIRES:
        return start + 2
    if columns.lowered(start) == ",":  # "told his wife|, Ann,| he was late"
        end = start + 1
        while end < last and columns.people[end]:
            end += 1
        return end + 1 if end > start + 1 and columns.lowered(end) == "," else start
    other = phrase_from(columns, start + 1, last) if columns.lowered(start) == "and" else None
    joined = other is not None and other[0] == start + 1 and begins_clause(columns, other[1], last)
    return other[1] if other is not None and joined else start


def _behind_relative(columns: Columns, start: int, last: int) -> int:
    """Return where the content begins behind a relative clause of whom a verb addresses, 0 where none stands there.

    "That" before a verb is the clause's subject: "told the firms that run the port | to close it".
    """
    if columns.lowered(start) not in WHO or columns.tag(start + 1) not in _VERBAL:
        return 0
    nouns = 0
    for index in range(start + 2, last):
        nouns += columns.tags[index] in NAMING
        if (
            nouns
            and columns.lower[index] == "to"
            and (index + 1 in columns.opens or columns.fine_tag(index + 1) == "VB")
        ):
            return index
        if columns.inside[index]:
            break
        begins = index + 1 in columns.opens or begins_clause(columns, index + 1, last)
        if nouns and columns.lower[index] == "that" and begins:
            return index
    return 0


def behind_day(columns: Columns, head: int, last: int) -> int:
    """Return the first token of a clause behind the day of a report: "announced Monday | it was shut"; else 0."""
    start = head + 1
    if columns.lowered(start) in DAYS - _TO_COME:
        while start < last and (columns.lower[start] in DAYS or columns.lower[start] in word_set("times")):
            start += 1
    else:
        start += columns.lowered(start) == "earlier"
        dated = columns.lowered(start) in _RELATIVE and columns.lowered(start + 1) in DAYS | word_set("times")
        start = start + 2 if dated else last
    if start >= last or columns.lower[start] in POSSESSIVE:
        return 0
    return start if columns.lower[start] in _AT_ONCE or begins_clause(columns, start, last) else 0


def behind_time(columns: Columns, start: int) -> int:
    """Return where a thing begins behind when it was told of: "confirmed today | the first case"."""
    told = columns.words[start] in word_set("spoken_days") and columns.lower[start] not in _TO_COME
    return start + 1 if told and columns.tag(start + 1) == "DET" else start


def behind_adjunct(columns: Columns, head: int, last: int) -> int:
    """Return the "that" behind where or when something was said: "ruled in Poe v. Roe | that it was void"; else 0."""
    timed = _behind_times(columns, head, last)
    if timed:
        return timed
    behind = _behind_aside(columns, head, last)
    if behind:
        return behind
    when = columns.lowered(head + 1) in _WHEN
    if (not when and columns.lowered(head + 1) not in _ADJUNCT) or columns.tags[head] != "VERB":
        return 0
    for index in range(head + 2, min(head + _FAR, last)):
        verb = columns.tags[index] in _VERBAL
        comma = columns.lower[index] == "," and not _parts_place(columns, index)
        if (verb and (not when or columns.grade(index))) or columns.inside[index] or comma:
            break  # "said when asked that"
        dated = columns.words[index - 1] in word_set("spoken_days")  # of which "that" is no relative
        if columns.lower[index] == "that" and (dated or columns.fine[index] == "IN"):
            return index
    return 0


def _behind_aside(columns: Columns, head: int, last: int) -> int:
    """Return the "that" behind a participle between commas: "reported, citing Lopez, | that it was safe"; else 0."""
    if columns.lowered(head + 1) != "," or columns.fine_tag(head + 2) != "VBG":
        return 0
    comma = next((at for at in range(head + 3, min(head + _FAR, last)) if columns.lower[at] == ","), last)
    if comma == head + 3:  # "said|, adding,| that it rained"
        return 0
    return comma + 1 if columns.lowered(comma + 1) == "that" and comma + 2 < last else 0


def _parts_place(columns: Columns, comma: int) -> bool:
    """Tell whether a comma parts a place from the one that it lies in, or ends that: "in Porto|, Spain|, that"."""
    before, after = columns.tag(comma - 1) == "PROPN", columns.tag(comma + 1) == "PROPN"
    return before and (after or columns.lowered(comma + 1) == "that")


def _behind_times(columns: Columns, head: int, last: int) -> int:
    """Return the "that" behind a time: "said the other day | that it was safe", but "the day that it fell"; else 0."""
    times = word_set("times")
    for that in range(head + 3, min(head + _TIMED, last)):
        if columns.lower[that] == "that":
            one = that - head == _ONE_DAY and columns.lower[head + 1] == "the"
            ends = columns.lower[that - 1] in times or columns.lower[that - 1] in _SINCE
            nouns = {columns.lower[at] for at in range(head + 1, that) if columns.tags[at] in NAMING}
            plain = nouns <= times | _SINCE and not columns.count_verbs(head + 1, that)
            return that if ends and plain and not one and columns.tags[head] == "VERB" else 0
    return 0


def begins_clause(columns: Columns, start: int, last: int) -> bool:
    """Tell whether a noun phrase and its finite verb begin at a token."""
    start += columns.tag(start) in ("ADV", "ADP") and columns.tag(start + 1) == "NUM"  # "| around 40 people | would go"
    subject = phrase_from(columns, start, last)
    if subject is None or subject[0] != start:
        return False
    verb = full_phrase(columns, subject, last, reduced=False)[1]
    while verb < last and (columns.tags[verb] == "ADV" or verb in columns.opens):
        verb += 1
    return columns.fine_tag(verb) in _FINITE


def with_amount(columns: Columns, content: Range) -> Range:
    """Return content with "up" in front of an amount that it begins with: "Lopez said | up | to 60 boats sank"."""
    first, last = content
    up = columns.lower[first] == "to" and columns.lowered(first - 1) == "up" and not columns.inside[first]
    return (first - 1, last) if up and columns.tag(first + 1) in _AMOUNTS else content


def unjoined(columns: Columns, head: int, content: list[Range]) -> list[Range]:
    """Return content without what is joined to a passive, whose subject it is not: "It rained and | is expected"."""
    joined = len(content) > 1 and content[0][1] <= head and columns.lower[content[0][1] - 1] in _JOINS
    return content[1:] if joined and columns.is_passive(head) else content
