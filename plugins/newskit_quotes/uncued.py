"""Speech without a cue of its own: what goes on from the speech before."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from newskit_quotes.chunks import phrase_from
from newskit_quotes.columns import DASHES, Columns, Quoted
from newskit_quotes.lexicon import word_class
from newskit_quotes.records import Decider, Draft, Form, Range
from newskit_quotes.refused import goes_on, is_prompt
from newskit_quotes.wholes import full_phrase

_LONG, _RUN, _FEW, _WIDE, _CHAIN = 12, 6, 7, 300, 12
"""Words of a long quotation; words at its beginning that stand in no other by chance; words of a short sentence; tokens
between the reports on both sides of a quotation at most; quotations that each re-open the one before."""
_SPEECH = 0.5
_REPORTED, _EARLIER, _ACTING, _RUNNING = 0.88, 0.8, 0.6, 0.5
"""How sure it is whose a quotation without a cue is, set by hand: the source of a report in the sentence before its
paragraph, or in an earlier one of that paragraph; who does something there; the source of a paragraph before that."""
_HE, _OWN = map(word_class, ("third_person", "self"))
_WRITTEN = word_class("written_words")
_MOODS, _BEING = word_class("mood"), frozenset({"was", "is", "were", "are"})
_GOING_ON = frozenset(
    {
        Form.QUOTATION_THEN_CUE,
        Form.QUOTATION_ROUND_CUE,
        Form.CUE_THEN_QUOTATION,
        Form.SIGNED_QUOTATION,
        Form.ANSWER,
        Form.UNCUED,
    }
)
"""Forms whose quotation may go on in the next one."""
_LED_UP = frozenset({Form.QUOTATION_THEN_CUE, Form.QUOTATION_ROUND_CUE, Form.SIGNED_QUOTATION})
"""Forms whose quotation may go on with one before it."""


def carry_over(columns: Columns, decider: Decider, drafts: list[Draft], owners: dict[int, Draft]) -> list[Draft]:
    """Give quotations without a cue of their own to the speaker before them.

    What goes on from another quotation, or from the sentence before in its paragraph, becomes content of that report;
    what stands alone in its paragraph is returned as a report of its own.
    """
    loose = [quotation for quotation in columns.quotations if quotation.number not in owners]
    if not loose:
        return []
    drafts = [each for each in drafts if not is_prompt(columns, each.head)]
    reports = {columns.sentence_of[each.head]: each for each in drafts if columns.grade(each.head) == "say"}
    told = _told(columns, [each for each in drafts if each.form is not Form.DIALOGUE_TURN])
    spoken = [each for each in drafts if each.form in _GOING_ON or columns.grade(each.head) == "say"]
    judging = _judging(columns, drafts, told)
    repeated = _Repeated(columns)
    found = []
    for quotation in loose:
        if quotation.number in owners:
            continue
        before = owners.get(quotation.number - 1)
        runs_on = before is not None and before.form is Form.DIALOGUE_TURN and quotation.continues
        goes_on_there = before is not None and _may_go_on(columns, quotation, before)
        if before is None or not (runs_on or (goes_on_there and _goes_on(columns, quotation, before))):
            before = _of_report(columns, quotation, reports)
        elif before.form is Form.UNCUED:
            before = _of_report(columns, quotation, reports) or before
        if before is not None:
            before.content.append((quotation.first, quotation.last))
            owners[quotation.number] = before
            continue
        if _leads_up(columns, quotation, owners):
            continue
        uncued = _uncued(columns, quotation, told) or _of_judge(columns, quotation, judging)
        uncued = uncued or _amid(columns, quotation, spoken)
        if uncued is not None and decider.speech(quotation) >= _SPEECH and not repeated(quotation):
            owners[quotation.number] = uncued
            found.append(uncued)
    return found


def _leads_up(columns: Columns, quotation: Quoted, owners: dict[int, Draft]) -> bool:
    """Give a quotation that others re-open in its paragraph to who has the last: "“I ran. | “I won,” Roe said."."""
    led, last = [quotation], quotation
    for after in columns.quotations[quotation.number + 1 : quotation.number + _CHAIN]:
        if not (last.begins and _reopened(last, after)):
            return False
        owner = owners.get(after.number)
        if owner is not None:
            break
        led.append(after)
        last = after
    else:
        return False
    if owner.form not in _LED_UP or owner.content[0][0] != after.first:
        return False
    owner.content[:0] = [(each.first, each.last) for each in led]
    owners.update(dict.fromkeys((each.number for each in led), owner))
    return True


def _reopened(quotation: Quoted, after: Quoted) -> bool:
    """Tell whether a quotation is left open and the next one begins where it ends, in the same paragraph."""
    return not quotation.closed and after.first == quotation.last and after.paragraph == quotation.paragraph


def _may_go_on(columns: Columns, quotation: Quoted, before: Draft) -> bool:
    """Tell whether a report may go on in the quotation behind it: it is speech in marks, or ends with a whole one."""
    last = columns.quotations[quotation.number - 1]
    whole = last.paragraph == quotation.paragraph and (last.first, last.last) in before.content
    return before.form in _GOING_ON or (whole and before.form is Form.REPORT_THEN_CUE)


class _Repeated:
    """Tells quotations whose first words stand in another one too: the pull quotes of a page."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns

    def __call__(self, quotation: Quoted) -> bool:
        return self._counts[self._run(quotation.first + 1)] > 1

    def _run(self, index: int) -> tuple[str, ...]:
        return tuple(self._columns.lower[index : index + _RUN])

    @cached_property
    def _counts(self) -> Counter[tuple[str, ...]]:
        quotations = self._columns.quotations
        return Counter(self._run(index) for each in quotations for index in range(each.first, each.last))


