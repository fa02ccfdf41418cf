"""Speech that its speaker's name signs: a quotation before a dash and a name, a paragraph with one below it."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import groupby

from newskit_quotes.chunks import phrases
from newskit_quotes.columns import DASHES, Columns, Quoted
from newskit_quotes.lexicon import DAYS, word_class
from newskit_quotes.records import Draft, Form, Range
from newskit_quotes.wholes import full_phrase

_LONGEST_NAME, _MARKS, _LONGEST_SIGNATURE = 5, 2, 24
_SURE, _LIKELY = 0.9, 0.75
_LONGEST_LINE, _MOST, _BRACKETED = 10, 8, 3
_FINAL = frozenset({".", "!", "?"})
_LEADS, _VERBAL = word_class("bullet"), frozenset({"VERB", "AUX"})


def signed(columns: Columns, owners: dict[int, Draft]) -> list[Draft]:
    """Return what a name behind it signs, and enter whose the quotations are."""
    found = [
        draft
        for draft in (*_signed_paragraphs(columns), *_captioned(columns))
        if owners.keys().isdisjoint(_numbers(columns, draft))
    ]
    for draft in found:
        owners.update(dict.fromkeys(_numbers(columns, draft), draft))
    for quotation in columns.quotations:
        own = signature(columns, quotation, owners) if quotation.number not in owners else None
        if own is not None:
            owners[quotation.number] = own
            found.append(own)
    return found


def _numbers(columns: Columns, draft: Draft) -> list[int]:
    return columns.quotations_in(draft.content)


def signature(columns: Columns, quotation: Quoted, owners: Container[int] = ()) -> Draft | None:
    """Return a quotation with its speaker's name after a dash: "…" — Jane Doe, teacher; after a colon in a headline."""
    dash = quotation.last
    _, last = columns.bounds[dash - 1]
    bracketed = _bracketed(columns, quotation)
    if bracketed is not None:
        return bracketed
    if dash == last and columns.lowered(dash) in DASHES:
        last = columns.bounds[dash][1]
    while dash + 1 < last and columns.lower[dash] in DASHES and columns.lower[dash + 1] in DASHES:
        dash += 1
    if dash + 1 >= last or not (columns.lower[dash] in DASHES or (columns.lower[dash] == ":" and quotation.begins)):
        return None
    first = quotation.first if _opens_line(columns, quotation) else _opened(columns, quotation, owners)
    source = _name_line(columns, dash + 1, last) if first is not None else None
    first = quotation.first if source is None or first is None else first
    if source is None and (quotation.words < _LONGEST_NAME or columns.lower[dash] == ":"):
        return None
    source = source or _short_signature(columns, dash + 1, last)
    content = [(first, quotation.last)]
    return Draft(dash, Form.SIGNED_QUOTATION, _SURE, content, source, (dash, dash + 1)) if source else None


def _bracketed(columns: Columns, quotation: Quoted) -> Draft | None:
    """Return a quotation with its speaker in brackets behind it, at the line's end: "…" (Jane Doe, teacher)."""
    bracket = quotation.last
    spoken = quotation.begins and quotation.stops and quotation.words >= _BRACKETED and not quotation.titled
    if columns.lowered(bracket) != "(" or not spoken:
        return None
    last = columns.bounds[bracket][1]
    end = next((at for at in range(bracket + 1, last) if columns.lower[at] == ")"), last)
    source = _name_line(columns, bracket + 1, end) if end >= last - 1 and end > bracket + 1 else None
    if source is None or not _opens_line(columns, quotation):
        return None
    content = [(quotation.first, quotation.last)]
    return Draft(bracket, Form.SIGNED_QUOTATION, _SURE, content, source, (bracket, bracket + 1))


def is_signed(columns: Columns, quotation: Quoted) -> bool:
    """Tell whether nothing but a dash and a person's name with what describes it follows a quotation."""
    dash = quotation.last
    if columns.lowered(dash) not in DASHES or not quotation.closed:
        return False
    last = columns.bounds[dash][1]
    return dash + 1 < last and _name_line(columns, dash + 1, last) is not None


def _opened(columns: Columns, quotation: Quoted, owners: Container[int]) -> int | None:
    """Return the mark that opens the paragraph of a last quotation, where a mark within it was read as its end.

    No quotation of the paragraph may have a cue.
    """
    for each in reversed(columns.quotations[max(0, quotation.number - _MOST) : quotation.number]):
        if each.paragraph != quotation.paragraph or each.number in owners:
            return None
        if _opens_line(columns, each):
            return each.first
    return None


def _short_signature(columns: Columns, first: int, last: int) -> Range | None:
    bases = phrases(columns, first, last)
    if not bases or bases[0][0] != first or not columns.words[first][0].isupper():
        return None
    source = full_phrase(columns, bases[0], last)
    return source if last - source[1] <= _MARKS else None  # anything more is a sentence that goes on after a dash


def _opens_line(columns: Columns, quotation: Quoted) -> bool:
    """Tell whether a quotation opens its paragraph, or the item of a list."""
    sentence = columns.sentence_of[quotation.first]
    first = columns.sentences[sentence][0]
    paragraph = columns.paragraph_of
    bullet = sentence > 0 and paragraph[sentence - 1] == paragraph[sentence] and first - 1 in columns.bullets
    opens = sentence == 0 or paragraph[sentence - 1] != paragraph[sentence] or bullet
    return opens and all(columns.lower[index] in _LEADS for index in range(first, quotation.first))


