"""Headlines without a cue: speech between marks before a colon, and a clause before a dash and who says so."""

from __future__ import annotations

from newskit_quotes.chunks import phrase_from
from newskit_quotes.columns import DASHES, Columns
from newskit_quotes.details import is_outlet
from newskit_quotes.ended import hears
from newskit_quotes.lexicon import word_class, word_set
from newskit_quotes.records import Draft, Form, Range

_SURE, _LEAST, _LONGEST = 0.7, 3, 6
"""How sure it is, set by hand; words of speech in marks; tokens of who signs a headline."""
_THEN = frozenset({"after", "as", "ahead", "before", "on", "following", "amid"})
_TOLD = frozenset({"report", "reports", "study", "survey", "poll"})
_REPORTING, _ADDRESSING, _FINITE = map(word_class, ("headline_cue", "headline_telling", "headline_verb"))
_OFFICES, _NOUNS = map(word_class, ("office", "headline_noun"))
_WHOM, _TENSED = frozenset({"NNS", "NNP", "NNPS"}), frozenset({"VBD", "VBZ", "VBP", "MD"})
_TOPICS, _OPENERS = (
    frozenset({"how", "why", "what", "when", "where", "who"}),
    frozenset({"the", "a", "an", "new", "my", "our"}),
)
_BIDS = word_class("bidding")
_REFUSING, _PERSONS = frozenset({"no", "not", "never"}), word_class("self") | word_class("second_person")
_ENDS = frozenset({".", "!", "?"})
_LISTS, _KIN = ("persons", "strangers", "bodies", "documents"), word_class("kin")


def headed(columns: Columns, drafts: list[Draft], owners: dict[int, Draft]) -> list[Draft]:
    """Return what the headline reports by its form alone, and enter whose its quotations are.

    It takes the place of a draft in doubt that has the same cue; a headline that reports otherwise is left alone.
    """
    first, last = columns.headline
    if first >= last:
        return []
    own = [each for each in drafts if each.content and first <= each.content[0][0] < last]
    quoted = _quoted(columns, owners)
    if quoted is not None:  # "‘They took it all’: | mayor | blames state"
        own = [each for each in own if each.content[0][0] < quoted.head]
    found = quoted or _signed(columns) or _labelled(columns) or _trailed(columns) or _led(columns)
    if found is None or found.source is None:
        return []
    start, end = found.source  # "report | finds" has two words that may be cues
    if any(each.head != found.head and not start <= each.head < end for each in own):
        return []
    if any(each.head == found.head and each.cue_score >= _SURE for each in own):
        return []
    drafts[:] = [each for each in drafts if each not in own]
    owners.update(dict.fromkeys(columns.quotations_in(found.content), found))
    return [found]


def _quoted(columns: Columns, owners: dict[int, Draft]) -> Draft | None:
    """Return the speech before a colon and whom the rest tells of: "‘We lost it all’: | families | leave the port"."""
    first, last = columns.headline
    quotation = columns.opens.get(first)
    if quotation is None or quotation.number in owners or not quotation.closed:
        return None
    if quotation.words < _LEAST and not columns.count_verbs(first, quotation.last):
        return None
    colon = quotation.last
    if colon + 1 >= last or columns.lower[colon] != ":" or quotation.titled:
        return None
    source = phrase_from(columns, colon + 1, last)
    if source is None or source[0] != colon + 1:
        return None
    source = source[0], _name_end(columns, source)
    if not _speaks(columns, source):
        return None
    content = [(first, quotation.last)]
    return Draft(colon, Form.SIGNED_QUOTATION, _SURE, content, source, (colon, colon + 1))


def _name_end(columns: Columns, source: Range) -> int:
    """Return the end of a person's name that a phrase begins with, whose verb looks like a noun: "| Roe | rages"."""
    start, end = source
    while start < end and columns.people[start]:
        start += 1
    return start if start > source[0] else end


def _signed(columns: Columns) -> Draft | None:
    """Return the clause before a dash or a colon and who says so: "The port is not safe – | engineer |"."""
    first, last = columns.headline
    near = range(last - 2, max(first, last - _LONGEST - 2), -1)
    dash = next((at for at in near if columns.lower[at] in DASHES or columns.lower[at] == ":"), None)
    if dash is None or not _is_clause(columns, first, dash):
        return None
    if columns.lower[dash] != ":" and columns.starts[dash] == columns.ends[dash - 1]:
        return None
    source = phrase_from(columns, dash + 1, last)
    whole = source is not None and source == (dash + 1, last)
    if source is not None and columns.people[source[1] - 1] and dash in columns.closes:
        whole = whole or columns.lowered(source[1]) in _THEN  # "‘…’ – Lopez | after the vote"
    if source is None or not whole or is_outlet(columns, source) or not _speaks(columns, source):
        return None
    return Draft(dash, Form.REPORT_THEN_CUE, _SURE, [(first, dash)], source, (dash, dash + 1))