def _of_report(columns: Columns, quotation: Quoted, reports: dict[int, Draft]) -> Draft | None:
    """Return the report of the sentence before a quotation in its paragraph; and let the next one go on."""
    sentence = columns.sentence_of[quotation.first]
    report = reports.get(sentence - 1)
    if report is None or not (quotation.begins and quotation.stops):
        return None
    if columns.paragraph_of[sentence - 1] != quotation.paragraph:
        return None
    reports[columns.sentence_of[quotation.last - 1]] = report
    return report


def _told(columns: Columns, drafts: Sequence[Draft]) -> dict[int, Range]:
    """Return the source of each sentence's last report that lies in no other: "Moe says | Lopez hopes …" is Moe's."""
    told: dict[int, Range] = {}
    end = 0
    for each in drafts:
        if each.source is not None and each.head >= end:
            told[columns.sentence_of[each.head]] = each.source
            end = max([end, *(stop for start, stop in each.content if start > each.head)])
    return told


def _uncued(columns: Columns, quotation: Quoted, told: Mapping[int, Range]) -> Draft | None:
    """Return a quotation that ends its paragraph as speech of whoever was reported, or does something, before it.

    Alone in its paragraph, it is that of the one before, "Lopez said it was late. ¶ “We waited.”", or of the one before
    that where nobody is named in between. Behind a sentence about somebody it has to speak of itself: "Lopez liked the
    plan. “It helped me.”"
    """
    sentence = columns.sentence_of[quotation.first]
    if (
        not (sentence and quotation.begins and quotation.stops)
        or quotation.titled
        or not _is_closed(columns, quotation)
    ):
        return None
    behind = quotation.paragraph - columns.paragraph_of[sentence - 1]
    alone = _is_last(columns, quotation) or (behind and _leads(columns, quotation))
    if behind > 1 or not alone or columns.lowered(quotation.first + 2) == ":":
        return None
    if not behind:
        own = not _OWN.isdisjoint(columns.lower[quotation.first : quotation.last])
        source = _acting(columns, sentence - 1) if own else None
        if own and source is None and sentence - 1 in told and _is_person(columns, told[sentence - 1]):
            source = told[sentence - 1]
        sure = _ACTING
    else:
        source, sure = _before(columns, sentence, told)
    return source and Draft(quotation.first - 1, Form.UNCUED, sure, [(quotation.first, quotation.last)], source, None)


def _judging(columns: Columns, drafts: Sequence[Draft], told: Mapping[int, Range]) -> dict[int, Range]:
    """Return the sentences that tell what a person thinks of something, each with that person: "Lopez defended it"."""
    found: dict[int, Range] = {}
    for each in drafts:
        sentence = columns.sentence_of[each.head]
        judges = columns.grade(each.head) == "judge" and each.source is not None and each.source == told.get(sentence)
        if judges and each.source is not None and _is_person(columns, each.source):
            found[sentence] = each.source
    return found


