"""Headlines without a cue: speech between marks before a colon, and a clause before a dash and who says so."""

from __future__ import annotations

from newskit_quotes.chunks import phrase_from
from newskit_quotes.columns import DASHES, Columns
from newskit_quotes.details import is_outlet
from newskit_quotes.lexicon import word_set
from newskit_quotes.records import Draft, Form, Range

_SURE, _LEAST, _LONGEST = 0.7, 3, 6
"""How sure it is, set by hand; words of speech in marks; tokens of who signs a headline."""
_THEN = frozenset({"after", "as", "ahead", "before", "on", "following", "amid"})
_TOLD = frozenset({"report", "reports", "study", "survey", "poll"})
_LISTS = ("persons", "strangers", "bodies", "documents")


def headed(columns: Columns, drafts: list[Draft], owners: dict[int, Draft]) -> list[Draft]:
    """Return what the headline reports without a cue, and enter whose its quotations are."""
    first, last = columns.headline
    if first >= last or any(first <= each.content[0][0] < last for each in drafts if each.content):
        return []
    found = _quoted(columns, owners) or _signed(columns) or _labelled(columns)
    if found is None:
        return []
    owners.update(dict.fromkeys(columns.quotations_in(found.content), found))
    return [found]


def _quoted(columns: Columns, owners: dict[int, Draft]) -> Draft | None:
    """Return the speech before a colon and whom the rest tells of: "‘We lost it all’: | families | leave the port"."""
    first, last = columns.headline
    quotation = columns.opens.get(first)
    if quotation is None or quotation.number in owners or not quotation.closed or quotation.words < _LEAST:
        return None
    colon = quotation.last
    if colon + 1 >= last or columns.lower[colon] != ":" or quotation.titled:
        return None
    source = phrase_from(columns, colon + 1, last)
    if source is None or source[0] != colon + 1 or not _speaks(columns, source):
        return None
    content = [(first, quotation.last)]
    return Draft(colon, Form.SIGNED_QUOTATION, _SURE, content, source, (colon, colon + 1))


def _signed(columns: Columns) -> Draft | None:
    """Return the clause before a dash and who says so: "The port is not safe – | engineer |"."""
    first, last = columns.headline
    dash = next(
        (at for at in range(last - 2, max(first, last - _LONGEST - 2), -1) if columns.lower[at] in DASHES), None
    )
    if dash is None or columns.starts[dash] == columns.ends[dash - 1] or not columns.count_verbs(first, dash):
        return None
    source = phrase_from(columns, dash + 1, last)
    whole = source is not None and source == (dash + 1, last)
    if source is not None and columns.people[source[1] - 1] and dash in columns.closes:
        whole = whole or columns.lowered(source[1]) in _THEN  # "‘…’ – Lopez | after the vote"
    if source is None or not whole or is_outlet(columns, source) or not _speaks(columns, source):
        return None
    return Draft(dash, Form.REPORT_THEN_CUE, _SURE, [(first, dash)], source, (dash, dash + 1))


def _labelled(columns: Columns) -> Draft | None:
    """Return the clause behind a colon and who says so: "| Engineer |: Dam was unsafe"; no "Video: Man is rescued"."""
    first, last = columns.headline
    colon = next((at for at in range(first + 1, min(first + _LONGEST, last - 1)) if columns.lower[at] == ":"), None)
    if colon is None or not columns.count_verbs(colon + 1, last) or colon + 1 in columns.opens:
        return None
    source = phrase_from(columns, first, colon)
    word = columns.lower[colon - 1]
    shown = word in word_set("documents") and word not in _TOLD
    if source != (first, colon) or shown or columns.people[colon - 1] or not _speaks(columns, source):
        return None
    return Draft(colon, Form.CUE_THEN_REPORT, _SURE, [(colon + 1, last)], source, (colon, colon + 1))


def _speaks(columns: Columns, source: Range) -> bool:
    """Tell whether a phrase names a person whom the article names again, or is a noun for people: "survivors"."""
    start, end = source
    if columns.people[end - 1]:
        body = columns.headline[1]
        again = (at for at in range(body, len(columns.words)) if columns.words[at] == columns.words[end - 1])
        return any(columns.people[at] and columns.lower[columns.bounds[at][0]] != "by" for at in again)
    word = columns.lower[end - 1]
    nouns = {word, word.removesuffix("s"), word.replace("men", "man"), word.replace("ies", "y")}
    known = end - 1 in columns.offices or any(not nouns.isdisjoint(word_set(name)) for name in _LISTS)
    return known and not any(columns.named[start:end])