def _labelled(columns: Columns) -> Draft | None:
    """Return the clause behind a colon and who says so: "| Engineer |: Dam was unsafe", "| Ann Poe | to MPs: Go home".

    No "Video: Man is rescued"; a person's name alone is the label of a turn.
    """
    first, last = columns.headline
    colon = next((at for at in range(first + 1, min(first + _LONGEST, last - 1)) if columns.lower[at] == ":"), None)
    if colon is None or colon + 1 in columns.opens:
        return None
    to = next((at for at in range(first + 1, colon - 1) if columns.lower[at] == "to"), colon)
    addressed = (
        to < colon and columns.fine[colon - 1] in _WHOM and phrase_from(columns, to + 1, colon) == (to + 1, colon)
    )
    office = columns.lower[colon - 1] in _OFFICES and last - colon > _LEAST + 1  # "Fire chief: No water left in Porto"
    verbs = 0 if addressed else columns.count_verbs(colon + 1, last)
    spoken = verbs or ((addressed or office) and _is_spoken(columns, colon + 1, last))
    if not spoken:
        return None
    stop = to if addressed else colon
    source = phrase_from(columns, first, stop)
    word = columns.lower[stop - 1]
    shown = (word in word_set("documents") and word not in _TOLD) or (columns.people[stop - 1] and not addressed)
    if source != (first, stop) or shown or not _speaks(columns, source):
        return None
    final = last - (columns.lower[last - 1] == ".")
    return Draft(colon, Form.CUE_THEN_REPORT, _SURE, [(colon + 1, final)], source, (colon, colon + 1))


def _is_spoken(columns: Columns, first: int, last: int) -> bool:
    """Tell whether words behind a colon are said: "Stay at home", "No water left"; no "The signings of May"."""
    if columns.lower[first] in _TOPICS:
        return False
    said = columns.lower[first] in _REFUSING | _BIDS or not _PERSONS.isdisjoint(columns.lower[first:last])
    verb = columns.count_verbs(first, last) > 0 or not _FINITE.isdisjoint(columns.lower[first:last])
    if columns.lower[first] in _OPENERS:
        return any(columns.fine[at] in _TENSED for at in range(first + 2, last)) and verb
    return said or verb


def is_trailed(columns: Columns, head: int) -> bool:
    """Tell whether a word is the verb of who says so at the end of the headline."""
    found = _trailed(columns) if columns.headline[0] < head < columns.headline[1] else None
    return found is not None and found.head == head


def _trailed(columns: Columns) -> Draft | None:
    """Return the clause before a comma and who says so at the end: "Port not safe, | engineer | tells court"."""
    first, last = columns.headline
    last -= columns.lower[last - 1] in _ENDS
    near = range(last - 1, max(first, last - _LONGEST), -1)
    cue = next((at for at in near if columns.lower[at] in _REPORTING or columns.lower[at] in _ADDRESSING), None)
    if cue is None or any(columns.inside[at] for at in range(cue, last)) or hears(columns, cue):
        return None
    comma = next((at for at in range(cue - 1, max(first, cue - _LONGEST), -1) if columns.lower[at] == ","), None)
    addressed = columns.lower[cue] in _ADDRESSING
    if comma is None or comma - first < _LEAST or (cue + 1 < last and not addressed):
        return None
    source = phrase_from(columns, comma + 1, cue) or (comma + 1, cue)
    if source != (comma + 1, cue) or not _speaks(columns, source) or any(map(columns.grade, range(first, comma))):
        return None
    return Draft(cue, Form.REPORT_THEN_CUE, _SURE, [(first, comma)], source, (cue, cue + 1))


def _led(columns: Columns) -> Draft | None:
    """Return the clause behind who says so, where capitals hide the verb: "| Engineer | Warns Port Is Not Safe"."""
    first, last = columns.headline
    cue = next((at for at in range(first + 1, min(first + _LONGEST, last)) if columns.lower[at] in _REPORTING), None)
    if cue is None or not columns.words[cue][0].isupper() or not _is_clause(columns, cue + 1, last):
        return None
    if columns.lower[cue] in _NOUNS:  # "Bank | Promises | Fall Flat"
        return None
    source = (first, cue)
    if any(map(columns.grade, range(first, cue))) or not _speaks(columns, source):
        return None
    return Draft(
        cue, Form.CUE_THEN_REPORT, _SURE, [(cue + 1, last - (columns.lower[last - 1] == "."))], source, (cue, cue + 1)
    )


def _is_clause(columns: Columns, first: int, last: int) -> bool:
    """Tell whether there is a verb, or an auxiliary that capitals hide: "Ferries Will Stop"."""
    return columns.count_verbs(first, last) > 0 or not _FINITE.isdisjoint(columns.lower[first:last])


def _speaks(columns: Columns, source: Range) -> bool:
    """Tell whether a phrase names a person whom the article names again, or is a noun for people: "survivors"."""
    end = source[1]
    if columns.people[end - 1]:
        body = columns.headline[1]
        again = (at for at in range(body, len(columns.words)) if columns.words[at] == columns.words[end - 1])
        return any(columns.people[at] and columns.lower[columns.bounds[at][0]] != "by" for at in again)
    word = columns.lower[end - 1]
    nouns = {word, word.removesuffix("s"), word.replace("men", "man"), word.replace("ies", "y")}
    known = (
        end - 1 in columns.offices
        or not nouns.isdisjoint(_OFFICES | _KIN)
        or any(not nouns.isdisjoint(word_set(name)) for name in _LISTS)
    )
    return known and not columns.named[end - 1]