def _of_judge(columns: Columns, quotation: Quoted, judging: Mapping[int, Range]) -> Draft | None:
    """Return a quotation behind a sentence of its paragraph that tells what a person thinks of something, or how he is.

    "Lopez defended the move. “It was the right thing to do.”", "Lopez was not impressed. “It will not work.”"
    """
    sentence = columns.sentence_of[quotation.first] - 1
    whole = quotation.begins and quotation.stops and not quotation.titled and quotation.closed
    if sentence < 0 or not whole or columns.paragraph_of[sentence] != quotation.paragraph:
        return None
    first, last = columns.sentences[sentence]
    if not _WRITTEN.isdisjoint(columns.lower[first:last]):  # "Lopez condemned the slogan. “No more rain.”"
        return None
    source = judging.get(sentence) or _minded(columns, sentence)
    return source and Draft(
        quotation.first - 1, Form.UNCUED, _ACTING, [(quotation.first, quotation.last)], source, None
    )


def _minded(columns: Columns, sentence: int) -> Range | None:
    """Return with whom a sentence begins that tells how that person takes something: "| Lopez | was not impressed"."""
    first, last = columns.sentences[sentence]
    source = _acting(columns, sentence) if not _MOODS.isdisjoint(columns.lower[first:last]) else None
    if source is None or columns.lowered(source[1]) not in _BEING:
        return None
    at = source[1] + 1
    while at < last and columns.tags[at] in ("ADV", "PART"):
        at += 1
    return source if at < last and columns.lower[at] in _MOODS else None


def _before(columns: Columns, sentence: int, told: Mapping[int, Range]) -> tuple[Range | None, float]:
    """Return who was reported or did something last in the paragraph before a sentence's, and how sure that is."""
    paragraph = columns.paragraph_of[sentence] - 1
    for place in range(sentence - 1, -1, -1):
        gap = paragraph - columns.paragraph_of[place]
        if gap > 1:
            break
        if place in told and (not gap or _is_person(columns, told[place])):
            return told[place], _RUNNING if gap else _REPORTED if place == sentence - 1 else _EARLIER
        acting = _acting(columns, place)
        if acting is not None and not gap:
            return acting, _ACTING
        if any(columns.people[slice(*columns.sentences[place])]):
            break
    return None, 0.0


def _amid(columns: Columns, quotation: Quoted, spoken: Sequence[Draft]) -> Draft | None:
    """Return a quotation alone in its paragraph as speech of who alone reports, and is named, before and behind it.

    "Lopez said it was late. ¶ Cats are kept out. ¶ “We saw three.” ¶ Dogs were there, Lopez said."
    """
    place = bisect_left(spoken, quotation.first, key=lambda each: each.head)
    if not 0 < place < len(spoken):
        return None
    before, after = spoken[place - 1].source, spoken[place].source
    if before is None or after is None or not _stands_alone(columns, quotation):
        return None
    start, end = min(before), max(after)
    words = {*columns.lower[slice(*before)], *columns.lower[slice(*after)]}
    same = columns.lower[before[1] - 1] == columns.lower[after[1] - 1] or not words.isdisjoint(_HE)
    if not same or end - start > _WIDE or not (_is_person(columns, before) and _is_person(columns, after)):
        return None
    if any(columns.people[at] and columns.lower[at] not in words for at in range(start, end)):
        return None
    return Draft(quotation.first - 1, Form.UNCUED, _RUNNING, [(quotation.first, quotation.last)], before, None)


def _stands_alone(columns: Columns, quotation: Quoted) -> bool:
    """Tell whether a quotation that is a sentence fills or begins its paragraph."""
    sentence = columns.sentence_of[quotation.first]
    first = not sentence or columns.paragraph_of[sentence - 1] != quotation.paragraph
    spoken = quotation.begins and quotation.stops and _is_closed(columns, quotation) and not quotation.titled
    return first and spoken and (_is_last(columns, quotation) or _leads(columns, quotation))