def _name_line(columns: Columns, first: int, last: int) -> Range | None:
    """Return a person's name with what describes it, where the rest of a line is nothing else: no verb, no date."""
    begin, first = first, _behind_title(columns, first)
    final = last - (columns.lower[last - 1] in _FINAL)
    handle = next((at for at in range(first, final) if columns.lower[at] == "("), final)
    if not (first < final and columns.people[first]) or final - first > _LONGEST_SIGNATURE:
        return None
    if handle < final and columns.lowered(handle + 1).startswith("@"):  # a post: "(@poe) March 3, 2025"
        return begin, handle
    verbs = columns.count_verbs(first, final) and any(
        columns.tags[at] in _VERBAL and columns.words[at][0].islower() and columns.lower[at - 1] != ","
        for at in range(first, final)
    )
    if verbs or any(columns.lower[at] in DAYS for at in range(first, final)):
        return None
    described = first
    while described < final and columns.people[described]:
        described += 1
    return (begin, final) if described == final or columns.lower[described] in (",", "(") else None


def _behind_title(columns: Columns, first: int) -> int:
    """Return the token behind the title before a name: "Dr | Ann Poe"."""
    return columns.titles.get(first, first)


def _signed_paragraphs(columns: Columns) -> list[Draft]:
    """Return each paragraph that the next one signs: a dash, a person's name, and what describes or dates it."""
    if DASHES.isdisjoint(columns.lower):
        return []
    found: list[Draft] = []
    before: Range | None = None
    for _, group in groupby(zip(columns.paragraph_of, columns.sentences, strict=True), key=lambda each: each[0]):
        ranges = [bounds for _, bounds in group]
        first, last = ranges[0][0], ranges[-1][1]
        dash = _signing_dash(columns, first, last)
        if dash is None:
            before = first, last
            continue
        content = before if dash == first else (first, dash)
        before = None
        source = _name_line(columns, dash + 1, last)
        if content is not None and source is not None and _is_said(columns, content):
            found.append(Draft(dash, Form.SIGNED_QUOTATION, _SURE, [content], source, (dash, dash + 1)))
    return found


def _captioned(columns: Columns) -> Iterator[Draft]:
    """Yield each quotation alone in its paragraph that a line with nothing but a name and what describes it signs.

    The line is the next paragraph, or, where one stands before the first such quotation, the one before.
    """
    before = None
    for quotation in columns.quotations:
        if not quotation.begins or not quotation.closed or quotation.words < _LONGEST_NAME:
            continue
        last = columns.sentence_of[quotation.last - 1]
        if columns.sentences[last][1] > quotation.last:
            continue
        if columns.paragraph_of[last + 1 : last + 2] == [quotation.paragraph]:
            continue
        first = columns.sentence_of[quotation.first]
        if first and columns.paragraph_of[first - 1] == quotation.paragraph:
            continue
        if before is None:
            before = first > 0 and _line_of_name(columns, first - 1) is not None
        source = _line_of_name(columns, first - 1 if before else last + 1)
        if source is not None:
            mark = quotation.last - 1
            content = [(quotation.first, quotation.last)]
            yield Draft(mark, Form.SIGNED_QUOTATION, _LIKELY, content, source, None)


def _line_of_name(columns: Columns, sentence: int) -> Range | None:
    """Return the name in a paragraph of one short line that is nothing else: "Ann Poe, 27", "Ann Poe ⏎ Resident"."""
    paragraphs = columns.paragraph_of
    if not 0 <= sentence < len(paragraphs):
        return None
    first = sentence
    while first and paragraphs[first - 1] == paragraphs[sentence]:
        first -= 1
    begin, last = columns.sentences[first]
    goes_on = paragraphs[sentence + 1 : sentence + 2] == [paragraphs[sentence]]
    if goes_on or not columns.people[min(_behind_title(columns, begin), last - 1)] or columns.lower[last - 1] in _FINAL:
        return None
    return _name_line(columns, begin, last) if columns.sentences[sentence][1] - begin <= _LONGEST_LINE else None


def _signing_dash(columns: Columns, first: int, last: int) -> int | None:
    """Return the dash that a paragraph begins with, or one before the name and the handle of who posted it."""
    if (
        columns.lower[first] in DASHES
        and first + 1 < last
        and columns.people[min(_behind_title(columns, first + 1), last - 1)]
    ):
        return first
    low = max(first, last - _LONGEST_SIGNATURE)
    if "(" not in columns.lower[low:last]:
        return None
    posted = next(
        (at for at in range(low, last - 1) if columns.lower[at] == "(" and columns.lower[at + 1][0] == "@"), low
    )
    return next((at for at in range(posted, low, -1) if columns.lower[at] in DASHES and columns.people[at + 1]), None)


def _is_said(columns: Columns, content: Range) -> bool:
    """Tell whether a paragraph is either all in marks or without any."""
    inside = columns.inside[slice(*content)]
    return all(inside) or not any(inside)