def _is_closed(columns: Columns, quotation: Quoted) -> bool:
    """Tell whether a quotation closes, or the next paragraph goes on with it."""
    after = columns.quotations[quotation.number + 1 : quotation.number + 2]
    return quotation.closed or any(each.continues or _reopened(quotation, each) for each in after)


def _acting(columns: Columns, sentence: int) -> Range | None:
    """Return the person with whom a sentence begins, also behind what was put to them: "Asked why, | Lopez | left"."""
    first, last = columns.sentences[sentence]
    base = phrase_from(columns, first, last)
    if is_prompt(columns, first):
        bases = (phrase_from(columns, at + 1, last) for at in range(first, last) if columns.lower[at] == ",")
        base = next((each for each in bases if each and columns.people[each[1] - 1]), None)
    if base is None or columns.inside[first]:
        return None
    start, end = full_phrase(columns, base, last)
    while end > start + 1 and columns.tags[end - 1] == "ADV":
        end -= 1
    return (start, end) if _is_person(columns, (start, end)) else None


def _is_person(columns: Columns, source: Range) -> bool:
    """Tell whether a phrase names a person, or is "he" or "she"."""
    return columns.lower[source[0]] in _HE or any(columns.people[slice(*source)])


def own_words(columns: Columns, content: Sequence[Range], name: str) -> tuple[Range, ...]:
    """Return content without what the writer says of the speaker in it, where the marks of a quotation never close.

    Nobody speaks of himself by his surname: "“We tried. Lopez | left at noon." ends behind "tried".
    """
    surname = name.rpartition(" ")[2]
    return tuple((first, _before_name(columns, first, last, surname)) for first, last in content)


def _before_name(columns: Columns, first: int, last: int, surname: str) -> int:
    quotation = columns.opens.get(first)
    if quotation is None or quotation.closed or surname not in columns.words[first:last]:
        return last
    begin, _ = columns.sentences[columns.sentence_of[columns.words.index(surname, first, last)]]
    return begin if begin > first else last


def _goes_on(columns: Columns, quotation: Quoted, before: Draft) -> bool:
    """Tell whether a quotation goes on with what the quotation before it began."""
    if quotation.continues:
        return True
    at_once = before.source is not None and before.source[1] == quotation.first > before.head
    sequel = columns.lower[quotation.first - 1] == ":" and goes_on(columns, quotation.first - 1)
    sentence = quotation.begins or sequel or (at_once and columns.words[quotation.first + 1][0].isupper())
    if not (sentence and (quotation.stops or quotation.words > _LONG)):
        return False
    gap = quotation.paragraph - columns.quotations[quotation.number - 1].paragraph
    if gap == 1 and _names_another(columns, quotation, before):
        return False
    return gap == 0 or (gap == 1 and _is_last(columns, quotation) and not quotation.titled)


def _names_another(columns: Columns, quotation: Quoted, before: Draft) -> bool:
    """Tell whether a sentence before a quotation, in its paragraph, names somebody else than the speaker before."""
    sentence = columns.sentence_of[quotation.first]
    while sentence and columns.paragraph_of[sentence - 1] == quotation.paragraph:
        sentence -= 1
    speaker = set(columns.lower[slice(*before.source)]) if before.source else set()
    first = columns.sentences[sentence][0]
    return any(columns.people[at] and columns.lower[at] not in speaker for at in range(first, quotation.first))


def _leads(columns: Columns, quotation: Quoted) -> bool:
    """Tell whether a long quotation that is whole begins its paragraph, and who tells the news goes on behind it."""
    sentence = columns.sentence_of[quotation.first]
    first = not sentence or columns.paragraph_of[sentence - 1] != quotation.paragraph
    whole = quotation.last in (columns.sentences[columns.sentence_of[quotation.last - 1]][1], len(columns.words))
    signed = columns.lowered(quotation.last) in DASHES
    return first and whole and quotation.closed and quotation.words > _FEW and not signed


def _is_last(columns: Columns, quotation: Quoted) -> bool:
    """Tell whether nothing outside quotation marks stands behind a quotation in its paragraph."""
    sentence = columns.sentence_of[quotation.last - 1]
    if columns.sentences[sentence][1] > quotation.last + 1:
        return False
    goes_on = columns.paragraph_of[sentence + 1 : sentence + 2] == [quotation.paragraph]
    return not goes_on or columns.sentences[sentence + 1][0] in columns.opens
